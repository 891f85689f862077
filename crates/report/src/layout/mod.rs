//! Converts a document tree to pages of a draw list.

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
pub(crate) mod table;

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
    /// The facts about the report.
    pub meta: Meta,
    /// The pages.
    pub pages: Vec<Page>,
    /// The DRAFT mark, as an outline behind each page.
    pub mark: Option<(Vec<Step>, Color)>,
    /// Structural places. Item 0 stands for parts of the page that do not belong to the document, item 1 for the
    /// document.
    pub slots: Vec<Slot>,
    /// The pictures on the pages, each once.
    pub pictures: Vec<Arc<Picture>>,
    /// For each anchor, its areas in order: one on each page on which it stands.
    pub anchor_areas: BTreeMap<String, Vec<AnchorArea>>,
    /// Headings in order.
    pub outline: Vec<Entry>,
    /// Characters that no face has.
    pub missing: Vec<MissingGlyph>,
    /// The faces of the report.
    pub faces: Faces,
}

/// The area of an anchor on one page.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct AnchorArea {
    /// Page number, counted from 1.
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
    /// Its anchor.
    pub anchor: String,
}

/// The greatest number of shapers that are kept. Each layout that runs at the same time uses one. They are kept because
/// reading the bundled fonts takes longer than setting a short report, and because the next report after a change has
/// most of the same paragraphs.
const SHAPERS: usize = 2;
static RESTING: Mutex<Vec<Shaper>> = Mutex::new(Vec::new());

/// Lays a document out on A4 pages.
///
/// The result only depends on the document: not on a clock, fonts of the computer, settings, or earlier documents.
///
/// # Errors
/// [`ReportError::Busy`] if the kept fonts cannot be used.
pub fn lay_out(document: &Document) -> Result<Laid, ReportError> {
    set_with(document, &[])
}

/// Lays a document out without anything that was kept of earlier documents. Tests compare [`lay_out`] with it.
#[must_use]
pub fn lay_out_anew(document: &Document) -> Laid {
    let mut shaper = Shaper::new(Faces::default());
    shaper.begin(&document.meta.language);
    set::Setter::new(document, &mut shaper).finish()
}

/// Lays a document out in the same way. Letters that the bundled fonts do not have are taken from fonts of the
/// computer.
///
/// A document without such letters gives the same pages on every computer. With them, the result also depends on these
/// fonts. [`Laid::faces`] names the fonts that were used, and [`Laid::missing`] the letters that none of them has.
///
/// # Errors
/// The same as for [`lay_out`].
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

/// Lays a document out with these fonts of the computer beside the bundled ones. It uses a kept shaper if one is free.
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
