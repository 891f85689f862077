//! Checks tables.

use vurder_model::field::{Condition, Field, FieldKind, Register};
use vurder_model::role::Roles;
use vurder_model::template::{Column, ComputedCell, Filter, Groups, Preset, Table};
use vurder_model::value::Value;

use super::check::{Checker, Seen};
use super::check_field::is_choice;
use crate::located::At;

impl Checker<'_> {
    /// Checks a table.
    pub(super) fn table(&mut self, seen: &mut Seen, table: &Table, at: At<'_>) {
        self.identity(seen, "table", &table.id, at.key("id"));
        self.words("what stands in place of rows", &table.empty, at.key("empty"));
        if table.rows.is_empty() {
            self.say(at.key("rows"), "the table shows no register: name it under rows");
        }
        let mut rows = Vec::new();
        for (n, id) in table.rows.iter().enumerate() {
            let at = at.key("rows").item(n);
            match self.register(id) {
                None => self.say(at, format!("there is no register \"{id}\"")),
                Some(found) if found.single => {
                    self.say(
                        at,
                        format!("register \"{id}\" has no rows; show it as shared fields"),
                    );
                }
                Some(found) => rows.push(found),
            }
        }
        if rows.len() < table.rows.len() || rows.is_empty() {
            return; // without all registers, the columns cannot be checked
        }
        for (n, only) in table.only.iter().enumerate() {
            self.filter(only, &rows, at.key("only").item(n));
        }
        if table.only.is_empty() && !table.undecided.is_empty() {
            let message = "undecided belongs to tables with conditions under only: without them no row is left out";
            self.say(at.key("undecided"), message);
        }
        for (n, preset) in table.new_row.iter().enumerate() {
            self.preset(preset, &rows, at.key("new_row").item(n));
        }
        if let Some(groups) = &table.groups {
            self.groups(groups, &rows, at.key("groups"));
        }
        self.added_rows(table, &rows, at);
        if table.absence && (table.derived || table.groups.is_some()) {
            let message = "absence belongs to a table without subjects whose rows are added here";
            self.say(at.key("absence"), message);
        }
        if let Some(each) = &table.each
            && !rows.first().and_then(|r| r.field(each)).is_some_and(is_choice)
        {
            self.say(at.key("each"), format!("\"{each}\" is no choice of the first register"));
        }
        if table.columns.is_empty() {
            self.say(at.key("columns"), "the table has no columns");
        }
        for (n, column) in table.columns.iter().enumerate() {
            self.column(column, &rows, at.key("columns").item(n));
        }
    }

    /// Checks the condition under which the table is asked. `own` are the form's own fields.
    pub(super) fn asked(&mut self, table: &Table, own: &[Field], at: At<'_>) {
        let Some(when) = &table.when else { return };
        self.condition(when, own, at.key("when"));
    }

    pub(super) fn filter(&mut self, only: &Filter, rows: &[&Register], at: At<'_>) {
        let Some(field) = Self::field_of(rows, &only.field) else {
            return self.no_field(&only.field, rows, at.key("field"));
        };
        if only.is.is_empty() && only.is_not.is_empty() {
            self.say(at, "the condition lets every row pass: give it is or is_not");
        }
        self.known_options(field, &only.is, at, "is");
        self.known_options(field, &only.is_not, at, "is_not");
    }

    fn preset(&mut self, preset: &Preset, rows: &[&Register], at: At<'_>) {
        match Self::field_of(rows, &preset.field) {
            None => self.no_field(&preset.field, rows, at.key("field")),
            Some(field) if !field.takes(&preset.value) => {
                let message =
                    format!("the first value is none that field \"{}\" can hold", field.id);
                self.say(at.key("value"), message);
            }
            Some(_) => {}
        }
    }

    /// Checks that a row that is added in a table stands in that table.
    fn added_rows(&mut self, table: &Table, rows: &[&Register], at: At<'_>) {
        if table.derived {
            if !table.new_row.is_empty() {
                self.say(at.key("new_row"), "a derived table adds no rows");
            }
            return;
        }
        for (n, only) in table.only.iter().enumerate() {
            if Self::field_of(rows, &only.field).is_none_or(|f| !is_choice(f)) {
                continue; // already reported
            }
            let preset = table.new_row.iter().find(|p| p.field == only.field);
            let stays = match (preset, &table.groups) {
                (Some(preset), _) => passes(&preset.value, only),
                (None, Some(groups)) if groups.by == only.field => {
                    groups.subjects.iter().all(|s| lets(only, &s.id))
                }
                _ => false,
            };
            if !stays {
                let message = format!(
                    "a row added here would not stand in the table: give \"{}\" a fitting first value under new_row",
                    only.field
                );
                self.say(at.key("only").item(n), message);
            }
        }
    }

    fn groups(&mut self, groups: &Groups, rows: &[&Register], at: At<'_>) {
        self.words("the heading of the subjects", &groups.label, at.key("label"));
        let by = Self::field_of(rows, &groups.by);
        match by {
            None => self.no_field(&groups.by, rows, at.key("by")),
            Some(field) if !is_choice(field) => {
                self.say(at.key("by"), format!("field \"{}\" is no choice", field.id));
            }
            Some(_) => {}
        }
        if groups.subjects.is_empty() {
            self.say(at.key("subjects"), "there are no subjects");
        }
        let mut seen = Seen::default();
        for (n, subject) in groups.subjects.iter().enumerate() {
            let at = at.key("subjects").item(n);
            self.identity(&mut seen, "subject", &subject.id, at.key("id"));
            self.words("the label", &subject.label, at.key("label"));
            self.law(&subject.law, at);
            if let Some(field) = by
                && !field.options.is_empty()
                && !field.options.iter().any(|o| o.id == subject.id)
            {
                let message = format!("field \"{}\" has no option \"{}\"", field.id, subject.id);
                self.say(at.key("id"), message);
            }
            for (n, topic) in subject.topics.iter().enumerate() {
                // Without topics, every topic would be unknown. Their absence is reported as a problem of its own.
                if !self.topics.is_empty() && !self.topics.contains(topic.as_str()) {
                    self.say(at.key("topics").item(n), format!("there is no topic \"{topic}\""));
                }
            }
            match &subject.when {
                Some(when @ Condition::Rows { .. }) => self.condition(when, &[], at.key("when")),
                Some(_) => {
                    let message = "a subject belongs to no row; its condition counts rows: {register: …, more_than: …}";
                    self.say(at.key("when"), message);
                }
                None => {}
            }
        }
    }

    fn column(&mut self, column: &Column, rows: &[&Register], at: At<'_>) {
        let shown = [column.field.is_some(), column.computed.is_some(), column.named_by.is_some()];
        if shown.iter().filter(|s| **s).count() != 1 {
            self.say(at, "a column shows one thing: give it field, computed or named_by");
        }
        if let Some(id) = &column.field {
            if Self::field_of(rows, id).is_none() {
                self.no_field(id, rows, at.key("field"));
            }
        } else if column.label.is_none() {
            self.say(at, "a column without a field needs a label");
        }
        if let Some(computed) = column.computed
            && computed != ComputedCell::Label
            && let Some(wrong) = rows.iter().find(|register| !has_scores(register, computed))
        {
            let message = format!(
                "register \"{}\" has no level of risk: its fields have not the roles of the two scores",
                wrong.id
            );
            self.say(at.key("computed"), message);
        }
        if let Some(named_by) = &column.named_by {
            self.named_by(named_by, rows, at.key("named_by"));
        }
        if let Some(label) = &column.label {
            self.words("the label", label, at.key("label"));
        }
        if column.width > 12 {
            self.say(at.key("width"), "a width is a share of 12");
        }
    }

    fn named_by(&mut self, named_by: &str, rows: &[&Register], at: At<'_>) {
        let Some((register, id)) = named_by.split_once('.') else {
            return self.say(at, "write the register and its field: measure.risks");
        };
        let Some(register) = self.register(register) else {
            return self.say(at, format!("there is no register \"{register}\""));
        };
        match register.field(id) {
            None => self.no_field(id, &[register], at),
            Some(field) if field.kind != FieldKind::Refs => {
                self.say(at, format!("field \"{named_by}\" does not refer to rows"));
            }
            Some(field) if !rows.iter().any(|r| field.to.contains(&r.id)) => {
                self.say(
                    at,
                    format!("field \"{named_by}\" does not refer to the rows of this table"),
                );
            }
            Some(_) => {}
        }
    }

    fn no_field(&mut self, id: &str, rows: &[&Register], at: At<'_>) {
        let names: Vec<String> = rows.iter().map(|r| format!("\"{}\"", r.id)).collect();
        self.say(at, format!("register {} has no field \"{id}\"", names.join(" or ")));
    }
}

/// Whether a register has both scores from which a level is computed.
fn has_scores(register: &Register, level: ComputedCell) -> bool {
    Roles::of([register]).scores(level).is_some()
}

fn lets(only: &Filter, option: &str) -> bool {
    (only.is.is_empty() || only.is.iter().any(|i| i == option))
        && !only.is_not.iter().any(|i| i == option)
}

fn passes(value: &Value, only: &Filter) -> bool {
    match value {
        Value::Choice(chosen) => lets(only, &chosen.option),
        Value::Choices(all) => all.iter().any(|c| lets(only, &c.option)),
        _ => false,
    }
}
