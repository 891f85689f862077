//! Which answers of which rows a cut shows.

use std::collections::{BTreeMap, BTreeSet};

use crate::filter::Filter;
use crate::id::RowId;
use crate::project::Row;
use crate::value::Value;

/// The answers that a cut shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownFields {
    /// Registers of which every answer is shown.
    pub(super) registers: BTreeSet<String>,
    /// Fields, as register and id, that are shown of every row.
    pub(super) fields: BTreeSet<(String, String)>,
    /// Rows of which some fields are shown.
    pub(super) rows: Vec<ShownRows>,
    /// Tables that say something else while nothing proves that they have no row.
    pub(super) undecided: Vec<Undecided>,
    /// By register, the field that names a row.
    pub(super) labels: BTreeMap<String, String>,
}

/// Rows of a register, and the fields that are shown of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ShownRows {
    pub(super) register: String,
    /// Only rows for which all of these hold.
    pub(super) only: Vec<Filter>,
    /// Only rows that bear one of these keys.
    pub(super) keys: Option<BTreeSet<String>>,
    /// Only rows with one of these lines at a field.
    pub(super) lines: Option<(String, BTreeSet<String>)>,
    pub(super) fields: BTreeSet<String>,
    /// Rows of other registers that are shown because they name one of these.
    pub(super) named_by: Vec<NamedBy>,
}

/// Rows that name another row, and the fields that are shown of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamedBy {
    pub(super) register: String,
    /// The field that names.
    pub(super) field: String,
    /// What else is shown.
    pub(super) also: Vec<String>,
}

/// A table of which the words for an empty table depend on rows that it does not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Undecided {
    pub(super) registers: Vec<String>,
    pub(super) only: Vec<Filter>,
}

/// By row, the fields that are shown of it. A row may be there without any: then only its number is.
pub(super) type FieldsOfRows<'a> = BTreeMap<&'a RowId, BTreeSet<&'a str>>;

impl ShownRows {
    pub(super) fn of(register: &str) -> Self {
        Self { register: register.to_owned(), ..Self::default() }
    }

    fn holds(&self, row: &Row) -> bool {
        let keyed = |keys: &BTreeSet<String>| row.key.as_ref().is_some_and(|k| keys.contains(k));
        let has_line = |(field, lines): &(String, BTreeSet<String>)| {
            row.values.get(field).is_some_and(|value| lines.contains(&value.plain_text()))
        };
        self.register == row.register
            && self.only.iter().all(|only| only.passes(row))
            && self.keys.as_ref().is_none_or(keyed)
            && self.lines.as_ref().is_none_or(has_line)
    }
}

impl ShownFields {
    /// The shown ones of `rows`, each with the fields that are shown of it. A row that a shown answer names is there
    /// with its name.
    pub(super) fn of_rows<'a>(&'a self, rows: &[&'a Row]) -> FieldsOfRows<'a> {
        let mut shown = FieldsOfRows::new();
        for row in rows {
            if self.registers.contains(&row.register) {
                let all = row.values.keys().map(String::as_str);
                shown.entry(&row.id).or_default().extend(all);
            }
            let fields = self.fields.iter().filter(|(register, _)| *register == row.register);
            for (_, field) in fields {
                shown.entry(&row.id).or_default().insert(field);
            }
        }
        for of in &self.rows {
            for row in rows.iter().filter(|row| of.holds(row)) {
                let fields = of.fields.iter().map(String::as_str);
                shown.entry(&row.id).or_default().extend(fields);
            }
        }
        self.add_undecided(rows, &mut shown);
        self.add_named(rows, &mut shown);
        self.add_naming(rows, &mut shown);
        shown
    }

    /// The words of an empty table say whether its rows are decided. For that, the answers by which rows are chosen
    /// are needed of rows that no table shows.
    fn add_undecided<'a>(&'a self, rows: &[&'a Row], shown: &mut FieldsOfRows<'a>) {
        for table in &self.undecided {
            let of = |row: &&&Row| table.registers.contains(&row.register);
            let passes = |row: &&Row| table.only.iter().all(|only| only.passes(row));
            if rows.iter().filter(of).any(passes) {
                continue;
            }
            for row in rows.iter().filter(of) {
                let fields = table.only.iter().map(|only| only.field.as_str());
                shown.entry(&row.id).or_default().extend(fields);
            }
        }
    }

    /// Adds the names of rows that the shown answers name.
    fn add_named<'a>(&'a self, rows: &[&'a Row], shown: &mut FieldsOfRows<'a>) {
        let mut named: BTreeSet<&RowId> = BTreeSet::new();
        for row in rows {
            for field in shown.get(&row.id).into_iter().flatten() {
                if let Some(Value::Refs(of)) = row.values.get(*field) {
                    named.extend(of);
                }
            }
        }
        for row in rows.iter().filter(|row| named.contains(&row.id)) {
            let label = self.labels.get(&row.register).map(String::as_str);
            shown.entry(&row.id).or_default().extend(label);
        }
    }

    /// Adds rows that name a shown row, where that is shown. Other rows that they name are not added.
    fn add_naming<'a>(&'a self, rows: &[&'a Row], shown: &mut FieldsOfRows<'a>) {
        for of in self.rows.iter().filter(|of| !of.named_by.is_empty()) {
            let named: BTreeSet<&RowId> =
                rows.iter().filter(|row| of.holds(row)).map(|row| &row.id).collect();
            for by in &of.named_by {
                let names = |row: &&&Row| {
                    row.register == by.register
                        && matches!(row.values.get(&by.field), Some(Value::Refs(rows))
                            if rows.iter().any(|row| named.contains(row)))
                };
                for row in rows.iter().filter(names) {
                    let fields = shown.entry(&row.id).or_default();
                    fields.insert(&by.field);
                    fields.extend(by.also.iter().map(String::as_str));
                }
            }
        }
    }
}
