//! Quotes names and given text in messages.

use vurder_content::Argument;

/// The names in quotation marks, separated by commas.
pub(crate) fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Argument {
    let quoted: Vec<String> = names.into_iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(", ").into()
}

/// The first 60 characters of a text. They are enough to recognise the text, and long texts do not make messages long.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
