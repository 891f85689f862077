//! The pictures of a report as objects of the PDF.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::content_stream::deflate;
use super::objects::name;
use super::palette::indexed;
use crate::layout::Laid;
use crate::picture::{Colors, Picture, PictureData};

/// What the name of a picture begins with; its index follows.
pub(super) const NAME: &str = "Pic";

/// Adds the pictures; gives their objects in order.
pub(super) fn add(pdf: &mut Document, laid: &Laid) -> Vec<ObjectId> {
    laid.pictures.iter().map(|picture| add_one(pdf, picture)).collect()
}

fn add_one(pdf: &mut Document, picture: &Picture) -> ObjectId {
    match &picture.data {
        PictureData::Jpeg(bytes) => {
            let mut head = head(picture, picture.colors);
            head.set("Filter", Object::Name(b"DCTDecode".to_vec()));
            pdf.add_object(Stream::new(head, bytes.clone()).with_compression(false))
        }
        PictureData::Pixels { pixels, cover } => {
            let mask = cover.as_ref().map(|cover| {
                let head = packed(head(picture, Colors::Grey));
                pdf.add_object(Stream::new(head, deflate(cover)).with_compression(false))
            });
            let mut head = packed(head(picture, picture.colors));
            if let Some(mask) = mask {
                head.set("SMask", mask);
            }
            let few = (picture.colors == Colors::Rgb).then(|| indexed(pixels, picture.width));
            let Some(few) = few.flatten() else {
                return pdf.add_object(Stream::new(head, deflate(pixels)).with_compression(false));
            };
            let last = (few.colors.len() / 3).saturating_sub(1) as i64;
            let colors = Object::String(few.colors, StringFormat::Hexadecimal);
            head.set("ColorSpace", vec![name("Indexed"), name("DeviceRGB"), last.into(), colors]);
            head.set("BitsPerComponent", i64::from(few.bits));
            pdf.add_object(Stream::new(head, deflate(&few.rows)).with_compression(false))
        }
    }
}

fn head(picture: &Picture, colors: Colors) -> Dictionary {
    let colors = match colors {
        Colors::Grey => "DeviceGray",
        Colors::Rgb => "DeviceRGB",
    };
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(picture.width),
        "Height" => i64::from(picture.height),
        "ColorSpace" => colors,
        "BitsPerComponent" => 8,
    }
}

fn packed(mut head: Dictionary) -> Dictionary {
    head.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    head
}

/// The pictures by their names, as a page names them.
pub(super) fn resources(pictures: &[ObjectId]) -> Dictionary {
    let mut resources = Dictionary::new();
    for (index, id) in pictures.iter().enumerate() {
        resources.set(format!("{NAME}{index}"), *id);
    }
    resources
}

/// What tells a picture from any other.
pub(super) fn digest(picture: &Picture) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(picture.width.to_be_bytes());
    hash.update(picture.height.to_be_bytes());
    match &picture.data {
        PictureData::Jpeg(bytes) => hash.update(bytes),
        PictureData::Pixels { pixels, cover } => {
            hash.update(pixels);
            hash.update(cover.as_deref().unwrap_or_default());
        }
    }
    hash.finalize().into()
}
