//! The problem that is reported for each mistake in a pack that is written by hand.
#![allow(clippy::unwrap_used)]

mod pack_by_hand;

use pack_by_hand::{
    DOORS, HEAD, STAFF, STATEMENTS, about, bad_id, dangling, import, problems, read_all, refused,
    statement, with,
};
use vurder_import::{Files, Format, Refused, Trouble, read, unpack, write_pack};
use vurder_model::provider::PageBlock;
use vurder_model::richtext::Inline;

#[test]
fn a_pack_of_a_newer_vurder_is_refused_by_its_version() {
    let newer = r#"{"schema": 2, "made": {"with": "fields of a later day"}}"#;
    assert_eq!(refused(&[("vurder-pack.json", newer)]), Refused::NewerPack { stated: 2, known: 1 });
    let words = refused(&[("vurder-pack.json", newer)]).to_string();
    assert!(words.starts_with("the pack was made by a newer Vurder"), "{words}");
}

#[test]
fn a_head_that_cannot_be_read_is_refused_by_line() {
    let heads = [
        ("nothing like it", 1, "expected ident"),
        ("{\"schema\": 1,\n \"provider\": \"lab\"", 2, "the file ends too early"),
        ("{\"schema\": \"1\"}", 1, "invalid type: string \"1\", expected u64"),
        ("{\"provider\": \"lab\"}", 1, "missing field `schema`"),
        ("{\"schema\": 0, \"provider\": \"lab\"}", 0, "there is no version 0 of this format"),
        ("{\"schema\": 1}", 1, "missing field `provider`"),
        ("{\"schema\": 1, \"schema\": 1, \"provider\": \"lab\"}", 1, "duplicate field `schema`"),
        ("{\"schema\": 1, \"provider\": \"lab\",\n \"colour\": 1}", 2, "unknown field `colour`"),
        (
            "{\"schema\": 1, \"provider\": \"lab\", \"captured\": \"in May\"}",
            1,
            "input contains invalid characters",
        ),
        ("", 1, "the file ends too early"),
        ("[1, \"lab\"]", 0, "an object begins with {"),
    ];
    for (text, at, why) in heads {
        let Refused::PackHead { path, line, detail } = refused(&[("vurder-pack.json", text)])
        else {
            panic!("{text}: {:?}", refused(&[("vurder-pack.json", text)]));
        };
        assert_eq!((path.as_str(), line), ("vurder-pack.json", at), "{text}: {detail}");
        assert!(detail.starts_with(why), "{text}: {detail}");
    }
    let mut files = with(&[]);
    files.insert("vurder-pack.json", b"\x89PNG\0\0".as_slice());
    let binary = read(&files, None, &about()).unwrap_err();
    assert!(matches!(binary, Refused::PackHead { line: 0, .. }), "{binary:?}");
    for name in ["Lab", "", "../lab", "a/b", &"a".repeat(61)] {
        let head = format!(r#"{{"schema": 1, "provider": "lab", "revision": "{name}"}}"#);
        let name = name.to_owned();
        assert_eq!(
            refused(&[("vurder-pack.json", &head)]),
            Refused::PackName { path: "vurder-pack.json".into(), name }
        );
    }
}

#[test]
fn a_statement_whose_page_is_not_there_is_left_out_and_told() {
    let gone = statement("lab/locked", "lab/gone");
    let read = import(&[("statements.json", &gone)]);
    assert_eq!(read.pack.statements, []);
    assert_eq!(
        problems(&read),
        [
            ("pages/doors.json", 0, &dangling("lab/locked")),
            ("statements.json", 2, &dangling("lab/gone")),
            ("statements.json", 2, &Trouble::WithoutPage { id: "lab/locked".into() }),
        ]
    );
    let doors = read.pack.page("lab/doors").unwrap();
    assert!(!doors.body.iter().any(|block| matches!(block, PageBlock::Statement { .. })));
    // With a second place, the statement stays.
    let both = STATEMENTS.replace("\"places\": [", "\"places\": [{\"page\": \"lab/gone\"}, ");
    let read = import(&[("statements.json", &both)]);
    assert_eq!(problems(&read), [("statements.json", 2, &dangling("lab/gone"))]);
    assert_eq!(read.pack.statements[0].sources.len(), 1);
}

#[test]
fn ids_that_are_not_below_the_provider_or_stand_twice_are_told() {
    for id in [
        "other/locked",
        "lab",
        "lab/",
        "lab/Locked",
        "lab/a b",
        "lab/../other",
        "lab/doors#1",
        "labs/locked",
    ] {
        let read = import(&[("statements.json", &statement(id, "lab/doors"))]);
        assert!(problems(&read).contains(&("statements.json", 2, &bad_id(id))), "{id}");
        assert_eq!(read.pack.statements, []);
    }
    let other = DOORS.replace("\"lab/doors\"", "\"other/doors\"");
    let read = import(&[("pages/doors.json", &other), ("statements.json", "[]")]);
    assert_eq!(problems(&read), [("pages/doors.json", 0, &bad_id("other/doors"))]);

    let twice = STATEMENTS.replace("\n]", ",\n\n  {\"id\": \"lab/locked\", \"words\": \"Others.\", \"kind\": \"claim\", \"side\": \"limitation\",\n   \"theme\": \"people\", \"places\": [{\"page\": \"lab/staff\"}]}\n]");
    let read = import(&[("statements.json", &twice), ("pages/again.json", DOORS)]);
    let same = |id: &str| Trouble::SameId { id: id.into() };
    assert_eq!(
        problems(&read),
        [("pages/doors.json", 0, &same("lab/doors")), ("statements.json", 5, &same("lab/locked"))]
    );
    assert_eq!(read.pack.statements[0].words, "Doors are locked.");
    // A page and a statement may have the same id, since they are of different kinds.
    let read = import(&[
        ("pages/doors.json", &DOORS.replace("lab/locked", "lab/doors")),
        ("statements.json", &statement("lab/doors", "lab/doors")),
    ]);
    assert_eq!(problems(&read), []);
}

#[test]
fn what_became_of_a_statement_needs_neither_note_nor_day() {
    let list = r#"[{"statement": "lab/locked", "change": "unchanged", "now": ["lab/locked"]}]"#;
    let read = import(&[("became.json", list)]);
    assert_eq!(problems(&read), []);
    let became = &read.pack.became[0];
    assert_eq!((became.note.as_str(), became.since), ("", None));
}

#[test]
fn an_entry_with_an_unknown_field_or_value_costs_no_other() {
    let list = r#"[
  {"id": "lab/a", "words": "A.", "kind": "measure", "side": "provided", "theme": "people",
   "places": [{"page": "lab/doors"}], "colour": "red"},
  {"id": "lab/b", "words": "B.", "kind": "promise", "side": "provided", "theme": "people", "places": []},
  {"id": "lab/c", "words": "C.", "kind": "measure", "side": "provided", "theme": "people",
   "places": [{"page": "lab/doors", "line": 3}]},
  {"id": "lab/d", "words": " ", "kind": "measure", "side": "provided", "theme": "people", "places": [{"page": "lab/doors"}]},
  [1], 2,

  {"id": "lab/locked", "words": "E.", "kind": "measure", "side": "provided", "theme": "people", "places": [{"page": "lab/doors"}]}
]"#;
    let read = import(&[("statements.json", list)]);
    assert_eq!(read.pack.statements.iter().map(|s| s.words.as_str()).collect::<Vec<_>>(), ["E."]);
    let details: Vec<(u32, &str)> = read
        .problems
        .iter()
        .map(|p| match &p.trouble {
            Trouble::BadEntry { detail } => (p.line, detail.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(details.len(), 6, "{details:?}");
    let begin = [
        (3, "unknown field `colour`"),
        (4, "unknown variant `promise`"),
        (6, "unknown field `line`"),
        (7, "lab/d: a statement has words"),
        (8, "an object begins with {"),
        (8, "invalid type: integer `2`"),
    ];
    for ((line, detail), (at, words)) in details.iter().zip(begin) {
        assert_eq!(*line, at, "{detail}");
        assert!(detail.starts_with(words), "{detail}");
    }
}

#[test]
fn files_that_are_no_json_are_told_and_the_others_are_read() {
    let deep = format!("{{\"id\": \"lab/deep\", \"body\": {}", "[".repeat(10_000));
    let unknown =
        STAFF.replace("\"title\"", "\"colour\": 1,\n \"title\"").replace("lab/staff", "lab/other");
    let read = import(&[
        ("pages/a.json", "# Not JSON"),
        ("pages/b.json", &DOORS[..DOORS.len() - 40]),
        ("pages/c.json", &deep),
        ("pages/d.json", &unknown),
        ("actions.json", "{\"id\": 1}"),
        ("documents.json", "[1, 2"),
    ]);
    let told: Vec<(&str, u32)> = read.problems.iter().map(|p| (p.file.as_str(), p.line)).collect();
    assert_eq!(
        told,
        [
            ("actions.json", 1),
            ("documents.json", 1),
            ("pages/a.json", 1),
            ("pages/b.json", 6),
            ("pages/c.json", 1),
            ("pages/d.json", 1)
        ]
    );
    assert!(
        read.problems.iter().all(|p| matches!(p.trouble, Trouble::Malformed { .. })),
        "{:?}",
        read.problems
    );
    assert_eq!(read.pack.pages.len(), 2);
    let mut files = with(&[]);
    files.insert("pages/e.json", b"\x89PNG\0\0".as_slice());
    assert_eq!(read_all(&files).problems[0].trouble, Trouble::Binary);
}

#[test]
fn a_pack_without_a_page_is_refused_with_what_is_the_matter() {
    let files = with(&[("pages/doors.json", "1"), ("pages/staff.json", "2")]);
    let Err(Refused::PackWithoutPage { problems }) = read(&files, None, &about()) else { panic!() };
    // The problems of the two pages, and of the statement that has no page now.
    assert_eq!(problems.len(), 4, "{problems:?}");
    let none: Files = [("index.md", "# Words".as_bytes())].into_iter().collect();
    assert_eq!(read(&none, Some(Format::Pack), &about()), Err(Refused::NotThisFormat));
}

#[test]
fn actions_documents_and_what_became_refer_only_to_what_is_there() {
    let actions = r#"[
  {"id": "lab/ask", "title": "Ask", "words": "Ask them.", "statements": ["lab/locked", "lab/gone"], "page": "lab/doors"},
  {"id": "lab/none", "title": "Ask", "words": "Ask them.", "statements": ["lab/gone"], "page": "lab/doors"},
  {"id": "lab/nowhere", "title": "Ask", "words": "Ask them.", "statements": ["lab/locked"], "page": "lab/gone"}
]"#;
    let documents = r#"[
  {"id": "lab/report", "title": "Report", "address": "javascript:alert(1)", "page": "lab/doors", "valid_until": "2027-01-01"},
  {"id": "lab/lost", "title": "Report", "address": "https://lab.example/r", "page": "lab/gone"}
]"#;
    let became = r#"[
  {"statement": "lab/old", "change": "reworded", "now": ["lab/locked", "lab/gone"], "note": "", "since": null},
  {"statement": "other/old", "change": "removed", "now": [], "note": "", "since": null}
]"#;
    let read = import(&[
        ("actions.json", actions),
        ("documents.json", documents),
        ("became.json", became),
    ]);
    assert_eq!(
        problems(&read),
        [
            ("actions.json", 2, &dangling("lab/gone")),
            ("actions.json", 3, &dangling("lab/gone")),
            ("actions.json", 3, &Trouble::WithoutStatement { id: "lab/none".into() }),
            ("actions.json", 4, &Trouble::WithoutPage { id: "lab/nowhere".into() }),
            ("became.json", 2, &dangling("lab/gone")),
            ("became.json", 3, &bad_id("other/old")),
            ("documents.json", 2, &Trouble::BadAddress { address: "javascript:alert(1)".into() }),
            ("documents.json", 3, &Trouble::WithoutPage { id: "lab/lost".into() }),
        ]
    );
    assert_eq!(read.pack.actions[0].statements, ["lab/locked"]);
    assert_eq!(
        (read.pack.actions.len(), read.pack.documents.len(), read.pack.became.len()),
        (1, 1, 1)
    );
    assert_eq!(read.pack.documents[0].address, "");
    assert_eq!(read.pack.became[0].now, ["lab/locked"]);
}

#[test]
fn what_stands_on_a_page_is_mended_and_told() {
    let page = r##"{"id": "lab/odd", "title": "Odd", "address": "file:///etc/passwd", "revision": "", "order": 0,
      "since_then": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "citation", "attrs": {"id": "c1"}}]}]},
      "body": [
    {"kind": "heading", "level": 9, "text": "Deep"},
    {"kind": "action", "id": "lab/gone"},
    {"kind": "text", "text": {"type": "doc", "content": [{"type": "paragraph", "content": [
      {"type": "text", "text": "x", "marks": [{"type": "link", "attrs": {"href": "javascript:x"}}]}]}]}},
    {"kind": "passage", "passage": {"number": 7, "shape": {"shape": "item", "depth": 0}, "cells": [[
      {"type": "text", "text": "one", "marks": [{"type": "link", "attrs": {"href": "javascript:x"}}]},
      {"type": "citation", "attrs": {"id": "c2"}}]]}},
    {"kind": "passage", "passage": {"number": 7, "shape": {"shape": "paragraph"}, "cells": [[
      {"type": "text", "text": "two", "marks": [{"type": "link", "attrs": {"href": "#lab/gone"}}]}]]}},
    {"kind": "passage", "passage": {"number": 9, "shape": {"shape": "paragraph"}, "cells": []}}]}"##;
    let read = import(&[("pages/odd.json", page)]);
    let odd = "pages/odd.json";
    assert_eq!(
        problems(&read),
        [
            (odd, 0, &Trouble::BadAddress { address: "file:///etc/passwd".into() }),
            (odd, 0, &dangling("cite:c1")),
            (odd, 0, &dangling("lab/gone")),
            (odd, 0, &Trouble::BadAddress { address: "javascript:x".into() }),
            (odd, 0, &dangling("cite:c2")),
            (odd, 0, &Trouble::PassageNumbers),
        ]
    );
    assert_eq!((read.dead_links.len(), read.dead_links[0].target.as_str()), (1, "#lab/gone"));
    let page = &read.pack.pages[0];
    assert_eq!((page.address.as_str(), &page.since_then), ("", &None));
    let passages: Vec<_> = page
        .body
        .iter()
        .filter_map(|block| match block {
            PageBlock::Passage { passage } => Some((passage.number, passage.cells.clone())),
            _ => None,
        })
        .collect();
    assert_eq!(
        passages,
        [(1, vec![vec![Inline::text("one")]]), (2, vec![vec![Inline::text("two")]])]
    );
    assert_eq!(page.body.first(), Some(&PageBlock::Heading { level: 3, text: "Deep".into() }));
    // After that, it is as valid as a pack that the program wrote.
    let again = unpack(&write_pack(&read.pack)).unwrap().files;
    let again = read_all(&again);
    assert_eq!((again.pack, again.problems), (read.pack, vec![]));
}

#[test]
fn pages_with_one_address_and_files_that_a_pack_has_not_are_told() {
    let same = STAFF.replace("https://lab.example/staff", "https://lab.example/doors");
    let read = import(&[
        ("pages/staff.json", &same),
        ("statement.json", "[]"),
        ("README.md", "# Words on it"),
        ("vurder-pack.schema.json", "{}"),
        ("old/vurder-pack.json", HEAD),
    ]);
    let address = Trouble::SameAddress {
        other: "pages/doors.json".into(),
        address: "https://lab.example/doors".into(),
    };
    assert_eq!(
        problems(&read),
        [
            ("old/vurder-pack.json", 0, &Trouble::NotOfPack),
            ("pages/staff.json", 0, &address),
            ("statement.json", 0, &Trouble::NotOfPack),
        ]
    );
}
