//! Puts the messages of the YAML reader into words for a person who edits a form.

/// The reader's message without its place. Frequent messages are put into simpler words.
pub(super) fn plain(message: &str) -> String {
    let message = message.rfind(" at line ").map_or(message, |end| &message[..end]);
    let quoted = message.split('`').nth(1).unwrap_or_default();
    let known = message.split_once("expected one of ").map_or("", |(_, known)| known);
    if message.starts_with("unknown field") {
        format!("\"{quoted}\" is not known here; there can be: {known}")
    } else if message.starts_with("unknown variant") {
        format!("\"{quoted}\" is not known here; write one of: {known}")
    } else if message.starts_with("missing field") {
        format!("\"{quoted}\" is missing")
    } else if message.starts_with("duplicate mapping key") {
        format!("\"{quoted}\" is there twice")
    } else if message.starts_with("expected string scalar") {
        "words are expected here".to_owned()
    } else if message.starts_with("invalid u") || message.starts_with("invalid integer") {
        "a number is expected here".to_owned()
    } else if message.starts_with("invalid bool") {
        "true or false is expected here".to_owned()
    } else if message.contains("untagged enum Condition") {
        "a condition is {field: …, is: […]}, {field: …, is_not: […]}, {field: …, without: […]}, \
         {field: …, answer: …}, {field: …, answered: …}, {register: …, more_than: …}, {all: […]}, \
         {any: […]} or {screening: […]}"
            .to_owned()
    } else if message.starts_with("mapping values are not allowed") {
        "put text that holds a colon and a space in quotes".to_owned()
    } else if message.contains("found a tab") {
        "there is a tab; indent with spaces".to_owned()
    } else if message.contains("quoted scalar") {
        "a quote that opens above is not closed".to_owned()
    } else {
        message.to_owned()
    }
}
