//! The answers of the commands that show and write reports.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command_types::answers;

answers! {
    /// A report before it is written.
    Preview {
        /// The page as SVG.
        svg: String,
        /// Number of pages.
        pages: usize,
        /// Characters that no font has.
        missing_glyphs: Vec<MissingCharacter>,
        /// Fonts of this computer that the report uses for characters that the bundled fonts lack.
        fonts: Vec<String>,
    }

    /// A character that no font has. The report shows a box in its place.
    MissingCharacter {
        /// The character.
        character: String,
        /// Its number in Unicode: "U+6F22".
        code: String,
        /// The pages on which it stands.
        pages: Vec<usize>,
    }

    /// A report that was written.
    Exported {
        /// The file.
        path: String,
        /// Number of pages; 0 for a file without fixed pages, such as a Word file.
        pages: usize,
        /// Size in bytes.
        bytes: usize,
        /// Characters that no font has. The file shows boxes in their place.
        missing_glyphs: Vec<MissingCharacter>,
        /// Fonts of this computer that the file uses for characters that the bundled fonts lack.
        fonts: Vec<String>,
        /// Names of people that the program knows and that are in the file although its cut withholds names.
        names: Vec<String>,
    }
}
