//! Counts how much memory the pages take that were read so far.
//!
//! A page with few words in many pieces takes a hundred times its size. Therefore a limit of bytes alone is not enough.

use vurder_model::provider::PageBlock;

use crate::limits::PIECES;
use crate::refused::Refused;

/// The number of pieces of the pages that were read so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Weight {
    pieces: usize,
}

impl Weight {
    /// Adds the pieces of a page.
    pub(crate) fn add_page(&mut self, blocks: &[PageBlock]) {
        self.pieces += blocks.iter().map(pieces).sum::<usize>();
    }

    /// Adds other pieces: links and problems.
    pub(crate) fn add(&mut self, count: usize) {
        self.pieces += count;
    }

    /// Checks that the limit is not exceeded.
    ///
    /// # Errors
    /// When there are more pieces than the limit.
    pub(crate) fn check(self) -> Result<(), Refused> {
        if self.pieces > PIECES { Err(Refused::TooManyPieces { limit: PIECES }) } else { Ok(()) }
    }
}

fn pieces(block: &PageBlock) -> usize {
    match block {
        PageBlock::Passage { passage } => {
            1 + passage.cells.iter().map(|cell| 1 + cell.len()).sum::<usize>()
        }
        _ => 1,
    }
}
