//! A dump that cannot be loaded is refused with the place of the mistake, and nothing of it is kept. Dumps of the first
//! released format can always be loaded.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod given;

use std::fs;
use std::path::{Path, PathBuf};

use given::pages::{first, new_revision, own_statement};
use given::{Desk, citation, desk, line, options, row, text};
use serde_json::{Value as Json, json};
use vurder_model::value::{Chosen, Value};
use vurder_workspace::{Dump, DumpFault, DumpOf, Error, NewAttachment, Op, Workspace, dump_schema};

/// A workspace with a record of each kind.
fn full() -> Desk {
    let mut desk = desk();
    for (id, register) in [("d-1", "data_item"), ("d-2", "data_item"), ("r-1", "risk")] {
        desk.add(id, register);
    }
    desk.set("d-1", "name", line("Genomes"));
    desk.set("d-1", "need", text("Needed [H01](cite:c-1), ærlig talt: Αθήνα, Москва."));
    let chosen = Chosen { option: "genetic".to_owned(), note: "all of it".to_owned() };
    desk.set("d-1", "special", Some(Value::Choices(vec![chosen])));
    desk.set("r-1", "ds_likelihood", Some(Value::Level(3)));
    desk.set("r-1", "assets", Some(Value::Refs(vec![row("d-1")])));
    desk.workspace
        .transact::<_, Error>(Some(&Desk::p()), Op::Cite, |tx| tx.put_citation(citation("c-1")))
        .unwrap();
    desk.workspace
        .transact::<_, Error>(Some(&Desk::p()), Op::TrashRow, |tx| tx.trash_row(&row("d-2")))
        .unwrap();
    desk.set("d-1", "name", line("Exomes"));
    desk.workspace.undo(&Desk::p()).unwrap();
    desk
}

#[test]
fn damaged_dumps_are_refused_with_the_place() {
    let desk = full();
    let whole = serde_json::to_value(desk.workspace.dump().unwrap()).unwrap();
    let empty =
        |name: &str| Workspace::create(&desk.folder.path().join(name), options(60)).unwrap();
    let mut target = empty("target.vurder");
    let before = target.dump().unwrap();
    let mut refuse = |what: &str, damage: &dyn Fn(&mut Json)| {
        let mut dump = whole.clone();
        damage(&mut dump);
        assert_ne!(dump, whole, "{what}: the damage does nothing");
        let refused = Dump::from_json(&dump.to_string()).and_then(|dump| target.load(&dump));
        let error = refused.expect_err(what);
        assert_eq!(error.code(), "bad_dump", "{what}: {error}");
        assert_eq!(target.dump().unwrap(), before, "{what}: nothing is taken over");
        match error {
            Error::BadDump(fault) => fault,
            other => panic!("{what}: {other}"),
        }
    };
    refuse("another format", &|d| d["format"] = json!("x"));
    let fault = refuse("a later version", &|d| d["version"] = json!(6));
    assert_eq!(fault, DumpFault::Version { found: 6, newest: 5 });
    refuse("an unknown field", &|d| d["extra"] = json!(1));
    refuse("a project twice", &|d| {
        let twice = d["projects"][0].clone();
        d["projects"].as_array_mut().unwrap().push(twice);
    });
    let fault = refuse("a row twice", &|d| {
        let twice = d["projects"][0]["rows"][0].clone();
        d["projects"][0]["rows"].as_array_mut().unwrap().push(twice);
    });
    assert_eq!(fault, DumpFault::RowTwice { project: Desk::p(), row: row("d-1") });
    refuse("a malformed identity", &|d| d["projects"][0]["rows"][0]["id"] = json!("D 1"));
    refuse("a register without a name", &|d| {
        d["projects"][0]["rows"][0]["row"]["register"] = json!("");
    });
    refuse("no time of change", &|d| {
        d["projects"][0].as_object_mut().unwrap().remove("changed");
    });
    let fault = refuse("an answer that nobody gave", &|d| {
        d["projects"][0]["rows"][0]["values"]["name"]["value"]["value"] = json!("Forged");
    });
    let record = "value d-1/name".to_owned();
    assert_eq!(fault, DumpFault::LogDiffers { project: Desk::p(), record });
    refuse("an answer lost", &|d| {
        d["projects"][0]["rows"][0]["values"].as_object_mut().unwrap().remove("name");
    });
    refuse("a citation lost", &|d| d["projects"][0]["citations"] = json!([]));
    refuse("an operation lost", &|d| {
        d["operations"].as_array_mut().unwrap().remove(4);
    });
    refuse("operations out of order", &|d| d["operations"].as_array_mut().unwrap().swap(3, 4));
    refuse("an operation of no project", &|d| d["operations"][4]["project"] = json!("none"));
    refuse("two operations of one identity", &|d| {
        d["operations"][4]["id"] = d["operations"][5]["id"].clone();
    });
    refuse("an operation undone below one that is done", &|d| {
        d["operations"][4]["state"] = json!("undone");
    });
    refuse("an undone operation that does not fit", &|d| {
        let last = d["operations"].as_array().unwrap().len() - 1;
        d["operations"][last]["changes"][0]["before"]["value"]["value"] = json!("Forged");
    });
    assert!(matches!(Dump::from_json("{"), Err(Error::BadDump(_))));
    target.load(&serde_json::from_value(whole.clone()).unwrap()).unwrap();
    let again = target.load(&serde_json::from_value(whole).unwrap()).unwrap_err();
    assert_eq!(again.code(), "not_empty");
}

#[test]
fn the_schema_describes_what_a_dump_holds() {
    let schema = dump_schema();
    let mut desk = full();
    let attached = NewAttachment {
        id: vurder_model::id::AttachmentId::new("a-1").unwrap(),
        name: "letter.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        row: None,
        bytes: b"%PDF".to_vec(),
    };
    desk.workspace.transact(Some(&Desk::p()), Op::Attach, |tx| tx.attach(attached)).unwrap();
    desk.workspace.add_revision(&new_revision(&first())).unwrap();
    desk.workspace.add_own_statement(&own_statement("kept-thirty-days")).unwrap();
    desk.workspace.add_own_word("kohort").unwrap();
    let held = serde_json::to_value(desk.workspace.dump().unwrap()).unwrap();
    let named: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    let there: Vec<&String> = held.as_object().unwrap().keys().collect();
    assert_eq!(named, there);
    let golden = data("dump.schema.json");
    let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&golden, &text).unwrap();
    }
    let golden = fs::read_to_string(golden).unwrap().replace("\r\n", "\n");
    assert!(
        text == golden,
        "the shape of dumps changed; if that is meant, run with UPDATE_GOLDEN=1"
    );
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("data").join(name)
}

/// Files of earlier formats and their dumps, written by programs of that time. They are never changed.
#[test]
fn a_file_of_an_earlier_format_opens_and_says_what_it_said() {
    let files = ["study-format-1", "study-format-2", "study-format-3", "study-format-4"]
        .map(|name| (name, "genes"));
    for (name, project) in [("format-1", "p")].into_iter().chain(files) {
        let (file, dump) = (data(&format!("{name}.vurder")), data(&format!("{name}.json")));
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy.vurder");
        // A new file, not a copy: the test can write to it also where the original is read-only.
        fs::write(&copy, fs::read(file).unwrap()).unwrap();
        let mut opened = Workspace::open(&copy, options(60)).unwrap();
        let text = fs::read_to_string(dump).unwrap().replace("\r\n", "\n");
        assert_eq!(opened.dump().unwrap(), Dump::from_json(&text).unwrap());
        opened.check().unwrap();
        opened.redo(&given::project(project)).unwrap();
        let loaded = folder.path().join("loaded.vurder");
        let mut loaded = Workspace::create(&loaded, options(60)).unwrap();
        loaded.load(&Dump::from_json(&text).unwrap()).unwrap();
        assert_eq!(loaded.dump().unwrap().to_json().unwrap(), text);
    }
}

#[test]
fn one_project_can_be_dumped_as_it_stands_and_loaded_elsewhere() {
    let mut desk = full();
    let elsewhere = row("d-3");
    desk.add(elsewhere.as_str(), "data_item");
    desk.set("d-3", "name", line("A secret that went into the trash"));
    desk.set("r-1", "assets", Some(Value::Refs(vec![row("d-1"), elsewhere.clone()])));
    desk.workspace
        .transact::<_, Error>(Some(&Desk::p()), Op::TrashRow, |tx| tx.trash_row(&elsewhere))
        .unwrap();
    let unused = || citation("c-2");
    desk.workspace
        .transact::<_, Error>(Some(&Desk::p()), Op::Cite, |tx| tx.put_citation(unused()))
        .unwrap();
    given::make_project(&mut desk.workspace, "q", "Another project").unwrap();

    let dump = desk.workspace.project_dump(&Desk::p(), DumpOf::default()).unwrap();
    let json = dump.to_json().unwrap();
    for hidden in ["A secret that went", "Another project", "Exomes", "c-2", "d-2"] {
        assert!(!json.contains(hidden), "{hidden} is not shown, and not in the dump");
    }
    let folder = tempfile::tempdir().unwrap();
    let mut other = Workspace::create(&folder.path().join("w.vurder"), options(60)).unwrap();
    other.load(&Dump::from_json(&json).unwrap()).unwrap();
    let (here, there) =
        (desk.workspace.project(&Desk::p()).unwrap(), other.project(&Desk::p()).unwrap());
    let standing = |project: &vurder_model::project::Project| {
        let rows = project.rows.iter().filter(|row| row.trashed.is_none());
        rows.map(|row| (row.id.clone(), row.values.clone())).collect::<Vec<_>>()
    };
    assert_eq!(standing(&here), standing(&there));
    assert_eq!(here.head, there.head);
    assert_eq!(there.citations.len(), 1, "the one that is used");
    assert_eq!(
        other.project_dump(&Desk::p(), DumpOf::default()).unwrap(),
        dump,
        "and so on, from one to the next"
    );
}
