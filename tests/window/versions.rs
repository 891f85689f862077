//! Versions in the window: one is sent for review with its reports, read as it was sent, and compared with the draft.

use serde_json::json;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go, gone};

#[test]
#[ignore = "run by the window lane"]
fn a_version_is_sent_read_compared_and_saved() {
    let window = SharedWindow::with_sample().unwrap();
    let versions = || window.call("versions", &json!({"project": "sample"})).unwrap();
    let before = versions()["versions"].as_array().unwrap().len();
    go(&window, "#/p/sample/versions").unwrap();
    click(&window, "freeze-review").unwrap();
    window.wait_for("[data-testid=freeze-dialog]").unwrap();
    let disabled = "return document.querySelector('[data-testid=freeze]').disabled";
    assert_eq!(window.execute(disabled, &json!([])).unwrap(), true, "nobody is named yet");
    click(&window, "freeze-by").unwrap();
    window.type_text("Kari Nordmann").unwrap();
    click(&window, "freeze-recipients").unwrap();
    window.type_text("Ola Hansen; Liv Berg").unwrap();
    click(&window, "freeze").unwrap();
    gone(&window, "[data-testid=freeze-dialog]").unwrap();
    let number = before + 1;
    let row = format!("[data-testid=version-{number}]");
    window.wait_for(&row).unwrap();
    let made = versions()["versions"][before].clone();
    assert_eq!(
        (&made["line"]["by"], &made["line"]["kind"]),
        (&json!("Kari Nordmann"), &json!("review"))
    );

    // What is changed afterwards is in the comparison, and not in the version.
    let set = json!({"project": "sample", "row": "d-questionnaire", "field": "explanation",
        "value": {"kind": "text", "value": "Xylophone lessons."}});
    window.call("set_value", &set).unwrap();
    go(&window, &format!("#/p/sample/versions?from={number}")).unwrap();
    window.wait_for("[data-testid='compared-d-questionnaire']").unwrap();
    window.wait_for_text("Xylophone lessons").unwrap();
    go(&window, &format!("#/p/sample/versions/edpb-dpia?version={number}")).unwrap();
    window.wait_for("[data-testid=version-form] table").unwrap();
    let text = window.visible_text().unwrap();
    assert!(!text.contains("Xylophone"), "a version stays as it was sent");

    go(&window, "#/p/sample/versions").unwrap();
    let out = window.folder().path().join("sent.pdf");
    window.folder().answer_save(&out).unwrap();
    let save = format!("{row} button");
    window.click(&window.wait_for(&save).unwrap()).unwrap();
    window.wait_for("[data-testid=version-saved]").unwrap();
    let printed = std::process::Command::new("pdftotext").arg(&out).arg("-").output().unwrap();
    let printed = String::from_utf8_lossy(&printed.stdout).into_owned();
    assert!(printed.contains("FJORDSUND") && !printed.contains("Xylophone"));
}
