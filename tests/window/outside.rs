//! Keys and clicks from outside the webview arrive like those of a person.

use serde_json::json;
use vurder_tests::app_window::AppWindow;
use vurder_tests::by_keyboard::wait_for_focus;
use vurder_tests::outside::{BURST, FAST, Outside};
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go};

const NAME: &str = "Internal name";

fn value(window: &AppWindow) -> String {
    let script = "return document.querySelector('textarea[aria-label=\"Internal name\"]').value";
    window.execute(script, &json!([])).unwrap().as_str().unwrap().to_owned()
}

#[test]
#[ignore = "run by the window lane"]
fn keys_and_clicks_from_outside_arrive() {
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/0").unwrap();
    let outside = Outside::of(&window).unwrap();
    let field = window.wait_for_named("textarea", NAME).unwrap();
    let before = value(&window);

    outside.click(&window, &field).unwrap();
    wait_for_focus(&window, NAME).unwrap();
    outside.press("Ctrl+End").unwrap();
    outside.type_text(" Sleep & Heart @ HUNTx", BURST).unwrap();
    outside.press("Backspace").unwrap();
    outside.type_text(", (2nd \"Wave\")", FAST).unwrap();
    let typed = format!("{before} Sleep & Heart @ HUNT, (2nd \"Wave\")");
    window
        .wait_until("what was typed", || Ok((value(&window) == typed).then_some(())))
        .unwrap_or_else(|error| panic!("{error}\nthe field has {:?}", value(&window)));
    window.wait_for("[data-testid=save-state][data-state=saved]").unwrap();

    outside.press("Ctrl+Z").unwrap();
    window.wait_until("another value", || Ok((value(&window) != typed).then_some(()))).unwrap();
    outside.press("Tab").unwrap();
    window
        .wait_until("the focus on the next field", || {
            Ok((vurder_tests::by_keyboard::focused(&window)? != NAME).then_some(()))
        })
        .unwrap();
}
