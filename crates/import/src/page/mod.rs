//! Builds the blocks of a page from top to bottom. All formats use it.
//!
//! A reader calls it with what it finds: words, marks, lists, rows, boxes. The writer decides what becomes a passage,
//! and its shape. Links are kept separately by number until all pages are known; see [`PageContent::links`].

mod containers;
mod words;

use vurder_model::passage::{Passage, PassageShape};
use vurder_model::provider::PageBlock;
use vurder_model::richtext::Inline;

pub(crate) use words::plain;

use self::words::{joined, trimmed};

/// The beginning of the address of a link that is not resolved yet. Its number follows. No source contains this
/// character.
pub(crate) const UNRESOLVED: char = '\u{E000}';

/// Stands instead of the words of a link without words, until the title of its page is known.
pub(crate) const WORDS_OF_TARGET: &str = "\u{E002}";

/// The greatest number of boxes whose titles one passage keeps.
const BOXES: usize = 16;

/// A link on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// Its target as it is written.
    pub(crate) target: String,
    /// Its line.
    pub(crate) line: u32,
}

/// The content of a page.
#[derive(Debug, Default)]
pub(crate) struct PageContent {
    /// Headings, with the levels of the source (1 to 6), and passages.
    pub(crate) blocks: Vec<PageBlock>,
    /// Its links; a link mark has `UNRESOLVED` and an index into this list as its address.
    pub(crate) links: Vec<Link>,
}

/// A container of words, as Markdown calls it: a construct in which words stand.
#[derive(Debug)]
enum Container {
    List { next: Option<u64> },
    Item { ordinal: Option<u32>, begun: bool },
    Quote,
    Definition { term: bool },
    Note { label: String },
    Row { head: bool, cells: Vec<Vec<Inline>>, line: u32 },
}

/// Builds the blocks of one page.
#[derive(Debug, Default)]
pub(crate) struct PageWriter {
    written: PageContent,
    containers: Vec<Container>,
    lists: u8,
    rows: usize,
    boxes: Vec<String>,
    words: Vec<Inline>,
    line: u32,
    strong: usize,
    em: usize,
    link: Vec<usize>,
    heading: Option<u8>,
}

impl PageWriter {
    /// Removes and returns the words that belong to no passage yet, without their marks.
    pub(crate) fn take_words(&mut self) -> String {
        plain(&std::mem::take(&mut self.words))
    }

    /// Makes a passage of the words so far.
    pub(crate) fn end_passage(&mut self) {
        let words = trimmed(std::mem::take(&mut self.words));
        if words.is_empty() {
            return;
        }
        if let Some(level) = self.heading {
            self.written.blocks.push(PageBlock::Heading { level, text: plain(&words) });
        } else if self.rows > 0 {
            self.add_to_cell(words);
        } else {
            let shape = self.shape();
            self.passage(shape, vec![words], self.line);
        }
    }

    fn passage(&mut self, shape: PassageShape, cells: Vec<Vec<Inline>>, line: u32) {
        let titles = self.boxes.iter().filter(|title| !title.is_empty());
        let boxes = titles.take(BOXES).cloned().collect();
        let passage = Passage { number: 0, shape, cells, boxes, line };
        self.written.blocks.push(PageBlock::Passage { passage });
    }

    fn add_to_cell(&mut self, words: Vec<Inline>) {
        let row = self.containers.iter_mut().rev().find_map(|container| match container {
            Container::Row { cells, .. } => Some(cells),
            _ => None,
        });
        let Some(cells) = row else { return };
        match cells.last_mut() {
            Some(cell) => {
                if !cell.is_empty() {
                    cell.push(Inline::HardBreak {});
                }
                cell.extend(words);
            }
            None => cells.push(words),
        }
    }

    /// Adds a statement. Its words are in the pack.
    pub(crate) fn statement(&mut self, id: &str) {
        self.end_passage();
        self.written.blocks.push(PageBlock::Statement { id: id.to_owned() });
    }

    /// The shape of the passage that is being written.
    fn shape(&mut self) -> PassageShape {
        let depth = self.lists.max(1);
        for container in self.containers.iter_mut().rev() {
            match container {
                Container::Item { ordinal, begun } => {
                    let continues = std::mem::replace(begun, true);
                    let ordinal = if continues { None } else { *ordinal };
                    return PassageShape::Item { depth, ordinal, continues };
                }
                Container::Quote => return PassageShape::Quote {},
                Container::Definition { term } => return PassageShape::Definition { term: *term },
                Container::Note { label } => return PassageShape::Note { label: label.clone() },
                Container::List { .. } | Container::Row { .. } => {}
            }
        }
        PassageShape::Paragraph {}
    }

    /// Begins a heading. In a table, its words stay in their cell.
    pub(crate) fn open_heading(&mut self, level: u8) {
        self.end_passage();
        if self.rows == 0 {
            self.heading = Some(level);
        }
    }

    /// Ends a heading.
    pub(crate) fn close_heading(&mut self) {
        self.end_passage();
        self.heading = None;
    }

    /// Adds lines of code with their line ends.
    pub(crate) fn code(&mut self, code: &str, line: u32) {
        self.end_passage();
        let code = code.trim_matches('\n');
        if code.trim().is_empty() {
            return;
        }
        let mut words = Vec::new();
        for (number, row) in code.lines().enumerate() {
            if number > 0 {
                words.push(Inline::HardBreak {});
            }
            let row: String = row.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            let row = row.trim_end();
            if !row.is_empty() {
                words.push(Inline::text(row));
            }
        }
        if self.rows > 0 {
            self.add_to_cell(words);
        } else {
            self.passage(PassageShape::Code {}, vec![words], line);
        }
    }

    /// The number of open lists, items, rows and so on. With [`Self::close_to`] a caller can close constructs that may
    /// not be closed in order.
    pub(crate) fn depth(&self) -> usize {
        self.containers.len()
    }

    /// Closes the constructs that were opened after there were `depth` of them.
    pub(crate) fn close_to(&mut self, depth: usize) {
        self.end_passage();
        while self.containers.len() > depth {
            self.close_last();
        }
    }

    /// The number of open boxes.
    pub(crate) fn boxes(&self) -> usize {
        self.boxes.len()
    }

    /// Closes the boxes that were opened after there were `boxes` of them.
    pub(crate) fn close_boxes_to(&mut self, boxes: usize) {
        self.end_passage();
        self.boxes.truncate(boxes);
    }

    /// Closes the innermost construct of a kind, with the constructs that are open in it.
    fn close(&mut self, kind: impl Fn(&Container) -> bool) {
        self.end_passage();
        let Some(at) = self.containers.iter().rposition(kind) else { return };
        self.close_to(at);
    }

    fn close_last(&mut self) {
        match self.containers.pop() {
            Some(Container::List { .. }) if self.lists < u8::MAX => self.lists -= 1,
            Some(Container::List { .. }) => {
                let lists = self
                    .containers
                    .iter()
                    .filter(|container| matches!(container, Container::List { .. }));
                self.lists =
                    u8::try_from(lists.take(usize::from(u8::MAX)).count()).unwrap_or(u8::MAX);
            }
            Some(Container::Row { head, cells, line }) => {
                self.rows -= 1;
                let cells: Vec<_> = cells.into_iter().map(trimmed).collect();
                let full = cells.iter().any(|cell| !cell.is_empty());
                if full && self.rows > 0 {
                    self.add_to_cell(joined(cells));
                } else if full {
                    self.passage(PassageShape::Row { head }, cells, line);
                }
            }
            _ => {}
        }
    }

    /// Completes the page: closes open constructs and numbers the passages.
    pub(crate) fn finish(mut self) -> PageContent {
        self.end_passage();
        self.close(|container| matches!(container, Container::Row { .. }));
        let mut number = 0;
        for block in &mut self.written.blocks {
            if let PageBlock::Passage { passage } = block {
                number += 1;
                passage.number = number;
            }
        }
        self.written
    }
}
