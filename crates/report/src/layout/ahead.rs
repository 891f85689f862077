//! Shapes the end of a report while its beginning is laid out.
//!
//! Shaping takes most of the time of a layout, and the shape of a paragraph depends on nothing around it. Therefore a
//! second thread sets the blocks of the report from the last one backwards, and discards the result. Only the shaped
//! paragraphs are kept, and the layout finds them later. The second thread stops where the layout has arrived, and also
//! if it finds only known paragraphs, as in a report that is laid out again after a change.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::Laid;
use super::set::{BlockContext, Setter};
use crate::document::Document;
use crate::text::shape::Shaper;

/// The least number of blocks of a report for which a second thread is useful.
const LEAST_BLOCKS: usize = 24;
/// The number of blocks without a new paragraph after which the other blocks count as known, too.
const KNOWN_BLOCKS: usize = 6;

/// Lays a document out. `shaper` has already begun it.
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
        // No more paragraphs need to be shaped.
        arrived.store(usize::MAX, Ordering::Relaxed);
        (laid, ahead.join())
    });
    // Without the second shaper, the report is the same. The next report makes a new one.
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
        drop(setter.block(block, 0.0, BlockContext::REPORT));
        known = if setter.shaper.shaped == before { known + 1 } else { 0 };
    }
}
