//! What can go wrong: each with a code that programs match on, the data that a sentence about it needs, and a technical
//! line for developers. The sentences that people read are made elsewhere.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;
use vurder_model::id::{AttachmentId, CitationId, ProjectId, RowId};

use crate::refusal::{DumpFault, Refusal, Subject};

/// What Windows says of a file that another program keeps for itself, as a whole or in part.
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;

/// The result of everything in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a workspace could not be opened, read or changed.
///
/// None of these loses what was acknowledged before: a change that fails is rolled back whole, and a file that is
/// refused is left as it was found.
#[derive(Debug, Error)]
pub enum Error {
    /// There is no file, or no folder, at this path.
    #[error("{} does not exist", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A new workspace would overwrite a file.
    #[error("{} exists already", path.display())]
    Exists {
        /// The file in the way.
        path: PathBuf,
    },
    /// Some other kind of file.
    #[error("{} is not a workspace", path.display())]
    NotAWorkspace {
        /// The file.
        path: PathBuf,
    },
    /// An SQLite file that another program made.
    #[error("{} belongs to another program (application id {application_id:#010x})", path.display())]
    OtherProgram {
        /// The file.
        path: PathBuf,
        /// What the file says of its program.
        application_id: u32,
    },
    /// A workspace of a later Vurder.
    #[error(
        "{} was written by a newer Vurder: it has format {found}, this program reads up to format {known}",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Format of the file.
        found: u32,
        /// Newest format this program knows.
        known: u32,
    },
    /// The file is not as it was written.
    #[error("{} is damaged: {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found, and at which record where that is known.
        what: String,
        /// The newest backup lying beside it, as the next step. Known where the workspace could not be opened.
        backup: Option<PathBuf>,
    },
    /// The file, or the folder it lies in, cannot be written.
    #[error("{} cannot be written{}", path.display(), if *folder { ": its folder is read-only" } else { "" })]
    ReadOnly {
        /// The file.
        path: PathBuf,
        /// Whether the folder is the reason.
        folder: bool,
    },
    /// Another program, or another window of this one, has the file open.
    #[error("{} is open in another program", path.display())]
    Locked {
        /// The file.
        path: PathBuf,
    },
    /// Another program has the file open that is to be replaced.
    #[error("{} is in use by another program", path.display())]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// The file to be written is the open workspace, or belongs to it.
    #[error("{} is the open workspace or belongs to it", path.display())]
    OwnFile {
        /// The name that was given.
        path: PathBuf,
    },
    /// The file to be written is a workspace, or belongs to one.
    #[error("{} is a workspace or belongs to one", path.display())]
    HoldsWorkspace {
        /// The name that was given.
        path: PathBuf,
    },
    /// What has the name is a folder, a device or a pipe.
    #[error("{} is no file", path.display())]
    NotAFile {
        /// The name that was given.
        path: PathBuf,
    },
    /// No room left; the change was not made.
    #[error("there is no room left for {}", path.display())]
    DiskFull {
        /// The file that needed room.
        path: PathBuf,
    },
    /// The system failed to read or write.
    #[error("{}: {detail}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// No such project.
    #[error("there is no project \"{0}\"")]
    NoProject(ProjectId),
    /// No such row in the project.
    #[error("project \"{project}\" has no row \"{row}\"")]
    NoRow {
        /// The project.
        project: ProjectId,
        /// The row looked for.
        row: RowId,
    },
    /// No such citation in the project.
    #[error("project \"{project}\" has no citation \"{citation}\"")]
    NoCitation {
        /// The project.
        project: ProjectId,
        /// The citation looked for.
        citation: CitationId,
    },
    /// No such attachment in the project.
    #[error("project \"{project}\" has no attachment \"{attachment}\"")]
    NoAttachment {
        /// The project.
        project: ProjectId,
        /// The attachment looked for.
        attachment: AttachmentId,
    },
    /// No such imported revision.
    #[error("provider \"{provider}\" has no imported revision \"{revision}\"")]
    NoRevision {
        /// The provider.
        provider: String,
        /// The revision looked for.
        revision: String,
    },
    /// The pages to be imported are there already.
    #[error("the pages of provider \"{provider}\" are there already as revision \"{revision}\"")]
    SameState {
        /// The provider.
        provider: String,
        /// The revision that holds the same pages.
        revision: String,
    },
    /// A revision stays as long as a project reads its provider at it.
    #[error("revision \"{revision}\" of \"{provider}\": project \"{project}\" follows it")]
    Followed {
        /// The provider.
        provider: String,
        /// The revision.
        revision: String,
        /// The first project that follows it.
        project: ProjectId,
        /// Its title.
        title: String,
    },
    /// No statement that a person made has this id.
    #[error("no statement \"{0}\"")]
    NoStatement(String),
    /// A statement that a person made stays as long as a citation pins it.
    #[error("statement \"{statement}\": {citations} citations of project \"{title}\" pin it")]
    StatementUsed {
        /// Its id.
        statement: String,
        /// Title of the first project that cites it.
        title: String,
        /// How many citations of that project.
        citations: usize,
    },
    /// A revision stays as long as there are statements that people made from its passages.
    #[error("revision \"{revision}\" of \"{provider}\": {statements} statements are made from it")]
    MadeFrom {
        /// The provider.
        provider: String,
        /// The revision.
        revision: String,
        /// How many statements.
        statements: usize,
    },
    /// A revision stays as long as a citation pins a statement or passage of it.
    #[error(
        "revision \"{revision}\" of \"{provider}\": {citations} citations of project \"{project}\" pin it"
    )]
    Pinned {
        /// The provider.
        provider: String,
        /// The revision.
        revision: String,
        /// The first project with such citations.
        project: ProjectId,
        /// Its title.
        title: String,
        /// How many of its citations pin the revision.
        citations: usize,
    },
    /// No such version of the project, or no such report in it.
    #[error("project \"{project}\" has no version {version} with this report")]
    NoVersion {
        /// The project.
        project: ProjectId,
        /// The number that was asked for.
        version: u32,
    },
    /// A file is too large to be attached.
    #[error("\"{name}\" has {size} bytes; an attachment may have {most}")]
    TooLarge {
        /// What the file is called.
        name: String,
        /// How many bytes it has.
        size: usize,
        /// How many it may have.
        most: usize,
    },
    /// The thing to change lies in the trash; restore it first.
    #[error("{0}: in the trash")]
    InTrash(Subject),
    /// The identity is in use.
    #[error("{0}: identity in use")]
    Taken(Subject),
    /// The register has a row of this key already.
    #[error("register \"{register}\" has a row \"{key}\" already: \"{row}\"")]
    KeyTaken {
        /// The register.
        register: String,
        /// The key there can be only one of.
        key: String,
        /// The row that bears it.
        row: RowId,
    },
    /// The change would store something that this program does not store: a name that is too long, for example.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// Every change of the project is undone.
    #[error("nothing to undo in project \"{0}\"")]
    NothingToUndo(ProjectId),
    /// No change of the project waits to be done again.
    #[error("nothing to redo in project \"{0}\"")]
    NothingToRedo(ProjectId),
    /// A dump can only be loaded into a workspace that holds nothing.
    #[error("{} holds projects already; a dump is loaded into a new workspace", path.display())]
    NotEmpty {
        /// The workspace.
        path: PathBuf,
    },
    /// The file is no dump, or the dump contradicts itself.
    #[error("dump: {0}")]
    BadDump(#[from] DumpFault),
    /// The program called this crate against its rules.
    #[error("a fault of the program: {0}")]
    Misuse(String),
}

impl Error {
    /// The stable name of the error. Programs match on it; it is not shown to people.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Missing { .. } => "file_missing",
            Error::Exists { .. } => "file_exists",
            Error::NotAWorkspace { .. } => "not_a_workspace",
            Error::OtherProgram { .. } => "other_program",
            Error::Newer { .. } => "newer_workspace",
            Error::Damaged { .. } => "damaged",
            Error::ReadOnly { .. } => "read_only",
            Error::Locked { .. } => "locked",
            Error::InUse { .. } => "in_use",
            Error::OwnFile { .. } => "own_file",
            Error::HoldsWorkspace { .. } => "holds_workspace",
            Error::NotAFile { .. } => "not_a_file",
            Error::DiskFull { .. } => "disk_full",
            Error::Io { .. } => "io",
            Error::NoProject(_) => "no_project",
            Error::NoRow { .. } => "no_row",
            Error::NoCitation { .. } => "no_citation",
            Error::NoAttachment { .. } => "no_attachment",
            Error::NoRevision { .. } => "no_revision",
            Error::SameState { .. } => "same_state",
            Error::Followed { .. } => "followed",
            Error::NoStatement(_) => "no_statement",
            Error::StatementUsed { .. } => "statement_used",
            Error::MadeFrom { .. } => "made_from",
            Error::Pinned { .. } => "pinned",
            Error::NoVersion { .. } => "no_version",
            Error::TooLarge { .. } => "too_large",
            Error::InTrash(_) => "in_trash",
            Error::Taken(_) => "taken",
            Error::KeyTaken { .. } => "key_taken",
            Error::Refused(_) => "refused",
            Error::NothingToUndo(_) => "nothing_to_undo",
            Error::NothingToRedo(_) => "nothing_to_redo",
            Error::NotEmpty { .. } => "not_empty",
            Error::BadDump(_) => "bad_dump",
            Error::Misuse(_) => "internal",
        }
    }

    /// The file the error is about, where it is about a file.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Error::Missing { path }
            | Error::Exists { path }
            | Error::NotAWorkspace { path }
            | Error::OtherProgram { path, .. }
            | Error::Newer { path, .. }
            | Error::Damaged { path, .. }
            | Error::ReadOnly { path, .. }
            | Error::Locked { path }
            | Error::InUse { path }
            | Error::OwnFile { path }
            | Error::HoldsWorkspace { path }
            | Error::NotAFile { path }
            | Error::DiskFull { path }
            | Error::Io { path, .. }
            | Error::NotEmpty { path } => Some(path),
            _ => None,
        }
    }

    /// The newest backup beside a damaged file that could not be opened.
    pub fn backup(&self) -> Option<&Path> {
        match self {
            Error::Damaged { backup, .. } => backup.as_deref(),
            _ => None,
        }
    }

    /// A damaged file. Whoever opens it adds its newest backup.
    pub(crate) fn damaged(path: &Path, what: impl Into<String>) -> Error {
        Error::Damaged { path: path.to_owned(), what: what.into(), backup: None }
    }

    /// The same error; one about a damaged file with the backup that `find` finds for it.
    pub(crate) fn with_backup(self, find: impl FnOnce(&Path) -> Option<PathBuf>) -> Error {
        match self {
            Error::Damaged { path, what, backup: None } => {
                let backup = find(&path);
                Error::Damaged { path, what, backup }
            }
            other => other,
        }
    }

    /// What SQLite says, in our words.
    pub(crate) fn sqlite(path: &Path, error: rusqlite::Error) -> Error {
        let path = path.to_owned();
        let detail = error.to_string();
        match error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::FileLockingProtocolFailed => Error::Locked { path },
                ErrorCode::NotADatabase => Error::NotAWorkspace { path },
                ErrorCode::DatabaseCorrupt => Error::damaged(&path, detail),
                // SQLITE_IOERR_SHORT_READ: the file ends in the middle of a page.
                ErrorCode::SystemIoFailure if failure.extended_code == 522 => {
                    Error::damaged(&path, "it ends in the middle")
                }
                ErrorCode::DiskFull => Error::DiskFull { path },
                ErrorCode::ReadOnly => {
                    // SQLITE_READONLY_DIRECTORY: the journal cannot be made beside the file.
                    Error::ReadOnly { path, folder: failure.extended_code == 1544 }
                }
                ErrorCode::PermissionDenied => Error::ReadOnly { path, folder: false },
                ErrorCode::ConstraintViolation => Error::Misuse(detail),
                // The plain "error": as the statements of this crate are fixed, it is the file that does not fit them.
                ErrorCode::Unknown if failure.extended_code == 1 => Error::damaged(&path, detail),
                _ => Error::Io { path, detail },
            },
            // A table or column that is not there, or does not hold what the schema promises.
            rusqlite::Error::SqlInputError { .. }
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..) => Error::damaged(&path, detail),
            _ => Error::Io { path, detail },
        }
    }

    /// What the system says of a file, in our words.
    pub(crate) fn io(path: &Path, error: &std::io::Error) -> Error {
        use std::io::ErrorKind;
        let path = path.to_owned();
        if cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
        {
            return Error::InUse { path };
        }
        match error.kind() {
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Error::InUse { path },
            ErrorKind::NotFound => Error::Missing { path },
            ErrorKind::AlreadyExists => Error::Exists { path },
            ErrorKind::PermissionDenied => Error::ReadOnly { path, folder: false },
            ErrorKind::ReadOnlyFilesystem => Error::ReadOnly { path, folder: true },
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::DiskFull { path },
            _ => Error::Io { path, detail: error.to_string() },
        }
    }
}
