//! A provider's own pages: imported, cited while writing, followed to their next state, and settled.

use std::fs;
use std::path::Path;

use crate::screens::look_at;
use serde_json::{Value, json};
use vurder_tests::app_window::AppWindow;
use vurder_tests::by_keyboard::wait_for_focus;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::walk::{click, go, gone};

const TEXT: &str = "Context";
const BACKUP: &str = "# Backup\n\nHome folders are copied every night.\n\n\
    Copies of projects are kept for thirty days.\n";

fn write(folder: &Path, backup: &str) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("backup.md"), backup).unwrap();
    fs::write(folder.join("access.md"), "# Access\n\n- Everybody signs in with two factors.\n")
        .unwrap();
}

/// Replaces the content of the field with this test id.
fn fill(window: &AppWindow, id: &str, words: &str) {
    let field = window.wait_for(&format!("[data-testid=\"{id}\"]")).unwrap();
    window.click(&field).unwrap();
    window.press("Ctrl+a").unwrap();
    window.type_text(words).unwrap();
}

fn words_of(window: &AppWindow, id: &str) -> String {
    let element = window.wait_for(&format!("[data-testid=\"{id}\"]")).unwrap();
    window.text(&element).unwrap()
}

/// Nothing is cut off and the screen is accessible, in both themes, in the smallest window and a wide one.
fn sound(window: &AppWindow, screen: &str) {
    for (width, height) in [(1024, 700), (1600, 1000)] {
        window.resize(width, height).unwrap();
        let wrong = look_at(window).unwrap();
        assert!(wrong.is_empty(), "{screen} at {width}: {}", wrong.join("\n"));
    }
    window.resize(1280, 800).unwrap();
}

/// Imports the folder through the window, as pages of the provider Nordlys of that day.
fn bring_in(window: &AppWindow, day: &str) {
    go(window, "#/p/sample/import").unwrap();
    click(window, "import-choose-folder").unwrap();
    let counts = words_of(window, "import-counts");
    assert!(counts.contains('2') && counts.contains('3'), "two pages, three passages: {counts}");
    if window
        .execute("return !!document.querySelector('[data-testid=import-name]')", &json!([]))
        .unwrap()
        == true
    {
        fill(window, "import-name", "Nordlys");
    }
    fill(window, "import-date", day);
    sound(window, "the screen of the import");
    click(window, "import-do").unwrap();
    window.wait_for("[data-testid=import-done]").unwrap();
    sound(window, "what was imported");
}

#[test]
#[ignore = "run by the window lane"]
fn pages_are_brought_in_cited_and_followed_to_their_next_state() {
    let window = SharedWindow::with_sample().unwrap();
    let pages = window.folder().path().join("nordlys");
    write(&pages, BACKUP);
    window.folder().answer_folder(&pages).unwrap();
    click(&window, "project-sample").unwrap();
    bring_in(&window, "2026-03-01");
    click(&window, "import-choose-provider").unwrap();
    gone(&window, "[data-testid=import-choose-provider]").unwrap();
    click(&window, "import-read").unwrap();
    let page = window.wait_for("[data-testid=library-page]").unwrap();
    window.wait_for("[data-passage]").unwrap();
    assert!(window.text(&page).unwrap().contains("signs in with two factors"));
    sound(&window, "the page as it reads");
    let state = "document.querySelector('[data-passage] [data-act=state]').click()";
    window.execute(state, &json!([])).unwrap();
    window.wait_for("[data-testid=statement-words]").unwrap();
    sound(&window, "a statement in the making");
    window.press("Escape").unwrap();
    gone(&window, "[data-testid=statement-words]").unwrap();

    // The person finds a passage while writing, and cites it there.
    go(&window, "#/p/sample/form/edpb-dpia/1").unwrap();
    let field = window.wait_for_named("[role=textbox]", TEXT).unwrap();
    window.click(&field).unwrap();
    window.press("Ctrl+End").unwrap();
    window.type_text(" Copies are there for a month. @").unwrap();
    wait_for_focus(&window, "Search statements and passages").unwrap();
    window.type_text("copies thirty").unwrap();
    let found = "return [...document.querySelectorAll('[data-testid=cite-popup] [role=option]')]
        .some((e) => e.textContent.includes('thirty'))";
    window
        .wait_until(
            "the passage",
            || Ok((window.execute(found, &json!([]))? == true).then_some(())),
        )
        .unwrap();
    window.press("Enter").unwrap();
    let cited = |window: &AppWindow| {
        let citations = window.call("citations", &json!({ "project": "sample" })).unwrap();
        let all = citations["citations"].as_object().unwrap().clone();
        all.into_iter()
            .filter(|(_, one)| one["citation"]["provider"] == "nordlys")
            .collect::<Vec<_>>()
    };
    window.wait_until("the citation", || Ok((cited(&window).len() == 1).then_some(()))).unwrap();
    let first = cited(&window).remove(0).1;
    assert_eq!(first["citation"]["words"], "Copies of projects are kept for thirty days.");
    assert_eq!(first["citation"]["sources"][0]["captured"], "2026-03-01");
    window.wait_for("[data-testid=save-state][data-state=saved]").unwrap();

    // The next state has other words.
    write(&pages, &BACKUP.replace("for thirty days", "for ten days only"));
    bring_in(&window, "2026-06-01");
    // Without a project, the library shows the newest state and what it changed.
    let newest = "location.hash = '#/library/nordlys?page=nordlys%2Fbackup'";
    window.execute(newest, &json!([])).unwrap();
    window.wait_for("[data-testid=page-changed]").unwrap();
    sound(&window, "a page with what changed");
    go(&window, "#/p/sample/changes").unwrap();
    let name = first["citation"]["statement"].as_str().unwrap();
    let item = format!("[data-testid=drift-item][data-statement=\"{name}\"]");
    let told = window.wait_for(&item).unwrap();
    let told = window.text(&told).unwrap();
    for words in ["thirty", "ten days only", "Copies are there for a month."] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let way = window.wait_for(&format!("{item} [data-testid=settle-still_true]")).unwrap();
    sound(&window, "what changed");
    window.click(&way).unwrap();
    let reason = window.wait_for(&format!("{item} [data-testid=settle-reason]")).unwrap();
    window.click(&reason).unwrap();
    window.type_text("Ten days are enough.").unwrap();
    let settle = window.wait_for(&format!("{item} [data-testid=settle-do]")).unwrap();
    window.click(&settle).unwrap();
    window
        .wait_until("the newest words cited", || {
            let now: Vec<Value> = cited(&window).into_iter().map(|(_, one)| one).collect();
            let newest = now.iter().any(|one| {
                one["citation"]["words"] == "Copies of projects are kept for ten days only."
                    && one["citation"]["renews"][0]["reason"] == "Ten days are enough."
            });
            Ok(newest.then_some(()))
        })
        .unwrap();
}

/// The content of a provider is written to a file, and imported again from it.
#[test]
#[ignore = "run by the window lane"]
fn a_state_is_written_as_a_pack_and_looked_at_again() {
    let window = SharedWindow::with_sample().unwrap();
    let pack = window.folder().path().join("genomedk.zip");
    window.folder().answer_save(&pack).unwrap();
    click(&window, "project-sample").unwrap();
    go(&window, "#/p/sample/library/by-providers").unwrap();
    click(&window, "revision-write-pack").unwrap();
    let written = words_of(&window, "revision-written");
    assert!(written.contains("genomedk.zip"), "where it was written: {written}");
    sound(&window, "the states of the providers");
    let look = window.call("look_at_import", &json!({ "path": pack })).unwrap();
    assert_eq!(look["format"]["id"], "pack");
}
