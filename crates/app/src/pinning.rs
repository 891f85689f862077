//! Makes citations of statements, passages and answers, and chooses their ids.

use vurder_content::msg;
use vurder_model::id::CitationId;
use vurder_model::project::{Citation, Project, answered_request};
use vurder_model::provider::{Pack, words_hash};
use vurder_workspace::Workspace;

use crate::error::{ErrorCode, Fault, Outcome};
use crate::library::Library;
use crate::published::Published;
use crate::quoting::shortened;
use crate::requests::{GivenAnswer, answer_named};

/// Makes citations for a project.
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

    /// The project's citation of `published` as it reads in `pack`, or a new one. The same words are one citation as
    /// long as the provider says the same of them.
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

    /// The project's citation of the statement, passage or answer of this name, in the revision that the project
    /// follows; or a new citation.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] if nothing has the name, or the request has no answer.
    pub(crate) fn pin_named(&self, name: &str) -> Outcome<Citation> {
        if answered_request(name).is_some() {
            return self.pin_answer(&self.known_answer(name)?);
        }
        let (pack, published) = self.library.published(Some(&self.project.head), name)?;
        self.pin(pack, &published)
    }

    /// The same under the id that the caller chose.
    ///
    /// # Errors
    /// Those of [`Pinning::pin_named`]; [`ErrorCode::Taken`] if the id belongs to something else.
    pub(crate) fn pin_named_as(&self, name: &str, id: CitationId) -> Outcome<Citation> {
        let taken = || Fault::new(ErrorCode::Taken, msg::error_taken(id.as_str()));
        if answered_request(name).is_some() {
            let answer = self.known_answer(name)?;
            return match self.project.citation(&id) {
                Some(known) if is_of(known, &answer) => Ok(known.clone()),
                None if self.is_free_for_answer(&id, &answer)? => {
                    Ok(self.pinned_answer(id, &answer))
                }
                _ => Err(taken()),
            };
        }
        let (pack, published) = self.library.published(Some(&self.project.head), name)?;
        match self.project.citation(&id) {
            Some(known) if known.statement == published.name && known.hash == published.hash => {
                Ok(known.clone())
            }
            None if self.is_free(&id, pack, &published)? => {
                Ok(published.pinned(id, pack, self.workspace.now()))
            }
            _ => Err(taken()),
        }
    }

    fn known_answer(&self, name: &str) -> Outcome<GivenAnswer> {
        let answer = answer_named(self.library, self.project, name);
        answer.ok_or_else(|| Fault::unknown_name(msg::error_no_answer(shortened(name))))
    }

    /// The project's citation of this answer, or a new one. An answer with other words or another day is another
    /// citation.
    pub(crate) fn pin_answer(&self, answer: &GivenAnswer) -> Outcome<Citation> {
        if let Some(same) = self.project.citations.iter().find(|known| is_of(known, answer)) {
            return Ok(same.clone());
        }
        let slug = format!("answer-{}", answer.to.request);
        let id = self.free_id(&slug, |id| self.is_free_for_answer(id, answer))?;
        Ok(self.pinned_answer(id, answer))
    }

    fn pinned_answer(&self, id: CitationId, answer: &GivenAnswer) -> Citation {
        Citation {
            id,
            provider: answer.provider.clone(),
            provider_name: answer.provider_name.clone(),
            statement: answer.name.clone(),
            words: answer.words.clone(),
            hash: words_hash(&answer.words),
            sources: Vec::new(),
            pinned: self.workspace.now(),
            revision: None,
            kept: None,
            renews: Vec::new(),
            answer: Some(answer.to.clone()),
        }
    }

    /// Whether this id was never used for anything but this answer with these words.
    fn is_free_for_answer(&self, id: &CitationId, answer: &GivenAnswer) -> Outcome<bool> {
        let once = self.workspace.citation_versions(&self.project.head.id, id)?;
        Ok(once.iter().all(|citation| is_of(citation, answer)))
    }

    /// A new citation with an id that was never used for another statement, also not before an undo, since the history
    /// of a text may still name that.
    pub(crate) fn pin_anew(&self, pack: &Pack, published: &Published) -> Outcome<Citation> {
        let slug = published.name.rsplit('/').next().unwrap_or_default().replace('#', "-");
        let id = self.free_id(&slug, |id| self.is_free(id, pack, published))?;
        Ok(published.pinned(id, pack, self.workspace.now()))
    }

    /// The first free id made from `slug` that no citation of the project has.
    fn free_id(
        &self,
        slug: &str,
        is_free: impl Fn(&CitationId) -> Outcome<bool>,
    ) -> Outcome<CitationId> {
        let stem: String = slug.chars().take(36).collect();
        let stem = stem.trim_end_matches('-');
        for n in 1..1000 {
            let id = if n == 1 { stem.to_owned() } else { format!("{stem}-{n}") };
            let id = CitationId::new(id).map_err(Fault::internal)?;
            if self.project.citation(&id).is_none() && is_free(&id)? {
                return Ok(id);
            }
        }
        Err(Fault::new(ErrorCode::Taken, msg::error_taken(slug)))
    }

    /// Whether this id was never used for another statement, for other words, or for another revision.
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

/// Whether a citation pins this answer with these words.
fn is_of(citation: &Citation, answer: &GivenAnswer) -> bool {
    citation.answer.as_ref() == Some(&answer.to) && citation.words == answer.words
}
