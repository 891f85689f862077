//! Projects: made, renamed, given providers and forms, moved to the trash and back.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use vurder_content::msg;
use vurder_model::id::ProjectId;
use vurder_model::project::{FormChoice, Project, ProjectHead, Row};
use vurder_model::role::FieldRole;
use vurder_model::template::Template;
use vurder_model::value::Value;
use vurder_workspace::{Op, RowPosition};

use crate::app::App;
use crate::arguments::{ChangeProject, CreateProject, OfProject};
use crate::change::project_copies::create_like;
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::language::text_languages;
use crate::library::Library;
use crate::quoting::{beginning, names};

/// The most characters of a project's name.
const LONGEST_NAME: usize = 300;
/// The most characters of a report's version.
const LONGEST_VERSION: usize = 100;

/// The version that the reports of a new project bear.
pub(super) const FIRST_VERSION: &str = "0.1";

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

/// Changes the facts that the arguments name; the others stay. A new provider gets a row among the processors, or its
/// old row comes back from the trash. The row of a provider that is taken away stays, since the user may have written
/// in it.
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
        // A form that is followed already keeps its version.
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
                    // It was never chosen here, so nothing was drafted against an earlier revision of it.
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

/// Moves a project to the trash, from where it comes back whole.
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

/// The rows of a provider among the processors, in the trash or not.
fn processors_of<'a>(
    library: &'a Library,
    project: &'a Project,
    provider: &'a str,
) -> impl Iterator<Item = &'a Row> {
    project.rows.iter().filter(move |row| is_processor_of(library, row, provider))
}

fn is_processor_of(library: &Library, row: &Row, provider: &str) -> bool {
    let (register, field) = library.role(FieldRole::LibraryProvider);
    row.register == register
        && matches!(row.values.get(field), Some(Value::Line(of)) if of == provider)
}

/// Orders the rows of one provider: the greatest is the row outside the trash, or else the one that was trashed last.
fn in_use_or_trashed_last(row: &Row) -> (bool, Option<DateTime<Utc>>) {
    (row.trashed.is_none(), row.trashed)
}

pub(super) fn title(given: &str) -> Outcome<String> {
    let title = given.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return Err(Fault::wrong_value(msg::error_project_without_name()));
    }
    if title.chars().count() > LONGEST_NAME {
        let message = msg::error_project_name_too_long(LONGEST_NAME);
        return Err(Fault::new(ErrorCode::TooLarge, message));
    }
    Ok(title)
}

fn version(given: &str) -> Outcome<String> {
    let version = given.split_whitespace().collect::<Vec<_>>().join(" ");
    if version.chars().count() > LONGEST_VERSION {
        let message = msg::error_report_version_too_long(LONGEST_VERSION);
        return Err(Fault::new(ErrorCode::TooLarge, message));
    }
    Ok(version)
}

pub(super) fn language(given: &str) -> Outcome<String> {
    let offered = text_languages();
    if offered.iter().any(|language| language == given) {
        Ok(given.to_owned())
    } else {
        let languages = names(offered.iter().map(String::as_str));
        Err(Fault::wrong_value(msg::error_no_language(beginning(given), languages)))
    }
}

pub(super) fn forms(library: &Library, given: &[String]) -> Outcome<Vec<FormChoice>> {
    if given.is_empty() {
        return Err(Fault::wrong_value(msg::error_project_without_form()));
    }
    let mut chosen: Vec<&Template> = Vec::new();
    for name in given {
        let template = library.known_template(name)?;
        if chosen.iter().all(|known| known.id != template.id) {
            chosen.push(template);
        }
    }
    // The sort keeps the order in which they were named.
    chosen.sort_by_key(|template| template.order);
    let choice = |template: &Template| FormChoice {
        template: template.id.clone(),
        version: template.version.clone(),
    };
    Ok(chosen.into_iter().map(choice).collect())
}

/// The providers as chosen, each once.
pub(super) fn providers(library: &Library, chosen: Vec<String>) -> Outcome<Vec<String>> {
    let mut providers: Vec<String> = Vec::new();
    for provider in chosen {
        library.known_pack(&provider)?;
        if !providers.contains(&provider) {
            providers.push(provider);
        }
    }
    Ok(providers)
}

/// The revisions to follow, by provider.
pub(super) fn revisions(
    library: &Library,
    given: BTreeMap<String, String>,
) -> Outcome<BTreeMap<String, String>> {
    for (provider, revision) in &given {
        library.known_revision(provider, revision)?;
    }
    Ok(given)
}

/// The identity of a provider's row among the processors.
fn processor_id(provider: &str) -> String {
    format!("processor-{provider}")
}

impl App {
    /// A row for each controller that has a name.
    pub(super) fn controllers(&mut self, names: &[String]) -> Outcome<Vec<Row>> {
        let (register, field) = self.library.role(FieldRole::Controller);
        let (register, field) = (register.to_owned(), field.to_owned());
        let names = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
        let row = |(at, name): (usize, &str)| {
            let mut row = self.row(&register, Some(format!("controller-{}", at + 1)))?;
            if name.contains(['\n', '\r']) {
                return Err(Fault::wrong_value(msg::error_controller_name()));
            }
            row.values.insert(field.clone(), Value::Line(name.to_owned()));
            Ok(row)
        };
        names.enumerate().map(row).collect()
    }

    /// Whether a row of the processors is of this provider.
    pub(super) fn has_processor(&self, rows: &[Row], provider: &str) -> bool {
        rows.iter().any(|row| is_processor_of(&self.library, row, provider))
    }

    /// A row for a provider among the processors. `taken` says that another row has its usual identity; then one is
    /// drawn.
    pub(super) fn processor(&mut self, provider: &str, taken: bool) -> Outcome<Row> {
        let name = self.library.pack(provider).map_or(provider, |p| p.name.as_str()).to_owned();
        let (register, name_field) = self.library.role(FieldRole::ProcessorName);
        let (register, name_field) = (register.to_owned(), name_field.to_owned());
        let provider_field = self.library.role(FieldRole::LibraryProvider).1.to_owned();
        let mut row = self.row(&register, (!taken).then(|| processor_id(provider)))?;
        row.values.insert(name_field, Value::Line(name));
        row.values.insert(provider_field, Value::Line(provider.to_owned()));
        Ok(row)
    }
}
