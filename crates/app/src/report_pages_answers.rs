//! What the question for the pages beside the form gives back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command_types::answers;

answers! {
    /// The pages of a report beside its form.
    ReportPagesAnswer {
        /// The pages; none where a change or a later question came before they were laid out.
        report: Option<ReportPages>,
    }

    /// The pages of a report at a revision.
    ReportPages {
        /// The revision of the project that they show.
        revision: u64,
        /// The fingerprint of each page. A page that looks as before has the one that it had.
        pages: Vec<String>,
        /// The pages that were asked for and not known.
        drawn: Vec<DrawnPage>,
        /// Where the place that was asked for begins.
        at: Option<PageSpot>,
    }

    /// A page, drawn.
    DrawnPage {
        /// Its number, counted from 1.
        page: usize,
        /// Its fingerprint.
        fingerprint: String,
        /// The drawing, as SVG.
        svg: String,
        /// Its words.
        words: String,
        /// What of the form stands where on it.
        places: Vec<PagePlace>,
    }

    /// The area of an answer, a row, a part or a section on a page, in points from its top left.
    PagePlace {
        /// The answer (`ROW/FIELD`), the row, the part (`part:1.2`) or the section (`section:1`).
        at: String,
        /// The section of the form that it stands in.
        section: String,
        /// From the left.
        x: f32,
        /// From the top.
        y: f32,
        /// How wide it is.
        width: f32,
        /// How high it is.
        height: f32,
    }

    /// A place on a page.
    PageSpot {
        /// The page, counted from 1.
        page: usize,
        /// How far it is from the page's top, in points.
        y: f32,
    }
}
