//! A table that becomes sheets where it is narrow, and a table again: for the person it is the same text all the while.

use serde_json::{Value, json};
use vurder_tests::app_window::AppWindow;
use vurder_tests::by_keyboard::focused;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go, gone};
use vurder_tests::webdriver::Driven;

const DATA_ITEMS: &str = "#/p/sample/form/edpb-dpia/1";
const EXPLANATION: &str = "[data-part='1.1.a'] [role=textbox][aria-label^='Explanation, D3']";

fn open() -> SharedWindow {
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    window
}

/// Waits until the data items stand as sheets, or as a table.
fn set_as(window: &AppWindow, sheets: bool) -> Driven {
    let there = "return document.querySelector(\"[data-part='1.1.a'] table\")?.matches('.sheets')";
    window.wait_until(&format!("sheets: {sheets}"), || {
        Ok((window.execute(there, &json!([]))? == sheets).then_some(()))
    })
}

/// Whether the text that had the focus first has it, where in it the caret is, and whether it can be seen.
fn caret(window: &AppWindow) -> Driven<Value> {
    window.settle()?;
    let script = "const caret = getSelection();
        const box = caret.getRangeAt(0).getBoundingClientRect();
        const page = document.querySelector('[data-testid=page]').getBoundingClientRect();
        const text = window.firstText;
        return [document.activeElement === text && text.contains(caret.anchorNode), caret.anchorOffset,
            box.top >= page.top && box.bottom <= page.bottom, !!document.querySelector('[data-testid=toolbar]')]";
    window.execute(script, &json!([]))
}

#[test]
#[ignore = "run by the window lane"]
fn the_caret_stays_where_it_is_when_a_table_becomes_sheets() {
    let window = open();
    window.resize(1600, 1000).unwrap();
    go(&window, DATA_ITEMS).unwrap();
    set_as(&window, false).unwrap();
    let text = window.wait_for(EXPLANATION).unwrap();
    window.click(&text).unwrap();
    window.wait_for("[data-testid=toolbar]").unwrap();
    window.press("Home").unwrap();
    window.press("Right").unwrap();
    window.execute("window.firstText = document.activeElement", &json!([])).unwrap();
    let before = caret(&window).unwrap();
    assert_eq!(before[0], true, "the text has the caret: {before}");
    for (width, height, sheets) in [(1024, 700, true), (1600, 1000, false), (1024, 700, true)] {
        window.resize(width, height).unwrap();
        set_as(&window, sheets).unwrap();
        let now = caret(&window).unwrap();
        assert_eq!(now, json!([true, before[1], true, true]), "at {width} px, sheets: {sheets}");
    }

    // The right side goes and comes: the page is wider and narrower, and one writes on.
    window.press("Ctrl+.").unwrap();
    gone(&window, "[data-testid=panel]").unwrap();
    set_as(&window, false).unwrap();
    assert_eq!(caret(&window).unwrap(), json!([true, before[1], true, true]));
    window.type_text("Ærø").unwrap();
    window.press("Ctrl+.").unwrap();
    set_as(&window, true).unwrap();
    let after = before[1].as_u64().map(|at| at + 3);
    assert_eq!(caret(&window).unwrap(), json!([true, after, true, true]));
    let written = "return window.firstText.innerText.includes('Ærø')";
    assert_eq!(window.execute(written, &json!([])).unwrap(), true);
    window.wait_for("[data-testid=save-state][data-state=saved]").unwrap();
}

/// Tab comes to the answers first: whoever types on after it must not press "to the trash" with a space.
#[test]
#[ignore = "run by the window lane"]
fn tab_goes_from_a_row_s_name_to_its_answers_on_a_sheet_too() {
    let window = open();
    window.resize(1024, 700).unwrap();
    go(&window, DATA_ITEMS).unwrap();
    set_as(&window, true).unwrap();
    click(&window, "add-data_items").unwrap();
    window
        .wait_until("a row with the caret", || {
            Ok(focused(&window)?.starts_with("Personal data, D").then_some(()))
        })
        .unwrap();
    window.type_text("Sleep diary").unwrap();
    window.press("Tab").unwrap();
    let name = focused(&window).unwrap();
    assert!(name.starts_with("Explanation, D"), "the next stop is {name}");
    window.type_text("bed times of two weeks").unwrap();
    window.wait_for("[data-testid=save-state][data-state=saved]").unwrap();
    assert!(window.find("[data-testid=toast]").is_err(), "nothing went to the trash");
}
