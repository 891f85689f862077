//! Cross-reference stream (ISO 32000-1, 7.5.8): the place of each object.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::content_stream::deflate;
use super::objects::name;

/// The place of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// There is no object with this number.
    Free,
    /// Number of bytes from the beginning of the file.
    InFile(usize),
    /// The number of its object stream, and its index in that stream.
    InStream(u32, usize),
}

/// Numbers of bytes for the type of an entry, for its place and for its index.
const WIDTHS: [usize; 3] = [1, 4, 2];
const ENTRY: usize = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

/// The stream of the entries, in the order of the objects' numbers from 0. `trailer` has the entries about the file.
pub(super) fn stream(entries: &[Entry], trailer: Dictionary) -> Stream {
    let plain: Vec<u8> = entries.iter().flat_map(|entry| bytes_of(*entry)).collect();
    let mut dict = trailer;
    dict.set("Type", name("XRef"));
    dict.set("Size", entries.len() as i64);
    dict.set("W", WIDTHS.map(|width| Object::Integer(width as i64)).to_vec());
    dict.set("Filter", name("FlateDecode"));
    dict.set("DecodeParms", dictionary! { "Predictor" => 12, "Columns" => ENTRY as i64 });
    Stream::new(dict, deflate(&predicted(&plain))).with_compression(false)
}

fn bytes_of(entry: Entry) -> [u8; ENTRY] {
    let (kind, place, index) = match entry {
        // The next free object has the number 0, and this number is never used again.
        Entry::Free => (0, 0, u16::MAX),
        Entry::InFile(offset) => (1, u32::try_from(offset).unwrap_or(u32::MAX), 0),
        Entry::InStream(stream, index) => (2, stream, u16::try_from(index).unwrap_or(u16::MAX)),
    };
    let [a, b, c, d] = place.to_be_bytes();
    let [e, f] = index.to_be_bytes();
    [kind, a, b, c, d, e, f]
}

/// Each entry as its difference from the one before, byte by byte. This is the filter "up" of PNG.
fn predicted(plain: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(plain.len() / ENTRY * (ENTRY + 1));
    let mut above = [0_u8; ENTRY];
    for entry in plain.chunks(ENTRY) {
        out.push(2);
        out.extend(entry.iter().zip(above).map(|(here, above)| here.wrapping_sub(above)));
        above[..entry.len()].copy_from_slice(entry);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_lead_back_to_the_entries() {
        let plain: Vec<u8> = (0..70_u8).map(|n| n.wrapping_mul(37)).collect();
        let mut back: Vec<u8> = Vec::new();
        for row in predicted(&plain).chunks(ENTRY + 1) {
            let above = back.len().saturating_sub(ENTRY);
            for (column, byte) in row[1..].iter().enumerate() {
                let up = if back.len() < ENTRY { 0 } else { back[above + column] };
                back.push(byte.wrapping_add(up));
            }
        }
        assert_eq!(back, plain);
    }

    #[test]
    fn an_entry_says_where_its_object_stands() {
        assert_eq!(bytes_of(Entry::Free), [0, 0, 0, 0, 0, 255, 255]);
        assert_eq!(bytes_of(Entry::InFile(0x0102_0304)), [1, 1, 2, 3, 4, 0, 0]);
        assert_eq!(bytes_of(Entry::InStream(0x0203, 0x0405)), [2, 0, 0, 2, 3, 4, 5]);
    }
}
