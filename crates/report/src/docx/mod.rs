//! Writes a document as DOCX (Office Open XML, ISO/IEC 29500, transitional), for people who answer in Word.
//!
//! This folder has one file for each part of the standard, with the same name. The same document gives the same bytes.
//!
//! # How a returned file is read
//!
//! [`vurder_model::report_address`] makes and reads the names.
//!
//! - **Which export**: `docProps/custom.xml` names project, form, version of the form, version of the report, and day
//!   ([`property`]).
//! - **Sections, parts, rows, findings, sources**: a bookmark around the heading, the row's first cell or the card's
//!   title. [`bookmark`] makes its name from the anchor of the place, which is also the named destination in the PDF:
//!   `section/2`, `part/2.3`, `row/ROW`, `row/ROW@TABLE` (a row that is shown again), `finding/KEY`, `source/12`. Other
//!   bookmarks (`heading/N`, `_Toc…`) only serve the table of contents.
//! - **Answers**: a content control (`w:sdt`) whose `w:tag` is [`AnswerAddress::tag`]: `ROW/FIELD`, and `ROW/FIELD@2`
//!   if the same answer is shown a second time. At the end of the tag stand `#`, a hash of the words in the control,
//!   and one of the words without the numbers of sources, unless the tag would be too long. The control stands around
//!   whole paragraphs, lists and tables if they only have the answer, and within a paragraph if a label or another
//!   answer stands in the same line. Its words are those of the answer as the report prints them. Labels and names of
//!   attached files stand outside. A yes or no begins with "Yes." or "No." in bold, and its reason follows.
//! - **Missing answers**: the control has a prompt and the mark `w:showingPlcHdr`. Word removes both when somebody
//!   types.
//! - **Citations** within an answer: the first citation of a source has the runs `[`, `w:endnoteReference`, `]`, and
//!   the `w:id` is the source's number. A later citation is a run `[12]` with the character style `Citation`, in a link
//!   to the bookmark `source_12`. Rows to which an answer refers: their number with the style `Reference`, in a link to
//!   the row's bookmark.
//! - **What is gone**: the custom properties list the tags of all answers ([`lines_of_tags`]), and have a hash of the
//!   words that stand in no control and in no field ([`property::OUTSIDE`]).
//! - **Changes since an earlier version** are tracked changes. The custom properties name their author
//!   ([`property::MARKED_BY`]), so that they do not count as changes of a reviewer.
//!
//! [`lines_of_tags`]: vurder_model::listed_answers::lines_of_tags
//! [`property::OUTSIDE`]: vurder_model::report_address::property::OUTSIDE
//! [`AnswerAddress::tag`]: vurder_model::report_address::AnswerAddress::tag
//! [`bookmark`]: vurder_model::report_address::bookmark()
//! [`property`]: vurder_model::report_address::property
//! [`property::MARKED_BY`]: vurder_model::report_address::property::MARKED_BY

mod bookmark;
mod card;
mod changes;
mod chart;
mod content_control;
mod content_types;
mod drawing;
mod header_footer;
mod heading;
mod matrix;
mod names;
mod notes;
mod numbering;
mod package;
mod paragraph;
mod properties;
mod relationships;
mod run;
mod settings;
mod spoken;
mod story;
mod style_ids;
mod styles;
mod table;
mod table_styles;
mod xml;

use vurder_model::report_address::hash_of_words;

use self::header_footer::Pages;
use self::package::Package;
use self::relationships::Relationships;
use self::story::{BlockContext, Story};
use crate::ReportError;
use crate::document::{Block, BlockKind, Document, Meta};
use crate::layout::geometry;

/// The namespace of text documents.
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace in which a part names its relationships.
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What a report was made from, for the program that reads the returned file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The project's id.
    pub project: String,
    /// The form's id.
    pub form: String,
    /// The version of the form.
    pub form_version: String,
    /// The report's own version; empty if it has none.
    pub report_version: String,
    /// The number of the frozen version; none for a draft.
    pub version: Option<u32>,
}

impl Origin {
    /// What a file says about being a draft: "yes", or "no" for a report that is final without being one of a frozen
    /// version. The report of a frozen version says nothing.
    pub(crate) fn draft(&self, meta: &Meta) -> &'static str {
        match (self.version, meta.draft) {
            (Some(_), _) => "",
            (None, true) => "yes",
            (None, false) => "no",
        }
    }
}

/// Writes a document as DOCX. `origin` is left out for a document that does not belong to a form of a project.
///
/// # Errors
/// [`ReportError::Docx`] if the archive or a picture in it could not be written.
pub fn to_docx(document: &Document, origin: Option<&Origin>) -> Result<Vec<u8>, ReportError> {
    let language = language(&document.meta.language);
    let mut story = Story::new(document);
    open_document(&mut story);
    story.blocks(&in_order(&document.blocks), BlockContext::BODY);

    let mut package = Package::default();
    let mut root = Relationships::default();
    root.part("officeDocument", "word/document.xml");
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    root.part_of_type(core, "docProps/core.xml");
    root.part("extended-properties", "docProps/app.xml");
    if origin.is_some() {
        root.part("custom-properties", "docProps/custom.xml");
    }
    package.relationships("_rels/.rels", root.write());

    let parts = [
        ("styles", "styles.xml", content_types::STYLES, styles::write(&language)),
        ("numbering", "numbering.xml", content_types::NUMBERING, numbering::write(&story.lists)),
        ("settings", "settings.xml", content_types::SETTINGS, settings::settings(&language)),
        ("fontTable", "fontTable.xml", content_types::FONT_TABLE, settings::font_table()),
        ("footnotes", "footnotes.xml", content_types::FOOTNOTES, notes::footnotes()),
    ];
    for (kind, name, _, _) in &parts {
        story.relationships.part(kind, name);
    }
    story.relationships.part("endnotes", "endnotes.xml");
    let first = story.relationships.part("header", "header1.xml");
    let others = story.relationships.part("header", "header2.xml");
    let footer = story.relationships.part("footer", "footer1.xml");
    section(&mut story, [("default", &others), ("first", &first)], &footer);
    let text = std::mem::take(&mut story.xml).finish();
    package.xml("word/document.xml", content_types::DOCUMENT, text);
    let relationships = std::mem::take(&mut story.relationships);
    package.relationships("word/_rels/document.xml.rels", relationships.write());
    for (_, name, media_type, xml) in parts {
        package.xml(&format!("word/{name}"), media_type, xml);
    }
    let outside = hash_of_words(&std::mem::take(&mut story.outside));
    story.endnotes();
    let notes = std::mem::take(&mut story.xml).finish();
    package.xml("word/endnotes.xml", content_types::ENDNOTES, notes);
    if !story.relationships.is_empty() {
        package.relationships("word/_rels/endnotes.xml.rels", story.relationships.write());
    }
    for (name, pages) in [("header1", Pages::First), ("header2", Pages::Others)] {
        let header = header_footer::header(document, pages);
        package.xml(&format!("word/{name}.xml"), content_types::HEADER, header);
    }
    let footer = header_footer::footer(document);
    package.xml("word/footer1.xml", content_types::FOOTER, footer);
    for (number, picture) in story.pictures.iter().enumerate() {
        let path = format!("word/{}", drawing::path(number, picture));
        package.picture(&path, drawing::file(picture)?);
    }
    let core = properties::core(&document.meta);
    package.xml("docProps/core.xml", content_types::CORE_PROPERTIES, core);
    package.xml("docProps/app.xml", content_types::EXTENDED_PROPERTIES, properties::extended());
    if let Some(origin) = origin {
        let custom = properties::custom(origin, document, &story.tags, &outside);
        package.xml("docProps/custom.xml", content_types::CUSTOM_PROPERTIES, custom);
    }
    package.write()
}

/// The blocks in the order of the file. Endnotes end a document, so their heading comes last.
fn in_order(blocks: &[Block]) -> Vec<Block> {
    let sources = blocks.iter().position(|block| block.anchor.as_deref() == Some("sources"));
    let Some(from) = sources else { return blocks.to_vec() };
    let ends = |block: &Block| matches!(block.kind, BlockKind::Heading { level: 1, .. });
    let length = blocks[from + 1..].iter().position(ends);
    let to = length.map_or(blocks.len(), |length| from + 1 + length);
    [&blocks[..from], &blocks[to..], &blocks[from..to]].concat()
}

fn open_document(story: &mut Story<'_>) {
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006/";
    let (main, picture) = (format!("{drawing}main"), format!("{drawing}picture"));
    let namespaces = [
        ("xmlns:w", MAIN),
        ("xmlns:r", RELATIONSHIPS),
        ("xmlns:wp", &format!("{drawing}wordprocessingDrawing")),
        ("xmlns:a", &main),
        ("xmlns:pic", &picture),
    ];
    story.xml.open("w:document", &namespaces);
    story.xml.open("w:body", &[]);
}

/// Paper, margins, header and footer. They are those of the PDF.
fn section(story: &mut Story<'_>, headers: [(&str, &str); 2], footer: &str) {
    let twips = |points: f32| ((points * 20.0).round() as u32).to_string();
    let xml = &mut story.xml;
    xml.open("w:sectPr", &[]);
    for (kind, id) in headers {
        xml.empty("w:headerReference", &[("w:type", kind), ("r:id", id)]);
    }
    for kind in ["default", "first"] {
        xml.empty("w:footerReference", &[("w:type", kind), ("r:id", footer)]);
    }
    xml.open("w:endnotePr", &[]);
    xml.value("w:numFmt", "decimal");
    xml.close();
    let (width, height) = (twips(geometry::WIDTH), twips(geometry::HEIGHT));
    xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height)]);
    let side = twips(geometry::LEFT);
    let margins = [
        ("w:top", twips(geometry::TOP)),
        ("w:right", side.clone()),
        ("w:bottom", twips(geometry::HEIGHT - geometry::BOTTOM)),
        ("w:left", side),
        ("w:header", twips(geometry::HEADER - 10.0)),
        ("w:footer", twips(geometry::HEIGHT - geometry::FOOTER - 8.0)),
        ("w:gutter", "0".to_owned()),
    ];
    let margins: Vec<(&str, &str)> =
        margins.iter().map(|(name, value)| (*name, value.as_str())).collect();
    xml.empty("w:pgMar", &margins);
    xml.empty("w:titlePg", &[]);
    xml.close();
}

/// The language in the form that word processors use: with a country.
fn language(tag: &str) -> String {
    match tag {
        "en" | "" => "en-GB".to_owned(),
        "nb" | "no" => "nb-NO".to_owned(),
        "nn" => "nn-NO".to_owned(),
        "da" => "da-DK".to_owned(),
        other => other.to_owned(),
    }
}
