//! The answer of the command `duties`.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use crate::command_types::answers;

answers! {
    /// Duties of a project, or of all projects, the earliest first.
    Duties {
        /// The day on which the answer was made.
        #[ts(as = "String")]
        today: NaiveDate,
        /// The duties; overdue ones stand first.
        duties: Vec<DutyView>,
    }

    /// A duty with its day.
    DutyView {
        /// The project.
        project: ProjectId,
        /// The name of the project.
        project_title: String,
        /// The day.
        #[ts(as = "String")]
        day: NaiveDate,
        /// Whether the day has passed.
        overdue: bool,
        /// What falls on that day: the label of the field, or the title of a document.
        what: String,
        /// What the duty is about: the row in one line, or the short name of the form. Empty for a document.
        about: String,
        /// Who has the duty, or who publishes the document; empty if nobody is named.
        whose: String,
        /// The place of the day in the project; none for a document of a provider.
        #[ts(optional)]
        place: Option<DutyPlace>,
        /// Address of a provider's document; empty if the document has none.
        #[ts(optional)]
        document: Option<String>,
    }

    /// Where a day stands in a project.
    DutyPlace {
        /// Id of the form.
        form: String,
        /// Number of the section.
        section: String,
        /// The row.
        row: RowId,
        /// The field.
        field: String,
    }
}
