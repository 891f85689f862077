//! Makes projects from another project: as a copy, or with its facts alone.

use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::{Project, ProjectHead};
use vurder_model::project_like::{self, Beginning};
use vurder_model::role::FieldRole;
use vurder_workspace::{Error as WorkspaceError, NewAttachment, Op, RowPosition, Subject};

use crate::app::App;
use crate::change::project_facts::{FIRST_VERSION, forms, language, providers, revisions, title};
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::project_arguments::{CreateProject, DuplicateProject};

/// Makes a copy of a project with all present answers and attachments. History, versions and trash are not copied.
pub(crate) fn duplicate_project(app: &mut App, of: DuplicateProject) -> Outcome<Changed> {
    let title = title(&of.title)?;
    let project = model(app, &of.project)?;
    let library = app.library.clone();
    let beside = library.beside_the_draft();
    let mut files = Vec::new();
    for attached in app.workspace.attachments(&of.project)? {
        if attached.trashed.is_some() {
            continue;
        }
        let beside_the_draft = |row: &RowId| {
            let row = project.rows.iter().find(|known| known.id == *row);
            row.is_some_and(|row| beside.contains(&row.register.as_str()))
        };
        if attached.row.as_ref().is_some_and(beside_the_draft) {
            continue;
        }
        let bytes = app.workspace.attachment_bytes(&of.project, &attached.id)?;
        let row = attached.row.filter(|row| {
            project.rows.iter().any(|known| known.id == *row && known.trashed.is_none())
        });
        let (id, name, media_type) = (attached.id, attached.name, attached.media_type);
        files.push(NewAttachment { id, name, media_type, row, bytes });
    }
    let head = ProjectHead {
        id: identity(app, of.id)?,
        title,
        version: FIRST_VERSION.to_owned(),
        created: app.workspace.now(),
        ..project.head.clone()
    };
    make(app, head, project_like::copy(&project, &beside), files)
}

/// Makes a project with the facts of another one. What the arguments leave out comes from that project.
pub(crate) fn create_like(app: &mut App, like: &ProjectId, new: CreateProject) -> Outcome<Changed> {
    let title = title(&new.title)?;
    let project = model(app, like)?;
    let mut head = ProjectHead {
        id: identity(app, new.id)?,
        title,
        version: FIRST_VERSION.to_owned(),
        created: app.workspace.now(),
        ..project.head.clone()
    };
    if !new.forms.is_empty() {
        head.forms = forms(&app.library, &new.forms)?;
    }
    if let Some(new) = &new.language {
        head.language = language(new)?;
    }
    let registers = app.library.registers_of(&project.head);
    let left_out = &app.library.project_rules().left_out;
    let mut beginning = project_like::facts(&project, registers.all(), left_out);
    if !new.controllers.is_empty() {
        let (register, _) = app.library.role(FieldRole::Controller);
        beginning.rows.retain(|row| row.register != register);
        beginning.rows.extend(app.controllers(&new.controllers)?);
    }
    if !new.providers.is_empty() {
        head.providers = providers(&app.library, new.providers)?;
        for provider in &head.providers {
            if !project.head.providers.contains(provider) {
                let newest = app.library.known_pack(provider)?.revision.clone();
                head.follows.insert(provider.clone(), newest);
                let taken = app.has_processor(&beginning.rows, provider);
                beginning
                    .rows
                    .extend((!taken).then(|| app.processor(provider, false)).transpose()?);
            }
        }
    }
    head.follows.extend(revisions(&app.library, new.follows)?);
    make(app, head, beginning, Vec::new())
}

/// Reads the project that a new one is made from. A project in the trash is refused.
fn model(app: &App, id: &ProjectId) -> Outcome<Project> {
    let project = app.project(id)?;
    match project.head.trashed {
        None => Ok(project),
        Some(_) => Err(WorkspaceError::InTrash(Subject::Project(id.clone())).into()),
    }
}

fn identity(app: &mut App, asked: Option<ProjectId>) -> Outcome<ProjectId> {
    match asked {
        Some(id) => Ok(id),
        None => ProjectId::new(app.workspace.new_id()).map_err(Fault::internal),
    }
}

fn make(
    app: &mut App,
    head: ProjectHead,
    beginning: Beginning,
    files: Vec<NewAttachment>,
) -> Outcome<Changed> {
    let id = head.id.clone();
    let done = app.workspace.transact(None, Op::CreateProject, |tx| -> Outcome<()> {
        tx.create_project(head)?;
        for citation in beginning.citations {
            tx.put_citation(citation)?;
        }
        for row in beginning.rows {
            put_row(tx, row, &RowPosition::Last)?;
        }
        for file in files {
            tx.attach(file)?;
        }
        Ok(())
    })?;
    app.changed(&id, &done)
}
