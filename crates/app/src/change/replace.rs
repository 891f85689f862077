//! Replaces words in the answers that a person chose, in one step.

use std::collections::{BTreeMap, BTreeSet};

use vurder_content::msg;
use vurder_model::id::RowId;
use vurder_workspace::Op;

use crate::app::App;
use crate::change::answer_check::check_from;
use crate::changed::Changed;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::find_arguments::Replace;
use crate::found_places::{is_written, sought};

/// The most characters of the new words.
const LONGEST: usize = 2000;

/// Replaces words at the chosen places: all of them or none. Places are counted within an answer, so the command is
/// refused if the project changed since they were found.
pub(crate) fn replace(app: &mut App, of: Replace) -> Outcome<Changed> {
    let sought = sought(&of.words, of.case, of.whole)?;
    if of.with.chars().any(char::is_control) {
        return Err(Fault::wrong_value(msg::error_replacement_lines()));
    }
    if of.with.chars().count() > LONGEST {
        let message = msg::error_replacement_too_long(LONGEST);
        return Err(Fault::new(ErrorCode::TooLarge, message));
    }
    if of.places.is_empty() {
        return Err(Fault::wrong_value(msg::error_nothing_to_replace()));
    }
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    if facts.revision != of.revision {
        return Err(Fault::wrong_value(msg::error_changed_since_found())
            .with_help(msg::error_changed_since_found_help()));
    }
    let mut answers: BTreeMap<(RowId, String), BTreeSet<usize>> = BTreeMap::new();
    for place in of.places {
        answers.entry((place.row, place.field)).or_default().insert(place.nth);
    }
    let mut values = Vec::with_capacity(answers.len());
    for ((id, name), places) in answers {
        let row = facts.row_in_use(&id)?;
        let field = facts.registers.known_field(&row.register, &name)?;
        let stored = row.values.get(&name).filter(|_| is_written(&app.library, row, &name));
        let new = stored.and_then(|stored| stored.with_replaced(&sought, &of.with, &places));
        let new = new.ok_or_else(|| Fault::not_found(msg::error_not_found_there(&field.label)))?;
        check_from(&new, field, facts, stored)?;
        let value = Some(new).filter(|v| !v.is_empty()).or_else(|| field.default.clone());
        values.push((id, name, value));
    }
    let project = Some(&of.project);
    let done = app.workspace.transact(project, Op::ReplaceWords, |tx| -> Outcome<()> {
        for (row, field, value) in values {
            tx.set_value(&row, &field, value)?;
        }
        Ok(())
    })?;
    app.changed(&of.project, &done)
}
