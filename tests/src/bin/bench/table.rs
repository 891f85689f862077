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
}

/// Prints the rows with aligned columns.
pub(crate) fn print(rows: &[Row]) {
    let width =
        |of: fn(&Row) -> &str| rows.iter().map(|r| of(r).chars().count()).max().unwrap_or(0);
    let (what, result) = (width(|r| &r.what), width(|r| &r.result));
    for row in rows {
        let aim = row.aim.as_ref().map_or(String::new(), |(most, met)| {
            format!("  {} {most}", if *met { "ok    " } else { "MISSED" })
        });
        println!("{}", format!("{:<what$}  {:>result$}{aim}", row.what, row.result).trim_end());
    }
}
