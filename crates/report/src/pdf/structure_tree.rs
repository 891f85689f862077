//! Structure tree (ISO 32000-1, 14.7 and 14.8): the elements of the document. They are made from the slots of the draw
//! list.
//!
//! A slot becomes an element if something on a page belongs to it; its parents become elements, too. An empty cell of a
//! table also becomes one, because all rows have the same length. Children have the order of the slots, which is that
//! of the document. If an element has words of its own between its children, they have the order of the pages.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::annotations::LinkAnnotation;
use super::marked_content::Sequence;
use super::objects::{name, real, text};
use super::parent_tree::ParentTree;
use crate::draw::{Draw, Page, Rect, Role, Scope, Shape, Slot, SlotId};
use crate::layout::Laid;

/// The name of the standard structure type of a role.
pub(super) fn structure_type(role: Role) -> &'static str {
    match role {
        Role::Artifact => "Artifact",
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Division => "Div",
        Role::Heading(level) => match level {
            0 | 1 => "H1",
            2 => "H2",
            3 => "H3",
            4 => "H4",
            5 => "H5",
            _ => "H6",
        },
        Role::Paragraph => "P",
        Role::Span | Role::Inserted | Role::Deleted => "Span",
        Role::Note => "Note",
        Role::List { .. } => "L",
        Role::ListItem => "LI",
        Role::ListLabel => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::TableRow => "TR",
        Role::HeaderCell { .. } => "TH",
        Role::DataCell => "TD",
        Role::Caption => "Caption",
        Role::Figure => "Figure",
        Role::Contents => "TOC",
        Role::ContentsItem => "TOCI",
        Role::Reference => "Reference",
        Role::Link => "Link",
    }
}

/// The content of an element.
#[derive(Debug, Clone, Copy)]
enum Kid {
    Element(usize),
    /// A marked sequence: page and number.
    Content(usize, usize),
    /// An annotation: its index in the list of all annotations.
    Annotation(usize),
}

#[derive(Debug, Clone, Default)]
struct Element {
    /// Whether it is already among its parent's children.
    attached: bool,
    kids: Vec<Kid>,
    /// The area that it covers on the page on which it begins.
    area: Option<(usize, Rect)>,
}

struct Tree<'a> {
    slots: &'a [Slot],
    elements: Vec<Element>,
}

/// Adds the structure tree with its parent tree, and returns its root.
pub(super) fn add(
    pdf: &mut Document,
    laid: &Laid,
    pages: &[ObjectId],
    marked: &[Vec<Sequence>],
    links: &[LinkAnnotation],
) -> ObjectId {
    let tree = Tree::of(laid, marked, links);
    let root = pdf.new_object_id();
    let ids: Vec<Option<ObjectId>> =
        tree.elements.iter().map(|element| element.attached.then(|| pdf.new_object_id())).collect();
    let id_of = |slot: usize| ids.get(slot).copied().flatten();
    let mut notes: Vec<Object> = Vec::new();
    for (slot, id) in ids.iter().enumerate() {
        let Some(id) = *id else { continue };
        let Some(place) = laid.slots.get(slot) else { continue };
        let parent = place.parent.and_then(|parent| id_of(parent.0 as usize)).unwrap_or(root);
        let mut element = dictionary! { "S" => name(structure_type(place.role)), "P" => parent };
        tree.set_kids(&mut element, slot, pages, links, &ids);
        if let Some(attributes) = tree.attributes(slot, laid) {
            element.set("A", attributes);
        }
        if let Some(alternative) = &place.alternative {
            element.set("Alt", text(alternative));
        }
        if let Some(language) = &place.language {
            element.set("Lang", text(language));
        }
        if let Some(actual) = &place.actual {
            element.set("ActualText", text(actual));
        }
        if place.role == Role::Note {
            // Each note has an identity. Zeros in front of the number keep the names in order.
            let identity = Object::string_literal(format!("note-{slot:08}"));
            element.set("ID", identity.clone());
            notes.extend([identity, id.into()]);
        }
        pdf.set_object(id, element);
    }

    let mut parents = ParentTree::default();
    for sequences in marked {
        let of = |sequence: &Sequence| id_of(sequence.slot.0 as usize);
        let marked = sequences.iter().filter(|sequence| sequence.mcid.is_some());
        parents.page(marked.map(|sequence| of(sequence).unwrap_or(root)).collect());
    }
    for link in links {
        parents.annotation(id_of(link.slot.0 as usize).unwrap_or(root));
    }
    let (parent_tree, next) = parents.write(pdf);
    let mut dict = dictionary! {
        "Type" => "StructTreeRoot",
        "ParentTree" => parent_tree,
        "ParentTreeNextKey" => next,
    };
    if let Some(document) = id_of(SlotId::DOCUMENT.0 as usize) {
        dict.set("K", document);
    }
    if let (Some(first), Some(last)) = (notes.first(), notes.iter().rev().nth(1)) {
        let limits = vec![first.clone(), last.clone()];
        let leaf = pdf.add_object(dictionary! { "Limits" => limits, "Names" => notes });
        dict.set("IDTree", dictionary! { "Kids" => vec![leaf.into()] });
    }
    pdf.set_object(root, dict);
    root
}

impl<'a> Tree<'a> {
    fn of(laid: &'a Laid, marked: &[Vec<Sequence>], links: &[LinkAnnotation]) -> Self {
        let elements = vec![Element::default(); laid.slots.len()];
        let mut tree = Self { slots: &laid.slots, elements };
        let mut links = links.iter().enumerate().peekable();
        for (index, (page, sequences)) in laid.pages.iter().zip(marked).enumerate() {
            for sequence in sequences {
                let Some(mcid) = sequence.mcid else { continue };
                tree.hold(sequence.slot, Kid::Content(index, mcid));
                tree.cover(index, page, sequence);
            }
            while let Some((at, link)) = links.next_if(|(_, link)| link.page == index) {
                tree.hold(link.slot, Kid::Annotation(at));
            }
        }
        tree.attach(SlotId::DOCUMENT.0 as usize);
        tree.add_empty_cells();
        for element in &mut tree.elements {
            let own = element.kids.iter().any(|kid| !matches!(kid, Kid::Element(_)));
            if !own {
                element.kids.sort_by_key(|kid| match kid {
                    Kid::Element(slot) => *slot,
                    Kid::Content(..) | Kid::Annotation(_) => 0,
                });
            }
        }
        tree
    }

    fn hold(&mut self, slot: SlotId, kid: Kid) {
        let slot = slot.0 as usize;
        self.attach(slot);
        if let Some(element) = self.elements.get_mut(slot) {
            element.kids.push(kid);
        }
    }

    /// Makes an element of a slot and of all slots above it.
    fn attach(&mut self, slot: usize) {
        let mut slot = slot;
        loop {
            let Some(element) = self.elements.get_mut(slot) else { return };
            if std::mem::replace(&mut element.attached, true) {
                return;
            }
            let Some(parent) = self.slots.get(slot).and_then(|place| place.parent) else { return };
            let parent = parent.0 as usize;
            if let Some(above) = self.elements.get_mut(parent) {
                above.kids.push(Kid::Element(slot));
            }
            slot = parent;
        }
    }

    fn add_empty_cells(&mut self) {
        for slot in 0..self.slots.len() {
            let cell = matches!(self.slots[slot].role, Role::HeaderCell { .. } | Role::DataCell);
            if cell && !self.elements[slot].attached && self.in_a_table_that_is_set(slot) {
                self.attach(slot);
            }
        }
    }

    fn in_a_table_that_is_set(&self, slot: usize) -> bool {
        let mut above = self.slots[slot].parent;
        while let Some(place) = above.and_then(|parent| self.slots.get(parent.0 as usize)) {
            if place.role == Role::Table {
                return above.is_some_and(|table| self.elements[table.0 as usize].attached);
            }
            above = place.parent;
        }
        false
    }

    /// Notes for figures which area of the page they cover, including links inside them.
    fn cover(&mut self, index: usize, page: &Page, sequence: &Sequence) {
        let mut at = Some(sequence.slot);
        let figure = loop {
            let Some(place) = at.and_then(|slot| self.slots.get(slot.0 as usize)) else { return };
            match place.role {
                Role::Figure => break at,
                Role::Link | Role::Reference | Role::Span | Role::Inserted | Role::Deleted => {
                    at = place.parent
                }
                _ => return,
            }
        };
        let Some(element) = figure.and_then(|slot| self.elements.get_mut(slot.0 as usize)) else {
            return;
        };
        for draw in page.draws.get(sequence.draws.clone()).unwrap_or_default() {
            let Some(area) = area_of(draw) else { continue };
            element.area = match element.area {
                None => Some((index, area)),
                Some((on, known)) if on == index => Some((on, known.union(area))),
                other => other,
            };
        }
    }

    fn set_kids(
        &self,
        element: &mut Dictionary,
        slot: usize,
        pages: &[ObjectId],
        links: &[LinkAnnotation],
        ids: &[Option<ObjectId>],
    ) {
        let kids = self.elements.get(slot).map_or(&[][..], |element| element.kids.as_slice());
        // An element has one page as its own, that of its first words. Words on other pages name their page.
        let own = kids.iter().find_map(|kid| match kid {
            Kid::Content(page, _) => Some(*page),
            Kid::Element(_) | Kid::Annotation(_) => None,
        });
        if let Some(page) = own.and_then(|page| pages.get(page)) {
            element.set("Pg", *page);
        }
        let page_id = |page: usize| pages.get(page).copied().map_or(Object::Null, Object::from);
        let mut all: Vec<Object> = kids
            .iter()
            .filter_map(|kid| match *kid {
                Kid::Element(below) => ids.get(below).copied().flatten().map(Object::from),
                Kid::Content(page, mcid) if Some(page) == own => Some(Object::from(mcid as i64)),
                Kid::Content(page, mcid) => {
                    let pg = page_id(page);
                    Some(dictionary! { "Type" => "MCR", "Pg" => pg, "MCID" => mcid as i64 }.into())
                }
                Kid::Annotation(at) => links.get(at).map(|link| {
                    let pg = page_id(link.page);
                    dictionary! { "Type" => "OBJR", "Obj" => link.id, "Pg" => pg }.into()
                }),
            })
            .collect();
        match all.len() {
            0 => {}
            1 => element.set("K", all.remove(0)),
            _ => element.set("K", all),
        }
    }

    fn attributes(&self, slot: usize, laid: &Laid) -> Option<Object> {
        let attributes = match self.slots.get(slot)?.role {
            Role::HeaderCell { scope, columns } => {
                let scope = match scope {
                    Scope::Row => "Row",
                    Scope::Column => "Column",
                };
                let mut table = dictionary! { "O" => "Table", "Scope" => scope };
                if columns > 1 {
                    table.set("ColSpan", columns as i64);
                }
                table
            }
            Role::Inserted => dictionary! { "O" => "Layout", "TextDecorationType" => "Underline" },
            Role::Deleted => dictionary! { "O" => "Layout", "TextDecorationType" => "LineThrough" },
            Role::List { ordered } => {
                let numbering = if ordered { "Decimal" } else { "Disc" };
                dictionary! { "O" => "List", "ListNumbering" => numbering }
            }
            Role::Figure => {
                let (page, area) = self.elements.get(slot)?.area?;
                let height = laid.pages.get(page)?.height;
                let bounds = vec![
                    real(area.x),
                    real(height - area.y - area.height),
                    real(area.x + area.width),
                    real(height - area.y),
                ];
                dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds }
            }
            _ => return None,
        };
        Some(attributes.into())
    }
}

/// The area that an item covers.
fn area_of(draw: &Draw) -> Option<Rect> {
    let between = |points: &mut dyn Iterator<Item = (f32, f32)>| {
        let spot = |(x, y)| Rect { x, y, width: 0.0, height: 0.0 };
        points.map(spot).reduce(Rect::union)
    };
    match &draw.shape {
        Shape::Glyphs(run) => {
            let width = run.glyphs.iter().map(|glyph| glyph.advance).sum();
            Some(Rect { x: run.x, y: run.y - run.size, width, height: run.size * 1.25 })
        }
        Shape::Fill(area, _) | Shape::Picture(area, _) => Some(*area),
        Shape::Line { from, to, .. } => between(&mut [*from, *to].into_iter()),
        Shape::Path(steps, _) => between(&mut steps.iter().filter_map(|step| step.end())),
        Shape::Link { .. } => None,
    }
}
