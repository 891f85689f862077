//! Remarks of reviewers in the window: the page marks a remark at its row, and the person accepts its change beside the
//! text. Then the mark disappears, and one step of undo brings back words and mark.

use serde_json::json;
use vurder_tests::app_window::AppWindow;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go};

const MARK: &str = "[data-testid=row-remark][data-mark=remark-waves]";

/// Whether the page has the mark at the row.
fn is_marked(window: &AppWindow) -> bool {
    let script = "return !!document.querySelector(arguments[0])";
    window.execute(script, &json!([MARK])).unwrap() == true
}

/// The words of the answer that the remark is about.
fn answer(window: &AppWindow) -> String {
    let script =
        "return document.querySelector('[data-at=\"d-questionnaire/explanation\"]').textContent";
    window.execute(script, &json!([])).unwrap().as_str().unwrap().to_owned()
}

fn wait_until_marked(window: &AppWindow, marked: bool) {
    let look = || Ok((is_marked(window) == marked).then_some(()));
    window.wait_until("the mark of the remark", look).unwrap();
}

#[test]
#[ignore = "run by the window lane"]
fn a_remark_is_accepted_at_its_place_and_undo_brings_it_back() {
    let window = SharedWindow::with_sample().unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/1?at=d-questionnaire").unwrap();
    let mark = window.wait_for(MARK).unwrap();
    let before = answer(&window);
    assert!(before.contains("some 640 variables a wave"), "{before}");
    window.click(&mark).unwrap();
    window.wait_for("[data-testid=panel] [data-remark=remark-waves]").unwrap();
    let focused = "return document.activeElement?.dataset.remark ?? null";
    let is_focused = || Ok((window.execute(focused, &json!([]))? == "remark-waves").then_some(()));
    window.wait_until("the focus on the remark", is_focused).unwrap();
    window.press("a").unwrap();
    wait_until_marked(&window, false);
    assert!(answer(&window).contains("in each of the four waves"), "{}", answer(&window));

    click(&window, "undo").unwrap();
    wait_until_marked(&window, true);
    assert_eq!(answer(&window), before, "one step takes words and decision back");
}
