//! Finds listed changes that a reader would not call a change.
//!
//! The code here shares nothing with the code that finds the changes: it compares letters and digits, and counts words.
//! A change is a false alarm where
//!
//! - both sides have the same letters, links and headings on the same page, or on a page that moved as a whole;
//! - it is listed as gone or new, and the same passage, or one with four fifths of its words, is listed as new or gone:
//!   the passage only moved;
//! - it is listed as reworded, and less than one word in ten is common.

use std::collections::{HashMap, HashSet};

use vurder_model::drift::{Drift, PassageChange, PassageDrift, PassagePlace};
use vurder_model::passage::passage_of;
use vurder_model::provider::{Pack, PageBlock};
use vurder_model::richtext::{Inline, Mark};

/// The letters and digits of a text.
pub(crate) fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How often each word stands in a text.
fn counts(words: &str) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

/// The share of words that two texts have in common, 0 to 1.
fn common(one: &str, two: &str) -> f64 {
    let (one, two) = (counts(one), counts(two));
    let all: usize = one.values().chain(two.values()).sum();
    let both: usize = one.iter().map(|(word, count)| count.min(two.get(word).unwrap_or(&0))).sum();
    if all == 0 { 1.0 } else { 2.0 * both as f64 / all as f64 }
}

/// The addresses of the links of a passage, outside the provider's own pages.
fn links(pack: &Pack, name: &str) -> Vec<String> {
    let (page, number) = passage_of(name).unwrap();
    let blocks = &pack.page(page).unwrap().body;
    let passage = blocks.iter().find_map(|block| match block {
        PageBlock::Passage { passage } if passage.number == number => Some(passage),
        _ => None,
    });
    let inlines = passage.unwrap().cells.iter().flatten();
    inlines
        .filter_map(|inline| match inline {
            Inline::Text { marks, .. } => marks.iter().find_map(|mark| match mark {
                Mark::Link { attrs } if !attrs.href.starts_with('#') => Some(attrs.href.clone()),
                _ => None,
            }),
            _ => None,
        })
        .collect()
}

/// The changes that a reader would not call a change, each with the reason.
pub(crate) fn false_alarms<'d>(
    before: &Pack,
    after: &Pack,
    drift: &'d Drift,
) -> Vec<(&'d PassageDrift, &'static str)> {
    let told = |change| drift.passages.iter().filter(move |told| told.change == change);
    let gone: Vec<&PassagePlace> = told(PassageChange::Gone).map(|told| &told.before[0]).collect();
    let new: Vec<&PassagePlace> = told(PassageChange::New).map(|told| &told.after[0]).collect();
    let moved_pages: HashMap<&str, &str> = drift
        .pages
        .iter()
        .filter_map(|page| {
            Some((page.before.as_ref()?.id.as_str(), page.after.as_ref()?.id.as_str()))
        })
        .collect();
    let headings: HashSet<(&str, &str)> = [before, after]
        .iter()
        .flat_map(|pack| &pack.pages)
        .flat_map(|page| {
            page.body.iter().filter_map(|block| match block {
                PageBlock::Heading { text, .. } => Some((page.id.as_str(), text.as_str())),
                _ => None,
            })
        })
        .collect();
    let elsewhere = |place: &PassagePlace, others: &[&PassagePlace]| {
        others.iter().any(|other| {
            letters(&other.words) == letters(&place.words)
                || (place.words.split(' ').count() > 4 && common(&other.words, &place.words) >= 0.8)
        })
    };
    let reason = |told: &PassageDrift| match (&told.before[..], &told.after[..], told.change) {
        ([gone], [], _) => elsewhere(gone, &new).then_some("is elsewhere"),
        ([], [new], _) => elsewhere(new, &gone).then_some("was elsewhere"),
        ([old], [new], change) => {
            let page = |place: &PassagePlace| passage_of(&place.passage).unwrap().0.to_owned();
            let (from, to) = (page(old), page(new));
            let one_page = from == to || moved_pages.get(from.as_str()) == Some(&to.as_str());
            let last = |heading: &str| heading.rsplit(" / ").next().unwrap_or_default().to_owned();
            let (was, is) = (last(&old.heading), last(&new.heading));
            // A heading that only one state has was renamed, or its section is new.
            let one_heading = was == is || !headings.contains(&(to.as_str(), was.as_str()));
            let as_it_was = letters(&old.words) == letters(&new.words)
                && links(before, &old.passage) == links(after, &new.passage);
            if as_it_was && one_page && one_heading {
                Some("is as it was")
            } else if change == PassageChange::Reworded && common(&old.words, &new.words) < 0.1 {
                Some("is another passage")
            } else {
                None
            }
        }
        _ => None,
    };
    drift.passages.iter().filter_map(|told| Some((told, reason(told)?))).collect()
}
