//! Why nothing at all was read.

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
    /// None of the files is in a format that is read.
    #[error("none of the {count} files is in a format that is read")]
    NothingToRead {
        /// How many files there are.
        count: usize,
    },
    /// The files are not in the format that was given.
    #[error("none of the files is in the format that was given")]
    NotThisFormat,
}
