//! A site as a whole: the folder of its pages, its settings, and the address of each page.

use std::collections::BTreeMap;

use serde_json::Value;

use super::front_matter::{self, FrontMatter};
use crate::decode;
use crate::files::Files;
use crate::format::Dialect;
use crate::paths::{self, folder, joined, name, without_ending};
use crate::problem::{Problem, Trouble};

/// Text formats of sites that are not read.
const OTHER_FORMATS: &[&str] = &["rst", "adoc", "asciidoc", "ipynb", "org", "textile"];

/// A site.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) dialect: Dialect,
    /// The folder of its pages, with `/` at its end, or empty.
    pub(super) root: String,
    /// The values of names in braces.
    pub(super) variables: BTreeMap<String, String>,
    /// Paths of pages below the root, in the order of the navigation; empty if there is no navigation that can be read.
    pub(super) navigation: Vec<String>,
    /// For `MkDocs`: whether a page is published as a folder.
    folders: bool,
}

impl Site {
    /// Finds the site among the files.
    pub(super) fn find(files: &Files, dialect: Dialect, problems: &mut Vec<Problem>) -> Self {
        let mut site = Self {
            dialect,
            root: String::new(),
            variables: BTreeMap::new(),
            navigation: Vec::new(),
            folders: true,
        };
        let settings = settings(files, dialect);
        let above = settings.map(|path| match dialect {
            Dialect::VitePress => folder(folder(path).trim_end_matches('/')),
            _ => folder(path),
        });
        if let (Some(path), Dialect::MkDocs | Dialect::Jekyll | Dialect::Myst) = (settings, dialect)
        {
            site.read_settings(files, path, problems);
        }
        site.root = match (above, dialect) {
            (Some(above), Dialect::MkDocs) => {
                let docs = site.variables.get("docs_dir").map_or("docs", String::as_str);
                with_slash(&joined(above, docs))
            }
            (Some(above), Dialect::Zola) => format!("{above}content/"),
            (Some(above), _) => above.to_owned(),
            (None, Dialect::Zola) => {
                let content = files.paths().find_map(|path| {
                    let at = path
                        .find("content/")
                        .filter(|at| *at == 0 || path[..*at].ends_with('/'))?;
                    Some(path[..at + 8].to_owned())
                });
                content.unwrap_or_default()
            }
            (None, _) => String::new(),
        };
        let pages = || files.paths().filter(|path| without_ending(path).is_some());
        if !pages().any(|path| path.starts_with(&site.root)) {
            site.root.clear();
        }
        if above.is_none() && site.root.is_empty() {
            site.root = common_folder(pages());
        }
        site
    }

    fn read_settings(&mut self, files: &Files, path: &str, problems: &mut Vec<Problem>) {
        let Some(Ok((text, _))) = files.get(path).map(decode::text) else { return };
        for (key, first, part) in settings_by_key(&text) {
            let shown =
                matches!(key, "nav" | "docs_dir" | "site_name" | "use_directory_urls" | "extra");
            let jekyll = self.dialect != Dialect::MkDocs;
            if !(shown || jekyll) {
                continue;
            }
            // Tags that run code of the site have no meaning here.
            let part = part.replace("!ENV ", "").replace("!relative", "");
            match front_matter::yaml(&part) {
                Ok(Value::Object(values)) => {
                    for (key, value) in values {
                        self.take_setting(&key, &value);
                    }
                }
                Err((line, detail)) if key == "nav" => {
                    problems.push(Problem::new(
                        path,
                        first + line - 1,
                        Trouble::Settings { detail },
                    ));
                }
                _ => {}
            }
        }
    }

    fn take_setting(&mut self, key: &str, value: &Value) {
        match (key, value) {
            ("nav", value) => collect_paths(value, &mut self.navigation, 0),
            ("use_directory_urls", Value::Bool(folders)) => self.folders = *folders,
            ("extra", Value::Object(values)) => {
                for (key, value) in values {
                    if let Some(value) = front_matter::plain(value) {
                        self.variables.insert(key.clone(), value);
                    }
                }
            }
            (key, value) => {
                if let Some(value) = front_matter::plain(value) {
                    self.variables.insert(key.to_owned(), value);
                }
            }
        }
    }

    /// The path of a file below the root without its ending, if the file is a page of the site.
    pub(super) fn page_path<'p>(&self, path: &'p str) -> Option<&'p str> {
        let stem = without_ending(path.strip_prefix(&self.root)?)?;
        let hidden = |part: &str| {
            let part = part.trim_end_matches('/');
            let drafts = part == "_posts" || part.starts_with("_index");
            let collection = self.dialect == Dialect::Jekyll
                && part.starts_with('_')
                && !matches!(
                    part,
                    "_includes" | "_layouts" | "_site" | "_sass" | "_data" | "_drafts"
                );
            part.starts_with('.')
                || part == "node_modules"
                || (part.starts_with('_') && !drafts && !collection && self.has_partials())
        };
        let last = name(stem);
        let jekyll_partial = self.dialect == Dialect::Jekyll && last.starts_with('_');
        (!stem.split('/').any(hidden) && !jekyll_partial).then_some(stem)
    }

    /// Whether files whose names begin with `_` are only parts of pages.
    fn has_partials(&self) -> bool {
        matches!(
            self.dialect,
            Dialect::Docusaurus | Dialect::Jekyll | Dialect::MkDocs | Dialect::VitePress
        )
    }

    /// The format of a file among the pages, if it is a text format that is not read.
    pub(super) fn other_format(&self, path: &str) -> Option<String> {
        let below = path.strip_prefix(&self.root)?;
        if below.split('/').any(|part| part.starts_with(['.', '_'])) {
            return None;
        }
        paths::ending(below).filter(|ending| OTHER_FORMATS.contains(&ending.as_str()))
    }

    /// The path of a page as a part of its id. An index page has the path of its folder.
    pub(super) fn id_path(stem: &str) -> String {
        let last = name(stem);
        let index = ["index", "readme", "_index"].contains(&last.to_ascii_lowercase().as_str());
        let path = if index { folder(stem).trim_end_matches('/') } else { stem };
        if path.is_empty() { "index".into() } else { paths::slug(path) }
    }

    /// The path of a page below the address of the site, without `/` at its beginning.
    pub(super) fn published(&self, stem: &str, front: &FrontMatter) -> String {
        if let Some(path) = self.permalink(stem, front) {
            return path.trim_start_matches('/').to_owned();
        }
        let (above, last) = (folder(stem), name(stem));
        let index = matches!(last, "index" | "README" | "readme" | "_index");
        match self.dialect {
            Dialect::GitHub => format!("{stem}.md"),
            Dialect::MkDocs if !self.folders && index => format!("{above}index.html"),
            _ if index => above.to_owned(),
            Dialect::MkDocs if self.folders => format!("{stem}/"),
            Dialect::Zola => format!("{above}{}/", paths::slug(last)),
            Dialect::Docusaurus => {
                let plain: Vec<&str> = stem.split('/').map(without_number).collect();
                let path = plain.join("/");
                let folder_page = folder(&path).trim_end_matches('/');
                let same = !folder_page.is_empty() && name(folder_page) == name(&path);
                if same { folder_page.to_owned() } else { path }
            }
            Dialect::Jekyll => jekyll_path(stem),
            Dialect::VitePress | Dialect::MkDocs | Dialect::Myst => format!("{stem}.html"),
        }
    }

    /// The address that the page states itself.
    fn permalink(&self, stem: &str, front: &FrontMatter) -> Option<String> {
        match self.dialect {
            Dialect::VitePress | Dialect::Jekyll => {
                front.text("permalink").filter(|path| path.starts_with('/') && !path.contains(':'))
            }
            Dialect::Zola => front.text("path").map(|path| with_slash(&path)).or_else(|| {
                let slug = front.text("slug")?;
                let above = if matches!(name(stem), "index" | "_index") {
                    folder(folder(stem).trim_end_matches('/'))
                } else {
                    folder(stem)
                };
                Some(format!("{above}{slug}/"))
            }),
            Dialect::Docusaurus => {
                let slug = front.text("slug")?;
                Some(if slug.starts_with('/') {
                    let first = stem.split_once('/').map_or("", |(first, _)| first);
                    format!("{first}{slug}")
                } else {
                    joined(folder(stem), &slug)
                })
            }
            _ => None,
        }
    }

    /// A number that decides the place of a page among its neighbours.
    pub(super) fn weight(&self, front: &FrontMatter) -> Option<f64> {
        let key = match self.dialect {
            Dialect::Zola => "weight",
            Dialect::Docusaurus => "sidebar_position",
            Dialect::Jekyll => "nav_order",
            Dialect::VitePress | Dialect::MkDocs | Dialect::Myst | Dialect::GitHub => "order",
        };
        front.number(key)
    }

    /// Whether the page is a draft, which is not published.
    pub(super) fn is_draft(front: &FrontMatter) -> bool {
        front.flag("draft") == Some(true) || front.flag("published") == Some(false)
    }
}

fn with_slash(path: &str) -> String {
    let path = path.trim_matches('/');
    if path.is_empty() { String::new() } else { format!("{path}/") }
}

/// `01-intro` is published as `intro`.
fn without_number(part: &str) -> &str {
    let rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
    let plain = rest.trim_start_matches(['-', '_', '.', ' ']);
    if rest.len() < part.len() && plain.len() < rest.len() && !plain.is_empty() {
        plain
    } else {
        part
    }
}

/// `_docs/x` is published as `docs/x.html`, `_posts/2026-01-31-x` as `2026/01/31/x.html`.
fn jekyll_path(stem: &str) -> String {
    if let Some(post) = stem.strip_prefix("_posts/") {
        let parts: Vec<&str> = post.splitn(4, '-').collect();
        if let [year, month, day, title] = parts[..] {
            return format!("{year}/{month}/{day}/{title}.html");
        }
    }
    format!("{}.html", stem.strip_prefix('_').unwrap_or(stem))
}

/// The settings of the site: the file in the fewest folders.
fn settings(files: &Files, dialect: Dialect) -> Option<&str> {
    let is = |path: &str| {
        let name = name(path);
        match dialect {
            Dialect::MkDocs => matches!(name, "mkdocs.yml" | "mkdocs.yaml"),
            Dialect::Zola => matches!(name, "config.toml" | "zola.toml"),
            Dialect::Docusaurus => name.starts_with("docusaurus.config."),
            Dialect::VitePress => {
                let above = folder(path);
                name.starts_with("config.")
                    && (above.ends_with(".vitepress/") || above.ends_with(".vuepress/"))
            }
            Dialect::Jekyll => name == "_config.yml",
            Dialect::Myst => matches!(name, "conf.py" | "myst.yml" | "_config.yml" | "_toc.yml"),
            Dialect::GitHub => false,
        }
    };
    files.paths().filter(|path| is(path)).min_by_key(|path| path.matches('/').count())
}

/// The folder that contains all pages.
fn common_folder<'p>(mut pages: impl Iterator<Item = &'p str>) -> String {
    let Some(first) = pages.next() else { return String::new() };
    let mut common = folder(first);
    for page in pages {
        while !page.starts_with(common) {
            common = folder(common.trim_end_matches('/'));
        }
    }
    common.to_owned()
}

/// The settings, split at their top-level keys, each with its line, so that a key that cannot be read does not affect
/// others.
fn settings_by_key(text: &str) -> Vec<(&str, u32, String)> {
    let mut parts: Vec<(&str, u32, String)> = Vec::new();
    for (line, number) in text.lines().zip(1u32..) {
        let key = line.split_once(':').map(|(key, _)| key);
        let begins =
            key.filter(|key| !key.is_empty() && !key.starts_with([' ', '\t', '-', '#', '"']));
        if let Some(key) = begins {
            parts.push((key.trim(), number, String::new()));
        }
        if let Some((_, _, part)) = parts.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
    }
    parts
}

/// The paths of pages in a navigation, in its order.
fn collect_paths(value: &Value, paths: &mut Vec<String>, depth: usize) {
    if depth > 20 {
        return;
    }
    match value {
        Value::String(path) => {
            if let Some(stem) = without_ending(path.trim()) {
                paths.push(joined("", stem));
            }
        }
        Value::Array(values) => {
            values.iter().for_each(|value| collect_paths(value, paths, depth + 1))
        }
        Value::Object(values) => {
            values.values().for_each(|value| collect_paths(value, paths, depth + 1));
        }
        _ => {}
    }
}
