//! New citations, and the identities that they can bear.

use vurder_content::msg;
use vurder_model::id::CitationId;
use vurder_model::project::{Citation, Project};
use vurder_model::provider::Pack;
use vurder_workspace::Workspace;

use crate::error::{ErrorCode, Fault, Outcome};
use crate::library::Library;
use crate::published::Published;

/// Pins what is published into a project.
#[derive(Clone, Copy)]
pub(crate) struct Pinning<'a> {
    workspace: &'a Workspace,
    library: &'a Library,
    project: &'a Project,
}

impl<'a> Pinning<'a> {
    pub(crate) fn of(workspace: &'a Workspace, library: &'a Library, project: &'a Project) -> Self {
        Self { workspace, library, project }
    }

    /// The project's citation of this as it reads in `pack`, or a new one. The same words are one citation as long as
    /// what the provider says of them stays the same.
    pub(crate) fn pin(&self, pack: &Pack, published: &Published) -> Outcome<Citation> {
        let same = |citation: &&Citation| {
            citation.statement == published.name
                && citation.hash == published.hash
                && self.library.is_as_it_was(citation, pack)
        };
        match self.project.citations.iter().find(same) {
            Some(same) => Ok(same.clone()),
            None => self.pin_anew(pack, published),
        }
    }

    /// A new citation with an identity of its own: one that no other statement bears, or bore before it was undone,
    /// since the history of a text may still name that.
    pub(crate) fn pin_anew(&self, pack: &Pack, published: &Published) -> Outcome<Citation> {
        let slug = published.name.rsplit('/').next().unwrap_or_default().replace('#', "-");
        let stem: String = slug.chars().take(36).collect();
        let stem = stem.trim_end_matches('-');
        for n in 1..1000 {
            let id = if n == 1 { stem.to_owned() } else { format!("{stem}-{n}") };
            let id = CitationId::new(id).map_err(Fault::internal)?;
            if self.project.citation(&id).is_none() && self.is_free(&id, pack, published)? {
                return Ok(published.pinned(id, pack, self.workspace.now()));
            }
        }
        Err(Fault::new(ErrorCode::Taken, msg::error_taken(slug)))
    }

    /// Whether no other statement, no other words of this one and no other revision of it ever bore this identity.
    pub(crate) fn is_free(
        &self,
        id: &CitationId,
        pack: &Pack,
        published: &Published,
    ) -> Outcome<bool> {
        let once = self.workspace.citation_versions(&self.project.head.id, id)?;
        Ok(once.iter().all(|citation| {
            citation.statement == published.name
                && citation.hash == published.hash
                && self.library.revision_of(citation) == Some(&pack.revision)
        }))
    }
}
