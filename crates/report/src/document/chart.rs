//! Charts: numbers as bars, and days on a line.

use super::Level;

/// A chart that is drawn. Its words stand in it, so that it can be read without its colours.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Set above it.
    pub caption: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// The chart in words, for those who don't see it.
    pub alternative: String,
}

/// The kinds of charts.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// Bars below one another, each divided into segments, on one scale.
    Bars {
        /// The bars.
        bars: Vec<Bar>,
        /// What the grounds mean, in the order of the segments.
        legend: Vec<(Ground, String)>,
    },
    /// Days on a line from the first to the last.
    Timeline(Vec<TimelineEntry>),
}

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it counts.
    pub label: String,
    /// Its segments, left to right; empty ones are not drawn.
    pub segments: Vec<Segment>,
}

/// A segment of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// How many; decides its length and stands in it.
    pub count: usize,
    /// Its name, which stands after the number where there is room.
    pub words: String,
    /// How it is filled.
    pub ground: Ground,
}

/// How a segment is filled: apart in colour, in grey, and by its lines.
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

/// What is due on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The day.
    pub day: chrono::NaiveDate,
    /// "M3".
    pub label: String,
    /// Where it leads.
    pub anchor: String,
}
