//! Document outline (ISO 32000-1, 12.3.3): the sections of the form, for a viewer's sidebar.

use lopdf::{Dictionary, Document, ObjectId, dictionary};

use super::objects::text;
use crate::layout::{Entry, Laid};

/// Adds the headings, nested by their levels.
pub(super) fn add(pdf: &mut Document, laid: &Laid) -> Option<ObjectId> {
    if laid.outline.is_empty() {
        return None;
    }
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = laid.outline.iter().map(|_| pdf.new_object_id()).collect();
    let parents = parents(&laid.outline);
    let children = |parent: Option<usize>| -> Vec<usize> {
        (0..ids.len()).filter(|index| parents[*index] == parent).collect()
    };
    let ends = |dict: &mut Dictionary, kids: &[usize], count: i64| {
        if let (Some(first), Some(last)) = (kids.first(), kids.last()) {
            dict.set("First", ids[*first]);
            dict.set("Last", ids[*last]);
            dict.set("Count", count);
        }
    };
    for parent in std::iter::once(None).chain((0..ids.len()).map(Some)) {
        let kids = children(parent);
        for (place, index) in kids.iter().enumerate() {
            let entry = &laid.outline[*index];
            let title = format!("{} {}", entry.number, entry.text);
            let mut item = dictionary! {
                "Title" => text(title.trim()),
                "Parent" => parent.map_or(root, |parent| ids[parent]),
                "Dest" => text(&entry.anchor),
            };
            if let Some(previous) = place.checked_sub(1) {
                item.set("Prev", ids[kids[previous]]);
            }
            if let Some(next) = kids.get(place + 1) {
                item.set("Next", ids[*next]);
            }
            let below = children(Some(*index));
            // A negative number means that the entry is closed. Only the sections are visible at first.
            ends(&mut item, &below, -(below.len() as i64));
            pdf.set_object(ids[*index], item);
        }
    }
    let top = children(None);
    let mut outlines = dictionary! { "Type" => "Outlines" };
    ends(&mut outlines, &top, top.len() as i64);
    pdf.set_object(root, outlines);
    Some(root)
}

/// For each entry, the nearest entry before it with a higher rank.
fn parents(outline: &[Entry]) -> Vec<Option<usize>> {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut parents = Vec::with_capacity(outline.len());
    for (index, entry) in outline.iter().enumerate() {
        while open.last().is_some_and(|(level, _)| *level >= entry.level) {
            open.pop();
        }
        parents.push(open.last().map(|(_, index)| *index));
        open.push((entry.level, index));
    }
    parents
}
