//! Parent tree (ISO 32000-1, 14.7.4.4): gives the elements of the marked sequences of a page, and of annotations.

use lopdf::{Document, Object, ObjectId, dictionary};

/// The greatest number of entries of a leaf, so that a viewer need not read all entries to find one.
const LEAF: usize = 64;

/// The entries in the order of their keys: first the pages, then the annotations.
#[derive(Debug, Default)]
pub(super) struct ParentTree {
    pages: Vec<Vec<ObjectId>>,
    annotations: Vec<ObjectId>,
}

/// The key of a page, which is its index.
pub(super) fn page_key(page: usize) -> i64 {
    page as i64
}

/// The key of an annotation. The keys of annotations follow those of the pages.
pub(super) fn annotation_key(pages: usize, annotation: usize) -> i64 {
    (pages + annotation) as i64
}

impl ParentTree {
    /// Adds the next page with the elements of its marked sequences.
    pub(super) fn page(&mut self, elements: Vec<ObjectId>) {
        self.pages.push(elements);
    }

    /// Adds the next annotation.
    pub(super) fn annotation(&mut self, element: ObjectId) {
        self.annotations.push(element);
    }

    /// Writes the tree. Returns it and the first free key.
    pub(super) fn write(self, pdf: &mut Document) -> (ObjectId, i64) {
        let mut entries: Vec<Object> = Vec::new();
        for elements in self.pages {
            let elements: Vec<Object> = elements.into_iter().map(Object::from).collect();
            entries.push(pdf.add_object(Object::Array(elements)).into());
        }
        entries.extend(self.annotations.into_iter().map(Object::from));
        let next = entries.len() as i64;
        let mut kids: Vec<Object> = Vec::new();
        for (leaf, entries) in entries.chunks(LEAF).enumerate() {
            let first = (leaf * LEAF) as i64;
            let last = first + entries.len() as i64 - 1;
            let numbers: Vec<Object> = (first..)
                .zip(entries)
                .flat_map(|(key, entry)| [key.into(), entry.clone()])
                .collect();
            let limits: Vec<Object> = vec![first.into(), last.into()];
            kids.push(pdf.add_object(dictionary! { "Limits" => limits, "Nums" => numbers }).into());
        }
        (pdf.add_object(dictionary! { "Kids" => kids }), next)
    }
}
