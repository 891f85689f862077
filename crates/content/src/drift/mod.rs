//! Computes what changed in a provider's content from one revision to another.
//!
//! Statements are identified by their ids, and those who keep a pack write down what became of each statement. Passages
//! have no ids of their own: if a page gets a new paragraph, all passages after it get other numbers. They are matched
//! by these rules, in this order. Each rule looks only at passages that no earlier rule matched:
//!
//! 1. **Pages.** The page with the same id; otherwise the page that has at least half of the words of the earlier page.
//! 2. **Same words.** Words are the same if they differ only in case, in quotation marks, in dashes between letters,
//!    and in the marks around words. Such a passage is looked for on the page that belongs to its page: first under the
//!    same heading, then anywhere on the page; then it is looked for on any page. Fewer than [`MEANINGFUL`] words
//!    ("Yes") stand in many places and identify nothing. Under another heading, such a passage is first looked for
//!    beside a passage that was found, because passages that move take their neighbours along; then together with the
//!    passages that follow it under one heading; then on its own page. A heading counts as renamed if the page no
//!    longer has it and most of its passages stand under one new heading.
//! 3. **Split and joined.** Passages that follow each other and together say what one passage said: most of each
//!    passage is in that one ([`PART`]), and together they have about its length.
//! 4. **Reworded.** The most similar pair is matched first. At least [`ALIKE_HERE`] of the words must be common on the
//!    page that belongs to the passage, and at least [`ALIKE_ELSEWHERE`] on another page. Rare words count more than
//!    frequent ones. On its page, a passage may also have grown or have been shortened: nearly all words of one
//!    ([`WITHIN`]) stand in the other.
//! 5. **In the same place.** A passage between the same two neighbours under the same heading is the old passage with
//!    new words, if at least [`ALIKE_IN_PLACE`] of the words are common.
//! 6. The remaining passages are gone or new.
//!
//! What those who keep a pack say about a statement (`became`) takes precedence over these rules, unless it says that
//! the words are the same and they are not. Over several revisions, the change that comes first in
//! [`StatementChange`](vurder_model::drift::StatementChange) counts, unless the last revision has the same words again.

mod matching;
mod pages;
mod place;
mod same_words;
mod statements;
mod trace;
mod words;

use std::collections::HashMap;
use std::panic::resume_unwind;

use vurder_model::drift::{Drift, PassageChange, PassageDrift, PassagePlace};
use vurder_model::passage::{passage_name, passage_of};
use vurder_model::provider::{Pack, Topic};

use self::matching::{Matched, matched};
pub use self::place::passage_place;
use self::place::{Placed, placed};
pub use self::trace::{Step, Trace, contradicted, passage_step, statement_step, trace};
pub use vurder_model::aligned::changed_words;

/// Passages with fewer words are not looked for on other pages.
const MEANINGFUL: usize = 4;
/// The least share of a part that must stand in the whole, if a passage was split or joined.
const PART: f64 = 0.75;
/// The least similarity of a reworded passage on the page that belongs to it.
const ALIKE_HERE: f64 = 0.4;
/// The least similarity of a reworded passage on another page.
const ALIKE_ELSEWHERE: f64 = 0.6;
/// The least share of the shorter passage that must stand in the longer one, if a passage grew or was shortened.
const WITHIN: f64 = 0.9;
/// The least similarity of a passage between the same neighbours.
const ALIKE_IN_PLACE: f64 = 0.12;

/// Whether there are enough words to identify a passage wherever it stands.
fn has_meaning(words: &str) -> bool {
    words.split_whitespace().nth(MEANINGFUL - 1).is_some()
}

/// What became of each passage of a revision in a later one.
#[derive(Debug, Clone, Default)]
pub struct PassageChanges {
    drifts: Vec<PassageDrift>,
    /// For each changed passage of the earlier revision, its index in `drifts`.
    changed: HashMap<String, usize>,
    same: SamePassages,
}

/// The passages that did not change. A pack has tens of thousands of them. Therefore they are kept as numbers, without
/// their names.
#[derive(Debug, Clone, Default)]
struct SamePassages {
    /// The index of each page of the earlier revision, by its id.
    old_pages: HashMap<String, usize>,
    /// The ids of the pages of the later revision.
    new_pages: Vec<String>,
    /// Index of the page and number of the passage, earlier and later.
    pairs: HashMap<(usize, u32), (usize, u32)>,
}

impl SamePassages {
    fn of(before: &Pack, after: &Pack) -> Self {
        let old_pages = before.pages.iter().enumerate().map(|(at, page)| (page.id.clone(), at));
        Self {
            old_pages: old_pages.collect(),
            new_pages: after.pages.iter().map(|page| page.id.clone()).collect(),
            pairs: HashMap::new(),
        }
    }

    /// The name in the later revision, for the name of a passage in the earlier revision.
    fn now(&self, passage: &str) -> Option<String> {
        let (page, number) = passage_of(passage)?;
        let (page, number) = self.pairs.get(&(*self.old_pages.get(page)?, number))?;
        Some(passage_name(self.new_pages.get(*page)?, *number))
    }
}

impl PassageChanges {
    /// The change of this passage of the earlier revision; `None` if it did not change, or if there is no such passage.
    #[must_use]
    pub fn change(&self, passage: &str) -> Option<&PassageDrift> {
        self.changed.get(passage).and_then(|at| self.drifts.get(*at))
    }

    /// All changes in the order of the earlier revision. New passages stand last.
    #[must_use]
    pub fn changes(&self) -> &[PassageDrift] {
        &self.drifts
    }

    /// The passages of the later revision in which a passage of the earlier one goes on; empty if it is gone.
    #[must_use]
    pub fn now(&self, passage: &str) -> Vec<String> {
        match self.same.now(passage) {
            Some(same) => vec![same],
            None => self.change(passage).map_or_else(Vec::new, |drift| {
                drift.after.iter().map(|place| place.passage.clone()).collect()
            }),
        }
    }
}

/// What became of the passages of `before` in `after`.
#[must_use]
pub fn follow(before: &Pack, after: &Pack) -> PassageChanges {
    let (old, new) = placed(before, after);
    let pages = pages::matched(before, after, &old, &new);
    let same = SamePassages::of(before, after);
    let mut followed = PassageChanges { same, ..PassageChanges::default() };
    let mut changed = Vec::new();
    for matched in matched(&old, &new, &pages) {
        if matched.change == PassageChange::Same {
            let at = |placed: &Placed<'_>| (placed.page, placed.passage.number);
            let both = matched.before.iter().zip(&matched.after);
            followed.same.pairs.extend(both.map(|(from, to)| (at(&old[*from]), at(&new[*to]))));
        } else {
            let at = changed.len();
            let names = matched.before.iter().map(|from| (old[*from].name(before), at));
            followed.changed.extend(names);
            changed.push(matched);
        }
    }
    followed.drifts = passage_drifts([before, after], [&old, &new], &changed);
    followed
}

/// What a reader sees of these changes. It takes long to compare words, so a second thread computes one half.
fn passage_drifts(
    packs: [&Pack; 2],
    placed: [&[Placed<'_>]; 2],
    changed: &[Matched],
) -> Vec<PassageDrift> {
    let told = |part: &[Matched]| -> Vec<PassageDrift> {
        part.iter().map(|one| passage_drift(packs, placed, one)).collect()
    };
    let (first, second) = changed.split_at(changed.len() / 2);
    let (mut drifts, rest) = std::thread::scope(|scope| {
        let rest = scope.spawn(|| told(second));
        let drifts = told(first);
        (drifts, rest.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    drifts.extend(rest);
    drifts
}

/// What a reader sees of passages that belong together.
fn passage_drift(
    packs: [&Pack; 2],
    [old, new]: [&[Placed<'_>]; 2],
    matched: &Matched,
) -> PassageDrift {
    let places = |all: &[Placed<'_>], numbers: &[usize], pack: &Pack| -> Vec<PassagePlace> {
        numbers.iter().map(|at| all[*at].place(pack)).collect()
    };
    let before = places(old, &matched.before, packs[0]);
    let after = places(new, &matched.after, packs[1]);
    let words = |places: &[PassagePlace]| {
        places.iter().map(|place| place.words.as_str()).collect::<Vec<_>>().join(" ")
    };
    let (was, is) = (words(&before), words(&after));
    let differ = !before.is_empty() && !after.is_empty() && was != is;
    let words = if differ { changed_words(&was, &is) } else { Vec::new() };
    PassageDrift { change: matched.change, before, after, words }
}

/// What changed from `before` to `after`.
#[must_use]
pub fn drift(before: &Pack, after: &Pack, topics: &[Topic]) -> Drift {
    let (old, new) = placed(before, after);
    let pages = pages::matched(before, after, &old, &new);
    let mut changed = matched(&old, &new, &pages);
    changed.retain(|matched| matched.change != PassageChange::Same);
    Drift {
        passages: passage_drifts([before, after], [&old, &new], &changed),
        pages: pages::drift(before, after, &pages),
        statements: statements::drift(before, after),
        topics: statements::topics(before, after, topics),
    }
}
