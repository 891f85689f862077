//! How much memory the pages take that were read so far.
//!
//! A page of a few words in many pieces takes a hundred times its size, so bytes alone are no bound.

use vurder_model::provider::PageBlock;

use crate::limits::PIECES;
use crate::refused::Refused;

/// The pieces of the pages that were read so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Weight {
    pieces: usize,
}

impl Weight {
    /// Adds a page.
    pub(crate) fn add_page(&mut self, blocks: &[PageBlock]) {
        self.pieces += blocks.iter().map(pieces).sum::<usize>();
    }

    /// Adds what was written down beside pages: links and problems.
    pub(crate) fn add(&mut self, count: usize) {
        self.pieces += count;
    }

    /// Whether this is still within the bound.
    ///
    /// # Errors
    /// When there are more pieces than are read.
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
