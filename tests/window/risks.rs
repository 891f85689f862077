//! The register of risks by keyboard: scores by one key, several risks together, the matrix, the catalogue.

use serde_json::{Value, json};
use vurder_tests::app_window::AppWindow;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go};
use vurder_tests::webdriver::Driven;

const REGISTER: &str = "#/p/sample/risks";

/// A risk of the sample, as the program sends it.
fn told(window: &AppWindow, row: &str) -> Driven<Value> {
    let register = window.call("risks", &json!({"project": "sample"}))?["register"].clone();
    let risks = register["risks"].as_array().cloned().unwrap_or_default();
    Ok(risks.into_iter().find(|risk| risk["risk"]["row"] == row).unwrap_or_default())
}

/// The likelihood for data subjects before measures, as the program has it.
fn likelihood(window: &AppWindow, row: &str) -> Driven<Value> {
    Ok(told(window, row)?["sides"][0]["before"]["likelihood"].clone())
}

/// Waits until the program has this likelihood.
fn has_likelihood(window: &AppWindow, row: &str, level: u64) -> Driven {
    window.wait_until(&format!("likelihood {level} of {row}"), || {
        Ok((likelihood(window, row)? == level).then_some(()))
    })
}

/// Moves the focus to the element with a test id, like the Tab key.
fn focus(window: &AppWindow, id: &str) -> Driven {
    window.wait_for(&format!("[data-testid=\"{id}\"]"))?;
    let script = "document.querySelector(`[data-testid=\"${arguments[0]}\"]`).focus()";
    window.execute(script, &json!([id])).map(|_| ())
}

/// A level of a scale of five that differs from the given one.
fn other(level: &Value) -> u64 {
    if *level == 2 { 3 } else { 2 }
}

#[test]
#[ignore = "run by the window lane"]
fn risks_are_scored_by_one_key_moved_in_the_matrix_and_picked_from_the_catalogue() {
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    click(&window, "go-risks").unwrap();
    window.wait_for("[data-score]").unwrap();

    // One key scores one risk; arrow keys move to the next score.
    let level = other(&likelihood(&window, "r-account").unwrap());
    focus(&window, "score-r-account-before-likelihood").unwrap();
    window.press(&level.to_string()).unwrap();
    has_likelihood(&window, "r-account", level).unwrap();
    window.press("Right").unwrap();
    let at = window.execute("return document.activeElement.dataset.testid", &json!([])).unwrap();
    assert_eq!(at, "score-r-account-before-severity");

    // Ticked risks are scored together, and one undo takes that back.
    let (account, insider) = (level, likelihood(&window, "r-insider").unwrap());
    for row in ["r-account", "r-insider"] {
        let tick = window.wait_for(&format!("[data-testid=\"risk-{row}\"] input")).unwrap();
        window.click(&tick).unwrap();
    }
    focus(&window, "score-r-account-before-likelihood").unwrap();
    window.press("1").unwrap();
    has_likelihood(&window, "r-insider", 1).unwrap();
    has_likelihood(&window, "r-account", 1).unwrap();
    window.press("Ctrl+Z").unwrap();
    has_likelihood(&window, "r-account", account).unwrap();
    assert_eq!(likelihood(&window, "r-insider").unwrap(), insider);

    // In the matrix, an arrow key moves the risk with the focus, which keeps the focus.
    let script = "document.querySelector('[data-moves=\"before/r-account\"]').focus()";
    window.execute(script, &json!([])).unwrap();
    window.press("Right").unwrap();
    has_likelihood(&window, "r-account", account + 1).unwrap();
    let moved =
        window.execute("return document.activeElement.dataset.moves ?? ''", &json!([])).unwrap();
    assert_eq!(moved, "before/r-account");

    // A cell of the matrix filters the list by its risks.
    let severity = told(&window, "r-account").unwrap()["sides"][0]["before"]["severity"].clone();
    click(&window, &format!("cell-before-{}-{severity}", account + 1)).unwrap();
    window.wait_for("[data-testid=risk-r-account]").unwrap();
    window.wait_for("[data-testid=show-all]").unwrap();
    let script = "return document.querySelectorAll('[data-testid=risk-list] [data-row]').length";
    let narrowed = window.execute(script, &json!([])).unwrap().as_u64().unwrap();
    let all = window.call("risks", &json!({"project": "sample"})).unwrap();
    assert!(narrowed < all["register"]["risks"].as_array().unwrap().len() as u64);
    // The page is scrolled down to the matrix, and the button stands above.
    focus(&window, "show-all").unwrap();
    window.press("Enter").unwrap();

    // A scenario of the catalogue, found by one of its words, becomes a risk.
    click(&window, "from-catalogue").unwrap();
    window.wait_for("[data-testid=scenario-search]").unwrap();
    focus(&window, "scenario-search").unwrap();
    window.type_text("malware").unwrap();
    click(&window, "show-ransomware").unwrap();
    click(&window, "pick-ransomware").unwrap();
    window
        .wait_until("the new risk", || {
            let found = window.call("risks", &json!({"project": "sample"}))?;
            let risks = found["register"]["risks"].as_array().cloned().unwrap_or_default();
            Ok(risks.iter().any(|risk| risk["scenario"] == "ransomware").then_some(()))
        })
        .unwrap();
}

#[test]
#[ignore = "run by the window lane"]
fn a_risk_is_treated_beside_the_list_and_deleted_with_what_names_it() {
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, REGISTER).unwrap();
    click(&window, "open-r-insider").unwrap();
    window.wait_for("[data-testid=risk-panel] .cell").unwrap();
    let before = told(&window, "r-insider").unwrap()["measures"].as_array().unwrap().len();
    click(&window, "add-measure").unwrap();
    window
        .wait_until("the new measure", || {
            let now = told(&window, "r-insider")?["measures"].as_array().map_or(0, Vec::len);
            Ok((now == before + 1).then_some(()))
        })
        .unwrap();

    // Measures refer to the risk: the program asks first, and undo brings everything back.
    click(&window, "trash-risk").unwrap();
    click(&window, "detach-do").unwrap();
    window
        .wait_until("the risk is gone", || Ok(told(&window, "r-insider")?.is_null().then_some(())))
        .unwrap();
    window.press("Ctrl+Z").unwrap();
    window
        .wait_until("the risk with its measures", || {
            let now = told(&window, "r-insider")?["measures"].as_array().map_or(0, Vec::len);
            Ok((now == before + 1).then_some(()))
        })
        .unwrap();
}
