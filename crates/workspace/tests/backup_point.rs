//! The backup that a person asks for.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::fs;

use chrono::TimeDelta;
use given::{Desk, closed, name_it, on_day, start};
use vurder_workspace::{BackupPlan, BackupPoint, DailyOutcome, OpenOptions, StepClock, Workspace};

/// A workspace with a row, a day later. The clock moves by a second at each reading.
fn ticking() -> Desk {
    let Desk { folder, file, workspace } = closed();
    drop(workspace);
    let clock = StepClock::new(start() + TimeDelta::days(1), TimeDelta::seconds(1));
    let options = OpenOptions { clock: Box::new(clock), ..OpenOptions::default() };
    let workspace = Workspace::open(&file, options).unwrap();
    Desk { folder, file, workspace }
}

#[test]
fn the_backup_of_today_is_brought_up_to_date_and_stays_one_file() {
    let desk = closed();
    let (folder, file) = (desk.folder, desk.file);
    drop(desk.workspace);
    let mut workspace = on_day(&file, 1);
    let made = workspace.make_daily_backup(&mut || true).unwrap();
    let DailyOutcome::Made(daily) = made else { panic!("no backup of the day") };
    assert_eq!(workspace.make_backup_point().unwrap(), BackupPoint::There(daily.clone()));

    name_it(&mut workspace, "Exomes");
    assert_eq!(workspace.make_backup_point().unwrap(), BackupPoint::Written(daily.clone()));
    let whole = workspace.dump().unwrap();
    assert_eq!(Workspace::open(&daily, OpenOptions::default()).unwrap().dump().unwrap(), whole);
    assert_eq!(workspace.make_backup_point().unwrap(), BackupPoint::There(daily.clone()));
    assert_eq!(fs::read_dir(folder.path().join("backups")).unwrap().count(), 1);
}

#[test]
fn within_a_minute_one_backup_serves_and_after_it_another_is_written() {
    let mut desk = ticking();
    name_it(&mut desk.workspace, "Exomes");
    let first = desk.workspace.make_backup_point().unwrap();
    assert!(matches!(first, BackupPoint::Written(_)), "{first:?}");
    name_it(&mut desk.workspace, "Genomes");
    let second = desk.workspace.make_backup_point().unwrap();
    let asked = desk.workspace.now();
    assert!(matches!(second, BackupPoint::There(_)), "{second:?} at {asked}");
    while desk.workspace.now() - asked < TimeDelta::minutes(1) {}
    let third = desk.workspace.make_backup_point().unwrap();
    let (BackupPoint::Written(first), BackupPoint::Written(third)) = (first, third) else {
        panic!("nothing was written after a minute")
    };
    assert_eq!(first, third, "the same file");
}

#[test]
fn the_last_backup_has_the_words_of_the_last_minute_and_is_copied() {
    let mut desk = ticking();
    let second = tempfile::tempdir().unwrap();
    let plan = BackupPlan { second_folder: Some(second.path().to_owned()), ..Default::default() };
    desk.workspace.plan_backups(&plan).unwrap();
    name_it(&mut desk.workspace, "Exomes");
    let BackupPoint::Written(backup) = desk.workspace.make_backup_point().unwrap() else {
        panic!("no backup")
    };
    name_it(&mut desk.workspace, "Genomes");
    let last = desk.workspace.make_last_backup().unwrap();
    assert_eq!(last, BackupPoint::Written(backup.clone()));
    let whole = desk.workspace.dump().unwrap();
    let copy = second.path().join(backup.file_name().unwrap());
    for path in [backup, copy] {
        let read = Workspace::open(&path, OpenOptions::default()).unwrap();
        assert_eq!(read.dump().unwrap(), whole, "{}", path.display());
    }
}

#[test]
fn work_that_somebody_did_in_a_backup_is_never_written_over() {
    let mut desk = ticking();
    name_it(&mut desk.workspace, "Exomes");
    let BackupPoint::Written(backup) = desk.workspace.make_backup_point().unwrap() else {
        panic!("no backup")
    };
    let mut other = Workspace::open(&backup, OpenOptions::default()).unwrap();
    name_it(&mut other, "Work in the backup");
    let theirs = other.dump().unwrap();
    drop(other);
    let asked = desk.workspace.now();
    while desk.workspace.now() - asked < TimeDelta::minutes(1) {}
    name_it(&mut desk.workspace, "Genomes");
    let BackupPoint::Written(next) = desk.workspace.make_backup_point().unwrap() else {
        panic!("no backup beside the other")
    };
    assert_ne!(next, backup);
    let copy = Workspace::open(&backup, OpenOptions::default()).unwrap();
    assert_eq!(copy.dump().unwrap(), theirs);
}

/// A backup that reads only in part might hold words that the workspace lacks.
#[test]
fn a_backup_with_a_damaged_table_is_not_written_over() {
    let mut desk = ticking();
    name_it(&mut desk.workspace, "Exomes");
    let BackupPoint::Written(backup) = desk.workspace.make_backup_point().unwrap() else {
        panic!("no backup")
    };
    let conn = rusqlite::Connection::open(&backup).unwrap();
    conn.execute_batch("ALTER TABLE own_word RENAME TO lost").unwrap();
    drop(conn);
    let damaged = fs::read(&backup).unwrap();
    name_it(&mut desk.workspace, "Genomes");
    let last = desk.workspace.make_last_backup().unwrap();
    assert!(matches!(&last, BackupPoint::Written(path) if *path != backup), "{last:?}");
    assert_eq!(fs::read(&backup).unwrap(), damaged);
}
