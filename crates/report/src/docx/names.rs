//! Names within the file: bookmarks of places, tags of answers. Each name is used once.

use std::collections::{HashMap, HashSet};

use vurder_model::report_address::{AnswerAddress, bookmark};

use crate::document::{Block, BlockKind, Document, Pair, TableRow};

/// The names of a document's places, and which of them are already written.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Anchors of places with a bookmark.
    places: HashSet<String>,
    marked: HashSet<String>,
    shown: HashMap<AnswerAddress, usize>,
    ids: u32,
}

impl Names {
    /// Reads the places of the document.
    pub(super) fn of(document: &Document) -> Self {
        let mut names = Self::default();
        names.read(&document.blocks);
        names
    }

    /// A number that no bookmark and no content control has yet.
    pub(super) fn id(&mut self) -> String {
        self.ids += 1;
        self.ids.to_string()
    }

    /// The bookmark at a place, if the place occurs for the first time. Answers have content controls instead.
    pub(super) fn mark(&mut self, anchor: Option<&str>) -> Option<String> {
        let anchor = anchor.filter(|anchor| is_place(anchor))?;
        let name = bookmark(anchor);
        self.marked.insert(name.to_ascii_lowercase()).then_some(name)
    }

    /// The bookmark for a link to an anchor; `None` if the document does not have the place.
    pub(super) fn target(&self, anchor: &str) -> Option<String> {
        self.places.contains(anchor).then(|| bookmark(anchor))
    }

    /// The tag of the next occurrence of an answer; `None` if it would be too long.
    pub(super) fn tag(&mut self, address: &AnswerAddress) -> Option<String> {
        let shown = self.shown.entry(address.clone()).or_default();
        *shown += 1;
        address.tag(*shown)
    }

    fn read(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.note(block.anchor.as_ref());
            match &block.kind {
                BlockKind::List(list) => list.items.iter().for_each(|item| self.read(item)),
                BlockKind::Table(table) => {
                    for row in &table.rows {
                        let TableRow::Cells { anchor, cells } = row else { continue };
                        self.note(anchor.as_ref());
                        for cell in cells.iter().take(table.columns.len()) {
                            self.note(cell.anchor.as_ref());
                            self.read(&cell.blocks);
                        }
                    }
                }
                BlockKind::KeyValue(pairs) => self.read_pairs(pairs),
                BlockKind::Cover(cover) => self.read_pairs(&cover.particulars),
                BlockKind::Card(card) => self.read_pairs(&card.pairs),
                BlockKind::Sources(sources) => {
                    sources.iter().for_each(|source| self.note(Some(&source.anchor)));
                }
                _ => {}
            }
        }
    }

    fn read_pairs(&mut self, pairs: &[Pair]) {
        for pair in pairs {
            self.note(pair.anchor.as_ref());
            self.read(&pair.value);
        }
    }

    fn note(&mut self, anchor: Option<&String>) {
        if let Some(anchor) = anchor.filter(|anchor| is_place(anchor)) {
            self.places.insert(anchor.clone());
        }
    }
}

/// Whether there is a bookmark at the anchor. All anchors except those of answers have one.
fn is_place(anchor: &str) -> bool {
    AnswerAddress::from_anchor(anchor).is_none()
}
