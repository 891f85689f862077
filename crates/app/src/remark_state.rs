//! The kind and the state of a reviewer's remark.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The state of a remark. Each state is an option of the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RemarkState {
    /// Nobody has decided on the remark yet.
    Open,
    /// The proposed change was made.
    Accepted,
    /// The remark was answered.
    Answered,
    /// The remark was declined, with a reason.
    Declined,
    /// What the remark asks for was done.
    Done,
}

impl RemarkState {
    const ALL: [Self; 5] = [Self::Open, Self::Accepted, Self::Answered, Self::Declined, Self::Done];

    /// The option of this state.
    pub(crate) fn option(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Answered => "answered",
            Self::Declined => "declined",
            Self::Done => "done",
        }
    }

    /// The state of the chosen option; open if there is none.
    pub(crate) fn of(chosen: &[&str]) -> Self {
        let found = Self::ALL.into_iter().find(|state| chosen.contains(&state.option()));
        found.unwrap_or(Self::Open)
    }
}

/// How a reviewer made a remark. Each kind is an option of the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RemarkKind {
    /// A note at a place, or a reply.
    Comment,
    /// Words are highlighted.
    Highlight,
    /// Words are underlined.
    Underline,
    /// Words are struck out: the reviewer would delete them.
    StrikeOut,
    /// The reviewer would insert words here.
    Insertion,
    /// The reviewer would delete words.
    Deletion,
    /// The reviewer would replace words by others.
    Replacement,
    /// Text written on the page.
    FreeText,
    /// An answer was changed without tracking. The words of the remark are those that stand in the file.
    Untracked,
}

impl RemarkKind {
    const ALL: [Self; 9] = [
        Self::Comment,
        Self::Highlight,
        Self::Underline,
        Self::StrikeOut,
        Self::Insertion,
        Self::Deletion,
        Self::Replacement,
        Self::FreeText,
        Self::Untracked,
    ];

    /// The option of this kind.
    pub(crate) fn option(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::Highlight => "highlight",
            Self::Underline => "underline",
            Self::StrikeOut => "strike_out",
            Self::Insertion => "insertion",
            Self::Deletion => "deletion",
            Self::Replacement => "replacement",
            Self::FreeText => "free_text",
            Self::Untracked => "untracked",
        }
    }

    /// The change of words that a remark of this kind proposes.
    pub(crate) fn change(self) -> ProposedChange {
        match self {
            Self::Comment | Self::Highlight | Self::Underline | Self::FreeText => {
                ProposedChange::None
            }
            Self::Insertion => ProposedChange::ComesIn,
            Self::StrikeOut | Self::Deletion => ProposedChange::Goes,
            Self::Replacement => ProposedChange::IsReplaced,
            Self::Untracked => ProposedChange::WholeAnswer,
        }
    }

    /// The kind of the chosen option; a comment if there is none.
    pub(crate) fn of(chosen: &[&str]) -> Self {
        let found = Self::ALL.into_iter().find(|kind| chosen.contains(&kind.option()));
        found.unwrap_or(Self::Comment)
    }
}

/// What a remark would change in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProposedChange {
    /// Nothing.
    None,
    /// Words come in.
    ComesIn,
    /// The words that the remark covers go.
    Goes,
    /// The words that the remark covers are replaced.
    IsReplaced,
    /// The answer gets the words of the remark.
    WholeAnswer,
}

impl From<vurder_remarks::RemarkKind> for RemarkKind {
    fn from(kind: vurder_remarks::RemarkKind) -> Self {
        match kind {
            vurder_remarks::RemarkKind::Comment | vurder_remarks::RemarkKind::State => {
                Self::Comment
            }
            vurder_remarks::RemarkKind::Highlight => Self::Highlight,
            vurder_remarks::RemarkKind::Underline => Self::Underline,
            vurder_remarks::RemarkKind::StrikeOut => Self::StrikeOut,
            vurder_remarks::RemarkKind::Insertion => Self::Insertion,
            vurder_remarks::RemarkKind::Deletion => Self::Deletion,
            vurder_remarks::RemarkKind::Replacement => Self::Replacement,
            vurder_remarks::RemarkKind::FreeText => Self::FreeText,
            vurder_remarks::RemarkKind::Untracked => Self::Untracked,
        }
    }
}
