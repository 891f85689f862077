//! The answers of the commands `search` and `find`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};
use vurder_workspace::SnippetPart;

use crate::command_types::answers;

answers! {
    /// The places in which a search found the words.
    SearchResult {
        /// Best first.
        hits: Vec<Hit>,
    }

    /// A place in which a search found the words.
    Hit {
        /// The kind of place.
        kind: HitKind,
        /// The project, for all but statements.
        project: Option<ProjectId>,
        /// Name of the project, or of the provider.
        context: String,
        /// Title of the place, in one line.
        title: String,
        /// The text around the words, in pieces.
        snippet: Vec<SnippetPart>,
        /// The form in which the answer stands.
        form: Option<String>,
        /// The section in which it stands.
        section: Option<String>,
        /// The row.
        row: Option<RowId>,
        /// The field.
        field: Option<String>,
        /// The provider.
        provider: Option<String>,
        /// The page on which the statement stands first.
        page: Option<String>,
        /// The statement.
        statement: Option<String>,
    }

    /// The places of a project in which the words stand.
    FoundPlaces {
        /// The revision of the project in which the places were found; `replace` needs it.
        revision: u64,
        /// Number of places.
        count: usize,
        /// The places in the order of the forms, up to a fixed number.
        places: Vec<FoundPlace>,
    }

    /// A place where the words stand.
    FoundPlace {
        /// The row.
        row: RowId,
        /// The field.
        field: String,
        /// Place of the words in this answer, counted from 0.
        nth: usize,
        /// Number and name of the row; empty for the row of a single register.
        name: String,
        /// The field's label.
        label: String,
        /// The form that shows the answer.
        #[ts(optional)]
        form: Option<String>,
        /// The section of that form.
        #[ts(optional)]
        section: Option<String>,
        /// The text before the words.
        before: String,
        /// The words as they are written there.
        words: String,
        /// The text after the words.
        after: String,
    }
}

/// The kind of place that a search found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// A project by its name.
    Project,
    /// An answer in a form.
    Answer,
    /// An own note.
    OwnNote,
    /// The note of a judgement on a statement.
    Note,
    /// A statement of a provider.
    Statement,
    /// A passage of a provider's imported page.
    Passage,
    /// A file attached to a project, by its name.
    Attachment,
    /// The words of a remark, or its answer.
    Remark,
}
