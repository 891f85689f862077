//! Checks that words for people stand in the message files: the markup of the interface has no text of its own, and
//! Rust code gives no sentence to functions that report an error or write a line.

use crate::Outcome;
use crate::offence::Offence;
use crate::room_rules::sources;

/// Names that are the same in every language: that of the program, and those on keys.
const NAMES: &[&str] = &["Vurder", "Ctrl", "Alt", "Shift", "Enter", "Esc", "Tab", "https"];

/// Attributes whose value people read or hear.
const READ_ATTRIBUTES: &[&str] = &["aria-label", "title", "placeholder", "alt"];

/// The code before a sentence that Rust would show.
const TELLING: &[&str] =
    &["message: \"", "help: \"", "say!(\"", "complain(\"", "complain(&format!(\""];

/// Checks that the markup of the interface has no words.
pub(crate) fn none_in_markup() -> Outcome<Vec<Offence>> {
    let mut offences = Vec::new();
    for (path, text) in sources(&["ui/src"], &["svelte"])? {
        for (line, words) in words_of_markup(&text) {
            offences.push(format!("{path}:{line}: words of its own: {words}"));
        }
    }
    Ok(offences)
}

/// Checks that the app, the command line and the shell show no words of their own.
pub(crate) fn none_told_by_rust() -> Outcome<Vec<Offence>> {
    let mut offences = Vec::new();
    let rooms = ["crates/app/src", "crates/cli/src", "src-tauri/src"];
    for (path, text) in sources(&rooms, &["rs"])? {
        for (index, line) in text.lines().enumerate() {
            if let Some(words) = told(line) {
                offences.push(format!("{path}:{}: words of its own: {words}", index + 1));
            }
        }
    }
    Ok(offences)
}

/// The literal with words that this line of Rust would show; `None` for no such literal.
fn told(line: &str) -> Option<&str> {
    TELLING.iter().find_map(|telling| {
        let (_, rest) = line.split_once(telling)?;
        let literal = rest.split('"').next().unwrap_or_default();
        has_words(&outside_braces(literal).replace("\\n", " ")).then_some(literal)
    })
}

/// The words in the markup of a component, with their lines.
fn words_of_markup(component: &str) -> Vec<(usize, String)> {
    let markup =
        without(component, &[("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->")]);
    let mut found = Vec::new();
    let (mut text, mut tag) = (String::new(), None::<String>);
    let (mut line, mut depth, mut quote) = (1, 0_usize, None::<char>);
    for c in markup.chars() {
        if c == '\n' {
            line += 1;
        }
        if depth > 0 {
            // In code, a brace in a string neither opens nor closes.
            match (quote, c) {
                (Some(open), _) if open == c => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'' | '`') => quote = Some(c),
                (None, '{') => depth += 1,
                (None, '}') => depth -= 1,
                _ => {}
            }
            continue;
        }
        match (&mut tag, c) {
            (_, '{') => depth = 1,
            (Some(inside), '>') => {
                found.extend(words_of_attributes(inside).map(|words| (line, words)));
                tag = None;
            }
            (Some(inside), _) => inside.push(c),
            (None, '<') => {
                if has_words(&text) {
                    found.push((line, text.trim().to_owned()));
                }
                text.clear();
                tag = Some(String::new());
            }
            (None, _) => text.push(c),
        }
    }
    if has_words(&text) {
        found.push((line, text.trim().to_owned()));
    }
    found
}

/// The words in the values of attributes that people read or hear. `tag` has no code any more.
fn words_of_attributes(tag: &str) -> impl Iterator<Item = String> {
    READ_ATTRIBUTES.iter().filter_map(|name| {
        let (_, value) = tag.split_once(&format!("{name}=\""))?;
        let value = value.split('"').next().unwrap_or_default();
        has_words(value).then(|| value.to_owned())
    })
}

/// The text with everything from an opening to its closing replaced by spaces. Line breaks stay.
fn without(text: &str, pairs: &[(&str, &str)]) -> String {
    let mut text = text.to_owned();
    for (open, close) in pairs {
        while let Some(start) = text.find(open) {
            let end = text[start..].find(close).map_or(text.len(), |at| start + at + close.len());
            let lines = "\n".repeat(text[start..end].matches('\n').count());
            text.replace_range(start..end, &lines);
        }
    }
    text
}

fn outside_braces(literal: &str) -> String {
    let mut parts = literal.split('{');
    let first = parts.next().unwrap_or_default();
    let rest = parts.filter_map(|part| Some(part.split_once('}')?.1));
    std::iter::once(first).chain(rest).collect::<Vec<_>>().join(" ")
}

/// Whether the text has two letters in a row that are not part of a name.
fn has_words(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic())
        .any(|word| word.chars().count() > 1 && !NAMES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_markup_are_found_and_code_is_not() {
        let component = "<script>\n  const a = \"Some words\";\n</script>\n\
            <!-- A note -->\n<p title=\"{t('x')} (Ctrl+K)\">{t(\"saved\")} <b>Vurder</b></p>\n\
            {#if a > 0}<p aria-label=\"Close it\" class=\"wide card\">Not saved {n}</p>{/if}\n\
            <style>\n  p { color: red }\n</style>\n";
        let found = words_of_markup(component);
        assert_eq!(found, [(6, "Close it".to_owned()), (6, "Not saved".to_owned())]);
    }

    #[test]
    fn a_sentence_in_rust_is_found() {
        assert_eq!(told("    say!(\"{} pages read\", n)?;"), Some("{} pages read"));
        assert_eq!(told("    message: \"This is wrong.\".to_owned(),"), Some("This is wrong."));
        assert_eq!(told("    say!(\"  {}: {gap}\\n\")?;"), None);
        assert_eq!(told("    complain(&words(&msg::cli_no_command()));"), None);
    }
}
