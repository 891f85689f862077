//! Laws that hold for any sequence of changes.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::collections::BTreeMap;

use chrono::TimeDelta;
use given::{citation, head, line, make_project, new_row, options, project, row, text, versions};
use proptest::prelude::*;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::value::Value;
use vurder_workspace::{
    Dump, Error, Op, OpenOptions, RowPosition, SeededIds, StepClock, Workspace,
};

/// An action of a person in one of two projects.
#[derive(Debug, Clone)]
enum Act {
    Add { register: u8, place: u8, keyed: bool },
    Move { row: u8, place: u8 },
    Set { row: u8, field: u8, words: String },
    Pick { row: u8, level: u8 },
    Clear { row: u8, field: u8 },
    Trash { row: u8 },
    Restore { row: u8 },
    Rename { words: String },
    Cite { number: u8, words: String },
    Quote { row: u8, number: u8, words: String },
    Many { row: u8, words: String },
    BringBack { row: u8, field: u8, version: u8 },
    Undo,
    Redo,
    Freeze,
    Renumber,
}

fn act() -> impl Strategy<Value = Act> {
    let words = "[a-zæøåЖ ]{0,30}";
    prop_oneof![
        4 => (0..2_u8, any::<u8>(), any::<bool>())
            .prop_map(|(register, place, keyed)| Act::Add { register, place, keyed }),
        4 => (any::<u8>(), any::<u8>()).prop_map(|(row, place)| Act::Move { row, place }),
        8 => (any::<u8>(), 0..3_u8, words)
            .prop_map(|(row, field, words)| Act::Set { row, field, words }),
        2 => (any::<u8>(), 1..5_u8).prop_map(|(row, level)| Act::Pick { row, level }),
        2 => (any::<u8>(), 0..3_u8).prop_map(|(row, field)| Act::Clear { row, field }),
        2 => any::<u8>().prop_map(|row| Act::Trash { row }),
        2 => any::<u8>().prop_map(|row| Act::Restore { row }),
        1 => words.prop_map(|words| Act::Rename { words }),
        1 => (0..3_u8, words).prop_map(|(number, words)| Act::Cite { number, words }),
        2 => (any::<u8>(), 0..6_u8, words)
            .prop_map(|(row, number, words)| Act::Quote { row, number, words }),
        2 => (any::<u8>(), words).prop_map(|(row, words)| Act::Many { row, words }),
        4 => (any::<u8>(), 0..3_u8, any::<u8>())
            .prop_map(|(row, field, version)| Act::BringBack { row, field, version }),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
    ]
}

/// An action in a project whose versions are frozen.
fn act_or_freeze() -> impl Strategy<Value = Act> {
    prop_oneof![8 => act(), 1 => Just(Act::Freeze), 1 => Just(Act::Renumber)]
}

/// An action on one text and its citations. There are few places, so that versions come and go.
fn citing() -> impl Strategy<Value = Act> {
    let words = "[a-z]{1,8}";
    prop_oneof![
        3 => (0..2_u8, 0..3_u8, words)
            .prop_map(|(row, number, words)| Act::Quote { row, number, words }),
        1 => (0..3_u8, words).prop_map(|(number, words)| Act::Cite { number, words }),
        1 => (0..2_u8, words).prop_map(|(row, words)| Act::Set { row, field: 0, words }),
        1 => (0..2_u8).prop_map(|row| Act::Clear { row, field: 0 }),
        3 => (0..2_u8, any::<u8>())
            .prop_map(|(row, version)| Act::BringBack { row, field: 0, version }),
        4 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

fn pick(workspace: &Workspace, p: &ProjectId, number: u8) -> Option<RowId> {
    let rows = workspace.project(p).unwrap().rows;
    (!rows.is_empty()).then(|| rows[usize::from(number) % rows.len()].id.clone())
}

fn place(workspace: &Workspace, p: &ProjectId, number: u8) -> RowPosition {
    match (number % 4, pick(workspace, p, number / 4)) {
        (0, _) | (_, None) => RowPosition::First,
        (1, _) => RowPosition::Last,
        (_, Some(row)) => RowPosition::After(row),
    }
}

/// Does the action. A change that is refused (a row in the trash, a neighbour of another register) is refused as a
/// whole.
fn play(workspace: &mut Workspace, p: &ProjectId, act: &Act) {
    let done = match act {
        Act::Undo => workspace.undo(p).map(drop),
        Act::Redo => workspace.redo(p).map(drop),
        Act::Freeze => given::freeze(workspace, p).map(drop),
        Act::Renumber => workspace.transact(Some(p), Op::Renumber, |tx| tx.renumber()).map(drop),
        Act::Add { register, place: at, keyed } => {
            let at = place(workspace, p, *at);
            let register = ["risk", "measure"][usize::from(*register)];
            workspace
                .transact(Some(p), Op::AddRow, |tx| {
                    let id = tx.new_id()?;
                    tx.add_row(new_row(&id, register, keyed.then_some("one")), &at)
                })
                .map(drop)
        }
        Act::Move { row, place: at } => {
            let Some(row) = pick(workspace, p, *row) else { return };
            let at = place(workspace, p, *at);
            workspace.transact(Some(p), Op::MoveRow, |tx| tx.move_row(&row, &at)).map(drop)
        }
        Act::Set { row, field, words } => {
            let Some(row) = pick(workspace, p, *row) else { return };
            let field = format!("field-{field}");
            workspace
                .transact(Some(p), Op::SetValue, |tx| tx.set_value(&row, &field, text(words)))
                .map(drop)
        }
        Act::Pick { row, level } => {
            let Some(row) = pick(workspace, p, *row) else { return };
            let level = Some(Value::Level(*level));
            workspace
                .transact(Some(p), Op::SetValue, |tx| tx.set_value(&row, "level", level))
                .map(drop)
        }
        Act::Clear { row, field } => {
            let Some(row) = pick(workspace, p, *row) else { return };
            let field = format!("field-{field}");
            workspace
                .transact(Some(p), Op::SetValue, |tx| tx.set_value(&row, &field, None))
                .map(drop)
        }
        Act::Trash { row } => {
            let Some(row) = pick(workspace, p, *row) else { return };
            workspace.transact(Some(p), Op::TrashRow, |tx| tx.trash_row(&row)).map(drop)
        }
        Act::Restore { row } => {
            let Some(row) = pick(workspace, p, *row) else { return };
            workspace.transact(Some(p), Op::RestoreRow, |tx| tx.restore_row(&row)).map(drop)
        }
        Act::Rename { words } => {
            let head = head(p.as_str(), words);
            workspace.transact(Some(p), Op::ChangeProject, |tx| tx.set_head(head)).map(drop)
        }
        Act::Cite { number, words } => {
            let mut citation = citation(&format!("c-{number}"));
            citation.words.clone_from(words);
            workspace.transact(Some(p), Op::Cite, |tx| tx.put_citation(citation)).map(drop)
        }
        Act::Quote { row, number, words } => {
            let Some(row) = pick(workspace, p, *row) else { return };
            let citation = citation(&format!("c-{number}"));
            let quoted = text(&format!("{words} [H](cite:c-{number})"));
            workspace
                .transact(Some(p), Op::Cite, |tx| tx.put_citation(citation))
                .and_then(|_| {
                    workspace
                        .transact(Some(p), Op::SetValue, |tx| tx.set_value(&row, "field-0", quoted))
                })
                .map(drop)
        }
        Act::BringBack { row, field, version } => {
            let Some(row) = pick(workspace, p, *row) else { return };
            let field = format!("field-{field}");
            let known = versions(workspace, p, &row, &field);
            if known.is_empty() {
                return;
            }
            let version = known[usize::from(*version) % known.len()].id.clone();
            workspace
                .transact(Some(p), Op::RestoreAnswer, |tx| {
                    tx.restore_version(&row, &field, &version)
                })
                .map(|done| assert!(done.output, "a version that is listed is there"))
        }
        Act::Many { row: at, words } => {
            let Some(row) = pick(workspace, p, *at) else { return };
            workspace
                .transact::<_, Error>(Some(p), Op::UseStatements, |tx| {
                    for field in ["field-0", "field-1"] {
                        tx.set_value(&row, field, line(words))?;
                    }
                    let id = tx.new_id()?;
                    tx.add_row(new_row(&id, "measure", None), &RowPosition::Last)
                })
                .map(drop)
        }
    };
    cited_is_there(workspace, p, act);
    if let Err(error) = done {
        let expected = ["in_trash", "no_row", "key_taken", "nothing_to_undo", "nothing_to_redo"];
        assert!(expected.contains(&error.code()), "{act:?}: {error}");
    }
}

/// A text with a citation that does not exist could not be saved again.
fn cited_is_there(workspace: &Workspace, p: &ProjectId, act: &Act) {
    let project = workspace.project(p).unwrap();
    let there: Vec<_> = project.citations.iter().map(|c| &c.id).collect();
    for value in project.rows.iter().flat_map(|row| row.values.values()) {
        for id in value.citations() {
            assert!(there.contains(&&id), "{act:?} leaves {id} in a text, which is not there");
        }
    }
}

fn begin(file: &std::path::Path, step: i64) -> Workspace {
    let mut workspace = Workspace::create(file, options(step)).unwrap();
    for id in ["p", "q"] {
        make_project(&mut workspace, id, "Study").unwrap();
    }
    workspace
}

fn reopen(workspace: Workspace, file: &std::path::Path) -> Workspace {
    drop(workspace);
    let clock = StepClock::new(given::start() + TimeDelta::days(2), TimeDelta::seconds(60));
    let (clock, ids) = (Box::new(clock), Box::new(SeededIds::new(2)));
    Workspace::open(file, OpenOptions { clock, ids, ..OpenOptions::default() }).unwrap()
}

fn undo_all(workspace: &mut Workspace, p: &ProjectId) -> usize {
    let mut steps = 0;
    loop {
        match workspace.undo(p) {
            Ok(_) => steps += 1,
            Err(Error::NothingToUndo(_)) => return steps,
            Err(error) => panic!("{error}"),
        }
    }
}

/// The row of each number of each register, rows in the trash included.
type Numbered = BTreeMap<(String, u32), RowId>;

fn numbered(workspace: &Workspace, p: &ProjectId) -> Numbered {
    let rows = workspace.project(p).unwrap().rows;
    let borne = rows.into_iter().filter_map(|row| Some(((row.register, row.number?), row.id)));
    borne.collect()
}

/// Whether each number still belongs to the same row, or its row was removed by undo.
fn keeps(before: &Numbered, now: &Numbered) -> bool {
    before.iter().all(|(number, row)| now.get(number).is_none_or(|borne| borne == row))
        && now.iter().all(|(number, row)| {
            before.iter().all(|(earlier, other)| other != row || earlier == number)
        })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 16, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default()
    })]

    #[test]
    fn undo_all_is_the_start_and_redo_all_is_the_end(
        acts in prop::collection::vec((any::<bool>(), act()), 1..40),
        step in prop::sample::select(vec![1_i64, 20, 60]),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("w.vurder");
        let mut workspace = begin(&file, step);
        let (p, q) = (project("p"), project("q"));
        let start = workspace.state_dump(&p).unwrap();
        for (in_p, act) in &acts {
            play(&mut workspace, if *in_p { &p } else { &q }, act);
        }
        // Changes that are undone now do not belong to the end, so they are redone first.
        while workspace.redo(&p).is_ok() {}
        let (end, other) = (workspace.state_dump(&p).unwrap(), workspace.state_dump(&q).unwrap());
        let steps = undo_all(&mut workspace, &p);
        prop_assert_eq!(&workspace.state_dump(&p).unwrap(), &start);
        let mut workspace = reopen(workspace, &file);
        for _ in 0..steps {
            workspace.redo(&p).unwrap();
        }
        prop_assert!(workspace.redo(&p).is_err());
        prop_assert_eq!(&workspace.state_dump(&p).unwrap(), &end);
        prop_assert_eq!(&workspace.state_dump(&q).unwrap(), &other, "the other project rests");
        workspace.check().unwrap();
    }

    #[test]
    fn what_a_text_cites_is_there_whatever_came_back(
        acts in prop::collection::vec(citing(), 10..60),
        step in prop::sample::select(vec![1_i64, 60, 90]),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("w.vurder");
        let mut workspace = begin(&file, step);
        let p = project("p");
        let start = workspace.state_dump(&p).unwrap();
        for id in ["r-0", "r-1"] {
            let row = new_row(id, "risk", None);
            workspace.transact(Some(&p), Op::AddRow, |tx| tx.add_row(row, &RowPosition::Last)).unwrap();
        }
        for act in &acts {
            play(&mut workspace, &p, act);
        }
        let end = workspace.state_dump(&p).unwrap();
        let json = workspace.dump().unwrap().to_json().unwrap();
        let mut other = Workspace::create(&folder.path().join("other.vurder"), options(1)).unwrap();
        other.load(&Dump::from_json(&json).unwrap()).unwrap();
        prop_assert_eq!(&other.state_dump(&p).unwrap(), &end);
        undo_all(&mut workspace, &p);
        prop_assert_eq!(&workspace.state_dump(&p).unwrap(), &start);
        workspace.check().unwrap();
    }

    #[test]
    fn a_dump_loads_to_the_very_same(
        acts in prop::collection::vec((any::<bool>(), act_or_freeze()), 1..40),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut workspace = begin(&folder.path().join("w.vurder"), 10);
        for (in_p, act) in &acts {
            play(&mut workspace, &project(if *in_p { "p" } else { "q" }), act);
        }
        let dump = workspace.dump().unwrap();
        let json = dump.to_json().unwrap();
        let read = Dump::from_json(&json).unwrap();
        prop_assert_eq!(&read, &dump);
        let mut other = Workspace::create(&folder.path().join("other.vurder"), options(1)).unwrap();
        other.load(&read).unwrap();
        prop_assert_eq!(other.dump().unwrap().to_json().unwrap(), json);
        other.check().unwrap();
        // Work goes on from there: undo works, and the same words are found.
        for p in [project("p"), project("q")] {
            prop_assert_eq!(undo_all(&mut other, &p), undo_all(&mut workspace, &p));
            prop_assert_eq!(other.state_dump(&p).unwrap(), workspace.state_dump(&p).unwrap());
        }
        other.check().unwrap();
    }

    #[test]
    fn a_frozen_number_is_that_of_one_row_whatever_comes_after(
        acts in prop::collection::vec(act_or_freeze(), 10..60),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut workspace = begin(&folder.path().join("w.vurder"), 60);
        let p = project("p");
        // The last entry of the log when the last version was frozen, and the numbers of that version.
        let mut seen: Option<(i64, Numbered)> = None;
        for act in &acts {
            let newest = workspace.log(&p, 1).unwrap()[0].seq;
            let undone = workspace.next_undo(&p).unwrap();
            let redone = workspace.next_redo(&p).unwrap();
            play(&mut workspace, &p, act);
            let now = numbered(&workspace, &p);
            let shifted = match act {
                Act::Renumber => true,
                Act::Undo => undone.is_some_and(|(undone, _)| undone.op == Op::Renumber),
                Act::Redo => redone.is_some_and(|(redone, _)| redone.op == Op::Renumber),
                Act::Freeze => {
                    let log = workspace.log(&p, 1).unwrap();
                    prop_assert!(log[0].seq > newest);
                    if let Some((_, before)) = &seen {
                        prop_assert!(keeps(before, &now), "{before:?} {now:?}");
                    }
                    seen = Some((log[0].seq, now.clone()));
                    false
                }
                _ => false,
            };
            let frozen = !workspace.versions(&p).unwrap().is_empty();
            prop_assert_eq!(now.len(), if frozen { workspace.project(&p).unwrap().rows.len() } else { 0 });
            if shifted {
                seen = None;
            } else if let Some((_, before)) = &seen {
                prop_assert!(keeps(before, &now), "{act:?}: {before:?} {now:?}");
            }
        }
        workspace.check().unwrap();
    }

    #[test]
    fn positions_are_distinct_and_say_the_order_that_was_asked_for(
        moves in prop::collection::vec((0..6_usize, 0..6_usize), 1..80),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut workspace = begin(&folder.path().join("w.vurder"), 60);
        let p = project("p");
        let mut order: Vec<String> = (0..6).map(|n| format!("r-{n}")).collect();
        workspace.transact::<_, Error>(Some(&p), Op::AddRow, |tx| {
            for id in &order {
                tx.add_row(new_row(id, "risk", None), &RowPosition::Last)?;
            }
            Ok(())
        }).unwrap();
        for (from, after) in moves {
            let id = order.remove(from);
            let place = match after {
                0 => RowPosition::First,
                n => RowPosition::After(row(&order[n - 1])),
            };
            workspace.transact(Some(&p), Op::MoveRow, |tx| tx.move_row(&row(&id), &place)).unwrap();
            order.insert(after, id);
            let project = workspace.project(&p).unwrap();
            let now: Vec<_> = project.rows_of("risk").map(|r| r.id.to_string()).collect();
            prop_assert_eq!(&now, &order);
            let apart = project.rows.windows(2).all(|two| two[0].position < two[1].position);
            prop_assert!(apart, "two rows of one position have no order");
        }
    }
}
