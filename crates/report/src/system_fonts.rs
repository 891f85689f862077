//! Fonts of this computer, for letters that the bundled fonts do not have: Arabic, Hebrew, Chinese, emoji.
//!
//! They are looked for only if a report has such letters. Text in these fonts may look different on another computer;
//! all other text does not. The choice only depends on the letters and on the fonts, so that one computer always makes
//! the same file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use parley::fontique::Blob;
use skrifa::attribute::Style;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};
use subsetter::GlyphRemapper;

use crate::font_file;
use crate::font_program::Program;

/// The greatest number of fonts of the computer in one report.
pub(crate) const MOST_FACES: usize = 16;
/// The greatest number of fonts that are read completely for one report. Some fonts that name a letter cannot draw it.
const MOST_READ: usize = 24;
/// The greatest number of font files that are examined.
const MOST_FILES: usize = 5000;
/// The greatest depth of folders of fonts.
const DEPTH: usize = 6;
/// Fonts that name every letter and draw none of them.
const PLACEHOLDERS: [&str; 4] = ["lastresort", "last resort", "blank", "notdef"];

/// The fonts of a computer. They are looked for when they are first needed.
#[derive(Debug, Default)]
pub struct SystemFonts {
    folders: Vec<PathBuf>,
    found: OnceLock<Vec<FontCandidate>>,
    /// The last choice, with its letters. While a person writes, the same report is laid out again and again.
    chosen: Mutex<Option<Choice>>,
}

type Choice = (BTreeSet<char>, Vec<Arc<SystemFace>>);

/// A font file that may be used, before it is read completely.
#[derive(Debug)]
struct FontCandidate {
    /// The rank. The smaller it is, the better the font fits running text.
    rank: (bool, bool, u32, u32, usize),
    family: String,
    file: PathBuf,
    index: u32,
    /// Its letters as ranges (first and last letter), in ascending order.
    letters: Vec<(u32, u32)>,
}

/// A font of the computer that was read completely.
#[derive(Debug)]
pub(crate) struct SystemFace {
    /// The family name: "Noto Sans Hebrew".
    pub(crate) family: String,
    /// The name in a PDF.
    pub(crate) name: String,
    pub(crate) bytes: Blob<u8>,
}

impl SystemFonts {
    /// No fonts. Boxes are drawn for letters that the bundled fonts do not have.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// The fonts in some folders and the folders below them.
    #[must_use]
    pub fn in_folders(folders: Vec<PathBuf>) -> Self {
        Self { folders, ..Self::default() }
    }

    /// The fonts in the folders of Windows, macOS and Linux, including those that the person installed.
    #[must_use]
    pub fn of_this_computer() -> Self {
        Self::in_folders(font_folders())
    }

    /// As few fonts as possible that have the letters, the best first. A letter that none of them can draw has no font.
    pub(crate) fn for_letters(&self, letters: &BTreeSet<char>) -> Vec<Arc<SystemFace>> {
        let mut chosen = self.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, faces)) = chosen.as_ref()
            && known == letters
        {
            return faces.clone();
        }
        let faces = choose(self.found.get_or_init(|| look_into(&self.folders)), letters);
        *chosen = Some((letters.clone(), faces.clone()));
        faces
    }
}

/// Takes the font with the most of the remaining letters, until no letters remain or no font has one.
fn choose(found: &[FontCandidate], letters: &BTreeSet<char>) -> Vec<Arc<SystemFace>> {
    let mut left = letters.clone();
    let mut open: Vec<&FontCandidate> = found.iter().collect();
    let mut chosen = Vec::new();
    for _ in 0..MOST_READ {
        let count =
            |found: &FontCandidate| left.iter().filter(|letter| found.promises(**letter)).count();
        // Of several fonts with the most letters, the first is taken, because they are sorted by rank.
        let best = (0..open.len()).rev().max_by_key(|at| count(open[*at]));
        let Some(best) = best.filter(|at| count(open[*at]) > 0) else { break };
        let Some(face) = open.remove(best).read() else { continue };
        let drawn: Vec<char> = left.iter().copied().filter(|letter| face.draws(*letter)).collect();
        if drawn.is_empty() || !face.can_be_cut(&drawn) {
            continue;
        }
        for letter in drawn {
            left.remove(&letter);
        }
        chosen.push(Arc::new(face));
        if left.is_empty() || chosen.len() == MOST_FACES {
            break;
        }
    }
    chosen
}

impl FontCandidate {
    fn of_file(file: &Path, index: u32) -> Option<Self> {
        let outline = font_file::read(file, index, font_file::DESCRIBING)?;
        let font = FontRef::new(&outline).ok()?;
        let family = name(&font, StringId::FAMILY_NAME);
        let lower = family.to_lowercase();
        if PLACEHOLDERS.iter().any(|placeholder| lower.contains(placeholder)) {
            return None;
        }
        let attributes = font.attributes();
        let off = |value: f32, usual: f32| ((value - usual).abs() * 100.0) as u32;
        let rank = (
            attributes.style != Style::Normal,
            lower.contains("mono") || lower.contains("serif"),
            off(attributes.weight.value(), 400.0),
            off(attributes.stretch.ratio(), 1.0),
            family.len(),
        );
        let letters = stretches(font.charmap().mappings().map(|(letter, _)| letter).collect());
        (!letters.is_empty()).then(|| Self { rank, family, file: file.into(), index, letters })
    }

    fn promises(&self, letter: char) -> bool {
        let letter = u32::from(letter);
        let at = self.letters.partition_point(|(_, last)| *last < letter);
        self.letters.get(at).is_some_and(|(first, _)| *first <= letter)
    }

    fn read(&self) -> Option<SystemFace> {
        let bytes = font_file::read(&self.file, self.index, font_file::WHOLE)?;
        let name = name(&FontRef::new(&bytes).ok()?, StringId::POSTSCRIPT_NAME);
        let plain: String =
            name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(60).collect();
        let name = if plain.is_empty() { "SystemFont".to_owned() } else { plain };
        Some(SystemFace { family: self.family.clone(), name, bytes: Blob::from(bytes) })
    }
}

impl SystemFace {
    pub(crate) fn program(&self) -> Program<'_> {
        Program(self.bytes.as_ref())
    }

    /// Whether it has an outline for a letter, and not only a colour glyph.
    fn draws(&self, letter: char) -> bool {
        let program = self.program();
        program.glyph(letter, 1.0).is_some_and(|(glyph, _)| program.has_ink(glyph))
    }

    /// Whether a subset for the PDF can be made. Font files from some programs are not valid.
    fn can_be_cut(&self, letters: &[char]) -> bool {
        let mut glyphs = GlyphRemapper::new();
        for letter in letters {
            if let Some((glyph, _)) = self.program().glyph(*letter, 1.0) {
                glyphs.remap(glyph);
            }
        }
        subsetter::subset(self.bytes.as_ref(), 0, &glyphs).is_ok()
    }
}

fn name(font: &FontRef<'_>, id: StringId) -> String {
    let name = font.localized_strings(id).english_or_first();
    name.map(|name| name.chars().take(100).collect()).unwrap_or_default()
}

/// The ranges of consecutive numbers (first and last number).
fn stretches(mut numbers: Vec<u32>) -> Vec<(u32, u32)> {
    numbers.sort_unstable();
    let mut found: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match found.last_mut() {
            Some((_, last)) if number <= last.saturating_add(1) => *last = number,
            _ => found.push((number, number)),
        }
    }
    found
}

fn look_into(folders: &[PathBuf]) -> Vec<FontCandidate> {
    let mut files = BTreeSet::new();
    for folder in folders {
        list(folder, DEPTH, &mut files);
    }
    let mut found = Vec::new();
    for file in files {
        let faces = 0..font_file::faces(&file).unwrap_or(0);
        found.extend(faces.filter_map(|index| FontCandidate::of_file(&file, index)));
    }
    found.sort_by(|one, other| {
        let key = |found: &FontCandidate| (found.rank, found.file.clone(), found.index);
        key(one).cmp(&key(other))
    });
    found
}

fn list(folder: &Path, depth: usize, files: &mut BTreeSet<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        let is_font = matches!(ending.as_deref(), Some("ttf" | "otf" | "ttc" | "otc"));
        if is_font && files.len() < MOST_FILES {
            files.insert(path);
        } else if depth > 0 && path.is_dir() {
            list(&path, depth - 1, files);
        }
    }
}

#[cfg(windows)]
fn font_folders() -> Vec<PathBuf> {
    let of = |variable: &str, below: &str| {
        std::env::var_os(variable).map(|folder| PathBuf::from(folder).join(below))
    };
    // Fonts go into the second folder if a person installs them without an administrator's rights.
    let folders = [of("WINDIR", "Fonts"), of("LOCALAPPDATA", "Microsoft\\Windows\\Fonts")];
    folders.into_iter().flatten().collect()
}

#[cfg(target_os = "macos")]
fn font_folders() -> Vec<PathBuf> {
    let mut folders = vec![PathBuf::from("/System/Library/Fonts"), "/Library/Fonts".into()];
    folders.extend(std::env::var_os("HOME").map(|home| PathBuf::from(home).join("Library/Fonts")));
    folders
}

#[cfg(not(any(windows, target_os = "macos")))]
fn font_folders() -> Vec<PathBuf> {
    let mut folders = vec![PathBuf::from("/usr/share/fonts"), "/usr/local/share/fonts".into()];
    if let Some(home) = std::env::var_os("HOME").map(PathBuf::from) {
        folders.extend([home.join(".local/share/fonts"), home.join(".fonts")]);
    }
    folders
}
