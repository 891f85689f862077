//! Moves a project to another version of a form, notes why a subject owes no row, and adds rows for options.

use std::collections::BTreeSet;

use vurder_content::msg;
use vurder_model::bounds::Origin;
use vurder_model::project::{FormChoice, ProjectHead};
use vurder_model::role::{FieldRole, subject_key};
use vurder_model::template::{Block, Table};
use vurder_model::value::{Chosen, Value};
use vurder_workspace::{Op, RowPosition};

use crate::app::App;
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::form_arguments::{AddRowForEach, MoveForm, NoteSubject};
use crate::form_move::{form_move, versions};
use crate::library::Library;
use crate::refused_answer;

/// Lets a project follow another version of a form. This writes no answer: each answer stays under its question.
pub(crate) fn move_form(app: &mut App, to: MoveForm) -> Outcome<Changed> {
    let facts = app.open.facts(&app.workspace, &app.library, &to.project)?;
    let (before, after) = versions(&app.library, facts.head(), &to)?;
    let moved = form_move(&app.library, &facts.project, before, after);
    let mut head = facts.head().clone();
    for choice in head.forms.iter_mut().filter(|choice| choice.template == after.id) {
        *choice = FormChoice { template: after.id.clone(), version: after.version.clone() };
    }
    let done = app.workspace.transact(Some(&to.project), Op::MoveForm, |tx| tx.set_head(head))?;
    let mut changed = app.changed(&to.project, &done)?;
    changed.moved = Some(moved);
    Ok(changed)
}

/// Stores the reason why nothing is owed under a prescribed subject or in a table. An empty reason removes the stored
/// one.
pub(crate) fn note_subject(app: &mut App, note: NoteSubject) -> Outcome<Changed> {
    let (register, field) = app.library.role(FieldRole::SubjectNote);
    let (register, field) = (register.to_owned(), field.to_owned());
    let reason = note.reason.unwrap_or_default();
    let reason = (!reason.trim().is_empty()).then_some(Value::Line(reason));
    let key = subject_key(&note.table, &note.subject);
    let facts = app.open.facts(&app.workspace, &app.library, &note.project)?;
    if !takes_note(&app.library, facts.head(), &note.table, &note.subject) {
        return Err(Fault::unknown_name(msg::error_no_subject_of_table(
            &note.table,
            &note.subject,
        )));
    }
    if let Some(value) = &reason {
        let known = facts.registers.known_field(&register, &field)?;
        if let Some(violation) = known.violation(value, Origin::Entered) {
            return Err(refused_answer::refusal(violation, value, known));
        }
    }
    let there = facts.row_with_key(&register, &key).map(|row| row.id.clone());
    let new = match there {
        Some(_) => None,
        None => {
            let mut row = app.row(&register, None)?;
            row.key = Some(key);
            Some(row)
        }
    };
    let done =
        app.workspace.transact(Some(&note.project), Op::NoteSubject, |tx| -> Outcome<()> {
            let id = match (there, new) {
                (Some(id), _) => id,
                (None, Some(row)) => {
                    let id = row.id.clone();
                    put_row(tx, row, &RowPosition::Last)?;
                    id
                }
                (None, None) => return Ok(()),
            };
            Ok(tx.set_value(&id, &field, reason)?)
        })?;
    app.changed(&note.project, &done)
}

/// Whether a form of the project has this table, and whether the table has this subject.
fn takes_note(library: &Library, head: &ProjectHead, table: &str, subject: &str) -> bool {
    let templates = head.forms.iter().filter_map(|choice| library.template(choice));
    let parts = templates.flat_map(|form| &form.sections).flat_map(|section| &section.parts);
    let takes = |found: &Table| match &found.groups {
        Some(groups) => groups.subjects.iter().any(|known| known.id == subject),
        None => subject.is_empty(),
    };
    parts.flat_map(|part| &part.blocks).any(|block| match block {
        Block::Table(found) => found.id == table && found.takes_absence() && takes(found),
        _ => false,
    })
}

/// Adds a row for each option of a choice that no row has yet, all in one step.
pub(crate) fn add_row_for_each(app: &mut App, add: AddRowForEach) -> Outcome<Changed> {
    let facts = app.facts(&add.project)?;
    let field = facts.registers.known_field(&add.register, &add.field)?;
    if facts.registers.known_register(&add.register)?.single || field.options.is_empty() {
        return Err(Fault::wrong_value(msg::error_no_options(&add.register, &add.field)));
    }
    let there: BTreeSet<&str> =
        facts.project.rows_of(&add.register).flat_map(|row| row.chosen(&add.field)).collect();
    let missing: Vec<Value> = field
        .options
        .iter()
        .filter(|option| !there.contains(option.id.as_str()))
        .map(|option| {
            field.follow(Value::Choice(Chosen { option: option.id.clone(), note: String::new() }))
        })
        .collect();
    let mut rows = Vec::new();
    for value in missing {
        let mut row = app.row(&add.register, None)?;
        row.values.insert(add.field.clone(), value);
        rows.push(row);
    }
    let ids = rows.iter().map(|row| row.id.clone()).collect();
    let done = app.workspace.transact(Some(&add.project), Op::AddRow, |tx| -> Outcome<()> {
        rows.into_iter().try_for_each(|row| put_row(tx, row, &RowPosition::Last))
    })?;
    let mut changed = app.changed(&add.project, &done)?;
    changed.rows = ids;
    Ok(changed)
}
