//! Packs that are written and read back: nothing is lost and nothing is added.
#![allow(clippy::unwrap_used)]

mod packs;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use vurder_import::{
    Dialect, Files, Format, Imported, Reason, read, recognise, unpack, write_pack,
};
use vurder_model::provider::{Pack, PackOrigin};

fn back(pack: &Pack) -> Imported {
    let unpacked = unpack(&write_pack(pack)).unwrap();
    assert_eq!(unpacked.problems, []);
    read(&unpacked.files, None, &packs::about()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_pack_written_and_read_is_the_same(pack in packs::pack()) {
        let read = back(&pack);
        prop_assert_eq!(&read.pack, &pack);
        let told = read.problems.iter().filter(|p| !format!("{:?}", p.trouble).starts_with("SameAddress"));
        prop_assert_eq!(told.count(), 0, "{:?}", read.problems);
        prop_assert_eq!(read.dead_links, []);
        prop_assert_eq!(read.format.format, Format::Pack);
        prop_assert_eq!(read.sources.len(), pack.pages.len());
    }

    #[test]
    fn the_same_pack_gives_the_same_bytes(pack in packs::pack()) {
        prop_assert_eq!(write_pack(&pack), write_pack(&pack.clone()));
    }
}

/// Small sites, one for each reader.
fn sites() -> Vec<(Format, Vec<(&'static str, &'static str)>)> {
    let markdown = "---\ntitle: Start\n---\n\n# Backup *of* homes\n\nSee [the other](other.md) and [nobody](gone.md).\n\n\
                    - one\n  1. two\n\n| a | b |\n|---|---|\n| c | `d` |\n\n```\ncode\n  kept\n```\n\n> quoted\n\n!!! note\n    In a box\n";
    let html = "<html><head><title>Doors</title></head><body><main><h1>Doors</h1><p>All <b>doors</b> are <a href='b.html'>locked</a>.</p>\
                <table><tr><th>a</th></tr><tr><td>b</td></tr></table></main></body></html>";
    let satre = "specification:\n  - pillar: Doors\n    capability: Locks\n    capability_index: \"1.1\"\n    requirement_index: 1.1.01\n    \
                 statement: You must lock *each* door.\n    importance: Mandatory\n    architecture_url: https://lab.example/doors\n";
    let caiq = "Question ID,Question,CSP CAIQ Answer,SSRM Control Ownership,CSP Implementation Description,CSC Responsibilities,CCM Control ID\n\
                A&A-01.1,Are audits planned?,Yes,Shared CSP and CSC,Audits are planned.,Ask for them.,A&A-01\n\
                HRS-01.1,Is staff checked?,No,CSP-owned,,,HRS-01\n";
    let oscal = r##"{"component-definition": {"metadata": {"title": "All", "version": "7", "oscal-version": "1.1.2"},
        "components": [{"title": "Vault", "description": "Keeps *keys*, as [told](https://lab.example).",
          "control-implementations": [{"source": "rules.json", "description": "How.", "implemented-requirements": [
            {"control-id": "ac-1", "description": "The vault counts keys."},
            {"control-id": "pe-1", "description": "Doors.", "props": [{"name": "implementation-status", "value": "planned"}]}]}]}]}}"##;
    let mut sites = vec![
        (Format::Html, vec![("a.html", html), ("b.html", html)]),
        (Format::Satre, vec![("spec.yaml", satre), ("index.md", markdown)]),
        (Format::Caiq, vec![("caiq.csv", caiq)]),
        (Format::Oscal, vec![("vault.json", oscal)]),
    ];
    for dialect in Dialect::ALL {
        let files = vec![("index.md", markdown), ("other.md", "# Other\n\nWords.\n")];
        sites.push((Format::Markdown(dialect), files));
    }
    sites
}

#[test]
fn what_each_reader_makes_is_the_same_after_writing_and_reading() {
    for (format, files) in sites() {
        let files: Files = files.into_iter().map(|(path, text)| (path, text.as_bytes())).collect();
        let first = read(&files, Some(format), &packs::about()).unwrap();
        let second = back(&first.pack);
        assert_eq!(second.pack, first.pack, "{format:?}");
        assert_eq!(second.problems, [], "{format:?}");
        assert_eq!(
            (second.counts.pages, second.counts.passages),
            (first.counts.pages, first.counts.passages)
        );
        if matches!(format, Format::Caiq | Format::Oscal) {
            assert!(!second.pack.statements.is_empty(), "{format:?}");
        }
    }
}

#[test]
fn a_bundled_pack_comes_back_as_an_imported_one() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut pack = packs::pack().new_tree(&mut runner).unwrap().current();
    pack.origin = PackOrigin::Bundled;
    let read = back(&pack).pack;
    assert_eq!(read.origin, PackOrigin::Imported);
    pack.origin = PackOrigin::Imported;
    assert_eq!(read, pack);
}

#[test]
fn a_pack_is_recognised_before_all_other_formats_and_in_a_folder_of_its_own() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let pack = packs::pack().new_tree(&mut runner).unwrap().current();
    let unpacked = unpack(&write_pack(&pack)).unwrap().files;
    let mut files = Files::new();
    for (path, bytes) in unpacked.iter() {
        files.insert(format!("public/pack/{path}"), bytes);
    }
    files.insert("index.md", b"# A site around it".as_slice());
    files.insert(
        "oscal.json",
        br#"{"catalog": {"metadata": {"oscal-version": "1.1.2"}}}"#.as_slice(),
    );
    let found = recognise(&files).unwrap();
    assert_eq!(found.format, Format::Pack);
    assert_eq!(found.reason, Reason::File { path: "public/pack/vurder-pack.json".into() });
    let read = read(&files, None, &packs::about()).unwrap();
    assert_eq!(read.pack, pack);
}
