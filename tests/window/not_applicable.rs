//! A prescribed subject under which nothing is owed: the reason stands in place of rows, in the window and on paper.

use serde_json::{Value, json};
use vurder_tests::app_window::AppWindow;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{go, trash_row};

const SECTION: &str = "#/p/sample/form/edpb-dpia/2";
const OFFERED: &str = "[data-testid^='not-applicable-'][data-testid$='-accuracy']";
const REASON: &str = "All values are taken over from the registers as they stand.";

/// The subject "Accuracy" of section 2, as the program sends it.
fn subject(window: &AppWindow) -> Value {
    let form = window.call("form", &json!({"project": "sample", "form": "dpia"})).unwrap();
    subject_in(&form).cloned().unwrap()
}

fn subject_in(view: &Value) -> Option<&Value> {
    match view {
        Value::Object(keys) if keys.get("id").is_some_and(|id| id == "accuracy") => {
            keys.contains_key("rows").then_some(view)
        }
        Value::Object(keys) => keys.values().find_map(subject_in),
        Value::Array(items) => items.iter().find_map(subject_in),
        _ => None,
    }
}

/// What the report says, without its line breaks.
fn printed(window: &SharedWindow) -> String {
    let out = window.folder().path().join("printed.pdf");
    window.call("export", &json!({"project": "sample", "form": "dpia", "out": out})).unwrap();
    let words = std::process::Command::new("pdftotext").arg(&out).arg("-").output().unwrap();
    String::from_utf8_lossy(&words.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
#[ignore = "run by the window lane"]
fn an_empty_subject_is_closed_by_a_reason_that_is_printed() {
    let window = SharedWindow::with_sample().unwrap();
    go(&window, SECTION).unwrap();
    let rows = subject(&window)["rows"].clone();
    let row = rows[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(rows.as_array().unwrap().len(), 1);
    trash_row(&window, &row).unwrap();

    window.wait_for(OFFERED).unwrap();
    window.execute(&format!("document.querySelector(\"{OFFERED}\").click()"), &json!([])).unwrap();
    window.wait_for(".not-applicable textarea:focus").unwrap();
    window.type_text(REASON).unwrap();
    window.press("Ctrl+S").unwrap();
    window
        .wait_until("the reason to be saved", || {
            let saved = subject(&window)["note"]["cell"]["value"]["value"] == REASON;
            Ok(saved.then_some(()))
        })
        .unwrap();
    assert!(printed(&window).contains(REASON));

    // Undo takes the reason away; then it brings back what was deleted.
    window.press("Ctrl+Z").unwrap();
    let is_gone =
        || Ok((subject(&window)["note"]["cell"]["value"]["value"] != REASON).then_some(()));
    window.wait_until("the reason to be taken back", is_gone).unwrap();
    assert!(!printed(&window).contains(REASON));
    for _ in 0..2 {
        window.press("Ctrl+Z").unwrap();
    }
    let is_back = || Ok((subject(&window)["rows"][0]["id"] == row.as_str()).then_some(()));
    window.wait_until("the deleted row to be back", is_back).unwrap();
}
