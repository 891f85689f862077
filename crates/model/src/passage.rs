//! Passages: the smallest parts of a provider's page that can be cited word for word.
//!
//! The words of an imported page are kept in passages, so that each passage can be cited as exactly as a statement. The
//! bundled packs have statements in words of their own instead.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::richtext::Inline;

/// A paragraph, a list item, a row of a table or a block of code on a provider's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// Its number among the passages of its page, counted from 1. It identifies the passage in one revision only,
    /// because the next revision may have other passages before it.
    pub number: u32,
    /// The kind of its text on the page.
    pub shape: PassageShape,
    /// Its words with emphasis and links. A row of a table has one entry for each cell; other passages have one entry.
    pub cells: Vec<Vec<Inline>>,
    /// The titles of the boxes and tabs that it stands in, outermost first: "Warning", "Linux".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub boxes: Vec<String>,
    /// The line of the imported file on which it begins, counted from 1; 0 if the file has no lines of text.
    #[serde(default)]
    pub line: u32,
}

/// The kind of the text of a passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "shape", rename_all = "snake_case", deny_unknown_fields)]
pub enum PassageShape {
    /// A paragraph.
    Paragraph {},
    /// An item of a list. Each further paragraph of the same item is a passage of this kind without a mark.
    Item {
        /// How deep the list is nested, counted from 1.
        depth: u8,
        /// Its number in a numbered list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        ordinal: Option<u32>,
        /// Whether it is a further paragraph of the item before it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        continues: bool,
    },
    /// A row of a table.
    Row {
        /// Whether it holds the heads of the columns. Every table begins with such a row.
        head: bool,
    },
    /// Words that the page quotes.
    Quote {},
    /// A term, or its explanation.
    Definition {
        /// Whether it is the term.
        term: bool,
    },
    /// Lines of code or of a terminal. Their line ends are kept.
    Code {},
    /// A footnote.
    Note {
        /// Its label on the page.
        label: String,
    },
}

impl Passage {
    /// Its plain words. ` | ` stands between cells, and white space is written as single spaces.
    #[must_use]
    pub fn words(&self) -> String {
        let cells = self.cells.iter().map(|cell| {
            let mut words = String::new();
            for inline in cell {
                match inline {
                    Inline::Text { text, .. } => words.push_str(text),
                    Inline::HardBreak {} => words.push(' '),
                    Inline::Citation { .. } => {}
                }
            }
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" | ")
    }
}

/// The name of a passage in one revision of its page: `<page id>#<number>`. A citation of a passage has this name
/// instead of the id of a statement.
#[must_use]
pub fn passage_name(page: &str, number: u32) -> String {
    format!("{page}#{number}")
}

/// The page and the number in the name of a passage; `None` for the id of a statement.
#[must_use]
pub fn passage_of(name: &str) -> Option<(&str, u32)> {
    let (page, number) = name.rsplit_once('#')?;
    let number = number.parse().ok().filter(|number| *number > 0)?;
    (!page.is_empty()).then_some((page, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(cells: Vec<Vec<Inline>>) -> Passage {
        Passage {
            number: 1,
            shape: PassageShape::Row { head: false },
            cells,
            boxes: Vec::new(),
            line: 3,
        }
    }

    #[test]
    fn words_of_a_row_are_parted_by_bars_and_have_single_spaces() {
        let row = passage(vec![
            vec![Inline::text("Backup  of"), Inline::HardBreak {}, Inline::text("home ")],
            Vec::new(),
            vec![Inline::text("30 days")],
        ]);
        assert_eq!(row.words(), "Backup of home | 30 days");
    }

    #[test]
    fn the_name_of_a_passage_says_page_and_number_and_that_of_a_statement_none() {
        assert_eq!(passage_of(&passage_name("csc/sd/index", 12)), Some(("csc/sd/index", 12)));
        assert_eq!(passage_of("genomedk/two-factor"), None);
        assert_eq!(passage_of("genomedk/two-factor#0"), None);
        assert_eq!(passage_of("genomedk/two-factor#top"), None);
    }
}
