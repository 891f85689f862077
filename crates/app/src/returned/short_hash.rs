//! A hash that is short enough for an id.

use sha2::{Digest, Sha256};

/// The first half of the SHA-256 of these words, in lower-case hexadecimal.
pub(super) fn short_hash(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
