//! The commands on backups: list them, look into one, restore one, and choose how many are kept.

use std::path::Path;

use vurder_content::msg;
use vurder_workspace::{
    BackupEntry, BackupPlace as Place, BackupPlan, BackupPoint, BackupSince,
    Error as WorkspaceError,
};

use crate::answers::Written;
use crate::app::App;
use crate::arguments::Nothing;
use crate::backup_answers::*;
use crate::error::{Fault, Outcome};
use crate::written_file::{outside, written};

/// Lists the backups of the workspace, and says how many are kept.
pub(crate) fn backups(app: &mut App, _: Nothing) -> Outcome<BackupList> {
    let plan = app.workspace.backup_plan();
    let second = plan.second_folder.as_ref().map(|folder| SecondFolder {
        folder: folder.display().to_string(),
        there: folder.is_dir(),
    });
    Ok(BackupList {
        folder: app.workspace.backups_folder().display().to_string(),
        days: plan.days,
        weeks: plan.weeks,
        most: BackupPlan::MOST_KEPT,
        second,
        backups: app.workspace.backups().into_iter().map(shown).collect(),
    })
}

fn shown(backup: BackupEntry) -> BackupView {
    let place = match backup.place {
        Place::Beside => BackupPlace::Beside,
        Place::Second => BackupPlace::Second,
        Place::BeforeFormat => BackupPlace::BeforeFormat,
    };
    let (state, changes, projects) = match backup.since {
        BackupSince::Changes { changes, projects } => (BackupState::Earlier, changes, projects),
        BackupSince::OutsideTheLog => (BackupState::OutsideTheLog, 0, Vec::new()),
        BackupSince::OnItsOwn => (BackupState::OnItsOwn, 0, Vec::new()),
        BackupSince::Unreadable => (BackupState::Unreadable, 0, Vec::new()),
    };
    let (path, day, bytes) = (backup.path.display().to_string(), backup.day, backup.bytes);
    BackupView { path, day, bytes, place, state, changes, projects }
}

/// Brings the backup of today up to date.
pub(crate) fn back_up_now(app: &mut App, _: Nothing) -> Outcome<BackedUp> {
    let point = app.workspace.make_backup_point()?;
    let (path, written) = match point {
        BackupPoint::Written(path) => (Some(path), true),
        BackupPoint::There(path) => (Some(path), false),
        BackupPoint::NothingToKeep => (None, false),
    };
    Ok(BackedUp { path: path.map(|path| path.display().to_string()), written })
}

/// Tells what a backup holds, without changing the backup.
pub(crate) fn look_at_backup(app: &mut App, of: OfBackup) -> Outcome<BackupLook> {
    let found = app.workspace.look_at_backup(&of.backup).map_err(|e| of_backup(&of.backup, e))?;
    let projects = found.into_iter().map(|project| BackedUpProject {
        title: project.title,
        changed: project.changed,
        trashed: project.trashed,
        answers: project.answers,
    });
    Ok(BackupLook { path: of.backup.display().to_string(), projects: projects.collect() })
}

/// Writes a backup as a workspace of its own.
pub(crate) fn restore_backup(app: &mut App, of: RestoreBackup) -> Outcome<Written> {
    app.workspace.restore_backup(&of.backup, &of.out).map_err(|error| {
        match error.path() == Some(&of.backup) {
            true => of_backup(&of.backup, error),
            false => outside(&of.out, error),
        }
    })?;
    written(&of.out)
}

/// The fault for a backup that cannot be read: the file is gone since the list was made, damaged, or no workspace.
fn of_backup(backup: &Path, error: WorkspaceError) -> Fault {
    match error {
        WorkspaceError::Missing { .. } => {
            Fault::not_found(msg::error_no_backup(backup.display().to_string()))
                .with_help(msg::error_no_backup_help())
        }
        WorkspaceError::Damaged { .. } | WorkspaceError::NotAWorkspace { .. } => {
            Fault::from(error).with_help(msg::error_damaged_copy_help())
        }
        other => other.into(),
    }
}

/// Chooses how many backups are kept, from the next backup on.
pub(crate) fn plan_backups(app: &mut App, asked: PlanBackups) -> Outcome<BackupList> {
    let PlanBackups { days, weeks, second_folder } = asked;
    let plan = BackupPlan { days, weeks, second_folder };
    if !plan.is_possible() {
        return Err(Fault::wrong_value(msg::error_backup_plan(u32::from(BackupPlan::MOST_KEPT))));
    }
    if let Some(folder) = &plan.second_folder
        && !(folder.is_absolute() && folder.is_dir())
    {
        let folder = folder.display().to_string();
        return Err(Fault::not_found(msg::error_no_second_folder(folder))
            .with_help(msg::error_no_second_folder_help()));
    }
    app.workspace.plan_backups(&plan)?;
    backups(app, Nothing {})
}
