//! A provider's pack that is written by hand: what may be left out, and the form of its files.
#![allow(clippy::unwrap_used)]

mod pack_by_hand;

use std::path::Path;

use chrono::NaiveDate;
use pack_by_hand::{STATEMENTS, import, problems};
use vurder_import::{pack_schema, unpack, write_pack};
use vurder_model::provider::PackOrigin;

#[test]
fn a_pack_names_its_provider_its_day_and_its_revision_itself() {
    let read = import(&[]);
    assert_eq!(problems(&read), []);
    let pack = &read.pack;
    assert_eq!(
        (pack.provider.as_str(), pack.name.as_str(), pack.country.as_str()),
        ("lab", "Lab", "Norway")
    );
    assert_eq!(
        (pack.revision.as_str(), pack.website.as_str()),
        ("2026-03", "https://lab.example/")
    );
    assert_eq!(pack.captured, NaiveDate::from_ymd_opt(2026, 3, 1));
    assert_eq!(pack.origin, PackOrigin::Imported);
    assert_eq!(read.sources, ["pages/staff.json", "pages/doors.json"]);
    assert_eq!(
        (read.counts.pages, read.counts.headings, read.counts.passages, read.counts.links),
        (2, 2, 1, 1)
    );
    let source = &pack.statements[0].sources[0];
    assert_eq!(
        (source.page_title.as_str(), source.heading.as_str(), source.revision.as_str()),
        ("Doors", "Locks", "7")
    );
    assert_eq!(source.captured, NaiveDate::from_ymd_opt(2026, 2, 3));
    assert_eq!(pack.statements[0].hash, vurder_model::provider::words_hash("Doors are locked."));
}

#[test]
fn what_the_person_says_holds_where_the_pack_says_nothing() {
    let pack = import(&[("vurder-pack.json", r#"{"schema": 1, "provider": "lab"}"#)]).pack;
    assert_eq!((pack.provider.as_str(), pack.name.as_str()), ("lab", "What I call it"));
    assert_eq!(
        (pack.country.as_str(), pack.website.as_str()),
        ("Denmark", "https://mine.example/")
    );
    assert_eq!(
        (pack.revision.as_str(), pack.captured),
        ("2026-09-01", NaiveDate::from_ymd_opt(2026, 9, 1))
    );
    // An empty country or website and an unknown day count as given. Only a name is required.
    let stated = r#"{"schema": 1, "provider": "lab", "name": " ", "country": "", "website": "", "captured": null}"#;
    let pack = import(&[("vurder-pack.json", stated)]).pack;
    assert_eq!(
        (pack.name.as_str(), pack.country.as_str(), pack.website.as_str()),
        ("What I call it", "", "")
    );
    assert_eq!(pack.captured, None);
}

#[test]
fn topics_are_taken_as_they_stand() {
    // The program checks which topics exist, not this crate.
    let read =
        import(&[("statements.json", &STATEMENTS.replace("[\"physical\"]", "[\"weather\"]"))]);
    assert_eq!((read.problems.len(), read.pack.statements[0].topics[0].as_str()), (0, "weather"));
}

#[test]
fn the_files_are_written_line_by_line() {
    let pack = import(&[]).pack;
    let files = unpack(&write_pack(&pack)).unwrap().files;
    let paths: Vec<&str> = files.paths().collect();
    assert_eq!(
        paths,
        ["pages/001-staff.json", "pages/002-doors.json", "statements.json", "vurder-pack.json"]
    );
    let text = |path: &str| String::from_utf8(files.get(path).unwrap().to_vec()).unwrap();
    assert_eq!(
        text("statements.json"),
        "[\n  {\n    \"id\": \"lab/locked\",\n    \"words\": \"Doors are locked.\",\n    \"kind\": \"measure\",\n    \"side\": \"provided\",\n    \"theme\": \"physical\",\n    \"topics\": [\"physical\"],\n    \"places\": [{\"page\": \"lab/doors\", \"heading\": \"Locks\"}],\n    \"iso\": [\"A.7.2\"]\n  }\n]\n"
    );
    assert_eq!(
        text("vurder-pack.json"),
        "{\n  \"schema\": 1,\n  \"provider\": \"lab\",\n  \"name\": \"Lab\",\n  \"country\": \"Norway\",\n  \"website\": \"https://lab.example/\",\n  \"revision\": \"2026-03\",\n  \"captured\": \"2026-03-01\",\n  \"licence\": \"\",\n  \"about\": \"\"\n}\n"
    );
}

/// With this variable, the test writes the schema: `VURDER_WRITE_GOLDEN=1 cargo test -p vurder-import --test pack`.
const WRITE: &str = "VURDER_WRITE_GOLDEN";

#[test]
fn the_schema_beside_the_tests_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vurder-pack.schema.json");
    let current = pack_schema();
    if std::env::var_os(WRITE).is_some() {
        let text = serde_json::to_string_pretty(&current).unwrap();
        std::fs::write(&path, format!("{text}\n")).unwrap();
    }
    let golden: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    assert_eq!(golden, current, "write it anew with {WRITE}=1");
}
