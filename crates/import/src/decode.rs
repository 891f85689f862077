//! Decodes bytes to text.

use std::borrow::Cow;

use crate::limits::FILE_BYTES;
use crate::problem::Trouble;

/// The text of a file, and the problem with it. Line ends are `\n`, and a byte order mark is removed.
///
/// UTF-8 and UTF-16 with a byte order mark are read. Other bytes are read as UTF-8 as far as possible.
///
/// # Errors
/// When the file is too large or is not a text.
pub(crate) fn text(bytes: &[u8]) -> Result<(String, Option<Trouble>), Trouble> {
    text_up_to(bytes, FILE_BYTES)
}

/// The text of a file of at most `limit` bytes.
///
/// # Errors
/// When the file is too large or is not a text.
pub(crate) fn text_up_to(bytes: &[u8], limit: usize) -> Result<(String, Option<Trouble>), Trouble> {
    if bytes.len() > limit {
        return Err(Trouble::TooLarge { bytes: bytes.len(), limit });
    }
    let (text, trouble) = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        all => utf8(all),
    }?;
    Ok((line_ends(&text), trouble))
}

type Decoded<'a> = Result<(Cow<'a, str>, Option<Trouble>), Trouble>;

fn utf8(bytes: &[u8]) -> Decoded<'_> {
    if bytes.contains(&0) {
        return Err(Trouble::Binary);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), None));
    }
    let places = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    // A text in an old encoding has a few bytes that are not UTF-8. If a tenth of the bytes is wrong, the file is not a
    // text.
    if places * 10 > bytes.len() {
        return Err(Trouble::Binary);
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    Ok((Cow::Owned(text), Some(Trouble::NotUtf8 { places })))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded<'static> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let mut places = usize::from(!rest.is_empty());
    let mut text = String::with_capacity(bytes.len() / 2);
    for read in char::decode_utf16(units) {
        text.push(read.unwrap_or_else(|_| {
            places += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    if text.contains('\0') || places * 10 > text.len() {
        return Err(Trouble::Binary);
    }
    Ok((Cow::Owned(text), (places > 0).then_some(Trouble::NotUtf8 { places })))
}

fn line_ends(text: &str) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn utf16_with_a_mark_is_read_in_both_orders() {
        let little: Vec<u8> =
            "\u{FEFF}Sikkerhet på\r\nnorsk".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> =
            "\u{FEFF}Sikkerhet på\rnorsk".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&little).unwrap(), ("Sikkerhet på\nnorsk".into(), None));
        assert_eq!(text(&big).unwrap(), ("Sikkerhet på\nnorsk".into(), None));
    }

    #[test]
    fn latin_1_is_read_with_a_sign_for_each_letter_and_told() {
        let (read, trouble) = text(b"Sikkerhet p\xE5 norsk og d\xE6lt").unwrap();
        assert_eq!(read, "Sikkerhet p\u{FFFD} norsk og d\u{FFFD}lt");
        assert_eq!(trouble, Some(Trouble::NotUtf8 { places: 2 }));
    }

    #[test]
    fn what_is_no_text_and_what_is_too_large_is_not_read() {
        assert_eq!(text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(Trouble::Binary));
        assert_eq!(text(&[0xC3; 300]), Err(Trouble::Binary));
        let large = vec![b'a'; FILE_BYTES + 1];
        assert_eq!(
            text(&large),
            Err(Trouble::TooLarge { bytes: FILE_BYTES + 1, limit: FILE_BYTES })
        );
    }
}
