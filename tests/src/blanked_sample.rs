//! The sample project with every word of a person replaced, so that a test does not take it for a word of the program.

use serde_json::{Value as Json, json};
use vurder_app::App;

/// The commands that make the sample project, one a line.
const SAMPLE: &str = include_str!("../../content/samples/cohort.jsonl");

/// The word that replaces every word of a person.
pub const WRITTEN: &str = "qq";

/// Keys whose values are names, not words that a person wrote.
const NOT_WORDS: [&str; 4] = ["kind", "option", "date", "statement"];

/// Replaces every word in `value`. Targets of links and lists of ids stay.
fn without_words(value: &mut Json) {
    let kind = value.get("kind").and_then(Json::as_str).unwrap_or_default().to_owned();
    if ["refs", "citations", "date", "level", "matrix"].contains(&kind.as_str()) {
        return;
    }
    match value {
        Json::String(text) => *text = blanked(text),
        Json::Array(items) => items.iter_mut().for_each(without_words),
        Json::Object(entries) => {
            let of_person = |key: &str| !NOT_WORDS.contains(&key);
            entries
                .iter_mut()
                .filter(|(key, _)| of_person(key))
                .for_each(|(_, v)| without_words(v));
        }
        _ => {}
    }
}

/// Markdown with its words replaced.
fn blanked(markdown: &str) -> String {
    let mut out = String::new();
    for (at, piece) in markdown.split("](").enumerate() {
        let (target, rest) = match (at, piece.find(')')) {
            (0, _) | (_, None) => ("", piece),
            (_, Some(end)) => piece.split_at(end),
        };
        if at > 0 {
            out.push_str("](");
            out.push_str(target);
        }
        let mut in_word = false;
        for c in rest.chars() {
            let is_word = c.is_alphabetic();
            if is_word && !in_word {
                out.push_str(WRITTEN);
            }
            if !is_word {
                out.push(c);
            }
            in_word = is_word;
        }
    }
    out
}

/// Makes the sample in `app`, in the given language and with its words replaced.
///
/// # Errors
/// The line of the sample that the app refuses, and the reason.
pub fn make(app: &mut App, language: &str) -> Result<(), String> {
    for line in SAMPLE.lines().filter(|line| !line.trim().is_empty()) {
        let mut arguments: Json = serde_json::from_str(line).map_err(|e| format!("{line}\n{e}"))?;
        let fields = arguments.as_object_mut().ok_or_else(|| format!("no command: {line}"))?;
        let command = fields.remove("command");
        let command = command.as_ref().and_then(Json::as_str).unwrap_or_default();
        for (key, value) in fields.iter_mut() {
            match key.as_str() {
                "language" => *value = language.into(),
                "value" | "values" | "title" | "note" | "reason" | "text" | "by" => {
                    without_words(value);
                }
                "caption" | "alternative" => without_words(value),
                // The name of a file is a word of a person, too. A number is the same in every language.
                "name" if matches!(command, "attach" | "add_picture") => *value = "1".into(),
                _ => {}
            }
        }
        app.call(command, arguments).map_err(|error| format!("{line}\n{error}"))?;
    }
    Ok(())
}

/// Empties the scales and the matrix of the sample, so that the default levels are used.
///
/// # Errors
/// The reason why the app refuses.
pub fn unset_scales(app: &mut App) -> Result<(), String> {
    for field in ["likelihood", "severity", "risk", "matrix"] {
        let emptied = json!({"project": "sample", "register": "method", "field": field});
        app.call("set_value", emptied).map_err(|error| error.to_string())?;
    }
    Ok(())
}
