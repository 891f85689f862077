//! Packs: one folder per provider, `provider.yaml` and one Markdown file per page.

mod body;
mod links;
mod marked;
mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use vurder_model::provider::{Action, Document, Pack, Page, PageBlock, Source, Statement};
use vurder_model::richtext::RichText;

use self::body::{Body, Marked, Marker, What};
use self::links::Anchors;
use self::marked::{Attributes, StatementData, list};
use self::page::Front;
use crate::files::Files;
use crate::problem::Problem;
use crate::yaml;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Provider {
    name: String,
    country: String,
    website: String,
    revision: String,
    licence: String,
    about: String,
}

/// Whether `id` can name a provider, a page, a statement, an action or a topic.
pub(crate) fn is_slug(id: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=60).contains(&id.len()) && id.bytes().all(fits)
}

/// What to say of an id that is no slug.
pub(crate) fn bad_slug(what: &str, id: &str) -> String {
    format!("\"{id}\" cannot be the id of a {what}: write 1 to 60 of a-z, 0-9 and \"-\"")
}

/// Whether `number` looks like a control of annex A (`A.5.35`) or a clause (`6.1`) of ISO/IEC 27001:2022.
pub(crate) fn is_iso_number(number: &str) -> bool {
    let digits = number.strip_prefix("A.").unwrap_or(number);
    digits.split('.').count() >= 2
        && digits.split('.').all(|part| part.parse::<u8>().is_ok_and(|n| n.to_string() == part))
}

/// What to say of a number that is none of the standard.
pub(crate) fn bad_iso_number(number: &str) -> String {
    format!(
        "\"{number}\" is no number of ISO/IEC 27001: write A.5.35 for annex A or 6.1 for a clause"
    )
}

/// The hash of a statement's words: whether they are still the words of an earlier day. Sixteen hexadecimal digits of the
/// SHA-256 of the words with single spaces between them.
#[must_use]
pub fn words_hash(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut hash = String::new();
    for byte in Sha256::digest(words.as_bytes()).iter().take(8) {
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

/// Reads every pack below `providers/`; what is wrong goes to `problems`. `topics` are the known ids.
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
    let mut packs: Vec<Pack> =
        providers.into_iter().filter_map(|id| read_pack(files, id, topics, problems)).collect();
    packs.sort_by(|a, b| a.name.cmp(&b.name));
    packs
}

/// A page that was read, before the pack's statements are put together.
struct Read {
    file: String,
    id: String,
    front: Option<Front>,
    body: Body,
}

fn read_pack(
    files: &Files,
    provider: &str,
    topics: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) -> Option<Pack> {
    let folder = format!("providers/{provider}");
    let about_path = format!("{folder}/provider.yaml");
    let about_file = files.name(&about_path);
    if !is_slug(provider) {
        problems.push(Problem::new(files.name(&folder), 1, bad_slug("provider", provider)));
    }
    let about: Option<Provider> = match files.text(&about_path) {
        Ok(Some(text)) => yaml::read(&about_file, text, 0).map_err(|p| problems.push(p)).ok(),
        Ok(None) => {
            let message = "this file is missing: it names the provider";
            problems.push(Problem::new(&about_file, 1, message));
            None
        }
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    let mut pages: Vec<Read> = files
        .below(&folder, ".md")
        .filter_map(|path| {
            let file = files.name(path);
            let slug = path.strip_prefix(&folder)?.strip_prefix('/')?.strip_suffix(".md")?;
            if !is_slug(slug) {
                problems.push(Problem::new(&file, 1, bad_slug("page", slug)));
            }
            match files.text(path) {
                Ok(text) => {
                    let cut = page::cut(&file, text?, problems);
                    let body = body::read(&file, cut.body, cut.lines_above, problems);
                    Some(Read { file, id: format!("{provider}/{slug}"), front: cut.front, body })
                }
                Err(problem) => {
                    problems.push(problem);
                    None
                }
            }
        })
        .collect();
    pages.sort_by_key(|page| page.front.as_ref().map(|front| front.order));
    if files.below(&folder, ".md").next().is_none() {
        problems.push(Problem::new(&about_file, 1, "missing source: the provider has no page"));
    }
    links::check(&pages, problems);
    let anchors = Anchors::of(&pages);
    let mut assembly =
        Assembly { provider, topics, problems, places: BTreeMap::new(), pack: Parts::default() };
    for page in &pages {
        assembly.page(page, &anchors);
    }
    assembly.again(&pages);
    assembly.references(&pages);
    let parts = assembly.pack;
    let about = about?;
    Some(Pack {
        provider: provider.to_owned(),
        name: about.name,
        country: about.country,
        website: about.website,
        revision: about.revision,
        captured: parts.pages.iter().map(|page| page.captured).max()?,
        licence: about.licence,
        about: about.about.trim().to_owned(),
        pages: parts.pages,
        statements: parts.statements,
        actions: parts.actions,
        documents: parts.documents,
    })
}

/// What a pack is put together from.
#[derive(Default)]
struct Parts {
    pages: Vec<Page>,
    statements: Vec<Statement>,
    actions: Vec<Action>,
    documents: Vec<Document>,
}

struct Assembly<'a> {
    provider: &'a str,
    topics: &'a BTreeSet<&'a str>,
    problems: &'a mut Vec<Problem>,
    /// Where each id was given first.
    places: BTreeMap<String, (String, usize)>,
    pack: Parts,
}

/// The headings above a place, outermost first.
#[derive(Default)]
struct Headings(Vec<(u8, String)>);

impl Headings {
    fn enter(&mut self, level: u8, text: &str) {
        self.0.retain(|(above, _)| *above < level);
        self.0.push((level, text.to_owned()));
    }

    fn path(&self, page_title: &str) -> String {
        if self.0.is_empty() {
            return page_title.to_owned();
        }
        self.0.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" / ")
    }
}

fn source(page: &Read, front: &Front, heading: String) -> Source {
    Source {
        page: page.id.clone(),
        page_title: front.title.clone(),
        heading,
        address: front.address.clone(),
        revision: front.revision.clone(),
        captured: front.captured,
    }
}

impl Assembly<'_> {
    fn refuse(&mut self, file: &str, line: usize, message: impl Into<String>) {
        self.problems.push(Problem::new(file, line, message));
    }

    /// Takes an id for a new thing, if it is free.
    fn take(&mut self, file: &str, line: usize, what: &str, slug: &str) -> String {
        if !is_slug(slug) {
            self.refuse(file, line, bad_slug(what, slug));
        }
        let id = format!("{}/{slug}", self.provider);
        match self.places.get(&id) {
            Some((first_file, first_line)) => {
                let message =
                    format!("duplicate id: \"{slug}\" stands already in {first_file}:{first_line}");
                self.refuse(file, line, message);
            }
            None => {
                self.places.insert(id.clone(), (file.to_owned(), line));
            }
        }
        id
    }

    fn page(&mut self, page: &Read, anchors: &Anchors) {
        let mut blocks = Vec::new();
        let mut headings = Headings::default();
        for piece in &page.body.pieces {
            match &piece.what {
                What::Heading { level, text } => {
                    headings.enter(*level, text);
                    blocks.push(PageBlock::Heading { level: *level, text: text.clone() });
                }
                What::Text { markdown } => {
                    let text = RichText::from_markdown(&anchors.inside(markdown, page));
                    if !text.is_empty() {
                        blocks.push(PageBlock::Text { text });
                    }
                }
                What::Marked(marked) => {
                    blocks.extend(self.marked(page, piece.line, marked, &headings));
                }
            }
        }
        if let Some(front) = &page.front {
            self.pack.pages.push(Page {
                id: page.id.clone(),
                title: front.title.clone(),
                address: front.address.clone(),
                revision: front.revision.clone(),
                captured: front.captured,
                order: front.order,
                body: blocks,
            });
        }
    }

    fn marked(
        &mut self,
        page: &Read,
        line: usize,
        marked: &Marked,
        headings: &Headings,
    ) -> Option<PageBlock> {
        let file = &page.file;
        let title = page.front.as_ref().map_or("", |front| front.title.as_str());
        let heading = headings.path(title);
        match marked.marker {
            Marker::Statement => {
                let id = self.take(file, line, "statement", &marked.id);
                let mut attributes =
                    Attributes::new(file, line, "statement", marked, self.problems);
                let data = attributes.statement();
                attributes.finish("kind, side, theme, topics, iso");
                self.statement(page, id.clone(), marked, data?, heading);
                Some(PageBlock::Statement { id })
            }
            // Read when all statements are known.
            Marker::Again => {
                Some(PageBlock::Statement { id: format!("{}/{}", self.provider, marked.id) })
            }
            Marker::Action => {
                let id = self.take(file, line, "action", &marked.id);
                let mut attributes = Attributes::new(file, line, "action", marked, self.problems);
                let how = attributes.required("how", "say how it goes and what it gives");
                let statements = attributes.required("statements", "name the ids it rests on");
                attributes.finish("how, statements");
                let statements = list(&statements?.value);
                self.pack.actions.push(Action {
                    id: id.clone(),
                    provider: self.provider.to_owned(),
                    title: marked.words.clone(),
                    words: how?.value.clone(),
                    statements: statements
                        .into_iter()
                        .map(|slug| format!("{}/{slug}", self.provider))
                        .collect(),
                    page: page.id.clone(),
                    heading,
                });
                Some(PageBlock::Action { id })
            }
            Marker::Document => {
                let id = self.take(file, line, "document", &marked.id);
                let mut attributes = Attributes::new(file, line, "document", marked, self.problems);
                let address = attributes.required("address", "say where it is");
                attributes.finish("address");
                let address = address?;
                if !page::is_address(&address.value) {
                    let message = format!("\"{}\" is no http or https address", address.value);
                    self.refuse(file, address.line, message);
                }
                self.pack.documents.push(Document {
                    id: id.clone(),
                    provider: self.provider.to_owned(),
                    title: marked.words.clone(),
                    address: address.value.clone(),
                    page: page.id.clone(),
                    heading,
                });
                Some(PageBlock::Document { id })
            }
        }
    }

    fn statement(
        &mut self,
        page: &Read,
        id: String,
        marked: &Marked,
        data: StatementData,
        heading: String,
    ) {
        for topic in &data.topics {
            // Without topics.yaml every topic would be unknown; its absence is a problem of its own.
            if !self.topics.is_empty() && !self.topics.contains(topic.as_str()) {
                let message = format!("unknown topic \"{topic}\": topics.yaml has none of that id");
                self.refuse(&page.file, data.topics_line, message);
            }
        }
        let sources = page.front.iter().map(|front| source(page, front, heading.clone())).collect();
        self.pack.statements.push(Statement {
            id,
            provider: self.provider.to_owned(),
            words: marked.words.clone(),
            kind: data.kind,
            side: data.side,
            theme: data.theme,
            topics: data.topics,
            sources,
            iso: data.iso,
            hash: words_hash(&marked.words),
        });
    }

    /// Adds the further places of statements that several pages publish.
    fn again(&mut self, pages: &[Read]) {
        for page in pages {
            let mut headings = Headings::default();
            for piece in &page.body.pieces {
                match &piece.what {
                    What::Heading { level, text } => headings.enter(*level, text),
                    What::Marked(marked) if marked.marker == Marker::Again => {
                        let id = format!("{}/{}", self.provider, marked.id);
                        if !self.places.contains_key(&id) {
                            let message = format!("unknown statement \"{}\"", marked.id);
                            self.refuse(&page.file, piece.line, message);
                        }
                        if !marked.attributes.is_empty() || !marked.words.is_empty() {
                            let message = format!(
                                "\"{}\" has its words and attributes where it is a Statement; Again only names it",
                                marked.id
                            );
                            self.refuse(&page.file, piece.line, message);
                        }
                        let Some(front) = &page.front else { continue };
                        let place = source(page, front, headings.path(&front.title));
                        let known = self.pack.statements.iter_mut().find(|s| s.id == id);
                        if let Some(statement) = known {
                            statement.sources.push(place);
                        }
                    }
                    What::Marked(_) | What::Text { .. } => {}
                }
            }
        }
    }

    /// Refuses actions that rest on statements there are not.
    fn references(&mut self, pages: &[Read]) {
        for page in pages {
            for piece in &page.body.pieces {
                let What::Marked(marked) = &piece.what else { continue };
                if marked.marker != Marker::Action {
                    continue;
                }
                for attribute in marked.attributes.iter().filter(|a| a.key == "statements") {
                    for slug in list(&attribute.value) {
                        let id = format!("{}/{slug}", self.provider);
                        if !self.places.contains_key(&id) {
                            let message = format!(
                                "unknown statement \"{slug}\": action \"{}\" rests on it",
                                marked.id
                            );
                            self.refuse(&page.file, attribute.line, message);
                        }
                    }
                }
            }
        }
    }
}
