//! What opens over the page: its position, and what it leaves behind when it closes.

use serde_json::{Value, json};
use vurder_tests::app_window::AppWindow;
use vurder_tests::by_keyboard::{focused, wait_for_focus};
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go, gone};

const TEXT: &str = "Context";
const SEARCH: &str = "Search statements and passages";

fn text(window: &AppWindow) -> String {
    let script = "return [...document.querySelectorAll('[data-testid=page] [role=textbox]')]
        .find((e) => e.ariaLabel === arguments[0]).textContent";
    window.execute(script, &json!([TEXT])).unwrap().as_str().unwrap().to_owned()
}

fn wait_for_end(window: &AppWindow, end: &str) {
    window
        .wait_until(&format!("a text that ends with {end:?}"), || {
            Ok(text(window).replace('\u{a0}', " ").ends_with(end).then_some(()))
        })
        .unwrap();
}

#[test]
#[ignore = "run by the window lane"]
fn popups_stand_below_where_there_is_room_and_leave_nothing_behind() {
    let window = SharedWindow::with_sample().unwrap();
    window.resize(1400, 900).unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/1").unwrap();

    // Escape removes the @ that opened the search; a space after the @ keeps it as a letter.
    let field = window.wait_for_named("[role=textbox]", TEXT).unwrap();
    window.click(&field).unwrap();
    window.press("Ctrl+End").unwrap();
    window.type_text(" Note. @").unwrap();
    wait_for_focus(&window, SEARCH).unwrap();
    window.press("Escape").unwrap();
    gone(&window, "[data-testid=cite-popup]").unwrap();
    wait_for_end(&window, " Note. ");
    assert_eq!(focused(&window).unwrap(), TEXT);
    window.type_text("@").unwrap();
    wait_for_focus(&window, SEARCH).unwrap();
    window.type_text(" 3 pm").unwrap();
    wait_for_end(&window, " Note. @ 3 pm");

    // A list with some options has room below its row, and opens there, at any height of the row on the page.
    let lists = "const all = [...document.querySelectorAll('[data-testid=page] .picker > button')];
        const [at, block] = arguments;
        all[at].scrollIntoView({ block });
        all[at].click();";
    let places = "const list = document.querySelector('[data-testid=page] .picker .list');
        if (!list) return null;
        const [row, box] = [list.parentElement, list].map((e) => e.getBoundingClientRect());
        return box.height > 40 && box.top !== 0
            ? { row: [row.top, row.bottom], list: [box.top, box.bottom], page: innerHeight } : null";
    for at in [0, 5, 16] {
        for block in ["start", "center", "end"] {
            window.execute(lists, &json!([at, block])).unwrap();
            let place = window
                .wait_until("the list", || {
                    let place = window.execute(places, &json!([]))?;
                    Ok((place != Value::Null).then_some(place))
                })
                .unwrap();
            let number = |what: &str, at: usize| place[what][at].as_f64().unwrap();
            let page = place["page"].as_f64().unwrap();
            let below = number("list", 0) >= number("row", 1);
            assert!(
                below || page - number("row", 1) < 260.0,
                "list {at}, row at the {block}: room below, but {place}"
            );
            assert!(
                number("list", 0) >= 0.0 && number("list", 1) <= page,
                "list {at}, row at the {block}: cut off: {place}"
            );
            window.press("Escape").unwrap();
            gone(&window, "[data-testid=page] .picker .list").unwrap();
        }
    }
}
