//! Specifications of trusted research environments in the form of SATRE: numbered statements in YAML, with a site in
//! MyST Markdown.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;
use serde_saphyr::Spanned;

use crate::about::About;
use crate::address;
use crate::assembly::{Assembly, Draft};
use crate::decode;
use crate::files::Files;
use crate::format::{Dialect, Format, Reason, Recognised};
use crate::imported::{Imported, sort_by_place};
use crate::links::LinkTarget;
use crate::markdown;
use crate::markup;
use crate::page::{Link, PageWriter};
use crate::paths::{ending, name, slug};
use crate::problem::{Problem, Trouble};
use crate::refused::Refused;

#[derive(Debug, Deserialize)]
struct Specification {
    specification: Vec<Requirement>,
}

/// One numbered statement.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Requirement {
    pillar: String,
    capability: String,
    capability_index: String,
    requirement_index: Option<Spanned<String>>,
    statement: Option<String>,
    guidance: Option<String>,
    importance: String,
    architecture_url: Option<String>,
}

/// The file by which a specification is recognised.
pub(crate) fn recognise(files: &Files) -> Option<Reason> {
    let (path, _) = files.iter().find(|(path, bytes)| is_specification(path, bytes))?;
    Some(Reason::File { path: path.to_owned() })
}

fn is_specification(path: &str, bytes: &[u8]) -> bool {
    let has = |mark: &[u8]| bytes.windows(mark.len()).any(|window| window == mark);
    matches!(ending(path).as_deref(), Some("yaml" | "yml"))
        && has(b"specification:")
        && has(b"requirement_index:")
        && has(b"statement:")
}

/// Reads the specifications, and the site around them.
///
/// # Errors
/// When no file is a specification.
pub(crate) fn read(files: &Files, reason: Reason, about: &About) -> Result<Imported, Refused> {
    let mut assembly = Assembly::new(about);
    let site = markdown::read(files, Dialect::Myst, reason.clone(), about).ok();
    for page in site.iter().flat_map(|site| &site.pack.pages) {
        assembly.reserve(&page.id);
    }
    for (path, bytes) in files.iter().filter(|(path, bytes)| is_specification(path, bytes)) {
        file(path, bytes, &mut assembly);
    }
    let format = Recognised { format: Format::Satre, reason };
    let mut read = assembly.finish(format, |_, target| match target.strip_prefix('#') {
        None if vurder_model::richtext::allowed_href(target) => {
            LinkTarget::Address(target.to_owned())
        }
        _ => LinkTarget::NoLink,
    })?;
    if let Some(site) = site {
        join(&mut read, site);
    }
    Ok(read)
}

/// Puts the pages of the site before those of the statements.
fn join(read: &mut Imported, site: Imported) {
    let statements = std::mem::replace(&mut read.pack.pages, site.pack.pages);
    read.pack.pages.extend(statements);
    let files = std::mem::replace(&mut read.sources, site.sources);
    read.sources.extend(files);
    for (page, order) in read.pack.pages.iter_mut().zip(1..) {
        page.order = order;
    }
    read.problems.extend(site.problems);
    read.dead_links.extend(site.dead_links);
    sort_by_place(&mut read.problems, &mut read.dead_links);
    read.counts.pages += site.counts.pages;
    read.counts.headings += site.counts.headings;
    read.counts.passages += site.counts.passages;
    read.counts.links += site.counts.links;
    read.counts.dead_links += site.counts.dead_links;
}

/// The page of one pillar that is being built.
#[derive(Default)]
struct Pillar {
    page: PageWriter,
    capability: String,
}

fn file(path: &str, bytes: &[u8], assembly: &mut Assembly<'_>) {
    let text = match decode::text(bytes) {
        Ok((text, trouble)) => {
            assembly.problems.extend(trouble.map(|trouble| Problem::new(path, 0, trouble)));
            text
        }
        Err(trouble) => return assembly.problem(path, 0, trouble),
    };
    let specification: Specification = match serde_saphyr::from_str(&text) {
        Ok(specification) => specification,
        Err(error) => {
            let line = error.location().map_or(0, |at| u32::try_from(at.line()).unwrap_or(0));
            let detail = error.to_string().lines().next().unwrap_or_default().to_owned();
            return assembly.problem(path, line, Trouble::Malformed { detail });
        }
    };
    let mut pillars: BTreeMap<usize, (String, Pillar)> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    let mut numbers = HashSet::new();
    for requirement in &specification.specification {
        let number = requirement.requirement_index.as_ref();
        let line = number.map_or(0, |n| u32::try_from(n.referenced.line()).unwrap_or(0));
        let number = number.map_or("", |n| n.value.trim());
        let words = requirement.statement.as_deref().unwrap_or_default();
        if words.trim().is_empty() || number.is_empty() {
            let detail = format!("{number}: a statement has a number and words");
            assembly.problem(path, line, Trouble::Malformed { detail });
            continue;
        }
        if !numbers.insert(number) {
            assembly.problem(path, line, Trouble::SameNumber { number: number.to_owned() });
        }
        let at =
            order.iter().position(|pillar| *pillar == requirement.pillar).unwrap_or_else(|| {
                order.push(requirement.pillar.clone());
                order.len() - 1
            });
        let (_, pillar) =
            pillars.entry(at).or_insert_with(|| (requirement.pillar.clone(), Pillar::default()));
        write(pillar, requirement, number, words, line);
    }
    let stem = name(path).rsplit_once('.').map_or(path, |(stem, _)| stem);
    let site = assembly.about().address.clone();
    for (title, pillar) in pillars.into_values() {
        let id = slug(&format!("{stem}/{title}"));
        let written = pillar.page.finish();
        let links: Vec<Link> = written.links;
        assembly.add(Draft {
            file: path.to_owned(),
            address: address::of_part(&site, path, &slug(&title)),
            slug: id,
            title: if title.is_empty() { stem.to_owned() } else { title },
            revision: String::new(),
            blocks: written.blocks,
            links,
        });
    }
}

/// Writes a statement as a row: its number, its words, and how binding it is. Its guidance follows.
fn write(pillar: &mut Pillar, requirement: &Requirement, number: &str, words: &str, line: u32) {
    let page = &mut pillar.page;
    let capability = format!("{} {}", requirement.capability_index, requirement.capability);
    let capability = capability.trim();
    if pillar.capability != capability {
        page.open_heading(1);
        page.text(capability, line);
        page.close_heading();
        capability.clone_into(&mut pillar.capability);
    }
    page.open_row(line);
    page.open_cell(false);
    let address = requirement.architecture_url.as_deref().filter(|url| !url.is_empty());
    if let Some(address) = address {
        page.open_link(address, line);
    }
    page.text(number, line);
    if address.is_some() {
        page.close_link(line);
    }
    page.close_cell();
    page.open_cell(false);
    markup::write(page, words, line);
    page.close_cell();
    if !requirement.importance.is_empty() {
        page.open_cell(false);
        page.text(&requirement.importance, line);
        page.close_cell();
    }
    page.close_row();
    markup::write(page, requirement.guidance.as_deref().unwrap_or_default(), line);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::test_pages::{about, links, shown};

    const SPECIFICATION: &str = "specification:
  - pillar: Doors
    capability: Locks
    capability_index: \"1.1\"
    requirement_index: 1.1.01
    statement: You must lock *each*
      door.
    guidance: \"Doors are:\\n\\n- front\\n- back\"
    importance: Mandatory
    architecture_url: https://lab.example/doors
  - pillar: People
    capability: Staff
    capability_index: 2.1
    requirement_index: 2.1.01
    statement: You should greet.
    guidance:
    importance: Recommended
  - pillar: Doors
    capability: Locks
    capability_index: \"1.1\"
    requirement_index: 1.1.02
    statement: You could count keys.
";

    fn import(files: &[(&str, &str)]) -> Imported {
        let files = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
        read(&files, Reason::Given, &about("https://lab.example/spec/")).unwrap()
    }

    #[test]
    fn each_pillar_is_a_page_and_each_statement_a_row_with_its_number() {
        let read = import(&[("docs/house.yaml", SPECIFICATION)]);
        assert_eq!(read.problems, []);
        let pages: Vec<_> = read.pack.pages.iter().map(|page| page.id.as_str()).collect();
        assert_eq!(pages, ["lab/house/doors", "lab/house/people"]);
        let doors = &read.pack.pages[0];
        assert_eq!(doors.address, "https://lab.example/spec#doors");
        assert_eq!(
            shown(doors),
            "# 1.1 Locks\n| 1.1.01 | You must lock each door. | Mandatory\nDoors are:\n- front\n- back\n\
             | 1.1.02 | You could count keys.\n"
        );
        assert_eq!(links(doors), [("1.1.01".to_owned(), "https://lab.example/doors".to_owned())]);
        assert_eq!(
            shown(&read.pack.pages[1]),
            "# 2.1 Staff\n| 2.1.01 | You should greet. | Recommended\n"
        );
    }

    #[test]
    fn the_site_around_it_is_read_as_well() {
        let read =
            import(&[("house.yaml", SPECIFICATION), ("faq.md", "# Questions\n\nWhy doors?\n")]);
        let pages: Vec<_> = read.pack.pages.iter().map(|p| (p.id.as_str(), p.order)).collect();
        assert_eq!(pages, [("lab/faq", 1), ("lab/house/doors", 2), ("lab/house/people", 3)]);
        assert_eq!(read.counts.pages, 3);
        assert_eq!(read.sources, ["faq.md", "house.yaml", "house.yaml"]);
    }

    #[test]
    fn what_has_no_words_twice_a_number_or_no_form_is_told_by_line() {
        let twice = SPECIFICATION
            .replace("1.1.02", "1.1.01")
            .replace("statement: You should greet.", "statement:");
        let read = import(&[
            ("a.yaml", &twice),
            ("b.yml", "specification: 7\n# requirement_index: statement:\n"),
            ("c.yaml", "other: settings\n"),
        ]);
        let told: Vec<_> = read.problems.iter().map(|p| (p.file.as_str(), p.line)).collect();
        assert_eq!(told, [("a.yaml", 14), ("a.yaml", 21), ("b.yml", 1)]);
        assert_eq!(read.problems[1].trouble, Trouble::SameNumber { number: "1.1.01".into() });
        assert_eq!(read.pack.pages.len(), 1);
    }

    #[test]
    fn a_file_that_grows_by_its_names_is_not_read() {
        let mut bomb = String::from("# requirement_index: statement:\na0: &a0 [x]\n");
        for level in 1..40 {
            let before = format!("*a{},", level - 1).repeat(10);
            bomb += &format!("a{level}: &a{level} [{}]\n", before.trim_end_matches(','));
        }
        bomb += "specification: *a39\n";
        let read = import(&[("a.yaml", SPECIFICATION), ("b.yaml", &bomb)]);
        assert_eq!(read.problems.len(), 1);
        assert_eq!(read.problems[0].file, "b.yaml");
    }
}
