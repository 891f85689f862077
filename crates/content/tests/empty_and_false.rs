//! Content of the right form that is empty, or that cannot be true.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

use std::path::Path;

use vurder_content::{Content, Files, Problem};

const TOPICS: &str = "- id: backup\n  title: Backup\n  question: What is backed up?\n  group: Operation\n  iso: [A.8.13]\n  gdpr: [\"32(1)(c)\"]\n";
const PROVIDER: &str = "name: A Cloud\ncountry: Norway\nwebsite: https://cloud.example/\nlicence: Our words.\nabout: A cloud.\n";
const SAFETY: &str = "---\ntitle: Safety\naddress: https://cloud.example/safety\nrevision: none stated\ncaptured: 2026-11-22\norder: 1\n---\n\n## Copies\n\n- Statement `nightly`: Data is copied every night.\n  - kind: measure\n  - side: provided\n  - theme: technological\n  - topics: backup\n  - iso: A.8.13\n";
const MORE: &str = "---\ntitle: More\naddress: https://cloud.example/more\nrevision: none stated\ncaptured: 2026-11-22\norder: 2\n---\n\n## Again\n\n- Again `nightly`\n";

const FILES: [(&str, &str); 5] = [
    ("providers/a-cloud/1/revision.yaml", "date: undated\n"),
    ("topics.yaml", TOPICS),
    ("providers/a-cloud/provider.yaml", PROVIDER),
    ("providers/a-cloud/1/safety.md", SAFETY),
    ("providers/a-cloud/1/more.md", MORE),
];

/// The problems of the small content when `from` is replaced by `to` in the file at `path`. Problems of templates are
/// left out: these name topics that the small content does not have.
fn with(path: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = Files::new("c");
    let registers = include_str!("../../../content/templates/registers.yaml");
    files.insert("templates/registers.yaml", registers);
    for (at, text) in FILES {
        let text = if at == path {
            assert_eq!(text.matches(from).count(), 1, "\"{from}\" stands in {path} once");
            text.replace(from, to)
        } else {
            text.to_owned()
        };
        files.insert(at, text);
    }
    let problems = Content::from_files(&files).err().unwrap_or_default();
    problems
        .iter()
        .map(|p| p.to_string().replace("c/providers/a-cloud/", "").replace("1/", ""))
        .collect()
}

#[test]
fn the_small_content_is_without_fault() {
    assert_eq!(with("topics.yaml", "Operation", "Operation"), Vec::<String>::new());
}

#[test]
fn words_that_say_nothing_are_none() {
    for words in ["****", "–", "\u{200b}", "…"] {
        assert_eq!(
            with("providers/a-cloud/1/safety.md", "Data is copied every night.", words),
            ["safety.md:11: statement \"nightly\" has no text: write it after the colon"],
            "{words:?}"
        );
    }
    assert_eq!(
        with("providers/a-cloud/1/safety.md", "Data is copied every night.", "<!-- later -->"),
        [
            "safety.md:11: HTML is not shown: write Markdown",
            "safety.md:11: statement \"nightly\" has no text: write it after the colon",
        ]
    );
    for (key, line) in [
        ("name: A Cloud", 1),
        ("country: Norway", 2),
        ("licence: Our words.", 4),
        ("about: A cloud.", 5),
    ] {
        let name = key.split(':').next().unwrap();
        assert_eq!(
            with("providers/a-cloud/provider.yaml", key, &format!("{name}: \"\"")),
            [format!("provider.yaml:{line}: the provider's {name} is empty")]
        );
    }
    assert_eq!(
        with("providers/a-cloud/1/safety.md", "title: Safety", "title: \"\""),
        ["safety.md:2: the page's title is empty"]
    );
    assert_eq!(
        with("providers/a-cloud/1/safety.md", "revision: none stated", "revision: \"-\""),
        ["safety.md:4: the page's revision is empty"]
    );
    assert_eq!(
        with("topics.yaml", "title: Backup", "title: \"\""),
        ["c/topics.yaml:2: topic \"backup\" has no title"]
    );
    assert_eq!(
        with("topics.yaml", "group: Operation", "group: \"\""),
        ["c/topics.yaml:4: topic \"backup\" is in no group"]
    );
}

#[test]
fn addresses_lead_somewhere() {
    for address in [
        "foo",
        "https://",
        "https://foo",
        "https://.",
        "https://a..example",
        "ftp://a.example",
        "//a.example",
        "https://a b.example",
    ] {
        assert_eq!(
            with("providers/a-cloud/provider.yaml", "https://cloud.example/", address),
            [format!("provider.yaml:3: \"{address}\" is no http or https address")]
        );
    }
    for address in ["http://a.example", "https://a.example:8443/x?y=1#z", "https://åse.example/"] {
        assert_eq!(
            with("providers/a-cloud/provider.yaml", "https://cloud.example/", address),
            Vec::<String>::new()
        );
    }
}

#[test]
fn a_page_is_of_a_day_of_our_time() {
    for day in ["0001-01-01", "1999-12-31", "2101-01-01", "9999-12-31"] {
        assert_eq!(
            with(
                "providers/a-cloud/1/safety.md",
                "captured: 2026-11-22",
                &format!("captured: {day}")
            ),
            [format!(
                "safety.md:5: bad date: \"{day}\" is no day of a page's state; write a year from 2000 to 2100"
            )]
        );
    }
    for day in ["2000-01-01", "2100-12-31"] {
        let problems = with(
            "providers/a-cloud/1/safety.md",
            "captured: 2026-11-22",
            &format!("captured: {day}"),
        );
        assert_eq!(problems, Vec::<String>::new());
    }
}

#[test]
fn a_statement_has_one_source_per_page() {
    let says = |line| {
        format!(
            "more.md:{line}: \"nightly\" stands on this page already; Again names it on another one"
        )
    };
    assert_eq!(
        with(
            "providers/a-cloud/1/more.md",
            "- Again `nightly`\n",
            "- Again `nightly`\n- Again `nightly`\n"
        ),
        [says(12)]
    );
    assert_eq!(
        with(
            "providers/a-cloud/1/safety.md",
            "  - iso: A.8.13\n",
            "  - iso: A.8.13\n\n- Again `nightly`\n"
        ),
        [says(18).replace("more.md", "safety.md")]
    );
}

#[test]
fn numbers_of_the_standard_and_the_law_exist() {
    assert_eq!(
        with("providers/a-cloud/1/safety.md", "iso: A.8.13", "iso: A.99.99, A.8.34, A.8.35"),
        [
            "safety.md:16: \"A.8.35\" is no number of ISO/IEC 27001: write A.5.35 for annex A or 6.1 for a clause",
            "safety.md:16: \"A.99.99\" is no number of ISO/IEC 27001: write A.5.35 for annex A or 6.1 for a clause",
        ]
    );
    assert_eq!(
        with("topics.yaml", "32(1)(c)", "128(5)"),
        [
            "c/topics.yaml:6: \"128(5)\" is no article of the GDPR: write 32 or 28(3)(h), with an article from 1 to 99"
        ]
    );
}

#[test]
fn what_no_reader_would_see_is_refused() {
    let page = |words: &str| {
        with("providers/a-cloud/1/safety.md", "## Copies\n", &format!("## Copies\n\n{words}\n"))
    };
    let html = ["safety.md:11: HTML is not shown: write Markdown"];
    assert_eq!(page("<div>Safe.</div>"), html);
    assert_eq!(page("<!-- to do -->"), html);
    assert_eq!(page("<div>\n<p>\nSafe.\n</p>\n</div>"), html, "a block is told once");
    assert_eq!(page("Safe <b>."), html);
    assert_eq!(
        page("![Safe](safe.png)"),
        ["safety.md:11: images are not shown: say in words what they show"]
    );
    assert_eq!(
        page("2 < 3 & `<b>` and \\<b>"),
        Vec::<String>::new(),
        "what only looks like it is words"
    );
}

#[test]
fn the_place_is_said_once() {
    let order =
        |to: &str| with("providers/a-cloud/1/safety.md", "order: 1", &format!("order: {to}"));
    assert_eq!(order("-2"), ["safety.md:6: \"-2\" is no order: write a whole number from 0 up"]);
    for wrong in ["first", "1.5", "[1]"] {
        let problems = order(wrong);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].starts_with("safety.md:6: "), "{problems:?}");
        assert!(!problems[0].contains("line") && !problems[0].contains("column"), "{problems:?}");
    }
}

fn content() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

/// The problems of the project's own content in a separate folder, after `change` was applied to it.
fn check_copy(change: impl FnOnce(&Path)) -> Vec<String> {
    fn copy(from: &Path, to: &Path) {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            if entry.path().is_dir() {
                copy(&entry.path(), &to.join(entry.file_name()));
            } else {
                std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
            }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    for part in ["providers", "templates", "locales"] {
        copy(&content().join(part), &folder.path().join(part));
    }
    for entry in std::fs::read_dir(content()).unwrap().map(Result::unwrap) {
        if entry.path().extension().is_some_and(|kind| kind == "yaml") {
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
    }
    change(folder.path());
    let root = format!("{}/", folder.path().display());
    vurder_content::check(folder.path())
        .iter()
        .map(|p| Problem::to_string(p).replace(&root, ""))
        .collect()
}

#[test]
fn a_wrong_topic_is_told_once_and_not_where_topics_are_named() {
    let topics = std::fs::read_to_string(content().join("topics.yaml")).unwrap();
    let with = |from: &str, to: &str| {
        assert!(topics.contains(from), "{from}");
        let text = topics.replacen(from, to, 1);
        check_copy(|folder| std::fs::write(folder.join("topics.yaml"), text).unwrap())
    };
    let unreadable = with("  group: Assurance and rights\n", "");
    assert_eq!(unreadable.len(), 1, "{unreadable:?}");
    assert!(
        unreadable[0].starts_with("topics.yaml:") && unreadable[0].contains("group"),
        "{unreadable:?}"
    );
    let misnamed = with("- id: governance", "- id: Governance!");
    assert_eq!(misnamed.len(), 1, "{misnamed:?}");
    assert!(
        misnamed[0].starts_with("topics.yaml:19: \"Governance!\" cannot be the id"),
        "{misnamed:?}"
    );
    let twice = with("[information security policy, ISMS,", "[ISMS, ISMS,");
    assert_eq!(twice.len(), 1, "{twice:?}");
    assert!(twice[0].contains("topic \"governance\" has the synonym \"ISMS\" twice"), "{twice:?}");
}

#[test]
fn a_folder_without_forms_or_words_is_no_content() {
    let without =
        |part: &str| check_copy(|folder| std::fs::remove_dir_all(folder.join(part)).unwrap());
    assert_eq!(
        without("templates"),
        ["templates:1: this folder is missing: it holds the forms and their registers"]
    );
    assert_eq!(
        without("locales"),
        ["locales/en:1: this folder is missing: it holds the words of the program in English"]
    );
    assert_eq!(check_copy(|_| ()), Vec::<String>::new());
}
