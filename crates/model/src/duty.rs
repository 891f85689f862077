//! Duties with a day: reviews, validities, deadlines. Which answers are such days is data.

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
    /// The register of the rows: a shared one, or a form's id for its own fields.
    pub register: String,
    /// The field with the day.
    pub field: String,
    /// The field of the same row that says whose duty it is.
    #[serde(default)]
    pub whose: Option<String>,
    /// A row that passes has nothing left to do.
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
    /// Whose it is; empty where nobody is named.
    pub whose: String,
}

/// The duties of a project, the earliest first; those of one day in the order of the rules and rows. `registers` are
/// all that the project can hold.
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
    // The sort keeps the order of those that are equal.
    found.sort_by(|a, b| match a.day.cmp(&b.day) {
        Ordering::Equal if a.register.id == b.register.id => {
            a.row.position.total_cmp(&b.row.position)
        }
        other => other,
    });
    found
}
