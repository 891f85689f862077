//! The roles of fields: what the program does with a field besides showing it. The registers declare which field has
//! which role.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::field_kind::FieldKind;

/// What the program does with a field besides showing it. No two fields have the same role.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum FieldRole {
    /// The name of a controller; stands on the report's cover.
    Controller,
    /// The name of a processor.
    ProcessorName,
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
    /// The offer of the provider, or the topic, that a request is about.
    RequestAbout,
    /// The words of a request.
    RequestWords,
    /// Where a request stands: has the options `answered` and `declined`.
    RequestStatus,
    /// The statement that a control note judges.
    JudgedStatement,
    /// The judgement of a control note.
    Judgement,
    /// The words of a control note.
    JudgementNote,
    /// Who accepts what remains of a risk.
    RiskAcceptance,
    /// What somebody is in the assessment: has the option `assessor`.
    PersonRole,
    /// The name of somebody with a role in the assessment.
    PersonName,
    /// Why a finding may stand.
    WaiverReason,
    /// What a finding said when it was waived.
    WaiverWords,
    /// What the rule of a finding looked at when it was waived.
    WaiverFingerprint,
    /// The day on which a finding was waived.
    WaiverDate,
}

impl FieldRole {
    /// All roles. The registers declare each of them.
    pub const ALL: [FieldRole; 31] = [
        FieldRole::Controller,
        FieldRole::ProcessorName,
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
        FieldRole::RequestAbout,
        FieldRole::RequestWords,
        FieldRole::RequestStatus,
        FieldRole::JudgedStatement,
        FieldRole::Judgement,
        FieldRole::JudgementNote,
        FieldRole::RiskAcceptance,
        FieldRole::PersonRole,
        FieldRole::PersonName,
        FieldRole::WaiverReason,
        FieldRole::WaiverWords,
        FieldRole::WaiverFingerprint,
        FieldRole::WaiverDate,
    ];

    /// The kind that a field of this role has.
    pub fn kind(self) -> FieldKind {
        match self {
            FieldRole::Controller
            | FieldRole::ProcessorName
            | FieldRole::LibraryProvider
            | FieldRole::RequestTo
            | FieldRole::RequestAbout
            | FieldRole::PersonName
            | FieldRole::WaiverReason
            | FieldRole::WaiverWords
            | FieldRole::WaiverFingerprint => FieldKind::Line,
            FieldRole::Concerns => FieldKind::Choices,
            FieldRole::MeasureServes
            | FieldRole::MeasureBy
            | FieldRole::RequestStatus
            | FieldRole::Judgement
            | FieldRole::PersonRole => FieldKind::Choice,
            FieldRole::WaiverDate => FieldKind::Date,
            FieldRole::RiskAcceptance => FieldKind::Acceptance,
            FieldRole::MeasureWords | FieldRole::RequestWords | FieldRole::JudgementNote => {
                FieldKind::Text
            }
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

    /// The role whose field must stand in the same register, because the program reads both fields of one row.
    pub fn beside(self) -> Option<FieldRole> {
        match self {
            FieldRole::Controller
            | FieldRole::ProcessorName
            | FieldRole::Concerns
            | FieldRole::MeasureTreats
            | FieldRole::RequestTo
            | FieldRole::JudgedStatement
            | FieldRole::PersonRole
            | FieldRole::WaiverReason => None,
            FieldRole::PersonName => Some(FieldRole::PersonRole),
            FieldRole::WaiverWords | FieldRole::WaiverFingerprint | FieldRole::WaiverDate => {
                Some(FieldRole::WaiverReason)
            }
            FieldRole::MeasureWords
            | FieldRole::MeasureServes
            | FieldRole::MeasureBy
            | FieldRole::MeasureEvidence => Some(FieldRole::MeasureTreats),
            FieldRole::LibraryProvider => Some(FieldRole::ProcessorName),
            FieldRole::RequestAbout | FieldRole::RequestWords | FieldRole::RequestStatus => {
                Some(FieldRole::RequestTo)
            }
            FieldRole::Judgement | FieldRole::JudgementNote => Some(FieldRole::JudgedStatement),
            _ => Some(FieldRole::Concerns),
        }
    }

    /// The name of the role in the registers.
    pub fn id(self) -> String {
        let json = serde_json::to_value(self).unwrap_or_default();
        json.as_str().unwrap_or_default().to_owned()
    }
}
