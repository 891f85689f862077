//! How many actions a person takes from the first start to the PDF of a first DPIA draft, in the real window.
//!
//! The draft is small: two kinds of data, two purposes, three risks, five citations. The person knows the study and
//! the program. The minutes are an estimate of the Keystroke-Level Model (Card, Moran and Newell 1980): its times for a
//! key, for pointing, for a click and for making up one's mind before an action. The time to find words is not in it.

use std::path::Path;

use serde_json::{Value as Json, json};
use vurder_tests::app_window::{AppWindow, Folder};
use vurder_tests::pdf;
use vurder_tests::walk::gone;
use vurder_tests::webdriver::{Driven, Element};

use crate::Outcome;
use crate::table::Row;

/// The times of the Keystroke-Level Model, in seconds: a key of an average typist, pointing at a target, a click of the
/// mouse, and making up one's mind.
const KEY: f64 = 0.28;
const POINT: f64 = 1.1;
const CLICK: f64 = 0.2;
const MIND: f64 = 1.35;

/// The number of actions and of minutes that the first draft may take.
const MOST_ACTIONS: usize = 250;
const MOST_MINUTES: f64 = 10.0;

/// A person at the window, with the number of actions so far.
struct Person<'a> {
    window: &'a AppWindow,
    clicks: usize,
    scrolls: usize,
    keys: usize,
    texts: usize,
    letters: usize,
}

impl Person<'_> {
    /// Clicks the element, to which the person scrolls where it is out of sight.
    fn click(&mut self, css: &str) -> Driven {
        let element = self.window.wait_for(css)?;
        self.click_it(&element)
    }

    /// Clicks the first such element with this name.
    fn click_named(&mut self, css: &str, name: &str) -> Driven {
        let element = self.window.wait_for_named(css, name)?;
        self.click_it(&element)
    }

    fn click_it(&mut self, element: &Element) -> Driven {
        let hidden = "const at = arguments[0].getBoundingClientRect();
            return at.bottom < 0 || at.top > innerHeight - 10";
        if self.window.execute(hidden, &json!([element.reference()]))? == true {
            self.scrolls += 1;
        }
        self.clicks += 1;
        self.window.click(element)
    }

    fn press(&mut self, chord: &str) -> Driven {
        self.keys += 1;
        self.window.press(chord)
    }

    /// Writes a text where the caret stands.
    fn write(&mut self, text: &str) -> Driven {
        self.texts += 1;
        self.letters += text.chars().count();
        self.window.type_text(text)
    }

    /// Cites the first statement that is found for these words, where the caret stands.
    fn cite(&mut self, words: &str) -> Driven {
        self.press("@")?;
        self.window.wait_for("[data-testid=cite-popup] input:focus")?;
        self.write(words)?;
        let script = "return document.querySelector('[data-testid=statement-option][aria-selected=true] .words')
            ?.textContent.toLowerCase() ?? ''";
        self.window.wait_until("a statement with these words", || {
            let first = self.window.execute(script, &json!([]))?;
            Ok(first.as_str().unwrap_or_default().contains(words).then_some(()))
        })?;
        self.press("Enter")?;
        gone(self.window, "[data-testid=cite-popup]")
    }

    fn actions(&self) -> usize {
        self.clicks + self.scrolls + self.keys + self.texts
    }

    fn minutes(&self) -> f64 {
        let typed = (self.keys + self.letters) as f64 * KEY;
        // A turn of the wheel takes as long as pointing.
        let pointed = self.clicks as f64 * (POINT + CLICK) + self.scrolls as f64 * POINT;
        (typed + pointed + self.actions() as f64 * MIND) / 60.0
    }
}

/// Writes the first draft in the window, and adds what it took.
pub(crate) fn measure(folder: &Path, rows: &mut Vec<Row>) -> Outcome {
    let window = Folder::within(folder)?.open()?;
    window.resize(1400, 900)?;
    let mut person =
        Person { window: &window, clicks: 0, scrolls: 0, keys: 0, texts: 0, letters: 0 };
    let texts = draft(&mut person)?;
    let words = pdf::words(&window.folder().save_path())?;
    if let Some(lost) = texts.iter().find(|text| !words.contains(**text)) {
        return Err(format!("the PDF lacks \"{lost}\"").into());
    }
    let Person { clicks, scrolls, keys, texts, letters, .. } = person;
    let what = "Actions from the first start to the PDF of a first draft";
    let actions = person.actions();
    rows.push(
        Row::new(what, actions.to_string()).aim(&format!("{MOST_ACTIONS}"), actions < MOST_ACTIONS),
    );
    rows.push(Row::new(
        format!("  {clicks} clicks, {scrolls} scrolls, {keys} keys, {texts} texts; letters"),
        letters.to_string(),
    ));
    let minutes = person.minutes();
    rows.push(
        Row::new("  estimated by the Keystroke-Level Model", format!("{minutes:.1} min"))
            .aim(&format!("{MOST_MINUTES} min"), minutes < MOST_MINUTES),
    );
    Ok(())
}

/// Writes the draft and exports it. Returns texts that its PDF must have.
fn draft(person: &mut Person<'_>) -> Outcome<Vec<&'static str>> {
    const TITLE: &str = "Sleep and heart on a small island";
    const SCOPE: &str = "Sleep recordings of 1,200 participants, from collection to deletion.";
    person.click("[data-testid=new-project]")?;
    person.click("[data-testid=title]")?;
    person.write(TITLE)?;
    person.press("Tab")?;
    person.write("University Hospital of Fjordby")?;
    person.click("[data-testid=provider-hunt-cloud]")?;
    person.click("[data-testid=create]")?;

    person.click("[data-testid=open-edpb-dpia-0]")?;
    person.click_named("textarea", "Internal name")?;
    person.write("SLEEP-1")?;
    person.click_named("[role=textbox]", "Scope of this DPIA")?;
    person.write(SCOPE)?;
    let nights = data_and_purposes(person)?;
    let deletion = measures(person)?;
    risks(person)?;

    person.click("[data-testid=go-export]")?;
    person.click("[data-testid=export-screening]")?;
    person.click("[data-testid=export-rar]")?;
    person.click("[data-testid=export-save]")?;
    // The person agrees to the name that the dialog of the system proposes.
    person.keys += 1;
    person.window.wait_for("[data-testid=exported]")?;
    Ok(vec![TITLE, SCOPE, nights, deletion, "[5]"])
}

/// Two kinds of data, two purposes, and the nature of the processing with the first citation.
fn data_and_purposes(person: &mut Person<'_>) -> Outcome<&'static str> {
    const NIGHTS: &str = "Nights of each participant, recorded at home for two weeks.";
    person.click("[data-testid=section-edpb-dpia-1]")?;
    person.click("[data-testid=add-data_items]")?;
    person.write("Sleep recordings")?;
    person.press("Tab")?;
    person.write(NIGHTS)?;
    person.press("Ctrl+Enter")?;
    person.write("Health records")?;
    person.press("Tab")?;
    person.write("Diagnoses of heart disease from the hospital's own records.")?;
    person.click("[data-testid=add-purposes]")?;
    person.write("To learn whether short sleep precedes heart disease")?;
    person.press("Ctrl+Enter")?;
    person.write("To let other researchers check the result")?;
    person.click_named("[role=textbox]", "Nature")?;
    person.write("The recordings lie in a lab of the provider and are analysed there. ")?;
    person.cite("internal audit")?;
    Ok(NIGHTS)
}

/// One measure of the controller that cites a statement, and three that are made from statements.
fn measures(person: &mut Person<'_>) -> Outcome<&'static str> {
    const DELETION: &str = "Recordings are deleted five years after the last night.";
    person.click("[data-testid=section-edpb-dpia-2]")?;
    person.click("[data-testid=add-principles-storage-limitation]")?;
    person.write(DELETION)?;
    person.press("Space")?;
    person.cite("delet")?;
    let mut shown = Json::Null;
    for subject in ["data-minimisation", "integrity-confidentiality", "accountability"] {
        person.click(&format!("[data-testid=seek-principles-{subject}]"))?;
        // The person reads the list of this subject, not the one of the subject before.
        let first = "return document.querySelector('[data-testid=panel] li .words')?.textContent";
        shown = person.window.wait_until("statements on the subject", || {
            let now = person.window.execute(first, &json!([]))?;
            Ok((now.is_string() && now != shown).then_some(now))
        })?;
        person.click("[data-testid=panel] li input[type=checkbox]")?;
        person.click("[data-testid=use-as-measures]")?;
        gone(person.window, "[data-testid=use-as-measures]")?;
    }
    Ok(DELETION)
}

/// Three risks of the catalogue, scored before treatment for the data subjects.
fn risks(person: &mut Person<'_>) -> Outcome {
    person.click("[data-testid=go-risks]")?;
    person.click("[data-testid=from-catalogue]")?;
    for (sought, scenario) in [
        ("malware", "ransomware"),
        ("keys", "encryption-keys-lost"),
        ("linkage", "recognised-by-linkage"),
    ] {
        person.click("[data-testid=scenario-search]")?;
        person.press("Ctrl+A")?;
        person.write(sought)?;
        person.click(&format!("[data-testid=show-{scenario}]"))?;
        person.click(&format!("[data-testid=pick-{scenario}]"))?;
    }
    person.press("Escape")?;
    gone(person.window, "[data-testid=scenarios]")?;
    let script = "return [...document.querySelectorAll('[data-testid=risk-list] [data-row]')]
        .map((row) => row.dataset.row)";
    let Json::Array(risks) = person.window.execute(script, &json!([]))? else {
        return Err("the register has no rows".into());
    };
    let scores = [["2", "4"], ["2", "3"], ["1", "4"]];
    if risks.len() != scores.len() {
        return Err(format!("the register has {} risks", risks.len()).into());
    }
    for (risk, [likelihood, severity]) in risks.iter().zip(scores) {
        let risk = risk.as_str().unwrap_or_default();
        person.click(&format!("[data-testid='score-{risk}-before-likelihood']"))?;
        person.press(likelihood)?;
        person.press("Right")?;
        person.press(severity)?;
    }
    let placed =
        "return document.querySelectorAll('[data-testid=matrix-before] [data-moves]').length";
    person.window.wait_until("three risks in the matrix", || {
        Ok((person.window.execute(placed, &json!([]))? == 3).then_some(()))
    })?;
    Ok(())
}
