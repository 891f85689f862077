//! The arguments and answers of the commands on pictures.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use crate::command_types::{answers, arguments};

arguments! {
    /// A picture to add.
    AddPicture {
        /// The project.
        project: ProjectId,
        /// The file on the disk, PNG or JPEG. It is copied into the workspace.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        path: Option<PathBuf>,
        /// The name of the file; when left out, that of the file on the disk.
        #[serde(default)] #[ts(optional)]
        name: Option<String>,
        /// The bytes of the file in base64, in place of a file on the disk.
        #[serde(default)] #[ts(optional)]
        base64: Option<String>,
        /// The caption; may follow later.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        caption: String,
        /// The alternative text: what the picture shows, for people who cannot see it; may follow later.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        alternative: String,
        /// The id of the new row; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<RowId>,
    }
}

answers! {
    /// The file of a picture.
    PictureFile {
        /// Its media type.
        media_type: String,
        /// Its bytes in base64.
        base64: String,
    }
}
