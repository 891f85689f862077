//! What a file would become in memory, estimated before it is read, so that a small file cannot become a large one.
//!
//! The table of a file may point anywhere: into a string, a comment, the bytes of another stream. So what can be taken
//! for a stream with objects is weighed wherever it stands; bytes are passed over only where a stream's bytes are
//! expected, and only as far as no object begins in them.

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use lopdf::{Document, Object};

use crate::limits::{REFERENCE_BYTES, STREAMS, STRUCTURE_BYTES, VALUES};

/// The number of bytes that are read at a time.
const PIECE: usize = 64 * 1024;

/// Bytes of a name that are looked at; those that matter have fewer, with each letter escaped.
const LONGEST_NAME: usize = 64;

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TooHeavy {
    /// Its objects become too large.
    Bomb,
    /// Its objects are packed in a way whose size is not known beforehand.
    Filters,
}

/// Checks that the objects of the file stay within what is read. Streams of pages, fonts and pictures are not looked
/// at: they are unpacked one at a time, and only those of pages with remarks.
pub(super) fn weigh(bytes: &[u8]) -> Result<(), TooHeavy> {
    let mut scan =
        Scan { bytes, at: 0, counted: 0, named: SeenNames::default(), total: Total::new() };
    scan.run()
}

/// The same for a file whose streams were decrypted and not unpacked.
pub(super) fn weigh_decrypted(pdf: &Document) -> Result<(), TooHeavy> {
    let mut total = Total::new();
    for object in pdf.objects.values() {
        let Object::Stream(stream) = object else { continue };
        if !(stream.dict.has(b"First") && stream.dict.has(b"N")) {
            continue;
        }
        let filter = stream.dict.get(b"Filter").ok();
        let is_flate = |filter: &Object| filter.as_name().is_ok_and(|name| name == b"FlateDecode");
        let plain = match filter {
            None => true,
            Some(Object::Array(filters)) => matches!(&filters[..], [one] if is_flate(one)),
            Some(filter) => is_flate(filter),
        };
        if !plain {
            return Err(TooHeavy::Filters);
        }
        if filter.is_none() {
            total.values += count_values(&stream.content);
        }
        total.add(&stream.content, false)?;
    }
    Ok(())
}

/// What was found so far.
struct Total {
    values: usize,
    structure: usize,
    references: usize,
    streams: usize,
    piece: Vec<u8>,
}

impl Total {
    fn new() -> Self {
        Self { values: 0, structure: 0, references: 0, streams: 0, piece: vec![0; PIECE] }
    }

    /// Adds a stream that may hold objects, or the table of them.
    fn add(&mut self, data: &[u8], is_table: bool) -> Result<(), TooHeavy> {
        self.streams += 1;
        let mut reader = ZlibDecoder::new(data);
        while let Ok(count @ 1..) = reader.read(&mut self.piece) {
            self.values += count_values(&self.piece[..count]);
            self.structure += count;
            self.references += if is_table { count } else { 0 };
            self.check()?;
        }
        self.check()
    }

    fn check(&self) -> Result<(), TooHeavy> {
        let heavy = self.values > VALUES
            || self.structure > STRUCTURE_BYTES
            || self.references > REFERENCE_BYTES
            || self.streams > STREAMS;
        if heavy { Err(TooHeavy::Bomb) } else { Ok(()) }
    }
}

/// Names that were met since the last object began.
#[derive(Default, Clone, Copy)]
struct SeenNames {
    objects: bool,
    table: bool,
    flate: usize,
    /// Other ways of packing that the reader knows.
    other_filters: usize,
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Up to here, values are counted.
    counted: usize,
    named: SeenNames,
    total: Total,
}

impl Scan<'_> {
    fn run(&mut self) -> Result<(), TooHeavy> {
        let mut strings = 0_usize;
        let mut in_comment = false;
        // Whether a dictionary ended, and nothing but white space and comments followed.
        let mut closed = false;
        while let Some(byte) = self.bytes.get(self.at).copied() {
            let rest = &self.bytes[self.at..];
            if rest.starts_with(b"stream") && !self.bytes[..self.at].ends_with(b"end") {
                let is_data = closed && strings == 0;
                self.stream(is_data)?;
                closed = closed && !is_data;
                continue;
            }
            self.name(rest);
            match byte {
                b'\r' | b'\n' if in_comment => in_comment = false,
                _ if in_comment => {}
                b'\\' if strings > 0 => self.at += 1,
                b'(' => (strings, closed) = (strings + 1, false),
                b')' => strings = strings.saturating_sub(1),
                _ if strings > 0 => {}
                b'%' => in_comment = true,
                b'>' if rest.starts_with(b">>") => {
                    self.at += 1;
                    closed = true;
                }
                byte if byte.is_ascii_whitespace() || byte == 0 => {}
                b'o' if begins_object(self.bytes, self.at) => {
                    (self.named, closed) = (SeenNames::default(), false);
                }
                _ => closed = false,
            }
            self.at += 1;
        }
        self.count_up_to(self.bytes.len())
    }

    fn name(&mut self, rest: &[u8]) {
        let [b'/', name @ ..] = rest else { return };
        let name = &name[..name.len().min(LONGEST_NAME)];
        let ends = |byte: &u8| byte.is_ascii_whitespace() || b"\0()<>[]{}/%".contains(byte);
        let name = name.split(ends).next().unwrap_or_default();
        let named = &mut self.named;
        match &unescaped(name)[..] {
            // A stream with these entries is taken for one with objects, or for their table, whatever its type.
            b"ObjStm" | b"First" => named.objects = true,
            b"XRef" | b"W" => named.table = true,
            b"FlateDecode" => named.flate += 1,
            b"LZWDecode" | b"ASCII85Decode" => named.other_filters += 1,
            _ => {}
        }
    }

    /// Passes the word `stream`, and what follows where that is the data of a stream.
    fn stream(&mut self, is_data: bool) -> Result<(), TooHeavy> {
        let start = self.at + b"stream".len();
        let data = self.bytes.get(start..).unwrap_or_default();
        let data = data.trim_ascii_start();
        let start = self.bytes.len() - data.len();
        let SeenNames { objects, table, flate, other_filters } = self.named;
        if objects || table {
            if flate > 1 || other_filters > 0 {
                return Err(TooHeavy::Filters);
            }
            self.total.add(data, table)?;
        }
        if !is_data {
            self.at += b"stream".len();
            return Ok(());
        }
        self.count_up_to(self.at)?;
        let length = find(data, b"endstream").unwrap_or(data.len());
        let object = data[..length]
            .windows(3)
            .enumerate()
            .find_map(|(at, word)| (word == b"obj" && begins_object(data, at)).then_some(at));
        // An object within the data is one that the table may name.
        self.at = start + object.unwrap_or(length);
        self.counted = self.at;
        self.named = if object.is_some() { SeenNames::default() } else { self.named };
        Ok(())
    }

    fn count_up_to(&mut self, end: usize) -> Result<(), TooHeavy> {
        self.total.values += count_values(self.bytes.get(self.counted..end).unwrap_or_default());
        self.counted = end;
        self.total.check()
    }
}

/// A name without escapes (ISO 32000-1, 7.3.5), which would hide what it says.
fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let code =
            digits.filter(|_| *first == b'#').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        plain.push(code.unwrap_or(*first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    plain
}

/// Whether the word `obj` at this place may begin an object: numbers stand before it, or a comment.
fn begins_object(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    bytes[at..].starts_with(b"obj")
        && before.is_some_and(|byte| byte.is_ascii_digit() || byte.is_ascii_whitespace())
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
        assert_eq!(weigh(b"1 0 obj << /Length 3 >> stream\nabc\nendstream endobj"), Ok(()));
        assert_eq!(weigh(&b"1 ".repeat(VALUES + 1)), Err(TooHeavy::Bomb));
        assert_eq!(find(b"aab", b"ab"), Some(1));
        assert_eq!(find(b"aa", b"ab"), None);
    }
}
