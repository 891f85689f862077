//! The index of passages: words, each with the passages that have it. It serves the search and holds nothing that could
//! not be made anew from the bodies.

use rusqlite::types::Value;

use crate::error::Result;
use crate::integrity::Table;
use crate::record::{Columns, Record, text};

/// The bits of an entry that hold the number of a passage on its page; above them stands the number of the body.
pub(crate) const NUMBER_BITS: u32 = 24;

/// The passages of one part of the index that have a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PassageWord {
    /// The word, folded.
    pub(crate) word: String,
    /// The number of the first body that the import brought.
    pub(crate) part: i64,
    /// The entries of the passages, ascending, each once.
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

/// Entries as bytes: each as its distance from the one before, seven bits to a byte, the lowest first; the highest bit
/// of a byte says that another one follows.
fn packed(entries: &[u64]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(entries.len() + 8);
    let mut before = 0;
    for entry in entries {
        let mut distance = entry - before;
        while distance >= 0x80 {
            bytes.push((distance & 0x7f) as u8 | 0x80);
            distance >>= 7;
        }
        bytes.push(distance as u8);
        before = *entry;
    }
    bytes
}

/// The entries that stand in bytes; none where these bytes are not what [`packed`] writes.
fn unpacked(bytes: &[u8]) -> Option<Vec<u64>> {
    let mut entries = Vec::with_capacity(bytes.len());
    let (mut before, mut distance, mut shift) = (0u64, 0u64, 0u32);
    for byte in bytes {
        distance |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 != 0 {
            shift += 7;
            continue;
        }
        before = before.checked_add(distance)?;
        entries.push(before);
        (distance, shift) = (0, 0);
    }
    (shift == 0).then_some(entries)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn entries_come_back_from_their_bytes(entries in prop::collection::btree_set(any::<u64>(), 0..40)) {
            let entries: Vec<u64> = entries.into_iter().collect();
            prop_assert_eq!(unpacked(&packed(&entries)), Some(entries));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let _ = unpacked(&bytes);
        }
    }

    #[test]
    fn bytes_that_end_within_an_entry_are_refused() {
        let bytes = packed(&[1, 2, 300]);
        assert_eq!(bytes, [1, 1, 0xaa, 2]);
        assert_eq!(unpacked(&bytes[..3]), None);
        assert_eq!(unpacked(&[0xff; 11]), None, "no entry is that large");
    }
}
