//! Imported pages: adding, reading and removing a state of a provider's pages; and statements that people made from
//! passages.
//!
//! These belong to the workspace and not to a project. Undo does not reach them. A citation has everything that it
//! needs of a passage, so a project does not need the revision. A revision stays all the same as long as a citation
//! pins one of its passages, so that the reader of the citation can look at the text around it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use vurder_model::project::Citation;
use vurder_model::provider::{Pack, PackOrigin, Page, PageBlock};

use crate::db::Db;
use crate::error::{Error, Result};
use crate::kind::body::{Body, hexadecimal};
use crate::kind::own_statement::OwnStatement;
use crate::kind::page::{PageEntry, StoredPage};
use crate::kind::revision::{RevisionCounts, RevisionEntry, RevisionHead, Stated};
use crate::kind::{citation, project};
use crate::passage_index::NewPart;
use crate::record::json;
use crate::refusal::{Named, Refusal, Subject};
use crate::workspace::Workspace;
use crate::writer::Writer;

/// A state of a provider's pages that is to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewRevision<'p> {
    /// The pages, and the other data of the pack.
    pub pack: &'p Pack,
    /// The format from which the pages were read.
    pub format: &'p str,
}

impl Workspace {
    /// Adds a state of a provider's pages in one transaction.
    ///
    /// # Errors
    /// [`Error::SameState`] if these pages are already there, [`Error::Taken`] if the name of the revision is in use,
    /// and [`Error::Refused`] if a name is not valid or occurs twice.
    pub fn add_revision(&mut self, new: &NewRevision<'_>) -> Result<RevisionEntry> {
        let now = self.clock.now();
        self.write(|writer, _| {
            let pack = new.pack;
            if find(writer.db, &pack.provider, &pack.revision)?.is_some() {
                return Err(Error::Taken(Subject::Revision {
                    provider: pack.provider.clone(),
                    revision: pack.revision.clone(),
                }));
            }
            let head = RevisionHead {
                name: pack.name.clone(),
                country: pack.country.clone(),
                website: pack.website.clone(),
                licence: pack.licence.clone(),
                about: pack.about.clone(),
                captured: pack.captured,
                follows: pack.follows.clone(),
                format: new.format.to_owned(),
                counts: RevisionCounts::default(),
                stated: Stated::of(pack),
            };
            let names = (pack.provider.as_str(), pack.revision.as_str());
            writer.store_revision(names, head, now, &pack.pages)
        })
    }

    /// The imported revisions. Those of the same provider are sorted by the day of their pages and then by the time of
    /// the import.
    pub fn revisions(&self) -> Result<Vec<RevisionEntry>> {
        all(&self.db)
    }

    /// One imported revision.
    pub fn imported_revision(
        &self,
        provider: &str,
        revision: &str,
    ) -> Result<Option<RevisionEntry>> {
        find(&self.db, provider, revision)
    }

    /// The pages of a revision in their order, without their content.
    pub fn imported_pages(&self, provider: &str, revision: &str) -> Result<Vec<PageEntry>> {
        pages(&self.db, provider, revision)
    }

    /// One page of a revision with its content.
    pub fn imported_page(
        &self,
        provider: &str,
        revision: &str,
        page: &str,
    ) -> Result<Option<Page>> {
        let found = self.db.record::<StoredPage>(&[provider, revision, page])?;
        let Some((found, _)) = found else { return Ok(None) };
        let blocks = Body::read_blocks(&self.db, &found.page.body)?;
        Ok(Some(found.page.into_page(blocks)))
    }

    /// A whole revision. The content of all its pages is read.
    pub fn imported_pack(&self, provider: &str, revision: &str) -> Result<Option<Pack>> {
        let Some(entry) = find(&self.db, provider, revision)? else { return Ok(None) };
        let pages = whole_pages(&self.db, &entry)?;
        let head = entry.head;
        Ok(Some(Pack {
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
            pages,
            statements: head.stated.statements,
            actions: head.stated.actions,
            documents: head.stated.documents,
            became: head.stated.became,
            not_stated: head.stated.not_stated,
        }))
    }

    /// Removes a revision with its pages. A revision that followed it then follows the one before it.
    ///
    /// # Errors
    /// [`Error::NoRevision`] if there is no such revision, [`Error::Pinned`] if a citation pins something in it,
    /// [`Error::Followed`] if a project, also one in the trash, follows it, and [`Error::MadeFrom`] if a statement was
    /// made from one of its passages.
    pub fn remove_revision(&mut self, provider: &str, revision: &str) -> Result<()> {
        self.write(|writer, _| writer.remove_revision(provider, revision))
    }

    /// Adds a statement that a person made from a passage.
    ///
    /// # Errors
    /// [`Error::Taken`] if its id is in use, [`Error::Refused`] if the id is not valid.
    pub fn add_own_statement(&mut self, statement: &OwnStatement) -> Result<()> {
        check_statement(statement)?;
        self.write(|writer, _| {
            if writer.db.record::<OwnStatement>(&[&statement.id])?.is_some() {
                return Err(Error::Taken(Subject::Statement(statement.id.clone())));
            }
            writer.store(statement, None)
        })
    }

    /// Removes a statement that a person made from a passage.
    ///
    /// # Errors
    /// [`Error::NoStatement`] if there is no such statement, [`Error::StatementUsed`] if a citation of any project,
    /// also one in the trash, pins it.
    pub fn remove_own_statement(&mut self, id: &str) -> Result<()> {
        self.write(|writer, _| {
            let Some((_, sum)) = writer.db.record::<OwnStatement>(&[id])? else {
                return Err(Error::NoStatement(id.to_owned()));
            };
            for project in project::all(writer.db)? {
                let citations = citation::all(writer.db, &project.head.id)?;
                let pinned = citations.iter().filter(|citation| citation.statement == id).count();
                if pinned > 0 {
                    return Err(Error::StatementUsed {
                        statement: id.to_owned(),
                        title: project.head.title,
                        citations: pinned,
                    });
                }
            }
            writer.replace::<OwnStatement>(&[id], None, Some(sum))
        })
    }

    /// The statements that people made from passages, in the order in which they were made.
    pub fn own_statements(&self) -> Result<Vec<OwnStatement>> {
        own_statements(&self.db)
    }
}

/// The statements that people made from passages, in the order in which they were made.
pub(crate) fn own_statements(db: &Db) -> Result<Vec<OwnStatement>> {
    let found = db.records::<OwnStatement>("", [])?;
    let mut found: Vec<OwnStatement> = found.into_iter().map(|(found, _)| found).collect();
    found.sort_by(|a, b| (a.made, &a.id).cmp(&(b.made, &b.id)));
    Ok(found)
}

/// Checks that this program could have written the id of the statement.
pub(crate) fn check_statement(statement: &OwnStatement) -> Result<(), Refusal> {
    let slug = statement.id.strip_prefix(&statement.provider).and_then(|id| id.strip_prefix('/'));
    Named::Provider.check_id(&statement.provider)?;
    Named::Statement.check_id(slug.unwrap_or_default())
}

/// The revision of this name, if it was imported.
pub(crate) fn find(db: &Db, provider: &str, revision: &str) -> Result<Option<RevisionEntry>> {
    Ok(db.record::<RevisionEntry>(&[provider, revision])?.map(|(found, _)| found))
}

/// All revisions. Those of the same provider stand together, oldest first.
pub(crate) fn all(db: &Db) -> Result<Vec<RevisionEntry>> {
    let found = db.records::<RevisionEntry>("", [])?;
    let mut found: Vec<RevisionEntry> = found.into_iter().map(|(found, _)| found).collect();
    found.sort_by(|a, b| {
        let key = |of: &RevisionEntry| (of.provider.clone(), of.head.captured, of.imported);
        key(a).cmp(&key(b))
    });
    Ok(found)
}

fn pages(db: &Db, provider: &str, revision: &str) -> Result<Vec<PageEntry>> {
    let clause = "WHERE provider = ?1 AND revision = ?2 ORDER BY place, id";
    let found = db.records::<StoredPage>(clause, [provider, revision])?;
    Ok(found.into_iter().map(|(found, _)| found.page).collect())
}

/// The pages of a revision with their content.
pub(crate) fn whole_pages(db: &Db, entry: &RevisionEntry) -> Result<Vec<Page>> {
    let mut whole = Vec::with_capacity(entry.head.counts.pages);
    for page in pages(db, &entry.provider, &entry.revision)? {
        let blocks = Body::read_blocks(db, &page.body)?;
        whole.push(page.into_page(blocks));
    }
    Ok(whole)
}

/// SHA-256 over the pages: their names, addresses and content, but not the day; and over the other data of the
/// revision.
fn content(pages: &[PageEntry], stated: &Stated) -> Result<String> {
    let mut digest = Sha256::new();
    for page in pages {
        for part in [&page.id, &page.title, &page.address, &page.body] {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part.as_bytes());
        }
    }
    if !stated.is_empty() {
        digest.update(json(stated)?);
    }
    Ok(hexadecimal(&digest.finalize()))
}

fn counts(pages: &[Page]) -> RevisionCounts {
    let mut counts = RevisionCounts { pages: pages.len(), ..RevisionCounts::default() };
    for block in pages.iter().flat_map(|page| &page.body) {
        match block {
            PageBlock::Heading { .. } => counts.headings += 1,
            PageBlock::Passage { .. } => counts.passages += 1,
            _ => {}
        }
    }
    counts
}

impl Writer<'_> {
    /// Writes a revision with its pages. A body that is already there is not stored again.
    pub(crate) fn store_revision(
        &mut self,
        (provider, revision): (&str, &str),
        head: RevisionHead,
        imported: DateTime<Utc>,
        pages: &[Page],
    ) -> Result<RevisionEntry> {
        Named::Provider.check_id(provider)?;
        Named::Revision.check_id(revision)?;
        let mut ids = BTreeSet::new();
        let mut entries = Vec::with_capacity(pages.len());
        let mut bodies = Vec::with_capacity(pages.len());
        for page in pages {
            Named::Page.check_length(&page.id, |id| id.chars().count())?;
            if !ids.insert(&page.id) {
                return Err(Refusal::PageTwice(page.id.clone()).into());
            }
            let body = Body::of(&page.body)?;
            entries.push(PageEntry::of(page, &body.hash));
            bodies.push((body, &page.body));
        }
        let content = content(&entries, &head.stated)?;
        let same = "WHERE provider = ?1 AND content = ?2";
        if let Some((there, _)) =
            self.db.records::<RevisionEntry>(same, [provider, &content])?.pop()
        {
            let (provider, revision) = (there.provider, there.revision);
            return Err(Error::SameState { provider, revision });
        }
        let entry = RevisionEntry {
            provider: provider.to_owned(),
            revision: revision.to_owned(),
            content,
            imported,
            head: RevisionHead { counts: counts(pages), ..head },
        };
        self.store(&entry, None)?;
        let mut indexed = NewPart::default();
        for (page, (body, blocks)) in entries.into_iter().zip(bodies) {
            if self.db.record::<Body>(&[&body.hash])?.is_none() {
                self.store(&body, None)?;
                self.index_passages(&mut indexed, &body.hash, blocks)?;
            }
            let (provider, revision) = (entry.provider.clone(), entry.revision.clone());
            self.store(&StoredPage { provider, revision, page }, None)?;
        }
        self.store_part(indexed)?;
        Ok(entry)
    }

    fn remove_revision(&mut self, provider: &str, revision: &str) -> Result<()> {
        let key = [provider, revision];
        let Some((removed, sum)) = self.db.record::<RevisionEntry>(&key)? else {
            let (provider, revision) = (provider.to_owned(), revision.to_owned());
            return Err(Error::NoRevision { provider, revision });
        };
        let pages = "WHERE provider = ?1 AND revision = ?2";
        let pages = self.db.records::<StoredPage>(pages, key)?;
        self.check_unused(&removed)?;
        let mut unused = Vec::new();
        for (page, sum) in pages {
            let (page, gone) = (page.page, Some(sum));
            self.replace::<StoredPage>(&[provider, revision, &page.id], None, gone)?;
            let used = "SELECT 1 FROM page WHERE body = ?1";
            if self.db.one(used, [&page.body], |_| Ok(()))?.is_none() {
                let sum = self.db.record::<Body>(&[&page.body])?.map(|(_, sum)| sum);
                self.replace::<Body>(&[&page.body], None, sum)?;
                unused.push(page.body);
            }
        }
        self.unindex_passages(&unused)?;
        self.replace::<RevisionEntry>(&key, None, Some(sum))?;
        let of_provider = self.db.records::<RevisionEntry>("WHERE provider = ?1", [provider])?;
        for (mut later, sum) in of_provider {
            if later.head.follows.as_deref() == Some(revision) {
                later.head.follows.clone_from(&removed.head.follows);
                self.store(&later, Some(sum))?;
            }
        }
        Ok(())
    }

    /// Fails if a citation of any project pins something in this revision, if a project follows it, or if a statement
    /// was made from one of its passages.
    fn check_unused(&self, of: &RevisionEntry) -> Result<()> {
        let made = own_statements(self.db)?;
        let made = made.iter().filter(|statement| {
            statement.provider == of.provider && statement.passage.pack == of.revision
        });
        let made = made.count();
        if made > 0 {
            return Err(Error::MadeFrom {
                provider: of.provider.clone(),
                revision: of.revision.clone(),
                statements: made,
            });
        }
        let pins = |citation: &Citation| {
            citation.provider == of.provider && citation.revision.as_ref() == Some(&of.revision)
        };
        for project in project::all(self.db)? {
            if project.head.follows.get(&of.provider) == Some(&of.revision) {
                return Err(Error::Followed {
                    provider: of.provider.clone(),
                    revision: of.revision.clone(),
                    project: project.head.id,
                    title: project.head.title,
                });
            }
            let citations = citation::all(self.db, &project.head.id)?;
            let pinned = citations.iter().filter(|citation| pins(citation)).count();
            if pinned > 0 {
                return Err(Error::Pinned {
                    provider: of.provider.clone(),
                    revision: of.revision.clone(),
                    project: project.head.id,
                    title: project.head.title,
                    citations: pinned,
                });
            }
        }
        Ok(())
    }
}
