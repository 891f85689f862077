//! The arguments of the commands that import a provider's pages and work with passages.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;
use vurder_model::provider::{Side, StatementKind, Theme};

use crate::command_types::arguments;

arguments! {
    /// A folder, archive or file to look at before it is imported.
    LookAtImport {
        /// A folder, a zip archive or a file.
        path: String,
        /// Id of the format; when left out, the format is recognised.
        #[serde(default)] #[ts(optional)]
        format: Option<String>,
    }

    /// A state of a provider's pages to import.
    Import {
        /// A folder, a zip archive or a file.
        path: String,
        /// Id of the format; when left out, the format is recognised.
        #[serde(default)] #[ts(optional)]
        format: Option<String>,
        /// Id of the provider; made from the name when left out. For a provider that came with the program, the pages
        /// are kept as those of a provider of their own, beside the content of the program.
        #[serde(default)] #[ts(optional)]
        provider: Option<String>,
        /// Name of the provider; needed if the provider is new.
        #[serde(default)] #[ts(optional)]
        name: Option<String>,
        /// Country of the provider, in English.
        #[serde(default)] #[ts(optional)]
        country: Option<String>,
        /// Address of the site; without it, the address of a page is its path.
        #[serde(default)] #[ts(optional)]
        address: Option<String>,
        /// The day of the state: the day on which the pages read like this.
        #[ts(as = "String")]
        date: NaiveDate,
        /// The revision of the repository that the files come from, if it is known.
        #[serde(default)] #[ts(optional)]
        revision: Option<String>,
        /// Ids of pages to leave out, as `look_at_import` gives them.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        left_out: Vec<String>,
    }

    /// Which revisions to list.
    OfRevisions {
        /// Id of a provider; all providers when left out.
        #[serde(default)] #[ts(optional)]
        provider: Option<String>,
    }

    /// A revision of a provider's content.
    OfRevision {
        /// Id of the provider.
        provider: String,
        /// The revision.
        revision: String,
    }

    /// Passages to look for.
    OfPassages {
        /// The words. All of them must stand in the passage or in the headings above it.
        query: String,
        /// A project: only its providers are searched, in the revisions that the project follows.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
        /// Id of a provider; all when left out.
        #[serde(default)] #[ts(optional)]
        provider: Option<String>,
        /// The most passages to give; 40 when left out.
        #[serde(default)] #[ts(optional)]
        limit: Option<usize>,
    }

    /// A statement made from a passage.
    MakeStatement {
        /// Name of the passage: `<page id>#<number>`.
        passage: String,
        /// A project: the passage is taken from the revision that the project follows. When left out, it is taken from
        /// the newest revision.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
        /// The statement in the person's own words.
        words: String,
        /// The kind of statement.
        kind: StatementKind,
        /// What it is: something provided, a limitation, or a duty of the controller.
        side: Side,
        /// Theme of ISO/IEC 27001:2022 annex A.
        theme: Theme,
        /// Ids of the topics that the statement is about; at least one.
        topics: Vec<String>,
        /// Numbers of controls of ISO/IEC 27001:2022.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        iso: Vec<String>,
    }

    /// A statement that a person made from a passage.
    OfOwnStatement {
        /// Id of the statement.
        statement: String,
    }

    /// Words to propose topics for.
    OfWords {
        /// The words.
        words: String,
    }

    /// A provider's content to write as a file.
    ExportPack {
        /// Id of the provider.
        provider: String,
        /// The revision; the newest when left out.
        #[serde(default)] #[ts(optional)]
        revision: Option<String>,
        /// The format of the file.
        format: PackFormat,
        /// A project whose judgements are written as remarks. Only OSCAL can hold them.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
        /// Path of the file.
        out: std::path::PathBuf,
    }
}

/// The format in which a provider's content is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum PackFormat {
    /// Vurder's own pack, as a zip archive, which another Vurder can import.
    Pack,
    /// A component definition of OSCAL, as JSON.
    Oscal,
}
