//! Citations as the window shows them: as pinned, and whether the words are still published.

use std::collections::BTreeMap;

use vurder_model::project::{Citation, Project, ProjectHead};

use crate::citation_answers::CitationView;
use crate::library::Library;

/// The citations of a project, by id.
pub(crate) fn citation_views(
    library: &Library,
    project: &Project,
) -> BTreeMap<String, CitationView> {
    let view = |citation: &Citation| view_of_citation(library, &project.head, citation);
    project.citations.iter().map(|citation| (citation.id.to_string(), view(citation))).collect()
}

/// A citation, and whether the revision that the project follows still has the same words.
fn view_of_citation(library: &Library, head: &ProjectHead, citation: &Citation) -> CitationView {
    let today = library.statement(Some(head), &citation.statement).ok();
    CitationView {
        current: today.map(|(_, statement)| statement.hash == citation.hash),
        citation: citation.clone(),
    }
}
