//! Settings of the document, and the table of its fonts.

use super::style_ids::{SANS, SERIF};
use super::xml::Xml;

/// The part of settings.
pub(super) fn settings(language: &str) -> String {
    let mut xml = Xml::part();
    xml.open("w:settings", &[("xmlns:w", super::MAIN)]);
    xml.empty("w:zoom", &[("w:percent", "100")]);
    xml.value("w:defaultTabStop", "720");
    xml.value("w:characterSpacingControl", "doNotCompress");
    for (notes, reference) in [("w:footnotePr", "w:footnote"), ("w:endnotePr", "w:endnote")] {
        xml.open(notes, &[]);
        if notes == "w:endnotePr" {
            xml.value("w:pos", "docEnd");
            xml.value("w:numFmt", "decimal");
        }
        for id in ["-1", "0"] {
            xml.empty(reference, &[("w:id", id)]);
        }
        xml.close();
    }
    xml.open("w:compat", &[]);
    // The layout that Word has used since 2013.
    let name = "compatibilityMode";
    let uri = "http://schemas.microsoft.com/office/word";
    xml.empty("w:compatSetting", &[("w:name", name), ("w:uri", uri), ("w:val", "15")]);
    xml.close();
    xml.empty("w:themeFontLang", &[("w:val", language)]);
    xml.value("w:decimalSymbol", if language.starts_with("en") { "." } else { "," });
    xml.value("w:listSeparator", if language.starts_with("en") { "," } else { ";" });
    xml.finish()
}

/// The part of fonts: the replacements for fonts that a computer does not have.
pub(super) fn font_table() -> String {
    let mut xml = Xml::part();
    xml.open("w:fonts", &[("xmlns:w", super::MAIN)]);
    let fonts = [
        (SANS, "Carlito", "020F0502020204030204", "swiss"),
        (SERIF, "Caladea", "02040503050406030204", "roman"),
    ];
    for (name, instead, shape, family) in fonts {
        xml.open("w:font", &[("w:name", name)]);
        xml.value("w:altName", instead);
        xml.value("w:panose1", shape);
        xml.value("w:charset", "00");
        xml.value("w:family", family);
        xml.value("w:pitch", "variable");
        xml.close();
    }
    xml.finish()
}
