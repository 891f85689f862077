//! The person types on, faster than the program answers, while a change is made. The change is made, and every word
//! stands where it was typed.

use serde_json::{Value, json};
use vurder_tests::app_window::{AppWindow, Folder};
use vurder_tests::outside::{BURST, Outside};
use vurder_tests::walk::{click, go};

/// A script: the button that adds a measure to a group which already has one with a text.
const ADD: &str = "[...document.querySelectorAll('[data-testid^=add-]')]
    .find((e) => e.textContent.trim().startsWith('Add measure')
        && e.closest('tbody').querySelector('[data-row] [role=textbox]'))";

/// The number of keys while the mouse button is held down. They go to the clicked button, which takes no words.
const WHILE_PRESSED: usize = 8;

fn text_of(window: &AppWindow, script: &str) -> String {
    match window.execute(&format!("return {script}"), &json!([])).unwrap() {
        Value::String(text) => text,
        other => panic!("a text was expected, not {other}"),
    }
}

#[test]
#[ignore = "run by the window lane"]
fn typing_on_while_a_row_is_added_neither_refuses_it_nor_changes_the_row_before() {
    let window = Folder::with_sample().unwrap().open().unwrap();
    window.resize(1400, 900).unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/2").unwrap();
    let outside = Outside::of(&window).unwrap();
    let old = format!("{ADD}.closest('tbody').querySelector('[data-row] [role=textbox]')");
    let text = window.execute_element(&format!("return {old}"), &json!([])).unwrap();
    let button = window.execute_element(&format!("return {ADD}"), &json!([])).unwrap();
    // The states of saving are recorded all the time: a refusal counts, also when it is gone at the end.
    let watch = "window.saveStates = new Set();
        const state = document.querySelector('[data-testid=save-state]');
        new MutationObserver(() => window.saveStates.add(state.dataset.state))
            .observe(state, { attributes: true, attributeFilter: ['data-state'] });
        window.rowsBefore = [...document.querySelectorAll('[data-row]')].map((e) => e.dataset.row);
        window.oldText = arguments[0];";
    window.execute(watch, &json!([text.reference()])).unwrap();
    outside.click(&window, &text).unwrap();
    let focused = "return document.activeElement === window.oldText";
    window
        .wait_until("the caret in the text", || {
            Ok((window.execute(focused, &json!([]))? == true).then_some(()))
        })
        .unwrap();
    outside.press("Ctrl+End").unwrap();
    let before = text_of(&window, "window.oldText.textContent");
    let point = outside.point_of(&window, &button).unwrap();

    let typed = "abcdefghijklmnopqrstuvwxyz".repeat(5);
    std::thread::scope(|scope| {
        let typing = scope.spawn(|| outside.type_text(&typed, BURST).unwrap());
        std::thread::sleep(BURST * 50);
        outside.click_at(point).unwrap();
        typing.join().unwrap();
    });

    window.wait_for("[data-testid=save-state][data-state=saved]").unwrap();
    let new_text = "[...document.querySelectorAll('[data-row]')]
        .filter((e) => !window.rowsBefore.includes(e.dataset.row))
        .map((e) => [...e.querySelectorAll('[role=textbox], textarea')]
            .map((e) => e.value ?? e.textContent).join('').trim()).join('|')";
    window
        .wait_until("a new row with words", || {
            Ok(Some(text_of(&window, new_text)).filter(|words| words.ends_with('z')))
        })
        .unwrap();
    window.wait_for("[data-testid=save-state][data-state=saved]").unwrap();

    let (now, in_new_row) =
        (text_of(&window, "window.oldText.textContent"), text_of(&window, new_text));
    let in_old_row = now.strip_prefix(&before).unwrap_or_else(|| panic!("{now:?} was {before:?}"));
    assert!(
        !in_old_row.is_empty() && typed.starts_with(in_old_row),
        "the old row took {in_old_row:?}"
    );
    assert!(typed.ends_with(&in_new_row), "the new row took {in_new_row:?}");
    let lost = typed.len().saturating_sub(in_old_row.len() + in_new_row.len());
    assert!(lost <= WHILE_PRESSED, "{lost} keys are nowhere: {in_old_row:?} and {in_new_row:?}");
    assert!(
        in_old_row.len() + in_new_row.len() <= typed.len(),
        "no key twice: {in_old_row:?} and {in_new_row:?}"
    );
    let states = text_of(&window, "[...window.saveStates].join()");
    assert!(!states.contains("failed"), "{states}");
    let toasts =
        text_of(&window, "String(document.querySelectorAll('[data-testid=toast]').length)");
    assert_eq!(toasts, "0", "nothing is refused");
    let folder = window.kill();
    for words in [in_old_row, &in_new_row] {
        let found = folder.vurder_cli(&["search", "--json", words]).unwrap();
        assert!(found.contains("measure"), "{words} is saved: {found}");
    }
}
