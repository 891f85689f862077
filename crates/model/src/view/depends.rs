//! Computes from its template what a part of a form depends on. After a change, only parts that depend on what it
//! touched are built again.

use std::collections::BTreeSet;

use crate::field::{Condition, Field, FieldKind};
use crate::method::METHOD;
use crate::role::FieldRole;
use crate::template::{Block, Column, ComputedCell, Part, Table, Template};
use crate::view::{FormSource, Numbers, Treatment};

/// The registers and answers that a change touched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touch {
    /// Whether more than rows and answers changed: providers, forms, citations.
    pub everything: bool,
    /// Registers in which rows were added, removed or moved.
    pub rows: BTreeSet<String>,
    /// Answers that changed, as register and field.
    pub fields: BTreeSet<(String, String)>,
}

/// What one part depends on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Depends {
    /// Whether the part has something that is computed from the whole project.
    whole: bool,
    /// Registers of which every field matters.
    registers: BTreeSet<String>,
    /// Registers of which it matters which rows there are, and in which order.
    rows: BTreeSet<String>,
    /// Single fields, as register and field.
    fields: BTreeSet<(String, String)>,
}

impl Depends {
    /// What a part depends on.
    pub(crate) fn of(part: &Part, source: &FormSource<'_>, numbers: &Numbers<'_>) -> Self {
        let mut depends = Self::default();
        let template = source.template;
        for field in template.former_in(part, source.former) {
            depends.answer(&template.id, field, numbers);
        }
        for block in &part.blocks {
            match block {
                Block::Field(field) => depends.answer(&template.id, field, numbers),
                Block::Shared { register, field } => {
                    if let Some(field) = numbers.register(register).and_then(|r| r.field(field)) {
                        depends.answer(register, field, numbers);
                    }
                }
                Block::Table(table) => depends.table(table, template, numbers),
                Block::Computed(_) => depends.whole = true,
            }
        }
        depends
    }

    /// What the rows of a table depend on besides their own answers and the names of the rows to which they refer. Rows
    /// must not be added, removed or moved.
    pub(crate) fn of_other_rows(table: &Table, template: &Template, numbers: &Numbers<'_>) -> Self {
        let mut depends = Self::default();
        for register in &table.rows {
            let known = numbers.register(register);
            for column in &table.columns {
                depends.beside_column(column, numbers);
                if let Some(field) = column.field.as_deref().and_then(|id| known?.field(id)) {
                    depends.beside_answer(field, numbers);
                    if let Some(when) = &field.when {
                        depends.beside_condition(&template.id, when);
                    }
                }
            }
        }
        depends
    }

    /// Whether the part can be different after this change.
    pub(crate) fn on(&self, touch: &Touch) -> bool {
        self.whole
            || touch.everything
            || touch.rows.iter().any(|r| self.rows.contains(r) || self.registers.contains(r))
            || touch
                .fields
                .iter()
                .any(|at| self.registers.contains(&at.0) || self.fields.contains(at))
    }

    /// Adds an answer, which is shown together with its options.
    fn answer(&mut self, register: &str, field: &Field, numbers: &Numbers<'_>) {
        self.rows.insert(register.to_owned());
        self.field(register, &field.id);
        if let Some(when) = &field.when {
            self.condition(register, when);
        }
        if let Some(alternative) = &field.alternative {
            self.field(register, alternative);
        }
        if field.kind == FieldKind::Acceptance {
            self.registers.insert(register.to_owned());
        }
        for to in &field.to {
            self.names(to, numbers);
        }
        self.beside_answer(field, numbers);
    }

    /// Adds what an answer depends on besides its row and the names of the rows to which it refers.
    fn beside_answer(&mut self, field: &Field, numbers: &Numbers<'_>) {
        if field.kind == FieldKind::Acceptance {
            // Shown beside an acceptance: who can accept, and the level of risk.
            let people = numbers.roles().register(FieldRole::PersonRole);
            self.registers.insert(METHOD.to_owned());
            self.registers.extend(people.map(str::to_owned));
            self.treatment(numbers);
        }
        if matches!(field.kind, FieldKind::Level | FieldKind::Scale | FieldKind::Matrix) {
            self.registers.insert(METHOD.to_owned());
        }
    }

    fn table(&mut self, table: &Table, template: &Template, numbers: &Numbers<'_>) {
        if let Some(when) = &table.when {
            self.condition(&template.id, when);
            self.rows.insert(template.id.clone());
        }
        if table.takes_absence() {
            let notes = numbers.roles().register(FieldRole::SubjectNote);
            self.registers.extend(notes.map(str::to_owned));
        }
        for register in &table.rows {
            self.names(register, numbers);
            if let Some(each) = &table.each {
                self.field(register, each);
            }
            for only in &table.only {
                self.field(register, &only.field);
            }
            if let Some(groups) = &table.groups {
                self.field(register, &groups.by);
                for when in groups.subjects.iter().filter_map(|subject| subject.when.as_ref()) {
                    self.condition(register, when);
                }
            }
            for column in &table.columns {
                self.column(register, column, numbers);
            }
        }
    }

    fn column(&mut self, register: &str, column: &Column, numbers: &Numbers<'_>) {
        if is_level(column) {
            self.registers.insert(register.to_owned());
        }
        if let Some((by, _)) = column.named_by.as_deref().and_then(|by| by.split_once('.')) {
            self.names(by, numbers);
        }
        self.beside_column(column, numbers);
        let field = column.field.as_deref();
        if let Some(field) = field.and_then(|id| numbers.register(register)?.field(id)) {
            self.answer(register, field, numbers);
        }
    }

    /// Adds what a column depends on besides its row, the names of the rows to which the row refers, and the answer
    /// that it shows.
    fn beside_column(&mut self, column: &Column, numbers: &Numbers<'_>) {
        if is_level(column) {
            self.registers.insert(METHOD.to_owned());
            self.treatment(numbers);
        }
        if let Some((by, field)) = column.named_by.as_deref().and_then(|by| by.split_once('.')) {
            self.field(by, field);
        }
    }

    /// Adds which risks are treated. That decides which scores of a risk are in force.
    fn treatment(&mut self, numbers: &Numbers<'_>) {
        let roles = numbers.roles();
        for role in Treatment::READS {
            if let (Some(measures), Some(field)) = (roles.register(role), roles.field(role)) {
                self.rows.insert(measures.to_owned());
                self.field(measures, field);
            }
        }
    }

    /// Adds the numbers and names of the rows of a register.
    fn names(&mut self, register: &str, numbers: &Numbers<'_>) {
        self.rows.insert(register.to_owned());
        if let Some(register) = numbers.register(register) {
            self.field(&register.id, &register.label_field);
        }
    }

    fn condition(&mut self, register: &str, when: &Condition) {
        match when {
            Condition::Chosen { field, .. }
            | Condition::ChosenOther { field, .. }
            | Condition::NotChosen { field, .. }
            | Condition::Answer { field, .. }
            | Condition::Answered { field, .. } => self.field(register, field),
            Condition::All { all } => all.iter().for_each(|when| self.condition(register, when)),
            Condition::Any { any } => any.iter().for_each(|when| self.condition(register, when)),
            // The screening reads the form's own answers, and only the form's own fields depend on it.
            Condition::Screening { .. } => {
                self.registers.insert(register.to_owned());
            }
            Condition::Rows { register, .. } => {
                self.registers.insert(register.clone());
            }
        }
    }

    /// Adds what a condition on a row depends on besides the row. `form` is the register of the form's own answers,
    /// which a screening reads.
    fn beside_condition(&mut self, form: &str, when: &Condition) {
        let mut read = Self::default();
        read.condition(form, when);
        // The fields that a condition reads are fields of the row.
        self.registers.append(&mut read.registers);
    }

    fn field(&mut self, register: &str, field: &str) {
        self.fields.insert((register.to_owned(), field.to_owned()));
    }
}

/// Whether a column shows a computed level.
fn is_level(column: &Column) -> bool {
    column.computed.is_some_and(|computed| computed != ComputedCell::Label)
}
