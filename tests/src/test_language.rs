//! The test language: English words in guillemets, a third longer, generated from all words that people read.
//!
//! Words without guillemets in the window or in a report, which no person wrote, do not come from a message file or
//! from the labels. So they could not be translated. Words that are cut off would be cut off in German or Danish, too.
//! A test makes the language in a folder; no delivered program has it.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};
use vurder_content::{Content, each_text, written_overlay};

/// The tag of the language: English of an invented region.
pub const TEST_LANGUAGE: &str = "en-XA";

/// The marks around a word of the test language. They mean nothing in Markdown or Fluent, and every font has them.
pub const MARKS: (char, char) = ('«', '»');

/// Writes the message files and labels of the test language into `folder`, with the structure of the folder `content`.
///
/// # Errors
/// When a file cannot be read or written, or the message files of `content` are not in their place.
pub fn write(folder: &Path) -> io::Result<()> {
    let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/locales/en");
    let locale = folder.join("locales").join(TEST_LANGUAGE);
    fs::create_dir_all(&locale)?;
    for file in fs::read_dir(english)? {
        let file = file?;
        let text = fs::read_to_string(file.path())?;
        fs::write(locale.join(file.file_name()), messages(&text))?;
    }
    let mut words = |key: &vurder_content::TextKey, text: &str| match key.file.as_str() {
        // References to laws stay the same in the test language, so that a reader recognises them.
        "law.yaml" => text.to_owned(),
        _ => in_test_language(text),
    };
    for (path, text) in written_overlay(Content::embedded(), TEST_LANGUAGE, &mut words) {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// A message file in the test language. Placeholders stay.
fn messages(text: &str) -> String {
    let mut resource = parser::parse(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &mut message.value
        {
            pattern_words(pattern);
        }
    }
    serializer::serialize(&resource)
}

fn pattern_words(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = in_test_language(value),
            PatternElement::Placeable { expression } => expression_words(expression),
        }
    }
}

fn expression_words(expression: &mut Expression<String>) {
    match expression {
        Expression::Select { variants, .. } => {
            variants.iter_mut().for_each(|variant| pattern_words(&mut variant.value));
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            expression_words(expression);
        }
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            *value = in_test_language(value);
        }
        Expression::Inline(_) => {}
    }
}

/// A text in the test language. Addresses, targets of links, and tokens with a digit stay.
#[must_use]
pub fn in_test_language(text: &str) -> String {
    let mut out = String::new();
    for (at, piece) in text.split("](").enumerate() {
        let rest = if at == 0 {
            piece
        } else {
            out.push_str("](");
            let end = piece.find(')').unwrap_or(piece.len());
            out.push_str(&piece[..end]);
            &piece[end..]
        };
        for token in rest.split_inclusive(char::is_whitespace) {
            let fact = token.contains(|c: char| c.is_ascii_digit())
                || token.contains("://")
                || token.contains('@');
            if fact { out.push_str(token) } else { words(token, &mut out) }
        }
    }
    out
}

/// Puts marks around each word of `token`.
fn words(token: &str, out: &mut String) {
    let mut word = String::new();
    for c in token.chars().chain(['\n']) {
        if c.is_alphabetic() || (matches!(c, '\'' | '’') && !word.is_empty()) {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            let longer = word.chars().count().div_ceil(3);
            out.push(MARKS.0);
            out.push_str(&word);
            out.extend(std::iter::repeat_n('·', longer));
            out.push(MARKS.1);
            word.clear();
        }
        out.push(c);
    }
    // The line break that ended the last word.
    out.pop();
}

/// The words of a text outside the marks, without numbers: they are not in the test language.
#[must_use]
pub fn words_outside(text: &str) -> Vec<String> {
    let mut outside = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            c if c == MARKS.0 => depth += 1,
            c if c == MARKS.1 => depth = depth.saturating_sub(1),
            c if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    let words = outside.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().any(char::is_alphabetic)).map(str::to_owned).collect()
}

/// Facts that are the same in every language: names of providers, references to laws.
#[must_use]
pub fn facts() -> Vec<String> {
    let mut content = Content::embedded().clone();
    let mut facts: Vec<String> = content.packs.iter().map(|pack| pack.name.clone()).collect();
    each_text(&mut content, &mut |key, text| {
        if key.file == "law.yaml" {
            facts.push(text.clone());
        }
    });
    // The longest first, so that no fact is cut into pieces.
    facts.sort_by_key(|fact| std::cmp::Reverse(fact.len()));
    facts.dedup();
    facts
}

/// The words in published addresses: a long address is broken over several lines.
#[must_use]
pub fn words_of_addresses() -> BTreeSet<String> {
    let packs = &Content::embedded().packs;
    let pages = packs.iter().flat_map(|pack| pack.pages.iter().map(|page| page.address.as_str()));
    let documents = packs.iter().flat_map(|p| p.documents.iter().map(|d| d.address.as_str()));
    pages.chain(documents).flat_map(words_outside).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn words_are_marked_and_longer_and_facts_stay() {
        assert_eq!(in_test_language("Add a row"), "«Add·» «a·» «row·»");
        assert_eq!(
            in_test_language("the [FAQ](faq.md#top), 9(2)(a)"),
            "«the·» [«FAQ·»](faq.md#top), 9(2)(a)"
        );
        assert_eq!(in_test_language("provider's"), "«provider's····»");
        assert_eq!(words_outside("«Add·» «a·» row, 12 of «x·»"), ["row", "of"]);
    }

    #[test]
    fn what_is_filled_into_a_message_stays() {
        let text = "a = Undo: { $label }\nb = { $n ->\n    [one] one row\n   *[other] { $n } rows\n  } more\n";
        let made = messages(text);
        assert!(made.contains("a = «Undo··»: { $label }"), "{made}");
        assert!(made.contains("[one] «one·» «row·»"), "{made}");
        assert!(made.contains("*[other] { $n } «rows··»"), "{made}");
    }
}
