//! The commands that only read. Each public function is one command.

mod attachments;
mod compare;
mod drift;
mod duties;
mod findings;
mod form_versions;
mod forms;
mod history;
mod import;
mod library;
mod listing;
mod passage_search;
mod passages;
mod projects;
mod requests;
mod risks;
mod search;
mod versions;

pub(crate) use attachments::attachments;
pub(crate) use compare::{compare, topic};
pub(crate) use drift::{drift, project_drift};
pub(crate) use duties::duties;
pub(crate) use findings::findings;
pub(crate) use form_versions::look_at_form;
pub(crate) use forms::{form, section};
pub(crate) use history::{citations, history, trash};
pub(crate) use import::{all_revisions, look_at_import, propose_topics, revisions};
pub(crate) use library::{library, page, statement, statements, topics};
pub(crate) use listing::projects;
pub(crate) use passage_search::passages;
pub(crate) use projects::{project, status, templates};
pub(crate) use requests::request_for;
pub(crate) use risks::{highest_risks, named_by, risk, risks, scenarios};
pub(crate) use search::search;
pub(crate) use versions::{compare_versions, version, versions};
