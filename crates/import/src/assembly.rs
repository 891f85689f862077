//! Builds a pack from pages: ids, order, levels of headings, counts.

use std::collections::{HashMap, HashSet};

use vurder_model::provider::{Pack, PackOrigin, Page, PageBlock, Statement};

use crate::about::About;
use crate::format::Recognised;
use crate::imported::{Counts, DeadLink, Imported, sort_by_place};
use crate::links::{self, LinkTarget};
use crate::page::{Link, WORDS_OF_TARGET};
use crate::problem::{Problem, Trouble};
use crate::refused::Refused;
use crate::weight::Weight;

/// A page that was read.
#[derive(Debug)]
pub(crate) struct Draft {
    /// The file from which it was read.
    pub(crate) file: String,
    /// The text from which its id is made, below the id of the provider.
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) address: String,
    /// The revision that the page or the file states; empty if it states none.
    pub(crate) revision: String,
    pub(crate) blocks: Vec<PageBlock>,
    pub(crate) links: Vec<Link>,
}

/// A page with its id.
#[derive(Debug)]
pub(crate) struct Placed {
    pub(crate) file: String,
    pub(crate) page: Page,
    links: Vec<Link>,
}

/// The pages of a pack that is being built.
#[derive(Debug)]
pub(crate) struct Assembly<'a> {
    about: &'a About,
    pub(crate) pages: Vec<Placed>,
    pub(crate) statements: Vec<Statement>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) dead_links: Vec<DeadLink>,
    ids: HashSet<String>,
    /// The last number that was added to ids with the same beginning.
    numbers: HashMap<String, u32>,
    addresses: HashMap<String, String>,
    weight: Weight,
}

impl<'a> Assembly<'a> {
    pub(crate) fn new(about: &'a About) -> Self {
        Self {
            about,
            pages: Vec::new(),
            statements: Vec::new(),
            problems: Vec::new(),
            dead_links: Vec::new(),
            ids: HashSet::new(),
            numbers: HashMap::new(),
            addresses: HashMap::new(),
            weight: Weight::default(),
        }
    }

    pub(crate) fn about(&self) -> &'a About {
        self.about
    }

    pub(crate) fn problem(&mut self, file: &str, line: u32, trouble: Trouble) {
        self.problems.push(Problem::new(file, line, trouble));
    }

    /// Reserves an id, so that no page and no statement gets it.
    pub(crate) fn reserve(&mut self, id: &str) {
        self.ids.insert(id.to_owned());
    }

    /// An id below the id of the provider that no page and no statement has yet.
    pub(crate) fn own_id(&mut self, slug: &str) -> String {
        let id = format!("{}/{slug}", self.about.provider);
        let mut own = id.clone();
        while !self.ids.insert(own.clone()) {
            let number = self.numbers.entry(id.clone()).or_insert(1);
            *number += 1;
            own = format!("{id}-{number}");
        }
        own
    }

    /// Adds a page and returns its id. A page without words becomes a problem. After the limit is exceeded, pages are
    /// not kept, and `finish` refuses the import.
    pub(crate) fn add(&mut self, draft: Draft) -> Option<String> {
        let mut draft = draft;
        self.weight.add_page(&draft.blocks);
        self.weight.add(draft.links.len());
        self.weight.check().ok()?;
        if draft.blocks.is_empty() {
            self.problem(&draft.file, 0, Trouble::Empty);
            return None;
        }
        level(&mut draft.blocks);
        if !draft.address.is_empty()
            && let Some(other) = self.addresses.insert(draft.address.clone(), draft.file.clone())
        {
            let address = draft.address.clone();
            self.problem(&draft.file, 0, Trouble::SameAddress { other, address });
        }
        let id = self.own_id(&draft.slug);
        let revision = match draft.revision.as_str() {
            "" => self.about.revision.clone().unwrap_or_default(),
            stated => stated.to_owned(),
        };
        let page = Page {
            id: id.clone(),
            title: draft.title,
            address: draft.address,
            revision,
            captured: Some(self.about.date),
            since_then: None,
            order: u32::try_from(self.pages.len() + 1).unwrap_or(u32::MAX),
            body: draft.blocks,
        };
        self.pages.push(Placed { file: draft.file, page, links: draft.links });
        Some(id)
    }

    /// Completes the pack after all pages are added. `leads` resolves their links.
    ///
    /// # Errors
    /// When there is no page at all, or when the limits are exceeded.
    pub(crate) fn finish(
        mut self,
        format: Recognised,
        leads: impl Fn(&Placed, &str) -> LinkTarget,
    ) -> Result<Imported, Refused> {
        self.weight.add(self.problems.len());
        self.weight.check()?;
        if self.pages.is_empty() {
            return Err(Refused::NotThisFormat);
        }
        let mut counts = Counts::default();
        let mut pages = Vec::with_capacity(self.pages.len());
        let mut sources = Vec::with_capacity(self.pages.len());
        for mut placed in self.pages {
            let resolved: Vec<LinkTarget> =
                placed.links.iter().map(|link| leads(&placed, &link.target)).collect();
            for (link, leads) in placed.links.iter().zip(&resolved) {
                counts.links += usize::from(*leads != LinkTarget::NoLink);
                if matches!(leads, LinkTarget::Nowhere(_)) {
                    let (file, target) = (placed.file.clone(), link.target.clone());
                    self.dead_links.push(DeadLink { file, line: link.line, target });
                }
            }
            links::put(&mut placed.page, &resolved);
            counts.count(&placed.page);
            pages.push(placed.page);
            sources.push(placed.file);
        }
        counts.dead_links = self.dead_links.len();
        sort_by_place(&mut self.problems, &mut self.dead_links);
        Ok(Imported {
            pack: pack(self.about, pages, self.statements),
            sources,
            format,
            problems: self.problems,
            counts,
            dead_links: self.dead_links,
        })
    }
}

/// A pack of imported pages. Its revision is named after the day.
pub(crate) fn pack(about: &About, pages: Vec<Page>, statements: Vec<Statement>) -> Pack {
    Pack {
        provider: about.provider.clone(),
        name: about.name.clone(),
        other_names: Vec::new(),
        country: about.country.clone(),
        website: about.website.clone(),
        revision: about.date.to_string(),
        origin: PackOrigin::Imported,
        follows: None,
        captured: Some(about.date),
        licence: String::new(),
        about: String::new(),
        pages,
        statements,
        actions: Vec::new(),
        documents: Vec::new(),
        became: Vec::new(),
        not_stated: Vec::new(),
    }
}

/// The first heading of a page, as its title.
pub(crate) fn first_heading(blocks: &[PageBlock]) -> Option<String> {
    let words = blocks.iter().find_map(|block| match block {
        PageBlock::Heading { text, .. } => Some(text.replace(WORDS_OF_TARGET, "")),
        _ => None,
    })?;
    Some(words.trim().to_owned()).filter(|words| !words.is_empty())
}

/// Removes a heading at the top that only repeats the title.
pub(crate) fn drop_title(blocks: &mut Vec<PageBlock>, title: &str) {
    if let Some(PageBlock::Heading { text, .. }) = blocks.first()
        && text.replace(WORDS_OF_TARGET, "").trim() == title
    {
        blocks.remove(0);
    }
}

/// Gives the headings levels from 1 to 3.
pub(crate) fn level(blocks: &mut [PageBlock]) {
    let levels = blocks.iter().filter_map(|block| match block {
        PageBlock::Heading { level, .. } => Some(*level),
        _ => None,
    });
    let above = levels.min().unwrap_or(1).saturating_sub(1);
    for block in blocks {
        if let PageBlock::Heading { level, .. } = block {
            *level = level.saturating_sub(above).clamp(1, 3);
        }
    }
}
