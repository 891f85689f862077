//! The list of backups: their content, what changed since, restoring one, and a second folder.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::fs;
use std::path::{Path, PathBuf};

use given::{Desk, closed, make_project, name_it, on_day, options};
use vurder_workspace::{
    BackupPlace, BackupPlan, BackupPoint, BackupSince, DailyOutcome, Notice, OpenOptions,
    Workspace, restore_newest_backup,
};

fn make_backup(workspace: &mut Workspace) -> PathBuf {
    match workspace.make_daily_backup(&mut || true).unwrap() {
        DailyOutcome::Made(path) => path,
        other => panic!("no backup: {other:?}"),
    }
}

/// A workspace on its second day, with a backup of the first.
fn backed_up() -> (tempfile::TempDir, PathBuf, Workspace, PathBuf) {
    let Desk { folder, file, workspace } = closed();
    drop(workspace);
    let mut workspace = on_day(&file, 1);
    let backup = make_backup(&mut workspace);
    (folder, file, workspace, backup)
}

fn since(workspace: &Workspace) -> Vec<BackupSince> {
    workspace.backups().into_iter().map(|backup| backup.since).collect()
}

#[test]
fn what_changed_since_each_backup_is_told() {
    let (_folder, file, mut workspace, first) = backed_up();
    let none = || BackupSince::Changes { changes: 0, projects: vec![] };
    assert_eq!(since(&workspace), [none()]);
    name_it(&mut workspace, "Exomes");
    make_project(&mut workspace, "q", "Memory").unwrap();
    drop(workspace);
    let mut workspace = on_day(&file, 2);
    let second = make_backup(&mut workspace);
    let found = workspace.backups();
    let paths: Vec<&Path> = found.iter().map(|backup| backup.path.as_path()).collect();
    assert_eq!(paths, [&second, &first], "the newest first");
    let projects = vec!["Blood and genes".to_owned(), "Memory".to_owned()];
    assert_eq!(since(&workspace), [none(), BackupSince::Changes { changes: 2, projects }]);
    assert_eq!(found[1].bytes, fs::metadata(&first).unwrap().len());
    assert!(found.iter().all(|backup| backup.place == BackupPlace::Beside));
}

#[test]
fn a_backup_that_somebody_worked_in_or_damaged_is_told_as_such() {
    let (_folder, _file, workspace, backup) = backed_up();
    let mut opened = Workspace::open(&backup, options(60)).unwrap();
    assert_eq!(since(&workspace), [BackupSince::Unreadable], "it is open");
    make_project(&mut opened, "q", "Work of its own").unwrap();
    drop(opened);
    assert_eq!(since(&workspace), [BackupSince::OnItsOwn]);
    fs::write(&backup, "no workspace").unwrap();
    assert_eq!(since(&workspace), [BackupSince::Unreadable]);
}

#[test]
fn a_step_that_was_undone_since_the_backup_is_no_silence() {
    let (_folder, _file, mut workspace, backup) = backed_up();
    name_it(&mut workspace, "Exomes");
    fs::remove_file(&backup).unwrap();
    workspace.make_backup_point().unwrap();
    assert_eq!(since(&workspace), [BackupSince::Changes { changes: 0, projects: vec![] }]);
    workspace.undo(&Desk::p()).unwrap();
    assert_eq!(since(&workspace), [BackupSince::OutsideTheLog]);
}

#[test]
fn a_backup_is_looked_at_and_restored_as_a_workspace_of_its_own() {
    let (folder, file, mut workspace, backup) = backed_up();
    name_it(&mut workspace, "Exomes");
    let before = fs::read(&backup).unwrap();
    let held = workspace.look_at_backup(&backup).unwrap();
    assert_eq!((held[0].title.as_str(), held[0].answers), ("Blood and genes", 1));
    let out = folder.path().join("restored.vurder");
    workspace.restore_backup(&backup, &out).unwrap();
    assert_eq!(fs::read(&backup).unwrap(), before, "the backup stays as it was");
    let restored = Workspace::open(&out, OpenOptions::default()).unwrap();
    restored.check().unwrap();
    let whole = restored.project(&Desk::p()).unwrap();
    assert!(format!("{whole:?}").contains("Genomes"), "{whole:?}");
    let own = workspace.project(&Desk::p()).unwrap();
    assert!(format!("{own:?}").contains("Exomes"), "the open workspace stays as it was");

    // A backup is not restored over the open workspace, over a workspace that another program has open, or over the
    // backup itself.
    for (target, code) in [(&file, "own_file"), (&out, "locked"), (&backup, "own_file")] {
        let error = workspace.restore_backup(&backup, target).unwrap_err();
        assert_eq!(error.code(), code, "{}", target.display());
    }
    drop(restored);
    assert_eq!(fs::read(&backup).unwrap(), before);
}

#[test]
fn what_is_no_backup_of_this_workspace_is_not_opened_as_one() {
    let (folder, file, mut workspace, backup) = backed_up();
    let other = folder.path().join("other.vurder");
    drop(Workspace::create(&other, options(60)).unwrap());
    for path in [&other, &file, &folder.path().join("backups/gone.2026-11-20.vurder")] {
        assert_eq!(workspace.look_at_backup(path).unwrap_err().code(), "file_missing");
    }
    fs::remove_file(&backup).unwrap();
    let gone = workspace.restore_backup(&backup, &folder.path().join("new.vurder")).unwrap_err();
    assert_eq!((gone.code(), gone.path()), ("file_missing", Some(backup.as_path())));
    fs::remove_dir(backup.parent().unwrap()).unwrap();
    assert_eq!(workspace.backups(), [], "a folder that vanished holds none");
    assert!(!folder.path().join("new.vurder").exists());
}

#[test]
fn a_damaged_backup_is_not_restored_and_leaves_nothing() {
    let (folder, _file, mut workspace, backup) = backed_up();
    let bytes = fs::read(&backup).unwrap();
    fs::write(&backup, &bytes[..bytes.len() / 2]).unwrap();
    let out = folder.path().join("new.vurder");
    let error = workspace.restore_backup(&backup, &out).unwrap_err();
    assert_eq!(error.code(), "damaged", "{error}");
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().map(|e| e.path()).collect();
    assert!(!left.iter().any(|path| path.to_string_lossy().contains("new")), "{left:?}");
}

#[test]
fn more_or_fewer_backups_are_kept_from_the_next_one_on() {
    let (folder, file, mut workspace, _) = backed_up();
    assert_eq!(workspace.backup_plan(), BackupPlan::default());
    workspace.plan_backups(&BackupPlan { days: 2, weeks: 0, second_folder: None }).unwrap();
    for day in 2..6 {
        name_it(&mut workspace, &format!("Genomes {day}"));
        drop(workspace);
        workspace = on_day(&file, day);
        make_backup(&mut workspace);
    }
    assert_eq!(workspace.backups().len(), 2);
    let impossible = BackupPlan { days: 0, ..BackupPlan::default() };
    assert_eq!(workspace.plan_backups(&impossible).unwrap_err().code(), "internal");
    assert_eq!(workspace.backup_plan().days, 2);
    // A choice that cannot be read is replaced by the default.
    fs::write(folder.path().join("Study æøå.backups.json"), "{\"days\": 0}").unwrap();
    assert_eq!(workspace.backup_plan(), BackupPlan::default());
}

#[test]
fn each_backup_is_copied_to_the_second_folder_whenever_it_is_there() {
    let (_folder, file, mut workspace, first) = backed_up();
    let disk = tempfile::tempdir().unwrap();
    let second = disk.path().join("stick");
    let plan = BackupPlan { second_folder: Some(second.clone()), ..BackupPlan::default() };
    workspace.plan_backups(&plan).unwrap();
    let quiet = |workspace: &mut Workspace| workspace.make_daily_backup(&mut || true).unwrap();
    quiet(&mut workspace);
    let missing = |workspace: &Workspace| {
        workspace.notices().iter().filter(|n| matches!(n, Notice::NotCopied { .. })).count()
    };
    quiet(&mut workspace);
    assert_eq!(missing(&workspace), 1, "told once");

    fs::create_dir(&second).unwrap();
    quiet(&mut workspace);
    assert_eq!(missing(&workspace), 0);
    let copy = second.join(first.file_name().unwrap());
    assert_eq!(fs::read(&copy).unwrap(), fs::read(&first).unwrap());
    let places: Vec<_> = workspace.backups().into_iter().map(|backup| backup.place).collect();
    assert_eq!(places, [BackupPlace::Beside, BackupPlace::Second]);
    assert!(workspace.look_at_backup(&copy).is_ok());

    // When the workspace is opened again, it finds the copy and makes no other.
    drop(workspace);
    let mut workspace = on_day(&file, 1);
    quiet(&mut workspace);
    assert_eq!(fs::read_dir(&second).unwrap().count(), 1);

    // A file of another workspace with the same name stays unchanged.
    fs::remove_file(&copy).unwrap();
    drop(Workspace::create(&copy, options(60)).unwrap());
    let strange = fs::read(&copy).unwrap();
    drop(workspace);
    quiet(&mut on_day(&file, 1));
    assert_eq!(fs::read(&copy).unwrap(), strange);
    assert_eq!(fs::read_dir(&second).unwrap().count(), 2);
}

/// The backup of the day is renewed by Ctrl+S and at the end of the program.
#[test]
fn a_backup_that_was_renewed_is_copied_in_place_of_the_earlier_copy() {
    let (_folder, _file, mut workspace, first) = backed_up();
    let disk = tempfile::tempdir().unwrap();
    let plan = BackupPlan { second_folder: Some(disk.path().to_owned()), ..Default::default() };
    workspace.plan_backups(&plan).unwrap();
    workspace.make_daily_backup(&mut || true).unwrap();
    let copy = disk.path().join(first.file_name().unwrap());
    assert_eq!(fs::read(&copy).unwrap(), fs::read(&first).unwrap());
    name_it(&mut workspace, "Typed since");
    assert!(matches!(workspace.make_backup_point().unwrap(), BackupPoint::Written(_)));
    workspace.make_daily_backup(&mut || true).unwrap();
    assert_eq!(fs::read(&copy).unwrap(), fs::read(&first).unwrap(), "the words typed since, too");
    assert_eq!(fs::read_dir(disk.path()).unwrap().count(), 1, "one file for one day");
}

#[test]
fn a_copy_gives_way_to_whoever_waits() {
    let (_folder, _file, mut workspace, _) = backed_up();
    let disk = tempfile::tempdir().unwrap();
    let plan = BackupPlan { second_folder: Some(disk.path().to_owned()), ..Default::default() };
    workspace.plan_backups(&plan).unwrap();
    workspace.make_daily_backup(&mut || false).unwrap();
    assert_eq!(fs::read_dir(disk.path()).unwrap().count(), 0, "half a copy is no copy");
    workspace.make_daily_backup(&mut || true).unwrap();
    assert_eq!(fs::read_dir(disk.path()).unwrap().count(), 1);
}

#[test]
fn the_newest_backup_of_a_damaged_workspace_is_restored_beside_it() {
    let (folder, file, workspace, backup) = backed_up();
    drop(workspace);
    let (damaged, kept) = (b"no workspace any more".as_slice(), fs::read(&backup).unwrap());
    fs::write(&file, damaged).unwrap();
    for own in [&file, &backup] {
        let error = restore_newest_backup(&file, own).unwrap_err();
        assert_eq!(error.code(), "own_file", "{}", own.display());
    }
    let out = folder.path().join("restored.vurder");
    restore_newest_backup(&file, &out).unwrap();
    let restored = Workspace::open(&out, OpenOptions::default()).unwrap();
    let whole = restored.project(&Desk::p()).unwrap();
    assert!(format!("{whole:?}").contains("Genomes"), "{whole:?}");
    assert_eq!(fs::read(&file).unwrap(), damaged, "the damaged file stays");
    assert_eq!(fs::read(&backup).unwrap(), kept, "the backup stays");

    // A workspace that is gone has backups as well; without any, nothing is written.
    fs::remove_file(&file).unwrap();
    let second = folder.path().join("second.vurder");
    restore_newest_backup(&file, &second).unwrap();
    fs::remove_dir_all(backup.parent().unwrap()).unwrap();
    let third = folder.path().join("third.vurder");
    assert_eq!(restore_newest_backup(&file, &third).unwrap_err().code(), "file_missing");
    assert!(second.exists() && !third.exists());
}

/// The person may have chosen to keep more backups than the program does by itself.
#[test]
fn no_backup_is_removed_while_the_choice_of_the_person_cannot_be_read() {
    let (folder, file, mut workspace, _first) = backed_up();
    let plan = BackupPlan { days: 99, ..BackupPlan::default() };
    workspace.plan_backups(&plan).unwrap();
    drop(workspace);
    let json = folder.path().join(file.file_stem().unwrap()).with_extension("backups.json");
    let count = || fs::read_dir(folder.path().join("backups")).unwrap().count();
    for day in 2..50 {
        let mut workspace = on_day(&file, day);
        name_it(&mut workspace, &format!("Day {day}"));
        make_backup(&mut workspace);
    }
    let before = count();
    assert!(before > 40, "{before} backups are kept");
    for unreadable in ["half a pl", r#"{"days": 99, "of a newer program": 1}"#, r#"{"days": 0}"#] {
        fs::write(&json, unreadable).unwrap();
        let mut workspace = on_day(&file, 50);
        name_it(&mut workspace, unreadable);
        workspace.make_daily_backup(&mut || true).unwrap();
        workspace.make_backup_point().unwrap();
        let told = |notice: &Notice| matches!(notice, Notice::BackupPlanUnread { .. });
        assert_eq!(workspace.notices().iter().filter(|notice| told(notice)).count(), 1);
        assert_eq!(count(), before + 1, "{unreadable}");
        workspace.plan_backups(&plan).unwrap();
        assert!(!workspace.notices().iter().any(told), "a new choice mends it");
    }
}
