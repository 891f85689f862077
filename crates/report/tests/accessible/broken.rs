//! Files with one damage each: the checker refuses each for the right reason.

use std::collections::BTreeSet;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use crate::check::{Reason, problems};

type Damage = fn(&mut Document);

/// A damage for each reason.
const DAMAGES: &[(Reason, Damage)] = &[
    (Reason::NotMarked, |pdf| from_catalog(pdf, "MarkInfo")),
    (Reason::NoLanguage, |pdf| from_catalog(pdf, "Lang")),
    (Reason::OtherLanguage, |pdf| pdf.catalog_mut().unwrap().set("Lang", string("nb"))),
    (Reason::TitleNotShown, |pdf| from_catalog(pdf, "ViewerPreferences")),
    (Reason::NoStructure, |pdf| from_catalog(pdf, "StructTreeRoot")),
    (Reason::NoMetadata, |pdf| from_catalog(pdf, "Metadata")),
    (Reason::NoOutputIntent, |pdf| from_catalog(pdf, "OutputIntents")),
    (Reason::Attachment, |pdf| from_catalog(pdf, "AF")),
    (Reason::TabOrder, |pdf| {
        let page = page(pdf);
        dict(pdf, page).remove(b"Tabs");
    }),
    (Reason::Untagged, |pdf| {
        let area = [0, 0, 10, 10].map(Object::from).to_vec();
        append(pdf, vec![Operation::new("re", area), Operation::new("f", Vec::new())]);
    }),
    (Reason::RunningFoot, |pdf| {
        let page = page(pdf);
        let mut content = Content::decode(&pdf.get_page_content(page)).unwrap();
        for operation in content.operations.iter_mut().filter(|o| o.operator == "BDC") {
            if operation.operands[0] == Object::from("Artifact") {
                *operation = artifact();
            }
        }
        pdf.change_page_content(page, content.encode().unwrap()).unwrap();
    }),
    (Reason::Nesting, |pdf| append(pdf, vec![artifact()])),
    (Reason::OtherTag, |pdf| change(pdf, "P", |element| element.set("S", "Span"))),
    (Reason::NoElement, |pdf| {
        // A paragraph that its parent no longer lists.
        let paragraph = first(pdf, "P");
        let parent = dict(pdf, paragraph).get(b"P").and_then(Object::as_reference).unwrap();
        kids(pdf, parent).retain(|kid| *kid != Object::Reference(paragraph));
    }),
    (Reason::NoElement, |pdf| {
        // A link without an annotation.
        let link = first(pdf, "Link");
        kids(pdf, link).retain(|kid| !matches!(kid, Object::Dictionary(_)));
    }),
    (Reason::ParentTree, |pdf| {
        let arrays = pdf.objects.values_mut().filter_map(|object| object.as_array_mut().ok());
        let mut pages = arrays.filter(|array| {
            array.len() > 4 && array.iter().all(|item| item.as_reference().is_ok())
        });
        pages.next().expect("the entries of a page").reverse();
    }),
    (Reason::ContentTwice, |pdf| {
        let paragraph = first(pdf, "P");
        let mcid = kids(pdf, paragraph)[0].clone();
        kids(pdf, paragraph).push(mcid);
    }),
    (Reason::NoContent, |pdf| {
        let paragraph = first(pdf, "P");
        kids(pdf, paragraph).push(Object::Integer(9999));
    }),
    (Reason::UnknownType, |pdf| change(pdf, "P", |element| element.set("S", "Paragraph"))),
    (Reason::OtherParent, |pdf| {
        let (other, item) = (first(pdf, "Table"), first(pdf, "LI"));
        dict(pdf, item).set("P", other);
    }),
    (Reason::Misplaced, |pdf| change(pdf, "THead", |element| element.set("S", "Div"))),
    (Reason::HeadingGap, |pdf| change(pdf, "H2", |element| element.set("S", "H4"))),
    (Reason::IrregularTable, |pdf| {
        let row = first(pdf, "TR");
        kids(pdf, row).pop();
    }),
    (Reason::NoScope, |pdf| change(pdf, "TH", |element| drop(element.remove(b"A")))),
    (Reason::NoAlternative, |pdf| change(pdf, "Figure", |element| drop(element.remove(b"Alt")))),
    (Reason::NoBounds, |pdf| change(pdf, "Figure", |element| drop(element.remove(b"A")))),
    (Reason::NoteIdentity, |pdf| {
        let notes: Vec<ObjectId> = all(pdf, "Note");
        let identity = dict(pdf, notes[0]).get(b"ID").unwrap().clone();
        dict(pdf, notes[1]).set("ID", identity);
    }),
    (Reason::NoLinkWords, |pdf| annotation(pdf, |link| drop(link.remove(b"Contents")))),
    (Reason::NoDestination, |pdf| {
        annotation(pdf, |link| link.set("Dest", string("no such place")));
    }),
    (Reason::NotEmbedded, |pdf| {
        typed(pdf, "Type", "FontDescriptor", |font| drop(font.remove(b"FontFile2")));
    }),
    (Reason::NoUnicode, |pdf| {
        typed(pdf, "Subtype", "Type0", |font| drop(font.remove(b"ToUnicode")));
    }),
    (Reason::Widths, |pdf| {
        let fonts = pdf.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
        let mut fonts = fonts.filter(|font| font.has(b"DescendantFonts"));
        let below = fonts.next().unwrap().get_mut(b"DescendantFonts").unwrap();
        match &mut below.as_array_mut().unwrap()[0] {
            Object::Dictionary(font) => drop(font.remove(b"W")),
            Object::Reference(id) => {
                let id = *id;
                drop(dict(pdf, id).remove(b"W"));
            }
            other => panic!("{other:?}"),
        }
    }),
    (Reason::NoGlyph, |pdf| {
        let page = page(pdf);
        let resources = dict(pdf, page).get(b"Resources").and_then(Object::as_reference).unwrap();
        let fonts = dict(pdf, resources).get(b"Font").unwrap().clone();
        let (_, fonts) = pdf.dereference(&fonts).unwrap();
        let (name, _) = fonts.as_dict().unwrap().iter().next().unwrap();
        let name = Object::Name(name.clone());
        let nothing = Object::String(vec![0, 0], StringFormat::Hexadecimal);
        let end = |operator| Operation::new(operator, Vec::new());
        append(
            pdf,
            vec![
                artifact(),
                end("BT"),
                Operation::new("Tf", vec![name, 10.into()]),
                Operation::new("Tj", vec![nothing]),
                end("ET"),
                end("EMC"),
            ],
        );
    }),
    (Reason::OtherMetadata, |pdf| {
        let info = pdf.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
        dict(pdf, info).set("Title", string("Another title"));
    }),
];

#[test]
fn each_damage_is_refused_for_its_reason() {
    let good = crate::whole();
    assert_eq!(problems(&good), []);
    let mut seen = BTreeSet::from([Reason::Unreadable]);
    for (reason, damage) in DAMAGES {
        let mut pdf = Document::load_mem(&good).unwrap();
        damage(&mut pdf);
        let mut bytes = Vec::new();
        pdf.save_to(&mut bytes).unwrap();
        let found = problems(&bytes);
        assert!(found.iter().any(|problem| problem.reason == *reason), "{reason:?}: {found:?}");
        seen.insert(*reason);
    }
    // The last reason has the highest number.
    assert_eq!(seen.len(), Reason::Attachment as usize + 1, "a damage for each reason: {seen:?}");
}

#[test]
fn what_is_no_pdf_is_refused() {
    let found = problems(b"%PDF-1.7\nnothing\n%%EOF");
    assert_eq!(found.iter().map(|p| p.reason).collect::<Vec<_>>(), [Reason::Unreadable]);
    // A good file stays good after another program has saved it.
    let mut again = Vec::new();
    Document::load_mem(&crate::whole()).unwrap().save_to(&mut again).unwrap();
    assert_eq!(problems(&again), []);
}

fn string(text: &str) -> Object {
    Object::string_literal(text)
}

fn artifact() -> Operation {
    Operation::new("BMC", vec!["Artifact".into()])
}

fn dict(pdf: &mut Document, id: ObjectId) -> &mut Dictionary {
    pdf.get_object_mut(id).and_then(Object::as_dict_mut).unwrap()
}

fn from_catalog(pdf: &mut Document, key: &str) {
    pdf.catalog_mut().unwrap().remove(key.as_bytes());
}

fn page(pdf: &Document) -> ObjectId {
    *pdf.get_pages().get(&3).expect("a page with text")
}

/// The elements of a type, in the order of the file.
fn all(pdf: &Document, kind: &str) -> Vec<ObjectId> {
    let of_kind = |object: &&Object| {
        let dict = object.as_dict().ok();
        let kind_of = dict.filter(|dict| dict.has(b"P")).and_then(|dict| dict.get(b"S").ok());
        kind_of.and_then(|kind| kind.as_name().ok()) == Some(kind.as_bytes())
    };
    pdf.objects.iter().filter(|(_, object)| of_kind(object)).map(|(id, _)| *id).collect()
}

fn first(pdf: &Document, kind: &str) -> ObjectId {
    all(pdf, kind)[0]
}

fn change(pdf: &mut Document, kind: &str, change: fn(&mut Dictionary)) {
    let id = first(pdf, kind);
    change(dict(pdf, id));
}

/// An element's children as an array.
fn kids(pdf: &mut Document, id: ObjectId) -> &mut Vec<Object> {
    let element = dict(pdf, id);
    if element.get(b"K").is_ok_and(|kids| kids.as_array().is_err()) {
        let one = element.get(b"K").unwrap().clone();
        element.set("K", vec![one]);
    }
    element.get_mut(b"K").and_then(Object::as_array_mut).unwrap()
}

fn typed(pdf: &mut Document, key: &str, kind: &str, change: fn(&mut Dictionary)) {
    let dicts = pdf.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    let is = |dict: &Dictionary| {
        dict.get(key.as_bytes()).and_then(Object::as_name).is_ok_and(|name| name == kind.as_bytes())
    };
    change(dicts.into_iter().find(|dict| is(dict)).expect("a dictionary of the type"));
}

/// Changes the annotation of the first link within the document.
fn annotation(pdf: &mut Document, change: fn(&mut Dictionary)) {
    let dicts = pdf.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    let link = dicts.into_iter().find(|dict| dict.has(b"StructParent") && dict.has(b"Dest"));
    change(link.expect("a link"));
}

/// Adds operators at the end of a page's content.
fn append(pdf: &mut Document, operations: Vec<Operation>) {
    let page = page(pdf);
    let mut content = Content::decode(&pdf.get_page_content(page)).unwrap();
    content.operations.extend(operations);
    pdf.change_page_content(page, content.encode().unwrap()).unwrap();
}
