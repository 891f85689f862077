//! The index of passages. It is written together with the bodies of an import, [`crate::search`] reads it, and it is
//! made again from the bodies if it is damaged. It has one entry for each passage of each body. Several pages may have
//! the same body.

use std::collections::HashMap;

use vurder_model::headed::headed_passages;
use vurder_model::provider::PageBlock;

use crate::db::Db;
use crate::error::Result;
use crate::kind::body::Body;
use crate::kind::passage_word::{NUMBER_BITS, PassageWord};
use crate::words::words;
use crate::writer::Writer;

/// A word that is looked for.
pub(crate) struct SoughtWord<'q> {
    /// The word, folded.
    pub(crate) word: &'q str,
    /// Whether it may be only the beginning of a word.
    pub(crate) goes_on: bool,
}

/// A part of the index that is to be written: the words of all bodies of one import.
#[derive(Default)]
pub(crate) struct NewPart {
    first: Option<i64>,
    entries: HashMap<String, Vec<u64>>,
}

impl NewPart {
    fn take(&mut self, body: i64, blocks: &[PageBlock]) {
        self.first.get_or_insert(body);
        for headed in headed_passages(blocks) {
            let entry = first_entry(body) | u64::from(headed.passage.number);
            for text in [headed.heading.as_str(), &headed.passage.words()] {
                for word in words(text, usize::MAX) {
                    let entries = self.entries.entry(word.folded).or_default();
                    if entries.last() != Some(&entry) {
                        entries.push(entry);
                    }
                }
            }
        }
    }
}

/// The entry before those of a body's passages, which are numbered from 1.
fn first_entry(body: i64) -> u64 {
    body.unsigned_abs() << NUMBER_BITS
}

/// The body of an entry.
pub(crate) fn body_of(entry: u64) -> i64 {
    (entry >> NUMBER_BITS).cast_signed()
}

/// The number of the passage of an entry.
pub(crate) fn number_of(entry: u64) -> u32 {
    (entry & ((1 << NUMBER_BITS) - 1)) as u32
}

impl Writer<'_> {
    /// Adds the passages of a new body to a part.
    pub(crate) fn index_passages(
        &mut self,
        part: &mut NewPart,
        body: &str,
        blocks: &[PageBlock],
    ) -> Result<()> {
        self.db.run("INSERT INTO passage_place (body) VALUES (?1)", [body])?;
        part.take(self.db.conn.last_insert_rowid(), blocks);
        Ok(())
    }

    /// Writes a part of the index.
    pub(crate) fn store_part(&mut self, part: NewPart) -> Result<()> {
        let Some(first) = part.first else { return Ok(()) };
        let mut found: Vec<_> = part.entries.into_iter().collect();
        found.sort_unstable();
        for (word, mut entries) in found {
            // Passages have numbers in the order of their page, but nothing here depends on that.
            entries.sort_unstable();
            entries.dedup();
            self.store(&PassageWord { word, part: first, entries }, None)?;
        }
        Ok(())
    }

    /// Removes the passages of bodies from the index.
    pub(crate) fn unindex_passages(&mut self, bodies: &[String]) -> Result<()> {
        let mut numbers = Vec::with_capacity(bodies.len());
        for body in bodies {
            let find = "SELECT number FROM passage_place WHERE body = ?1";
            numbers.extend(self.db.one(find, [body], |row| row.get::<_, i64>(0))?);
            self.db.run("DELETE FROM passage_place WHERE body = ?1", [body])?;
        }
        if numbers.is_empty() {
            return Ok(());
        }
        numbers.sort_unstable();
        let mut touched = Vec::new();
        self.db.each_record("", [], |mut found: PassageWord, sum| {
            let before = found.entries.len();
            found.entries.retain(|entry| numbers.binary_search(&body_of(*entry)).is_err());
            if found.entries.len() < before {
                touched.push((found, sum));
            }
            Ok(())
        })?;
        for (left, sum) in touched {
            let (word, part) = (left.word.clone(), left.part.to_string());
            let left = (!left.entries.is_empty()).then_some(left);
            self.replace(&[&word, &part], left.as_ref(), Some(sum))?;
        }
        Ok(())
    }
}

/// Makes the index again from all bodies, as one part.
pub(crate) fn index_all_passages(writer: &mut Writer<'_>) -> Result<()> {
    let db = writer.db;
    db.batch("DELETE FROM passage_place; DELETE FROM passage_word")?;
    let mut part = NewPart::default();
    db.each_record("ORDER BY hash", [], |body: Body, _| {
        writer.index_passages(&mut part, &body.hash, &body.blocks(db)?)
    })?;
    writer.store_part(part)
}

/// The entries of the passages that have all of these words, in ascending order. Without words, there are none.
pub(crate) fn entries_with(db: &Db, sought: &[SoughtWord<'_>]) -> Result<Vec<u64>> {
    let mut all: Option<Vec<u64>> = None;
    for word in sought {
        let found = entries_of(db, word)?;
        let left = match all {
            None => found,
            Some(mut all) => {
                all.retain(|entry| found.binary_search(entry).is_ok());
                all
            }
        };
        if left.is_empty() {
            return Ok(left);
        }
        all = Some(left);
    }
    Ok(all.unwrap_or_default())
}

/// The entries of the passages that have a word, in ascending order.
fn entries_of(db: &Db, sought: &SoughtWord<'_>) -> Result<Vec<u64>> {
    let mut entries = Vec::new();
    let mut lists = 0;
    let mut take = |found: PassageWord, _: i64| {
        entries.extend(found.entries);
        lists += 1;
        Ok(())
    };
    if sought.goes_on {
        // No word contains the last of all characters, because it is not a letter.
        let behind = format!("{}{}", sought.word, char::MAX);
        db.each_record("WHERE word >= ?1 AND word < ?2", [sought.word, &behind], &mut take)?;
    } else {
        db.each_record("WHERE word = ?1", [sought.word], &mut take)?;
    }
    if lists > 1 {
        entries.sort_unstable();
        entries.dedup();
    }
    Ok(entries)
}
