//! What the commands of pictures take and give.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};

use crate::command_types::{answers, arguments};

arguments! {
    /// A picture that a person attaches.
    AddPicture {
        /// The project.
        project: ProjectId,
        /// The file on the disk, PNG or JPEG. It is copied into the workspace.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        path: Option<PathBuf>,
        /// The name of the file; that of the file on the disk where nothing is said.
        #[serde(default)] #[ts(optional)]
        name: Option<String>,
        /// The bytes of the file in base64, in place of a file on the disk.
        #[serde(default)] #[ts(optional)]
        base64: Option<String>,
        /// What it is, in a few words; may follow later.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        caption: String,
        /// What it shows, for those who cannot see it; may follow later.
        #[serde(default)] #[ts(as = "Option<String>", optional)]
        alternative: String,
        /// Identity of the new row; drawn when left out.
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
