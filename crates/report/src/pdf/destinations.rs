//! Destinations (ISO 32000-1, 12.3.2): each anchor becomes a named destination.

use lopdf::{Document, Object, ObjectId, StringFormat, dictionary};

use super::objects::{name, real, text};
use crate::layout::Laid;

/// Adds a named destination for each anchor. Names stay when other programs rewrite the file.
pub(super) fn add(pdf: &mut Document, laid: &Laid, pages: &[ObjectId]) -> ObjectId {
    let mut names: Vec<(Vec<u8>, Object)> = Vec::with_capacity(laid.anchor_areas.len());
    for (anchor, places) in &laid.anchor_areas {
        let Some(place) = places.first() else { continue };
        let (Some(page), Some(id)) = (laid.pages.get(place.page - 1), pages.get(place.page - 1))
        else {
            continue;
        };
        let top = (page.height - place.rect.y + 8.0).min(page.height);
        // The left end distinguishes columns when remarks are read from a returned file. The magnification is not
        // changed.
        let left = place.rect.x.max(0.0);
        let target = vec![(*id).into(), name("XYZ"), real(left), real(top), Object::Null];
        let Object::String(key, _) = text(anchor) else { continue };
        names.push((key, Object::Array(target)));
    }
    names.sort_by(|a, b| a.0.cmp(&b.0));
    let string = |key: &[u8]| Object::String(key.to_vec(), StringFormat::Literal);
    // The leaves have a limited size, so that a viewer need not read all names to find one.
    let mut kids: Vec<Object> = Vec::new();
    for leaf in names.chunks(64) {
        let (Some(first), Some(last)) = (leaf.first(), leaf.last()) else { continue };
        let limits = vec![string(&first.0), string(&last.0)];
        let entries: Vec<Object> =
            leaf.iter().flat_map(|(key, target)| [string(key), target.clone()]).collect();
        let leaf = dictionary! { "Limits" => limits, "Names" => entries };
        kids.push(pdf.add_object(leaf).into());
    }
    pdf.add_object(dictionary! { "Kids" => kids })
}
