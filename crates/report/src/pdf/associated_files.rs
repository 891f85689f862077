//! Associated files (ISO 19005-3, 6.8): a report can carry the project from which it was made.

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Dictionary, Document, LoadOptions, Object, Stream, dictionary};

use super::SourceFile;
use super::objects::{date, name, text};
use crate::ReportError;

/// The greatest number of bytes to which a stream in a file may unpack.
const LARGEST: usize = 256 * 1024 * 1024;
/// The greatest depth of a tree of names.
const DEEPEST: usize = 16;

/// The bytes of the file that a report carries; `None` if the PDF carries none.
///
/// The PDF may have been saved by another program since, and may be anything at all. How much memory its objects take
/// is to be checked before.
///
/// # Errors
/// [`ReportError::Read`] if it cannot be read as a PDF.
pub fn source_of(pdf: &[u8]) -> Result<Option<Vec<u8>>, ReportError> {
    // lopdf adds and cuts without looking in places. What it shares with the rest is dropped with it.
    catch_unwind(AssertUnwindSafe(|| source_in(pdf)))
        .unwrap_or_else(|_| Err(ReportError::Read("its objects contradict".to_owned())))
}

fn source_in(pdf: &[u8]) -> Result<Option<Vec<u8>>, ReportError> {
    let read = |error: lopdf::Error| ReportError::Read(error.to_string());
    let options = LoadOptions::with_max_decompressed_size(LARGEST);
    let pdf = Document::load_mem_with_options(pdf, options).map_err(read)?;
    let names = pdf.catalog().map_err(read)?.get(b"Names").ok();
    let tree = names.and_then(|names| dict(&pdf, names));
    let tree = tree.and_then(|names| dict(&pdf, names.get(b"EmbeddedFiles").ok()?));
    let mut found = Vec::new();
    if let Some(tree) = tree {
        specifications(&pdf, tree, 0, &mut found);
    }
    let source = found.into_iter().find(|file| {
        file.get(b"AFRelationship").and_then(Object::as_name).is_ok_and(|name| name == b"Source")
    });
    let stream = source.and_then(|file| dict(&pdf, file.get(b"EF").ok()?)?.get(b"F").ok());
    let stream = stream.and_then(|stream| pdf.dereference(stream).ok()?.1.as_stream().ok());
    stream.map(|stream| stream.get_plain_content_with_limit(LARGEST).map_err(read)).transpose()
}

fn dict<'a>(pdf: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    pdf.dereference(object).ok()?.1.as_dict().ok()
}

fn specifications<'a>(
    pdf: &'a Document,
    tree: &'a Dictionary,
    depth: usize,
    found: &mut Vec<&'a Dictionary>,
) {
    let array = |key: &[u8]| {
        let items = tree.get(key).ok().and_then(|items| pdf.dereference(items).ok());
        items.and_then(|(_, items)| items.as_array().ok()).map_or(&[][..], Vec::as_slice)
    };
    found.extend(array(b"Names").iter().skip(1).step_by(2).filter_map(|file| dict(pdf, file)));
    if depth < DEEPEST {
        for kid in array(b"Kids").iter().filter_map(|kid| dict(pdf, kid)) {
            specifications(pdf, kid, depth + 1, found);
        }
    }
}

/// The entries of the catalog about files in the file.
pub(super) struct Added {
    /// The list of associated files.
    pub(super) associated: Object,
    /// The name tree of embedded files.
    pub(super) embedded: Object,
}

/// Adds the file from which the report was made.
pub(super) fn add(pdf: &mut Document, source: &SourceFile, day: chrono::NaiveDate) -> Added {
    let parameters = dictionary! {
        "Size" => source.bytes.len() as i64,
        "CreationDate" => date(day),
        "ModDate" => date(day),
    };
    let head = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => name(&source.media_type),
        "Params" => parameters,
    };
    let file = pdf.add_object(Stream::new(head, source.bytes.clone()));
    let specification = dictionary! {
        "Type" => "Filespec",
        "F" => text(&source.name),
        "UF" => text(&source.name),
        "Desc" => text(&source.description),
        "AFRelationship" => "Source",
        "EF" => dictionary! { "F" => file, "UF" => file },
    };
    let specification = pdf.add_object(specification);
    let names = vec![text(&source.name), specification.into()];
    Added {
        associated: Object::Array(vec![specification.into()]),
        embedded: dictionary! { "Names" => names }.into(),
    }
}
