//! Finds, for each passage of the earlier revision, the same passage in the later one. The module above describes the
//! rules.

use std::collections::{BTreeMap, HashMap};

use vurder_model::drift::PassageChange;

use super::place::Placed;
use super::same_words::SameWords;
use super::words::{Bag, Vocabulary};
use super::{ALIKE_ELSEWHERE, ALIKE_HERE, ALIKE_IN_PLACE, PART, WITHIN, has_meaning};

/// Passages that belong together, as indexes into the two lists.
pub(super) struct Matched {
    pub(super) change: PassageChange,
    pub(super) before: Vec<usize>,
    pub(super) after: Vec<usize>,
}

/// A word that stands in more passages than this leads to no candidate for a reworded passage, because it is too
/// frequent.
const FREQUENT: u32 = 40;
/// The greatest number of candidates on other pages that are compared.
const CANDIDATES: usize = 8;
/// The greatest number of passages into which one passage is split.
const LONGEST_SPLIT: usize = 6;

/// What became of each passage of `old` in `new`, in reading order, with the new passages at the end. `pages` gives for
/// each page of the earlier revision the page of the later one.
pub(super) fn matched(
    old: &[Placed<'_>],
    new: &[Placed<'_>],
    pages: &[Option<usize>],
) -> Vec<Matched> {
    let mut matching = Matching {
        old,
        new,
        pages,
        of_old: vec![None; old.len()],
        of_new: vec![None; new.len()],
        found: Vec::new(),
    };
    matching.same_words();
    matching.other_words();
    matching.rest()
}

struct Matching<'a, 'p> {
    old: &'a [Placed<'p>],
    new: &'a [Placed<'p>],
    pages: &'a [Option<usize>],
    /// For each passage, the index of its match in `found`.
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
    found: Vec<Matched>,
}

/// The words of the passages that have no match yet, by their indexes in the two lists.
struct Open {
    vocabulary: Vocabulary,
    old: HashMap<usize, Bag>,
    new: HashMap<usize, Bag>,
}

impl<'a> Matching<'a, '_> {
    fn put(&mut self, change: PassageChange, before: Vec<usize>, after: Vec<usize>) {
        for at in &before {
            self.of_old[*at] = Some(self.found.len());
        }
        for at in &after {
            self.of_new[*at] = Some(self.found.len());
        }
        self.found.push(Matched { change, before, after });
    }

    /// The page of the later revision that belongs to a passage of the earlier revision.
    fn page_of(&self, old: usize) -> Option<usize> {
        self.pages[self.old[old].page]
    }

    fn open_old(&self) -> Vec<usize> {
        (0..self.old.len()).filter(|at| self.of_old[*at].is_none()).collect()
    }

    fn open_new(&self) -> Vec<usize> {
        (0..self.new.len()).filter(|at| self.of_new[*at].is_none()).collect()
    }

    /// Rule 2: passages with the same words.
    fn same_words(&mut self) {
        let (old, new) = (self.old, self.new);
        let same = SameWords::find(old, new, self.pages);
        let renamed = same.renamed_headings();
        for (from, to) in same.pairs() {
            let (before, after) = (&old[from], &new[to]);
            let renamed = renamed.get(&(before.page, before.heading_number)).copied();
            let under_it = before.heading_number == after.heading_number
                || renamed == Some(after.heading_number);
            let change = if before.links != after.links {
                PassageChange::Relinked
            } else if self.page_of(from) == Some(after.page) && under_it {
                PassageChange::Same
            } else {
                PassageChange::Moved
            };
            self.put(change, vec![from], vec![to]);
        }
    }

    /// Rules 3 to 5: the remaining passages, by how similar their words are.
    fn other_words(&mut self) {
        let mut vocabulary = Vocabulary::default();
        let open_old = self.open_old().into_iter();
        let mut old: HashMap<usize, Bag> =
            open_old.map(|at| (at, vocabulary.take(&self.old[at].plain))).collect();
        let open_new = self.open_new().into_iter();
        let mut new: HashMap<usize, Bag> =
            open_new.map(|at| (at, vocabulary.take(&self.new[at].plain))).collect();
        old.values_mut().chain(new.values_mut()).for_each(|bag| vocabulary.weigh(bag));
        let open = Open { vocabulary, old, new };
        self.split_and_joined(&open);
        self.reworded(&open);
        self.in_place(&open);
    }

    fn split_and_joined(&mut self, open: &Open) {
        let mut on_page: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for at in self.open_old() {
            if let Some(page) = self.page_of(at) {
                on_page.entry(page).or_default().0.push(at);
            }
        }
        for at in self.open_new() {
            on_page.entry(self.new[at].page).or_default().1.push(at);
        }
        for (old, new) in on_page.values().filter(|(old, new)| !old.is_empty() && !new.is_empty()) {
            for whole in old {
                if let Some(parts) = run_within(open, &open.old[whole], new, &open.new)
                    && parts.iter().all(|at| self.of_new[*at].is_none())
                {
                    self.put(PassageChange::Split, vec![*whole], parts);
                }
            }
            for whole in new {
                if self.of_new[*whole].is_none()
                    && let Some(parts) = run_within(open, &open.new[whole], old, &open.old)
                    && parts.iter().all(|at| self.of_old[*at].is_none())
                {
                    self.put(PassageChange::Joined, parts, vec![*whole]);
                }
            }
        }
    }

    fn reworded(&mut self, open: &Open) {
        let vocabulary = &open.vocabulary;
        let mut bearers: HashMap<u32, Vec<usize>> = HashMap::new();
        for at in self.open_new() {
            let rare = open.new[&at].numbers().filter(|n| vocabulary.passages(*n) <= FREQUENT);
            rare.for_each(|number| bearers.entry(number).or_default().push(at));
        }
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for from in self.open_old() {
            let bag = &open.old[&from];
            let mut shared: HashMap<usize, f64> = HashMap::new();
            for number in bag.numbers() {
                for to in bearers.get(&number).into_iter().flatten() {
                    *shared.entry(*to).or_default() += vocabulary.rarity(number);
                }
            }
            let mut candidates: Vec<(usize, f64)> = shared.into_iter().collect();
            candidates.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            let page = self.page_of(from);
            let mut elsewhere = 0;
            for (to, _) in candidates {
                let here = page == Some(self.new[to].page);
                elsewhere += usize::from(!here);
                if !here && (elsewhere > CANDIDATES || !has_meaning(&self.old[from].plain)) {
                    continue;
                }
                let other = &open.new[&to];
                let likeness = vocabulary.likeness(bag, other);
                let alike = likeness >= if here { ALIKE_HERE } else { ALIKE_ELSEWHERE };
                if alike || (here && self.is_within(open, from, to)) {
                    // Of two candidates that are nearly equally similar, the one on the passage's own page is
                    // preferred.
                    pairs.push((likeness + if here { 0.1 } else { 0.0 }, from, to));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, from, to) in pairs {
            if self.of_old[from].is_none() && self.of_new[to].is_none() {
                self.put(PassageChange::Reworded, vec![from], vec![to]);
            }
        }
    }

    /// Whether nearly all words of one passage stand in the other one: the passage grew or was shortened.
    fn is_within(&self, open: &Open, from: usize, to: usize) -> bool {
        let (old, new) = (&open.old[&from], &open.new[&to]);
        let shorter = if old.weight() < new.weight() { &self.old[from] } else { &self.new[to] };
        has_meaning(&shorter.plain)
            && open.vocabulary.common(old, new) >= WITHIN * old.weight().min(new.weight())
    }

    fn in_place(&mut self, open: &Open) {
        for from in self.open_old() {
            let Some(to) = self.page_of(from).and_then(|page| self.neighbour(from, page)) else {
                continue;
            };
            if self.of_new[to].is_none()
                && has_meaning(&self.old[from].plain)
                && has_meaning(&self.new[to].plain)
                && open.vocabulary.likeness(&open.old[&from], &open.new[&to]) >= ALIKE_IN_PLACE
            {
                self.put(PassageChange::Reworded, vec![from], vec![to]);
            }
        }
    }

    /// The passage at the place where `from` stood: the one after the match of the passage before `from`. If `from` is
    /// the first under its heading, it is the first passage under that heading.
    fn neighbour(&self, from: usize, page: usize) -> Option<usize> {
        let old = &self.old[from];
        let under = |passage: &Placed<'_>, page: usize| {
            passage.page == page && passage.heading_number == old.heading_number
        };
        let before = from.checked_sub(1).filter(|at| under(&self.old[*at], old.page));
        let to = match before {
            Some(before) => self.found[self.of_old[before]?].after.iter().max()? + 1,
            None => {
                let first = self.new.partition_point(|passage| passage.page < page);
                let on_page = self.new[first..].iter().take_while(|one| one.page == page);
                first + on_page.take_while(|one| !under(one, page)).count()
            }
        };
        self.new.get(to).filter(|passage| under(passage, page)).map(|_| to)
    }

    /// Rule 6. Then sorts all matches in reading order.
    fn rest(mut self) -> Vec<Matched> {
        for from in self.open_old() {
            self.put(PassageChange::Gone, vec![from], Vec::new());
        }
        for to in self.open_new() {
            self.put(PassageChange::New, Vec::new(), vec![to]);
        }
        self.found.sort_by_key(|matched| {
            let first = matched.before.first().copied().unwrap_or(usize::MAX);
            (first, matched.after.first().copied())
        });
        self.found
    }
}

/// The passages of `parts` that follow each other and together have the words of `whole`; at least two. `None` if there
/// are no such passages.
fn run_within(
    open: &Open,
    whole: &Bag,
    parts: &[usize],
    bags: &HashMap<usize, Bag>,
) -> Option<Vec<usize>> {
    let vocabulary = &open.vocabulary;
    let within = |at: &usize| vocabulary.share_in(&bags[at], whole) >= PART;
    parts.chunk_by(|a, b| a + 1 == *b && within(a) && within(b)).find_map(|run| {
        let run = &run[..run.len().min(LONGEST_SPLIT)];
        let weight: f64 = run.iter().map(|at| bags[at].weight()).sum();
        let common: f64 = run.iter().map(|at| vocabulary.common(&bags[at], whole)).sum();
        let covers = common >= PART * whole.weight() && weight <= whole.weight() / PART;
        (run.len() > 1 && covers).then(|| run.to_vec())
    })
}
