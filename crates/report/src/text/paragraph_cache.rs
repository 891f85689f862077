//! A cache of shaped paragraphs. When a report is laid out again after a change, only paragraphs that changed are
//! shaped.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use hypher::Lang;

use super::shape::Shaped;
use super::styled_text::StyledText;

/// The greatest number of bytes of memory for the cache. That is enough for about a hundred reports like the sample's,
/// or for one report of a project twenty times its size.
const MOST: usize = 96 << 20;

/// The data from which a paragraph is shaped.
pub(super) struct Source<'a> {
    pub(super) language: Option<Lang>,
    pub(super) text: &'a StyledText,
}

/// A paragraph with everything on which its shape depends.
struct CachedParagraph {
    language: Option<Lang>,
    spans: Vec<(Range<usize>, u16)>,
    shaped: Shaped,
    /// Characters in it that no face has.
    missing: Vec<char>,
    /// When it was last used, as a number of requests.
    last_used: u64,
    bytes: usize,
}

/// The cache of shaped paragraphs. A paragraph that is found equals a freshly shaped one, because everything on which
/// the shape depends is compared.
#[derive(Default)]
pub(super) struct ParagraphCache {
    paragraphs: HashMap<u64, Vec<CachedParagraph>>,
    bytes: usize,
    requests: u64,
}

impl Source<'_> {
    pub(super) fn hash(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.text.text.hash(&mut hasher);
        self.text.ty.key().hash(&mut hasher);
        self.text.spans.hash(&mut hasher);
        hasher.finish()
    }

    fn is_of(&self, cached: &CachedParagraph) -> bool {
        cached.language == self.language
            && cached.shaped.ty == self.text.ty
            && cached.shaped.text == self.text.text
            && cached.spans == self.text.spans
            && cached.shaped.styles == self.text.styles
    }
}

impl ParagraphCache {
    /// The paragraph with this text and this hash, and its characters that no face has.
    pub(super) fn find(&mut self, hash: u64, source: &Source<'_>) -> Option<(Shaped, Vec<char>)> {
        self.requests += 1;
        let cached =
            self.paragraphs.get_mut(&hash)?.iter_mut().find(|cached| source.is_of(cached))?;
        cached.last_used = self.requests;
        Some((cached.shaped.clone(), cached.missing.clone()))
    }

    /// Stores a paragraph that was not found, unless another thread has stored it in the meantime.
    pub(super) fn insert(
        &mut self,
        hash: u64,
        source: &Source<'_>,
        shaped: &Shaped,
        missing: Vec<char>,
    ) {
        let same_hash = self.paragraphs.entry(hash).or_default();
        if same_hash.iter().any(|cached| source.is_of(cached)) {
            return;
        }
        let spans = source.text.spans.clone();
        let bytes = shaped.bytes() + spans.len() * size_of::<(Range<usize>, u16)>();
        let bytes = bytes + size_of::<CachedParagraph>();
        self.bytes += bytes;
        same_hash.push(CachedParagraph {
            language: source.language,
            spans,
            shaped: shaped.clone(),
            missing,
            last_used: self.requests,
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
        let mut by_use: Vec<(u64, usize)> = self
            .paragraphs
            .values()
            .flatten()
            .map(|cached| (cached.last_used, cached.bytes))
            .collect();
        by_use.sort_unstable_by_key(|(last_used, _)| std::cmp::Reverse(*last_used));
        let mut bytes = 0;
        let mut oldest = u64::MAX;
        for (last_used, of) in by_use {
            if bytes + of > most / 2 {
                break;
            }
            bytes += of;
            oldest = last_used;
        }
        self.paragraphs.retain(|_, cached| {
            cached.retain(|cached| cached.last_used >= oldest);
            !cached.is_empty()
        });
        self.bytes = self.paragraphs.values().flatten().map(|cached| cached.bytes).sum();
    }
}
