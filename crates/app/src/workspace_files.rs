//! Writes the workspace to files, as a copy and as JSON, and reads it again.

use std::fs;
use std::path::Path;

use vurder_content::msg;
use vurder_model::id::ProjectId;
use vurder_workspace::Dump;

use crate::answers::{UndoState, Written};
use crate::app::App;
use crate::arguments::{FromFile, ToFile};
use crate::change::LONGEST_NAME;
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
    let dump = read_dump(app, &from.from)?;
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

/// Adds the project that a report carries, or the only project of a dump, to this workspace. It gets an identity of its
/// own if its identity is taken, and a title that says where it is from if another project has its title.
pub(crate) fn add_project(app: &mut App, from: FromFile) -> Outcome<Changed> {
    let dump = read_dump(app, &from.from)?;
    let first = dump.projects.first().map(|project| &project.head);
    let mut title = first.map(|head| head.title.clone()).unwrap_or_default();
    let known = app.workspace.projects()?;
    if known.iter().any(|other| other.head.title == title) {
        let file = from.from.file_name().unwrap_or_default().to_string_lossy();
        let both = app.messages.format(&msg::project_title_of_file(title.as_str(), &*file));
        title = both.chars().take(LONGEST_NAME).collect();
    }
    let id = match first.filter(|head| app.workspace.head(&head.id).is_err()) {
        Some(head) => head.id.clone(),
        None => ProjectId::new(app.workspace.new_id()).map_err(Fault::internal)?,
    };
    let done = app.workspace.add_project(&dump, &id, &title)?;
    app.content_changed()?;
    app.changed(&id, &done)
}

/// Reads and checks the dump in a file, or the project that a report carries.
fn read_dump(app: &App, from: &Path) -> Outcome<Dump> {
    let path = from.display().to_string();
    if app.workspace.is_own(from) {
        return Err(Fault::bad_dump(msg::error_dump_own_file(path)));
    }
    let file = fs::read(from).map_err(|error| unreadable(from, error))?;
    let json = report_file::dump_in(file, from)?;
    // Some programs write this mark before a text in UTF-8.
    let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&json);
    let dump = serde_json::from_slice(json).map_err(|error| {
        Fault::bad_dump(msg::error_dump_not_a_dump(path, error.line())).with_detail(error)
    })?;
    loading::check(&app.library, &dump)?;
    Ok(dump)
}
