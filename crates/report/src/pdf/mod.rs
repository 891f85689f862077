//! Writes the draw list as a PDF. The only module that names printpdf and lopdf.
//!
//! printpdf writes fonts and page content; [`finish`] adds what it has no words for (outline, named
//! destinations, links, metadata, identity) with the lopdf that printpdf itself uses.

mod content;
mod finish;
mod fonts;

use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect};

use crate::ReportError;
use crate::layout::Laid;

/// Writes a laid-out report as a PDF 1.7 file.
///
/// # Errors
/// [`ReportError::Font`] when a bundled font cannot be cut, [`ReportError::Write`] when the file cannot be put
/// together.
pub fn to_pdf(laid: &Laid) -> Result<Vec<u8>, ReportError> {
    let fonts = fonts::Fonts::gather(laid)?;
    let mut document = PdfDocument::new(&laid.meta.title);
    fonts.register(&mut document);
    document.pages = laid
        .pages
        .iter()
        .map(|page| {
            let ops = content::ops(page, &fonts);
            let mut out = PdfPage::new(Mm(0.0), Mm(0.0), ops);
            let area = Rect::from_wh(Pt(page.width), Pt(page.height));
            out.media_box = area.clone();
            out.trim_box = area.clone();
            out.crop_box = area;
            out
        })
        .collect();
    let options = PdfSaveOptions { optimize: false, ..PdfSaveOptions::default() };
    let raw = document.to_lopdf_document(&options, &mut Vec::new());
    finish::finish(raw, laid)
}
