//! Counts the citations, judgements and requests of the open project whose source changed and which somebody has to
//! look at.
//!
//! The count is made after each change, also while a person types. So two slow results are kept until a change touches
//! them: the drift of each citation, and the citations that each row uses, which are found by parsing Markdown.

use std::collections::{HashMap, HashSet};

use vurder_model::id::{CitationId, RowId};
use vurder_model::project::{Project, Row};
use vurder_model::role::FieldRole;

use crate::drifted::changed_requests;
use crate::library::Library;

/// What the count is made from.
#[derive(Debug, Default)]
pub(super) struct OpenDrift {
    /// Whether somebody has to look at a citation.
    open: HashMap<CitationId, bool>,
    /// The answers of a row that use citations, by their fields.
    uses: HashMap<RowId, Vec<(String, Vec<CitationId>)>>,
}

impl OpenDrift {
    /// Call this when a row was changed or removed.
    pub(super) fn forget_row(&mut self, row: &RowId) {
        self.uses.remove(row);
    }

    /// Call this when a citation was changed or removed.
    pub(super) fn forget_citation(&mut self, citation: &CitationId) {
        self.open.remove(citation);
    }

    /// The citations that somebody has to look at.
    pub(super) fn open_citations(
        &mut self,
        library: &Library,
        project: &Project,
    ) -> HashSet<CitationId> {
        self.look(library, project);
        self.open.iter().filter(|(_, open)| **open).map(|(id, _)| id.clone()).collect()
    }

    /// Computes the drift of the citations for which it is not known.
    fn look(&mut self, library: &Library, project: &Project) {
        for citation in &project.citations {
            self.open.entry(citation.id.clone()).or_insert_with(|| {
                library.citation_drift(citation).is_some_and(|drift| drift.is_open())
            });
        }
    }

    /// The number of open items that [`items`](crate::drifted::items) would give.
    pub(super) fn count(&mut self, library: &Library, project: &Project) -> usize {
        self.look(library, project);
        let (control_notes, judged) = library.role(FieldRole::JudgedStatement);
        let mut cited: HashSet<CitationId> = HashSet::new();
        let mut judgements = 0;
        for row in project.rows.iter().filter(|row| row.trashed.is_none()) {
            let uses = self.uses.entry(row.id.clone()).or_insert_with(|| uses(row));
            for (field, citations) in uses.iter() {
                let open = citations.iter().filter(|id| self.open.get(id) == Some(&true));
                if row.register == control_notes && field == judged {
                    judgements += open.count();
                } else {
                    cited.extend(open.cloned());
                }
            }
        }
        cited.len() + judgements + changed_requests(library, project).len()
    }
}

/// The answers of a row that use citations, each citation once.
fn uses(row: &Row) -> Vec<(String, Vec<CitationId>)> {
    let of_value = row.values.iter().map(|(field, value)| {
        let mut citations = value.citations();
        citations.sort_unstable();
        citations.dedup();
        (field.clone(), citations)
    });
    of_value.filter(|(_, citations)| !citations.is_empty()).collect()
}
