//! Content in another language: overlays replace texts of the English base, and problems and gaps in them are reported.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use vurder_content::{
    Content, Files, Problem, each_text, missing_words, overlay, spoken_language, spoken_languages,
    written_overlay,
};
use vurder_model::provider::PageBlock;
use vurder_model::template::Block;

/// Words of an invented language.
fn strange(english: &str) -> String {
    format!("x{english}")
}

/// An overlay for every text of the content.
fn complete() -> Files {
    let mut files = Files::new("content");
    for (path, text) in written_overlay(Content::embedded(), "xx", &mut |_, text| strange(text)) {
        files.insert(path, text);
    }
    files
}

fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(Problem::to_string).collect()
}

fn of(path: &str, text: &str) -> Files {
    let mut files = Files::new("content");
    files.insert(path, text);
    files
}

#[test]
fn looking_at_every_text_changes_nothing() {
    let mut content = Content::embedded().clone();
    each_text(&mut content, &mut |_, _| {});
    assert_eq!(&content, Content::embedded(), "joined texts are joined as when they were read");
}

#[test]
fn a_complete_overlay_leaves_no_english_word_and_changes_no_fact() {
    let english = Content::embedded();
    let overlaid = overlay(english, &complete(), "xx");
    assert_eq!(lines(&overlaid.problems), [""; 0]);
    assert_eq!(lines(&overlaid.missing), [""; 0]);
    let content = overlaid.content;

    let field = |content: &Content| {
        let registers = &content.templates.registers;
        let register = registers.iter().find(|r| r.id == "data_item").unwrap();
        register.field("special").unwrap().clone()
    };
    let (was, is) = (field(english), field(&content));
    assert_eq!(is.label, strange(&was.label));
    assert_eq!(is.law, was.law.iter().map(|law| strange(law)).collect::<Vec<_>>());
    assert_eq!(is.options[0].label, strange(&was.options[0].label));
    assert_eq!(is.options[0].id, was.options[0].id);

    let form = &content.templates.templates[0];
    let reasons = form.sections[0].parts.iter().flat_map(|p| &p.blocks).find_map(|b| match b {
        Block::Field(field) if field.id == "reasons" => Some(field),
        _ => None,
    });
    let groups: BTreeSet<_> = reasons.unwrap().options.iter().map(|o| o.group.clone()).collect();
    assert_eq!(groups.len(), 5, "options that shared a group still share it: {groups:?}");

    let (was, is) =
        (english.pack_at("hunt-cloud", "1").unwrap(), content.pack_at("hunt-cloud", "1").unwrap());
    assert_eq!(is.name, was.name, "a name is a fact");
    let (was, is) = (&was.statements[0], &is.statements[0]);
    assert_eq!(is.words, strange(&was.words));
    assert_eq!(
        is.hash, was.hash,
        "the hash tells whether the published words changed, in every language"
    );
    assert_eq!(is.sources[0].heading, strange(&was.sources[0].heading));
    assert_eq!(is.sources[0].page_title, strange(&was.sources[0].page_title));
    assert_eq!(is.sources[0].address, was.sources[0].address);
}

#[test]
fn what_a_language_lacks_is_listed_and_english_stands_in() {
    let files = of(
        "labels/xx/registers.yaml",
        "controller:\n  one: Verantwortlicher\n  fields:\n    name:\n      label: Name\n",
    );
    let overlaid = overlay(Content::embedded(), &files, "xx");
    assert_eq!(lines(&overlaid.problems), [""; 0]);
    let register = &overlaid.content.templates.registers[0];
    assert_eq!(
        (register.one.as_str(), register.many.as_str()),
        ("Verantwortlicher", "controllers")
    );
    let missing = lines(&overlaid.missing);
    let many = "content/labels/xx/registers.yaml:1: \"controller.many\" has no words in \"xx\"";
    assert!(missing.contains(&many.to_owned()), "{missing:?}");
    assert!(!missing.iter().any(|line| line.contains("\"controller.one\"")), "{missing:?}");
    assert!(lines(&missing_words(Content::embedded(), &files)).contains(&many.to_owned()));
}

#[test]
fn a_key_that_leads_to_no_text_is_named_with_its_line() {
    let wrong = |path: &str, text: &str| {
        lines(&overlay(Content::embedded(), &of(path, text), "xx").problems)
    };
    assert_eq!(
        wrong("labels/xx/registers.yaml", "controller:\n  one: C\n  plural: CC\n"),
        [
            "content/labels/xx/registers.yaml:3: \"plural\" is not known here; there can be: fields, many, one"
        ]
    );
    assert_eq!(
        wrong("labels/xx/topics.yaml", "topics:\n  backup: Sikkerhetskopi\n"),
        ["content/labels/xx/topics.yaml:2: here stand keys: question, title"]
    );
    assert_eq!(
        wrong("labels/xx/topics.yaml", "topics:\n  backup:\n    title: [a]\n"),
        ["content/labels/xx/topics.yaml:3: words are expected here"]
    );
    let file = wrong("labels/xx/dpia.yaml", "title: T\n").join("");
    assert!(
        file.starts_with(
            "content/labels/xx/dpia.yaml:1: no content is translated in a file of this name"
        ) && file.contains("edpb-dpia-1.0.yaml"),
        "{file}"
    );
}

#[test]
fn a_translated_page_leads_where_the_english_one_leads() {
    let text = "pages:\n  compliance:\n    texts:\n      \"1\": Uten lenke.\n";
    let files = of("labels/xx/providers/hunt-cloud/1.yaml", text);
    let found = lines(&overlay(Content::embedded(), &files, "xx").problems);
    let pack = Content::embedded().pack_at("hunt-cloud", "1").unwrap();
    let first = pack.page("hunt-cloud/compliance").unwrap().body.iter().find_map(|b| match b {
        PageBlock::Text { text } => Some(text.to_markdown()),
        _ => None,
    });
    assert!(first.unwrap().contains("]("), "the page's first text has a link");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("content/labels/xx/providers/hunt-cloud/1.yaml:4: "), "{found:?}");
    assert!(found[0].contains("has other links than the English text"), "{found:?}");
}

#[test]
fn only_complete_languages_are_spoken() {
    assert_eq!(spoken_languages(), ["en"]);
    for asked_for in ["en", "en-GB", "nb", "da-DK", "not a language", ""] {
        assert_eq!(spoken_language(asked_for), "en", "{asked_for}");
        assert!(std::ptr::eq(Content::in_language(asked_for), Content::embedded()));
    }
}
