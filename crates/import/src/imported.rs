//! The result of an import.

use vurder_model::provider::{Pack, Page, PageBlock};

use crate::format::Recognised;
use crate::problem::Problem;

/// The pack that was read, and what could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The pages and passages, in the provider's words.
    pub pack: Pack,
    /// For each page, the file from which it was read.
    pub sources: Vec<String>,
    /// The format, and how it was recognised.
    pub format: Recognised,
    /// What could not be read, in the order of files and lines.
    pub problems: Vec<Problem>,
    /// How much was read.
    pub counts: Counts,
    /// Links to pages that do not exist, in the order of files and lines.
    pub dead_links: Vec<DeadLink>,
}

/// Numbers of what was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Number of pages.
    pub pages: usize,
    /// Number of headings on all pages.
    pub headings: usize,
    /// Number of passages on all pages.
    pub passages: usize,
    /// Number of links in passages, dead links included.
    pub links: usize,
    /// Number of links to pages that do not exist.
    pub dead_links: usize,
}

impl Counts {
    /// Adds the numbers of a page.
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

/// Sorts problems and dead links by files and lines.
pub(crate) fn sort_by_place(problems: &mut [Problem], dead_links: &mut [DeadLink]) {
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    dead_links.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
}

/// A link to a page that does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLink {
    /// The file in which it stands.
    pub file: String,
    /// Its line, counted from 1; 0 if the file has no lines of text.
    pub line: u32,
    /// Its target as it is written.
    pub target: String,
}
