//! File structure (ISO 32000-1, 7.5): adds the parts to printpdf's document, compresses and saves it.

use lopdf::{Document, Object, ObjectId, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::content_stream::{Packed, deflate};
use super::marked_content::Sequence;
use super::objects::{failed, name, text};
use super::parent_tree::page_key;
use super::pictures::PackedPicture;
use super::{
    PdfOptions, annotations, associated_files, destinations, document_outline, form_xobject,
    metadata, object_streams, output_intent, pictures, structure_tree,
};
use crate::ReportError;
use crate::layout::Laid;

/// The parts that a second thread compresses while the document is made.
pub(super) struct PackedParts {
    /// The contents of the pages, in order.
    pub(super) contents: Vec<Packed>,
    /// The pictures, in order.
    pub(super) pictures: Vec<PackedPicture>,
}

/// Completes printpdf's document and writes it. `packed` waits for the second thread.
pub(super) fn finish(
    mut pdf: Document,
    laid: &Laid,
    options: &PdfOptions,
    marked: &[Vec<Sequence>],
    packed: impl FnOnce() -> Result<PackedParts, ReportError>,
) -> Result<Vec<u8>, ReportError> {
    strip(&mut pdf)?;
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    let links = annotations::add_links(&mut pdf, laid, &pages)?;
    let mark = form_xobject::add_mark(&mut pdf, laid);
    let pictures = pictures::reserve(&mut pdf, laid);
    let streams = open_pages(&mut pdf, &pages, mark, &pictures)?;
    let intents = output_intent::add(&mut pdf);
    let source =
        options.source.as_ref().map(|file| associated_files::add(&mut pdf, file, laid.meta.date));
    compress(&mut pdf, &streams);
    let destinations = destinations::add(&mut pdf, laid, &pages);
    let outline = document_outline::add(&mut pdf, laid);
    let structure = structure_tree::add(&mut pdf, laid, &pages, marked, &links);
    let information = metadata::add_information(&mut pdf, &laid.meta, options.origin.as_ref());
    let xmp = metadata::add_xmp(&mut pdf, &laid.meta, options.archival);
    let packed = packed()?;
    pictures::set(&mut pdf, &pictures, packed.pictures);
    let contents = packed.contents;
    let identity = identity(laid, options, &contents);
    set_contents(&mut pdf, &streams, contents)?;

    let catalog = pdf.catalog_mut().map_err(failed)?;
    let mut names = dictionary! { "Dests" => destinations };
    if let Some(source) = source {
        names.set("EmbeddedFiles", source.embedded);
        catalog.set("AF", source.associated);
    }
    catalog.set("Lang", text(&laid.meta.language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", structure);
    catalog.set("Metadata", xmp);
    catalog.set("OutputIntents", intents);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("PageLayout", name("SinglePage"));
    catalog.set("Names", names);
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", name("UseOutlines"));
    }
    pdf.trailer.set("Info", information);
    let id = Object::String(identity, StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![id.clone(), id]);
    object_streams::save(&pdf)
}

/// Removes what printpdf writes and this program does not use, and numbers the remaining objects.
///
/// For both, lopdf needs time that grows with the square of the number of objects. Therefore it happens before the
/// structure is added, which has thousands of objects. Later objects are numbered in the order in which they are added.
fn strip(pdf: &mut Document) -> Result<(), ReportError> {
    pdf.trailer.remove(b"Info");
    for id in pdf.get_pages().into_values() {
        let page = pdf.get_object_mut(id).and_then(Object::as_dict_mut).map_err(failed)?;
        page.remove(b"Annots");
        let resources = page.get(b"Resources").and_then(Object::as_reference).map_err(failed)?;
        let resources =
            pdf.get_object_mut(resources).and_then(Object::as_dict_mut).map_err(failed)?;
        for unused in ["XObject", "ExtGState", "Shading"] {
            resources.remove(unused.as_bytes());
        }
    }
    pdf.prune_objects();
    pdf.renumber_objects();
    Ok(())
}

/// Gives each page its mark, the pictures and its key in the parent tree. Returns the objects for the contents of the
/// pages.
fn open_pages(
    pdf: &mut Document,
    pages: &[ObjectId],
    mark: Option<ObjectId>,
    pictures: &[ObjectId],
) -> Result<Vec<ObjectId>, ReportError> {
    let mut objects = pictures::resources(pictures);
    if let Some(mark) = mark {
        objects.set("Mark", mark);
    }
    let mut streams = Vec::with_capacity(pages.len());
    for (index, id) in pages.iter().enumerate() {
        let page = pdf.get_object_mut(*id).and_then(Object::as_dict_mut).map_err(failed)?;
        page.set("StructParents", page_key(index));
        let content = page.get(b"Contents").and_then(Object::as_reference).map_err(failed)?;
        streams.push(content);
        if objects.is_empty() {
            continue;
        }
        let resources = page.get(b"Resources").and_then(Object::as_reference).map_err(failed)?;
        let resources =
            pdf.get_object_mut(resources).and_then(Object::as_dict_mut).map_err(failed)?;
        resources.set("XObject", objects.clone());
    }
    Ok(streams)
}

/// Sets the contents of the pages.
fn set_contents(
    pdf: &mut Document,
    streams: &[ObjectId],
    contents: Vec<Packed>,
) -> Result<(), ReportError> {
    if streams.len() != contents.len() {
        return Err(failed("a page has no content"));
    }
    for (id, packed) in streams.iter().zip(contents) {
        let stream = pdf.get_object_mut(*id).and_then(Object::as_stream_mut).map_err(failed)?;
        stream.dict.set("Filter", name("FlateDecode"));
        stream.set_content(packed.bytes);
        stream.allows_compression = false;
    }
    Ok(())
}

/// The identity of the file: it is the same for the same content, and different for any other content.
fn identity(laid: &Laid, options: &PdfOptions, contents: &[Packed]) -> Vec<u8> {
    let mut hash = Sha256::new();
    for part in [&laid.meta.title, &laid.meta.project, &laid.meta.version, &laid.meta.language] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.update(laid.meta.date.to_string().as_bytes());
    hash.update([u8::from(options.archival)]);
    for page in contents {
        hash.update(page.digest);
    }
    for picture in &laid.pictures {
        hash.update(pictures::digest(picture));
    }
    if let Some(source) = &options.source {
        hash.update(&source.bytes);
    }
    hash.finalize()[..16].to_vec()
}

/// Compresses the streams that are not contents of pages: fonts, the texts of their glyphs, the mark, the attached
/// file.
fn compress(pdf: &mut Document, pages: &[ObjectId]) {
    for (id, object) in &mut pdf.objects {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.has(b"Filter") || pages.contains(id) {
            continue;
        }
        let packed = deflate(&stream.content);
        stream.dict.set("Filter", name("FlateDecode"));
        stream.set_content(packed);
        stream.allows_compression = false;
    }
}
