//! The questions for earlier versions of an answer, for the trash, and for citations.

use vurder_content::msg;
use vurder_model::id::ProjectId;
use vurder_model::richtext::RichText;
use vurder_model::value::Value;
use vurder_model::view::row_label;

use crate::answers::{Trash, TrashedRow};
use crate::app::App;
use crate::citation_answers::Citations;
use crate::error::{Fault, Outcome};
use crate::project_arguments::{OfProject, OfProjectOrAll};
use crate::row_answers::{Version, Versions};
use crate::row_arguments::OfVersions;

/// The newest versions of an answer, newest first; with `before`, those that are older than that version.
pub(crate) fn history(app: &mut App, of: OfVersions) -> Outcome<Versions> {
    let before = of.before.as_deref();
    let Some((versions, older)) = app.workspace.history(&of.project, &of.row, &of.field, before)?
    else {
        return Err(Fault::unknown_name(msg::error_no_version(before.unwrap_or_default())));
    };
    let doc = |value: &Option<Value>| match value {
        Some(Value::Text(markdown) | Value::YesNo { reason: markdown, .. }) => {
            Some(RichText::from_markdown(markdown))
        }
        _ => None,
    };
    let facts = app.facts(&of.project)?;
    let register = facts.row(&of.row).map_or("", |row| row.register.as_str());
    let field = facts.registers.field(register, &of.field);
    let follow = |value| match field {
        Some(field) => field.follow(value),
        None => value,
    };
    let versions = versions
        .into_iter()
        .map(|v| Version {
            version: v.id,
            at: v.at,
            doc: doc(&v.value),
            value: v.value.map(follow),
            current: v.current,
        })
        .collect();
    Ok(Versions { versions, older })
}

/// Projects and rows in the trash.
pub(crate) fn trash(app: &mut App, of: OfProjectOrAll) -> Outcome<Trash> {
    let mut trash = Trash { projects: Vec::new(), rows: Vec::new() };
    let asked = |id: &ProjectId| of.project.as_ref().is_none_or(|p| p == id);
    let trashed = app.workspace.trashed_projects()?.into_iter().map(|p| p.head);
    trash.projects.extend(trashed.filter(|head| asked(&head.id)));
    for listed in app.workspace.projects()? {
        let head = listed.head;
        if !asked(&head.id) {
            continue;
        }
        let project = app.project(&head.id)?;
        let registers = app.library.registers_of(&project.head);
        for row in &project.rows {
            if let Some(trashed) = row.trashed {
                let register = registers.register(&row.register);
                trash.rows.push(TrashedRow {
                    project: head.id.clone(),
                    row: row.id.clone(),
                    one: register.map_or_else(|| row.register.clone(), |r| r.one.clone()),
                    label: register.map_or_else(String::new, |r| row_label(row, r)),
                    trashed,
                });
            }
        }
    }
    trash.rows.sort_by_key(|r| std::cmp::Reverse(r.trashed));
    Ok(trash)
}

/// The citations of a project, and whether their words are still published.
pub(crate) fn citations(app: &mut App, of: OfProject) -> Outcome<Citations> {
    let (facts, context) = app.facts_to_tell(&of.project)?;
    Ok(Citations { revision: facts.revision, citations: facts.tell_citations(context) })
}
