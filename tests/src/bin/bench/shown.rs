//! Measures, in the real window, the time from a key to the places of the page that are derived from the answer.
//!
//! The page itself measures it: from its `keydown` event to the frame in which the watched places show the new state.
//! The key comes from the X server, like a key of a keyboard. The figure contains neither the time before the event
//! (keyboard, X, GTK) nor the painting of that frame.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value as Json, json};
use vurder_app::{App, OpenOptions};
use vurder_tests::app_window::{AppWindow, Folder};
use vurder_tests::large;
use vurder_tests::outside::{FAST, Outside};
use vurder_tests::walk::{click, go};

use crate::Outcome;
use crate::table::Row;
use crate::timing::{Times, ms};

/// The number of measured keys; below, the number of keys before them that are not measured.
const KEYS: usize = 120;
const WARM: usize = 12;

/// The pause in typing after which the window writes a text, as in `ui/src/state/queue.ts`.
const PAUSE: Duration = Duration::from_millis(600);

/// A list joins letters that are typed within a second. So the keys go to several lists in turn.
const LISTS: usize = 10;

/// The section of the DPIA with the scores, the levels and the matrices.
const SECTION: &str = "#/p/sample/form/edpb-dpia/4";

/// A script that notes the time of a key and the text at `window.shownPlaces`, and the time when one of these texts
/// changes. Everything that is derived from an answer changes in one step; a level may stay the same.
const WATCH: &str = "
    const read = () => window.shownPlaces.map((css) => document.querySelector(css)?.textContent ?? '');
    window.shownPlaces = [];
    window.shownTimes = [];
    let pressed = null, before = [];
    addEventListener('keydown', () => { pressed = performance.now(); before = read(); }, true);
    new MutationObserver(() => {
        if (pressed === null || read().every((now, at) => now === before[at])) return;
        const start = pressed;
        pressed = null;
        requestAnimationFrame(() => window.shownTimes.push(performance.now() - start));
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });";

/// Moves the focus to the score of a risk, and returns the key that changes its level.
const AT_SCORE: &str = "const [row] = arguments;
    const at = `[data-table=inherent] [data-row=\"${row}\"]`;
    window.shownPlaces = [`${at} .level.risk`, '[data-part=\"4.1.c\"] .matrices'];
    const list = document.querySelector(`${at} [data-at=\"${row}/ds_severity\"] select`);
    list.focus();
    const highest = Math.max(...[...list.options].map((option) => Number(option.value)));
    return list.value === '1' ? String(highest) : '1';";

/// Moves the caret behind the title of a risk.
const AT_TITLE: &str = "const [row] = arguments;
    window.shownPlaces = ['inherent', 'residual'].map((t) => `[data-table=${t}] [data-row=\"${row}\"] td`);
    const title = document.querySelector(`[data-table=events] [data-at=\"${row}/title\"] :is(textarea, input)`);
    title.focus();
    title.setSelectionRange(title.value.length, title.value.length);
    return 'x';";

/// Moves the focus to a score in the register of risks, and returns the key that changes its level.
const AT_REGISTER: &str = "const [row] = arguments;
    const score = document.querySelector(`[data-testid=\"score-${row}-before-severity\"]`);
    window.shownPlaces = [`[data-testid=\"score-${row}-before-severity\"]`];
    score.focus();
    return score.textContent.trim() === '1' ? '2' : '1';";

/// The number of risks in the measured register.
const RISKS: usize = 500;

/// Measures the register of risks: the time from a digit to the score on the page.
fn register(folder: &Path, rows: &mut Vec<Row>) -> Outcome {
    let place = Folder::within(folder)?;
    let mut app = App::open(OpenOptions::new(place.workspace()))?;
    large::make(&mut app, 1)?;
    large::more_risks(&mut app, RISKS)?;
    drop(app);
    let window = place.open()?;
    window.resize(1400, 900)?;
    click(&window, "project-sample")?;
    go(&window, "#/p/sample/risks")?;
    window.wait_for("[data-score]")?;
    window.settle()?;
    let outside = Outside::of(&window)?;
    window.execute(WATCH, &json!([]))?;
    let script = "return [...document.querySelectorAll('[data-testid=risk-list] [data-row]')]
        .slice(0, 10).map((row) => row.dataset.row)";
    let Json::Array(risks) = window.execute(script, &json!([]))? else {
        return Err("the register has no rows".into());
    };
    let scores = keys(&window, &outside, &risks, AT_REGISTER)?;
    let what = format!("Key to score shown, a register of {RISKS} risks");
    rows.push(Row::new(format!("{what}, median"), ms(scores.median())));
    let p99 = scores.p99();
    rows.push(Row::new(format!("{what}, 99 of 100"), ms(p99)).aim("100 ms", p99.as_millis() < 100));
    Ok(())
}

/// A script that notes the time of a key, and the time when a drawn page of the report has the word typed until then.
const WATCH_PAGES: &str = "
    window.pageTimes = [];
    let typed = '', pressed = null;
    addEventListener('keydown', (e) => {
        if (e.key === ' ') [typed, pressed] = ['', null];
        else if (e.key.length === 1) [typed, pressed] = [typed + e.key, performance.now()];
    }, true);
    const list = document.querySelector('[data-testid=report-pages]');
    new MutationObserver(() => {
        if (pressed === null) return;
        if (![...list.querySelectorAll('img')].some((page) => page.alt.includes(typed))) return;
        const start = pressed;
        pressed = null;
        requestAnimationFrame(() => window.pageTimes.push(performance.now() - start));
    }).observe(list, { subtree: true, childList: true });";

/// Measures, in the sample, the time from the last key before a pause to the page of the report that shows it.
fn pages(folder: &Path, rows: &mut Vec<Row>) -> Outcome {
    const ROUNDS: usize = 30;
    let place = Folder::within(folder)?;
    let mut app = App::open(OpenOptions::new(place.workspace()))?;
    large::make(&mut app, 1)?;
    drop(app);
    let window = place.open()?;
    window.resize(1600, 1000)?;
    click(&window, "project-sample")?;
    go(&window, SECTION)?;
    click(&window, "report-pages-toggle")?;
    window.wait_for("[data-testid=report-pages] img")?;
    window.settle()?;
    let outside = Outside::of(&window)?;
    let risk = risks(&window, "events", 1)?;
    window.execute(AT_TITLE, &json!([risk[0]]))?;
    outside.type_text(" ", FAST)?;
    std::thread::sleep(PAUSE * 3);
    window.execute(WATCH_PAGES, &json!([]))?;
    let mut times = Vec::with_capacity(ROUNDS);
    for round in 0..3 + ROUNDS {
        outside.type_text(&format!(" q{round}"), FAST)?;
        let time = window.wait_until("a page that shows what was typed", || {
            Ok(window.execute("return window.pageTimes.shift() ?? null", &json!([]))?.as_f64())
        })?;
        if round >= 3 {
            times.push(Duration::from_secs_f64(time / 1e3).saturating_sub(PAUSE));
        }
        std::thread::sleep(Duration::from_millis(300));
    }
    let times = Times::new(times);
    let what = "Pause in typing to the page of the report shown, the sample";
    rows.push(Row::new(format!("{what}, median"), ms(times.median())));
    let p99 = times.p99();
    rows.push(Row::new(format!("{what}, 99 of 100"), ms(p99)).aim("150 ms", p99.as_millis() < 150));
    Ok(())
}

/// Measures the sample and a project ten times its size.
pub(crate) fn measure(folder: &Path, rows: &mut Vec<Row>) -> Outcome {
    for (times, name, most) in [(1, "the sample", 50), (10, "a project ten times its size", 100)] {
        let place = Folder::within(folder)?;
        let mut app = App::open(OpenOptions::new(place.workspace()))?;
        large::make(&mut app, times)?;
        drop(app);
        let window = place.open()?;
        window.resize(1400, 900)?;
        click(&window, "project-sample")?;
        go(&window, SECTION)?;
        window.settle()?;
        let outside = Outside::of(&window)?;
        window.execute(WATCH, &json!([]))?;

        let scores = keys(&window, &outside, &risks(&window, "inherent", LISTS)?, AT_SCORE)?;
        let what = format!("Key to level and matrix shown, a score in {name}");
        rows.push(Row::new(format!("{what}, median"), ms(scores.median())));
        let p99 = scores.p99();
        rows.push(
            Row::new(format!("{what}, 99 of 100"), ms(p99))
                .aim(&format!("{most} ms"), p99.as_millis() < most),
        );
        let titles = keys(&window, &outside, &risks(&window, "events", 1)?, AT_TITLE)?;
        let what = format!("Key to title shown elsewhere, a title in {name}");
        for (of, time) in [("median", titles.median()), ("99 of 100", titles.p99())] {
            rows.push(Row::new(format!("{what}, {of}"), ms(time)));
            let without = time.saturating_sub(PAUSE);
            rows.push(Row::new("  without the pause before a text is written", ms(without)));
        }
    }
    pages(folder, rows)?;
    register(folder, rows)
}

/// Presses keys one after the other, each at the next of these rows. The script `focus` moves the focus and names the
/// key.
fn keys(window: &AppWindow, outside: &Outside, rows: &[Json], focus: &str) -> Outcome<Times> {
    let mut times = Vec::with_capacity(KEYS);
    for (round, row) in rows.iter().cycle().take(WARM + KEYS).enumerate() {
        let key = window.execute(focus, &json!([row]))?;
        let key = key.as_str().ok_or("no key to press")?;
        // By then, the work that follows the change before is done.
        std::thread::sleep(Duration::from_millis(100));
        outside.type_text(key, FAST)?;
        let time = window.wait_until(&format!("what key {key} changes"), || {
            Ok(window.execute("return window.shownTimes.shift() ?? null", &json!([]))?.as_f64())
        })?;
        if round >= WARM {
            times.push(Duration::from_secs_f64(time / 1e3));
        }
    }
    Ok(Times::new(times))
}

/// The first rows of a table, at most `most`.
fn risks(window: &AppWindow, table: &str, most: usize) -> Outcome<Vec<Json>> {
    let script = "return [...document.querySelectorAll(`[data-table=${arguments[0]}] [data-row]`)]
        .slice(0, arguments[1]).map((row) => row.dataset.row)";
    match window.execute(script, &json!([table, most]))? {
        Json::Array(rows) if !rows.is_empty() => Ok(rows),
        _ => Err(format!("the page has no rows in the table {table}").into()),
    }
}
