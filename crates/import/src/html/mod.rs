//! Pages of HTML that a browser saved or that a site generator wrote.

mod attributes;

mod main_content;
mod nesting;
mod tree;
mod walk;

use std::collections::{HashMap, HashSet};

use vurder_model::richtext::allowed_href;

use self::main_content::BoilerplateFinder;
use self::tree::Tree;
use crate::about::About;
use crate::address;
use crate::assembly::{Assembly, Draft, Placed, drop_title, first_heading};
use crate::encoding;
use crate::files::Files;
use crate::format::{Format, Reason, Recognised};
use crate::imported::Imported;
use crate::links::LinkTarget;
use crate::paths::{ending, folder, joined, name, percent_decoded, slug};
use crate::problem::Trouble;
use crate::refused::Refused;

/// The least number of words of the page that are told as left out. Fewer words are labels of what a page shows.
const LEFT_OUT: usize = 6;

/// Whether a file is a page of HTML, judged by its name.
pub(crate) fn is_page(path: &str) -> bool {
    matches!(ending(path).as_deref(), Some("html" | "htm" | "xhtml"))
}

/// The file by which pages of HTML are recognised; `None` if there is none.
pub(crate) fn recognise(files: &Files) -> Option<Reason> {
    let path = files.paths().find(|path| is_page(path))?;
    Some(Reason::File { path: path.to_owned() })
}

/// Reads the pages.
///
/// # Errors
/// When no file is a page of HTML.
pub(crate) fn read(files: &Files, reason: Reason, about: &About) -> Result<Imported, Refused> {
    let saved: HashSet<&str> = files.paths().filter(|path| is_page(path)).map(stem).collect();
    let mut assembly = Assembly::new(about);
    let mut known = SiteIndex::default();
    for (path, bytes) in files.iter() {
        if is_page(path) && !belongs_to_saved(path, &saved) {
            page(path, bytes, &mut assembly, &mut known);
        } else if matches!(ending(path).as_deref(), Some("mht" | "mhtml" | "webarchive")) {
            let ending = ending(path).unwrap_or_default();
            assembly.problem(path, 0, Trouble::OtherFormat { ending });
        }
    }
    known.titles =
        assembly.pages.iter().map(|p| (p.page.id.clone(), p.page.title.clone())).collect();
    known.is_site = assembly.pages.len() > 1;
    let format = Recognised { format: Format::Html, reason };
    assembly.finish(format, |placed, target| known.leads(placed, target))
}

fn stem(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(stem, _)| stem)
}

/// Whether a file is a part that a browser saved together with a page: `Page_files/frame.html` belongs to `Page.html`.
fn belongs_to_saved(path: &str, saved: &HashSet<&str>) -> bool {
    let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
    folders.into_iter().any(|folder| {
        let page = folder.strip_suffix("_files").or(folder.strip_suffix("-filer"));
        page.is_some_and(|page| saved.contains(page))
    })
}

fn page(path: &str, bytes: &[u8], assembly: &mut Assembly<'_>, known: &mut SiteIndex) {
    let text = match encoding::text(bytes) {
        Ok((text, trouble)) => {
            if let Some(trouble) = trouble {
                assembly.problem(path, 0, trouble);
            }
            text
        }
        Err(trouble) => return assembly.problem(path, 0, trouble),
    };
    let tree = Tree::read(&text);
    if let Some((what, line)) = &tree.never_closed {
        assembly.problem(path, *line, Trouble::NeverClosed { what: format!("<{what}>") });
    }
    if tree.cut {
        assembly.problem(path, 0, Trouble::Cut);
    }
    let around = BoilerplateFinder::of(&tree);
    let found = main_content::find(&around);
    let words = around.words_left_out(found);
    if words >= LEFT_OUT {
        assembly.problem(path, 0, Trouble::LeftOut { words });
    }
    let written = walk::walk(&tree, &around, found);
    let head = HeadData::of(&tree);
    let about = assembly.about();
    let stated = head.address.filter(|address| address::is_web(address));
    let address = stated.clone().unwrap_or_else(|| published(&about.address, path));
    let mut blocks = written.blocks;
    let title =
        first_heading(&blocks).or(head.title).unwrap_or_else(|| name(stem(path)).to_owned());
    drop_title(&mut blocks, &title);
    let slug = match &stated {
        Some(address) => slug(&slug_path(address::parted(address).1)),
        None => slug(&slug_path(path)),
    };
    let base = head.base.map(|base| address::from(&address, &base));
    let draft = Draft {
        file: path.to_owned(),
        slug,
        title,
        address: address.clone(),
        revision: String::new(),
        blocks,
        links: written.links,
    };
    let Some(id) = assembly.add(draft) else { return };
    known.by_file.entry(file_key(path)).or_insert_with(|| id.clone());
    known.by_address.entry(address::bare(&address)).or_insert_with(|| id.clone());
    if let Some(base) = base.filter(|base| address::is_web(base)) {
        known.bases.insert(id, base);
    }
}

/// The address of a file below the address of the site; its path if the address of the site is not known.
fn published(site: &str, path: &str) -> String {
    let file = name(path);
    let path = if matches!(file, "index.html" | "index.htm") { folder(path) } else { path };
    address::of_page(site, path)
}

/// The text from which the id of a page is made: its path without the ending; `index` for the root of the site.
fn slug_path(path: &str) -> String {
    let path = percent_decoded(path.split(['?', '#']).next().unwrap_or(path));
    let path = path.trim_matches('/');
    let path = if is_page(path) { stem(path) } else { path };
    let path = path.strip_suffix("/index").unwrap_or(path);
    if path.is_empty() { "index".to_owned() } else { path.to_owned() }
}

fn file_key(path: &str) -> String {
    let key = if is_page(path) { stem(path) } else { path };
    let key = key.strip_suffix("index").filter(|k| k.is_empty() || k.ends_with('/')).unwrap_or(key);
    key.trim_matches('/').to_lowercase()
}

/// The facts about a page that stand in its head.
#[derive(Debug, Default)]
struct HeadData {
    title: Option<String>,
    /// The address at which it is published: `canonical`, `og:url`, or the address that the browser noted when it saved
    /// it.
    address: Option<String>,
    base: Option<String>,
}

impl HeadData {
    fn of(tree: &Tree) -> Self {
        let mut head = Self::default();
        let (mut canonical, mut og_url, mut og_title) = (None, None, None);
        for id in tree.below(0) {
            let node = tree.node(id);
            let is = |name: &str, value: &str| {
                let found = node.attribute(name).unwrap_or_default();
                found.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(value))
            };
            let value = |name: &str| {
                let value = node.attribute(name).map(str::trim).filter(|value| !value.is_empty());
                value.map(str::to_owned)
            };
            match node.name() {
                "title" if head.title.is_none() => {
                    head.title = Some(tree.title(id)).filter(|title| !title.is_empty());
                }
                "link" if is("rel", "canonical") => canonical = canonical.or(value("href")),
                "meta" if is("property", "og:url") => og_url = og_url.or(value("content")),
                "meta" if is("property", "og:title") => og_title = og_title.or(value("content")),
                "base" if head.base.is_none() => head.base = value("href"),
                _ => {}
            }
        }
        head.title = og_title.or(head.title);
        head.address = canonical
            .or(og_url)
            .or_else(|| tree.saved_from.clone())
            .map(|address| address::without_place(&address).to_owned());
        head
    }
}

/// All pages, so that links can be resolved.
#[derive(Debug, Default)]
struct SiteIndex {
    by_file: HashMap<String, String>,
    by_address: HashMap<String, String>,
    titles: HashMap<String, String>,
    bases: HashMap<String, String>,
    is_site: bool,
}

impl SiteIndex {
    fn page(&self, id: &str) -> LinkTarget {
        let title = self.titles.get(id).cloned().unwrap_or_default();
        LinkTarget::Page { id: id.to_owned(), title }
    }

    fn leads(&self, placed: &Placed, target: &str) -> LinkTarget {
        if target.is_empty() || target.starts_with('#') {
            return self.page(&placed.page.id);
        }
        let base = self.bases.get(&placed.page.id).unwrap_or(&placed.page.address);
        if !address::has_scheme(target) && !target.starts_with("//") {
            let path = percent_decoded(target.split(['?', '#']).next().unwrap_or(target));
            let from = if path.starts_with('/') { "" } else { folder(&placed.file) };
            if let Some(id) = self.by_file.get(&file_key(&joined(from, &path))) {
                return self.page(id);
            }
        }
        let address =
            if address::is_web(base) { address::from(base, target) } else { target.to_owned() };
        if let Some(id) = self.by_address.get(&address::bare(&address)) {
            return self.page(id);
        }
        let path = target.split(['?', '#']).next().unwrap_or(target);
        let page_like = ending(path).is_none() || is_page(path);
        let of_site = !address::has_scheme(target) && !target.starts_with("//") && page_like;
        if of_site && (self.is_site || !address::is_web(&address)) {
            return LinkTarget::Nowhere(target.to_owned());
        }
        if allowed_href(&address) { LinkTarget::Address(address) } else { LinkTarget::NoLink }
    }
}

#[cfg(test)]
mod tests;
