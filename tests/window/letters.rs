//! Letters that English does not have, by each way in which a keyboard makes them: a key of their own, a dead key
//! before the letter, and the Compose key.

use serde_json::json;
use vurder_tests::outside::Outside;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go};

/// Symbols of X: the Compose key, and dead keys, which change the letter after them.
const COMPOSE: u32 = 0xff20;
const DEAD_ACUTE: u32 = 0xfe51;
const DEAD_DIAERESIS: u32 = 0xfe57;
const DEAD_RING: u32 = 0xfe58;

const fn key(letter: char) -> u32 {
    letter as u32
}

/// The keys for each letter.
const WAYS: &[(&str, &[u32])] = &[
    ("æ", &[key('æ')]),
    ("ø", &[key('ø')]),
    ("å", &[key('å')]),
    ("é", &[DEAD_ACUTE, key('e')]),
    ("ü", &[DEAD_DIAERESIS, key('u')]),
    ("å", &[DEAD_RING, key('a')]),
    ("æ", &[COMPOSE, key('a'), key('e')]),
    ("ø", &[COMPOSE, key('o'), key('/')]),
    ("å", &[COMPOSE, key('o'), key('a')]),
];

/// Types every letter into the field, and returns the end of its text.
fn typed(window: &SharedWindow, outside: &Outside, css: &str) -> String {
    let field = window.wait_for(css).unwrap();
    outside.click(window, &field).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(600));
    outside.press("Ctrl+End").unwrap();
    outside.type_text(" ", vurder_tests::outside::FAST).unwrap();
    for (_, keys) in WAYS {
        outside.press_symbols(keys).unwrap();
    }
    let wanted: String = WAYS.iter().map(|(letter, _)| *letter).collect();
    let script = "const e = document.querySelector(arguments[0]); return e.value ?? e.textContent";
    let now = || window.execute(script, &json!([css]));
    // The assertion shows which letters are missing.
    let _ = window.wait_until("the letters", || {
        Ok(now()?.as_str().is_some_and(|text| text.ends_with(&wanted)).then_some(()))
    });
    let last = now().unwrap().as_str().unwrap_or_default().to_owned();
    last.chars().skip(last.chars().count().saturating_sub(WAYS.len())).collect()
}

#[test]
#[ignore = "run by the window lane"]
fn letters_come_by_own_keys_dead_keys_and_the_compose_key() {
    let window = SharedWindow::with_sample().unwrap();
    window.resize(1400, 900).unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/0").unwrap();
    let mut outside = Outside::of(&window).unwrap();
    let symbols: Vec<u32> = WAYS.iter().flat_map(|(_, keys)| keys.iter().copied()).collect();
    outside.add_keys(&symbols).unwrap();
    let wanted: String = WAYS.iter().map(|(letter, _)| *letter).collect();
    assert_eq!(typed(&window, &outside, "textarea[aria-label=\"Internal name\"]"), wanted);
    go(&window, "#/p/sample/form/edpb-dpia/1").unwrap();
    let text = "[data-testid=page] [role=textbox][aria-label=Context]";
    assert_eq!(typed(&window, &outside, text), wanted);
}
