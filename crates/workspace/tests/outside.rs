//! Files that are written beside the workspace: as a whole, with the usual permissions, and never over a workspace.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::fs;
use std::path::{Path, PathBuf};

use given::{Desk, desk, line, make_project, options};
use vurder_workspace::Workspace;

fn beside(desk: &Desk, name: &str) -> PathBuf {
    desk.folder.path().join(name)
}

/// The path with another ending added to the whole name.
fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Report, dump and backup are refused with this code, and nothing in the folder has changed.
fn refused(desk: &Desk, path: &Path, code: &str) {
    let before = names(desk.folder.path());
    let written = desk.workspace.write_file(path, b"%PDF").expect_err("such a target is refused");
    assert_eq!(written.code(), code, "{written}");
    assert_eq!(written.path(), Some(path), "names the file as it was given");
    assert_eq!(names(desk.folder.path()), before);
}

#[test]
fn the_open_workspace_is_not_written_over_under_any_name() {
    let mut desk = desk();
    let mut targets = vec![desk.file.clone(), beside(&desk, ".").join("Study æøå.vurder")];
    for ending in ["-journal", "-wal", "-shm", "-JOURNAL"] {
        targets.push(with(&desk.file, ending));
    }
    targets.push(beside(&desk, "STUDY ÆØÅ.VURDER-Journal"));
    #[cfg(unix)]
    {
        let link = beside(&desk, "link.pdf");
        std::os::unix::fs::symlink(&desk.file, &link).unwrap();
        let second = beside(&desk, "second.pdf");
        std::os::unix::fs::symlink("link.pdf", &second).unwrap();
        let journal = beside(&desk, "journal.pdf");
        std::os::unix::fs::symlink(with(&desk.file, "-journal"), &journal).unwrap();
        targets.extend([link, second, journal]);
    }
    let hard = beside(&desk, "hard.pdf");
    fs::hard_link(&desk.file, &hard).unwrap();
    targets.push(hard);
    for target in targets {
        refused(&desk, &target, "own_file");
        let copied = desk.workspace.backup_to(&target).expect_err("a backup is refused, too");
        assert_eq!(copied.code(), "own_file", "{copied}");
    }
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("Genomes"));
    desk.workspace.check().unwrap();
    drop(desk.workspace);
    Workspace::open(&desk.file, options(60)).unwrap().check().unwrap();
}

#[test]
fn another_workspace_is_not_written_over_by_a_report() {
    let mut desk = desk();
    let other = beside(&desk, "other.vurder");
    let mut workspace = Workspace::create(&other, options(60)).unwrap();
    make_project(&mut workspace, "q", "Memory").unwrap();
    refused(&desk, &other, "holds_workspace");
    refused(&desk, &with(&other, "-journal"), "holds_workspace");
    let copied = desk.workspace.backup_to(&other).expect_err("somebody works in it");
    assert_eq!(copied.code(), "locked", "{copied}");
    drop(workspace);
    refused(&desk, &other, "holds_workspace");
    refused(&desk, &with(&other, "-wal"), "holds_workspace");
    refused(&desk, &with(&other, "-WAL"), "holds_workspace");
    let workspace = Workspace::open(&other, options(60)).unwrap();
    assert!(workspace.head(&given::project("q")).is_ok(), "it holds what it held");
    drop(workspace);
    desk.workspace.backup_to(&other).unwrap();
    let backup = Workspace::open(&other, options(60)).unwrap();
    assert!(
        backup.head(&given::project("p")).is_ok(),
        "a backup may take the place of an earlier one"
    );
}

#[test]
fn an_sqlite_file_of_another_program_is_a_file_like_any_other() {
    let desk = desk();
    let other = beside(&desk, "other.db");
    rusqlite::Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (c)").unwrap();
    desk.workspace.write_file(&other, b"%PDF").unwrap();
    assert_eq!(fs::read(&other).unwrap(), b"%PDF");
}

#[test]
fn a_folder_is_no_file_to_be_written() {
    let desk = desk();
    let folder = beside(&desk, "report.pdf");
    fs::create_dir(&folder).unwrap();
    refused(&desk, &folder, "not_a_file");
    refused(&desk, Path::new("/"), "not_a_file");
    refused(&desk, &beside(&desk, ".."), "not_a_file");
}

#[cfg(unix)]
#[test]
fn a_pipe_stays_a_pipe() {
    use std::os::unix::fs::FileTypeExt as _;
    let mut desk = desk();
    let pipe = beside(&desk, "pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let link = beside(&desk, "link");
    std::os::unix::fs::symlink(&pipe, &link).unwrap();
    for target in [&pipe, &link] {
        refused(&desk, target, "not_a_file");
        let copied = desk.workspace.backup_to(target).expect_err("no backup into a pipe");
        assert_eq!(copied.code(), "not_a_file", "{copied}");
    }
    assert!(fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());
}

#[cfg(unix)]
#[test]
fn a_new_file_has_the_mode_of_any_new_file_and_a_replaced_one_keeps_its_own() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut desk = desk();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    let plain = beside(&desk, "plain");
    fs::write(&plain, "as the system makes it").unwrap();
    type Write = fn(&mut Desk, &Path);
    let writers: [(&str, Write); 2] = [
        ("report.pdf", |desk, path| desk.workspace.write_file(path, b"%PDF").unwrap()),
        ("backup.vurder", |desk, path| desk.workspace.backup_to(path).unwrap()),
    ];
    for (name, write) in writers {
        let path = beside(&desk, name);
        write(&mut desk, &path);
        assert_eq!(mode(&path), mode(&plain), "{name}: 0666 but for what umask takes away");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        write(&mut desk, &path);
        assert_eq!(mode(&path), 0o640, "{name}: others were let in or kept out on purpose");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let before = fs::read(&path).unwrap();
        let protected = desk.workspace.write_file(&path, b"x").unwrap_err();
        assert_ne!(protected.code(), "io", "{protected}");
        assert_eq!(fs::read(&path).unwrap(), before, "{name} is protected");
    }
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_its_file_and_stays_a_link() {
    let desk = desk();
    let elsewhere = beside(&desk, "elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    let (there, gone) = (elsewhere.join("report.pdf"), elsewhere.join("new.pdf"));
    fs::write(&there, "old").unwrap();
    let links =
        [("to.pdf", &there, "elsewhere/report.pdf"), ("new.pdf", &gone, "elsewhere/new.pdf")];
    for (name, file, to) in links {
        let link = beside(&desk, name);
        std::os::unix::fs::symlink(to, &link).unwrap();
        desk.workspace.write_file(&link, b"%PDF").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "{name} is replaced");
        assert_eq!(fs::read(file).unwrap(), b"%PDF");
    }
    let round = beside(&desk, "round");
    std::os::unix::fs::symlink("round", &round).unwrap();
    assert_eq!(desk.workspace.write_file(&round, b"x").unwrap_err().code(), "io");
    assert_eq!(names(&elsewhere), ["new.pdf", "report.pdf"], "nothing half-written stays");
}

#[cfg(unix)]
#[test]
fn a_file_that_is_called_like_an_address_is_a_file() {
    let folder = tempfile::tempdir().unwrap();
    // The test runs in a separate process, since all threads of a process share the current directory.
    if std::env::var_os("VURDER_TEST_HERE").is_none() {
        let done = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "a_file_that_is_called_like_an_address_is_a_file"])
            .env("VURDER_TEST_HERE", "1")
            .current_dir(folder.path())
            .status();
        assert!(done.unwrap().success());
        assert_eq!(
            names(folder.path()),
            ["backups", "file:backup.vurder", "file:x.vurder?mode=ro"]
        );
        return;
    }
    let file = Path::new("file:x.vurder?mode=ro");
    let mut workspace = Workspace::create(file, options(60)).unwrap();
    make_project(&mut workspace, "p", "Kidneys").unwrap();
    workspace.backup_to(Path::new("file:backup.vurder")).unwrap();
    drop(workspace);
    let mut workspace = Workspace::open(file, options(86_400)).unwrap();
    assert!(workspace.head(&given::project("p")).is_ok());
    assert!(matches!(
        workspace.make_daily_backup(&mut || true),
        Ok(vurder_workspace::DailyOutcome::Made(_))
    ));
}
