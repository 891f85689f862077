//! The statements of the packs, indexed in memory: they are part of the program, not of the workspace.

use rusqlite::{Connection, params};

use super::snippet::mark;
use super::words::Query;
use super::{CANDIDATES, Hit, HitPlace};
use crate::error::{Error, Result};

/// A statement to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementText {
    /// Its id, `provider/slug`.
    pub id: String,
    /// What it is called where it has no other name: the page and heading it stands under.
    pub title: String,
    /// Its words.
    pub text: String,
}

/// A search index over statements, in memory.
#[derive(Debug)]
pub struct StatementIndex {
    conn: Connection,
}

fn fault(error: rusqlite::Error) -> Error {
    Error::Misuse(format!("index of statements: {error}"))
}

impl StatementIndex {
    /// Indexes these statements.
    pub fn build(statements: impl IntoIterator<Item = StatementText>) -> Result<StatementIndex> {
        let mut conn = Connection::open_in_memory().map_err(fault)?;
        conn.execute_batch(
            "CREATE VIRTUAL TABLE statement USING fts5 (
               id UNINDEXED, title, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')",
        )
        .map_err(fault)?;
        let all = conn.transaction().map_err(fault)?;
        {
            let mut insert = all
                .prepare("INSERT INTO statement (id, title, words) VALUES (?1, ?2, ?3)")
                .map_err(fault)?;
            for statement in statements {
                insert
                    .execute(params![statement.id, statement.title, statement.text])
                    .map_err(fault)?;
            }
        }
        all.commit().map_err(fault)?;
        Ok(StatementIndex { conn })
    }

    /// The statements that answer a query, best first.
    pub fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>> {
        let mut hits = self.find(&Query::of(query))?;
        super::rank(&mut hits, limit);
        Ok(hits)
    }

    pub(crate) fn find(&self, query: &Query) -> Result<Vec<Hit>> {
        let Some(fts) = query.fts(&[]) else { return Ok(Vec::new()) };
        let mut select = self
            .conn
            .prepare_cached(
                "SELECT id, title, words FROM statement WHERE statement MATCH ?1 ORDER BY rank LIMIT ?2",
            )
            .map_err(fault)?;
        let found = select
            .query_map(params![fts, CANDIDATES], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .map_err(fault)?;
        let mut hits = Vec::new();
        for statement in found {
            let (id, title, text): (String, String, String) = statement.map_err(fault)?;
            let (marked, heading) = (mark(&text, query), mark(&title, query));
            if !marked.phrases && !heading.phrases {
                continue;
            }
            hits.push(Hit {
                score: marked.score + 0.5 * heading.score,
                snippet: marked.snippet(),
                place: HitPlace::Statement { statement: id },
                title,
            });
        }
        Ok(hits)
    }
}
