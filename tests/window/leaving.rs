//! A text that the person left gets no more keys. WebKit sends keys to its selection, which stays in the text. So these
//! tests need keys and clicks from outside the webview.

use serde_json::{Value, json};
use std::time::Duration;
use vurder_tests::app_window::AppWindow;
use vurder_tests::by_keyboard::focused;
use vurder_tests::outside::{FAST, Outside};
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go};
use vurder_tests::webdriver::Element;

/// The words for a new row. On a busy machine, the first letter may come before the click is handled; then it is lost.
const WORDS: &str = "Keys of the lab";
/// The text that the person leaves.
const TEXT: &str = "[data-testid=page] [role=textbox][aria-label=Context]";

fn open(section: &str) -> (SharedWindow, Outside) {
    let window = SharedWindow::with_sample().unwrap();
    window.resize(1400, 900).unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, &format!("#/p/sample/form/edpb-dpia/{section}")).unwrap();
    let outside = Outside::of(&window).unwrap();
    (window, outside)
}

/// The words of all texts of the page, with single spaces: a text may draw spaces as other characters.
fn texts(window: &AppWindow) -> Value {
    let script =
        "return [...document.querySelectorAll('[data-testid=page] :is([role=textbox], textarea)')]
        .map((e) => (e.value ?? e.textContent).replace(/\\s+/g, ' '))";
    window.execute(script, &json!([])).unwrap()
}

fn write(window: &AppWindow, outside: &Outside, text: &Element, words: &str) {
    // The page may still move because of an earlier action, so that the click meets another element. Then it is
    // repeated.
    let script = "return document.activeElement === arguments[0]";
    window
        .wait_until("the caret in the text", || {
            outside.click(window, text)?;
            std::thread::sleep(Duration::from_millis(400));
            let there = window.execute(script, &json!([text.reference()]))?;
            Ok((there == true).then_some(()))
        })
        .unwrap();
    outside.press("Ctrl+End").unwrap();
    outside.type_text(words, FAST).unwrap();
    let script = "const [e, words] = arguments; return (e.value ?? e.textContent).endsWith(words)";
    window
        .wait_until("what was typed", || {
            let there = window.execute(script, &json!([text.reference(), words]))?;
            Ok((there == true).then_some(()))
        })
        .unwrap();
}

/// Waits until the page shows what the click changed: a row moves a moment after the press.
fn at_rest(window: &AppWindow) {
    window
        .wait_until("the same texts for a while", || {
            let seen = texts(window);
            std::thread::sleep(Duration::from_millis(700));
            Ok((texts(window) == seen).then_some(()))
        })
        .unwrap();
}

#[test]
#[ignore = "run by the window lane"]
fn keys_after_a_click_elsewhere_do_not_change_the_text_before() {
    let (window, outside) = open("1");
    for control in [
        "document.querySelectorAll('[data-testid=page] input[type=radio]')[1]",
        "[...document.querySelectorAll('[data-testid=page] .picker > button')]
            .find((e) => e.textContent.startsWith('Operations'))",
        "document.querySelectorAll('[data-testid=page] [data-act=menu]')[2]",
    ] {
        let text = window.wait_for(TEXT).unwrap();
        write(&window, &outside, &text, " typed.");
        let control = window.execute_element(&format!("return {control}"), &json!([])).unwrap();
        outside.click(&window, &control).unwrap();
        window
            .wait_until(
                "the focus elsewhere",
                || Ok((focused(&window)? != "Context").then_some(())),
            )
            .unwrap();
        window.wait_for("[data-testid=save-state][data-state=saved]").unwrap();
        at_rest(&window);
        let (before, focus) = (texts(&window), focused(&window).unwrap());
        outside.type_text("xyz", FAST).unwrap();
        outside.press("Backspace").unwrap();
        outside.press("Backspace").unwrap();
        std::thread::sleep(Duration::from_millis(300));
        assert_eq!(texts(&window), before, "the texts, with the focus on {focus}");
        assert_eq!(focused(&window).unwrap(), focus, "keys do not move the focus");
        outside.press("Escape").unwrap();
    }
}

#[test]
#[ignore = "run by the window lane"]
fn what_is_typed_right_after_add_goes_into_the_new_row() {
    let (window, outside) = open("2");
    let add = "[...document.querySelectorAll('[data-testid^=add-]')]
        .find((e) => e.textContent.trim().startsWith('Add measure')
            && e.closest('tbody').querySelector('[data-row] [role=textbox]'))";
    let text = format!("return {add}.closest('tbody').querySelector('[data-row] [role=textbox]')");
    let text = window.execute_element(&text, &json!([])).unwrap();
    let button = window.execute_element(&format!("return {add}"), &json!([])).unwrap();
    write(&window, &outside, &text, " typed.");
    let before = texts(&window);
    // The position is computed before: this takes time, and the keys must come at once.
    let point = outside.point_of(&window, &button).unwrap();
    outside.click_at(point).unwrap();
    // No person is quicker from the mouse to the keys.
    std::thread::sleep(FAST);
    outside.type_text(WORDS, FAST).unwrap();
    window
        .wait_until("the new row with what was typed", || {
            let here = "return document.activeElement.closest('[data-row]') &&
                document.activeElement.textContent.trim()";
            let here = window.execute(here, &json!([]))?;
            let all = here.as_str().is_some_and(|here| here.len() > 8 && WORDS.ends_with(here));
            Ok(all.then_some(()))
        })
        .unwrap_or_else(|error| {
            let here =
                "const e = document.activeElement; return [e.ariaLabel, e.value ?? e.textContent]";
            panic!("{error}\nthe focus is on {}", window.execute(here, &json!([])).unwrap())
        });
    let now = texts(&window);
    let (before, now) = (before.as_array().unwrap(), now.as_array().unwrap());
    for old in before {
        assert!(now.contains(old), "an earlier text was changed: {old}");
    }
    // A measure has more than one text. Only one row was added, although a space was pressed after the click on its
    // button.
    let fresh: Vec<&Value> =
        now.iter().filter(|text| !before.contains(text) && **text != "").collect();
    assert_eq!(fresh.len(), 1, "{fresh:?}");
}
