//! What changes the workspace. Each function is one command: it checks, then makes one transaction.

mod answer_check;
mod answers;
mod citations;
mod history;
mod import;
mod project_copies;
mod project_facts;
mod project_rows;
mod projects;
mod rows;
mod sample;
mod screening;
mod settle;

pub(crate) use answers::set_value;
pub(crate) use citations::{cite, judge, use_statements};
pub(crate) use history::{redo, restore_answer, undo};
pub(crate) use import::{import, make_statement, remove_revision, remove_statement};
pub(crate) use project_copies::duplicate_project;
pub(crate) use projects::{change_project, create_project, restore_project, trash_project};
pub(crate) use rows::{add_row, move_row, restore_row, trash_row};
pub(crate) use sample::sample;
pub(crate) use screening::take_over_screening;
pub(crate) use settle::{follow_revision, settle};
