//! The reasons why a file could not be read.

/// The reason why a file could not be read. The messages here are for logs; `app` has its own messages for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The file is neither a PDF nor a Word document.
    #[error("{name} is neither a PDF nor a Word document")]
    OtherFormat {
        /// The file's name.
        name: String,
    },
    /// The file has no bytes.
    #[error("{name} is empty")]
    Empty {
        /// The file's name.
        name: String,
    },
    /// The end of the file is missing.
    #[error("the end of {name} is missing")]
    Truncated {
        /// The file's name.
        name: String,
    },
    /// The table of a PDF's objects is broken, and a search finds no pages.
    #[error("the cross-reference table of {name} is broken: {detail}")]
    BrokenCrossReference {
        /// The file's name.
        name: String,
        /// The technical message of the reader.
        detail: String,
    },
    /// The file is damaged in another way.
    #[error("{name} is damaged: {detail}")]
    Damaged {
        /// The file's name.
        name: String,
        /// The technical message of the reader.
        detail: String,
    },
    /// The file opens only with a password.
    #[error("{name} needs a password")]
    PasswordNeeded {
        /// The file's name.
        name: String,
    },
    /// The password that was given does not open the file.
    #[error("the password does not open {name}")]
    WrongPassword {
        /// The file's name.
        name: String,
    },
    /// The file is encrypted in a way that the program cannot read.
    #[error("{name} is encrypted in a way that is not read")]
    Encryption {
        /// The file's name.
        name: String,
    },
    /// The file has more bytes than the limit.
    #[error("{name} has {bytes} bytes, and at most {limit} are read")]
    TooLarge {
        /// The file's name.
        name: String,
        /// The size of the file in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// Something in the file becomes too large when it is unpacked.
    #[error("{part} of {name} becomes too large when it is unpacked")]
    Bomb {
        /// The file's name.
        name: String,
        /// What becomes too large: a part of a Word document, or the objects of a PDF.
        part: String,
    },
    /// The objects of a PDF are packed in a way that no usual program writes, and whose size is not known beforehand.
    #[error("the objects of {name} are packed in a way that is not read")]
    Packed {
        /// The file's name.
        name: String,
    },
    /// A part of a Word document declares entities, which could bring in other files.
    #[error("{part} of {name} declares a document type")]
    ExternalEntity {
        /// The file's name.
        name: String,
        /// The part's name.
        part: String,
    },
    /// A part of the file has a path that leads out of it.
    #[error("{name} has a part whose path leads out of it: {part}")]
    Outside {
        /// The file's name.
        name: String,
        /// The path, as it is written.
        part: String,
    },
    /// The file holds more remarks than the limit.
    #[error("{name} has more than {limit} remarks")]
    TooManyRemarks {
        /// The file's name.
        name: String,
        /// The limit.
        limit: usize,
    },
}
