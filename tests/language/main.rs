//! Both reports in the test language: every word in them can be translated.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;
use vurder_app::{App, OpenOptions};
use vurder_tests::blanked_sample::{self, WRITTEN};
use vurder_tests::{pdf, test_language};

fn report(app: &mut App, form: &str, out: &Path) -> String {
    app.call(
        "export",
        json!({"project": "sample", "form": form, "out": out, "date": "2026-12-15"}),
    )
    .unwrap();
    pdf::words(out).unwrap()
}

/// The words of the reports that should be in the test language and are not, each with its number.
fn words_of_the_program(app: &mut App, folder: &Path) -> BTreeMap<String, usize> {
    let facts = test_language::facts();
    let addresses = test_language::words_of_addresses();
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for form in ["screening", "edpb-dpia", "rar"] {
        let mut text = report(app, form, &folder.join(format!("{form}.pdf")));
        assert!(text.contains(test_language::MARKS.0), "{form} is in the test language");
        for fact in &facts {
            text = text.replace(fact.as_str(), " ");
        }
        // A token with a digit is a number, or a name with one, and is the same in every language; so is an address.
        let is_word = |token: &&str| !token.contains(|c: char| c.is_ascii_digit() || c == '@');
        let text = text.split(' ').filter(is_word).collect::<Vec<_>>().join(" ");
        for word in test_language::words_outside(&text) {
            let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_owned();
            if word != WRITTEN && !addresses.contains(&word) && word.chars().count() > 1 {
                *found.entry(format!("{form}: {word}")).or_default() += 1;
            }
        }
    }
    found
}

#[test]
fn the_reports_hold_no_word_that_could_not_be_translated() {
    let folder = tempfile::tempdir().unwrap();
    test_language::write(folder.path()).unwrap();
    vurder_content::use_language_folder(folder.path());
    assert!(
        vurder_content::spoken_languages().contains(&test_language::TEST_LANGUAGE.to_owned()),
        "what the program makes is complete"
    );

    let options = OpenOptions {
        language: test_language::TEST_LANGUAGE.to_owned(),
        ..OpenOptions::new(folder.path().join("sample.vurder"))
    };
    let mut app = App::open(options).unwrap();
    blanked_sample::make(&mut app, test_language::TEST_LANGUAGE).unwrap();

    let found = words_of_the_program(&mut app, folder.path());
    assert!(found.is_empty(), "words that come from no message file and no label: {found:#?}");

    blanked_sample::unset_scales(&mut app).unwrap();
    let found = words_of_the_program(&mut app, folder.path());
    assert!(found.is_empty(), "words of a project that has set no scale: {found:#?}");
    let text = report(&mut app, "edpb-dpia", &folder.path().join("customary.pdf"));
    assert!(text.contains("«Noticeable"), "the customary levels are in the language too");
}
