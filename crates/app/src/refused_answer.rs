//! The messages for answers that are refused at a field. They name the given answer and what the field takes.

use vurder_content::{Message, msg};
use vurder_model::bounds::{LEVELS, LONGEST, Violation, YEARS};
use vurder_model::field::{Field, FieldKind};
use vurder_model::id::RowId;
use vurder_model::value::Value;

use crate::error::{ErrorCode, Fault};
use crate::quoting::{names, shortened};

/// The fault for `value` at a field. The message names the field by its label.
pub(crate) fn refusal(violation: Violation, value: &Value, field: &Field) -> Fault {
    match violation {
        Violation::TooLong => Fault::new(ErrorCode::TooLarge, too_long(value)),
        _ => about(&field.label, reason(violation, value, Some(field))),
    }
}

/// The fault for an answer at the field with this label.
pub(crate) fn about(label: &str, reason: Message) -> Fault {
    Fault::wrong_value(msg::error_answer(label, reason))
}

/// The reason why `value` can't stand at `field`, as part of a sentence. `field` is `None` if the program does not know
/// the field.
pub(crate) fn reason(violation: Violation, value: &Value, field: Option<&Field>) -> Message {
    match violation {
        Violation::TooLong => msg::reason_too_long(size(value), LONGEST / 1024),
        Violation::Kind => field.map_or_else(msg::reason_unknown_kind, |field| kind(value, field)),
        Violation::NotAlone => msg::reason_not_alone(),
        Violation::Nul => msg::reason_nul(),
        Violation::LineBreak => msg::reason_line_break(),
        Violation::Levels => msg::reason_levels(*LEVELS.start(), *LEVELS.end()),
        Violation::NamelessLevel => msg::reason_nameless_level(),
        Violation::Level => msg::reason_level(),
        Violation::Matrix => msg::reason_matrix(),
        Violation::Day => years(),
    }
}

/// The years that a day can have.
pub(crate) fn years() -> Message {
    msg::reason_day(YEARS.start().to_string(), YEARS.end().to_string())
}

/// The message for an option that the field does not have, or for a kind that the field does not take.
fn kind(value: &Value, field: &Field) -> Message {
    let has = |id: &str| field.options.iter().any(|option| option.id == id);
    let chosen: Vec<&str> = match (field.kind, value) {
        (FieldKind::Choice, Value::Choice(chosen)) => vec![&chosen.option],
        (FieldKind::Choices, Value::Choices(all)) => {
            all.iter().map(|c| c.option.as_str()).collect()
        }
        _ => return msg::reason_kind(kind_of(value), shown(value), kind_taken(field.kind)),
    };
    let unknown = chosen.into_iter().find(|id| !has(id)).unwrap_or_default();
    let options = field.options.iter().map(|option| option.id.as_str());
    msg::reason_option(shortened(unknown), names(options))
}

/// The message for rich text at a field that takes none.
pub(crate) fn rich_text(field: &Field) -> Message {
    msg::error_rich_text(&field.label, kind_taken(field.kind))
}

/// The message for a row of a register that the field can't refer to.
pub(crate) fn other_register(row: &RowId, register: &str, field: &Field) -> Message {
    msg::reason_other_register(row.as_str(), register, names(field.to.iter().map(String::as_str)))
}

/// The beginning of the answer as JSON.
fn shown(value: &Value) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    shortened(&json["value"].to_string())
}

fn too_long(value: &Value) -> Message {
    msg::error_too_large(size(value), LONGEST / 1024)
}

/// The size of a text in kB. It is always more than an answer can hold.
fn size(value: &Value) -> usize {
    value.plain_text().len().max(LONGEST + 1).div_ceil(1024)
}

fn kind_of(value: &Value) -> Message {
    match value {
        Value::Text(_) => msg::kind_of_answer_text(),
        Value::Line(_) => msg::kind_of_answer_line(),
        Value::Date(_) => msg::kind_of_answer_date(),
        Value::Choice(_) => msg::kind_of_answer_choice(),
        Value::Choices(_) => msg::kind_of_answer_choices(),
        Value::YesNo { .. } => msg::kind_of_answer_yes_no(),
        Value::Refs(_) => msg::kind_of_answer_refs(),
        Value::Level(_) => msg::kind_of_answer_level(),
        Value::Scale(_) => msg::kind_of_answer_scale(),
        Value::Matrix(_) => msg::kind_of_answer_matrix(),
        Value::Citations(_) => msg::kind_of_answer_citations(),
        Value::Acceptance(_) => msg::kind_of_answer_acceptance(),
    }
}

fn kind_taken(kind: FieldKind) -> Message {
    match kind {
        FieldKind::Text => msg::kind_of_answer_text(),
        FieldKind::Line => msg::kind_of_answer_line(),
        FieldKind::Date => msg::kind_of_answer_date(),
        FieldKind::Choice => msg::kind_of_answer_choice(),
        FieldKind::Choices => msg::kind_of_answer_choices(),
        FieldKind::YesNo => msg::kind_of_answer_yes_no(),
        FieldKind::Refs => msg::kind_of_answer_refs(),
        FieldKind::Level => msg::kind_of_answer_level(),
        FieldKind::Scale => msg::kind_of_answer_scale(),
        FieldKind::Matrix => msg::kind_of_answer_matrix(),
        FieldKind::Citations => msg::kind_of_answer_citations(),
        FieldKind::Acceptance => msg::kind_of_answer_acceptance(),
    }
}
