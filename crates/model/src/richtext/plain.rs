//! Recognises Markdown that is only plain words, so that it need not be parsed.

/// Whether the text certainly means the same in Markdown as in plain text. It is one line of words with single spaces
/// between them, and has no character to which Markdown or its reader may give a meaning. If the answer is no, the text
/// may still be plain.
pub(super) fn is_plain(markdown: &str) -> bool {
    let mut before = ' ';
    for (at, c) in markdown.char_indices() {
        let allowed = match c {
            // At the beginning, a digit may begin a numbered list, and a dash a list.
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

/// Letters that have only one form: a reader never combines them with the characters beside them.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (matches!(c, '\u{c0}'..='\u{17f}') && c.is_alphabetic())
}
