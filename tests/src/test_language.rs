//! The test language: English words in guillemets and a third longer, made by a program from all that people read.
//!
//! What stands in the window or in a report without guillemets, and that no person wrote, does not come from a message
//! file or from the labels, so it could not be translated. What is cut off would be cut off in German or Danish too.
//! The language is made when a test runs, into a folder; no program that is delivered knows it.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};
use vurder_content::{Content, each_text, written_overlay};

/// The language's tag: English as no region speaks it.
pub const TEST_LANGUAGE: &str = "en-XA";

/// Marks of a word of the test language. They mean nothing to Markdown or Fluent, and every font has them.
pub const MARKS: (char, char) = ('«', '»');

/// Writes the message files and labels of the test language into `folder`, made like the folder of the content.
///
/// # Errors
/// When a file can't be read or written, or the content's message files are not where they should be.
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
        // References to laws are the same in the test language, so that one sees that they are such.
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

/// A message file in the test language; what is filled in stays.
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

/// A text in the test language. The targets of links, addresses, and what holds a digit stay as they are.
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

/// Puts each word of `token` between marks.
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
    // The line break that closed the last word.
    out.pop();
}

/// What of a text is not of the test language: its words outside the marks, without numbers.
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
    // The longest first, so that none is left in pieces.
    facts.sort_by_key(|fact| std::cmp::Reverse(fact.len()));
    facts.dedup();
    facts
}

/// The words that published addresses are made of: a long address is broken over lines.
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
