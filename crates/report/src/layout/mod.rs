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

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::{Document, Meta};
use crate::draw::{Color, Page, Rect, Slot, Step};
use crate::fonts::Faces;
use crate::picture::Picture;
use crate::system_fonts::SystemFonts;
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

thread_local! {
    /// Reading the bundled fonts takes longer than a short report; so they are read once a thread.
    static SHAPER: RefCell<Option<Shaper>> = const { RefCell::new(None) };
    /// The same with the fonts of the computer that the last report with such letters used.
    static WITH_SYSTEM_FONTS: RefCell<Option<Shaper>> = const { RefCell::new(None) };
}

/// Lays a document out on A4 pages.
///
/// The result depends on the document alone: no clock, no system fonts, no settings.
///
/// # Errors
/// [`ReportError::Busy`] when called from within itself on the same thread.
pub fn lay_out(document: &Document) -> Result<Laid, ReportError> {
    SHAPER.with(|cell| {
        let mut slot = cell.try_borrow_mut().map_err(|_| ReportError::Busy)?;
        let shaper = slot.get_or_insert_with(|| Shaper::new(Faces::default()));
        Ok(set_with(document, shaper))
    })
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
    WITH_SYSTEM_FONTS.with(|cell| {
        let mut slot = cell.try_borrow_mut().map_err(|_| ReportError::Busy)?;
        let known = slot.take().filter(|shaper| shaper.faces.same(&faces));
        let shaper = slot.insert(known.unwrap_or_else(|| Shaper::new(Faces::with(faces))));
        Ok(set_with(document, shaper))
    })
}

fn set_with(document: &Document, shaper: &mut Shaper) -> Laid {
    shaper.begin(&document.meta.language);
    set::Setter::new(document, shaper).finish()
}
