//! The statements of the packs, kept in memory. They belong to the program and not to the workspace.
//!
//! Statements are short, so the search can be tolerant: it also finds words in other forms. If no statement has all of
//! the words, it finds those that have most of them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::hit::{Hit, HitTarget, rank};
use super::query::{Query, Term};
use super::snippet::{Marked, mark_words};
use crate::error::Result;
use crate::words::{Word, words};

/// The greatest number of words of a statement that are read.
const DEPTH: usize = 2_000;
/// The least share of the query that a statement must have. Rare words count more than common ones.
const ENOUGH: f64 = 0.34;

/// A statement that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementText {
    /// Its id, `provider/slug`.
    pub id: String,
    /// The title of the statement: the page and the heading under which it stands.
    pub title: String,
    /// Its words.
    pub text: String,
}

/// Statements, split into words.
#[derive(Debug)]
pub struct StatementIndex {
    statements: Vec<Cut>,
    /// For each word, the indexes of the statements that have it.
    by_word: BTreeMap<String, BTreeSet<usize>>,
}

#[derive(Debug)]
struct Cut {
    statement: StatementText,
    title: Vec<Word>,
    text: Vec<Word>,
}

/// A statement with its hits.
struct Found<'s> {
    cut: &'s Cut,
    text: Marked<'s>,
    title: Marked<'s>,
}

impl<'s> Found<'s> {
    fn of(cut: &'s Cut, query: &Query) -> Found<'s> {
        Found {
            cut,
            text: mark_words(&cut.statement.text, &cut.text, query),
            title: mark_words(&cut.statement.title, &cut.title, query),
        }
    }

    fn has_all(&self, query: &Query) -> bool {
        (0..query.terms.len()).all(|term| self.has(term))
    }

    fn phrases(&self) -> bool {
        self.text.phrases || self.title.phrases
    }

    fn has(&self, term: usize) -> bool {
        self.text.found.get(term).is_some_and(|f| *f > 0.0)
            || self.title.found.get(term).is_some_and(|f| *f > 0.0)
    }

    fn score(&self) -> f64 {
        self.text.score + 0.5 * self.title.score
    }

    fn into_hit(self, score: f64) -> Hit {
        Hit {
            score,
            snippet: self.text.snippet(),
            place: HitTarget::Statement { statement: self.cut.statement.id.clone() },
            title: self.cut.statement.title.clone(),
        }
    }
}

impl StatementIndex {
    /// Builds the index of these statements.
    pub fn build(statements: impl IntoIterator<Item = StatementText>) -> Result<StatementIndex> {
        let cut = |statement: StatementText| Cut {
            title: words(&statement.title, DEPTH),
            text: words(&statement.text, DEPTH),
            statement,
        };
        let statements: Vec<Cut> = statements.into_iter().map(cut).collect();
        let mut by_word: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (at, cut) in statements.iter().enumerate() {
            for word in cut.title.iter().chain(&cut.text) {
                by_word.entry(word.folded.clone()).or_default().insert(at);
            }
        }
        Ok(StatementIndex { statements, by_word })
    }

    /// The statements that fit a query, best first: first those with all of its words, then those with most of them.
    pub fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>> {
        let query = Query::of(query).forgiving();
        let found = self.look(&query);
        let all = self.statements.len();
        let weights: Vec<f64> = (0..query.terms.len())
            .map(|term| match found.iter().filter(|f| f.has(term)).count() {
                // A word that no statement has does not distinguish them.
                0 => 0.0,
                with => (1.0 + all as f64 / with as f64).ln(),
            })
            .collect();
        let total: f64 = weights.iter().sum();
        let mut hits = Vec::new();
        for one in found {
            let has: f64 =
                weights.iter().enumerate().filter(|(at, _)| one.has(*at)).map(|(_, w)| w).sum();
            if has <= 0.0 || has < ENOUGH * total || !one.phrases() {
                continue;
            }
            let whole = if one.has_all(&query) { 2.0 } else { 0.0 };
            // The number of words decides. How well the text fits only decides between equals.
            let score = 100.0 * (whole + has / total) + one.score();
            hits.push(one.into_hit(score));
        }
        rank(&mut hits, limit);
        Ok(hits)
    }

    /// The statements that have every word, for a search that also finds other things.
    pub(crate) fn find(&self, query: &Query) -> Vec<Hit> {
        let query = query.forgiving();
        let found = self.look(&query).into_iter();
        found
            .filter(|one| one.has_all(&query) && one.phrases())
            .map(|one| {
                let score = one.score();
                one.into_hit(score)
            })
            .collect()
    }

    /// The statements that have at least one word of the query, with their hits.
    fn look(&self, query: &Query) -> Vec<Found<'_>> {
        let with: BTreeSet<usize> =
            query.terms.iter().flat_map(|term| self.with_first_word(term)).collect();
        with.into_iter()
            .filter_map(|at| self.statements.get(at))
            .map(|cut| Found::of(cut, query))
            .collect()
    }

    /// The indexes of the statements that have the first word of a term.
    fn with_first_word<'a>(&'a self, term: &'a Term) -> impl Iterator<Item = usize> + 'a {
        let goes_on = term.prefix && term.folded.len() == 1;
        let word = term.folded.first().map(String::as_str);
        let from = word.map_or(Bound::Unbounded, Bound::Included);
        self.by_word
            .range::<str, _>((from, Bound::Unbounded))
            .take_while(move |(known, _)| {
                word.is_some_and(|word| *known == word || (goes_on && known.starts_with(word)))
            })
            .flat_map(|(_, places)| places.iter().copied())
    }
}
