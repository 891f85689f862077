//! How a remark of a reviewer is made, and what became of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What became of a remark; the options of its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RemarkState {
    /// Nobody decided on it yet.
    Open,
    /// The change that it proposes was made.
    Accepted,
    /// It was answered.
    Answered,
    /// It is not followed, for a reason.
    Declined,
    /// What it asks for was done.
    Done,
}

impl RemarkState {
    const ALL: [Self; 5] = [Self::Open, Self::Accepted, Self::Answered, Self::Declined, Self::Done];

    /// The option of the state.
    pub(crate) fn option(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Answered => "answered",
            Self::Declined => "declined",
            Self::Done => "done",
        }
    }

    /// The state in which these options are chosen; open where none is.
    pub(crate) fn of(chosen: &[&str]) -> Self {
        let found = Self::ALL.into_iter().find(|state| chosen.contains(&state.option()));
        found.unwrap_or(Self::Open)
    }
}

/// How a reviewer made a remark; the options of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RemarkKind {
    /// A note at a place, or a reply.
    Comment,
    /// Words are marked.
    Highlight,
    /// Words are underlined.
    Underline,
    /// Words are struck out: they should go.
    StrikeOut,
    /// Words should stand here.
    Insertion,
    /// Words should go.
    Deletion,
    /// Words should go and others stand in their place.
    Replacement,
    /// Words written on the page.
    FreeText,
}

impl RemarkKind {
    const ALL: [Self; 8] = [
        Self::Comment,
        Self::Highlight,
        Self::Underline,
        Self::StrikeOut,
        Self::Insertion,
        Self::Deletion,
        Self::Replacement,
        Self::FreeText,
    ];

    /// The option of the kind.
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
        }
    }

    /// The kind in which these options are chosen; a comment where none is.
    pub(crate) fn of(chosen: &[&str]) -> Self {
        let found = Self::ALL.into_iter().find(|kind| chosen.contains(&kind.option()));
        found.unwrap_or(Self::Comment)
    }
}

impl From<vurder_remarks::RemarkKind> for RemarkKind {
    fn from(kind: vurder_remarks::RemarkKind) -> Self {
        match kind {
            vurder_remarks::RemarkKind::Comment => Self::Comment,
            vurder_remarks::RemarkKind::Highlight => Self::Highlight,
            vurder_remarks::RemarkKind::Underline => Self::Underline,
            vurder_remarks::RemarkKind::StrikeOut => Self::StrikeOut,
            vurder_remarks::RemarkKind::Insertion => Self::Insertion,
            vurder_remarks::RemarkKind::Deletion => Self::Deletion,
            vurder_remarks::RemarkKind::Replacement => Self::Replacement,
            vurder_remarks::RemarkKind::FreeText => Self::FreeText,
        }
    }
}
