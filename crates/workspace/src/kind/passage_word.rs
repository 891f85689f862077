//! The index of passages: words, each with the passages that have it. It serves the search, and everything in it can be
//! made again from the bodies.

use rusqlite::types::Value;

use crate::error::Result;
use crate::integrity::Table;
use crate::record::{Columns, Record, text};

/// The number of bits of an entry for the number of a passage on its page. The higher bits are the number of the body.
pub(crate) const NUMBER_BITS: u32 = 24;
const LARGEST_NUMBER: u64 = (1 << NUMBER_BITS) - 1;
const LARGEST_BODY: u64 = u64::MAX >> NUMBER_BITS;

/// The passages with a word, in one part of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PassageWord {
    /// The word, folded.
    pub(crate) word: String,
    /// The part: the number of the first body that the import added.
    pub(crate) part: i64,
    /// The entries of the passages in ascending order, each once.
    pub(crate) entries: Vec<u64>,
}

impl Record for PassageWord {
    const TABLE: Table = Table {
        name: "passage_word",
        keys: &["word", "part"],
        rest: &["entries"],
        order: "word, part",
        past_indexes: false,
        indexed: false,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        Ok(vec![text(&self.word), Value::Integer(self.part), Value::Blob(packed(&self.entries))])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        let (word, part, bytes) = (columns.text()?, columns.int()?, columns.bytes()?);
        let entries = unpacked(&bytes).ok_or_else(|| columns.damaged("its entries"))?;
        Ok(Self { word, part, entries })
    }
}

/// Packs entries into bytes, body by body: the difference between its number and that of the body before, the number of
/// its passages, and for each passage the difference between its number and the one before.
fn packed(entries: &[u64]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(entries.len() + 8);
    let mut body_before = 0;
    for of_body in entries.chunk_by(|a, b| a >> NUMBER_BITS == b >> NUMBER_BITS) {
        let body = of_body[0] >> NUMBER_BITS;
        push(&mut bytes, body - body_before);
        push(&mut bytes, of_body.len() as u64);
        let mut number_before = 0;
        for entry in of_body {
            let number = entry & LARGEST_NUMBER;
            push(&mut bytes, number - number_before);
            number_before = number;
        }
        body_before = body;
    }
    bytes
}

/// Unpacks entries from bytes; `None` if [`packed`] did not write the bytes.
fn unpacked(bytes: &[u8]) -> Option<Vec<u64>> {
    let mut entries = Vec::with_capacity(bytes.len());
    let mut left = bytes.iter();
    let mut body = 0u64;
    while !left.as_slice().is_empty() {
        body = body.checked_add(take(&mut left)?)?;
        if body > LARGEST_BODY {
            return None;
        }
        let mut number = 0u64;
        for _ in 0..take(&mut left)? {
            number = number.checked_add(take(&mut left)?)?;
            if number > LARGEST_NUMBER {
                return None;
            }
            entries.push(body << NUMBER_BITS | number);
        }
    }
    Some(entries)
}

/// Writes a number, seven bits in each byte, the lowest bits first. The highest bit of a byte says that another byte
/// follows.
fn push(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads a number that [`push`] wrote; `None` if the bytes end too early or the number is too large.
fn take(bytes: &mut std::slice::Iter<'_, u8>) -> Option<u64> {
    let mut number = 0;
    for shift in (0..63).step_by(7) {
        let byte = *bytes.next()?;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn entries_come_back_from_their_bytes(
            entries in prop::collection::btree_set((0..40u64, 0..300u64), 0..60),
            far in any::<u64>(),
        ) {
            let near = entries.into_iter().map(|(body, number)| body << NUMBER_BITS | number);
            let mut entries: Vec<u64> = near.chain([far]).collect();
            entries.sort_unstable();
            entries.dedup();
            prop_assert_eq!(unpacked(&packed(&entries)), Some(entries));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            if let Some(entries) = unpacked(&bytes) {
                prop_assert!(entries.len() <= bytes.len());
            }
        }
    }

    #[test]
    fn bytes_that_end_within_an_entry_are_refused() {
        let entries = [(3, 1), (3, 300), (5, 2)].map(|(body, number)| body << NUMBER_BITS | number);
        let bytes = packed(&entries);
        assert_eq!(bytes, [3, 2, 1, 0xab, 2, 2, 1, 2]);
        for end in [1, 2, 3, 4, 6, 7] {
            assert_eq!(unpacked(&bytes[..end]), None, "{end}");
        }
        assert_eq!(unpacked(&bytes[..5]), Some(entries[..2].to_vec()), "a body less");
        assert_eq!(unpacked(&[0xff; 11]), None, "no number is that large");
    }
}
