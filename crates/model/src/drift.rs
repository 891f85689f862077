//! Drift: what changed in a provider's published content from one revision to another.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::provider::Change;

/// The differences between two revisions of a provider's content. What did not change is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Drift {
    /// Pages that are new, gone, renamed or have another title.
    pub pages: Vec<PageDrift>,
    /// Passages that changed: first those of the earlier revision in reading order, then the new ones.
    pub passages: Vec<PassageDrift>,
    /// Statements that changed: first those of the earlier revision in their order, then the new ones.
    pub statements: Vec<StatementDrift>,
    /// Topics on which something is stated in one of the two revisions only.
    pub topics: Vec<TopicDrift>,
}

/// What became of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PageDrift {
    /// What changed.
    pub change: PageChange,
    /// The page in the earlier revision; none if it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub before: Option<PageName>,
    /// The page in the later revision; none if it is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub after: Option<PageName>,
}

/// How a page changed, besides its passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum PageChange {
    /// It is not in the earlier revision.
    New,
    /// It is not in the later revision.
    Gone,
    /// It stands at another address. It was recognised by its words.
    Moved,
    /// It has another title.
    Retitled,
}

/// How a reader identifies a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PageName {
    /// Id in its revision.
    pub id: String,
    /// Title.
    pub title: String,
    /// Address.
    pub address: String,
}

/// What became of a passage, or of several passages that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PassageDrift {
    /// What changed.
    pub change: PassageChange,
    /// The passages of the earlier revision: none if the passage is new, several if they were joined.
    pub before: Vec<PassagePlace>,
    /// The passages of the later revision: none if the passage is gone, several if it was split.
    pub after: Vec<PassagePlace>,
    /// The words of both revisions, with the words that were removed and added, if the words changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<ChangedWords>,
}

/// How a passage changed. If several of these hold, the first in this list counts.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum PassageChange {
    /// Its words are no longer published.
    Gone,
    /// It says about the same in other words.
    Reworded,
    /// Its words now stand in several passages.
    Split,
    /// Its words now stand in one passage together with the words of other passages.
    Joined,
    /// The same words lead to other addresses.
    Relinked,
    /// The same words stand under another heading or on another page.
    Moved,
    /// Its words were not published before.
    New,
    /// The same words at the same place.
    Same,
}

/// A passage with its words and its place in one revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PassagePlace {
    /// Its name in its revision: `<page id>#<number>`.
    pub passage: String,
    /// Title of the page.
    pub page_title: String,
    /// The headings above it, joined by ` / `.
    pub heading: String,
    /// Its plain words.
    pub words: String,
}

/// A run of words that are in both revisions, or in one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangedWords {
    /// Where the words are.
    pub side: WordSide,
    /// The words, with single spaces between them.
    pub words: String,
}

/// The revisions in which a run of words stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum WordSide {
    /// Both.
    Both,
    /// The earlier one only.
    Before,
    /// The later one only.
    After,
}

/// What became of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct StatementDrift {
    /// Its id in the earlier revision. A new statement has its id in the later revision.
    pub statement: String,
    /// What changed.
    pub change: StatementChange,
    /// Its words in the earlier revision; none if it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub before: Option<String>,
    /// The statements of the later revision that now say the same; none if it is no longer published.
    pub now: Vec<StatedNow>,
    /// The words that were removed and added, if one statement says it in other words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<ChangedWords>,
    /// What changed, in the words of those who keep the pack; empty if they say nothing.
    #[serde(default)]
    pub note: String,
    /// The day of the change, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, as = "Option<String>")]
    pub since: Option<NaiveDate>,
}

/// A statement of the later revision that says what another said before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct StatedNow {
    /// Its id.
    pub statement: String,
    /// Its words.
    pub words: String,
}

/// How a statement changed from one revision to the next.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum StatementChange {
    /// It is no longer published.
    Removed,
    /// It promises less, or has new exceptions.
    Narrowed,
    /// It promises more.
    Widened,
    /// It says about the same in other words.
    Reworded,
    /// The same words have other evidence: another document, another link.
    Relinked,
    /// The same words stand on another page.
    Moved,
    /// It was not published before.
    New,
    /// It did not change.
    Unchanged,
}

impl From<Change> for StatementChange {
    fn from(change: Change) -> Self {
        match change {
            Change::Unchanged => Self::Unchanged,
            Change::Reworded => Self::Reworded,
            Change::Narrowed => Self::Narrowed,
            Change::Widened => Self::Widened,
            Change::Moved => Self::Moved,
            Change::Relinked => Self::Relinked,
            Change::Removed => Self::Removed,
        }
    }
}

/// A topic on which a provider began or stopped to state something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct TopicDrift {
    /// Id of the topic.
    pub topic: String,
    /// Whether the later revision states something on it and the earlier one does not; `false` if it is the other way
    /// round.
    pub stated_now: bool,
    /// The statements on it, in the revision that states something.
    pub statements: Vec<String>,
}
