//! Lists the answers that a cut shows or needs for its computed values.

use std::collections::BTreeSet;

use crate::cut::{AnswerAt, Chapter};
use crate::field::{Condition, Field, FieldKind, Register};
use crate::method::METHOD;
use crate::role::{FieldRole, Roles};
use crate::template::{Block, Column, Computed, ComputedCell, Table, Template};

/// The answers that a cut shows, as register and field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownFields {
    /// Registers whose answers are all shown.
    registers: BTreeSet<String>,
    fields: BTreeSet<(String, String)>,
}

impl ShownFields {
    /// Whether the answers at this field are shown.
    #[must_use]
    pub fn shows(&self, register: &str, field: &str) -> bool {
        self.registers.contains(register)
            || self.fields.contains(&(register.to_owned(), field.to_owned()))
    }

    /// Whether any answer of the rows of this register is shown.
    #[must_use]
    pub fn shows_rows(&self, register: &str) -> bool {
        self.registers.contains(register) || self.fields.iter().any(|(of, _)| of == register)
    }
}

/// The answers that these templates and chapters show. `registers` are the registers that forms share. `answers` are
/// shown in addition.
#[must_use]
pub fn shown_fields(
    templates: &[Template],
    chapters: &[Chapter],
    answers: &[AnswerAt],
    registers: &[Register],
) -> ShownFields {
    let own = templates.iter().flat_map(|template| &template.registers);
    let roles = Roles::of(registers.iter().chain(own));
    let mut reader = Reader { shown: ShownFields::default(), registers, roles };
    for template in templates {
        for block in template.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks) {
            reader.block(block, template);
        }
    }
    // Every cut names the controller whose report it is.
    reader.role(FieldRole::Controller);
    for chapter in chapters {
        reader.chapter(*chapter);
    }
    for answer in answers {
        reader.field(&answer.register, &answer.field);
    }
    reader.shown
}

struct Reader<'a> {
    shown: ShownFields,
    registers: &'a [Register],
    roles: Roles<'a>,
}

impl Reader<'_> {
    fn field(&mut self, register: &str, field: &str) {
        self.shown.fields.insert((register.to_owned(), field.to_owned()));
    }

    fn role(&mut self, role: FieldRole) {
        if let (Some(register), Some(field)) = (self.roles.register(role), self.roles.field(role)) {
            self.field(register, field);
        }
    }

    fn register(&mut self, role: FieldRole) {
        self.shown.registers.extend(self.roles.register(role).map(str::to_owned));
    }

    fn shared(&self, register: &str, field: &str) -> Option<Field> {
        self.registers.iter().find(|known| known.id == register)?.field(field).cloned()
    }

    fn block(&mut self, block: &Block, template: &Template) {
        match block {
            Block::Field(field) => self.answer(&template.id, field),
            Block::Shared { register, field } => {
                if let Some(field) = self.shared(register, field) {
                    self.answer(register, &field);
                }
            }
            Block::Table(table) => self.table(table, template),
            Block::Computed(what) => self.computed(*what, template),
        }
    }

    fn answer(&mut self, register: &str, field: &Field) {
        self.field(register, &field.id);
        if let Some(alternative) = &field.alternative {
            self.field(register, alternative);
        }
        if let Some(when) = &field.when {
            self.condition(register, when);
        }
        if matches!(field.kind, FieldKind::Level | FieldKind::Scale | FieldKind::Matrix) {
            self.shown.registers.insert(METHOD.to_owned());
        }
        // A reference shows the names of the rows to which it refers.
        for to in &field.to {
            self.name(to);
        }
    }

    fn name(&mut self, register: &str) {
        let label = self.registers.iter().find(|known| known.id == register);
        if let Some(label) = label.map(|known| known.label_field.clone()) {
            self.field(register, &label);
        }
    }

    fn table(&mut self, table: &Table, template: &Template) {
        if let Some(when) = &table.when {
            self.condition(&template.id, when);
        }
        if table.takes_absence() {
            self.register(FieldRole::SubjectNote);
        }
        for register in &table.rows {
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
                self.column(register, column);
            }
        }
    }

    fn column(&mut self, register: &str, column: &Column) {
        match column.computed {
            Some(ComputedCell::Label) => self.name(register),
            Some(level) => self.level(level),
            None => {}
        }
        if let Some((by, field)) = column.named_by.as_deref().and_then(|by| by.split_once('.')) {
            self.name(by);
            self.field(by, field);
        }
        let field = column.field.as_deref().and_then(|field| self.shared(register, field));
        if let Some(field) = field {
            self.answer(register, &field);
        }
    }

    /// Adds the scores of a level, and which risks a measure treats, because that decides which scores are in force.
    fn level(&mut self, level: ComputedCell) {
        self.shown.registers.insert(METHOD.to_owned());
        let register = self.roles.register(FieldRole::Concerns).map(str::to_owned);
        let scores = self.roles.scores(level);
        let scores = scores.map(|s| (s.likelihood.to_owned(), s.severity.to_owned()));
        if let (Some(register), Some((likelihood, severity))) = (register, scores) {
            self.field(&register, &likelihood);
            self.field(&register, &severity);
        }
        self.role(FieldRole::Concerns);
        self.role(FieldRole::MeasureTreats);
    }

    fn levels(&mut self, levels: &[ComputedCell]) {
        levels.iter().for_each(|level| self.level(*level));
    }

    fn computed(&mut self, what: Computed, template: &Template) {
        const SUBJECTS: [ComputedCell; 2] =
            [ComputedCell::SubjectsInherent, ComputedCell::SubjectsResidual];
        const ORGANISATION: [ComputedCell; 2] =
            [ComputedCell::OrganisationInherent, ComputedCell::OrganisationResidual];
        match what {
            Computed::SubjectsMatrix => self.levels(&SUBJECTS[..1]),
            Computed::SubjectsMatrices => self.levels(&SUBJECTS),
            Computed::OrganisationMatrix => self.levels(&ORGANISATION[..1]),
            Computed::OrganisationMatrices | Computed::Levels => self.levels(&ORGANISATION),
            Computed::Coverage => {
                self.register(FieldRole::JudgedStatement);
                self.role(FieldRole::MeasureFills);
                for role in
                    [FieldRole::RequestTo, FieldRole::RequestAbout, FieldRole::RequestStatus]
                {
                    self.role(role);
                }
            }
            Computed::Requests => self.register(FieldRole::RequestTo),
            Computed::Notes => self.register(FieldRole::JudgedStatement),
            Computed::Screening => {
                self.shown.registers.insert(template.id.clone());
            }
            Computed::Sources | Computed::Versions => {}
        }
    }

    fn chapter(&mut self, chapter: Chapter) {
        const LEVELS: [ComputedCell; 4] = [
            ComputedCell::SubjectsInherent,
            ComputedCell::SubjectsResidual,
            ComputedCell::OrganisationInherent,
            ComputedCell::OrganisationResidual,
        ];
        let roles: &[FieldRole] = match chapter {
            Chapter::Summary => &[
                FieldRole::RiskTitle,
                FieldRole::RequestTo,
                FieldRole::RequestAbout,
                FieldRole::RequestWords,
                FieldRole::RequestStatus,
                FieldRole::RequestDue,
                FieldRole::PersonRole,
                FieldRole::PersonName,
            ],
            Chapter::Decision => &[FieldRole::PersonRole, FieldRole::PersonName],
            Chapter::ResidualRisks => &[
                FieldRole::RiskTitle,
                FieldRole::RiskOwner,
                FieldRole::RiskAcceptance,
                FieldRole::SubjectsAcceptance,
                FieldRole::MeasureOption,
            ],
            Chapter::RiskLevels => &[FieldRole::MeasureStatus],
            Chapter::Statements | Chapter::NotStated | Chapter::Rights => &[],
        };
        roles.iter().for_each(|role| self.role(*role));
        if matches!(chapter, Chapter::Summary | Chapter::ResidualRisks | Chapter::RiskLevels) {
            self.levels(&LEVELS);
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
            Condition::Screening { .. } => {
                self.shown.registers.insert(register.to_owned());
            }
            Condition::Rows { register, only, .. } => {
                for only in only {
                    self.field(register, &only.field);
                }
            }
        }
    }
}
