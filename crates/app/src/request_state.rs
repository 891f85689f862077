//! The status of a request.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The status of a request. Each status is an option of the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// The request is not sent yet.
    Draft,
    /// The request is sent, and no answer came.
    Sent,
    /// The request is answered.
    Answered,
    /// The provider does not answer the request, or does not do what it asks.
    Declined,
}

impl RequestState {
    /// The option of this status.
    pub(crate) fn option(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Sent => "sent",
            Self::Answered => "answered",
            Self::Declined => "declined",
        }
    }

    /// The status of the chosen option; a draft if there is none.
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
