//! An entry of the list of words: a word, the beginning or end of a word, or a phrase.

use serde::{Deserialize, Serialize};

use super::text::{folded, words_of};

/// The least number of letters beside a `*`. Fewer letters stand in too many words.
const SHORTEST_PART: usize = 3;
/// The greatest number of words in an entry.
const LONGEST: usize = 8;

/// An entry that is looked for in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// Runs of words. Other words may stand between two runs. There is at least one run, and each has at least one
    /// word.
    pub(super) runs: Vec<Vec<Part>>,
}

/// A word of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct Part {
    pub(super) letters: String,
    /// Whether other letters may stand before these letters in the word.
    pub(super) open_before: bool,
    /// Whether other letters may stand after them.
    pub(super) open_after: bool,
}

/// Why a text is not an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum EntryFault {
    #[error("has no word")]
    NoWord,
    #[error("has a * inside a word: it may stand at the beginning or the end")]
    StarInside,
    #[error("has a * beside fewer than three letters, which would find too much")]
    TooShort,
    #[error("has … at its beginning or end: it stands between words")]
    GapOutside,
    #[error("has more than eight words")]
    TooLong,
}

impl Entry {
    /// Reads an entry as it is written: `backup*`, `disaster recovery`, `kept … days`.
    ///
    /// # Errors
    /// The reason why the text is not an entry.
    pub(crate) fn read(written: &str) -> Result<Self, EntryFault> {
        let mut runs: Vec<Vec<Part>> = vec![Vec::new()];
        for word in written.replace("...", "…").replace('…', " … ").split_whitespace() {
            if word == "…" {
                runs.push(Vec::new());
            } else if let Some(run) = runs.last_mut() {
                run.extend(parts(word)?);
            }
        }
        let words: usize = runs.iter().map(Vec::len).sum();
        if words == 0 {
            return Err(EntryFault::NoWord);
        }
        if words > LONGEST {
            return Err(EntryFault::TooLong);
        }
        if runs.iter().any(Vec::is_empty) {
            return Err(EntryFault::GapOutside);
        }
        Ok(Self { runs })
    }

    /// Its first word.
    pub(super) fn first(&self) -> &Part {
        &self.runs[0][0]
    }
}

/// The words of a piece without spaces. The piece may have a hyphen or a slash in it.
fn parts(piece: &str) -> Result<Vec<Part>, EntryFault> {
    let inner = piece.trim_matches('*');
    if inner.contains('*') {
        return Err(EntryFault::StarInside);
    }
    let words = words_of(inner);
    let (first, last) = (piece.starts_with('*'), piece.ends_with('*'));
    let count = words.len();
    let parts = words.into_iter().enumerate().map(|(at, word)| Part {
        letters: folded(&word.folded),
        open_before: first && at == 0,
        open_after: last && at + 1 == count,
    });
    let parts: Vec<Part> = parts.collect();
    let short = |part: &Part| {
        (part.open_before || part.open_after) && part.letters.chars().count() < SHORTEST_PART
    };
    if parts.iter().any(short) || (parts.is_empty() && piece.contains('*')) {
        return Err(EntryFault::TooShort);
    }
    Ok(parts)
}

impl Part {
    /// Whether a folded word of a text is this word.
    pub(super) fn fits(&self, word: &str) -> bool {
        let letters = self.letters.as_str();
        match (self.open_before, self.open_after) {
            (false, false) => word == letters,
            (false, true) => word.starts_with(letters),
            (true, false) => word.ends_with(letters),
            (true, true) => word.contains(letters),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, EntryFault};

    #[test]
    fn what_is_no_entry_is_refused_with_the_reason() {
        let fault = |written| Entry::read(written).err();
        assert_eq!(fault(""), Some(EntryFault::NoWord));
        assert_eq!(fault(" – "), Some(EntryFault::NoWord));
        assert_eq!(fault("…"), Some(EntryFault::NoWord));
        assert_eq!(fault("back*up"), Some(EntryFault::StarInside));
        assert_eq!(fault("ba*"), Some(EntryFault::TooShort));
        assert_eq!(fault("*"), Some(EntryFault::TooShort));
        assert_eq!(fault("… days"), Some(EntryFault::GapOutside));
        assert_eq!(fault("kept … … days"), Some(EntryFault::GapOutside));
        assert_eq!(fault("a b c d e f g h i"), Some(EntryFault::TooLong));
        for good in
            ["backup*", "*sletting", "two-factor*", "kept ... days", "kept…days", "ISO 27001"]
        {
            assert_eq!(fault(good), None, "{good}");
        }
    }

    #[test]
    fn a_hyphen_and_a_slash_part_words_as_in_a_text() {
        assert_eq!(Entry::read("Two-Factor*"), Entry::read("two factor*"));
        assert_eq!(Entry::read("kept ... days"), Entry::read("kept … days"));
        assert_ne!(Entry::read("two factor*"), Entry::read("two factor"));
    }
}
