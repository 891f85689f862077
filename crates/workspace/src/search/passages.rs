//! Finding passages of imported pages.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rusqlite::params;
use vurder_model::headed::headed_passage;

use super::query::Query;
use super::snippet::{SnippetPart, mark};
use crate::error::Result;
use crate::passage_index::{body_of, entries_with, number_of};
use crate::workspace::Workspace;

/// How many passages of one revision are looked at and ranked, for each that is asked for.
const CANDIDATES_FOR_ONE: usize = 4;
/// The fewest and the most of them.
const FEWEST_CANDIDATES: usize = 40;
const MOST_CANDIDATES: usize = 200;
/// How many where words have to stand in a row, which only the text can tell.
const PHRASE_CANDIDATES: usize = 500;

/// What to look for among imported pages.
#[derive(Debug, Clone, Copy)]
pub struct PassageSearch<'a> {
    /// What was typed. Anything may be.
    pub query: &'a str,
    /// Provider and revision of the pages to look at.
    pub within: &'a [(&'a str, &'a str)],
    /// How many passages at most.
    pub limit: usize,
}

/// A passage that answers a query.
#[derive(Debug, Clone, PartialEq)]
pub struct PassageHit {
    /// The provider.
    pub provider: String,
    /// The revision of its pages.
    pub revision: String,
    /// Id of the page.
    pub page: String,
    /// Title of the page.
    pub title: String,
    /// Headings above the passage, joined by ` / `.
    pub heading: String,
    /// Number of the passage on its page.
    pub number: u32,
    /// The words of the passage.
    pub words: String,
    /// The words around what was found.
    pub snippet: Vec<SnippetPart>,
    /// How well it answers; only to be compared within one answer.
    pub score: f64,
}

/// A page of a revision: id, title, body.
type PageOfBody = (String, String, String);

impl Workspace {
    /// Finds the passages that hold all words of a query, or stand under headings that hold some of them. An empty
    /// query finds nothing.
    pub fn passages(&self, search: &PassageSearch<'_>) -> Result<Vec<PassageHit>> {
        let query = Query::of(search.query);
        let entries = entries_with(&self.db, &query.sought_words())?;
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let most = if query.has_phrase() {
            PHRASE_CANDIDATES
        } else {
            let wanted = search.limit.saturating_mul(CANDIDATES_FOR_ONE);
            wanted.clamp(FEWEST_CANDIDATES, MOST_CANDIDATES)
        };
        let mut hits = Vec::new();
        for (provider, revision) in search.within {
            let mut known: BTreeMap<i64, Vec<PageOfBody>> = BTreeMap::new();
            let mut places: Vec<(PageOfBody, u32)> = Vec::new();
            for entry in entries.iter().rev() {
                let pages = match known.entry(body_of(*entry)) {
                    Entry::Occupied(pages) => pages.into_mut(),
                    Entry::Vacant(place) => {
                        let pages = self.pages_with(*place.key(), provider, revision)?;
                        place.insert(pages)
                    }
                };
                places.extend(pages.iter().map(|page| (page.clone(), number_of(*entry))));
                if places.len() >= most {
                    places.truncate(most);
                    break;
                }
            }
            for ((page, title, body), number) in places {
                let blocks = self.pages_read.borrow_mut().read(&self.db, &body)?;
                let Some(headed) = headed_passage(&blocks, number) else { continue };
                let words = headed.passage.words();
                let marked = mark(&words, &query);
                if !marked.phrases {
                    continue;
                }
                let (snippet, score) = (marked.snippet(), marked.score);
                hits.push(PassageHit {
                    words,
                    snippet,
                    score,
                    provider: (*provider).to_owned(),
                    revision: (*revision).to_owned(),
                    page,
                    title,
                    heading: headed.heading,
                    number,
                });
            }
        }
        hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        hits.truncate(search.limit);
        Ok(hits)
    }

    /// The pages of a revision with the body of this number. Most bodies stand on one page.
    fn pages_with(&self, body: i64, provider: &str, revision: &str) -> Result<Vec<PageOfBody>> {
        self.db.all(
            "SELECT p.id, p.title, p.body FROM passage_place b
             CROSS JOIN page p ON p.body = b.body
             WHERE b.number = ?1 AND p.provider = ?2 AND p.revision = ?3 ORDER BY p.place",
            params![body, provider, revision],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
    }
}
