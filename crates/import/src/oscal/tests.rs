#![allow(clippy::unwrap_used)]
use std::path::Path;
use std::time::{Duration, Instant};

use vurder_model::provider::{PageBlock, Side, StatementKind, Theme};

use super::*;
use crate::test_pages::{about, links, shown};

const CATALOG: &str = r##"{"catalog": {"uuid": "x", "unknown": {"a": [1]},
  "metadata": {"title": "House rules", "version": "3", "oscal-version": "1.1.2"},
  "groups": [{"id": "ac", "title": "Access", "controls": [
    {"id": "ac-1", "title": "Keys", "props": [{"name": "label", "value": "AC-01", "class": "padded"},
      {"name": "label", "value": "AC-1"}],
     "params": [{"id": "p1", "label": "number of days", "guidelines": [{"prose": "a number is set;"}]}],
     "links": [{"href": "#r1", "rel": "reference"}, {"href": "#pe-1", "rel": "related"},
       {"href": "#zz-9", "rel": "related"}],
     "parts": [{"id": "ac-1_smt", "name": "statement", "prose": "Keys are *counted*:", "parts": [
         {"id": "ac-1_smt.a", "name": "item", "props": [{"name": "label", "value": "1."}],
          "prose": "every {{ insert: param, p1 }};", "parts": [
            {"id": "ac-1_smt.a.1", "name": "item", "prose": "by two;"}]},
         {"id": "ac-1_smt.b", "name": "item", "prose": "after {{ insert: param, gone }}."}]},
       {"name": "guidance", "prose": "Counting is dull."},
       {"name": "assessment-objective", "parts": [{"name": "assessment-objective", "prose": "keys are counted;"}]}],
     "controls": [{"id": "ac-1.1", "title": "Spare keys"}]}]},
   {"id": "pe", "title": "Doors", "controls": [{"id": "pe-1", "title": "Locks",
      "parts": [{"name": "statement", "prose": "Doors are locked."}]}]}],
  "back-matter": {"resources": [{"uuid": "r1", "title": "Key book",
     "rlinks": [{"href": "book.pdf"}, {"href": "https://lab.example/book"}]}]}}}"##;

const COMPONENTS: &str = r##"{"component-definition": {
  "metadata": {"title": "All", "version": "7", "oscal-version": "1.9.0",
    "roles": [{"id": "op", "title": "Operator"}, {"id": "u1", "title": "Customer of the lab"}]},
  "components": [{"title": "Vault", "description": "Keeps *keys*.", "responsible-roles": [{"role-id": "u1"}],
   "control-implementations": [{"source": "#r7", "description": "How keys are kept.", "implemented-requirements": [
    {"control-id": "ac-1", "description": "In short.", "set-parameters": [{"param-id": "p1", "values": ["7 days"]}],
     "statements": [
      {"statement-id": "ac-1_smt.a", "description": "The vault counts every {{ insert: param, p1 }}."},
      {"statement-id": "ac-1_smt.b", "description": "The lab's users return keys.",
       "responsible-roles": [{"role-id": "u1"}]},
      {"statement-id": "ac-1_smt.z", "description": "Both sign.",
       "props": [{"name": "control-origination", "value": "shared"}]}]},
    {"control-id": "pe-1", "description": "Doors are planned.",
     "props": [{"name": "implementation-status", "value": "planned"}],
     "export": {"provided": [{"description": "A door."}], "responsibilities": [{"description": "Close the door."}]}},
    {"control-id": "at-9", "description": "Staff learn.", "responsible-roles": [{"role-id": "ghost"}]}]}]}]}}"##;

fn import(files: &[(&str, &str)]) -> Imported {
    let files = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    read(&files, Reason::Given, &about("")).unwrap()
}

fn dangling(read: &Imported) -> Vec<&str> {
    let what = read.problems.iter().map(|problem| match &problem.trouble {
        Trouble::DanglingReference { what } => what.as_str(),
        other => panic!("{other:?}"),
    });
    what.collect()
}

#[test]
fn groups_become_pages_and_controls_headings_with_their_parts() {
    let read = import(&[("rules.json", CATALOG)]);
    let page = &read.pack.pages[0];
    assert_eq!(
        (page.id.as_str(), page.title.as_str(), page.revision.as_str()),
        ("lab/ac", "Access", "3")
    );
    assert_eq!(
        shown(page),
        "# AC-1 Keys\nKeys are counted:\n- 1. every [number of days];\n  - by two;\n- after [gone].\n\
         ## Guidance\nCounting is dull.\n(Assessment objective) keys are counted;\n\
         term number of days\n: a number is set;\nterm reference\n: Key book\nterm related\n: PE-1 Locks, ZZ-9\n\
         ## AC-1.1 Spare keys\n"
    );
    assert_eq!(
        links(page),
        [
            ("Key book".to_owned(), "https://lab.example/book".to_owned()),
            ("PE-1 Locks".to_owned(), "#lab/pe".to_owned())
        ]
    );
    assert_eq!(dangling(&read), ["gone"]);
    assert_eq!(
        read.dead_links.iter().map(|dead| dead.target.as_str()).collect::<Vec<_>>(),
        ["#zz-9"]
    );
}

#[test]
fn requirements_become_statements_on_the_side_that_is_responsible() {
    let read = import(&[("rules.json", CATALOG), ("vault.json", COMPONENTS)]);
    let page = read.pack.pages.iter().find(|page| page.title == "Vault").unwrap();
    let told: Vec<_> =
        read.pack.statements.iter().map(|s| (s.id.as_str(), s.words.as_str(), s.side)).collect();
    assert_eq!(
        told,
        [
            ("lab/ac-1-smt-a", "The vault counts every 7 days.", Side::Provided),
            ("lab/ac-1-smt-b", "The lab's users return keys.", Side::ControllersDuty),
            ("lab/ac-1-smt-z", "Both sign.", Side::ControllersDuty),
            ("lab/pe-1", "Doors are planned.", Side::Limitation),
            ("lab/pe-1-provided", "A door.", Side::Provided),
            ("lab/pe-1-responsibility", "Close the door.", Side::ControllersDuty),
            ("lab/at-9", "Staff learn.", Side::Provided),
        ]
    );
    let kinds: Vec<_> = read.pack.statements.iter().map(|s| (s.kind, s.theme)).collect();
    assert_eq!(kinds[0], (StatementKind::Measure, Theme::Technological));
    assert_eq!(kinds[1], (StatementKind::Boundary, Theme::Technological));
    assert_eq!(kinds[6], (StatementKind::Measure, Theme::People));
    let first = &read.pack.statements[0];
    assert!(first.topics.is_empty() && first.iso.is_empty());
    let source = &first.sources[0];
    assert_eq!(
        (source.page.as_str(), source.heading.as_str()),
        (page.id.as_str(), "#r7 / AC-1 Keys")
    );
    assert_eq!(source.revision, "7");
    let blocks: Vec<_> =
        page.body.iter().filter(|b| matches!(b, PageBlock::Statement { .. })).collect();
    assert_eq!(blocks.len(), 7);
}

#[test]
fn what_has_no_name_has_an_id_below_the_provider_all_the_same() {
    let own = r#""control-id": "at-9", "props": [{"name": "statement", "ns": "urn:x-vurder:pack", "value": "lab/"}],"#;
    let unnamed = COMPONENTS.replace(r#""control-id": "at-9","#, own);
    let groups = r#"{"catalog": {"metadata": {"oscal-version": "1.1.2"}, "groups": [{"parts": [{"prose": "All."}]}]}}"#;
    let read = import(&[("components.json", &unnamed), ("groups.json", groups)]);
    let pages = read.pack.pages.iter().map(|page| page.id.as_str());
    let statements = read.pack.statements.iter().map(|statement| statement.id.as_str());
    let ids: Vec<&str> = pages.chain(statements).collect();
    assert!(ids.contains(&"lab/x") && ids.contains(&"lab/x-2"), "{ids:?}");
    assert!(ids.iter().all(|id| !id.ends_with('/')), "{ids:?}");
}

#[test]
fn a_newer_version_and_what_is_not_there_are_told() {
    let read = import(&[("rules.json", CATALOG), ("vault.json", COMPONENTS)]);
    let of_vault: Vec<_> =
        read.problems.iter().filter(|p| p.file == "vault.json").map(|p| &p.trouble).collect();
    let newer = Trouble::NewerVersion { stated: "1.9.0".into(), known: "1.1".into() };
    assert!(of_vault.contains(&&newer), "{of_vault:?}");
    for what in ["#r7", "ac-1_smt.z", "at-9", "ghost"] {
        let dangling = Trouble::DanglingReference { what: what.into() };
        assert!(of_vault.contains(&&dangling), "{what}: {of_vault:?}");
    }
    assert_eq!(of_vault.len(), 5);
    // Without the catalogue, nobody knows which controls exist.
    let alone = import(&[("vault.json", COMPONENTS)]);
    let dangling =
        alone.problems.iter().filter(|p| matches!(p.trouble, Trouble::DanglingReference { .. }));
    assert_eq!(dangling.count(), 2);
}

#[test]
fn files_that_cannot_be_read_are_told_and_the_others_are_read() {
    let deep = format!(
        r#"{{"oscal-version": "1", "catalog": {}"#,
        r#"{"groups": [{"groups": ["#.repeat(200)
    );
    let read = import(&[
        ("a.json", CATALOG),
        ("b.json", &CATALOG[..CATALOG.len() - 30]),
        ("c.json", "{\"oscal-version\": 1,\n \"catalog\": {\"groups\": 7}}"),
        ("d.json", r#"{"profile": {"metadata": {"oscal-version": "1.0.0"}}}"#),
        ("e.json", &deep),
        ("package.json", "{}"),
    ]);
    assert_eq!(read.pack.pages.len(), 2);
    let told: Vec<_> = read.problems.iter().map(|p| (p.file.as_str(), p.line)).collect();
    assert_eq!(told, [("a.json", 0), ("b.json", 20), ("c.json", 2), ("d.json", 0), ("e.json", 1)]);
    assert_eq!(read.problems[3].trouble, Trouble::OtherModel { what: "profile".into() });
    let files = [("d.json", r#"{"profile": {"metadata": {"oscal-version": "1.0.0"}}}"#.as_bytes())];
    let refused = super::read(&files.into_iter().collect(), Reason::Given, &about(""));
    assert_eq!(refused, Err(Refused::NotThisFormat));
}

/// The environment variable that names a folder with public catalogues. If it is not set, nothing is tested.
const CORPUS: &str = "VURDER_OSCAL";

#[test]
fn the_moderate_baseline_is_read_whole_and_fast() {
    let Ok(folder) = std::env::var(CORPUS) else { return };
    let entries = std::fs::read_dir(Path::new(&folder)).unwrap();
    let files: Files = entries
        .filter_map(Result::ok)
        .filter_map(|entry| {
            Some((entry.file_name().into_string().ok()?, std::fs::read(entry.path()).ok()?))
        })
        .collect();
    let begin = Instant::now();
    let read = read(&files, Reason::Given, &about("")).unwrap();
    let took = begin.elapsed();
    println!("{took:?} {:?} {} problems", read.counts, read.problems.len());
    for problem in read.problems.iter().take(20) {
        println!("{problem:?}");
    }
    assert!(read.counts.passages > 3000, "{:?}", read.counts);
    let limit = if cfg!(debug_assertions) { 10_000 } else { 300 };
    assert!(took < Duration::from_millis(limit), "{took:?}");
}
