//! Why nothing at all was read.

use crate::problem::Problem;

/// Nothing was read. The words are for logs; `app` has its own for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// More files than are read.
    #[error("there are {count} files, and at most {limit} are read")]
    TooManyFiles {
        /// How many there are.
        count: usize,
        /// How many are read at most.
        limit: usize,
    },
    /// More bytes than are read.
    #[error("the files have {bytes} bytes, and at most {limit} are read")]
    TooManyBytes {
        /// How many there are.
        bytes: usize,
        /// How many are read at most.
        limit: usize,
    },
    /// More pieces than are read: headings, passages, marked words, links.
    #[error("the pages have more than {limit} headings, passages, marked words and links")]
    TooManyPieces {
        /// How many are read at most.
        limit: usize,
    },
    /// None of the files is in a format that is read.
    #[error("none of the {count} files is in a format that is read")]
    NothingToRead {
        /// How many files there are.
        count: usize,
    },
    /// The files are not in the format that was given.
    #[error("none of the files is in the format that was given")]
    NotThisFormat,
    /// It is no zip archive, or a damaged one.
    #[error("the archive cannot be read: {path}: {detail}")]
    Archive {
        /// The file in it that cannot be read; empty where it is the archive as a whole.
        path: String,
        /// What the reader of archives says.
        detail: String,
    },
    /// A file in the archive is under a password.
    #[error("{path} is under a password")]
    Encrypted {
        /// Its path.
        path: String,
    },
    /// A file in the archive has a path that leads out of it.
    #[error("{path} leads out of the archive")]
    Outside {
        /// Its path, as it is written.
        path: String,
    },
    /// A file in the archive is compressed in a way that is not read.
    #[error("{path} is compressed in a way that is not read")]
    Compression {
        /// Its path.
        path: String,
    },
    /// A file in the archive becomes far too large when it is unpacked.
    #[error("{path} becomes more than {times} times as large when it is unpacked")]
    Bomb {
        /// Its path.
        path: String,
        /// How many times larger a file may become.
        times: usize,
    },
    /// The pack was made by a newer Vurder, in a version of the format that is not known here.
    #[error(
        "the pack was made by a newer Vurder: it is of version {stated}, and at most {known} is read"
    )]
    NewerPack {
        /// The version that it states.
        stated: u64,
        /// The newest that is known.
        known: u32,
    },
    /// The head of the pack cannot be read, so nobody knows whose pack it is.
    #[error("the head of the pack cannot be read: {path}:{line}: {detail}")]
    PackHead {
        /// Its file.
        path: String,
        /// Line in it, from 1; 0 where it concerns the whole file.
        line: u32,
        /// What the reader of JSON says.
        detail: String,
    },
    /// The head of the pack names its provider or a revision by what is no name.
    #[error("{path}: {name:?} is no name: 1 to 60 of a-z, 0-9 and \"-\"")]
    PackName {
        /// Its file.
        path: String,
        /// What stands in place of a name.
        name: String,
    },
    /// Of the pack no page can be read.
    #[error("of the pack no page can be read ({} problems)", problems.len())]
    PackWithoutPage {
        /// What is the matter with its files.
        problems: Vec<Problem>,
    },
}
