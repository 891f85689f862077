//! The passages of a revision in reading order, each with its place.

use vurder_model::drift::{PageName, PassagePlace};
use vurder_model::passage::{PassageShape, passage_name, passage_of};
use vurder_model::provider::{Pack, Page, PageBlock};
use vurder_model::richtext::{Inline, Mark};

use super::words::plain;
use crate::pack::Headings;

/// A passage of a revision, as it is compared.
pub(super) struct Placed<'a> {
    /// Index of its page in the pack.
    pub(super) page: usize,
    pub(super) number: u32,
    /// The headings above it, joined by ` / `; empty above the first heading.
    pub(super) heading: String,
    /// Its words as they are published.
    pub(super) words: String,
    /// Its words as they are compared.
    pub(super) plain: String,
    pub(super) links: Vec<&'a str>,
}

impl Placed<'_> {
    /// What a reader is told of it.
    pub(super) fn told(&self, pack: &Pack) -> PassagePlace {
        let page = &pack.pages[self.page];
        PassagePlace {
            passage: passage_name(&page.id, self.number),
            page_title: page.title.clone(),
            heading: if self.heading.is_empty() {
                page.title.clone()
            } else {
                self.heading.clone()
            },
            words: self.words.clone(),
        }
    }
}

/// All passages of a pack that have words, page by page.
pub(super) fn placed(pack: &Pack) -> Vec<Placed<'_>> {
    let mut all = Vec::new();
    for (page, content) in pack.pages.iter().enumerate() {
        let mut headings = Headings::default();
        for block in &content.body {
            match block {
                PageBlock::Heading { level, text } => headings.enter(*level, text),
                PageBlock::Passage { passage } => {
                    let words = passage.words();
                    if !words.is_empty() {
                        let links = passage.cells.iter().flatten().filter_map(link).collect();
                        let heading = headings.path("");
                        // In code each mark counts.
                        let code = matches!(passage.shape, PassageShape::Code {});
                        let plain = if code { words.clone() } else { plain(&words) };
                        let number = passage.number;
                        all.push(Placed { page, number, heading, words, plain, links });
                    }
                }
                _ => {}
            }
        }
    }
    all
}

/// Where an inline leads, outside the provider's own pages: a page that moved takes the links to it along.
fn link(inline: &Inline) -> Option<&str> {
    let Inline::Text { marks, .. } = inline else { return None };
    marks.iter().find_map(|mark| match mark {
        Mark::Link { attrs } if !attrs.href.starts_with('#') => Some(attrs.href.as_str()),
        _ => None,
    })
}

/// What a reader is told of a page.
pub(super) fn page_name(page: &Page) -> PageName {
    PageName { id: page.id.clone(), title: page.title.clone(), address: page.address.clone() }
}

/// Where a passage of a pack stands, by its name, with its words; none where the pack has no such passage.
#[must_use]
pub fn passage_place(pack: &Pack, passage: &str) -> Option<PassagePlace> {
    let (id, number) = passage_of(passage)?;
    let page = pack.page(id)?;
    let mut headings = Headings::default();
    for block in &page.body {
        match block {
            PageBlock::Heading { level, text } => headings.enter(*level, text),
            PageBlock::Passage { passage: found } if found.number == number => {
                return Some(PassagePlace {
                    passage: passage.to_owned(),
                    page_title: page.title.clone(),
                    heading: headings.path(&page.title),
                    words: found.words(),
                });
            }
            _ => {}
        }
    }
    None
}
