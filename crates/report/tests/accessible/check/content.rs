//! The content of pages: everything painted is in one marked sequence, or is an artifact.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::Object;
use lopdf::content::{Content, Operation};

use super::{File, Problems, Reason};

/// The content of one page.
#[derive(Debug, Default)]
pub struct PageContent {
    /// The tag of each marked sequence.
    pub sequences: BTreeMap<i64, String>,
    /// The codes of the shown glyphs, with the name of their font in the page's resources, and whether no `ActualText`
    /// replaces their letters.
    pub codes: BTreeSet<(String, u16, bool)>,
    /// The same codes in the order in which they are shown, by the sequence that they stand in.
    pub shown: BTreeMap<i64, Vec<(String, u16)>>,
}

#[derive(Debug, Clone, PartialEq)]
enum Mark {
    Artifact,
    Sequence(i64),
    /// A part of a sequence with properties. True where an `ActualText` gives it words of its own.
    Span(bool),
}

const PAINTS: [&str; 17] =
    ["Tj", "TJ", "'", "\"", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "BI", "EI"];

pub fn read(file: &File, found: &mut Problems) -> Vec<PageContent> {
    (0..file.pages.len()).map(|index| page(file, index, found)).collect()
}

fn page(file: &File, index: usize, found: &mut Problems) -> PageContent {
    let number = index + 1;
    let mut page = PageContent::default();
    let bytes = file.pdf.get_page_content(file.pages[index]);
    let Ok(content) = Content::decode(&bytes) else {
        found.add(Reason::Unreadable, format!("content of page {number}"));
        return page;
    };
    // The open marks, each with whether it was opened within a text object.
    let mut open: Vec<(Mark, bool)> = Vec::new();
    let mut text: Option<usize> = None;
    let mut font = String::new();
    let mut foot = false;
    for operation in &content.operations {
        let operator = operation.operator.as_str();
        match operator {
            "BT" => text = Some(open.len()),
            "ET" => {
                found.unless(
                    text == Some(open.len()),
                    Reason::Nesting,
                    &format!("a text object of page {number} ends within another sequence"),
                );
                text = None;
            }
            "BMC" | "BDC" => {
                let mark = mark(file, operation);
                foot |= is_foot(file, operation);
                let outer = open.iter().any(|(mark, _)| !matches!(mark, Mark::Span(_)));
                if outer && !matches!(mark, Mark::Span(_)) {
                    found.add(Reason::Nesting, format!("page {number}: {mark:?} within {open:?}"));
                }
                if let Mark::Sequence(mcid) = &mark {
                    let tag = operation.operands.first().and_then(|tag| tag.as_name().ok());
                    let tag = String::from_utf8_lossy(tag.unwrap_or_default()).into_owned();
                    if page.sequences.insert(*mcid, tag).is_some() {
                        found.add(Reason::ContentTwice, format!("page {number}, {mcid}"));
                    }
                }
                open.push((mark, text.is_some()));
            }
            "EMC" => match open.pop() {
                Some((_, within)) => found.unless(
                    within == text.is_some(),
                    Reason::Nesting,
                    &format!("a sequence of page {number} ends in another text object"),
                ),
                None => found.add(Reason::Nesting, format!("page {number}: EMC")),
            },
            "Tf" => {
                let name = operation.operands.first().and_then(|name| name.as_name().ok());
                font = String::from_utf8_lossy(name.unwrap_or_default()).into_owned();
            }
            _ => {}
        }
        if PAINTS.contains(&operator) {
            let inside = open.iter().any(|(mark, _)| !matches!(mark, Mark::Span(_)));
            found.unless(inside, Reason::Untagged, &format!("{operator} on page {number}"));
            let bare = !open.iter().any(|(mark, _)| *mark == Mark::Span(true));
            for code in codes(operation) {
                page.codes.insert((font.clone(), code, bare));
                let sequence = open.iter().find_map(|(mark, _)| match mark {
                    Mark::Sequence(mcid) => Some(*mcid),
                    _ => None,
                });
                if let Some(mcid) = sequence {
                    page.shown.entry(mcid).or_default().push((font.clone(), code));
                }
            }
        }
    }
    found.unless(
        open.is_empty(),
        Reason::Nesting,
        &format!("page {number} ends within a sequence"),
    );
    found.unless(foot, Reason::RunningFoot, &format!("page {number}"));
    page
}

/// Whether an artifact is marked as the foot of a page (ISO 14289-1, 7.8).
fn is_foot(file: &File, operation: &Operation) -> bool {
    let properties = operation.operands.get(1).and_then(|properties| file.as_dict(properties));
    let is = |key: &[u8], name: &[u8]| {
        let value = properties.and_then(|properties| properties.get(key).ok());
        value.and_then(|value| value.as_name().ok()) == Some(name)
    };
    is(b"Type", b"Pagination") && is(b"Subtype", b"Footer")
}

fn mark(file: &File, operation: &Operation) -> Mark {
    let tag = operation.operands.first().and_then(|tag| tag.as_name().ok()).unwrap_or_default();
    let properties = operation.operands.get(1).and_then(|properties| file.as_dict(properties));
    match properties.and_then(|properties| file.number(properties, "MCID")) {
        Some(mcid) => Mark::Sequence(mcid),
        None if tag == b"Artifact" => Mark::Artifact,
        None => Mark::Span(properties.is_some_and(|properties| properties.has(b"ActualText"))),
    }
}

/// The two-byte codes that a text operator shows.
fn codes(operation: &Operation) -> Vec<u16> {
    let mut found = Vec::new();
    let mut add = |object: &Object| {
        if let Object::String(bytes, _) = object {
            found.extend(bytes.chunks_exact(2).map(|code| u16::from_be_bytes([code[0], code[1]])));
        }
    };
    for operand in &operation.operands {
        match operand {
            Object::Array(items) => items.iter().for_each(&mut add),
            other => add(other),
        }
    }
    found
}
