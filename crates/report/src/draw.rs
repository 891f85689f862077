//! The draw list: the items of each page and their places. It does not depend on the PDF format.
//!
//! All lengths are in points (1/72 inch). x goes right and y goes **down** from the top left corner of the page. Each
//! item has a [`SlotId`]: the structural place to which it belongs. Therefore a tagged PDF can be written from the same
//! list.

use std::ops::Range;
use std::sync::Arc;

use crate::fonts::Face;
pub use crate::outline::Step;

/// Index into [`crate::Laid::slots`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotId(pub u32);

impl SlotId {
    /// Parts of the page that do not belong to the document: mark, rules, repeated heads.
    pub const ARTIFACT: Self = Self(0);
    /// The header of the pages. It is an artifact of a kind of its own (ISO 14289-1, 7.8).
    pub const HEADER: Self = Self(u32::MAX);
    /// The footer of the pages.
    pub const FOOTER: Self = Self(u32::MAX - 1);
    /// The document itself.
    pub const DOCUMENT: Self = Self(1);

    /// Whether it is a part of the page that does not belong to the document.
    #[must_use]
    pub fn is_artifact(self) -> bool {
        matches!(self, Self::ARTIFACT | Self::HEADER | Self::FOOTER)
    }
}

/// A structural place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Its role.
    pub role: Role,
    /// The place that contains it; `None` for the document itself.
    pub parent: Option<SlotId>,
    /// For figures: what they show, in words.
    pub alternative: Option<String>,
    /// For a word that is divided at the end of a line: the whole word. For added or removed words: the words, and that
    /// they were added or removed.
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

/// The role of a structural place. The roles follow the standard structure types of PDF 1.7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Role {
    Artifact,
    Document,
    Section,
    Division,
    /// 1 to 6. No level is left out below a higher one.
    Heading(u8),
    Paragraph,
    Span,
    /// Words that were added since an earlier version.
    Inserted,
    /// Words that were removed since an earlier version.
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
    /// The rows with the heads of the columns.
    TableHead,
    TableBody,
    TableRow,
    HeaderCell {
        scope: Scope,
        /// The number of columns that it covers.
        columns: usize,
    },
    DataCell,
    Caption,
    Figure,
    Contents,
    ContentsItem,
    /// A link to another place of the document.
    Reference,
    Link,
}

/// What the head in a header cell is for.
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
    /// Labels, headers and footers.
    pub const GREY: Self = Self(0x5f, 0x64, 0x6c);
    /// Prompts where an answer is missing.
    pub const FAINT: Self = Self(0x75, 0x79, 0x80);
    /// Links, citations, references.
    pub const ACCENT: Self = Self(0x1f, 0x4e, 0x79);
    /// Added words. They are also underlined.
    pub const INSERTED: Self = Self(0x0b, 0x5a, 0x33);
    /// Removed words. They are also struck through.
    pub const DELETED: Self = Self(0x99, 0x1b, 0x1b);
    /// Thin lines.
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

/// Glyphs on one baseline, in one face, size and colour.
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
    /// The text of the glyphs. Each glyph refers to a part of it.
    pub text: String,
    /// The text that the glyphs mean, if they show something else: a box means the letter that no face has.
    pub actual: Option<String>,
}

/// One glyph.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// The number of the glyph in the face.
    pub id: u16,
    /// The distance by which the pen moves.
    pub advance: f32,
    /// Offset from the pen.
    pub dx: f32,
    /// Offset from the baseline, upwards.
    pub dy: f32,
    /// Its part of the run's text. Further glyphs of one cluster have none.
    pub text: Range<u32>,
}

/// The target of a link.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// An anchor of this document.
    Anchor(Arc<str>),
    /// An address outside of the document.
    Address(Arc<str>),
}

/// One item of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Draw {
    /// The structural place to which it belongs.
    pub slot: SlotId,
    /// Its shape.
    pub shape: Shape,
}

/// The kinds of shapes.
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
    /// An area with a link.
    Link {
        /// The area.
        area: Rect,
        /// The target.
        target: Target,
        /// A text for people who cannot see it.
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

/// One page: its size and its items. The first item is the one at the back.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Items.
    pub draws: Vec<Draw>,
}
