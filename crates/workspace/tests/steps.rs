//! What one undo takes back: typing without a pause, a sentence, a paste, a citation together with its text.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use given::{Desk, citation, desk_at_pace, head, line, new_row, row, text};
use vurder_model::value::{Chosen, Value};
use vurder_workspace::{Error, Op, RowPosition};

#[test]
fn typing_is_one_change_until_somebody_pauses() {
    let mut desk = desk_at_pace(4);
    desk.add("d-1", "data_item");
    for words in ["G", "Gen", "Genomes", "Genomes of", "Genomes of 2000 people"] {
        desk.set("d-1", "need", text(words));
    }
    let operations = desk.workspace.dump().unwrap().operations;
    assert_eq!(operations.len(), 3, "the project, the row, the words");
    assert_eq!((operations[2].until - operations[2].at).num_seconds(), 16);
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "need"), None);
    desk.workspace.redo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "need"), text("Genomes of 2000 people"));

    // A change of another field ends the step, and so does undo.
    desk.set("d-1", "name", line("Genomes"));
    desk.set("d-1", "need", text("Genomes of 3000 people"));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "need"), text("Genomes of 2000 people"));
    desk.set("d-1", "name", line("Exomes"));
    assert_eq!(desk.workspace.dump().unwrap().operations.len(), 6);
    desk.workspace.check().unwrap();
}

/// The number of undos until the field is empty.
fn steps_back(desk: &mut Desk, field: &str) -> usize {
    let mut steps = 0;
    while desk.get("d-1", field).is_some() {
        desk.workspace.undo(&Desk::p()).unwrap();
        steps += 1;
    }
    steps
}

#[test]
fn undo_never_throws_away_minutes_of_writing() {
    let mut desk = desk_at_pace(3);
    desk.add("d-1", "data_item");
    let mut words = String::new();
    for _ in 0..40 {
        words.push_str("word ");
        desk.set("d-1", "need", text(&words));
    }
    let history = desk.versions("d-1", "need");
    assert_eq!(history.len(), 1, "the last version has all words of the earlier ones");
    assert_eq!(
        steps_back(&mut desk, "need"),
        4,
        "two minutes without a pause, half a minute a step"
    );
}

#[test]
fn a_long_text_does_not_fill_the_log() {
    let mut desk = desk_at_pace(10);
    desk.add("d-1", "data_item");
    let long = "It is kept for ten years. ".repeat(800);
    desk.set("d-1", "need", text(&long));
    let mut words = long.clone();
    for _ in 0..60 {
        words.push_str("And it is kept some more. ");
        desk.set("d-1", "need", text(&words));
    }
    let entries = desk.workspace.dump().unwrap().operations.len() - 3;
    assert!((3..=5).contains(&entries), "ten minutes of typing are {entries} entries");
    desk.workspace.undo(&Desk::p()).unwrap();
    let Some(Value::Text(left)) = desk.get("d-1", "need") else { panic!("all is gone") };
    let lost = (words.len() - left.len()) / "And it is kept some more. ".len();
    assert!(lost <= 18, "undo takes {lost} times ten seconds, never more than three minutes");
    desk.workspace.check().unwrap();
}

#[test]
fn a_name_typed_in_one_go_is_one_step() {
    let mut desk = desk_at_pace(1);
    desk.add("d-1", "data_item");
    let start = desk.workspace.state_dump(&Desk::p()).unwrap();
    let rename = |desk: &mut Desk, title: &str| {
        let head = head("p", title);
        desk.workspace
            .transact(Some(&Desk::p()), Op::ChangeProject, |tx| tx.set_head(head))
            .unwrap();
    };
    for title in ["Blood and g", "Blood and ge", "Blood and kidneys"] {
        rename(&mut desk, title);
    }
    let mut other = head("p", "Blood and kidneys");
    other.language = "nb".to_owned();
    desk.workspace
        .transact(Some(&Desk::p()), Op::ChangeProject, |tx| tx.set_head(other.clone()))
        .unwrap();
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.workspace.head(&Desk::p()).unwrap().language, "en", "not typed, so by itself");
    assert_eq!(desk.workspace.head(&Desk::p()).unwrap().title, "Blood and kidneys");
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.workspace.state_dump(&Desk::p()).unwrap(), start);
    // Words that were typed and removed again leave nothing to undo.
    rename(&mut desk, "Blood and");
    rename(&mut desk, "Blood and genes");
    assert_eq!(desk.workspace.next_undo(&Desk::p()).unwrap().unwrap().0.op, Op::AddRow);
    assert_eq!(desk.workspace.state_dump(&Desk::p()).unwrap(), start);
    desk.workspace.check().unwrap();
}

#[test]
fn a_citation_and_what_was_made_of_it_are_called_by_the_latter() {
    let mut desk = desk_at_pace(1);
    desk.add("d-1", "data_item");
    let start = desk.workspace.state_dump(&Desk::p()).unwrap();
    pin(&mut desk, "c-1");
    desk.workspace
        .transact::<_, Error>(Some(&Desk::p()), Op::UseStatements, |tx| {
            tx.add_row(new_row("m-1", "measure", None), &RowPosition::Last)?;
            tx.set_value(&row("m-1"), "measure", text("Kept [H01](cite:c-1)"))
        })
        .unwrap();
    let (next, _) = desk.workspace.next_undo(&Desk::p()).unwrap().unwrap();
    assert_eq!(next.op, Op::UseStatements);
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.workspace.state_dump(&Desk::p()).unwrap(), start);
    desk.workspace.check().unwrap();
}

#[test]
fn undo_ends_at_a_pause() {
    let mut desk = desk_at_pace(6);
    desk.add("d-1", "data_item");
    desk.set("d-1", "need", text("The genomes"));
    desk.set("d-1", "need", text("The genomes are needed"));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "need"), text("The genomes"));
}

#[test]
fn undo_takes_back_one_sentence() {
    let mut desk = desk_at_pace(1);
    desk.add("d-1", "data_item");
    let first = "The genomes are needed to find rare variants.";
    desk.set("d-1", "need", text("The genomes are needed"));
    desk.set("d-1", "need", text(first));
    desk.set("d-1", "need", text(&format!("{first} ")));
    desk.set("d-1", "need", text(&format!("{first} They")));
    desk.set("d-1", "need", text(&format!("{first} They are kept.")));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "need"), text(&format!("{first} ")));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "need"), None);
}

#[test]
fn what_is_pasted_is_a_step_of_its_own() {
    let mut desk = desk_at_pace(1);
    desk.add("d-1", "data_item");
    desk.set("d-1", "need", text("Typed."));
    let pasted = format!("Typed. {}", "Pasted. ".repeat(40));
    desk.set("d-1", "need", text(&pasted));
    desk.set("d-1", "need", text(&format!("{pasted} And more.")));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "need"), text(&pasted), "without what was typed after it");
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "need"), text("Typed."));
}

#[test]
fn a_paragraph_typed_over_comes_back_with_undo_and_is_in_the_history() {
    let mut desk = desk_at_pace(1);
    desk.add("d-1", "data_item");
    let paragraph = "The genomes are needed to find rare variants.";
    desk.set("d-1", "need", text(paragraph));
    desk.set("d-1", "need", text("T"));
    desk.set("d-1", "need", text("The"));
    let history = desk.versions("d-1", "need");
    let lost = history.iter().find(|version| version.value == text(paragraph)).unwrap();
    assert!(desk.bring_back("d-1", "need", &lost.id));
    assert_eq!(desk.get("d-1", "need"), text(paragraph));
    desk.workspace.undo(&Desk::p()).unwrap();
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "need"), text(paragraph));
}

/// Pins a citation, in the way of the citation search.
fn pin(desk: &mut Desk, id: &str) {
    desk.workspace
        .transact(Some(&Desk::p()), Op::Cite, |tx| tx.put_citation(citation(id)))
        .unwrap();
}

#[test]
fn a_citation_and_the_text_it_is_typed_into_are_one_step() {
    let mut desk = desk_at_pace(1);
    desk.add("d-1", "data_item");
    desk.set("d-1", "need", text("Kept"));
    let start = desk.workspace.state_dump(&Desk::p()).unwrap();
    pin(&mut desk, "c-1");
    desk.set("d-1", "need", text("Kept [H01](cite:c-1)"));
    let cited = desk.workspace.state_dump(&Desk::p()).unwrap();
    desk.set("d-1", "need", text("Kept [H01](cite:c-1) for long"));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.workspace.state_dump(&Desk::p()).unwrap(), cited, "what was typed after it");
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.workspace.state_dump(&Desk::p()).unwrap(), start, "text and citation at once");
    desk.workspace.redo(&Desk::p()).unwrap();
    assert_eq!(desk.workspace.state_dump(&Desk::p()).unwrap(), cited);
    desk.workspace.check().unwrap();
}

#[test]
fn several_citations_typed_at_once_are_one_step() {
    let mut desk = desk_at_pace(1);
    desk.add("d-1", "data_item");
    pin(&mut desk, "c-1");
    pin(&mut desk, "c-2");
    desk.set("d-1", "need", text("Kept [H01](cite:c-1) [H02](cite:c-2)"));
    assert_eq!(steps_back(&mut desk, "need"), 1);
    assert!(desk.workspace.citations(&Desk::p()).unwrap().is_empty());
    assert_eq!(desk.workspace.next_undo(&Desk::p()).unwrap().unwrap().0.op, Op::AddRow);
}

#[test]
fn a_statement_cited_again_is_a_step_of_its_own() {
    let mut desk = desk_at_pace(1);
    desk.add("d-1", "data_item");
    pin(&mut desk, "c-1");
    desk.set("d-1", "need", text("Kept [H01](cite:c-1)"));
    desk.set("d-1", "need", text("Kept [H01](cite:c-1) twice"));
    pin(&mut desk, "c-1");
    desk.set("d-1", "need", text("Kept [H01](cite:c-1) twice [H01](cite:c-1)"));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "need"), text("Kept [H01](cite:c-1) twice"));
}

#[test]
fn a_citation_is_not_joined_with_what_does_not_use_it() {
    let mut desk = desk_at_pace(1);
    desk.add("d-1", "data_item");
    pin(&mut desk, "c-1");
    desk.set("d-1", "name", line("Genomes"));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.workspace.citations(&Desk::p()).unwrap().len(), 1, "only the name is undone");

    let mut desk = desk_at_pace(90);
    desk.add("d-1", "data_item");
    pin(&mut desk, "c-1");
    desk.set("d-1", "need", text("Kept [H01](cite:c-1)"));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.workspace.citations(&Desk::p()).unwrap().len(), 1, "it came much later");
}

#[test]
fn typing_taken_back_leaves_nothing_to_undo_but_its_words_can_be_read() {
    let mut desk = desk_at_pace(1);
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("Genomes"));
    desk.add("d-2", "data_item");
    desk.set("d-1", "name", line("Genomes of 2000"));
    desk.set("d-1", "name", line("Genomes"));
    assert_eq!(desk.workspace.next_undo(&Desk::p()).unwrap().unwrap().0.op, Op::AddRow);
    let history = desk.versions("d-1", "name");
    assert!(history.iter().any(|v| v.value == line("Genomes of 2000")));
    assert_eq!(history.iter().filter(|v| v.current).count(), 1);
    for _ in 0..3 {
        desk.workspace.undo(&Desk::p()).unwrap();
    }
    desk.workspace.check().unwrap();
}

#[test]
fn picking_is_not_typing() {
    let mut desk = desk_at_pace(1);
    desk.add("r-1", "risk");
    desk.set("r-1", "ds_likelihood", Some(Value::Level(2)));
    desk.set("r-1", "ds_likelihood", Some(Value::Level(3)));
    let chosen = |option: &str, note: &str| {
        Some(Value::Choice(Chosen { option: option.to_owned(), note: note.to_owned() }))
    };
    desk.set("r-1", "origin", chosen("access", ""));
    desk.set("r-1", "origin", chosen("modification", ""));
    assert_eq!(desk.workspace.dump().unwrap().operations.len(), 6);
    desk.set("r-1", "origin", chosen("modification", "by mistake"));
    assert_eq!(desk.workspace.dump().unwrap().operations.len(), 6, "its note is typed");
}
