//! What an entry of the log did, as a code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! ops {
    ($($(#[doc = $doc:literal])+ $op:ident = $code:literal,)+) => {
        /// What an entry of the log did. Undo and redo are named after it.
        ///
        /// The file stores the code as text, so a code never changes its meaning and never goes away.
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

            /// The operation of a stored code; [`Op::Other`] where this program does not know it.
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
    /// A project was put into the trash.
    TrashProject = "trash_project",
    /// A project was taken out of the trash.
    RestoreProject = "restore_project",
    /// An answer changed.
    SetValue = "set_value",
    /// A row was added.
    AddRow = "add_row",
    /// A row was moved within its register.
    MoveRow = "move_row",
    /// A row was put into the trash.
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
    /// A project reads a provider at another revision.
    FollowRevision = "follow_revision",
    /// A form is followed in another version.
    MoveForm = "move_form",
    /// It was said why nothing is owed under a subject of a table, or that was taken back.
    NoteSubject = "note_subject",
    /// A risk was begun with a scenario of the catalogue.
    PickScenario = "pick_scenario",
    /// Risks were scored.
    ScoreRisks = "score_risks",
    /// The risks to data subjects concern the organisation as well.
    TakeOverRisks = "take_over_risks",
    /// Ready-made scales became the method.
    UseScales = "use_scales",
    /// A measure fills the gap of a topic.
    FillGap = "fill_gap",
    /// The result of the screening was taken over into the DPIA.
    TakeOverScreening = "take_over_screening",
    /// An earlier version of an answer was brought back.
    RestoreAnswer = "restore_answer",
    /// Words were put in place of others.
    ReplaceWords = "replace_words",
    /// Status or days of requests to providers changed.
    ChangeRequests = "change_requests",
    /// A finding may stand, for a reason.
    Waive = "waive",
    /// A finding counts again.
    Unwaive = "unwaive",
    /// A picture was added, with its file.
    AddPicture = "add_picture",
    /// A file was attached.
    Attach = "attach",
    /// An attachment was put into the trash.
    TrashAttachment = "trash_attachment",
    /// An attachment was taken out of the trash.
    RestoreAttachment = "restore_attachment",
    /// A version of a project was frozen: sent for review or approved.
    FreezeVersion = "freeze_version",
    /// A review round began, ended, or got other recipients.
    ChangeRound = "change_round",
    /// The remarks of a returned file were read.
    ReadRemarks = "read_remarks",
    /// A change of an answer that a remark proposes was made.
    AcceptRemark = "accept_remark",
    /// A remark was answered, declined, done or opened again.
    AnswerRemark = "answer_remark",
    /// A remark was put at another place.
    PlaceRemark = "place_remark",
    /// A section was said to be ready for review, or that was taken back.
    MarkReady = "mark_ready",
    /// The rows of a project were numbered anew.
    Renumber = "renumber",
    /// An operation that this program has no name for: the file was also used by a later version. The log keeps the
    /// code that it was written with.
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
