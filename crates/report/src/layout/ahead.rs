//! Shapes the end of a report while its beginning is set.
//!
//! Shaping takes most of the time of a layout, and the shape of a paragraph depends on nothing around it. So a second
//! thread sets the blocks of the report from the last one backwards and throws away what it set. What stays are the
//! shaped paragraphs: the layout finds them when it comes there. The second thread stops where the layout has arrived,
//! and where it meets nothing but what is known, as in a report that is laid out again after a change.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::Laid;
use super::set::{Ctx, Setter};
use crate::document::Document;
use crate::text::shape::Shaper;

/// A report of fewer blocks is set before a second thread is of use.
const LEAST_BLOCKS: usize = 24;
/// After so many blocks without a new paragraph, the rest is taken to be known, too.
const KNOWN_BLOCKS: usize = 6;

/// Lays a document out; `shaper` has begun it.
pub(super) fn set(document: &Document, shaper: &mut Shaper) -> Laid {
    if document.blocks.len() < LEAST_BLOCKS {
        return Setter::new(document, shaper).finish();
    }
    let arrived = AtomicUsize::new(0);
    let (resting, make) = (shaper.ahead.take(), shaper.maker_of_sharing());
    let (laid, ahead) = std::thread::scope(|scope| {
        let arrived = &arrived;
        let ahead = scope.spawn(move || {
            let mut ahead = resting.unwrap_or_else(|| Box::new(make()));
            shape_from_end(document, &mut ahead, arrived);
            ahead
        });
        let mut setter = Setter::new(document, shaper);
        setter.arrived = Some(arrived);
        let laid = setter.finish();
        // Nothing is to be shaped any more.
        arrived.store(usize::MAX, Ordering::Relaxed);
        (laid, ahead.join())
    });
    // Without a shaper that works ahead, the report is the same; the next report makes another one.
    shaper.ahead = ahead.ok();
    laid
}

fn shape_from_end(document: &Document, shaper: &mut Shaper, arrived: &AtomicUsize) {
    let mut setter = Setter::new(document, shaper);
    let mut known = 0;
    for (index, block) in document.blocks.iter().enumerate().rev() {
        if known == KNOWN_BLOCKS || index <= arrived.load(Ordering::Relaxed) {
            return;
        }
        let before = setter.shaper.shaped;
        drop(setter.block(block, 0.0, Ctx::REPORT));
        known = if setter.shaper.shaped == before { known + 1 } else { 0 };
    }
}
