//! `[Content_Types].xml`: the media type of each part of the package.

use super::xml::Xml;

/// The beginning of the media types of parts of a text document.
macro_rules! wordprocessing {
    ($kind:literal) => {
        concat!("application/vnd.openxmlformats-officedocument.wordprocessingml.", $kind, "+xml")
    };
}

pub(super) const DOCUMENT: &str = wordprocessing!("document.main");
pub(super) const STYLES: &str = wordprocessing!("styles");
pub(super) const NUMBERING: &str = wordprocessing!("numbering");
pub(super) const SETTINGS: &str = wordprocessing!("settings");
pub(super) const FONT_TABLE: &str = wordprocessing!("fontTable");
pub(super) const FOOTNOTES: &str = wordprocessing!("footnotes");
pub(super) const ENDNOTES: &str = wordprocessing!("endnotes");
pub(super) const HEADER: &str = wordprocessing!("header");
pub(super) const FOOTER: &str = wordprocessing!("footer");
pub(super) const CORE_PROPERTIES: &str =
    "application/vnd.openxmlformats-package.core-properties+xml";
pub(super) const EXTENDED_PROPERTIES: &str =
    "application/vnd.openxmlformats-officedocument.extended-properties+xml";
pub(super) const CUSTOM_PROPERTIES: &str =
    "application/vnd.openxmlformats-officedocument.custom-properties+xml";

/// Writes the part from the paths of the others. A part without a media type gets the type for the ending of its path.
pub(super) fn write<'a>(parts: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> String {
    let mut xml = Xml::part();
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.open("Types", &[("xmlns", namespace)]);
    let endings = [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
    ];
    for (extension, kind) in endings {
        xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
    }
    for (path, kind) in parts {
        if let Some(kind) = kind {
            xml.empty("Override", &[("PartName", &format!("/{path}")), ("ContentType", kind)]);
        }
    }
    xml.finish()
}
