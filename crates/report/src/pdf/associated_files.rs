//! Associated files (ISO 19005-3, 6.8): what the report was made from travels in it.

use lopdf::{Document, Object, Stream, dictionary};

use super::SourceFile;
use super::objects::{date, name, text};

/// What the catalog says of files within the file.
pub(super) struct Added {
    /// The list of associated files.
    pub(super) associated: Object,
    /// The name tree of embedded files.
    pub(super) embedded: Object,
}

/// Adds the file that the report was made from.
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
