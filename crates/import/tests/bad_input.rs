//! Input that is broken, hostile or too much: told as it is, and never at the cost of other files.
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
        ("d.md", vec![b'x'; 100 * 1024 * 1024]),
        ("e.md", b"---\ntitle: Never ends\n\n# E\n\nStill here".to_vec()),
        ("f.md", b"Good".to_vec()),
    ]);
    let told: Vec<(&str, &Trouble)> =
        imported.problems.iter().map(|p| (p.file.as_str(), &p.trouble)).collect();
    assert_eq!(
        told,
        [
            ("a.md", &Trouble::NotUtf8 { places: 1 }),
            ("b.md", &Trouble::Binary),
            ("d.md", &Trouble::TooLarge { bytes: 100 * 1024 * 1024, limit: limits::FILE_BYTES }),
            ("e.md", &Trouble::FrontMatterWithoutEnd),
        ]
    );
    assert_eq!(imported.counts.pages, 4);
    for there in ["God p\u{FFFD}ske", "Sixteen", "Still here", "Never ends", "Good"] {
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
    // What looks for its end reads the page ahead, up to its last line, which includes the page again.
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
