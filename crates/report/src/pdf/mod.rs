//! Writes the draw list as a PDF. The only module that names printpdf and lopdf.
//!
//! printpdf writes the file's frame: page tree, resources, fonts with their widths and what their glyphs say.
//! [`content`] writes what stands on the pages, as bytes: printpdf's operations would allocate a string for each
//! letter, which was a third of the whole time. [`finish`] adds what printpdf has no words for (outline, named
//! destinations, links, metadata, identity) with the lopdf that printpdf itself uses.

mod content;
mod finish;
mod fonts;
mod pictures;

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
    let contents = content::Contents::new(laid, &fonts);
    // The pages' contents are written and packed on a second thread while this one makes the frame; then both go on
    // with the pages that are left.
    std::thread::scope(|scope| {
        let worker = scope.spawn(|| contents.work());
        let frame = frame(laid, &fonts);
        finish::finish(frame, laid, || {
            let mut packed = contents.work();
            let rest = worker.join().map_err(|_| ReportError::Write("a thread failed".into()))?;
            packed.extend(rest);
            packed.sort_by_key(|page| page.index);
            Ok(packed)
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
