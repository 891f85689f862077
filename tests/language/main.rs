//! Both reports in the test language: no word stands in them that could not be translated.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value as Json, json};
use vurder_app::{App, OpenOptions};
use vurder_content::{Content, each_text};
use vurder_tests::{pdf, test_language};

/// The commands that make the sample project, one a line.
const SAMPLE: &str = include_str!("../../content/samples/cohort.jsonl");

/// What every word that a person wrote is replaced by, so that none is taken for a word of the program.
const WRITTEN: &str = "qq";

/// What is named by the text that a person wrote, and not written itself.
const NOT_WORDS: [&str; 4] = ["kind", "option", "date", "statement"];

/// The same with every word replaced: what is a link's target or a list of ids stays.
fn without_words(value: &mut Json) {
    let kind = value.get("kind").and_then(Json::as_str).unwrap_or_default().to_owned();
    if ["refs", "citations", "date", "level", "matrix"].contains(&kind.as_str()) {
        return;
    }
    match value {
        Json::String(text) => *text = blanked(text),
        Json::Array(items) => items.iter_mut().for_each(without_words),
        Json::Object(entries) => {
            let of_person = |key: &str| !NOT_WORDS.contains(&key);
            entries
                .iter_mut()
                .filter(|(key, _)| of_person(key))
                .for_each(|(_, v)| without_words(v));
        }
        _ => {}
    }
}

/// Markdown with its words replaced.
fn blanked(markdown: &str) -> String {
    let mut out = String::new();
    for (at, piece) in markdown.split("](").enumerate() {
        let (target, rest) = match (at, piece.find(')')) {
            (0, _) | (_, None) => ("", piece),
            (_, Some(end)) => piece.split_at(end),
        };
        if at > 0 {
            out.push_str("](");
            out.push_str(target);
        }
        let mut in_word = false;
        for c in rest.chars() {
            let is_word = c.is_alphabetic();
            if is_word && !in_word {
                out.push_str(WRITTEN);
            }
            if !is_word {
                out.push(c);
            }
            in_word = is_word;
        }
    }
    out
}

/// Facts that stand in a report: names of providers, references to laws.
fn facts() -> Vec<String> {
    let mut content = Content::embedded().clone();
    let mut facts: Vec<String> = content.packs.iter().map(|pack| pack.name.clone()).collect();
    each_text(&mut content, &mut |key, text| {
        if key.file == "law.yaml" {
            facts.push(text.clone());
        }
    });
    // The longest first, so that none is left in pieces.
    facts.sort_by_key(|fact| std::cmp::Reverse(fact.len()));
    facts.dedup();
    facts
}

/// The words that published addresses are made of: a long address is broken over lines.
fn words_of_addresses() -> BTreeSet<String> {
    let packs = &Content::embedded().packs;
    let pages = packs.iter().flat_map(|pack| pack.pages.iter().map(|page| page.address.as_str()));
    let documents = packs.iter().flat_map(|p| p.documents.iter().map(|d| d.address.as_str()));
    pages.chain(documents).flat_map(test_language::words_outside).collect()
}

fn report(app: &mut App, form: &str, out: &Path) -> String {
    app.call(
        "export",
        json!({"project": "sample", "form": form, "out": out, "date": "2026-12-15"}),
    )
    .unwrap();
    pdf::words(out).unwrap()
}

#[test]
fn both_reports_hold_no_word_that_could_not_be_translated() {
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
    for line in SAMPLE.lines().filter(|line| !line.trim().is_empty()) {
        let mut arguments: Json = serde_json::from_str(line).unwrap();
        let command = arguments["command"].as_str().unwrap().to_owned();
        let fields = arguments.as_object_mut().unwrap();
        fields.remove("command");
        for (key, value) in fields.iter_mut() {
            match key.as_str() {
                "language" => *value = test_language::TEST_LANGUAGE.into(),
                "value" | "title" | "note" => without_words(value),
                "values" => value.as_object_mut().unwrap().values_mut().for_each(without_words),
                _ => {}
            }
        }
        if let Err(error) = app.call(&command, arguments) {
            panic!("{line}\n{error}");
        }
    }

    let facts = facts();
    let addresses = words_of_addresses();
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for form in ["edpb-dpia", "rar"] {
        let mut text = report(&mut app, form, &folder.path().join(format!("{form}.pdf")));
        assert!(text.contains(test_language::MARKS.0), "{form} is in the test language");
        for fact in &facts {
            text = text.replace(fact.as_str(), " ");
        }
        // What holds a digit is a number or a name with one, and is the same in every language; so are addresses.
        let is_word = |token: &&str| !token.contains(|c: char| c.is_ascii_digit() || c == '@');
        let text = text.split(' ').filter(is_word).collect::<Vec<_>>().join(" ");
        for word in test_language::words_outside(&text) {
            let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_owned();
            if word != WRITTEN && !addresses.contains(&word) && word.chars().count() > 1 {
                *found.entry(format!("{form}: {word}")).or_default() += 1;
            }
        }
    }
    assert!(found.is_empty(), "words that come from no message file and no label: {found:#?}");
}
