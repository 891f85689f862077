//! The commands that only read. Each public function is one command.

mod attachments;
mod compare;
mod coverage;
mod cut_contents;
mod drift;
mod duties;
mod example;
mod find;
mod findings;
mod form_versions;
mod forms;
mod history;
mod import;
mod letter;
mod library;
mod listing;
mod own_notes;
mod passage_search;
mod passages;
mod pictures;
mod projects;
mod remark_places;
mod remarks;
mod requests;
mod risks;
mod search;
mod spelling;
mod versions;

pub(crate) use attachments::attachments;
pub(crate) use compare::{compare, topic};
pub(crate) use coverage::coverage;
pub(crate) use cut_contents::cut_contents;
pub(crate) use drift::{drift, project_drift};
pub(crate) use duties::duties;
pub(crate) use example::example;
pub(crate) use find::find;
pub(crate) use findings::findings;
pub(crate) use form_versions::look_at_form;
pub(crate) use forms::{form, section};
pub(crate) use history::{citations, history, trash};
pub(crate) use import::{all_revisions, look_at_import, propose_topics, revisions};
pub(crate) use letter::letter;
pub(crate) use library::{library, page, statement, statements, topics};
pub(crate) use listing::projects;
pub(crate) use own_notes::own_notes;
pub(crate) use passage_search::passages;
pub(crate) use pictures::picture;
pub(crate) use projects::{project, status, templates};
pub(crate) use remark_places::places_for_remark;
pub(crate) use remarks::{look_at_remarks, remarks};
pub(crate) use requests::{answers, request_for, requests};
pub(crate) use risks::{highest_risks, named_by, risk, risks, scenarios};
pub(crate) use search::search;
pub(crate) use spelling::{
    ask_spelling, ask_suggestions, check_spelling, spelling, suggest_spelling,
    unreadable as spelling_file_unreadable,
};
pub(crate) use versions::{compare_versions, version, versions};
