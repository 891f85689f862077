//! Rich text: what a person writes in an answer, as a tree with a closed set of nodes.
//!
//! The tree's JSON is the document JSON of the editor (ProseMirror). Therefore the window edits exactly what the
//! program stores, and nothing in it can be raw HTML. The tree is stored as Markdown. Only this module writes and reads
//! it: [`RichText::from_markdown`] and [`RichText::to_markdown`].
//!
//! Laws, tested over arbitrary trees in `tests/richtext.rs`:
//! - `from_markdown(to_markdown(t)) == t` for every normalised tree `t`;
//! - `normalise` is idempotent, and `from_markdown` returns normalised trees only, therefore
//!   `to_markdown(from_markdown(m))` is a fixed point after one step;
//! - the words of a text (its characters apart from white space) survive `normalise` and both directions.
//!
//! Markdown that has no node in the tree (code, block quotes, images, HTML, deeper headings) is read as its words. HTML
//! is shown as it is written. A rule (`---`) has no words and is left out.
//!
//! A citation is a link with the scheme `cite:`, `[H05](cite:H05)`. Its label is for people who read the Markdown. The
//! program ignores it.

mod blank;
mod characters;
mod escape;
mod found;
mod normalise;
mod plain;
mod read;
mod reword;
mod rewrite;
mod runs;
mod sentence;
mod source_numbers;
mod wire;
mod write;

pub use blank::{says_something, shows_nothing};
pub use normalise::allowed_href;
pub use reword::{NotReworded, WordsPlace};
pub(crate) use runs::{replace_in, words_of};
pub use source_numbers::without_source_numbers;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The greatest depth of nested lists. Deeper text joins the item above it as paragraphs. The limit keeps the JSON of
/// any text far below the nesting limits of JSON readers.
pub const MAX_LIST_DEPTH: usize = 8;

/// A document: a sequence of blocks. Equal to ProseMirror's `doc` node.
///
/// An empty text is a document without blocks. An editor that needs a paragraph to type in adds one itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename = "doc", from = "wire::RichText")]
#[schemars(!from)]
pub struct RichText {
    /// The blocks from top to bottom.
    #[serde(default)]
    pub content: Vec<Block>,
}

/// A block of a document, a list item or a table cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
// Templates have a type `Block`, too, and generated types have no modules.
#[schemars(rename = "RichBlock")]
#[ts(rename = "RichBlock")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its inlines; empty only where a list item or a table cell is empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        content: Vec<Inline>,
    },
    /// A heading inside an answer; only at the top level, never in lists or tables.
    Heading {
        /// Its level.
        attrs: HeadingAttrs,
        /// Its inlines, without hard breaks.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        content: Vec<Inline>,
    },
    /// A bulleted list.
    BulletList {
        /// Its items; at least one.
        content: Vec<ListItem>,
    },
    /// A numbered list.
    OrderedList {
        /// Where its numbers start.
        #[serde(default)]
        attrs: OrderedListAttrs,
        /// Its items; at least one.
        content: Vec<ListItem>,
    },
    /// A table; its first row is the header.
    Table {
        /// Its rows; at least one, all equally long.
        content: Vec<TableRow>,
    },
}

/// The attributes of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct HeadingAttrs {
    /// 1 to 3, relative to the field the heading stands in.
    pub level: u8,
}

/// The attributes of a numbered list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct OrderedListAttrs {
    /// The first number, 0 to 999 999 999.
    pub start: u32,
}

impl Default for OrderedListAttrs {
    fn default() -> Self {
        Self { start: 1 }
    }
}

/// An item of a list: a paragraph (possibly empty), then any blocks but headings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename = "list_item", from = "wire::ListItem")]
#[schemars(!from)]
pub struct ListItem {
    /// The item's blocks; the first is a paragraph.
    #[serde(default)]
    pub content: Vec<Block>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename = "table_row", from = "wire::TableRow")]
#[schemars(!from)]
pub struct TableRow {
    /// The row's cells. All cells of the first row are headers; the cells of other rows are not.
    #[serde(default)]
    pub content: Vec<TableCell>,
}

/// A cell of a table, holding exactly one paragraph (possibly empty).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TableCell {
    /// A cell of the first row.
    TableHeader {
        /// One paragraph.
        #[serde(default)]
        content: Vec<Block>,
    },
    /// A cell of another row.
    TableCell {
        /// One paragraph.
        #[serde(default)]
        content: Vec<Block>,
    },
}

impl TableCell {
    /// The cell's blocks: one paragraph, if the tree is normalised.
    #[must_use]
    pub fn content(&self) -> &[Block] {
        match self {
            Self::TableHeader { content } | Self::TableCell { content } => content,
        }
    }
}

/// A part of a line of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Inline {
    /// Words that have the same marks.
    Text {
        /// The words; never empty, without line ends.
        text: String,
        /// The marks, in the order strong, em, link, each at most once.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        marks: Vec<Mark>,
    },
    /// A line end inside a paragraph.
    HardBreak {},
    /// A reference to one of the project's citations, standing in the text like a word.
    Citation {
        /// The citation.
        attrs: CitationAttrs,
    },
}

/// The attributes of a citation in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct CitationAttrs {
    /// The citation's id within the project.
    pub id: String,
}

/// A mark on a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Mark {
    /// Bold.
    Strong {},
    /// Italic.
    Em {},
    /// A link.
    Link {
        /// Where it leads.
        attrs: LinkAttrs,
    },
}

/// The attributes of a link.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
pub struct LinkAttrs {
    /// An address with the scheme http, https or mailto, or `#place` inside the program.
    pub href: String,
}

impl Inline {
    /// Unmarked words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), marks: Vec::new() }
    }

    /// Words with marks.
    #[must_use]
    pub fn marked(text: impl Into<String>, marks: impl Into<Vec<Mark>>) -> Self {
        Self::Text { text: text.into(), marks: marks.into() }
    }

    /// A reference to a citation.
    #[must_use]
    pub fn citation(id: impl Into<String>) -> Self {
        Self::Citation { attrs: CitationAttrs { id: id.into() } }
    }
}

impl Mark {
    /// A link to `href`.
    #[must_use]
    pub fn link(href: impl Into<String>) -> Self {
        Self::Link { attrs: LinkAttrs { href: href.into() } }
    }
}

impl Block {
    /// A paragraph.
    #[must_use]
    pub fn paragraph(content: impl Into<Vec<Inline>>) -> Self {
        Self::Paragraph { content: content.into() }
    }
}

impl ListItem {
    /// An item of one paragraph.
    #[must_use]
    pub fn paragraph(content: impl Into<Vec<Inline>>) -> Self {
        Self { content: vec![Block::paragraph(content)] }
    }
}

impl RichText {
    /// The text of plain words. An empty line starts a new paragraph; a single line end becomes a hard break.
    #[must_use]
    pub fn from_plain(words: &str) -> Self {
        let words = words.replace("\r\n", "\n");
        let content =
            words.split("\n\n").map(|part| Block::paragraph([Inline::text(part)])).collect();
        Self { content }.normalise()
    }

    /// Whether a reader could see nothing: it has no citation and only white space.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.content.iter().all(Block::is_blank)
    }

    /// The words of the text. Blocks, items and table rows stand on lines of their own, with tabs between cells. A hard
    /// break is a line end. Citations are left out, because their ids are not words.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let mut out = String::new();
        plain_blocks(&self.content, &mut out);
        out
    }

    /// Whether the text has a citation.
    #[must_use]
    pub fn cites(&self) -> bool {
        self.citations().iter().any(|id| !id.is_empty())
    }

    /// The ids of the citations in the text, in order, repetitions included.
    #[must_use]
    pub fn citations(&self) -> Vec<&str> {
        let mut found = Vec::new();
        for block in &self.content {
            block.each_inline(&mut |inline| {
                if let Inline::Citation { attrs } = inline {
                    found.push(attrs.id.as_str());
                }
            });
        }
        found
    }

    /// Calls `visit` for the id of every citation in the text, so that it can be changed.
    pub fn each_citation_mut(&mut self, visit: &mut dyn FnMut(&mut String)) {
        for block in &mut self.content {
            block.each_citation_mut(visit);
        }
    }
}

impl Block {
    fn each_citation_mut(&mut self, visit: &mut dyn FnMut(&mut String)) {
        match self {
            Self::Paragraph { content } | Self::Heading { content, .. } => {
                for inline in content {
                    if let Inline::Citation { attrs } = inline {
                        visit(&mut attrs.id);
                    }
                }
            }
            Self::BulletList { content } | Self::OrderedList { content, .. } => {
                for block in content.iter_mut().flat_map(|item| &mut item.content) {
                    block.each_citation_mut(visit);
                }
            }
            Self::Table { content } => {
                for cell in content.iter_mut().flat_map(|row| &mut row.content) {
                    let (TableCell::TableHeader { content } | TableCell::TableCell { content }) =
                        cell;
                    for block in content {
                        block.each_citation_mut(visit);
                    }
                }
            }
        }
    }

    /// Calls `visit` for every inline below this block, in reading order.
    pub fn each_inline<'a>(&'a self, visit: &mut dyn FnMut(&'a Inline)) {
        match self {
            Self::Paragraph { content } | Self::Heading { content, .. } => {
                content.iter().for_each(visit);
            }
            Self::BulletList { content } | Self::OrderedList { content, .. } => {
                for block in content.iter().flat_map(|item| &item.content) {
                    block.each_inline(visit);
                }
            }
            Self::Table { content } => {
                for cell in content.iter().flat_map(|row| &row.content) {
                    for block in cell.content() {
                        block.each_inline(visit);
                    }
                }
            }
        }
    }

    /// Whether a reader would see nothing of it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let mut blank = true;
        self.each_inline(&mut |inline| blank &= is_blank_inline(inline));
        blank
    }
}

fn is_blank_inline(inline: &Inline) -> bool {
    match inline {
        Inline::Text { text, .. } => text.chars().all(char::is_whitespace),
        Inline::HardBreak {} => true,
        Inline::Citation { .. } => false,
    }
}

fn new_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

fn plain_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph { content } | Block::Heading { content, .. } => {
                new_line(out);
                plain_inlines(content, out);
            }
            Block::BulletList { content } | Block::OrderedList { content, .. } => {
                content.iter().for_each(|item| plain_blocks(&item.content, out));
            }
            Block::Table { content } => {
                for row in content {
                    new_line(out);
                    for (column, cell) in row.content.iter().enumerate() {
                        if column > 0 {
                            out.push('\t');
                        }
                        let mut words = String::new();
                        plain_blocks(cell.content(), &mut words);
                        out.push_str(&words);
                    }
                }
            }
        }
    }
}

fn plain_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => out.push_str(text),
            Inline::HardBreak {} => out.push('\n'),
            // The space before a citation belongs to the citation.
            Inline::Citation { .. } if out.ends_with(' ') => {
                out.pop();
            }
            Inline::Citation { .. } => {}
        }
    }
}

/// The words of a Markdown text, as [`RichText::plain_text`] gives them.
#[must_use]
pub fn markdown_plain_text(markdown: &str) -> String {
    // Every change asks for the names of rows. Most of these texts are a few plain words.
    if plain::is_plain(markdown) {
        return markdown.to_owned();
    }
    RichText::from_markdown(markdown).plain_text()
}

/// Whether a Markdown text says something: it has a word, or a citation, which is shown with the words of its source.
///
/// The words of a link without an address, `[x](http://)`, do not count: they refer to a text that does not exist.
#[must_use]
pub fn markdown_says_something(markdown: &str) -> bool {
    if blank::begins_with_letter(markdown) {
        return true;
    }
    let text = RichText::from_markdown(&read::without_empty_links(markdown));
    says_something(&text.plain_text()) || text.cites()
}

/// Whether a reader sees nothing of a Markdown text: it has no citation and no visible character.
#[must_use]
pub fn markdown_shows_nothing(markdown: &str) -> bool {
    if blank::begins_with_letter(markdown) {
        return false;
    }
    let text = RichText::from_markdown(markdown);
    shows_nothing(&text.plain_text()) && !text.cites()
}
