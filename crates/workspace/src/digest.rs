//! Computes checksums of records.

use rusqlite::types::ValueRef;
use twox_hash::XxHash3_64;

/// The algorithm of checksums. The format of a file decides which one it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    /// Format 1: a sum of this project's own. It only serves to verify such a file before it is migrated.
    Format1,
    /// XXH3 with 64 bits.
    Xxh3,
}

impl Algorithm {
    /// The algorithm with which this program writes.
    pub(crate) const NEWEST: Algorithm = Algorithm::Xxh3;
}

/// A checksum over the columns of one record.
///
/// It detects damage. It does not protect against a person who forges a file; no checksum in the file itself could.
pub(crate) enum Digest {
    /// Each step is a one-to-one mapping of the state, so that a change within eight bytes always changes the result.
    Format1(u64),
    /// The columns, each with its kind and length, so that they cannot be confused.
    Xxh3(Vec<u8>),
}

impl Digest {
    pub(crate) fn new(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Format1 => Digest::Format1(0x243f_6a88_85a3_08d3),
            Algorithm::Xxh3 => Digest::Xxh3(Vec::with_capacity(256)),
        }
    }

    /// Begins another record, and reuses the memory of the last one.
    pub(crate) fn restart(&mut self) {
        match self {
            Digest::Format1(_) => *self = Digest::new(Algorithm::Format1),
            Digest::Xxh3(columns) => columns.clear(),
        }
    }

    fn bytes(&mut self, kind: u64, bytes: &[u8]) {
        let head = kind << 56 | bytes.len() as u64;
        let state = match self {
            Digest::Xxh3(columns) => {
                columns.extend_from_slice(&head.to_le_bytes());
                columns.extend_from_slice(bytes);
                return;
            }
            Digest::Format1(state) => state,
        };
        let mut word = |word: u64| {
            let mixed = (*state ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            *state = mixed ^ (mixed >> 32);
        };
        word(head);
        for chunk in bytes.chunks(8) {
            let mut eight = [0; 8];
            eight[..chunk.len()].copy_from_slice(chunk);
            word(u64::from_le_bytes(eight));
        }
    }

    /// Adds one column, as SQLite has it, and returns the digest.
    pub(crate) fn column(mut self, column: ValueRef<'_>) -> Self {
        self.add(column);
        self
    }

    /// Adds one column, as SQLite has it.
    pub(crate) fn add(&mut self, column: ValueRef<'_>) {
        match column {
            ValueRef::Null => self.bytes(4, &[]),
            ValueRef::Integer(int) => self.bytes(2, &int.to_le_bytes()),
            ValueRef::Real(real) => self.bytes(3, &real.to_bits().to_le_bytes()),
            ValueRef::Text(bytes) => self.bytes(1, bytes),
            ValueRef::Blob(bytes) => self.bytes(5, bytes),
        }
    }

    pub(crate) fn sum(&self) -> i64 {
        match self {
            Digest::Format1(state) => state.cast_signed(),
            Digest::Xxh3(columns) => XxHash3_64::oneshot(columns).cast_signed(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: [Algorithm; 2] = [Algorithm::Format1, Algorithm::Xxh3];

    #[test]
    fn a_changed_byte_changes_the_sum() {
        let text = "Ærlig talt: the data are kept for ten years.".as_bytes().to_vec();
        for algorithm in BOTH {
            let sum = |bytes: &[u8]| Digest::new(algorithm).column(ValueRef::Text(bytes)).sum();
            for at in 0..text.len() {
                for bit in 0..8 {
                    let mut flipped = text.clone();
                    flipped[at] ^= 1 << bit;
                    assert_ne!(sum(&flipped), sum(&text), "bit {bit} of byte {at} goes unnoticed");
                }
            }
        }
    }

    #[test]
    fn columns_do_not_run_into_each_other() {
        for algorithm in BOTH {
            let sum = |columns: &[ValueRef<'_>]| {
                let digest = Digest::new(algorithm);
                columns.iter().fold(digest, |digest, column| digest.column(*column)).sum()
            };
            let text = |text: &'static str| ValueRef::Text(text.as_bytes());
            assert_ne!(sum(&[text("ab"), text("c")]), sum(&[text("a"), text("bc")]));
            assert_ne!(sum(&[ValueRef::Null]), sum(&[text("")]));
            assert_ne!(sum(&[ValueRef::Integer(1)]), sum(&[ValueRef::Real(f64::from_bits(1))]));
        }
    }

    #[test]
    fn the_sums_of_written_files_stay_what_they_are() {
        let sum = |algorithm| {
            let digest = Digest::new(algorithm).column(ValueRef::Text("Blood".as_bytes()));
            digest.column(ValueRef::Integer(7)).column(ValueRef::Null).sum()
        };
        assert_eq!(BOTH.map(sum), [4_143_800_303_745_766_109, 773_609_623_475_833_158]);
    }
}
