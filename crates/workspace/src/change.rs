//! Changes: what a record was before and is after. The log, undo and redo, dump and load know nothing else.

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

/// Which record of a project a change is about: its table and its key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Address(&'static str, Vec<String>);

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.0, self.1.join("/"))
    }
}

macro_rules! logged_kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident($change:ty),)+) => {
        /// One record before and after a change. `before` is absent where the record was made, `after` where it was
        /// removed.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(tag = "table", rename_all = "snake_case")]
        pub enum Change {
            $($(#[doc = $doc])+ $kind($change),)+
        }

        /// The tables of the kinds that the log, undo and redo reach.
        pub(crate) const LOGGED: &[&Table] = &[$(<$change as RecordChange>::TABLE),+];

        impl Change {
            /// Which record it is about.
            pub(crate) fn address(&self) -> Address {
                match self {
                    $(Change::$kind(change) => {
                        Address(<$change as RecordChange>::TABLE.name, change.key())
                    })+
                }
            }

            /// Takes over what a later change of the same record made of it.
            pub(crate) fn merge_later(&mut self, later: Change) {
                match (self, later) {
                    $((Change::$kind(change), Change::$kind(later)) => change.merge_later(later),)+
                    _ => {}
                }
            }

            /// Whether the record says after the change what it said before.
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

            /// Whether the record stands in its table as the change says it was before.
            pub(crate) fn fits(&self, db: &Db, project: &ProjectId) -> Result<bool> {
                match self {
                    $(Change::$kind(change) => {
                        Ok(change.stored(db, project)?.as_ref() == change.before())
                    })+
                }
            }

            /// Whether the change goes on from where `earlier` left the record, or begins where there was none.
            pub(crate) fn follows(&self, earlier: Option<&Change>) -> bool {
                match (self, earlier) {
                    $((Change::$kind(change), Some(Change::$kind(earlier))) => {
                        change.before() == earlier.after()
                    })+
                    $((Change::$kind(change), None) => change.before().is_none(),)+
                    _ => false,
                }
            }

            /// Whether both leave the record as the same.
            pub(crate) fn leads_to_the_same(&self, other: &Change) -> bool {
                match (self, other) {
                    $((Change::$kind(one), Change::$kind(other)) => one.after() == other.after(),)+
                    _ => false,
                }
            }

            /// Whether the record is there before, and after.
            pub(crate) fn there(&self) -> (bool, bool) {
                match self {
                    $(Change::$kind(change) => (change.before().is_some(), change.after().is_some()),)+
                }
            }

            /// The records of a project that stand in a dump as a list of their own, each as the change that makes it.
            pub(crate) fn listed(db: &Db, project: &ProjectId) -> Result<Vec<Change>> {
                let mut all = Vec::new();
                $(all.extend(<$change>::listed(db, project)?.into_iter().map(Change::$kind));)+
                Ok(all)
            }

            /// Whether the kind stands in a dump as a list of its own.
            pub(crate) fn is_listed(&self) -> bool {
                match self {
                    $(Change::$kind(_) => <$change as RecordChange>::LISTED,)+
                }
            }

            /// Whether the change holds what this program could have written; the error says why it could not.
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

            /// The blobs that the record names, before or after.
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
            /// Makes the record what `change` says it is after.
            pub(crate) fn put(&mut self, project: &ProjectId, change: &Change) -> Result<()> {
                match change {
                    $(Change::$kind(change) => change.put(self, project),)+
                }
            }
        }
    };
}

logged_kinds! {
    /// Title, forms, providers, trash of the project.
    Project(ProjectChange),
    /// A row's register, position and trash.
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

/// What these changes of a project touched.
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
