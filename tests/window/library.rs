//! Work with published statements: judging, filtering, topics not stated, measures from statements.

use serde_json::{Value, json};
use vurder_tests::app_window::AppWindow;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go};
use vurder_tests::webdriver::Driven;

const STATEMENTS: &str = "#/p/sample/library/by-statements";
const STATEMENT: &str = "[data-testid=statement]";

fn count(window: &AppWindow, css: &str) -> Driven<u64> {
    let script = "return document.querySelectorAll(arguments[0]).length";
    Ok(window.execute(script, &json!([css]))?.as_u64().unwrap_or_default())
}

/// Chooses an option of a list by its words.
fn choose(window: &AppWindow, list: &str, choice: &str) -> Driven {
    let script = "const list = [...document.querySelectorAll('select')]
            .find((e) => e.labels[0]?.textContent === arguments[0]);
        const at = [...(list?.options ?? [])].findIndex((o) => o.textContent === arguments[1]);
        return at < 0 ? null : list.options[at]";
    let option = window.execute_element(script, &json!([list, choice]))?;
    window.click(&option)
}

/// Waits until the list has another number of statements, and returns that number.
fn other_count(window: &AppWindow, before: u64) -> Driven<u64> {
    window.wait_until(&format!("another number of statements than {before}"), || {
        let now = count(window, STATEMENT)?;
        Ok((now != before).then_some(now))
    })
}

#[test]
#[ignore = "run by the window lane"]
fn statements_are_judged_noted_and_filtered() {
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, STATEMENTS).unwrap();
    let all = count(&window, STATEMENT).unwrap();
    choose(&window, "Judgement", "Not judged yet").unwrap();
    let unjudged = other_count(&window, all).unwrap();
    assert!(unjudged > 0, "the sample leaves statements to judge");

    let id = judge_the_first(&window).unwrap();
    note(&window, &id).unwrap();

    // After the filter is set again, the statement is no longer among those to judge.
    go(&window, "#/p/sample/library/by-topics").unwrap();
    not_stated(&window).unwrap();
    go(&window, STATEMENTS).unwrap();
    choose(&window, "Judgement", "Not judged yet").unwrap();
    assert_eq!(other_count(&window, all).unwrap(), unjudged - 1);
    choose(&window, "Judgement", "Any").unwrap();
    other_count(&window, unjudged - 1).unwrap();
    choose(&window, "Topic", "Backup and restore").unwrap();
    let on_topic = other_count(&window, all).unwrap();
    assert!(on_topic < all, "a topic narrows the list");

    // The judgement and the note are there when the person comes back.
    choose(&window, "Topic", "Any").unwrap();
    other_count(&window, on_topic).unwrap();
    let item = format!("[data-statement=\"{id}\"]");
    window.wait_for(&format!("{item} [data-testid=judge-partly]:checked")).unwrap();
    let noted = window.wait_for(&format!("{item} .rich")).unwrap();
    assert_eq!(window.text(&noted).unwrap(), "Spør på nytt før oppstart på Ærø.");
    let found = window.call("search", &json!({ "query": "Ærø" })).unwrap().to_string();
    assert!(found.contains(&id), "the note is in the workspace: {found}");
}

/// Judges the first statement in the list, which stays visible for its note.
fn judge_the_first(window: &AppWindow) -> Driven<String> {
    let id = window.execute(
        "return document.querySelector(arguments[0]).dataset.statement",
        &json!([STATEMENT]),
    )?;
    let id = id.as_str().unwrap_or_default().to_owned();
    click(window, "judge-partly")?;
    let judged = format!("[data-statement=\"{id}\"] [data-testid=judge-partly]:checked");
    window.wait_for(&judged)?;
    window.wait_for("[data-testid=save-state][data-state=saved]")?;
    Ok(id)
}

fn note(window: &AppWindow, id: &str) -> Driven {
    let item = format!("[data-statement=\"{id}\"]");
    let add = window.wait_for(&format!("{item} [data-testid=note-add]"))?;
    window.click(&add)?;
    let text = window.wait_for(&format!("{item} .rich"))?;
    window.click(&text)?;
    window.wait_for(&format!("{item} .rich.ProseMirror-focused"))?;
    window.type_text("Spør på nytt før oppstart på Ærø.")?;
    window.wait_for("[data-testid=save-state][data-state=saved]").map(drop)
}

/// The list of topics says which provider states nothing, and can be filtered by that.
fn not_stated(window: &AppWindow) -> Driven {
    let topics = count(window, "[data-topic]")?;
    click(window, "only-not-stated")?;
    let fewer = window.wait_until("fewer topics", || {
        let now = count(window, "[data-topic]")?;
        Ok((now < topics).then_some(now))
    })?;
    let all_not_stated = window.execute(
        "return [...document.querySelectorAll('[data-topic]')]
            .every((e) => e.innerText.includes('Not stated'))",
        &json!([]),
    )?;
    assert!(
        fewer > 0 && all_not_stated == Value::Bool(true),
        "each of these topics is not stated by somebody"
    );
    Ok(())
}

/// From the subject of a measure to a new measure: choose a statement, press the button.
#[test]
#[ignore = "run by the window lane"]
fn a_measure_is_filled_from_a_statement() {
    let window = SharedWindow::with_sample().unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/2").unwrap();
    let rows = "[data-part^='2.3'] tr[data-row], [data-part^='2.3'] .sheet-row";
    let before = count(&window, rows).unwrap();
    let seek = window.wait_for("[data-testid^=seek-][data-testid*=processors]").unwrap();
    window.click(&seek).unwrap();
    let tick = window.wait_for("[data-testid=panel] li input[type=checkbox]").unwrap();
    let words = "return document.querySelector('[data-testid=panel] li .words').textContent.trim()";
    let words = window.execute(words, &json!([])).unwrap().as_str().unwrap().to_owned();
    window.click(&tick).unwrap();
    click(&window, "use-as-measures").unwrap();
    window
        .wait_until("a measure more", || Ok((count(&window, rows)? == before + 1).then_some(())))
        .unwrap();
    // The measure has the words of the statement with its citation, and the person can write on.
    let script = "return [...document.querySelectorAll(\"[data-part^='2.3'] .rich\")]
        .filter((e) => e.textContent.includes(arguments[0]) && e.querySelector('.cite[data-citation]')).length";
    window
        .wait_until("the statement's words with a citation", || {
            Ok((window.execute(script, &json!([words]))?.as_u64() == Some(1)).then_some(()))
        })
        .unwrap();
}
