//! Rows of a table: Tab adds a row, Ctrl+D fills one, a handle moves one, and no key removes words without a question.

use serde_json::{Value, json};
use vurder_tests::app_window::AppWindow;
use vurder_tests::by_keyboard::{focused, wait_for_focus};
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go};

const DATA_ITEMS: &str = "#/p/sample/form/edpb-dpia/1";
const TABLE: &str = "[data-part='1.1.a'] table";

fn open() -> SharedWindow {
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    window.resize(1600, 1000).unwrap();
    go(&window, DATA_ITEMS).unwrap();
    window.wait_for(&format!("{TABLE} [data-row]")).unwrap();
    window
}

/// The ids of the rows of the table, in their order.
fn rows(window: &AppWindow) -> Vec<String> {
    let script = "return [...document.querySelectorAll(arguments[0] + ' [data-row]')].map((e) => e.dataset.row)";
    let found = window.execute(script, &json!([TABLE])).unwrap();
    found.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

/// Moves the focus to the last answer of the last row.
fn to_the_last_answer(window: &AppWindow) {
    let script = "const row = [...document.querySelectorAll(arguments[0] + ' [data-row]')].at(-1);
        const stops = [...row.querySelectorAll('[role=textbox], textarea, select, input, button')]
            .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility());
        stops.at(-1).focus();";
    window.execute(script, &json!([TABLE])).unwrap();
}

fn wait_for_rows(window: &AppWindow, count: usize) {
    window
        .wait_until(&format!("{count} rows"), || Ok((rows(window).len() == count).then_some(())))
        .unwrap();
}

#[test]
#[ignore = "run by the window lane"]
fn tab_in_the_last_answer_makes_a_row_and_takes_an_empty_one_back() {
    let window = open();
    let before = rows(&window).len();
    to_the_last_answer(&window);
    window.press("Tab").unwrap();
    wait_for_rows(&window, before + 1);
    window
        .wait_until("the caret in the new row", || {
            Ok(focused(&window)?.starts_with("Personal data, D").then_some(()))
        })
        .unwrap();

    // Nothing was written: a person who only passes by leaves no row behind.
    to_the_last_answer(&window);
    window.press("Tab").unwrap();
    wait_for_rows(&window, before);
    wait_for_focus(&window, "Add data item").unwrap();

    // A row with words stays, and Tab adds the next row.
    to_the_last_answer(&window);
    window.press("Tab").unwrap();
    wait_for_rows(&window, before + 1);
    window
        .wait_until("the caret in the new row", || {
            Ok(focused(&window)?.starts_with("Personal data, D").then_some(()))
        })
        .unwrap();
    window.type_text("Sleep diary").unwrap();
    to_the_last_answer(&window);
    window.press("Tab").unwrap();
    wait_for_rows(&window, before + 2);
    window.wait_for("[data-testid=save-state][data-state=saved]").unwrap();
}

#[test]
#[ignore = "run by the window lane"]
fn ctrl_d_fills_in_the_answer_above_in_one_step() {
    let window = open();
    let texts = "return [...document.querySelectorAll(arguments[0] + ' [data-row]')].slice(0, 2)
        .map((e) => e.querySelector('[role=textbox]')?.innerText ?? '')";
    let told = |window: &AppWindow| window.execute(texts, &json!([TABLE])).unwrap();
    let before = told(&window);
    assert_ne!(before[0], before[1], "two texts");
    let second = "document.querySelectorAll(arguments[0] + ' [data-row]')[1].querySelector('[role=textbox]').focus()";
    window.execute(second, &json!([TABLE])).unwrap();
    window.press("Ctrl+D").unwrap();
    let same = |now: &Value| now[0] == before[0] && now[1] == before[0];
    window
        .wait_until("the words of the row above", || Ok(same(&told(&window)).then_some(())))
        .unwrap();
    window.press("Ctrl+Z").unwrap();
    window
        .wait_until("the own words again", || Ok((told(&window) == before).then_some(())))
        .unwrap();
}

#[test]
#[ignore = "run by the window lane"]
fn enter_takes_no_row_with_words_away_without_asking() {
    let window = open();
    let before = rows(&window);
    let first = "document.querySelector(arguments[0] + ' [data-row] textarea, ' + arguments[0] +
        ' [data-row] [role=textbox]').focus()";
    window.execute(first, &json!([TABLE])).unwrap();
    window.press("Alt+Enter").unwrap();
    wait_for_focus(&window, "Move down Alt+↓").unwrap();
    window.press("Down").unwrap();
    window.press("Down").unwrap();
    wait_for_focus(&window, "Delete").unwrap();
    window.press("Enter").unwrap();
    window.wait_for("[data-testid=row-trash-dialog]").unwrap();
    assert_eq!(rows(&window), before, "nothing is gone before one agrees");
    window.press("Escape").unwrap();
    vurder_tests::walk::gone(&window, "dialog[open]").unwrap();
    assert_eq!(rows(&window), before);
}

#[test]
#[ignore = "run by the window lane"]
fn a_row_is_dragged_by_its_handle() {
    let window = open();
    let before = rows(&window);
    let drag = "const rows = [...document.querySelectorAll(arguments[0] + ' [data-row]')];
        const handle = rows[0].querySelector('.handle');
        const send = (on, type, y) => on.dispatchEvent(new PointerEvent(type,
            { bubbles: true, cancelable: true, pointerId: 1, button: 0, clientX: 300, clientY: y }));
        const { top, bottom } = rows[1].getBoundingClientRect();
        handle.setPointerCapture = () => {};
        send(handle, 'pointerdown', rows[0].getBoundingClientRect().top + 4);
        send(window, 'pointermove', (top + bottom) / 2 + 4);
        send(window, 'pointerup', (top + bottom) / 2 + 4);";
    window.execute(drag, &json!([TABLE])).unwrap();
    let mut moved = before.clone();
    moved.swap(0, 1);
    window
        .wait_until("the rows in another order", || Ok((rows(&window) == moved).then_some(())))
        .unwrap();
    window.press("Ctrl+Z").unwrap();
    window
        .wait_until("the order of before", || Ok((rows(&window) == before).then_some(())))
        .unwrap();
}
