//! Edits the sample: what the window calls saved survives a power cut, and every change can be undone.

use serde_json::json;
use vurder_tests::app_window::AppWindow;
use vurder_tests::by_keyboard::wait_for_focus;
use vurder_tests::walk::{click, go, gone, stands, trash_row};
use vurder_tests::webdriver::Driven;

const SUMMARY: &str = "Purpose and decision";
const SUMMARY_PLACE: &str = "#/p/sample/form/rar/1";
const WRITTEN: &str = " Ført til ende på Ærø.";
const NAME: &str = "Internal name";
const NAME_PLACE: &str = "#/p/sample/form/edpb-dpia/0";
const CODE: &str = "[data-testid=page] [data-row=k-helsinki]";

/// The content of a field, by its label.
fn shown(window: &AppWindow, label: &str) -> Driven<String> {
    let script = "const e = [...document.querySelectorAll('[data-testid=page] [aria-label]')]
            .find((e) => e.ariaLabel === arguments[0] && e.matches('textarea, [role=textbox]'));
        return e ? e.value ?? e.innerText : null";
    window.wait_until(&format!("the field {label}"), || {
        Ok(window.execute(script, &json!([label]))?.as_str().map(str::to_owned))
    })
}

fn wait_for_shown(window: &AppWindow, label: &str, fits: impl Fn(&str) -> bool) -> Driven<String> {
    window.wait_until(&format!("another text in {label}"), || {
        Ok(Some(shown(window, label)?).filter(|text| fits(text)))
    })
}

fn saved(window: &AppWindow) -> Driven {
    window.wait_for("[data-testid=save-state][data-state=saved]").map(drop)
}

/// Searches for words and goes to the first place that has them.
fn search(window: &AppWindow, words: &str) -> Driven {
    window.press("Ctrl+K")?;
    wait_for_focus(window, "Search everything")?;
    window.type_text(words)?;
    window.wait_for("[data-testid=hit]")?;
    window.press("Enter")?;
    gone(window, "[data-testid=palette]")
}

/// Undoes until a field shows the given text again: words that were typed without a pause may have been saved in two
/// steps.
fn undo_until(window: &AppWindow, label: &str, text: &str) -> Driven {
    for _ in 0..4 {
        if shown(window, label)? == text {
            return Ok(());
        }
        let before = shown(window, label)?;
        window.press("Ctrl+Z")?;
        wait_for_shown(window, label, |now| now != before)?;
    }
    assert_eq!(shown(window, label)?, text, "undo brings the text back");
    Ok(())
}

#[test]
#[ignore = "run by the window lane"]
fn words_outlive_a_power_cut_and_every_change_can_be_taken_back() {
    let window = AppWindow::first_start().unwrap();
    click(&window, "open-sample").unwrap();
    stands(&window, "#/p/sample").unwrap();

    // The search goes to the answer itself and puts the caret into it.
    search(&window, "analyse individual-level data from 1 March").unwrap();
    stands_at(&window, SUMMARY_PLACE).unwrap();
    wait_for_focus(&window, SUMMARY).unwrap();
    let summary = shown(&window, SUMMARY).unwrap();
    window.press("Ctrl+End").unwrap();
    window.type_text(WRITTEN).unwrap();
    saved(&window).unwrap();
    let changed_summary = shown(&window, SUMMARY).unwrap();
    assert!(changed_summary.contains(WRITTEN.trim()), "{changed_summary}");

    go(&window, NAME_PLACE).unwrap();
    let name = shown(&window, NAME).unwrap();
    let field = window.wait_for_named("textarea", NAME).unwrap();
    window.click(&field).unwrap();
    window.press("Ctrl+End").unwrap();
    window.type_text(" (Ærø)").unwrap();
    saved(&window).unwrap();

    // The power is cut. The program opens at the last place, if the system had written that to the disk, or at the
    // projects.
    let window = window.kill().open().unwrap();
    go(&window, "#/p/sample").unwrap();
    go(&window, SUMMARY_PLACE).unwrap();
    assert_eq!(shown(&window, SUMMARY).unwrap(), changed_summary, "what was saved is there");
    go(&window, NAME_PLACE).unwrap();
    assert_eq!(shown(&window, NAME).unwrap(), format!("{name} (Ærø)"));

    // Undo goes back through fields and sections, although the program was started again.
    undo_until(&window, NAME, &name).unwrap();
    go(&window, SUMMARY_PLACE).unwrap();
    assert_eq!(
        shown(&window, SUMMARY).unwrap(),
        changed_summary,
        "undo took back the last change only"
    );
    undo_until(&window, SUMMARY, &summary).unwrap();
    window.press("Ctrl+Y").unwrap();
    wait_for_shown(&window, SUMMARY, |now| now != summary).unwrap();

    history_brings_back(&window, &summary).unwrap();
    trash_gives_back(&window).unwrap();
}

/// Waits for a screen that other parameters than its address lead to.
fn stands_at(window: &AppWindow, address: &str) -> Driven {
    window.wait_until(&format!("the place {address}"), || {
        let now = window.execute("return location.hash", &json!([]))?;
        Ok(now.as_str().is_some_and(|now| now.starts_with(address)).then_some(()))
    })
}

/// The history of an answer shows its earlier version and restores it.
fn history_brings_back(window: &AppWindow, summary: &str) -> Driven {
    let text = window.wait_for_named("[role=textbox]", SUMMARY)?;
    window.click(&text)?;
    click(window, "tab-history")?;
    window.wait_for("[data-testid=panel] ol li + li")?;
    let versions = "return [...document.querySelectorAll('[data-testid=panel] ol li .what')].map((e) => e.innerText)";
    let versions = window.execute(versions, &json!([]))?;
    let first = versions.as_array().and_then(|all| all.last()).and_then(|text| text.as_str());
    assert!(
        first.is_some_and(|text| !text.contains(WRITTEN.trim())),
        "the version before: {versions}"
    );
    let back =
        window.wait_for("[data-testid=panel] ol li:last-child [data-testid=restore-version]")?;
    window.click(&back)?;
    wait_for_shown(window, SUMMARY, |now| now == summary)?;
    window.wait_for_text("version is restored.")
}

/// A row goes to the trash and is restored, by the message and by the trash.
fn trash_gives_back(window: &AppWindow) -> Driven {
    go(window, "#/p/sample/form/edpb-dpia/1")?;
    window.wait_for(CODE)?;
    trash_row(window, "k-helsinki")?;
    gone(window, CODE)?;
    let back = window.wait_for_named("[data-testid=toast] button", "Undo")?;
    window.click(&back)?;
    window.wait_for(CODE)?;

    trash_row(window, "k-helsinki")?;
    gone(window, CODE)?;
    go(window, "#/p/sample/trash")?;
    click(window, "restore-k-helsinki")?;
    gone(window, "[data-testid=restore-k-helsinki]")?;
    go(window, "#/p/sample/form/edpb-dpia/1")?;
    let row = window.wait_for(CODE)?;
    let words = window.execute(
        "return [...document.querySelectorAll(arguments[0] + ' textarea, ' + arguments[0] + ' [role=textbox]')]
            .map((e) => e.value ?? e.innerText).join(' ')",
        &json!([CODE]),
    )?;
    assert!(
        words.as_str().is_some_and(|words| words.contains("World Medical Association")),
        "{words}"
    );
    drop(row);
    Ok(())
}
