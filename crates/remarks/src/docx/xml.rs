//! Elements of a part, by namespace and not by prefix, since each program has prefixes of its own.

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use crate::limits::DEPTH;

/// What an element belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vocabulary {
    /// Text documents.
    Word,
    /// Additions of 2010 and 2012.
    Extension,
    /// What programs that do not know an element show instead.
    Compatibility,
    /// Relationships, properties, and what is not looked at.
    Other,
}

/// What was met in a part.
pub(super) enum Met {
    Start(Vocabulary, String, Attributes),
    End(Vocabulary, String),
    Text(String),
}

/// Attributes by their name without prefix.
pub(super) struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// An attribute's value.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a switch is on: it is where it stands without a value.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.get("val"), Some("0" | "false" | "off"))
    }
}

/// Why a part cannot be read.
pub(super) enum Fault {
    /// It declares a document type, and with it perhaps entities.
    DocumentType,
    /// It is no XML, or nested too deep.
    Malformed(String),
    /// It has more remarks than are read.
    TooMany,
}

/// Reads a part, one thing after the other. An empty element is met as start and end.
pub(super) fn walk(content: &str, mut met: impl FnMut(Met)) -> Result<(), Fault> {
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
                met(Met::Start(vocabulary, name, attributes(&tag)?));
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                met(Met::End(vocabulary, tag.local_name().as_ref().to_owned()));
            }
            Event::Text(text) => met(Met::Text((*text).to_owned())),
            Event::CData(text) => met(Met::Text((*text).to_owned())),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                let named = || quick_xml::escape::resolve_predefined_entity(&reference);
                let text = character.or_else(|| named().map(str::to_owned));
                let unknown = || Fault::Malformed(format!("&{};", &*reference));
                met(Met::Text(text.ok_or_else(unknown)?));
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
