//! What the window shows when something is wrong with a file: never an empty page, always the next step, and nothing is
//! lost.

use serde_json::json;
use std::path::Path;
use vurder_tests::app_window::{AppWindow, Folder};
use vurder_tests::disk::Disk;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go, gone};
use vurder_tests::webdriver::Driven;
use vurder_tests::{accessibility, layout};

/// Waits for the message about the workspace, and returns its text.
fn trouble(window: &AppWindow, word: &str) -> Driven<String> {
    let css = "[data-testid=trouble]";
    window.wait_until(&format!("a message with \"{word}\""), || {
        let Ok(found) = window.find(css) else { return Ok(None) };
        // The page may be reloading; then the next try finds the new one.
        Ok(window.text(&found).ok().filter(|text| text.contains(word)))
    })
}

/// After "Try again", the workspace opens with the sample in it.
fn opens_again(window: &AppWindow) {
    try_again(window).unwrap();
    click(window, "project-sample").unwrap();
    window.wait_for("[data-testid=overview]").unwrap();
}

fn try_again(window: &AppWindow) -> Driven {
    let again = window.wait_for_named("[data-testid=trouble] button", "Try again")?;
    window.click(&again)
}

/// Replaces a part of a file.
fn patch(file: &Path, at: usize, bytes: &[u8]) {
    let mut content = std::fs::read(file).unwrap();
    content[at..at + bytes.len()].copy_from_slice(bytes);
    std::fs::write(file, content).unwrap();
}

/// The cases come one after the other, each after "Try again". The program only reads the file.
#[test]
#[ignore = "run by the window lane"]
fn a_workspace_that_can_not_be_opened_is_told_with_the_next_step() {
    let folder = Folder::with_sample().unwrap();
    let file = folder.workspace();
    let whole = std::fs::read(&file).unwrap();
    let other_program = folder.occupy().unwrap();
    let window = folder.open().unwrap();
    let message = trouble(&window, "is open in another window or program").unwrap();
    assert!(message.contains("Close the other one"), "the next step: {message}");
    assert_eq!(accessibility::violations(&window).unwrap(), Vec::<String>::new());
    drop(other_program);

    // SQLite keeps the version of the schema at this place in the header.
    patch(&file, 60, &9999u32.to_be_bytes());
    let newer = std::fs::read(&file).unwrap();
    try_again(&window).unwrap();
    let message = trouble(&window, "newer version of Vurder").unwrap();
    assert!(message.contains("Install the newer version"), "the next step: {message}");
    assert_eq!(std::fs::read(&file).unwrap(), newer, "the file is left as it was");

    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    try_again(&window).unwrap();
    let message = trouble(&window, "damaged").unwrap();
    assert!(message.contains("Open your latest backup"), "the next step: {message}");
    assert_eq!(
        std::fs::read(&file).unwrap(),
        whole[..whole.len() / 2],
        "the file is left as it was"
    );

    std::fs::write(&file, "Dear colleague, the data are attached.").unwrap();
    try_again(&window).unwrap();
    let message = trouble(&window, "is not a Vurder workspace").unwrap();
    assert!(message.contains("Choose another file"), "the next step: {message}");

    std::fs::write(&file, whole).unwrap();
    opens_again(&window);
}

/// A single byte of an answer is changed. The program finds that before it shows anything.
#[test]
#[ignore = "run by the window lane"]
fn a_workspace_with_a_flipped_byte_is_told_with_the_next_step() {
    const WORDS: &[u8] = b"World Medical Association";
    let folder = Folder::with_sample().unwrap();
    let file = folder.workspace();
    let whole = std::fs::read(&file).unwrap();
    let mut flipped = whole.clone();
    let places: Vec<usize> =
        (0..whole.len() - WORDS.len()).filter(|at| whole[*at..].starts_with(WORDS)).collect();
    assert!(!places.is_empty(), "the sample's words stand in the file as they are");
    for at in places {
        flipped[at] ^= 0x01;
    }
    std::fs::write(&file, &flipped).unwrap();

    let window = folder.open().unwrap();
    let message = trouble(&window, "damaged").unwrap();
    assert!(message.contains("Open your latest backup"), "the next step: {message}");
    window.wait_for("[data-testid=trouble] [data-testid=open-workspace]").unwrap();
    assert_eq!(accessibility::violations(&window).unwrap(), Vec::<String>::new());
    assert_eq!(std::fs::read(&file).unwrap(), flipped, "the file is left as it was");

    std::fs::write(&file, whole).unwrap();
    opens_again(&window);
}

/// The person is offered the latest backup as a workspace of its own, and goes on in it.
#[test]
#[ignore = "run by the window lane"]
fn the_latest_backup_of_a_damaged_workspace_is_restored_by_one_button() {
    let folder = Folder::with_sample().unwrap();
    let file = folder.workspace();
    let backups = file.with_file_name("backups");
    std::fs::create_dir(&backups).unwrap();
    std::fs::copy(&file, backups.join("workspace.2026-11-20.vurder")).unwrap();
    let half = std::fs::read(&file).unwrap();
    let half = half[..half.len() / 2].to_vec();
    std::fs::write(&file, &half).unwrap();
    let restored = folder.path().join("restored.vurder");

    let window = folder.open().unwrap();
    window.folder().answer_save(&restored).unwrap();
    trouble(&window, "Restore the latest backup").unwrap();
    window.wait_for("[data-testid=restore-newest-backup]").unwrap();
    assert_eq!(accessibility::violations(&window).unwrap(), Vec::<String>::new());
    assert_eq!(layout::faults(&window).unwrap(), Vec::<String>::new());
    click(&window, "restore-newest-backup").unwrap();
    click(&window, "project-sample").unwrap();
    window.wait_for("[data-testid=overview]").unwrap();
    let status = window.call("status", &json!({})).unwrap();
    assert_eq!(status["workspace"], json!(restored.display().to_string()));
    assert_eq!(std::fs::read(&file).unwrap(), half, "the damaged file is left as it was");
}

/// For example on a locked stick, or in a folder of another person.
#[test]
#[ignore = "run by the window lane"]
fn a_read_only_folder_is_told_with_the_next_step() {
    let Some(disk) = Disk::of(16 << 20) else { return };
    let folder = Folder::within(disk.path()).unwrap();
    folder.put_sample().unwrap();
    let whole = std::fs::read(folder.workspace()).unwrap();
    assert!(disk.read_only(true), "the disk is read-only");
    let window = folder.open().unwrap();
    let message = trouble(&window, "can't be written to").unwrap();
    assert!(message.contains("move the file to your own documents"), "the next step: {message}");
    assert_eq!(accessibility::violations(&window).unwrap(), Vec::<String>::new());
    assert_eq!(std::fs::read(window.folder().workspace()).unwrap(), whole, "nothing is lost");

    assert!(disk.read_only(false), "the disk can be written again");
    try_again(&window).unwrap();
    click(&window, "project-sample").unwrap();
    window.wait_for("[data-testid=overview]").unwrap();
    drop(window);
}

#[test]
#[ignore = "run by the window lane"]
fn on_a_full_disk_words_stay_in_sight_until_there_is_room() {
    const WORDS: &str = "Skrevet da disken var full på Ærø.";
    let Some(disk) = Disk::of(8 << 20) else { return };
    let folder = Folder::within(disk.path()).unwrap();
    folder.put_sample().unwrap();
    let window = folder.open().unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/0").unwrap();
    let filler = disk.fill().unwrap();
    let field = window.wait_for_named("textarea", "Internal name").unwrap();
    window.click(&field).unwrap();
    window.press("Ctrl+End").unwrap();
    window.type_text(WORDS).unwrap();
    let state = window.wait_for("[data-testid=save-state][data-state=failed]").unwrap();
    let message = window.text(&state).unwrap();
    assert!(message.starts_with("Not saved:") && message.contains("no room left"), "{message}");
    assert!(message.contains("Free some space"), "the next step: {message}");
    assert!(value(&window).unwrap().ends_with(WORDS), "the words stay in sight");
    assert_eq!(accessibility::violations(&window).unwrap(), Vec::<String>::new());
    assert_eq!(layout::faults(&window).unwrap(), Vec::<String>::new());

    std::fs::remove_file(filler).unwrap();
    window.wait_for("[data-testid=save-state][data-state=saved]").unwrap();
    let folder = window.kill();
    let shown = folder.vurder_cli(&["search", "--json", "Skrevet"]).unwrap();
    assert!(shown.contains("internal_name"), "the words are saved: {shown}");
    drop(folder);
}

#[test]
#[ignore = "run by the window lane"]
fn an_export_to_a_folder_that_is_gone_is_told_and_can_be_tried_again() {
    let window = SharedWindow::with_sample().unwrap();
    let gone_folder = window.folder().path().join("gone");
    window.folder().answer_save(&gone_folder.join("report.pdf")).unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, "#/p/sample/export").unwrap();
    click(&window, "export-save").unwrap();
    let notice = window.wait_for("main [role=alert]").unwrap();
    let message = window.text(&notice).unwrap();
    assert!(message.contains("Check that the folder exists"), "the next step: {message}");
    std::fs::create_dir(&gone_folder).unwrap();
    click(&window, "export-save").unwrap();
    window.wait_for("[data-testid=exported]").unwrap();
    gone(&window, "main [role=alert]").unwrap();
    assert!(gone_folder.join("report.pdf").is_file());
}

/// The folder becomes read-only while the person writes. The words stay in the window, which says that they are not
/// saved, and they are saved as soon as that is possible.
#[test]
#[ignore = "run by the window lane"]
fn words_that_can_not_be_saved_stay_in_sight_until_they_are() {
    const WORDS: &str = "Skrevet mens disken var full.";
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/0").unwrap();
    // SQLite begins each change by making this file. A folder of that name prevents it.
    let journal = window.folder().path().join("workspace.vurder-journal");
    std::fs::create_dir(&journal).unwrap();
    let field = window.wait_for_named("textarea", "Internal name").unwrap();
    window.click(&field).unwrap();
    window.press("Ctrl+End").unwrap();
    window.type_text(WORDS).unwrap();
    let state = window.wait_for("[data-testid=save-state][data-state=failed]").unwrap();
    let message = window.text(&state).unwrap();
    assert!(message.starts_with("Not saved:"), "the window says so: {message}");

    // The words also stay when the person goes to another section and back.
    go(&window, "#/p/sample/form/edpb-dpia/1").unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/0").unwrap();
    let field_text = value(&window).unwrap();
    assert!(field_text.ends_with(WORDS), "the words stay: {field_text}");

    std::fs::remove_dir(&journal).unwrap();
    window.wait_for("[data-testid=save-state][data-state=saved]").unwrap();
    let shown = window.call("search", &json!({ "query": "disken" })).unwrap().to_string();
    assert!(shown.contains("internal_name"), "the words are saved: {shown}");
}

fn value(window: &AppWindow) -> Driven<String> {
    let script =
        "return document.querySelector('textarea[aria-label=\"Internal name\"]')?.value ?? ''";
    Ok(window.execute(script, &json!([]))?.as_str().unwrap_or_default().to_owned())
}
