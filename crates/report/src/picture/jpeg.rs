//! JPEG. A PDF contains the file as it is. Therefore only its head is read, and whether it has an end.

use super::{Colors, Picture, PictureData, PictureFault, check_size};

/// The first bytes of a JPEG file.
pub(super) const START: &[u8] = b"\xff\xd8\xff";

/// The marker at the end of a file.
const END: u8 = 0xd9;
/// The marker before the compressed pixels.
const SCAN: u8 = 0xda;

pub(super) fn read(bytes: &[u8]) -> Result<Picture, PictureFault> {
    let broken = |what: &str| PictureFault::Broken(what.to_owned());
    let mut at = 2;
    let mut size = None;
    loop {
        let marker = next_marker(bytes, &mut at).ok_or_else(|| broken("it ends in its head"))?;
        if marker == SCAN {
            break;
        }
        let length = bytes.get(at..at + 2).map(|b| usize::from(u16::from_be_bytes([b[0], b[1]])));
        let length = length.filter(|length| *length >= 2);
        let length = length.ok_or_else(|| broken("it ends in its head"))?;
        let segment = bytes.get(at + 2..at + length);
        let segment = segment.ok_or_else(|| broken("it ends in its head"))?;
        at += length;
        if !is_frame(marker) {
            continue;
        }
        let &[bits, h1, h2, w1, w2, channels, ..] = segment else {
            return Err(broken("its head says no size"));
        };
        let (width, height) = (u16::from_be_bytes([w1, w2]), u16::from_be_bytes([h1, h2]));
        check_size(width.into(), height.into())?;
        let colors = match channels {
            1 => Colors::Grey,
            3 => Colors::Rgb,
            4 => return Err(PictureFault::Cmyk),
            _ => return Err(broken("it has an unknown number of colours")),
        };
        if bits != 8 {
            return Err(broken("its colours have not eight bits"));
        }
        size = Some((u32::from(width), u32::from(height), colors));
    }
    let (width, height, colors) = size.ok_or_else(|| broken("its head says no size"))?;
    // Programs may leave some bytes after the end.
    if !bytes[at..].windows(2).any(|pair| pair == [0xff, END]) {
        return Err(broken("it ends too early"));
    }
    Ok(Picture { width, height, colors, data: PictureData::Jpeg(bytes.to_vec()) })
}

/// The marker at `at`, which is moved after it. Any number of fill bytes may stand before it.
fn next_marker(bytes: &[u8], at: &mut usize) -> Option<u8> {
    if bytes.get(*at) != Some(&0xff) {
        return None;
    }
    while bytes.get(*at) == Some(&0xff) {
        *at += 1;
    }
    let marker = *bytes.get(*at)?;
    *at += 1;
    Some(marker)
}

/// Whether a marker begins the segment with the size.
fn is_frame(marker: u8) -> bool {
    (0xc0..=0xcf).contains(&marker) && !matches!(marker, 0xc4 | 0xc8 | 0xcc)
}
