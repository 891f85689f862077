//! The statements of a provider, written as a component definition of OSCAL, and read back.
#![allow(clippy::unwrap_used)]

mod packs;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use serde_json::Value;
use vurder_import::{
    Definition, Files, Format, Imported, Remark, read, recognise, write_component_definition,
};
use vurder_model::passage::PassageShape;
use vurder_model::provider::{
    Pack, PackOrigin, Page, PageBlock, Side, Source, Statement, StatementKind, Theme, words_hash,
};

fn definition() -> Definition<'static> {
    Definition {
        written: DateTime::<Utc>::from_timestamp(1_790_000_000, 0).unwrap(),
        topics: "Topics of *Vurder*",
    }
}

fn back(pack: &Pack, remarks: &BTreeMap<String, Remark>) -> Imported {
    let bytes = write_component_definition(pack, remarks, &definition());
    let files: Files = [("lab.json", bytes)].into_iter().collect();
    assert_eq!(recognise(&files).unwrap().format, Format::Oscal);
    read(&files, None, &packs::about()).unwrap()
}

fn statement(slug: &str, words: &str, side: Side, iso: &[&str], topics: &[&str]) -> Statement {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Statement {
        id: format!("lab/{slug}"),
        provider: "lab".into(),
        words: words.into(),
        kind: StatementKind::Right,
        side,
        theme: Theme::People,
        topics: owned(topics),
        sources: vec![Source {
            page: "lab/doors".into(),
            page_title: "Doors".into(),
            heading: "Locks / *Keys*".into(),
            address: "https://lab.example/doors and more".into(),
            revision: "commit 7".into(),
            captured: chrono::NaiveDate::from_ymd_opt(2026, 2, 3),
        }],
        iso: owned(iso),
        uncertain: None,
        hash: words_hash(words),
    }
}

fn pack() -> Pack {
    let page = Page {
        id: "lab/doors".into(),
        title: "Doors".into(),
        address: "https://lab.example/doors and more".into(),
        revision: "commit 7".into(),
        captured: chrono::NaiveDate::from_ymd_opt(2026, 2, 3),
        since_then: None,
        order: 1,
        body: Vec::new(),
    };
    Pack {
        provider: "lab".into(),
        name: "Lab & Co".into(),
        other_names: Vec::new(),
        country: "Norway".into(),
        website: "https://lab.example/".into(),
        revision: "2026-03".into(),
        origin: PackOrigin::Imported,
        follows: None,
        captured: chrono::NaiveDate::from_ymd_opt(2026, 2, 3),
        licence: "CC BY 4.0".into(),
        about: "Doors for *everyone*.".into(),
        pages: vec![page],
        statements: vec![
            statement(
                "keys",
                "Keys are {{ insert: param, x }} counted.",
                Side::Provided,
                &["A.8.13", "A.5.35"],
                &["physical"],
            ),
            statement(
                "own",
                "The controller counts its own keys.",
                Side::ControllersDuty,
                &["6.1", "A.99.1"],
                &["physical", "staff"],
            ),
            statement(
                "limit",
                "1. Only on *weekdays* | <b>.",
                Side::Limitation,
                &[],
                &["incidents", "physical"],
            ),
            statement("none", "Nobody asks for this.", Side::Provided, &["somewhere"], &[]),
        ],
        actions: Vec::new(),
        documents: Vec::new(),
        became: Vec::new(),
        not_stated: Vec::new(),
    }
}

fn remarks() -> BTreeMap<String, Remark> {
    let remark =
        |judgement: &str, note: &str| Remark { judgement: judgement.into(), note: note.into() };
    BTreeMap::from([
        ("lab/keys".to_owned(), remark("Sufficient", "We *asked* them.\nTwice.\n\nAnd wrote.")),
        ("lab/limit".to_owned(), remark("", "Only a note.")),
        ("lab/gone".to_owned(), remark("Sufficient", "Of no statement.")),
    ])
}

fn json() -> Value {
    let bytes = write_component_definition(&pack(), &remarks(), &definition());
    serde_json::from_slice::<Value>(&bytes).unwrap()["component-definition"].take()
}

/// Control, words and roles of each requirement of an implementation.
fn requirements(implementation: &Value) -> Vec<(&str, &str, &str)> {
    let of = implementation["implemented-requirements"].as_array().unwrap().iter();
    of.map(|requirement| {
        (
            requirement["control-id"].as_str().unwrap(),
            requirement["description"].as_str().unwrap(),
            requirement["responsible-roles"][0]["role-id"].as_str().unwrap(),
        )
    })
    .collect()
}

#[test]
fn each_number_is_a_requirement_and_what_has_none_stands_by_topic() {
    let json = json();
    assert_eq!(json["components"].as_array().unwrap().len(), 1);
    let component = &json["components"][0];
    assert_eq!(
        (component["type"].as_str(), component["title"].as_str()),
        (Some("service"), Some("Lab & Co"))
    );
    let implementations = component["control-implementations"].as_array().unwrap();
    assert_eq!(
        requirements(&implementations[0]),
        [
            ("clause-6.1", "The controller counts its own keys.", "customer"),
            ("a.5.35", "Keys are \\{\\{ insert: param, x }} counted.", "provider"),
            ("a.8.13", "Keys are \\{\\{ insert: param, x }} counted.", "provider"),
        ]
    );
    let topics: Vec<_> = requirements(&implementations[1])
        .into_iter()
        .map(|(control, _, role)| (control, role))
        .collect();
    assert_eq!(
        topics,
        [
            ("topic-incidents", "provider"),
            ("topic-none", "provider"),
            ("topic-physical", "provider")
        ]
    );
    let resources = json["back-matter"]["resources"].as_array().unwrap();
    for (implementation, (resource, title)) in implementations
        .iter()
        .zip(resources.iter().zip(["ISO/IEC 27001:2022", "Topics of \\*Vurder\\*"]))
    {
        let source = format!("#{}", resource["uuid"].as_str().unwrap());
        assert_eq!(implementation["source"].as_str(), Some(source.as_str()));
        assert_eq!(resource["title"].as_str(), Some(title));
    }
}

#[test]
fn source_judgement_and_note_stand_with_the_statement() {
    let json = json();
    let requirement =
        &json["components"][0]["control-implementations"][0]["implemented-requirements"][1];
    assert_eq!(requirement["remarks"], "Sufficient\n\nWe \\*asked\\* them. Twice.\n\nAnd wrote.");
    let link = &requirement["links"][0];
    assert_eq!(link["href"], "https://lab.example/doors%20and%20more");
    assert_eq!(
        (link["rel"].as_str(), link["text"].as_str()),
        (Some("reference"), Some("Doors / Locks / \\*Keys\\*"))
    );
    let props: Vec<(&str, &str, &str)> = requirement["props"]
        .as_array()
        .unwrap()
        .iter()
        .map(|prop| {
            assert_eq!(prop["ns"], "urn:x-vurder:pack");
            (
                prop["name"].as_str().unwrap(),
                prop["value"].as_str().unwrap(),
                prop["group"].as_str().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(
        props,
        [
            ("statement", "lab/keys", ""),
            ("side", "provided", ""),
            ("responsibility", "provider", ""),
            ("kind", "right", ""),
            ("theme", "people", ""),
            ("topic", "physical", ""),
            ("source-page", "Doors", "source-1"),
            ("source-heading", "Locks / *Keys*", "source-1"),
            ("source-revision", "commit 7", "source-1"),
            ("source-captured", "2026-02-03", "source-1"),
        ]
    );
    let clause =
        &json["components"][0]["control-implementations"][0]["implemented-requirements"][0];
    assert_eq!(clause.get("remarks"), None);
    assert_eq!(
        (json["metadata"]["oscal-version"].as_str(), json["metadata"]["version"].as_str()),
        (Some("1.1.2"), Some("2026-03"))
    );
    assert_eq!(json["metadata"]["last-modified"], "2026-09-21T14:13:20Z");
    assert_eq!(json["metadata"]["remarks"], "CC BY 4.0");
}

#[test]
fn our_own_reader_reads_the_same_statements_under_the_same_names() {
    let pack = pack();
    let read = back(&pack, &remarks());
    assert_eq!(read.problems, []);
    let mut of = read.pack.statements.clone();
    of.sort_by_key(|statement| pack.statements.iter().position(|s| s.words == statement.words));
    assert_eq!(of.len(), pack.statements.len());
    for (read, written) in of.iter().zip(&pack.statements) {
        assert_eq!(read.id, written.id.replace("lab/", "another/"));
        assert_eq!((&read.words, &read.hash), (&written.words, &written.hash));
        assert_eq!((read.kind, read.side, read.theme), (written.kind, written.side, written.theme));
        assert_eq!(read.topics, written.topics);
    }
    assert_eq!(of[0].iso, ["A.5.35", "A.8.13"]);
    assert_eq!(of[0].sources.len(), 2);
    assert_eq!(
        (of[1].iso.as_slice(), of[2].iso.len(), of[3].iso.len()),
        (&["6.1".to_owned()][..], 0, 0)
    );
    // The controller's own words are on the page, but are no statement of the provider.
    let passages: Vec<String> = read.pack.pages[0]
        .body
        .iter()
        .filter_map(|block| match block {
            PageBlock::Passage { passage } if passage.shape == (PassageShape::Paragraph {}) => {
                Some(passage.words())
            }
            _ => None,
        })
        .collect();
    assert!(passages.contains(&"We *asked* them. Twice.".to_owned()), "{passages:?}");
    assert!(read.pack.statements.iter().all(|statement| !statement.words.contains("asked")));
}

/// Collects the UUIDs that OSCAL allows: version 4 or 5.
fn uuids(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if name == "uuid" {
                    found.push(value.as_str().unwrap().to_owned());
                }
                uuids(value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| uuids(value, found)),
        _ => {}
    }
}

fn of(pack: &Pack) -> Vec<String> {
    let bytes = write_component_definition(pack, &BTreeMap::new(), &definition());
    let mut found = Vec::new();
    uuids(&serde_json::from_slice(&bytes).unwrap(), &mut found);
    found
}

#[test]
fn names_are_unique_and_stay_when_words_change() {
    let first = of(&pack());
    assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), first.len());
    for uuid in &first {
        assert!(
            uuid.len() == 36
                && uuid.as_bytes()[14] == b'5'
                && b"89ab".contains(&uuid.as_bytes()[19]),
            "{uuid}"
        );
    }
    assert_eq!(of(&pack()), first);
    let mut later = pack();
    later.statements[0].words = "Keys are counted twice.".into();
    let later = of(&later);
    let changed: Vec<_> = first.iter().zip(&later).filter(|(a, b)| a != b).collect();
    // Only the UUID of the file.
    assert_eq!(changed.len(), 1, "{changed:?}");
    let mut other = pack();
    other.provider = "bank".into();
    assert!(of(&other).iter().all(|uuid| !first.contains(uuid)));
}

#[test]
fn a_pack_that_states_nothing_is_a_component_that_meets_nothing() {
    let mut pack = pack();
    pack.statements.clear();
    pack.about.clear();
    pack.name = " ".into();
    let bytes = write_component_definition(&pack, &BTreeMap::new(), &definition());
    let json: Value = serde_json::from_slice(&bytes).unwrap();
    let component = &json["component-definition"]["components"][0];
    assert_eq!(
        (component["title"].as_str(), component["description"].as_str()),
        (Some("lab"), Some("lab"))
    );
    assert_eq!(component.get("control-implementations"), None);
    assert_eq!(json["component-definition"].get("back-matter"), None);
}

/// Collects empty texts and lists, which OSCAL forbids, and properties with white space at their ends.
fn faults(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                faults(value, &format!("{at}/{name}"), found);
            }
            if fields.is_empty() {
                found.push(at.to_owned());
            }
        }
        Value::Array(values) if values.is_empty() => found.push(at.to_owned()),
        Value::Array(values) => values.iter().for_each(|value| faults(value, at, found)),
        Value::String(text) => {
            let is_line = !at.ends_with("/remarks") && !at.ends_with("/description");
            if text.trim() != text || text.is_empty() || (is_line && text.contains('\n')) {
                found.push(format!("{at}: {text:?}"));
            }
        }
        _ => {}
    }
}

/// The words of all statements, each in one line. Markdown has no control characters.
fn words(statements: &[Statement]) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for statement in statements {
        let seen = |c: &char| c.is_whitespace() || !c.is_control();
        let line: String = statement.words.chars().filter(seen).collect();
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        *words.entry(line).or_default() += 1;
    }
    words
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_words_of_any_pack_come_back(pack in packs::pack()) {
        let remarks: BTreeMap<String, Remark> = pack.statements.iter().map(|statement| {
            (statement.id.clone(), Remark { judgement: statement.words.clone(), note: String::new() })
        }).collect();
        let bytes = write_component_definition(&pack, &remarks, &definition());
        let json: Value = serde_json::from_slice(&bytes).unwrap();
        let mut found = Vec::new();
        faults(&json, "", &mut found);
        prop_assert!(found.is_empty(), "{:?}", found);
        let read = back(&pack, &remarks);
        prop_assert_eq!(words(&read.pack.statements), words(&pack.statements));
        prop_assert_eq!(read.problems, []);
        for statement in &read.pack.statements {
            let same = |other: &&Statement| other.id.split_once('/').unwrap().1 == statement.id.split_once('/').unwrap().1;
            let written = pack.statements.iter().find(same).unwrap();
            prop_assert_eq!((statement.kind, statement.side, statement.theme), (written.kind, written.side, written.theme));
            prop_assert_eq!(&statement.topics, &written.topics);
            let numbers: BTreeSet<&String> = written.iso.iter().collect();
            prop_assert_eq!(statement.iso.iter().collect::<BTreeSet<_>>(), numbers);
        }
    }
}
