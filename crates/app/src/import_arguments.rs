//! What the commands take that bring in a provider's pages and work with their passages.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;
use vurder_model::provider::{Side, StatementKind, Theme};

use crate::command_types::arguments;

arguments! {
    /// What to look at before it is imported.
    LookAtImport {
        /// A folder, a zip archive or a file.
        path: String,
        /// Id of the format; the one that is recognised when left out.
        #[serde(default)] #[ts(optional)]
        format: Option<String>,
    }

    /// A state of a provider's pages to be kept.
    Import {
        /// A folder, a zip archive or a file.
        path: String,
        /// Id of the format; the one that is recognised when left out.
        #[serde(default)] #[ts(optional)]
        format: Option<String>,
        /// Id of a provider whose pages they are; made from the name when left out. Pages of a provider that came with
        /// the program are kept beside what the program says of it, as a provider of their own.
        #[serde(default)] #[ts(optional)]
        provider: Option<String>,
        /// Name of the provider; needed for one that is not known yet.
        #[serde(default)] #[ts(optional)]
        name: Option<String>,
        /// Country that the provider works from, in English.
        #[serde(default)] #[ts(optional)]
        country: Option<String>,
        /// Address of the site; without one, pages have their path as address.
        #[serde(default)] #[ts(optional)]
        address: Option<String>,
        /// The day of the state: when the pages read like this.
        #[ts(as = "String")]
        date: NaiveDate,
        /// The revision of the repository that the files come from, where it is known.
        #[serde(default)] #[ts(optional)]
        revision: Option<String>,
        /// Ids of pages that are left out, as `look_at_import` gives them.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        left_out: Vec<String>,
    }

    /// Which revisions.
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
        /// The words; all of them have to stand in the passage or above it.
        query: String,
        /// A project: its providers are looked through, at the revisions at which it reads them.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
        /// Id of a provider; all when left out.
        #[serde(default)] #[ts(optional)]
        provider: Option<String>,
        /// How many at most; 40 when left out.
        #[serde(default)] #[ts(optional)]
        limit: Option<usize>,
    }

    /// A statement made from a passage.
    MakeStatement {
        /// Name of the passage: `<page id>#<number>`.
        passage: String,
        /// A project: the passage is that of the revision at which the project reads the provider. The newest revision
        /// when left out.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
        /// The statement in one's own words.
        words: String,
        /// What kind of statement.
        kind: StatementKind,
        /// Whose side it falls on.
        side: Side,
        /// Theme of ISO/IEC 27001:2022 annex A.
        theme: Theme,
        /// Ids of the topics that it answers; at least one.
        topics: Vec<String>,
        /// Numbers of ISO/IEC 27001:2022.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        iso: Vec<String>,
    }

    /// A statement that a person made from a passage.
    OfOwnStatement {
        /// Its id.
        statement: String,
    }

    /// Words whose topics are proposed.
    OfWords {
        /// The words.
        words: String,
    }

    /// Where a provider's content is written as a file.
    ExportPack {
        /// Id of the provider.
        provider: String,
        /// The revision; the newest when left out.
        #[serde(default)] #[ts(optional)]
        revision: Option<String>,
        /// What is written.
        format: PackFormat,
        /// A project whose judgements are written as remarks; only OSCAL has a place for them.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
        /// Path of the file.
        out: std::path::PathBuf,
    }
}

/// What a provider's content is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum PackFormat {
    /// Vurder's own pack, as a zip archive: another Vurder imports it.
    Pack,
    /// A component definition of OSCAL, as JSON.
    Oscal,
}
