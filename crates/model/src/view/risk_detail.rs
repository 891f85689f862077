//! One risk with all its answers and those of its measures, so that a person can read and edit them in one place.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::field::Register;
use crate::id::RowId;
use crate::method::Method;
use crate::project::{Project, Row};
use crate::role::FieldRole;
use crate::value::Value;
use crate::view::cells::Cells;
use crate::view::treatment::Treatment;
use crate::view::{FieldView, Numbers, RefView};

/// A risk with its answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RiskDetail {
    /// Its number and name.
    pub risk: RefView,
    /// The answers for which it is asked, in the order of the register.
    pub fields: Vec<FieldView>,
    /// The measures that refer to it, with their answers.
    pub measures: Vec<MeasureDetail>,
}

/// A measure with its answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MeasureDetail {
    /// Its number and its first words.
    pub measure: RefView,
    /// The answers for which it is asked, in the order of the register.
    pub fields: Vec<FieldView>,
}

/// Reads one risk; `None` if the row is not a risk, or is in the trash.
pub fn risk_detail(
    project: &Project,
    method: &Method,
    registers: &[Register],
    risk: &RowId,
) -> Option<RiskDetail> {
    let numbers = Numbers::of(project, registers, None);
    let roles = numbers.roles();
    let treatment = Treatment::of(project, roles);
    let cells = Cells {
        project,
        numbers: &numbers,
        method,
        treatment: &treatment,
        outcome: None,
        bare: false,
    };
    let row = roles.rows(project, FieldRole::Concerns).find(|row| row.id == *risk)?;
    let treats = roles.field(FieldRole::MeasureTreats)?;
    let names = |measure: &&Row| matches!(measure.values.get(treats), Some(Value::Refs(risks)) if risks.contains(risk));
    let measures = roles.rows(project, FieldRole::MeasureTreats).filter(names);
    Some(RiskDetail {
        risk: numbers.row(risk)?.clone(),
        fields: fields(&cells, row),
        measures: measures
            .filter_map(|measure| {
                let fields = fields(&cells, measure);
                Some(MeasureDetail { measure: numbers.row(&measure.id)?.clone(), fields })
            })
            .collect(),
    })
}

/// The answers of a row that are asked. Fields that only the program writes are left out.
fn fields(cells: &Cells<'_>, row: &Row) -> Vec<FieldView> {
    let register = cells.numbers.register(&row.register);
    let fields = register.map(|register| register.fields.as_slice()).unwrap_or_default();
    fields
        .iter()
        .filter(|field| field.role != Some(FieldRole::RiskScenarioId))
        .map(|field| FieldView {
            row: row.id.clone(),
            register: row.register.clone(),
            options: cells.options(field),
            cell: cells.answer(Some(row), field, field.required),
            acceptors: cells.acceptors(field),
            field: field.clone(),
        })
        .filter(|view| view.cell.asked)
        .collect()
}
