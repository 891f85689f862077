//! The chain of a provider's revisions, and the problems of a wrong one.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

use vurder_content::{Content, Files, Problem};
use vurder_model::provider::{Change, coverage};

const TOPICS: &str = "- id: backup
  title: Backup
  question: What is backed up?
  group: Operation
  iso: [A.8.13]
  gdpr: [\"32(1)(c)\"]
";
const PROVIDER: &str = "name: A Cloud
country: Norway
website: https://cloud.example/
licence: Our words.
about: A cloud.
";
const BECAME: &str = "date: 2026-03-01
follows: first
not_stated:
  - topic: backup
    what: Whether restoring was tried.
became:
  - statement: nightly
    change: narrowed
    now: [weekly]
    since: 2026-02-01
    note: Every week in place of every night.
  - statement: abroad
    change: unchanged
";

fn page(day: &str, id: &str, words: &str) -> String {
    let attributes =
        "  - kind: measure\n  - side: provided\n  - theme: technological\n  - topics: backup\n";
    format!(
        "---\ntitle: Safety\naddress: https://cloud.example/safety\nrevision: none stated\ncaptured: {day}\norder: 1\n---\n\n\
         - Statement `{id}`: {words}\n{attributes}\n- Statement `abroad`: A copy lies abroad.\n{attributes}"
    )
}

/// Two revisions of one provider. `revision` is the text of the second one's `revision.yaml`.
fn two(revision: &str) -> Result<Content, Vec<String>> {
    let mut files = Files::new("c");
    files.insert("topics.yaml", TOPICS);
    files.insert(
        "templates/registers.yaml",
        include_str!("../../../content/templates/registers.yaml"),
    );
    files.insert("providers/a/provider.yaml", PROVIDER);
    // The order of names does not count: by name, the second revision stands first.
    files.insert("providers/a/first/revision.yaml", "date: 2026-01-01\n");
    files.insert(
        "providers/a/first/safety.md",
        page("2026-01-01", "nightly", "Data is copied every night."),
    );
    files.insert("providers/a/a-second/revision.yaml", revision);
    files.insert(
        "providers/a/a-second/safety.md",
        page("undated", "weekly", "Data is copied every week."),
    );
    Content::from_files(&files).map_err(|problems| {
        // Problems of templates are left out: the registers name topics that the small content does not have.
        let packs = problems.iter().filter(|problem| !problem.file.contains("templates"));
        packs.map(|problem| problem.to_string().replace("c/providers/a/", "")).collect()
    })
}

fn wrong(from: &str, to: &str) -> Vec<String> {
    assert_eq!(BECAME.matches(from).count(), 1, "\"{from}\" stands there once");
    two(&BECAME.replace(from, to)).expect_err("it is wrong")
}

#[test]
fn the_order_follows_what_the_revisions_say_and_not_their_names() {
    let small = two(BECAME).unwrap();
    let names: Vec<&str> = small.packs.iter().map(|pack| pack.revision.as_str()).collect();
    assert_eq!(names, ["first", "a-second"]);
    assert_eq!(small.pack("a").unwrap().revision, "a-second");
    assert_eq!(small.newest_packs().count(), 1);
    let content = Content::embedded();
    for pack in &content.packs {
        let first = content.packs.iter().find(|one| one.provider == pack.provider).unwrap();
        assert_eq!(first.follows, None, "{}", pack.provider);
        let newest = content.pack(&pack.provider).unwrap();
        assert!(
            !content.packs.iter().any(|one| one.provider == pack.provider
                && one.follows.as_ref() == Some(&newest.revision))
        );
        assert_eq!(content.pack_at(&pack.provider, &pack.revision), Some(pack));
    }
}

#[test]
fn what_is_wrong_between_two_revisions_is_named_by_line() {
    for (from, to, expected) in [
        (
            "follows: first",
            "follows: none",
            "a-second/revision.yaml:2: unknown revision \"none\": the provider has no folder of that name",
        ),
        (
            "date: 2026-03-01",
            "date: 2026-01-01",
            "a-second/revision.yaml:1: the revision before is of 2026-01-01: a later one has a later day",
        ),
        (
            "date: 2026-03-01",
            "date: 2026-02-30",
            "a-second/revision.yaml:1: bad date: \"2026-02-30\" is no day; write it as 2026-11-22",
        ),
        (
            "statement: nightly",
            "statement: hourly",
            "a-second/revision.yaml:7: unknown statement \"hourly\": the revision before has none of that id",
        ),
        (
            "now: [weekly]",
            "now: [monthly]",
            "a-second/revision.yaml:7: unknown statement \"monthly\": this revision has none of that id",
        ),
        (
            "change: narrowed",
            "change: smaller",
            "a-second/revision.yaml:8: unknown change \"smaller\": write one of unchanged, reworded, narrowed, widened, moved, relinked, removed",
        ),
        (
            "change: narrowed",
            "change: moved",
            "a-second/revision.yaml:7: \"nightly\" has other words than in the revision before: it is not only moved",
        ),
        (
            "change: narrowed",
            "change: relinked",
            "a-second/revision.yaml:7: \"nightly\" has other words than in the revision before: it is not only relinked",
        ),
        (
            "since: 2026-02-01",
            "since: 2025-12-31",
            "a-second/revision.yaml:7: \"nightly\" changed on 2025-12-31: that is not between the two revisions",
        ),
        (
            "since: 2026-02-01",
            "since: 2026-03-02",
            "a-second/revision.yaml:7: \"nightly\" changed on 2026-03-02: that is not between the two revisions",
        ),
        (
            "    note: Every week in place of every night.\n",
            "",
            "a-second/revision.yaml:7: \"nightly\" is narrowed and has no note: say what changed",
        ),
        (
            "  - statement: abroad\n    change: unchanged\n",
            "",
            "a-second/revision.yaml:1: nothing says what became of \"abroad\": add it to became",
        ),
        (
            "  - statement: abroad\n",
            "  - statement: abroad\n    change: unchanged\n  - statement: abroad\n",
            "a-second/revision.yaml:14: \"abroad\" stands here twice",
        ),
        (
            "topic: backup",
            "topic: food",
            "a-second/revision.yaml:4: unknown topic \"food\": topics.yaml has none of that id",
        ),
        (
            "follows: first\n",
            "",
            "a-second/revision.yaml:6: the first revision follows none, so nothing can have become of one",
        ),
    ] {
        let problems = wrong(from, to);
        assert!(problems.contains(&expected.to_owned()), "{to}: {problems:#?}");
    }
}

#[test]
fn a_page_is_not_of_a_later_day_than_its_revision() {
    let mut files = Files::new("c");
    files.insert("providers/a/provider.yaml", PROVIDER);
    files.insert("providers/a/1/revision.yaml", "date: 2026-01-01\n");
    files.insert(
        "providers/a/1/safety.md",
        page("2026-01-02", "nightly", "Data is copied every night."),
    );
    let problems = Content::from_files(&files).unwrap_err();
    let expected =
        "c/providers/a/1/safety.md:1: the page is of 2026-01-02, which is later than its revision";
    assert!(
        problems.iter().map(Problem::to_string).any(|problem| problem == expected),
        "{problems:?}"
    );
}

#[test]
fn what_the_pages_leave_open_shows_in_the_coverage() {
    let content = Content::embedded();
    for pack in content.newest_packs() {
        let covered = coverage(&content.topics, [pack]);
        let shown: usize =
            covered.topics.iter().map(|topic| topic.providers[0].missing.len()).sum();
        assert_eq!(shown, pack.not_stated.len(), "{}", pack.provider);
    }
}

#[test]
fn every_statement_of_a_revision_is_followed_up_in_the_next() {
    let content = Content::embedded();
    for pack in content.packs.iter().filter(|pack| pack.follows.is_some()) {
        let before = content.pack_at(&pack.provider, pack.follows.as_ref().unwrap()).unwrap();
        assert_eq!(pack.became.len(), before.statements.len(), "{}", pack.provider);
        for became in &pack.became {
            let gone = became.now.is_empty();
            assert!(!gone || became.change == Change::Removed, "{}", became.statement);
        }
    }
}
