//! Decodes bytes that may be in an older encoding. The encoding is that of the byte order mark, otherwise the one that
//! the page states, otherwise one that fits. `decode` reads files that are always in UTF-8 or UTF-16, such as JSON.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::decode;
use crate::limits::FILE_BYTES;
use crate::problem::Trouble;

/// Number of bytes at the beginning of the page in which the stated encoding is looked for.
const HEAD: usize = 4096;

/// A file of which more than one byte in so many is wrong is not a text. In a short Norwegian text, one letter in six
/// can be æ, ø or å.
const WRONG: usize = 4;

/// The text of a page, and the problem with it. Line ends are `\n`.
///
/// # Errors
/// When the file is too large or is not a text.
pub(crate) fn text(bytes: &[u8]) -> Result<(String, Option<Trouble>), Trouble> {
    if has_mark(bytes) || bytes.len() > FILE_BYTES || bytes.contains(&0) {
        return decode::text(bytes);
    }
    let stated = stated(&bytes[..bytes.len().min(HEAD)]);
    if stated.is_none_or(|encoding| encoding == UTF_8) {
        return if stated.is_some() { decode::text(bytes) } else { guessed(bytes, FILE_BYTES) };
    }
    let (text, _) = stated.unwrap_or(UTF_8).decode_without_bom_handling(bytes);
    let places = text.matches(char::REPLACEMENT_CHARACTER).count();
    Ok((line_ends(&text), (places > 0).then_some(Trouble::NotUtf8 { places })))
}

/// The text of a file of at most `limit` bytes that cannot state its encoding, such as Markdown. A `meta` element in it
/// is an example.
///
/// # Errors
/// When the file is too large or is not a text.
pub(crate) fn unstated(bytes: &[u8], limit: usize) -> Result<(String, Option<Trouble>), Trouble> {
    if has_mark(bytes) || bytes.len() > limit || bytes.contains(&0) {
        return decode::text_up_to(bytes, limit);
    }
    let wrong = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    if wrong * WRONG > bytes.len() {
        return Err(Trouble::Binary);
    }
    guessed(bytes, limit)
}

/// Reads bytes as UTF-8, or as Windows-1252 if hardly anything in them is UTF-8.
fn guessed(bytes: &[u8], limit: usize) -> Result<(String, Option<Trouble>), Trouble> {
    let (mut wrong, mut letters) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        wrong += usize::from(!chunk.invalid().is_empty());
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
    }
    // In Windows-1252, letters hardly ever stand together so that they are UTF-8. A text with more letters of UTF-8
    // than wrong places is UTF-8 and damaged.
    if wrong == 0 || letters > wrong {
        return decode::text_up_to(bytes, limit);
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let trouble = Trouble::EncodingGuessed { encoding: WINDOWS_1252.name().to_owned() };
    Ok((line_ends(&text), Some(trouble)))
}

/// Whether the bytes begin with a byte order mark.
fn has_mark(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xFE])
        || bytes.starts_with(&[0xFE, 0xFF])
        || bytes.starts_with(&[0xEF, 0xBB, 0xBF])
}

fn line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The encoding that the page states: `<meta charset="x">`, `<meta ... content="text/html; charset=x">`,
/// `<?xml ... encoding="x"?>`.
fn stated(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    if let Some(prolog) = head.strip_prefix("<?xml")
        && let Some((prolog, _)) = prolog.split_once("?>")
        && let Some((_, value)) = prolog.split_once("encoding")
    {
        return label(value);
    }
    head.split("<meta").skip(1).find_map(|meta| {
        let (attributes, _) = meta.split_once('>')?;
        let (_, value) = attributes.split_once("charset")?;
        label(value)
    })
}

fn label(value: &str) -> Option<&'static Encoding> {
    let value = value.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '>'));
    let encoding = Encoding::for_label(&value.as_bytes()[..end.unwrap_or(value.len())])?;
    // If the statement can be read as ASCII, the page is not in UTF-16, even if it says so.
    Some(encoding.output_encoding())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_the_page_states_is_believed() {
        let stated =
            b"<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-2'>\xB1\r\nx";
        assert_eq!(text(stated).unwrap().0.split('>').next_back(), Some("\u{105}\nx"));
        let prolog = b"<?xml version='1.0' encoding='windows-1251'?><p>\xC4\xE0";
        assert_eq!(
            text(prolog).unwrap(),
            ("<?xml version='1.0' encoding='windows-1251'?><p>Да".into(), None)
        );
        let wrong = b"<meta charset='utf-16'>\xC3\xA6";
        assert_eq!(text(wrong).unwrap(), ("<meta charset='utf-16'>æ".into(), None));
    }

    #[test]
    fn a_mark_counts_more_than_what_is_stated() {
        assert_eq!(
            text(b"\xEF\xBB\xBF<meta charset=windows-1252>\xC3\xA6").unwrap().0,
            "<meta charset=windows-1252>æ"
        );
    }

    #[test]
    fn letters_of_an_old_encoding_are_read_and_told() {
        let (read, trouble) = text(b"<p>p\xE5 norsk \x96 s\xE6rlig").unwrap();
        assert_eq!(read, "<p>på norsk – særlig");
        assert_eq!(trouble, Some(Trouble::EncodingGuessed { encoding: "windows-1252".into() }));
        assert_eq!(text("<p>på norsk".as_bytes()).unwrap(), ("<p>på norsk".into(), None));
        assert_eq!(text(b"<p>\0\0\0"), Err(Trouble::Binary));
    }

    #[test]
    fn one_wrong_byte_does_not_cost_the_letters_of_a_text() {
        let torn = [&b"S\xE6 "[..], "Særlig på øya".as_bytes()].concat();
        let (read, trouble) = text(&torn).unwrap();
        assert_eq!(read, "S\u{FFFD} Særlig på øya");
        assert_eq!(trouble, Some(Trouble::NotUtf8 { places: 1 }));
    }

    #[test]
    fn what_a_file_without_a_head_shows_as_an_example_states_nothing() {
        let page = "Write `<meta charset=windows-1252>` på siden.";
        assert_eq!(unstated(page.as_bytes(), FILE_BYTES).unwrap(), (page.to_owned(), None));
        let (read, _) = unstated(b"S\xE6rlig p\xE5 \xF8ya i dag", FILE_BYTES).unwrap();
        assert_eq!(read, "Særlig på øya i dag");
        assert_eq!(unstated(&[0xC3; 300], FILE_BYTES), Err(Trouble::Binary));
    }
}
