//! The table that is printed.

/// A measured value.
pub(crate) struct Row {
    what: String,
    result: String,
    aim: Option<(String, bool)>,
}

impl Row {
    pub(crate) fn new(what: impl Into<String>, result: impl Into<String>) -> Self {
        Self { what: what.into(), result: result.into(), aim: None }
    }

    /// Adds the greatest value that is wanted, and whether the measured one is below.
    pub(crate) fn aim(mut self, most: &str, met: bool) -> Self {
        self.aim = Some((format!("< {most}"), met));
        self
    }

    /// Adds the least value that is wanted, and whether the measured one reaches it.
    pub(crate) fn at_least(mut self, least: &str, met: bool) -> Self {
        self.aim = Some((format!(">= {least}"), met));
        self
    }
}

/// The width of the names of what is measured, for all parts of the table.
const WHAT: usize = 78;

/// The width of the results.
const RESULT: usize = 12;

/// Prints the rows with aligned columns.
pub(crate) fn print(rows: &[Row]) {
    let width =
        |of: fn(&Row) -> &str| rows.iter().map(|r| of(r).chars().count()).max().unwrap_or(0);
    let (what, result) = (width(|r| &r.what).max(WHAT), width(|r| &r.result).max(RESULT));
    for row in rows {
        let aim = row.aim.as_ref().map_or(String::new(), |(most, met)| {
            format!("  {} {most}", if *met { "ok    " } else { "MISSED" })
        });
        println!("{}", format!("{:<what$}  {:>result$}{aim}", row.what, row.result).trim_end());
    }
}
