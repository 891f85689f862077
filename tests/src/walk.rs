//! A walk through every screen of the program, for tests of all screens and for pictures.

use crate::app_window::AppWindow;
use crate::webdriver::{Driven, Element};
use serde_json::json;

/// The sections of the forms, by the names in their addresses.
pub const SECTIONS: [(&str, &[&str]); 3] = [
    ("screening", &["1", "2", "3"]),
    ("edpb-dpia", &["0", "1", "2", "3", "4", "5", "6"]),
    ("rar", &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
];

/// Goes to an address inside the program and waits until its screen is shown.
///
/// # Errors
/// When the screen does not appear.
pub fn go(window: &AppWindow, address: &str) -> Driven {
    window.execute("location.hash = arguments[0]", &json!([address]))?;
    stands(window, address)
}

/// Waits until the screen of an address shows everything that it reads from the workspace.
///
/// # Errors
/// When the screen does not appear.
pub fn stands(window: &AppWindow, address: &str) -> Driven {
    let script = "const [address] = arguments;
        const [path, query] = address.replace('#/', '').split('?');
        const steps = path.split('/').filter(Boolean);
        const main = document.querySelector('main');
        if (location.hash !== address || !main || main.querySelector('.waiting')) return false;
        const project = steps[0] === 'p' ? steps.splice(0, 2)[1] : null;
        const screen = steps[0] ?? (project ? 'overview' : 'home');
        if (main.dataset.screen !== screen) return false;
        if ([...main.querySelectorAll('[role=status]')].some((e) => e.textContent.includes('\\u2026'))) return false;
        if (project && !document.querySelector('[data-testid=go-overview]')) return false;
        if (screen === 'form') {
            const link = document.querySelector(`[data-testid=\"section-${steps[1]}-${steps[2]}\"]`);
            return link?.getAttribute('aria-current') === 'page' && !!main.querySelector('[data-part]');
        }
        if (screen === 'export') return !!main.querySelector('[data-testid=preview]')?.complete;
        if (screen === 'library' && steps[1] === 'by-topics') return !!main.querySelector('[data-topic]');
        if (screen === 'library' && steps[1] === 'by-changes')
            return !!main.querySelector('[data-testid=provider-changes]');
        if (screen === 'library' && steps[1] === 'by-providers')
            return !!main.querySelector('[data-testid=providers] [data-testid=revision]');
        if (screen === 'library' && steps[1] === 'by-compare')
            return !!main.querySelector('[data-testid=comparison] [data-topic]');
        if (screen === 'library') return !!main.querySelector('[data-testid=statement]');
        if (screen === 'coverage') return !!main.querySelector('[data-topic]');
        if (screen === 'requests')
            return !!main.querySelector('[data-testid=letter-text], [data-testid=letter] .nothing');
        if (screen === 'remarks') return !!main.querySelector('[data-testid=remarks-none], [data-remark]');
        if (screen === 'risks')
            return !!main.querySelector(query ? '[data-testid=risk-panel] .cell' : '[data-score]');
        return !!main.querySelector('h1');";
    window.wait_until(&format!("the screen {address}"), || {
        Ok((window.execute(script, &json!([address]))? == true).then_some(()))
    })
}

/// Clicks the element with a test id, as soon as it exists.
///
/// # Errors
/// When the element does not appear or cannot be clicked.
pub fn click(window: &AppWindow, id: &str) -> Driven {
    let element = window.wait_for(&format!("[data-testid=\"{id}\"]"))?;
    window.click(&element)
}

/// Opens the menu of a row and deletes the row.
///
/// # Errors
/// When the row does not exist.
pub fn trash_row(window: &AppWindow, row: &str) -> Driven {
    click(window, &format!("menu-{row}"))?;
    click(window, &format!("trash-{row}"))
}

/// Walks from the first start through every screen of the sample, and calls `at` on each, with a name for it.
///
/// # Errors
/// The error of `at`, or a screen that does not appear.
pub fn walk(window: &AppWindow, mut at: impl FnMut(&AppWindow, &str) -> Driven) -> Driven {
    first_start(window, "Nothing in it yet", &mut at)?;
    click(window, "open-sample")?;
    stands(window, "#/p/sample")?;
    sample(window, "encryption", &mut at)
}

/// Walks from the first start to a new project called `title`, and back to the projects.
///
/// # Errors
/// The error of `at`, or a screen that does not appear.
pub fn first_start(
    window: &AppWindow,
    title: &str,
    at: &mut impl FnMut(&AppWindow, &str) -> Driven,
) -> Driven {
    window.wait_for("[data-testid=start]")?;
    at(window, "first-start")?;
    go(window, "#/new")?;
    window.wait_for("[data-testid=provider-hunt-cloud]")?;
    click(window, "create")?;
    window.wait_for("[aria-invalid=true]")?;
    at(window, "new-project")?;
    // The field with the mistake has the focus, so the person types on.
    window.type_text(title)?;
    click(window, "provider-hunt-cloud")?;
    click(window, "create")?;
    window.wait_for("[data-testid=overview]")?;
    at(window, "overview-empty")?;
    click(window, "open-edpb-dpia-2")?;
    window.wait_for("[data-part='2.1.a']")?;
    at(window, "section-empty")?;
    go(window, "#/settings")?;
    at(window, "settings")?;
    go(window, "#/library")?;
    at(window, "library-without-project")?;
    go(window, "#/")
}

/// Walks through every screen of the sample, beginning at its overview. `sought` is a word that the search finds.
///
/// # Errors
/// The error of `at`, or a screen that does not appear.
pub fn sample(
    window: &AppWindow,
    sought: &str,
    at: &mut impl FnMut(&AppWindow, &str) -> Driven,
) -> Driven {
    at(window, "overview")?;
    go(window, "#/")?;
    at(window, "projects")?;
    go(window, "#/p/sample/new")?;
    window.wait_for("[data-testid=like]")?;
    at(window, "new-project-like")?;
    sections(window, at)?;
    beside_the_text(window, at)?;
    over_the_page(window, sought, at)?;
    for (name, address) in [
        ("risks", "#/p/sample/risks"),
        ("risk", "#/p/sample/risks?at=r-account"),
        ("coverage", "#/p/sample/coverage"),
        ("requests", "#/p/sample/requests"),
        ("remarks", "#/p/sample/remarks"),
        ("library-pages", "#/p/sample/library"),
        ("library-topics", "#/p/sample/library/by-topics"),
        ("library-statements", "#/p/sample/library/by-statements"),
        ("library-changes", "#/p/sample/library/by-changes"),
        ("library-providers", "#/p/sample/library/by-providers"),
        ("library-compare", "#/p/sample/library/by-compare"),
        ("library-topic", "#/p/sample/library/by-topics?topic=backup"),
        ("import", "#/p/sample/import"),
        ("changes", "#/p/sample/changes"),
        ("versions", "#/p/sample/versions"),
        ("attachments", "#/p/sample/attachments"),
        ("trash-empty", "#/p/sample/trash"),
    ] {
        go(window, address)?;
        at(window, name)?;
    }
    exporting(window, at)?;
    trashing(window, at)
}

fn sections(window: &AppWindow, at: &mut impl FnMut(&AppWindow, &str) -> Driven) -> Driven {
    for (form, sections) in SECTIONS {
        for section in sections {
            go(window, &format!("#/p/sample/form/{form}/{section}"))?;
            at(window, &format!("{form}-{section}"))?;
        }
    }
    Ok(())
}

/// The tabs of the panel beside the text, while the caret is in an answer.
fn beside_the_text(window: &AppWindow, at: &mut impl FnMut(&AppWindow, &str) -> Driven) -> Driven {
    go(window, "#/p/sample/form/edpb-dpia/3")?;
    let text = text_in_sight(window)?;
    window.click(&text)?;
    window.wait_for("[data-testid=toolbar]")?;
    for (tab, there) in [
        ("library", "[data-testid=panel] [data-testid=cite-here]"),
        ("history", "[data-testid=panel] ol li .when"),
        ("findings", "[data-testid=findings]"),
        ("notes", "[data-testid=own-note-add]"),
        ("remarks", "[data-testid=remarks-here]"),
        ("hint", "[data-testid=panel] [data-testid=hints]"),
    ] {
        click(window, &format!("tab-{tab}"))?;
        window.wait_for(there)?;
        at(window, &format!("beside-{tab}"))?;
    }
    window.press("Ctrl+Shift+P")?;
    window.wait_for("[data-testid=report-pages] img")?;
    at(window, "beside-pages")?;
    window.press("Ctrl+Shift+P")?;
    gone(window, "[data-testid=report-pages]")
}

/// What opens over a page: the search, the citation search, the address of a link, a list of options.
fn over_the_page(
    window: &AppWindow,
    sought: &str,
    at: &mut impl FnMut(&AppWindow, &str) -> Driven,
) -> Driven {
    go(window, "#/p/sample/form/edpb-dpia/3")?;
    window.press("Ctrl+K")?;
    window.wait_for("[data-testid=search-input]")?;
    window.type_text(sought)?;
    window.wait_for("[data-testid=hit]")?;
    at(window, "search")?;
    window.press("Escape")?;
    gone(window, "[data-testid=search-input]")?;
    window.press("Ctrl+H")?;
    window.wait_for("[data-testid=replace-words]")?;
    window.type_text(sought)?;
    window.wait_for("[data-testid=replace-place]")?;
    at(window, "replacing")?;
    window.press("Escape")?;
    gone(window, "[data-testid=replace-dialog]")?;
    let text = text_in_sight(window)?;
    window.click(&text)?;
    window.wait_for("[data-testid=toolbar]")?;
    window.press("Ctrl+Shift+C")?;
    window.wait_for("[data-testid=statement-option]")?;
    at(window, "citing")?;
    window.press("Escape")?;
    gone(window, "[data-testid=cite-popup]")?;
    window.press("Ctrl+Shift+K")?;
    window.wait_for("dialog[open]")?;
    at(window, "link")?;
    window.press("Escape")?;
    gone(window, "dialog[open]")?;
    go(window, "#/p/sample/form/edpb-dpia/1")?;
    let list = window.wait_for(".kind-refs button.shown")?;
    // In a narrow window, the row of the answer shows only what rows are compared by.
    let unfold = "document.querySelector('.kind-refs').closest('[data-row]')
        ?.querySelector('[data-testid^=answers-][aria-expanded=false]')?.click()";
    window.execute(unfold, &json!([]))?;
    window.click(&list)?;
    window.wait_for(".kind-refs [role=group] input")?;
    at(window, "choosing")?;
    window.press("Escape")?;
    click(window, "menu-k-helsinki")?;
    window.wait_for("[role=menu]")?;
    at(window, "row-menu")?;
    window.press("Escape")?;
    gone(window, "[role=menu]")?;
    click(window, "help")?;
    window.wait_for("[data-testid=help-dialog]")?;
    at(window, "help")?;
    click(window, "tab-keys")?;
    at(window, "help-keys")?;
    window.press("Escape")?;
    gone(window, "dialog[open]")?;
    go(window, "#/p/sample/form/edpb-dpia/6")?;
    click(window, "calendar-open")?;
    window.wait_for("[data-testid=calendar]")?;
    // The calendar stands in a row of a table, whose style must not apply to it.
    let week = "const days = [...document.querySelectorAll('[data-testid=calendar] [data-day]')].slice(0, 7);
        return new Set(days.map((day) => day.getBoundingClientRect().top)).size === 1";
    window.wait_until("a week in one line", || {
        Ok((window.execute(week, &json!([]))? == true).then_some(()))
    })?;
    at(window, "calendar")?;
    window.press("Escape")
}

fn exporting(window: &AppWindow, at: &mut impl FnMut(&AppWindow, &str) -> Driven) -> Driven {
    go(window, "#/p/sample/export")?;
    at(window, "export")?;
    click(window, "export-save")?;
    window.wait_for("[data-testid=exported]")?;
    at(window, "export-done")
}

/// A row moves to the trash: shows the message that offers to restore it, and the trash with the row.
fn trashing(window: &AppWindow, at: &mut impl FnMut(&AppWindow, &str) -> Driven) -> Driven {
    go(window, "#/p/sample/form/edpb-dpia/1")?;
    trash_row(window, "k-helsinki")?;
    window.wait_for("[data-testid=toast]")?;
    at(window, "row-in-the-trash")?;
    go(window, "#/p/sample/trash")?;
    window.wait_for("[data-testid^=restore-]")?;
    at(window, "trash")
}

/// The first text of the page that is visible: in a narrow window, rows show only what they are compared by.
///
/// # Errors
/// When there is none.
pub fn text_in_sight(window: &AppWindow) -> Driven<Element> {
    window.wait_for("[data-testid=page] .rich")?;
    let script = "return [...document.querySelectorAll('[data-testid=page] .rich')]
        .find((text) => text.checkVisibility({ visibilityProperty: true }))";
    window.execute_element(script, &json!([]))
}

/// Waits until no element matches a selector.
///
/// # Errors
/// When an element stays.
pub fn gone(window: &AppWindow, css: &str) -> Driven {
    window.wait_until(&format!("{css} to be gone"), || Ok(window.find(css).is_err().then_some(())))
}
