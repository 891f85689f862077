//! Starting the program with a file, starting it again while it runs, and starting it where a file does not open:
//! nothing that was open is lost, and the person is told.

use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::Duration;
use vurder_tests::app_window::{AppWindow, Folder};
use vurder_tests::outside::Outside;
use vurder_tests::walk::{click, go};
use vurder_tests::webdriver::Driven;
use vurder_tests::{accessibility, layout};

/// Makes another workspace with the sample, beside the folder's own.
fn other_workspace(folder: &Folder, name: &str) -> PathBuf {
    let other = folder.path().join(name);
    std::fs::copy(folder.workspace(), &other).unwrap();
    other
}

/// The workspace that the window shows.
fn shown(window: &AppWindow) -> Driven<PathBuf> {
    let status = window.call("status", &json!({}))?;
    Ok(PathBuf::from(status["workspace"].as_str().unwrap_or_default()))
}

fn wait_for_workspace(window: &AppWindow, file: &Path) {
    window
        .wait_until(&format!("{}", file.display()), || {
            // The page may be reloading meanwhile.
            Ok((shown(window).ok().as_deref() == Some(file)).then_some(()))
        })
        .unwrap();
    window.wait_for("[data-testid=project-sample]").unwrap();
}

#[test]
#[ignore = "run by the window lane"]
fn a_second_start_opens_its_file_in_the_first_and_ends() {
    let folder = Folder::with_sample().unwrap();
    let (first, second) = (folder.workspace(), other_workspace(&folder, "Forsøk æøå.vurder"));
    let window = folder.open_given(Some(&first)).unwrap();
    wait_for_workspace(&window, &first);
    go(&window, "#/settings").unwrap();

    let took = window.folder().start_beside(Some(&second)).unwrap();
    assert!(took < Duration::from_secs(5), "the second start ends at once: {took:?}");
    wait_for_workspace(&window, &second);

    // Without a file, or with the open file, a second start only brings the window forward.
    go(&window, "#/settings").unwrap();
    window.wait_for("[data-testid=workspace]").unwrap();
    window.folder().start_beside(None).unwrap();
    window.folder().start_beside(Some(&second)).unwrap();
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(shown(&window).unwrap(), second);
    window.find("[data-testid=workspace]").unwrap();
}

/// A double click while the program is starting is not lost.
#[test]
#[ignore = "run by the window lane"]
fn a_second_start_waits_for_a_first_that_is_still_starting() {
    let folder = Folder::with_sample().unwrap();
    let (first, second) = (folder.workspace(), other_workspace(&folder, "second.vurder"));
    let mut beside = folder.command(Some(&second)).unwrap();
    let lock = folder.data().join("running.lock");
    let waiting = std::thread::spawn(move || {
        // As soon as the first start holds its lock, long before its window is there.
        while !lock.exists() {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_millis(5));
        beside.status().unwrap()
    });
    let window = folder.open_given(Some(&first)).unwrap();
    assert!(waiting.join().unwrap().success());
    wait_for_workspace(&window, &second);
}

#[test]
#[ignore = "run by the window lane"]
fn a_file_that_does_not_open_leaves_the_open_workspace_as_it_is() {
    let folder = Folder::with_sample().unwrap();
    let (first, damaged) = (folder.workspace(), other_workspace(&folder, "damaged.vurder"));
    let whole = std::fs::read(&damaged).unwrap();
    let half = &whole[..whole.len() / 2];
    std::fs::write(&damaged, half).unwrap();
    let window = folder.open_given(Some(&first)).unwrap();
    wait_for_workspace(&window, &first);

    let refused = |words: &str| {
        window.folder().start_beside(Some(&damaged)).unwrap();
        window.wait_for_text(words).unwrap();
        assert_eq!(shown(&window).unwrap(), first);
        let toasts =
            "for (const b of document.querySelectorAll('[data-testid=toast] button')) b.click()";
        window.execute(toasts, &json!([])).unwrap();
    };
    refused("is damaged and can't be opened safely");
    assert_eq!(std::fs::read(&damaged).unwrap(), half, "the file is left as it was");
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&9999u32.to_be_bytes());
    std::fs::write(&damaged, &newer).unwrap();
    refused("newer version of Vurder");
    std::fs::remove_file(&damaged).unwrap();
    refused("There is no file");
    click(&window, "project-sample").unwrap();
    window.wait_for("[data-testid=overview]").unwrap();
}

/// When a start is given a missing file, the window says so and offers the workspaces opened last.
#[test]
#[ignore = "run by the window lane"]
fn the_workspaces_opened_last_are_offered_and_missing_ones_are_told() {
    let folder = Folder::with_sample().unwrap();
    let (first, gone) = (folder.workspace(), other_workspace(&folder, "gone.vurder"));
    let window = folder.open_given(Some(&gone)).unwrap();
    wait_for_workspace(&window, &gone);
    window.folder().start_beside(Some(&first)).unwrap();
    wait_for_workspace(&window, &first);
    let folder = window.kill();
    std::fs::remove_file(&gone).unwrap();

    let strange = folder.path().join("letter.vurder");
    std::fs::write(&strange, "Dear colleague").unwrap();
    let window = folder.open_given(Some(&strange)).unwrap();
    let trouble = window.wait_for("[data-testid=trouble] [data-testid=recent]").unwrap();
    let text = window.text(&trouble).unwrap();
    assert!(text.contains("workspace.vurder") && text.contains("Not found"), "{text}");
    assert!(!text.contains("letter.vurder"), "what did not open is not among them: {text}");
    assert_eq!(accessibility::violations(&window).unwrap(), Vec::<String>::new());
    assert_eq!(layout::faults(&window).unwrap(), Vec::<String>::new());
    let open = window.wait_for_named("[data-testid=recent] button", "workspace.vurder").unwrap();
    window.click(&open).unwrap();
    wait_for_workspace(&window, &first);

    go(&window, "#/settings").unwrap();
    let forget = window
        .wait_for_named("[data-testid=recent] button", "Remove gone.vurder from this list")
        .unwrap();
    window.click(&forget).unwrap();
    vurder_tests::walk::gone(&window, "[data-testid=recent]").unwrap();
    assert_eq!(layout::faults(&window).unwrap(), Vec::<String>::new());
}

#[test]
#[ignore = "run by the window lane"]
fn a_start_that_fails_says_so_in_a_dialog() {
    let folder = Folder::new().unwrap();
    let file = folder.path().join("no folder");
    std::fs::write(&file, "").unwrap();
    let mut command = folder.command(None).unwrap();
    let mut program = command.env("XDG_DATA_HOME", &file).spawn().unwrap();
    let dialog = Outside::of_dialog("Vurder").map(drop);
    let waits = program.try_wait().unwrap().is_none();
    program.kill().unwrap();
    program.wait().unwrap();
    dialog.unwrap();
    assert!(waits, "it waits until the person has read it");
}

/// A backup is restored as a workspace of its own and opened. The earlier workspace is still there.
#[test]
#[ignore = "run by the window lane"]
fn a_backup_is_restored_and_opened_from_settings() {
    let folder = Folder::with_sample().unwrap();
    let backups = folder.path().join("backups");
    std::fs::create_dir(&backups).unwrap();
    std::fs::copy(folder.workspace(), backups.join("workspace.2026-11-22.vurder")).unwrap();
    let restored = folder.path().join("restored.vurder");
    let window = folder.open().unwrap();
    window.folder().answer_save(&restored).unwrap();
    go(&window, "#/settings").unwrap();
    click(&window, "backup-look").unwrap();
    window.wait_for("[data-testid=backup-holds]").unwrap();
    assert_eq!(accessibility::violations(&window).unwrap(), Vec::<String>::new());
    assert_eq!(layout::faults(&window).unwrap(), Vec::<String>::new());
    click(&window, "backup-restore").unwrap();
    click(&window, "backup-open").unwrap();
    wait_for_workspace(&window, &restored);
}
