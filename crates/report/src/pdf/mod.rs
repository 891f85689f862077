//! Writes the draw list as an accessible PDF. Only this module uses printpdf, and in this crate only this one uses
//! lopdf.
//!
//! printpdf writes the frame of the file: page tree, resources, fonts with their widths and the texts of their glyphs.
//! [`content_stream`] writes the contents of the pages as bytes, because printpdf's operations would allocate a string
//! for each letter, which took a third of the whole time. Everything that printpdf does not support is added to its
//! objects with lopdf, which printpdf itself uses. There is one file for each part of the PDF standard (ISO 32000-1),
//! with the same name. [`file_structure`] joins the parts.
//!
//! Every file follows PDF/UA-1 (ISO 14289-1). Its structure is made only from the slots of the draw list. The file is
//! PDF/A-3a (ISO 19005-3) if that is [asked for](PdfOptions::archival).

mod annotations;
mod associated_files;
mod content_stream;
mod cross_reference_stream;
mod destinations;
mod document_outline;
mod file_structure;
mod fonts;
mod form_xobject;
mod marked_content;
mod metadata;
mod object_streams;
mod objects;
mod output_intent;
mod palette;
mod parent_tree;
mod pictures;
mod structure_tree;

pub use associated_files::source_of;
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect};

use self::file_structure::PackedParts;
use crate::layout::Laid;
use crate::{Origin, ReportError};

/// The properties of a file besides its pages.
#[derive(Debug, Clone, Default)]
pub struct PdfOptions {
    /// Whether the file states that it is PDF/A-3a, for archives. Programs open such a file read-only. Therefore a
    /// draft for comments is not PDF/A.
    pub archival: bool,
    /// The file from which the report was made, if the report carries it.
    pub source: Option<SourceFile>,
    /// What the report was made from. By it, a returned file with remarks is recognised.
    pub origin: Option<Origin>,
}

/// A file in the file: the project from which the report was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name: "project.json".
    pub name: String,
    /// What it is, in the report's language.
    pub description: String,
    /// Its media type: "application/json".
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Writes a laid-out report as a tagged PDF 1.7 file.
///
/// # Errors
/// [`ReportError::Font`] if the subset of a bundled font cannot be made, [`ReportError::Write`] if the file cannot be
/// written.
pub fn to_pdf(laid: &Laid, options: &PdfOptions) -> Result<Vec<u8>, ReportError> {
    let fonts = fonts::Fonts::gather(laid)?;
    let marked: Vec<_> =
        laid.pages.iter().map(|page| marked_content::sequences(&page.draws)).collect();
    let contents = content_stream::Contents::new(laid, &fonts, &marked);
    // A second thread compresses the pictures and the contents of the pages while this one makes the frame. Then both
    // threads compress the remaining pages.
    std::thread::scope(|scope| {
        let worker = scope.spawn(|| (pictures::pack(laid), contents.work()));
        let frame = frame(laid, &fonts);
        file_structure::finish(frame, laid, options, &marked, || {
            let mut packed = contents.work();
            let worked = worker.join().map_err(|_| ReportError::Write("a thread failed".into()))?;
            let (pictures, rest) = worked;
            packed.extend(rest);
            packed.sort_by_key(|page| page.index);
            Ok(PackedParts { contents: packed, pictures })
        })
    })
}

fn frame(laid: &Laid, fonts: &fonts::Fonts) -> lopdf::Document {
    let mut document = PdfDocument::new(&laid.meta.title);
    fonts.register(&mut document);
    document.pages = laid
        .pages
        .iter()
        .enumerate()
        .map(|(index, page)| {
            // printpdf embeds the glyphs that pages use. All of them are put on the first page. The contents of all
            // pages are set afterwards.
            let ops = if index == 0 { fonts.all_in_use() } else { Vec::new() };
            let mut out = PdfPage::new(Mm(0.0), Mm(0.0), ops);
            let area = Rect::from_wh(Pt(page.width), Pt(page.height));
            out.media_box = area.clone();
            out.trim_box = area.clone();
            out.crop_box = area;
            out
        })
        .collect();
    let options = PdfSaveOptions { optimize: false, ..PdfSaveOptions::default() };
    document.to_lopdf_document(&options, &mut Vec::new())
}
