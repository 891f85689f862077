//! What changes the workspace. Each function is one command: it checks, then makes one transaction.

mod answer_check;
mod answers;
mod attachments;
mod citations;
mod history;
mod import;
mod projects;
mod rows;
mod sample;
mod settle;
mod versions;

pub(crate) use answers::set_value;
pub(crate) use attachments::{attach, restore_attachment, trash_attachment};
pub(crate) use citations::{cite, judge, use_statements};
pub(crate) use history::{redo, restore_answer, undo};
pub(crate) use import::{import, make_statement, remove_revision, remove_statement};
pub(crate) use projects::{change_project, create_project, restore_project, trash_project};
pub(crate) use rows::{add_row, move_row, restore_row, trash_row};
pub(crate) use sample::sample;
pub(crate) use settle::{follow_revision, settle};
pub(crate) use versions::{freeze_version, renumber};
