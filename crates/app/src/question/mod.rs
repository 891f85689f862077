//! What only reads. Each function is one command.

mod forms;
mod history;
mod library;
mod listing;
mod projects;
mod requests;
mod search;

pub(crate) use forms::{build_form, form, section, with_source};
pub(crate) use history::{citations, history, trash};
pub(crate) use library::{library, page, provider_summary, statements, topics};
pub(crate) use listing::projects;
pub(crate) use projects::{controllers, form_summary, project, status, templates};
pub(crate) use requests::request_for;
pub(crate) use search::search;
