//! Where a request stands.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a request stands; the options of its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// It is not sent yet.
    Draft,
    /// It is sent, and nothing came.
    Sent,
    /// It is answered.
    Answered,
    /// The provider does not answer it, or does not do what it asks.
    Declined,
}

impl RequestState {
    /// The option of the status.
    pub(crate) fn option(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Sent => "sent",
            Self::Answered => "answered",
            Self::Declined => "declined",
        }
    }

    /// The state of a status in which these options are chosen; a draft where none is.
    pub(crate) fn of(chosen: &[&str]) -> Self {
        let all = [Self::Sent, Self::Answered, Self::Declined];
        let found = all.into_iter().find(|state| chosen.contains(&state.option()));
        found.unwrap_or(Self::Draft)
    }

    /// Whether the request is over, so that a new one may follow it.
    pub(crate) fn is_over(self) -> bool {
        matches!(self, Self::Answered | Self::Declined)
    }
}
