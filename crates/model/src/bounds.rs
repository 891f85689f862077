//! The limits of answers, both for answers that are entered and for answers that are read from a file.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use crate::field::Field;
use crate::value::Value;

/// Longest answer, in bytes of Markdown: some 300 printed pages.
pub const LONGEST: usize = 1024 * 1024;
/// The numbers of levels that a scale can have.
pub const LEVELS: RangeInclusive<usize> = 2..=5;
/// The numbers of levels that a stored scale can have: earlier versions of the program allowed more levels.
pub const LEVELS_BEFORE: RangeInclusive<usize> = 2..=10;
/// The years in which a day can lie. A day outside them is a typing error.
pub const YEARS: RangeInclusive<i32> = 1900..=2199;

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A person or a script enters it now.
    Entered,
    /// It was entered earlier, perhaps when the limits were wider, and is read from a file.
    Stored,
}

/// Why a field does not take a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Violation {
    /// It is of another kind than the field, or names an option that the field does not have.
    Kind,
    /// It holds an option that excludes all others, together with other options.
    NotAlone,
    /// It holds the character NUL, which no font, page or other program can show.
    Nul,
    /// A line holds a line break.
    LineBreak,
    /// It is longer than [`LONGEST`].
    TooLong,
    /// A scale has too few or too many levels.
    Levels,
    /// A level of a scale has no name.
    NamelessLevel,
    /// A level is higher than any scale goes, or 0.
    Level,
    /// The rows of a matrix differ in length, or a new matrix has more rows or columns than a scale can have levels.
    Matrix,
    /// A day is not within [`YEARS`].
    Day,
}

impl Field {
    /// Why this field does not take `value`. Other answers of the project do not matter.
    pub fn violation(&self, value: &Value, origin: Origin) -> Option<Violation> {
        if !self.takes(value) {
            return Some(Violation::Kind);
        }
        if let (Origin::Entered, Value::Choices(chosen)) = (origin, value) {
            let alone = |id: &str| self.options.iter().any(|o| o.id == id && o.alone);
            if chosen.len() > 1 && chosen.iter().any(|c| alone(&c.option)) {
                return Some(Violation::NotAlone);
            }
        }
        value.violation_in_any_field(origin)
    }
}

impl Value {
    /// Why no field takes the value.
    pub fn violation_in_any_field(&self, origin: Origin) -> Option<Violation> {
        let words = self.words();
        let entered = origin == Origin::Entered;
        if entered && words.iter().any(|words| words.contains('\0')) {
            return Some(Violation::Nul);
        }
        if entered && words.iter().map(|w| w.len()).sum::<usize>() > LONGEST {
            return Some(Violation::TooLong);
        }
        let any_level = 1..=*LEVELS_BEFORE.end();
        let is_level = |level: u8| any_level.contains(&usize::from(level));
        match self {
            Value::Line(line) if entered && line.contains(['\n', '\r']) => {
                Some(Violation::LineBreak)
            }
            Value::Level(level) if !is_level(*level) => Some(Violation::Level),
            Value::Scale(levels) => {
                let many = match origin {
                    Origin::Entered => LEVELS,
                    Origin::Stored => LEVELS_BEFORE,
                };
                if !many.contains(&levels.len()) {
                    Some(Violation::Levels)
                } else if levels.iter().any(|level| level.label.trim().is_empty()) {
                    Some(Violation::NamelessLevel)
                } else {
                    None
                }
            }
            Value::Matrix(cells) => {
                let width = cells.first().map_or(0, Vec::len);
                let small = !entered || cells.len().max(width) <= *LEVELS_BEFORE.end();
                let even = cells.iter().all(|row| row.len() == width);
                let known = cells.iter().flatten().all(|&level| is_level(level));
                (!(small && even && known)).then_some(Violation::Matrix)
            }
            Value::Date(day) => violation_of_day(*day, origin),
            Value::Acceptance(given) => given.date.and_then(|day| violation_of_day(day, origin)),
            _ => None,
        }
    }

    /// All texts in the value that a person wrote.
    fn words(&self) -> Vec<&str> {
        match self {
            Value::Text(words) | Value::Line(words) | Value::YesNo { reason: words, .. } => {
                vec![words]
            }
            Value::Choice(chosen) => vec![&chosen.note],
            Value::Choices(chosen) => chosen.iter().map(|c| c.note.as_str()).collect(),
            Value::Scale(levels) => levels
                .iter()
                .flat_map(|l| [l.label.as_str(), l.meaning.as_str(), l.accepted_by.as_str()])
                .collect(),
            Value::Acceptance(given) => vec![&given.name, &given.role],
            Value::Date(_)
            | Value::Refs(_)
            | Value::Level(_)
            | Value::Matrix(_)
            | Value::Citations(_) => Vec::new(),
        }
    }
}

fn violation_of_day(day: NaiveDate, origin: Origin) -> Option<Violation> {
    (origin == Origin::Entered && !YEARS.contains(&day.year())).then_some(Violation::Day)
}
