//! Marked content (ISO 32000-1, 14.6): which items of a page stand in one marked sequence.

use std::ops::Range;

use crate::draw::{Draw, Shape, SlotId};

/// Items of one page, one after the other, that belong to one structural place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sequence {
    pub(super) slot: SlotId,
    /// The items, those that are no content (links) among them.
    pub(super) draws: Range<usize>,
    /// Its number on the page; an artifact has none.
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
