//! Requests in the window: one key sets the status of a request, the letter has the chosen requests, and one step of
//! undo takes the mark "sent" back. An answer is found among the sources to cite.

use serde_json::json;
use vurder_tests::app_window::AppWindow;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go, text_in_sight};

/// The states of all requests, by row.
fn states(window: &AppWindow) -> serde_json::Value {
    let script =
        "return Object.fromEntries([...document.querySelectorAll('[data-testid^=request-]')]
        .map((one) => [one.dataset.testid.replace('request-', ''), one.dataset.status]))";
    window.execute(script, &json!([])).unwrap()
}

fn wait_for_state(window: &AppWindow, row: &str, state: &str) {
    window.wait_for(&format!("[data-testid=request-{row}][data-status={state}]")).unwrap();
}

#[test]
#[ignore = "run by the window lane"]
fn a_letter_goes_out_and_its_requests_are_sent_in_one_step() {
    let window = SharedWindow::with_sample().unwrap();
    go(&window, "#/p/sample/requests").unwrap();
    let before = states(&window);
    let drafts: Vec<&String> = before
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, state)| **state == "draft")
        .map(|(row, _)| row)
        .collect();
    assert!(!drafts.is_empty(), "the sample has a draft");

    // One key marks a draft as sent. The focus stays with the request, although its place in the list changes.
    let focus = "document.querySelector(`[data-testid=\"${arguments[0]}\"]`).focus()";
    window.execute(focus, &json!([format!("status-{}", drafts[0])])).unwrap();
    window.press("s").unwrap();
    wait_for_state(&window, drafts[0], "sent");
    let focused = "return document.activeElement?.dataset.testid";
    let focused = window.execute(focused, &json!([])).unwrap();
    assert_eq!(focused, format!("status-{}", drafts[0]));
    window.press("d").unwrap();
    wait_for_state(&window, drafts[0], "draft");

    let text = "return document.querySelector('[data-testid=letter-text]').value";
    window.wait_for("[data-testid=letter-text]").unwrap();
    let letter = window.execute(text, &json!([])).unwrap();
    assert!(letter.as_str().unwrap().contains("Thank you for your help."), "{letter}");
    click(&window, "letter-mark-sent").unwrap();
    wait_for_state(&window, drafts[0], "sent");
    window.press("Ctrl+Z").unwrap();
    wait_for_state(&window, drafts[0], "draft");
    assert_eq!(states(&window), before, "one step of undo takes the mark back");
}

#[test]
#[ignore = "run by the window lane"]
fn an_answer_is_found_where_one_cites() {
    let window = SharedWindow::with_sample().unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/3").unwrap();
    let text = text_in_sight(&window).unwrap();
    window.click(&text).unwrap();
    window.press("Ctrl+Shift+C").unwrap();
    window.wait_for("[data-testid=statement-option]").unwrap();
    window.type_text("samples deleted nordvåg").unwrap();
    window.wait_for_named("[data-testid=statement-option] .kind", "Answer to a request").unwrap();
    window.press("Escape").unwrap();
}
