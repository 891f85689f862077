//! The revisions that people imported into the workspace, as packs.
//!
//! What stands on the pages is read only when something needs it: a workspace can hold many revisions of many pages,
//! and most questions need only titles, statements and numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use vurder_model::provider::{Pack, PackOrigin};
use vurder_workspace::{OwnStatement, PageEntry, RevisionCounts, RevisionEntry, Workspace};

use crate::error::Outcome;
use crate::followed_passages::FollowedPassages;
use crate::own_statements;

/// One imported revision.
#[derive(Debug, Clone)]
pub(crate) struct ImportedRevision {
    /// When it was imported.
    pub(crate) imported: DateTime<Utc>,
    /// Numbers of what the revision holds.
    pub(crate) counts: RevisionCounts,
    /// The pack with empty pages.
    outline: Pack,
    /// The whole pack; not set until something needs what stands on the pages.
    whole: OnceLock<Pack>,
}

impl ImportedRevision {
    fn of(entry: RevisionEntry, pages: Vec<PageEntry>) -> Self {
        let head = entry.head;
        let outline = Pack {
            provider: entry.provider,
            name: head.name,
            other_names: Vec::new(),
            country: head.country,
            website: head.website,
            revision: entry.revision,
            origin: PackOrigin::Imported,
            follows: head.follows,
            captured: head.captured,
            licence: head.licence,
            about: head.about,
            pages: pages.into_iter().map(|page| page.into_page(Vec::new())).collect(),
            statements: head.stated.statements,
            actions: head.stated.actions,
            documents: head.stated.documents,
            became: head.stated.became,
            not_stated: head.stated.not_stated,
        };
        Self { imported: entry.imported, counts: head.counts, outline, whole: OnceLock::new() }
    }

    /// The pack. Its pages are empty until [`ImportedPacks::read_pages`] was called.
    pub(crate) fn pack(&self) -> &Pack {
        self.whole.get().unwrap_or(&self.outline)
    }
}

/// The imported revisions, and the statements that people made from their passages.
#[derive(Debug, Clone, Default)]
pub(crate) struct ImportedPacks {
    /// The revisions by provider, the oldest state of each provider first.
    revisions: Vec<ImportedRevision>,
    /// The statements that people made from passages.
    own: Vec<OwnStatement>,
}

impl ImportedPacks {
    /// Reads the revisions of a workspace. `bundled` are the packs of the program.
    pub(crate) fn of(
        workspace: &Workspace,
        bundled: &[Pack],
        followed: &FollowedPassages,
    ) -> Outcome<Self> {
        let mut packs = Self { revisions: Vec::new(), own: workspace.own_statements()? };
        for entry in workspace.revisions()? {
            let pages = workspace.imported_pages(&entry.provider, &entry.revision)?;
            let mut revision = ImportedRevision::of(entry, pages);
            own_statements::put_where_made(&mut revision.outline, &packs.own);
            packs.revisions.push(revision);
        }
        packs.name_each_other(bundled);
        // A later revision has a statement only if it has the statement's passage, and only its pages tell that.
        for provider in packs.own.iter().map(|own| own.provider.as_str()).collect::<BTreeSet<_>>() {
            if packs.of_provider(provider).count() > 1 {
                packs.read_pages(workspace, followed, provider)?;
            }
        }
        Ok(packs)
    }

    /// The revisions by provider, the oldest state of each provider first.
    pub(crate) fn revisions(&self) -> impl Iterator<Item = &ImportedRevision> + Clone {
        self.revisions.iter()
    }

    /// Gives each pack the names that its provider has in other revisions.
    fn name_each_other(&mut self, bundled: &[Pack]) {
        let imported = self.revisions.iter().map(|revision| &revision.outline);
        let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for pack in imported.chain(bundled) {
            names.entry(pack.provider.clone()).or_default().insert(pack.name.clone());
        }
        for ImportedRevision { outline, .. } in &mut self.revisions {
            let all = names.get(&outline.provider).into_iter().flatten();
            outline.other_names = all.filter(|name| **name != outline.name).cloned().collect();
        }
    }

    fn of_provider(&self, provider: &str) -> impl Iterator<Item = &ImportedRevision> + Clone {
        self.revisions.iter().filter(move |revision| revision.outline.provider == provider)
    }

    /// Reads what stands on the pages of a provider, in all of its revisions, unless that was read already.
    pub(crate) fn read_pages(
        &self,
        workspace: &Workspace,
        followed: &FollowedPassages,
        provider: &str,
    ) -> Outcome<()> {
        if self.of_provider(provider).all(|revision| revision.whole.get().is_some()) {
            return Ok(());
        }
        let mut packs: Vec<Pack> = Vec::new();
        for revision in self.of_provider(provider) {
            let outline = &revision.outline;
            let mut pack = outline.clone();
            for page in &mut pack.pages {
                let read = workspace.imported_page(provider, &outline.revision, &page.id)?;
                page.body = read.map(|page| page.body).unwrap_or_default();
            }
            packs.push(pack);
        }
        own_statements::put_where_they_stand(&mut packs, &self.own, followed);
        for (revision, pack) in self.of_provider(provider).zip(packs) {
            let _ = revision.whole.set(pack);
        }
        Ok(())
    }
}
