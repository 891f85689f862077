//! Divides one long column of pieces into pages, and records the areas of each anchor on them.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use super::piece::{Body, GROUND, PendingPageNumber, Piece, Row, gap, group};
use super::{AnchorArea, geometry, matrix};
use crate::draw::{Color, Draw, Page, Rect, Shape, SlotId};

/// The pages that are being filled.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    pub(crate) pages: Vec<Page>,
    pub(crate) anchor_areas: BTreeMap<String, Vec<AnchorArea>>,
    /// Page numbers that are set at the end: page index, top of the line, and the number.
    pub(crate) late: Vec<(usize, f32, PendingPageNumber)>,
}

const ROOM: f32 = geometry::BOTTOM - geometry::TOP;
/// The least free height for a section to begin on a page, about a sixth of the page: its headings and about four
/// lines.
///
/// With more free space, the section follows on the page, so that no page is half empty. A section that must begin a
/// page in any case has a page break before it.
const FREE: f32 = 0.18 * ROOM;

impl Pages {
    /// Fills pages with the column's pieces.
    pub(crate) fn fill(pieces: Vec<Piece>) -> Self {
        let mut pages = Self::default();
        let mut queue: VecDeque<Piece> = pieces.into();
        while !queue.is_empty() {
            pages.fill_one(&mut queue);
        }
        if pages.pages.is_empty() {
            pages.start();
        }
        pages
    }

    fn start(&mut self) {
        self.pages.push(Page {
            width: geometry::WIDTH,
            height: geometry::HEIGHT,
            draws: Vec::new(),
        });
    }

    fn fill_one(&mut self, queue: &mut VecDeque<Piece>) {
        self.start();
        let room = ROOM;
        let mut used = 0.0;
        let mut above: Option<Piece> = None;
        if let Some(first) = queue.front() {
            let repeat = first.repeat.clone();
            let height: f32 = repeat.iter().map(|piece| piece.height).sum();
            // A repeated head that fills half a page would leave no space for the rows below it.
            for again in repeat.into_iter().filter(|_| height < room * 0.5) {
                let again = Rc::unwrap_or_clone(again);
                used += gap(above.as_ref(), &again);
                above = Some(outline_of(&again));
                let height = again.height;
                self.place(again, used);
                used += height;
            }
        }
        let repeated = used;
        loop {
            let pieces = queue.make_contiguous();
            if pieces.is_empty() {
                return;
            }
            let section = pieces.first().is_some_and(|piece| piece.section);
            if section && used > repeated && used > room - FREE {
                return;
            }
            let (count, needed) = group(pieces, above.as_ref());
            let fresh = used <= repeated;
            if used + needed > room && !fresh {
                return;
            }
            for _ in 0..count {
                let Some(piece) = queue.pop_front() else { return };
                if matches!(piece.body, Body::PageBreak) {
                    if used > 0.0 {
                        return;
                    }
                    continue;
                }
                let space = gap(above.as_ref(), &piece);
                if used + space + piece.height <= room + 0.01 {
                    used += space;
                    above = Some(outline_of(&piece));
                    let height = piece.height;
                    self.place(piece, used);
                    used += height;
                    continue;
                }
                let fresh = used <= repeated;
                match piece.cut(room - used - space, fresh) {
                    Ok((first, rest)) => {
                        self.place(first, used + space);
                        queue.push_front(rest);
                    }
                    // The piece is higher than a page and must not be cut. It is set all the same, and goes beyond the
                    // page.
                    Err(piece) if fresh => self.place(*piece, used + space),
                    Err(piece) => queue.push_front(*piece),
                }
                return;
            }
        }
    }

    fn place(&mut self, piece: Piece, y: f32) {
        let index = self.pages.len() - 1;
        let Some(page) = self.pages.last_mut() else { return };
        let mut place =
            Placing { page, index, anchor_areas: &mut self.anchor_areas, late: &mut self.late };
        place.piece(piece, geometry::LEFT, geometry::TOP + y);
    }
}

/// The properties of a piece that the piece below it depends on.
fn outline_of(piece: &Piece) -> Piece {
    Piece { after: piece.after, ..Piece::whole(piece.height, piece.span, Vec::new()) }
}

struct Placing<'a> {
    page: &'a mut Page,
    index: usize,
    anchor_areas: &'a mut BTreeMap<String, Vec<AnchorArea>>,
    late: &'a mut Vec<(usize, f32, PendingPageNumber)>,
}

impl Placing<'_> {
    fn piece(&mut self, piece: Piece, x: f32, y: f32) {
        let rect = Rect { x: x + piece.span.0, y, width: piece.span.1, height: piece.height };
        for anchor in &piece.anchors {
            self.mark(anchor, rect);
        }
        if let Some(mut late) = piece.late {
            late.from += x;
            late.right += x;
            self.late.push((self.index, y, late));
        }
        match piece.body {
            Body::Whole(draws) => self.page.draws.extend(draws.into_iter().map(|mut draw| {
                draw.shift(x, y);
                draw
            })),
            Body::Row(row) => self.row(row, x, y, rect),
            Body::PageBreak => {}
        }
    }

    fn row(&mut self, row: Row, x: f32, y: f32, rect: Rect) {
        for cell in &row.cells {
            if let Some(level) = cell.level {
                // The ground goes into the space between columns, but not beyond the table.
                let left = (x + cell.x - GROUND).max(rect.x);
                let right = (x + cell.x + cell.width + GROUND).min(rect.x + rect.width);
                let (width, height) = (right - left, rect.height - 0.8);
                let area = Rect { x: left, y: y + 0.4, width, height };
                self.artifact(Shape::Fill(area, matrix::color(level)));
            }
        }
        for cell in row.cells {
            let mut top = y + row.pad.0;
            let start = top;
            let mut above: Option<Piece> = None;
            for piece in cell.pieces {
                top += gap(above.as_ref(), &piece);
                above = Some(outline_of(&piece));
                let height = piece.height;
                self.piece(piece, x + cell.x, top);
                top += height;
            }
            if let Some(anchor) = &cell.anchor {
                let height = (top - start).max(1.0);
                self.mark(anchor, Rect { x: x + cell.x, y: start, width: cell.width, height });
            }
        }
        let right = rect.x + rect.width;
        if let Some((width, color)) = row.above.filter(|_| !row.resumed) {
            self.artifact(Shape::Line { from: (rect.x, y), to: (right, y), width, color });
        }
        if let Some((width, color)) = row.below {
            let bottom = y + rect.height;
            self.artifact(Shape::Line {
                from: (rect.x, bottom),
                to: (right, bottom),
                width,
                color,
            });
        }
    }

    fn artifact(&mut self, shape: Shape) {
        self.page.draws.push(Draw { slot: SlotId::ARTIFACT, shape });
    }

    fn mark(&mut self, anchor: &Arc<str>, rect: Rect) {
        let page = self.index + 1;
        let anchor_areas = match self.anchor_areas.get_mut(&**anchor) {
            Some(anchor_areas) => anchor_areas,
            None => self.anchor_areas.entry(anchor.to_string()).or_default(),
        };
        match anchor_areas.last_mut() {
            Some(last) if last.page == page => last.rect = last.rect.union(rect),
            _ => anchor_areas.push(AnchorArea { page, rect }),
        }
    }
}

/// A thin line over the column's width, as a piece of its own.
pub(crate) fn rule(width: f32, weight: f32, color: Color) -> Piece {
    let draw = Draw {
        slot: SlotId::ARTIFACT,
        shape: Shape::Line { from: (0.0, 0.0), to: (width, 0.0), width: weight, color },
    };
    Piece::whole(0.0, (0.0, width), vec![draw])
}
