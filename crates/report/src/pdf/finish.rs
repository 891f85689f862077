//! Adds the parts of a PDF that printpdf cannot write: links, named destinations, outline, metadata and identity. It
//! also compresses the file.

use std::fmt::Write as _;

use lopdf::{
    Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary,
};
use sha2::{Digest, Sha256};

use super::content::{Packed, deflate};
use super::pictures;
use crate::ReportError;
use crate::draw::{Color, Shape, Step, Target};
use crate::layout::{Entry, Laid};

/// Finishes printpdf's document and writes it. `contents` gives the pages' contents, in order.
pub(super) fn finish(
    mut pdf: Document,
    laid: &Laid,
    contents: impl FnOnce() -> Result<Vec<Packed>, ReportError>,
) -> Result<Vec<u8>, ReportError> {
    pdf.version = "1.7".into();
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    add_links(&mut pdf, laid, &pages)?;
    let mark = add_mark(&mut pdf, laid);
    let pictures = pictures::add(&mut pdf, laid);
    let streams = open_pages(&mut pdf, &pages, mark, &pictures)?;
    compress(&mut pdf, &streams);
    let destinations = add_destinations(&mut pdf, laid, &pages);
    let outline = add_outline(&mut pdf, laid);
    let info = add_info(&mut pdf, laid);
    let contents = contents()?;
    let identity = identity(laid, &contents);
    set_contents(&mut pdf, &streams, contents)?;

    let catalog = pdf.catalog_mut().map_err(failed)?;
    catalog.set("Lang", text(&laid.meta.language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("PageLayout", name("SinglePage"));
    catalog.set("Names", dictionary! { "Dests" => destinations });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", name("UseOutlines"));
    }
    pdf.trailer.set("Info", info);
    let id = Object::String(identity, StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![id.clone(), id]);
    pdf.prune_objects();
    pdf.renumber_objects();
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(200)
        .compression_level(6)
        .build();
    let mut bytes = Vec::new();
    pdf.save_with_options(&mut bytes, options).map_err(failed)?;
    Ok(bytes)
}

fn failed(error: impl std::fmt::Display) -> ReportError {
    ReportError::Write(error.to_string())
}

fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// A text string of PDF: ASCII unchanged, other text as UTF-16 with a byte order mark.
fn text(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn real(value: f32) -> Object {
    Object::Real((value * 100.0).round() / 100.0)
}

fn add_links(pdf: &mut Document, laid: &Laid, pages: &[ObjectId]) -> Result<(), ReportError> {
    for (page, id) in laid.pages.iter().zip(pages) {
        let mut annotations = Vec::new();
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
                "Contents" => text(words),
            };
            match target {
                // A reference to a row that is not in the report has no link.
                Target::Anchor(anchor) if !laid.anchor_areas.contains_key(&**anchor) => continue,
                Target::Anchor(anchor) => link.set("Dest", text(anchor)),
                Target::Address(address) => {
                    let action = dictionary! { "S" => "URI", "URI" => ascii(address) };
                    link.set("A", action);
                }
            }
            annotations.push(Object::Reference(pdf.add_object(link)));
        }
        let page = pdf.get_object_mut(*id).and_then(Object::as_dict_mut).map_err(failed)?;
        page.set("Tabs", name("S"));
        if annotations.is_empty() {
            page.remove(b"Annots");
        } else {
            page.set("Annots", annotations);
        }
    }
    Ok(())
}

/// Addresses are ASCII; anything else is escaped byte by byte.
fn ascii(address: &str) -> Object {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    Object::string_literal(out)
}

/// The DRAFT mark as one form that all pages show.
fn add_mark(pdf: &mut Document, laid: &Laid) -> Option<ObjectId> {
    let (steps, color) = laid.mark.as_ref()?;
    let page = laid.pages.first()?;
    let mut stream = String::new();
    let Color(r, g, b) = *color;
    let channel = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    let _ = writeln!(stream, "{} {} {} rg", channel(r), channel(g), channel(b));
    let flip = |y: f32| page.height - y;
    for step in steps {
        let _ = match *step {
            Step::Move(x, y) => writeln!(stream, "{x:.1} {:.1} m", flip(y)),
            Step::Line(x, y) => writeln!(stream, "{x:.1} {:.1} l", flip(y)),
            Step::Curve(a, b, c, d, e, f) => writeln!(
                stream,
                "{a:.1} {:.1} {c:.1} {:.1} {e:.1} {:.1} c",
                flip(b),
                flip(d),
                flip(f)
            ),
            Step::Close => writeln!(stream, "h"),
        };
    }
    stream.push_str("f\n");
    let head = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), real(page.width), real(page.height)],
    };
    Some(pdf.add_object(Stream::new(head, stream.into_bytes())))
}

/// Gives each page its mark; hands back where the pages' contents stand.
fn open_pages(
    pdf: &mut Document,
    pages: &[ObjectId],
    mark: Option<ObjectId>,
    pictures: &[ObjectId],
) -> Result<Vec<ObjectId>, ReportError> {
    let mut streams = Vec::with_capacity(pages.len());
    for id in pages {
        let page = pdf.get_dictionary(*id).map_err(failed)?;
        let content = page.get(b"Contents").and_then(Object::as_reference).map_err(failed)?;
        let resources = page.get(b"Resources").and_then(Object::as_reference).map_err(failed)?;
        let resources =
            pdf.get_object_mut(resources).and_then(Object::as_dict_mut).map_err(failed)?;
        for unused in ["XObject", "ExtGState", "Shading"] {
            resources.remove(unused.as_bytes());
        }
        let mut objects = pictures::resources(pictures);
        if let Some(mark) = mark {
            objects.set("Mark", mark);
        }
        if !objects.is_empty() {
            resources.set("XObject", objects);
        }
        streams.push(content);
    }
    Ok(streams)
}

/// Puts the pages' contents in their places.
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

/// A named destination for each anchor: named, because names survive when others rewrite the file.
fn add_destinations(pdf: &mut Document, laid: &Laid, pages: &[ObjectId]) -> Object {
    let mut names: Vec<(Vec<u8>, Object)> = Vec::with_capacity(laid.anchor_areas.len());
    for (anchor, places) in &laid.anchor_areas {
        let Some(place) = places.first() else { continue };
        let (Some(page), Some(id)) = (laid.pages.get(place.page - 1), pages.get(place.page - 1))
        else {
            continue;
        };
        let top = (page.height - place.rect.y + 8.0).min(page.height);
        let target = vec![(*id).into(), name("XYZ"), Object::Null, real(top), Object::Null];
        let Object::String(key, _) = text(anchor) else { continue };
        names.push((key, Object::Array(target)));
    }
    names.sort_by(|a, b| a.0.cmp(&b.0));
    let string = |key: &[u8]| Object::String(key.to_vec(), StringFormat::Literal);
    // Leaves of a bounded size, so that a viewer need not read all names to find one.
    let mut kids = Vec::new();
    for leaf in names.chunks(64) {
        let (Some(first), Some(last)) = (leaf.first(), leaf.last()) else { continue };
        let limits = vec![string(&first.0), string(&last.0)];
        let entries: Vec<Object> =
            leaf.iter().flat_map(|(key, target)| [string(key), target.clone()]).collect();
        let leaf = dictionary! { "Limits" => limits, "Names" => entries };
        kids.push(Object::Reference(pdf.add_object(leaf)));
    }
    Object::Reference(pdf.add_object(dictionary! { "Kids" => kids }))
}

/// The headings, nested by their levels.
fn add_outline(pdf: &mut Document, laid: &Laid) -> Option<ObjectId> {
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
            // Negative: closed until it is opened; only the sections show at first.
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

/// For each entry the nearest entry before it of a higher rank.
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

fn add_info(pdf: &mut Document, laid: &Laid) -> ObjectId {
    let meta = &laid.meta;
    let title = if meta.project.is_empty() {
        meta.title.clone()
    } else {
        format!("{} – {}", meta.title, meta.project)
    };
    let date = format!("D:{}000000Z", meta.date.format("%Y%m%d"));
    let mut info = dictionary! {
        "Title" => text(&title),
        "Author" => text(&meta.authors.join(", ")),
        "Subject" => text(&meta.form),
        "Creator" => text("Vurder"),
        "Producer" => text(concat!("Vurder ", env!("CARGO_PKG_VERSION"))),
        "CreationDate" => Object::string_literal(date.clone()),
        "ModDate" => Object::string_literal(date),
    };
    if !meta.version.is_empty() {
        info.set("Version", text(&meta.version));
    }
    pdf.add_object(info)
}

/// The file's identity: the same for the same content, another for any other.
fn identity(laid: &Laid, contents: &[Packed]) -> Vec<u8> {
    let mut hash = Sha256::new();
    for part in [&laid.meta.title, &laid.meta.project, &laid.meta.version, &laid.meta.language] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.update(laid.meta.date.to_string().as_bytes());
    for page in contents {
        hash.update(page.digest);
    }
    for picture in &laid.pictures {
        hash.update(pictures::digest(picture));
    }
    hash.finalize()[..16].to_vec()
}

/// Packs the streams that are not the pages' contents: fonts, what their glyphs say, the mark.
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
