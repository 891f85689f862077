//! Search: what is found, what is not found, and that no typed text is an error.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use given::{Desk, desk, line, make_project, new_row, project, row, text};
use proptest::prelude::*;
use vurder_model::value::Value;
use vurder_workspace::{
    Error, Hit, HitTarget, Op, Refusal, RowPosition, Search, StatementIndex, StatementText,
};

fn find(desk: &Desk, query: &str) -> Vec<Hit> {
    desk.workspace.search(&Search { query, project: None, limit: 20 }, None).unwrap()
}

fn places(hits: &[Hit]) -> Vec<String> {
    hits.iter()
        .map(|hit| match &hit.place {
            HitTarget::Project { project } => format!("{project}"),
            HitTarget::Answer { project, row, field, .. } => format!("{project}/{row}/{field}"),
            HitTarget::Statement { statement } => statement.clone(),
        })
        .collect()
}

fn shown(hit: &Hit) -> String {
    let piece = |p: &vurder_workspace::SnippetPart| match p.hit {
        true => format!("[{}]", p.text),
        false => p.text.clone(),
    };
    hit.snippet.iter().map(piece).collect()
}

#[test]
fn words_are_found_where_they_stand_and_marked() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "need", text("The **genomes** are needed. Ærlig talt, a résumé."));
    desk.set("d-1", "name", line("Genome data"));
    let hits = find(&desk, "genome");
    assert_eq!(places(&hits), ["p/d-1/name", "p/d-1/need"], "the whole word is the better hit");
    assert_eq!(shown(&hits[0]), "[Genome] data");
    assert!(shown(&hits[1]).contains("The [genomes] are"), "{}", shown(&hits[1]));
    assert_eq!(hits[0].title, "Blood and genes");
    for query in ["resume", "RÉSUMÉ", "ærl", "ÆRLIG talt", "\"are needed\"", "needed genomes"] {
        assert_eq!(places(&find(&desk, query)), ["p/d-1/need"], "{query}");
    }
    for query in ["enome", "\"needed are\"", "\"are need\"", "genome missing", ""] {
        assert!(find(&desk, query).is_empty(), "{query}");
    }
    assert_eq!(places(&find(&desk, "blood")), ["p"], "titles are found");
}

#[test]
fn the_index_follows_every_change_and_undo() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    let p = Desk::p();
    desk.set("d-1", "need", text("hedgehog"));
    desk.set("d-1", "need", text("porcupine"));
    assert!(find(&desk, "hedgehog").is_empty());
    assert_eq!(find(&desk, "porcupine").len(), 1);
    desk.workspace.undo(&p).unwrap();
    assert_eq!((find(&desk, "hedgehog").len(), find(&desk, "porcupine").len()), (1, 0));
    desk.workspace.undo(&p).unwrap();
    assert!(find(&desk, "hedgehog").is_empty());
    desk.workspace.redo(&p).unwrap();
    assert_eq!(find(&desk, "hedgehog").len(), 1);
    // The words of a refused change are not found.
    let failed = desk.workspace.transact::<(), Error>(Some(&p), Op::Other, |tx| {
        tx.set_value(&row("d-1"), "need", text("walrus"))?;
        Err(Error::Refused(Refusal::MediaType("none".to_owned())))
    });
    assert!(failed.is_err() && find(&desk, "walrus").is_empty());
    desk.workspace.transact(Some(&p), Op::TrashRow, |tx| tx.trash_row(&row("d-1"))).unwrap();
    assert!(find(&desk, "hedgehog").is_empty(), "what lies in the trash is not found");
    desk.workspace.undo(&p).unwrap();
    assert_eq!(find(&desk, "hedgehog").len(), 1);
    desk.workspace.transact(None, Op::TrashProject, |tx| tx.trash_project(&project("p"))).unwrap();
    assert!(find(&desk, "hedgehog").is_empty() && find(&desk, "blood").is_empty());
    desk.workspace
        .transact(None, Op::RestoreProject, |tx| tx.restore_project(&project("p")))
        .unwrap();
    let desk = desk.reopen();
    assert_eq!(find(&desk, "hedgehog").len(), 1);
    desk.workspace.check().unwrap();
}

#[test]
fn one_project_or_all() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("hedgehog"));
    for number in 0..12 {
        let id = project(&format!("p-{number}"));
        make_project(&mut desk.workspace, id.as_str(), "Hedgehogs").unwrap();
        let add = desk.workspace.transact::<_, Error>(Some(&id), Op::Other, |tx| {
            tx.add_row(new_row("d-1", "data_item", None), &RowPosition::Last)?;
            tx.set_value(&row("d-1"), "name", line("hedgehog"))
        });
        add.unwrap();
    }
    let within = |id: &str| {
        let id = project(id);
        let search = Search { query: "hedgehog", project: Some(&id), limit: 50 };
        places(&desk.workspace.search(&search, None).unwrap())
    };
    assert_eq!(within("p"), ["p/d-1/name"]);
    let mut one = within("p-1");
    one.sort();
    assert_eq!(one, ["p-1", "p-1/d-1/name"], "not those of p-10 and p-11");
    let all = Search { query: "hedgehog", project: None, limit: 50 };
    assert_eq!(desk.workspace.search(&all, None).unwrap().len(), 25);
    let none = project("none");
    let nowhere = Search { query: "hedgehog", project: Some(&none), limit: 5 };
    assert!(matches!(desk.workspace.search(&nowhere, None), Err(Error::NoProject(_))));
}

#[test]
fn statements_stand_among_the_answers() {
    let mut desk = desk();
    let note = new_row("n-1", "control_note", Some("hunt-cloud/backup"));
    desk.workspace
        .transact(Some(&Desk::p()), Op::Other, |tx| tx.add_row(note, &RowPosition::Last))
        .unwrap();
    desk.set(
        "n-1",
        "note",
        text("Ask how long a backup is kept, and who can read it when it is old."),
    );
    desk.set(
        "n-1",
        "reason",
        Some(Value::YesNo { answer: true, reason: "They restore it.".into() }),
    );
    let statement = |id: &str, title: &str, text: &str| StatementText {
        id: id.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
    };
    let index = StatementIndex::build([
        statement("hunt-cloud/backup", "Backup", "Backup is made each night."),
        statement("hunt-cloud/keys", "Access", "Keys are personal."),
        statement("genomedk/backup", "Files", "Nothing in scratch has a backup."),
    ])
    .unwrap();
    let search = Search { query: "backup", project: None, limit: 10 };
    let hits = desk.workspace.search(&search, Some(&index)).unwrap();
    assert_eq!(hits.len(), 3);
    assert_eq!(places(&hits)[0], "hunt-cloud/backup", "words and title");
    assert_eq!(shown(&hits[0]), "[Backup] is made each night.");
    let note = hits.iter().find(|hit| matches!(hit.place, HitTarget::Answer { .. })).unwrap();
    let HitTarget::Answer { register, key, .. } = &note.place else { unreachable!() };
    assert_eq!((register.as_str(), key.as_deref()), ("control_note", Some("hunt-cloud/backup")));
    assert_eq!(places(&index.search("pers", 5).unwrap()), ["hunt-cloud/keys"]);
    assert_eq!(places(&find(&desk, "restore")), ["p/n-1/reason"], "reasons are found");
}

#[test]
fn statements_with_all_words_come_first_then_those_with_most() {
    let statement = |id: &str, text: &str| StatementText {
        id: format!("x/{id}"),
        title: "Compliance".to_owned(),
        text: text.to_owned(),
    };
    let index = StatementIndex::build([
        statement("both", "The audit report is available on request."),
        statement("many", "Reports of audits are kept for the supervisory authority."),
        statement("audit", "You may book an audit of the data centre."),
        statement("report", "Each incident is reported within a day."),
        statement("process", "Access follows a policy; there is a process for it."),
        statement("none", "The staff is trained each year in the policies of the house."),
    ])
    .unwrap();
    let found = |query: &str| {
        let hits = index.search(query, 10).unwrap();
        hits.iter().map(|h| places(std::slice::from_ref(h))[0][2..].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found("audit report")[..2], ["both", "many"], "all words, in either form");
    let mut rest = found("audit report").split_off(2);
    rest.sort();
    assert_eq!(rest, ["audit", "report"], "then those with one of them");
    assert_eq!(found("audits reports")[..2], found("audit report")[..2], "one or many");
    assert_eq!(found("audit rep")[..2], ["both", "many"], "the last word is still being typed");
    let mut policies = found("policies");
    policies.sort();
    assert_eq!(policies, ["none", "process"]);
    assert_eq!(found("the audit report")[0], "both");
    assert!(!found("the audit report").contains(&"none".to_owned()), "a common word is not enough");
    assert_eq!(found("audit report xyzzy").len(), 4, "a word that nobody has hides nothing");
    assert_eq!(found("\"audit report\""), ["both"], "words in a row stay words in a row");
    assert!(found("xyzzy").is_empty() && found("").is_empty());
    let hit = &index.search("reports", 1).unwrap()[0];
    assert!(shown(hit).contains("[Reports]") || shown(hit).contains("[report]"), "{}", shown(hit));
}

#[test]
fn a_citation_is_no_word_of_the_text() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "need", text("Staff sign [G07](cite:gd-confidentiality-agreements) first."));
    let hits = find(&desk, "staff");
    assert_eq!(shown(&hits[0]), "[Staff] sign first.", "its id is nothing to read");
    assert!(find(&desk, "confidentiality").is_empty(), "nor to be found");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn nothing_that_can_be_typed_is_an_error(query in ".{0,60}", signs in "[\"*^:(){}+\\-'AND NOTRE\\\\\u{0}\u{e000}0-9]{0,20}") {
        thread_local! { static DESK: Desk = {
            let mut desk = desk();
            desk.add("d-1", "data_item");
            desk.set("d-1", "name", line("AND NOT OR NEAR 1 2 \u{e000}1 \u{e001}"));
            desk
        } }
        DESK.with(|desk| {
            let index = StatementIndex::build([]).unwrap();
            for typed in [&query, &signs, &format!("{query}{signs}")] {
                let search = Search { query: typed, project: None, limit: 5 };
                desk.workspace.search(&search, Some(&index)).unwrap();
            }
        });
    }
}

#[test]
fn a_very_long_query_is_quick() {
    let desk = desk();
    let long = "\"words and ".repeat(1_000_000);
    let began = std::time::Instant::now();
    find(&desk, &long);
    assert!(began.elapsed().as_secs() < 1);
}

#[test]
fn marks_of_the_index_cannot_be_written_or_asked_for() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("hedgehog \u{e000}7"));
    assert!(
        find(&desk, "\u{e000}1").is_empty()
            || !places(&find(&desk, "\u{e000}1")).contains(&"p".to_owned())
    );
    make_project(&mut desk.workspace, "q", "Second").unwrap();
    let q = project("q");
    let search = Search { query: "hedgehog", project: Some(&q), limit: 5 };
    assert!(desk.workspace.search(&search, None).unwrap().is_empty());
}
