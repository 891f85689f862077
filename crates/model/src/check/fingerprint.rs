//! A short name for a state, that changes when the state does.

use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// Bytes of the hash that are kept.
const BYTES: usize = 8;

/// The name of what is given, by its JSON.
pub(crate) fn fingerprint(state: &impl Serialize) -> String {
    let json = serde_json::to_vec(state).unwrap_or_default();
    let mut name = String::new();
    for byte in Sha256::digest(&json).iter().take(BYTES) {
        // Writing to a String cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    name
}
