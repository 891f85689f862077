//! Risk matrices and counts per level.

use vurder_model::method::Method;
use vurder_model::template::ComputedCell;
use vurder_model::value::ScaleLevel;
use vurder_model::view::{LevelsView, MatrixSide, MatrixView};

use super::cells::{paragraph, share};
use super::form::{Composer, row_anchor};
use crate::document::{
    Block, BlockKind, Cell, ColumnKind, Inline, Level, MatrixEntry, RiskMatrix, Table, TableRow,
};
use crate::messages::{Message, msg};

/// The matrix without risks: how the level follows from both scores.
pub(crate) fn empty_matrix(method: &Method, composer: &Composer<'_>) -> RiskMatrix {
    let view = MatrixView {
        likelihood: method.likelihood.clone(),
        severity: method.severity.clone(),
        risk: method.risk.clone(),
        matrix: method.matrix.clone(),
        sides: Vec::new(),
    };
    frame(&view, String::new(), composer)
}

fn frame(view: &MatrixView, caption: String, composer: &Composer<'_>) -> RiskMatrix {
    let of = u8::try_from(view.risk.len()).unwrap_or(u8::MAX);
    let labels = |scale: &[ScaleLevel]| -> Vec<String> {
        scale.iter().enumerate().map(|(at, level)| format!("{} {}", at + 1, level.label)).collect()
    };
    // The project keeps likelihood outside, severity inside; on paper severity runs upwards.
    let level_at = |severity: usize, likelihood: usize| -> Level {
        let level = view.matrix.get(likelihood).and_then(|row| row.get(severity)).copied();
        share(level.unwrap_or(1), of)
    };
    RiskMatrix {
        caption,
        vertical: composer.say(msg::report_severity),
        horizontal: composer.say(msg::report_likelihood),
        rows: labels(&view.severity),
        columns: labels(&view.likelihood),
        levels: (0..view.severity.len())
            .map(|s| (0..view.likelihood.len()).map(|l| level_at(s, l)).collect())
            .collect(),
        entries: Vec::new(),
        legend: view
            .risk
            .iter()
            .zip(1_u8..=u8::MAX)
            .map(|(level, at)| (share(at, of), level.label.clone()))
            .collect(),
        alternative: String::new(),
    }
}

impl Composer<'_> {
    /// Two sides of a risk are compared, so they stand side by side.
    pub(crate) fn matrices(&self, view: &MatrixView) -> Vec<Block> {
        let mut drawn: Vec<RiskMatrix> =
            view.sides.iter().map(|side| self.side(view, side)).collect();
        let kind = match (drawn.pop(), drawn.is_empty()) {
            (None, _) => return Vec::new(),
            (Some(one), true) => BlockKind::RiskMatrix(one),
            (Some(last), false) => {
                drawn.push(last);
                BlockKind::RiskMatrices(drawn)
            }
        };
        let mut blocks = vec![Block::new(kind)];
        for side in &view.sides {
            let notes: [(Message, _); 2] = [
                (msg::report_unscored, &side.unscored),
                (msg::report_matrix_untreated, &side.untreated),
            ];
            for (message, risks) in notes.into_iter().filter(|(_, risks)| !risks.is_empty()) {
                let lead = if view.sides.len() > 1 {
                    format!("{}. {}: ", self.caption(side), self.say(message))
                } else {
                    format!("{}: ", self.say(message))
                };
                let mut inlines = vec![Inline::plain(lead)];
                inlines.extend(Self::refs(risks));
                blocks.push(paragraph(inlines));
            }
        }
        blocks
    }

    fn caption(&self, side: &MatrixSide) -> String {
        self.say(match side.side {
            ComputedCell::SubjectsInherent => msg::report_matrix_subjects_before,
            ComputedCell::SubjectsResidual => msg::report_matrix_subjects_after,
            ComputedCell::OrganisationResidual => msg::report_matrix_organisation_after,
            ComputedCell::OrganisationInherent | ComputedCell::Label => {
                msg::report_matrix_organisation_before
            }
        })
    }

    fn side(&self, view: &MatrixView, side: &MatrixSide) -> RiskMatrix {
        let mut matrix = frame(view, self.caption(side), self);
        let mut sentences = Vec::new();
        for entry in &side.entries {
            matrix.entries.push(MatrixEntry {
                row: usize::from(entry.severity.saturating_sub(1)),
                column: usize::from(entry.likelihood.saturating_sub(1)),
                label: entry.risk.number.clone(),
                anchor: row_anchor(entry.risk.row.as_str()),
            });
            let name = |scale: &[ScaleLevel], at: u8| {
                scale
                    .get(usize::from(at.saturating_sub(1)))
                    .map_or_else(String::new, |level| level.label.clone())
            };
            sentences.push(format!(
                "{}: {}, {}",
                entry.risk.number,
                name(&view.likelihood, entry.likelihood),
                name(&view.severity, entry.severity)
            ));
        }
        matrix.alternative = sentences.join(". ");
        matrix
    }

    pub(crate) fn levels(&self, view: &LevelsView) -> Vec<Block> {
        let of = u8::try_from(view.risk.len()).unwrap_or(u8::MAX);
        let rows = view
            .risk
            .iter()
            .enumerate()
            .rev()
            .map(|(at, level)| {
                let number = u8::try_from(at + 1).unwrap_or(u8::MAX);
                let mut name = Cell::text(&level.label);
                name.level = Some(share(number, of));
                let count = |counts: &[usize]| {
                    Cell::text(counts.get(at).copied().unwrap_or_default().to_string())
                };
                let mut cells = vec![name, count(&view.before)];
                cells.extend(view.after.as_deref().map(count));
                TableRow::Cells { anchor: None, cells }
            })
            .collect();
        let mut columns = vec![
            self.column(msg::report_risk_level, ColumnKind::Short),
            self.column(msg::report_before, ColumnKind::Figure),
        ];
        if view.after.is_some() {
            columns.push(self.column(msg::report_after, ColumnKind::Figure));
        }
        let table = Table { caption: None, inset: true, columns, rows };
        let mut blocks = Vec::new();
        if let Some(before) = &view.highest_before {
            let mut words = msg::report_highest_before(self.messages(), &before.label);
            words.push(' ');
            words.push_str(&match &view.highest_after {
                Some(after) => msg::report_highest_after(self.messages(), &after.label),
                None => self.say(msg::report_nothing_treated),
            });
            blocks.push(Block::text(words));
        }
        blocks.push(Block::new(BlockKind::Table(table)));
        if !view.untreated.is_empty() {
            let mut inlines = vec![Inline::plain(format!("{}: ", self.say(msg::report_untreated)))];
            inlines.extend(Self::refs(&view.untreated));
            blocks.push(paragraph(inlines));
        }
        blocks
    }
}
