//! Files attached to a project or to one of its rows.

use std::fs;

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, choice, text};
use crate::printed;

fn with_measure() -> Desk {
    let mut desk = Desk::with_project();
    desk.add("measure", "m", json!({"measure": text("Two factors"), "serves": choice("accuracy")}));
    desk
}

fn attachments(desk: &mut Desk) -> Json {
    desk.ok("attachments", json!({"project": "p"}))
}

/// The number of places at which the project's forms show a file.
fn shown(desk: &mut Desk, name: &str) -> usize {
    desk.form("dpia").to_string().matches(name).count()
}

#[test]
fn a_file_shows_that_a_measure_works_until_it_is_deleted() {
    let mut desk = with_measure();
    desk.set("m", "status", choice("implemented"));
    desk.set("m", "effectiveness", text("It fits"));
    let asked_for_evidence = |desk: &mut Desk| {
        let told = desk.ok("findings", json!({"project": "p"}));
        let found = told["findings"].as_array().unwrap();
        found.iter().any(|one| one["key"] == "implemented-without-evidence/m")
    };
    assert!(asked_for_evidence(&mut desk));
    let file = json!({"project": "p", "row": "m", "name": "test.txt", "text": "Tried in May"});
    desk.ok("attach", file);
    assert!(!asked_for_evidence(&mut desk), "the file is the evidence");
    let id = attachments(&mut desk)["attachments"][0]["id"].clone();
    desk.ok("trash_attachment", json!({"project": "p", "attachment": id}));
    assert!(asked_for_evidence(&mut desk), "a deleted file shows nothing");
}

#[test]
fn a_file_is_kept_shown_with_its_row_found_and_written_again() {
    let mut desk = with_measure();
    let file = desk.path("Årsplan 2026.PDF");
    fs::write(&file, b"%PDF-1.7 a plan").unwrap();
    let changed = desk.ok("attach", json!({"project": "p", "row": "m", "path": file}));
    assert_eq!(changed["touched"]["attachments"].as_array().unwrap().len(), 1);
    assert_eq!(changed["undo"]["undo"], "attached file");
    fs::remove_file(&file).unwrap();
    let told = attachments(&mut desk);
    let attachment = &told["attachments"][0];
    assert_eq!(
        (&attachment["number"], &attachment["media_type"]),
        (&json!("E1"), &json!("application/pdf"))
    );
    assert_eq!((&attachment["size"], &attachment["row_number"]), (&json!(15), &json!("M1")));
    assert!(shown(&mut desk, "Årsplan") >= 1, "with the evidence of its row");

    let id = attachment["id"].clone();
    let out = desk.path("again.pdf");
    desk.ok("export_attachment", json!({"project": "p", "attachment": id, "out": out}));
    assert_eq!(fs::read(&out).unwrap(), b"%PDF-1.7 a plan");
    let found = desk.ok("search", json!({"query": "årsplan 2026"}));
    let hit = &found["hits"][0];
    assert_eq!((&hit["kind"], &hit["row"]), (&json!("attachment"), &json!("m")));

    let report = desk.path("dpia.pdf");
    desk.ok("export", json!({"project": "p", "form": "dpia", "out": report}));
    let words = printed::words(&report);
    for word in ["Attachments", "E1", "Årsplan 2026.PDF", "1 kB", "Attached"] {
        assert!(words.contains(word), "{word}: {words}");
    }

    desk.ok("trash_attachment", json!({"project": "p", "attachment": id}));
    assert_eq!(shown(&mut desk, "Årsplan"), 0);
    assert_eq!(desk.ok("search", json!({"query": "årsplan"}))["hits"], json!([]));
    desk.ok("attach", json!({"project": "p", "name": "notes.txt", "text": "Notes"}));
    let told = attachments(&mut desk);
    assert_eq!(told["attachments"][0]["number"], "E2", "numbers stay");
    assert_eq!(told["trashed"][0]["number"], "E1");
    desk.ok("restore_attachment", json!({"project": "p", "attachment": id}));
    for _ in 0..4 {
        desk.ok("undo", json!({"project": "p"}));
    }
    assert_eq!(attachments(&mut desk)["attachments"], json!([]));
}

#[test]
fn what_cannot_be_attached_is_refused_with_a_next_step() {
    let mut desk = with_measure();
    let at = |desk: &Desk, name: &str| desk.path(name);
    let empty = at(&desk, "empty.txt");
    fs::write(&empty, b"").unwrap();
    let large = at(&desk, "large.bin");
    fs::File::create(&large).unwrap().set_len(500 << 20).unwrap();
    let folder = at(&desk, "folder");
    fs::create_dir(&folder).unwrap();
    let gone = at(&desk, "gone.txt");
    for (path, code, word) in [
        (&empty, ErrorCode::WrongValue, "no bytes"),
        (&large, ErrorCode::TooLarge, "20 MB"),
        (&folder, ErrorCode::File, "folder"),
        (&gone, ErrorCode::Missing, "gone.txt"),
    ] {
        let error = desk.refused("attach", json!({"project": "p", "path": path}), code);
        assert!(error.message.contains(word), "{error}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let secret = at(&desk, "secret.txt");
        fs::write(&secret, b"secret").unwrap();
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
        // A user who may read every file may read this one, too.
        if fs::read(&secret).is_err() {
            let error =
                desk.refused("attach", json!({"project": "p", "path": secret}), ErrorCode::File);
            assert!(error.message.contains("may not read"), "{error}");
        }
    }
    for arguments in [
        json!({"project": "p"}),
        json!({"project": "p", "text": "words"}),
        json!({"project": "p", "path": empty, "text": "words", "name": "a"}),
    ] {
        desk.refused("attach", arguments, ErrorCode::BadArguments);
    }
    for (arguments, code) in [
        (json!({"project": "p", "name": "a/b.txt", "text": "words"}), ErrorCode::WrongValue),
        (json!({"project": "p", "row": "x", "name": "a", "text": "words"}), ErrorCode::NotFound),
        (json!({"project": "q", "name": "a", "text": "words"}), ErrorCode::NotFound),
    ] {
        desk.refused("attach", arguments, code);
    }
    assert_eq!(attachments(&mut desk)["attachments"], json!([]), "nothing was kept");
    desk.refused(
        "trash_attachment",
        json!({"project": "p", "attachment": "none"}),
        ErrorCode::NotFound,
    );
}

#[test]
fn the_same_file_of_two_rows_is_kept_once_and_a_version_keeps_it_whatever_comes() {
    let mut desk = with_measure();
    for row in [json!("m"), Json::Null] {
        let of = json!({"project": "p", "row": row, "name": "plan.txt", "text": "A plan"});
        desk.ok("attach", of);
    }
    let freeze = json!({"project": "p", "kind": "review", "by": "Kari"});
    desk.ok("freeze_version", freeze);
    let dump = desk.dump();
    let hash = attachments(&mut desk)["attachments"][0]["sha256"].clone();
    let blobs = dump["blobs"].as_array().unwrap();
    assert_eq!(blobs.iter().filter(|blob| blob["hash"] == hash).count(), 1);
    desk.ok("undo", json!({"project": "p"}));
    let version = desk.ok("version", json!({"project": "p", "version": 1, "form": "dpia"}));
    assert_eq!(version["attachments"].as_array().unwrap().len(), 2);
}
