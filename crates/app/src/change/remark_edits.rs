//! Changes a remark that comes back in other words: it stays one remark, takes the new words and keeps the former ones.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use vurder_model::id::RowId;
use vurder_model::richtext::RichText;
use vurder_model::role::FieldRole;
use vurder_model::value::{Chosen, Value};

use crate::library::Library;
use crate::remark_state::RemarkState;
use crate::remarks::Remark;
use crate::returned::PlannedRemark;

/// An answer to write: row, field and value.
pub(super) type AnswerToWrite = (RowId, String, Option<Value>);

/// The roles of the fields that a file sets anew. The place is not among them: a person may have chosen it.
const FROM_FILE: [FieldRole; 10] = [
    FieldRole::RemarkWords,
    FieldRole::RemarkKind,
    FieldRole::RemarkQuoted,
    FieldRole::RemarkBefore,
    FieldRole::RemarkAfter,
    FieldRole::RemarkNewWords,
    FieldRole::RemarkPage,
    FieldRole::RemarkFile,
    FieldRole::RemarkExported,
    FieldRole::RemarkTold,
];

/// What stands in the place of a state for a remark that was not done when it was read.
pub(super) const NOT_DONE: &str = "open";

/// The answers of a remark that came back in other words; `new` holds the answers from the file. The remark is open
/// again, since nobody decided on the new words. An answer to it stays. If the file is older than the remark, only its
/// words are noted as earlier words.
pub(super) fn edited(
    library: &Library,
    before: &Remark<'_>,
    now: &PlannedRemark<'_>,
    mut new: BTreeMap<String, Value>,
    today: NaiveDate,
) -> Vec<AnswerToWrite> {
    let id = &before.row.id;
    let field = |role| library.role(role).1.to_owned();
    let written_on = match new.get(&field(FieldRole::RemarkDate)) {
        Some(Value::Date(day)) => Some(*day),
        _ => None,
    };
    let is_older = written_on.zip(before.date).is_some_and(|(now, before)| now < before);
    let done = now.done.as_deref().unwrap_or_default();
    let seen = [before.seen, &now.key, done].join(" ").trim().to_owned();
    let mut written = vec![(id.clone(), field(FieldRole::RemarkSeen), Some(Value::Line(seen)))];
    let words_now = WordsOfRemark {
        words: &now.words,
        quoted: &now.returned.quoted,
        new_words: now.returned.new_words.as_deref().unwrap_or_default(),
    };
    let words_before = before.words_in_plain();
    let new_before = before.new_words_in_lines();
    let words_then =
        WordsOfRemark { words: &words_before, quoted: before.quoted, new_words: &new_before };
    let earlier = match is_older {
        true => words_now.markdown_beside(&words_then),
        false => words_then.markdown_beside(&words_now),
    };
    let earlier = RichText::from_markdown(&format!("{earlier}\n\n{}", before.earlier));
    let earlier = Value::Text(earlier.to_markdown());
    written.push((id.clone(), field(FieldRole::RemarkEarlier), Some(earlier)));
    if is_older {
        return written;
    }
    let roles = FROM_FILE.into_iter().chain([FieldRole::RemarkDate, FieldRole::RemarkState]);
    written.extend(roles.map(|role| {
        let field = field(role);
        let value = new.remove(&field);
        (id.clone(), field, value)
    }));
    written.push((id.clone(), field(FieldRole::RemarkEdited), Some(Value::Date(today))));
    for role in [FieldRole::RemarkAnsweredBy, FieldRole::RemarkAnswered] {
        written.push((id.clone(), field(role), None));
    }
    written
}

/// The answers of a remark that the project has in these words: the state that it has in the file, and that it is
/// closed by it.
pub(super) fn done_since(
    library: &Library,
    before: &Remark<'_>,
    now: &PlannedRemark<'_>,
    today: NaiveDate,
) -> Vec<AnswerToWrite> {
    let is_open = before.state == RemarkState::Open;
    let Some(done) = now.done.as_deref().filter(|_| is_open && now.has_new_state(before)) else {
        return Vec::new();
    };
    let field = |role| library.role(role).1.to_owned();
    let seen = [before.seen, done].join(" ").trim().to_owned();
    let option = RemarkState::Done.option().to_owned();
    let state = Value::Choice(Chosen { option, note: String::new() });
    let id = &before.row.id;
    let mut written = vec![(id.clone(), field(FieldRole::RemarkSeen), Some(Value::Line(seen)))];
    if now.closes(before) {
        written.push((id.clone(), field(FieldRole::RemarkState), Some(state)));
        written.push((id.clone(), field(FieldRole::RemarkAnswered), Some(Value::Date(today))));
    }
    written
}

/// The words of one state of a remark.
struct WordsOfRemark<'a> {
    words: &'a str,
    quoted: &'a str,
    new_words: &'a str,
}

impl WordsOfRemark<'_> {
    /// The words of this state, as Markdown: the remark's words and the change that it proposes. Covered words are left
    /// out if the other state covers the same words.
    fn markdown_beside(&self, other: &WordsOfRemark<'_>) -> String {
        let (quoted, new_words) = (self.quoted.trim(), self.new_words.trim());
        let change = match (quoted, new_words) {
            ("", new_words) => new_words.to_owned(),
            (quoted, "") if quoted == other.quoted.trim() && !self.words.trim().is_empty() => {
                String::new()
            }
            (quoted, "") => quoted.to_owned(),
            (quoted, new_words) => format!("{quoted} → {new_words}"),
        };
        let lines = [self.words.trim(), change.as_str()].into_iter();
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        RichText::from_plain(&lines.join("\n")).to_markdown()
    }
}
