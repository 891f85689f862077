//! Pieces stand one below the other in a column. A piece is a whole, or a row of cells that can be divided at the end
//! of a page.

use std::rc::Rc;
use std::sync::Arc;

use crate::document::Level;
use crate::draw::{Color, Draw, SlotId};

/// The greatest height of a row that is moved to the next page instead of being divided: about ten lines.
const WHOLE_ROW: f32 = 128.0;
/// The least free height for dividing a row: four lines and the padding.
const LEAST_CUT: f32 = 56.0;

/// How far the ground of a level goes beyond its words on each side.
pub(crate) const GROUND: f32 = 4.0;

/// One piece of a column. It has the column's width, and is not yet placed on a page.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// Space above it. The larger one of this and the `after` of the piece before is used; at the top of a page none.
    pub(crate) before: f32,
    /// Space below.
    pub(crate) after: f32,
    /// Height without the space above and below it.
    pub(crate) height: f32,
    /// Whether it must stand on the same page as the piece after it.
    pub(crate) keep: bool,
    /// Whether it begins a section.
    pub(crate) section: bool,
    /// Left end and width, for the areas of its anchors.
    pub(crate) span: (f32, f32),
    /// Anchors of the blocks to which it belongs.
    pub(crate) anchors: Vec<Arc<str>>,
    pub(crate) body: Body,
    /// A page number that is set when all pages are known.
    pub(crate) late: Option<PendingPageNumber>,
    /// Pieces that are repeated above it when it begins a page.
    pub(crate) repeat: Vec<Rc<Piece>>,
}

#[derive(Debug, Clone)]
pub(crate) enum Body {
    /// Items. Their origin is the top left corner of the piece.
    Whole(Vec<Draw>),
    Row(Row),
    PageBreak,
}

/// The page number at the end of a line of the contents.
#[derive(Debug, Clone)]
pub(crate) struct PendingPageNumber {
    pub(crate) anchor: Arc<str>,
    /// The end of the words.
    pub(crate) from: f32,
    /// The right end of the number.
    pub(crate) right: f32,
    pub(crate) baseline: f32,
    pub(crate) slot: SlotId,
    pub(crate) strong: bool,
}

/// Cells side by side.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) cells: Vec<RowCell>,
    pub(crate) pad: (f32, f32),
    /// Rules above and below it, with width and colour.
    pub(crate) above: Option<(f32, Color)>,
    pub(crate) below: Option<(f32, Color)>,
    /// Whether it continues a row of the page before.
    pub(crate) resumed: bool,
}

/// One cell.
#[derive(Debug, Clone)]
pub(crate) struct RowCell {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) level: Option<Level>,
    pub(crate) anchor: Option<Arc<str>>,
}

impl Piece {
    pub(crate) fn whole(height: f32, span: (f32, f32), draws: Vec<Draw>) -> Self {
        Self {
            before: 0.0,
            after: 0.0,
            height,
            keep: false,
            section: false,
            span,
            anchors: Vec::new(),
            body: Body::Whole(draws),
            late: None,
            repeat: Vec::new(),
        }
    }

    pub(crate) fn row(span: (f32, f32), row: Row) -> Self {
        let height = row.height();
        Self { body: Body::Row(row), ..Self::whole(height, span, Vec::new()) }
    }

    pub(crate) fn page_break() -> Self {
        Self { body: Body::PageBreak, ..Self::whole(0.0, (0.0, 0.0), Vec::new()) }
    }

    /// The least free height with which it can begin here.
    fn least(&self) -> f32 {
        match &self.body {
            Body::Row(row) if self.height > WHOLE_ROW => row.least().min(self.height),
            _ => self.height,
        }
    }

    /// Divides it so that the first part is not higher than `room`.
    ///
    /// With `forced`, a piece that should stay whole is divided, too. `Err` returns the piece undivided.
    pub(crate) fn cut(self, room: f32, forced: bool) -> Result<(Self, Self), Box<Self>> {
        if !forced && (self.height <= WHOLE_ROW || room < LEAST_CUT) {
            return Err(Box::new(self));
        }
        let Body::Row(row) = &self.body else { return Err(Box::new(self)) };
        let Some((head, tail)) = row.cut(room, forced) else { return Err(Box::new(self)) };
        let first = Self {
            height: head.height(),
            body: Body::Row(head),
            keep: false,
            after: 0.0,
            late: None,
            anchors: self.anchors.clone(),
            repeat: self.repeat.clone(),
            ..self
        };
        let rest = Self { height: tail.height(), body: Body::Row(tail), before: 0.0, ..self };
        Ok((first, rest))
    }
}

impl Row {
    pub(crate) fn height(&self) -> f32 {
        let tallest =
            self.cells.iter().map(|cell| stack_height(&cell.pieces)).fold(0.0_f32, f32::max);
        self.pad.0 + tallest + self.pad.1
    }

    fn least(&self) -> f32 {
        let first = self
            .cells
            .iter()
            .map(|cell| {
                let keep_together = cell.pieces.iter().take_while(|piece| piece.keep).count() + 1;
                stack_height(&cell.pieces[..keep_together.min(cell.pieces.len())])
            })
            .fold(0.0_f32, f32::max);
        (self.pad.0 + first + self.pad.1).max(LEAST_CUT)
    }

    fn cut(&self, room: f32, forced: bool) -> Option<(Self, Self)> {
        let room = room - self.pad.0 - self.pad.1;
        let mut heads = Vec::with_capacity(self.cells.len());
        let mut tails = Vec::with_capacity(self.cells.len());
        let (mut any_head, mut any_tail) = (false, false);
        for cell in &self.cells {
            let (head, tail) = cut_stack(cell.pieces.clone(), room, forced);
            if head.is_empty() && !tail.is_empty() && !forced {
                return None;
            }
            any_head |= !head.is_empty();
            any_tail |= !tail.is_empty();
            heads.push(RowCell { pieces: head, ..cell.clone() });
            tails.push(RowCell { pieces: tail, ..cell.clone() });
        }
        if !any_head || !any_tail {
            return None;
        }
        let head = Self { cells: heads, below: None, ..self.clone() };
        let tail = Self { cells: tails, above: None, resumed: true, ..self.clone() };
        Some((head, tail))
    }
}

/// The space between two pieces.
pub(crate) fn gap(above: Option<&Piece>, piece: &Piece) -> f32 {
    above.map_or(0.0, |above| above.after.max(piece.before))
}

/// The height of pieces one below the other.
pub(crate) fn stack_height(pieces: &[Piece]) -> f32 {
    let mut height = 0.0;
    let mut above: Option<&Piece> = None;
    for piece in pieces {
        height += gap(above, piece) + piece.height;
        above = Some(piece);
    }
    height
}

/// The height of the last pieces that must stand on the same page as the next piece.
pub(crate) fn height_kept_with_next(pieces: &[Piece]) -> f32 {
    let last = pieces.iter().rev().take_while(|piece| piece.keep).count();
    stack_height(&pieces[pieces.len() - last..])
}

/// The number of pieces up to the first one after which a page may end, and the free height that they need.
pub(crate) fn group(pieces: &[Piece], above: Option<&Piece>) -> (usize, f32) {
    let mut height = 0.0;
    let mut above = above;
    for (index, piece) in pieces.iter().enumerate() {
        height += gap(above, piece);
        if !piece.keep {
            return (index + 1, height + piece.least());
        }
        height += piece.height;
        above = Some(piece);
    }
    (pieces.len(), height)
}

/// Divides a stack so that the first part is not higher than `room`.
fn cut_stack(pieces: Vec<Piece>, room: f32, forced: bool) -> (Vec<Piece>, Vec<Piece>) {
    let mut head: Vec<Piece> = Vec::new();
    let mut used = 0.0;
    let mut index = 0;
    while index < pieces.len() {
        let (count, needed) = group(&pieces[index..], head.last());
        if used + needed > room {
            break;
        }
        for piece in &pieces[index..index + count] {
            let space = gap(head.last(), piece);
            if used + space + piece.height <= room {
                used += space + piece.height;
                head.push(piece.clone());
                index += 1;
                continue;
            }
            // The last piece of the group is a row that can be divided.
            return match piece.clone().cut(room - used - space, false) {
                Ok((first, rest)) => {
                    head.push(first);
                    let mut tail = vec![rest];
                    tail.extend_from_slice(&pieces[index + 1..]);
                    (head, tail)
                }
                Err(_) => (head, pieces[index..].to_vec()),
            };
        }
    }
    if head.is_empty() && forced && !pieces.is_empty() {
        // No group fits. As many pieces as fit are taken, at least one.
        let mut used = 0.0;
        for (index, piece) in pieces.iter().enumerate() {
            if used + piece.height > room {
                if index == 0
                    && let Ok((first, rest)) = piece.clone().cut(room, true)
                {
                    let mut tail = vec![rest];
                    tail.extend_from_slice(&pieces[1..]);
                    return (vec![first], tail);
                }
                let index = index.max(1);
                return (pieces[..index].to_vec(), pieces[index..].to_vec());
            }
            used += piece.height + piece.after;
        }
    }
    (head, pieces[index..].to_vec())
}
