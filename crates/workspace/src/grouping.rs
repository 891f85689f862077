//! Decides what one step of undo takes back. Words that are typed without a long pause are one step, but never more
//! than a sentence or half a minute; in a long text never more than three minutes. A citation is one step with the text
//! that uses it.

use chrono::{DateTime, TimeDelta, Utc};
use vurder_model::id::ProjectId;
use vurder_model::project::ProjectHead;
use vurder_model::value::Value;

use crate::change::Change;
use crate::kind::citation::CitationChange;
use crate::kind::operation::{Operation, OperationState, Scope};
use crate::kind::project::ProjectChange;
use crate::kind::value::{Step, ValueChange};
use crate::op::Op;

/// When typing in one answer counts as one change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The longest pause within one change.
    pub gap: TimeDelta,
    /// The longest duration of one change.
    pub total: TimeDelta,
    /// The least number of bytes that are a change of their own when they are removed at once.
    pub cut: usize,
    /// The least number of bytes that are a change of their own when they are added at once, because somebody pasted
    /// them.
    pub paste: usize,
    /// The least number of bytes after which a change ends with its sentence.
    pub sentence: usize,
    /// A text with more bytes than this is long. Each change keeps the whole text twice. Therefore sentences do not end
    /// a change in a long text, and pause and duration may be longer: twice as long in a text up to twice as long, and
    /// so on.
    pub long: usize,
    /// The greatest factor for pause and duration.
    pub most: u8,
    /// The longest time between pinning and using a citation for which both are one change.
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
            long: 4096,
            most: 6,
            cite: TimeDelta::seconds(60),
        }
    }
}

impl Pace {
    /// The factor for pause and duration in a text with this number of bytes.
    fn times(self, bytes: usize) -> i32 {
        let times = bytes.div_ceil(self.long.max(1)).clamp(1, usize::from(self.most.max(1)));
        i32::try_from(times).unwrap_or(1)
    }
}

/// The facts about a change that the log needs besides the changed records.
pub(crate) struct Note<'a> {
    pub(crate) project: &'a ProjectId,
    pub(crate) scope: Scope,
    pub(crate) op: Op,
    pub(crate) at: DateTime<Utc>,
    pub(crate) pace: Pace,
}

/// The last entry with the new changes in it; `None` if they are a step of their own.
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

/// Whether `change` only continues the typing at the place that `last` changed. It does not if `last` changed several
/// records or was made by another command.
fn continues(last: &Operation, note: &Note<'_>, change: &Change) -> bool {
    let [begun] = last.changes.as_slice() else { return false };
    if begun.address() != change.address() || last.label != note.op.as_str() {
        return false;
    }
    let Some((first, old_words, new_words)) = typing(begun, change) else { return false };
    // Pasted words are a step of their own, without the words that are typed after them.
    let pasted = last.until == last.at && taken_away(old_words, first) >= note.pace.paste;
    let times = note.pace.times(new_words.len());
    !pasted
        && note.at - last.until <= note.pace.gap * times
        && note.at - last.at <= note.pace.total * times
        && taken_away(old_words, new_words) < note.pace.cut
        && taken_away(new_words, old_words) < note.pace.paste
        && !begins_sentence(first.len(), old_words, new_words, note.pace)
        && quoted(old_words) == quoted(new_words)
}

/// The words before `begun`, after it, and after `change`; `None` if they are not both typing of the same kind.
fn typing<'a>(begun: &'a Change, change: &'a Change) -> Option<(&'a str, &'a str, &'a str)> {
    match (begun, change) {
        (
            Change::Value(ValueChange { before, after: Some(old), .. }),
            Change::Value(ValueChange { after: Some(new), .. }),
        ) => {
            let (kind, old) = typed(&old.value)?;
            let (same, new) = typed(&new.value)?;
            let first = before.as_ref().and_then(|b| typed(&b.value)).map_or("", |(_, w)| w);
            (kind == same).then_some((first, old, new))
        }
        (
            Change::Project(ProjectChange { before: Some(first), after: Some(old) }),
            Change::Project(ProjectChange { after: Some(new), .. }),
        ) => {
            let renamed = |from: &ProjectHead, to: &ProjectHead| {
                ProjectHead { title: to.title.clone(), ..from.clone() } == *to
            };
            (renamed(first, old) && renamed(old, new)).then_some((
                &first.title,
                &old.title,
                &new.title,
            ))
        }
        _ => None,
    }
}

/// The number of citations in a text. A new citation is a step of its own.
fn quoted(words: &str) -> usize {
    words.matches("](cite:").count()
}

/// The words of a typed value, and the part of the value that must stay the same for a change to be only typing. A
/// different option is a change of its own.
pub(crate) fn typed(value: &Value) -> Option<(String, &str)> {
    match value {
        Value::Text(words) => Some(("text".to_owned(), words)),
        Value::Line(words) => Some(("line".to_owned(), words)),
        Value::YesNo { answer, reason } => Some((format!("yes_no {answer}"), reason)),
        Value::Choice(chosen) => Some((format!("choice {}", chosen.option), &chosen.note)),
        _ => None,
    }
}

/// The number of bytes of `old` that are not in `new`, if only one part was replaced.
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

/// Whether `new` continues after the end of a sentence in `old`. `first` is the length of the text before the change.
fn begins_sentence(first: usize, old: &str, new: &str, pace: Pace) -> bool {
    let ended = old.trim_end();
    old.len() <= pace.long
        && old.len() >= first.saturating_add(pace.sentence)
        && ended.ends_with(['.', '!', '?', '…', ':'])
        && new.strip_prefix(ended).is_some_and(|more| more.contains(char::is_alphanumeric))
}

/// The entry with the new words. Its `before` stays.
fn typed_on(mut last: Operation, note: &Note<'_>, change: &Change) -> Operation {
    if let Some(begun) = last.changes.first_mut() {
        let words = match begun {
            Change::Value(ValueChange { after, .. }) => after.clone(),
            _ => None,
        };
        begun.merge_later(change.clone());
        // The words were typed and removed again. There is nothing to undo, but the history keeps them.
        if begun.is_nothing() {
            last.state = OperationState::Abandoned;
            if let Change::Value(ValueChange { steps, .. }) = begun {
                steps.extend(words.map(|answer| Step { answer }));
            }
        }
    }
    last.until = note.at;
    last
}

/// Whether `last` only pinned citations, and the changes use one of them or pin another one.
fn uses_pinned(last: &Operation, note: &Note<'_>, changes: &[Change]) -> bool {
    let pinned = |change: &Change| match change {
        Change::Citation(CitationChange { citation, before: None, after: Some(_) }) => {
            Some(citation.clone())
        }
        _ => None,
    };
    let Some(fresh) = last.changes.iter().map(pinned).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let uses = |change: &Change| match change {
        Change::Value(ValueChange { after: Some(after), .. }) => {
            after.value.citations().iter().any(|used| fresh.contains(used))
        }
        _ => false,
    };
    note.at - last.until <= note.pace.cite
        && (changes.iter().any(uses)
            || last.label == note.op.as_str()
                && changes.iter().all(|change| pinned(change).is_some()))
}

/// The entry that pinned citations, together with the changes that use them. Undo takes them back together, the text
/// first. The entry gets the name of the use.
fn with_use(mut last: Operation, note: &Note<'_>, changes: &[Change]) -> Operation {
    for change in changes {
        match last.changes.iter_mut().find(|known| known.address() == change.address()) {
            Some(known) => known.merge_later(change.clone()),
            None => last.changes.push(change.clone()),
        }
    }
    note.op.as_str().clone_into(&mut last.label);
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
    fn a_long_text_may_be_typed_in_for_longer_at_once() {
        let pace = Pace::default();
        assert_eq!([0, 4096, 4097, 20_000, 10_000_000].map(|n| pace.times(n)), [1, 1, 2, 5, 6]);
        assert!(pace.total * i32::from(pace.most) <= TimeDelta::minutes(3));
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
