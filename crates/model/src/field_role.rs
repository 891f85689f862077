//! The roles of fields: what the program does with a field besides showing it. The registers declare which field has
//! which role. To add a role, add one entry to the list below.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::field_kind::FieldKind;

/// Each role with its meaning, the kind of its field, and the role whose field must stand in the same register because
/// the program reads both fields of one row.
macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident: $kind:ident $(, beside $beside:ident)?;)*) => {
        /// What the program does with a field besides showing it. No two fields have the same role.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum FieldRole {
            $($(#[$doc])* $role,)*
        }

        impl FieldRole {
            /// All roles. The registers declare each of them.
            pub const ALL: &[FieldRole] = &[$(FieldRole::$role),*];

            /// The kind of a field that has this role.
            pub fn kind(self) -> FieldKind {
                match self {
                    $(FieldRole::$role => FieldKind::$kind,)*
                }
            }

            /// The role whose field must stand in the same register.
            pub fn beside(self) -> Option<FieldRole> {
                match self {
                    $(FieldRole::$role => None $(.or(Some(FieldRole::$beside)))?,)*
                }
            }
        }
    };
}

roles! {
    /// The name of a controller; stands on the report's cover.
    Controller: Line;
    /// The person who advises a controller on data protection, and how to reach them.
    DataProtectionOfficer: Line, beside Controller;
    /// The name of a processor.
    ProcessorName: Line;
    /// The provider of the library that is the processor.
    LibraryProvider: Line, beside ProcessorName;
    /// Whom a risk concerns: the options `subjects` and `organisation`.
    Concerns: Choices;
    /// A risk in one line.
    RiskTitle: Line, beside Concerns;
    /// The scenario of the catalogue from which a risk was made.
    RiskScenarioId: Line, beside Concerns;
    /// Where the harm to data subjects comes from.
    RiskOrigin: Choice, beside Concerns;
    /// How a risk to data subjects comes about.
    RiskHow: Text, beside Concerns;
    /// Who or what causes a risk to data subjects.
    RiskSources: Text, beside Concerns;
    /// What data subjects would suffer.
    RiskImpact: Text, beside Concerns;
    /// Where the cause of a risk to the organisation mainly lies.
    RiskEnvironment: Choice, beside Concerns;
    /// The scenario of a risk to the organisation.
    RiskScenario: Text, beside Concerns;
    /// What is lost when a risk to the organisation comes true.
    RiskAffected: Choices, beside Concerns;
    /// The person who is responsible for a risk.
    RiskOwner: Line, beside Concerns;
    /// The reason for the scores for data subjects.
    SubjectsReason: Text, beside Concerns;
    /// Whether a risk to data subjects may stay as it is.
    SubjectsAcceptable: YesNo, beside Concerns;
    /// Whether the residual risk to data subjects may stay.
    SubjectsResidualAcceptable: YesNo, beside Concerns;
    /// Who accepts the residual risk to data subjects, if it is not acceptable.
    SubjectsAcceptance: Acceptance, beside Concerns;
    /// The reason for the likelihood for the organisation.
    OrganisationLikelihoodReason: Text, beside Concerns;
    /// The reason for the severity for the organisation.
    OrganisationSeverityReason: Text, beside Concerns;
    /// The reason for the scores for the organisation after treatment.
    OrganisationResidualReason: Text, beside Concerns;
    /// Likelihood for data subjects before additional measures.
    SubjectsLikelihood: Level, beside Concerns;
    /// Severity for data subjects before additional measures.
    SubjectsSeverity: Level, beside Concerns;
    /// Likelihood for data subjects after additional measures.
    SubjectsResidualLikelihood: Level, beside Concerns;
    /// Severity for data subjects after additional measures.
    SubjectsResidualSeverity: Level, beside Concerns;
    /// Likelihood for the organisation before treatment.
    OrganisationLikelihood: Level, beside Concerns;
    /// Severity for the organisation before treatment.
    OrganisationSeverity: Level, beside Concerns;
    /// Likelihood for the organisation after treatment.
    OrganisationResidualLikelihood: Level, beside Concerns;
    /// Severity for the organisation after treatment.
    OrganisationResidualSeverity: Level, beside Concerns;
    /// Who accepts the residual risk for the organisation.
    RiskAcceptance: Acceptance, beside Concerns;
    /// The words of a measure. A statement that is taken over is written here.
    MeasureWords: Text, beside MeasureTreats;
    /// The requirement that a measure serves.
    MeasureServes: Choice, beside MeasureTreats;
    /// Who carries out a measure: has the option `provider`.
    MeasureBy: Choice, beside MeasureTreats;
    /// The risks that a measure treats.
    MeasureTreats: Refs;
    /// How a measure treats a risk.
    MeasureOption: Choice, beside MeasureTreats;
    /// Whether a measure is in place.
    MeasureStatus: Choice, beside MeasureTreats;
    /// Who is responsible for a measure.
    MeasureResponsible: Line, beside MeasureTreats;
    /// The day from which a measure works at the latest.
    MeasureDeadline: Date, beside MeasureTreats;
    /// The statements that are evidence for a measure.
    MeasureEvidence: Citations, beside MeasureTreats;
    /// The topics whose gap a measure fills.
    MeasureFills: Choices, beside MeasureTreats;
    /// Whom a request goes to.
    RequestTo: Line;
    /// The offer of the provider, or the topic, that a request is about.
    RequestAbout: Line, beside RequestTo;
    /// The topics that a request asks about.
    RequestTopics: Choices, beside RequestTo;
    /// The words of a request.
    RequestWords: Text, beside RequestTo;
    /// The published statements that a request is about.
    RequestPublished: Citations, beside RequestTo;
    /// What a request asks to be sent back: has the options `answer`, `confirmation` and `approval`.
    RequestWanted: Choice, beside RequestTo;
    /// Who asks, and receives the answer.
    RequestAskedBy: Line, beside RequestTo;
    /// The state of a request: has the options `draft`, `sent`, `answered` and `declined`.
    RequestStatus: Choice, beside RequestTo;
    /// The day on which a request was sent.
    RequestSent: Date, beside RequestTo;
    /// The day by which an answer is needed.
    RequestDue: Date, beside RequestTo;
    /// The answer to a request.
    RequestAnswer: Text, beside RequestTo;
    /// The day on which the answer came.
    RequestAnswered: Date, beside RequestTo;
    /// The statement that a control note judges.
    JudgedStatement: Citations;
    /// The judgement of a control note.
    Judgement: Choice, beside JudgedStatement;
    /// The words of a control note.
    JudgementNote: Text, beside JudgedStatement;
    /// The role that a person has in the assessment: has the option `assessor`.
    PersonRole: Choice;
    /// The person with this role.
    PersonName: Line, beside PersonRole;
    /// Why nothing is required under a prescribed subject of a table. The key of the row is [`subject_key`].
    SubjectNote: Line;
    /// What a picture is called; its file is attached to the row.
    PictureCaption: Line;
    /// What a picture shows, for people who cannot see it.
    PictureAlternative: Line, beside PictureCaption;
    /// Why a finding may stand.
    WaiverReason: Line;
    /// The words of a finding when it was waived.
    WaiverWords: Line, beside WaiverReason;
    /// The data that the rule of a finding read when the finding was waived.
    WaiverFingerprint: Line, beside WaiverReason;
    /// The day on which a finding was waived.
    WaiverDate: Date, beside WaiverReason;
    /// Who is asked to review in a round, separated by semicolons.
    RoundRecipients: Line;
    /// The day on which a round began.
    RoundDate: Date, beside RoundRecipients;
    /// The number of the version that was sent in a round.
    RoundVersion: Line, beside RoundRecipients;
    /// The day on which a round ended.
    RoundClosed: Date, beside RoundRecipients;
    /// The name of a file that came back; the file is attached to the row.
    ReturnedName: Line;
    /// Who sent a file back.
    ReturnedFrom: Line, beside ReturnedName;
    /// The day on which a file that came back was read.
    ReturnedDate: Date, beside ReturnedName;
    /// The number of the version that a file is a report of.
    ReturnedVersion: Line, beside ReturnedName;
    /// The review round in which a file came back.
    ReturnedRound: Refs, beside ReturnedName;
    /// What a reviewer wrote. The key of the row is the key of the remark.
    RemarkWords: Text;
    /// Who wrote a remark.
    RemarkBy: Line, beside RemarkWords;
    /// The day on which a remark was written.
    RemarkDate: Date, beside RemarkWords;
    /// How a remark was made; its options are the kinds of remarks.
    RemarkKind: Choice, beside RemarkWords;
    /// The words that a remark covers.
    RemarkQuoted: Line, beside RemarkWords;
    /// The words before those that a remark covers.
    RemarkBefore: Line, beside RemarkWords;
    /// The words after those that a remark covers.
    RemarkAfter: Line, beside RemarkWords;
    /// The words that a remark proposes.
    RemarkNewWords: Line, beside RemarkWords;
    /// The row to which a remark belongs.
    RemarkRow: Line, beside RemarkWords;
    /// The field to which a remark belongs.
    RemarkField: Line, beside RemarkWords;
    /// The section to which a remark belongs, as `form/section`.
    RemarkSection: Line, beside RemarkWords;
    /// The page of the returned file on which a remark stands.
    RemarkPage: Line, beside RemarkWords;
    /// What became of a remark; its options are the states of remarks.
    RemarkState: Choice, beside RemarkWords;
    /// The answer to a remark, or the reason for which it is declined.
    RemarkAnswer: Text, beside RemarkWords;
    /// Who decided on a remark.
    RemarkAnsweredBy: Line, beside RemarkWords;
    /// The day on which somebody decided on a remark.
    RemarkAnswered: Date, beside RemarkWords;
    /// The remark to which another one is a reply.
    RemarkReplyTo: Refs, beside RemarkWords;
    /// The returned file that holds a remark.
    RemarkFile: Refs, beside RemarkWords;
    /// The part of a remark that stays the same in its file when the reviewer writes other words.
    RemarkIdentity: Line, beside RemarkWords;
    /// The keys of all states in which a remark was read, with spaces between them.
    RemarkSeen: Line, beside RemarkWords;
    /// The day of the file in which a remark came back with other words.
    RemarkEdited: Date, beside RemarkWords;
    /// The words of a remark in its earlier states.
    RemarkEarlier: Text, beside RemarkWords;
    /// The hashes of the words with which the answer was exported that a remark writes over.
    RemarkExported: Line, beside RemarkWords;
    /// What a remark does besides its words, such as a change of paragraphs.
    RemarkTold: Line, beside RemarkWords;
    /// What a person notes for themselves. No report prints it.
    OwnNoteWords: Text;
    /// The row to which an own note belongs.
    OwnNoteRow: Line, beside OwnNoteWords;
    /// The field to which an own note belongs.
    OwnNoteField: Line, beside OwnNoteWords;
    /// The section to which an own note belongs, as `form/section`.
    OwnNoteSection: Line, beside OwnNoteWords;
    /// The day on which an own note was first written.
    OwnNoteDate: Date, beside OwnNoteWords;
    /// Who marked a section as ready for review. The key of the row is `form/section`.
    ReadyBy: Line;
    /// The day on which a section was marked as ready for review.
    ReadyDate: Date, beside ReadyBy;
    /// The name of the answers of the section on that day.
    ReadyFingerprint: Line, beside ReadyBy;
    /// A word that is right in the project although no dictionary has it. The key of the row is the word in small
    /// letters.
    IgnoredWord: Line;
}

impl FieldRole {
    /// The name of the role in the registers.
    pub fn id(self) -> String {
        let json = serde_json::to_value(self).unwrap_or_default();
        json.as_str().unwrap_or_default().to_owned()
    }
}

/// The key of the note on a prescribed subject of a table. Each subject has its own note.
pub fn subject_key(table: &str, subject: &str) -> String {
    format!("{table}:{subject}")
}
