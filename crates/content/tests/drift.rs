//! The drift between two states of the same pages.
#![allow(clippy::unwrap_used, missing_docs, unused_crate_dependencies)]

mod small_packs;

use serde_json::json;
use small_packs::{pack, stating};
use vurder_content::drift::{changed_words, contradicted, drift, follow, statement_step, trace};
use vurder_model::drift::{PageChange, PassageChange, StatementChange, WordSide};
use vurder_model::provider::Pack;

/// Each change with the first words before and after.
fn told(before: &Pack, after: &Pack) -> Vec<(PassageChange, String, String)> {
    let first = |places: &[vurder_model::drift::PassagePlace]| {
        places.iter().map(|p| p.passage.trim_start_matches("p/")).collect::<Vec<_>>().join(" ")
    };
    let drift = drift(before, after, &[]);
    drift.passages.iter().map(|d| (d.change, first(&d.before), first(&d.after))).collect()
}

fn is(change: PassageChange, before: &str, after: &str) -> (PassageChange, String, String) {
    (change, before.to_owned(), after.to_owned())
}

const BACKUP: &str = "Home folders are backed up every night and kept for thirty days";
const LOGIN: &str = "Every user signs in with two factors, the second a code from a phone";
const SHARE: &str =
    "We store minimal user data and never share this information with third parties";

#[test]
fn what_stayed_is_not_told_though_its_number_changed() {
    let before = pack(&[("security", &["# Login", LOGIN, "# Data", BACKUP])]);
    let after =
        pack(&[("security", &["Read this page first of all", "# Login", LOGIN, "# Data", BACKUP])]);
    assert_eq!(told(&before, &after), [is(PassageChange::New, "", "security#1")]);
    assert_eq!(follow(&before, &after).now("p/security#2"), ["p/security#3"]);
    assert!(follow(&before, &after).change("p/security#2").is_none());
}

#[test]
fn a_sentence_that_gained_an_exception_is_reworded_and_says_where() {
    let narrowed = "We store minimal user data and do not share this information with third parties, except when \
                    the law requires it";
    let before = pack(&[("security", &["# GDPR", SHARE])]);
    let after = pack(&[("security", &["# GDPR", narrowed])]);
    assert_eq!(told(&before, &after), [is(PassageChange::Reworded, "security#1", "security#1")]);
    let words = &drift(&before, &after, &[]).passages[0].words;
    let of = |side| -> Vec<&str> {
        words.iter().filter(|run| run.side == side).map(|run| run.words.as_str()).collect()
    };
    assert_eq!(of(WordSide::Before), ["never", "parties"]);
    assert_eq!(of(WordSide::After), ["do not", "parties, except when the law requires it"]);
}

#[test]
fn a_paragraph_written_anew_at_its_place_is_reworded_not_gone() {
    let old = "The centre is fully compliant with GDPR, ensuring protection of personal data at all times";
    let new = "At the centre we are committed to protecting your privacy. A policy tells how personal data are used";
    let before = pack(&[("security", &["# Login", LOGIN, "# GDPR", old, "# Data", BACKUP])]);
    let after = pack(&[("security", &["# Login", LOGIN, "# GDPR", new, "# Data", BACKUP])]);
    assert_eq!(told(&before, &after), [is(PassageChange::Reworded, "security#2", "security#2")]);
}

#[test]
fn a_passage_about_something_else_at_the_same_place_is_gone_and_new() {
    let before = pack(&[("security", &["# Data", BACKUP])]);
    let after = pack(&[("security", &["# Data", "Visitors get coffee at noon"])]);
    let changes = told(&before, &after);
    assert_eq!(
        changes,
        [is(PassageChange::Gone, "security#1", ""), is(PassageChange::New, "", "security#1")]
    );
}

#[test]
fn the_same_words_with_another_link_are_relinked() {
    let before = pack(&[("security", &["ISO 27001 certificate -> https://p.example/2024.pdf"])]);
    let after = pack(&[("security", &["ISO 27001 certificate -> https://register.example/1"])]);
    assert_eq!(told(&before, &after), [is(PassageChange::Relinked, "security#1", "security#1")]);
}

#[test]
fn a_link_to_a_page_of_the_provider_that_moved_is_no_change() {
    let before = pack(&[("security", &["Read the terms -> #p/terms"])]);
    let after = pack(&[("security", &["Read the terms -> #p/legal"])]);
    assert_eq!(told(&before, &after), []);
}

#[test]
fn a_page_with_a_new_address_is_found_by_its_words() {
    let before = pack(&[("faq", &["# Backup", BACKUP, LOGIN]), ("other", &[SHARE])]);
    let after = pack(&[("help-faq", &["# Backup", BACKUP, LOGIN]), ("other", &[SHARE])]);
    assert_eq!(told(&before, &after), []);
    let pages = drift(&before, &after, &[]).pages;
    assert_eq!(pages.len(), 1);
    assert_eq!(pages[0].change, PageChange::Moved);
    assert_eq!(pages[0].after.as_ref().unwrap().id, "p/help-faq");
}

#[test]
fn a_renamed_heading_moves_nothing_but_another_heading_does() {
    let before = pack(&[("security", &["# Data", BACKUP, LOGIN, "# GDPR", SHARE])]);
    let renamed = pack(&[("security", &["# Your data", BACKUP, LOGIN, "# GDPR", SHARE])]);
    assert_eq!(told(&before, &renamed), []);
    let moved = pack(&[("security", &["# Data", BACKUP, "# GDPR", LOGIN, SHARE])]);
    assert_eq!(told(&before, &moved), [is(PassageChange::Moved, "security#2", "security#2")]);
}

#[test]
fn words_on_another_page_have_moved_and_short_ones_only_beside_others() {
    let before = pack(&[("security", &["No", BACKUP, "Yes", LOGIN, "Maybe"]), ("terms", &[SHARE])]);
    let after = pack(&[
        ("security", &["Welcome to us"]),
        ("terms", &[SHARE, BACKUP, "Yes"]),
        ("help", &["No", "Here is more on help with all this", "Maybe", LOGIN]),
    ]);
    assert_eq!(
        told(&before, &after),
        [
            is(PassageChange::Gone, "security#1", ""),
            is(PassageChange::Moved, "security#2", "terms#2"),
            is(PassageChange::Moved, "security#3", "terms#3"),
            is(PassageChange::Moved, "security#4", "help#4"),
            is(PassageChange::Gone, "security#5", ""),
            is(PassageChange::New, "", "security#1"),
            is(PassageChange::New, "", "help#1"),
            is(PassageChange::New, "", "help#2"),
            is(PassageChange::New, "", "help#3"),
        ]
    );
}

#[test]
fn most_of_a_section_under_a_new_heading_is_a_renamed_section() {
    let three = "Projects are made by their owner, who answers for all that is in them";
    let before = pack(&[("security", &["# Data", BACKUP, LOGIN, three, "# GDPR", SHARE])]);
    let after = pack(&[("security", &["# Your data", BACKUP, LOGIN, "# GDPR", SHARE, three])]);
    assert_eq!(told(&before, &after), [is(PassageChange::Moved, "security#3", "security#4")]);
    let half = pack(&[("security", &["# Your data", BACKUP, "# Access", LOGIN, "# GDPR", SHARE])]);
    let before = pack(&[("security", &["# Data", BACKUP, LOGIN, "# GDPR", SHARE])]);
    assert_eq!(
        told(&before, &half),
        [
            is(PassageChange::Moved, "security#1", "security#1"),
            is(PassageChange::Moved, "security#2", "security#2")
        ]
    );
    let with_heading =
        pack(&[("security", &["# Data", "# Your data", BACKUP, LOGIN, "# GDPR", SHARE])]);
    assert_eq!(told(&before, &with_heading), [], "a heading without words is told nowhere");
    let more = "Data belongs to those who bring it";
    let with_more =
        pack(&[("security", &["# Data", more, "# Your data", BACKUP, LOGIN, "# GDPR", SHARE])]);
    assert_eq!(
        told(&before, &with_more),
        [
            is(PassageChange::Moved, "security#1", "security#2"),
            is(PassageChange::Moved, "security#2", "security#3"),
            is(PassageChange::New, "", "security#1"),
        ]
    );
}

#[test]
fn words_that_differ_in_marks_alone_are_the_same() {
    let before = pack(&[("security", &["Long-term copies: \"on tape\" (and disk)", "< 30 days"])]);
    let after = pack(&[("security", &["Long term copies: “on tape” and disk.", "> 30 days"])]);
    let changes = told(&before, &after);
    assert!(!changes.iter().any(|(_, before, _)| before == "security#1"), "{changes:?}");
    assert_eq!(follow(&before, &after).now("p/security#1"), ["p/security#1"]);
    assert!(changes.iter().any(|(_, before, _)| before == "security#2"), "{changes:?}");
}

#[test]
fn a_passage_that_grew_to_many_times_its_length_is_reworded() {
    let grown = format!(
        "Home folders lie on the fast disks of the second machine room. {BACKUP}, if the owner of the project asked \
         for it in time; whoever wants longer periods has to copy what matters to an archive of their own beforehand"
    );
    let before = pack(&[("security", &["# Data", BACKUP, "# GDPR", SHARE])]);
    let after = pack(&[("security", &["# Data", LOGIN, "# GDPR", SHARE, "# Copies", &grown])]);
    assert_eq!(
        told(&before, &after),
        [
            is(PassageChange::Reworded, "security#1", "security#3"),
            is(PassageChange::New, "", "security#1")
        ]
    );
}

#[test]
fn a_paragraph_cut_in_two_is_split_and_two_put_together_are_joined() {
    let both = format!("{BACKUP}. {LOGIN}.");
    let one = pack(&[("security", &["# Data", &both])]);
    let two = pack(&[("security", &["# Data", BACKUP, LOGIN])]);
    assert_eq!(told(&one, &two), [is(PassageChange::Split, "security#1", "security#1 security#2")]);
    assert_eq!(
        told(&two, &one),
        [is(PassageChange::Joined, "security#1 security#2", "security#1")]
    );
    assert_eq!(follow(&one, &two).now("p/security#1"), ["p/security#1", "p/security#2"]);
}

#[test]
fn the_same_state_has_no_drift() {
    let pages: [(&str, &[&str]); 2] =
        [("security", &["# Data", BACKUP, "Yes", "Yes", LOGIN]), ("terms", &[SHARE, "Yes", SHARE])];
    let state = pack(&pages);
    assert_eq!(told(&state, &state), []);
    assert_eq!(drift(&state, &state, &[]).pages, []);
}

#[test]
fn what_became_of_statements_follows_from_their_ids_and_words() {
    let statement = |id: &str, words: &str, page: &str| {
        json!({
            "id": format!("p/{id}"), "provider": "p", "words": words, "kind": "measure", "side": "provided",
            "theme": "technological", "topics": ["backup"], "iso": [], "hash": words,
            "sources": [{"page": "p/x", "page_title": "X", "heading": "X", "address": page,
                "revision": "none", "captured": "2026-01-01"}]
        })
    };
    let with = |statements: Vec<serde_json::Value>| {
        let mut pack = pack(&[]);
        pack.statements =
            statements.into_iter().map(|s| serde_json::from_value(s).unwrap()).collect();
        pack
    };
    let before = with(vec![
        statement("kept", "Same", "https://p.example/a"),
        statement("other", "Kept 90 days", "https://p.example/a"),
        statement("gone", "Gone", "https://p.example/a"),
        statement("elsewhere", "Elsewhere", "https://p.example/a"),
    ]);
    let after = with(vec![
        statement("kept", "Same", "https://p.example/a"),
        statement("other", "Kept 14 days", "https://p.example/a"),
        statement("elsewhere", "Elsewhere", "https://p.example/b"),
        statement("fresh", "Fresh", "https://p.example/a"),
    ]);
    let changes: Vec<_> = drift(&before, &after, &[])
        .statements
        .into_iter()
        .map(|s| (s.statement.trim_start_matches("p/").to_owned(), s.change))
        .collect();
    let is = |id: &str, change| (id.to_owned(), change);
    assert_eq!(
        changes,
        [
            is("other", StatementChange::Reworded),
            is("gone", StatementChange::Removed),
            is("elsewhere", StatementChange::Moved),
            is("fresh", StatementChange::New),
        ]
    );
}

#[test]
fn changed_words_put_together_give_both_texts() {
    let (before, after) = ("a b c d e", "a x c e f g");
    let runs = changed_words(before, after);
    let side = |out: WordSide| -> String {
        let words = runs.iter().filter(|run| run.side != out).map(|run| run.words.as_str());
        words.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(side(WordSide::After), before);
    assert_eq!(side(WordSide::Before), after);
}

/// Two states of 100 pages with 50 passages each, of which a tenth has other words. The drift is quick enough to be
/// asked for while a screen opens.
#[test]
fn every_changed_passage_among_5_000_is_found_and_no_other() {
    let words =
        ["backup", "network", "controller", "access", "agreement", "storage", "project", "report"];
    let line = |page: usize, at: usize, state: usize| {
        let seed = page * 50 + at;
        let pick = |n: usize| words[(seed / (n + 1) + n * seed) % words.len()];
        let changed =
            if state == 1 && at % 10 == 3 { "only on request since this year" } else { "always" };
        format!(
            "Number {seed} of the {} is for {} and {} {changed}, see {}",
            pick(1),
            pick(2),
            pick(3),
            pick(4)
        )
    };
    let state = |state: usize| {
        let lines: Vec<Vec<String>> =
            (0..100).map(|page| (0..50).map(|at| line(page, at, state)).collect()).collect();
        let pages: Vec<(String, Vec<&str>)> = lines
            .iter()
            .enumerate()
            .map(|(page, lines)| {
                (format!("page-{page}"), lines.iter().map(String::as_str).collect())
            })
            .collect();
        let pages: Vec<(&str, &[&str])> =
            pages.iter().map(|(id, lines)| (id.as_str(), lines.as_slice())).collect();
        pack(&pages)
    };
    let (before, after) = (state(0), state(1));
    let passages = drift(&before, &after, &[]).passages;
    assert_eq!(passages.len(), 100 * 5);
    let here = |d: &vurder_model::drift::PassageDrift| {
        d.change == PassageChange::Reworded && d.before[0].passage == d.after[0].passage
    };
    assert!(passages.iter().all(here), "each is the same passage in other words");
}

fn traced(revisions: &[&Pack], name: &str) -> vurder_content::drift::Trace {
    let words = |pack: &Pack, id: &str| pack.statement(id).map(|s| s.hash.clone());
    trace(revisions, name, |before, after| std::rc::Rc::new(follow(before, after)), words)
}

#[test]
fn what_those_who_keep_a_pack_say_goes_before_what_the_words_say() {
    let one = stating("1", &[("share", "Data is never shared.")], json!([]));
    let two = stating(
        "2",
        &[("share", "Data is shared by law only.")],
        json!([{"statement": "p/share", "change": "narrowed", "now": ["p/share"],
                "note": "There are exceptions now.", "since": "2025-05-15"}]),
    );
    let drift = drift(&one, &two, &[]);
    assert_eq!(drift.statements[0].change, StatementChange::Narrowed, "by the words: reworded");
    assert_eq!(drift.statements[0].note, "There are exceptions now.");
    let trace = traced(&[&one, &two], "p/share");
    assert_eq!((trace.change, trace.revision.as_deref()), (StatementChange::Narrowed, Some("2")));
    assert_eq!(trace.since.unwrap().to_string(), "2025-05-15");
    // What a revision says about the change from the revision before does not apply to an earlier one.
    let mut far = two.clone();
    far.follows = Some("1b".to_owned());
    assert_eq!(traced(&[&one, &far], "p/share").change, StatementChange::Reworded);
}

#[test]
fn no_entry_of_a_pack_says_less_than_its_words() {
    let one = stating("1", &[("a", "Kept for 90 days."), ("b", "Doors are locked.")], json!([]));
    let step = |change: &str, now: &[&str]| {
        let now: Vec<String> = now.iter().map(|id| format!("p/{id}")).collect();
        let entry = json!([{"statement": "p/a", "change": change, "now": now}]);
        let statements = [("a", "Kept for 7 days."), ("c", "Kept for 90 days.")];
        let two = stating("2", &statements, entry);
        let told = contradicted(&one, &two).len();
        let of_drift = drift(&one, &two, &[]).statements[0].change;
        assert_eq!(of_drift, statement_step(&one, &two, "p/a").change);
        (of_drift, told)
    };
    for same in ["unchanged", "moved", "relinked"] {
        assert_eq!(step(same, &["a"]), (StatementChange::Reworded, 1), "{same}");
        assert_eq!(step(same, &[]), (StatementChange::Removed, 1), "{same}");
    }
    assert_eq!(step("moved", &["c"]), (StatementChange::Moved, 0), "another has the words");
    assert_eq!(step("moved", &["a", "c"]), (StatementChange::Moved, 0));
    assert_eq!(step("widened", &["a"]), (StatementChange::Widened, 0), "a judgement of words");
    assert_eq!(step("reworded", &["gone"]), (StatementChange::Removed, 1));
    assert_eq!(step("removed", &[]), (StatementChange::Removed, 0));
}

#[test]
fn what_was_gone_and_is_published_in_other_words_is_reworded() {
    let one = stating("1", &[("a", "Kept for 90 days.")], json!([]));
    let two = stating("2", &[("b", "Doors are locked.")], json!([]));
    let three = stating("3", &[("a", "Kept for 7 days.")], json!([]));
    let trace = traced(&[&one, &two, &three], "p/a");
    assert_eq!((trace.change, trace.now), (StatementChange::Reworded, vec!["p/a".to_owned()]));
    assert_eq!(trace.revision.as_deref(), Some("2"), "the first change");
}

#[test]
fn a_statement_is_followed_over_all_revisions() {
    let one = stating("1", &[("claim", "All is well.")], json!([]));
    let two = stating(
        "2",
        &[("policy", "A policy says how.")],
        json!([{"statement": "p/claim", "change": "removed", "now": ["p/policy"], "note": "Gone.",
                "since": "2025-05-15"}]),
    );
    let three = stating(
        "3",
        &[("policy", "Two policies say how.")],
        json!([{"statement": "p/policy", "change": "reworded", "now": ["p/policy"],
                "note": "A second one.", "since": "2026-01-01"}]),
    );
    let trace = traced(&[&one, &two, &three], "p/claim");
    assert_eq!(trace.change, StatementChange::Removed, "it tells more than what came later");
    assert_eq!(trace.now, ["p/policy"], "by the one that took its place");
    assert_eq!(trace.note, "Gone. A second one.");
    assert_eq!(trace.since.unwrap().to_string(), "2025-05-15", "the first change");
}

#[test]
fn words_that_are_in_the_end_what_they_were_did_not_change() {
    let one = stating("1", &[("a", "Kept for 14 days.")], json!([]));
    let two = stating("2", &[("a", "Kept for 90 days.")], json!([]));
    let three = stating("3", &[("a", "Kept for 14 days.")], json!([]));
    let gone = stating("2", &[], json!([]));
    let trace = traced(&[&one, &two, &three], "p/a");
    assert_eq!(
        (trace.change, trace.since, trace.revision),
        (StatementChange::Unchanged, None, None)
    );
    assert_eq!(traced(&[&one, &gone, &three], "p/a").change, StatementChange::Unchanged);
    assert_eq!(traced(&[&one, &gone], "p/a").change, StatementChange::Removed);
}

#[test]
fn a_passage_is_followed_by_its_words_over_all_revisions() {
    let one = pack(&[("a", &["# Backup", BACKUP])]);
    let two = pack(&[("a", &["# Backup", "Backups run on two sites of ours.", BACKUP])]);
    let three = pack(&[("a", &["# Backup", "Backups run on two sites of ours."])]);
    let moved = traced(&[&one, &two], "p/a#1");
    assert_eq!((moved.change, moved.now), (StatementChange::Unchanged, vec!["p/a#2".to_owned()]));
    assert_eq!(traced(&[&one, &two, &three], "p/a#1").change, StatementChange::Removed);
}
