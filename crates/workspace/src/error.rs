//! The errors. Each has a code for programs, the data that a sentence about it needs, and a technical line for
//! developers. The sentences that people read are made elsewhere.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;
use vurder_model::id::{AttachmentId, CitationId, ProjectId, RowId};

use crate::refusal::{DumpFault, Refusal, Subject};

/// The code of Windows for a file that another program uses exclusively, as a whole or in part.
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;

/// The result type of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a workspace could not be opened, read or changed.
///
/// None of these errors loses anything that was acknowledged before. A change that fails is rolled back completely, and
/// a file that is refused is not changed.
#[derive(Debug, Error)]
pub enum Error {
    /// The file or the folder does not exist.
    #[error("{} does not exist", path.display())]
    Missing {
        /// The path.
        path: PathBuf,
    },
    /// A new workspace would overwrite a file.
    #[error("{} exists already", path.display())]
    Exists {
        /// The existing file.
        path: PathBuf,
    },
    /// The file is of another kind.
    #[error("{} is not a workspace", path.display())]
    NotAWorkspace {
        /// The file.
        path: PathBuf,
    },
    /// The file is an SQLite file of another program.
    #[error("{} belongs to another program (application id {application_id:#010x})", path.display())]
    OtherProgram {
        /// The file.
        path: PathBuf,
        /// The application id that the file states.
        application_id: u32,
    },
    /// The workspace is of a newer Vurder.
    #[error(
        "{} was written by a newer Vurder: it has format {found}, this program reads up to format {known}",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The format of the file.
        found: u32,
        /// The newest format that this program knows.
        known: u32,
    },
    /// The file is not as it was written.
    #[error("{} is damaged: {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The damage, and the damaged record if it is known.
        what: String,
        /// The newest backup beside the file, as the next step. It is set if the workspace could not be opened.
        backup: Option<PathBuf>,
    },
    /// The file, or its folder, cannot be written.
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
    /// The file that is to be written is the open workspace, or belongs to it.
    #[error("{} is the open workspace or belongs to it", path.display())]
    OwnFile {
        /// The name that was given.
        path: PathBuf,
    },
    /// The file that is to be written is another workspace, or belongs to one.
    #[error("{} is a workspace or belongs to one", path.display())]
    HoldsWorkspace {
        /// The name that was given.
        path: PathBuf,
    },
    /// The name is that of a folder, a device or a pipe.
    #[error("{} is no file", path.display())]
    NotAFile {
        /// The name that was given.
        path: PathBuf,
    },
    /// The disk is full. The change was not made.
    #[error("there is no room left for {}", path.display())]
    DiskFull {
        /// The file that needed space.
        path: PathBuf,
    },
    /// The system failed to read or write.
    #[error("{}: {detail}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The error message of the system.
        detail: String,
    },
    /// The project does not exist.
    #[error("there is no project \"{0}\"")]
    NoProject(ProjectId),
    /// The project does not have this row.
    #[error("project \"{project}\" has no row \"{row}\"")]
    NoRow {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
    },
    /// The project does not have this citation.
    #[error("project \"{project}\" has no citation \"{citation}\"")]
    NoCitation {
        /// The project.
        project: ProjectId,
        /// The citation.
        citation: CitationId,
    },
    /// The project does not have this attachment.
    #[error("project \"{project}\" has no attachment \"{attachment}\"")]
    NoAttachment {
        /// The project.
        project: ProjectId,
        /// The attachment.
        attachment: AttachmentId,
    },
    /// There is no such imported revision.
    #[error("provider \"{provider}\" has no imported revision \"{revision}\"")]
    NoRevision {
        /// The provider.
        provider: String,
        /// The revision.
        revision: String,
    },
    /// The pages that are to be imported are already there.
    #[error("the pages of provider \"{provider}\" are there already as revision \"{revision}\"")]
    SameState {
        /// The provider.
        provider: String,
        /// The revision that has the same pages.
        revision: String,
    },
    /// The revision cannot be removed, because a project follows it.
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
    /// The statement that a person made cannot be removed, because a citation pins it.
    #[error("statement \"{statement}\": {citations} citations of project \"{title}\" pin it")]
    StatementUsed {
        /// Its id.
        statement: String,
        /// Title of the first project that cites it.
        title: String,
        /// Number of citations in that project.
        citations: usize,
    },
    /// The revision cannot be removed, because people made statements from its passages.
    #[error("revision \"{revision}\" of \"{provider}\": {statements} statements are made from it")]
    MadeFrom {
        /// The provider.
        provider: String,
        /// The revision.
        revision: String,
        /// Number of these statements.
        statements: usize,
    },
    /// The revision cannot be removed, because a citation pins one of its statements or passages.
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
        /// Number of citations in that project that pin the revision.
        citations: usize,
    },
    /// The project does not have this version, or the version does not have this report.
    #[error("project \"{project}\" has no version {version} with this report")]
    NoVersion {
        /// The project.
        project: ProjectId,
        /// The number of the version.
        version: u32,
    },
    /// The file is too large to be attached.
    #[error("\"{name}\" has {size} bytes; an attachment may have {most}")]
    TooLarge {
        /// The name of the file.
        name: String,
        /// Its size in bytes.
        size: usize,
        /// The greatest allowed size in bytes.
        most: usize,
    },
    /// The thing that is to be changed is in the trash. It must be restored first.
    #[error("{0}: in the trash")]
    InTrash(Subject),
    /// The identity is in use.
    #[error("{0}: identity in use")]
    Taken(Subject),
    /// The register already has a row with this key.
    #[error("register \"{register}\" has a row \"{key}\" already: \"{row}\"")]
    KeyTaken {
        /// The register.
        register: String,
        /// The key, of which there can be only one.
        key: String,
        /// The row that has it.
        row: RowId,
    },
    /// The change would store something that this program does not store, such as a name that is too long.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// There is no change of the project left to undo.
    #[error("nothing to undo in project \"{0}\"")]
    NothingToUndo(ProjectId),
    /// There is no change of the project left to redo.
    #[error("nothing to redo in project \"{0}\"")]
    NothingToRedo(ProjectId),
    /// A dump can only be loaded into an empty workspace.
    #[error("{} holds projects already; a dump is loaded into a new workspace", path.display())]
    NotEmpty {
        /// The workspace.
        path: PathBuf,
    },
    /// The file is not a dump, or the dump contradicts itself.
    #[error("dump: {0}")]
    BadDump(#[from] DumpFault),
    /// This crate was called in a way that its rules do not allow.
    #[error("a fault of the program: {0}")]
    Misuse(String),
}

impl Error {
    /// The stable code of the error. Programs compare it; people do not see it.
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

    /// The file, if the error is about a file.
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

    /// The error for a damaged file. The code that opens the file adds its newest backup.
    pub(crate) fn damaged(path: &Path, what: impl Into<String>) -> Error {
        Error::Damaged { path: path.to_owned(), what: what.into(), backup: None }
    }

    /// The same error. If it is about a damaged file, the backup that `find` returns is added.
    pub(crate) fn with_backup(self, find: impl FnOnce(&Path) -> Option<PathBuf>) -> Error {
        match self {
            Error::Damaged { path, what, backup: None } => {
                let backup = find(&path);
                Error::Damaged { path, what, backup }
            }
            other => other,
        }
    }

    /// The error for an error of SQLite.
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
                // The general error code. The statements of this crate are fixed, so the reason is that the file does
                // not fit them.
                ErrorCode::Unknown if failure.extended_code == 1 => Error::damaged(&path, detail),
                _ => Error::Io { path, detail },
            },
            // A table or column that the schema requires is missing or wrong.
            rusqlite::Error::SqlInputError { .. }
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..) => Error::damaged(&path, detail),
            _ => Error::Io { path, detail },
        }
    }

    /// The error for an error of the system about a file.
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
