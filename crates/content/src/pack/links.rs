//! Links between the pages of a pack: `[words](other-page.md#heading)`.

use std::collections::BTreeMap;

use super::Read;
use super::body::PageBlockKind;
use super::page::is_address;
use crate::problem::Problem;

/// The places to which links can lead, by the page's file name without its ending.
pub(super) struct Anchors(BTreeMap<String, Vec<String>>);

fn slug(page: &Read) -> &str {
    page.id.rsplit('/').next().unwrap_or(&page.id)
}

/// A heading's anchor, as Markdown sites make it: small letters, words joined by `-`.
fn anchor(heading: &str) -> String {
    let letters: String = heading
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .collect();
    letters.replace(' ', "-")
}

impl Anchors {
    /// The headings and marked items of each page.
    pub(super) fn of(pages: &[Read]) -> Self {
        let anchors = |page: &Read| {
            let name = |kind: &PageBlockKind| match kind {
                PageBlockKind::Heading { text, .. } => Some(anchor(text)),
                PageBlockKind::Marked(marked) => Some(marked.id.clone()),
                PageBlockKind::Text { .. } => None,
            };
            page.body.blocks.iter().filter_map(|block| name(&block.kind)).collect()
        };
        Self(pages.iter().map(|page| (slug(page).to_owned(), anchors(page))).collect())
    }

    /// The page and the anchor of `target`, a link on `page`; `None` if it leads out of the program.
    fn place(page: &Read, target: &str) -> Option<(String, Option<String>)> {
        if is_address(target) || target.starts_with("mailto:") {
            return None;
        }
        let (file, anchor) = match target.split_once('#') {
            Some((file, anchor)) => (file, Some(anchor.to_owned())),
            None => (target, None),
        };
        let file = file.strip_prefix("./").unwrap_or(file);
        let other =
            if file.is_empty() { slug(page) } else { file.strip_suffix(".md").unwrap_or(file) };
        Some((other.to_owned(), anchor))
    }

    /// `markdown` with its links between pages changed to places inside the program: `#provider/page/anchor`.
    pub(super) fn inside(&self, markdown: &str, page: &Read) -> String {
        let mut markdown = markdown.to_owned();
        for link in &page.body.links {
            let Some((other, anchor)) = Self::place(page, &link.target) else { continue };
            let provider = page.id.split('/').next().unwrap_or_default();
            let mut place = format!("](#{provider}/{other}");
            if let Some(anchor) = anchor {
                place.push('/');
                place.push_str(&anchor);
            }
            place.push(')');
            markdown = markdown.replace(&format!("]({})", link.target), &place);
        }
        markdown
    }

    fn leads_somewhere(&self, page: &Read, target: &str) -> bool {
        match Self::place(page, target) {
            None => true,
            Some((other, None)) => self.0.contains_key(&other),
            Some((other, Some(anchor))) => {
                self.0.get(&other).is_some_and(|anchors| anchors.contains(&anchor))
            }
        }
    }
}

/// Reports links that lead nowhere.
pub(super) fn check(pages: &[Read], problems: &mut Vec<Problem>) {
    let anchors = Anchors::of(pages);
    for page in pages {
        for link in &page.body.links {
            if !anchors.leads_somewhere(page, &link.target) {
                let message = format!(
                    "dead link: \"{}\" is no page or heading of this pack, and no http, https or mailto address",
                    link.target
                );
                problems.push(Problem::new(&page.file, link.line, message));
            }
        }
    }
}
