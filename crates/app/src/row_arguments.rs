//! The arguments of the commands on rows and answers.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::richtext::RichText;
use vurder_model::value::Value;

use crate::command_types::arguments;

arguments! {
    /// An answer to write.
    SetValue {
        /// The project.
        project: ProjectId,
        /// The row; may be left out for a single register.
        #[serde(default)] #[ts(optional)]
        row: Option<RowId>,
        /// The single register, such as `method`, or a form's id or short name.
        #[serde(default)] #[ts(optional)]
        register: Option<String>,
        /// The field.
        field: String,
        /// The answer; the field is emptied when left out.
        #[serde(default)] #[ts(optional)]
        value: Option<Value>,
        /// Rich text as a tree, in place of the Markdown of a text or of the reason of a yes or no.
        #[serde(default)] #[ts(optional, type = "unknown")]
        doc: Option<RichText>,
    }

    /// An answer of a project, by its row and its field.
    OfAnswer {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// The field.
        field: String,
    }

    /// A new row.
    AddRow {
        /// The project.
        project: ProjectId,
        /// The register.
        register: String,
        /// The id of the row; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<RowId>,
        /// The row it comes after; at the end when left out.
        #[serde(default)] #[ts(optional)]
        after: Option<RowId>,
        /// First answers by field.
        #[serde(default)] #[ts(as = "Option<BTreeMap<String, Value>>", optional)]
        values: BTreeMap<String, Value>,
    }

    /// Another place for a row.
    MoveRow {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// The row it comes after; first of its register when left out.
        #[serde(default)] #[ts(optional)]
        after: Option<RowId>,
    }

    /// A row.
    OfRow {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
    }

    /// An answer whose versions are asked for.
    OfVersions {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// The field.
        field: String,
        /// Only versions older than this one; the newest when left out.
        #[serde(default)] #[ts(optional)]
        before: Option<String>,
    }

    /// An earlier version of an answer.
    RestoreAnswer {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// The field.
        field: String,
        /// The version, as `history` names it.
        version: String,
    }
}
