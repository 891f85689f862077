//! Versions of a project: a frozen version never changes.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::fs;

use given::{Desk, desk, freeze, line, new_row, new_version, options, row};
use rusqlite::Connection;
use vurder_model::frozen::VersionKind;
use vurder_model::id::AttachmentId;
use vurder_model::project::Row;
use vurder_workspace::{
    Change, Dump, DumpFault, Error, FrozenState, NewAttachment, NewReport, NewVersion, Op, Refusal,
    RowPosition, Scope, Workspace,
};

fn row_of(desk: &Desk, id: &str) -> Option<Row> {
    desk.workspace.project(&Desk::p()).unwrap().row(&row(id)).cloned()
}

fn number(desk: &Desk, id: &str) -> Option<u32> {
    row_of(desk, id)?.number
}

/// Three measures, the second in the trash.
fn three() -> Desk {
    let mut desk = desk();
    for id in ["m-1", "m-2", "m-3"] {
        desk.add(id, "measure");
        desk.set(id, "name", line(id));
    }
    desk.workspace
        .transact(Some(&Desk::p()), Op::TrashRow, |tx| tx.trash_row(&row("m-2")))
        .unwrap();
    desk
}

#[test]
fn a_version_is_what_stood_there_whatever_comes_after() {
    let mut desk = three();
    let file = NewAttachment {
        id: AttachmentId::new("a").unwrap(),
        name: "plan.txt".to_owned(),
        media_type: "text/plain".to_owned(),
        row: None,
        bytes: b"a plan".to_vec(),
    };
    desk.workspace.transact(Some(&Desk::p()), Op::Attach, |tx| tx.attach(file)).unwrap();
    let waiting = desk.workspace.revision(&Desk::p()).unwrap();
    assert_eq!(freeze(&mut desk.workspace, &Desk::p()).unwrap(), 1);
    assert_eq!(
        desk.workspace.revision(&Desk::p()).unwrap(),
        waiting + 1,
        "whoever holds it is told"
    );
    let whole = desk.workspace.project(&Desk::p()).unwrap();
    desk.set("m-1", "name", line("Another name"));
    desk.workspace
        .transact(Some(&Desk::p()), Op::TrashAttachment, |tx| {
            tx.trash_attachment(&AttachmentId::new("a").unwrap())
        })
        .unwrap();
    while desk.workspace.undo(&Desk::p()).is_ok() {}
    assert_eq!(row_of(&desk, "m-1"), None, "undo goes on for the draft");
    let desk = desk.reopen();
    let versions = desk.workspace.versions(&Desk::p()).unwrap();
    let [version] = versions.as_slice() else { panic!("{versions:?}") };
    assert_eq!(
        (version.head.by.as_str(), version.head.kind),
        ("Kari Nordmann", VersionKind::Review)
    );
    let state = desk.workspace.version_state(&Desk::p(), 1).unwrap();
    assert_eq!(state.project, whole);
    assert_eq!(state.attachments[0].trashed, None);
    assert_eq!(state.word_file("edpb-dpia").as_deref(), Some(b"PK word".as_slice()));
    assert_eq!(state.word_file("rar"), None);
    // Earlier programs kept no Word files with a version.
    let mut earlier = serde_json::to_value(&state).unwrap();
    earlier.as_object_mut().unwrap().remove("word_files").unwrap();
    let earlier: FrozenState = serde_json::from_value(earlier).unwrap();
    assert_eq!((earlier.word_file("edpb-dpia"), earlier.project), (None, whole.clone()));
    let report = desk.workspace.version_report(&Desk::p(), 1, "edpb-dpia", false).unwrap();
    assert_eq!(report, b"%PDF-1.7 report");
    for (number, template) in [(2, "edpb-dpia"), (1, "rar")] {
        let missing =
            desk.workspace.version_report(&Desk::p(), number, template, false).unwrap_err();
        assert_eq!(missing.code(), "no_version");
    }
}

#[test]
fn rows_keep_the_numbers_of_the_first_version() {
    let mut desk = three();
    assert_eq!(number(&desk, "m-1"), None);
    let renumbered = desk.workspace.transact(Some(&Desk::p()), Op::Renumber, |tx| tx.renumber());
    assert_eq!(renumbered.unwrap().operation, None, "numbers follow the order until then");
    freeze(&mut desk.workspace, &Desk::p()).unwrap();
    let numbers = |desk: &Desk| ["m-1", "m-2", "m-3", "m-4"].map(|id| number(desk, id));
    assert_eq!(numbers(&desk), [Some(1), Some(3), Some(2), None], "those in the trash come last");
    desk.workspace
        .transact::<_, Error>(Some(&Desk::p()), Op::MoveRow, |tx| {
            tx.move_row(&row("m-3"), &RowPosition::First)?;
            tx.restore_row(&row("m-2"))
        })
        .unwrap();
    desk.add("m-4", "measure");
    assert_eq!(numbers(&desk), [Some(1), Some(3), Some(2), Some(4)]);
    // A version names the fourth row, which undo then removes: its number is given to no other row.
    freeze(&mut desk.workspace, &Desk::p()).unwrap();
    desk.workspace.undo(&Desk::p()).unwrap();
    desk.add("m-5", "measure");
    assert_eq!(number(&desk, "m-5"), Some(5));

    let anew = desk.workspace.transact(Some(&Desk::p()), Op::Renumber, |tx| tx.renumber()).unwrap();
    assert!(anew.changed.rows.contains(&row("m-5")) && anew.changed.order == ["measure"]);
    let order = ["m-3", "m-1", "m-2", "m-5"].map(|id| number(&desk, id));
    assert_eq!(order, [1, 2, 3, 4].map(Some), "without gaps, in the order of the rows");
    desk.add("m-6", "measure");
    assert_eq!(number(&desk, "m-6"), Some(5));
    desk.workspace.undo(&Desk::p()).unwrap();
    desk.workspace.undo(&Desk::p()).unwrap();
    assert_eq!(number(&desk, "m-5"), Some(5), "undone in one step");
    desk.workspace.redo(&Desk::p()).unwrap();
    assert_eq!(number(&desk, "m-5"), Some(4));
    // A reader of this version refers to the rows by these numbers. So undo ends here, and nothing is left to redo.
    freeze(&mut desk.workspace, &Desk::p()).unwrap();
    assert!(desk.workspace.next_redo(&Desk::p()).unwrap().is_none());
    assert!(desk.workspace.next_undo(&Desk::p()).unwrap().is_none());
    assert_eq!(desk.workspace.undo(&Desk::p()).unwrap_err().code(), "nothing_to_undo");
    desk.set("m-1", "name", line("More"));
    desk.workspace.undo(&Desk::p()).unwrap();
    desk.workspace.check().unwrap();
}

#[test]
fn what_was_undone_does_not_come_back_after_a_version() {
    let mut desk = three();
    desk.workspace.undo(&Desk::p()).unwrap();
    assert!(desk.workspace.next_redo(&Desk::p()).unwrap().is_some());
    freeze(&mut desk.workspace, &Desk::p()).unwrap();
    assert!(desk.workspace.next_redo(&Desk::p()).unwrap().is_none());
}

#[test]
fn a_version_that_nobody_sends_or_that_is_too_large_is_refused_whole() {
    let mut desk = three();
    let before = desk.workspace.dump().unwrap();
    let mut refused = |version: NewVersion| {
        let frozen = desk.workspace.transact::<_, Error>(None, Op::FreezeVersion, |tx| {
            tx.begin_version(&Desk::p())?;
            tx.freeze_version(version)
        });
        frozen.unwrap_err()
    };
    assert!(matches!(refused(new_version(" ", b"")), Error::Refused(Refusal::VersionBy { .. })));
    let long = NewVersion { note: "n".repeat(2001), ..new_version("Kari", b"") };
    assert!(matches!(refused(long), Error::Refused(Refusal::VersionNote { longest: 2000 })));
    let bytes = vec![0; (20 << 20) + 1];
    let large = vec![NewReport { template: "edpb-dpia".to_owned(), pages: 1, bytes, since: None }];
    let large = NewVersion { reports: large, ..new_version("Kari", b"") };
    assert_eq!(refused(large).code(), "too_large");
    let within = desk
        .workspace
        .transact(Some(&Desk::p()), Op::FreezeVersion, |tx| tx.begin_version(&Desk::p()));
    assert_eq!(within.unwrap_err().code(), "internal", "undo would reach it");
    desk.workspace.transact(None, Op::TrashProject, |tx| tx.trash_project(&Desk::p())).unwrap();
    assert_eq!(freeze(&mut desk.workspace, &Desk::p()).unwrap_err().code(), "in_trash");
    desk.workspace.transact(None, Op::RestoreProject, |tx| tx.restore_project(&Desk::p())).unwrap();
    let after = desk.workspace.dump().unwrap();
    assert_eq!(
        (after.projects[0].rows.clone(), after.blobs),
        (before.projects[0].rows.clone(), before.blobs)
    );
    assert_eq!(after.projects[0].records, []);
}

#[test]
fn a_dump_carries_versions_and_none_that_could_be_undone() {
    let mut desk = three();
    freeze(&mut desk.workspace, &Desk::p()).unwrap();
    desk.add("m-4", "measure");
    freeze(&mut desk.workspace, &Desk::p()).unwrap();
    let dump = desk.workspace.dump().unwrap();
    assert_eq!(dump.version, 4);
    let load = |name: &str, dump: &Dump| {
        let mut other = Workspace::create(&desk.folder.path().join(name), options(60)).unwrap();
        other.load(dump).map(|()| other)
    };
    let json = dump.to_json().unwrap();
    let loaded = load("loaded.vurder", &Dump::from_json(&json).unwrap()).unwrap();
    assert_eq!(loaded.dump().unwrap().to_json().unwrap(), json);
    loaded.check().unwrap();
    assert_eq!(
        loaded.version_state(&Desk::p(), 2).unwrap(),
        desk.workspace.version_state(&Desk::p(), 2).unwrap()
    );

    let freezes =
        |dump: &Dump| dump.operations.iter().rposition(|o| o.label == "freeze_version").unwrap();
    let mut undoable = dump.clone();
    let at = freezes(&dump);
    undoable.operations[at].scope = Scope::Project;
    let refused = load("undoable.vurder", &undoable).map(drop).unwrap_err();
    assert!(matches!(refused, Error::BadDump(DumpFault::NotUndoable(_))), "{refused}");
    let mut changed = dump.clone();
    for change in &mut changed.operations[at].changes {
        if let Change::Version(version) = change {
            version.before = version.after.clone();
        }
    }
    let refused = load("changed.vurder", &changed).map(drop).unwrap_err();
    let why = Refusal::VersionChanged(2);
    assert!(matches!(&refused, Error::BadDump(DumpFault::Record(r)) if *r == why), "{refused}");
    let mut lost = dump.clone();
    lost.blobs.pop();
    let refused = load("lost.vurder", &lost).map(drop).unwrap_err();
    assert!(matches!(refused, Error::BadDump(DumpFault::BytesMissing(_))), "{refused}");
}

#[test]
fn a_changed_byte_of_a_version_is_noticed() {
    let mut desk = three();
    freeze(&mut desk.workspace, &Desk::p()).unwrap();
    let Desk { folder: _folder, file, workspace } = desk;
    drop(workspace);
    let bytes = fs::read(&file).unwrap();
    for (change, name) in [
        ("UPDATE version SET version = replace(version, 'Kari', 'Karl')", "version p/1"),
        ("UPDATE number SET number = 9 WHERE row = 'm-3'", "number p/m-3"),
        (
            "UPDATE blob SET bytes = CAST('%PDF-1.7 rapport' AS BLOB) WHERE length(bytes) = 15",
            "blob ",
        ),
    ] {
        fs::write(&file, &bytes).unwrap();
        let conn = Connection::open(&file).unwrap();
        assert_eq!(conn.execute(change, []).unwrap(), 1, "{change}");
        drop(conn);
        let refused = Workspace::open(&file, options(60)).unwrap_err();
        assert!(refused.to_string().contains(name), "{refused}");
    }
}

#[test]
fn a_project_of_which_nothing_is_frozen_numbers_no_row() {
    let mut desk = desk();
    let new = new_row("m-1", "measure", None);
    desk.workspace
        .transact(Some(&Desk::p()), Op::AddRow, |tx| tx.add_row(new, &RowPosition::Last))
        .unwrap();
    assert_eq!(number(&desk, "m-1"), None);
    assert_eq!(desk.workspace.dump().unwrap().version, 1, "older programs read it");
}
