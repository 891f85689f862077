//! Finds which words of a page a remark covers, or between which words its point lies.

use super::geometry::Area;
use super::page_text::PageText;
use crate::passage::{one_line, surroundings};

/// What was found on the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Covered {
    /// The words in the areas of the remark.
    pub(super) quoted: String,
    pub(super) before: String,
    pub(super) after: String,
    /// The byte of the page's text at which the remark begins; the end of the text if the page has no letters.
    pub(super) at: usize,
    /// The middle of the first covered letter, or the point of the remark.
    pub(super) point: (f64, f64),
}

/// The words in the given areas. An annotation has one area for each line.
pub(super) fn under(page: &PageText, areas: &[Area]) -> Option<Covered> {
    let around = areas.iter().copied().reduce(Area::union)?;
    let mut quoted = String::new();
    let mut ends: Option<(usize, usize)> = None;
    let mut point = None;
    for placed in &page.letters {
        let center = placed.area.center();
        if !around.holds(center) || !areas.iter().any(|area| area.holds(center)) {
            continue;
        }
        // White space between two covered letters is covered too; other letters between them are not.
        let (from, last) = ends.unwrap_or((placed.start, placed.start));
        let between = page.text.get(last..placed.start).unwrap_or_default();
        if between.chars().all(char::is_whitespace) {
            quoted.push_str(between);
        } else {
            quoted.push(' ');
        }
        quoted.push_str(page.text.get(placed.start..placed.end).unwrap_or_default());
        ends = Some((from, placed.end));
        point.get_or_insert(center);
    }
    let (start, end) = ends?;
    let (before, after) = surroundings(&page.text, start, end);
    Some(Covered { quoted: one_line(&quoted), before, after, at: start, point: point? })
}

/// The words on both sides of a point.
pub(super) fn beside(page: &PageText, point: (f64, f64)) -> Covered {
    // A note usually stands beside its line and not between the lines, so a distance across the lines counts more than
    // one along them.
    let far = |area: Area| {
        let (along, across) = area.distance(point);
        along + 4.0 * across
    };
    let nearest =
        page.letters.iter().min_by(|one, other| far(one.area).total_cmp(&far(other.area)));
    let at = nearest.map_or(page.text.len(), |placed| {
        if point.0 <= placed.area.center().0 { placed.start } else { placed.end }
    });
    let (before, after) = surroundings(&page.text, at, at);
    Covered { quoted: String::new(), before, after, at, point }
}
