//! Finding passages of imported pages.

use rusqlite::params;
use vurder_model::headed::headed_passage;

use super::snippet::{SnippetPart, mark};
use super::words::Query;
use crate::error::Result;
use crate::index::NUMBER_BITS;
use crate::revisions::blocks;
use crate::workspace::Workspace;

/// How many passages of one revision are looked at and ranked.
const CANDIDATES: i64 = 200;
/// How many where words have to stand in a row, which only the text can tell.
const PHRASE_CANDIDATES: i64 = 500;

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

/// Where an entry of the index stands: page, title, body, number of the passage.
type Place = (String, String, String, u32);

impl Workspace {
    /// Finds the passages that hold all words of a query, or stand under headings that hold some of them. An empty
    /// query finds nothing.
    pub fn passages(&self, search: &PassageSearch<'_>) -> Result<Vec<PassageHit>> {
        let query = Query::of(search.query);
        let Some(fts) = query.fts(&[]) else { return Ok(Vec::new()) };
        let most = if query.has_phrase() { PHRASE_CANDIDATES } else { CANDIDATES };
        let mut hits = Vec::new();
        for (provider, revision) in search.within {
            let mut read: Option<(String, Vec<_>)> = None;
            for (page, title, body, number) in self.places(&fts, provider, revision, most)? {
                let known = match read.take() {
                    Some((hash, blocks)) if hash == body => blocks,
                    _ => blocks(&self.db, &body)?,
                };
                let (_, known) = read.insert((body, known));
                let Some(headed) = headed_passage(known, number) else { continue };
                let words = headed.passage.words();
                let marked = mark(&words, &query);
                if !marked.phrases {
                    continue;
                }
                hits.push(PassageHit {
                    provider: (*provider).to_owned(),
                    revision: (*revision).to_owned(),
                    page,
                    title,
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

    /// Where the entries stand that have the words, those indexed last first.
    fn places(&self, fts: &str, provider: &str, revision: &str, most: i64) -> Result<Vec<Place>> {
        self.db.all(
            "SELECT p.id, p.title, p.body, s.rowid & ?4 FROM passage_search s
             CROSS JOIN passage_place b ON b.number = s.rowid >> ?5
             CROSS JOIN page p ON p.body = b.body AND p.provider = ?2 AND p.revision = ?3
             WHERE passage_search MATCH ?1 ORDER BY s.rowid DESC LIMIT ?6",
            params![fts, provider, revision, (1_i64 << NUMBER_BITS) - 1, NUMBER_BITS, most],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
    }
}
