//! Spelling: dictionaries in a folder, words that a person allows, and files that are not dictionaries.

use std::path::Path;

use serde_json::{Value as Json, json};
use vurder_app::{BegunCommand, ErrorCode};

use crate::desk::Desk;

const AFF: &str = "SET UTF-8\nTRY esianrtolcdugmphbyfvkw\n";

fn put(folder: &Path, name: &str, aff: &str, words: &str) {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join(format!("{name}.aff")), aff).unwrap();
    let words = format!("{}\n{}\n", words.split(' ').count(), words.replace(' ', "\n"));
    std::fs::write(folder.join(format!("{name}.dic")), words).unwrap();
}

/// A project whose texts are checked with a dictionary of a few words.
fn with_dictionary() -> (Desk, std::path::PathBuf) {
    let mut desk = Desk::with_project();
    let folder = desk.path("dictionaries");
    put(&folder, "en_GB", AFF, "the processor keeps data");
    put(&folder, "da_DK", AFF, "den databehandler");
    desk.ok("choose_spelling", json!({"on": true, "folder": folder}));
    (desk, folder)
}

fn unknown(desk: &mut Desk, text: &str) -> Vec<String> {
    let told = desk.ok("check_spelling", json!({"project": "p", "texts": [text]}));
    let units: Vec<u16> = text.encode_utf16().collect();
    let word = |one: &Json| {
        let at = |end: &str| one[end].as_u64().unwrap() as usize;
        String::from_utf16_lossy(&units[at("from")..at("to")])
    };
    told["unknown"][0].as_array().unwrap().iter().map(word).collect()
}

#[test]
fn texts_are_checked_in_the_language_of_the_project_and_what_the_person_says_is_right_is() {
    let (mut desk, _) = with_dictionary();
    let text = "The procesor \u{fffc} keeps 😀 kohort data (R7, https://a.example/rute).";
    assert_eq!(unknown(&mut desk, text), ["procesor", "kohort"]);
    let near = desk.ok("suggest_spelling", json!({"project": "p", "word": "procesor"}));
    assert_eq!(near["words"][0], "processor");

    let told = desk.ok("ignore_word", json!({"project": "p", "word": "Kohort"}));
    assert_eq!(unknown(&mut desk, text), ["procesor"]);
    desk.refused("ignore_word", json!({"project": "p", "word": "kohort"}), ErrorCode::Taken);
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(unknown(&mut desk, text), ["procesor", "kohort"]);
    assert!(told["row"].is_string());

    let told = desk.ok("add_word", json!({"word": "kohort"}));
    assert_eq!(told["words"], json!(["kohort"]));
    let mut desk = desk.reopened();
    assert_eq!(unknown(&mut desk, text), ["procesor"], "also after the program was closed");
    desk.ok("remove_word", json!({"word": "kohort"}));
    assert_eq!(unknown(&mut desk, text), ["procesor", "kohort"]);
    desk.refused("remove_word", json!({"word": "kohort"}), ErrorCode::NotFound);
    for word in ["", "two words", "12", &"a".repeat(101)] {
        desk.refused("add_word", json!({ "word": word }), ErrorCode::WrongValue);
    }

    desk.ok("change_project", json!({"project": "p", "language": "da"}));
    assert_eq!(unknown(&mut desk, "Den databehandler keeps"), ["keeps"]);
}

#[test]
fn a_word_that_is_ignored_goes_out_with_no_report() {
    let (mut desk, _) = with_dictionary();
    desk.ok("ignore_word", json!({"project": "p", "word": "kohort"}));
    let out = desk.path("dpia.pdf");
    desk.ok("export", json!({"project": "p", "form": "dpia", "out": out, "with_project": true}));
    let mut other = Desk::new();
    other.ok("load", json!({"from": out}));
    assert!(!other.state("p").to_string().contains("kohort"));
    let told = desk.ok("spelling", json!({"project": "p"}));
    assert_eq!(told["ignored"][0]["word"], "kohort");
}

#[test]
fn without_a_dictionary_that_can_be_used_nothing_is_unknown_and_the_person_is_told_why() {
    let (mut desk, folder) = with_dictionary();
    let check = json!({"project": "p", "texts": ["procesor"]});
    desk.ok("choose_spelling", json!({"on": false, "folder": folder}));
    let told = desk.ok("check_spelling", check.clone());
    assert_eq!((&told["dictionary"], &told["unknown"]), (&Json::Null, &json!([[]])), "off");

    let large = std::fs::File::options().write(true).open(folder.join("en_GB.dic")).unwrap();
    large.set_len(100 << 20).unwrap();
    desk.ok("choose_spelling", json!({"on": true, "folder": folder}));
    let told = desk.ok("check_spelling", check.clone());
    let problem = told["problem"].as_str().unwrap();
    assert!(problem.contains("en_GB.dic") && problem.contains("100 MB"), "{problem}");
    assert_eq!(told["unknown"], json!([[]]), "and the program goes on");

    std::fs::write(folder.join("en_GB.dic"), "1\nprocessor\n").unwrap();
    std::fs::write(folder.join("en_GB.aff"), "SFX S Y notanumber\n").unwrap();
    desk.ok("choose_spelling", json!({"on": true, "folder": folder}));
    let told = desk.ok("check_spelling", check);
    assert!(told["problem"].as_str().unwrap().contains("en_GB.dic"), "{told}");

    let gone = json!({"on": true, "folder": desk.path("gone")});
    let refused = desk.refused("choose_spelling", gone, ErrorCode::NotFound);
    assert!(refused.message.contains("gone") && !refused.help.is_empty());
    let texts = json!({"project": "p", "texts": ["a".repeat(1_000_001)]});
    desk.refused("check_spelling", texts, ErrorCode::TooLarge);
}

#[test]
fn a_file_of_settings_that_can_not_be_read_is_named_and_left_as_it_is() {
    let (desk, _) = with_dictionary();
    let chosen = settings_file(&desk);
    std::fs::write(&chosen, "{\"words\": [\"koh").unwrap();
    let mut desk = desk.reopened();
    for (name, arguments) in [("spelling", json!({})), ("choose_spelling", json!({"on": true}))] {
        let refused = desk.refused(name, arguments, ErrorCode::Damaged);
        assert!(refused.message.contains(".spelling.json"), "{}", refused.message);
    }
    assert_eq!(std::fs::read_to_string(&chosen).unwrap(), "{\"words\": [\"koh");
    desk.ok("check_spelling", json!({"project": "p", "texts": ["kohort"]}));
}

fn settings_file(desk: &Desk) -> std::path::PathBuf {
    std::fs::read_dir(desk.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.to_string_lossy().ends_with(".spelling.json"))
        .unwrap()
}

/// Programs before format 5 of the workspace kept the own dictionary in the file of settings.
#[test]
fn own_words_of_an_earlier_program_are_taken_into_the_workspace() {
    let (mut desk, folder) = with_dictionary();
    desk.ok("add_word", json!({"word": "Kohort"}));
    let chosen = settings_file(&desk);
    let of_then = json!({"on": true, "folder": folder, "words": ["kohort", "rute", "two words"]});
    std::fs::write(&chosen, of_then.to_string()).unwrap();
    let own_words = |desk: &mut Desk| {
        let told = desk.ok("spelling", json!({}));
        let words = told["words"].as_array().unwrap().iter();
        words
            .map(|word| word.as_str().unwrap().to_owned())
            .collect::<std::collections::BTreeSet<_>>()
    };
    let both = ["Kohort", "rute"].map(str::to_owned).into();
    let mut desk = desk.reopened();
    assert_eq!(own_words(&mut desk), both);
    assert_eq!(unknown(&mut desk, "the rute keeps two words"), ["two", "words"]);
    let left: Json = serde_json::from_slice(&std::fs::read(&chosen).unwrap()).unwrap();
    assert_eq!(left["words"], json!(["two words"]), "what the workspace does not take stays");

    std::fs::remove_file(chosen).unwrap();
    let mut desk = desk.reopened();
    assert_eq!(own_words(&mut desk), both, "also without that file");
}

/// The own dictionary has room for 20,000 words. A full one refuses new words only.
#[test]
fn a_full_dictionary_takes_a_word_that_it_has() {
    let (desk, folder) = with_dictionary();
    let words: Vec<String> = (0..20_000).map(|n| format!("word{n}")).collect();
    let of_then = json!({"on": true, "folder": folder, "words": words});
    std::fs::write(settings_file(&desk), of_then.to_string()).unwrap();
    let mut desk = desk.reopened();

    let told = desk.ok("add_word", json!({"word": "Word7"}));
    assert_eq!(told["words"].as_array().unwrap().len(), 20_000, "it is there already");
    desk.refused("add_word", json!({"word": "kohort"}), ErrorCode::TooLarge);
}

#[test]
fn what_is_answered_aside_is_what_the_command_answers() {
    let (mut desk, _) = with_dictionary();
    for (name, arguments) in [
        ("check_spelling", json!({"project": "p", "texts": ["the procesor", "data"]})),
        ("suggest_spelling", json!({"project": "p", "word": "procesor"})),
    ] {
        let begun = desk.app.begin(name, arguments.clone()).unwrap();
        let BegunCommand::Unfinished(rest) = begun else { panic!("{name} is answered at once") };
        // Meanwhile, the workspace can do other work.
        let answered = std::thread::spawn(rest);
        desk.ok("status", json!({}));
        assert_eq!(answered.join().unwrap().unwrap(), desk.ok(name, arguments));
    }
    assert!(matches!(desk.app.begin("status", json!({})).unwrap(), BegunCommand::Answered(_)));
}
