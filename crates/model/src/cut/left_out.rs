//! Lists what a cut leaves out. A person sees the list before the cut is written.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::field::Register;
use crate::project::{Project, Row};
use crate::role::{FieldRole, Roles};
use crate::template::Template;
use crate::value::Value;

/// What a cut leaves out of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct LeftOutOfCut {
    /// Sections of the form from which some or all parts are left out.
    pub sections: Vec<LeftOutSection>,
    /// Registers from which rows are left out.
    pub rows: Vec<LeftOutRows>,
    /// Labels of questions whose answers are left out of rows that are shown.
    pub answers: Vec<String>,
    /// Names of people that stand in what is shown, although the cut withholds names.
    pub names: Vec<String>,
}

/// A section from which parts are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct LeftOutSection {
    /// Its number.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Number of its parts that are left out.
    pub parts: usize,
    /// Number of its parts.
    pub of: usize,
}

/// Rows of a register that are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct LeftOutRows {
    /// The name of the register's rows in the plural.
    pub many: String,
    /// Number of rows that are left out.
    pub rows: usize,
    /// Number of rows in the whole project.
    pub of: usize,
}

/// What the project `cut`, with its reduced template `shown`, leaves out of `whole`. If `names` is true, the names of
/// people that still stand in the cut are listed.
#[must_use]
pub fn left_out(
    (whole, template): (&Project, &Template),
    (cut, shown): (&Project, Option<&Template>),
    registers: &[Register],
    names: bool,
) -> LeftOutOfCut {
    let sections = template.sections.iter().filter_map(|section| {
        let parts_shown =
            shown.and_then(|form| form.sections.iter().find(|of_cut| of_cut.id == section.id));
        let parts_shown = parts_shown.map_or(0, |section| section.parts.len());
        let of = section.parts.len();
        let parts = of.saturating_sub(parts_shown);
        let (id, title) = (section.id.clone(), section.title.clone());
        (parts > 0).then_some(LeftOutSection { id, title, parts, of })
    });
    let count = |project: &Project, register: &str| project.rows_of(register).count();
    let rows = registers.iter().filter(|register| !register.single).filter_map(|register| {
        let of = count(whole, &register.id);
        let rows = of.saturating_sub(count(cut, &register.id));
        (rows > 0).then(|| LeftOutRows { many: register.many.clone(), rows, of })
    });
    LeftOutOfCut {
        sections: sections.collect(),
        rows: rows.collect(),
        answers: answers(whole, cut, registers),
        names: if names { people_in(whole, cut, registers) } else { Vec::new() },
    }
}

/// The labels of questions whose answers the cut leaves out of rows that it shows. Each label stands once.
fn answers(whole: &Project, cut: &Project, registers: &[Register]) -> Vec<String> {
    let in_cut: BTreeMap<_, &Row> = cut.rows.iter().map(|row| (&row.id, row)).collect();
    let mut labels: Vec<String> = Vec::new();
    for register in registers {
        for field in &register.fields {
            let answered = |row: &Row| row.values.get(&field.id).is_some_and(|v| !v.is_empty());
            let left = whole.rows_of(&register.id).any(|row| {
                answered(row) && in_cut.get(&row.id).is_some_and(|in_cut| !answered(in_cut))
            });
            if left && !labels.contains(&field.label) {
                labels.push(field.label.clone());
            }
        }
    }
    labels
}

/// The names of people of the whole project that occur in answers of the cut.
fn people_in(whole: &Project, cut: &Project, registers: &[Register]) -> Vec<String> {
    let roles = Roles::of(registers);
    let mut names: BTreeSet<String> = BTreeSet::new();
    for role in [
        FieldRole::PersonName,
        FieldRole::RiskOwner,
        FieldRole::DataProtectionOfficer,
        FieldRole::MeasureResponsible,
        FieldRole::RequestAskedBy,
    ] {
        let Some(field) = roles.field(role) else { continue };
        for value in roles.rows(whole, role).filter_map(|row| row.values.get(field)) {
            names.extend(people(&value.plain_text()));
        }
    }
    let answers = cut.rows.iter().flat_map(|row| row.values.values());
    let words: Vec<String> = answers.map(Value::plain_text).collect();
    // A processor is not a person, even if it is responsible for a measure.
    let processors = roles.field(FieldRole::ProcessorName).map(|field| {
        let rows = roles.rows(whole, FieldRole::ProcessorName);
        rows.filter_map(|row| row.values.get(field)).map(Value::plain_text).collect::<Vec<_>>()
    });
    let processors = processors.unwrap_or_default();
    names.retain(|name| !processors.iter().any(|processor| processor.contains(name.as_str())));
    names.retain(|name| words.iter().any(|words| words.contains(name.as_str())));
    names.into_iter().collect()
}

/// The names of people in a text such as "Kari Nordmann, research director; Ola Nordmann": the words before each comma,
/// if they are two to four words that begin with a capital letter.
fn people(words: &str) -> impl Iterator<Item = String> {
    let names = words.split([';', '\n']).filter_map(|one| one.split(',').next());
    let names = names.map(|name| name.trim().to_owned());
    names.filter(|name| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
        (2..=4).contains(&words.len()) && words.iter().all(capital)
    })
}
