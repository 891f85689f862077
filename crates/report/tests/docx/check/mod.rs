//! The project's own checker of Word files. It shares no code with the writer.

mod order;
mod package;
mod text;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

pub use package::Package;
pub use tree::Element;
use vurder_model::report_address::{AnswerAddress, LONGEST_BOOKMARK};

/// The problems of a file; empty where a word processor opens it as intended.
pub fn problems(bytes: &[u8]) -> Vec<String> {
    let package = match Package::read(bytes) {
        Ok(package) => package,
        Err(problem) => return vec![problem],
    };
    let mut problems = Vec::new();
    let needed = ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"];
    let missing: Vec<String> = needed
        .iter()
        .filter(|path| !package.xml.contains_key(**path))
        .map(|path| format!("{path} is not there"))
        .collect();
    if !missing.is_empty() {
        return missing;
    }
    package.check_types(&mut problems);
    package.check_relationships(&mut problems);
    check_styles(&package, &mut problems);
    check_lists(&package, &mut problems);
    check_notes(&package, &mut problems);
    check_names(&package, &mut problems);
    for (path, part) in stories(&package) {
        order::check(path, part, &mut problems);
        text::check(path, part, &mut problems);
    }
    text::check_headings(package.part("word/document.xml"), &mut problems);
    problems
}

/// Reads a file and panics if it has a problem.
pub fn sound(name: &str, bytes: &[u8]) -> Package {
    let found = problems(bytes);
    assert!(found.is_empty(), "{name}: {found:#?}");
    Package::read(bytes).unwrap()
}

/// The parts with text.
fn stories(package: &Package) -> impl Iterator<Item = (&String, &Element)> {
    let named = ["document", "endnotes", "footnotes", "header", "footer"];
    package
        .xml
        .iter()
        .filter(move |(path, _)| named.iter().any(|name| path.starts_with(&format!("word/{name}"))))
}

/// Checks that every used style exists and is of the right kind.
fn check_styles(package: &Package, problems: &mut Vec<String>) {
    let styles = package.part("word/styles.xml");
    let mut kinds = BTreeMap::new();
    let mut names = BTreeSet::new();
    for style in styles.elements().filter(|e| e.name == "w:style") {
        if kinds.insert(style.get("w:styleId").to_owned(), style.get("w:type")).is_some() {
            problems.push(format!("style {} is there twice", style.get("w:styleId")));
        }
        if !names.insert(style.value("w:name").to_lowercase()) {
            problems.push(format!("two styles are called {}", style.value("w:name")));
        }
    }
    let mut used = Vec::new();
    for style in styles.elements().filter(|e| e.name == "w:style") {
        for link in ["w:basedOn", "w:next", "w:link"] {
            if let Some(link) = style.child(link) {
                used.push((link.get("w:val").to_owned(), style.get("w:type").to_owned()));
            }
        }
    }
    for (_, part) in stories(package) {
        for (name, kind) in
            [("w:pStyle", "paragraph"), ("w:rStyle", "character"), ("w:tblStyle", "table")]
        {
            used.extend(part.named(name).map(|e| (e.get("w:val").to_owned(), kind.to_owned())));
        }
    }
    for (style, kind) in used {
        if kinds.get(&style) != Some(&kind.as_str()) {
            problems.push(format!("{style} is no {kind} style"));
        }
    }
}

/// Checks that every list of a paragraph exists.
fn check_lists(package: &Package, problems: &mut Vec<String>) {
    let numbering = package.part("word/numbering.xml");
    let ids = |name: &str, key: &str| -> BTreeSet<String> {
        let found = numbering.elements().filter(|e| e.name == name);
        found.map(|e| e.get(key).to_owned()).collect()
    };
    let (abstracts, lists) = (ids("w:abstractNum", "w:abstractNumId"), ids("w:num", "w:numId"));
    for list in numbering.elements().filter(|e| e.name == "w:num") {
        if !abstracts.contains(list.value("w:abstractNumId")) {
            problems.push(format!("list {} has no shape", list.get("w:numId")));
        }
    }
    for (path, part) in stories(package) {
        for of in part.named("w:numPr") {
            if !lists.contains(of.value("w:numId")) {
                problems.push(format!("{path}: no list {}", of.value("w:numId")));
            }
        }
    }
}

/// Checks that every reference has a note, and that every note exists once and has one reference.
fn check_notes(package: &Package, problems: &mut Vec<String>) {
    for kind in ["endnote", "footnote"] {
        let Some(part) = package.xml.get(&format!("word/{kind}s.xml")) else { continue };
        let mut notes: Vec<&str> =
            part.elements().filter(|e| e.get("w:type").is_empty()).map(|e| e.get("w:id")).collect();
        let name = format!("w:{kind}Reference");
        let document = package.part("word/document.xml");
        let mut references: Vec<&str> = document.named(&name).map(|e| e.get("w:id")).collect();
        notes.sort_unstable();
        references.sort_unstable();
        if notes != references {
            problems.push(format!("{kind}s {notes:?} are referred to as {references:?}"));
        }
    }
}

/// Checks that names and ids are unique, links lead to a bookmark, and tags are addresses of answers.
fn check_names(package: &Package, problems: &mut Vec<String>) {
    let mut bookmarks = BTreeSet::new();
    let mut ids = BTreeSet::new();
    let mut tags = BTreeSet::new();
    for (path, part) in stories(package) {
        let mut open = BTreeSet::new();
        for element in part.all() {
            match element.name.as_str() {
                "w:bookmarkStart" => {
                    let name = element.get("w:name");
                    if name.is_empty() || name.len() > LONGEST_BOOKMARK {
                        problems.push(format!("{path}: no program takes the bookmark {name}"));
                    }
                    if !bookmarks.insert(name.to_lowercase()) {
                        problems.push(format!("{path}: bookmark {name} is there twice"));
                    }
                    if !ids.insert(element.get("w:id")) || !open.insert(element.get("w:id")) {
                        problems.push(format!("{path}: the id of bookmark {name} is taken"));
                    }
                }
                "w:bookmarkEnd" if !open.remove(element.get("w:id")) => {
                    problems.push(format!("{path}: bookmark {} ends", element.get("w:id")));
                }
                "w:sdtPr" => {
                    let tag = element.value("w:tag");
                    if AnswerAddress::from_tag(tag).is_none() {
                        problems.push(format!("{path}: tag {tag:?} names no answer"));
                    }
                    if !tags.insert(tag.to_owned()) || !ids.insert(element.value("w:id")) {
                        problems.push(format!("{path}: control {tag} is there twice"));
                    }
                }
                _ => {}
            }
        }
        if !open.is_empty() {
            problems.push(format!("{path}: bookmarks {open:?} do not end"));
        }
    }
    for (path, part) in stories(package) {
        for link in part.named("w:hyperlink") {
            let to = link.get("w:anchor");
            if !to.is_empty() && !bookmarks.contains(&to.to_lowercase()) {
                problems.push(format!("{path}: a link leads to {to}, which is not there"));
            }
            if to.is_empty() && link.get("r:id").is_empty() {
                problems.push(format!("{path}: a link leads nowhere"));
            }
        }
    }
}
