//! Changes: a record before and after. The log, undo and redo, dump and load consist of changes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vurder_model::id::ProjectId;

use crate::changed::Changed;
use crate::db::Db;
use crate::error::Result;
use crate::integrity::Table;
use crate::kind::attachment::AttachmentChange;
use crate::kind::citation::CitationChange;
use crate::kind::number::NumberChange;
use crate::kind::project::ProjectChange;
use crate::kind::row::RowChange;
use crate::kind::value::ValueChange;
use crate::kind::version::VersionChange;
use crate::logged::RecordChange;
use crate::refusal::Refusal;
use crate::writer::Writer;

/// The record of a project that a change is about: its table and its key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Address(&'static str, Vec<String>);

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.0, self.1.join("/"))
    }
}

macro_rules! logged_kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident($change:ty),)+) => {
        /// One record before and after a change. `before` is missing if the record was made, `after` if it was removed.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(tag = "table", rename_all = "snake_case")]
        pub enum Change {
            $($(#[doc = $doc])+ $kind($change),)+
        }

        /// The tables of the kinds of records that are in the log and that undo and redo reach.
        pub(crate) const LOGGED: &[&Table] = &[$(<$change as RecordChange>::TABLE),+];

        impl Change {
            /// The record that it is about.
            pub(crate) fn address(&self) -> Address {
                match self {
                    $(Change::$kind(change) => {
                        Address(<$change as RecordChange>::TABLE.name, change.key())
                    })+
                }
            }

            /// Merges a later change of the same record into this one.
            pub(crate) fn merge_later(&mut self, later: Change) {
                match (self, later) {
                    $((Change::$kind(change), Change::$kind(later)) => change.merge_later(later),)+
                    _ => {}
                }
            }

            /// Whether the record is the same before and after the change.
            pub(crate) fn is_nothing(&self) -> bool {
                match self {
                    $(Change::$kind(change) => change.is_nothing(),)+
                }
            }

            /// The change from `after` back to `before`.
            pub(crate) fn reversed(self) -> Change {
                match self {
                    $(Change::$kind(change) => Change::$kind(change.reversed()),)+
                }
            }

            /// Whether the record in its table is the same as before the change.
            pub(crate) fn fits(&self, db: &Db, project: &ProjectId) -> Result<bool> {
                match self {
                    $(Change::$kind(change) => {
                        Ok(change.stored(db, project)?.as_ref() == change.before())
                    })+
                }
            }

            /// Whether `before` is what `earlier` left. Without an earlier change, the record must not have existed
            /// before.
            pub(crate) fn follows(&self, earlier: Option<&Change>) -> bool {
                match (self, earlier) {
                    $((Change::$kind(change), Some(Change::$kind(earlier))) => {
                        change.before() == earlier.after()
                    })+
                    $((Change::$kind(change), None) => change.before().is_none(),)+
                    _ => false,
                }
            }

            /// Whether both changes leave the same record.
            pub(crate) fn leads_to_the_same(&self, other: &Change) -> bool {
                match (self, other) {
                    $((Change::$kind(one), Change::$kind(other)) => one.after() == other.after(),)+
                    _ => false,
                }
            }

            /// Whether the record exists before the change, and after it.
            pub(crate) fn there(&self) -> (bool, bool) {
                match self {
                    $(Change::$kind(change) => (change.before().is_some(), change.after().is_some()),)+
                }
            }

            /// The records of a project that a dump lists separately, each as the change that makes it.
            pub(crate) fn listed(db: &Db, project: &ProjectId) -> Result<Vec<Change>> {
                let mut all = Vec::new();
                $(all.extend(<$change>::listed(db, project)?.into_iter().map(Change::$kind));)+
                Ok(all)
            }

            /// Whether a dump lists records of this kind separately.
            pub(crate) fn is_listed(&self) -> bool {
                match self {
                    $(Change::$kind(_) => <$change as RecordChange>::LISTED,)+
                }
            }

            /// Checks that this program could have written the change. The error says why it could not.
            pub(crate) fn check(&self) -> Result<(), Refusal> {
                match self {
                    $(Change::$kind(change) => change.check(),)+
                }
            }

            /// Whether undo may take the change back.
            pub(crate) fn is_undoable(&self) -> bool {
                match self {
                    $(Change::$kind(_) => <$change as RecordChange>::UNDOABLE,)+
                }
            }

            /// The blobs that the record names, before or after the change.
            pub(crate) fn blobs(&self) -> Vec<&str> {
                match self {
                    $(Change::$kind(change) => change.blobs(),)+
                }
            }

            fn tell(&self, changed: &mut Changed) {
                match self {
                    $(Change::$kind(change) => change.tell(changed),)+
                }
            }
        }

        impl Writer<'_> {
            /// Writes the record as it is after `change`.
            pub(crate) fn put(&mut self, project: &ProjectId, change: &Change) -> Result<()> {
                match change {
                    $(Change::$kind(change) => change.put(self, project),)+
                }
            }
        }
    };
}

logged_kinds! {
    /// Title, forms, providers and trash of the project.
    Project(ProjectChange),
    /// Register, position and trash of a row.
    Row(RowChange),
    /// An answer.
    Value(ValueChange),
    /// A pinned citation.
    Citation(CitationChange),
    /// A file that belongs to the project.
    Attachment(AttachmentChange),
    /// The frozen number of a row.
    Number(NumberChange),
    /// A version of the project. Nothing changes it, and undo does not reach it.
    Version(VersionChange),
}

/// The records that these changes of a project touched.
pub(crate) fn touched(project: &ProjectId, changes: &[Change]) -> Changed {
    let mut changed = Changed::default();
    if !changes.is_empty() {
        changed.project = Some(project.clone());
    }
    for change in changes {
        change.tell(&mut changed);
    }
    changed
}
