//! From a project and a template to a document, to pages, to a PDF.
//!
//! Three steps, each with its own vocabulary: [`document`] says what the report holds, [`layout`] decides
//! what stands where and hands on a draw list ([`draw`]), [`pdf`] writes it down. Only [`pdf`] knows the PDF
//! libraries, so the writer can be exchanged without touching the layout.
//!
//! The same document always gives the same bytes: no clock, no random numbers, and no fonts of the computer but for
//! letters that the bundled ones lack ([`SystemFonts`]).

pub mod compose;
pub mod document;
pub mod docx;
pub mod draw;
mod font_file;
mod font_program;
pub mod fonts;
pub mod layout;
mod messages;
mod outline;
pub mod pdf;
mod picture;
pub mod preview;
mod system_fonts;
mod text;

use std::collections::BTreeMap;

pub use compose::{
    AnsweredRemark, ChangedSource, ComparisonReport, Composition, Earlier, Empty, Letter,
    LetterGroup, LetterRequest, LetterSource, OpenFinding, OpenRequest, ProjectFacts,
    RemarkOutcome, ReportCut, ReviewAnswers, SourceChange, WaivedFinding, compose,
    compose_comparison, compose_consultation, compose_letter, letter_subject, letter_text,
};
pub use document::Document;
pub use docx::{Origin, to_docx};
pub use layout::{AnchorArea, Laid, lay_out, lay_out_anew, lay_out_with};
pub use messages::ReportMessages;
pub use pdf::{PdfOptions, SourceFile, source_of, to_pdf};
pub use picture::{MOST_PIXELS, Picture, PictureFault};
pub use preview::{first_page_preview, page_fingerprint, page_preview, page_words};
pub use system_fonts::SystemFonts;
pub use text::hyphens::TEXT_LANGUAGES;

/// Why a report could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The fonts that are kept between reports cannot be had.
    #[error("the fonts that are kept between two reports are held by a thread that failed")]
    Busy,
    /// A font could not be cut to the letters that are used.
    #[error("the font {face} could not be prepared for the PDF: {cause}")]
    Font {
        /// Name of the face.
        face: String,
        /// What the font library says.
        cause: String,
    },
    /// A file is no PDF that can be read.
    #[error("the PDF could not be read: {0}")]
    Read(String),
    /// The DOCX could not be written.
    #[error("the Word file could not be written: {0}")]
    Docx(String),
    /// The PDF could not be written.
    #[error("the PDF could not be written: {0}")]
    Write(String),
}

/// A character that no face has; it is drawn as a box.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// The innermost anchor around it; empty when there is none.
    pub anchor: String,
    /// The first page of that anchor.
    pub page: Option<usize>,
}

/// A finished report.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters drawn as boxes.
    pub missing_glyphs: Vec<MissingGlyph>,
    /// The areas of each anchor: one on each page that it touches, in order.
    pub anchor_areas: BTreeMap<String, Vec<AnchorArea>>,
}

/// Lays a document out and writes its PDF, as a draft with nothing attached.
///
/// # Errors
/// Those of [`lay_out`] and [`to_pdf`].
pub fn render(document: &Document) -> Result<Rendered, ReportError> {
    let laid = lay_out(document)?;
    let pdf = to_pdf(&laid, &PdfOptions::default())?;
    Ok(Rendered {
        pdf,
        pages: laid.pages.len(),
        missing_glyphs: laid.missing,
        anchor_areas: laid.anchor_areas,
    })
}
