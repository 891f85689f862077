//! Writes the workspace to files, as a copy and as JSON, and reads it again.

use std::fs;

use vurder_content::msg;

use crate::answers::{UndoState, Written};
use crate::app::App;
use crate::arguments::{FromFile, ToFile};
use crate::changed::{Changed, Touched};
use crate::error::{Fault, Outcome};
use crate::written_file::{outside, unreadable, written};
use crate::{loading, report_file};

/// Writes a copy of the workspace, which opens like the workspace itself.
pub(crate) fn backup(app: &mut App, to: ToFile) -> Outcome<Written> {
    app.workspace.backup_to(&to.out).map_err(|e| outside(&to.out, e))?;
    written(&to.out)
}

/// Writes the whole workspace as JSON, with history and trash.
pub(crate) fn dump(app: &mut App, to: ToFile) -> Outcome<Written> {
    let dump = app.workspace.dump()?;
    let mut json = serde_json::to_vec_pretty(&dump).map_err(Fault::internal)?;
    json.push(b'\n');
    app.workspace.write_file(&to.out, &json).map_err(|e| outside(&to.out, e))?;
    written(&to.out)
}

/// Reads a workspace from JSON, or from a report that carries its project, into this workspace, which must have no
/// project yet.
pub(crate) fn load(app: &mut App, from: FromFile) -> Outcome<Changed> {
    let path = from.from.display().to_string();
    if app.workspace.is_own(&from.from) {
        return Err(Fault::bad_dump(msg::error_dump_own_file(path)));
    }
    let file = fs::read(&from.from).map_err(|error| unreadable(&from.from, error))?;
    let json = report_file::dump_in(file, &from.from)?;
    // Some programs write this mark before a text in UTF-8.
    let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&json);
    let dump = serde_json::from_slice(json).map_err(|error| {
        Fault::bad_dump(msg::error_dump_not_a_dump(path, error.line())).with_detail(error)
    })?;
    loading::check(&app.library, &dump)?;
    app.workspace.load(&dump)?;
    app.content_changed()?;
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
        moved: None,
    })
}
