//! Reads the files that reviewers return: the remarks in a PDF, the comments and changes in a Word document.
//!
//! The crate is pure: it takes bytes, and returns remarks and problems. It reads no disk, no clock and no network, and
//! knows no workspace; `app` keeps the remarks and writes the messages for problems.
//!
//! [`read`] recognises the format by its bytes and reads what it can; what cannot be read is a [`Problem`] beside the
//! remarks. Only a file of which nothing can be used is [`Unreadable`] as a whole. [`Answers`] finds the place of a
//! remark among the answers as they stand now.

mod docx;
mod keys;
pub mod limits;
mod locate;
mod passage;
mod pdf;
mod problem;
mod read;
mod remark;
mod returned_file;
mod unreadable;

pub use locate::{Answers, Placement, reads_the_same};
pub use problem::{MarkKind, Problem};
pub use read::{check_pdf, read};
pub use remark::{ChangedPart, ParagraphChange, RemarkKind, RemarkState, ReturnedRemark};
pub use returned_file::{FileKind, ReportIdentity, ReturnedFile};
pub use unreadable::Unreadable;
