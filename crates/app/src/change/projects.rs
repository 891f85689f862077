//! Makes and changes projects, and moves them to the trash and back.

use chrono::{DateTime, Utc};
use vurder_model::id::ProjectId;
use vurder_model::project::{ProjectHead, Row};
use vurder_workspace::{Op, RowPosition};

use crate::app::App;
use crate::change::project_copies::create_like;
use crate::change::project_facts::{
    FIRST_VERSION, forms, language, providers, revisions, title, version,
};
use crate::change::project_rows::{processor_id, processors_of};
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::project_arguments::{ChangeProject, CreateProject, OfProject};

/// Makes a project with its controllers, the processors of its providers, and its forms; or with the facts of another
/// project.
pub(crate) fn create_project(app: &mut App, mut new: CreateProject) -> Outcome<Changed> {
    if let Some(like) = new.like.take() {
        return create_like(app, &like, new);
    }
    let title = title(&new.title)?;
    let forms = forms(&app.library, &new.forms)?;
    let language = language(new.language.as_deref().unwrap_or("en"))?;
    let providers = providers(&app.library, new.providers)?;
    let mut follows = app.library.newest_revisions();
    follows.extend(revisions(&app.library, new.follows)?);
    let id = match new.id {
        Some(id) => id,
        None => ProjectId::new(app.workspace.new_id()).map_err(Fault::internal)?,
    };
    let head = ProjectHead {
        id: id.clone(),
        title,
        language,
        version: FIRST_VERSION.to_owned(),
        forms,
        providers: providers.clone(),
        follows,
        created: app.workspace.now(),
        trashed: None,
    };
    let mut rows = app.controllers(&new.controllers)?;
    for provider in &providers {
        rows.push(app.processor(provider, false)?);
    }
    let done = app.workspace.transact(None, Op::CreateProject, |tx| -> Outcome<()> {
        tx.create_project(head)?;
        rows.into_iter().try_for_each(|row| put_row(tx, row, &RowPosition::Last))
    })?;
    app.changed(&id, &done)
}

/// Changes the facts that the arguments name; the others stay. A new provider gets a row in the register of processors,
/// or its old row comes back from the trash. If a provider is taken away, its row stays, since a person may have
/// written in it.
pub(crate) fn change_project(app: &mut App, change: ChangeProject) -> Outcome<Changed> {
    let project = app.project(&change.project)?;
    let mut head = project.head.clone();
    if let Some(new) = &change.title {
        head.title = title(new)?;
    }
    if let Some(new) = &change.language {
        head.language = language(new)?;
    }
    if let Some(new) = change.version {
        head.version = version(&new)?;
    }
    if let Some(new) = &change.forms {
        let chosen = forms(&app.library, new)?;
        // A form that the project already follows keeps its version.
        head.forms = chosen
            .into_iter()
            .map(|form| {
                let followed = project.head.forms.iter().find(|f| f.template == form.template);
                followed.cloned().unwrap_or(form)
            })
            .collect();
    }
    let (mut rows, mut back) = (Vec::new(), Vec::new());
    if let Some(new) = change.providers {
        head.providers = providers(&app.library, new)?;
        for provider in &head.providers {
            match processors_of(&app.library, &project, provider)
                .max_by_key(|row| in_use_or_trashed_last(row))
            {
                Some(row) if row.trashed.is_none() => {}
                // The provider was chosen before: its row comes back with what was written in it.
                Some(row) => back.push(row.id.clone()),
                None => {
                    // The provider was never chosen here, so nothing was drafted against an earlier revision of it.
                    let newest = app.library.known_pack(provider)?.revision.clone();
                    head.follows.insert(provider.clone(), newest);
                    let taken = processor_id(provider);
                    let taken = project.rows.iter().any(|row| row.id.as_str() == taken);
                    rows.push(app.processor(provider, taken)?);
                }
            }
        }
    }
    head.follows.extend(revisions(&app.library, change.follows)?);
    let done =
        app.workspace.transact(Some(&change.project), Op::ChangeProject, |tx| -> Outcome<()> {
            tx.set_head(head)?;
            back.iter().try_for_each(|row| tx.restore_row(row))?;
            rows.into_iter().try_for_each(|row| put_row(tx, row, &RowPosition::Last))
        })?;
    app.changed(&change.project, &done)
}

/// Moves a project to the trash. It can be taken out again with everything in it.
pub(crate) fn trash_project(app: &mut App, of: OfProject) -> Outcome<Changed> {
    let done =
        app.workspace.transact(None, Op::TrashProject, |tx| tx.trash_project(&of.project))?;
    app.changed(&of.project, &done)
}

/// Takes a project out of the trash.
pub(crate) fn restore_project(app: &mut App, of: OfProject) -> Outcome<Changed> {
    let done =
        app.workspace.transact(None, Op::RestoreProject, |tx| tx.restore_project(&of.project))?;
    app.changed(&of.project, &done)
}

/// Sort key for the rows of one provider: the greatest is the row outside the trash, or else the row that was trashed
/// last.
fn in_use_or_trashed_last(row: &Row) -> (bool, Option<DateTime<Utc>>) {
    (row.trashed.is_none(), row.trashed)
}
