//! The arguments of the commands on requests, their answers and the letter.

use std::path::PathBuf;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use crate::command_types::arguments;
use crate::request_state::RequestState;

arguments! {
    /// The matter of a request to a provider: exactly one of `action`, `topic`, `statement`, `about` and
    /// `sought`.
    RequestFor {
        /// The project.
        project: ProjectId,
        /// Id of the provider.
        provider: String,
        /// Id of the action that it offers.
        #[serde(default)] #[ts(optional)]
        action: Option<String>,
        /// Id of the topic.
        #[serde(default)] #[ts(optional)]
        topic: Option<String>,
        /// Id of a statement, or name of a passage, that is to be confirmed or corrected.
        #[serde(default)] #[ts(optional)]
        statement: Option<String>,
        /// Anything else in a few words, such as a finding; empty for a question that is yet to be written.
        #[serde(default)] #[ts(optional)]
        about: Option<String>,
        /// Words that a person looked for in vain among the provider's statements.
        #[serde(default)] #[ts(optional)]
        sought: Option<String>,
        /// Ids of further topics that the request is about.
        #[serde(default)] #[ts(optional, as = "Option<Vec<String>>")]
        topics: Vec<String>,
    }

    /// A request to a provider: exactly one of `action`, `topic`, `statement`, `about` and `sought`.
    AskProvider {
        /// The project.
        project: ProjectId,
        /// Id of the provider.
        provider: String,
        /// Id of the action that it offers.
        #[serde(default)] #[ts(optional)]
        action: Option<String>,
        /// Id of the topic.
        #[serde(default)] #[ts(optional)]
        topic: Option<String>,
        /// Id of a statement, or name of a passage, that the provider is to confirm or correct. The request pins it.
        #[serde(default)] #[ts(optional)]
        statement: Option<String>,
        /// Anything else in a few words, such as a finding; empty for a question that is yet to be written.
        #[serde(default)] #[ts(optional)]
        about: Option<String>,
        /// Words that a person looked for in vain among the provider's statements.
        #[serde(default)] #[ts(optional)]
        sought: Option<String>,
        /// Ids of further topics that the request is about.
        #[serde(default)] #[ts(optional, as = "Option<Vec<String>>")]
        topics: Vec<String>,
        /// The id of the request; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<RowId>,
    }

    /// A new status for requests, in one step.
    SetRequestStatus {
        /// The project.
        project: ProjectId,
        /// The requests.
        requests: Vec<RowId>,
        /// The new status.
        status: RequestState,
        /// The day on which they were sent, or on which the answer came; today when left out. A draft has neither day.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        on: Option<NaiveDate>,
    }

    /// The day by which answers to requests are needed, for several requests in one step.
    SetRequestDue {
        /// The project.
        project: ProjectId,
        /// The requests.
        requests: Vec<RowId>,
        /// The day; none when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        due: Option<NaiveDate>,
    }

    /// Which answers of providers to find.
    OfAnswers {
        /// The project.
        project: ProjectId,
        /// Words that stand in the question or the answer; all answers when left out.
        #[serde(default)] #[ts(optional)]
        query: Option<String>,
    }

    /// A letter with requests to one provider.
    OfLetter {
        /// The project.
        project: ProjectId,
        /// Id of the provider, or its name as the requests have it.
        provider: String,
        /// The requests; all drafts when left out.
        #[serde(default)] #[ts(as = "Option<Vec<RowId>>", optional)]
        requests: Option<Vec<RowId>>,
        /// The day on the letter; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
    }

    /// A letter to write as a file.
    ExportLetter {
        /// The project.
        project: ProjectId,
        /// Id of the provider, or its name as the requests have it.
        provider: String,
        /// The requests; all drafts when left out.
        #[serde(default)] #[ts(as = "Option<Vec<RowId>>", optional)]
        requests: Option<Vec<RowId>>,
        /// The day on the letter; today when left out.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        date: Option<NaiveDate>,
        /// The format of the file.
        format: LetterFormat,
        /// The file; an existing one is replaced whole.
        #[ts(as = "String")]
        out: PathBuf,
    }
}

/// The format of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum LetterFormat {
    /// As PDF.
    Pdf,
    /// As Word file.
    Docx,
    /// As plain text in UTF-8, for an e-mail.
    Text,
}
