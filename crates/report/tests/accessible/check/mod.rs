//! The project's own checker of accessible PDF: walks a file as written and tells what is against PDF/UA-1, or against
//! what PDF/A-3a asks beside it. It shares no code with the writer.

mod catalog;
mod content;
mod elements;
mod fonts;
mod metadata;
mod reading;
mod structure;

pub use reading::File;
pub use structure::{Element, Kid};

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The file is no PDF that can be read.
    Unreadable,
    /// It does not say that it is tagged.
    NotMarked,
    /// It has no language.
    NoLanguage,
    /// A viewer would show the file's name, not its title.
    TitleNotShown,
    /// It has no structure tree.
    NoStructure,
    /// The tab order of a page does not follow the structure.
    TabOrder,
    /// Something is painted outside all marked content.
    Untagged,
    /// The foot of a page does not say that it is one, so that it is read out on each page.
    RunningFoot,
    /// Marked sequences stand in one another, or do not end where they should.
    Nesting,
    /// A sequence has another tag than its element.
    OtherTag,
    /// A sequence or annotation has no element.
    NoElement,
    /// Parent tree and structure tree tell different things.
    ParentTree,
    /// A sequence has several elements.
    ContentTwice,
    /// An element holds a sequence that is on no page.
    NoContent,
    /// A structure type that the standard does not have.
    UnknownType,
    /// An element names another parent than the one that holds it.
    OtherParent,
    /// An element stands where its type may not.
    Misplaced,
    /// A heading skips a level, or there is none.
    HeadingGap,
    /// Rows of a table have different numbers of cells.
    IrregularTable,
    /// A header cell does not say whose head it is.
    NoScope,
    /// A figure has no words.
    NoAlternative,
    /// A figure does not say where it is.
    NoBounds,
    /// A note has no identity, or the same as another.
    NoteIdentity,
    /// A link has no words for those who don't see it.
    NoLinkWords,
    /// A link leads to a name that the file does not have.
    NoDestination,
    /// A font is not in the file.
    NotEmbedded,
    /// A glyph does not say which letters it stands for.
    NoUnicode,
    /// A glyph is used that stands for no letter at all.
    NoGlyph,
    /// A font's widths differ from those that the file states.
    Widths,
    /// There is no metadata, or it does not claim PDF/UA.
    NoMetadata,
    /// The metadata says other than the information dictionary.
    OtherMetadata,
    /// The file has no colours to be read by.
    NoOutputIntent,
    /// A file within the file is not described.
    Attachment,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub reason: Reason,
    pub detail: String,
}

/// Collects what is wrong.
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

/// Everything that is wrong with a file; empty for one that is right.
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
            }
        }
    }
    found.0
}

/// Panics with all that is wrong with a file.
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
