//! Writes the draw list as an accessible PDF. The only module that names printpdf and lopdf.
//!
//! printpdf writes the file's frame: page tree, resources, fonts with their widths and what their glyphs say.
//! [`content_stream`] writes what stands on the pages, as bytes: printpdf's operations would allocate a string for
//! each letter, which was a third of the whole time. All that printpdf has no words for is added to its objects with
//! the lopdf that printpdf itself uses, one file for each part of the PDF standard (ISO 32000-1), whose names the
//! files have. [`file_structure`] puts the parts together.
//!
//! Every file follows PDF/UA-1 (ISO 14289-1). The slots of the draw list are the only source of its structure. PDF/A-3a
//! (ISO 19005-3) is claimed when it is [asked for](PdfOptions::archival).

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

/// What a file is and carries beside its pages.
#[derive(Debug, Clone, Default)]
pub struct PdfOptions {
    /// Whether the file calls itself PDF/A-3a, for keeping. Programs open such a file read-only, so a draft on which
    /// others are to comment is none.
    pub archival: bool,
    /// The file that the report was made from, to be carried in it.
    pub source: Option<SourceFile>,
    /// What the report answers to; a file that comes back with remarks is known by it.
    pub origin: Option<Origin>,
}

/// A file within the file: what the report was made from.
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
/// [`ReportError::Font`] when a bundled font cannot be cut, [`ReportError::Write`] when the file cannot be put
/// together.
pub fn to_pdf(laid: &Laid, options: &PdfOptions) -> Result<Vec<u8>, ReportError> {
    let fonts = fonts::Fonts::gather(laid)?;
    let marked: Vec<_> =
        laid.pages.iter().map(|page| marked_content::sequences(&page.draws)).collect();
    let contents = content_stream::Contents::new(laid, &fonts, &marked);
    // The pictures and the pages' contents are packed on a second thread while this one makes the frame; then both go
    // on with the pages that are left.
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
            // printpdf embeds the glyphs that it sees in use; it sees them on the first page, whose content, like
            // that of all pages, is put in its place afterwards.
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
