//! Reads the files that reviewers return: the remarks in a PDF, the comments and changes in a Word document.
//!
//! The crate is pure: it takes bytes, and returns remarks and problems. It reads no disk, no clock and no network, and
//! knows no workspace; `app` keeps the remarks and writes the messages for problems.
//!
//! [`read`] recognises the format by the bytes and reads what it can. What cannot be read becomes a [`Problem`] beside
//! the remarks. A file is [`Unreadable`] as a whole only if nothing in it can be used. [`locate`] finds the place of a
//! remark among the present answers.

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

pub use locate::{Placement, locate};
pub use problem::Problem;
pub use read::read;
pub use remark::{RemarkKind, RemarkState, ReturnedRemark};
pub use returned_file::{FileKind, ReportIdentity, ReturnedFile};
pub use unreadable::Unreadable;
