//! Risk matrices, and the number of risks at each level.

use std::collections::BTreeMap;

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

/// The matrix without risks: the level that follows from both scores.
pub(crate) fn empty_matrix(method: &Method, composer: &Composer<'_>) -> RiskMatrix {
    let view = MatrixView {
        likelihood: method.likelihood.clone(),
        severity: method.severity.clone(),
        risk: method.risk.clone(),
        matrix: method.matrix.clone(),
        sides: Vec::new(),
    };
    let mut matrix = frame(&view, String::new(), composer);
    let mut cells = Vec::new();
    for (s, severity) in view.severity.iter().enumerate() {
        for (l, likelihood) in view.likelihood.iter().enumerate() {
            let level = label(&view.risk, method.matrix[l][s]);
            let (severity, likelihood) = (&severity.label, &likelihood.label);
            cells.push(msg::report_cell(composer.messages(), severity, likelihood, &level));
        }
    }
    matrix.alternative = cells.join(". ");
    matrix
}

/// The name of a level, counted from 1.
fn label(scale: &[ScaleLevel], at: u8) -> String {
    let level = usize::from(at).checked_sub(1).and_then(|at| scale.get(at));
    level.map_or_else(String::new, |level| level.label.clone())
}

fn frame(view: &MatrixView, caption: String, composer: &Composer<'_>) -> RiskMatrix {
    let of = u8::try_from(view.risk.len()).unwrap_or(u8::MAX);
    let labels = |scale: &[ScaleLevel]| -> Vec<String> {
        scale.iter().enumerate().map(|(at, level)| format!("{} {}", at + 1, level.label)).collect()
    };
    // The project has likelihood outside and severity inside. On paper, severity goes upwards.
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
            .map(|(level, at)| {
                let words = match level.acceptable {
                    true => msg::report_level_may_stay(composer.messages(), &level.label),
                    false => level.label.clone(),
                };
                (share(at, of), words)
            })
            .collect(),
        alternative: String::new(),
    }
}

impl Composer<'_> {
    /// Two sides of a risk stand side by side, so that they can be compared.
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
        for entry in &side.entries {
            matrix.entries.push(MatrixEntry {
                row: usize::from(entry.severity.saturating_sub(1)),
                column: usize::from(entry.likelihood.saturating_sub(1)),
                label: entry.risk.number.clone(),
                anchor: row_anchor(entry.risk.row.as_str()),
            });
        }
        matrix.alternative = self.alternative(view, side);
        matrix
    }

    /// The matrix in words: for each cell, from the highest level down, the risks in it.
    fn alternative(&self, view: &MatrixView, side: &MatrixSide) -> String {
        let mut cells: BTreeMap<(u8, u8, u8), Vec<&str>> = BTreeMap::new();
        for entry in &side.entries {
            let (l, s) = (usize::from(entry.likelihood), usize::from(entry.severity));
            let row = l.checked_sub(1).and_then(|l| view.matrix.get(l));
            let level = row.and_then(|row| row.get(s.checked_sub(1)?)).copied();
            let cell = (level.unwrap_or_default(), entry.severity, entry.likelihood);
            cells.entry(cell).or_default().push(&entry.risk.number);
        }
        if cells.is_empty() {
            return self.say(msg::report_no_risk_scored);
        }
        let sentence = |(&(level, severity, likelihood), risks): (&(u8, u8, u8), &Vec<&str>)| {
            let (level, severity) = (label(&view.risk, level), label(&view.severity, severity));
            let likelihood = label(&view.likelihood, likelihood);
            let risks = risks.join(", ");
            msg::report_cell_risks(self.messages(), &level, &severity, &likelihood, &risks)
        };
        cells.iter().rev().map(sentence).collect::<Vec<_>>().join(". ")
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
        // As long as a risk has no level, the report says nothing about the highest level.
        if let Some(before) = &view.highest_before {
            let mut words = msg::report_highest_before(self.messages(), &before.label);
            if let Some(after) = &view.highest_after {
                words.push(' ');
                words.push_str(&msg::report_highest_after(self.messages(), &after.label));
            } else if view.after.is_none() {
                words.push(' ');
                words.push_str(&self.say(msg::report_nothing_treated));
            }
            blocks.push(Block::text(words));
        }
        let all = view.before.iter().sum::<usize>() + view.unscored.len();
        let open = msg::report_levels_open(self.messages(), view.unscored.len(), all);
        let open_after = msg::report_levels_open_after(self.messages(), view.unscored_after.len());
        for (words, risks) in [(open, &view.unscored), (open_after, &view.unscored_after)] {
            if !risks.is_empty() {
                let mut inlines = vec![Inline::plain(format!("{words}: "))];
                inlines.extend(Self::refs(risks));
                blocks.push(paragraph(inlines));
            }
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
