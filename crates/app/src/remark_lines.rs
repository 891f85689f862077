//! The lines in which words of a returned file are stored.

/// The most bytes of a line from a file. Text that is longer is no quotation.
pub(crate) const LONGEST_LINE: usize = 20_000;
/// What stands for the end of a paragraph in a line.
pub(crate) const PARAGRAPH_END: char = '\u{2029}';

/// Inserted words as they are stored: a line, in which a character stands for the end of a paragraph.
pub(crate) fn in_one_line(words: &str) -> String {
    let end = words.floor_char_boundary(LONGEST_LINE);
    let words = words.get(..end).unwrap_or_default().chars().filter(|char| *char != '\0');
    words
        .map(|char| match char {
            '\n' => PARAGRAPH_END,
            char if char.is_control() => ' ',
            char => char,
        })
        .collect()
}
