//! Resolves the links of pages: each link gets its address or becomes plain words.

use vurder_model::passage::PassageShape;
use vurder_model::provider::{Page, PageBlock};
use vurder_model::richtext::{Inline, Mark, allowed_href};

use crate::page::{UNRESOLVED, WORDS_OF_TARGET};
use crate::paths::name;

/// The target of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkTarget {
    /// Another page of the pack: its id and its title.
    Page { id: String, title: String },
    /// An address outside of the pack.
    Address(String),
    /// A page that does not exist, with the name that the link gives it.
    Nowhere(String),
    /// The link cannot be followed, because it is a script.
    NoLink,
}

/// Sets the targets of the links of a page.
pub(crate) fn put(page: &mut Page, leads: &[LinkTarget]) {
    for block in &mut page.body {
        match block {
            PageBlock::Passage { passage } => {
                for cell in &mut passage.cells {
                    *cell = words(std::mem::take(cell), leads);
                }
                let is_row = matches!(passage.shape, PassageShape::Row { .. });
                passage.cells.retain(|cell| is_row || !cell.is_empty());
            }
            PageBlock::Heading { text, .. } if text.contains(WORDS_OF_TARGET) => {
                *text = text.replace(WORDS_OF_TARGET, "");
            }
            _ => {}
        }
    }
    let says = |block: &PageBlock| match block {
        PageBlock::Passage { passage } => passage.cells.iter().any(|cell| !cell.is_empty()),
        PageBlock::Heading { text, .. } => !text.trim().is_empty(),
        _ => true,
    };
    page.body.retain(says);
    let mut number = 0;
    for block in &mut page.body {
        if let PageBlock::Passage { passage } = block {
            number += 1;
            passage.number = number;
        }
    }
}

fn words(inlines: Vec<Inline>, leads: &[LinkTarget]) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        let Inline::Text { mut text, mut marks } = inline else {
            out.push(inline);
            continue;
        };
        let number = marks.iter().find_map(|mark| match mark {
            Mark::Link { attrs } => attrs.href.strip_prefix(UNRESOLVED)?.parse::<usize>().ok(),
            _ => None,
        });
        if let Some(number) = number {
            marks.retain(|mark| !matches!(mark, Mark::Link { .. }));
            let (href, called) = match leads.get(number) {
                Some(LinkTarget::Page { id, title }) => (Some(format!("#{id}")), title.as_str()),
                Some(LinkTarget::Address(address)) => {
                    let file = Some(name(address)).filter(|file| !file.is_empty());
                    (Some(address.clone()), file.unwrap_or(address))
                }
                Some(LinkTarget::Nowhere(called)) => (None, called.as_str()),
                Some(LinkTarget::NoLink) | None => (None, ""),
            };
            if text.contains(WORDS_OF_TARGET) {
                text = text.replace(WORDS_OF_TARGET, called);
            }
            if let Some(href) = href.filter(|href| allowed_href(href)) {
                marks.push(Mark::link(href));
            }
        }
        match out.last_mut() {
            _ if text.is_empty() => {}
            Some(Inline::Text { text: before, marks: same }) if *same == marks => {
                before.push_str(&text);
            }
            _ => out.push(Inline::Text { text, marks }),
        }
    }
    while out.last().is_some_and(|last| matches!(last, Inline::HardBreak {})) {
        out.pop();
    }
    out
}
