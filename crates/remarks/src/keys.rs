//! Makes the keys of remarks. A remark gets the same key each time its file is read.

use std::collections::HashMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The keys that were given to the remarks of one file.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    given: HashMap<String, usize>,
}

impl Keys {
    /// Returns the key itself the first time, and the key with a number after that.
    pub(crate) fn unique(&mut self, key: String) -> String {
        let mut count = self.given.get(&key).copied().unwrap_or_default();
        let mut unique = key.clone();
        while count > 0 && self.given.contains_key(&unique) {
            count += 1;
            unique = format!("{key}#{count}");
        }
        self.given.insert(key, count.max(1));
        self.given.entry(unique.clone()).or_insert(1);
        unique
    }
}

/// A key made from parts of a remark.
pub(crate) fn hash(parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part.as_bytes());
    }
    digest.finalize().iter().take(12).fold(String::with_capacity(24), |mut key, byte| {
        let _ = write!(key, "{byte:02x}");
        key
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_eq!(hash(&["ab", "c"]).len(), 24);
    }

    #[test]
    fn a_key_is_given_once() {
        let mut keys = Keys::default();
        assert_eq!(keys.unique("a".into()), "a");
        assert_eq!(keys.unique("a".into()), "a#2");
        assert_eq!(keys.unique("a#2".into()), "a#2#2");
        assert_eq!(keys.unique("a".into()), "a#3");
    }
}
