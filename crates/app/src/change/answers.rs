//! Writes one answer after checking it against its field.

use vurder_content::msg;
use vurder_model::field::FieldKind;
use vurder_model::id::RowId;
use vurder_model::method::METHOD;
use vurder_model::project::{Row, SINGLE, single_id};
use vurder_model::role::FieldRole;
use vurder_model::value::Value;
use vurder_workspace::{Op, RowPosition, Tx};

use crate::app::App;
use crate::change::answer_check::check_from;
use crate::change::moved_levels::answers_that_follow;
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::facts::Facts;
use crate::quoting::names;
use crate::refused_answer;
use crate::request_state::RequestState;
use crate::row_arguments::SetValue;

/// Writes or empties one answer.
pub(crate) fn set_value(app: &mut App, set: SetValue) -> Outcome<Changed> {
    let facts = app.facts(&set.project)?;
    let (row, made) = row_of_answer(facts, set.row.as_ref(), set.register.as_deref())?;
    let field = facts.registers.known_field(&row.register, &set.field)?;
    let mut value = set.value;
    if let Some(doc) = set.doc {
        let markdown = doc.to_markdown();
        value = match (field.kind, value) {
            (FieldKind::Text, _) => Some(Value::Text(markdown)),
            (FieldKind::YesNo, Some(Value::YesNo { answer, .. })) => {
                Some(Value::YesNo { answer, reason: markdown })
            }
            _ => return Err(Fault::wrong_value(refused_answer::rich_text(field))),
        };
    }
    let value = value.map(|value| field.follow(value));
    if let Some(value) = &value {
        let stored = row.values.get(&set.field);
        let with_next_step = |fault: Fault| match fault.code {
            ErrorCode::WrongValue => fault.with_help(msg::error_answer_help()),
            _ => fault,
        };
        check_from(value, field, facts, stored).map_err(with_next_step)?;
    }
    let value = value.filter(|v| !v.is_empty()).or_else(|| field.default.clone());
    let id = row.id.clone();
    let state = RowState::of(facts, &id, made);
    let follows = match &value {
        Some(Value::Scale(new)) if row.register == METHOD => {
            answers_that_follow(facts, &set.field, new)
        }
        _ => Vec::new(),
    };
    // A provider names a request that was sent by its number.
    let sent = field.role == Some(FieldRole::RequestStatus)
        && matches!(&value, Some(Value::Choice(chosen)) if chosen.option != RequestState::Draft.option());
    let numbered = sent.then(|| row.register.clone());
    let done = app.workspace.transact(Some(&set.project), Op::SetValue, |tx| -> Outcome<()> {
        state.prepare(tx, row)?;
        tx.set_value(&id, &set.field, value)?;
        for (row, field, value) in follows {
            tx.set_value(&row, &field, value)?;
        }
        match numbered {
            Some(register) => Ok(tx.number_register(&register)?),
            None => Ok(()),
        }
    })?;
    app.changed(&set.project, &done)
}

/// The state of the row of an answer, before the answer is written.
pub(super) enum RowState {
    /// The row exists.
    Exists,
    /// The row is made with its first answer.
    New,
    /// The row is taken out of the trash: earlier versions of the program let the row of a single register go there.
    Trashed,
}

impl RowState {
    fn of(facts: &Facts, row: &RowId, made: bool) -> Self {
        match (made, facts.row(row)) {
            (false, _) => Self::Exists,
            (true, None) => Self::New,
            (true, Some(_)) => Self::Trashed,
        }
    }

    /// Makes the row, or takes it out of the trash, where needed.
    pub(super) fn prepare(self, tx: &mut Tx<'_, '_>, row: Row) -> Outcome<()> {
        match self {
            Self::Exists => Ok(()),
            Self::New => put_row(tx, row, &RowPosition::Last),
            Self::Trashed => Ok(tx.restore_row(&row.id)?),
        }
    }
}

/// The row of a single register, and what has to be done with it. The row is made with its first answer.
pub(super) fn single_row(facts: &Facts, register: &str) -> Outcome<(Row, RowState)> {
    let (row, made) = row_of_answer(facts, None, Some(register))?;
    let state = RowState::of(facts, &row.id, made);
    Ok((row, state))
}

/// The row of an answer, and whether the row still has to be made. The row of a single register is made with its first
/// answer.
pub(super) fn row_of_answer(
    facts: &Facts,
    row: Option<&RowId>,
    register: Option<&str>,
) -> Outcome<(Row, bool)> {
    let singles = || facts.registers.singles();
    let register = match (row, register) {
        (Some(_), Some(_)) => {
            return Err(Fault::bad_arguments(msg::error_row_and_register()));
        }
        (Some(id), None) => match singles().find(|r| single_id(r).as_ref() == Some(id)) {
            Some(register) => register,
            None => return Ok((facts.row_in_use(id)?.clone(), false)),
        },
        (None, Some(name)) => {
            let register = facts.registers.register(name).filter(|register| register.single);
            register.ok_or_else(|| no_single_register(facts, name))?.id.as_str()
        }
        (None, None) => {
            return Err(Fault::bad_arguments(msg::error_row_or_register()));
        }
    };
    match facts.row_with_key(register, SINGLE) {
        Some(row) => Ok((row.clone(), false)),
        None => single(register)
            .map(|row| (row, true))
            .ok_or_else(|| no_single_register(facts, register)),
    }
}

/// The fault for a name that no single register has.
fn no_single_register(facts: &Facts, name: &str) -> Fault {
    let singles = names(facts.registers.singles());
    Fault::unknown_name(msg::error_no_single_register(name, singles))
}

/// The row of a single register as it is before its first answer.
fn single(register: &str) -> Option<Row> {
    Some(Row {
        id: single_id(register)?,
        register: register.to_owned(),
        key: Some(SINGLE.to_owned()),
        position: 0.0,
        number: None,
        trashed: None,
        values: Default::default(),
    })
}
