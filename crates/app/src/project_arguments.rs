//! The arguments of the commands on projects.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::ProjectId;

use crate::command_types::arguments;

arguments! {
    /// A new project.
    CreateProject {
        /// The id of the project; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<ProjectId>,
        /// Its name.
        title: String,
        /// Names of the controllers.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        controllers: Vec<String>,
        /// Ids of the chosen providers.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        providers: Vec<String>,
        /// The revision to follow, by provider; the newest one when left out.
        #[serde(default)] #[ts(as = "Option<std::collections::BTreeMap<String, String>>", optional)]
        follows: std::collections::BTreeMap<String, String>,
        /// Ids of the forms' templates; may be left out with `like`.
        #[serde(default)] #[ts(as = "Option<Vec<String>>", optional)]
        forms: Vec<String>,
        /// Language in which answers are written: `en`, `nb`, `nn`, `da`.
        #[serde(default)] #[ts(optional)]
        language: Option<String>,
        /// A project whose facts the new project takes over. Arguments above that are left out come from that project,
        /// too.
        #[serde(default)] #[ts(optional)]
        like: Option<ProjectId>,
    }

    /// Changes to the head of a project. What is left out stays as it is.
    ChangeProject {
        /// The project.
        project: ProjectId,
        /// A new name.
        #[serde(default)] #[ts(optional)]
        title: Option<String>,
        /// Another language in which answers are written.
        #[serde(default)] #[ts(optional)]
        language: Option<String>,
        /// Version of the report, as people count it.
        #[serde(default)] #[ts(optional)]
        version: Option<String>,
        /// All chosen providers.
        #[serde(default)] #[ts(optional)]
        providers: Option<Vec<String>>,
        /// The revision to follow, by provider. Other providers keep theirs.
        #[serde(default)] #[ts(as = "Option<std::collections::BTreeMap<String, String>>", optional)]
        follows: std::collections::BTreeMap<String, String>,
        /// All forms of the project. Answers of a form that is left out stay in the file.
        #[serde(default)] #[ts(optional)]
        forms: Option<Vec<String>>,
    }

    /// A project.
    OfProject {
        /// The project.
        project: ProjectId,
    }

    /// A project, or the whole workspace.
    OfProjectOrAll {
        /// The project; all when left out.
        #[serde(default)] #[ts(optional)]
        project: Option<ProjectId>,
    }

    /// The revision of a provider that a project follows.
    FollowRevision {
        /// The project.
        project: ProjectId,
        /// Id of the provider.
        provider: String,
        /// The revision.
        revision: String,
    }

    /// A copy of a project.
    DuplicateProject {
        /// The project to copy.
        project: ProjectId,
        /// The name of the copy.
        title: String,
        /// The id of the copy; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<ProjectId>,
    }
}
