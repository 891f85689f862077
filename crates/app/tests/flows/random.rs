//! Laws for random commands in any order: undoing everything gives the start, redoing everything gives the end, and
//! every form can be shown.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, choice, choices, level, line, refs, text};

const ROWS: [&str; 6] = ["r1", "r2", "r3", "d1", "a1", "m1"];
/// The rows that a provider brings, and the single rows of forms.
const GIVEN: [&str; 4] = ["processor-hunt-cloud", "processor-genomedk", "edpb-dpia", "method"];
const STATEMENTS: [&str; 3] = [
    "hunt-cloud/audit-report-on-request",
    "hunt-cloud/iso-27001-certificate",
    "hunt-cloud/nonconformities-told",
];
/// The ids of citations of these statements: at first, and after they were renewed.
const CITATIONS: [&str; 4] = [
    "iso-27001-certificate",
    "iso-27001-certificate-2",
    "nonconformities-told",
    "audit-report-on-request",
];

fn register(row: &str) -> &'static str {
    match &row[..1] {
        "r" => "risk",
        "d" => "data_item",
        "a" => "asset",
        _ => "measure",
    }
}

fn row() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&ROWS)
}

fn given() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&GIVEN)
}

/// A field of a row, with a value that may or may not fit the field.
fn answer() -> impl Strategy<Value = (&'static str, Json)> {
    let words = "[a-zæøå αβγ]{0,12}";
    prop_oneof![
        words.prop_map(|w| ("title", line(&w))),
        words.prop_map(|w| ("name", line(&w))),
        words.prop_map(|w| ("how", text(&w))),
        words.prop_map(|w| ("measure", text(&w))),
        (0u8..6).prop_map(|l| ("ds_severity", level(l))),
        (0u8..6).prop_map(|l| ("need_c", level(l))),
        prop::sample::subsequence(vec!["subjects", "organisation"], 0..3)
            .prop_map(|o| ("concerns", choices(&o))),
        prop::sample::select(vec!["additional", "accuracy", "unknown"])
            .prop_map(|o| ("serves", choice(o))),
        prop::sample::subsequence(ROWS.to_vec(), 0..4).prop_map(|r| ("risks", refs(&r))),
        prop::sample::subsequence(ROWS.to_vec(), 0..4).prop_map(|r| ("assets", refs(&r))),
        Just(("how", json!(null))),
    ]
}

pub(crate) fn command() -> impl Strategy<Value = (&'static str, Json)> {
    let statement = || prop::sample::select(&STATEMENTS);
    prop_oneof![
        4 => row().prop_map(|r| ("add_row", json!({"project": "p", "register": register(r), "id": r}))),
        8 => (row(), answer()).prop_map(|(r, (f, v))| {
            ("set_value", json!({"project": "p", "row": r, "field": f, "value": v}))
        }),
        2 => (row(), prop::option::of(row())).prop_map(|(r, after)| {
            ("move_row", json!({"project": "p", "row": r, "after": after}))
        }),
        1 => (row(), any::<bool>()).prop_map(|(r, detach)| {
            ("trash_row", json!({"project": "p", "row": r, "detach": detach}))
        }),
        1 => prop::sample::select(vec!["ransomware", "group-is-stigmatised"]).prop_map(|s| {
            ("pick_scenario", json!({"project": "p", "scenario": s}))
        }),
        3 => (prop::sample::subsequence(ROWS.to_vec(), 0..3), 1u8..6, prop::sample::select(vec!["before", "after"]))
            .prop_map(|(rows, level, when)| {
                ("score", json!({"project": "p", "rows": rows, "side": "subjects", "when": when, "likelihood": level}))
            }),
        1 => prop::sample::subsequence(ROWS.to_vec(), 0..3).prop_map(|rows| {
            ("as_before", json!({"project": "p", "rows": rows}))
        }),
        1 => Just(("take_over_risks", json!({"project": "p"}))),
        1 => prop::sample::select(vec!["three", "five"]).prop_map(|scales| {
            ("use_scales", json!({"project": "p", "scales": scales}))
        }),
        1 => row().prop_map(|r| ("restore_row", json!({"project": "p", "row": r}))),
        2 => given().prop_map(|r| ("trash_row", json!({"project": "p", "row": r}))),
        1 => given().prop_map(|r| ("restore_row", json!({"project": "p", "row": r}))),
        1 => "[a-z ]{0,12}".prop_map(|w| {
            ("set_value", json!({"project": "p", "register": "edpb-dpia", "field": "scope", "value": text(&w)}))
        }),
        1 => statement().prop_map(|s| ("cite", json!({"project": "p", "statement": s}))),
        1 => (statement(), prop::sample::select(vec!["partly", "sufficient", ""])).prop_map(|(s, j)| {
            ("judge", json!({"project": "p", "statement": s, "judgement": j, "note": "Noted."}))
        }),
        1 => statement().prop_map(|s| {
            ("use_statements", json!({"project": "p", "statements": [s], "serves": "accuracy"}))
        }),
        2 => prop::sample::select(vec!["1", "2"]).prop_map(|revision| {
            ("follow_revision", json!({"project": "p", "provider": "hunt-cloud", "revision": revision}))
        }),
        3 => (prop::sample::select(&CITATIONS), prop::sample::select(vec!["still_true", "keep_old_words"]))
            .prop_map(|(citation, how)| {
                ("settle", json!({"project": "p", "citations": [citation], "how": how, "reason": "Read."}))
            }),
        1 => "[A-Z][a-z]{1,8}".prop_map(|t| ("change_project", json!({"project": "p", "title": t}))),
        2 => prop::sample::subsequence(vec!["hunt-cloud", "genomedk"], 0..3).prop_map(|p| {
            ("change_project", json!({"project": "p", "providers": p}))
        }),
        1 => Just(("undo", json!({"project": "p"}))),
        1 => Just(("redo", json!({"project": "p"}))),
    ]
}

/// The codes with which a command may be refused here. A command that names only existing things must succeed.
fn refusals(name: &str, arguments: &Json) -> &'static [ErrorCode] {
    match name {
        "add_row" => &[ErrorCode::Taken],
        "set_value" if arguments["register"].is_string() => &[],
        "set_value" | "move_row" => &[ErrorCode::NotFound, ErrorCode::WrongValue],
        "trash_row" if arguments["row"] == "edpb-dpia" || arguments["row"] == "method" => {
            &[ErrorCode::NotFound, ErrorCode::WrongValue]
        }
        "trash_row" | "restore_row" => &[ErrorCode::NotFound],
        "score" | "as_before" => {
            &[ErrorCode::NotFound, ErrorCode::WrongValue, ErrorCode::BadArguments]
        }
        "take_over_risks" => &[ErrorCode::WrongValue],
        "settle" => &[ErrorCode::NotFound, ErrorCode::WrongValue],
        "undo" | "redo" => &[ErrorCode::NothingToUndo],
        _ => &[],
    }
}

/// Undoes or redoes everything. Returns the number of steps.
fn all(desk: &mut Desk, command: &str) -> usize {
    for done in 0.. {
        match desk.app.call(command, json!({"project": "p"})) {
            Ok(_) => {}
            Err(e) if e.code == ErrorCode::NothingToUndo => return done,
            Err(e) => panic!("{command}: {e} {}", e.detail),
        }
    }
    0
}

proptest! {
    // Each case writes and syncs a file some sixty times.
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn undo_all_is_the_start_and_redo_all_is_the_end(commands in prop::collection::vec(command(), 1..30)) {
        let mut desk = Desk::with_project();
        let forms = |desk: &mut Desk| (desk.form("dpia"), desk.form("rar"));
        let start = (desk.state("p"), forms(&mut desk));
        for (name, arguments) in commands {
            let before = desk.undo_state();
            if let Err(error) = desk.app.call(name, arguments.clone()) {
                prop_assert!(refusals(name, &arguments).contains(&error.code), "{} {}: {} {}", name, arguments, error, error.detail);
                prop_assert_eq!(desk.undo_state(), before, "what is refused is no change");
            }
        }
        all(&mut desk, "redo");
        let end = (desk.state("p"), forms(&mut desk));
        let undone = all(&mut desk, "undo");
        prop_assert_eq!((desk.state("p"), forms(&mut desk)), start);
        let mut desk = desk.reopened();
        prop_assert_eq!(all(&mut desk, "redo"), undone);
        prop_assert_eq!((desk.state("p"), forms(&mut desk)), end);
    }
}
