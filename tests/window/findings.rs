//! Findings in the window: the list beside the text leads to the place of a finding, a finding is waived with a reason
//! by one key, and it is one of the waived afterwards.

use serde_json::{Value, json};
use vurder_tests::app_window::AppWindow;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go, gone};

/// The findings of the sample that are open, or waived.
fn findings(window: &AppWindow, waived: bool) -> Vec<Value> {
    let all = window.call("findings", &json!({"project": "sample"})).unwrap();
    let all = all["findings"].as_array().unwrap().clone();
    let is_waived =
        |one: &Value| one["waiver"].is_object() && one["waiver"]["fell"].as_bool() != Some(true);
    all.into_iter().filter(|one| is_waived(one) == waived).collect()
}

/// The key of the finding with the focus.
fn focused(window: &AppWindow) -> Value {
    let script = "return document.activeElement?.dataset.finding ?? null";
    window.execute(script, &json!([])).unwrap()
}

#[test]
#[ignore = "run by the window lane"]
fn a_finding_is_waived_with_a_reason_and_taken_up_again() {
    let window = SharedWindow::with_sample().unwrap();
    let before = findings(&window, false);
    let advice = before.iter().find(|one| one["severity"] == "advice" && one["mend"].is_null());
    let finding = advice.expect("the sample has advice that is open");
    let (key, place) = (&finding["key"], &finding["place"]);
    let (form, section) = (place["form"].as_str().unwrap(), place["section"].as_str().unwrap());
    go(&window, &format!("#/p/sample/form/{form}/{section}")).unwrap();
    click(&window, "tab-findings").unwrap();
    window.wait_for("[data-testid=findings] [data-finding]").unwrap();
    let focus = "[...document.querySelectorAll('[data-testid=finding]')]
        .find((one) => one.dataset.finding === arguments[0]).focus()";
    window.execute(focus, &json!([key])).unwrap();

    window.press("w").unwrap();
    window.wait_for("[data-testid=waive-dialog] textarea:focus").unwrap();
    window.type_text("The committee agreed on 3 March").unwrap();
    click(&window, "waive-do").unwrap();
    gone(&window, "[data-testid=waive-dialog]").unwrap();
    let waived = findings(&window, true);
    let of_finding = waived.iter().find(|one| one["key"] == *key).expect("it is waived");
    assert_eq!(of_finding["waiver"]["reason"], "The committee agreed on 3 March");
    assert_eq!(findings(&window, false).len(), before.len() - 1);
    window.wait_for("[data-testid=findings-waived]").unwrap();
    let next = || Ok((focused(&window) != *key && focused(&window).is_string()).then_some(()));
    window.wait_until("the focus on another finding of the list", next).unwrap();

    window.press("Ctrl+Z").unwrap();
    let is_open = || {
        let all = window.call("findings", &json!({"project": "sample"}))?;
        let all = all["findings"].as_array().cloned().unwrap_or_default();
        Ok(all.iter().any(|one| one["key"] == *key && one["waiver"].is_null()).then_some(()))
    };
    window.wait_until("the finding open again", is_open).unwrap();
}

#[test]
#[ignore = "run by the window lane"]
fn the_list_of_findings_is_walked_by_keyboard_and_leads_to_their_places() {
    let window = SharedWindow::with_sample().unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/0").unwrap();
    click(&window, "tab-findings").unwrap();
    window.wait_for("[data-testid=findings-where]").unwrap();
    let everywhere = "const list = document.querySelector('[data-testid=findings-where]');
        list.value = 'all'; list.dispatchEvent(new Event('change', { bubbles: true }))";
    window.execute(everywhere, &json!([])).unwrap();
    let keys = "return [...document.querySelectorAll('[data-testid=finding]')]
        .map((one) => one.dataset.finding)";
    let all = window
        .wait_until("the findings of all sections", || {
            let all = window.execute(keys, &json!([]))?;
            Ok(all.as_array().filter(|all| all.len() > 2).cloned())
        })
        .unwrap();
    window.execute("document.querySelector('[data-testid=finding]').focus()", &json!([])).unwrap();
    window.press("Down").unwrap();
    assert_eq!(focused(&window), all[1]);
    window.press("End").unwrap();
    assert_eq!(focused(&window), all[all.len() - 1]);
    let last = findings(&window, false)
        .into_iter()
        .find(|one| one["key"] == all[all.len() - 1])
        .expect("the last one is open");
    window.press("Enter").unwrap();
    let place = format!(
        "/form/{}/{}",
        last["place"]["form"].as_str().unwrap(),
        last["place"]["section"].as_str().unwrap()
    );
    let address = "return location.hash.includes(arguments[0])";
    let is = || Ok((window.execute(address, &json!([place]))? == true).then_some(()));
    window.wait_until(&format!("the page {place}"), is).unwrap();
}
