//! A project that is made like another one: a copy of it, or only its facts. Data says what is left out.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::field::{Field, FieldKind, Register};
use crate::id::{CitationId, RowId};
use crate::project::{Citation, Project, Row};
use crate::value::Value;

/// What a project that is made like another one leaves out. It also leaves out every day and every acceptance, unless
/// `kept` names the field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// Registers whose rows are left out: people, requests.
    #[serde(default)]
    pub registers: Vec<String>,
    /// By register, fields whose answers are left out: decisions, names. The id of a form stands for its own fields.
    #[serde(default)]
    pub fields: BTreeMap<String, Vec<String>>,
    /// By register, date fields that are kept because the day belongs to the fact: the day of a source.
    #[serde(default)]
    pub kept: BTreeMap<String, Vec<String>>,
}

/// The rows and citations with which a new project begins.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Beginning {
    /// The rows, by register and position.
    pub rows: Vec<Row>,
    /// The citations in these rows.
    pub citations: Vec<Citation>,
}

/// Everything that a project says now, without what is in the trash and without the registers `beside` the draft, such
/// as those of reviewers.
pub fn copy(project: &Project, beside: &[&str]) -> Beginning {
    let in_use = project.rows.iter().filter(|row| row.trashed.is_none());
    let copied = in_use.filter(|row| !beside.contains(&row.register.as_str()));
    with_citations(project, copied.map(without_number).collect())
}

/// The facts of a project, without decisions, acceptances, people, days and requests. `registers` are all registers
/// that the project can hold.
pub fn facts(project: &Project, registers: &[Register], left_out: &LeftOut) -> Beginning {
    let stays = |row: &&Row| row.trashed.is_none() && !left_out.registers.contains(&row.register);
    let mut rows: Vec<Row> = project.rows.iter().filter(stays).map(without_number).collect();
    let there: BTreeSet<RowId> = rows.iter().map(|row| row.id.clone()).collect();
    for row in &mut rows {
        let register = registers.iter().find(|register| register.id == row.register);
        let field = |id: &str| register.and_then(|register| register.field(id));
        let empties = |id: &str| empties(left_out, &row.register, id, field(id));
        let emptied: Vec<String> =
            row.values.keys().filter(|id| empties(id.as_str())).cloned().collect();
        for id in emptied {
            row.values.remove(&id);
            if let Some(default) = field(&id).and_then(|field| field.default.clone()) {
                row.values.insert(id, default);
            }
        }
        for value in row.values.values_mut() {
            if let Value::Refs(named) = value {
                named.retain(|row| there.contains(row));
            }
        }
        row.values.retain(|_, value| !value.is_empty());
    }
    with_citations(project, rows)
}

/// The row as a project without versions has it: without a frozen number.
fn without_number(row: &Row) -> Row {
    Row { number: None, ..row.clone() }
}

fn empties(left_out: &LeftOut, register: &str, id: &str, field: Option<&Field>) -> bool {
    let lists = |by: &BTreeMap<String, Vec<String>>| {
        by.get(register).is_some_and(|fields| fields.iter().any(|listed| listed == id))
    };
    let day = field.is_some_and(|f| matches!(f.kind, FieldKind::Date | FieldKind::Acceptance));
    lists(&left_out.fields) || (day && !lists(&left_out.kept))
}

fn with_citations(project: &Project, rows: Vec<Row>) -> Beginning {
    let cited: BTreeSet<CitationId> =
        rows.iter().flat_map(|row| row.values.values()).flat_map(Value::citations).collect();
    let citations = project.citations.iter().filter(|c| cited.contains(&c.id)).cloned().collect();
    Beginning { rows, citations }
}
