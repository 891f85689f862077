//! Versions of a project: freezes a version, and reads frozen versions.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use vurder_model::frozen::VersionKind;
use vurder_model::id::ProjectId;
use vurder_model::project::Project;

use crate::change::Change;
use crate::deflate::{deflate, inflate};
use crate::error::{Error, Result};
use crate::kind::attachment::{self, Attachment, LARGEST_ATTACHMENT};
use crate::kind::blob::Blob;
use crate::kind::project;
use crate::kind::version::{self, FrozenReport, ProjectVersion, VersionChange, VersionHead};
use crate::numbers;
use crate::record::json;
use crate::transact::{Tx, open_project};
use crate::workspace::Workspace;

/// A version that is to be frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVersion {
    /// Why it is frozen.
    pub kind: VersionKind,
    /// Who sends or approves it.
    pub by: String,
    /// What that person wrote about the version.
    pub note: String,
    /// The reports of the project in its present state.
    pub reports: Vec<NewReport>,
    /// The same reports as Word files, by the id of the template.
    pub word_files: BTreeMap<String, Vec<u8>>,
}

/// A report of a version that is to be frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReport {
    /// Id of the template.
    pub template: String,
    /// Number of pages.
    pub pages: u32,
    /// The bytes of the PDF.
    pub bytes: Vec<u8>,
    /// The earlier version with which the report is compared; `None` if it does not mark changes.
    pub since: Option<u32>,
}

/// The content of a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrozenState {
    /// The whole project with the numbers of its rows.
    pub project: Project,
    /// Its attachments, including those in the trash. Their bytes stay in the workspace.
    pub attachments: Vec<Attachment>,
    /// The Word files of its reports, in base64, by the id of the template. Versions that earlier programs froze have
    /// none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub word_files: BTreeMap<String, String>,
}

impl FrozenState {
    /// The Word file of the report of this template, as it was when the version was frozen.
    #[must_use]
    pub fn word_file(&self, template: &str) -> Option<Vec<u8>> {
        STANDARD.decode(self.word_files.get(template)?).ok()
    }
}

impl Tx<'_, '_> {
    /// Begins to freeze a version. From now on every row of the project has its number, and [`Tx::whole`] returns it.
    /// Only allowed in a change without a project, because undo does not reach frozen data.
    pub fn begin_version(&mut self, id: &ProjectId) -> Result<()> {
        self.about_whole(id)?;
        open_project(self.writer.db, id)?;
        self.number_rows(false)?;
        Ok(())
    }

    /// Freezes the project in its present state, after [`Tx::begin_version`]. Nothing changes a version afterwards.
    ///
    /// # Errors
    /// [`Error::Refused`] if nobody is named, [`Error::TooLarge`] for a report that is larger than the program can read
    /// again.
    pub fn freeze_version(&mut self, new: NewVersion) -> Result<ProjectVersion> {
        let id = self.project()?.clone();
        let number = version::all(self.writer.db, &id)?.last().map_or(1, |last| last.number + 1);
        let numbers = self.numbers_so_far(&id)?;
        let reports = new.reports.into_iter().map(|report| {
            let size = report.bytes.len() as u64;
            let NewReport { template, pages, bytes, since } = report;
            let blob = self.keep(&template, bytes)?;
            Ok(FrozenReport { template, pages, size, blob, since })
        });
        let reports = reports.collect::<Result<_>>()?;
        let head = VersionHead { kind: new.kind, by: new.by, note: new.note, reports, numbers };
        head.check()?;
        let word_files = new.word_files.into_iter();
        let state = FrozenState {
            project: self.whole()?,
            attachments: attachment::all(self.writer.db, &id)?,
            word_files: word_files.map(|(of, bytes)| (of, STANDARD.encode(bytes))).collect(),
        };
        let state = self.keep(&state.project.head.title, deflate(&json(&state)?)?)?;
        let frozen = ProjectVersion { number, frozen: self.now(), state, head };
        let after = Some(frozen.clone());
        self.record(Change::Version(VersionChange { number, before: None, after }))?;
        Ok(frozen)
    }

    fn keep(&mut self, name: &str, bytes: Vec<u8>) -> Result<String> {
        let size = bytes.len();
        if size > LARGEST_ATTACHMENT {
            let name = name.to_owned();
            return Err(Error::TooLarge { name, size, most: LARGEST_ATTACHMENT });
        }
        self.keep_blob(bytes)
    }

    /// By register, the highest number that a row has, or had in an earlier version.
    fn numbers_so_far(&self, id: &ProjectId) -> Result<BTreeMap<String, u32>> {
        let mut highest = numbers::highest(self.writer.db, id)?;
        for row in self.whole()?.rows {
            let of = highest.entry(row.register).or_default();
            *of = (*of).max(row.number.unwrap_or_default());
        }
        Ok(highest)
    }
}

impl Workspace {
    /// The versions of a project, oldest first.
    pub fn versions(&self, project: &ProjectId) -> Result<Vec<ProjectVersion>> {
        project::existing(&self.db, project)?;
        version::all(&self.db, project)
    }

    /// A version of a project.
    ///
    /// # Errors
    /// [`Error::NoVersion`] if there is no version with this number.
    pub fn version(&self, project: &ProjectId, number: u32) -> Result<ProjectVersion> {
        let found = version::find(&self.db, project, number)?;
        found.ok_or_else(|| Error::NoVersion { project: project.clone(), version: number })
    }

    /// The content of a version.
    pub fn version_state(&self, project: &ProjectId, number: u32) -> Result<FrozenState> {
        let version = self.version(project, number)?;
        let name = || format!("version {project}/{number}");
        let bytes = self.frozen_bytes(&version.state, name)?;
        let text = inflate(&bytes).map_err(|e| self.db.damaged(format!("{}: {e}", name())))?;
        self.db.parse(&text, name)
    }

    /// The PDF of a report, byte for byte as it was when the version was frozen. With `changes`, it is the report that
    /// marks the changes since an earlier version.
    ///
    /// # Errors
    /// [`Error::NoVersion`], also if the version does not have such a report of this template.
    pub fn version_report(
        &self,
        project: &ProjectId,
        number: u32,
        template: &str,
        changes: bool,
    ) -> Result<Vec<u8>> {
        let version = self.version(project, number)?;
        let mut reports = version.head.reports.iter();
        let report =
            reports.find(|report| report.template == template && report.since.is_some() == changes);
        let missing = || Error::NoVersion { project: project.clone(), version: number };
        let report = report.ok_or_else(missing)?;
        self.frozen_bytes(&report.blob, || format!("version {project}/{number}"))
    }

    fn frozen_bytes(&self, hash: &str, name: impl Fn() -> String) -> Result<Vec<u8>> {
        let found = self.db.record::<Blob>(&[hash])?;
        let (blob, _) =
            found.ok_or_else(|| self.db.damaged(format!("the bytes of {} are missing", name())))?;
        Ok(blob.bytes)
    }
}
