//! Risks in the field of likelihood and severity.

/// A step on a risk scale, for colour: 0.0 is the lowest, 1.0 the highest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level(pub f32);

/// A risk matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct RiskMatrix {
    /// Set above it.
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
    /// Row numbers in the cells, `(row, column, "R4", anchor)`.
    pub entries: Vec<MatrixEntry>,
    /// What the colours mean.
    pub legend: Vec<(Level, String)>,
    /// The matrix in words, for those who don't see it.
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
    /// Where it leads.
    pub anchor: String,
}
