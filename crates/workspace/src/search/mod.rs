//! Searches titles, answers, notes and statements for words.
//!
//! The index is in the workspace and is written in the same transaction as the words. It does not contain the words
//! themselves; they are read, and checked, from their records. With many projects, a common word has more hits than
//! anybody reads. Then only the newest answers are ranked, so that results come while a person types.

mod hit;
mod passages;
mod query;
mod snippet;
mod statements;

use rusqlite::params;
use vurder_model::id::{ProjectId, RowId};

pub use hit::{Hit, HitTarget};
pub use passages::{PassageHit, PassageSearch};
pub use snippet::SnippetPart;
pub use statements::{StatementIndex, StatementText};

use crate::error::Result;
use crate::index::{IN_PROJECT, IS_TITLE};
use crate::kind::{project, value};
use crate::workspace::Workspace;
use hit::rank;
use query::Query;
use snippet::mark;

/// The greatest number of answers that are ranked.
const CANDIDATES: i64 = 200;
/// The number of found answers after which the search stops.
const ENOUGH: usize = 100;
/// The greatest number of answers if words must follow each other, because only the text shows whether they do.
const PHRASE_CANDIDATES: i64 = 500;
/// The greatest number of titles.
const TITLES: i64 = 50;

/// The words to look for, and where.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// The text that a person typed. Any text is allowed.
    pub query: &'a str,
    /// Searches only this project. Statements belong to no project and are always searched.
    pub project: Option<&'a ProjectId>,
    /// The greatest number of hits.
    pub limit: usize,
}

impl Workspace {
    /// Finds words in titles, answers and notes, and in the statements of `statements`. Projects and rows in the trash
    /// are left out. An empty query has no hits.
    pub fn search(
        &self,
        search: &Search<'_>,
        statements: Option<&StatementIndex>,
    ) -> Result<Vec<Hit>> {
        let query = Query::of(search.query);
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let mut marks = Vec::new();
        if let Some(id) = search.project {
            let number = project::existing(&self.db, id)?.number;
            marks.push(format!("{IN_PROJECT}{number}"));
        }
        let mut hits = Vec::new();
        if let Some(whole) = query.whole_words() {
            hits = self.answers(&whole, &marks)?;
        }
        // With that many whole words, nobody needs the longer words.
        if hits.len() < ENOUGH {
            hits = self.answers(&query, &marks)?;
        }
        marks.push(IS_TITLE.to_string());
        hits.extend(self.titles(&query, &marks)?);
        if let Some(statements) = statements {
            hits.extend(statements.find(&query));
        }
        rank(&mut hits, search.limit);
        Ok(hits)
    }

    fn titles(&self, query: &Query, marks: &[String]) -> Result<Vec<Hit>> {
        let Some(fts) = query.fts(marks) else { return Ok(Vec::new()) };
        let found = self.db.all(
            "SELECT j.id, j.title FROM search s
             CROSS JOIN search_place p ON p.doc = s.rowid
             CROSS JOIN project j ON j.id = p.project
             WHERE search MATCH ?1 AND p.row = '' AND j.trashed IS NULL ORDER BY s.rowid DESC LIMIT ?2",
            params![fts, TITLES],
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)),
        )?;
        let mut hits = Vec::with_capacity(found.len());
        for (id, title) in found {
            let marked = mark(&title, query);
            if !marked.phrases {
                continue;
            }
            let (snippet, score) = (marked.snippet(), 2.0 * marked.score);
            let project = self.db.id(ProjectId::new(id))?;
            hits.push(Hit { place: HitTarget::Project { project }, title, snippet, score });
        }
        Ok(hits)
    }

    fn answers(&self, query: &Query, marks: &[String]) -> Result<Vec<Hit>> {
        let most = if query.has_phrase() { PHRASE_CANDIDATES } else { CANDIDATES };
        let Some(fts) = query.fts(marks) else { return Ok(Vec::new()) };
        let found = self.db.all(
            "SELECT j.id, j.title, r.id, r.register, r.key, p.field FROM search s
             CROSS JOIN search_place p ON p.doc = s.rowid
             CROSS JOIN project j ON j.id = p.project
             CROSS JOIN row r ON r.project = p.project AND r.id = p.row
             WHERE search MATCH ?1 AND j.trashed IS NULL AND r.trashed IS NULL
             ORDER BY s.rowid DESC LIMIT ?2",
            params![fts, most],
            |row| {
                let place: (String, String, String) = (row.get(0)?, row.get(2)?, row.get(5)?);
                let names: (String, String, Option<String>) =
                    (row.get(1)?, row.get(3)?, row.get(4)?);
                Ok((place, names))
            },
        )?;
        let mut hits = Vec::with_capacity(found.len());
        for ((project, row, field), (title, register, key)) in found {
            let project = self.db.id(ProjectId::new(project))?;
            let row = self.db.id(RowId::new(row))?;
            let Some(answer) = value::find(&self.db, &project, &row, &field)? else { continue };
            let text = answer.value.plain_text();
            let marked = mark(&text, query);
            if !marked.phrases {
                continue;
            }
            let (snippet, score) = (marked.snippet(), marked.score);
            let place = HitTarget::Answer { project, row, register, key, field };
            hits.push(Hit { place, title, snippet, score });
            if hits.len() >= ENOUGH && query.has_phrase() {
                break;
            }
        }
        Ok(hits)
    }
}
