//! Adds the project of a dump to a workspace that has projects already, completely or not at all.

use vurder_model::id::ProjectId;
use vurder_model::project::ProjectHead;

use crate::change::Change;
use crate::dump::{Dump, DumpedProject};
use crate::error::{Error, Result};
use crate::kind::operation::Committed;
use crate::kind::own_statement::OwnStatement;
use crate::load::{as_changes, blobs, check};
use crate::op::Op;
use crate::refusal::{DumpFault, Subject};
use crate::revisions;
use crate::transact::Tx;
use crate::workspace::Workspace;

impl Workspace {
    /// Adds the project of a dump as a new project with this identity and title. The dump must hold exactly one. Its
    /// history is not added: the log says that the project was made as it stands. Imported revisions and statements
    /// that the workspace has already stay as they are.
    ///
    /// # Errors
    /// [`Error::BadDump`] if the dump contradicts itself or holds no project or several, and [`Error::Taken`] if the
    /// workspace has a project of this identity, or another state of a provider's pages under the name of a revision in
    /// the dump. Then nothing is added.
    pub fn add_project(
        &mut self,
        dump: &Dump,
        id: &ProjectId,
        title: &str,
    ) -> Result<Committed<()>> {
        check(dump)?;
        let [project] = dump.projects.as_slice() else {
            return Err(DumpFault::NotOneProject(dump.projects.len()).into());
        };
        let blobs = blobs(dump)?;
        let mut project = project.clone();
        project.head =
            ProjectHead { id: id.clone(), title: title.to_owned(), trashed: None, ..project.head };
        self.transact(None, Op::CreateProject, |tx| -> Result<()> {
            for blob in blobs {
                tx.keep_blob(blob.bytes)?;
            }
            add_pages(tx, dump, &mut project)?;
            tx.create_project(project.head.clone())?;
            let others = as_changes(&project).into_iter();
            let mut others = others.filter(|change| !matches!(change, Change::Project(_)));
            others.try_for_each(|change| tx.record(change))
        })
    }
}

/// Adds the revisions and statements of the dump that the workspace does not have. Where it has the same pages under
/// another name, the project follows that name.
fn add_pages(tx: &mut Tx<'_, '_>, dump: &Dump, project: &mut DumpedProject) -> Result<()> {
    for dumped in &dump.revisions {
        let names = (dumped.provider.as_str(), dumped.revision.as_str());
        let taken = revisions::find(tx.writer.db, names.0, names.1)?.is_some();
        let head = dumped.head.clone();
        match tx.writer.store_revision(names, head, dumped.imported, &dumped.pages) {
            Ok(_) => {}
            Err(Error::SameState { provider, revision }) => {
                project.head.follows.insert(provider, revision);
            }
            Err(_) if taken => {
                let (provider, revision) = (dumped.provider.clone(), dumped.revision.clone());
                return Err(Error::Taken(Subject::Revision { provider, revision }));
            }
            Err(other) => return Err(other),
        }
    }
    for statement in &dump.statements {
        if tx.writer.db.record::<OwnStatement>(&[&statement.id])?.is_none() {
            tx.writer.store(statement, None)?;
        }
    }
    Ok(())
}
