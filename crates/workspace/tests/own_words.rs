//! The person's own dictionary: in the workspace, its backups and its dump, and in no project.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use given::{desk, options, project};
use rusqlite::Connection;
use vurder_workspace::{Dump, DumpFault, DumpOf, Error, Notice, SpellingChoice, Workspace};

fn words(workspace: &Workspace) -> Vec<String> {
    workspace.own_words().unwrap().into_iter().map(|own| own.word).collect()
}

#[test]
fn a_word_is_kept_once_and_can_be_taken_away() {
    let mut desk = desk();
    for word in ["kohort", "DPIA", "Kohort"] {
        desk.workspace.add_own_word(word).unwrap();
    }
    assert_eq!(words(&desk.workspace).len(), 2);
    assert!(desk.workspace.remove_own_word("kohort").unwrap());
    assert!(!desk.workspace.remove_own_word("kohort").unwrap(), "it is not there any more");
    assert_eq!(words(&desk.workspace), ["DPIA"]);
    for word in ["", "two words", "a\u{0}b", &"x".repeat(101)] {
        let refused = desk.workspace.add_own_word(word).unwrap_err();
        assert_eq!(refused.code(), "refused", "{word:?}");
    }
    desk.workspace.check().unwrap();
}

#[test]
fn they_go_with_the_backup_and_the_dump_and_with_no_project() {
    let mut desk = desk();
    desk.workspace.add_own_word("kohort").unwrap();
    let copy = tempfile::tempdir().unwrap();
    let backup = copy.path().join("copy.vurder");
    desk.workspace.backup_to(&backup).unwrap();
    assert_eq!(words(&Workspace::open(&backup, options(60)).unwrap()), ["kohort"]);

    let dump = desk.workspace.dump().unwrap();
    let mut loaded = Workspace::create(&copy.path().join("new.vurder"), options(60)).unwrap();
    loaded.add_own_word("rute").unwrap();
    loaded.load(&dump).unwrap();
    let mut both = words(&loaded);
    both.sort();
    assert_eq!(both, ["kohort", "rute"], "words that are there already stay");
    let of_project = desk.workspace.project_dump(&project("p"), DumpOf::default()).unwrap();
    assert!(!of_project.to_json().unwrap().contains("kohort"));

    let twice = Dump { words: [dump.words.clone(), dump.words.clone()].concat(), ..dump };
    let mut target = Workspace::create(&copy.path().join("other.vurder"), options(60)).unwrap();
    let refused = target.load(&twice).unwrap_err();
    let word_twice = |fault: &DumpFault| matches!(fault, DumpFault::WordTwice(_));
    assert!(matches!(&refused, Error::BadDump(fault) if word_twice(fault)), "{refused}");
}

#[test]
fn a_changed_word_is_found_when_the_workspace_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("study.vurder");
    let mut made = Workspace::create(&file, options(60)).unwrap();
    made.add_own_word("kohort").unwrap();
    drop(made);
    let conn = Connection::open(&file).unwrap();
    conn.execute("UPDATE own_word SET word = 'kohost'", []).unwrap();
    drop(conn);
    let refused = Workspace::open(&file, options(60)).unwrap_err();
    assert!(refused.to_string().contains("own_word kohost"), "{refused}");
}

/// A program that ends between the two writes leaves the words in both places, and the next start takes them over.
#[test]
fn words_of_an_earlier_program_leave_its_file_only_when_they_are_in_the_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("study.vurder");
    let mut made = Workspace::create(&file, options(60)).unwrap();
    let choice = SpellingChoice { on: false, folder: None, words: vec!["kohort".to_owned()] };
    made.choose_spelling(&choice).unwrap();
    made.adopt_own_words().unwrap();
    assert_eq!(words(&made), ["kohort"]);
    let left = made.spelling_choice().unwrap();
    assert_eq!(left, SpellingChoice { words: Vec::new(), ..choice.clone() });

    made.choose_spelling(&choice).unwrap();
    made.adopt_own_words().unwrap();
    assert_eq!(words(&made), ["kohort"], "once");
    let beside = folder.path().join("study.spelling.json");
    std::fs::write(&beside, "{\"words\": [\"rut").unwrap();
    assert_eq!(made.notices(), []);
    made.adopt_own_words().unwrap_err();
    assert_eq!(std::fs::read_to_string(&beside).unwrap(), "{\"words\": [\"rut");
    let [Notice::OwnWordsLeft { file, .. }] = made.notices() else {
        panic!("the person is told: {:?}", made.notices());
    };
    assert_eq!(file, &beside);
}
