//! Markdown that is nothing but words: it reads as it is written.

/// Whether the text certainly says in Markdown what it says as plain text: one line of words, each set off by one
/// space, without any character that Markdown or its reading may give a meaning. A text for which this is false may
/// still be plain.
pub(super) fn is_plain(markdown: &str) -> bool {
    let mut before = ' ';
    for (at, c) in markdown.char_indices() {
        let allowed = match c {
            // At the beginning, a digit may number a list and a dash may begin one.
            ' ' | ',' | ';' | '(' | ')' | '/' | '-' | '.' | '0'..='9' => at > 0,
            _ => is_letter(c),
        };
        if !allowed || (c == ' ' && before == ' ') {
            return false;
        }
        before = c;
    }
    before != ' '
}

/// Letters that have one form only: reading never composes them with what stands beside them.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (matches!(c, '\u{c0}'..='\u{17f}') && c.is_alphabetic())
}
