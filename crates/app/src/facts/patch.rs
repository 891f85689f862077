//! Updates the project in memory after a change: only the records that the change touched are read again.

use vurder_model::id::{ProjectId, RowId};
use vurder_model::method::{METHOD, Method};
use vurder_model::project::Project;
use vurder_workspace::{Changed, Committed, Error as WorkspaceError, Workspace};

use crate::changed::Touched;
use crate::error::Outcome;
use crate::facts::{Facts, OpenProject};
use crate::library::Library;
use crate::versions_and_files::VersionsAndFiles;

/// The result of updating the project in memory after a change.
pub(crate) struct ProjectUpdate {
    /// The project's revision now.
    pub(crate) revision: u64,
    /// The revision before the change, if the project was in memory at that revision.
    pub(crate) since: Option<u64>,
    /// The records that the change touched.
    pub(crate) touched: Touched,
}

impl OpenProject {
    /// Updates the project in memory with what was just committed. If the project is not in memory, or at another
    /// revision, it is read from the workspace.
    pub(crate) fn follow<T>(
        &mut self,
        workspace: &Workspace,
        library: &Library,
        id: &ProjectId,
        committed: &Committed<T>,
    ) -> Outcome<ProjectUpdate> {
        let changed = &committed.changed;
        let revision = workspace.revision(id)?;
        // The project in memory can be updated if nothing but this change came between.
        let steps = u64::from(changed.project.is_some());
        let follows = |f: &Facts| f.project.head.id == *id && f.revision + steps == revision;
        let held = self.facts.take().filter(follows);
        let Some(mut facts) = held else {
            let facts = self.facts(workspace, library, id)?;
            let touched = facts.touched(library, changed);
            return Ok(ProjectUpdate { revision, since: None, touched });
        };
        let since = facts.revision;
        facts.patch(workspace, library, changed)?;
        facts.revision = revision;
        let touched = facts.touched(library, changed);
        self.facts = Some(facts);
        Ok(ProjectUpdate { revision, since: Some(since), touched })
    }
}

impl Facts {
    /// Reads again what the change touched.
    fn patch(
        &mut self,
        workspace: &Workspace,
        library: &Library,
        changed: &Changed,
    ) -> Outcome<()> {
        let entry = workspace.entry(&self.project.head.id)?;
        self.changed = entry.changed;
        if changed.head {
            if self.project.head.forms != entry.head.forms {
                // Under another version of a form, untouched answers may be of another kind.
                self.project = workspace.project(&entry.head.id)?;
                library.follow_fields(&mut self.project);
            }
            self.project.head = entry.head;
            self.registers = library.registers_of(&self.project.head);
        }
        let mut touched: Vec<&RowId> = changed.rows.iter().collect();
        touched.extend(changed.fields.iter().map(|(row, _)| row));
        touched.sort_unstable();
        touched.dedup();
        // The default levels of the method are in the language of the project.
        let mut method = changed.head;
        for id in touched {
            self.open_drift.forget_row(id);
            method |= self.row(id).is_some_and(|row| row.register == METHOD);
            self.read_row(workspace, library, id)?;
            method |= self.row(id).is_some_and(|row| row.register == METHOD);
        }
        if method {
            self.method = Method::of(&self.project, self.registers.all());
        }
        for id in &changed.citations {
            self.open_drift.forget_citation(id);
            self.project.citations.retain(|citation| citation.id != *id);
            self.project.citations.extend(workspace.citation(&self.project.head.id, id)?);
        }
        if !changed.versions.is_empty() || !changed.attachments.is_empty() {
            self.files = VersionsAndFiles::of(workspace, &self.project.head.id)?;
        }
        self.project.citations.sort_by(|a, b| (a.pinned, &a.id).cmp(&(b.pinned, &b.id)));
        Ok(())
    }

    fn read_row(&mut self, workspace: &Workspace, library: &Library, id: &RowId) -> Outcome<()> {
        let Project { head, rows, .. } = &mut self.project;
        rows.retain(|row| row.id != *id);
        match workspace.row(&head.id, id) {
            Ok(mut row) => {
                library.follow_fields_of_row(head, &mut row);
                let place = |r: &vurder_model::project::Row| (r.register.clone(), r.position);
                let at = rows.partition_point(|other| {
                    let (before, after) = (place(other), place(&row));
                    before
                        .0
                        .cmp(&after.0)
                        .then(before.1.total_cmp(&after.1))
                        .then(other.id.cmp(&row.id))
                        .is_lt()
                });
                rows.insert(at, row);
                Ok(())
            }
            Err(WorkspaceError::NoRow { .. }) => Ok(()),
            Err(other) => Err(other.into()),
        }
    }

    /// The records that a change touched, as the project has them after the change.
    fn touched(&self, library: &Library, changed: &Changed) -> Touched {
        let rows = changed.rows.iter().chain(changed.fields.iter().map(|(row, _)| row));
        let mut notes: Vec<String> = rows
            .filter_map(|id| self.row(id))
            .filter(|row| row.register == library.control_notes())
            .filter_map(|row| row.key.clone())
            .collect();
        notes.sort_unstable();
        notes.dedup();
        Touched {
            head: changed.head,
            rows: changed.rows.clone(),
            registers: changed.registers.clone(),
            fields: changed.fields.clone(),
            citations: changed.citations.clone(),
            notes,
            order: changed.order.clone(),
            attachments: changed.attachments.clone(),
            versions: changed.versions.clone(),
        }
    }
}
