//! What came of an import.

use vurder_model::provider::{Pack, Page, PageBlock};

use crate::format::Recognised;
use crate::problem::Problem;

/// The pack that was read, and what could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The pages and passages, in the provider's words.
    pub pack: Pack,
    /// The file that each page was read from, in the order of the pages.
    pub sources: Vec<String>,
    /// The format that was read, and what it was recognised by.
    pub format: Recognised,
    /// What could not be read, in the order of files and lines.
    pub problems: Vec<Problem>,
    /// How much was read.
    pub counts: Counts,
    /// Links to pages that are not there, in the order of files and lines.
    pub dead_links: Vec<DeadLink>,
}

/// How much was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Pages.
    pub pages: usize,
    /// Headings on all pages.
    pub headings: usize,
    /// Passages on all pages.
    pub passages: usize,
    /// Links in passages, dead ones included.
    pub links: usize,
    /// Links to pages that are not there.
    pub dead_links: usize,
}

impl Counts {
    /// Adds what a page has.
    pub(crate) fn count(&mut self, page: &Page) {
        self.pages += 1;
        for block in &page.body {
            match block {
                PageBlock::Heading { .. } => self.headings += 1,
                PageBlock::Passage { .. } => self.passages += 1,
                _ => {}
            }
        }
    }
}

/// Puts problems and dead links in the order of files and lines.
pub(crate) fn sort_by_place(problems: &mut [Problem], dead_links: &mut [DeadLink]) {
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    dead_links.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
}

/// A link to a page that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLink {
    /// The file it stands in.
    pub file: String,
    /// Its line, from 1; 0 where the file has no lines of text.
    pub line: u32,
    /// Where it leads, as it is written.
    pub target: String,
}
