//! Answers in the notation of the cases: words, options, levels and days, each read by the kind of its field. An option
//! with a note is `taken: By Ada Lund`.

use serde_json::{Value as Json, json};
use vurder_model::field::{Field, FieldKind};
use vurder_model::value::Value;

/// The answer of the written value; `None` for null.
pub(crate) fn value(field: &Field, written: &Json) -> Option<Value> {
    let text = || match written {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    let option = |option: &Json| match option.as_str().unwrap().split_once(": ") {
        Some((option, note)) => json!({ "option": option, "note": note }),
        None => json!({ "option": option }),
    };
    let list = || written.as_array().cloned().unwrap_or_else(|| vec![written.clone()]);
    if written.is_null() {
        return None;
    }
    let (kind, value) = match field.kind {
        FieldKind::Text => ("text", json!(text())),
        FieldKind::Line => ("line", json!(text())),
        FieldKind::Date => ("date", json!(text())),
        FieldKind::Choice => ("choice", option(written)),
        FieldKind::Choices => ("choices", list().iter().map(option).collect()),
        FieldKind::Level => ("level", written.clone()),
        FieldKind::Matrix => ("matrix", written.clone()),
        FieldKind::Citations => ("citations", written.clone()),
        FieldKind::Refs => ("refs", list().iter().map(row).collect()),
        FieldKind::YesNo => {
            let text = text();
            let (answer, reason) = text.split_once(':').unwrap();
            ("yes_no", json!({ "answer": answer == "yes", "reason": reason.trim() }))
        }
        FieldKind::Acceptance => {
            let text = text();
            let parts: Vec<&str> = text.split('|').collect();
            (
                "acceptance",
                json!({
                    "accepted": parts[0] == "yes", "name": parts[1], "role": parts[2], "date": parts[3],
                }),
            )
        }
        FieldKind::Scale => ("scale", list().iter().map(level).collect()),
    };
    Some(serde_json::from_value(json!({ "kind": kind, "value": value })).unwrap())
}

/// `data_item.1` is the first data item.
fn row(written: &Json) -> Json {
    json!(written.as_str().unwrap().replace(['_', '.'], "-"))
}

/// `Label|meaning|yes|role`.
fn level(written: &Json) -> Json {
    let mut parts = written.as_str().unwrap().split('|');
    let mut next = || parts.next().unwrap_or_default();
    json!({
        "label": next(), "meaning": next(), "acceptable": next() == "yes", "accepted_by": next(),
    })
}
