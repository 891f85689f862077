//! The message files are readable and complete, and messages are put into words.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::Path;

use vurder_content::messages::{Argument, Message, check_messages};
use vurder_content::{Content, Files, Messages, Problem, msg};

#[test]
fn the_projects_messages_are_readable_and_complete() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let files = Files::read(&folder).unwrap();
    assert_eq!(check_messages(&files), []);
}

#[test]
fn a_message_is_found_with_its_arguments() {
    let messages = Messages::for_language("en");
    assert!(messages.has("kind-measure"));
    assert_eq!(messages.format(&msg::kind_measure()), "Measure");
    // No invisible marks stand around arguments, since the words go into files that people search.
    assert_eq!(messages.format(&msg::error_taken("æ")), "The name \"æ\" is taken.");
}

#[test]
fn english_stands_in_for_languages_that_are_not_there() {
    for language in ["da-DK", "en-GB", "not a language", ""] {
        let words = Messages::for_language(language).format(&msg::side_provided());
        assert_eq!(words, "Provided");
    }
}

#[test]
fn faults_in_message_files_are_named_with_their_line() {
    let mut files = Files::new("content");
    files.insert("locales/en/a.ftl", "one = One\ntwo = Two { $n\n\nthree = Three\n");
    files.insert("locales/en/b.ftl", "# words\nfour = Four\nthree = Drei\n");
    files.insert("locales/en/c.ftl", "six = Six { $n }\n");
    files.insert("locales/nb/a.ftl", "one = En\nthree = Tre\nfive = Fem\nsix = Seks { $m }\n");
    let found: Vec<String> = check_messages(&files).iter().map(Problem::to_string).collect();
    assert!(
        found.iter().any(|p| p.starts_with("content/locales/en/a.ftl:2: not readable")),
        "{found:?}"
    );
    assert!(!found.iter().any(|p| p.contains("in \"nb\"")), "a language in the making: {found:?}");
    for expected in [
        "content/locales/en/b.ftl:3: duplicate id: \"three\" stands already in content/locales/en/a.ftl:4",
        "content/locales/nb/a.ftl:3: \"five\" has no words in \"en\"",
        "content/locales/nb/a.ftl:4: \"six\" takes no argument \"m\" in English",
        "content/locales/nb/a.ftl:4: \"six\" lacks the argument \"n\"",
    ] {
        assert!(found.contains(&expected.to_owned()), "{expected} in {found:?}");
    }
}

#[test]
fn the_generated_list_holds_every_english_message_with_its_arguments() {
    let taken = msg::ALL.iter().find(|entry| entry.id.as_str() == "error-taken").unwrap();
    assert_eq!((taken.file, taken.arguments), ("errors", &["name"][..]));
    assert_eq!(taken.english, "The name \"{ $name }\" is taken.");
    let messages = Messages::for_language("en");
    for entry in msg::ALL {
        assert!(messages.has(entry.id.as_str()), "{} is not in the bundle", entry.id);
        let arguments = entry.arguments.iter().map(|name| (*name, Argument::from(7_u8))).collect();
        let words = messages.format(&Message { id: entry.id, arguments });
        assert!(!words.contains("{$") && !words.contains("[no"), "{}: {words}", entry.id);
    }
}

#[test]
fn a_message_may_be_an_argument_of_another() {
    let messages = Messages::for_language("en");
    let whole = msg::change_of(msg::change_add_row(), "Risk");
    assert_eq!(messages.format(&whole), "new row (Risk)");
}

#[test]
fn messages_that_a_language_lacks_are_listed_at_their_english_line() {
    let mut files = Files::new("content");
    files.insert("locales/en/a.ftl", "# words\none = One\ntwo = Two\n");
    files.insert("locales/nb/b.ftl", "one = En\n");
    let missing = vurder_content::missing_words(Content::embedded(), &files);
    let missing: Vec<String> = missing.iter().map(Problem::to_string).collect();
    let two = "content/locales/en/a.ftl:3: \"two\" has no words in \"nb\"";
    assert!(missing.contains(&two.to_owned()), "{missing:?}");
    assert!(!missing.iter().any(|line| line.contains("\"one\"")), "{missing:?}");
}
