//! The workspace: one SQLite file that holds all projects, and every change ever made to them.
//!
//! - A change is one call of [`Workspace::transact`]: one transaction, one entry of the log, on the disk when it returns.
//! - [`Workspace::undo`] and [`Workspace::redo`] walk along that log, one line for each project; nothing is ever taken
//!   out of it, so [`Workspace::history`] still reads what was undone.
//! - Everything read was checked against its checksum; a damaged record is refused, not shown. What only serves the
//!   records, the search index above all, is made anew from them when it is damaged.
//! - The file is opened by SQLite alone: on POSIX systems, a program that opens and closes a file by other means loses
//!   its locks on it.

mod backup;
mod change;
mod clock;
mod daily;
mod db;
mod dump;
mod error;
mod grouping;
mod history;
mod integrity;
mod load;
mod log;
mod migrate;
mod op;
mod open;
mod outside;
mod read;
mod record;
mod repair;
mod rows;
mod search;
mod store;
mod transact;
mod undo;

pub use change::{
    Answer, Change, Changed, Committed, Operation, OperationHead, OperationState, RowRecord, Scope,
    Step,
};
pub use clock::{Clock, Ids, RandomIds, SeededIds, StepClock, SystemClock};
pub use daily::{DayCopy, Tended};
pub use dump::{Dump, DumpedProject, DumpedRow, dump_schema};
pub use error::{Error, Result};
pub use grouping::Pace;
pub use history::Version;
pub use op::Op;
pub use open::{APPLICATION_ID, FORMAT, OpenOptions, Workspace};
pub use outside::belongs_to;
pub use read::ProjectEntry;
pub use repair::Notice;
pub use rows::{NewRow, Place};
pub use search::{Hit, HitPlace, Piece, Search, StatementIndex, StatementText};
pub use transact::Tx;
