//! Properties of the file: what it is, for people (core, extended), and what it was made from, for the program that
//! reads the returned file (custom).

use vurder_model::listed_answers::lines_of_tags;
use vurder_model::report_address::property;

use super::Origin;
use super::xml::Xml;
use crate::document::{Document, Meta};

/// The namespace of values, and the beginning of the namespaces of properties.
const VALUES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
const PROPERTIES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/";

/// Writes the part of core properties. The day is the report's, so that the same report gives the same bytes.
pub(super) fn core(meta: &Meta) -> String {
    let mut xml = Xml::part();
    let package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    let namespaces = [
        ("xmlns:cp", package),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.open("cp:coreProperties", &namespaces);
    xml.words("dc:title", &format!("{} · {}", meta.title, meta.project));
    xml.words("dc:subject", &meta.form);
    xml.words("dc:creator", &meta.authors.join("; "));
    let day = format!("{}T00:00:00Z", meta.date.format("%Y-%m-%d"));
    for name in ["dcterms:created", "dcterms:modified"] {
        xml.open(name, &[("xsi:type", "dcterms:W3CDTF")]);
        xml.text(&day);
        xml.close();
    }
    xml.words("dc:language", &meta.language);
    if !meta.version.is_empty() {
        xml.words("cp:version", &meta.version);
    }
    xml.finish()
}

/// Writes the part of extended properties.
pub(super) fn extended() -> String {
    let mut xml = Xml::part();
    let namespace = format!("{PROPERTIES}extended-properties");
    xml.open("Properties", &[("xmlns", &namespace)]);
    xml.words("Application", "Vurder");
    xml.finish()
}

/// Writes the part of custom properties. `tags` are those of all answers, and `outside` is the hash of the words
/// outside of them.
pub(super) fn custom(
    origin: &Origin,
    document: &Document,
    tags: &[String],
    outside: &str,
) -> String {
    let mut xml = Xml::part();
    let namespace = format!("{PROPERTIES}custom-properties");
    xml.open("Properties", &[("xmlns", &namespace), ("xmlns:vt", VALUES)]);
    let day = document.meta.date.format("%Y-%m-%d").to_string();
    let version = origin.version.map(|number| number.to_string()).unwrap_or_default();
    let draft = origin.draft(&document.meta);
    let lines = lines_of_tags(tags);
    let names: Vec<String> =
        (1..=lines.len()).map(|number| format!("{}{number}", property::ANSWERS)).collect();
    let listed = names.iter().map(String::as_str).zip(lines.iter().map(String::as_str));
    let properties = [
        (property::PROJECT, origin.project.as_str()),
        (property::FORM, &origin.form),
        (property::FORM_VERSION, &origin.form_version),
        (property::REPORT_VERSION, &origin.report_version),
        (property::VERSION, &version),
        (property::DRAFT, draft),
        (property::DATE, &day),
        (property::MARKED_BY, &document.words.marked_by),
        (property::OUTSIDE, outside),
    ];
    let filled = properties.into_iter().chain(listed).filter(|(_, value)| !value.is_empty());
    // The numbers of properties start at 2. The lower numbers are reserved for the dictionary.
    for (id, (name, value)) in (2..).zip(filled) {
        let attributes = [
            ("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"),
            ("pid", &id.to_string()),
            ("name", name),
        ];
        xml.open("property", &attributes);
        xml.words("vt:lpwstr", value);
        xml.close();
    }
    xml.finish()
}
