//! What one step of undo takes back. Words typed in one go are one step, but never more than a sentence or half a
//! minute of them; a statement that is cited is one step with the text it is cited in.

use chrono::TimeDelta;
use vurder_model::value::Value;

use crate::change::{Change, Operation, OperationState, Scope, Step};
use crate::log::Note;

/// When typing in one answer counts as one change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The longest pause within one change.
    pub gap: TimeDelta,
    /// The longest time one change may take.
    pub total: TimeDelta,
    /// Taking away this many bytes at once is a change of its own, so that it can be undone by itself.
    pub cut: usize,
    /// Adding this many bytes at once is one, too: somebody pasted.
    pub paste: usize,
    /// A change with this many bytes ends with its sentence.
    pub sentence: usize,
    /// In texts longer than this, in bytes, sentences are not looked at: each change keeps the whole text twice.
    pub long: usize,
    /// The longest time between pinning a citation and using it that makes both one change.
    pub cite: TimeDelta,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            gap: TimeDelta::seconds(5),
            total: TimeDelta::seconds(30),
            cut: 20,
            paste: 200,
            sentence: 40,
            long: 20_000,
            cite: TimeDelta::seconds(60),
        }
    }
}

/// The last entry with the new changes in it, where they are one step with it.
pub(crate) fn joined(last: Operation, note: &Note<'_>, changes: &[Change]) -> Option<Operation> {
    let reached = last.scope == Scope::Project
        && note.scope == Scope::Project
        && last.state == OperationState::Done
        && note.at >= last.until;
    if !reached {
        return None;
    }
    if let [change] = changes
        && continues(&last, note, change)
    {
        return Some(typed_on(last, note, change));
    }
    uses_pinned(&last, note, changes).then(|| with_use(last, note, changes))
}

/// Whether `change` is only more typing in the answer that `last` changed. A change of several records never is, nor is
/// one by another command.
fn continues(last: &Operation, note: &Note<'_>, change: &Change) -> bool {
    let [Change::Value { row, field, before, after: Some(old), .. }] = last.changes.as_slice()
    else {
        return false;
    };
    let Change::Value { row: same_row, field: same_field, after: Some(new), .. } = change else {
        return false;
    };
    let Some(((kind, old_words), (new_kind, new_words))) = typed(&old.value).zip(typed(&new.value))
    else {
        return false;
    };
    let first = before.as_ref().and_then(|b| typed(&b.value)).map_or(0, |(_, words)| words.len());
    (row, field) == (same_row, same_field)
        && last.label == note.label
        && kind == new_kind
        && note.at - last.until <= note.pace.gap
        && note.at - last.at <= note.pace.total
        && taken_away(old_words, new_words) < note.pace.cut
        && taken_away(new_words, old_words) < note.pace.paste
        && !begins_sentence(first, old_words, new_words, note.pace)
        && quoted(old_words) == quoted(new_words)
}

/// How often statements are cited in a text: each is a step of its own.
fn quoted(words: &str) -> usize {
    words.matches("](cite:").count()
}

/// The words of a value that is typed, and what must stay the same for more words to be only more typing. Picking
/// another option is a change of its own.
pub(crate) fn typed(value: &Value) -> Option<(String, &str)> {
    match value {
        Value::Text(words) => Some(("text".to_owned(), words)),
        Value::Line(words) => Some(("line".to_owned(), words)),
        Value::YesNo { answer, reason } => Some((format!("yes_no {answer}"), reason)),
        Value::Choice(chosen) => Some((format!("choice {}", chosen.option), &chosen.note)),
        _ => None,
    }
}

/// How many bytes of `old` are not in `new`, where only one stretch was replaced.
fn taken_away(old: &str, new: &str) -> usize {
    let (old, new) = (old.as_bytes(), new.as_bytes());
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let end = old[start..]
        .iter()
        .rev()
        .zip(new[start..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    old.len() - start - end
}

/// Whether `new` goes on after a sentence that `old` ends with; `first` is how long the text was before the change.
fn begins_sentence(first: usize, old: &str, new: &str, pace: Pace) -> bool {
    let ended = old.trim_end();
    old.len() <= pace.long
        && old.len() >= first.saturating_add(pace.sentence)
        && ended.ends_with(['.', '!', '?', '…', ':'])
        && new.strip_prefix(ended).is_some_and(|more| more.contains(char::is_alphanumeric))
}

/// The entry with more words. Its `before` stays.
fn typed_on(mut last: Operation, note: &Note<'_>, change: &Change) -> Operation {
    if let Some(Change::Value { before, after, steps, .. }) = last.changes.first_mut()
        && let Change::Value { after: new, .. } = change
    {
        // Typed and taken back: there is nothing to undo, but the words on the way stay readable.
        if before.as_ref().map(|a| &a.value) == new.as_ref().map(|a| &a.value) {
            last.state = OperationState::Abandoned;
            steps.extend(after.clone().map(|answer| Step { answer }));
        }
        after.clone_from(new);
    }
    last.until = note.at;
    last
}

/// Whether `last` did nothing but pin citations, and the changes use one of them, or pin one more.
fn uses_pinned(last: &Operation, note: &Note<'_>, changes: &[Change]) -> bool {
    let pinned = |change: &Change| match change {
        Change::Citation { citation, before: None, after: Some(_) } => Some(citation.clone()),
        _ => None,
    };
    let Some(fresh) = last.changes.iter().map(pinned).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let uses = |change: &Change| match change {
        Change::Value { after: Some(after), .. } => {
            after.value.citations().iter().any(|used| fresh.contains(used))
        }
        _ => false,
    };
    note.at - last.until <= note.pace.cite
        && (changes.iter().any(uses)
            || last.label == note.label && changes.iter().all(|change| pinned(change).is_some()))
}

/// The entry that pinned, with what uses it: taken back together, the text first.
fn with_use(mut last: Operation, note: &Note<'_>, changes: &[Change]) -> Operation {
    for change in changes {
        match last.changes.iter_mut().find(|known| known.address() == change.address()) {
            Some(known) => known.overtake(change.clone()),
            None => last.changes.push(change.clone()),
        }
    }
    last.until = note.at;
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_gone_counts_as_taken_away() {
        assert_eq!(taken_away("", "abc"), 0);
        assert_eq!(taken_away("abc", "abXc"), 0, "typing within the words takes nothing");
        assert_eq!(taken_away("abc", ""), 3);
        assert_eq!(taken_away("one two three", "one three"), 4);
        assert_eq!(taken_away("aaa", "aa"), 1);
        assert_eq!(taken_away("æøå", "æå"), 2);
    }

    #[test]
    fn a_sentence_begins_where_words_follow_its_end() {
        let pace = Pace { sentence: 10, ..Pace::default() };
        let begins = |old, new| begins_sentence(0, old, new, pace);
        assert!(begins("It is kept.", "It is kept. A"));
        assert!(!begins("It is kept.", "It is kept. "), "a space is no sentence");
        assert!(!begins("It is kept", "It is kept. A"), "this one is not done yet");
        assert!(!begins("Yes.", "Yes. I"), "too short to be a step of its own");
        assert!(!begins("It is kept.", "It was. Kept."), "something else was changed");
    }
}
