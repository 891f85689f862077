//! Reads text strings and dates (ISO 32000-1, 7.9).

use chrono::{DateTime, FixedOffset, NaiveDate};

/// The characters of PDFDocEncoding from 0x80 to 0x9f. `LOW` holds those from 0x18 to 0x1f.
const HIGH: [char; 32] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}',
];
const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];

/// The words of a text string. Its first bytes show UTF-16 or UTF-8; without such bytes it is in PDFDocEncoding.
pub(super) fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| document_encoding(*byte)).collect(),
    }
}

fn document_encoding(byte: u8) -> char {
    match byte {
        0x18..=0x1f => LOW[usize::from(byte - 0x18)],
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        0xa0 => '€',
        byte => char::from(byte),
    }
}

/// Decodes UTF-16. Marks of the language are left out.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    let mut words = String::with_capacity(bytes.len() / 2);
    let mut in_language = false;
    for c in char::decode_utf16(units) {
        match c.unwrap_or(char::REPLACEMENT_CHARACTER) {
            '\u{1b}' => in_language = !in_language,
            c if !in_language => words.push(c),
            _ => {}
        }
    }
    words
}

/// A date: `D:YYYYMMDDHHmmSSOHH'mm'`. Everything after the year may be missing.
pub(super) fn date(bytes: &[u8]) -> Option<DateTime<FixedOffset>> {
    let written = text(bytes);
    let written = written.trim();
    let rest = written.strip_prefix("D:").unwrap_or(written);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count().min(14);
    let (stamp, zone) = rest.split_at(digits);
    let part = |from: usize, length: usize, missing: u32| match stamp.get(from..from + length) {
        Some(digits) => digits.parse().ok(),
        None => Some(missing),
    };
    let day =
        NaiveDate::from_ymd_opt(stamp.get(..4)?.parse().ok()?, part(4, 2, 1)?, part(6, 2, 1)?)?;
    // Some programs write the second 60 (a leap second), which chrono does not accept.
    let time = day.and_hms_opt(part(8, 2, 0)?, part(10, 2, 0)?, part(12, 2, 0)?.min(59))?;
    time.and_local_timezone(offset(zone)?).single()
}

fn offset(zone: &str) -> Option<FixedOffset> {
    let sign = match zone.chars().next() {
        Some('+') => 1,
        Some('-') => -1,
        _ => return FixedOffset::east_opt(0),
    };
    let digits: String = zone.chars().filter(char::is_ascii_digit).take(4).collect();
    let hours: i32 = digits.get(..2)?.parse().ok()?;
    let minutes: i32 = digits.get(2..4).unwrap_or("0").parse().ok()?;
    FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn each_encoding_is_told_by_its_first_bytes() {
        assert_eq!(text(b"caf\xe9 \x80 \xa0"), "café • €");
        assert_eq!(text(b"\xfe\xff\x00c\x00a\x00f\x00\xe9"), "café");
        assert_eq!(text(b"\xff\xfec\x00\xe9\x00"), "cé");
        assert_eq!(text("\u{feff}æ".as_bytes()), "æ");
        assert_eq!(text(b"\xfe\xff\x00\x1b\x00e\x00n\x00\x1b\x00x\xd8\x3d\xde\x00"), "x😀");
        assert_eq!(text(b"\xfe\xff\xd8\x3d\x00"), "\u{fffd}");
    }

    #[test]
    fn a_date_may_end_anywhere_and_name_its_zone_in_several_ways() {
        let read = |bytes: &[u8]| date(bytes).map(|at| at.to_rfc3339());
        assert_eq!(read(b"D:20240229").unwrap(), "2024-02-29T00:00:00+00:00");
        assert_eq!(read(b"D:20240229130501+01'00'").unwrap(), "2024-02-29T13:05:01+01:00");
        assert_eq!(read(b"20240229130560-0330").unwrap(), "2024-02-29T13:05:59-03:30");
        assert_eq!(read(b"D:20240229130501Z00'00'").unwrap(), "2024-02-29T13:05:01+00:00");
        for none in [&b"D:20230229"[..], b"D:", b"today", b"D:20240229250000", b"D:20240101+99"] {
            assert_eq!(read(none), None, "{none:?}");
        }
    }
}
