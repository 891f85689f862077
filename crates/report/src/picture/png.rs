//! PNG. The pixels are unpacked.

use std::io::Cursor;

use super::{Colors, MOST_PIXELS, Orientation, Picture, PictureData, PictureFault, check_size};

/// The first bytes of a PNG file.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The greatest number of bytes for unpacking: four for each pixel, and the same again for the reader itself.
const MOST_BYTES: usize = MOST_PIXELS as usize * 8;

pub(super) fn read(bytes: &[u8]) -> Result<Picture, PictureFault> {
    let broken = |error: png::DecodingError| PictureFault::Broken(error.to_string());
    let limits = png::Limits { bytes: MOST_BYTES };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    let head = decoder.read_header_info().map_err(broken)?;
    let (width, height) = (head.width, head.height);
    check_size(width, height)?;
    // Palettes are converted to colours, and every channel has eight bits.
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader.output_buffer_size();
    let size = size.ok_or(PictureFault::Pixels { width, height })?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(broken)?;
    pixels.truncate(frame.buffer_size());
    let (colors, data) = match frame.color_type {
        png::ColorType::Grayscale => (Colors::Grey, PictureData::Pixels { pixels, cover: None }),
        png::ColorType::GrayscaleAlpha => (Colors::Grey, apart(&pixels, 1)),
        png::ColorType::Rgb => (Colors::Rgb, PictureData::Pixels { pixels, cover: None }),
        png::ColorType::Rgba => (Colors::Rgb, apart(&pixels, 3)),
        png::ColorType::Indexed => {
            return Err(PictureFault::Broken("it has a palette that is not there".to_owned()));
        }
    };
    Ok(Picture { width, height, colors, orientation: Orientation::default(), data })
}

/// The parts of a file that make the picture. All others tell something besides: words, a time, what a camera wrote.
const PARTS: [&[u8; 4]; 11] = [
    b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"IDAT",
    b"IEND",
];

/// The file of a picture without anything besides the picture.
pub(super) fn file(bytes: &[u8]) -> Result<Vec<u8>, PictureFault> {
    let broken = || PictureFault::Broken("it ends too early".to_owned());
    let mut file = SIGNATURE.to_vec();
    let mut rest = bytes.get(SIGNATURE.len()..).ok_or_else(broken)?;
    // Programs may leave some bytes behind the end.
    while !file.ends_with(END) {
        let (length, after) = rest.split_first_chunk::<4>().ok_or_else(broken)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| broken())?;
        let name = after.first_chunk::<4>().ok_or_else(broken)?;
        // The length, the name and the sum of the bytes stand around the bytes.
        let whole = length.checked_add(12).filter(|whole| *whole <= rest.len());
        let (part, others) = rest.split_at(whole.ok_or_else(broken)?);
        if PARTS.contains(&name) {
            file.extend_from_slice(part);
        }
        rest = others;
    }
    Ok(file)
}

/// The last part of a file, which holds no bytes.
const END: &[u8] = b"\0\0\0\0IEND\xae\x42\x60\x82";

/// The channels of colour, and what covers, of pixels that have both.
fn apart(mixed: &[u8], channels: usize) -> PictureData {
    let count = mixed.len() / (channels + 1);
    let mut pixels = Vec::with_capacity(count * channels);
    let mut cover = Vec::with_capacity(count);
    for pixel in mixed.chunks_exact(channels + 1) {
        pixels.extend_from_slice(&pixel[..channels]);
        cover.push(pixel[channels]);
    }
    let opaque = cover.iter().all(|value| *value == u8::MAX);
    PictureData::Pixels { pixels, cover: (!opaque).then_some(cover) }
}
