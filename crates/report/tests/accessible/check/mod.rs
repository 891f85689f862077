//! The project's own checker of accessible PDF. It reads a file and reports what violates PDF/UA-1, or what PDF/A-3a
//! requires besides. It shares no code with the writer.

mod catalog;
mod content;
mod elements;
mod fonts;
mod languages;
mod metadata;
mod reading;
mod structure;

pub use reading::File;
pub use structure::{Element, Kid};

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The file is not a readable PDF.
    Unreadable,
    /// The file is not marked as tagged.
    NotMarked,
    /// It has no language.
    NoLanguage,
    /// Words are in another language than their element says.
    OtherLanguage,
    /// A viewer would show the file's name, not its title.
    TitleNotShown,
    /// It has no structure tree.
    NoStructure,
    /// The tab order of a page does not follow the structure.
    TabOrder,
    /// Something is painted outside all marked content.
    Untagged,
    /// The foot of a page is not marked as one, so a screen reader would read it on each page.
    RunningFoot,
    /// Marked sequences are nested, or do not end where they should.
    Nesting,
    /// The tag of a sequence differs from that of its element.
    OtherTag,
    /// A sequence or annotation has no element.
    NoElement,
    /// The parent tree and the structure tree differ.
    ParentTree,
    /// Several elements hold the same sequence.
    ContentTwice,
    /// An element holds a sequence that is on no page.
    NoContent,
    /// The standard does not have this structure type.
    UnknownType,
    /// An element names a parent that does not hold it.
    OtherParent,
    /// An element stands where its type is not allowed.
    Misplaced,
    /// A heading skips a level, or there is no heading.
    HeadingGap,
    /// Rows of a table have different numbers of cells.
    IrregularTable,
    /// A header cell does not say which cells it heads.
    NoScope,
    /// A figure has no alternative text.
    NoAlternative,
    /// A figure has no bounding box.
    NoBounds,
    /// A note has no id, or the id of another note.
    NoteIdentity,
    /// A link has no alternative words.
    NoLinkWords,
    /// A link leads to a name that the file does not have.
    NoDestination,
    /// A font is not in the file.
    NotEmbedded,
    /// A glyph does not say which letters it stands for.
    NoUnicode,
    /// A glyph is used that stands for no letter.
    NoGlyph,
    /// The widths of a font differ from those in the file.
    Widths,
    /// The metadata is missing, or does not claim PDF/UA.
    NoMetadata,
    /// The metadata and the information dictionary differ.
    OtherMetadata,
    /// The file has no output intent for its colours.
    NoOutputIntent,
    /// An attached file has no description.
    Attachment,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub reason: Reason,
    pub detail: String,
}

/// Collects the problems.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    fn add(&mut self, reason: Reason, detail: impl Into<String>) {
        self.0.push(Problem { reason, detail: detail.into() });
    }

    fn unless(&mut self, right: bool, reason: Reason, detail: &str) {
        if !right {
            self.add(reason, detail);
        }
    }
}

/// All problems of a file; empty for a good file.
pub fn problems(bytes: &[u8]) -> Vec<Problem> {
    let mut found = Problems::default();
    match File::read(bytes) {
        Err(why) => found.add(Reason::Unreadable, why),
        Ok(file) => {
            catalog::check(&file, &mut found);
            metadata::check(&file, &mut found);
            let pages = content::read(&file, &mut found);
            fonts::check(&file, &pages, &mut found);
            if let Some(tree) = structure::read(&file, &mut found) {
                structure::check(&file, &tree, &pages, &mut found);
                elements::check(&tree, &mut found);
                languages::check(&file, &tree, &pages, &mut found);
            }
        }
    }
    found.0
}

/// Panics with all problems of a file, if there are some.
pub fn assert_accessible(what: &str, bytes: &[u8]) {
    let found = problems(bytes);
    let first: Vec<String> =
        found.iter().take(20).map(|p| format!("{:?}: {}", p.reason, p.detail)).collect();
    assert!(found.is_empty(), "{what}: {} problems\n{}", found.len(), first.join("\n"));
}

/// The structure of a file that has one.
pub fn structure_of(bytes: &[u8]) -> Element {
    let file = File::read(bytes).expect("a file");
    structure::read(&file, &mut Problems::default()).expect("a structure")
}

/// The metadata of a file.
pub fn packet(bytes: &[u8]) -> String {
    let file = File::read(bytes).expect("a file");
    String::from_utf8(file.stream(file.catalog(), "Metadata").expect("metadata")).expect("UTF-8")
}
