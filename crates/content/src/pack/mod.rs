//! Packs. Each provider has a folder with `provider.yaml` and one folder per revision, and each revision has
//! `revision.yaml` and one Markdown file per page.

mod assemble;
mod body;
mod chain;
mod headings;
mod links;
mod marked;
mod page;
mod provider;
mod revision;

use std::collections::BTreeSet;

pub use vurder_model::provider::words_hash;
use vurder_model::provider::{Became, Pack, PackOrigin};

use self::assemble::assemble;
use self::body::Body;
use self::chain::Linked;
pub(crate) use self::headings::Headings;
use self::page::Front;
use self::provider::Provider;
use self::revision::Revision;
use crate::files::Files;
use crate::problem::Problem;

/// Whether `id` can be the id of a provider, a revision, a page, a statement, an action or a topic.
pub(crate) fn is_slug(id: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=60).contains(&id.len()) && id.bytes().all(fits)
}

/// The message for an id that is not a slug.
pub(crate) fn bad_slug(what: &str, id: &str) -> String {
    format!("\"{id}\" cannot be the id of a {what}: write 1 to 60 of a-z, 0-9 and \"-\"")
}

/// Reads every pack below `providers/`, sorted by the provider's name, and of each provider the revisions oldest first.
/// Problems go to `problems`. `topics` are the known ids.
pub(crate) fn read(
    files: &Files,
    topics: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) -> Vec<Pack> {
    let providers: BTreeSet<&str> =
        files.below("providers", "").filter_map(|path| path.split('/').nth(1)).collect();
    if providers.is_empty() {
        let message = "there are no packs: each provider has a folder here";
        problems.push(Problem::new(files.name("providers"), 1, message));
    }
    let mut packs: Vec<Vec<Pack>> =
        providers.into_iter().map(|id| read_provider(files, id, topics, problems)).collect();
    packs.sort_by(|a, b| a.first().map(|pack| &pack.name).cmp(&b.first().map(|pack| &pack.name)));
    packs.into_iter().flatten().collect()
}

/// The revisions of one provider, oldest first.
fn read_provider(
    files: &Files,
    provider: &str,
    topics: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) -> Vec<Pack> {
    let folder = format!("providers/{provider}");
    if !is_slug(provider) {
        problems.push(Problem::new(files.name(&folder), 1, bad_slug("provider", provider)));
    }
    let about_path = format!("{folder}/provider.yaml");
    let about = provider::read(files, &about_path, problems);
    let mut revisions = BTreeSet::new();
    for path in files.below(&folder, "") {
        let mut inside = path.split('/').skip(2);
        match (inside.next(), inside.next()) {
            (Some(revision), Some(_)) => drop(revisions.insert(revision)),
            (Some("provider.yaml"), None) | (None, _) => {}
            (Some(_), None) => {
                let message = "a page stands in the folder of a revision";
                problems.push(Problem::new(files.name(path), 1, message));
            }
        }
    }
    if revisions.is_empty() {
        let message = "missing source: the provider has no revision, which is a folder with pages";
        problems.push(Problem::new(files.name(&about_path), 1, message));
    }
    let linked: Vec<Linked> = revisions
        .into_iter()
        .filter_map(|name| {
            let of = Of { files, provider, about: about.as_ref(), topics };
            of.revision(&format!("{folder}/{name}"), problems)
        })
        .collect();
    chain::in_order(linked, problems)
}

/// A page that was read, before the pack's statements are joined.
struct Read {
    file: String,
    id: String,
    front: Option<Front>,
    body: Body,
}

/// The data that the revisions of one provider share.
struct Of<'a> {
    files: &'a Files,
    provider: &'a str,
    about: Option<&'a Provider>,
    topics: &'a BTreeSet<&'a str>,
}

impl Of<'_> {
    /// The revision in `folder`.
    fn revision(&self, folder: &str, problems: &mut Vec<Problem>) -> Option<Linked> {
        let name = folder.rsplit('/').next().unwrap_or_default();
        if !is_slug(name) {
            let file = self.files.name(folder);
            problems.push(Problem::new(file, 1, bad_slug("revision", name)));
        }
        let revision = revision::read(self.files, folder, self.topics, problems);
        let pages = self.pages(folder, problems);
        if self.files.below(folder, ".md").next().is_none() {
            let file = self.files.name(&format!("{folder}/revision.yaml"));
            problems.push(Problem::new(file, 1, "missing source: the revision has no page"));
        }
        links::check(&pages, problems);
        let parts = assemble(self.provider, &pages, self.topics, problems);
        let (revision, about) = (revision?, self.about?);
        not_later(&revision, &pages, problems);
        let became = revision.became.iter().map(|(_, became)| self.with_ids(became)).collect();
        let pack = Pack {
            provider: self.provider.to_owned(),
            name: about.name.value.clone(),
            other_names: Vec::new(),
            country: about.country.value.clone(),
            website: about.website.value.clone(),
            revision: revision.name.clone(),
            origin: PackOrigin::Bundled,
            follows: revision.follows.clone(),
            captured: revision.date,
            licence: about.licence.value.clone(),
            about: about.about.value.trim().to_owned(),
            pages: parts.pages,
            statements: parts.statements,
            actions: parts.actions,
            documents: parts.documents,
            became,
            not_stated: revision.not_stated.clone(),
        };
        Some(Linked { revision, pack })
    }

    fn with_ids(&self, became: &Became) -> Became {
        let id = |slug: &String| format!("{}/{slug}", self.provider);
        Became {
            statement: id(&became.statement),
            now: became.now.iter().map(id).collect(),
            ..became.clone()
        }
    }

    /// The pages in `folder`, in their order.
    fn pages(&self, folder: &str, problems: &mut Vec<Problem>) -> Vec<Read> {
        let mut pages: Vec<Read> = self
            .files
            .below(folder, ".md")
            .filter_map(|path| {
                let file = self.files.name(path);
                let slug = path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".md")?;
                if !is_slug(slug) {
                    problems.push(Problem::new(&file, 1, bad_slug("page", slug)));
                }
                match self.files.text(path) {
                    Ok(text) => {
                        let cut = page::cut(&file, text?, problems);
                        let body = body::read(&file, cut.body, cut.lines_above, problems);
                        let id = format!("{}/{slug}", self.provider);
                        Some(Read { file, id, front: cut.front, body })
                    }
                    Err(problem) => {
                        problems.push(problem);
                        None
                    }
                }
            })
            .collect();
        pages.sort_by_key(|page| page.front.as_ref().map(|front| front.order));
        pages
    }
}

/// Reports pages whose day is later than that of their revision.
fn not_later(revision: &Revision, pages: &[Read], problems: &mut Vec<Problem>) {
    for page in pages {
        let Some(captured) = page.front.as_ref().and_then(|front| front.captured) else { continue };
        if revision.date.is_some_and(|date| date < captured) {
            let message = format!("the page is of {captured}, which is later than its revision");
            problems.push(Problem::new(&page.file, 1, message));
        }
    }
}
