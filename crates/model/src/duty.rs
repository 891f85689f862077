//! Duties with a day: reviews, validities, deadlines. Data says which answers are such days.

use std::cmp::Ordering;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::field::{Field, Register};
use crate::filter::Filter;
use crate::project::{Project, Row};
use crate::value::Value;

/// A date field whose days are duties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DutyRule {
    /// The register of the rows: the id of a shared register, or the id of a form for its own fields.
    pub register: String,
    /// The field with the day.
    pub field: String,
    /// The field of the same row that names the person who has the duty.
    #[serde(default)]
    pub whose: Option<String>,
    /// The condition for rows whose duty is done.
    #[serde(default)]
    pub done: Option<Filter>,
}

/// A duty of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct Duty<'a> {
    /// The day.
    pub day: NaiveDate,
    /// The register of the row.
    pub register: &'a Register,
    /// The row.
    pub row: &'a Row,
    /// The field with the day.
    pub field: &'a Field,
    /// The person who has the duty; empty if nobody is named.
    pub whose: String,
}

/// The duties of a project, the earliest first. Duties of the same day have the order of the rules and rows.
/// `registers` are all registers that the project can hold.
pub fn duties<'a>(
    project: &'a Project,
    registers: &'a [Register],
    rules: &[DutyRule],
) -> Vec<Duty<'a>> {
    let mut found = Vec::new();
    for rule in rules {
        let Some(register) = registers.iter().find(|register| register.id == rule.register) else {
            continue;
        };
        let Some(field) = register.field(&rule.field) else { continue };
        for row in project.rows.iter().filter(|r| r.register == rule.register) {
            let Some(Value::Date(day)) = row.values.get(&rule.field) else { continue };
            let done = rule.done.as_ref().is_some_and(|done| done.passes(row));
            if done || row.trashed.is_some() {
                continue;
            }
            let whose = rule.whose.as_ref().and_then(|whose| row.values.get(whose));
            let whose = whose.map(Value::plain_text).unwrap_or_default();
            found.push(Duty { day: *day, register, row, field, whose });
        }
    }
    // The sort keeps the order of equal elements.
    found.sort_by(|a, b| match a.day.cmp(&b.day) {
        Ordering::Equal if a.register.id == b.register.id => {
            a.row.position.total_cmp(&b.row.position)
        }
        other => other,
    });
    found
}
