//! The answers of the commands on requests, their answers and the letter.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::frozen::AttachmentLine;
use vurder_model::id::RowId;
use vurder_model::template::Preset;

use crate::command_types::answers;
use crate::request_state::RequestState;

answers! {
    /// The open request to a provider on a matter, and the first values of a new request.
    RequestDraft {
        /// The open request; none when a new one is to be made.
        row: Option<RowId>,
        /// Id of the form that shows it.
        form: Option<String>,
        /// Id of the section that shows it.
        section: Option<String>,
        /// First values of a new request.
        values: Vec<Preset>,
    }

    /// The requests of a project.
    Requests {
        /// The revision of the project that this answer is of.
        revision: u64,
        /// The day on which this answer was made.
        #[ts(as = "String")]
        today: NaiveDate,
        /// The requests in the order of their numbers.
        requests: Vec<RequestView>,
    }

    /// A request to a provider.
    RequestView {
        /// The row.
        row: RowId,
        /// Number of the request, such as "Q3".
        number: String,
        /// Name of the provider, as the request has it.
        provider: String,
        /// Id of the provider; none if the library does not have the provider.
        #[ts(optional)]
        provider_id: Option<String>,
        /// Title of the action or topic; may be empty.
        about: String,
        /// The group of topics; empty if the group is not known.
        group: String,
        /// The words of the request, as plain text.
        question: String,
        /// What the request wants, in words; may be empty.
        wanted: String,
        /// Who asks; may be empty.
        asked_by: String,
        /// The status of the request.
        status: RequestState,
        /// The day on which the request was sent.
        #[ts(as = "Option<String>")]
        sent: Option<NaiveDate>,
        /// The day by which the answer is needed.
        #[ts(as = "Option<String>")]
        due: Option<NaiveDate>,
        /// Whether that day has passed without an answer.
        overdue: bool,
        /// The day on which the answer came.
        #[ts(as = "Option<String>")]
        answered: Option<NaiveDate>,
        /// The answer, as plain text; may be empty.
        answer: String,
        /// The files attached to the request, such as the provider's letter.
        files: Vec<AttachmentLine>,
        /// How often the answer is cited in the project.
        cited: usize,
        /// Id of the form that shows the request; none if no form of the project shows it.
        #[ts(optional)]
        form: Option<String>,
        /// Number of the section that shows the request.
        #[ts(optional)]
        section: Option<String>,
    }

    /// An answer of a provider that can be cited.
    AnswerView {
        /// The name by which `cite` takes the answer.
        name: String,
        /// The request.
        row: RowId,
        /// The number of the request.
        number: String,
        /// Who answered.
        provider: String,
        /// The words of the request, as plain text.
        question: String,
        /// The answer, as plain text.
        words: String,
        /// The day on which the answer came.
        #[ts(as = "Option<String>")]
        on: Option<NaiveDate>,
    }

    /// A letter with requests to a provider.
    LetterView {
        /// Name of the provider.
        provider: String,
        /// The subject for an e-mail.
        subject: String,
        /// The letter as plain text.
        text: String,
        /// The requests in the letter.
        requests: Vec<RowId>,
    }
}
