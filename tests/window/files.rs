//! Files in the window: one is attached, thrown away, restored and saved again with the same bytes; a picture stands at
//! its place in the form and asks for its words.

use std::fs;

use serde_json::json;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go};

/// A grey picture, 24 pixels wide and 16 high.
const PNG: &[u8] =
    b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x18\x00\x00\x00\x10\x08\x00\
    \x00\x00\x00)O\xe0I\x00\x00\x00\x11IDATx\xdach\xc0\x01\x18F%\x06B\x02\x00\x0aZ\xc0\
    \x01\x5c-sW\x00\x00\x00\x00IEND\xaeB`\x82";

#[test]
#[ignore = "run by the window lane"]
fn a_file_is_attached_thrown_away_restored_and_saved_with_the_same_bytes() {
    let window = SharedWindow::with_sample().unwrap();
    let file = window.folder().path().join("Avtale æøå.pdf");
    fs::write(&file, b"%PDF-1.7 agreement").unwrap();
    window.folder().answer_open(&file).unwrap();
    go(&window, "#/p/sample/attachments").unwrap();
    let attached = || window.call("attachments", &json!({"project": "sample"})).unwrap();
    let before = attached()["attachments"].as_array().unwrap().len();
    click(&window, "attach").unwrap();
    let row = "return [...document.querySelectorAll('[data-testid^=attachment-]')]
        .find((row) => row.textContent.includes(arguments[0]))?.dataset.testid ?? null";
    let named = json!(["Avtale æøå.pdf"]);
    let row = window
        .wait_until("the file in the list", || {
            Ok(window.execute(row, &named)?.as_str().map(str::to_owned))
        })
        .unwrap();
    assert_eq!(attached()["attachments"].as_array().unwrap().len(), before + 1);

    let press = |at: usize| {
        let script = "document.querySelectorAll(`[data-testid=\"${arguments[0]}\"] button`)[arguments[1]].click()";
        window.execute(script, &json!([row, at])).unwrap();
    };
    let wait_for = |count: usize| {
        let is = || {
            let now = window.call("attachments", &json!({"project": "sample"}))?;
            Ok((now["attachments"].as_array().map(Vec::len) == Some(count)).then_some(()))
        };
        window.wait_until(&format!("{count} files"), is).unwrap();
    };
    press(1);
    wait_for(before);
    window.wait_until("the button to restore", || {
        let buttons = "return document.querySelectorAll(`[data-testid=\"${arguments[0]}\"] button`).length";
        Ok((window.execute(buttons, &json!([row]))? == 1).then_some(()))
    }).unwrap();
    press(0);
    wait_for(before + 1);
    window.wait_until("the button to save", || {
        let buttons = "return document.querySelectorAll(`[data-testid=\"${arguments[0]}\"] button`).length";
        Ok((window.execute(buttons, &json!([row]))? == 2).then_some(()))
    }).unwrap();
    let out = window.folder().path().join("saved.pdf");
    window.folder().answer_save(&out).unwrap();
    press(0);
    window.wait_for("[data-testid=attachment-saved]").unwrap();
    assert_eq!(fs::read(&out).unwrap(), b"%PDF-1.7 agreement");
}

#[test]
#[ignore = "run by the window lane"]
fn a_picture_stands_at_its_place_and_can_be_taken_back() {
    let window = SharedWindow::with_sample().unwrap();
    let file = window.folder().path().join("flow.png");
    fs::write(&file, PNG).unwrap();
    window.folder().answer_open(&file).unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/1").unwrap();
    let pictures = "return document.querySelectorAll('[data-testid^=picture-]').length";
    let count = || window.execute(pictures, &json!([])).unwrap().as_u64().unwrap();
    window.wait_for("[data-testid=add-pictures]").unwrap();
    let before = count();
    click(&window, "add-pictures").unwrap();
    let is = || Ok((window.execute(pictures, &json!([]))? == before + 1).then_some(()));
    window.wait_until("the picture", is).unwrap();
    let drawn = "return [...document.querySelectorAll('[data-testid^=picture-]')]
        .some((one) => one.complete && one.naturalWidth === 24)";
    let is = || Ok((window.execute(drawn, &json!([]))? == true).then_some(()));
    window.wait_until("the pixels of the picture", is).unwrap();

    // A file that is no picture is refused, and says which files are.
    fs::write(&file, b"not a picture").unwrap();
    click(&window, "add-pictures").unwrap();
    window.wait_for_text("flow.png").unwrap();
    assert_eq!(count(), before + 1);

    click(&window, "undo").unwrap();
    let is = || Ok((window.execute(pictures, &json!([]))? == before).then_some(()));
    window.wait_until("the picture taken back", is).unwrap();
}

#[test]
#[ignore = "run by the window lane"]
fn the_project_in_a_pdf_becomes_one_more_project() {
    let window = SharedWindow::with_sample().unwrap();
    let report = window.folder().path().join("From Kari.pdf");
    let export = json!({"project": "sample", "form": "dpia", "out": report, "with_project": true});
    window.call("export", &export).unwrap();
    window.folder().answer_open(&report).unwrap();
    go(&window, "#/").unwrap();
    click(&window, "open-report").unwrap();
    window.wait_for("[data-testid=overview]").unwrap();
    let projects = window.call("projects", &json!({})).unwrap();
    let titles: Vec<&str> = projects
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["head"]["title"].as_str())
        .collect();
    assert_eq!(titles.len(), 2);
    assert!(titles.iter().any(|title| title.ends_with("(from From Kari.pdf)")), "{titles:?}");

    // A PDF that carries no project is refused with the next step, and nothing is added.
    let bare = json!({"project": "sample", "form": "dpia", "out": report});
    window.call("export", &bare).unwrap();
    go(&window, "#/").unwrap();
    click(&window, "open-report").unwrap();
    let toast = window.wait_for("[data-testid=toast].refused").unwrap();
    assert!(window.text(&toast).unwrap().contains("From Kari.pdf"));
    assert_eq!(window.call("projects", &json!({})).unwrap().as_array().unwrap().len(), 2);
}
