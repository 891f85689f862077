//! The pictures of a report as objects of the PDF.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::content_stream::deflate;
use super::objects::name;
use super::palette::indexed;
use crate::layout::Laid;
use crate::picture::{Colors, Picture, PictureData};

/// The beginning of the name of a picture. Its index follows.
pub(super) const NAME: &str = "Pic";

/// A picture in the form in which the file has it.
pub(super) struct PackedPicture {
    picture: Stream,
    /// How much each pixel covers what is below it.
    mask: Option<Stream>,
}

/// Compresses the pictures of a report, in order.
pub(super) fn pack(laid: &Laid) -> Vec<PackedPicture> {
    laid.pictures.iter().map(|picture| pack_one(picture)).collect()
}

fn pack_one(picture: &Picture) -> PackedPicture {
    let stream = |head, bytes| Stream::new(head, bytes).with_compression(false);
    match &picture.data {
        PictureData::Jpeg(bytes) => {
            let mut head = head(picture, picture.colors);
            head.set("Filter", Object::Name(b"DCTDecode".to_vec()));
            PackedPicture { picture: stream(head, bytes.clone()), mask: None }
        }
        PictureData::Pixels { pixels, cover } => {
            let mask_of =
                |cover: &Vec<u8>| stream(deflated(head(picture, Colors::Grey)), deflate(cover));
            let mask = cover.as_ref().map(mask_of);
            let mut head = deflated(head(picture, picture.colors));
            let few = (picture.colors == Colors::Rgb).then(|| indexed(pixels, picture.width));
            let Some(few) = few.flatten() else {
                return PackedPicture { picture: stream(head, deflate(pixels)), mask };
            };
            let last = (few.colors.len() / 3).saturating_sub(1) as i64;
            let colors = Object::String(few.colors, StringFormat::Hexadecimal);
            head.set("ColorSpace", vec![name("Indexed"), name("DeviceRGB"), last.into(), colors]);
            head.set("BitsPerComponent", i64::from(few.bits));
            PackedPicture { picture: stream(head, deflate(&few.rows)), mask }
        }
    }
}

/// Reserves the objects of the pictures, in order.
pub(super) fn reserve(pdf: &mut Document, laid: &Laid) -> Vec<ObjectId> {
    laid.pictures.iter().map(|_| pdf.new_object_id()).collect()
}

/// Sets the pictures in the objects that [`reserve`] reserved.
pub(super) fn set(pdf: &mut Document, objects: &[ObjectId], pictures: Vec<PackedPicture>) {
    for (id, PackedPicture { mut picture, mask }) in objects.iter().zip(pictures) {
        if let Some(mask) = mask {
            picture.dict.set("SMask", pdf.add_object(mask));
        }
        pdf.objects.insert(*id, Object::Stream(picture));
    }
}

fn head(picture: &Picture, colors: Colors) -> Dictionary {
    let colors = match colors {
        Colors::Grey => "DeviceGray",
        Colors::Rgb => "DeviceRGB",
    };
    let (width, height) = picture.stored_size();
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(width),
        "Height" => i64::from(height),
        "ColorSpace" => colors,
        "BitsPerComponent" => 8,
    }
}

fn deflated(mut head: Dictionary) -> Dictionary {
    head.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    head
}

/// The pictures by the names that pages use.
pub(super) fn resources(pictures: &[ObjectId]) -> Dictionary {
    let mut resources = Dictionary::new();
    for (index, id) in pictures.iter().enumerate() {
        resources.set(format!("{NAME}{index}"), *id);
    }
    resources
}

/// Identifies a picture.
pub(super) fn digest(picture: &Picture) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(picture.width.to_be_bytes());
    hash.update(picture.height.to_be_bytes());
    let turned = picture.orientation;
    hash.update([turned.swapped, turned.mirrored, turned.upside_down].map(u8::from));
    match &picture.data {
        PictureData::Jpeg(bytes) => hash.update(bytes),
        PictureData::Pixels { pixels, cover } => {
            hash.update(pixels);
            hash.update(cover.as_deref().unwrap_or_default());
        }
    }
    hash.finalize().into()
}
