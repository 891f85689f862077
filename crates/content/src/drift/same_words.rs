//! Rule 2: finds the passages that have the same words.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::has_meaning;
use super::place::Placed;

/// The greatest number of places at which a run of short passages is looked for.
const CANDIDATES: usize = 8;

/// Pairs of passages with the same words.
pub(super) struct SameWords<'a, 'p> {
    old: &'a [Placed<'p>],
    new: &'a [Placed<'p>],
    /// For each page of the earlier revision, the page of the later one.
    pages: &'a [Option<usize>],
    /// For each passage of the earlier revision, its partner in the later revision.
    of_old: Vec<Option<usize>>,
    /// For each passage of the later revision, whether it has a partner.
    taken: Vec<bool>,
}

impl<'a, 'p> SameWords<'a, 'p> {
    /// Finds the pairs. Passages in the same place are paired first.
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
            |one| Some((here(one)?, one.heading_number, one.plain_number)),
            |one| (one.page, one.heading_number, one.plain_number),
        );
        found.pair_beside();
        found.pair_by(
            |one| Some((here(one).filter(|_| telling(one))?, one.plain_number)),
            |one| (one.page, one.plain_number),
        );
        found
            .pair_by(|one| Some(one.plain_number).filter(|_| telling(one)), |one| one.plain_number);
        found.pair_beside();
        found.pair_runs();
        found.pair_by(
            |one| Some((here(one)?, one.plain_number)),
            |one| (one.page, one.plain_number),
        );
        found
    }

    /// The pairs, as indexes into the two lists.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.of_old.iter().enumerate().filter_map(|(from, to)| Some((from, (*to)?)))
    }

    /// Pairs passages that have no partner yet and have the same key. It goes in reading order, so that the first of
    /// several equal passages is paired with the first.
    fn pair_by<K: Hash + Eq>(
        &mut self,
        key_of_old: impl Fn(&'a Placed<'p>) -> Option<K>,
        key_of_new: impl Fn(&'a Placed<'p>) -> K,
    ) {
        // The first index with each key, and for each index the next one with the same key.
        let mut first: HashMap<K, usize> = HashMap::new();
        let mut next: Vec<Option<usize>> = vec![None; self.new.len()];
        for (to, passage) in self.new.iter().enumerate().filter(|(to, _)| !self.taken[*to]).rev() {
            next[to] = first.insert(key_of_new(passage), to);
        }
        for (from, passage) in self.old.iter().enumerate() {
            if self.of_old[from].is_none()
                && let Some(key) = key_of_old(passage)
                && let Entry::Occupied(mut place) = first.entry(key)
            {
                let to = *place.get();
                match next[to] {
                    Some(next) => drop(place.insert(next)),
                    None => drop(place.remove()),
                }
                self.put(from, to);
            }
        }
    }

    /// Pairs passages beside a pair, however short they are, because a passage that moves takes its neighbours along.
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

    /// Pairs `from` with `to` if they have the same words and stand on the pages of the pair of `beside`.
    fn put_beside(&mut self, from: usize, beside: usize, to: Option<usize>) {
        let (old, new) = (self.old, self.new);
        if self.of_old[from].is_none()
            && old[from].page == old[beside].page
            && let (Some(to), Some(there)) = (to, self.of_old[beside])
            && new.get(to).is_some_and(|passage| {
                !self.taken[to]
                    && passage.page == new[there].page
                    && passage.plain_number == old[from].plain_number
            })
        {
            self.put(from, to);
        }
    }

    /// Pairs short passages that follow each other under one heading and have enough words together, such as the items
    /// of a list.
    fn pair_runs(&mut self) {
        let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
        for (to, passage) in self.new.iter().enumerate().filter(|(to, _)| !self.taken[*to]) {
            places.entry(passage.plain_number).or_default().push(to);
        }
        for from in 0..self.old.len() {
            if self.of_old[from].is_some() {
                continue;
            }
            let candidates = places.get(&self.old[from].plain_number).into_iter().flatten();
            let runs = candidates.take(CANDIDATES).map(|to| (self.run(from, *to), *to));
            // Of several longest runs, the first is taken.
            let longest = runs.min_by_key(|(length, _)| std::cmp::Reverse(*length));
            let Some((length, to)) = longest.filter(|(length, _)| *length > 1) else { continue };
            let words = self.old[from..from + length].iter().map(|one| one.plain.as_str());
            if has_meaning(&words.collect::<Vec<_>>().join(" ")) {
                (0..length).for_each(|at| self.put(from + at, to + at));
            }
        }
    }

    /// The number of passages from `from` and `to` on that have no partner, have the same words, and stand under one
    /// heading.
    fn run(&self, from: usize, to: usize) -> usize {
        let one_place = |all: &[Placed<'_>], first: usize, at: usize| {
            all[first].page == all[at].page && all[first].heading_number == all[at].heading_number
        };
        let length = (self.old.len() - from).min(self.new.len() - to);
        let goes_on = |at: &usize| {
            let (old, new) = (from + at, to + at);
            self.of_old[old].is_none()
                && !self.taken[new]
                && self.old[old].plain_number == self.new[new].plain_number
                && one_place(self.old, from, old)
                && one_place(self.new, to, new)
        };
        (0..length).take_while(goes_on).count()
    }

    fn put(&mut self, from: usize, to: usize) {
        self.of_old[from] = Some(to);
        self.taken[to] = true;
    }

    /// The new name of each heading that its page no longer has. Most of its pairs must stand under one heading that
    /// the page did not have before.
    pub(super) fn renamed_headings(&self) -> HashMap<(usize, u32), u32> {
        let (old, new) = (self.old, self.new);
        // Pages on which a heading may have been renamed, by their index in the later revision.
        let pages: HashSet<usize> = self
            .pairs()
            .filter(|(from, to)| {
                let (before, after) = (&old[*from], &new[*to]);
                before.heading_number != after.heading_number
                    && self.pages[before.page] == Some(after.page)
            })
            .map(|(_, to)| new[to].page)
            .collect();
        let page_of =
            |passage: &Placed<'_>| self.pages[passage.page].filter(|at| pages.contains(at));
        let had: HashSet<(usize, u32)> =
            old.iter().filter_map(|one| Some((page_of(one)?, one.heading_number))).collect();
        let on_them = new.iter().filter(|one| pages.contains(&one.page));
        let has: HashSet<(usize, u32)> =
            on_them.map(|one| (one.page, one.heading_number)).collect();
        // For each removed heading, the number of its passages by the heading of their partners. `None` stands for
        // another page, and for a heading that the page had before.
        let mut went: HashMap<(usize, u32), HashMap<Option<u32>, usize>> = HashMap::new();
        for (from, to) in self.pairs() {
            let (before, after) = (&old[from], &new[to]);
            let Some(page) = page_of(before) else { continue };
            if has.contains(&(page, before.heading_number)) {
                continue;
            }
            let fresh = page == after.page && !had.contains(&(page, after.heading_number));
            let counts = went.entry((before.page, before.heading_number)).or_default();
            *counts.entry(Some(after.heading_number).filter(|_| fresh)).or_default() += 1;
        }
        let most = |counts: HashMap<Option<u32>, usize>| {
            let all: usize = counts.values().sum();
            counts.into_iter().find(|(to, count)| to.is_some() && count * 2 > all)?.0
        };
        went.into_iter().filter_map(|(key, counts)| Some((key, most(counts)?))).collect()
    }
}
