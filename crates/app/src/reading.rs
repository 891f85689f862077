//! Arguments read from JSON; where they can't be, the field at fault and what is expected there, in plain words.

use chrono::NaiveDate;
use schemars::{JsonSchema, schema_for};
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use vurder_model::bounds::LEVELS_BEFORE;
use vurder_model::id::RowId;
use vurder_model::richtext::RichText;
use vurder_model::value::Value;

use crate::error::{ErrorCode, Fault, Outcome};

/// The arguments of a command.
///
/// # Errors
/// [`ErrorCode::BadArguments`] where they are of another shape; what the machine says of it is the detail.
pub(crate) fn read<T: DeserializeOwned + JsonSchema>(arguments: &Json) -> Outcome<T> {
    if let Some(field) = field_with_nul(arguments) {
        let what = format!("\"{field}\": the text holds a character that can't be kept (NUL)");
        return Err(Fault::wrong_value(what));
    }
    T::deserialize(arguments).map_err(|error| {
        let schema = schema_for!(T).into();
        let what = at_fault(&schema, arguments);
        let what = what.unwrap_or_else(|| "its fields do not fit together".to_owned());
        Fault::new(ErrorCode::BadArguments, what).because(error)
    })
}

/// The argument in which a text holds the character NUL, however deep.
fn field_with_nul(arguments: &Json) -> Option<&str> {
    fn holds(json: &Json) -> bool {
        match json {
            Json::String(text) => text.contains('\0'),
            Json::Array(all) => all.iter().any(holds),
            Json::Object(fields) => fields.iter().any(|(k, v)| k.contains('\0') || holds(v)),
            _ => false,
        }
    }
    let fields = arguments.as_object()?;
    fields.iter().find(|(_, value)| holds(value)).map(|(name, _)| name.as_str())
}

/// The first thing wrong with the arguments.
fn at_fault(schema: &Json, arguments: &Json) -> Option<String> {
    let Some(given) = arguments.as_object() else {
        return Some("its fields are no JSON object".to_owned());
    };
    let properties = schema["properties"].as_object();
    let known = |name: &str| properties.and_then(|all| all.get(name));
    if let Some(name) = given.keys().find(|name| known(name).is_none()) {
        return Some(format!("it has no field \"{}\"", short(name)));
    }
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
    if let Some(name) = required.into_iter().find(|name| !given.contains_key(*name)) {
        return Some(format!("\"{name}\" is missing"));
    }
    given.iter().find_map(|(name, value)| {
        // First answers by field.
        if name == "values"
            && let Some(answers) = value.as_object()
        {
            return answers.iter().find_map(|(field, answer)| {
                Some(format!("\"{}\" is {}", short(field), unfit_answer(answer)?))
            });
        }
        let expected = unfit(known(name)?, schema, value)?;
        // An answer is better known by its own field than by the word "value".
        let name = match given.get("field").and_then(Json::as_str) {
            Some(field) if name == "value" || name == "doc" => short(field),
            _ => short(name),
        };
        Some(format!("\"{name}\" is {expected}"))
    })
}

/// What is expected in place of `value`; nothing where it fits.
fn unfit(schema: &Json, root: &Json, value: &Json) -> Option<String> {
    if let Some(name) = schema["$ref"].as_str().and_then(|at| at.strip_prefix("#/$defs/")) {
        return match name {
            "ProjectId" | "RowId" | "CitationId" => {
                let fits = value.as_str().is_some_and(|id| RowId::new(id).is_ok());
                expected(fits, "an identity of 1 to 40 of a-z, 0-9 and \"-\"", value)
            }
            "Value" => unfit_answer(value),
            "doc" => {
                let fits = serde_json::from_value::<RichText>(value.clone()).is_ok();
                (!fits).then(|| "a text as the editor writes it, as a tree".to_owned())
            }
            _ => unfit(root["$defs"].get(name)?, root, value),
        };
    }
    if let Some(choices) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
        let reasons: Option<Vec<String>> =
            choices.iter().map(|choice| unfit(choice, root, value)).collect();
        return reasons?.into_iter().next();
    }
    if let Some(word) = schema.get("const") {
        return expected(value == word, &word.to_string(), value);
    }
    if let Some(words) = schema["enum"].as_array() {
        let all: Vec<String> = words.iter().map(Json::to_string).collect();
        return expected(words.contains(value), &format!("one of {}", all.join(", ")), value);
    }
    let is = |kind: &str| match &schema["type"] {
        Json::String(one) => one == kind,
        Json::Array(some) => some.iter().any(|one| one == kind),
        _ => false,
    };
    if is("null") && value.is_null() {
        None
    } else if is("string") && schema["format"] == "date" {
        expected(is_day(value), DAY, value)
    } else if is("string") {
        expected(value.is_string(), "a text", value)
    } else if is("boolean") {
        expected(value.is_boolean(), "true or false", value)
    } else if is("integer") {
        expected(value.is_u64(), "a whole number", value)
    } else if is("array") {
        let Some(all) = value.as_array() else { return expected(false, "a list", value) };
        let one = all.iter().find_map(|one| unfit(&schema["items"], root, one))?;
        Some(format!("a list, each of it {one}"))
    } else if is("object") {
        expected(value.is_object(), "an object", value)
    } else if is("null") {
        expected(false, "nothing", value)
    } else {
        None
    }
}

/// What is expected in place of an answer.
fn unfit_answer(value: &Json) -> Option<String> {
    if value.is_null() || serde_json::from_value::<Value>(value.clone()).is_ok() {
        return None;
    }
    let Some(kind) = value["kind"].as_str() else {
        let what =
            "an object with \"kind\" and \"value\", such as {\"kind\":\"line\",\"value\":\"Name\"}";
        return expected(false, what, value);
    };
    let inner = &value["value"];
    let what = match kind {
        "text" | "line" => "a text".to_owned(),
        "date" => DAY.to_owned(),
        "choice" => "an object with \"option\", and \"note\" where one is needed".to_owned(),
        "choices" => {
            "a list of objects with \"option\", and \"note\" where one is needed".to_owned()
        }
        "yes_no" => "an object with \"answer\", true or false, and \"reason\", a text".to_owned(),
        "refs" => "a list of identities of rows".to_owned(),
        "level" => format!("a whole number from 1 to {}", LEVELS_BEFORE.end()),
        "scale" => "a list of levels, each an object with \"label\" and \"meaning\"".to_owned(),
        "matrix" => "a list of rows, each a list of levels, which are whole numbers".to_owned(),
        "citations" => "a list of identities of citations".to_owned(),
        "acceptance" => {
            "an object with \"accepted\", true or false, \"name\", \"role\" and \"date\"".to_owned()
        }
        _ => {
            let what = "an answer of the kind text, line, date, choice, choices, yes_no, refs, level, scale, matrix, \
                        citations or acceptance";
            return expected(false, what, &value["kind"]);
        }
    };
    expected(false, &what, inner)
}

const DAY: &str = "a day that exists, written YYYY-MM-DD";

fn is_day(value: &Json) -> bool {
    value.as_str().is_some_and(|day| day.parse::<NaiveDate>().is_ok())
}

fn expected(fits: bool, what: &str, value: &Json) -> Option<String> {
    (!fits).then(|| format!("{what}, not {}", short(&value.to_string())))
}

/// The beginning of what was given: enough to find it again.
fn short(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
