//! Versions: a project as it was sent for review or approved. A version is written once and never changed.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vurder_model::frozen::{VersionKind, VersionLine};
use vurder_model::id::ProjectId;

use crate::changed::Changed;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::integrity::Table;
use crate::kind::attachment::check_hash;
use crate::logged::{RecordChange, before_and_after};
use crate::record::{Columns, Record, json, stamp, text};
use crate::refusal::Refusal;
use crate::writer::Writer;

/// The greatest number of characters in the name of the person who freezes a version.
pub const LONGEST_VERSION_NAME: usize = 200;

/// The greatest number of characters in the note on a version.
pub const LONGEST_VERSION_NOTE: usize = 2000;

/// A version of a project without its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectVersion {
    /// Its number within the project, counted from 1.
    pub number: u32,
    /// When it was frozen.
    pub frozen: DateTime<Utc>,
    /// SHA-256 of the bytes that hold the project as it was, in small hexadecimal letters.
    pub state: String,
    /// The other facts.
    pub head: VersionHead,
}

/// The facts about a version besides its number, its time and its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VersionHead {
    /// Why it was frozen.
    pub kind: VersionKind,
    /// Who sent or approved it.
    pub by: String,
    /// What that person wrote about the version; may be empty.
    #[serde(default)]
    pub note: String,
    /// The reports, as they were written then.
    pub reports: Vec<FrozenReport>,
    /// By register, the highest number that a row ever had before. No later row gets it.
    pub numbers: BTreeMap<String, u32>,
}

/// A report of a version, as a PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrozenReport {
    /// Id of the template.
    pub template: String,
    /// Number of pages.
    pub pages: u32,
    /// Number of bytes.
    pub size: u64,
    /// SHA-256 of the bytes, in small hexadecimal letters.
    pub blob: String,
    /// The earlier version with which the report is compared; none if it does not mark changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<u32>,
}

/// A version in the form in which its table has it.
pub(crate) struct StoredVersion {
    pub(crate) project: ProjectId,
    pub(crate) version: ProjectVersion,
}

impl Record for StoredVersion {
    const TABLE: Table = Table {
        name: "version",
        keys: &["project", "number"],
        rest: &["frozen", "state", "version"],
        order: "project, number",
        past_indexes: false,
        indexed: false,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        let version = &self.version;
        Ok(vec![
            text(self.project.as_str()),
            Value::Integer(version.number.into()),
            Value::Text(stamp(version.frozen)),
            text(&version.state),
            Value::Text(json(&version.head)?),
        ])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        let project = columns.named(ProjectId::new)?;
        let number = columns.int()?;
        let number = u32::try_from(number).map_err(|e| columns.damaged(e))?;
        let frozen = columns.moment()?;
        let state = columns.text()?;
        let head = columns.json()?;
        Ok(Self { project, version: ProjectVersion { number, frozen, state, head } })
    }
}

/// A version that was frozen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VersionChange {
    /// Its number.
    pub number: u32,
    /// Always missing, because a version is never changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<ProjectVersion>,
    /// The version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<ProjectVersion>,
}

impl RecordChange for VersionChange {
    type State = ProjectVersion;
    const TABLE: &'static Table = &StoredVersion::TABLE;
    const UNDOABLE: bool = false;
    const LISTED: bool = true;
    before_and_after!();

    fn key(&self) -> Vec<String> {
        vec![self.number.to_string()]
    }

    fn reversed(self) -> Self {
        Self { number: self.number, before: self.after, after: self.before }
    }

    fn stored(&self, db: &Db, project: &ProjectId) -> Result<Option<ProjectVersion>> {
        find(db, project, self.number)
    }

    fn put(&self, writer: &mut Writer<'_>, project: &ProjectId) -> Result<()> {
        let number = self.number.to_string();
        let old = writer.db.record::<StoredVersion>(&[project.as_str(), &number])?;
        let (None, Some(version)) = (old, self.after.clone()) else {
            return Err(Error::Misuse("a version is never changed".to_owned()));
        };
        writer.store(&StoredVersion { project: project.clone(), version }, None)
    }

    fn listed(db: &Db, project: &ProjectId) -> Result<Vec<Self>> {
        let all = all(db, project)?.into_iter();
        Ok(all
            .map(|version| Self { number: version.number, before: None, after: Some(version) })
            .collect())
    }

    fn check(&self) -> Result<(), Refusal> {
        let (None, Some(version)) = (&self.before, &self.after) else {
            return Err(Refusal::VersionChanged(self.number));
        };
        if version.number != self.number || self.number == 0 {
            return Err(Refusal::OtherVersion { version: self.number, holds: version.number });
        }
        version.head.check()?;
        let reports = version.head.reports.iter().map(|report| &report.blob);
        reports.chain([&version.state]).try_for_each(|hash| check_hash(hash))
    }

    fn blobs(&self) -> Vec<&str> {
        self.before.iter().chain(&self.after).flat_map(|version| version.blobs()).collect()
    }

    fn tell(&self, changed: &mut Changed) {
        changed.versions.push(self.number);
    }
}

impl ProjectVersion {
    /// The version as the version log names it.
    #[must_use]
    pub fn line(&self) -> VersionLine {
        VersionLine {
            number: self.number,
            kind: self.head.kind,
            on: self.frozen.date_naive(),
            by: self.head.by.clone(),
            note: self.head.note.clone(),
        }
    }

    /// The hashes of its bytes; those of its state come first.
    pub(crate) fn blobs(&self) -> Vec<&str> {
        let reports = self.head.reports.iter().map(|report| report.blob.as_str());
        std::iter::once(self.state.as_str()).chain(reports).collect()
    }
}

impl VersionHead {
    /// Checks that a person is named, and that the name and the note are not too long.
    ///
    /// # Errors
    /// Which of them is not valid.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        if self.by.trim().is_empty() || self.by.chars().count() > LONGEST_VERSION_NAME {
            return Err(Refusal::VersionBy { longest: LONGEST_VERSION_NAME });
        }
        if self.note.chars().count() > LONGEST_VERSION_NOTE {
            return Err(Refusal::VersionNote { longest: LONGEST_VERSION_NOTE });
        }
        Ok(())
    }
}

/// One version of a project.
pub(crate) fn find(db: &Db, project: &ProjectId, number: u32) -> Result<Option<ProjectVersion>> {
    let found = db.record::<StoredVersion>(&[project.as_str(), &number.to_string()])?;
    Ok(found.map(|(found, _)| found.version))
}

/// The versions of a project, oldest first.
pub(crate) fn all(db: &Db, project: &ProjectId) -> Result<Vec<ProjectVersion>> {
    let clause = "WHERE project = ?1 ORDER BY number";
    let found = db.records::<StoredVersion>(clause, [project.as_str()])?;
    Ok(found.into_iter().map(|(found, _)| found.version).collect())
}
