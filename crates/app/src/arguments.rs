//! The arguments of commands that belong to no other subject. `vurder-cli commands --json` prints the comments of the
//! fields.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command_types::arguments;

arguments! {
    /// Nothing.
    Nothing {}

    /// A file to be written.
    ToFile {
        /// The file; an existing one is replaced whole.
        #[ts(as = "String")]
        out: PathBuf,
    }

    /// A file to be read.
    FromFile {
        /// The file.
        #[ts(as = "String")]
        from: PathBuf,
    }
}
