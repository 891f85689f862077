//! A short name for a state. The name changes when the state changes.

use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// Number of bytes of the hash that the name keeps.
const BYTES: usize = 8;

/// The name of a state: the beginning of the SHA-256 of its JSON, in hexadecimal digits.
pub(crate) fn fingerprint(state: &impl Serialize) -> String {
    let json = serde_json::to_vec(state).unwrap_or_default();
    let mut name = String::new();
    for byte in Sha256::digest(&json).iter().take(BYTES) {
        // Writing to a String cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    name
}
