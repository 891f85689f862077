//! Every screen in the test language: every word can be translated, and longer words fit.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vurder_app::{App, OpenOptions};
use vurder_tests::app_window::{AppWindow, Folder};
use vurder_tests::blanked_sample::{self, WRITTEN};
use vurder_tests::webdriver::Driven;
use vurder_tests::{layout, test_language, walk};

/// A script that returns what a person reads or hears: visible texts, and texts in attributes. The names of keys are
/// left out, and so are examples from the sample study, which is written in English.
const READ: &str = "const found = [document.title];
    const unread = 'input, textarea, script, style, kbd, p[lang=en]';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!parent || parent.closest(unread)) continue;
        const shown = parent.tagName === 'OPTION' ? parent.closest('select') : parent;
        if (shown?.checkVisibility({ visibilityProperty: true })) found.push(node.textContent.trim());
    }
    const attributes = ['title', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext',
        'placeholder', 'alt', 'data-prompt'];
    for (const name of attributes) {
        for (const e of document.body.querySelectorAll(`[${name}]`)) found.push(e.getAttribute(name).trim());
    }
    return [...new Set(found.filter((text) => text))];";

/// What a walk through the screens found.
#[derive(Default)]
struct Look {
    facts: Vec<String>,
    addresses: BTreeSet<String>,
    /// Words that come from no message file and no label, with their text and the first screen that shows it.
    untranslatable: Vec<String>,
    seen: BTreeSet<String>,
    /// What does not fit, with the screen.
    layout_faults: Vec<String>,
}

impl Look {
    fn at(&mut self, window: &AppWindow, screen: &str) -> Driven {
        window.settle()?;
        let found = window.execute(READ, &json!([]))?;
        for text in found.as_array().into_iter().flatten().filter_map(Value::as_str) {
            let outside = self.untranslated(text);
            if !outside.is_empty() && self.seen.insert(text.to_owned()) {
                let words = outside.join(" ");
                self.untranslatable.push(format!("{screen}: {words} in \"{text}\""));
            }
        }
        let layout_faults = layout::faults(window)?;
        self.layout_faults
            .extend(layout_faults.into_iter().map(|what| format!("{screen}: {what}")));
        Ok(())
    }

    /// The words of a text that should be in the test language and are not. Words of a person, and words that are the
    /// same in every language, are left out.
    fn untranslated(&self, text: &str) -> Vec<String> {
        let mut text = text.to_owned();
        for fact in &self.facts {
            text = text.replace(fact.as_str(), " ");
        }
        let same = |token: &&str| {
            token.contains(|c: char| c.is_ascii_digit() || c == '@')
                || token.contains("://")
                || NAMES_OF_FILES.iter().any(|end| token.ends_with(end))
                || DICTIONARIES.contains(token)
                || token.trim_matches(|c: char| !c.is_alphanumeric() && c != '/').starts_with('/')
        };
        let text = text.split_whitespace().filter(|t| !same(t)).collect::<Vec<_>>().join(" ");
        let words = test_language::words_outside(&text).into_iter();
        words
            .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()).to_owned())
            .filter(|word| {
                word != WRITTEN
                    && !self.addresses.contains(word)
                    && !SAME.contains(&word.as_str())
                    && word.chars().count() > 1
            })
            .collect()
    }
}

/// The name of the program, and the words that the webview itself writes for days, times and languages: it takes the
/// test language for a kind of English.
const SAME: [&str; 31] = [
    "Vurder",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Mon",
    "Tue",
    "Wed",
    "Thu",
    "Fri",
    "Sat",
    "Sun",
    "AM",
    "PM",
    "kB",
    "MB",
    "English",
    "Norwegian",
    "Bokmål",
    "Nynorsk",
    "Danish",
    "Pseudo",
    "Accents",
];

/// Parts of the names and the media types of the files that the sample attaches.
const NAMES_OF_FILES: [&str; 5] =
    [".txt", ".png", "text/plain", "image/png", "application/octet-stream"];

/// The names of spelling dictionaries that the computer may have.
const DICTIONARIES: [&str; 5] = ["en_GB", "en_US", "nb_NO", "nn_NO", "da_DK"];

/// One walk for all screens, since it is long. The sample is made while no window is open: no other program may have
/// opened the file.
#[test]
#[ignore = "run by the window lane"]
fn every_screen_in_the_test_language_is_translated_and_fits_the_smallest_window() {
    let mut look = Look {
        facts: test_language::facts(),
        addresses: test_language::words_of_addresses(),
        ..Look::default()
    };
    let window = Folder::new().unwrap().open_in_test_language().unwrap();
    window.resize(1024, 700).unwrap();
    let mut at = |window: &AppWindow, screen: &str| look.at(window, screen);
    let first = walk::first_start(&window, WRITTEN, &mut at);
    let folder = window.kill();

    vurder_content::use_language_folder(folder.path().join("language"));
    let language = test_language::TEST_LANGUAGE.to_owned();
    let options = OpenOptions { language, ..OpenOptions::new(folder.workspace()) };
    let mut app = App::open(options).unwrap();
    blanked_sample::make(&mut app, test_language::TEST_LANGUAGE).unwrap();
    blanked_sample::unset_scales(&mut app).unwrap();
    drop(app);

    let window = folder.open_in_test_language().unwrap();
    window.resize(1024, 700).unwrap();
    let second =
        walk::go(&window, "#/p/sample").and_then(|()| walk::sample(&window, WRITTEN, &mut at));

    let Look { untranslatable, layout_faults, .. } = look;
    assert!(
        untranslatable.is_empty() && layout_faults.is_empty(),
        "{} texts hold words that come from no message file and no label:\n{}\n{} things do not fit:\n{}\n\
         {first:?} {second:?}",
        untranslatable.len(),
        untranslatable.join("\n"),
        layout_faults.len(),
        layout_faults.join("\n")
    );
    first.unwrap();
    second.unwrap();
}
