//! Sites of Markdown pages. One Markdown reader reads them in one pass, with a thin layer for each dialect.
//!
//! `prepare` turns the constructs of a dialect into Markdown and marks, and keeps the number of each line. `walk`
//! converts what the Markdown reader finds into passages. What only the provider's site can generate is left out and
//! reported.

mod boxes;
mod dialect;
mod front_matter;
mod links;
mod marks;
mod order;
mod prepare;
mod site;
mod syntax;
mod walk;

use std::collections::{HashMap, HashSet};

use vurder_model::provider::{Page, PageBlock};

pub(crate) use dialect::recognise;

use self::front_matter::FrontMatter;
use self::links::{LinkedPage, Targets};
use self::prepare::PageContext;
use self::site::Site;
use self::syntax::Syntax;
use crate::about::About;
use crate::address;
use crate::assembly::{self, pack};
use crate::encoding;
use crate::files::Files;
use crate::format::{Dialect, Format, Reason, Recognised};
use crate::imported::{Counts, DeadLink, Imported, sort_by_place};
use crate::limits::MARKDOWN_BYTES;
use crate::page::{Link, WORDS_OF_TARGET};
use crate::paths;
use crate::problem::{Problem, Trouble};
use crate::refused::Refused;
use crate::weight::Weight;

/// A page that was read, before its links are resolved.
struct ParsedPage {
    page: Page,
    file: String,
    links: Vec<Link>,
    known: usize,
}

/// Reads a site.
///
/// # Errors
/// When no file is a page.
pub(crate) fn read(
    files: &Files,
    dialect: Dialect,
    reason: Reason,
    about: &About,
) -> Result<Imported, Refused> {
    let mut problems = Vec::new();
    let mut dead_links = Vec::new();
    let site = Site::find(files, dialect, &mut problems);
    let paths: Vec<&str> = files.paths().filter(|path| site.page_path(path).is_some()).collect();
    if paths.is_empty() {
        return Err(Refused::NotThisFormat);
    }
    for path in files.paths() {
        if let Some(ending) = site.other_format(path) {
            problems.push(Problem::new(path, 0, Trouble::OtherFormat { ending }));
        }
    }
    let mut reader = Reader {
        files,
        site: &site,
        about,
        targets: Targets::new(&about.address, &site.root),
        ids: HashSet::new(),
        addresses: HashMap::new(),
        pages: Vec::new(),
        fronts: HashMap::new(),
        problems,
        weight: Weight::default(),
    };
    let mut counted = 0;
    for path in paths {
        reader.page(path, &mut dead_links);
        let beside = reader.problems.len() + dead_links.len();
        reader.weight.add(beside - counted);
        counted = beside;
        reader.weight.check()?;
    }
    let Reader { targets, mut pages, fronts, mut problems, .. } = reader;
    order::sort(&mut pages, &site, &fronts, |read| site.page_path(&read.file).unwrap_or(""));
    let mut counts = Counts::default();
    for (read, order) in pages.iter_mut().zip(1u32..) {
        read.page.order = order;
        counts.links +=
            targets.resolve(&mut read.page, read.known, &read.links, &read.file, &mut dead_links);
        counts.count(&read.page);
    }
    sort_by_place(&mut problems, &mut dead_links);
    counts.dead_links = dead_links.len();
    let (pages, sources) = pages.into_iter().map(|read| (read.page, read.file)).unzip();
    Ok(Imported {
        pack: pack(about, pages, Vec::new()),
        sources,
        format: Recognised { format: Format::Markdown(dialect), reason },
        problems,
        counts,
        dead_links,
    })
}

struct Reader<'a> {
    files: &'a Files,
    site: &'a Site,
    about: &'a About,
    targets: Targets,
    ids: HashSet<String>,
    addresses: HashMap<String, String>,
    pages: Vec<ParsedPage>,
    fronts: HashMap<String, FrontMatter>,
    problems: Vec<Problem>,
    weight: Weight,
}

impl Reader<'_> {
    fn problem(&mut self, file: &str, line: u32, trouble: Trouble) {
        self.problems.push(Problem::new(file, line, trouble));
    }

    fn page(&mut self, path: &str, undefined: &mut Vec<DeadLink>) {
        let (Some(stem), Some(bytes)) = (self.site.page_path(path), self.files.get(path)) else {
            return;
        };
        let text = match encoding::unstated(bytes, MARKDOWN_BYTES) {
            Ok((text, trouble)) => {
                if let Some(trouble) = trouble {
                    self.problem(path, 0, trouble);
                }
                text
            }
            Err(trouble) => return self.problem(path, 0, trouble),
        };
        let parted = front_matter::part(&text);
        if let Some((line, trouble)) = parted.trouble {
            self.problem(path, line, trouble);
        }
        if Site::is_draft(&parted.front) || stem.starts_with("_drafts/") {
            return self.problem(path, 1, Trouble::Draft);
        }
        let around = PageContext {
            files: self.files,
            dialect: self.site.dialect,
            syntax: Syntax::of(self.site.dialect),
            front: &parted.front,
            variables: &self.site.variables,
            root: &self.site.root,
            file: path,
        };
        let prepared =
            prepare::prepare(parted.body, parted.lines_above, around, &mut self.problems);
        let walked = walk::walk(&prepared, self.site.dialect, path, &mut self.problems);
        let mut blocks = walked.written.blocks;
        let title = title(&parted.front, &mut blocks, stem);
        if blocks.is_empty() {
            self.problem(path, 0, Trouble::Empty);
        }
        undefined.extend(walked.undefined);
        let published = self.site.published(stem, &parted.front);
        let address = address::of_page(&self.about.address, &published);
        if let Some(other) = self.addresses.insert(address.clone(), path.to_owned()) {
            self.problem(path, 0, Trouble::SameAddress { other, address: address.clone() });
        }
        let id = self.own_id(&Site::id_path(stem));
        let known =
            LinkedPage { id: id.clone(), title: title.clone(), stem: stem.to_owned(), published };
        let at = self.pages.len();
        self.targets.add(known, walked.labels);
        let page = Page {
            id,
            title,
            address,
            revision: self.about.revision.clone().unwrap_or_default(),
            captured: Some(self.about.date),
            since_then: None,
            order: 0,
            body: blocks,
        };
        self.weight.add_page(&page.body);
        self.weight.add(walked.written.links.len());
        self.fronts.insert(stem.to_owned(), parted.front);
        self.pages.push(ParsedPage {
            page,
            file: path.to_owned(),
            links: walked.written.links,
            known: at,
        });
    }

    /// An id that no other page has.
    fn own_id(&mut self, path: &str) -> String {
        let id = format!("{}/{path}", self.about.provider);
        let mut own = id.clone();
        let mut number = 1;
        while !self.ids.insert(own.clone()) {
            number += 1;
            own = format!("{id}-{number}");
        }
        own
    }
}

/// The title: that of the front matter, otherwise the first heading, otherwise the name of the file. A first heading
/// with the same words is removed, and headings get levels from 1 to 3.
fn title(front: &FrontMatter, blocks: &mut Vec<PageBlock>, stem: &str) -> String {
    let words = |text: &str| text.replace(WORDS_OF_TARGET, "").trim().to_owned();
    let first = blocks.iter().find_map(|block| match block {
        PageBlock::Heading { text, .. } => Some(words(text)).filter(|text| !text.is_empty()),
        _ => None,
    });
    // Front matter that is not valid is read line by line. The remaining title may then consist of syntax only.
    let given = front.text("title").filter(|title| title.chars().any(char::is_alphanumeric));
    let title = given.or(first).unwrap_or_else(|| {
        let path = Site::id_path(stem);
        let name = paths::name(stem);
        let index = path != "index"
            && ["index", "readme", "_index"].contains(&name.to_lowercase().as_str());
        let name = if index { paths::name(&path) } else { name };
        boxes::capitalised(name.replace(['-', '_'], " ").trim())
    });
    assembly::drop_title(blocks, &title);
    assembly::level(blocks);
    title
}
