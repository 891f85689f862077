//! Reads the arguments of a command from JSON. If they can't be read, the message names the argument at fault, what was
//! expected there, and what was given.
//!
//! `serde_path_to_error` says where reading stopped. The messages of serde are for programmers, so what was expected is
//! looked up in the JSON Schema of the arguments.

use schemars::{JsonSchema, schema_for};
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use serde_path_to_error::{Path, Segment};
use vurder_content::{Message, msg};
use vurder_model::bounds::LEVELS_BEFORE;

use crate::error::{Fault, Outcome};
use crate::quoting::{names, shortened};
use crate::refused_answer::about;

/// The kinds of answers in JSON.
const KINDS: [&str; 12] = [
    "text",
    "line",
    "date",
    "choice",
    "choices",
    "yes_no",
    "refs",
    "level",
    "scale",
    "matrix",
    "citations",
    "acceptance",
];

/// Reads the arguments of a command.
///
/// # Errors
/// [`ErrorCode::BadArguments`](crate::ErrorCode::BadArguments) if the arguments have another shape. The error of serde
/// is the detail.
pub(crate) fn read<T: DeserializeOwned + JsonSchema>(arguments: &Json) -> Outcome<T> {
    if let Some(field) = field_with_nul(arguments) {
        return Err(about(field, msg::reason_nul()));
    }
    serde_path_to_error::deserialize(arguments).map_err(|error| {
        let schema: Json = schema_for!(T).into();
        let message = refusal(&schema, arguments, error.path());
        Fault::bad_arguments(message).with_detail(error.inner())
    })
}

/// The argument whose text holds the character NUL, at any depth.
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

/// What can stand at a place of the arguments.
enum Expected<'a> {
    /// An answer: a [`vurder_model::value::Value`], which has a message of its own.
    Answer,
    /// A rich text as a tree.
    RichText,
    /// The id of a project, row, citation or attachment.
    Identity,
    /// What this JSON Schema describes.
    Schema(&'a Json),
}

/// The reason why reading stopped at `path`.
fn refusal(root: &Json, arguments: &Json, path: &Path) -> Message {
    if !arguments.is_object() {
        return msg::error_no_object();
    }
    let (mut name, mut given, mut expected) = (String::new(), arguments, Expected::Schema(root));
    for segment in path {
        let Expected::Schema(schema) = expected else { break };
        match segment {
            Segment::Map { key } => {
                let below = schema["properties"].get(key).or(schema.get("additionalProperties"));
                let Some(below) = below.filter(|below| below.is_object()) else {
                    return msg::error_unknown_argument(shortened(key));
                };
                name = shortened(key);
                (given, expected) = (&given[key], resolved(root, below));
            }
            Segment::Seq { index } => {
                name.push_str(&format!("[{index}]"));
                (given, expected) = (&given[*index], resolved(root, &schema["items"]));
            }
            Segment::Enum { .. } | Segment::Unknown => break,
        }
    }
    // People know an answer by the name of its field, not by "value".
    if let (Some(field), "value" | "doc") = (arguments["field"].as_str(), name.as_str()) {
        name = shortened(field);
    }
    let what = match expected {
        Expected::Answer => return unfit_answer(&name, given),
        Expected::RichText => msg::expected_rich_text(),
        Expected::Identity => msg::expected_identity(),
        Expected::Schema(schema) => match missing(schema, given) {
            Some(missing) => return msg::error_missing_argument(missing),
            None => match described(schema) {
                Some(what) => what,
                None => return msg::error_arguments_do_not_fit(),
            },
        },
    };
    wrong(&name, what, given)
}

fn wrong(name: &str, expected: Message, given: &Json) -> Message {
    msg::error_wrong_argument(name, expected, shortened(&given.to_string()))
}

/// What a part of a schema describes. References are followed, and the alternative "null" is left out.
fn resolved<'a>(root: &'a Json, schema: &'a Json) -> Expected<'a> {
    if let Some(name) = schema["$ref"].as_str().and_then(|at| at.strip_prefix("#/$defs/")) {
        return match name {
            "ProjectId" | "RowId" | "CitationId" | "AttachmentId" => Expected::Identity,
            "Value" => Expected::Answer,
            "doc" => Expected::RichText,
            _ => Expected::Schema(&root["$defs"][name]),
        };
    }
    match schema["anyOf"].as_array().map(Vec::as_slice) {
        Some([one, nothing]) if nothing["type"] == "null" => resolved(root, one),
        _ => Expected::Schema(schema),
    }
}

/// The first required argument that was not given.
fn missing<'a>(schema: &'a Json, given: &Json) -> Option<&'a str> {
    let given = given.as_object()?;
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
    required.into_iter().find(|name| !given.contains_key(*name))
}

/// What a schema expects, as part of a sentence.
fn described(schema: &Json) -> Option<Message> {
    let choices = schema["enum"].as_array().into_iter().flatten();
    let choices = choices
        .chain(schema["oneOf"].as_array().into_iter().flatten().filter_map(|one| one.get("const")));
    let choices: Vec<&str> = choices.filter_map(Json::as_str).collect();
    if !choices.is_empty() {
        return Some(msg::expected_one_of(names(choices)));
    }
    let kind = match &schema["type"] {
        Json::Array(kinds) => kinds.first(),
        kind => Some(kind),
    };
    match kind.and_then(Json::as_str)? {
        "string" if schema["format"] == "date" => Some(msg::expected_day()),
        "string" => Some(msg::expected_text()),
        "boolean" => Some(msg::expected_true_or_false()),
        "integer" => Some(msg::expected_whole_number()),
        "array" => Some(msg::expected_list()),
        "object" => Some(msg::expected_object()),
        _ => None,
    }
}

/// The reason why this is no answer of any kind.
fn unfit_answer(name: &str, given: &Json) -> Message {
    let Some(kind) = given["kind"].as_str() else {
        return wrong(name, msg::expected_answer(), given);
    };
    let expected = match kind {
        "text" | "line" => msg::expected_text(),
        "date" => msg::expected_day(),
        "choice" => msg::expected_choice(),
        "choices" => msg::expected_choices(),
        "yes_no" => msg::expected_yes_no(),
        "refs" => msg::expected_rows(),
        "level" => msg::expected_level(*LEVELS_BEFORE.end()),
        "scale" => msg::expected_scale(),
        "matrix" => msg::expected_matrix(),
        "citations" => msg::expected_citations(),
        "acceptance" => msg::expected_acceptance(),
        _ => return wrong(name, msg::expected_kind(names(KINDS)), &given["kind"]),
    };
    wrong(name, expected, &given["value"])
}
