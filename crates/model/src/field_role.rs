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
    /// A risk in one line.
    RiskTitle,
    /// The scenario of the catalogue that a risk was begun with.
    RiskScenarioId,
    /// Where the harm to data subjects comes from.
    RiskOrigin,
    /// How a risk to data subjects comes about.
    RiskHow,
    /// Who or what causes a risk to data subjects.
    RiskSources,
    /// What data subjects would suffer.
    RiskImpact,
    /// Where the cause of a risk to the organisation mainly lies.
    RiskEnvironment,
    /// The scenario of a risk to the organisation.
    RiskScenario,
    /// What is lost when a risk to the organisation comes true.
    RiskAffected,
    /// Who answers for a risk.
    RiskOwner,
    /// Who accepts what remains of a risk.
    RiskAcceptance,
    /// Why the scores for data subjects are as they are.
    SubjectsReason,
    /// Whether a risk to data subjects may stay as it is.
    SubjectsAcceptable,
    /// Whether what remains of a risk to data subjects may stay.
    SubjectsResidualAcceptable,
    /// Why the likelihood for the organisation is as it is.
    OrganisationLikelihoodReason,
    /// Why the severity for the organisation is as it is.
    OrganisationSeverityReason,
    /// Why the scores for the organisation after treatment are as they are.
    OrganisationResidualReason,
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
    /// How a measure treats a risk.
    MeasureOption,
    /// Whether a measure is in place.
    MeasureStatus,
    /// Who sees to a measure.
    MeasureResponsible,
    /// The day by which a measure works.
    MeasureDeadline,
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
}

impl FieldRole {
    /// All roles. The registers declare each of them.
    pub const ALL: [FieldRole; 45] = [
        FieldRole::Controller,
        FieldRole::ProcessorName,
        FieldRole::LibraryProvider,
        FieldRole::Concerns,
        FieldRole::RiskTitle,
        FieldRole::RiskScenarioId,
        FieldRole::RiskOrigin,
        FieldRole::RiskHow,
        FieldRole::RiskSources,
        FieldRole::RiskImpact,
        FieldRole::RiskEnvironment,
        FieldRole::RiskScenario,
        FieldRole::RiskAffected,
        FieldRole::RiskOwner,
        FieldRole::RiskAcceptance,
        FieldRole::SubjectsReason,
        FieldRole::SubjectsAcceptable,
        FieldRole::SubjectsResidualAcceptable,
        FieldRole::OrganisationLikelihoodReason,
        FieldRole::OrganisationSeverityReason,
        FieldRole::OrganisationResidualReason,
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
        FieldRole::MeasureOption,
        FieldRole::MeasureStatus,
        FieldRole::MeasureResponsible,
        FieldRole::MeasureDeadline,
        FieldRole::MeasureEvidence,
        FieldRole::RequestTo,
        FieldRole::RequestAbout,
        FieldRole::RequestWords,
        FieldRole::RequestStatus,
        FieldRole::JudgedStatement,
        FieldRole::Judgement,
        FieldRole::JudgementNote,
    ];

    /// The kind that a field of this role has.
    pub fn kind(self) -> FieldKind {
        match self {
            FieldRole::Controller
            | FieldRole::ProcessorName
            | FieldRole::LibraryProvider
            | FieldRole::RiskTitle
            | FieldRole::RiskScenarioId
            | FieldRole::RiskOwner
            | FieldRole::MeasureResponsible
            | FieldRole::RequestTo
            | FieldRole::RequestAbout => FieldKind::Line,
            FieldRole::Concerns | FieldRole::RiskAffected => FieldKind::Choices,
            FieldRole::RiskOrigin
            | FieldRole::RiskEnvironment
            | FieldRole::MeasureServes
            | FieldRole::MeasureBy
            | FieldRole::MeasureOption
            | FieldRole::MeasureStatus
            | FieldRole::RequestStatus
            | FieldRole::Judgement => FieldKind::Choice,
            FieldRole::RiskHow
            | FieldRole::RiskSources
            | FieldRole::RiskImpact
            | FieldRole::RiskScenario
            | FieldRole::SubjectsReason
            | FieldRole::OrganisationLikelihoodReason
            | FieldRole::OrganisationSeverityReason
            | FieldRole::OrganisationResidualReason
            | FieldRole::MeasureWords
            | FieldRole::RequestWords
            | FieldRole::JudgementNote => FieldKind::Text,
            FieldRole::SubjectsAcceptable | FieldRole::SubjectsResidualAcceptable => {
                FieldKind::YesNo
            }
            FieldRole::RiskAcceptance => FieldKind::Acceptance,
            FieldRole::MeasureDeadline => FieldKind::Date,
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
            | FieldRole::JudgedStatement => None,
            FieldRole::MeasureWords
            | FieldRole::MeasureServes
            | FieldRole::MeasureBy
            | FieldRole::MeasureOption
            | FieldRole::MeasureStatus
            | FieldRole::MeasureResponsible
            | FieldRole::MeasureDeadline
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
