//! The letter as plain text. Lines are not broken, because each e-mail program breaks them to its own width.

use super::{Letter, LetterRequest, LetterSource, letter_subject};
use crate::compose::date;
use crate::messages::msg;

/// The indent of the text of a request.
const INDENT: &str = "    ";

/// The letter as plain text. Each line has a line end, and an empty line stands between paragraphs.
#[must_use]
pub fn letter_text(letter: &Letter<'_>) -> String {
    let messages = letter.messages;
    let mut head = vec![format!("{}: {}", msg::report_letter_to(messages), letter.provider)];
    if !letter.senders.is_empty() {
        let senders = letter.senders.join("; ");
        head.push(format!("{}: {senders}", msg::report_letter_from(messages)));
    }
    head.push(format!("{}: {}", msg::report_date(messages), date(messages, letter.date)));
    let mut paragraphs = vec![head.join("\n"), letter_subject(letter)];
    paragraphs.extend(letter.opening());
    for group in &letter.groups {
        paragraphs.extend(letter.heading(group).map(|heading| heading.to_uppercase()));
        paragraphs.extend(group.requests.iter().map(|request| told(letter, request)));
    }
    let mut end = vec![msg::report_letter_thanks(messages)];
    end.extend(letter.senders.iter().cloned());
    paragraphs.push(end.join("\n"));
    let mut text = paragraphs.join("\n\n");
    text.push('\n');
    text
}

fn told(letter: &Letter<'_>, request: &LetterRequest) -> String {
    let messages = letter.messages;
    let mut lines = vec![match request.about.as_str() {
        "" => request.number.clone(),
        about => format!("{}  {about}", request.number),
    }];
    let question = request.question.lines().filter(|line| !line.trim().is_empty());
    lines.extend(question.map(|line| format!("{INDENT}{line}")));
    let facts = letter.facts(request).into_iter();
    lines.extend(facts.map(|(label, words)| format!("{INDENT}{label}: {words}")));
    if !request.published.is_empty() {
        lines.push(format!("{INDENT}{}:", msg::report_letter_read(messages)));
        let read = request.published.iter().map(|source| published(letter, source));
        lines.extend(read.map(|source| format!("{INDENT}- {source}")));
        if request.more > 0 {
            lines.push(format!("{INDENT}- {}", msg::report_letter_more(messages, request.more)));
        }
    } else if request.nothing_published {
        lines.push(format!("{INDENT}{}", msg::report_letter_nothing(messages)));
    }
    lines.join("\n")
}

/// The words with their place, and the address of the page.
fn published(letter: &Letter<'_>, source: &LetterSource) -> String {
    let words = source.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let at = match (letter.place(source), source.address.as_str()) {
        (place, "") => place,
        (place, address) if place.is_empty() => address.to_owned(),
        (place, address) => format!("{place}: {address}"),
    };
    if at.is_empty() { words } else { format!("{words} ({at})") }
}
