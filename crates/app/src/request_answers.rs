//! What is told of requests to providers, of their answers and of the letter.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::frozen::AttachmentLine;
use vurder_model::id::RowId;

use crate::command_types::answers;
use crate::request_state::RequestState;

answers! {
    /// The requests of a project.
    Requests {
        /// The project's revision that this is of.
        revision: u64,
        /// The day on which they are told.
        #[ts(as = "String")]
        today: NaiveDate,
        /// The requests in the order of their numbers.
        requests: Vec<RequestView>,
    }

    /// A request to a provider.
    RequestView {
        /// The row.
        row: RowId,
        /// Its number, such as "Q3".
        number: String,
        /// Whom it goes to, as the request has it.
        provider: String,
        /// The provider of the library that this is; none for anybody else.
        #[ts(optional)]
        provider_id: Option<String>,
        /// The offer or topic that it is about; may be empty.
        about: String,
        /// The group of topics that it belongs to; empty where that is not known.
        group: String,
        /// What is asked, as plain text.
        question: String,
        /// What is asked for, in words; may be empty.
        wanted: String,
        /// Who asks; may be empty.
        asked_by: String,
        /// Where it stands.
        status: RequestState,
        /// The day it went out.
        #[ts(as = "Option<String>")]
        sent: Option<NaiveDate>,
        /// The day by which the answer is needed.
        #[ts(as = "Option<String>")]
        due: Option<NaiveDate>,
        /// Whether that day has passed without an answer.
        overdue: bool,
        /// The day the answer came.
        #[ts(as = "Option<String>")]
        answered: Option<NaiveDate>,
        /// The answer, as plain text; may be empty.
        answer: String,
        /// The files attached to the request, such as the provider's letter.
        files: Vec<AttachmentLine>,
        /// How often the answer is cited in the project.
        cited: usize,
        /// Id of the form that shows it; none where no form of the project does.
        #[ts(optional)]
        form: Option<String>,
        /// Number of the section that shows it.
        #[ts(optional)]
        section: Option<String>,
    }

    /// An answer of a provider that can be cited.
    AnswerView {
        /// The name under which `cite` takes it.
        name: String,
        /// The request.
        row: RowId,
        /// The number of the request.
        number: String,
        /// Who answered.
        provider: String,
        /// What was asked, as plain text.
        question: String,
        /// The answer, as plain text.
        words: String,
        /// The day it came.
        #[ts(as = "Option<String>")]
        on: Option<NaiveDate>,
    }

    /// A letter with requests to a provider.
    LetterView {
        /// Whom it goes to.
        provider: String,
        /// What it is about, for the subject of an e-mail.
        subject: String,
        /// The letter as plain text.
        text: String,
        /// The requests in it.
        requests: Vec<RowId>,
    }
}
