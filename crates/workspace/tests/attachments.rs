//! Attachments and their bytes: kept once, undone, dumped, loaded, checked.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use given::{Desk, desk, make_project, options, project, row};
use vurder_model::id::AttachmentId;
use vurder_workspace::{
    Attachment, Dump, Error, LARGEST_ATTACHMENT, NewAttachment, Op, Result, Workspace,
};

fn id(id: &str) -> AttachmentId {
    AttachmentId::new(id).unwrap()
}

fn file(name: &str, bytes: &[u8]) -> NewAttachment {
    NewAttachment {
        id: id(name),
        name: format!("{name} æøå.pdf"),
        media_type: "application/pdf".to_owned(),
        row: None,
        bytes: bytes.to_vec(),
    }
}

fn attach(desk: &mut Desk, new: NewAttachment) -> Result<Attachment> {
    let done = desk.workspace.transact(Some(&Desk::p()), Op::Attach, |tx| tx.attach(new));
    done.map(|done| done.output)
}

fn bytes(workspace: &Workspace, name: &str) -> Result<Vec<u8>> {
    workspace.attachment_bytes(&Desk::p(), &id(name))
}

fn blobs(workspace: &Workspace) -> usize {
    workspace.dump().unwrap().blobs.len()
}

#[test]
fn a_file_is_attached_read_trashed_and_undone() {
    let mut desk = desk();
    desk.add("d-1", "data_item");
    let start = desk.workspace.state_dump(&Desk::p()).unwrap();
    let new = NewAttachment { row: Some(row("d-1")), ..file("letter", b"%PDF of a letter") };
    let made = attach(&mut desk, new).unwrap();
    assert_eq!((made.size, made.row.clone()), (16, Some(row("d-1"))));
    assert_eq!(desk.workspace.attachments(&Desk::p()).unwrap(), std::slice::from_ref(&made));
    assert_eq!(bytes(&desk.workspace, "letter").unwrap(), b"%PDF of a letter");

    let trashed = desk
        .workspace
        .transact(Some(&Desk::p()), Op::TrashAttachment, |tx| tx.trash_attachment(&id("letter")));
    assert_eq!(trashed.unwrap().changed.attachments, [id("letter")]);
    assert!(desk.workspace.attachments(&Desk::p()).unwrap()[0].trashed.is_some());
    let end = desk.workspace.state_dump(&Desk::p()).unwrap();
    for _ in 0..2 {
        desk.workspace.undo(&Desk::p()).unwrap();
    }
    assert_eq!(desk.workspace.state_dump(&Desk::p()).unwrap(), start);
    assert!(matches!(bytes(&desk.workspace, "letter"), Err(Error::NoAttachment { .. })));
    let mut desk = desk.reopen();
    for _ in 0..2 {
        desk.workspace.redo(&Desk::p()).unwrap();
    }
    assert_eq!(desk.workspace.state_dump(&Desk::p()).unwrap(), end);
    assert_eq!(bytes(&desk.workspace, "letter").unwrap(), b"%PDF of a letter", "the log kept them");
    let back = desk.workspace.transact(Some(&Desk::p()), Op::RestoreAttachment, |tx| {
        tx.restore_attachment(&id("letter"))
    });
    assert!(back.unwrap().operation.is_some());
    assert_eq!(desk.workspace.attachments(&Desk::p()).unwrap(), [made]);
    desk.workspace.check().unwrap();
}

#[test]
fn the_same_bytes_stand_once_in_a_workspace() {
    let mut desk = desk();
    make_project(&mut desk.workspace, "q", "Another").unwrap();
    attach(&mut desk, file("a", b"the same")).unwrap();
    attach(&mut desk, file("b", b"the same")).unwrap();
    let other = file("a", b"the same");
    let done = desk.workspace.transact(Some(&project("q")), Op::Attach, |tx| tx.attach(other));
    assert_eq!(blobs(&desk.workspace), 1);
    assert_eq!(done.unwrap().output.blob, desk.workspace.dump().unwrap().blobs[0].hash);
    attach(&mut desk, file("c", b"others")).unwrap();
    assert_eq!(blobs(&desk.workspace), 2);
    desk.workspace.check().unwrap();
}

#[test]
fn what_no_entry_of_the_log_names_leaves_no_bytes() {
    let mut desk = desk();
    let failed = desk.workspace.transact::<(), Error>(Some(&Desk::p()), Op::Attach, |tx| {
        tx.attach(file("a", b"never"))?;
        Err(Error::Misuse("on purpose".to_owned()))
    });
    assert!(failed.is_err());
    assert_eq!(blobs(&desk.workspace), 0);
    desk.workspace.check().unwrap();
}

#[test]
fn what_is_no_attachment_is_refused_with_a_reason() {
    let mut desk = desk();
    let large = attach(&mut desk, file("a", &vec![0; LARGEST_ATTACHMENT + 1])).unwrap_err();
    assert!(matches!(large, Error::TooLarge { most: LARGEST_ATTACHMENT, .. }), "{large}");
    for name in ["", "a/b.pdf", "..\\b.pdf", "a\nb"] {
        let named = NewAttachment { name: name.to_owned(), ..file("a", b"x") };
        assert_eq!(attach(&mut desk, named).unwrap_err().code(), "refused", "{name}");
    }
    let kind = NewAttachment { media_type: "pdf".to_owned(), ..file("a", b"x") };
    assert_eq!(attach(&mut desk, kind).unwrap_err().code(), "refused");
    let nowhere = NewAttachment { row: Some(row("none")), ..file("a", b"x") };
    assert_eq!(attach(&mut desk, nowhere).unwrap_err().code(), "no_row");
    attach(&mut desk, file("a", b"x")).unwrap();
    assert_eq!(attach(&mut desk, file("a", b"y")).unwrap_err().code(), "taken");
    assert_eq!(blobs(&desk.workspace), 1, "what was refused left nothing");
}

#[test]
fn a_dump_carries_attachments_and_a_dump_without_any_stays_version_1() {
    let mut desk = desk();
    assert_eq!(desk.workspace.dump().unwrap().version, 1);
    attach(&mut desk, file("a", b"one")).unwrap();
    attach(&mut desk, file("b", b"two")).unwrap();
    desk.workspace.undo(&Desk::p()).unwrap();
    let dump = desk.workspace.dump().unwrap();
    assert_eq!((dump.version, dump.blobs.len()), (2, 2), "redo needs the second");
    let json = dump.to_json().unwrap();
    let load = |dump: &Dump| {
        let folder = tempfile::tempdir().unwrap();
        let mut other = Workspace::create(&folder.path().join("w.vurder"), options(60)).unwrap();
        other.load(dump).map(|()| (folder, other))
    };
    let (_folder, mut other) = load(&Dump::from_json(&json).unwrap()).unwrap();
    assert_eq!(other.dump().unwrap().to_json().unwrap(), json);
    other.redo(&Desk::p()).unwrap();
    assert_eq!(bytes(&other, "b").unwrap(), b"two");
    other.check().unwrap();

    let mut missing = dump.clone();
    missing.blobs.pop();
    let mut changed = dump.clone();
    changed.blobs[0].bytes = "eA==".to_owned();
    let mut more = dump.clone();
    more.blobs.push(dump.blobs[0].clone());
    let mut renamed = dump.clone();
    renamed.projects[0].records.clear();
    for (what, dump) in
        [("missing", missing), ("changed", changed), ("more", more), ("not as the log", renamed)]
    {
        let refused = load(&dump).map(drop).expect_err(what);
        assert_eq!(refused.code(), "bad_dump", "{what}: {refused}");
    }
}

#[test]
fn a_changed_byte_of_an_attachment_is_noticed() {
    let mut desk = desk();
    attach(&mut desk, file("a", b"a long enough line to be found in the file")).unwrap();
    let Desk { file, workspace, folder: _folder } = desk;
    drop(workspace);
    let mut bytes = std::fs::read(&file).unwrap();
    let at = bytes.windows(11).position(|w| w == b"long enough").unwrap();
    bytes[at] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let refused = Workspace::open(&file, options(60)).unwrap_err();
    assert!(refused.to_string().contains("blob"), "{refused}");
    assert_eq!(refused.code(), "damaged");
}
