//! Charts: numbers as bars, and days on a timeline.

use chrono::NaiveDate;

use super::Level;

/// A chart. It contains words, so that it can be read without its colours.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The words above it.
    pub caption: String,
    /// The drawing.
    pub drawing: Drawing,
    /// The chart in words, for people who cannot see it.
    pub alternative: String,
}

/// The kinds of charts.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// Bars one below the other, on one scale. Each is divided into segments.
    Bars {
        /// The bars.
        bars: Vec<Bar>,
        /// The meaning of the grounds, in the order of the segments.
        legend: Vec<(Ground, String)>,
    },
    /// Days on a line, from the first month to the last.
    Timeline {
        /// What is due.
        entries: Vec<TimelineEntry>,
        /// All months from the first entry's to the last one's: the first day of each, and its name with the year.
        months: Vec<(NaiveDate, String)>,
    },
}

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The name of what it counts.
    pub label: String,
    /// Its segments from left to right. Empty ones are not drawn.
    pub segments: Vec<Segment>,
}

/// A segment of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// The number. It decides the length of the segment and stands in it.
    pub count: usize,
    /// Its name, which stands after the number if there is space.
    pub words: String,
    /// Its ground.
    pub ground: Ground,
}

/// The ground of a segment. Grounds differ in colour, in grey, and by their lines.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ground {
    /// The colour of a level of risk.
    Level(Level),
    /// Dark.
    Strong,
    /// Less dark, with upright lines.
    Lined,
    /// Light, with a line across.
    Light,
    /// White, with a frame.
    Empty,
}

/// A thing that is due on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The day.
    pub day: NaiveDate,
    /// The day in words. The months of the line say the year.
    pub words: String,
    /// "M3".
    pub label: String,
    /// The anchor of its link.
    pub anchor: String,
}
