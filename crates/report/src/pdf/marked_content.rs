//! Marked content (ISO 32000-1, 14.6): decides which items of a page are in the same marked sequence.

use std::ops::Range;

use crate::draw::{Draw, Shape, SlotId};

/// Consecutive items of one page that belong to the same structural place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sequence {
    pub(super) slot: SlotId,
    /// The items, including links, which are not content.
    pub(super) draws: Range<usize>,
    /// Its number on the page; `None` for an artifact.
    pub(super) mcid: Option<usize>,
}

/// Divides a page's items into sequences, in the order in which they are drawn.
pub(super) fn sequences(draws: &[Draw]) -> Vec<Sequence> {
    let mut found: Vec<Sequence> = Vec::new();
    let mut next = 0;
    for (index, draw) in draws.iter().enumerate() {
        if matches!(draw.shape, Shape::Link { .. }) {
            continue;
        }
        if let Some(last) = found.last_mut().filter(|last| last.slot == draw.slot) {
            last.draws.end = index + 1;
            continue;
        }
        let mcid = (!draw.slot.is_artifact()).then_some(next);
        next += usize::from(mcid.is_some());
        found.push(Sequence { slot: draw.slot, draws: index..index + 1, mcid });
    }
    found
}
