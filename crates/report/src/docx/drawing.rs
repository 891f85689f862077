//! Drawings: the pictures that people attached.

use std::sync::Arc;

use super::paragraph::Paragraph;
use super::story::{BlockContext, Story};
use super::style_ids::paragraph;
use crate::ReportError;
use crate::document::{Figure, Inline};
use crate::picture::{Colors, Picture, PictureData};

/// Units of a drawing, 914400 of which are an inch: the size of a pixel (96 to the inch), and of a twentieth of a
/// point.
const PIXEL: u64 = 9525;
const TWENTIETH: u64 = 635;
/// Angles of a drawing are counted in 60000 to the degree.
const DEGREE: u32 = 60_000;
/// The highest that a picture is, in twentieths of a point: a page without the room of caption and heading.
const HIGHEST: u64 = 12_000;

impl Story<'_> {
    /// A picture with its caption below it.
    pub(super) fn figure(&mut self, figure: &Figure, ctx: BlockContext) {
        let picture = &figure.picture;
        let known = self.pictures.iter().position(|known| known == picture);
        let number = known.unwrap_or_else(|| {
            self.pictures.push(Arc::clone(picture));
            self.pictures.len() - 1
        });
        let relation = self.relationships.part("image", &path(number, picture));
        let (width, height) = size(picture, ctx.width);
        // A drawing is as large as it is before it is turned; what it takes beyond that is said beside it.
        let turned = picture.orientation;
        let (wide, high) = if turned.swapped { (height, width) } else { (width, height) };
        let (cx, cy) = (wide.to_string(), high.to_string());
        let (beside, above) = (width.saturating_sub(wide) / 2, height.saturating_sub(high) / 2);
        let (beside, above) = (beside.to_string(), above.to_string());
        let (degrees, mirrored, upside_down) = turned.turned();
        let rotation = (degrees * DEGREE).to_string();
        let id = self.names.id();

        let of = Paragraph { keep_next: true, ..ctx.paragraph() };
        self.open_paragraph(of, &[]);
        let xml = &mut self.xml;
        xml.open("w:r", &[]);
        xml.open("w:drawing", &[]);
        let none = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
        xml.open("wp:inline", &none);
        xml.empty("wp:extent", &[("cx", &cx), ("cy", &cy)]);
        if turned.swapped {
            let room = [("l", &*beside), ("t", &above), ("r", &beside), ("b", &above)];
            xml.empty("wp:effectExtent", &room);
        }
        let name = format!("Picture {}", number + 1);
        xml.empty("wp:docPr", &[("id", &id), ("name", &name), ("descr", &figure.alternative)]);
        let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        xml.open("a:graphic", &[]);
        xml.open("a:graphicData", &[("uri", uri)]);
        xml.open("pic:pic", &[]);
        xml.open("pic:nvPicPr", &[]);
        xml.empty("pic:cNvPr", &[("id", &id), ("name", &name), ("descr", &figure.alternative)]);
        xml.empty("pic:cNvPicPr", &[]);
        xml.close();
        xml.open("pic:blipFill", &[]);
        xml.empty("a:blip", &[("r:embed", &relation)]);
        xml.open("a:stretch", &[]);
        xml.empty("a:fillRect", &[]);
        xml.close();
        xml.close();
        xml.open("pic:spPr", &[]);
        let mut way = Vec::new();
        if degrees > 0 {
            way.push(("rot", rotation.as_str()));
        }
        if mirrored {
            way.push(("flipH", "1"));
        }
        if upside_down {
            way.push(("flipV", "1"));
        }
        xml.open("a:xfrm", &way);
        xml.empty("a:off", &[("x", "0"), ("y", "0")]);
        xml.empty("a:ext", &[("cx", &cx), ("cy", &cy)]);
        xml.close();
        xml.open("a:prstGeom", &[("prst", "rect")]);
        xml.empty("a:avLst", &[]);
        xml.close();
        xml.close();
        // These are picture, data, graphic, inline place, drawing, and run.
        for _ in 0..6 {
            xml.close();
        }
        self.xml.close();
        let of = Paragraph { indent: Some((ctx.left, 0)), ..Paragraph::of(paragraph::CAPTION) };
        self.paragraph(of, &[Inline::plain(&figure.caption)]);
    }
}

/// The width and the height: as on a screen, but not wider than the text and not higher than a page.
fn size(picture: &Picture, width: u32) -> (u64, u64) {
    let (w, h) = (u64::from(picture.width) * PIXEL, u64::from(picture.height) * PIXEL);
    let (widest, highest) = (u64::from(width) * TWENTIETH, HIGHEST * TWENTIETH);
    let (mut width, mut height) = (w.max(1), h.max(1));
    if width > widest {
        (width, height) = (widest, (height * widest / width).max(1));
    }
    if height > highest {
        (width, height) = ((width * highest / height).max(1), highest);
    }
    (width, height)
}

/// The path of a picture, relative to the folder of the document's text.
pub(super) fn path(number: usize, picture: &Picture) -> String {
    let ending = if matches!(picture.data, PictureData::Jpeg(_)) { "jpeg" } else { "png" };
    format!("media/image{}.{ending}", number + 1)
}

/// The file of a picture.
pub(super) fn file(picture: &Picture) -> Result<Vec<u8>, ReportError> {
    let (pixels, cover) = match &picture.data {
        PictureData::Jpeg(bytes) => return Ok(bytes.clone()),
        PictureData::Pixels { pixels, cover } => (pixels, cover),
    };
    let fault = |error: png::EncodingError| ReportError::Docx(error.to_string());
    let channels = if picture.colors == Colors::Grey { 1 } else { 3 };
    let mixed: Vec<u8>;
    let (colors, pixels) = match (cover, channels) {
        (None, 1) => (png::ColorType::Grayscale, pixels),
        (None, _) => (png::ColorType::Rgb, pixels),
        (Some(cover), _) => {
            let with = |(pixel, cover): (&[u8], &u8)| [pixel, &[*cover]].concat();
            mixed = pixels.chunks_exact(channels).zip(cover).flat_map(with).collect();
            let grey = channels == 1;
            let with_cover =
                if grey { png::ColorType::GrayscaleAlpha } else { png::ColorType::Rgba };
            (with_cover, &mixed)
        }
    };
    let mut out = Vec::new();
    let (width, height) = picture.stored_size();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(colors);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().map_err(fault)?;
    writer.write_image_data(pixels).map_err(fault)?;
    writer.finish().map_err(fault)?;
    Ok(out)
}
