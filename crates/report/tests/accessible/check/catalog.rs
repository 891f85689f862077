//! The document catalog: the outline, destinations of links, and attached files.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object};

use super::reading::text;
use super::{File, Problems, Reason};

pub fn check(file: &File, found: &mut Problems) {
    let catalog = file.catalog();
    let marked = file.dict(catalog, "MarkInfo").and_then(|info| file.get(info, "Marked"));
    found.unless(is_true(marked), Reason::NotMarked, "MarkInfo");
    let language = file.text(catalog, "Lang");
    let letters = language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    found.unless(language.len() >= 2 && letters, Reason::NoLanguage, &language);
    let shown =
        file.dict(catalog, "ViewerPreferences").and_then(|v| file.get(v, "DisplayDocTitle"));
    let title = file.pdf.trailer.get(b"Info").ok().and_then(|info| file.as_dict(info));
    let title = title.map(|info| file.text(info, "Title")).unwrap_or_default();
    found.unless(
        is_true(shown) && !title.trim().is_empty(),
        Reason::TitleNotShown,
        "DisplayDocTitle",
    );
    found.unless(
        file.dict(catalog, "StructTreeRoot").is_some(),
        Reason::NoStructure,
        "StructTreeRoot",
    );
    for index in 0..file.pages.len() {
        let order = file.name(file.page(index), "Tabs");
        found.unless(order == "S", Reason::TabOrder, &format!("page {}", index + 1));
    }
    intents(file, found);
    destinations(file, found);
    attachments(file, found);
}

fn is_true(object: Option<&Object>) -> bool {
    matches!(object, Some(Object::Boolean(true)))
}

fn intents(file: &File, found: &mut Problems) {
    let intents = file.array(file.catalog(), "OutputIntents");
    let profile = intents.iter().filter_map(|intent| file.as_dict(intent)).find_map(|intent| {
        let profile = file.stream(intent, "DestOutputProfile")?;
        (file.name(intent, "S") == "GTS_PDFA1").then_some(profile)
    });
    let right = profile.is_some_and(|bytes| bytes.get(36..40) == Some(b"acsp"));
    found.unless(right, Reason::NoOutputIntent, "OutputIntents");
}

/// Checks that every link and every entry of the outline leads to a name in the file.
fn destinations(file: &File, found: &mut Problems) {
    let catalog = file.catalog();
    let names = file.dict(catalog, "Names").and_then(|names| file.dict(names, "Dests"));
    let leaves = names.map_or(Vec::new(), |tree| file.leaves(tree, "Names"));
    let keys: Vec<Vec<u8>> =
        leaves.iter().filter_map(|(key, _)| key.as_str().ok().map(<[u8]>::to_vec)).collect();
    found.unless(keys.is_sorted(), Reason::NoDestination, "the names are out of order");
    let known: BTreeSet<Vec<u8>> = keys.into_iter().collect();
    let mut check = |dict: &Dictionary, what: &str| {
        if let Some(Object::String(name, _)) = file.get(dict, "Dest") {
            let detail = format!("{what}: {}", String::from_utf8_lossy(name));
            found.unless(known.contains(name), Reason::NoDestination, &detail);
        } else if file.dict(dict, "A").is_none() {
            found.add(Reason::NoDestination, format!("{what} leads nowhere"));
        }
    };
    for index in 0..file.pages.len() {
        for annotation in file.array(file.page(index), "Annots") {
            if let Some(annotation) = file.as_dict(annotation) {
                check(annotation, "link");
            }
        }
    }
    let mut open: Vec<&Dictionary> = file.dict(catalog, "Outlines").into_iter().collect();
    while let Some(above) = open.pop() {
        let mut next = file.dict(above, "First");
        while let Some(entry) = next {
            check(entry, "outline");
            open.push(entry);
            next = file.dict(entry, "Next");
        }
    }
}

fn attachments(file: &File, found: &mut Problems) {
    let catalog = file.catalog();
    let tree = file.dict(catalog, "Names").and_then(|names| file.dict(names, "EmbeddedFiles"));
    let embedded = tree.map_or(Vec::new(), |tree| file.leaves(tree, "Names"));
    let associated = file.array(catalog, "AF");
    found.unless(embedded.len() == associated.len(), Reason::Attachment, "AF and EmbeddedFiles");
    for (name, specification) in embedded {
        let Some(specification) = file.as_dict(specification) else {
            found.add(Reason::Attachment, "no specification");
            continue;
        };
        let right = file.text(specification, "F") == text(name)
            && file.text(specification, "UF") == text(name)
            && !file.text(specification, "Desc").is_empty()
            && file.name(specification, "AFRelationship") == "Source";
        found.unless(right, Reason::Attachment, &text(name));
        let stream = file.dict(specification, "EF").and_then(|ef| file.dict(ef, "F"));
        let media = stream.map(|stream| file.name(stream, "Subtype")).unwrap_or_default();
        let dated = stream
            .and_then(|stream| file.dict(stream, "Params"))
            .is_some_and(|parameters| parameters.has(b"ModDate"));
        found.unless(media.contains('/') && dated, Reason::Attachment, "media type and date");
    }
}
