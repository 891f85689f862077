//! Projects: made, renamed, given providers and forms, moved to the trash and back.

use vurder_content::Content;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::{FormChoice, Project, ProjectHead, Row, SINGLE};
use vurder_model::value::Value;
use vurder_workspace::Place;

use crate::answers::Changed;
use crate::app::App;
use crate::arguments::{ChangeProject, CreateProject, OfProject};
use crate::catalogue::template_by_name;
use crate::change::rows::put_row;
use crate::error::{ErrorCode, Fault, Outcome};

/// Languages a report can be in.
pub(crate) const LANGUAGES: [&str; 3] = ["en", "nb", "da"];

/// Makes a project with its controllers, the processors of its providers, and its forms.
pub(crate) fn create_project(app: &mut App, new: CreateProject) -> Outcome<Changed> {
    let title = title(&new.title)?;
    let forms = forms(app.content, &new.forms)?;
    let language = language(new.language.as_deref().unwrap_or("en"))?;
    check_providers(app.content, &new.providers)?;
    let id = match new.id {
        Some(id) => id,
        None => ProjectId::new(app.workspace.new_id())
            .map_err(|e| Fault::new(ErrorCode::Internal, "id").because(e))?,
    };
    let head = ProjectHead {
        id: id.clone(),
        title,
        language,
        version: "0.1".to_owned(),
        forms,
        providers: new.providers.clone(),
        created: app.workspace.now(),
        trashed: None,
    };
    let mut rows = Vec::new();
    let names = new.controllers.iter().map(|n| n.trim()).filter(|n| !n.is_empty());
    for (at, name) in names.enumerate() {
        let mut row = app.row("controller", Some(format!("controller-{}", at + 1)))?;
        row.values.insert("name".to_owned(), Value::Line(name.to_owned()));
        rows.push(row);
    }
    rows.extend(app.processors(&new.providers)?);
    app.workspace.transact(None, "create_project", |tx| -> Outcome<()> {
        tx.create_project(head)?;
        rows.into_iter().try_for_each(|row| put_row(tx, row, &Place::Last))
    })?;
    app.changed(&id)
}

/// Changes what is said; the rest stays. Providers that come new bring their row among the processors; rows of
/// providers that go stay, since something may be written in them.
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
        head.version = new.trim().to_owned();
    }
    if let Some(new) = &change.forms {
        let chosen = forms(app.content, new)?;
        // A form that is followed already keeps its version.
        head.forms = chosen
            .into_iter()
            .map(|form| {
                let kept = project.head.forms.iter().find(|f| f.template == form.template);
                kept.cloned().unwrap_or(form)
            })
            .collect();
    }
    let mut rows = Vec::new();
    if let Some(new) = change.providers {
        check_providers(app.content, &new)?;
        let fresh: Vec<String> =
            new.iter().filter(|p| !has_processor(&project, p)).cloned().collect();
        rows = app.processors(&fresh)?;
        head.providers = new;
    }
    app.workspace.transact(Some(&change.project), "change_project", |tx| -> Outcome<()> {
        tx.set_head(head)?;
        rows.into_iter().try_for_each(|row| put_row(tx, row, &Place::Last))
    })?;
    app.changed(&change.project)
}

/// Moves a project to the trash, from where it comes back whole.
pub(crate) fn trash_project(app: &mut App, of: OfProject) -> Outcome<Changed> {
    app.workspace.transact(None, "trash_project", |tx| tx.trash_project(&of.project))?;
    app.changed(&of.project)
}

/// Takes a project out of the trash.
pub(crate) fn restore_project(app: &mut App, of: OfProject) -> Outcome<Changed> {
    app.workspace.transact(None, "restore_project", |tx| tx.restore_project(&of.project))?;
    app.changed(&of.project)
}

fn has_processor(project: &Project, provider: &str) -> bool {
    project
        .rows_of("processor")
        .any(|row| matches!(row.values.get("provider"), Some(Value::Line(p)) if p == provider))
}

fn title(given: &str) -> Outcome<String> {
    let title = given.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return Err(Fault::wrong_value("a project needs a name"));
    }
    if title.chars().count() > 300 {
        return Err(Fault::new(ErrorCode::TooLarge, "a project's name holds 300 characters"));
    }
    Ok(title)
}

fn language(given: &str) -> Outcome<String> {
    if LANGUAGES.contains(&given) {
        Ok(given.to_owned())
    } else {
        Err(Fault::wrong_value(format!("language \"{given}\"; there are {}", LANGUAGES.join(", "))))
    }
}

fn forms(content: &Content, names: &[String]) -> Outcome<Vec<FormChoice>> {
    if names.is_empty() {
        return Err(Fault::wrong_value("a project needs at least one form"));
    }
    let mut chosen: Vec<FormChoice> = Vec::new();
    for name in names {
        let template = template_by_name(content, name)
            .ok_or_else(|| Fault::not_found(format!("The form \"{name}\"")))?;
        if chosen.iter().all(|c| c.template != template.id) {
            chosen.push(FormChoice {
                template: template.id.clone(),
                version: template.version.clone(),
            });
        }
    }
    Ok(chosen)
}

fn check_providers(content: &Content, providers: &[String]) -> Outcome<()> {
    match providers.iter().find(|p| content.pack(p).is_none()) {
        Some(unknown) => Err(Fault::not_found(format!("The provider \"{unknown}\""))),
        None => Ok(()),
    }
}

impl App {
    /// A row for each provider among the processors.
    fn processors(&mut self, providers: &[String]) -> Outcome<Vec<Row>> {
        let mut rows = Vec::new();
        for provider in providers {
            let name = self.content.pack(provider).map_or(provider.as_str(), |p| p.name.as_str());
            let mut row = self.row("processor", Some(format!("processor-{provider}")))?;
            row.values.insert("name".to_owned(), Value::Line(name.to_owned()));
            row.values.insert("provider".to_owned(), Value::Line(provider.clone()));
            rows.push(row);
        }
        Ok(rows)
    }
}

/// The identity that the row of a single register gets with its first answer.
pub(crate) fn single_id(register: &str) -> Option<RowId> {
    RowId::new(register.replace('_', "-")).ok()
}

/// The row of a single register, before its first answer.
pub(crate) fn single(register: &str) -> Option<Row> {
    Some(Row {
        id: single_id(register)?,
        register: register.to_owned(),
        key: Some(SINGLE.to_owned()),
        position: 0.0,
        trashed: None,
        values: Default::default(),
    })
}
