//! Risk matrices as tables: severity goes upwards, likelihood to the right, and each cell has the name of the level and
//! the risks.

use super::paragraph::Paragraph;
use super::run::Run;
use super::story::{BlockContext, Story};
use super::style_ids::{character, paragraph, table as style};
use crate::document::{Level, RiskMatrix};

/// Width of the labels of the rows.
const ROW_HEAD: u32 = 1500;
/// The greatest width of a cell.
const WIDEST: u32 = 1700;

impl Story<'_> {
    pub(super) fn matrix(&mut self, matrix: &RiskMatrix, ctx: BlockContext) {
        if matrix.columns.is_empty() || matrix.rows.is_empty() {
            return;
        }
        if !matrix.caption.is_empty() {
            self.caption(&matrix.caption, ctx);
        }
        let count = matrix.columns.len();
        let head = ROW_HEAD.min(ctx.width / 3);
        let cell = ((ctx.width - head) / u32::try_from(count).unwrap_or(1)).clamp(120, WIDEST);
        let mut widths = vec![head];
        widths.extend(std::iter::repeat_n(cell, count));
        let described = (matrix.caption.as_str(), matrix.alternative.as_str());
        self.open_table(style::MATRIX, ctx.left, &widths, (true, true), described);

        // The first row has the names of the axes. Below the name of the horizontal axis stand its steps.
        self.open_row(true, true);
        self.axis_cell(head, "restart");
        self.head_words(&matrix.vertical);
        self.xml.close();
        self.open_cell(cell * u32::try_from(count).unwrap_or(1), count, None);
        self.head_words(&matrix.horizontal);
        self.xml.close();
        self.xml.close();
        self.open_row(true, true);
        self.axis_cell(head, "continue");
        self.paragraph(Paragraph::of(paragraph::HEAD), &[]);
        self.xml.close();
        for label in &matrix.columns {
            self.open_cell(cell, 1, None);
            self.head_words(label);
            self.xml.close();
        }
        self.xml.close();

        for (row, label) in matrix.rows.iter().enumerate().rev() {
            self.open_row(false, true);
            self.open_cell(head, 1, None);
            self.head_words(label);
            self.xml.close();
            for column in 0..count {
                let level = matrix.levels.get(row).and_then(|levels| levels.get(column)).copied();
                self.open_cell(cell, 1, level);
                self.open_paragraph(Paragraph::of(paragraph::CELL), &[]);
                if let Some(level) = level {
                    self.run(words_of(matrix, level), Run::styled(character::MARK));
                }
                self.risks(matrix, row, column);
                self.xml.close();
                self.xml.close();
            }
            self.xml.close();
        }
        self.close_table();
    }

    /// A cell of the left column of the head. It covers both rows of the head.
    fn axis_cell(&mut self, width: u32, merge: &str) {
        self.xml.open("w:tc", &[]);
        self.xml.open("w:tcPr", &[]);
        self.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        self.xml.value("w:vMerge", merge);
        self.xml.close();
    }

    fn head_words(&mut self, words: &str) {
        self.open_paragraph(Paragraph::of(paragraph::HEAD), &[]);
        self.run(words, Run::default());
        self.xml.close();
    }

    /// The risks of a cell, in a line of their own.
    fn risks(&mut self, matrix: &RiskMatrix, row: usize, column: usize) {
        let here = matrix.entries.iter().filter(|entry| (entry.row, entry.column) == (row, column));
        for (at, entry) in here.enumerate() {
            if at == 0 {
                self.xml.open("w:r", &[]);
                self.xml.empty("w:br", &[]);
                self.xml.close();
            } else {
                self.run(" ", Run::default());
            }
            let look = Run { bold: true, ..Run::styled(character::REFERENCE) };
            self.link(&entry.label, &entry.anchor, look);
        }
    }
}

/// The name of a level in the legend.
fn words_of(matrix: &RiskMatrix, level: Level) -> &str {
    let near = |of: &Level| (of.0 - level.0).abs() < 0.001;
    matrix.legend.iter().find(|(of, _)| near(of)).map_or("", |(_, words)| words)
}
