//! One cell: the answer in a field of a row, or a value that the program computes from the row.

use crate::answered::Lack;
use crate::field::{ChoiceOption, Condition, Field, FieldKind, ScaleName};
use crate::method::Method;
use crate::project::{Project, Row};
use crate::richtext::RichText;
use crate::screening::ScreeningOutcome;
use crate::template::{Column, ComputedCell};
use crate::value::{ScaleLevel, Value};
use crate::view::level::{level_options, level_view};
use crate::view::treatment::Treatment;
use crate::view::{CellView, MatrixView, Numbers, RefView, computed};

/// The input of cells.
pub(crate) struct Cells<'a> {
    pub(crate) project: &'a Project,
    pub(crate) numbers: &'a Numbers<'a>,
    pub(crate) method: &'a Method,
    pub(crate) treatment: &'a Treatment<'a>,
    /// The outcome of the form's screening.
    pub(crate) outcome: Option<ScreeningOutcome>,
    /// Whether only the parts of a cell are built that the progress needs: no rich text and no options.
    pub(crate) bare: bool,
}

impl Cells<'_> {
    /// The answer at `field` of `row`. `row` is `None` if a single register has no answer yet.
    pub(crate) fn answer(&self, row: Option<&Row>, field: &Field, required: bool) -> CellView {
        let holds = field.when.as_ref().is_none_or(|when| self.holds(when, row));
        let value = row.and_then(|r| r.values.get(&field.id)).cloned();
        let empty = value.as_ref().is_none_or(Value::is_empty);
        let levels = match field.kind {
            FieldKind::Level => self.scale(field.scale).len(),
            _ => 0,
        };
        let mut cell = CellView {
            // An answer stays visible if its question no longer applies.
            asked: holds || !empty,
            lacks: field.lacks(value.as_ref(), levels),
            ..CellView::default()
        };
        match field.kind {
            _ if self.bare => {}
            FieldKind::Acceptance => {
                cell.may_accept = row.and_then(|row| self.may_accept(row, field))
            }
            FieldKind::Scale | FieldKind::Matrix => {
                cell.matrix = Some(self.matrix(&[]));
            }
            _ => {}
        }
        match &value {
            Some(Value::Text(_) | Value::YesNo { .. }) if self.bare => {}
            Some(Value::Text(markdown)) => cell.doc = Some(RichText::from_markdown(markdown)),
            Some(Value::YesNo { reason, .. }) => cell.doc = Some(RichText::from_markdown(reason)),
            Some(Value::Refs(rows)) => {
                cell.refs = rows.iter().filter_map(|id| self.numbers.row(id).cloned()).collect();
                if cell.refs.is_empty() {
                    cell.lacks = vec![Lack::Answer];
                }
            }
            // If a matrix no longer fits the scales, the customary matrix is in force.
            Some(Value::Matrix(cells)) if !self.method.fits(cells) => {
                cell.lacks = vec![Lack::Answer];
            }
            Some(Value::Level(level)) => {
                cell.level = level_view(*level, self.scale(field.scale), false)
            }
            _ => {}
        }
        let enough = |other: &String| row.is_some_and(|row| self.answered(row, other));
        let owed = required && holds && !(empty && field.alternative.as_ref().is_some_and(enough));
        cell.missing = owed && !cell.lacks.is_empty();
        if !cell.missing {
            // A score outside its scale is marked in every table that shows it.
            cell.lacks.retain(|lack| *lack == Lack::Level);
        }
        cell.value = value;
        cell
    }

    /// The options at `field`, if they depend on the project. They are the same for every row and therefore stand once
    /// in a column: if each cell had them, their number would grow with the square of the number of rows.
    pub(crate) fn options(&self, field: &Field) -> Vec<ChoiceOption> {
        match field.kind {
            _ if self.bare => Vec::new(),
            FieldKind::Level => level_options(self.scale(field.scale)),
            FieldKind::Refs => self.row_options(&field.to),
            _ => Vec::new(),
        }
    }

    /// The cell of a column. `field` is the field of the row that the column shows. If the row's register does not have
    /// it, the cell is not asked.
    pub(crate) fn column(&self, row: &Row, column: &Column, field: Option<&Field>) -> CellView {
        if let Some(computed) = column.computed {
            return self.computed(row, computed);
        }
        if let Some(named_by) = &column.named_by {
            let refs = self.named_by(row, named_by);
            let missing = column.required && refs.is_empty();
            let lacks = if missing { vec![Lack::Answer] } else { Vec::new() };
            return CellView { asked: true, missing, lacks, refs, ..CellView::default() };
        }
        match field {
            Some(field) => {
                let required = !column.read_only && (column.required || field.required);
                self.answer(Some(row), field, required)
            }
            None => CellView::default(),
        }
    }

    fn computed(&self, row: &Row, what: ComputedCell) -> CellView {
        if what == ComputedCell::Label {
            let refs = self.numbers.row(&row.id).cloned().into_iter().collect();
            return CellView { asked: true, refs, ..CellView::default() };
        }
        let scores = self.numbers.roles().scores(self.treatment.level_in_force(row, what));
        let level = scores.and_then(|scores| self.method.level_of(row, scores));
        CellView {
            asked: true,
            level: level.and_then(|l| level_view(l, &self.method.risk, true)),
            ..CellView::default()
        }
    }

    /// The matrix of risks, once for each requested side.
    pub(crate) fn matrix(&self, sides: &[ComputedCell]) -> MatrixView {
        computed::matrix(self.project, self.method, self.numbers, self.treatment, sides)
    }

    fn named_by(&self, row: &Row, named_by: &str) -> Vec<RefView> {
        let Some((register, field)) = named_by.split_once('.') else { return Vec::new() };
        self.project
            .rows_of(register)
            .filter(
                |r| matches!(r.values.get(field), Some(Value::Refs(ids)) if ids.contains(&row.id)),
            )
            .filter_map(|r| self.numbers.row(&r.id).cloned())
            .collect()
    }

    /// Whether a condition holds for a row.
    pub(crate) fn holds(&self, when: &Condition, row: Option<&Row>) -> bool {
        match when {
            Condition::Chosen { .. }
            | Condition::ChosenOther { .. }
            | Condition::NotChosen { .. }
            | Condition::Answer { .. } => when.holds_in(row).unwrap_or_default(),
            Condition::Any { any } => any.iter().any(|when| self.holds(when, row)),
            Condition::Screening { screening } => {
                self.outcome.is_some_and(|outcome| screening.contains(&outcome))
            }
            Condition::Answered { field, answered } => {
                row.is_some_and(|row| self.answered(row, field)) == *answered
            }
            Condition::All { all } => all.iter().all(|when| self.holds(when, row)),
            Condition::Rows { register, more_than, only } => {
                let counts = |row: &&Row| only.iter().all(|only| only.passes(row));
                self.project.rows_of(register).filter(counts).count() > *more_than
            }
        }
    }

    /// Whether a field of the row has a visible answer. References to rows in the trash are not visible.
    fn answered(&self, row: &Row, field: &str) -> bool {
        match row.values.get(field) {
            Some(Value::Refs(rows)) => rows.iter().any(|id| self.numbers.row(id).is_some()),
            value => value.is_some_and(|value| !value.is_empty()),
        }
    }

    /// The rows to which a reference to these registers can refer.
    fn row_options(&self, registers: &[String]) -> Vec<ChoiceOption> {
        registers
            .iter()
            .flat_map(|register| self.project.rows_of(register))
            .filter_map(|row| self.numbers.row(&row.id))
            .map(|row| ChoiceOption {
                id: row.row.to_string(),
                label: format!("{} {}", row.number, row.label).trim().to_owned(),
                group: None,
                explain: None,
                alone: false,
            })
            .collect()
    }

    fn scale(&self, name: Option<ScaleName>) -> &[ScaleLevel] {
        match name {
            Some(ScaleName::Likelihood) => &self.method.likelihood,
            Some(ScaleName::Risk) => &self.method.risk,
            Some(ScaleName::Severity) | None => &self.method.severity,
        }
    }
}
