//! Rule 2: which passages have the same words.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;

use super::has_meaning;
use super::place::Placed;

/// Of the places where a run of short passages may go on, so many are looked at.
const CANDIDATES: usize = 8;

/// Pairs of passages with the same words.
pub(super) struct SameWords<'a, 'p> {
    old: &'a [Placed<'p>],
    new: &'a [Placed<'p>],
    /// For each page of the earlier revision the one of the later revision.
    pages: &'a [Option<usize>],
    /// For each passage of the earlier revision the one of the later revision, where it is in a pair.
    of_old: Vec<Option<usize>>,
    /// Which passages of the later revision are in a pair.
    taken: Vec<bool>,
}

impl<'a, 'p> SameWords<'a, 'p> {
    /// Finds the pairs, those in the same place first.
    pub(super) fn find(
        old: &'a [Placed<'p>],
        new: &'a [Placed<'p>],
        pages: &'a [Option<usize>],
    ) -> Self {
        let mut found =
            Self { old, new, pages, of_old: vec![None; old.len()], taken: vec![false; new.len()] };
        let here = |passage: &Placed<'_>| pages[passage.page];
        let telling = |passage: &Placed<'_>| has_meaning(&passage.plain);
        found.pair_by(
            |one| Some((here(one)?, &*one.heading, one.plain.as_str())),
            |one| (one.page, &*one.heading, one.plain.as_str()),
        );
        found.pair_beside();
        found.pair_by(
            |one| Some((here(one).filter(|_| telling(one))?, one.plain.as_str())),
            |one| (one.page, one.plain.as_str()),
        );
        found.pair_by(
            |one| Some(one.plain.as_str()).filter(|_| telling(one)),
            |one| one.plain.as_str(),
        );
        found.pair_beside();
        found.pair_runs();
        found.pair_by(
            |one| Some((here(one)?, one.plain.as_str())),
            |one| (one.page, one.plain.as_str()),
        );
        found
    }

    /// The pairs, by their places in the two lists.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.of_old.iter().enumerate().filter_map(|(from, to)| Some((from, (*to)?)))
    }

    /// Pairs those that are in no pair yet and have the same key: in reading order, so that the first of several equal
    /// ones goes with the first.
    fn pair_by<K: Hash + Eq>(
        &mut self,
        key_of_old: impl Fn(&'a Placed<'p>) -> Option<K>,
        key_of_new: impl Fn(&'a Placed<'p>) -> K,
    ) {
        let mut places: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (to, passage) in self.new.iter().enumerate().filter(|(to, _)| !self.taken[*to]) {
            places.entry(key_of_new(passage)).or_default().push_back(to);
        }
        for (from, passage) in self.old.iter().enumerate() {
            if self.of_old[from].is_none()
                && let Some(key) = key_of_old(passage)
                && let Some(to) = places.get_mut(&key).and_then(VecDeque::pop_front)
            {
                self.put(from, to);
            }
        }
    }

    /// Pairs those that stand beside a pair, however short they are: what goes to another page takes them along.
    fn pair_beside(&mut self) {
        for from in 1..self.old.len() {
            let to = self.of_old[from - 1].map(|to| to + 1);
            self.put_beside(from, from - 1, to);
        }
        for from in (1..self.old.len()).rev() {
            let to = self.of_old[from].and_then(|to| to.checked_sub(1));
            self.put_beside(from - 1, from, to);
        }
    }

    /// Pairs `from` with `to`, where they have the same words and stand on the pages of the pair of `beside`.
    fn put_beside(&mut self, from: usize, beside: usize, to: Option<usize>) {
        let (old, new) = (self.old, self.new);
        if self.of_old[from].is_none()
            && old[from].page == old[beside].page
            && let (Some(to), Some(there)) = (to, self.of_old[beside])
            && new.get(to).is_some_and(|passage| {
                !self.taken[to]
                    && passage.page == new[there].page
                    && passage.plain == old[from].plain
            })
        {
            self.put(from, to);
        }
    }

    /// Pairs passages of few words that follow each other under one heading and together have enough words: a list.
    fn pair_runs(&mut self) {
        let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
        for (to, passage) in self.new.iter().enumerate().filter(|(to, _)| !self.taken[*to]) {
            places.entry(passage.plain.as_str()).or_default().push(to);
        }
        for from in 0..self.old.len() {
            if self.of_old[from].is_some() {
                continue;
            }
            let candidates = places.get(self.old[from].plain.as_str()).into_iter().flatten();
            let runs = candidates.take(CANDIDATES).map(|to| (self.run(from, *to), *to));
            // Of runs of the same length the first.
            let longest = runs.min_by_key(|(length, _)| std::cmp::Reverse(*length));
            let Some((length, to)) = longest.filter(|(length, _)| *length > 1) else { continue };
            let words = self.old[from..from + length].iter().map(|one| one.plain.as_str());
            if has_meaning(&words.collect::<Vec<_>>().join(" ")) {
                (0..length).for_each(|at| self.put(from + at, to + at));
            }
        }
    }

    /// How many passages that are in no pair follow each other here and there with the same words, under one heading.
    fn run(&self, from: usize, to: usize) -> usize {
        let one_place = |all: &[Placed<'_>], first: usize, at: usize| {
            all[first].page == all[at].page && all[first].heading == all[at].heading
        };
        let length = (self.old.len() - from).min(self.new.len() - to);
        let goes_on = |at: &usize| {
            let (old, new) = (from + at, to + at);
            self.of_old[old].is_none()
                && !self.taken[new]
                && self.old[old].plain == self.new[new].plain
                && one_place(self.old, from, old)
                && one_place(self.new, to, new)
        };
        (0..length).take_while(goes_on).count()
    }

    fn put(&mut self, from: usize, to: usize) {
        self.of_old[from] = Some(to);
        self.taken[to] = true;
    }

    /// The new heading for each heading that its page does not have any more and that most of its pairs left for one
    /// that the page did not have.
    pub(super) fn renamed_headings(&self) -> HashMap<(usize, &'a str), &'a str> {
        let (old, new) = (self.old, self.new);
        // Pages on which a heading may have been renamed, by their index in the later revision.
        let pages: HashSet<usize> = self
            .pairs()
            .filter(|(from, to)| {
                let (before, after) = (&old[*from], &new[*to]);
                before.heading != after.heading && self.pages[before.page] == Some(after.page)
            })
            .map(|(_, to)| new[to].page)
            .collect();
        let page_of =
            |passage: &Placed<'_>| self.pages[passage.page].filter(|at| pages.contains(at));
        let had: HashSet<(usize, &str)> =
            old.iter().filter_map(|one| Some((page_of(one)?, &*one.heading))).collect();
        let on_them = new.iter().filter(|one| pages.contains(&one.page));
        let has: HashSet<(usize, &str)> = on_them.map(|one| (one.page, &*one.heading)).collect();
        // Where the pairs of a heading that is not there any more go; none for one that was there.
        let mut went: HashMap<(usize, &str), HashMap<Option<&str>, usize>> = HashMap::new();
        for (from, to) in self.pairs() {
            let (before, after) = (&old[from], &new[to]);
            let Some(page) = page_of(before) else { continue };
            if has.contains(&(page, &*before.heading)) {
                continue;
            }
            let fresh = page == after.page && !had.contains(&(page, &*after.heading));
            let counts = went.entry((before.page, &*before.heading)).or_default();
            *counts.entry(Some(&*after.heading).filter(|_| fresh)).or_default() += 1;
        }
        let most = |counts: HashMap<Option<&'a str>, usize>| {
            let all: usize = counts.values().sum();
            counts.into_iter().find(|(to, count)| to.is_some() && count * 2 > all)?.0
        };
        went.into_iter().filter_map(|(key, counts)| Some((key, most(counts)?))).collect()
    }
}
