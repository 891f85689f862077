//! Builds the statements, actions and documents of a pack from its pages.

use std::collections::{BTreeMap, BTreeSet};

use vurder_model::provider::{Action, Document, Page, PageBlock, Source, Statement};
use vurder_model::richtext::RichText;

use super::body::{Marked, Marker, PageBlockKind};
use super::headings::Headings;
use super::links::Anchors;
use super::marked::{Attributes, StatementData, list};
use super::page::{Front, is_address};
use super::{Read, bad_slug, is_slug, words_hash};
use crate::problem::Problem;

/// Joins the pages of `provider` in their order, and adds the problems to `problems`.
pub(super) fn assemble(
    provider: &str,
    pages: &[Read],
    topics: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) -> Parts {
    let anchors = Anchors::of(pages);
    let mut assembly =
        Assembly { provider, topics, problems, places: BTreeMap::new(), pack: Parts::default() };
    for page in pages {
        assembly.page(page, &anchors);
    }
    assembly.again(pages);
    assembly.references(pages);
    assembly.pack
}

/// The parts from which a pack is built.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) pages: Vec<Page>,
    pub(super) statements: Vec<Statement>,
    pub(super) actions: Vec<Action>,
    pub(super) documents: Vec<Document>,
}

struct Assembly<'a> {
    provider: &'a str,
    topics: &'a BTreeSet<&'a str>,
    problems: &'a mut Vec<Problem>,
    /// For each id, the place where it stands first.
    places: BTreeMap<String, (String, usize)>,
    pack: Parts,
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

    /// Reserves an id for a new thing, if it is free.
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
        for block in &page.body.blocks {
            match &block.kind {
                PageBlockKind::Heading { level, text } => {
                    headings.enter(*level, text);
                    blocks.push(PageBlock::Heading { level: *level, text: text.clone() });
                }
                PageBlockKind::Text { markdown } => {
                    let text = RichText::from_markdown(&anchors.inside(markdown, page));
                    if !text.is_empty() {
                        blocks.push(PageBlock::Text { text });
                    }
                }
                PageBlockKind::Marked(marked) => {
                    blocks.extend(self.marked(page, block.line, marked, &headings));
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
                since_then: front.since_then.as_deref().map(RichText::from_markdown),
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
                attributes.finish("kind, side, theme, topics, iso, uncertain");
                self.statement(page, id.clone(), marked, data?, heading);
                Some(PageBlock::Statement { id })
            }
            // It is read when all statements are known.
            Marker::Again => {
                Some(PageBlock::Statement { id: format!("{}/{}", self.provider, marked.id) })
            }
            Marker::Action => {
                let id = self.take(file, line, "action", &marked.id);
                let mut attributes = Attributes::new(file, line, "action", marked, self.problems);
                let how = attributes.required("how", "say how it goes and what it gives");
                let statements = attributes.required("statements", "name the ids it rests on");
                let condition = attributes.optional("condition").map(|given| given.value.clone());
                attributes.finish("how, condition, statements");
                let statements = list(&statements?.value);
                self.pack.actions.push(Action {
                    id: id.clone(),
                    provider: self.provider.to_owned(),
                    title: marked.words.clone(),
                    words: how?.value.clone(),
                    condition,
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
                let (valid_from, valid_until) = attributes.validity();
                attributes.finish("address, valid_from, valid_until");
                let address = address?;
                if !is_address(&address.value) {
                    let message = format!("\"{}\" is no http or https address", address.value);
                    self.refuse(file, address.line, message);
                }
                self.pack.documents.push(Document {
                    id: id.clone(),
                    provider: self.provider.to_owned(),
                    title: marked.words.clone(),
                    address: address.value.clone(),
                    valid_from,
                    valid_until,
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
            // Without topics.yaml, every topic would be unknown. Its absence is reported as a problem of its own.
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
            uncertain: data.uncertain,
            hash: words_hash(&marked.words),
        });
    }

    /// Adds the other places of statements that several pages publish.
    fn again(&mut self, pages: &[Read]) {
        for page in pages {
            let mut headings = Headings::default();
            for block in &page.body.blocks {
                match &block.kind {
                    PageBlockKind::Heading { level, text } => headings.enter(*level, text),
                    PageBlockKind::Marked(marked) if marked.marker == Marker::Again => {
                        let id = format!("{}/{}", self.provider, marked.id);
                        if !self.places.contains_key(&id) {
                            let message = format!("unknown statement \"{}\"", marked.id);
                            self.refuse(&page.file, block.line, message);
                        }
                        if !marked.attributes.is_empty() || !marked.words.is_empty() {
                            let message = format!(
                                "\"{}\" has its words and attributes where it is a Statement; Again only names it",
                                marked.id
                            );
                            self.refuse(&page.file, block.line, message);
                        }
                        let Some(front) = &page.front else { continue };
                        let place = source(page, front, headings.path(&front.title));
                        let known = self.pack.statements.iter_mut().find(|s| s.id == id);
                        let Some(statement) = known else { continue };
                        if statement.sources.iter().any(|source| source.page == place.page) {
                            let message = format!(
                                "\"{}\" stands on this page already; Again names it on another one",
                                marked.id
                            );
                            self.refuse(&page.file, block.line, message);
                        } else {
                            statement.sources.push(place);
                        }
                    }
                    PageBlockKind::Marked(_) | PageBlockKind::Text { .. } => {}
                }
            }
        }
    }

    /// Reports actions that rest on statements that do not exist.
    fn references(&mut self, pages: &[Read]) {
        for page in pages {
            for block in &page.body.blocks {
                let PageBlockKind::Marked(marked) = &block.kind else { continue };
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
