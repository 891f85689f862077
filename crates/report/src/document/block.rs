//! Blocks: the parts of a document that stand one below the other.

use std::sync::Arc;

use vurder_model::report_address::AnswerAddress;

use super::{Chart, Inline, Level, RiskMatrix, Source, Table};
use crate::picture::Picture;

/// One block, which may have an anchor.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The anchor of the section, row, field or paragraph: the target of links, and the key under which the layout
    /// reports its place. Unique within the document.
    pub anchor: Option<String>,
    /// The answer to which the words belong. Blocks of one answer follow one another. A [prompt](BlockKind::Prompt)
    /// with an address stands at the place of a missing answer. An [`Inline::Lead`] in the first line does not belong
    /// to the answer.
    pub address: Option<AnswerAddress>,
    /// Whether a person wrote its words, in the language of the report. What the program says may be in another one.
    pub written: bool,
    /// What it is.
    pub kind: BlockKind,
}

/// The kinds of blocks.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A heading. Levels 1 to 4 are in the outline, levels 1 and 2 in the contents.
    Heading {
        /// 1 (section) to 4 (field).
        level: u8,
        /// "2.3.a", or empty.
        number: String,
        /// The words.
        text: Vec<Inline>,
        /// The articles of the section, in small type at the end of the line, or below it if there is no space.
        aside: String,
        /// Whether outline and contents list it.
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
    /// A drawing of risks by likelihood and severity.
    RiskMatrix(RiskMatrix),
    /// Several such drawings side by side, to be compared.
    RiskMatrices(Vec<RiskMatrix>),
    /// A picture with its caption.
    Figure(Figure),
    /// A drawing of numbers or days.
    Chart(Chart),
    /// The words of the sources, with the numbers by which they are cited.
    Sources(Vec<Source>),
    /// The table of contents.
    Contents,
    /// The next block starts a new page.
    PageBreak,
    /// The text at the place of a missing answer, in grey italics.
    Prompt(String),
    /// The head of the first page: form, project, particulars.
    Cover(Cover),
    /// A row of a register as a card: a title line, then labels with their values.
    Card(Card),
}

impl Block {
    /// A block without an anchor.
    #[must_use]
    pub fn new(kind: BlockKind) -> Self {
        Self { anchor: None, address: None, written: false, kind }
    }

    /// The same block with an anchor.
    #[must_use]
    pub fn at(mut self, anchor: impl Into<String>) -> Self {
        self.anchor = Some(anchor.into());
        self
    }

    /// The same block as words that a person wrote.
    #[must_use]
    pub fn written(mut self) -> Self {
        self.written = true;
        self
    }

    /// The same block as words of an answer.
    #[must_use]
    pub fn answer(mut self, address: AnswerAddress) -> Self {
        self.address = Some(address);
        self
    }

    /// A paragraph of plain words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(BlockKind::Paragraph(vec![Inline::plain(text)]))
    }

    /// A heading that outline and contents list.
    #[must_use]
    pub fn heading(level: u8, number: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(BlockKind::Heading {
            level,
            number: number.into(),
            text: vec![Inline::plain(text)],
            aside: String::new(),
            listed: true,
        })
    }

    /// A heading of a field or of a group of rows. Neither outline nor contents list it.
    #[must_use]
    pub fn subheading(level: u8, text: impl Into<String>) -> Self {
        Self::rich_subheading(level, vec![Inline::plain(text)])
    }

    /// The same with running text, as a person wrote it.
    #[must_use]
    pub fn rich_subheading(level: u8, text: Vec<Inline>) -> Self {
        Self::new(BlockKind::Heading {
            level,
            number: String::new(),
            text,
            aside: String::new(),
            listed: false,
        })
    }

    /// The same heading with the articles of its section.
    #[must_use]
    pub fn answering(mut self, law: &[String]) -> Self {
        if let BlockKind::Heading { aside, .. } = &mut self.kind {
            *aside = law.join(" · ");
        }
        self
    }
}

/// A picture that a person attached.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The picture.
    pub picture: Arc<Picture>,
    /// Its number and caption.
    pub caption: String,
    /// A description for people who cannot see it.
    pub alternative: String,
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

/// A label and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The anchor of the field.
    pub anchor: Option<String>,
    /// The label.
    pub label: String,
    /// The value.
    pub value: Vec<Block>,
}

/// A row that is too long for a line of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Card {
    /// "R3", or empty.
    pub number: String,
    /// The row's name.
    pub title: Vec<Inline>,
    /// Computed levels, set as marks at the end of the title line.
    pub levels: Vec<Mark>,
    /// Short facts as label and value. They stand one after the other below the title.
    pub facts: Vec<(String, Vec<Inline>)>,
    /// Labels and values.
    pub pairs: Vec<Pair>,
}

/// A level as a mark in its colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The name of the level: "Before". May be empty.
    pub label: String,
    /// "High".
    pub words: String,
    /// Its colour.
    pub level: Level,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The first number, or `None` for bullets.
    pub start: Option<u32>,
    /// The items.
    pub items: Vec<Vec<Block>>,
}
