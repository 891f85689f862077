//! Keeps shaped paragraphs. When a report is laid out again after a change, only paragraphs that changed are shaped.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use hypher::Lang;

use super::shape::Shaped;
use super::styled_text::StyledText;

/// The greatest number of bytes of memory for kept paragraphs. That is enough for about a hundred reports like the
/// sample's, or for one report of a project twenty times its size.
const MOST: usize = 96 << 20;

/// The data from which a paragraph is shaped.
pub(super) struct Source<'a> {
    pub(super) language: Option<Lang>,
    pub(super) text: &'a StyledText,
}

/// A paragraph with everything on which its shape depends.
struct Kept {
    language: Option<Lang>,
    spans: Vec<(Range<usize>, u16)>,
    shaped: Shaped,
    /// Characters in it that no face has.
    missing: Vec<char>,
    /// When it was last used, as a number of requests.
    used: u64,
    bytes: usize,
}

/// The kept paragraphs. A paragraph that is found equals a freshly shaped one, because everything on which the shape
/// depends is compared.
#[derive(Default)]
pub(super) struct Paragraphs {
    kept: HashMap<u64, Vec<Kept>>,
    bytes: usize,
    asked: u64,
}

impl Source<'_> {
    pub(super) fn hash(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.text.text.hash(&mut hasher);
        self.text.ty.key().hash(&mut hasher);
        self.text.spans.hash(&mut hasher);
        hasher.finish()
    }

    fn is_of(&self, kept: &Kept) -> bool {
        kept.language == self.language
            && kept.shaped.ty == self.text.ty
            && kept.shaped.text == self.text.text
            && kept.spans == self.text.spans
            && kept.shaped.styles == self.text.styles
    }
}

impl Paragraphs {
    /// The paragraph with this text and this hash, and its characters that no face has.
    pub(super) fn find(&mut self, hash: u64, source: &Source<'_>) -> Option<(Shaped, Vec<char>)> {
        self.asked += 1;
        let kept = self.kept.get_mut(&hash)?.iter_mut().find(|kept| source.is_of(kept))?;
        kept.used = self.asked;
        Some((kept.shaped.clone(), kept.missing.clone()))
    }

    /// Keeps a paragraph that was not found, unless another thread has kept it in the meantime.
    pub(super) fn keep(
        &mut self,
        hash: u64,
        source: &Source<'_>,
        shaped: &Shaped,
        missing: Vec<char>,
    ) {
        let same_hash = self.kept.entry(hash).or_default();
        if same_hash.iter().any(|kept| source.is_of(kept)) {
            return;
        }
        let spans = source.text.spans.clone();
        let bytes = shaped.bytes() + spans.len() * size_of::<(Range<usize>, u16)>();
        let bytes = bytes + size_of::<Kept>();
        self.bytes += bytes;
        same_hash.push(Kept {
            language: source.language,
            spans,
            shaped: shaped.clone(),
            missing,
            used: self.asked,
            bytes,
        });
    }

    /// Removes the paragraphs that were not used for the longest time, if there are too many. It must be called between
    /// two reports: within a report, it would remove the first paragraphs, which the next report needs first.
    pub(super) fn tidy(&mut self) {
        self.tidy_to(MOST);
    }

    fn tidy_to(&mut self, most: usize) {
        if self.bytes <= most {
            return;
        }
        let mut by_use: Vec<(u64, usize)> =
            self.kept.values().flatten().map(|kept| (kept.used, kept.bytes)).collect();
        by_use.sort_unstable_by_key(|(used, _)| std::cmp::Reverse(*used));
        let mut bytes = 0;
        let mut oldest = u64::MAX;
        for (used, of) in by_use {
            if bytes + of > most / 2 {
                break;
            }
            bytes += of;
            oldest = used;
        }
        self.kept.retain(|_, kept| {
            kept.retain(|kept| kept.used >= oldest);
            !kept.is_empty()
        });
        self.bytes = self.kept.values().flatten().map(|kept| kept.bytes).sum();
    }
}
