//! Computes what a rule reads. After a change, only rules that read something that it touched are evaluated again. A
//! waiver falls when what its rule read changes.

use std::collections::BTreeSet;

use crate::check::predicate::{Path, Predicate};
use crate::check::rule::{Rule, WrittenMend};
use crate::field::{Condition, Register};
use crate::method::METHOD;
use crate::role::{FieldRole, Roles};
use crate::view::{Touch, Treatment};

/// What a rule reads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Reads {
    /// The rule is a function. Any change can matter to it.
    whole: bool,
    /// The register of the rows that it looks at one by one.
    each: Option<String>,
    /// Fields of the rows that it looks at one by one.
    pub(crate) own: BTreeSet<String>,
    /// Answers of single registers, as register and field.
    pub(crate) singles: BTreeSet<(String, String)>,
    /// Registers whose rows it counts or goes through.
    pub(crate) rows: BTreeSet<String>,
    /// Fields of the registers in `rows`.
    fields: BTreeSet<(String, String)>,
    /// Registers of which the rule reads every field.
    registers: BTreeSet<String>,
    /// Registers whose rows are named at the fields that it reads. A reference to a deleted row does not count, so the
    /// rows themselves matter.
    referred: BTreeSet<String>,
}

impl Reads {
    /// Computes what a rule reads.
    pub(crate) fn of(rule: &Rule, registers: &[Register], roles: &Roles<'_>) -> Self {
        let each = rule.each.as_deref();
        let mut reads = Self { whole: rule.function, each: rule.each.clone(), ..Self::default() };
        reads.all(&rule.when, each, registers, roles);
        reads.path(&rule.at, each);
        if let Some(register) = each {
            reads.rows.insert(register.to_owned());
            let label = registers.iter().find(|known| known.id == register);
            if let Some(label) = label.map(|register| register.label_field.clone()) {
                reads.fields.insert((register.to_owned(), label));
            }
        }
        match &rule.mend {
            Some(WrittenMend::Choose { field, .. }) => reads.path(field, each),
            Some(WrittenMend::Copy { from, to }) => {
                reads.path(&Path::from(from.as_str()), each);
                reads.path(&Path::from(to.as_str()), each);
            }
            _ => {}
        }
        reads.questions(registers);
        let answers = reads.fields.iter().chain(&reads.singles);
        let known = answers.filter_map(|(register, field)| {
            registers.iter().find(|known| known.id == *register)?.field(field)
        });
        reads.referred = known.flat_map(|field| field.to.iter().cloned()).collect();
        reads
    }

    /// Adds the answers that decide whether the answers are asked for that the rule reads.
    fn questions(&mut self, registers: &[Register]) {
        for answers in [&mut self.fields, &mut self.singles] {
            let deciding = answers.iter().flat_map(|(register, field)| {
                let known = registers.iter().find(|known| known.id == *register);
                let when = known.and_then(|known| known.field(field)).and_then(|f| f.when.as_ref());
                let fields = when.map(Condition::fields_of_row).unwrap_or_default();
                fields.into_iter().map(|field| (register.clone(), field.to_owned()))
            });
            let deciding: Vec<(String, String)> = deciding.collect();
            answers.extend(deciding);
        }
    }

    /// Whether the findings of the rule can be different after this change.
    pub(crate) fn on(&self, touch: &Touch) -> bool {
        self.whole
            || touch.everything
            || touch
                .rows
                .iter()
                .any(|register| self.rows.contains(register) || self.referred.contains(register))
            || touch.fields.iter().any(|at| {
                self.fields.contains(at)
                    || self.singles.contains(at)
                    || self.registers.contains(&at.0)
            })
            || touch.rows.iter().any(|row| self.singles.iter().any(|(of, _)| of == row))
    }

    fn all(
        &mut self,
        predicates: &[Predicate],
        register: Option<&str>,
        registers: &[Register],
        roles: &Roles<'_>,
    ) {
        for predicate in predicates {
            self.predicate(predicate, register, registers, roles);
        }
    }

    fn predicate(
        &mut self,
        predicate: &Predicate,
        register: Option<&str>,
        registers: &[Register],
        roles: &Roles<'_>,
    ) {
        match predicate {
            Predicate::Empty(path) | Predicate::Filled(path) | Predicate::Figure(path) => {
                self.path(path, register);
            }
            Predicate::Chosen { field, .. }
            | Predicate::ChosenCount { field, .. }
            | Predicate::Answered { field, .. }
            | Predicate::Shorter { field, .. }
            | Predicate::Repeated { field, .. } => self.path(field, register),
            Predicate::Level { of, .. } => self.level(*of, register, roles),
            Predicate::Compare { field, to, .. } => {
                self.path(field, register);
                self.path(to, register);
            }
            Predicate::NamedBy { fields, holds } => {
                for path in fields {
                    let namers = path.register.as_deref().unwrap_or_default();
                    self.field_of(namers, &path.field);
                    self.all(holds, Some(namers), registers, roles);
                }
            }
            Predicate::Refers { field, holds } => {
                self.path(field, register);
                let known = register.and_then(|id| registers.iter().find(|known| known.id == id));
                let to = known.and_then(|known| known.field(&field.field)).map(|field| &field.to);
                for named in to.into_iter().flatten() {
                    self.rows.insert(named.clone());
                    self.all(holds, Some(named), registers, roles);
                }
            }
            Predicate::Rows { register: counted, holds, .. } => {
                self.rows.insert(counted.clone());
                self.all(holds, Some(counted), registers, roles);
            }
            Predicate::Words { texts, .. } | Predicate::Cites(texts) => {
                texts.iter().for_each(|path| self.path(path, register));
            }
            Predicate::Names { field, of, .. } => {
                self.path(field, register);
                self.field_of(of.register.as_deref().unwrap_or_default(), &of.field);
            }
            Predicate::NamedIn { register: others, fields, holds } => {
                fields.iter().for_each(|field| self.field_of(others, field));
                self.all(holds, Some(others), registers, roles);
            }
            // When a file is attached or removed, everything counts as touched.
            Predicate::Attached => {}
            Predicate::Excused { .. } => {
                let note = FieldRole::SubjectNote;
                if let (Some(notes), Some(field)) = (roles.register(note), roles.field(note)) {
                    self.field_of(notes, field);
                }
            }
            Predicate::Any(all) | Predicate::All(all) => {
                self.all(all, register, registers, roles);
            }
            Predicate::Not(inner) => self.predicate(inner, register, registers, roles),
        }
    }

    fn level(
        &mut self,
        of: crate::template::ComputedCell,
        register: Option<&str>,
        roles: &Roles<'_>,
    ) {
        // The level of scores depends on the method, and the measures decide which scores are in force.
        self.registers.insert(METHOD.to_owned());
        self.rows.insert(METHOD.to_owned());
        // The scores before treatment are in force as long as no measure treats the risk.
        if let Some(concerns) = roles.field(FieldRole::Concerns) {
            self.path(&Path::from(concerns), register);
        }
        for scores in [of, of.before_treatment()].into_iter().filter_map(|of| roles.scores(of)) {
            self.path(&Path::from(scores.likelihood), register);
            self.path(&Path::from(scores.severity), register);
        }
        for role in Treatment::READS {
            if let (Some(measures), Some(field)) = (roles.register(role), roles.field(role)) {
                self.field_of(measures, field);
            }
        }
    }

    fn path(&mut self, path: &Path, register: Option<&str>) {
        match (&path.register, register) {
            (Some(single), _) => {
                self.singles.insert((single.clone(), path.field.clone()));
            }
            (None, Some(register)) => {
                if self.each.as_deref() == Some(register) {
                    self.own.insert(path.field.clone());
                }
                self.fields.insert((register.to_owned(), path.field.clone()));
            }
            (None, None) => {}
        }
    }

    fn field_of(&mut self, register: &str, field: &str) {
        self.rows.insert(register.to_owned());
        self.fields.insert((register.to_owned(), field.to_owned()));
    }
}
