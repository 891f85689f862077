//! What the program itself does with some fields, as the registers declare it: the code asks for a role and never for a
//! field by its id.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::field::{FieldKind, Register};
use crate::project::{Project, Row};
use crate::template::ComputedCell;

/// What the program does with a field besides showing it. No two fields have the same role.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum FieldRole {
    /// The name of a controller; stands on the report's cover.
    Controller,
    /// The provider of the library that a processor is.
    LibraryProvider,
    /// Whom a risk concerns: the options `subjects` and `organisation`.
    Concerns,
    /// Likelihood for data subjects before additional measures.
    SubjectsLikelihood,
    /// Severity for data subjects before additional measures.
    SubjectsSeverity,
    /// Likelihood for data subjects after additional measures.
    SubjectsResidualLikelihood,
    /// Severity for data subjects after additional measures.
    SubjectsResidualSeverity,
    /// Likelihood for the organisation before treatment.
    OrganisationLikelihood,
    /// Severity for the organisation before treatment.
    OrganisationSeverity,
    /// Likelihood for the organisation after treatment.
    OrganisationResidualLikelihood,
    /// Severity for the organisation after treatment.
    OrganisationResidualSeverity,
    /// What a measure is, in words: a statement that is taken over is written there.
    MeasureWords,
    /// The requirement that a measure serves.
    MeasureServes,
    /// Who carries a measure out: has the option `provider`.
    MeasureBy,
    /// The risks that a measure treats.
    MeasureTreats,
    /// The statements that show a measure.
    MeasureEvidence,
    /// Whom a request goes to.
    RequestTo,
    /// The statement that a control note judges.
    JudgedStatement,
    /// The judgement of a control note.
    Judgement,
    /// The words of a control note.
    JudgementNote,
}

impl FieldRole {
    /// All roles: each is somebody's in the registers.
    pub const ALL: [FieldRole; 20] = [
        FieldRole::Controller,
        FieldRole::LibraryProvider,
        FieldRole::Concerns,
        FieldRole::SubjectsLikelihood,
        FieldRole::SubjectsSeverity,
        FieldRole::SubjectsResidualLikelihood,
        FieldRole::SubjectsResidualSeverity,
        FieldRole::OrganisationLikelihood,
        FieldRole::OrganisationSeverity,
        FieldRole::OrganisationResidualLikelihood,
        FieldRole::OrganisationResidualSeverity,
        FieldRole::MeasureWords,
        FieldRole::MeasureServes,
        FieldRole::MeasureBy,
        FieldRole::MeasureTreats,
        FieldRole::MeasureEvidence,
        FieldRole::RequestTo,
        FieldRole::JudgedStatement,
        FieldRole::Judgement,
        FieldRole::JudgementNote,
    ];

    /// The kind that a field of this role has.
    pub fn kind(self) -> FieldKind {
        match self {
            FieldRole::Controller | FieldRole::LibraryProvider | FieldRole::RequestTo => {
                FieldKind::Line
            }
            FieldRole::Concerns => FieldKind::Choices,
            FieldRole::MeasureServes | FieldRole::MeasureBy | FieldRole::Judgement => {
                FieldKind::Choice
            }
            FieldRole::MeasureWords | FieldRole::JudgementNote => FieldKind::Text,
            FieldRole::MeasureTreats => FieldKind::Refs,
            FieldRole::MeasureEvidence | FieldRole::JudgedStatement => FieldKind::Citations,
            FieldRole::SubjectsLikelihood
            | FieldRole::SubjectsSeverity
            | FieldRole::SubjectsResidualLikelihood
            | FieldRole::SubjectsResidualSeverity
            | FieldRole::OrganisationLikelihood
            | FieldRole::OrganisationSeverity
            | FieldRole::OrganisationResidualLikelihood
            | FieldRole::OrganisationResidualSeverity => FieldKind::Level,
        }
    }

    /// A role whose field stands in the same register, since the program reads both of one row.
    pub fn beside(self) -> Option<FieldRole> {
        match self {
            FieldRole::Controller
            | FieldRole::LibraryProvider
            | FieldRole::Concerns
            | FieldRole::MeasureTreats
            | FieldRole::RequestTo
            | FieldRole::JudgedStatement => None,
            FieldRole::MeasureWords
            | FieldRole::MeasureServes
            | FieldRole::MeasureBy
            | FieldRole::MeasureEvidence => Some(FieldRole::MeasureTreats),
            FieldRole::Judgement | FieldRole::JudgementNote => Some(FieldRole::JudgedStatement),
            _ => Some(FieldRole::Concerns),
        }
    }

    /// Its name in the registers.
    pub fn id(self) -> String {
        let json = serde_json::to_value(self).unwrap_or_default();
        json.as_str().unwrap_or_default().to_owned()
    }
}

/// The fields that have a role, by register and id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roles<'a> {
    fields: HashMap<FieldRole, (&'a str, &'a str)>,
}

/// The two scores that give a level of risk, as fields of the register of risks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scores<'a> {
    /// The field with the likelihood.
    pub likelihood: &'a str,
    /// The field with the severity.
    pub severity: &'a str,
}

impl<'a> Roles<'a> {
    /// The roles that the fields of `registers` declare.
    pub fn of(registers: impl IntoIterator<Item = &'a Register>) -> Self {
        let mut fields = HashMap::new();
        for register in registers {
            for field in &register.fields {
                if let Some(role) = field.role {
                    fields.entry(role).or_insert((register.id.as_str(), field.id.as_str()));
                }
            }
        }
        Self { fields }
    }

    /// The id of the field that has the role.
    pub fn field(&self, role: FieldRole) -> Option<&'a str> {
        self.fields.get(&role).map(|(_, field)| *field)
    }

    /// The id of the register whose field has the role.
    pub fn register(&self, role: FieldRole) -> Option<&'a str> {
        self.fields.get(&role).map(|(register, _)| *register)
    }

    /// The fields that a computed level reads; nothing for a cell that is no level.
    pub fn scores(&self, cell: ComputedCell) -> Option<Scores<'a>> {
        let (likelihood, severity) = match cell {
            ComputedCell::Label => return None,
            ComputedCell::SubjectsInherent => {
                (FieldRole::SubjectsLikelihood, FieldRole::SubjectsSeverity)
            }
            ComputedCell::SubjectsResidual => {
                (FieldRole::SubjectsResidualLikelihood, FieldRole::SubjectsResidualSeverity)
            }
            ComputedCell::OrganisationInherent => {
                (FieldRole::OrganisationLikelihood, FieldRole::OrganisationSeverity)
            }
            ComputedCell::OrganisationResidual => {
                (FieldRole::OrganisationResidualLikelihood, FieldRole::OrganisationResidualSeverity)
            }
        };
        Some(Scores { likelihood: self.field(likelihood)?, severity: self.field(severity)? })
    }

    /// The rows of the register whose field has the role, those in the trash left out.
    pub fn rows<'p>(&self, project: &'p Project, role: FieldRole) -> impl Iterator<Item = &'p Row> {
        let register = self.register(role).unwrap_or_default().to_owned();
        project.rows.iter().filter(move |row| row.register == register && row.trashed.is_none())
    }

    /// The names of the project's controllers that are filled in.
    pub fn controllers(&self, project: &Project) -> Vec<String> {
        let Some(field) = self.field(FieldRole::Controller) else { return Vec::new() };
        self.rows(project, FieldRole::Controller)
            .filter_map(|row| row.values.get(field))
            .map(crate::value::Value::plain_text)
            .filter(|name| !name.is_empty())
            .collect()
    }
}
