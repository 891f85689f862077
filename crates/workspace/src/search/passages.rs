//! Searches the passages of imported pages.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rusqlite::params;
use vurder_model::headed::headed_passage;

use super::query::Query;
use super::snippet::{SnippetPart, mark};
use crate::error::Result;
use crate::passage_index::{body_of, entries_with, number_of};
use crate::workspace::Workspace;

/// The number of passages of one revision that are ranked for each passage that is asked for.
const CANDIDATES_FOR_ONE: usize = 4;
/// The least and the greatest number of ranked passages.
const FEWEST_CANDIDATES: usize = 40;
const MOST_CANDIDATES: usize = 200;
/// The greatest number if words must follow each other, because only the text shows whether they do.
const PHRASE_CANDIDATES: usize = 500;

/// The words to look for in imported pages.
#[derive(Debug, Clone, Copy)]
pub struct PassageSearch<'a> {
    /// The text that a person typed. Any text is allowed.
    pub query: &'a str,
    /// Provider and revision of the pages that are searched.
    pub within: &'a [(&'a str, &'a str)],
    /// The greatest number of passages.
    pub limit: usize,
}

/// A passage that fits a query.
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
    /// The words around the hit.
    pub snippet: Vec<SnippetPart>,
    /// A measure of how well it fits. It can be compared only with other hits of the same search.
    pub score: f64,
}

/// A page of a revision: id, title, body.
type PageOfBody = (String, String, String);

impl Workspace {
    /// Finds the passages that have all words of a query. The words of the headings above a passage count as words of
    /// the passage. An empty query has no hits.
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

    /// The pages of a revision that have the body with this number. Most bodies belong to one page.
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
