//! The project's own packs and topics, and the problems that are found in wrong content.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::path::Path;

use vurder_content::{Content, Files, Problem, words_hash};
use vurder_model::provider::PageBlock;

const TOPICS: &str = "- id: backup\n  title: Backup\n  question: What is backed up?\n  group: Operation\n  iso: [A.8.13]\n  gdpr: [\"32(1)(c)\"]\n";
const PROVIDER: &str = "name: A Cloud\ncountry: Norway\nwebsite: https://cloud.example/\nlicence: Our words.\nabout: A cloud.\n";
const FRONT: &str = "---\ntitle: Safety\naddress: https://cloud.example/safety\nrevision: none stated\ncaptured: 2026-11-22\norder: 1\n---\n";
const STATEMENT: &str = "\n## Copies\n\n- Statement `nightly`: Data is copied every night.\n  - kind: measure\n  - side: provided\n  - theme: technological\n  - topics: backup\n  - iso: A.8.13\n";

/// A small pack without a problem. Each test changes one thing in it.
fn files() -> Files {
    let mut files = Files::new("content");
    files.insert("topics.yaml", TOPICS);
    files.insert("providers/a-cloud/provider.yaml", PROVIDER);
    files.insert("providers/a-cloud/1/revision.yaml", "date: 2026-11-22\n");
    files.insert("providers/a-cloud/1/safety.md", format!("{FRONT}{STATEMENT}"));
    let registers = include_str!("../../../content/templates/registers.yaml");
    files.insert("templates/registers.yaml", registers);
    files
}

/// The printed problems of the small pack with one file replaced.
fn wrong(path: &str, text: impl Into<Vec<u8>>) -> Vec<String> {
    let mut files = files();
    files.insert(path, text);
    let problems = Content::from_files(&files).err().unwrap_or_default();
    // Problems of templates are left out: the registers name topics that the small pack does not have.
    problems.iter().filter(|p| !p.file.contains("templates")).map(Problem::to_string).collect()
}

fn page(text: &str) -> Vec<String> {
    wrong("providers/a-cloud/1/safety.md", text)
}

fn replaced(from: &str, to: &str) -> Vec<String> {
    let whole = format!("{FRONT}{STATEMENT}");
    assert!(whole.contains(from), "{from}");
    page(&whole.replacen(from, to, 1))
}

const PAGE: &str = "content/providers/a-cloud/1/safety.md";

#[track_caller]
fn says(problems: &[String], expected: &[String]) {
    assert_eq!(problems, expected);
}

#[test]
fn the_small_pack_is_without_fault() {
    says(&page(&format!("{FRONT}{STATEMENT}")), &[]);
}

#[test]
fn statements_stand_whole() {
    for pack in &Content::embedded().packs {
        for statement in &pack.statements {
            let id = &statement.id;
            assert!(id.starts_with(&format!("{}/", pack.provider)), "{id}");
            assert!(!statement.topics.is_empty() && !statement.sources.is_empty(), "{id}");
            assert_eq!(statement.hash, words_hash(&statement.words), "{id}");
            assert!(statement.words.ends_with('.'), "{id}");
        }
        let shown: BTreeSet<&str> = pack
            .pages
            .iter()
            .flat_map(|page| &page.body)
            .filter_map(|block| match block {
                PageBlock::Statement { id } => Some(id.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(shown.len(), pack.statements.len(), "every statement is on a page");
        for action in &pack.actions {
            assert!(!action.statements.is_empty() && !action.words.is_empty(), "{}", action.id);
        }
    }
}

/// Projects cite statements by id, so a published id stays, even when its words change. New ids are added to the list.
#[test]
fn published_ids_stay() {
    let packs = &Content::embedded().packs;
    let mut ids: Vec<&str> = packs
        .iter()
        .flat_map(|pack| {
            let statements = pack.statements.iter().map(|s| s.id.as_str());
            statements.chain(pack.actions.iter().map(|a| a.id.as_str()))
        })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let published: Vec<&str> = include_str!("published/ids.txt").lines().collect();
    assert_eq!(ids, published);
}

#[test]
fn a_statement_on_two_pages_is_one_with_two_sources() {
    let pack = Content::embedded().pack_at("hunt-cloud", "1").unwrap();
    let report = pack.statement("hunt-cloud/audit-report-on-request").unwrap();
    let places: Vec<(&str, &str)> =
        report.sources.iter().map(|s| (s.page.as_str(), s.heading.as_str())).collect();
    assert_eq!(
        places,
        [
            ("hunt-cloud/compliance", "Certificate audits"),
            ("hunt-cloud/risk-management-faq", "Audits / Results of certification audits"),
        ]
    );
}

#[test]
fn the_hash_follows_the_words_and_not_the_line_breaks() {
    assert_eq!(words_hash("a  b\nc"), words_hash("a b c"));
    assert_ne!(words_hash("a b c"), words_hash("a b d"));
    assert_eq!(words_hash("a b c").len(), 16);
}

#[test]
fn links_between_pages_lead_into_the_program() {
    let pack = Content::embedded().pack_at("hunt-cloud", "1").unwrap();
    let page = pack.page("hunt-cloud/compliance").unwrap();
    let PageBlock::Text { text } = &page.body[0] else { panic!("words first") };
    assert!(
        text.to_markdown().contains("[FAQ on risk management](#hunt-cloud/risk-management-faq)")
    );
}

#[test]
fn duplicate_ids_are_refused() {
    let twice = format!("{FRONT}{STATEMENT}{STATEMENT}");
    says(
        &page(&twice),
        &[format!("{PAGE}:20: duplicate id: \"nightly\" stands already in {PAGE}:11")],
    );
    says(
        &wrong("topics.yaml", format!("{TOPICS}{TOPICS}")),
        &["content/topics.yaml:7: duplicate id: topic \"backup\" stands already in line 1".into()],
    );
}

#[test]
fn unknown_topics_kinds_sides_and_themes_are_refused() {
    says(
        &replaced("topics: backup", "topics: backup, bakcup"),
        &[format!("{PAGE}:15: unknown topic \"bakcup\": topics.yaml has none of that id")],
    );
    says(
        &replaced("kind: measure", "kind: mesure"),
        &[format!(
            "{PAGE}:12: unknown kind \"mesure\": write one of measure, assurance, right, service, boundary, claim"
        )],
    );
    says(
        &replaced("side: provided", "side: provider"),
        &[format!(
            "{PAGE}:13: unknown side \"provider\": write one of provided, limitation, controllers-duty"
        )],
    );
    says(
        &replaced("theme: technological", "theme: technical"),
        &[format!(
            "{PAGE}:14: unknown theme \"technical\": write one of organisational, people, physical, technological"
        )],
    );
    says(
        &replaced("  - kind: measure\n", ""),
        &[format!(
            "{PAGE}:11: statement \"nightly\" has no kind: write one of measure, assurance, right, service, boundary, claim"
        )],
    );
    says(
        &replaced("A.8.13", "8,13"),
        &[
            format!(
                "{PAGE}:16: \"13\" is no number of ISO/IEC 27001: write A.5.35 for annex A or 6.1 for a clause"
            ),
            format!(
                "{PAGE}:16: \"8\" is no number of ISO/IEC 27001: write A.5.35 for annex A or 6.1 for a clause"
            ),
        ],
    );
    says(
        &replaced("  - iso: A.8.13", "  - number: A.8.13"),
        &[format!(
            "{PAGE}:16: unknown key \"number\": statement \"nightly\" has kind, side, theme, topics, iso, uncertain"
        )],
    );
}

#[test]
fn a_missing_source_is_refused() {
    says(
        &replaced("address: https://cloud.example/safety\n", ""),
        &[format!("{PAGE}:1: missing source: the page has no address")],
    );
    says(
        &replaced("captured: 2026-11-22\n", ""),
        &[format!("{PAGE}:1: missing source: the page has no captured date")],
    );
    says(
        &replaced("https://cloud.example/safety", "cloud/safety"),
        &[format!("{PAGE}:3: missing source: \"cloud/safety\" is no http or https address")],
    );
    says(
        &page(STATEMENT),
        &[format!(
            "{PAGE}:1: missing source: a page starts with \"---\", its title, address, revision, captured and order, and \"---\""
        )],
    );
}

#[test]
fn bad_dates_are_refused() {
    for date in ["2026-02-30", "22.11.2026", "2026-1-1", "soon"] {
        says(
            &replaced("2026-11-22", date),
            &[format!("{PAGE}:5: bad date: \"{date}\" is no day; write it as 2026-11-22")],
        );
    }
}

#[test]
fn dead_links_are_refused() {
    let with = |link: &str| page(&format!("{FRONT}\n## Copies\n\nSee\n{link}.\n{STATEMENT}"));
    for good in
        ["[a](safety.md)", "[a](#copies)", "[a](safety.md#nightly)", "[a](https://a.example)"]
    {
        says(&with(good), &[]);
    }
    for dead in ["other.md", "safety.md#nothing", "#nothing", "/contact", "javascript:alert(1)"] {
        says(
            &with(&format!("[a]({dead})")),
            &[format!(
                "{PAGE}:12: dead link: \"{dead}\" is no page or heading of this pack, and no http, https or mailto address"
            )],
        );
    }
}

#[test]
fn a_statement_without_text_is_refused() {
    says(
        &replaced(" Data is copied every night.", ""),
        &[format!("{PAGE}:11: statement \"nightly\" has no text: write it after the colon")],
    );
}

#[test]
fn unknown_front_matter_is_refused() {
    let problems = replaced("order: 1", "order: 1\nauthor: me");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with(&format!("{PAGE}:7: ")), "{problems:?}");
    assert!(problems[0].contains("author"), "{problems:?}");
    let problems = replaced("order: 1", "order: first");
    assert!(problems[0].starts_with(&format!("{PAGE}:6: ")), "{problems:?}");
    let file = "content/providers/a-cloud/provider.yaml";
    let problems = wrong("providers/a-cloud/provider.yaml", format!("{PROVIDER}phone: 1\n"));
    assert!(problems[0].starts_with(&format!("{file}:6: ")), "{problems:?}");
}

#[test]
fn actions_rest_on_statements() {
    let action = "\n- Action `ask`: Ask for it\n  - how: Write.\n  - statements: nightly, hourly\n";
    says(
        &page(&format!("{FRONT}{STATEMENT}{action}")),
        &[format!("{PAGE}:20: unknown statement \"hourly\": action \"ask\" rests on it")],
    );
    says(
        &page(&format!("{FRONT}{STATEMENT}\n- Again `hourly`\n")),
        &[format!("{PAGE}:18: unknown statement \"hourly\"")],
    );
}

#[test]
fn misspelt_markers_are_refused() {
    says(
        &replaced("- Statement `", "- Statment `"),
        &[format!(
            "{PAGE}:11: this item has no marker, but others of its list have: start it with Statement, Again, Action or Document and an id in backticks"
        )],
    );
    // A nested list is part of the words.
    says(&page(&format!("{FRONT}\n- one\n  - two\n\n  more\n{STATEMENT}")), &[]);
}

#[test]
fn what_is_no_utf8_is_refused() {
    let mut bytes = format!("{FRONT}{STATEMENT}").into_bytes();
    let at = bytes.iter().position(|b| *b == b'#').unwrap();
    bytes[at] = 0xe6;
    says(
        &wrong("providers/a-cloud/1/safety.md", bytes),
        &[format!("{PAGE}:9: cannot be read: save the file as UTF-8")],
    );
}

#[test]
fn missing_files_are_named() {
    let problems = Content::from_files(&Files::new("content")).unwrap_err();
    let problems: Vec<String> = problems.iter().map(Problem::to_string).collect();
    assert!(
        problems
            .contains(&"content/topics.yaml:1: this file is missing: it lists the topics".into())
    );
    assert!(problems.contains(
        &"content/providers:1: there are no packs: each provider has a folder here".into()
    ));
    let folder = tempfile::tempdir().unwrap();
    assert!(!vurder_content::check(folder.path()).is_empty());
    assert!(!vurder_content::check(&folder.path().join("none")).is_empty());
}

#[test]
fn the_folder_says_the_same_as_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    assert_eq!(vurder_content::check(&folder), []);
    assert_eq!(&Content::read(&folder).unwrap(), Content::embedded());
}

#[test]
fn windows_line_ends_and_byte_order_marks_do_no_harm() {
    let windows = format!("\u{feff}{FRONT}{STATEMENT}").replace('\n', "\r\n");
    says(&page(&windows), &[]);
    let dead = windows.replace("`nightly`: Data is copied every night.", "`nightly`:");
    says(
        &page(&dead),
        &[format!("{PAGE}:11: statement \"nightly\" has no text: write it after the colon")],
    );
}
