//! How a message quotes what the program does not choose: the names that there are, and what was given.

use vurder_content::Argument;

/// Names in quotation marks, with commas between them.
pub(crate) fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Argument {
    let quoted: Vec<String> = names.into_iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(", ").into()
}

/// The first 60 characters of what was given: enough to find it again, and no message grows with the text.
pub(crate) fn beginning(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
