//! The bounding boxes of everything drawn, from the draw list and the outlines of the fonts.

use std::collections::HashMap;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use vurder_report::draw::{GlyphRun, Shape};
use vurder_report::fonts::Face;
use vurder_report::{Laid, lay_out};

/// The margins in points: left, right, above the text, below the text.
const LEFT: f32 = 57.0;
const RIGHT: f32 = 595.28 - 57.0;
const TOP: f32 = 66.0;
const BOTTOM: f32 = 841.89 - 60.0;
/// The vertical extents of header and footer.
const HEADER: (f32, f32) = (33.0, 50.0);
const FOOTER: (f32, f32) = (797.0, 811.0);
/// How far a letter may extend into the margin, as an italic f does on purpose.
const LEANS: f32 = 1.2;

/// The ink of one drawn item.
#[derive(Debug)]
pub struct Ink {
    pub page: usize,
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    /// The words; `None` where the item has none.
    pub words: Option<String>,
    pub furniture: bool,
}

/// All ink of a report except the draft mark, which stands behind everything.
pub fn ink(laid: &Laid) -> Vec<Ink> {
    let mut bounds = Bounds { laid, known: HashMap::new() };
    let mut all = Vec::new();
    for (page, found) in laid.pages.iter().enumerate() {
        for draw in &found.draws {
            let (area, words) = match &draw.shape {
                Shape::Glyphs(run) => (bounds.of(run), Some(run.text.clone())),
                Shape::Fill(area, _) | Shape::Picture(area, _) => {
                    let (right, bottom) = (area.x + area.width, area.y + area.height);
                    (Some((area.x, area.y, right, bottom)), None)
                }
                Shape::Line { from, to, width, .. } => {
                    let (half, upright) = (width / 2.0, from.0 == to.0);
                    let (dx, dy) = if upright { (half, 0.0) } else { (0.0, half) };
                    let (left, right) = (from.0.min(to.0), from.0.max(to.0));
                    let (top, bottom) = (from.1.min(to.1), from.1.max(to.1));
                    (Some((left - dx, top - dy, right + dx, bottom + dy)), None)
                }
                Shape::Path(..) | Shape::Link { .. } => (None, None),
            };
            let Some((left, top, right, bottom)) = area else { continue };
            let furniture = matches!(draw.slot.0, u32::MAX) || draw.slot.0 == u32::MAX - 1;
            all.push(Ink { page: page + 1, left, top, right, bottom, words, furniture });
        }
    }
    all
}

struct Bounds<'a> {
    laid: &'a Laid,
    known: HashMap<(Face, u16), Option<[f32; 4]>>,
}

impl Bounds<'_> {
    /// Left, top, right and bottom of a run's ink; `None` for spaces.
    fn of(&mut self, run: &GlyphRun) -> Option<(f32, f32, f32, f32)> {
        let mut all: Option<(f32, f32, f32, f32)> = None;
        let mut pen = run.x;
        for glyph in &run.glyphs {
            if let Some([left, low, right, high]) = self.glyph(run.face, glyph.id) {
                let (x, y) = (pen + glyph.dx, run.y - glyph.dy);
                let scaled = |value: f32| value * run.size / 1000.0;
                let one = (x + scaled(left), y - scaled(high), x + scaled(right), y - scaled(low));
                all = Some(all.map_or(one, |(l, t, r, b)| {
                    (l.min(one.0), t.min(one.1), r.max(one.2), b.max(one.3))
                }));
            }
            pen += glyph.advance;
        }
        all
    }

    fn glyph(&mut self, face: Face, id: u16) -> Option<[f32; 4]> {
        let laid = self.laid;
        *self.known.entry((face, id)).or_insert_with(|| {
            let font = FontRef::new(laid.faces.bytes(face)).unwrap();
            let metrics = font.glyph_metrics(Size::new(1000.0), LocationRef::default());
            let found = metrics.bounds(GlyphId::from(id))?;
            (found.x_max > found.x_min).then_some([
                found.x_min,
                found.y_min,
                found.x_max,
                found.y_max,
            ])
        })
    }
}

/// Descriptions of the ink outside the margins.
pub fn outside(all: &[Ink]) -> Vec<String> {
    let stands = |ink: &&Ink| {
        let beside = ink.left >= LEFT - LEANS && ink.right <= RIGHT + LEANS;
        let within = |(top, bottom): (f32, f32)| ink.top >= top && ink.bottom <= bottom;
        let above = if ink.furniture {
            within(HEADER) || within(FOOTER)
        } else {
            within((TOP - LEANS, BOTTOM + LEANS))
        };
        !(beside && above)
    };
    all.iter().filter(stands).map(|ink| format!("{ink:?}")).collect()
}

/// Descriptions of words that overlap other words.
pub fn overlapping(all: &[Ink]) -> Vec<String> {
    let mut words: Vec<&Ink> = all.iter().filter(|ink| ink.words.is_some()).collect();
    words.sort_by(|one, other| (one.page, one.top).partial_cmp(&(other.page, other.top)).unwrap());
    let mut found = Vec::new();
    for (at, one) in words.iter().enumerate() {
        for other in &words[at + 1..] {
            if other.page != one.page || other.top >= one.bottom - 1.0 {
                break;
            }
            let across = one.right.min(other.right) - one.left.max(other.left);
            let down = one.bottom.min(other.bottom) - other.top;
            if across > 1.6 && down > 1.0 {
                found.push(format!("{one:?} and {other:?}"));
            }
        }
    }
    found
}

pub fn assert_in_place(name: &str, laid: &Laid) {
    let all = ink(laid);
    assert!(all.len() > 5, "{name}: there is ink");
    let (outside, overlapping) = (outside(&all), overlapping(&all));
    assert!(outside.is_empty(), "{name}: {} outside, first {:?}", outside.len(), outside.first());
    let first = overlapping.iter().take(3).collect::<Vec<_>>();
    assert!(overlapping.is_empty(), "{name}: {} overlap, first {first:#?}", overlapping.len());
}

#[test]
fn no_ink_of_the_sample_lies_outside_the_margins_or_upon_other_ink() {
    for (name, document) in super::reports() {
        assert_in_place(&name, &lay_out(&document).unwrap());
    }
}

#[test]
fn ink_that_is_out_of_place_is_found() {
    let mut laid = lay_out(&super::specimen::everything()).unwrap();
    let page = laid.pages.last_mut().unwrap();
    let words = page.draws.iter().position(|draw| matches!(draw.shape, Shape::Glyphs(_))).unwrap();
    let mut twice = page.draws[words].clone();
    twice.shift(1.0, 2.0);
    page.draws.push(twice.clone());
    twice.shift(-80.0, 0.0);
    page.draws.push(twice);
    let all = ink(&laid);
    assert_eq!((outside(&all).len(), overlapping(&all).len()), (1, 1));
}
