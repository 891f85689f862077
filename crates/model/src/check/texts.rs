//! The texts of a project, prepared for the rules and kept from one change to the next.

use std::collections::BTreeSet;
use std::thread;

use rustc_hash::FxHashMap;

use crate::check::words::{Lists, Text};
use crate::check::workers::workers;
use crate::id::RowId;
use crate::project::{Project, Row};
use crate::value::Value;

/// Least number of rows for each further thread. Below it, the start of a thread takes longer than the reading.
const FEW: usize = 64;

/// The texts of the rows that are not in the trash.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    by_row: FxHashMap<RowId, RowTexts>,
}

/// The texts and the citations of a row.
#[derive(Debug)]
pub(crate) struct RowTexts {
    /// Its texts, lines and reasons with their fields, in the order of the ids of the fields.
    pub(crate) written: Vec<(String, Text)>,
    /// The names of the citations in its answers.
    pub(crate) cited: BTreeSet<String>,
}

impl Texts {
    /// Forgets the texts of a row that changed or was deleted.
    pub(crate) fn forget(&mut self, row: &RowId) {
        self.by_row.remove(row);
    }

    /// Reads the rows that are new or that changed.
    pub(crate) fn read(&mut self, project: &Project, lists: &Lists) {
        let live = project.rows.iter().filter(|row| row.trashed.is_none());
        let unread: Vec<&Row> = live.filter(|row| !self.by_row.contains_key(&row.id)).collect();
        let shares = workers(unread.len(), FEW);
        let read = |rows: &[&Row]| -> Vec<(RowId, RowTexts)> {
            rows.iter().map(|row| (row.id.clone(), RowTexts::of(row, lists))).collect()
        };
        let read = &read;
        let all = thread::scope(|scope| {
            let mut parts = unread.chunks(unread.len().div_ceil(shares).max(1));
            let own = parts.next().unwrap_or_default();
            let others: Vec<_> = parts.map(|rows| scope.spawn(move || read(rows))).collect();
            let mut all = read(own);
            for other in others {
                all.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            }
            all
        });
        self.by_row.extend(all);
    }

    /// The texts and the citations of a row.
    pub(crate) fn of(&self, row: &RowId) -> Option<&RowTexts> {
        self.by_row.get(row)
    }
}

impl RowTexts {
    fn of(row: &Row, lists: &Lists) -> Self {
        let mut cited = BTreeSet::new();
        row.values.values().for_each(|value| cited_in(value, &mut cited));
        let written = row.values.iter().filter_map(|(field, value)| match value {
            // Texts are read as they are stored, because parsing the Markdown would take ten times as long. The marks
            // of Markdown are not words.
            Value::Text(words) | Value::Line(words) | Value::YesNo { reason: words, .. } => {
                Some((field.clone(), lists.read(words)))
            }
            _ => None,
        });
        Self { written: written.collect(), cited }
    }

    /// The text of a field.
    pub(crate) fn at(&self, field: &str) -> Option<&Text> {
        let at = self.written.binary_search_by(|(known, _)| known.as_str().cmp(field)).ok()?;
        self.written.get(at).map(|(_, text)| text)
    }
}

/// Adds the citations of an answer. Only the links of rich text are looked for; its Markdown is not parsed.
pub(crate) fn cited_in(value: &Value, cited: &mut BTreeSet<String>) {
    match value {
        Value::Text(words) | Value::YesNo { reason: words, .. } => {
            let links = words.split("](cite:").skip(1);
            cited
                .extend(links.filter_map(|link| link.split_once(')')).map(|(id, _)| id.to_owned()));
        }
        Value::Citations(ids) => cited.extend(ids.iter().map(ToString::to_string)),
        _ => {}
    }
}
