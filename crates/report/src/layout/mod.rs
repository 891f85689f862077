//! From the document tree to pages of a draw list.

mod cards;
mod chart;
pub(crate) mod columns;
mod contents;
mod furniture;
pub(crate) mod geometry;
mod heading;
mod lists;
pub(crate) mod matrix;
mod pages;
mod pairs;
mod picture;
mod piece;
mod set;
mod sources;
mod table;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use crate::document::{Document, Meta};
use crate::draw::{Color, Page, Rect, Slot, Step};
use crate::picture::Picture;
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
    /// Characters that no bundled face has.
    pub missing: Vec<MissingGlyph>,
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
    let resting = RESTING.lock().map_err(|_| ReportError::Busy)?.pop();
    let mut shaper = resting.unwrap_or_else(Shaper::new);
    let laid = lay_out_with(document, &mut shaper);
    let mut resting = RESTING.lock().map_err(|_| ReportError::Busy)?;
    if resting.len() < SHAPERS {
        resting.push(shaper);
    }
    Ok(laid)
}

/// Lays a document out with nothing that was kept of documents before: what [`lay_out`] is held against.
#[must_use]
pub fn lay_out_anew(document: &Document) -> Laid {
    lay_out_with(document, &mut Shaper::new())
}

fn lay_out_with(document: &Document, shaper: &mut Shaper) -> Laid {
    shaper.begin(&document.meta.language);
    set::Setter::new(document, shaper).finish()
}
