//! JPEG: a report holds the file's pixels as they are packed, and nothing that a camera or a program wrote beside them:
//! the place and the time of a photo, its author, a smaller picture of what it was before it was cut.

use super::orientation::Orientation;
use super::{Colors, Picture, PictureData, PictureFault, check_size};

/// The first bytes of a JPEG file.
pub(super) const START: &[u8] = b"\xff\xd8\xff";

/// The marker at the end of a file.
const END: u8 = 0xd9;
/// The marker before the compressed pixels.
const SCAN: u8 = 0xda;
/// What programs write for themselves: the first of these says how the colours are meant, or how large a smaller
/// picture is; the second is where cameras write; the last but one says how the colours are packed.
const APP_FIRST: u8 = 0xe0;
const APP_CAMERA: u8 = 0xe1;
const APP_COLORS: u8 = 0xee;
const APP_LAST: u8 = 0xef;
const COMMENT: u8 = 0xfe;
/// The start of the first of them without its smaller picture, and the name that it has.
const JFIF: &[u8] = b"JFIF\0";
const JFIF_HEAD: usize = 12;

pub(super) fn read(bytes: &[u8]) -> Result<Picture, PictureFault> {
    let broken = |what: &str| PictureFault::Broken(what.to_owned());
    let mut stripped = bytes.get(..2).unwrap_or_default().to_vec();
    let mut at = 2;
    let mut size = None;
    let mut scanned = false;
    let mut orientation = None;
    loop {
        let ends = || broken(if scanned { "it ends too early" } else { "it ends in its head" });
        let marker = next_marker(bytes, &mut at).ok_or_else(ends)?;
        if marker == END {
            // Programs leave other pictures, and films, behind the end.
            stripped.extend([0xff, END]);
            break;
        }
        let length = bytes.get(at..at + 2).map(|b| usize::from(u16::from_be_bytes([b[0], b[1]])));
        let length = length.filter(|length| *length >= 2).ok_or_else(ends)?;
        let segment = bytes.get(at + 2..at + length).ok_or_else(ends)?;
        at += length;
        keep(marker, segment, &mut stripped);
        if marker == APP_CAMERA && orientation.is_none() {
            orientation = Orientation::of_exif(segment);
        }
        if marker == SCAN {
            size.ok_or_else(|| broken("its head says no size"))?;
            scanned = true;
            let end = end_of_scan(bytes, at).ok_or_else(|| broken("it ends too early"))?;
            stripped.extend(&bytes[at..end]);
            at = end;
        }
        if is_frame(marker) {
            size = Some(frame(segment)?);
        }
    }
    let (width, height, colors) =
        size.filter(|_| scanned).ok_or_else(|| broken("its head says no size"))?;
    let orientation = orientation.unwrap_or_default();
    let (width, height) = if orientation.swapped { (height, width) } else { (width, height) };
    Ok(Picture { width, height, colors, orientation, data: PictureData::Jpeg(stripped) })
}

/// The file of a picture, with how it is turned and nothing else besides the picture.
pub(super) fn file(stripped: &[u8], orientation: Orientation) -> Vec<u8> {
    let (start, rest) = stripped.split_at(stripped.len().min(2));
    let mut file = start.to_vec();
    if let Some(exif) = orientation.exif() {
        push(APP_CAMERA, &exif, &mut file);
    }
    file.extend(rest);
    file
}

/// Copies a segment unless it tells something besides the picture.
fn keep(marker: u8, segment: &[u8], stripped: &mut Vec<u8>) {
    let shortened;
    let segment = match marker {
        APP_FIRST if segment.starts_with(JFIF) && segment.len() >= JFIF_HEAD => {
            shortened = [&segment[..JFIF_HEAD], &[0, 0]].concat();
            &shortened
        }
        APP_COLORS => segment,
        APP_FIRST..=APP_LAST | COMMENT => return,
        _ => segment,
    };
    push(marker, segment, stripped);
}

fn push(marker: u8, segment: &[u8], stripped: &mut Vec<u8>) {
    // A segment that was read is no longer than its length can say.
    let length = u16::try_from(segment.len() + 2).unwrap_or(u16::MAX);
    stripped.extend([0xff, marker]);
    stripped.extend(length.to_be_bytes());
    stripped.extend(segment);
}

/// Width, height and colours, as the segment says that names them.
fn frame(segment: &[u8]) -> Result<(u32, u32, Colors), PictureFault> {
    let broken = |what: &str| PictureFault::Broken(what.to_owned());
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
    Ok((width.into(), height.into(), colors))
}

/// Where packed pixels end: before a marker that is neither a byte of them nor a place to begin anew.
fn end_of_scan(bytes: &[u8], at: usize) -> Option<usize> {
    let after = bytes
        .get(at..)?
        .windows(2)
        .position(|pair| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff))?;
    Some(at + after)
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
