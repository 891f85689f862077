//! The reasons why a change or a dump is refused, with the data that a sentence about them needs. Other crates put them
//! into words for people. `Display` is a short line for the log of a developer.

use thiserror::Error;
use vurder_model::id::{AttachmentId, CitationId, ProjectId, RowId};

/// The thing that a change is about. It has an identity.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Subject {
    /// A project.
    #[error("project {0}")]
    Project(ProjectId),
    /// A row.
    #[error("row {0}")]
    Row(RowId),
    /// An attachment.
    #[error("attachment {0}")]
    Attachment(AttachmentId),
    /// An imported revision.
    #[error("revision {revision} of {provider}")]
    Revision {
        /// The provider.
        provider: String,
        /// The revision.
        revision: String,
    },
    /// A statement that a person made.
    #[error("statement {0}")]
    Statement(String),
}

/// The thing that gets a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A register.
    Register,
    /// A row with a key.
    RowKey,
    /// A field.
    Field,
    /// The operation of an entry of the log.
    OperationLabel,
    /// A provider.
    Provider,
    /// A revision of a provider's pages.
    Revision,
    /// A page of a provider.
    Page,
    /// A statement, without the name of its provider.
    Statement,
}

impl Named {
    /// The greatest length of such a name.
    fn longest(self) -> usize {
        match self {
            Named::Page => 500,
            Named::RowKey => 200,
            Named::Provider | Named::Revision | Named::Statement => 40,
            Named::Register | Named::Field | Named::OperationLabel => 80,
        }
    }

    /// Refuses a name that is empty or too long. `length` measures it: a change counts bytes, a dump counts characters
    /// as earlier versions did.
    pub(crate) fn check_length(self, name: &str, length: fn(&str) -> usize) -> Result<(), Refusal> {
        let longest = self.longest();
        if name.is_empty() || length(name) > longest {
            return Err(Refusal::Name { of: self, name: name.to_owned(), longest });
        }
        Ok(())
    }

    /// Refuses a name that is not made of `a-z`, `0-9` and `-`, or that is empty or too long.
    pub(crate) fn check_id(self, name: &str) -> Result<(), Refusal> {
        self.check_length(name, str::len)?;
        match name.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')) {
            true => Ok(()),
            false => Err(Refusal::Id { of: self, name: name.to_owned() }),
        }
    }
}

/// Why a record cannot be stored.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The name is empty or too long.
    #[error("name of {of:?}: {name:?} is empty or longer than {longest}")]
    Name {
        /// The thing with this name.
        of: Named,
        /// The name that was given.
        name: String,
        /// The greatest length.
        longest: usize,
    },
    /// The name holds other characters than `a-z`, `0-9` and `-`.
    #[error("name of {of:?}: {name:?} holds other characters than a-z, 0-9 and -")]
    Id {
        /// The thing with this name.
        of: Named,
        /// The name that was given.
        name: String,
    },
    /// Two pages of a revision have the same id.
    #[error("page {0:?}: twice")]
    PageTwice(String),
    /// The name of an attachment is empty or too long.
    #[error("attachment name: empty or longer than {longest} characters")]
    AttachmentNameLength {
        /// The greatest number of characters.
        longest: usize,
    },
    /// The name of an attachment names a folder or holds control characters.
    #[error("attachment name: {0:?}")]
    AttachmentName(String),
    /// The text is not a media type.
    #[error("media type: {0:?}")]
    MediaType(String),
    /// The text is not a SHA-256.
    #[error("SHA-256: {0:?}")]
    Hash(String),
    /// The number of a row is 0.
    #[error("row {0}: number 0")]
    NumberZero(RowId),
    /// A version is changed or removed.
    #[error("version {0}: changed")]
    VersionChanged(u32),
    /// The entry for one version contains another one.
    #[error("version {version}: holds {holds}")]
    OtherVersion {
        /// The version of the entry.
        version: u32,
        /// The version that it contains.
        holds: u32,
    },
    /// Nobody is named as the person who freezes a version, or the name is too long.
    #[error("by whom a version is frozen: empty or longer than {longest} characters")]
    VersionBy {
        /// The greatest number of characters.
        longest: usize,
    },
    /// The note on a version is too long.
    #[error("note on a version: longer than {longest} characters")]
    VersionNote {
        /// The greatest number of characters.
        longest: usize,
    },
    /// A word of the person's own dictionary is empty, too long, or more than one word.
    #[error("own word {word:?}: not one word of at most {longest} characters")]
    OwnWord {
        /// The word.
        word: String,
        /// The greatest number of characters.
        longest: usize,
    },
    /// The change of one attachment contains another one.
    #[error("attachment {attachment}: holds {holds}")]
    OtherAttachment {
        /// The attachment of the change.
        attachment: AttachmentId,
        /// The attachment that it contains.
        holds: AttachmentId,
    },
}

/// Why a dump is not loaded. `record` is the table and the key of a record, as the dump writes them.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DumpFault {
    /// The text is not JSON, or does not have the shape of a dump.
    #[error("{detail}")]
    Json {
        /// The line, counted from 1, at which reading stopped.
        line: usize,
        /// The message of the JSON reader.
        detail: String,
    },
    /// The dump has another format name.
    #[error("format {0:?}")]
    Format(String),
    /// The dump has a version that this program does not read.
    #[error("version {found}, newest known {newest}")]
    Version {
        /// Its version.
        found: u32,
        /// The newest version that this program reads.
        newest: u32,
    },
    /// A record in the dump could not have been stored.
    #[error(transparent)]
    Record(#[from] Refusal),
    /// It holds this number of projects, where exactly one is to be added.
    #[error("{0} projects, not one")]
    NotOneProject(usize),
    /// Two of its projects have the same identity.
    #[error("project {0}: twice")]
    ProjectTwice(ProjectId),
    /// A project does not have the time of its last change.
    #[error("project {0}: no time of change")]
    NoTimeOfChange(ProjectId),
    /// Two rows of a project have the same identity.
    #[error("project {project}, row {row}: twice")]
    RowTwice {
        /// The project.
        project: ProjectId,
        /// The identity.
        row: RowId,
    },
    /// The position of a row is not a number by which rows can be ordered.
    #[error("project {project}, row {row}: position")]
    Position {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
    },
    /// Two rows of a register have the same key.
    #[error("project {project}, register {register:?}: key {key:?} twice")]
    KeyTwice {
        /// The project.
        project: ProjectId,
        /// The register.
        register: String,
        /// The key.
        key: String,
    },
    /// Two citations of a project have the same identity.
    #[error("project {project}, citation {citation}: twice")]
    CitationTwice {
        /// The project.
        project: ProjectId,
        /// The identity.
        citation: CitationId,
    },
    /// An entry of a project's other records occurs twice, does not make a record, or is of a kind that does not belong
    /// there.
    #[error("project {project}: no record: {record}")]
    NotARecord {
        /// The project.
        project: ProjectId,
        /// The record.
        record: String,
    },
    /// The bytes with this hash are not valid base64.
    #[error("bytes {0}: no base64")]
    BytesEncoding(String),
    /// The bytes with this hash are larger than the limit of an attachment.
    #[error("bytes {0}: too large")]
    BytesTooLarge(String),
    /// The bytes have another hash than this one.
    #[error("bytes {0}: other hash")]
    BytesAltered(String),
    /// No attachment has the bytes with this hash, or the dump contains them twice.
    #[error("bytes {0}: unused or twice")]
    BytesUnused(String),
    /// An attachment has bytes with this hash, and the dump does not contain them.
    #[error("bytes {0}: missing")]
    BytesMissing(String),
    /// The operations are not in the order of their numbers.
    #[error("operation {operation}: after {previous}")]
    OperationOrder {
        /// The operation.
        operation: i64,
        /// The operation before it.
        previous: i64,
    },
    /// The identity of this operation is not valid, or another operation has it, too.
    #[error("operation {0}: identity")]
    OperationIdentity(i64),
    /// This operation is done although an earlier operation of its project is undone.
    #[error("operation {0}: done after one that is undone")]
    DoneAfterUndone(i64),
    /// This operation is undone, or undo could take it back, although undo does not reach its kind.
    #[error("operation {0}: cannot be undone")]
    NotUndoable(i64),
    /// The project of this operation is not in the dump.
    #[error("operation {0}: no project")]
    OperationProject(i64),
    /// The operation does not start with the record that the operations before it leave.
    #[error("operation {operation}: does not follow at {record}")]
    OperationMismatch {
        /// The operation.
        operation: i64,
        /// The record.
        record: String,
    },
    /// The log leads to a record that differs from the one in the project.
    #[error("project {project}: log and record differ: {record}")]
    LogDiffers {
        /// The project.
        project: ProjectId,
        /// The record.
        record: String,
    },
    /// Two imported revisions of a provider have the same name or the same pages.
    #[error("provider {provider}, revision {revision}: the same as {there}")]
    RevisionTwice {
        /// The provider.
        provider: String,
        /// The revision.
        revision: String,
        /// The revision before it with the same name or the same pages.
        there: String,
    },
    /// Two statements that people made have the same id.
    #[error("statement {0}: twice")]
    StatementTwice(String),
    /// The person's own dictionary has a word twice, in capitals or small letters.
    #[error("own word {0:?}: twice")]
    WordTwice(String),
    /// The log makes records that the project does not have.
    #[error("project {0}: records of the log are missing")]
    RecordsMissing(ProjectId),
}
