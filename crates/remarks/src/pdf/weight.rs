//! Estimates how much memory a file will need, before it is read, so that a small file cannot fill the memory.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

use crate::limits::{REFERENCE_BYTES, STRUCTURE_BYTES, VALUES};

/// The number of bytes that are read at a time.
const PIECE: usize = 64 * 1024;

/// Whether the objects of the file stay within the limits. Streams of pages, fonts and pictures are not counted: they
/// are unpacked one at a time, and only for pages with remarks.
pub(super) fn is_bearable(bytes: &[u8]) -> bool {
    let mut values = 0;
    let mut structure = 0;
    let mut references = 0;
    let mut rest = bytes;
    while let Some(start) = find(rest, b"stream") {
        let head = &rest[..start];
        values += count_values(head);
        let data = rest.get(start + b"stream".len()..).unwrap_or_default();
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let end = find(data, b"endstream").unwrap_or(data.len());
        let dictionary = &head[head.windows(3).rposition(|word| word == b"obj").unwrap_or(0)..];
        let has = |name: &[u8]| find(dictionary, name).is_some();
        // A name may be written with escapes (`#xx`), which hide the kind of the stream, so such a stream is counted
        // too.
        let hidden = dictionary.contains(&b'#');
        if has(b"ObjStm") || has(b"XRef") || hidden {
            let unpacked = unpack(&data[..end], &mut values);
            structure += unpacked;
            references += if has(b"XRef") { unpacked } else { 0 };
        }
        if values > VALUES || structure > STRUCTURE_BYTES || references > REFERENCE_BYTES {
            return false;
        }
        rest = data.get(end + b"endstream".len()..).unwrap_or_default();
    }
    values + count_values(rest) <= VALUES
}

/// Returns the number of unpacked bytes, and adds the number of values in them to `values`.
fn unpack(data: &[u8], values: &mut usize) -> usize {
    let mut reader = ZlibDecoder::new(data);
    let mut piece = vec![0; PIECE];
    let mut total = 0;
    while let Ok(count @ 1..) = reader.read(&mut piece) {
        *values += count_values(&piece[..count]);
        total += count;
        if total > STRUCTURE_BYTES {
            break;
        }
    }
    total
}

/// Counts the values in the bytes roughly: each word, string, array and dictionary is one value.
fn count_values(bytes: &[u8]) -> usize {
    let mut in_word = false;
    let mut count = 0;
    for byte in bytes {
        let (starts, word) = match byte {
            b'(' | b'[' | b'<' => (true, false),
            0 | b'\t' | b'\n' | 12 | b'\r' | b' ' | b')' | b']' | b'>' => (false, false),
            b'/' => (true, true),
            _ => (!in_word, true),
        };
        count += usize::from(starts);
        in_word = word;
    }
    count
}

/// The byte at which a word begins; `None` if the bytes do not contain it.
pub(super) fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = *word.first()?;
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(word) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_counted_as_they_are_written() {
        assert_eq!(count_values(b"<</A 1/B[1 2 (x)]>>"), 2 + 1 + 1 + 1 + 1 + 2 + 1 + 1);
        assert!(is_bearable(b"1 0 obj << /Length 3 >> stream\nabc\nendstream endobj"));
        assert!(!is_bearable(&b"1 ".repeat(VALUES + 1)));
        assert_eq!(find(b"aab", b"ab"), Some(1));
        assert_eq!(find(b"aa", b"ab"), None);
    }
}
