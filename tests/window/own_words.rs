//! What is the person's own: a note in the margin, which no PDF has, and underlined words that the person corrects.

use serde_json::json;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{go, gone, text_in_sight};
use vurder_tests::webdriver::Driven;

#[test]
#[ignore = "run by the window lane"]
fn a_note_in_the_margin_is_written_undone_and_not_in_the_pdf() {
    let window = SharedWindow::with_sample().unwrap();
    go(&window, "#/p/sample/form/edpb-dpia/3").unwrap();
    let text = text_in_sight(&window).unwrap();
    window.click(&text).unwrap();
    window.press("Ctrl+Shift+M").unwrap();
    window.wait_for("[data-testid=own-note] [role=textbox]:focus").unwrap();
    window.type_text("Kvittering").unwrap();
    window.press("Ctrl+S").unwrap();
    let notes = || window.call("own_notes", &json!({"project": "sample"})).unwrap();
    assert_eq!(notes()["notes"][0]["words"], "Kvittering");

    let out = window.folder().path().join("noted.pdf");
    window.call("export", &json!({"project": "sample", "form": "dpia", "out": out})).unwrap();
    let printed = std::process::Command::new("pdftotext").arg(&out).arg("-").output().unwrap();
    assert!(!String::from_utf8_lossy(&printed.stdout).contains("Kvittering"));

    window.press("Ctrl+Z").unwrap();
    window.press("Ctrl+Z").unwrap();
    gone(&window, "[data-testid=own-note]").unwrap();
    assert_eq!(notes()["notes"], json!([]));
}

#[test]
#[ignore = "run by the window lane"]
fn an_unknown_word_is_underlined_and_replaced_by_keyboard() {
    let window = SharedWindow::with_sample().unwrap();
    let folder = window.folder().path().join("dictionaries");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("en_GB.aff"), "SET UTF-8\nTRY esianrtolcdugmphbyfvkw\n").unwrap();
    std::fs::write(folder.join("en_GB.dic"), "1\nprocessor\n").unwrap();
    let chosen = json!({"on": true, "folder": folder});
    window.call("choose_spelling", &chosen).unwrap();

    // In a rich text.
    go(&window, "#/p/sample/form/edpb-dpia/3").unwrap();
    let text = text_in_sight(&window).unwrap();
    window.click(&text).unwrap();
    respell(&window).unwrap();
    let written = "return document.activeElement.textContent.includes(' processor ')";
    let is = || Ok((window.execute(written, &json!([]))? == true).then_some(()));
    window.wait_until("the right word in the text", is).unwrap();

    // In a plain field.
    go(&window, "#/p/sample/form/edpb-dpia/1").unwrap();
    let line = window.wait_for(".cell.kind-line textarea").unwrap();
    window.click(&line).unwrap();
    window.press("End").unwrap();
    respell(&window).unwrap();
    let written = "return document.activeElement.value.includes(' processor ')";
    let is = || Ok((window.execute(written, &json!([]))? == true).then_some(()));
    window.wait_until("the right word in the field", is).unwrap();
    window.call("choose_spelling", &json!({"on": true})).unwrap();
}

/// Types an unknown word where the caret stands, and replaces it with the word that is offered.
fn respell(window: &SharedWindow) -> Driven {
    window.type_text(" procesor ")?;
    let underlined = "return [...document.querySelectorAll('.misspelt')]
        .some((word) => word.textContent === 'procesor'
            && getComputedStyle(word).textDecorationLine === 'underline')";
    let is = || Ok((window.execute(underlined, &json!([]))? == true).then_some(()));
    window.wait_until("the word underlined", is)?;
    window.press("Left")?;
    window.press("Alt+F7")?;
    let offered = "return [...document.querySelectorAll('[data-testid=spell-popup] .word')]
        .some((word) => word.textContent.trim() === 'processor')";
    let is = || Ok((window.execute(offered, &json!([]))? == true).then_some(()));
    window.wait_until("the right word offered", is)?;
    // The driver of the webview may lose the first key after the focus moved.
    let on_word = "return document.activeElement.matches('[data-testid=spell-popup] .word')";
    let is = || {
        if window.execute(on_word, &json!([]))? == true {
            return Ok(Some(()));
        }
        window.press("Down")?;
        Ok(None)
    };
    window.wait_until("the focus on the right word", is)?;
    window.press("Enter")?;
    gone(window, "[data-testid=spell-popup]")
}
