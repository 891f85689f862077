//! The codes of the operations in the log.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! ops {
    ($($(#[doc = $doc:literal])+ $op:ident = $code:literal,)+) => {
        /// The operation of an entry of the log. Undo and redo show its name.
        ///
        /// The file stores the code as text. Therefore a code never changes its meaning and is never removed.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Op {
            $($(#[doc = $doc])+ $op,)+
        }

        impl Op {
            /// All codes.
            pub const ALL: &'static [Op] = &[$(Op::$op),+];

            /// The code as the file stores it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Op::$op => $code,)+
                }
            }

            /// The operation for a stored code; [`Op::Other`] if this program does not know the code.
            pub fn parse(code: &str) -> Op {
                match code {
                    $($code => Op::$op,)+
                    _ => Op::Other,
                }
            }
        }
    };
}

ops! {
    /// A project was made.
    CreateProject = "create_project",
    /// Title, language, version, forms or providers of a project changed.
    ChangeProject = "change_project",
    /// A project was moved to the trash.
    TrashProject = "trash_project",
    /// A project was taken out of the trash.
    RestoreProject = "restore_project",
    /// An answer changed.
    SetValue = "set_value",
    /// A row was added.
    AddRow = "add_row",
    /// A row was moved within its register.
    MoveRow = "move_row",
    /// A row was moved to the trash.
    TrashRow = "trash_row",
    /// A row was taken out of the trash.
    RestoreRow = "restore_row",
    /// A statement was cited.
    Cite = "cite",
    /// A statement was judged, or a note on it changed.
    Judge = "judge",
    /// Statements were written into the form.
    UseStatements = "use_statements",
    /// A citation was settled after the provider changed what it publishes: renewed, or kept for a reason.
    SettleCitation = "settle_citation",
    /// A project follows another revision of a provider.
    FollowRevision = "follow_revision",
    /// A project follows another version of a form.
    MoveForm = "move_form",
    /// A reason why nothing is required under a subject of a table was given or removed.
    NoteSubject = "note_subject",
    /// A risk was made from a scenario of the catalogue.
    PickScenario = "pick_scenario",
    /// Risks were scored.
    ScoreRisks = "score_risks",
    /// The risks to data subjects now concern the organisation, too.
    TakeOverRisks = "take_over_risks",
    /// Ready-made scales were taken over as the method.
    UseScales = "use_scales",
    /// A measure was set to fill the gap of a topic.
    FillGap = "fill_gap",
    /// The result of the screening was taken over into the DPIA.
    TakeOverScreening = "take_over_screening",
    /// An earlier version of an answer was restored.
    RestoreAnswer = "restore_answer",
    /// Words were replaced by others.
    ReplaceWords = "replace_words",
    /// Status or days of requests to providers changed.
    ChangeRequests = "change_requests",
    /// A finding was waived, for a reason.
    Waive = "waive",
    /// The waiver of a finding was removed.
    Unwaive = "unwaive",
    /// A picture was added together with its file.
    AddPicture = "add_picture",
    /// A file was attached.
    Attach = "attach",
    /// An attachment was moved to the trash.
    TrashAttachment = "trash_attachment",
    /// An attachment was taken out of the trash.
    RestoreAttachment = "restore_attachment",
    /// A version of a project was frozen: sent for review or approved.
    FreezeVersion = "freeze_version",
    /// A review round began, ended, or got other recipients.
    ChangeRound = "change_round",
    /// The remarks of a returned file were read.
    ReadRemarks = "read_remarks",
    /// A change of an answer that a remark proposes was accepted.
    AcceptRemark = "accept_remark",
    /// A remark was answered, declined, marked as done or opened again.
    AnswerRemark = "answer_remark",
    /// A remark was moved to another place.
    PlaceRemark = "place_remark",
    /// A section was marked as ready for review, or the mark was removed.
    MarkReady = "mark_ready",
    /// The rows of a project were numbered anew.
    Renumber = "renumber",
    /// An operation that this program does not know, because a later version also used the file. The log keeps its
    /// original code.
    Other = "other",
}

impl std::fmt::Display for Op {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_file_the_bridge_and_the_code_use_the_same_codes() {
        for op in Op::ALL {
            assert_eq!(Op::parse(op.as_str()), *op);
            assert_eq!(serde_json::to_value(op).unwrap(), op.as_str());
        }
        assert_eq!(Op::parse("merge_projects"), Op::Other, "a later program wrote it");
    }
}
