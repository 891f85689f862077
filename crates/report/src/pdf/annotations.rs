//! Annotations (ISO 32000-1, 12.5): the links of the pages.

use lopdf::{Document, Object, ObjectId, dictionary};

use super::objects::{address, failed, name, real, text};
use super::parent_tree::annotation_key;
use crate::ReportError;
use crate::draw::{Shape, SlotId, Target};
use crate::layout::Laid;

/// A link annotation that was added.
#[derive(Debug, Clone, Copy)]
pub(super) struct LinkAnnotation {
    /// Index of its page.
    pub(super) page: usize,
    /// The element to which it belongs.
    pub(super) slot: SlotId,
    pub(super) id: ObjectId,
}

/// Adds the links of all pages, in order.
pub(super) fn add_links(
    pdf: &mut Document,
    laid: &Laid,
    pages: &[ObjectId],
) -> Result<Vec<LinkAnnotation>, ReportError> {
    let mut links: Vec<LinkAnnotation> = Vec::new();
    for (index, (page, id)) in laid.pages.iter().zip(pages).enumerate() {
        let mut annotations: Vec<Object> = Vec::new();
        for draw in &page.draws {
            let Shape::Link { area, target, words } = &draw.shape else { continue };
            let rect = vec![
                real(area.x),
                real(page.height - area.y - area.height),
                real(area.x + area.width),
                real(page.height - area.y),
            ];
            let mut link = dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => rect,
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "F" => 4,
                "Contents" => text(spoken(words, target)),
                "StructParent" => annotation_key(pages.len(), links.len()),
            };
            match target {
                Target::Anchor(anchor) => link.set("Dest", text(anchor)),
                Target::Address(to) => {
                    link.set("A", dictionary! { "S" => "URI", "URI" => address(to) });
                }
            }
            let added = pdf.add_object(link);
            annotations.push(added.into());
            links.push(LinkAnnotation { page: index, slot: draw.slot, id: added });
        }
        let page = pdf.get_object_mut(*id).and_then(Object::as_dict_mut).map_err(failed)?;
        page.set("Tabs", name("S"));
        if !annotations.is_empty() {
            page.set("Annots", annotations);
        }
    }
    Ok(links)
}

/// The text of a link for people who cannot see it: its words, or else its target.
fn spoken<'a>(words: &'a str, target: &'a Target) -> &'a str {
    let (Target::Anchor(to) | Target::Address(to)) = target;
    Some(words.trim()).filter(|words| !words.is_empty()).unwrap_or(to)
}
