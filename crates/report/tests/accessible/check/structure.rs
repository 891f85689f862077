//! The structure tree, compared with the parent tree and the pages.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::content::PageContent;
use super::{File, Problems, Reason};

/// An element with all elements below it.
#[derive(Debug)]
pub struct Element {
    pub id: ObjectId,
    pub kind: String,
    pub kids: Vec<Kid>,
    pub alternative: String,
    pub identity: String,
    pub actual: String,
    /// The language of its words; empty where it is that of the element above.
    pub language: String,
    /// Attributes of all owners.
    pub attributes: Dictionary,
}

#[derive(Debug)]
pub enum Kid {
    Element(Box<Element>),
    /// The page and the number of a marked sequence.
    Content(ObjectId, i64),
    Annotation(ObjectId),
}

impl Element {
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.kids.iter().filter_map(|kid| match kid {
            Kid::Element(element) => Some(&**element),
            Kid::Content(..) | Kid::Annotation(_) => None,
        })
    }

    /// The element and all elements below it, in reading order.
    pub fn all(&self) -> Vec<&Element> {
        let mut found = vec![self];
        for below in self.elements() {
            found.extend(below.all());
        }
        found
    }

    pub fn number(&self, attribute: &str) -> Option<i64> {
        self.attributes.get(attribute.as_bytes()).and_then(Object::as_i64).ok()
    }
}

/// Reads the tree; `None` where there is none.
pub fn read(file: &File, found: &mut Problems) -> Option<Element> {
    let root = file.dict(file.catalog(), "StructTreeRoot")?;
    let top = match root.get(b"K").ok()? {
        Object::Array(kids) if kids.len() == 1 => kids[0].as_reference().ok(),
        other => other.as_reference().ok(),
    };
    let Some(top) = top else {
        found.add(Reason::NoStructure, "the root does not hold one element");
        return None;
    };
    let root_id = file.catalog().get(b"StructTreeRoot").and_then(Object::as_reference).ok()?;
    let element = element(file, top, root_id, 0, found)?;
    found.unless(element.kind == "Document", Reason::Misplaced, "the first is no Document");
    Some(element)
}

fn element(
    file: &File,
    id: ObjectId,
    parent: ObjectId,
    depth: usize,
    found: &mut Problems,
) -> Option<Element> {
    let dict = file.pdf.get_dictionary(id).ok().filter(|_| depth < 200);
    let Some(dict) = dict else {
        found.add(Reason::NoStructure, format!("{id:?} is no element"));
        return None;
    };
    let above = dict.get(b"P").and_then(Object::as_reference).ok();
    found.unless(above == Some(parent), Reason::OtherParent, &format!("{id:?}"));
    let page = dict.get(b"Pg").and_then(Object::as_reference).ok();
    let kids = match dict.get(b"K") {
        Ok(Object::Array(kids)) => kids.iter().collect(),
        Ok(one) => vec![one],
        Err(_) => Vec::new(),
    };
    let mut read = Vec::new();
    for kid in kids {
        if let Ok(mcid) = kid.as_i64() {
            match page {
                Some(page) => read.push(Kid::Content(page, mcid)),
                None => found.add(Reason::NoContent, format!("{id:?} has no page")),
            }
            continue;
        }
        let Some(below) = file.as_dict(kid) else { continue };
        let page = below.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        match (file.name(below, "Type").as_str(), page) {
            ("MCR", Some(page)) => {
                let mcid = file.number(below, "MCID").unwrap_or(-1);
                read.push(Kid::Content(page, mcid));
            }
            ("OBJR", _) => {
                let annotation = below.get(b"Obj").and_then(Object::as_reference);
                read.extend(annotation.ok().map(Kid::Annotation));
            }
            _ => {
                if let Ok(below) = kid.as_reference() {
                    read.extend(
                        element(file, below, id, depth + 1, found).map(Box::new).map(Kid::Element),
                    );
                }
            }
        }
    }
    let mut attributes = Dictionary::new();
    let owners = match file.get(dict, "A") {
        Some(Object::Array(owners)) => owners.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    };
    for owner in owners.into_iter().filter_map(|owner| file.as_dict(owner)) {
        owner.iter().for_each(|(key, value)| attributes.set(key.clone(), value.clone()));
    }
    Some(Element {
        id,
        kind: file.name(dict, "S"),
        kids: read,
        alternative: file.text(dict, "Alt"),
        identity: file.text(dict, "ID"),
        actual: file.text(dict, "ActualText"),
        language: file.text(dict, "Lang"),
        attributes,
    })
}

/// Compares the tree with the pages and the parent tree.
pub fn check(file: &File, tree: &Element, pages: &[PageContent], found: &mut Problems) {
    let parents = parent_tree(file, found);
    let mut held: BTreeMap<(ObjectId, i64), ObjectId> = BTreeMap::new();
    let mut annotated: BTreeMap<ObjectId, &Element> = BTreeMap::new();
    for element in tree.all() {
        for kid in &element.kids {
            match kid {
                Kid::Element(_) => {}
                Kid::Content(page, mcid) => {
                    if held.insert((*page, *mcid), element.id).is_some() {
                        found.add(Reason::ContentTwice, format!("{page:?}, {mcid}"));
                    }
                    let content = file.pages.iter().position(|id| id == page);
                    let tag = content.and_then(|at| pages[at].sequences.get(mcid));
                    match tag {
                        None => found.add(Reason::NoContent, format!("{page:?}, {mcid}")),
                        Some(tag) => found.unless(
                            *tag == element.kind,
                            Reason::OtherTag,
                            &format!("{tag} of {}", element.kind),
                        ),
                    }
                }
                Kid::Annotation(annotation) => {
                    if annotated.insert(*annotation, element).is_some() {
                        found.add(Reason::ContentTwice, format!("{annotation:?}"));
                    }
                }
            }
        }
    }
    for (index, content) in pages.iter().enumerate() {
        let page = file.pages[index];
        let key = file.number(file.page(index), "StructParents");
        let named = key.and_then(|key| parents.get(&key)).map(|named| file.follow(named));
        let named: Vec<Option<ObjectId>> = match named {
            Some(Object::Array(named)) => named.iter().map(|id| id.as_reference().ok()).collect(),
            _ => Vec::new(),
        };
        for mcid in content.sequences.keys() {
            let by_tree = held.get(&(page, *mcid)).copied();
            let detail = format!("page {}, sequence {mcid}", index + 1);
            found.unless(by_tree.is_some(), Reason::NoElement, &detail);
            let by_parents = usize::try_from(*mcid).ok().and_then(|at| named.get(at).copied());
            found.unless(by_parents.flatten() == by_tree, Reason::ParentTree, &detail);
        }
        found.unless(
            named.len() == content.sequences.len(),
            Reason::ParentTree,
            &format!("page {}: {} entries", index + 1, named.len()),
        );
        for annotation in file.array(file.page(index), "Annots") {
            let Ok(id) = annotation.as_reference() else {
                found.add(Reason::NoElement, "an annotation that nothing can point to");
                continue;
            };
            let Some(dict) = file.as_dict(annotation) else { continue };
            let owner = annotated.remove(&id);
            let Some(owner) = owner.filter(|owner| owner.kind == "Link") else {
                found.add(Reason::NoElement, format!("link {id:?} on page {}", index + 1));
                continue;
            };
            let key = file.number(dict, "StructParent");
            let named = key.and_then(|key| parents.get(&key)).and_then(|id| id.as_reference().ok());
            found.unless(named == Some(owner.id), Reason::ParentTree, &format!("link {id:?}"));
            let words = file.text(dict, "Contents");
            found.unless(!words.trim().is_empty(), Reason::NoLinkWords, &format!("{id:?}"));
        }
    }
    for (annotation, element) in annotated {
        found.add(Reason::NoContent, format!("{}: {annotation:?} is on no page", element.kind));
    }
}

fn parent_tree<'a>(file: &'a File, found: &mut Problems) -> BTreeMap<i64, &'a Object> {
    let root = file.dict(file.catalog(), "StructTreeRoot");
    let tree = root.and_then(|root| file.dict(root, "ParentTree"));
    let leaves = tree.map_or(Vec::new(), |tree| file.leaves(tree, "Nums"));
    let keys: Vec<i64> = leaves.iter().filter_map(|(key, _)| key.as_i64().ok()).collect();
    let unique: BTreeSet<i64> = keys.iter().copied().collect();
    let ordered = keys.is_sorted() && unique.len() == keys.len();
    found.unless(ordered && !keys.is_empty(), Reason::ParentTree, "its keys are not in order");
    let next = root.and_then(|root| file.number(root, "ParentTreeNextKey")).unwrap_or(0);
    found.unless(keys.iter().all(|key| *key < next), Reason::ParentTree, "ParentTreeNextKey");
    leaves.into_iter().filter_map(|(key, value)| Some((key.as_i64().ok()?, value))).collect()
}
