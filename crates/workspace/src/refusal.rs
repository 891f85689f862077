//! Why a change or a dump is refused: reasons with the data that a sentence about them needs. Whoever shows them to
//! people puts them into words; `Display` is a short line for the log of a developer.

use thiserror::Error;
use vurder_model::id::{AttachmentId, CitationId, ProjectId, RowId};

/// What a change is about: something that has an identity.
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

/// What a name is given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A register.
    Register,
    /// A row that bears a key.
    RowKey,
    /// A field.
    Field,
    /// What an operation of the log did.
    OperationLabel,
    /// A provider.
    Provider,
    /// A revision of a provider's pages.
    Revision,
    /// A page of a provider.
    Page,
    /// A statement, without the provider's name before it.
    Statement,
}

impl Named {
    /// How long such a name may be.
    fn longest(self) -> usize {
        match self {
            Named::Page => 500,
            Named::RowKey => 200,
            Named::Provider | Named::Revision | Named::Statement => 40,
            Named::Register | Named::Field | Named::OperationLabel => 80,
        }
    }

    /// Refuses a name that is empty or too long as `length` counts it. A change counts bytes; a dump counts characters,
    /// since earlier versions did so.
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
        /// What should bear it.
        of: Named,
        /// The name that was given.
        name: String,
        /// How long it may be.
        longest: usize,
    },
    /// The name holds other characters than `a-z`, `0-9` and `-`.
    #[error("name of {of:?}: {name:?} holds other characters than a-z, 0-9 and -")]
    Id {
        /// What should bear it.
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
        /// How many characters it may have.
        longest: usize,
    },
    /// The name of an attachment names a folder or holds control characters.
    #[error("attachment name: {0:?}")]
    AttachmentName(String),
    /// This is no media type.
    #[error("media type: {0:?}")]
    MediaType(String),
    /// This is no SHA-256.
    #[error("SHA-256: {0:?}")]
    Hash(String),
    /// The number of a row is 0.
    #[error("row {0}: number 0")]
    NumberZero(RowId),
    /// A version is changed or taken away.
    #[error("version {0}: changed")]
    VersionChanged(u32),
    /// The entry of one version holds another one.
    #[error("version {version}: holds {holds}")]
    OtherVersion {
        /// The version that the entry is about.
        version: u32,
        /// The version that stands in it.
        holds: u32,
    },
    /// Nobody is named who freezes a version, or the name is too long.
    #[error("by whom a version is frozen: empty or longer than {longest} characters")]
    VersionBy {
        /// How many characters the name may have.
        longest: usize,
    },
    /// The note on a version is too long.
    #[error("note on a version: longer than {longest} characters")]
    VersionNote {
        /// How many characters it may have.
        longest: usize,
    },
    /// A word of the person's own dictionary is empty, too long, or more than one word.
    #[error("own word {word:?}: not one word of at most {longest} characters")]
    OwnWord {
        /// The word.
        word: String,
        /// How many characters it may have.
        longest: usize,
    },
    /// A change of one attachment holds another one.
    #[error("attachment {attachment}: holds {holds}")]
    OtherAttachment {
        /// The attachment that the change is about.
        attachment: AttachmentId,
        /// The attachment that stands in it.
        holds: AttachmentId,
    },
}

/// Why a dump is not loaded. `record` is the table and the key of a record as the dump writes them.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DumpFault {
    /// It is no JSON of the shape of a dump.
    #[error("{detail}")]
    Json {
        /// The line, counted from 1, up to which it could be read.
        line: usize,
        /// What the reader of JSON says.
        detail: String,
    },
    /// It calls itself something else.
    #[error("format {0:?}")]
    Format(String),
    /// Its shape is of a version that this program does not read.
    #[error("version {found}, newest known {newest}")]
    Version {
        /// Its version.
        found: u32,
        /// The newest version that this program reads.
        newest: u32,
    },
    /// A record in it could not have been stored.
    #[error(transparent)]
    Record(#[from] Refusal),
    /// Two of its projects have the same identity.
    #[error("project {0}: twice")]
    ProjectTwice(ProjectId),
    /// A project does not say when it changed last.
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
    /// The position of a row is no number that rows can be ordered by.
    #[error("project {project}, row {row}: position")]
    Position {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
    },
    /// Two rows of a register bear the same key.
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
    /// An entry of a project's other records stands there twice, makes nothing, or is of another kind.
    #[error("project {project}: no record: {record}")]
    NotARecord {
        /// The project.
        project: ProjectId,
        /// The record.
        record: String,
    },
    /// The bytes of this hash are no base64.
    #[error("bytes {0}: no base64")]
    BytesEncoding(String),
    /// There are more bytes of this hash than an attachment may have.
    #[error("bytes {0}: too large")]
    BytesTooLarge(String),
    /// The bytes have another hash than this one.
    #[error("bytes {0}: other hash")]
    BytesAltered(String),
    /// No attachment has the bytes of this hash, or they stand in the dump twice.
    #[error("bytes {0}: unused or twice")]
    BytesUnused(String),
    /// An attachment has bytes of this hash, and they are not in the dump.
    #[error("bytes {0}: missing")]
    BytesMissing(String),
    /// The operations are not in the order of their numbers.
    #[error("operation {operation}: after {previous}")]
    OperationOrder {
        /// The operation.
        operation: i64,
        /// The one that stands before it.
        previous: i64,
    },
    /// The identity of this operation is malformed, or another operation has it.
    #[error("operation {0}: identity")]
    OperationIdentity(i64),
    /// This operation is done though an earlier one of its project is undone.
    #[error("operation {0}: done after one that is undone")]
    DoneAfterUndone(i64),
    /// This operation is undone or could be, and undo does not reach its kind.
    #[error("operation {0}: cannot be undone")]
    NotUndoable(i64),
    /// The project of this operation is not in the dump.
    #[error("operation {0}: no project")]
    OperationProject(i64),
    /// The operation does not begin with the record as the operations before it leave it.
    #[error("operation {operation}: does not follow at {record}")]
    OperationMismatch {
        /// The operation.
        operation: i64,
        /// The record.
        record: String,
    },
    /// The log leads to another state of a record than the one in the project.
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
    /// The person's own dictionary has a word twice, in letters of any case.
    #[error("own word {0:?}: twice")]
    WordTwice(String),
    /// The log makes records that the project does not have.
    #[error("project {0}: records of the log are missing")]
    RecordsMissing(ProjectId),
}
