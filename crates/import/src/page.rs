//! The blocks of a page as they are written down from top to bottom, whatever format they are read from.
//!
//! A reader tells what it meets: words, marks, lists, rows, boxes. The writer decides what is a passage and of which
//! shape. Links are kept aside by number until all pages are known; see [`Written::links`].

use vurder_model::passage::{Passage, PassageShape};
use vurder_model::provider::PageBlock;
use vurder_model::richtext::{Inline, Mark};

/// Begins the address of a link that is not resolved yet; its number follows. The character stands in no source.
pub(crate) const UNRESOLVED: char = '\u{E000}';

/// Stands as the words of a link that has none of its own, until the title of its page is known.
pub(crate) const WORDS_OF_TARGET: &str = "\u{E002}";

/// Titles of boxes that one passage tells.
const BOXES: usize = 16;

/// How many places inside a row are looked through for it.
const ROW_WITHIN: usize = 64;

/// A link as it stands on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// Where it leads, as it is written.
    pub(crate) target: String,
    /// Its line.
    pub(crate) line: u32,
}

/// A page that was written down.
#[derive(Debug, Default)]
pub(crate) struct Written {
    /// Headings, with the levels of the source (1 to 6), and passages.
    pub(crate) blocks: Vec<PageBlock>,
    /// Its links; a link mark has `UNRESOLVED` and an index into this list as its address.
    pub(crate) links: Vec<Link>,
}

/// What words stand in.
#[derive(Debug)]
enum Place {
    List { next: Option<u64> },
    Item { ordinal: Option<u32>, begun: bool },
    Quote,
    Definition { term: bool },
    Note { label: String },
    Row { head: bool, cells: Vec<Vec<Inline>>, line: u32 },
}

/// Writes down the blocks of one page.
#[derive(Debug, Default)]
pub(crate) struct PageWriter {
    written: Written,
    places: Vec<Place>,
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
    /// Words with the marks that are open. White space becomes single spaces.
    pub(crate) fn text(&mut self, text: &str, line: u32) {
        let mut words = String::with_capacity(text.len());
        let mut space = !self.takes_space();
        for c in text.chars() {
            if c.is_whitespace() {
                if !space {
                    words.push(' ');
                }
                space = true;
            } else if !c.is_control() {
                words.push(c);
                space = false;
            }
        }
        if words.is_empty() {
            return;
        }
        if self.words.is_empty() {
            self.line = line;
        }
        self.push_words(&words);
    }

    fn push_words(&mut self, words: &str) {
        let marks = self.marks();
        match self.words.last_mut() {
            Some(Inline::Text { text, marks: before }) if *before == marks => text.push_str(words),
            _ => self.words.push(Inline::marked(words, marks)),
        }
    }

    fn takes_space(&self) -> bool {
        match self.words.last() {
            Some(Inline::Text { text, .. }) => !text.ends_with(' '),
            _ => false,
        }
    }

    fn marks(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        if self.strong > 0 {
            marks.push(Mark::Strong {});
        }
        if self.em > 0 {
            marks.push(Mark::Em {});
        }
        if let Some(link) = self.link.first() {
            marks.push(Mark::link(format!("{UNRESOLVED}{link}")));
        }
        marks
    }

    /// A line end inside a paragraph.
    pub(crate) fn hard_break(&mut self) {
        if !self.words.is_empty() {
            self.words.push(Inline::HardBreak {});
        }
    }

    /// Bold begins.
    pub(crate) fn open_strong(&mut self) {
        self.strong += 1;
    }

    /// Bold ends.
    pub(crate) fn close_strong(&mut self) {
        self.strong = self.strong.saturating_sub(1);
    }

    /// Italic begins.
    pub(crate) fn open_em(&mut self) {
        self.em += 1;
    }

    /// Italic ends.
    pub(crate) fn close_em(&mut self) {
        self.em = self.em.saturating_sub(1);
    }

    /// A link begins.
    pub(crate) fn open_link(&mut self, target: &str, line: u32) {
        self.link.push(self.written.links.len());
        self.written.links.push(Link { target: target.trim().to_owned(), line });
    }

    /// The innermost link ends. One without words gets those of its target later.
    pub(crate) fn close_link(&mut self, line: u32) {
        let Some(link) = self.link.last() else { return };
        let mark = Mark::link(format!("{UNRESOLVED}{link}"));
        let has_words = self
            .words
            .iter()
            .any(|inline| matches!(inline, Inline::Text { marks, .. } if marks.contains(&mark)));
        if !has_words && self.link.len() == 1 {
            self.text(WORDS_OF_TARGET, line);
        }
        self.link.pop();
    }

    /// Takes the words that stand in no passage yet, without their marks.
    pub(crate) fn take_words(&mut self) -> String {
        plain(&std::mem::take(&mut self.words))
    }

    /// The words so far are a passage.
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
        let row = self.places.iter_mut().rev().find_map(|place| match place {
            Place::Row { cells, .. } => Some(cells),
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

    /// A statement stands here; its words are in the pack.
    pub(crate) fn statement(&mut self, id: &str) {
        self.end_passage();
        self.written.blocks.push(PageBlock::Statement { id: id.to_owned() });
    }

    /// The shape of a passage that is written here.
    fn shape(&mut self) -> PassageShape {
        let depth = self.lists.max(1);
        for place in self.places.iter_mut().rev() {
            match place {
                Place::Item { ordinal, begun } => {
                    let continues = std::mem::replace(begun, true);
                    let ordinal = if continues { None } else { *ordinal };
                    return PassageShape::Item { depth, ordinal, continues };
                }
                Place::Quote => return PassageShape::Quote {},
                Place::Definition { term } => return PassageShape::Definition { term: *term },
                Place::Note { label } => return PassageShape::Note { label: label.clone() },
                Place::List { .. } | Place::Row { .. } => {}
            }
        }
        PassageShape::Paragraph {}
    }

    /// A heading begins. In a table its words stay in their cell.
    pub(crate) fn open_heading(&mut self, level: u8) {
        self.end_passage();
        if self.rows == 0 {
            self.heading = Some(level);
        }
    }

    /// A heading ends.
    pub(crate) fn close_heading(&mut self) {
        self.end_passage();
        self.heading = None;
    }

    /// Lines of code, with their line ends.
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

    /// A list begins, a numbered one with its first number.
    pub(crate) fn open_list(&mut self, first: Option<u64>) {
        self.end_passage();
        self.lists = self.lists.saturating_add(1);
        self.places.push(Place::List { next: first });
    }

    /// A list ends.
    pub(crate) fn close_list(&mut self) {
        self.close(|place| matches!(place, Place::List { .. }));
    }

    /// An item of the list begins.
    pub(crate) fn open_item(&mut self) {
        self.end_passage();
        let mut ordinal = None;
        if let Some(Place::List { next: Some(next) }) = self.places.last_mut() {
            ordinal = u32::try_from(*next).ok();
            *next = next.saturating_add(1);
        }
        self.places.push(Place::Item { ordinal, begun: false });
    }

    /// An item ends.
    pub(crate) fn close_item(&mut self) {
        self.close(|place| matches!(place, Place::Item { .. }));
    }

    /// A quotation begins.
    pub(crate) fn open_quote(&mut self) {
        self.end_passage();
        self.places.push(Place::Quote);
    }

    /// A quotation ends.
    pub(crate) fn close_quote(&mut self) {
        self.close(|place| matches!(place, Place::Quote));
    }

    /// A term, or what explains it, begins.
    pub(crate) fn open_definition(&mut self, term: bool) {
        self.end_passage();
        self.places.push(Place::Definition { term });
    }

    /// A term, or what explains it, ends.
    pub(crate) fn close_definition(&mut self) {
        self.close(|place| matches!(place, Place::Definition { .. }));
    }

    /// A footnote begins.
    pub(crate) fn open_note(&mut self, label: &str) {
        self.end_passage();
        self.places.push(Place::Note { label: label.to_owned() });
    }

    /// A footnote ends.
    pub(crate) fn close_note(&mut self) {
        self.close(|place| matches!(place, Place::Note { .. }));
    }

    /// A row of a table begins.
    pub(crate) fn open_row(&mut self, line: u32) {
        self.end_passage();
        self.rows += 1;
        self.places.push(Place::Row { head: true, cells: Vec::new(), line });
    }

    /// A cell of the row begins. A row holds the heads of the columns if each of its cells does.
    pub(crate) fn open_cell(&mut self, is_head: bool) {
        self.end_passage();
        let rows = self.places.iter_mut().rev();
        let row = rows.take(ROW_WITHIN).find(|place| matches!(place, Place::Row { .. }));
        if let Some(Place::Row { head, cells, .. }) = row {
            *head &= is_head;
            cells.push(Vec::new());
        }
    }

    /// How many lists, items, rows and so on are open; with [`Self::close_to`] for what is not sure to be closed in
    /// order.
    pub(crate) fn depth(&self) -> usize {
        self.places.len()
    }

    /// Closes what was opened since there were `depth` places.
    pub(crate) fn close_to(&mut self, depth: usize) {
        self.end_passage();
        while self.places.len() > depth {
            self.close_last();
        }
    }

    /// How many boxes are open.
    pub(crate) fn boxes(&self) -> usize {
        self.boxes.len()
    }

    /// Closes the boxes that were opened since there were `boxes`.
    pub(crate) fn close_boxes_to(&mut self, boxes: usize) {
        self.end_passage();
        self.boxes.truncate(boxes);
    }

    /// A cell ends.
    pub(crate) fn close_cell(&mut self) {
        self.end_passage();
    }

    /// A row ends.
    pub(crate) fn close_row(&mut self) {
        self.close(|place| matches!(place, Place::Row { .. }));
    }

    /// A box or a tab begins. One without a title is not told among the boxes of a passage.
    pub(crate) fn open_box(&mut self, title: &str) {
        self.end_passage();
        let title: Vec<&str> = title.split_whitespace().collect();
        self.boxes.push(title.join(" "));
    }

    /// The innermost box ends.
    pub(crate) fn close_box(&mut self) {
        self.end_passage();
        self.boxes.pop();
    }

    /// Closes the innermost place of a kind and what is open in it.
    fn close(&mut self, kind: impl Fn(&Place) -> bool) {
        self.end_passage();
        let Some(at) = self.places.iter().rposition(kind) else { return };
        self.close_to(at);
    }

    fn close_last(&mut self) {
        match self.places.pop() {
            Some(Place::List { .. }) if self.lists < u8::MAX => self.lists -= 1,
            Some(Place::List { .. }) => {
                let lists = self.places.iter().filter(|place| matches!(place, Place::List { .. }));
                self.lists =
                    u8::try_from(lists.take(usize::from(u8::MAX)).count()).unwrap_or(u8::MAX);
            }
            Some(Place::Row { head, cells, line }) => {
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

    /// The page is complete: closes what is open and numbers the passages.
    pub(crate) fn finish(mut self) -> Written {
        self.end_passage();
        self.close(|place| matches!(place, Place::Row { .. }));
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

/// The plain words of inlines.
pub(crate) fn plain(words: &[Inline]) -> String {
    let mut text = String::new();
    for inline in words {
        match inline {
            Inline::Text { text: piece, .. } => text.push_str(piece),
            Inline::HardBreak {} => text.push(' '),
            Inline::Citation { .. } => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words without white space at both ends.
fn trimmed(mut words: Vec<Inline>) -> Vec<Inline> {
    loop {
        match words.last_mut() {
            Some(Inline::Text { text, .. }) => {
                text.truncate(text.trim_end().len());
                if !text.is_empty() {
                    break;
                }
            }
            Some(Inline::HardBreak {}) => {}
            _ => break,
        }
        words.pop();
    }
    words
}

fn joined(cells: Vec<Vec<Inline>>) -> Vec<Inline> {
    let mut words = Vec::new();
    for cell in cells.into_iter().filter(|cell| !cell.is_empty()) {
        if !words.is_empty() {
            words.push(Inline::HardBreak {});
        }
        words.extend(cell);
    }
    words
}
