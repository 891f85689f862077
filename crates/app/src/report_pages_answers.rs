//! The answer of the command `report_pages`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command_types::answers;

answers! {
    /// The pages of a report beside its form.
    ReportPagesAnswer {
        /// The pages; none if a change or a later question came before they were laid out.
        report: Option<ReportPages>,
    }

    /// The pages of a report at a revision.
    ReportPages {
        /// The revision of the project that the pages show.
        revision: u64,
        /// The fingerprint of each page. A page that looks the same keeps its fingerprint.
        pages: Vec<String>,
        /// The pages that were asked for and whose fingerprints were not known.
        drawn: Vec<DrawnPage>,
        /// The spot on which the place that was asked for begins.
        at: Option<PageSpot>,
    }

    /// A page that was drawn.
    DrawnPage {
        /// Number of the page, counted from 1.
        page: usize,
        /// Fingerprint of the page.
        fingerprint: String,
        /// The drawing, as SVG.
        svg: String,
        /// The text of the page.
        words: String,
        /// The places of the form that stand on the page.
        places: Vec<PagePlace>,
    }

    /// The area of an answer, a row, a part or a section on a page, in points from the top left of the page.
    PagePlace {
        /// The answer (`ROW/FIELD`), the row, the part (`part:1.2`) or the section (`section:1`).
        at: String,
        /// The section of the form that holds it.
        section: String,
        /// Distance from the left edge.
        x: f32,
        /// Distance from the top edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
    }

    /// A place on a page.
    PageSpot {
        /// The page, counted from 1.
        page: usize,
        /// Distance from the top of the page, in points.
        y: f32,
    }
}
