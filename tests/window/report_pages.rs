//! The pages of the report beside the form, in the real window.

use serde_json::{Value, json};
use vurder_tests::app_window::AppWindow;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go, gone};
use vurder_tests::webdriver::Driven;

/// A script: whether a drawn page has a word.
const SAID: &str = "return [...document.querySelectorAll('[data-testid=report-pages] img')]
    .some((page) => page.complete && page.naturalWidth > 0 && page.alt.includes(arguments[0]))";

/// A script: the first page in sight.
const FIRST: &str = "const list = document.querySelector('[data-testid=report-pages] .list');
    const top = list ? list.getBoundingClientRect().top + 50 : 0;
    return Number([...list?.querySelectorAll('[data-page]') ?? []]
        .find((page) => page.getBoundingClientRect().bottom > top)?.dataset.page ?? 0)";

/// Puts the caret behind the title of the first risk.
const AT_TITLE: &str = "const title =
        document.querySelector('[data-table=events] [data-at$=\"/title\"] :is(textarea, input)');
    title.focus();
    title.setSelectionRange(title.value.length, title.value.length);";

fn until(window: &AppWindow, what: &str, is: impl Fn(&AppWindow) -> Driven<bool>) {
    window.wait_until(what, || Ok(is(window)?.then_some(()))).unwrap();
}

fn first_page(window: &AppWindow) -> Driven<u64> {
    Ok(window.execute(FIRST, &json!([]))?.as_f64().unwrap_or_default() as u64)
}

#[test]
#[ignore = "run by the window lane"]
fn the_pages_beside_the_form_show_what_is_typed_and_follow_the_form() {
    let window = SharedWindow::with_sample().unwrap();
    window.resize(1600, 1000).unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/4").unwrap();
    window.press("Ctrl+Shift+p").unwrap();
    window.wait_for("[data-testid=report-pages] img").unwrap();
    window.wait_for("[data-testid=panel]").unwrap();
    until(&window, "the pages of section 4", |window| Ok(first_page(window)? > 5));

    window.execute(AT_TITLE, &json!([])).unwrap();
    window.type_text(" Xylophone").unwrap();
    until(&window, "a page that says what was typed", |window| {
        Ok(window.execute(SAID, &json!(["Xylophone"]))? == true)
    });
    let at = first_page(&window).unwrap();

    // The pages follow to another section.
    go(&window, "#/p/sample/form/edpb-dpia/1").unwrap();
    until(&window, "the pages of section 1", |window| Ok((1..at).contains(&first_page(window)?)));

    // In a narrow window, the pages take the place of the panel, and the panel takes theirs.
    window.resize(1024, 700).unwrap();
    gone(&window, "[data-testid=panel]").unwrap();
    window.wait_for("[data-testid=report-pages] img").unwrap();
    window.press("Ctrl+.").unwrap();
    window.wait_for("[data-testid=panel]").unwrap();
    gone(&window, "[data-testid=report-pages]").unwrap();
    let state =
        window.execute("return localStorage.getItem('vurder-report-pages')", &json!([])).unwrap();
    assert_eq!(state, Value::from("open"), "it is remembered");
    if let Ok(folder) = std::env::var("VURDER_PICTURES") {
        pictures(&window, folder.as_ref()).unwrap();
    }
}

/// Pictures of the pages beside the form, for people to check.
fn pictures(window: &AppWindow, folder: &std::path::Path) -> Driven {
    go(window, "#/p/sample/form/edpb-dpia/4")?;
    window.press("Ctrl+Shift+p")?;
    for (width, height) in [(1024, 700), (1600, 1000)] {
        for theme in ["light", "dark"] {
            window.resize(width, height)?;
            window.execute(
                "document.documentElement.dataset.theme = arguments[0]",
                &json!([theme]),
            )?;
            window.wait_for("[data-testid=report-pages] img")?;
            std::thread::sleep(std::time::Duration::from_millis(1500));
            let picture = window.screenshot()?;
            // The test does not fail when a picture cannot be written.
            let _ = std::fs::write(folder.join(format!("pages-{width}-{theme}.png")), picture);
        }
    }
    Ok(())
}
