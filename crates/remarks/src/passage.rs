//! Cuts words out of a text.

use crate::limits::{CONTEXT, WORDS};

/// The words as one line: a word that is divided at a line's end is joined, and white space becomes one space.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let hyphen = matches!(c, '-' | '\u{2010}' | '\u{ad}');
        if hyphen && rest.peek() == Some(&'\n') && line.ends_with(char::is_alphabetic) {
            while rest.next_if(|c| c.is_whitespace()).is_some() {}
            if rest.peek().is_some_and(|c| c.is_lowercase()) {
                continue;
            }
            line.push(c);
        } else if c.is_whitespace() {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else if !c.is_control() && c != '\u{ad}' {
            line.push(c);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// The words before and after a range of bytes, each as one line.
pub(crate) fn surroundings(text: &str, start: usize, end: usize) -> (String, String) {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    // Folding white space and removing hyphens makes the text shorter, so more characters are taken than are kept.
    let from = before.char_indices().rev().nth(CONTEXT * 3).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT * 3).map_or(after.len(), |(at, _)| at);
    let before = one_line(before.get(from..).unwrap_or_default());
    let after = one_line(after.get(..to).unwrap_or_default());
    let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    (before.get(from..).unwrap_or_default().to_owned(), after.chars().take(CONTEXT).collect())
}

/// The words before and after a range of bytes, with a space where white space stands next to the range.
pub(crate) fn exact_surroundings(text: &str, start: usize, end: usize) -> (String, String) {
    let (mut before, mut after) = surroundings(text, start, end);
    if !before.is_empty()
        && text.get(..start).is_some_and(|text| text.ends_with(char::is_whitespace))
    {
        before.push(' ');
    }
    if !after.is_empty()
        && text.get(end..).is_some_and(|text| text.starts_with(char::is_whitespace))
    {
        after.insert(0, ' ');
    }
    (before, after)
}

/// The words of a reviewer: line ends are kept, control characters are removed. The second value is whether the words
/// were cut.
pub(crate) fn written(text: &str) -> (String, bool) {
    let mut out = String::with_capacity(text.len());
    let mut count = 0;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let c = match c {
            '\r' => {
                rest.next_if_eq(&'\n');
                '\n'
            }
            '\u{2028}' | '\u{2029}' | '\u{b}' => '\n',
            '\t' => ' ',
            c if c.is_control() && c != '\n' => continue,
            c => c,
        };
        if count == WORDS {
            return (out, true);
        }
        count += 1;
        out.push(c);
    }
    (out.trim().to_owned(), false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_divided_word_is_joined_and_a_compound_with_a_capital_is_not() {
        assert_eq!(one_line(" an assess-\n  ment of\u{a0} data "), "an assessment of data");
        assert_eq!(one_line("the EU-\nUSA flow - \nand"), "the EU-USA flow - and");
    }

    #[test]
    fn forty_characters_stand_on_each_side() {
        let text = "ø".repeat(100);
        let (before, after) = surroundings(&text, 100, 102);
        assert_eq!((before.chars().count(), after.chars().count()), (CONTEXT, CONTEXT));
        assert_eq!(surroundings("a b c", 2, 3), ("a".into(), "c".into()));
        assert_eq!(surroundings("é", 1, 9), (String::new(), String::new()));
    }

    #[test]
    fn line_ends_of_all_programs_are_one() {
        assert_eq!(written("a\r\nb\rc\u{0}\n").0, "a\nb\nc");
        assert!(written(&"x".repeat(WORDS + 1)).1);
    }
}
