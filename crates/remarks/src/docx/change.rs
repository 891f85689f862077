//! Tracked changes as they are met: programs write one for each run of letters and each paragraph.

use crate::remark::ChangedPart;

/// A tracked change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// Whether words are inserted; if not, words are deleted.
    pub(super) inserts: bool,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    /// Its words; a paragraph's end that came in or goes is a line end.
    pub(super) words: String,
    /// The byte at which it begins in the text before the changes; `end` is where it ends.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) place: Option<String>,
    /// What it changes, if that is not the words of an answer.
    pub(super) part: Option<ChangedPart>,
    /// The number of the row that came in or goes with it.
    pub(super) row: Option<usize>,
}

/// Adds a change to those of a story whose text before the changes is `was`.
pub(super) fn add(changes: &mut Vec<Change>, change: Change, was: &str) {
    match changes.last_mut() {
        Some(last) if last.row.is_some() && last.row == change.row => {
            // All cells of a row are one change.
            let apart = !last.words.is_empty() && !last.words.ends_with(char::is_whitespace);
            let moved = last.end < change.start || change.words.starts_with('\n');
            if apart && moved {
                last.words.push(' ');
            }
            last.words.push_str(change.words.trim_start_matches('\n'));
            last.end = change.end;
        }
        Some(last) if goes_on(last, &change, was) => {
            if was.get(last.end..change.start).is_some_and(|between| !between.is_empty()) {
                last.words.push('\n');
            }
            last.words.push_str(&change.words);
            last.end = change.end;
        }
        _ => changes.push(change),
    }
}

/// Whether a change continues the one before: programs write one change for each run of letters and each paragraph.
fn goes_on(last: &Change, next: &Change, was: &str) -> bool {
    let between = was.get(last.end..next.start).unwrap_or("-");
    let minute =
        |date: &Option<String>| date.as_ref().and_then(|date| date.get(..16)).map(str::to_owned);
    last.inserts == next.inserts
        && (last.part, last.row) == (next.part, next.row)
        && last.author == next.author
        && last.place == next.place
        && minute(&last.date) == minute(&next.date)
        // What came in at the end of one paragraph and at the beginning of the next is two changes.
        && between.chars().all(|c| c == '\n' && !next.inserts)
}
