//! What all commands that make a row have in common: a free id, first answers, and the answer of the change.

use std::collections::BTreeMap;

use vurder_content::msg;
use vurder_model::id::RowId;
use vurder_model::project::single_id;
use vurder_model::value::Value;

use crate::change::answer_check::check;
use crate::changed::Changed;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::facts::Facts;

/// Refuses an id that a row of the project has, in the trash or not, or that belongs to the row of a single register.
pub(crate) fn require_free(facts: &Facts, id: Option<&RowId>) -> Outcome<()> {
    let Some(id) = id else { return Ok(()) };
    let is_single =
        facts.registers.singles().any(|register| single_id(register).as_ref() == Some(id));
    if is_single || facts.row(id).is_some() {
        return Err(Fault::new(ErrorCode::Taken, msg::error_taken(id.as_str())));
    }
    Ok(())
}

/// The first answers of a new row: the given ones, and the default of each field without a given one. Each answer is
/// checked against its field. Empty answers are left out.
pub(crate) fn first_answers(
    facts: &Facts,
    register: &str,
    given: BTreeMap<String, Value>,
) -> Outcome<BTreeMap<String, Value>> {
    let mut values = given;
    for field in &facts.registers.known_register(register)?.fields {
        if let (Some(default), false) = (&field.default, values.contains_key(&field.id)) {
            values.insert(field.id.clone(), default.clone());
        }
    }
    for (id, value) in &mut values {
        let field = facts.registers.known_field(register, id)?;
        *value = field.follow(value.clone());
        check(value, field, facts)?;
    }
    values.retain(|_, value| !value.is_empty());
    Ok(values)
}

/// The answer of a change that made one row.
pub(crate) fn made(changed: Changed, row: RowId) -> Changed {
    Changed { rows: vec![row.clone()], row: Some(row), ..changed }
}
