//! The screening in the window: its result follows the answers, and one step takes it over into the DPIA. The overview
//! names the next steps, and the list of duties leads to their places.

use serde_json::json;
use vurder_tests::app_window::AppWindow;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go, gone};

const REQUIRED: &str = "[data-testid=screening][data-outcome=required]";
const TAKE_OVER: &str = "[data-testid=take-over-screening]";

/// Ticks or unticks an option, and waits until that is saved.
fn tick(window: &AppWindow, option: &str) {
    let option = window.wait_for_named("label.tick", option).unwrap();
    window.click(&option).unwrap();
    window.wait_for("[data-testid=save-state][data-state=saved]").unwrap();
}

/// The ticked reasons for the DPIA.
fn reasons(window: &AppWindow) -> Vec<String> {
    go(window, "#/p/sample/form/edpb-dpia/0").unwrap();
    window.wait_for_named("label.tick", "Vulnerable data subjects").unwrap();
    let script = "return [...document.querySelectorAll('label.tick')]
        .filter((one) => one.querySelector('input')?.checked).map((one) => one.textContent.trim())";
    let found = window.execute(script, &json!([])).unwrap();
    found.as_array().unwrap().iter().filter_map(|one| one.as_str().map(str::to_owned)).collect()
}

#[test]
#[ignore = "run by the window lane"]
fn the_result_is_followed_and_taken_over_in_one_step() {
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    let vulnerable = "Vulnerable data subjects".to_owned();
    assert!(reasons(&window).contains(&vulnerable));
    go(&window, "#/p/sample/form/screening/3").unwrap();
    window.wait_for(REQUIRED).unwrap();
    window.wait_for("[data-rule=denmark-genetic]").unwrap();
    gone(&window, TAKE_OVER).unwrap();

    go(&window, "#/p/sample/form/screening/2").unwrap();
    tick(&window, "Vulnerable data subjects");
    tick(&window, "Genetic data");
    go(&window, "#/p/sample/form/screening/3").unwrap();
    window.wait_for(REQUIRED).unwrap();
    gone(&window, "[data-rule=denmark-genetic]").unwrap();
    click(&window, "take-over-screening").unwrap();
    gone(&window, TAKE_OVER).unwrap();
    assert!(!reasons(&window).contains(&vulnerable));

    window.press("Ctrl+Z").unwrap();
    let told = "Undone: result of the screening taken over";
    window.wait_for_named("[data-testid=toast] p", told).unwrap();
    assert!(reasons(&window).contains(&vulnerable));
}

#[test]
#[ignore = "run by the window lane"]
fn the_overview_leads_to_the_next_step_and_to_a_day() {
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    window.wait_for("[data-testid=next-steps]").unwrap();
    let day = window.wait_for("[data-testid=duties] th a").unwrap();
    window.click(&day).unwrap();
    window.wait_for("main[data-screen=form] [data-testid=page]").unwrap();
    go(&window, "#/p/sample/form/screening/1").unwrap();
    let by = window.wait_for_named("textarea", "Screened by").unwrap();
    window.click(&by).unwrap();
    window.press("Ctrl+A").unwrap();
    window.press("Delete").unwrap();
    window.wait_for("[data-testid=save-state][data-state=saved]").unwrap();
    go(&window, "#/p/sample").unwrap();
    click(&window, "step-0").unwrap();
    vurder_tests::by_keyboard::wait_for_focus(&window, "Screened by").unwrap();
}

#[test]
#[ignore = "run by the window lane"]
fn a_project_is_duplicated_and_another_begins_with_its_facts() {
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    click(&window, "duplicate").unwrap();
    let title =
        "return document.querySelector('[data-testid=project-title] textarea')?.value ?? ''";
    let shows = |end: &str| {
        window.wait_until("the other project", || {
            let shown = window.execute(title, &json!([]))?;
            Ok(shown.as_str().unwrap_or_default().ends_with(end).then_some(()))
        })
    };
    shows("(copy)").unwrap();
    go(&window, "#/p/sample/new").unwrap();
    window.wait_for("[data-testid=like]").unwrap();
    let name = window.wait_for("[data-testid=title]").unwrap();
    window.click(&name).unwrap();
    window.type_text("Fourth wave").unwrap();
    click(&window, "create").unwrap();
    shows("Fourth wave").unwrap();
}
