//! A table becomes sheets in a narrow window, and a table again in a wide one. For the person, it stays the same text.

use serde_json::{Value, json};
use vurder_tests::app_window::AppWindow;
use vurder_tests::by_keyboard::focused;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go, gone};
use vurder_tests::webdriver::Driven;

const RISKS: &str = "#/p/sample/form/edpb-dpia/4";
const HOW: &str = "[data-part='4.1.a'] [role=textbox][aria-label^='How it comes about, R8']";
/// In a window of this width, the risks fit without the panel, and do not fit with it.
const MIDDLE: (u32, u32) = (1240, 800);
const WIDE: (u32, u32) = (1600, 1000);
/// The first row of the risks.
const FIRST: &str = "[data-part='4.1.a'] [data-row]";

fn open() -> SharedWindow {
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    window
}

/// Waits until the risks are shown as sheets, or as a table.
fn set_as(window: &AppWindow, sheets: bool) -> Driven {
    let there = "return document.querySelector(\"[data-part='4.1.a'] table\")?.matches('.sheets')";
    window.wait_until(&format!("sheets: {sheets}"), || {
        Ok((window.execute(there, &json!([]))? == sheets).then_some(()))
    })
}

/// Whether the text that first had the focus still has it, the position of the caret in it, and whether it is visible.
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
    window.resize(WIDE.0, WIDE.1).unwrap();
    go(&window, RISKS).unwrap();
    set_as(&window, false).unwrap();
    let text = window.wait_for(HOW).unwrap();
    window.click(&text).unwrap();
    window.wait_for("[data-testid=toolbar]").unwrap();
    window.press("Home").unwrap();
    window.press("Right").unwrap();
    window.execute("window.firstText = document.activeElement", &json!([])).unwrap();
    let before = caret(&window).unwrap();
    assert_eq!(before[0], true, "the text has the caret: {before}");
    for ((width, height), sheets) in [(MIDDLE, true), (WIDE, false), (MIDDLE, true)] {
        window.resize(width, height).unwrap();
        set_as(&window, sheets).unwrap();
        let now = caret(&window).unwrap();
        assert_eq!(now, json!([true, before[1], true, true]), "at {width} px, sheets: {sheets}");
    }

    // The panel closes and opens: the page becomes wider and narrower, and the person types on.
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

/// Where the columns do not fit, a row shows its name and what rows are compared by. The focus opens the rest of it.
#[test]
#[ignore = "run by the window lane"]
fn a_row_on_a_sheet_shows_all_its_answers_as_soon_as_the_focus_comes_into_it() {
    let window = open();
    window.resize(MIDDLE.0, MIDDLE.1).unwrap();
    go(&window, RISKS).unwrap();
    set_as(&window, true).unwrap();
    let shown = "return [...document.querySelector(arguments[0]).querySelectorAll('.below')]
        .some((e) => e.checkVisibility())";
    let first = |window: &AppWindow| window.execute(shown, &json!([FIRST])).unwrap();
    assert_eq!(first(&window), false, "what rows are not compared by is folded");
    let name = "document.querySelector(arguments[0] + ' textarea').focus()";
    window.execute(name, &json!([FIRST])).unwrap();
    assert_eq!(first(&window), true, "the focus opens the row");
    // Tab goes through the whole row, and none of its stops is a button that removes the row.
    let mut passed = Vec::new();
    for _ in 0..4 {
        window.press("Tab").unwrap();
        passed.push(focused(&window).unwrap());
    }
    assert!(passed.iter().any(|name| name.starts_with("How it comes about")), "{passed:?}");
    assert!(passed.iter().all(|name| !name.contains("Delete")), "{passed:?}");
    assert_eq!(first(&window), true, "it stays open");
}
