//! Tracked changes made into remarks.

use super::change::Change;
use super::dates::date;
use super::story::Story;
use crate::keys::{Keys, hash};
use crate::passage::{exact_surroundings, one_line};
use crate::remark::{ParagraphChange, RemarkKind, ReturnedRemark};

/// Changes that are one: words that go and words that come in at the same place, by the same author.
pub(super) fn joined(changes: &[Change]) -> Vec<(&Change, Option<&Change>)> {
    let mut found: Vec<(&Change, Option<&Change>)> = Vec::new();
    for change in changes {
        if let Some((first, second @ None)) = found.last_mut()
            && first.inserts != change.inserts
            && first.author == change.author
            && first.place == change.place
            && first.end == change.start
            && (first.part, first.row) == (change.part, change.row)
        {
            *second = Some(change);
        } else {
            found.push((change, None));
        }
    }
    found
}

/// The remark that a change is.
pub(super) fn changed(
    story: &Story,
    (first, second): (&Change, Option<&Change>),
    keys: &mut Keys,
) -> ReturnedRemark {
    let both = [Some(first), second];
    let words = |inserts: bool| {
        both.into_iter()
            .flatten()
            .find(|change| change.inserts == inserts)
            .map(|change| change.words.as_str())
    };
    let (goes, comes) = without_common_ends(words(false), words(true));
    let kind = match (goes, comes) {
        (Some(_), Some(_)) => RemarkKind::Replacement,
        (Some(_), None) => RemarkKind::Deletion,
        _ => RemarkKind::Insertion,
    };
    let end = second.map_or(first.end, |second| second.end.max(first.end));
    let (before, after) = exact_surroundings(&story.was, first.start, end);
    let text = |words: Option<&str>| words.unwrap_or_default().to_owned();
    let key = hash(&[
        &format!("{kind:?}"),
        first.author.as_deref().unwrap_or_default(),
        first.date.as_deref().unwrap_or_default(),
        named_by(goes.unwrap_or_default()),
        named_by(comes.unwrap_or_default()),
        first.place.as_deref().unwrap_or_default(),
    ]);
    ReturnedRemark {
        key: keys.unique(key),
        identity: change_identity(first, named_by(&text(goes)), (before.trim(), after.trim())),
        reply_to: None,
        kind,
        state: None,
        author: first.author.clone(),
        at: first.date.as_deref().and_then(date),
        words: String::new(),
        quoted: one_line(&text(goes)),
        before,
        after,
        new_words: comes.map(written_inserted),
        paragraphs: paragraphs(story, [Some(first), second]),
        place: first.place.clone(),
        page: None,
        exported: None,
        changes: first.part,
    }
}

/// Without the ends of paragraphs that words which go and words that come in their place both have: who writes over a
/// whole paragraph changes words.
fn without_common_ends<'a>(
    goes: Option<&'a str>,
    comes: Option<&'a str>,
) -> (Option<&'a str>, Option<&'a str>) {
    let (Some(mut old), Some(mut new)) = (goes, comes) else { return (goes, comes) };
    if let (Some(of_old), Some(of_new)) = (old.strip_suffix('\n'), new.strip_suffix('\n')) {
        (old, new) = (of_old, of_new);
    }
    if let (Some(of_old), Some(of_new)) = (old.strip_prefix('\n'), new.strip_prefix('\n')) {
        (old, new) = (of_old, of_new);
    }
    (Some(old), Some(new))
}

/// What a change does to paragraphs, beyond the words that it puts in or takes out.
fn paragraphs(story: &Story, changes: [Option<&Change>; 2]) -> Option<ParagraphChange> {
    let of = |change: &Change| {
        if change.row.is_some() {
            return None;
        }
        let has_words = change.words.chars().any(|c| !c.is_whitespace());
        if change.inserts {
            return (!has_words && change.words.contains('\n')).then_some(ParagraphChange::Split);
        }
        let before = story.was.get(..change.start).unwrap_or_default();
        let after = story.was.get(change.end..).unwrap_or_default();
        // A paragraph that goes with its end, or with that of the one before it, joins nothing.
        let whole = (change.words.ends_with('\n') && (before.is_empty() || before.ends_with('\n')))
            || (change.words.starts_with('\n') && (after.is_empty() || after.starts_with('\n')));
        let joins = change.words.contains('\n') && !(whole && has_words);
        joins.then_some(ParagraphChange::Joined)
    };
    changes.into_iter().flatten().find_map(of)
}

/// The words by which a change is known: without the ends of paragraphs around them.
fn named_by(words: &str) -> &str {
    let bare = words.trim_matches('\n');
    if bare.is_empty() { words } else { bare }
}

/// Inserted words with the spaces at their ends, which belong to the change.
fn written_inserted(words: &str) -> String {
    words.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// What stays of a change when other words are put in: its author, and the words of the report at its place.
fn change_identity(change: &Change, goes: &str, (before, after): (&str, &str)) -> Option<String> {
    let place = change.place.as_deref().unwrap_or_default();
    let author = change.author.as_deref().unwrap_or_default();
    let somewhere = [place, goes, before, after].iter().any(|words| !words.is_empty());
    somewhere.then(|| hash(&["change", author, place, goes, before, after]))
}
