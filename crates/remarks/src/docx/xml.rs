//! Reads the elements of a part. An element is recognised by its namespace, because each program has its own prefixes.

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use crate::limits::DEPTH;

/// The vocabulary that an element belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vocabulary {
    /// Elements of text documents.
    Word,
    /// Microsoft's additions of 2010 and 2012.
    Extension,
    /// Replacements for programs that do not know an element.
    Compatibility,
    /// All other elements: relationships, properties, and those that are not read.
    Other,
}

/// A piece of a part.
pub(super) enum XmlEvent {
    Start(Vocabulary, String, Attributes),
    End(Vocabulary, String),
    Text(String),
}

/// The attributes of an element, by their names without prefix.
pub(super) struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a switch is on. A switch without a value is on.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.get("val"), Some("0" | "false" | "off"))
    }
}

/// Why a part cannot be read.
pub(super) enum Fault {
    /// It declares a document type, which could declare entities.
    DocumentType,
    /// It is not well-formed XML, or its elements are nested too deep.
    Malformed(String),
    /// It has more remarks than are read.
    TooMany,
}

/// Reads a part and calls `met` for each piece. For an empty element, `met` is called with a start and an end.
pub(super) fn walk(content: &str, mut met: impl FnMut(XmlEvent)) -> Result<(), Fault> {
    let mut reader = NsReader::from_str(content);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0;
    loop {
        let (namespace, event) =
            reader.read_resolved_event().map_err(|error| Fault::Malformed(error.to_string()))?;
        let vocabulary = vocabulary(&namespace);
        match event {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEPTH {
                    return Err(Fault::Malformed("elements are nested too deep".into()));
                }
                let name = tag.local_name().as_ref().to_owned();
                met(XmlEvent::Start(vocabulary, name, attributes(&tag)?));
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                met(XmlEvent::End(vocabulary, tag.local_name().as_ref().to_owned()));
            }
            Event::Text(text) => met(XmlEvent::Text((*text).to_owned())),
            Event::CData(text) => met(XmlEvent::Text((*text).to_owned())),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                let named = || quick_xml::escape::resolve_predefined_entity(&reference);
                let text = character.or_else(|| named().map(str::to_owned));
                let unknown = || Fault::Malformed(format!("&{};", &*reference));
                met(XmlEvent::Text(text.ok_or_else(unknown)?));
            }
            Event::DocType(_) => return Err(Fault::DocumentType),
            Event::Eof if depth > 0 => return Err(Fault::Malformed("its end is missing".into())),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn vocabulary(namespace: &ResolveResult<'_>) -> Vocabulary {
    let ResolveResult::Bound(Namespace(uri)) = namespace else { return Vocabulary::Other };
    match *uri {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Vocabulary::Word,
        "http://schemas.microsoft.com/office/word/2010/wordml"
        | "http://schemas.microsoft.com/office/word/2012/wordml" => Vocabulary::Extension,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Vocabulary::Compatibility,
        _ => Vocabulary::Other,
    }
}

fn attributes(tag: &BytesStart<'_>) -> Result<Attributes, Fault> {
    let malformed = |error: &dyn std::fmt::Display| Fault::Malformed(error.to_string());
    let mut found = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| malformed(&error))?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| malformed(&error))?;
        found.push((attribute.key.local_name().as_ref().to_owned(), value.into_owned()));
    }
    Ok(Attributes(found))
}
