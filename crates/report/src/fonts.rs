//! The bundled faces. The program never uses system fonts, so that a report looks the same on every computer.

use std::sync::Arc;

use parley::fontique::{
    Blob, Collection, CollectionOptions, FontInfoOverride, FontStyle, FontWeight, SourceCache,
};
use parley::{FontContext, FontData};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::outline::Step;

/// A family of the bundled fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Source Serif 4: running text and headings.
    Serif,
    /// Source Sans 3: tables, labels, furniture.
    Sans,
    /// Noto Sans: the one fallback, for letters the other two lack.
    Fallback,
}

impl Family {
    /// The name under which the layout engine knows it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Serif => "Source Serif 4",
            Self::Sans => "Source Sans 3",
            Self::Fallback => "Noto Sans",
        }
    }
}

/// One face: a family in one of its four styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Face(u8);

/// The weight that bold words have; semibold keeps the grey of a page even.
pub(crate) const BOLD: f32 = 600.0;

struct Bundled {
    family: Family,
    bold: bool,
    italic: bool,
    /// PostScript name, as it goes into the PDF.
    name: &'static str,
    bytes: &'static [u8],
}

macro_rules! bundled {
    ($family:ident, $bold:literal, $italic:literal, $name:literal) => {
        Bundled {
            family: Family::$family,
            bold: $bold,
            italic: $italic,
            name: $name,
            bytes: include_bytes!(concat!("../../../content/fonts/", $name, ".ttf")),
        }
    };
}

static FACES: [Bundled; 12] = [
    bundled!(Serif, false, false, "SourceSerif4-Regular"),
    bundled!(Serif, false, true, "SourceSerif4-Italic"),
    bundled!(Serif, true, false, "SourceSerif4-SemiBold"),
    bundled!(Serif, true, true, "SourceSerif4-SemiBoldItalic"),
    bundled!(Sans, false, false, "SourceSans3-Regular"),
    bundled!(Sans, false, true, "SourceSans3-Italic"),
    bundled!(Sans, true, false, "SourceSans3-SemiBold"),
    bundled!(Sans, true, true, "SourceSans3-SemiBoldItalic"),
    bundled!(Fallback, false, false, "NotoSans-Regular"),
    bundled!(Fallback, false, true, "NotoSans-Italic"),
    bundled!(Fallback, true, false, "NotoSans-SemiBold"),
    bundled!(Fallback, true, true, "NotoSans-SemiBoldItalic"),
];

/// The id of the first face's blob. [`Face::of`] finds the face of a shaped run by the id of its blob.
const BLOB_BASE: u64 = 0x5655_5244_0000;

impl Face {
    /// The face of a family in a style.
    #[must_use]
    pub const fn new(family: Family, bold: bool, italic: bool) -> Self {
        let base = match family {
            Family::Serif => 0,
            Family::Sans => 4,
            Family::Fallback => 8,
        };
        Self(base + (bold as u8) * 2 + italic as u8)
    }

    fn data(self) -> &'static Bundled {
        &FACES[usize::from(self.0) % FACES.len()]
    }

    /// Its number, 0 to 11.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// PostScript name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.data().name
    }

    /// The whole font program.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        self.data().bytes
    }

    pub(crate) fn of(font: &FontData) -> Option<Self> {
        let index = font.data.id().checked_sub(BLOB_BASE)?;
        (index < FACES.len() as u64).then_some(Self(index as u8))
    }

    /// The outline of a glyph in points for a type size, y down, its origin at (`x`, `y`).
    pub(crate) fn outline(self, glyph: u16, size: f32, x: f32, y: f32) -> Vec<Step> {
        let mut pen = Pen { steps: Vec::new(), x, y, at: (0.0, 0.0) };
        if let Ok(font) = FontRef::new(self.bytes())
            && let Some(outline) = font.outline_glyphs().get(GlyphId::from(glyph))
        {
            let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
            // A glyph that cannot be drawn is left out of a picture; the text itself stands.
            let _ = outline.draw(settings, &mut pen);
        }
        pen.steps
    }

    /// Glyph and advance (for a type size) of a character; `None` when the face lacks it.
    pub(crate) fn glyph(self, character: char, size: f32) -> Option<(u16, f32)> {
        let font = FontRef::new(self.bytes()).ok()?;
        let id = font.charmap().map(character)?;
        let advance =
            font.glyph_metrics(Size::new(size), LocationRef::default()).advance_width(id)?;
        Some((u16::try_from(id.to_u32()).ok()?, advance))
    }
}

struct Pen {
    steps: Vec<Step>,
    x: f32,
    y: f32,
    at: (f32, f32),
}

impl Pen {
    fn map(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x, self.y - y)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = (x, y);
        let (x, y) = self.map(x, y);
        self.steps.push(Step::Move(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.at = (x, y);
        let (x, y) = self.map(x, y);
        self.steps.push(Step::Line(x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (ax, ay) = self.at;
        let third = 2.0 / 3.0;
        self.curve_to(
            ax + (cx - ax) * third,
            ay + (cy - ay) * third,
            x + (cx - x) * third,
            y + (cy - y) * third,
            x,
            y,
        );
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.at = (x, y);
        let (ax, ay) = self.map(ax, ay);
        let (bx, by) = self.map(bx, by);
        let (x, y) = self.map(x, y);
        self.steps.push(Step::Curve(ax, ay, bx, by, x, y));
    }

    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}

/// A font database with the bundled faces and nothing else.
pub(crate) fn font_context() -> FontContext {
    let options = CollectionOptions { shared: false, system_fonts: false };
    let mut collection = Collection::new(options);
    for (index, face) in FACES.iter().enumerate() {
        let blob = Blob::from_raw_parts(Arc::new(face.bytes), BLOB_BASE + index as u64);
        let names = FontInfoOverride {
            family_name: Some(face.family.name()),
            width: None,
            style: Some(if face.italic { FontStyle::Italic } else { FontStyle::Normal }),
            weight: Some(if face.bold { FontWeight::new(BOLD) } else { FontWeight::NORMAL }),
            axes: None,
        };
        collection.register_fonts(blob, Some(names));
    }
    FontContext { collection, source_cache: SourceCache::default() }
}
