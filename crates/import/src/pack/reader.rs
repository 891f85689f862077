//! Builds a pack from its files: ids belong to the provider and are unique, and references exist. What does not fit is
//! left out and reported; the rest is read.

use std::collections::{HashMap, HashSet};

use vurder_model::provider::{
    Action, Became, Document, NotStated, Pack, PackOrigin, Page, Source, Statement, words_hash,
};
use vurder_model::richtext::says_something;

use super::document::{ActionEntry, DocumentEntry, Head, PlaceEntry, StatementEntry};
use super::entries::{self, Entry};
use super::page::{self, PackIds};
use super::{ACTIONS, BECAME, DOCUMENTS, HEAD, NOT_STATED, PAGES, STATEMENTS, ids};
use crate::about::About;
use crate::address::{has_scheme, is_web};
use crate::files::Files;
use crate::format::{Format, Reason, Recognised};
use crate::imported::{Counts, DeadLink, Imported, sort_by_place};
use crate::paths::{ending, name};
use crate::problem::{Problem, Trouble};
use crate::refused::Refused;
use crate::weight::Weight;

/// Reads the pack below the folder `root`.
///
/// # Errors
/// When no page can be read.
pub(super) fn read(
    files: &Files,
    root: &str,
    head: Head,
    reason: Reason,
    about: &About,
) -> Result<Imported, Refused> {
    let mut reader = Reader {
        files,
        root,
        provider: head.provider.clone(),
        known: PackIds::default(),
        pages: Vec::new(),
        places: HashMap::new(),
        problems: Vec::new(),
    };
    reader.other_files();
    reader.pages()?;
    let statements = reader.statements();
    let actions = reader.actions();
    let documents = reader.documents();
    let became = reader.became();
    let not_stated = reader.entries::<NotStated>(NOT_STATED).1;
    let not_stated = not_stated.into_iter().map(|entry| entry.value).collect();
    let name = head.name.filter(|name| says_something(name));
    let website = head.website.unwrap_or_else(|| about.website.clone());
    let website = reader.address(&format!("{root}{HEAD}"), 0, website);

    let Reader { known, pages, mut problems, .. } = reader;
    if pages.is_empty() {
        return Err(Refused::PackWithoutPage { problems });
    }
    let mut counts = Counts::default();
    let mut dead_links = Vec::new();
    let mut own_pages = Vec::with_capacity(pages.len());
    let mut sources = Vec::with_capacity(pages.len());
    for (file, mut page) in pages {
        let found = page::mend(&mut page, &known);
        counts.count(&page);
        counts.links += found.links;
        let troubles = found.troubles.into_iter();
        problems.extend(troubles.map(|trouble| Problem::new(file.as_str(), 0, trouble)));
        let dead = found.dead_links.into_iter();
        dead_links.extend(dead.map(|target| DeadLink { file: file.clone(), line: 0, target }));
        own_pages.push(page);
        sources.push(file);
    }
    counts.dead_links = dead_links.len();
    sort_by_place(&mut problems, &mut dead_links);
    let pack = Pack {
        provider: head.provider,
        name: name.unwrap_or_else(|| about.name.clone()),
        other_names: Vec::new(),
        country: head.country.unwrap_or_else(|| about.country.clone()),
        website,
        revision: head.revision.unwrap_or_else(|| about.date.to_string()),
        origin: PackOrigin::Imported,
        follows: head.follows,
        captured: head.captured.unwrap_or(Some(about.date)),
        licence: head.licence,
        about: head.about,
        pages: own_pages,
        statements,
        actions,
        documents,
        became,
        not_stated,
    };
    let format = Recognised { format: Format::Pack, reason };
    Ok(Imported { pack, sources, format, problems, counts, dead_links })
}

struct Reader<'a> {
    files: &'a Files,
    root: &'a str,
    provider: String,
    known: PackIds,
    /// The pages, each with its file.
    pages: Vec<(String, Page)>,
    /// The index of each page in `pages`, by its id.
    places: HashMap<String, usize>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn problem(&mut self, file: &str, line: u32, trouble: Trouble) {
        self.problems.push(Problem::new(file, line, trouble));
    }

    /// Reports JSON files that do not belong to a pack, so that people see a wrongly typed name.
    fn other_files(&mut self) {
        let lists = [HEAD, STATEMENTS, ACTIONS, DOCUMENTS, BECAME, NOT_STATED];
        for path in self.files.paths() {
            let is_schema = path.ends_with(".schema.json");
            if ending(path).as_deref() != Some("json") || is_schema {
                continue;
            }
            let below = path.strip_prefix(self.root);
            let is_own =
                below.is_some_and(|below| lists.contains(&below) || below.starts_with(PAGES));
            // JSON files outside the folder of the pack are ignored, but another pack is reported.
            if !is_own && (below.is_some() || name(path) == HEAD) {
                self.problems.push(Problem::new(path, 0, Trouble::NotOfPack));
            }
        }
    }

    /// Whether an id belongs to the provider and nothing of the same kind has it yet.
    fn is_own(&mut self, file: &str, line: u32, id: &str, ids: &HashSet<String>) -> bool {
        if !ids::is_below(&self.provider, id) {
            self.problem(file, line, Trouble::BadId { id: id.to_owned() });
            return false;
        }
        if ids.contains(id) {
            self.problem(file, line, Trouble::SameId { id: id.to_owned() });
            return false;
        }
        true
    }

    /// An address that is safe to follow, or a path; otherwise empty.
    fn address(&mut self, file: &str, line: u32, address: String) -> String {
        if has_scheme(&address) && !is_web(&address) {
            self.problem(file, line, Trouble::BadAddress { address });
            return String::new();
        }
        address
    }

    fn pages(&mut self) -> Result<(), Refused> {
        let mut weight = Weight::default();
        let folder = format!("{}{PAGES}", self.root);
        let mut ids = HashSet::new();
        let mut addresses: HashMap<String, String> = HashMap::new();
        for (path, bytes) in self.files.iter() {
            if !path.starts_with(&folder) || ending(path).as_deref() != Some("json") {
                continue;
            }
            let Some(mut page) = entries::whole::<Page>(path, bytes, &mut self.problems) else {
                continue;
            };
            if !self.is_own(path, 0, &page.id, &ids) {
                continue;
            }
            page.address = self.address(path, 0, page.address);
            if !page.address.is_empty()
                && let Some(other) = addresses.insert(page.address.clone(), path.to_owned())
            {
                let address = page.address.clone();
                self.problem(path, 0, Trouble::SameAddress { other, address });
            }
            weight.add_page(&page.body);
            weight.check()?;
            ids.insert(page.id.clone());
            self.pages.push((path.to_owned(), page));
        }
        self.known.pages = ids;
        // Of two pages with the same place, the one whose file comes first is first.
        self.pages.sort_by_key(|(_, page)| page.order);
        let ids = self.pages.iter().map(|(_, page)| page.id.clone());
        self.places = ids.zip(0..).collect();
        Ok(())
    }

    /// The entries of the list in the file named `list`, and the path of that file.
    fn entries<T: serde::de::DeserializeOwned>(&mut self, list: &str) -> (String, Vec<Entry<T>>) {
        let path = format!("{}{list}", self.root);
        let entries = match self.files.get(&path) {
            Some(bytes) => entries::list(&path, bytes, &mut self.problems),
            None => Vec::new(),
        };
        (path, entries)
    }

    fn statements(&mut self) -> Vec<Statement> {
        let (file, entries) = self.entries::<StatementEntry>(STATEMENTS);
        let mut ids = HashSet::new();
        let mut statements = Vec::with_capacity(entries.len());
        for Entry { line, value } in entries {
            if !self.is_own(&file, line, &value.id, &ids) {
                continue;
            }
            if !says_something(&value.words) {
                let detail = format!("{}: a statement has words", value.id);
                self.problem(&file, line, Trouble::BadEntry { detail });
                continue;
            }
            let mut sources = Vec::with_capacity(value.places.len());
            let mut missing = Vec::new();
            for place in value.places {
                match self.source(&place) {
                    Some(source) => sources.push(source),
                    None => missing.push(place.page),
                }
            }
            for what in missing {
                self.problem(&file, line, Trouble::DanglingReference { what });
            }
            if sources.is_empty() {
                self.problem(&file, line, Trouble::WithoutPage { id: value.id });
                continue;
            }
            ids.insert(value.id.clone());
            statements.push(Statement {
                id: value.id,
                provider: self.provider.clone(),
                hash: words_hash(&value.words),
                words: value.words,
                kind: value.kind,
                side: value.side,
                theme: value.theme,
                topics: value.topics,
                sources,
                iso: value.iso,
                uncertain: value.uncertain,
            });
        }
        self.known.statements = ids;
        statements
    }

    fn source(&self, place: &PlaceEntry) -> Option<Source> {
        let (_, page) = self.pages.get(*self.places.get(&place.page)?)?;
        Some(Source {
            page: page.id.clone(),
            page_title: page.title.clone(),
            heading: place.heading.clone(),
            address: page.address.clone(),
            revision: page.revision.clone(),
            captured: page.captured,
        })
    }

    fn actions(&mut self) -> Vec<Action> {
        let (file, entries) = self.entries::<ActionEntry>(ACTIONS);
        let mut ids = HashSet::new();
        let mut actions = Vec::with_capacity(entries.len());
        for Entry { line, value } in entries {
            if !self.is_own(&file, line, &value.id, &ids) {
                continue;
            }
            let statements = self.known_statements(&file, line, value.statements);
            if statements.is_empty() {
                self.problem(&file, line, Trouble::WithoutStatement { id: value.id });
                continue;
            }
            if !self.known.pages.contains(&value.page) {
                self.problem(&file, line, Trouble::WithoutPage { id: value.id });
                continue;
            }
            ids.insert(value.id.clone());
            actions.push(Action {
                id: value.id,
                provider: self.provider.clone(),
                title: value.title,
                words: value.words,
                condition: value.condition,
                statements,
                page: value.page,
                heading: value.heading,
            });
        }
        self.known.actions = ids;
        actions
    }

    /// The statements in `statements` that exist. The others are reported.
    fn known_statements(&mut self, file: &str, line: u32, statements: Vec<String>) -> Vec<String> {
        let (there, missing): (Vec<_>, Vec<_>) =
            statements.into_iter().partition(|id| self.known.statements.contains(id));
        for what in missing {
            self.problem(file, line, Trouble::DanglingReference { what });
        }
        there
    }

    fn documents(&mut self) -> Vec<Document> {
        let (file, entries) = self.entries::<DocumentEntry>(DOCUMENTS);
        let mut ids = HashSet::new();
        let mut documents = Vec::with_capacity(entries.len());
        for Entry { line, value } in entries {
            if !self.is_own(&file, line, &value.id, &ids) {
                continue;
            }
            if !self.known.pages.contains(&value.page) {
                self.problem(&file, line, Trouble::WithoutPage { id: value.id });
                continue;
            }
            ids.insert(value.id.clone());
            documents.push(Document {
                id: value.id,
                provider: self.provider.clone(),
                title: value.title,
                address: self.address(&file, line, value.address),
                valid_from: value.valid_from,
                valid_until: value.valid_until,
                page: value.page,
                heading: value.heading,
            });
        }
        self.known.documents = ids;
        documents
    }

    /// What became of the statements of the revision before this one. That revision is not available here.
    fn became(&mut self) -> Vec<Became> {
        let (file, entries) = self.entries::<Became>(BECAME);
        let mut ids = HashSet::new();
        let mut became = Vec::with_capacity(entries.len());
        for Entry { line, value } in entries {
            if !self.is_own(&file, line, &value.statement, &ids) {
                continue;
            }
            ids.insert(value.statement.clone());
            let now = self.known_statements(&file, line, value.now);
            became.push(Became { now, ..value });
        }
        became
    }
}
