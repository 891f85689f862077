//! Risks by likelihood and severity.

/// The place of a level on its scale, which decides its colour: 0.0 is the lowest, 1.0 the highest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level(pub f32);

/// A risk matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct RiskMatrix {
    /// The words above it.
    pub caption: String,
    /// The vertical axis' name (severity).
    pub vertical: String,
    /// The horizontal axis' name (likelihood).
    pub horizontal: String,
    /// Labels of the rows, lowest first (drawn from the bottom).
    pub rows: Vec<String>,
    /// Labels of the columns, lowest first.
    pub columns: Vec<String>,
    /// The cells' levels, `[row][column]`, lowest first.
    pub levels: Vec<Vec<Level>>,
    /// The risks in the cells.
    pub entries: Vec<MatrixEntry>,
    /// The meaning of the colours.
    pub legend: Vec<(Level, String)>,
    /// The matrix in words, for people who cannot see it.
    pub alternative: String,
}

/// A risk in a matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixEntry {
    /// Row, 0 the lowest.
    pub row: usize,
    /// Column, 0 the lowest.
    pub column: usize,
    /// "R4".
    pub label: String,
    /// The anchor of its link.
    pub anchor: String,
}
