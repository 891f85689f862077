//! From the first start to the exported PDF, by keyboard only: no click, no focus set by a script.

use serde_json::json;
use std::path::PathBuf;
use vurder_tests::app_window::AppWindow;
use vurder_tests::by_keyboard::{back_to, focused, tab_to, wait_for_focus};
use vurder_tests::pdf;
use vurder_tests::walk::{gone, stands};
use vurder_tests::webdriver::Driven;

const TITLE: &str = "Søvn og hjerte på Ærø";
const SCOPE: &str = "Søvnmålinger av 1 200 deltakere på Ærø, fra innsamling til sletting.";
const ITEM: &str = "Søvndagbok";
const EXPLANATION: &str = "Innsovning og oppvåkning hver natt i to uker, ført for hånd.";
const BASIS: &str = "Tilgang følger det leverandøren har skrevet om revisjon ";

#[test]
#[ignore = "run by the window lane"]
fn first_start_to_pdf_by_keyboard_only() {
    let window = AppWindow::first_start().unwrap();
    window.wait_for("[data-testid=start]").unwrap();
    new_project(&window).unwrap();
    let project = project_of(&window).unwrap();

    // The fields of a section: a text, a level, a choice, a day.
    tab_to(&window, "0 Overview of the processing").unwrap();
    window.press("Enter").unwrap();
    stands(&window, &format!("#/p/{project}/form/edpb-dpia/0")).unwrap();
    tab_to(&window, "Internal name").unwrap();
    window.type_text("SØVN-1").unwrap();
    tab_to(&window, "Scope of this DPIA").unwrap();
    window.type_text(SCOPE).unwrap();
    saved(&window).unwrap();

    // A row of a table: Enter on the button adds it, and the caret goes into its first field.
    back_to(&window, "1 Systematic description of the processing").unwrap();
    window.press("Enter").unwrap();
    stands(&window, &format!("#/p/{project}/form/edpb-dpia/1")).unwrap();
    tab_to(&window, "Add data item").unwrap();
    window.press("Enter").unwrap();
    window
        .wait_until("a row with the caret", || {
            Ok(focused(&window)?.starts_with("Personal data, D1").then_some(()))
        })
        .unwrap();
    window.type_text(ITEM).unwrap();
    window.press("Tab").unwrap();
    assert!(
        focused(&window).unwrap().starts_with("Explanation, D1"),
        "Tab goes to the next column"
    );
    window.type_text(EXPLANATION).unwrap();
    saved(&window).unwrap();

    let cited = cite(&window, "internal audit").unwrap();
    find_by_search(&window).unwrap();
    let files = export(&window, &project).unwrap();

    // The name begins with the day, which the test does not know where the window runs.
    let name = |file: &PathBuf| Some(file.file_name()?.to_str()?.split_once(' ')?.1.to_owned());
    assert_eq!(
        files.each_ref().map(name),
        ["DPIA", "RAR"].map(|form| Some(format!("{form} {TITLE} v0.1 draft.pdf"))),
        "the suggested names are kept"
    );
    let words = pdf::words(&files[0]).unwrap();
    for typed in
        [TITLE, "SØVN-1", SCOPE, ITEM, EXPLANATION, BASIS.trim_end(), "Universitetet i Ærøskøbing"]
    {
        assert!(words.contains(typed), "the PDF holds \"{typed}\": {words}");
    }
    let (_, sources) = words.rsplit_once("Sources").expect("the PDF has a list of sources");
    assert!(sources.contains(&cited), "the sources hold \"{cited}\": {sources}");
}

/// Goes from the first screen through the questions of a new project to its overview.
fn new_project(window: &AppWindow) -> Driven {
    tab_to(window, "New project")?;
    window.press("Enter")?;
    stands(window, "#/new")?;
    window.wait_for("[data-testid=provider-hunt-cloud]")?;
    tab_to(window, "Name of the project")?;
    window.type_text(TITLE)?;
    tab_to(window, "Controller 1")?;
    window.type_text("Universitetet i Ærøskøbing")?;
    tab_to(window, "Add a controller")?;
    window.press("Enter")?;
    // The caret goes into the added line.
    wait_for_focus(window, "Controller 2")?;
    window.type_text("Sørlandets sykehus")?;
    tab_to(window, "HUNT Cloud")?;
    window.press("Space")?;
    // Enter in a form submits it.
    tab_to(window, "Create project")?;
    window.press("Enter")?;
    window.wait_for("[data-testid=overview]").map(drop)
}

fn project_of(window: &AppWindow) -> Driven<String> {
    let script = "return location.hash.split('/')[2]";
    Ok(window.execute(script, &json!([]))?.as_str().unwrap_or_default().to_owned())
}

/// Waits until the window says that all words are saved, with the time.
fn saved(window: &AppWindow) -> Driven {
    let state = window.wait_for("[data-testid=save-state][data-state=saved]")?;
    assert!(window.text(&state)?.starts_with("Saved "), "the window says when it saved");
    Ok(())
}

/// Cites a statement while writing: `@`, some words, Down, Enter. Returns the words of the statement.
fn cite(window: &AppWindow, words: &str) -> Driven<String> {
    tab_to(window, "Nature")?;
    window.type_text(BASIS)?;
    window.type_text("@")?;
    wait_for_focus(window, "Search statements and passages")?;
    window.type_text(words)?;
    let shown = "return [...document.querySelectorAll('[data-testid=statement-option]')].map((e) =>
        [e.getAttribute('aria-selected'), e.querySelector('.words').textContent.trim()])";
    let found = window.wait_until("statements with these words", || {
        let found = window.execute(shown, &json!([]))?;
        // The best result stands first. Until the results are there, the list has the statements on the topics of the
        // answer.
        let best = found[0][1].as_str().unwrap_or_default();
        Ok((best.contains(words) && found[1].is_array()).then_some(found))
    })?;
    window.press("Down")?;
    window.wait_for("[data-testid=statement-option]:nth-child(2)[aria-selected=true]")?;
    window.press("Enter")?;
    gone(window, "[data-testid=cite-popup]")?;
    window.wait_for("[data-testid=page] .cite[data-citation]")?;
    // The caret stands behind the citation.
    wait_for_focus(window, "Nature")?;
    window.type_text(" og avtalen.")?;
    saved(window)?;
    Ok(found[1][1].as_str().unwrap_or_default().to_owned())
}

/// The search finds the words just written, and goes to them.
fn find_by_search(window: &AppWindow) -> Driven {
    window.press("Ctrl+K")?;
    wait_for_focus(window, "Search everything")?;
    window.type_text("innsamling")?;
    window.wait_for("[data-testid=hit]")?;
    window.press("Enter")?;
    gone(window, "[data-testid=palette]")?;
    wait_for_focus(window, "Scope of this DPIA")
}

/// Exports the DPIA and the risk assessment report, and returns the paths of the two files.
fn export(window: &AppWindow, project: &str) -> Driven<[PathBuf; 2]> {
    // As a person who keeps the suggested names.
    window.folder().answer_save(window.folder().path())?;
    back_to(window, "Export")?;
    window.press("Enter")?;
    stands(window, &format!("#/p/{project}/export"))?;
    // All forms are exported in one step, except those that the person leaves out.
    tab_to(window, "Screening for a data protection impact assessment")?;
    window.press("Space")?;
    tab_to(window, "Save 2 PDFs …")?;
    window.press("Enter")?;
    let first = window.wait_for("[data-testid=exported]")?;
    assert!(window.text(&first)?.contains("Done:"), "the window says that the PDF is written");
    window.wait_until("both files", || {
        let paths = "return [...document.querySelectorAll('[data-testid=exported] .path')].map((e) => e.textContent)";
        let paths = window.execute(paths, &json!([]))?;
        let path = |nth: usize| paths[nth].as_str().map(PathBuf::from);
        Ok(path(0).zip(path(1)).map(|(dpia, report)| [dpia, report]))
    })
}
