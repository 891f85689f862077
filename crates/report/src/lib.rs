//! Makes reports: from a project and a template to a document, to pages, to a PDF or a Word file.
//!
//! There are three steps, each with its own words. [`document`] says what the report contains, [`layout`] decides where
//! everything stands and makes a draw list ([`draw`]), and [`pdf`] writes the file. Only [`pdf`] knows the PDF
//! libraries, so that the writer can be replaced without changing the layout. [`docx`] writes a Word file from the
//! document, without the layout.
//!
//! The same document always gives the same bytes: there is no clock and no random number, and fonts of the computer are
//! only used for letters that the bundled fonts do not have ([`SystemFonts`]).

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
    compose_comparison, compose_consultation, compose_letter, date as day_in_words, letter_subject,
    letter_text,
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
    /// The fonts that are kept between reports cannot be used.
    #[error("the fonts that are kept between two reports are held by a thread that failed")]
    Busy,
    /// The subset of a font could not be made.
    #[error("the font {face} could not be prepared for the PDF: {cause}")]
    Font {
        /// Name of the face.
        face: String,
        /// The message of the font library.
        cause: String,
    },
    /// A file cannot be read as a PDF.
    #[error("the PDF could not be read: {0}")]
    Read(String),
    /// The DOCX could not be written.
    #[error("the Word file could not be written: {0}")]
    Docx(String),
    /// The PDF could not be written.
    #[error("the PDF could not be written: {0}")]
    Write(String),
}

/// A character that no face has. A box is drawn instead.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// The innermost anchor around it; empty if there is none.
    pub anchor: String,
    /// The first page of that anchor.
    pub page: Option<usize>,
}

/// A finished report.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The file.
    pub pdf: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// Characters for which boxes are drawn.
    pub missing_glyphs: Vec<MissingGlyph>,
    /// For each anchor, its areas in order: one on each page on which it stands.
    pub anchor_areas: BTreeMap<String, Vec<AnchorArea>>,
}

/// Lays a document out and writes its PDF, as a draft without an attached file.
///
/// # Errors
/// The same as for [`lay_out`] and [`to_pdf`].
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
