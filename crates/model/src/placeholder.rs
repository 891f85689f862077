//! Placeholders: words that stand where an answer is still to be written, such as "TODO", "TBD" or "to be recorded".
//! They say nothing about the processing, so they do not count as an answer.

use crate::richtext::{markdown_plain_text, says_something};

/// Answers that only say that the answer comes later, in the languages in which people write answers; in small letters.
const PLACEHOLDERS: [&str; 25] = [
    "fixme",
    "følger senere",
    "følger senest",
    "ikke udfyldt",
    "ikke utfylt",
    "kommer senere",
    "kommer",
    "lorem ipsum",
    "må fylles ut",
    "skal udfyldes",
    "skal utfylles",
    "tba",
    "tbc",
    "tbd",
    "tbr",
    "to be added",
    "to be completed",
    "to be confirmed",
    "to be decided",
    "to be defined",
    "to be determined",
    "to be filled in",
    "to be recorded",
    "to do",
    "xxx",
];

/// A mark for work to do. All words after it are a reminder, too.
const MARK: &str = "todo";

/// Longer answers are more than a placeholder. They are not read, because every change asks for all answers.
const LONGEST: usize = 400;

/// Whether the words say something and are not a placeholder.
pub(crate) fn says(words: &str) -> bool {
    says_something(words) && !is_placeholder(words)
}

/// Whether an answer in rich text is only a placeholder.
pub(crate) fn is_markdown_placeholder(markdown: &str) -> bool {
    // Few texts begin like a placeholder. The other texts need not be parsed as rich text.
    markdown.len() <= LONGEST
        && begins_like_one(markdown)
        && is_placeholder(&markdown_plain_text(markdown))
}

/// Whether the whole answer is only a placeholder. An answer that contains such words among others is an answer.
fn is_placeholder(words: &str) -> bool {
    if words.len() > LONGEST || !begins_like_one(words) {
        return false;
    }
    let words = words.trim_matches(edge).to_lowercase();
    let marked =
        words.strip_prefix(MARK).is_some_and(|rest| rest.is_empty() || rest.starts_with(edge));
    marked
        || PLACEHOLDERS.contains(&words.split_whitespace().collect::<Vec<_>>().join(" ").as_str())
}

/// Whether the first word is the first one of a placeholder.
fn begins_like_one(words: &str) -> bool {
    let first =
        words.trim_start_matches(edge).split(edge).next().unwrap_or_default().to_lowercase();
    first == MARK
        || PLACEHOLDERS.iter().any(|known| known.split(' ').next() == Some(first.as_str()))
}

/// Characters that may stand around words: brackets, dots, the marks of rich text.
fn edge(c: char) -> bool {
    !c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_answer_is_a_placeholder() {
        for words in [
            "TODO",
            "TODO: ask the clinic",
            "tbd",
            "[To be recorded]",
            "To  be\nrecorded.",
            "XXX",
            "Kommer …",
        ] {
            assert!(is_placeholder(words), "{words}");
            assert!(is_markdown_placeholder(&format!("**{words}**")), "{words}");
        }
        for words in [
            "",
            "none",
            "Todor Petkov",
            "To be recorded on 1 May by the clinic",
            "Kommer fra NAV",
            "n/a",
        ] {
            assert!(!is_placeholder(words), "{words}");
        }
    }
}
