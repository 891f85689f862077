//! The requests of a project to providers.

use vurder_model::project::{Project, Row};
use vurder_model::role::FieldRole;
use vurder_model::value::Value;

use crate::library::Library;

/// The states in which a request is over, so that a new one may follow it.
const OVER: [&str; 2] = ["answered", "declined"];

/// The state of a request that is not sent yet.
const DRAFT: &str = "draft";

/// How many requests are drafts, and how many are sent and neither answered nor declined.
pub(crate) fn requests_by_state(library: &Library, project: &Project) -> (usize, usize) {
    let (requests, status) = library.role(FieldRole::RequestStatus);
    let (mut drafts, mut waiting) = (0, 0);
    for row in project.rows_of(requests) {
        match row.chosen(status).first() {
            Some(&DRAFT) | None => drafts += 1,
            Some(state) if OVER.contains(state) => {}
            Some(_) => waiting += 1,
        }
    }
    (drafts, waiting)
}

/// The request to this provider about this offer or topic that is neither answered nor declined.
pub(crate) fn open_request<'a>(
    library: &'a Library,
    project: &'a Project,
    provider: &str,
    title: &str,
) -> Option<&'a Row> {
    open_requests(library, project, provider).find(|request| request.about == title).map(|r| r.row)
}

/// A request that is neither answered nor declined.
pub(crate) struct OpenRequest<'a> {
    pub(crate) row: &'a Row,
    /// The title of the offer or topic that it is about; may be empty.
    pub(crate) about: &'a str,
}

/// The requests to this provider, by its name, that are neither answered nor declined.
pub(crate) fn open_requests<'a>(
    library: &'a Library,
    project: &'a Project,
    provider: &str,
) -> impl Iterator<Item = OpenRequest<'a>> {
    let (requests, to) = library.role(FieldRole::RequestTo);
    let (_, about) = library.role(FieldRole::RequestAbout);
    let (_, status) = library.role(FieldRole::RequestStatus);
    let line = |row: &'a Row, field: &str| match row.values.get(field) {
        Some(Value::Line(line)) => line.as_str(),
        _ => "",
    };
    let is_over = |row: &Row| row.chosen(status).iter().any(|option| OVER.contains(option));
    project
        .rows_of(requests)
        .filter(move |row| line(row, to) == provider && !is_over(row))
        .map(move |row| OpenRequest { row, about: line(row, about) })
}
