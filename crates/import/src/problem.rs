//! What could not be read, by file and line. `app` puts it into words.

/// Something that could not be read. The rest of the file was, unless the trouble says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Path of the file.
    pub file: String,
    /// Line in it, from 1; 0 where it concerns the whole file.
    pub line: u32,
    /// What is the matter.
    pub trouble: Trouble,
}

impl Problem {
    /// A problem at a line of a file.
    #[must_use]
    pub fn new(file: impl Into<String>, line: u32, trouble: Trouble) -> Self {
        Self { file: file.into(), line, trouble }
    }
}

/// What is the matter with a file or a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The file is larger than what is read; it was left out.
    TooLarge {
        /// Its bytes.
        bytes: usize,
        /// The bytes that are read at most.
        limit: usize,
    },
    /// The file is named as text and is none; it was left out.
    Binary,
    /// Bytes are not UTF-8. The file was read, and each such byte stands as `U+FFFD`.
    NotUtf8 {
        /// How many places there are.
        places: usize,
    },
    /// Nothing tells the encoding of the file; it was read in the one that fits.
    EncodingGuessed {
        /// Its name.
        encoding: String,
    },
    /// The file of data cannot be read; it was left out.
    Malformed {
        /// What the reader says.
        detail: String,
    },
    /// The file is of a model that is not read: a profile that is not resolved. It was left out.
    OtherModel {
        /// Which model.
        what: String,
    },
    /// The file is of a newer version than is known here; it was read as far as it is known.
    NewerVersion {
        /// The version that it states.
        stated: String,
        /// The newest that is known.
        known: String,
    },
    /// Something is referred to that is not among the files.
    DanglingReference {
        /// What is referred to, as it is written.
        what: String,
    },
    /// Another statement of the file has the same number; both were read.
    SameNumber {
        /// The number.
        number: String,
    },
    /// A question has no answer.
    Unanswered {
        /// Its number.
        question: String,
    },
    /// An answer, or whose part it is, is in words that are not known; its side is a guess.
    UnknownValue {
        /// The words.
        value: String,
    },
    /// The page has more elements than are read; what follows was left out.
    Cut,
    /// The file is in a format that is not read: reStructuredText, a notebook. It was left out.
    OtherFormat {
        /// The ending of its name.
        ending: String,
    },
    /// The front matter has no end; the whole file was read as the page.
    FrontMatterWithoutEnd,
    /// The front matter cannot be read; the page was read without it.
    FrontMatter {
        /// What the reader of YAML or TOML says.
        detail: String,
    },
    /// A file of settings (the navigation) cannot be read; it was left aside.
    Settings {
        /// What the reader of YAML or TOML says.
        detail: String,
    },
    /// Something that was opened is never closed; it was closed at the end of the page.
    NeverClosed {
        /// What was opened, as it is written: `:::`, `{% note %}`.
        what: String,
    },
    /// A file that is included is not among the files.
    IncludeMissing {
        /// What is included, as it is written.
        target: String,
    },
    /// A file includes itself, directly or over others, or the files include each other too deep.
    IncludeTooDeep {
        /// What is included, as it is written.
        target: String,
    },
    /// Only the provider's own site can tell what stands here; it was left out.
    MadeBySite {
        /// What stands there, as it is written: `{{ version }}`, `<Pricing>`.
        what: String,
    },
    /// The file in the archive is only a link to another file; it was left out.
    LinkToFile,
    /// The page is a draft; it was left out.
    Draft,
    /// The page has no words besides its title.
    Empty,
    /// Another page has the same address; both were read.
    SameAddress {
        /// The file of the other page.
        other: String,
        /// The address.
        address: String,
    },
    /// An entry of a list cannot be read, for an unknown field or another fault; it was left out.
    BadEntry {
        /// What the reader says.
        detail: String,
    },
    /// The id is not below that of the provider, or has other signs than `a-z`, `0-9`, `-`; what bears it was left out.
    BadId {
        /// The id.
        id: String,
    },
    /// Something else of the same kind has this id; the second was left out.
    SameId {
        /// The id.
        id: String,
    },
    /// No page that a statement, an action or a document stands on is there; it was left out.
    WithoutPage {
        /// Its id.
        id: String,
    },
    /// None of the statements that an action rests on is there; it was left out.
    WithoutStatement {
        /// Its id.
        id: String,
    },
    /// The address is none that may be followed; it was left out.
    BadAddress {
        /// The address.
        address: String,
    },
    /// The passages of a page are not numbered one after the other from 1; they were numbered anew.
    PassageNumbers,
    /// The file is none of those that a pack has; it was left out.
    NotOfPack,
}
