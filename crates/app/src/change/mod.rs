//! What changes the workspace. Each function is one command: it checks, then makes one transaction.

mod answer_check;
mod answers;
mod attachments;
mod citations;
mod coverage;
mod form_versions;
mod history;
mod import;
mod new_row;
mod pictures;
mod project_copies;
mod project_facts;
mod project_rows;
mod projects;
mod remark_decisions;
mod remark_edits;
mod remarks;
mod replace;
mod requests;
mod review_rounds;
mod risk_scores;
mod rows;
mod sample;
mod scenarios;
mod screening;
mod settle;
mod versions;
mod waivers;

pub(crate) use answers::set_value;
pub(crate) use attachments::{attach, restore_attachment, trash_attachment};
pub(crate) use citations::{cite, judge, use_statements};
pub(crate) use coverage::fill_gap;
pub(crate) use form_versions::{add_row_for_each, move_form, note_subject};
pub(crate) use history::{redo, restore_answer, undo};
pub(crate) use import::{import, make_statement, remove_revision, remove_statement};
pub(crate) use pictures::add_picture;
pub(crate) use project_copies::duplicate_project;
pub(crate) use projects::{change_project, create_project, restore_project, trash_project};
pub(crate) use remark_decisions::{
    accept_remark, answer_remark, decline_remark, done_remark, place_remark, reopen_remark,
};
pub(crate) use remarks::read_remarks;
pub(crate) use replace::replace;
pub(crate) use requests::{ask_provider, set_request_due, set_request_status};
pub(crate) use review_rounds::set_round;
pub(crate) use risk_scores::{as_before, score, take_over_risks};
pub(crate) use rows::{add_row, move_row, restore_row, trash_row};
pub(crate) use sample::sample;
pub(crate) use scenarios::{pick_scenario, use_scales};
pub(crate) use screening::take_over_screening;
pub(crate) use settle::{follow_revision, settle};
pub(crate) use versions::{freeze_version, renumber};
pub(crate) use waivers::{unwaive, waive};
