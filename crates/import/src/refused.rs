//! The reasons why nothing was read.

use crate::problem::Problem;

/// Nothing was read. The English words are for logs; `app` has its own for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There are more files than the limit.
    #[error("there are {count} files, and at most {limit} are read")]
    TooManyFiles {
        /// The number of files.
        count: usize,
        /// The limit.
        limit: usize,
    },
    /// There are more bytes than the limit.
    #[error("the files have {bytes} bytes, and at most {limit} are read")]
    TooManyBytes {
        /// The number of bytes.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// There are more pieces than the limit: headings, passages, marked words, links.
    #[error("the pages have more than {limit} headings, passages, marked words and links")]
    TooManyPieces {
        /// The limit.
        limit: usize,
    },
    /// None of the files has a format that is read.
    #[error("none of the {count} files is in a format that is read")]
    NothingToRead {
        /// The number of files.
        count: usize,
    },
    /// The files do not have the given format.
    #[error("none of the files is in the format that was given")]
    NotThisFormat,
    /// The file is not a zip archive, or is damaged.
    #[error("the archive cannot be read: {path}: {detail}")]
    Archive {
        /// The file in the archive that cannot be read; empty if the archive as a whole cannot be read.
        path: String,
        /// The message of the archive reader.
        detail: String,
    },
    /// A file in the archive has a password.
    #[error("{path} is under a password")]
    Encrypted {
        /// Its path.
        path: String,
    },
    /// A file in the archive has a path that leads out of the archive.
    #[error("{path} leads out of the archive")]
    Outside {
        /// Its path, as it is written.
        path: String,
    },
    /// A file in the archive has a compression method that is not read.
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
        /// The greatest factor by which a file may grow.
        times: usize,
    },
    /// A newer Vurder made the pack, with a version of the format that this program does not know.
    #[error(
        "the pack was made by a newer Vurder: it is of version {stated}, and at most {known} is read"
    )]
    NewerPack {
        /// The version that it states.
        stated: u64,
        /// The newest version that this program knows.
        known: u32,
    },
    /// The head file of the pack cannot be read, so that nobody knows whose pack it is.
    #[error("the head of the pack cannot be read: {path}:{line}: {detail}")]
    PackHead {
        /// Its file.
        path: String,
        /// The line in it, counted from 1; 0 if it concerns the whole file.
        line: u32,
        /// The message of the JSON reader.
        detail: String,
    },
    /// The head file of the pack has an invalid id for its provider or a revision.
    #[error("{path}: {name:?} is no name: 1 to 60 of a-z, 0-9 and \"-\"")]
    PackName {
        /// Its file.
        path: String,
        /// The invalid id.
        name: String,
    },
    /// No page of the pack can be read.
    #[error("of the pack no page can be read ({} problems)", problems.len())]
    PackWithoutPage {
        /// The problems of its files.
        problems: Vec<Problem>,
    },
}
