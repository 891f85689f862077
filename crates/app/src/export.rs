//! Files: reports as PDF, copies of the workspace, and the workspace as JSON.

use std::fs;
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use vurder_content::Messages;
use vurder_model::bounds::YEARS;
use vurder_model::project::Project;
use vurder_report::{Composition, Empty};
use vurder_workspace::Error as WorkspaceError;

use crate::answers::{Changed, Exported, Preview, UndoState, Written};
use crate::app::App;
use crate::arguments::{EmptyParts, Export, FromFile, OfReport, ToFile};
use crate::derived::Touched;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::loading;
use crate::question::build_form;

/// The first page of a report and its length.
pub(crate) fn preview(app: &mut App, of: OfReport) -> Outcome<Preview> {
    let project = app.project(&of.project)?;
    let laid = lay_out(app, &project, &of.form, of.date, of.empty)?;
    Ok(Preview {
        svg: vurder_report::first_page_preview(&laid),
        pages: laid.pages.len(),
        missing_glyphs: missing(&laid),
    })
}

/// Writes a report as PDF.
pub(crate) fn export(app: &mut App, of: Export) -> Outcome<Exported> {
    let project = app.project(&of.project)?;
    let laid = lay_out(app, &project, &of.form, of.date, of.empty)?;
    let pdf = vurder_report::to_pdf(&laid).map_err(report)?;
    app.workspace.write_file(&of.out, &pdf).map_err(|e| outside(&of.out, e))?;
    Ok(Exported {
        path: of.out.display().to_string(),
        pages: laid.pages.len(),
        bytes: pdf.len(),
        missing_glyphs: missing(&laid),
    })
}

/// Writes a copy of the workspace that opens like the workspace itself.
pub(crate) fn backup(app: &mut App, to: ToFile) -> Outcome<Written> {
    app.workspace.backup_to(&to.out).map_err(|e| outside(&to.out, e))?;
    written(&to.out)
}

/// Writes the whole workspace, history and trash with it, as JSON.
pub(crate) fn dump(app: &mut App, to: ToFile) -> Outcome<Written> {
    let dump = app.workspace.dump()?;
    let mut json = serde_json::to_vec_pretty(&dump)
        .map_err(|e| Fault::new(ErrorCode::Internal, "dump").because(e))?;
    json.push(b'\n');
    app.workspace.write_file(&to.out, &json).map_err(|e| outside(&to.out, e))?;
    written(&to.out)
}

/// Reads a workspace from JSON into this one, which must hold no project yet.
pub(crate) fn load(app: &mut App, from: FromFile) -> Outcome<Changed> {
    let path = from.from.display().to_string();
    if app.workspace.is_own(&from.from) {
        let what = format!("{path} is the workspace that is open");
        return Err(Fault::wrong_value(what).said("error-no-dump"));
    }
    let json =
        fs::read(&from.from).map_err(|e| Fault::new(ErrorCode::File, path.clone()).because(e))?;
    // What some programs write before a text in UTF-8.
    let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&json);
    let dump = serde_json::from_slice(json).map_err(|e| {
        let what = format!("{path} is no dump of a workspace (line {})", e.line());
        Fault::wrong_value(what).said("error-no-dump").because(e)
    })?;
    loading::check(&app.library, &dump)?;
    app.workspace.load(&dump)?;
    app.open.forget();
    Ok(Changed {
        project: None,
        row: None,
        rows: Vec::new(),
        citation: None,
        saved: app.workspace.now(),
        undo: UndoState { undo: None, redo: None },
        revision: 0,
        touched: Touched::default(),
        derived: None,
    })
}

fn lay_out(
    app: &App,
    project: &Project,
    form: &str,
    date: Option<NaiveDate>,
    empty: EmptyParts,
) -> Outcome<vurder_report::Laid> {
    if date.is_some_and(|day| !YEARS.contains(&day.year())) {
        let (from, to) = (YEARS.start(), YEARS.end());
        let what = format!("\"date\": the day is not between the years {from} and {to}");
        return Err(Fault::wrong_value(what));
    }
    // The words around the answers are in the language of the answers, where the program speaks it.
    let library = app.library.translated(&project.head.language);
    let messages = Messages::for_language(&project.head.language);
    // A short name is known in the window's language; the id in every language.
    let form = &app.library.followed(&project.head, form)?.id;
    let template = library.followed(&project.head, form)?;
    let view = build_form(&library, project, template);
    let providers = project
        .head
        .providers
        .iter()
        .map(|id| library.pack(id).map_or_else(|| id.clone(), |p| p.name.clone()))
        .collect();
    let statements = library.packs().iter().flat_map(|p| &p.statements);
    let document = vurder_report::compose(&Composition {
        form: &view,
        project,
        providers,
        date: date.unwrap_or_else(|| app.workspace.now().date_naive()),
        empty: match empty {
            EmptyParts::LeaveOut => Empty::LeaveOut,
            EmptyParts::Say => Empty::Say,
        },
        statement_words: statements.map(|s| (s.id.as_str(), s.words.as_str())).collect(),
        words: &|id, args| messages.format_by_id(id, args),
    });
    vurder_report::lay_out(&document).map_err(report)
}

fn report(error: vurder_report::ReportError) -> Fault {
    Fault::new(ErrorCode::Report, error.to_string())
}

/// Each character that no font has, once, in however many places it stands.
fn missing(laid: &vurder_report::Laid) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for missing in &laid.missing {
        let character = missing.character.to_string();
        if !found.contains(&character) {
            found.push(character);
        }
    }
    found
}

/// Why a file was not written. A folder that is not there is told as a file that can't be written.
fn outside(path: &Path, error: WorkspaceError) -> Fault {
    match error {
        WorkspaceError::Missing { .. } => {
            Fault::new(ErrorCode::File, path.display().to_string()).because(error)
        }
        other => other.into(),
    }
}

fn written(path: &Path) -> Outcome<Written> {
    let size = fs::metadata(path)
        .map_err(|e| Fault::new(ErrorCode::File, path.display().to_string()).because(e))?
        .len();
    Ok(Written { path: path.display().to_string(), bytes: u32::try_from(size).unwrap_or(u32::MAX) })
}
