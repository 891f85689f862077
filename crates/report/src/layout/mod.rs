//! From the document tree to pages of a draw list.

mod ahead;
mod cards;
mod chart;
pub(crate) mod columns;
mod contents;
mod furniture;
pub(crate) mod geometry;
mod heading;
mod languages;
mod lists;
pub(crate) mod matrix;
mod pages;
mod pairs;
mod parts;
mod picture;
mod piece;
mod set;
mod sources;
mod table;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use crate::document::{Document, Meta};
use crate::draw::{Color, Page, Rect, Slot, Step};
use crate::fonts::Faces;
use crate::picture::Picture;
use crate::system_fonts::{SystemFace, SystemFonts};
use crate::text::shape::Shaper;
use crate::{MissingGlyph, ReportError};

/// A report on its pages.
#[derive(Debug, Clone)]
pub struct Laid {
    /// What the report is.
    pub meta: Meta,
    /// The pages.
    pub pages: Vec<Page>,
    /// The DRAFT mark, as an outline that stands behind each page.
    pub mark: Option<(Vec<Step>, Color)>,
    /// Structural places; item 0 is page furniture, item 1 the document.
    pub slots: Vec<Slot>,
    /// The pictures on the pages, each once.
    pub pictures: Vec<Arc<Picture>>,
    /// The areas of each anchor: one on each page that it touches, in order.
    pub anchor_areas: BTreeMap<String, Vec<AnchorArea>>,
    /// Headings in order.
    pub outline: Vec<Entry>,
    /// Characters that no face has.
    pub missing: Vec<MissingGlyph>,
    /// The faces that it is set in.
    pub faces: Faces,
}

/// The area of an anchor on one page.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct AnchorArea {
    /// Page number, from 1.
    pub page: usize,
    /// Rectangle in points, `y` down from the page's top.
    #[serde(flatten)]
    pub rect: Rect,
}

/// A heading in outline and contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// 1 to 4.
    pub level: u8,
    /// Its number; may be empty.
    pub number: String,
    /// Its words.
    pub text: String,
    /// Where it leads.
    pub anchor: String,
}

/// Reading the bundled fonts takes longer than a short report, and most paragraphs of a report stand in the one after
/// the next change as well. So what shapes them is kept: one for each layout that ran at a time, at most this many.
const SHAPERS: usize = 2;
static RESTING: Mutex<Vec<Shaper>> = Mutex::new(Vec::new());

/// Lays a document out on A4 pages.
///
/// The result depends on the document alone: no clock, no system fonts, no settings, and not on what was laid out
/// before.
///
/// # Errors
/// [`ReportError::Busy`] when the fonts that are kept cannot be had.
pub fn lay_out(document: &Document) -> Result<Laid, ReportError> {
    set_with(document, &[])
}

/// Lays a document out with nothing that was kept of documents before: what [`lay_out`] is held against.
#[must_use]
pub fn lay_out_anew(document: &Document) -> Laid {
    let mut shaper = Shaper::new(Faces::default());
    shaper.begin(&document.meta.language);
    set::Setter::new(document, &mut shaper).finish()
}

/// Lays a document out likewise; letters that the bundled fonts lack are taken from the computer's.
///
/// A document without such letters gives the same pages on every computer. With them the result depends on
/// these fonts as well; [`Laid::faces`] names those that were used, [`Laid::missing`] what none of them has.
///
/// # Errors
/// Those of [`lay_out`].
pub fn lay_out_with(document: &Document, fonts: &SystemFonts) -> Result<Laid, ReportError> {
    let laid = lay_out(document)?;
    if laid.missing.is_empty() {
        return Ok(laid);
    }
    let letters = laid.missing.iter().map(|missing| missing.character).collect();
    let faces = fonts.for_letters(&letters);
    if faces.is_empty() {
        return Ok(laid);
    }
    set_with(document, &faces)
}

/// Lays out with these fonts of the computer beside the bundled ones, by a shaper that rests, or else a new one.
fn set_with(document: &Document, faces: &[Arc<SystemFace>]) -> Result<Laid, ReportError> {
    let mut resting = RESTING.lock().map_err(|_| ReportError::Busy)?;
    let known = resting.iter().position(|shaper| shaper.faces.same(faces));
    let known = known.map(|at| resting.remove(at));
    drop(resting);
    let mut shaper = known.unwrap_or_else(|| Shaper::new(Faces::with(faces.to_vec())));
    shaper.begin(&document.meta.language);
    let laid = ahead::set(document, &mut shaper);
    let mut resting = RESTING.lock().map_err(|_| ReportError::Busy)?;
    if resting.len() == SHAPERS {
        resting.remove(0);
    }
    resting.push(shaper);
    Ok(laid)
}
