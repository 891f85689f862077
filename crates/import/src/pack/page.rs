//! Checks the content of a page of a pack, so that it can be shown: references exist, links are safe, passages are
//! numbered.

use std::collections::HashSet;

use vurder_model::passage::{Passage, PassageShape};
use vurder_model::provider::{Page, PageBlock};
use vurder_model::richtext::{Inline, Mark, RichText, allowed_href};

use crate::problem::Trouble;

/// The ids of the pack to which a page can refer.
#[derive(Debug, Default)]
pub(super) struct PackIds {
    pub(super) pages: HashSet<String>,
    pub(super) statements: HashSet<String>,
    pub(super) actions: HashSet<String>,
    pub(super) documents: HashSet<String>,
}

/// The problems of a page.
#[derive(Debug, Default)]
pub(super) struct PageProblems {
    pub(super) troubles: Vec<Trouble>,
    pub(super) links: usize,
    /// Targets of links that lead to no page of the pack.
    pub(super) dead_links: Vec<String>,
}

/// Corrects a page, and returns what had to be corrected.
pub(super) fn mend(page: &mut Page, known: &PackIds) -> PageProblems {
    let mut found = PageProblems::default();
    page.since_then = page.since_then.take().and_then(|text| found.text(&text));
    let body = std::mem::take(&mut page.body);
    page.body = body.into_iter().filter_map(|block| found.block(block, known)).collect();
    let passages = page.body.iter_mut().filter_map(|block| match block {
        PageBlock::Passage { passage } => Some(passage),
        _ => None,
    });
    let mut is_numbered = true;
    for (number, passage) in (1..).zip(passages) {
        is_numbered &= passage.number == number;
        passage.number = number;
    }
    if !is_numbered {
        found.troubles.push(Trouble::PassageNumbers);
    }
    found
}

impl PageProblems {
    fn dangling(&mut self, what: String) {
        self.troubles.push(Trouble::DanglingReference { what });
    }

    fn block(&mut self, block: PageBlock, known: &PackIds) -> Option<PageBlock> {
        let (is_known, id) = match block {
            PageBlock::Heading { level, text } => {
                return Some(PageBlock::Heading { level: level.clamp(1, 3), text });
            }
            PageBlock::Text { text } => {
                return self.text(&text).map(|text| PageBlock::Text { text });
            }
            PageBlock::Passage { passage } => {
                let passage = self.passage(passage, known);
                let says = passage.cells.iter().any(|cell| !cell.is_empty());
                return says.then_some(PageBlock::Passage { passage });
            }
            PageBlock::Statement { ref id } => (known.statements.contains(id), id),
            PageBlock::Action { ref id } => (known.actions.contains(id), id),
            PageBlock::Document { ref id } => (known.documents.contains(id), id),
        };
        if !is_known {
            self.dangling(id.clone());
            return None;
        }
        Some(block)
    }

    /// A text in its normal form, in which no link leads to a script; `None` for a text with citations, because only
    /// projects have citations.
    fn text(&mut self, text: &RichText) -> Option<RichText> {
        if let Some(id) = text.citations().first() {
            self.dangling(format!("cite:{id}"));
            return None;
        }
        Some(text.normalise())
    }

    fn passage(&mut self, mut passage: Passage, known: &PackIds) -> Passage {
        if let PassageShape::Item { depth, .. } = &mut passage.shape {
            *depth = (*depth).max(1);
        }
        for inline in passage.cells.iter_mut().flatten() {
            match inline {
                Inline::Text { marks, .. } => marks.retain(|mark| match mark {
                    Mark::Link { attrs } => self.link(&attrs.href, known),
                    _ => true,
                }),
                Inline::Citation { attrs } => self.dangling(format!("cite:{}", attrs.id)),
                Inline::HardBreak {} => {}
            }
        }
        for cell in &mut passage.cells {
            cell.retain(|inline| !matches!(inline, Inline::Citation { .. }));
        }
        passage
    }

    /// Whether a link is kept.
    fn link(&mut self, href: &str, known: &PackIds) -> bool {
        if !allowed_href(href) {
            self.troubles.push(Trouble::BadAddress { address: href.to_owned() });
            return false;
        }
        self.links += 1;
        let is_dead = href.strip_prefix('#').is_some_and(|page| !known.pages.contains(page));
        if is_dead {
            self.dead_links.push(href.to_owned());
        }
        !is_dead
    }
}
