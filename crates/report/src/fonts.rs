//! The faces of a report. They are bundled, so that a report looks the same on every computer. Fonts of the computer
//! are used only for letters that no bundled face has.

use std::sync::Arc;

use parley::fontique::{
    Blob, Collection, CollectionOptions, FontInfoOverride, FontStyle, FontWeight, SourceCache,
};
use parley::{FontContext, FontData};

use crate::font_program::Program;
use crate::system_fonts::{MOST_FACES, SystemFace};

/// A family of the bundled fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Source Serif 4: running text and headings.
    Serif,
    /// Source Sans 3: tables, labels, headers and footers.
    Sans,
    /// Noto Sans: the only fallback, for letters that the other two do not have.
    Fallback,
}

impl Family {
    /// The name under which the layout engine finds it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Serif => "Source Serif 4",
            Self::Sans => "Source Sans 3",
            Self::Fallback => "Noto Sans",
        }
    }
}

/// One face: a family in one of its four styles, or a font of the computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Face(u8);

/// The weight of bold words. Semibold keeps the grey of a page even.
pub(crate) const BOLD: f32 = 600.0;

struct Bundled {
    family: Family,
    bold: bool,
    italic: bool,
    /// PostScript name in the PDF.
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

    /// The n-th font of the computer in a report.
    const fn system(n: usize) -> Self {
        Self((FACES.len() + n) as u8)
    }

    /// Its number: 0 to 11 for bundled faces, higher numbers for fonts of the computer.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    pub(crate) fn of(font: &FontData) -> Option<Self> {
        let index = font.data.id().checked_sub(BLOB_BASE)?;
        (index < (FACES.len() + MOST_FACES) as u64).then_some(Self(index as u8))
    }

    /// Whether it is a font of the computer.
    pub(crate) fn is_system(self) -> bool {
        self.index() >= FACES.len()
    }

    /// The program of a bundled face. For a font of the computer, it is that of running text in tables, which has the
    /// characters that the layout itself sets: hyphens and boxes.
    pub(crate) fn bundled(self) -> (Self, Program<'static>) {
        let sans = Self::new(Family::Sans, false, false);
        let face = if self.is_system() { sans } else { self };
        (face, Program(FACES[face.index() % FACES.len()].bytes))
    }
}

/// The faces of a report: the bundled ones, and the fonts of the computer that it needs.
#[derive(Debug, Clone, Default)]
pub struct Faces {
    system: Vec<Arc<SystemFace>>,
}

impl Faces {
    /// The bundled faces with fonts of the computer, in the order in which these are tried for missing letters.
    pub(crate) fn with(system: Vec<Arc<SystemFace>>) -> Self {
        Self { system }
    }

    /// Whether these are the same fonts, from the same reading.
    pub(crate) fn same(&self, other: &[Arc<SystemFace>]) -> bool {
        self.system.len() == other.len()
            && self.system.iter().zip(other).all(|(one, other)| Arc::ptr_eq(one, other))
    }

    /// The family names of the fonts of the computer.
    #[must_use]
    pub fn system_families(&self) -> Vec<&str> {
        self.system.iter().map(|face| face.family.as_str()).collect()
    }

    /// The name under which the layout engine finds each font of the computer.
    pub(crate) fn system_keys(&self) -> Vec<String> {
        (0..self.system.len()).map(|n| format!("font of the computer {n}")).collect()
    }

    fn of_system(&self, face: Face) -> Option<&SystemFace> {
        self.system.get(face.index().checked_sub(FACES.len())?).map(|face| &**face)
    }

    /// PostScript name in the PDF.
    pub(crate) fn name(&self, face: Face) -> &str {
        match self.of_system(face) {
            Some(system) => &system.name,
            None => FACES[face.bundled().0.index() % FACES.len()].name,
        }
    }

    /// The bytes of the font file of a face.
    #[must_use]
    pub fn bytes(&self, face: Face) -> &[u8] {
        self.program(face).0
    }

    pub(crate) fn program(&self, face: Face) -> Program<'_> {
        self.of_system(face).map_or_else(|| face.bundled().1, SystemFace::program)
    }
}

/// A font database that has only these faces.
pub(crate) fn font_context(faces: &Faces) -> FontContext {
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
    for (n, (face, key)) in faces.system.iter().zip(faces.system_keys()).enumerate() {
        let (data, _) = face.bytes.clone().into_raw_parts();
        let blob = Blob::from_raw_parts(data, BLOB_BASE + Face::system(n).index() as u64);
        let names = FontInfoOverride {
            family_name: Some(&key),
            width: None,
            style: Some(FontStyle::Normal),
            weight: Some(FontWeight::NORMAL),
            axes: None,
        };
        collection.register_fonts(blob, Some(names));
    }
    FontContext { collection, source_cache: SourceCache::default() }
}
