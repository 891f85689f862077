//! Files that cannot be opened or written: each is refused by its path, and nothing is lost.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::fs;
use std::path::{Path, PathBuf};

#[cfg(target_os = "linux")]
use given::make_project;
use given::{Desk, desk, line, options, row, text};
use rusqlite::Connection;
#[cfg(target_os = "linux")]
use vurder_workspace::Op;
use vurder_workspace::{Error, OpenOptions, Workspace};

fn open(path: &Path) -> Result<Workspace, Error> {
    Workspace::open(path, OpenOptions::default())
}

/// The path of a closed workspace that is not empty, with its folder.
fn closed() -> (tempfile::TempDir, PathBuf) {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("Genomes"));
    let Desk { folder, file, workspace } = desk;
    drop(workspace);
    (folder, file)
}

/// Opening is refused with this code, and no byte in the folder has changed.
fn refused_untouched(path: &Path, code: &str) -> Error {
    let listing = |path: &Path| -> Vec<(PathBuf, Option<Vec<u8>>)> {
        let mut all: Vec<_> = fs::read_dir(path.parent().unwrap())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.clone(), fs::read(&path).ok()))
            .collect();
        all.sort();
        all
    };
    let before = listing(path);
    let error = open(path).expect_err("such a file is refused");
    assert_eq!(error.code(), code, "{error}");
    assert_eq!(error.path(), Some(path), "the error names the file: {error}");
    assert!(error.to_string().contains(&path.display().to_string()), "so does its sentence");
    assert_eq!(listing(path), before, "a file that is refused is left as it was found");
    error
}

fn made(folder: &tempfile::TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn files_that_are_no_workspace() {
    let folder = tempfile::tempdir().unwrap();
    refused_untouched(&made(&folder, "letter.vurder", b"Dear Sir or Madam"), "not_a_workspace");
    refused_untouched(&made(&folder, "big.vurder", &[7; 100_000]), "not_a_workspace");
    refused_untouched(&made(&folder, "empty.vurder", b""), "damaged");
    let missing = open(&folder.path().join("missing.vurder")).unwrap_err();
    assert_eq!(missing.code(), "file_missing");
    let a_folder = open(folder.path()).unwrap_err();
    assert_eq!(a_folder.code(), "not_a_workspace");
}

#[test]
fn files_of_another_program() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch("PRAGMA application_id = 77; CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        .unwrap();
    drop(other);
    let error = refused_untouched(&path, "other_program");
    assert!(matches!(error, Error::OtherProgram { application_id: 77, .. }));

    // A file of another program in WAL mode, in which SQLite makes files beside it.
    let path = folder.path().join("busy.db");
    let other = Connection::open(&path).unwrap();
    other.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (x)").unwrap();
    drop(other);
    refused_untouched(&path, "other_program");
}

#[test]
fn files_of_a_newer_program() {
    let (_folder, path) = closed();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("PRAGMA user_version = 9").unwrap();
    drop(other);
    let error = refused_untouched(&path, "newer_workspace");
    assert!(matches!(error, Error::Newer { found: 9, known: 5, .. }));
    let message = error.to_string();
    assert!(
        message.contains("format 9") && message.contains("format 5"),
        "both formats are named: {message}"
    );
}

#[test]
fn a_new_workspace_never_overwrites_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "taken.vurder", b"my thesis");
    let error = Workspace::create(&path, OpenOptions::default()).unwrap_err();
    assert_eq!(error.code(), "file_exists");
    assert_eq!(fs::read(&path).unwrap(), b"my thesis");
    let nowhere = folder.path().join("no folder").join("x.vurder");
    let error = Workspace::create(&nowhere, OpenOptions::default()).unwrap_err();
    assert_eq!((error.code(), error.path()), ("file_missing", nowhere.parent()), "{error}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left lying about");
}

#[test]
fn a_second_program_is_told_and_harms_nothing() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    for _ in 0..2 {
        let error = open(&desk.file).unwrap_err();
        assert_eq!((error.code(), error.path()), ("locked", Some(desk.file.as_path())), "{error}");
    }
    // This connection stands for another program.
    let sqlite = Connection::open(&desk.file).unwrap();
    sqlite.busy_timeout(std::time::Duration::ZERO).unwrap();
    assert!(sqlite.execute_batch("DELETE FROM value").is_err());
    assert!(sqlite.query_row("SELECT count(*) FROM row", [], |_| Ok(())).is_err());
    drop(sqlite);
    desk.set("d-1", "name", line("Genomes"));
    let desk = desk.reopen();
    assert_eq!(desk.get("d-1", "name"), line("Genomes"));
}

#[test]
fn a_second_process_is_told() {
    let desk = desk();
    let second = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_second_process", "--nocapture"])
        .env("VURDER_TEST_SECOND", &desk.file)
        .output()
        .unwrap();
    let printed = String::from_utf8_lossy(&second.stdout).into_owned();
    assert!(printed.contains("refused: locked"), "{printed}");
    drop(desk);
}

/// The second process of the test above. Without the environment variable, it does nothing.
#[test]
fn the_second_process() {
    if let Some(path) = std::env::var_os("VURDER_TEST_SECOND") {
        let error = open(Path::new(&path)).expect_err("the first process has it open");
        println!("refused: {}", error.code());
    }
}

#[test]
fn a_full_disk_refuses_the_change_and_keeps_everything_else() {
    let (_folder, path) = closed();
    let pages = fs::metadata(&path).unwrap().len() / 4096;
    let few = u32::try_from(pages).unwrap() + 20;
    let workspace =
        Workspace::open(&path, OpenOptions { max_pages: Some(few), ..options(60) }).unwrap();
    let mut desk = Desk { folder: tempfile::tempdir().unwrap(), file: path.clone(), workspace };
    let (mut accepted, mut refused) = (0, 0);
    for round in 0..40 {
        let before = desk.workspace.dump().unwrap();
        match desk.try_set("d-1", &format!("field-{round}"), text(&"words ".repeat(900))) {
            Ok(_) => accepted += 1,
            Err(error) => {
                assert_eq!(error.code(), "disk_full", "{error}");
                assert_eq!(desk.workspace.dump().unwrap(), before, "nothing of it remains");
                refused += 1;
            }
        }
    }
    assert!(accepted > 0 && refused > 10, "{accepted} accepted, {refused} refused");
    assert_eq!(desk.get("d-1", "name"), line("Genomes"));
    desk.workspace.check().unwrap();
    let before = desk.workspace.dump().unwrap();
    drop(desk);
    let reopened = open(&path).unwrap();
    assert_eq!(reopened.dump().unwrap(), before);
}

/// A real small disk, where the test may mount one.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_really_full() {
    use std::process::Command;
    let folder = tempfile::tempdir().unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=600k", "tmpfs"])
        .arg(folder.path())
        .output()
        .is_ok_and(|done| done.status.success());
    if !mounted {
        println!("skipped: no disk can be mounted here");
        return;
    }
    let path = folder.path().join("full.vurder");
    let outcome = std::panic::catch_unwind(|| {
        let mut workspace = Workspace::create(&path, options(60)).unwrap();
        make_project(&mut workspace, "p", "Full").unwrap();
        let mut codes = Vec::new();
        for round in 0..60 {
            let id = row(&format!("r-{round}"));
            let done = workspace.transact::<_, Error>(Some(&Desk::p()), Op::AddRow, |tx| {
                tx.add_row(
                    given::new_row(id.as_str(), "risk", None),
                    &vurder_workspace::RowPosition::Last,
                )?;
                tx.set_value(&id, "how", text(&"æøå ".repeat(2000)))
            });
            codes.extend(done.err().map(|error| error.code()));
        }
        assert!(codes.len() > 10 && codes.iter().all(|code| *code == "disk_full"), "{codes:?}");
        workspace.check().unwrap();
        let copy = workspace.backup_to(&folder.path().join("copy.vurder")).unwrap_err();
        assert_eq!(copy.code(), "disk_full", "{copy}");
        let before = workspace.dump().unwrap();
        drop(workspace);
        let reopened = open(&path).unwrap();
        assert_eq!(reopened.dump().unwrap(), before);
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert!(left <= 2, "half a copy is left behind");
    });
    let _ = Command::new("umount").arg("-l").arg(folder.path()).status();
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

#[cfg(unix)]
#[test]
fn a_file_or_folder_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = closed();
    let set =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(&path, 0o444);
    set(folder.path(), 0o555);
    let writes_all_the_same = fs::File::create(folder.path().join("probe")).is_ok();
    let (file, folder_only) = if writes_all_the_same {
        (None, None)
    } else {
        let file = open(&path).map(drop);
        set(&path, 0o644);
        (Some(file), Some(open(&path).map(drop)))
    };
    set(folder.path(), 0o755);
    set(&path, 0o644);
    if writes_all_the_same {
        println!("skipped: this user may write everywhere");
        return;
    }
    let file = file.unwrap().unwrap_err();
    assert!(matches!(file, Error::ReadOnly { folder: false, .. }), "{file}");
    let folder_only = folder_only.unwrap().unwrap_err();
    assert!(matches!(folder_only, Error::ReadOnly { folder: true, .. }), "{folder_only}");
    open(&path).unwrap().check().unwrap();
}

/// A disk that is mounted read-only, since permissions may not hold for this user.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_read_only() {
    use std::process::Command;
    let (folder, path) = closed();
    let disk = tempfile::tempdir().unwrap();
    let mount = |args: &[&str]| {
        Command::new("mount").args(args).arg(disk.path()).output().is_ok_and(|d| d.status.success())
    };
    if !mount(&["-t", "tmpfs", "tmpfs"]) {
        println!("skipped: no disk can be mounted here");
        return;
    }
    let there = disk.path().join("study.vurder");
    fs::copy(&path, &there).unwrap();
    let read_only = mount(&["-o", "remount,ro"]);
    let opened = open(&there).map(drop);
    let _ = Command::new("umount").arg("-l").arg(disk.path()).status();
    if read_only {
        let error = opened.unwrap_err();
        assert_eq!((error.code(), error.path()), ("read_only", Some(there.as_path())), "{error}");
    }
    drop(folder);
}

#[test]
fn a_backup_is_a_workspace_of_its_own() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("Genomes"));
    let copy = desk.folder.path().join("copy.vurder");
    fs::write(&copy, "an older copy").unwrap();
    desk.workspace.backup_to(&copy).unwrap();
    desk.set("d-1", "name", line("Exomes"));
    let opened = open(&copy).unwrap();
    opened.check().unwrap();
    let answer =
        opened.project(&Desk::p()).unwrap().row(&row("d-1")).unwrap().values["name"].clone();
    assert_eq!(Some(answer), line("Genomes"), "as it was when the backup was made");

    let onto_itself = desk.workspace.backup_to(&desk.file).unwrap_err();
    assert_eq!(onto_itself.code(), "own_file");
    let nowhere = desk.folder.path().join("no folder").join("copy.vurder");
    assert_eq!(desk.workspace.backup_to(&nowhere).unwrap_err().code(), "file_missing");
    desk.set("d-1", "name", line("still here"));
    desk.workspace.check().unwrap();
}

#[test]
fn a_damaged_file_names_the_newest_backup() {
    let (folder, path) = closed();
    let older = folder.path().join("Study æøå.before-v2-20250101T000000.vurder");
    let newer = folder.path().join("Study æøå copy.vurder");
    fs::copy(&path, &older).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(20));
    fs::write(&newer, fs::read(&path).unwrap()).unwrap();
    fs::write(folder.path().join("unrelated.vurder"), "x").unwrap();
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let error = refused_untouched(&path, "damaged");
    assert_eq!(error.backup(), Some(newer.as_path()), "{error}");
}
