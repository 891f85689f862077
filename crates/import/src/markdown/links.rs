//! Finds the targets of links after all pages are known: a page in the program, an address, or nothing.

use std::collections::HashMap;

use vurder_model::provider::Page;
use vurder_model::richtext::allowed_href;

use crate::address;
use crate::imported::DeadLink;
use crate::links::{self, LinkTarget};
use crate::page::Link;
use crate::paths::{ending, folder, joined, name, percent_decoded, without_ending};

/// The facts about a page that links need.
#[derive(Debug)]
pub(super) struct LinkedPage {
    pub(super) id: String,
    pub(super) title: String,
    /// Its path without the ending, below the root of the site.
    pub(super) stem: String,
    /// Its published path, below the address of the site.
    pub(super) published: String,
}

/// All pages of a site, so that links can be resolved.
#[derive(Debug, Default)]
pub(super) struct Targets {
    pages: Vec<LinkedPage>,
    by_stem: HashMap<String, usize>,
    by_address: HashMap<String, usize>,
    labels: HashMap<String, (usize, String)>,
    address: String,
    root: String,
}

impl Targets {
    pub(super) fn new(address: &str, root: &str) -> Self {
        Self { address: address.to_owned(), root: root.to_owned(), ..Self::default() }
    }

    /// Adds a page with the names by which links refer to its headings.
    pub(super) fn add(&mut self, page: LinkedPage, labels: Vec<(String, String)>) {
        let at = self.pages.len();
        self.by_stem.entry(page.stem.clone()).or_insert(at);
        self.by_address.entry(bare(&page.published)).or_insert(at);
        for (label, heading) in labels {
            self.labels.entry(label).or_insert((at, heading));
        }
        self.pages.push(page);
    }

    /// Resolves the links of a page. Returns their number, and the dead links.
    pub(super) fn resolve(
        &self,
        page: &mut Page,
        known: usize,
        links: &[Link],
        file: &str,
        dead: &mut Vec<DeadLink>,
    ) -> usize {
        let Some(here) = self.pages.get(known) else { return 0 };
        let leads: Vec<LinkTarget> =
            links.iter().map(|link| self.leads(&link.target, here)).collect();
        for (link, leads) in links.iter().zip(&leads) {
            if let LinkTarget::Nowhere(target) = leads {
                let target = target.clone();
                dead.push(DeadLink { file: file.to_owned(), line: link.line, target });
            }
        }
        links::put(page, &leads);
        links.iter().zip(&leads).filter(|(_, leads)| !matches!(leads, LinkTarget::NoLink)).count()
    }

    fn leads(&self, target: &str, here: &LinkedPage) -> LinkTarget {
        if let Some(label) = target.strip_prefix("label:") {
            return match self.labels.get(label) {
                Some((page, heading)) => self.page(*page, heading),
                None => self.leads_to_path(label, here, true),
            };
        }
        if target.is_empty() || target.starts_with('#') {
            if let Some((page, heading)) = self.labels.get(target.trim_start_matches('#')) {
                return self.page(*page, heading);
            }
            let title = target.trim_start_matches('#').replace('-', " ");
            return LinkTarget::Page { id: here.id.clone(), title };
        }
        if let Some((page, heading)) = self.labels.get(target) {
            return self.page(*page, heading);
        }
        if let Some(below) = self.below_address(target) {
            let (path, _) = parted(below);
            if let Some(page) = self.by_address.get(&bare(&percent_decoded(path))) {
                return self.page(*page, "");
            }
        }
        if target.starts_with("//") {
            return LinkTarget::Address(format!("https:{target}"));
        }
        let scheme = target.split_once(':').map(|(scheme, _)| scheme);
        let scheme =
            scheme.filter(|scheme| scheme.chars().all(|c| c.is_ascii_alphanumeric() || c == '+'));
        if scheme.is_some_and(|scheme| scheme.len() > 1) {
            let known = allowed_href(target);
            return if known { LinkTarget::Address(target.to_owned()) } else { LinkTarget::NoLink };
        }
        self.leads_to_path(target, here, false)
    }

    fn below_address<'t>(&self, target: &'t str) -> Option<&'t str> {
        let address = self.address.trim_end_matches('/');
        let below = target.strip_prefix(address).filter(|_| !address.is_empty())?;
        (below.is_empty() || below.starts_with(['/', '#', '?'])).then_some(below)
    }

    fn leads_to_path(&self, target: &str, here: &LinkedPage, is_label: bool) -> LinkTarget {
        let (path, rest) = parted(target);
        let path = percent_decoded(path);
        let path = path.strip_prefix("@/").map_or(path.clone(), |path| format!("/{path}"));
        let path = path.strip_prefix("@source/").map_or(path.clone(), |path| format!("/{path}"));
        if let Some(page) = self.page_at(&path, here) {
            return self.page(page, "");
        }
        let ending = ending(&path);
        let page_like =
            matches!(ending.as_deref(), None | Some("md" | "mdx" | "markdown" | "html" | "htm"));
        if page_like || is_label {
            return LinkTarget::Nowhere(target.to_owned());
        }
        match self.absolute(&path, here) {
            Some(address) => LinkTarget::Address(format!("{}{rest}", address::encoded(&address))),
            None => LinkTarget::NoLink,
        }
    }

    /// The page to which a path leads: found by its file, otherwise by its address.
    fn page_at(&self, path: &str, here: &LinkedPage) -> Option<usize> {
        let (from_file, from_address) = if path.starts_with('/') {
            (String::new(), String::new())
        } else {
            (folder(&here.stem).to_owned(), folder(&here.published).to_owned())
        };
        let file = joined(&from_file, path);
        let below_root = file.strip_prefix(&self.root).unwrap_or(&file).to_owned();
        let mut files = vec![file];
        if path.starts_with('/') {
            files.push(below_root);
        }
        let by_file = files.iter().find_map(|file| self.by_file(file));
        let by_address = || self.by_address.get(&bare(&joined(&from_address, path))).copied();
        // Some links are written relative to the folder as which the page itself is published.
        let by_folder = || self.by_address.get(&bare(&joined(&here.published, path))).copied();
        by_file.or_else(by_address).or_else(by_folder)
    }

    fn by_file(&self, file: &str) -> Option<usize> {
        let html = file.strip_suffix(".html");
        let stem = without_ending(file).or(html).unwrap_or(file);
        let inside = if stem.is_empty() { String::new() } else { format!("{stem}/") };
        [stem.to_owned()]
            .into_iter()
            .chain(
                ["index", "README", "_index", "readme"]
                    .iter()
                    .map(|index| format!("{inside}{index}")),
            )
            .chain((name(stem) == "index").then(|| format!("{}README", folder(stem))))
            .find_map(|stem| self.by_stem.get(&stem).copied())
    }

    fn page(&self, at: usize, heading: &str) -> LinkTarget {
        match self.pages.get(at) {
            Some(page) => {
                let words = if heading.is_empty() { &page.title } else { heading };
                LinkTarget::Page { id: page.id.clone(), title: words.to_owned() }
            }
            None => LinkTarget::Nowhere(heading.to_owned()),
        }
    }

    /// The address of a file that is not a page.
    fn absolute(&self, path: &str, here: &LinkedPage) -> Option<String> {
        let address = self.address.trim_end_matches('/');
        let from = if path.starts_with('/') { "" } else { folder(&here.stem) };
        let address = format!("{address}/{}", joined(from, path));
        allowed_href(&address).then_some(address)
    }
}

/// An address without the parts that do not identify the page: `/` at its ends, `.html`, `index`.
fn bare(address: &str) -> String {
    let path = address.trim_matches('/');
    let path = path.strip_suffix(".html").unwrap_or(path);
    let path =
        path.strip_suffix("index").filter(|p| p.is_empty() || p.ends_with('/')).unwrap_or(path);
    path.trim_matches('/').to_lowercase()
}

/// A target, split into its path and the text after the path.
fn parted(target: &str) -> (&str, &str) {
    target.split_at(target.find(['#', '?']).unwrap_or(target.len()))
}
