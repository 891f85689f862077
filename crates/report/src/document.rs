//! What a report says, before anything is known about pages.
//!
//! The tree is independent of templates and of the PDF: whoever composes a report fills it, the
//! layout reads it. All words stand in it already in the report's language; this crate adds none.

use chrono::NaiveDate;

/// A whole report: what it is, the few words the layout needs, and its blocks in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What the report is; goes into the header, the footer and the file's metadata.
    pub meta: Meta,
    /// Words that the layout itself sets.
    pub words: Words,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
}

/// What the report is.
#[derive(Debug, Clone, PartialEq)]
pub struct Meta {
    /// The form's title: "Data protection impact assessment".
    pub title: String,
    /// The project's title; stands left in the header of each page.
    pub project: String,
    /// Name and version of the template that was followed: "EDPB DPIA 1.0".
    pub form: String,
    /// The report's own version; stands right in the header. May be empty.
    pub version: String,
    /// Who answers for it: controllers, or people.
    pub authors: Vec<String>,
    /// The report's date. Given by the caller, so that the same project gives the same bytes.
    pub date: NaiveDate,
    /// BCP 47 tag of the report's language: decides hyphenation and the PDF's `/Lang`.
    pub language: String,
    /// Whether the DRAFT mark stands behind each page.
    pub draft: bool,
}

/// The words that the layout sets by itself, in the report's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Heading of the table of contents.
    pub contents: String,
    /// Footer; `{x}` is the page's number, `{y}` the number of pages.
    pub page_of: String,
    /// The mark behind the pages of a draft.
    pub draft: String,
    /// Follows the label of a group of rows where it goes on on the next page: "continued".
    pub continued: String,
    /// Stands before a statement's capture date in the sources: "captured".
    pub captured: String,
    /// Stands before a statement's revision in the sources: "revision".
    pub revision: String,
}

impl Words {
    /// The words in English.
    #[must_use]
    pub fn english() -> Self {
        Self {
            contents: "Contents".into(),
            page_of: "page {x} of {y}".into(),
            draft: "DRAFT".into(),
            continued: "continued".into(),
            captured: "captured".into(),
            revision: "revision".into(),
        }
    }
}

/// One block, perhaps with an identity.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Identity of the section, row, field or paragraph: a link's target, and the key under which
    /// the layout tells where it stands. Unique within the document.
    pub anchor: Option<String>,
    /// What it is.
    pub kind: BlockKind,
}

/// The kinds of blocks.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A heading; levels 1 to 4 go into outline, levels 1 and 2 into the contents.
    Heading {
        /// 1 (section) to 4 (field).
        level: u8,
        /// "2.3.a", or empty.
        number: String,
        /// The words.
        text: String,
        /// Whether outline and contents name it.
        listed: bool,
    },
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A bulleted or numbered list.
    List(List),
    /// A table.
    Table(Table),
    /// Labels with their values, set in two columns.
    KeyValue(Vec<Pair>),
    /// A law reference or remark, in small type.
    Note(Vec<Inline>),
    /// Risks in the field of likelihood and severity, drawn.
    RiskMatrix(RiskMatrix),
    /// The words of the sources, numbered as they are cited.
    Sources(Vec<Source>),
    /// The table of contents.
    Contents,
    /// What follows starts a page.
    PageBreak,
    /// Stands where an answer is missing: grey, italic.
    Prompt(String),
    /// The first page's head: form, project, particulars.
    Cover(Cover),
    /// A row of a register as a card: a title line, then labels with their values.
    Card(Card),
}

/// The head of the first page.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// Small line above the title: template and version.
    pub kicker: String,
    /// The form's title.
    pub title: String,
    /// The project's title.
    pub subtitle: String,
    /// Controllers, providers, version, date, state …
    pub particulars: Vec<Pair>,
}

/// A label and what it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Identity of the field.
    pub anchor: Option<String>,
    /// The label.
    pub label: String,
    /// The value.
    pub value: Vec<Block>,
}

/// A row that is too long for a table's line.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// "R3", or empty.
    pub number: String,
    /// The row's name.
    pub title: Vec<Inline>,
    /// Short facts, set in one line under the title: label and value.
    pub facts: Vec<(String, Vec<Inline>)>,
    /// Labels and values.
    pub pairs: Vec<Pair>,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The first number, or `None` for bullets.
    pub start: Option<u32>,
    /// The items.
    pub items: Vec<Vec<Block>>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Set above the table.
    pub caption: Option<String>,
    /// Columns with their heads.
    pub columns: Vec<Column>,
    /// Rows and sub-heads in order.
    pub rows: Vec<TableRow>,
    /// Whether it belongs to the running text around it, and is as wide as that.
    pub inset: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// How much of the width left over it gets, relative to the others; 1.0 is usual.
    pub weight: f32,
    /// What stands in it.
    pub kind: ColumnKind,
}

/// What stands in a column decides alignment and whether it may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColumnKind {
    /// Running text.
    #[default]
    Text,
    /// A row number; as narrow as it can be.
    Number,
    /// A few words; broken only when it must.
    Short,
    /// A figure; set to the right.
    Figure,
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableRow {
    /// A sub-head over all columns; stays with the row that follows.
    Group(String),
    /// A row.
    Cells {
        /// Identity of the row.
        anchor: Option<String>,
        /// One cell a column.
        cells: Vec<Cell>,
    },
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Identity of the value.
    pub anchor: Option<String>,
    /// Its content.
    pub blocks: Vec<Block>,
    /// The level whose colour marks the cell, if it is one.
    pub level: Option<Level>,
}

/// A step on a risk scale, for colour: 0.0 is the lowest, 1.0 the highest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level(pub f32);

/// A risk matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct RiskMatrix {
    /// Set above it.
    pub caption: String,
    /// The vertical axis' name (severity).
    pub vertical: String,
    /// The horizontal axis' name (likelihood).
    pub horizontal: String,
    /// Labels of the rows, lowest first (drawn from the bottom).
    pub rows: Vec<String>,
    /// Labels of the columns, lowest first.
    pub columns: Vec<String>,
    /// The cells' levels, `[row][column]`, lowest first.
    pub levels: Vec<Vec<Level>>,
    /// Row numbers in the cells, `(row, column, "R4", anchor)`.
    pub entries: Vec<MatrixEntry>,
    /// What the colours mean.
    pub legend: Vec<(Level, String)>,
    /// The matrix in words, for those who don't see it.
    pub alternative: String,
}

/// A risk in a matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixEntry {
    /// Row, 0 the lowest.
    pub row: usize,
    /// Column, 0 the lowest.
    pub column: usize,
    /// "R4".
    pub label: String,
    /// Where it leads.
    pub anchor: String,
}

/// A source that is cited, in the words it had when it was cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its number in the text.
    pub number: u32,
    /// Where citations lead.
    pub anchor: String,
    /// The statement's words as pinned.
    pub words: String,
    /// The provider.
    pub provider: String,
    /// Where the words were published; at least one place.
    pub places: Vec<SourcePlace>,
}

/// A place where cited words were published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourcePlace {
    /// Title of the page.
    pub page: String,
    /// Heading on the page; may be empty.
    pub heading: String,
    /// Web address; may be empty.
    pub address: String,
    /// The page's revision; may be empty.
    pub revision: String,
    /// The day it was read.
    pub captured: NaiveDate,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text {
        /// The words.
        text: String,
        /// How they are set.
        emphasis: Emphasis,
    },
    /// Words that lead to an address outside.
    Link {
        /// The address.
        href: String,
        /// The words.
        content: Vec<Inline>,
    },
    /// A citation, set as `[12]`, leading to the source.
    Citation {
        /// The source's number.
        number: u32,
        /// The source's anchor.
        anchor: String,
    },
    /// A row of a register, set as its number and leading to it.
    RowRef {
        /// "R3".
        label: String,
        /// The row's anchor.
        anchor: String,
    },
    /// A line break.
    Break,
}

/// Bold, italic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Emphasis {
    /// Strong.
    pub bold: bool,
    /// Emphasised.
    pub italic: bool,
}

impl Inline {
    /// Plain words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), emphasis: Emphasis::default() }
    }

    /// Bold words.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), emphasis: Emphasis { bold: true, italic: false } }
    }

    /// Italic words.
    #[must_use]
    pub fn italic(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), emphasis: Emphasis { bold: false, italic: true } }
    }
}

impl Block {
    /// A block without identity.
    #[must_use]
    pub fn new(kind: BlockKind) -> Self {
        Self { anchor: None, kind }
    }

    /// The same block with an identity.
    #[must_use]
    pub fn at(mut self, anchor: impl Into<String>) -> Self {
        self.anchor = Some(anchor.into());
        self
    }

    /// A paragraph of plain words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(BlockKind::Paragraph(vec![Inline::plain(text)]))
    }

    /// A heading that outline and contents name.
    #[must_use]
    pub fn heading(level: u8, number: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(BlockKind::Heading {
            level,
            number: number.into(),
            text: text.into(),
            listed: true,
        })
    }
}

impl Cell {
    /// A cell of plain words; empty words give an empty cell.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let blocks = if text.is_empty() { Vec::new() } else { vec![Block::text(text)] };
        Self { anchor: None, blocks, level: None }
    }
}
