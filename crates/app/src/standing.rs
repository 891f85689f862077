//! What stands in a project, asked record by record: a change that touches one answer does not read the whole project.

use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::method::{METHOD, Method};
use vurder_model::project::{Citation, Project, ProjectHead, Row, SINGLE};
use vurder_workspace::{Error as WorkspaceError, Workspace};

use crate::app::App;
use crate::catalogue::Registers;
use crate::error::{Fault, Outcome};

/// A project, for a change that needs little of it.
pub(crate) struct Standing<'a> {
    workspace: &'a Workspace,
    /// Title, forms, providers.
    pub(crate) head: ProjectHead,
    /// What the project can hold.
    pub(crate) registers: Registers<'a>,
}

impl App {
    /// The project as it stands.
    pub(crate) fn standing(&self, project: &ProjectId) -> Outcome<Standing<'_>> {
        let head = self.workspace.head(project)?;
        let registers = Registers::of_head(self.content, &head);
        Ok(Standing { workspace: &self.workspace, head, registers })
    }
}

impl Standing<'_> {
    /// The row with this id, in the trash or not.
    pub(crate) fn row(&self, id: &RowId) -> Outcome<Option<Row>> {
        match self.workspace.row(&self.head.id, id) {
            Ok(row) => Ok(Some(row)),
            Err(WorkspaceError::NoRow { .. }) => Ok(None),
            Err(other) => Err(other.into()),
        }
    }

    /// The row with this id, which must be there and not in the trash.
    pub(crate) fn known(&self, id: &RowId) -> Outcome<Row> {
        match self.row(id)? {
            Some(row) if row.trashed.is_none() => Ok(row),
            Some(_) => Err(Fault::not_found(format!("The row \"{id}\" (it lies in the trash)"))
                .helped("error-in-trash-help")),
            None => Err(Fault::not_found(format!("The row \"{id}\""))),
        }
    }

    /// The row of a register that bears this key.
    pub(crate) fn keyed(&self, register: &str, key: &str) -> Outcome<Option<RowId>> {
        Ok(self.workspace.keyed(&self.head.id, register, key)?)
    }

    /// The citation with this id.
    pub(crate) fn citation(&self, id: &CitationId) -> Outcome<Option<Citation>> {
        Ok(self.workspace.citation(&self.head.id, id)?)
    }

    /// All citations in the order in which they were pinned.
    pub(crate) fn citations(&self) -> Outcome<Vec<Citation>> {
        Ok(self.workspace.citations(&self.head.id)?)
    }

    /// Scales and metric.
    pub(crate) fn method(&self) -> Outcome<Method> {
        let id = self.keyed(METHOD, SINGLE)?;
        let row = id.map(|id| self.row(&id)).transpose()?.flatten();
        Ok(Method::of(&Project {
            head: self.head.clone(),
            rows: row.into_iter().collect(),
            citations: Vec::new(),
        }))
    }
}
