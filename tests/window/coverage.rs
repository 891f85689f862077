//! The coverage of a project by keyboard: the person asks the provider about a gap, links it to a measure, and fills it
//! with a new measure.

use serde_json::{Value, json};
use vurder_tests::app_window::AppWindow;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go};
use vurder_tests::webdriver::Driven;

/// The topics of the sample, as the program sends them.
fn topics(window: &AppWindow) -> Driven<Vec<Value>> {
    let told = window.call("coverage", &json!({"project": "sample"}))?;
    Ok(told["coverage"]["topics"].as_array().cloned().unwrap_or_default())
}

/// The state of the gap that a provider leaves on a topic.
fn state(window: &AppWindow, topic: &str, provider: usize) -> Driven<Value> {
    let all = topics(window)?;
    let of = all.iter().find(|one| one["topic"]["id"] == topic);
    Ok(of.map(|of| of["providers"][provider]["gap"]["state"].clone()).unwrap_or_default())
}

fn becomes(window: &AppWindow, topic: &str, wanted: &str) -> Driven {
    window.wait_until(&format!("{topic} is {wanted}"), || {
        Ok((state(window, topic, 0)? == wanted).then_some(()))
    })
}

/// Presses Enter on the element with a test id, as if the Tab key had moved the focus there.
fn enter(window: &AppWindow, id: &str) -> Driven {
    window.wait_for(&format!("[data-testid=\"{id}\"]"))?;
    let script = "document.querySelector(`[data-testid=\"${arguments[0]}\"]`).focus()";
    window.execute(script, &json!([id]))?;
    window.press("Enter")
}

#[test]
#[ignore = "run by the window lane"]
fn gaps_are_asked_about_linked_and_filled_by_keyboard() {
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    click(&window, "go-coverage").unwrap();
    window.wait_for("[data-testid=coverage] [data-topic]").unwrap();
    let open: Vec<String> = topics(&window)
        .unwrap()
        .iter()
        .filter(|one| one["providers"][0]["gap"]["state"] == "open")
        .filter_map(|one| one["topic"]["id"].as_str().map(str::to_owned))
        .collect();
    assert!(open.len() >= 3, "the sample has open gaps: {open:?}");
    let provider = topics(&window).unwrap()[0]["providers"][0]["covered"]["provider"].clone();
    let provider = provider.as_str().unwrap();

    // One key asks the question; then its request is shown in place of the button.
    enter(&window, &format!("ask-{provider}-{}", open[0])).unwrap();
    becomes(&window, &open[0], "asked").unwrap();
    window.wait_for(&format!("[data-testid=\"request-{provider}-{}\"]", open[0])).unwrap();

    // The person finds an existing measure by its number and links it; undo takes that back.
    enter(&window, &format!("link-measure-{}", open[1])).unwrap();
    window.wait_for("[data-testid=find-measure]").unwrap();
    enter(&window, "choose-measure-M1").unwrap();
    becomes(&window, &open[1], "filled").unwrap();
    window.press("Ctrl+Z").unwrap();
    becomes(&window, &open[1], "open").unwrap();

    // A list chooses what is shown. A gap for which nothing was done stays among the gaps without a measure.
    let script = "const list = document.querySelector('[data-testid=coverage-show]');
        list.value = arguments[0]; list.dispatchEvent(new Event('change', { bubbles: true }));
        return document.querySelectorAll('[data-testid=coverage] [data-topic]').length";
    let all = window.execute(script, &json!(["all"])).unwrap();
    let gaps = window.execute(script, &json!(["without-measure"])).unwrap();
    assert!(gaps.as_u64() < all.as_u64(), "{gaps} of {all}");

    // One key adds a measure of the controller's own and opens it in the form.
    enter(&window, &format!("add-measure-{}", open[2])).unwrap();
    becomes(&window, &open[2], "filled").unwrap();
    window.wait_for("main[data-screen=form]").unwrap();
    let made = window.call("coverage", &json!({"project": "sample"})).unwrap();
    let all = made["coverage"]["topics"].as_array().unwrap();
    let row = &all.iter().find(|one| one["topic"]["id"] == *open[2]).unwrap()["measures"][0]["row"];
    window.wait_for(&format!("[data-row=\"{}\"]", row.as_str().unwrap())).unwrap();
    go(&window, "#/p/sample/coverage").unwrap();
}
