//! The search index. It is written in the same transaction as the words. It does not contain the words themselves, only
//! where each of them stands. [`crate::search`] describes how it is read.

use rusqlite::params;
use vurder_model::id::{ProjectId, RowId};

use crate::error::{Error, Result};
use crate::record::Entry;
use crate::writer::Writer;

/// Index words that mean "in project n" and "is a title". They begin with a letter from the private use area, which
/// unicode61 takes as a letter. Nobody can write them into an answer, because they are removed from text before it is
/// indexed.
pub(crate) const IN_PROJECT: char = '\u{e000}';
pub(crate) const IS_TITLE: char = '\u{e001}';

impl Writer<'_> {
    /// Indexes the title of a project and returns the number of its entry.
    pub(crate) fn index_title(
        &mut self,
        number: i64,
        project: &ProjectId,
        old: Option<i64>,
        title: &str,
    ) -> Result<Option<i64>> {
        self.index((project, "", "title"), old, &title_marks(number), title)
    }

    /// Indexes the words of an answer and returns the number of its entry; `None` if there are no words.
    pub(crate) fn index_answer(
        &mut self,
        project: &ProjectId,
        row: &RowId,
        field: &str,
        old: Option<i64>,
        words: &str,
    ) -> Result<Option<i64>> {
        if words.trim().is_empty() && old.is_none() {
            return Ok(None);
        }
        let number = self.number(project)?;
        self.index((project, row.as_str(), field), old, &answer_marks(number), words)
    }

    /// Merges small pieces of the index: as many pages as the last writes need, so that no commit has to wait for a
    /// large merge.
    pub(crate) fn tidy_index(&mut self) -> Result<()> {
        if self.indexed > 0 {
            let pages = (self.indexed + 8).min(500);
            self.db.run("INSERT INTO search (search, rank) VALUES ('merge', ?1)", [pages])?;
        }
        Ok(())
    }

    fn number(&self, project: &ProjectId) -> Result<i64> {
        self.db
            .one("SELECT number FROM project WHERE id = ?1", [project.as_str()], |row| row.get(0))?
            .ok_or_else(|| Error::NoProject(project.clone()))
    }

    fn index(
        &mut self,
        (project, row, field): (&ProjectId, &str, &str),
        old: Option<i64>,
        marks: &str,
        words: &str,
    ) -> Result<Option<i64>> {
        let db = self.db;
        self.indexed += 1;
        if let Some(old) = old {
            db.run("DELETE FROM search WHERE rowid = ?1", [old])?;
        }
        if words.trim().is_empty() {
            if let Some(old) = old {
                db.run("DELETE FROM search_place WHERE doc = ?1", [old])?;
            }
            return Ok(None);
        }
        let doc = match old {
            Some(old) => old,
            None => {
                db.run(
                    "INSERT INTO search_place (project, row, field) VALUES (?1, ?2, ?3)",
                    params![project.as_str(), row, field],
                )?;
                db.conn.last_insert_rowid()
            }
        };
        self.enter(doc, marks, words)?;
        Ok(Some(doc))
    }

    /// Writes an entry of the index.
    fn enter(&mut self, doc: i64, marks: &str, words: &str) -> Result<()> {
        let mut text = String::with_capacity(marks.len() + words.len() + 1);
        text.push_str(marks);
        text.push(' ');
        text.extend(
            words.chars().map(|c| if matches!(c, IN_PROJECT | IS_TITLE) { ' ' } else { c }),
        );
        self.db.run("INSERT INTO search (rowid, words) VALUES (?1, ?2)", params![doc, text])?;
        Ok(())
    }

    /// Writes the entry that a record names, while the index is made anew. `number` means the project.
    pub(crate) fn enter_again(&mut self, entry: &Entry<'_>, number: i64) -> Result<()> {
        let (project, row, field) = entry.place;
        self.db.run(
            "INSERT INTO search_place (doc, project, row, field) VALUES (?1, ?2, ?3, ?4)",
            params![entry.doc, project, row, field],
        )?;
        let marks = if row.is_empty() { title_marks(number) } else { answer_marks(number) };
        self.enter(entry.doc, &marks, &entry.words)
    }
}

fn title_marks(number: i64) -> String {
    format!("{IN_PROJECT}{number} {IS_TITLE}")
}

fn answer_marks(number: i64) -> String {
    format!("{IN_PROJECT}{number}")
}
