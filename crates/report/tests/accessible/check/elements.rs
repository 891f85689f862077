//! Rules for elements by their type: where they may stand, and which attributes and words they need.

use std::collections::BTreeSet;

use lopdf::Object;

use super::structure::{Element, Kid};
use super::{Problems, Reason};

const KNOWN: [&str; 30] = [
    "Document",
    "Sect",
    "Div",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "P",
    "Span",
    "Note",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "THead",
    "TBody",
    "TFoot",
    "TR",
    "TH",
    "TD",
    "Caption",
    "Figure",
    "TOC",
    "TOCI",
    "Reference",
    "Link",
    "Quote",
];

/// Types that may stand only in certain other types.
const WITHIN: [(&str, &[&str]); 10] = [
    ("LI", &["L"]),
    ("LBody", &["LI"]),
    ("THead", &["Table"]),
    ("TBody", &["Table"]),
    ("TFoot", &["Table"]),
    ("TR", &["Table", "THead", "TBody", "TFoot"]),
    ("TH", &["TR"]),
    ("TD", &["TR"]),
    ("TOCI", &["TOC"]),
    ("Document", &[]),
];

/// Types that may hold only certain other types, and no words.
const HOLDS: [(&str, &[&str]); 9] = [
    ("L", &["LI", "L", "Caption"]),
    ("LI", &["Lbl", "LBody"]),
    ("Table", &["Caption", "THead", "TBody", "TFoot", "TR"]),
    ("THead", &["TR"]),
    ("TBody", &["TR"]),
    ("TFoot", &["TR"]),
    ("TR", &["TH", "TD"]),
    ("TOC", &["TOCI", "TOC", "Caption"]),
    ("TOCI", &["Lbl", "Reference", "P", "TOC"]),
];

pub fn check(tree: &Element, found: &mut Problems) {
    let mut level = 0;
    let mut notes = BTreeSet::new();
    for element in tree.all() {
        let kind = element.kind.as_str();
        found.unless(KNOWN.contains(&kind), Reason::UnknownType, kind);
        placed(element, found);
        if let Some(next) = kind.strip_prefix('H').and_then(|level| level.parse::<usize>().ok()) {
            let words = element.kids.iter().any(|kid| !matches!(kid, Kid::Annotation(_)));
            let right = next <= level + 1 && words;
            found.unless(right, Reason::HeadingGap, &format!("H{next} after H{level}"));
            level = next;
        }
        match kind {
            "Table" => table(element, found),
            "TH" => {
                let scope = element.attributes.get(b"Scope").and_then(Object::as_name);
                let right = scope.is_ok_and(|scope| [&b"Row"[..], b"Column"].contains(&scope));
                found.unless(right, Reason::NoScope, &format!("{:?}", element.id));
            }
            "Figure" => {
                let words = !element.alternative.trim().is_empty();
                found.unless(words, Reason::NoAlternative, &format!("{:?}", element.id));
                let bounds = element.attributes.get(b"BBox").and_then(Object::as_array);
                let bounds: Vec<f32> =
                    bounds.map_or(Vec::new(), |b| b.iter().flat_map(Object::as_float).collect());
                let right = bounds.len() == 4 && bounds[0] < bounds[2] && bounds[1] < bounds[3];
                found.unless(right, Reason::NoBounds, &format!("{bounds:?}"));
            }
            "Link" => {
                let leads = element.kids.iter().any(|kid| matches!(kid, Kid::Annotation(_)));
                found.unless(leads, Reason::NoElement, "a Link without its annotation");
            }
            "Note" => {
                let new = !element.identity.is_empty() && notes.insert(&element.identity);
                found.unless(new, Reason::NoteIdentity, &element.identity);
            }
            "LI" => found.unless(
                element.elements().next().is_some(),
                Reason::Misplaced,
                "an item that says nothing",
            ),
            _ => {}
        }
    }
    found.unless(level > 0, Reason::HeadingGap, "no heading");
}

fn placed(parent: &Element, found: &mut Problems) {
    let holds = HOLDS.iter().find(|(kind, _)| *kind == parent.kind).map(|(_, kinds)| *kinds);
    for kid in &parent.kids {
        let Kid::Element(kid) = kid else {
            let bare = holds.is_none() && !["Document", "Sect", "Div"].contains(&&*parent.kind);
            found.unless(bare, Reason::Misplaced, &format!("words right in {}", parent.kind));
            continue;
        };
        let detail = format!("{} in {}", kid.kind, parent.kind);
        let allowed = holds.is_none_or(|kinds| kinds.contains(&&*kid.kind));
        let within = WITHIN.iter().find(|(kind, _)| *kind == kid.kind);
        let home = within.is_none_or(|(_, kinds)| kinds.contains(&&*parent.kind));
        found.unless(allowed && home, Reason::Misplaced, &detail);
    }
    let caption = parent.elements().position(|kid| kid.kind == "Caption");
    found.unless(caption.is_none_or(|at| at == 0), Reason::Misplaced, "a caption is not the first");
}

/// Checks that all rows have the same number of cells, with spans counted.
fn table(table: &Element, found: &mut Problems) {
    let mut rows: Vec<&Element> = Vec::new();
    for part in table.elements() {
        match part.kind.as_str() {
            "TR" => rows.push(part),
            _ => rows.extend(part.elements().filter(|row| row.kind == "TR")),
        }
    }
    // For each column, the number of further rows that a cell from above occupies.
    let mut taken: Vec<i64> = Vec::new();
    let mut length = None;
    for row in rows {
        let mut column = 0;
        for cell in row.elements() {
            while taken.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let columns = cell.number("ColSpan").unwrap_or(1).max(1);
            let columns = usize::try_from(columns).unwrap_or(1);
            taken.resize(taken.len().max(column + columns), 0);
            for place in &mut taken[column..column + columns] {
                *place = cell.number("RowSpan").unwrap_or(1).max(1);
            }
            column += columns;
        }
        let here = taken.iter().filter(|rows| **rows > 0).count();
        taken.iter_mut().for_each(|rows| *rows = (*rows - 1).max(0));
        let right = here == *length.get_or_insert(here);
        found.unless(right, Reason::IrregularTable, &format!("{:?}: {here}", row.id));
    }
    found.unless(length.is_some(), Reason::IrregularTable, "a table without rows");
}
