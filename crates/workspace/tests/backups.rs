//! The daily backup: when it is made, which backups are kept, and who may read them.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::fs;
use std::path::Path;

use given::{Desk, closed, line, name_it, on_day, row, text};
use vurder_workspace::{DailyOutcome, Notice, OpenOptions, Workspace};

fn make_backup(workspace: &mut Workspace) -> DailyOutcome {
    workspace.make_daily_backup(&mut || true).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<_> = entries.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    all.sort();
    all
}

#[test]
fn the_first_opening_after_a_day_with_changes_makes_one_backup() {
    let Desk { folder, file, workspace } = closed();
    drop(workspace);

    let mut workspace = on_day(&file, 1);
    let before = workspace.dump().unwrap();
    let DailyOutcome::Made(backup) = make_backup(&mut workspace) else {
        panic!("no backup of yesterday's work")
    };
    assert_eq!(backup, folder.path().join("backups/Study æøå.2026-11-23.vurder"));
    assert_eq!(make_backup(&mut workspace), DailyOutcome::NotNeeded, "one a day");
    name_it(&mut workspace, "Exomes");
    drop(workspace);
    let mut workspace = on_day(&file, 1);
    assert_eq!(
        make_backup(&mut workspace),
        DailyOutcome::NotNeeded,
        "one a day, however often it is opened"
    );
    assert_eq!(workspace.daily_backups().len(), 1);
    drop(workspace);
    assert_eq!(names(&folder.path().join("backups")), ["Study æøå.2026-11-23.vurder"]);

    // A backup can be opened like any workspace.
    let opened = Workspace::open(&backup, OpenOptions::default()).unwrap();
    opened.check().unwrap();
    assert_eq!(opened.dump().unwrap(), before);
    drop(opened);

    let mut workspace = on_day(&file, 2);
    assert!(
        matches!(make_backup(&mut workspace), DailyOutcome::Made(_)),
        "there was a change since"
    );
    drop(workspace);
    assert_eq!(
        make_backup(&mut on_day(&file, 3)),
        DailyOutcome::NotNeeded,
        "nothing changed since"
    );
}

/// Whoever works for one day only has a backup, too.
#[test]
fn the_day_on_which_a_workspace_is_made_has_a_backup_once_something_is_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new.vurder");
    let mut workspace = Workspace::create(&file, OpenOptions::default()).unwrap();
    assert_eq!(make_backup(&mut workspace), DailyOutcome::NotNeeded, "nothing is in it");
    drop(workspace);
    let Desk { folder: _folder, file, mut workspace } = closed();
    assert!(matches!(make_backup(&mut workspace), DailyOutcome::Made(_)), "on the first day");
    drop(workspace);
    // A day that begins without a change gets its backup with the first change.
    let mut workspace = on_day(&file, 1);
    assert_eq!(make_backup(&mut workspace), DailyOutcome::NotNeeded, "as yesterday");
    name_it(&mut workspace, "Exomes");
    assert!(matches!(make_backup(&mut workspace), DailyOutcome::Made(_)), "on the same day");
}

#[test]
fn a_program_that_stays_open_makes_the_backup_of_the_next_day() {
    let mut desk = closed().reopen();
    assert!(matches!(make_backup(&mut desk.workspace), DailyOutcome::Made(_)));
    for round in 0..1500 {
        name_it(&mut desk.workspace, &format!("Genomes {round}"));
    }
    assert!(matches!(make_backup(&mut desk.workspace), DailyOutcome::Made(_)), "a day has gone by");
    assert_eq!(desk.workspace.daily_backups().len(), 2);
}

#[test]
fn a_backup_gives_way_to_whoever_waits_and_is_made_later() {
    let mut desk = closed();
    desk.set("d-1", "need", text(&"A long answer that fills many pages. ".repeat(60_000)));
    let mut desk = desk.reopen();
    let mut asked = 0;
    let mut waits = || {
        asked += 1;
        asked < 2
    };
    assert_eq!(desk.workspace.make_daily_backup(&mut waits).unwrap(), DailyOutcome::Interrupted);
    assert_eq!(asked, 2, "it asked on the way");
    assert!(names(&desk.workspace.backups_folder()).is_empty(), "half a backup is no backup");
    desk.set("d-1", "name", line("typed meanwhile"));
    let DailyOutcome::Made(backup) = make_backup(&mut desk.workspace) else {
        panic!("it is made later")
    };
    let opened = Workspace::open(&backup, OpenOptions::default()).unwrap();
    assert_eq!(opened.dump().unwrap(), desk.workspace.dump().unwrap());
}

#[test]
fn what_a_killed_program_left_is_removed_and_nothing_else() {
    let mut desk = closed();
    let backups = desk.workspace.backups_folder();
    fs::create_dir(&backups).unwrap();
    for (folder, name) in [
        (&backups, "Study æøå.2026-11-21.vurder.vurder-abcdefghij27.part"),
        (&backups, "Study æøå.2026-11-21.vurder.vurder-abcdefghij27.part-journal"),
        (&backups, "Study æøå.2026-11-20.vurder"),
        (&backups, "Other.2026-11-21.vurder.vurder-abcdefghij27.part"),
        (&backups, "mine.part"),
        (&desk.folder.path().to_owned(), "Study æøå.vurder.vurder-abcdefghijkl.part"),
    ] {
        fs::write(folder.join(name), "x").unwrap();
    }
    // Unfinished files of a browser or another program stay, whatever their names are.
    let others = [
        "Study æøå.vurder.abcdefghijkl.part",
        "Study æøå.vurder.part",
        "Study æøå.vurder.part-journal",
        "Study æøå.vurder.pdf.part",
        "Study æøå.vurder.vurder-UPPERCASE123.part",
        "film.mp4.part",
    ];
    for name in others {
        fs::write(desk.folder.path().join(name), "x").unwrap();
    }
    desk = desk.reopen();
    assert_eq!(
        names(&backups),
        [
            "Other.2026-11-21.vurder.vurder-abcdefghij27.part",
            "Study æøå.2026-11-20.vurder",
            "mine.part"
        ]
    );
    let mut there = [&others[..], &["Study æøå.vurder", "backups"]].concat();
    there.sort_unstable();
    assert_eq!(names(desk.folder.path()), there);
}

#[test]
fn a_backup_that_cannot_be_written_is_told_and_stops_nothing_else() {
    let desk = closed();
    fs::write(desk.workspace.backups_folder(), "somebody's file").unwrap();
    let mut desk = desk.reopen();
    desk.workspace.make_daily_backup(&mut || true).unwrap_err();
    assert!(matches!(desk.workspace.notices(), [Notice::NotBackedUp { .. }]));
    desk.set("d-1", "name", line("work goes on"));
    assert_eq!(make_backup(&mut desk.workspace), DailyOutcome::NotNeeded, "not again and again");
    assert_eq!(desk.workspace.notices().len(), 1, "and told once");
    assert_eq!(fs::read_to_string(desk.workspace.backups_folder()).unwrap(), "somebody's file");
}

#[test]
fn a_bounded_number_is_kept_besides_those_with_work_of_their_own() {
    let Desk { folder, file, workspace } = closed();
    drop(workspace);
    let mut worked_in = None;
    for day in 1..60 {
        let mut workspace = on_day(&file, day);
        let DailyOutcome::Made(backup) = make_backup(&mut workspace) else { panic!("day {day}") };
        name_it(&mut workspace, &format!("Name of day {day}"));
        if day == 5 {
            // A person opened this backup and wrote in it.
            let mut back = on_day(&backup, day);
            name_it(&mut back, "only here");
            worked_in = Some(backup);
        }
    }
    let worked_in = worked_in.unwrap();
    let backups = on_day(&file, 60).daily_backups();
    assert_eq!(backups.len(), 7 + 4 + 1, "{:?}", names(&folder.path().join("backups")));
    assert_eq!(backups.last().map(|backup| &backup.path), Some(&worked_in));
    let reopened = Workspace::open(&worked_in, OpenOptions::default()).unwrap();
    let name =
        reopened.project(&Desk::p()).unwrap().row(&row("d-1")).unwrap().values["name"].clone();
    assert_eq!(Some(name), line("only here"));
}

#[test]
fn a_damaged_workspace_names_the_backup_of_the_last_day() {
    let mut desk = closed().reopen();
    let DailyOutcome::Made(backup) = make_backup(&mut desk.workspace) else { panic!("no backup") };
    let Desk { folder: _folder, file, workspace } = desk;
    drop(workspace);
    let bytes = fs::read(&file).unwrap();
    fs::write(&file, &bytes[..bytes.len() / 3]).unwrap();
    let error = Workspace::open(&file, OpenOptions::default()).unwrap_err();
    assert_eq!(error.backup(), Some(backup.as_path()), "{error}");
}

#[test]
fn a_damaged_workspace_never_names_a_strangers_file() {
    let mut desk = closed().reopen();
    let DailyOutcome::Made(backup) = make_backup(&mut desk.workspace) else { panic!("no backup") };
    let Desk { folder, file, workspace } = desk;
    drop(workspace);
    let stranger = folder.path().join("Study æøå-of-others.vurder");
    let mut others = Workspace::create(&stranger, given::options(61)).unwrap();
    // The other workspace gets ids that differ from those of the first.
    drop(others.new_id());
    given::make_project(&mut others, "q", "Theirs").unwrap();
    drop(others);
    let bytes = fs::read(&file).unwrap();
    for left in [bytes.len() / 3, bytes.len() * 2 / 3, 4096] {
        fs::write(&file, &bytes[..left]).unwrap();
        let error = Workspace::open(&file, OpenOptions::default()).unwrap_err();
        assert_eq!(error.backup(), Some(backup.as_path()), "{error}");
    }
    // A backup that is itself damaged is not named.
    let damaged = fs::read(&backup).unwrap();
    fs::write(&backup, &damaged[..damaged.len() / 2]).unwrap();
    let error = Workspace::open(&file, OpenOptions::default()).unwrap_err();
    assert_eq!(error.backup(), None, "{error}");
}

#[test]
fn a_clock_that_was_wrong_for_a_day_does_not_end_the_backups() {
    let Desk { folder, file, workspace } = closed();
    drop(workspace);
    assert!(matches!(make_backup(&mut on_day(&file, 400)), DailyOutcome::Made(_)), "the wrong day");
    assert_eq!(
        make_backup(&mut on_day(&file, 1)),
        DailyOutcome::NotNeeded,
        "nothing changed since"
    );
    for day in 2..40 {
        let mut workspace = on_day(&file, day);
        name_it(&mut workspace, &format!("Name of day {day}"));
        let DailyOutcome::Made(backup) = make_backup(&mut workspace) else { panic!("day {day}") };
        assert_eq!(workspace.daily_backups()[0].path, backup);
    }
    let backups = names(&folder.path().join("backups"));
    assert_eq!(backups.len(), 7 + 4, "{backups:?}");
}

#[test]
fn the_backup_of_a_replaced_workspace_is_not_todays() {
    let Desk { folder, file, workspace } = closed();
    drop(workspace);
    let DailyOutcome::Made(theirs) = make_backup(&mut on_day(&file, 1)) else {
        panic!("no backup")
    };
    let before = fs::read(&theirs).unwrap();
    fs::rename(&file, folder.path().join("moved.vurder")).unwrap();
    let mut other = Workspace::create(&file, given::options(61)).unwrap();
    drop(other.new_id());
    given::make_project(&mut other, "q", "Another").unwrap();
    drop(other);
    let DailyOutcome::Made(ours) = make_backup(&mut on_day(&file, 1)) else {
        panic!("no backup of this one")
    };
    assert_eq!(ours, folder.path().join("backups/Study æøå.2026-11-23-2.vurder"));
    assert_eq!(fs::read(&theirs).unwrap(), before, "theirs stays");
    assert_eq!(make_backup(&mut on_day(&file, 1)), DailyOutcome::NotNeeded, "one a day");
    let opened = Workspace::open(&ours, OpenOptions::default()).unwrap();
    assert!(opened.head(&given::project("q")).is_ok());
}

#[cfg(unix)]
#[test]
fn a_backup_is_as_private_as_the_workspace() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    for wanted in [0o600, 0o660, 0o644] {
        let Desk { folder, file, workspace } = closed();
        drop(workspace);
        fs::set_permissions(&file, fs::Permissions::from_mode(wanted)).unwrap();
        let mut workspace = on_day(&file, 1);
        let (mut part, mut seen) = (None, 0);
        let backup = workspace.make_daily_backup(&mut || {
            part = names(&folder.path().join("backups")).pop();
            seen = part.as_ref().map_or(seen, |n| mode(&folder.path().join("backups").join(n)));
            true
        });
        let Ok(DailyOutcome::Made(backup)) = backup else { panic!("{backup:?}") };
        assert!(part.is_none() || seen == 0o600, "on the way it is for nobody else");
        assert_eq!(mode(&backup), wanted);
        let asked = folder.path().join("asked.vurder");
        workspace.backup_to(&asked).unwrap();
        assert_eq!(mode(&asked), wanted);
    }
}
