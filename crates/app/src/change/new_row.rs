//! What all rows have in common that a command makes: a free identity, first answers, and what is told of them.

use std::collections::BTreeMap;

use vurder_content::msg;
use vurder_model::id::RowId;
use vurder_model::project::single_id;
use vurder_model::value::Value;

use crate::change::answer_check::check;
use crate::changed::Changed;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::facts::Facts;

/// Refuses an identity that a row of the project has, in the trash or not, or that is kept for a register of one row.
pub(crate) fn require_free(facts: &Facts, id: Option<&RowId>) -> Outcome<()> {
    let Some(id) = id else { return Ok(()) };
    let is_single =
        facts.registers.singles().any(|register| single_id(register).as_ref() == Some(id));
    if is_single || facts.row(id).is_some() {
        return Err(Fault::new(ErrorCode::Taken, msg::error_taken(id.as_str())));
    }
    Ok(())
}

/// The answers with which a row of a register begins: those that are given, and the register's own where none is given.
/// Each is one that the field takes; empty ones are left out.
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

/// What a change tells that made one row.
pub(crate) fn made(changed: Changed, row: RowId) -> Changed {
    Changed { rows: vec![row.clone()], row: Some(row), ..changed }
}
