//! Broken, hostile or too large input: it is reported, and other files are still read.
#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use vurder_import::{About, Dialect, Files, Format, Imported, Refused, Trouble, limits, read};

fn about() -> About {
    About {
        provider: "p".into(),
        name: "P".into(),
        country: "Norway".into(),
        website: String::new(),
        address: String::new(),
        revision: None,
        date: chrono::NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
    }
}

fn import(files: Vec<(&str, Vec<u8>)>) -> Imported {
    read(&files.into_iter().collect(), None, &about()).unwrap()
}

fn words(imported: &Imported) -> String {
    format!("{:?}", imported.pack.pages)
}

#[test]
fn broken_files_are_told_and_the_others_are_read() {
    let utf16: Vec<u8> =
        "\u{FEFF}# Utf\n\nSixteen".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let imported = import(vec![
        ("a.md", b"# A\n\nGod p\xE5ske".to_vec()),
        ("b.md", b"\x89PNG\0\0\0".to_vec()),
        ("c.md", utf16),
        ("d.md", vec![b'x'; 9 * 1024 * 1024]),
        ("e.md", b"---\ntitle: Never ends\n\n# E\n\nStill here".to_vec()),
        ("f.md", b"Good".to_vec()),
    ]);
    let told: Vec<(&str, &Trouble)> =
        imported.problems.iter().map(|p| (p.file.as_str(), &p.trouble)).collect();
    assert_eq!(
        told,
        [
            ("a.md", &Trouble::EncodingGuessed { encoding: "windows-1252".into() }),
            ("b.md", &Trouble::Binary),
            ("d.md", &Trouble::TooLarge { bytes: 9 * 1024 * 1024, limit: limits::MARKDOWN_BYTES }),
            ("e.md", &Trouble::FrontMatterWithoutEnd),
        ]
    );
    assert_eq!(imported.counts.pages, 4);
    for there in ["God påske", "Sixteen", "Still here", "Never ends", "Good"] {
        assert!(words(&imported).contains(there), "{there}");
    }
}

#[test]
fn too_many_files_are_refused_with_their_number() {
    let files: Files = (0..100_000).map(|n| (format!("{n}.md"), Vec::new())).collect();
    let refused = read(&files, None, &about()).unwrap_err();
    assert_eq!(refused, Refused::TooManyFiles { count: 100_000, limit: limits::FILES });
    let none = read(&Files::new(), None, &about()).unwrap_err();
    assert_eq!(none, Refused::NothingToRead { count: 0 });
}

#[test]
fn two_pages_with_one_address_are_both_there_under_ids_of_their_own() {
    let page =
        |title: &str| format!("---\ntitle: {title}\npermalink: /same/\n---\nWords").into_bytes();
    let files: Files = [("a b.md", page("One")), ("a-b.md", page("Two"))].into_iter().collect();
    let imported = read(&files, Some(Format::Markdown(Dialect::VitePress)), &about()).unwrap();
    let ids: Vec<&str> = imported.pack.pages.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(ids, ["p/a-b", "p/a-b-2"]);
    let same = Trouble::SameAddress { other: "a b.md".into(), address: "same/".into() };
    assert_eq!(imported.problems[0].trouble, same);
}

#[test]
fn files_that_include_each_other_end() {
    let config = b"site_name: X".to_vec();
    let imported = import(vec![
        ("mkdocs.yml", config),
        ("docs/a.md", b"A words\n\n--8<-- \"docs/b.md\"\n".to_vec()),
        ("docs/b.md", b"B words\n\n--8<-- \"docs/a.md\"\n".to_vec()),
    ]);
    let circles =
        imported.problems.iter().filter(|p| matches!(p.trouble, Trouble::IncludeTooDeep { .. }));
    assert_eq!(circles.count(), 2, "{:?}", imported.problems);
}

#[test]
fn a_page_that_includes_itself_below_something_that_never_ends_stays_small() {
    // A construct without an end makes the reader read the page up to its last line, which includes the page again.
    for open in ["{{", "{%", "<Tab a={", "[x](", "`", "<!--"] {
        let page = format!("# Page\n\nA word {open} and more\n\n- one\n\n--8<-- \"page.md\"\n");
        let files: Files = [("page.md", page.as_bytes())].into_iter().collect();
        let imported = read(&files, Some(Format::Markdown(Dialect::MkDocs)), &about()).unwrap();
        assert!(imported.counts.passages < 8, "{open}: {:?}", imported.counts);
    }
}

#[test]
fn deep_nesting_is_quick_and_loses_no_words() {
    let deep = 10_000;
    let cases = [
        format!("{}core", "- ".repeat(deep)),
        format!("{}core", "> ".repeat(deep)),
        format!("{}core{}", "<div>".repeat(deep), "</div>".repeat(deep)),
        format!("{}core{}", "<ul><li>".repeat(deep), "</li></ul>".repeat(deep)),
        format!("{}core{}", "<table><tr><td>".repeat(deep), "</td></tr></table>".repeat(deep)),
        format!("{}core{}", "\n<details>\n\n".repeat(deep), "\n</details>\n".repeat(deep)),
        format!("{}core{}", "**a ".repeat(deep), "**".repeat(deep)),
        format!("{}core{}", "[".repeat(deep), "](x)".repeat(deep)),
        format!("{}\ncore\n", "::: tip\n".repeat(deep)),
        format!("{}\ncore\n", "{% note() %}\n".repeat(deep)),
        format!("{}\n core\n", "<Tab a={\n".repeat(deep)),
        format!("{} core", "{{ ".repeat(deep)),
        format!("a {} core", "`".repeat(3 * deep + 1)),
        format!("{}core", (0..200).map(|n| format!("{}- a\n", "  ".repeat(n))).collect::<String>()),
    ];
    for case in &cases {
        for dialect in Dialect::ALL {
            let files: Files = [("a.md", case.as_bytes())].into_iter().collect();
            let start = Instant::now();
            let imported = read(&files, Some(Format::Markdown(dialect)), &about()).unwrap();
            let took = start.elapsed();
            let begin: String = case.chars().take(20).collect();
            assert!(took < Duration::from_secs(20), "{begin:?} in {dialect:?}: {took:?}");
            assert!(words(&imported).contains("core"), "{begin:?} in {dialect:?}");
        }
    }
}

#[test]
fn files_that_include_themselves_end_in_every_dialect() {
    let pages = [
        (Dialect::VitePress, "A word\n\n<!-- @include: ./page.md -->\n"),
        (Dialect::VitePress, "A word\n\n@include: page.md\n"),
        (Dialect::MkDocs, "A word\n\n--8<-- \"page.md\"\n"),
        (Dialect::MkDocs, "A word\n\n{! page.md !}\n"),
        (Dialect::MkDocs, "A word\n\n{% include-markdown \"page.md\" %}\n"),
        (Dialect::Jekyll, "A word\n\n{% include page.md %}\n"),
        (Dialect::Docusaurus, "import Page from './page.md'\n\nA word\n\n<Page />\n"),
        (Dialect::Myst, "A word\n\n```{include} page.md\n```\n"),
    ];
    for (dialect, page) in pages {
        let files: Files = [("page.md", page.as_bytes())].into_iter().collect();
        let imported = read(&files, Some(Format::Markdown(dialect)), &about()).unwrap();
        let circles: Vec<&Trouble> = imported.problems.iter().map(|p| &p.trouble).collect();
        assert!(
            matches!(circles[..], [Trouble::IncludeTooDeep { .. }]),
            "{page:?} in {dialect:?}: {circles:?}"
        );
        assert_eq!(imported.counts.passages, 1, "{page:?}: {}", words(&imported));
    }
}

#[test]
fn data_that_is_nested_too_deep_is_told_and_the_other_files_are_read() {
    let deep = 10_000;
    let parts = format!(
        r#"{{"catalog": {{"metadata": {{"oscal-version": "1.1.2"}}, "controls": [{{"id": "a", "parts": {}"#,
        r#"[{"name": "item", "parts": "#.repeat(deep)
    );
    let sound = r#"{"catalog": {"metadata": {"title": "Rules", "oscal-version": "1.1.2"},
      "controls": [{"id": "a-1", "title": "Keys", "parts": [{"name": "statement", "prose": "Keys are counted."}]}]}}"#;
    let imported = import(vec![("deep.json", parts.into_bytes()), ("rules.json", sound.into())]);
    assert!(words(&imported).contains("Keys are counted."));
    let [problem] = &imported.problems[..] else { panic!("{:?}", imported.problems) };
    assert!(matches!(problem.trouble, Trouble::Malformed { .. }), "{problem:?}");
    assert_eq!(problem.file, "deep.json");

    let yaml =
        "specification:\n  - requirement_index: 1\n    statement: Lock doors.\n    pillar: Doors\n";
    for sign in ["[", "{a: ", "- ", "? "] {
        let deep = format!("{yaml}    other: {}\n", sign.repeat(deep));
        let imported = import(vec![("deep.yaml", deep.into_bytes()), ("doors.yaml", yaml.into())]);
        assert!(words(&imported).contains("Lock doors."));
        assert!(imported.problems.iter().all(|p| p.file == "deep.yaml"), "{:?}", imported.problems);
        assert_eq!(imported.problems.len(), 1, "{sign}: {:?}", imported.problems);
    }
}

#[test]
fn binary_under_the_name_of_text_is_told_in_every_format() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR \"oscal-version\" specification: requirement_index: statement:";
    let oscal = r#"{"catalog": {"metadata": {"oscal-version": "1.1.2"}, "controls": [
      {"id": "a-1", "parts": [{"name": "statement", "prose": "A word."}]}]}}"#;
    let yaml = "specification:\n  - requirement_index: 1\n    statement: A word.\n";
    let csv =
        "Question ID,Question,CSP CAIQ Answer,SSRM Control Ownership\nA-1,A word?,Yes,CSP-owned\n";
    let pairs = [
        ("a.md", "b.md", "A word.", true),
        ("a.html", "b.html", "<p>A word.", true),
        ("a.json", "b.json", oscal, true),
        ("a.yaml", "b.yaml", yaml, true),
        ("a.csv", "b.csv", csv, true),
        ("a.xlsx", "b.csv", csv, false),
    ];
    for (binary, sound, text, is_text) in pairs {
        let imported = import(vec![(binary, png.to_vec()), (sound, text.into())]);
        assert!(words(&imported).contains("A word"), "{binary}");
        let told: Vec<(&str, &Trouble)> =
            imported.problems.iter().map(|p| (p.file.as_str(), &p.trouble)).collect();
        assert!(matches!(told[..], [(file, _)] if file == binary), "{binary}: {told:?}");
        assert_eq!(*told[0].1 == Trouble::Binary, is_text, "{binary}: {told:?}");
    }
}

#[test]
fn pages_in_an_encoding_that_is_not_known_are_guessed_or_left_out() {
    let utf16: Vec<u8> = "# Utf\n\nSixteen".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut utf32 = vec![0xFF, 0xFE, 0, 0];
    utf32.extend("Thirty-two".chars().flat_map(|c| u32::from(c).to_le_bytes()));
    // Words in EBCDIC.
    let ebcdic = vec![0xC8, 0x85, 0x93, 0x93, 0x96, 0x40, 0xA6, 0x96, 0x99, 0x93, 0x84];
    let imported = import(vec![
        ("a.md", utf16),
        ("b.md", utf32),
        ("c.md", ebcdic),
        ("d.md", b"Words".to_vec()),
    ]);
    let told: Vec<(&str, &Trouble)> =
        imported.problems.iter().map(|p| (p.file.as_str(), &p.trouble)).collect();
    assert_eq!(
        told,
        [("a.md", &Trouble::Binary), ("b.md", &Trouble::Binary), ("c.md", &Trouble::Binary)]
    );
    let page = b"<meta charset=klingon><p>God p\xE5ske".to_vec();
    let imported = import(vec![("a.html", page)]);
    assert!(words(&imported).contains("God påske"));
    let guessed = Trouble::EncodingGuessed { encoding: "windows-1252".into() };
    assert_eq!(imported.problems[0].trouble, guessed);
}

#[test]
fn two_saved_pages_of_one_address_are_both_there() {
    let page = |words: &str| {
        format!("<link rel=canonical href='https://lab.example/doors'><p>{words}").into_bytes()
    };
    let imported = import(vec![("a.html", page("One.")), ("b.html", page("Two."))]);
    let ids: Vec<&str> = imported.pack.pages.iter().map(|page| page.id.as_str()).collect();
    assert_eq!(ids, ["p/doors", "p/doors-2"]);
    let address = "https://lab.example/doors".to_owned();
    assert_eq!(
        imported.problems[0].trouble,
        Trouble::SameAddress { other: "a.html".into(), address }
    );
}

#[test]
fn references_of_oscal_that_lead_nowhere_are_told_once_for_each() {
    let text = r##"{"component-definition": {"metadata": {"oscal-version": "1.1.2"}, "components": [{"title": "Vault",
      "control-implementations": [{"source": "#gone", "implemented-requirements": [
        {"control-id": "a-9", "description": "Counted {{ insert: param, p9 }}."},
        {"control-id": "a-9", "description": "Twice.", "statements": [{"statement-id": "a-9_smt", "description": "And again."}]}]}]}]}}"##;
    let catalog = r##"{"catalog": {"metadata": {"oscal-version": "1.1.2"}, "controls": [
      {"id": "a-1", "title": "Keys", "links": [{"href": "#lost"}], "parts": [{"name": "statement", "prose": "Keys."}]}]}}"##;
    let imported = import(vec![("a.json", text.into()), ("b.json", catalog.into())]);
    let told: Vec<String> = imported
        .problems
        .iter()
        .map(|problem| match &problem.trouble {
            Trouble::DanglingReference { what } => format!("{} {what}", problem.file),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(told, ["a.json #gone", "a.json a-9", "a.json a-9_smt", "a.json p9"]);
    assert_eq!(imported.dead_links[0].target, "#lost");
    assert_eq!(imported.pack.statements.len(), 2);
}

#[test]
fn few_words_in_very_many_pieces_are_refused_before_they_fill_the_memory() {
    let table = format!("|a|a|a|a|\n|-|-|-|-|\n{}", "|a|a|a|a|\n".repeat(40_000));
    for (what, page) in [
        ("items", "- a\n".repeat(110_000)),
        ("paragraphs", "a\n\n".repeat(110_000)),
        ("headings", "# a\n".repeat(110_000)),
        ("marked words", "*a* ".repeat(110_000)),
        ("links", "[a](b) ".repeat(80_000)),
        ("cells", table),
    ] {
        let files: Files =
            (0..4).map(|n| (format!("{n}.md"), format!("# T\n\n{page}").into_bytes())).collect();
        let refused = read(&files, None, &about()).unwrap_err();
        assert_eq!(refused, Refused::TooManyPieces { limit: limits::PIECES }, "{what}");
    }
}
