//! The problems of an import, with file and line. `app` puts them into words.

/// Something that could not be read. The rest of the file was read, unless the trouble says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Path of the file.
    pub file: String,
    /// Its line, counted from 1; 0 if it concerns the whole file.
    pub line: u32,
    /// The kind of problem.
    pub trouble: Trouble,
}

impl Problem {
    /// A problem at a line of a file.
    #[must_use]
    pub fn new(file: impl Into<String>, line: u32, trouble: Trouble) -> Self {
        Self { file: file.into(), line, trouble }
    }
}

/// The kinds of problems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The file is larger than the limit. It was left out.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The name of the file is that of a text, but the file is not a text. It was left out.
    Binary,
    /// Some bytes are not UTF-8. The file was read, and each such byte became `U+FFFD`.
    NotUtf8 {
        /// Number of such places.
        places: usize,
    },
    /// The file does not state its encoding. It was read in the encoding that fits.
    EncodingGuessed {
        /// Its name.
        encoding: String,
    },
    /// The data file cannot be read. It was left out.
    Malformed {
        /// The message of the reader.
        detail: String,
    },
    /// The file has a model that is not read, such as a profile that is not resolved. It was left out.
    OtherModel {
        /// The model.
        what: String,
    },
    /// The file has a newer version than this program knows. It was read as far as possible.
    NewerVersion {
        /// The version that it states.
        stated: String,
        /// The newest version that this program knows.
        known: String,
    },
    /// The file refers to something that is not among the files.
    DanglingReference {
        /// The reference, as it is written.
        what: String,
    },
    /// Another statement of the file has the same number. Both were read.
    SameNumber {
        /// The number.
        number: String,
    },
    /// A question has no answer.
    Unanswered {
        /// Its number.
        question: String,
    },
    /// An answer, or who is responsible, is in unknown words. Who has to do with it was guessed.
    UnknownValue {
        /// The words.
        value: String,
    },
    /// Parts within the page's own words were left out: hidden ones, asides, footers.
    LeftOut {
        /// The number of words in them.
        words: usize,
    },
    /// The page has more elements than the limit. The rest of the page was left out.
    Cut,
    /// The file is in a format that is not read, such as reStructuredText or a notebook. It was left out.
    OtherFormat {
        /// The ending of its name.
        ending: String,
    },
    /// The front matter has no end. The whole file was read as the page.
    FrontMatterWithoutEnd,
    /// The front matter cannot be read. The page was read without it.
    FrontMatter {
        /// The message of the YAML or TOML reader.
        detail: String,
    },
    /// A file of settings (the navigation) cannot be read. It was ignored.
    Settings {
        /// The message of the YAML or TOML reader.
        detail: String,
    },
    /// A construct is never closed. It was closed at the end of the page.
    NeverClosed {
        /// The text that opens it, as it is written: `:::`, `{% note %}`.
        what: String,
    },
    /// An included file is not among the files.
    IncludeMissing {
        /// The target, as it is written.
        target: String,
    },
    /// A file includes itself, directly or through other files, or the includes are too deep.
    IncludeTooDeep {
        /// The target, as it is written.
        target: String,
    },
    /// Only the provider's own site can generate what stands here. It was left out.
    MadeBySite {
        /// The text of the page, as it is written: `{{ version }}`, `<Pricing>`.
        what: String,
    },
    /// The file in the archive is only a link to another file. It was left out.
    LinkToFile,
    /// The page is a draft. It was left out.
    Draft,
    /// The page has only a title.
    Empty,
    /// Another page has the same address. Both were read.
    SameAddress {
        /// The file of the other page.
        other: String,
        /// The address.
        address: String,
    },
    /// An entry of a list cannot be read, because of an unknown field or another mistake. It was left out.
    BadEntry {
        /// The message of the reader.
        detail: String,
    },
    /// The id is not below the id of the provider, or has other characters than `a-z`, `0-9`, `-`. What has the id was
    /// left out.
    BadId {
        /// The id.
        id: String,
    },
    /// Something else of the same kind has this id. The second one was left out.
    SameId {
        /// The id.
        id: String,
    },
    /// No page of a statement, an action or a document exists. It was left out.
    WithoutPage {
        /// Its id.
        id: String,
    },
    /// No statement on which an action rests exists. The action was left out.
    WithoutStatement {
        /// Its id.
        id: String,
    },
    /// The address is not safe to follow. It was left out.
    BadAddress {
        /// The address.
        address: String,
    },
    /// The passages of a page are not numbered in order from 1. They were numbered anew.
    PassageNumbers,
    /// The file does not belong to a pack. It was left out.
    NotOfPack,
}
