//! The workspace: one SQLite file that holds all projects, and every change ever made to them.
//!
//! - A change is one call of [`Workspace::transact`]: one transaction and one entry of the log. It is on the disk when
//!   the call returns.
//! - [`Workspace::undo`] and [`Workspace::redo`] go along that log, separately for each project. Nothing is ever
//!   removed from the log, so [`Workspace::history`] can also read what was undone.
//! - Everything that is read was checked against its checksum. A damaged record is refused and never shown. Data that
//!   only serves the records, such as the search index, is made again from them if it is damaged.
//! - Only SQLite opens the file: on POSIX systems, a program that opens and closes a file in another way loses its
//!   locks on it.

mod added_project;
mod attachments;
mod backup;
mod backup_list;
mod backup_plan;
mod backup_point;
mod change;
mod changed;
mod clock;
mod daily;
mod db;
mod deflate;
mod digest;
mod dump;
mod error;
mod files;
mod grouping;
mod header;
mod history;
mod index;
mod integrity;
mod journals;
mod kind;
mod layout;
mod leftovers;
mod load;
mod log;
mod logged;
mod migrate;
mod network_share;
mod newest_backup;
mod notice;
mod numbers;
mod op;
mod open;
mod outside;
mod own_words;
mod pages_read;
mod passage_index;
mod project_dump;
mod read;
mod record;
mod refusal;
mod repair;
mod revisions;
mod rows;
mod schema;
mod search;
mod second_folder;
mod spelling_choice;
mod transact;
mod undo;
mod versions;
mod words;
mod workspace;
mod writer;

pub use attachments::NewAttachment;
pub use backup_list::{BackedUpProject, BackupEntry, BackupPlace, BackupSince};
pub use backup_plan::BackupPlan;
pub use backup_point::BackupPoint;
pub use change::Change;
pub use changed::Changed;
pub use clock::{Clock, Ids, RandomIds, SeededIds, StepClock, SystemClock};
pub use daily::{DailyBackup, DailyOutcome};
pub use dump::{Dump, DumpedBlob, DumpedProject, DumpedRevision, DumpedRow, dump_schema};
pub use error::{Error, Result};
pub use grouping::Pace;
pub use history::Version;
pub use kind::attachment::{Attachment, AttachmentChange, LARGEST_ATTACHMENT};
pub use kind::citation::CitationChange;
pub use kind::number::{FrozenNumber, NumberChange};
pub use kind::operation::{Committed, Operation, OperationHead, OperationState, Scope};
pub use kind::own_statement::{OwnStatement, PinnedPassage};
pub use kind::own_word::OwnWord;
pub use kind::page::PageEntry;
pub use kind::project::ProjectChange;
pub use kind::revision::{RevisionCounts, RevisionEntry, RevisionHead, Stated};
pub use kind::row::{RowChange, RowRecord};
pub use kind::value::{Answer, Step, ValueChange};
pub use kind::version::{
    FrozenReport, LONGEST_VERSION_NAME, LONGEST_VERSION_NOTE, ProjectVersion, VersionChange,
    VersionHead,
};
pub use layout::{APPLICATION_ID, FORMAT};
pub use newest_backup::{newest_backup, restore_newest_backup};
pub use notice::Notice;
pub use op::Op;
pub use outside::belongs_to;
pub use project_dump::{DumpOf, FilesOf};
pub use read::ProjectEntry;
pub use refusal::{DumpFault, Named, Refusal, Subject};
pub use revisions::NewRevision;
pub use rows::{NewRow, RowPosition};
pub use search::{
    Hit, HitTarget, PassageHit, PassageSearch, Search, SnippetPart, StatementIndex, StatementText,
};
pub use spelling_choice::SpellingChoice;
pub use transact::Tx;
pub use versions::{FrozenState, NewReport, NewVersion};
pub use workspace::{OpenOptions, Workspace};
