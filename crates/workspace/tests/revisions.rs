//! The revision of a project, and what a change reports as touched.
#![allow(clippy::unwrap_used)]

mod given;

use given::{Desk, citation, desk, desk_at_pace, head, line, make_project, new_row, row, text};
use vurder_workspace::{Error, Op, RowPosition};

/// Makes a change and returns the revision of the project after it.
fn after(desk: &mut Desk, change: impl FnOnce(&mut Desk) -> u64) -> u64 {
    let before = desk.workspace.revision(&Desk::p()).unwrap();
    let told = change(desk);
    let now = desk.workspace.revision(&Desk::p()).unwrap();
    assert_eq!(told, now, "the change tells the revision that the project has");
    assert!(now > before, "{before} does not grow");
    now
}

#[test]
fn every_commit_of_a_project_makes_its_revision_grow() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    let seen = after(&mut desk, |desk| desk.set("d-1", "name", line("Genomes")).revision);
    let again = desk.set("d-1", "name", line("Genomes"));
    assert!(again.operation.is_none());
    assert_eq!(again.revision, seen, "what changes nothing is no revision");
    after(&mut desk, |desk| desk.workspace.undo(&Desk::p()).unwrap().revision);
    after(&mut desk, |desk| desk.workspace.redo(&Desk::p()).unwrap().revision);
    for trash in [true, false] {
        after(&mut desk, |desk| {
            let done = desk.workspace.transact(None, Op::TrashProject, |tx| match trash {
                true => tx.trash_project(&Desk::p()),
                false => tx.restore_project(&Desk::p()),
            });
            done.unwrap().revision
        });
    }
    let rests = desk.workspace.revision(&Desk::p()).unwrap();
    make_project(&mut desk.workspace, "q", "Another").unwrap();
    assert_eq!(desk.workspace.revision(&Desk::p()).unwrap(), rests, "another project is another");
}

#[test]
fn typing_that_joins_an_entry_of_the_log_is_a_revision_too() {
    let mut desk = desk_at_pace(1);
    desk.add("d-1", "data_item");
    let first = desk.set("d-1", "text", text("It is"));
    let entry = first.operation.unwrap().seq;
    let more = desk.set("d-1", "text", text("It is kept"));
    assert_eq!(more.operation.unwrap().seq, entry, "the words are in one entry");
    assert!(more.revision > first.revision);
}

#[test]
fn a_change_that_fails_is_no_revision() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    let before = desk.workspace.revision(&Desk::p()).unwrap();
    let failed = desk.workspace.transact::<(), Error>(Some(&Desk::p()), Op::SetValue, |tx| {
        tx.set_value(&row("d-1"), "name", line("Genomes"))?;
        Err(Error::Misuse("on purpose".to_owned()))
    });
    assert!(failed.is_err());
    assert_eq!(desk.workspace.revision(&Desk::p()).unwrap(), before);
}

#[test]
fn a_change_tells_each_kind_of_record_that_it_touched() {
    let mut desk = desk();
    for id in ["d-1", "d-2"] {
        desk.add(id, "data_item");
    }
    let head = head("p", "Renamed");
    let done = desk.workspace.transact::<_, Error>(Some(&Desk::p()), Op::Other, |tx| {
        tx.set_head(head)?;
        tx.move_row(&row("d-2"), &RowPosition::First)?;
        tx.add_row(new_row("r-1", "risk", None), &RowPosition::Last)?;
        tx.set_value(&row("r-1"), "title", line("Names get out"))?;
        tx.put_citation(citation("c-1"))
    });
    let changed = done.unwrap().changed;
    assert_eq!(changed.project, Some(Desk::p()));
    assert!(changed.head);
    assert_eq!(changed.rows, [row("d-2"), row("r-1")]);
    assert_eq!(changed.registers, ["data_item", "risk"]);
    assert_eq!(changed.order, ["data_item"], "a new row moves no other");
    assert_eq!(changed.fields, [(row("r-1"), "title".to_owned())]);
    assert_eq!(changed.citations, [citation("c-1").id]);
    let undone = desk.workspace.undo(&Desk::p()).unwrap().changed;
    assert_eq!(undone.citations, [citation("c-1").id], "undo tells the same");
    assert_eq!(undone.order, ["data_item"]);
}
