//! Finding passages of imported pages.

use std::collections::BTreeMap;

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
    /// The words around what was found.
    pub snippet: Vec<SnippetPart>,
    /// How well it answers; only to be compared within one answer.
    pub score: f64,
}

/// Pages of one revision by the number of what stands on them: id, title, body.
type PagesByBody = BTreeMap<i64, Vec<(String, String, String)>>;

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
            let pages = self.pages_by_body(provider, revision)?;
            let places = entries.iter().rev().filter_map(|entry| {
                let pages = pages.get(&body_of(*entry))?;
                Some(pages.iter().map(|page| (page, number_of(*entry))))
            });
            for ((page, title, body), number) in places.flatten().take(most) {
                let blocks = self.pages_read.borrow_mut().read(&self.db, body)?;
                let Some(headed) = headed_passage(&blocks, number) else { continue };
                let words = headed.passage.words();
                let marked = mark(&words, &query);
                if !marked.phrases {
                    continue;
                }
                hits.push(PassageHit {
                    provider: (*provider).to_owned(),
                    revision: (*revision).to_owned(),
                    page: page.clone(),
                    title: title.clone(),
                    heading: headed.heading,
                    number,
                    snippet: marked.snippet(),
                    score: marked.score,
                });
            }
        }
        hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        hits.truncate(search.limit);
        Ok(hits)
    }

    /// The pages of a revision that have passages.
    fn pages_by_body(&self, provider: &str, revision: &str) -> Result<PagesByBody> {
        let found = self.db.all(
            "SELECT b.number, p.id, p.title, p.body FROM page p
             CROSS JOIN passage_place b ON b.body = p.body
             WHERE p.provider = ?1 AND p.revision = ?2",
            [provider, revision],
            |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?))),
        )?;
        let mut pages = PagesByBody::new();
        for (number, page) in found {
            pages.entry(number).or_default().push(page);
        }
        Ok(pages)
    }
}
