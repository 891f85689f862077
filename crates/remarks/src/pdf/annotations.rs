//! Reads the annotations (ISO 32000-1, 12.5) of a file.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::geometry::Area;
use super::objects::{array, dictionary, follow, get, name, numbers, string};
use super::{rich_text, strings};
use crate::limits::PAGES;

/// The greatest number of areas of one annotation.
const AREAS: usize = 2000;

/// An annotation that may be a remark, a reply or a state.
#[derive(Debug, Clone)]
pub(super) struct Annotation {
    /// The id of its object; `None` if it stands directly in the page's list.
    pub(super) id: Option<ObjectId>,
    pub(super) page: u32,
    pub(super) subtype: String,
    /// Its name, unique on its page.
    pub(super) name: Option<String>,
    pub(super) words: String,
    pub(super) author: Option<String>,
    pub(super) created: Option<DateTime<FixedOffset>>,
    pub(super) changed: Option<DateTime<FixedOffset>>,
    pub(super) rect: Option<Area>,
    /// The areas that it marks, one for each line.
    pub(super) areas: Vec<Area>,
    /// The object that it answers, or to which it belongs.
    pub(super) in_reply_to: Option<ObjectId>,
    /// Whether it forms one remark together with the annotation to which it belongs.
    pub(super) grouped: bool,
    pub(super) state: Option<String>,
    /// Its intent (`IT`), which distinguishes uses of the same subtype.
    pub(super) intent: Option<String>,
    /// The name of what it shows: the words of a stamp, or the icon of a note.
    pub(super) shows: Option<String>,
}

/// A page of the file.
pub(super) struct Page<'a> {
    pub(super) number: u32,
    pub(super) id: ObjectId,
    pub(super) dictionary: &'a Dictionary,
    /// Its own resources, or those that it inherits.
    pub(super) resources: Option<&'a Dictionary>,
}

/// The pages in order. Nodes that were read already, and pages after the limit, are left out.
pub(super) fn pages<'a>(pdf: &'a Document, catalog: &'a Dictionary) -> Vec<Page<'a>> {
    let mut pages = Vec::new();
    let mut seen = HashSet::new();
    let root = catalog.get(b"Pages").ok();
    let mut open: Vec<(&Object, Option<&Dictionary>)> =
        root.map(|root| (root, None)).into_iter().collect();
    while let Some((node, inherited)) = open.pop() {
        let Object::Reference(id) = node else { continue };
        let Some(node) = dictionary(pdf, node).filter(|_| seen.insert(*id)) else { continue };
        let resources = super::objects::entries(pdf, node, "Resources").or(inherited);
        if node.has(b"Kids") {
            open.extend(array(pdf, node, "Kids").iter().rev().map(|kid| (kid, resources)));
        } else if pages.len() < PAGES {
            let number = u32::try_from(pages.len() + 1).unwrap_or(u32::MAX);
            pages.push(Page { number, id: *id, dictionary: node, resources });
        }
    }
    pages
}

/// The annotations of a page. `None` if the list cannot be read.
pub(super) fn of_page(pdf: &Document, page: &Page<'_>) -> Option<Vec<Annotation>> {
    let Ok(list) = page.dictionary.get(b"Annots") else { return Some(Vec::new()) };
    let items = match follow(pdf, list) {
        Some(Object::Array(items)) => items,
        Some(Object::Null) => return Some(Vec::new()),
        _ => return None,
    };
    let popups = popups(pdf, items);
    let mut found = Vec::new();
    for item in items {
        let id = if let Object::Reference(id) = item { Some(*id) } else { None };
        let Some(entry) = dictionary(pdf, item) else { continue };
        let Some(subtype) = name(pdf, entry, "Subtype") else { continue };
        if matches!(
            subtype.as_str(),
            "Link" | "Popup" | "Widget" | "PrinterMark" | "TrapNet" | "Watermark"
        ) {
            continue;
        }
        let mut annotation = annotation(pdf, entry, page.number, subtype);
        annotation.id = id;
        if annotation.words.trim().is_empty()
            && let Some(words) = id.and_then(|id| popups.get(&id))
        {
            annotation.words.clone_from(words);
        }
        found.push(annotation);
    }
    Some(found)
}

/// The words of pop-up windows, by the annotation to which the window belongs. Some programs write them only there.
fn popups(pdf: &Document, items: &[Object]) -> HashMap<ObjectId, String> {
    let mut found = HashMap::new();
    for entry in items.iter().filter_map(|item| dictionary(pdf, item)) {
        if name(pdf, entry, "Subtype").as_deref() == Some("Popup")
            && let Ok(Object::Reference(parent)) = entry.get(b"Parent")
        {
            let words = words(pdf, entry);
            if !words.is_empty() {
                found.insert(*parent, words);
            }
        }
    }
    found
}

fn annotation(pdf: &Document, entry: &Dictionary, page: u32, subtype: String) -> Annotation {
    let text = |key| string(pdf, entry, key).map(strings::text).filter(|text| !text.is_empty());
    let date = |key| string(pdf, entry, key).and_then(strings::date);
    let figures = |key| numbers(pdf, array(pdf, entry, key));
    let quads = figures("QuadPoints");
    let areas = quads.as_chunks::<8>().0.iter().take(AREAS).filter_map(|quad| Area::around(quad));
    let in_reply_to = match entry.get(b"IRT") {
        Ok(Object::Reference(id)) => Some(*id),
        _ => None,
    };
    let says_state = entry.has(b"StateModel") || in_reply_to.is_some();
    Annotation {
        id: None,
        page,
        subtype,
        name: text("NM"),
        words: words(pdf, entry),
        author: text("T")
            .map(|author| author.trim().to_owned())
            .filter(|author| !author.is_empty()),
        created: date("CreationDate"),
        changed: date("M"),
        rect: figures("Rect").get(..4).and_then(Area::around),
        areas: areas.collect(),
        in_reply_to,
        grouped: name(pdf, entry, "RT").as_deref() == Some("Group"),
        state: text("State").or_else(|| name(pdf, entry, "State")).filter(|_| says_state),
        intent: name(pdf, entry, "IT"),
        shows: name(pdf, entry, "Name"),
    }
}

/// The words of an annotation: the plain words, or the rich text if there are no plain words.
fn words(pdf: &Document, entry: &Dictionary) -> String {
    let plain = string(pdf, entry, "Contents").map(strings::text).unwrap_or_default();
    if !plain.trim().is_empty() {
        return plain;
    }
    match get(pdf, entry, "RC") {
        Some(Object::String(markup, _)) => rich_text::words(&strings::text(markup)),
        Some(Object::Stream(stream)) => stream
            .get_plain_content_with_limit(crate::limits::WORDS * 8)
            .map(|markup| rich_text::words(&strings::text(&markup)))
            .unwrap_or_default(),
        _ => plain,
    }
}
