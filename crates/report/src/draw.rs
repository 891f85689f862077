//! The draw list: the items of each page and their places. It does not depend on the PDF format.
//!
//! All lengths are points (1/72 inch); x runs right and y runs **down** from the page's top left
//! corner. Each item carries a [`SlotId`]: the structural place it belongs to, so that a tagged
//! PDF can be written from the same list.

use std::ops::Range;
use std::sync::Arc;

use crate::fonts::Face;
pub use crate::outline::Step;

/// Index into [`crate::Laid::slots`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotId(pub u32);

impl SlotId {
    /// Page furniture: mark, rules, repeated heads.
    pub const ARTIFACT: Self = Self(0);
    /// What runs at the head of the pages; an artifact of a kind of its own (ISO 14289-1, 7.8).
    pub const HEADER: Self = Self(u32::MAX);
    /// What runs at the foot of the pages.
    pub const FOOTER: Self = Self(u32::MAX - 1);
    /// The document itself.
    pub const DOCUMENT: Self = Self(1);

    /// Whether it belongs to the page and not to the document.
    #[must_use]
    pub fn is_artifact(self) -> bool {
        matches!(self, Self::ARTIFACT | Self::HEADER | Self::FOOTER)
    }
}

/// A structural place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// What it is.
    pub role: Role,
    /// The place that holds it; `None` for the document itself.
    pub parent: Option<SlotId>,
    /// For figures: what they show, in words.
    pub alternative: Option<String>,
    /// For a word that is broken at the end of a line: the word. For words that came or went: that, and the words.
    pub actual: Option<String>,
    /// Whether a person wrote its words, in the language of the document; if not, the program says them.
    pub written: bool,
    /// The language of its words, as BCP 47, where that is another than that of the place around it.
    pub language: Option<String>,
}

impl Slot {
    /// A place with a role.
    pub(crate) fn new(role: Role, parent: Option<SlotId>) -> Self {
        Self { role, parent, alternative: None, actual: None, written: false, language: None }
    }
}

/// What a structural place is. Follows the standard structure types of PDF 1.7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Role {
    Artifact,
    Document,
    Section,
    Division,
    /// 1 to 6; none is left out on the way down.
    Heading(u8),
    Paragraph,
    Span,
    /// Words that came in since an earlier version.
    Inserted,
    /// Words that went since an earlier version.
    Deleted,
    /// The words of a source.
    Note,
    List {
        ordered: bool,
    },
    ListItem,
    ListLabel,
    ListBody,
    Table,
    /// The rows of the columns' heads.
    TableHead,
    TableBody,
    TableRow,
    HeaderCell {
        scope: Scope,
        /// How many columns it spans.
        columns: usize,
    },
    DataCell,
    Caption,
    Figure,
    Contents,
    ContentsItem,
    /// A pointer to another place of the document.
    Reference,
    Link,
}

/// Whose head a header cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Scope {
    Row,
    Column,
}

/// A colour, 8 bits a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// Text.
    pub const INK: Self = Self(0x1b, 0x1d, 0x21);
    /// Labels and furniture.
    pub const GREY: Self = Self(0x5f, 0x64, 0x6c);
    /// Prompts where an answer is missing.
    pub const FAINT: Self = Self(0x75, 0x79, 0x80);
    /// Links, citations, references.
    pub const ACCENT: Self = Self(0x1f, 0x4e, 0x79);
    /// Words that came in; they are underlined, too.
    pub const INSERTED: Self = Self(0x0b, 0x5a, 0x33);
    /// Words that went; they are struck through, too.
    pub const DELETED: Self = Self(0x99, 0x1b, 0x1b);
    /// Hair lines.
    pub const RULE: Self = Self(0xc4, 0xc8, 0xce);
    /// Strong rules.
    pub const RULE_STRONG: Self = Self(0x3a, 0x3f, 0x47);
    /// Ground of a table's head.
    pub const GROUND: Self = Self(0xf1, 0xf2, 0xf4);
    /// The DRAFT mark.
    pub const MARK: Self = Self(0xf0, 0xf0, 0xf2);
}

/// A rectangle, `y` at its top.
#[derive(Debug, Clone, Copy, PartialEq, Default, serde::Serialize)]
#[allow(missing_docs)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Rect {
    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let x = self.x.min(other.x);
        let y = self.y.min(other.y);
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Self { x, y, width: right - x, height: bottom - y }
    }
}

/// Glyphs on one baseline in one face, size and colour.
#[derive(Debug, Clone, PartialEq)]
pub struct GlyphRun {
    /// The face.
    pub face: Face,
    /// Type size.
    pub size: f32,
    /// Colour.
    pub color: Color,
    /// Left end.
    pub x: f32,
    /// Baseline.
    pub y: f32,
    /// The glyphs, left to right.
    pub glyphs: Vec<Glyph>,
    /// What the glyphs say; each glyph points into it.
    pub text: String,
    /// When the glyphs say something else than they show: a box says the letter that no face has.
    pub actual: Option<String>,
}

/// One glyph.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Number in the face.
    pub id: u16,
    /// How far the pen moves.
    pub advance: f32,
    /// Offset from the pen.
    pub dx: f32,
    /// Offset from the baseline, upwards.
    pub dy: f32,
    /// Its part of the run's text; empty for further glyphs of one cluster.
    pub text: Range<u32>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// An anchor of this document.
    Anchor(Arc<str>),
    /// An address outside.
    Address(Arc<str>),
}

/// One item of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Draw {
    /// What it belongs to.
    pub slot: SlotId,
    /// What it is.
    pub shape: Shape,
}

/// What can be drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Text.
    Glyphs(GlyphRun),
    /// A filled rectangle.
    Fill(Rect, Color),
    /// A line, with its width.
    Line {
        /// From.
        from: (f32, f32),
        /// To.
        to: (f32, f32),
        /// Width.
        width: f32,
        /// Colour.
        color: Color,
    },
    /// A filled outline.
    Path(Vec<Step>, Color),
    /// A picture: its area, and its index in [`crate::Laid::pictures`].
    Picture(Rect, usize),
    /// A place that leads somewhere when clicked.
    Link {
        /// Where it is.
        area: Rect,
        /// Where it leads.
        target: Target,
        /// What it says, for those who don't see it.
        words: String,
    },
}

impl Draw {
    /// Moves the item right and down.
    pub fn shift(&mut self, dx: f32, dy: f32) {
        match &mut self.shape {
            Shape::Glyphs(run) => {
                run.x += dx;
                run.y += dy;
            }
            Shape::Fill(rect, _) | Shape::Picture(rect, _) | Shape::Link { area: rect, .. } => {
                rect.x += dx;
                rect.y += dy;
            }
            Shape::Line { from, to, .. } => {
                from.0 += dx;
                from.1 += dy;
                to.0 += dx;
                to.1 += dy;
            }
            Shape::Path(steps, _) => steps.iter_mut().for_each(|step| step.shift(dx, dy)),
        }
    }
}

/// One page: its size and its items, backmost first.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Items.
    pub draws: Vec<Draw>,
}
