//! Lists the passages of two revisions in reading order, each with its place.

use std::collections::HashMap;
use std::panic::resume_unwind;
use std::sync::Arc;

use vurder_model::drift::{PageName, PassagePlace};
use vurder_model::passage::{Passage, PassageShape, passage_name, passage_of};
use vurder_model::provider::{Pack, Page, PageBlock};
use vurder_model::richtext::{Inline, Mark};

use super::words::Plain;
use crate::pack::Headings;

/// A passage of a revision, prepared for comparison.
pub(super) struct Placed<'a> {
    /// Index of its page in the pack.
    pub(super) page: usize,
    pub(super) passage: &'a Passage,
    /// The headings above it, joined by ` / `; empty above the first heading.
    pub(super) heading: Arc<str>,
    /// The number of `heading`. It is the same in both revisions.
    pub(super) heading_number: u32,
    /// Its words in the form in which they are compared.
    pub(super) plain: String,
    /// The number of `plain`. It is the same in both revisions.
    pub(super) plain_number: u32,
    pub(super) links: Vec<&'a str>,
}

impl Placed<'_> {
    /// What a reader sees of it.
    pub(super) fn place(&self, pack: &Pack) -> PassagePlace {
        let page = &pack.pages[self.page];
        PassagePlace {
            passage: self.name(pack),
            page_title: page.title.clone(),
            heading: if self.heading.is_empty() {
                page.title.clone()
            } else {
                self.heading.to_string()
            },
            words: self.passage.words(),
        }
    }

    /// Its name in its revision.
    pub(super) fn name(&self, pack: &Pack) -> String {
        passage_name(&pack.pages[self.page].id, self.passage.number)
    }
}

/// All passages of two revisions that have words, page by page.
pub(super) fn placed<'a>(before: &'a Pack, after: &'a Pack) -> (Vec<Placed<'a>>, Vec<Placed<'a>>) {
    let (mut old, mut new) = std::thread::scope(|scope| {
        let old = scope.spawn(|| in_pack(before));
        let new = in_pack(after);
        (old.join().unwrap_or_else(|panic| resume_unwind(panic)), new)
    });
    number(&mut old, &mut new);
    (old, new)
}

/// Numbers the headings and the words: equal ones get the same number, because they are compared very often.
fn number<'a>(old: &mut [Placed<'a>], new: &mut [Placed<'a>]) {
    let all = || old.iter().chain(&*new);
    let headings = numbers(all().map(|one| &*one.heading));
    let words = numbers(all().map(|one| one.plain.as_str()));
    for (one, (heading, plain)) in old.iter_mut().chain(new).zip(headings.into_iter().zip(words)) {
        (one.heading_number, one.plain_number) = (heading, plain);
    }
}

fn numbers<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<u32> {
    let mut known: HashMap<&str, u32> = HashMap::new();
    let number = |text| {
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        *known.entry(text).or_insert(next)
    };
    texts.map(number).collect()
}

/// All passages of a pack that have words, page by page. Their numbers are not set.
fn in_pack(pack: &Pack) -> Vec<Placed<'_>> {
    let mut all = Vec::new();
    for (page, content) in pack.pages.iter().enumerate() {
        let mut headings = Headings::default();
        let mut heading: Arc<str> = Arc::from("");
        for block in &content.body {
            match block {
                PageBlock::Heading { level, text } => {
                    headings.enter(*level, text);
                    heading = headings.path("").into();
                }
                PageBlock::Passage { passage } if has_words(passage) => {
                    let links = passage.cells.iter().flatten().filter_map(link).collect();
                    let (heading, plain) = (Arc::clone(&heading), plain(passage));
                    let (heading_number, plain_number) = (0, 0);
                    all.push(Placed {
                        page,
                        passage,
                        heading,
                        heading_number,
                        plain,
                        plain_number,
                        links,
                    });
                }
                _ => {}
            }
        }
    }
    all
}

fn has_words(passage: &Passage) -> bool {
    passage.cells.iter().flatten().any(|inline| match inline {
        Inline::Text { text, .. } => text.contains(|c: char| !c.is_whitespace()),
        Inline::HardBreak {} | Inline::Citation { .. } => false,
    })
}

/// The words of a passage in the form in which they are compared. In code, every character counts.
fn plain(passage: &Passage) -> String {
    if let PassageShape::Code {} = passage.shape {
        return passage.words();
    }
    let mut plain = Plain::default();
    for (at, cell) in passage.cells.iter().enumerate() {
        if at > 0 {
            plain.next_cell();
        }
        for inline in cell {
            match inline {
                Inline::Text { text, .. } => plain.push(text),
                Inline::HardBreak {} => plain.end_word(),
                Inline::Citation { .. } => {}
            }
        }
    }
    plain.finish()
}

/// The target of a link that leads outside the provider's own pages. Links between its pages are left out, because they
/// change when a page moves.
fn link(inline: &Inline) -> Option<&str> {
    let Inline::Text { marks, .. } = inline else { return None };
    marks.iter().find_map(|mark| match mark {
        Mark::Link { attrs } if !attrs.href.starts_with('#') => Some(attrs.href.as_str()),
        _ => None,
    })
}

/// What a reader sees of a page.
pub(super) fn page_name(page: &Page) -> PageName {
    PageName { id: page.id.clone(), title: page.title.clone(), address: page.address.clone() }
}

/// The place and the words of a passage with this name; `None` if the pack has no such passage.
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
