//! Freezes a version of a project, and numbers its rows anew.

use std::collections::BTreeMap;

use vurder_content::msg;
use vurder_model::frozen::{VersionKind, VersionLine};
use vurder_report::{Document, Empty, PdfOptions};
use vurder_workspace::{NewReport, NewVersion, Op};

use crate::app::App;
use crate::change::review_rounds::begin_round;
use crate::changed::Changed;
use crate::cutting::CutChoice;
use crate::earlier_version::EarlierVersion;
use crate::error::{Fault, Outcome};
use crate::project_arguments::OfProject;
use crate::report_source::{ReportSource, pictures_of, report};
use crate::since::Since;
use crate::version_arguments::FreezeVersion;
use crate::versions_and_files::VersionsAndFiles;

/// The largest Word file that is kept with a version. A larger one, with many pictures, is made anew when somebody asks
/// for it.
const LARGEST_WORD_FILE: usize = 16_000_000;

/// Sends a project for review or approves it: freezes a version with its reports. The draft stays editable. Reports of
/// an approved version are for keeping (PDF/A-3a). Reports of a version for review are not, since reviewers must be
/// able to comment on them.
pub(crate) fn freeze_version(app: &mut App, of: FreezeVersion) -> Outcome<Changed> {
    let by = of.by.split_whitespace().collect::<Vec<_>>().join(" ");
    if by.is_empty() {
        return Err(Fault::wrong_value(msg::error_version_by_nobody()));
    }
    let note = of.note.trim().to_owned();
    let mut files = VersionsAndFiles::of(&app.workspace, &of.project)?;
    let number = files.versions.last().map_or(1, |last| last.number.saturating_add(1));
    app.library.read_cited_pages(&app.workspace, &app.project(&of.project)?.citations)?;
    let project = app.project(&of.project)?;
    let earlier = Since::of(of.since, of.redline)?
        .map(|since| EarlierVersion::read(app, &of.project, &project, since))
        .transpose()?;
    let pictures = pictures_of(&app.workspace, &app.library, &project, &files)?;
    let choice = CutChoice { with_answers: of.with_answers, ..CutChoice::default() };
    let App { workspace, library, fonts, .. } = app;
    let done = workspace.transact(None, Op::FreezeVersion, |tx| {
        tx.begin_version(&of.project)?;
        let mut project = tx.whole()?;
        library.follow_fields(&mut project);
        let date = tx.now().date_naive();
        let line = VersionLine { number, kind: of.kind, on: date, by, note };
        files.versions.push(line.clone());
        let archival = of.kind == VersionKind::Approved;
        let (mut reports, mut word_files) = (Vec::new(), BTreeMap::new());
        let mut answered = false;
        for form in &project.head.forms {
            let source = |earlier| ReportSource {
                library,
                fonts,
                project: &project,
                told: None,
                files: &files,
                pictures: &pictures,
                form: &form.template,
                date,
                empty: Empty::LeaveOut,
                issued: Some(&line),
                finished: false,
                compose: vurder_report::compose,
                cut: Some(&choice),
                earlier,
                of_past: false,
            };
            let main = source(None);
            let document = main.document()?;
            answered |=
                document.blocks.iter().any(|block| block.anchor.as_deref() == Some("answers"));
            reports.push(frozen_report(&main, &document, archival, None)?);
            let word_file = vurder_report::to_docx(&document, Some(&main.origin()?));
            let word_file = word_file.map_err(report)?;
            if word_file.len() <= LARGEST_WORD_FILE {
                word_files.insert(main.origin()?.form, word_file);
            }
            if let Some(earlier) = &earlier {
                // This report also shows words of an earlier version, so it is not for keeping.
                let changes = source(Some(earlier));
                reports.push(frozen_report(&changes, &changes.document()?, false, of.since)?);
            }
        }
        if of.with_answers && !answered {
            return Err(Fault::wrong_value(msg::error_no_remark_shown())
                .with_help(msg::error_no_remark_shown_help()));
        }
        let (by, note) = (line.by.clone(), line.note.clone());
        let new = NewVersion { kind: of.kind, by, note, reports, word_files };
        Ok::<_, Fault>(tx.freeze_version(new)?)
    })?;
    let frozen = app.changed(&of.project, &done)?;
    match of.kind {
        VersionKind::Review => begin_round(app, frozen, number, &of.recipients),
        VersionKind::Approved => Ok(frozen),
    }
}

/// Makes a report that is kept with a version.
fn frozen_report(
    source: &ReportSource<'_>,
    document: &Document,
    archival: bool,
    since: Option<u32>,
) -> Outcome<NewReport> {
    let laid = vurder_report::lay_out_with(document, source.fonts).map_err(report)?;
    let pages = u32::try_from(laid.pages.len()).unwrap_or(u32::MAX);
    let origin = source.origin()?;
    let template = origin.form.clone();
    let options = PdfOptions { archival, source: None, origin: Some(origin) };
    let bytes = vurder_report::to_pdf(&laid, &options).map_err(report)?;
    Ok(NewReport { template, pages, bytes, since })
}

/// Numbers the rows of a project anew and without gaps. This is one step that can be undone.
pub(crate) fn renumber(app: &mut App, of: OfProject) -> Outcome<Changed> {
    let done = app.workspace.transact(Some(&of.project), Op::Renumber, |tx| tx.renumber())?;
    app.changed(&of.project, &done)
}
