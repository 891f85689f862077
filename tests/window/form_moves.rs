//! A project that follows an earlier version of a form is moved to the newest one, after a look at what that changes,
//! and one step of undo moves it back.

use std::fs;

use serde_json::json;
use vurder_tests::app_window::Folder;
use vurder_tests::walk::{click, go, gone};

/// A workspace whose project was made with the first version of the forms.
const FIRST_FORMS: &[u8] = include_bytes!("../../crates/app/tests/data/forms-1.0.vurder");

#[test]
#[ignore = "run by the window lane"]
fn a_project_is_moved_to_the_newest_form_after_a_look_and_back() {
    let folder = Folder::new().unwrap();
    fs::write(folder.workspace(), FIRST_FORMS).unwrap();
    let window = folder.open().unwrap();
    let version = || {
        let form = window.call("form", &json!({"project": "study", "form": "dpia"})).unwrap();
        form["version"].as_str().unwrap().to_owned()
    };
    assert_eq!(version(), "1.0");
    go(&window, "#/p/study").unwrap();
    click(&window, "newer-edpb-dpia").unwrap();
    window.wait_for("[data-testid=move-form]").unwrap();
    let told = window.visible_text().unwrap();
    assert!(told.contains("1.0.1"), "the look names the version: {told}");
    assert_eq!(version(), "1.0", "a look moves nothing");
    click(&window, "move-form-do").unwrap();
    gone(&window, "[data-testid=move-form]").unwrap();
    gone(&window, "[data-testid=newer-edpb-dpia]").unwrap();
    assert_eq!(version(), "1.0.1");

    click(&window, "undo").unwrap();
    window.wait_for("[data-testid=newer-edpb-dpia]").unwrap();
    assert_eq!(version(), "1.0", "one step moves the project back");
}
