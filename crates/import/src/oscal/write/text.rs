//! Converts words for OSCAL: Markdown in descriptions, single lines in properties, URI references in links.

use vurder_model::richtext::{Block, Inline, RichText};

use crate::paths::percent_encoded;

/// The words in one line, with single spaces and without control characters.
pub(super) fn line(words: &str) -> String {
    let seen = |c: &char| c.is_whitespace() || !c.is_control();
    let words: String = words.chars().filter(seen).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words in one line, as Markdown that reads as exactly these words.
pub(super) fn markdown(words: &str) -> String {
    let paragraph = Block::paragraph([Inline::text(line(words))]);
    let markdown = RichText { content: vec![paragraph] }.to_markdown();
    // In OSCAL, two braces begin a parameter.
    if markdown.contains("{{") { markdown.replace('{', "\\{") } else { markdown }
}

/// Paragraphs as Markdown that reads as exactly these words.
pub(super) fn paragraphs(words: &str) -> String {
    let paragraphs = words.split("\n\n").map(markdown).filter(|words| !words.is_empty());
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// The words as a valid name of a control: letters, digits, `.`, `-` and `_`.
pub(super) fn token(words: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' };
    words.chars().map(plain).collect()
}

/// The address as a URI reference. Characters that are not allowed are written as `%20` and so on.
pub(super) fn reference(address: &str) -> String {
    let stays = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    percent_encoded(address.trim(), stays)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_survive_as_markdown() {
        for words in [
            "a *b* _c_ `d`",
            "1. x",
            "# x",
            "<b>x</b> &amp; {{ insert: param, x }}",
            "{{{{}}}}",
            "[a](b) | c",
            "\\ \\{",
            "\\{{ x }}",
        ] {
            assert_eq!(crate::markup::words(&markdown(words)), words);
            assert!(!markdown(words).contains("{{"), "{words}");
        }
        assert_eq!(paragraphs("a *b*\nc\n\n\n\nd"), "a \\*b\\* c\n\nd");
    }

    #[test]
    fn addresses_are_references() {
        assert_eq!(
            reference(" https://lab.example/å b#c%20 "),
            "https://lab.example/%C3%A5%20b#c%20"
        );
        assert_eq!(token("a b/æ.1_-"), "a-b-æ.1_-");
    }
}
