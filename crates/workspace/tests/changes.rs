//! Changes, the log, undo and redo, the history of an answer, the trash.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use given::{
    Desk, citation, desk, head, line, make_project, new_row, project, row, text, versions,
};
use vurder_workspace::{Error, Op, OperationState, RowPosition};

#[test]
fn what_was_set_is_there_after_a_restart() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    let done = desk.set("d-1", "name", line("Whole genomes"));
    assert_eq!(done.changed.fields, [(row("d-1"), "name".to_owned())]);
    assert_eq!(done.changed.project, Some(Desk::p()));
    assert_eq!(done.operation.as_ref().map(|o| (o.seq, o.op)), Some((3, Op::SetValue)));

    let desk = desk.reopen();
    assert_eq!(desk.get("d-1", "name"), line("Whole genomes"));
    desk.workspace.check().unwrap();
    let entry = &desk.workspace.projects().unwrap()[0];
    assert_eq!(entry.head.title, "Blood and genes");
    assert!(entry.changed > entry.head.created, "the list says when a project changed");
}

#[test]
fn the_same_answer_again_is_no_operation() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("Genomes"));
    desk.workspace.undo(&Desk::p()).unwrap();
    let again = desk.set("d-1", "name", None);
    assert_eq!((again.operation, again.changed.project), (None, None));
    assert!(
        desk.workspace.next_redo(&Desk::p()).unwrap().is_some(),
        "what changes nothing leaves redo alone"
    );
    // A value is changed and changed back within one change.
    let there_and_back = desk.workspace.transact::<_, Error>(Some(&Desk::p()), Op::Other, |tx| {
        tx.set_value(&row("d-1"), "name", line("Exomes"))?;
        tx.set_value(&row("d-1"), "name", None)
    });
    assert_eq!(there_and_back.unwrap().operation, None);
    assert_eq!(desk.get("d-1", "name"), None);
}

#[test]
fn a_change_that_fails_leaves_nothing() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    let before = desk.workspace.dump().unwrap();
    let failed = desk.workspace.transact::<(), Error>(Some(&Desk::p()), Op::Other, |tx| {
        tx.set_value(&row("d-1"), "name", line("lost"))?;
        tx.set_value(&row("d-2"), "name", line("lost"))
    });
    assert!(matches!(failed, Err(Error::NoRow { row: r, .. }) if r == row("d-2")));
    assert_eq!(desk.workspace.dump().unwrap(), before);
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        desk.workspace.transact::<(), Error>(Some(&Desk::p()), Op::Other, |tx| {
            tx.set_value(&row("d-1"), "name", line("lost"))?;
            panic!("a fault in the program")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(desk.workspace.dump().unwrap(), before, "nor does one that panics");
    desk.workspace.check().unwrap();
}

#[test]
fn undo_and_redo_walk_the_line_across_a_restart() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("one"));
    desk.set("d-1", "name", line("two"));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "name"), line("one"));

    let mut desk = desk.reopen();
    assert_eq!(desk.workspace.next_redo(&Desk::p()).unwrap().unwrap().0.op, Op::SetValue);
    desk.workspace.redo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "name"), line("two"));
    for _ in 0..3 {
        desk.workspace.undo(&Desk::p()).unwrap();
    }
    assert!(desk.workspace.project(&Desk::p()).unwrap().rows.is_empty());
    assert_eq!(desk.workspace.next_undo(&Desk::p()).unwrap(), None);
    assert!(matches!(desk.workspace.undo(&Desk::p()), Err(Error::NothingToUndo(_))));
    assert_eq!(
        desk.workspace.projects().unwrap().len(),
        1,
        "undo does not reach the making of the project"
    );
}

#[test]
fn what_was_undone_stays_readable_after_something_else_was_done() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "need", text("first"));
    desk.set("d-1", "need", text("second"));
    desk.workspace.undo(&Desk::p()).unwrap();
    desk.set("d-1", "need", text("third"));
    assert!(matches!(desk.workspace.redo(&Desk::p()), Err(Error::NothingToRedo(_))));

    let history = desk.versions("d-1", "need");
    let read: Vec<_> = history.iter().map(|v| (v.value.clone(), v.state, v.current)).collect();
    assert_eq!(
        read,
        [
            (text("third"), OperationState::Done, true),
            (text("second"), OperationState::Abandoned, false),
            (text("first"), OperationState::Done, false),
        ]
    );
    assert!(desk.bring_back("d-1", "need", &history[1].id));
    assert_eq!(desk.get("d-1", "need"), text("second"));
}

#[test]
fn rows_go_to_the_trash_and_come_back_with_their_answers() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("Genomes"));
    let change = |desk: &mut Desk, restore: bool| {
        desk.workspace.transact(Some(&Desk::p()), Op::TrashRow, |tx| match restore {
            true => tx.restore_row(&row("d-1")),
            false => tx.trash_row(&row("d-1")),
        })
    };
    let trashed = change(&mut desk, false).unwrap();
    assert_eq!(trashed.changed.registers, ["data_item"]);
    assert_eq!(desk.workspace.trashed_rows(&Desk::p()).unwrap().len(), 1);
    assert_eq!(change(&mut desk, false).unwrap().operation, None, "it is there already");
    let refused = desk.try_set("d-1", "name", line("Exomes"));
    assert!(matches!(refused, Err(Error::InTrash(_))));
    assert_eq!(refused.unwrap_err().code(), "in_trash");
    let taken = desk.workspace.transact(Some(&Desk::p()), Op::AddRow, |tx| {
        tx.add_row(new_row("d-1", "data_item", None), &RowPosition::Last)
    });
    assert!(matches!(taken, Err(Error::Taken(_))), "an identity is never used again");
    change(&mut desk, true).unwrap();
    assert_eq!(desk.get("d-1", "name"), line("Genomes"));
}

#[test]
fn there_is_one_row_of_a_key() {
    let mut desk = desk();
    let add = |desk: &mut Desk, id: &str| {
        let row = new_row(id, "control_note", Some("hunt-cloud/backup"));
        desk.workspace
            .transact(Some(&Desk::p()), Op::Judge, |tx| tx.add_row(row, &RowPosition::Last))
    };
    add(&mut desk, "n-1").unwrap();
    let refused = add(&mut desk, "n-2").unwrap_err();
    assert!(matches!(&refused, Error::KeyTaken { row: r, .. } if *r == row("n-1")), "{refused}");
    let swap = desk.workspace.transact::<_, Error>(Some(&Desk::p()), Op::Other, |tx| {
        tx.trash_row(&row("n-1"))?;
        tx.add_row(new_row("n-2", "control_note", Some("hunt-cloud/backup")), &RowPosition::Last)
    });
    swap.unwrap();
    let back =
        desk.workspace.transact(Some(&Desk::p()), Op::RestoreRow, |tx| tx.restore_row(&row("n-1")));
    assert!(matches!(back, Err(Error::KeyTaken { .. })));
    desk.workspace.undo(&Desk::p()).unwrap();
    desk.workspace.redo(&Desk::p()).unwrap();
    desk.workspace.check().unwrap();
}

#[test]
fn rows_stand_where_they_are_put_however_often() {
    let mut desk = desk();
    for id in ["a", "b", "c"] {
        desk.add(id, "risk");
    }
    let order = |desk: &Desk| -> Vec<String> {
        let project = desk.workspace.project(&Desk::p()).unwrap();
        project.rows_of("risk").map(|row| row.id.to_string()).collect()
    };
    let go = |desk: &mut Desk, id: &str, place: RowPosition| {
        let done = desk
            .workspace
            .transact(Some(&Desk::p()), Op::MoveRow, |tx| tx.move_row(&row(id), &place))
            .unwrap();
        done.operation.is_some()
    };
    assert!(go(&mut desk, "c", RowPosition::First));
    assert_eq!(order(&desk), ["c", "a", "b"]);
    assert!(!go(&mut desk, "c", RowPosition::First), "it stands there already");
    assert!(!go(&mut desk, "a", RowPosition::After(row("c"))));
    assert!(!go(&mut desk, "a", RowPosition::After(row("a"))));
    // When the gap between two positions has been halved too often, the rows get new positions in the same operation.
    let before = desk.workspace.state_dump(&Desk::p()).unwrap();
    for round in 0..60 {
        let id = ["b", "a"][round % 2];
        assert!(go(&mut desk, id, RowPosition::After(row("c"))));
        let other = ["a", "b"][round % 2];
        assert_eq!(order(&desk), ["c", id, other], "round {round}");
    }
    for _ in 0..60 {
        desk.workspace.undo(&Desk::p()).unwrap();
    }
    assert_eq!(desk.workspace.state_dump(&Desk::p()).unwrap(), before);
    let wrong = desk.workspace.transact(Some(&Desk::p()), Op::AddRow, |tx| {
        tx.add_row(new_row("x", "measure", None), &RowPosition::After(row("a")))
    });
    assert!(matches!(wrong, Err(Error::NoRow { .. })), "a neighbour is of the same register");
}

#[test]
fn a_project_goes_to_the_trash_and_comes_back_with_its_history() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    desk.set("d-1", "name", line("Genomes"));
    let p = Desk::p();
    desk.workspace.transact(None, Op::TrashProject, |tx| tx.trash_project(&project("p"))).unwrap();
    assert!(desk.workspace.projects().unwrap().is_empty());
    assert_eq!(desk.workspace.trashed_projects().unwrap().len(), 1);
    assert!(matches!(desk.workspace.undo(&p), Err(Error::InTrash(_))));
    assert!(matches!(desk.try_set("d-1", "name", None), Err(Error::InTrash(_))));
    let restored =
        desk.workspace.transact(None, Op::RestoreProject, |tx| tx.restore_project(&project("p")));
    assert!(restored.unwrap().changed.head);
    desk.workspace.undo(&p).unwrap();
    assert_eq!(desk.get("d-1", "name"), None, "undo goes on where it was");
}

#[test]
fn each_project_has_its_own_line() {
    let mut desk = desk();
    make_project(&mut desk.workspace, "q", "Another").unwrap();
    desk.add("d-1", "data_item");
    let renamed =
        desk.workspace.transact::<_, Error>(Some(&project("q")), Op::ChangeProject, |tx| {
            tx.set_head(head("q", "Renamed"))
        });
    assert!(renamed.unwrap().changed.head);
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.workspace.project(&project("q")).unwrap().head.title, "Renamed");
    desk.workspace.undo(&project("q")).unwrap();
    assert_eq!(desk.workspace.project(&project("q")).unwrap().head.title, "Another");
    let twice = make_project(&mut desk.workspace, "q", "Again");
    assert!(matches!(twice, Err(Error::Taken(_))));
    let nowhere =
        desk.workspace.transact(Some(&project("none")), Op::Other, |_| Ok::<_, Error>(()));
    assert!(matches!(nowhere, Err(Error::NoProject(_))));
}

#[test]
fn rows_are_not_changed_behind_the_back_of_undo() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    let fault = desk
        .workspace
        .transact(None, Op::Other, |tx| tx.set_value(&row("d-1"), "name", line("Genomes")));
    assert!(matches!(fault, Err(Error::Misuse(_))));
    let made = desk.workspace.transact::<_, Error>(None, Op::CreateProject, |tx| {
        tx.create_project(head("sample", "Sample"))?;
        tx.add_row(new_row("d-1", "data_item", None), &RowPosition::Last)?;
        tx.set_value(&row("d-1"), "name", line("Genomes"))
    });
    made.unwrap();
    assert_eq!(desk.workspace.next_undo(&project("sample")).unwrap(), None);
    let history = versions(&desk.workspace, &project("sample"), &row("d-1"), "name");
    assert_eq!(history.len(), 1, "what was there from the start is in the history");
}

#[test]
fn citations_are_pinned_and_say_where_they_stand() {
    let mut desk = desk();
    desk.add("m-1", "measure");
    let cite = |tx: &mut vurder_workspace::Tx<'_, '_>, id: &str| tx.put_citation(citation(id));
    desk.workspace
        .transact::<_, Error>(Some(&Desk::p()), Op::Cite, |tx| {
            cite(tx, "c-1")?;
            cite(tx, "c-2")
        })
        .unwrap();
    desk.set("m-1", "measure", text("Copies are kept [H01](cite:c-1) for long."));
    let uses = desk.workspace.citation_uses(&Desk::p()).unwrap();
    let places: Vec<_> = uses.values().cloned().collect();
    assert_eq!(places, [vec![(row("m-1"), "measure".to_owned())], vec![]]);
    desk.workspace.undo(&Desk::p()).unwrap();
    assert!(desk.workspace.project(&Desk::p()).unwrap().citations.is_empty());
    desk.workspace.redo(&Desk::p()).unwrap();
    assert_eq!(desk.workspace.project(&Desk::p()).unwrap().citations[0], citation("c-1"));
}

#[test]
fn a_version_quotes_what_it_quoted_though_its_citation_has_other_words_by_now() {
    let mut desk = desk();
    desk.add("m-1", "measure");
    let pin = |desk: &mut Desk, words: &str| {
        let mut citation = citation("c-1");
        citation.words = words.to_owned();
        desk.workspace
            .transact(Some(&Desk::p()), Op::Cite, |tx| tx.put_citation(citation))
            .unwrap();
    };
    pin(&mut desk, "Daily.");
    desk.set("m-1", "measure", text("Kept **well** [H01](cite:c-1)"));
    let version = desk.versions("m-1", "measure")[0].clone();
    desk.workspace.undo(&Desk::p()).unwrap();
    assert!(desk.workspace.citations(&Desk::p()).unwrap().is_empty());
    pin(&mut desk, "Weekly.");
    desk.set("m-1", "other", text("Kept [H01](cite:c-1)"));
    let bring_back = |desk: &mut Desk| {
        let done = desk.workspace.transact(Some(&Desk::p()), Op::RestoreAnswer, |tx| {
            tx.restore_version(&row("m-1"), "measure", &version.id)
        });
        assert!(done.unwrap().output);
        let cited = desk.get("m-1", "measure").unwrap().citations();
        assert_eq!(cited.len(), 1);
        let found = desk.workspace.citation(&Desk::p(), &cited[0]).unwrap().unwrap();
        assert_eq!((found.id.as_str(), found.words.as_str()), ("c-1-2", "Daily."));
    };
    bring_back(&mut desk);
    desk.set("m-1", "measure", None);
    bring_back(&mut desk);
    assert_eq!(desk.workspace.citations(&Desk::p()).unwrap().len(), 2, "it is one source");
    for _ in 0..3 {
        desk.workspace.undo(&Desk::p()).unwrap();
    }
    assert_eq!(desk.workspace.citations(&Desk::p()).unwrap()[0].words, "Weekly.");
    assert_eq!(desk.workspace.citations(&Desk::p()).unwrap().len(), 1);
    let none = desk.workspace.transact(Some(&Desk::p()), Op::RestoreAnswer, |tx| {
        tx.restore_version(&row("m-1"), "measure", "nothing")
    });
    assert!(!none.unwrap().output);
}

#[test]
fn a_change_sees_what_it_did_so_far() {
    let mut desk = desk();
    let seen = desk.workspace.transact::<_, Error>(Some(&Desk::p()), Op::Other, |tx| {
        let id = tx.new_id()?;
        tx.add_row(new_row(&id, "method", Some("one")), &RowPosition::Last)?;
        tx.set_value(&row(&id), "notes", text("as usual"))?;
        let project = tx.whole()?;
        Ok((project.single("method", "notes").cloned(), tx.keyed("method", "one")?, row(&id)))
    });
    let (value, keyed, id) = seen.unwrap().output;
    assert_eq!((value, keyed), (text("as usual"), Some(id)));
    let log = desk.workspace.log(&Desk::p(), 1).unwrap();
    assert_eq!(log[0].changes.len(), 2, "one entry of the log for both");
}

#[test]
fn a_workspace_can_move_to_the_thread_that_keeps_it() {
    fn moves<T: Send>() {}
    moves::<vurder_workspace::Workspace>();
    moves::<vurder_workspace::StatementIndex>();
}

#[test]
fn ten_megabytes_of_text_are_kept_and_undone() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    let long = "Ærlig talt. ".repeat(800_000);
    desk.set("d-1", "need", text(&long));
    let mut desk = desk.reopen();
    assert_eq!(desk.get("d-1", "need"), text(&long));
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.get("d-1", "need"), None);
}

#[test]
fn a_project_keeps_the_revisions_that_it_follows() {
    let mut desk = desk();
    let mut follows = std::collections::BTreeMap::new();
    assert_eq!(desk.workspace.head(&Desk::p()).unwrap().follows, follows, "none were named");
    follows.insert("a-cloud".to_owned(), "2".to_owned());
    let before = desk.workspace.head(&Desk::p()).unwrap();
    let after = vurder_model::project::ProjectHead { follows: follows.clone(), ..before.clone() };
    desk.workspace.transact(Some(&Desk::p()), Op::ChangeProject, |tx| tx.set_head(after)).unwrap();

    let mut desk = desk.reopen();
    let head = desk.workspace.head(&Desk::p()).unwrap();
    assert_eq!((head.follows, head.providers), (follows, before.providers.clone()));
    desk.workspace.check().unwrap();
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(desk.workspace.head(&Desk::p()).unwrap(), before);
}
