//! Reports that show what changed since an earlier version: as a list, or marked in the report itself.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::cuts::everything_in;
use crate::desk::{Desk, line, text};
use crate::printed::words_in_file_order;
use crate::returned::document_of;

/// A project whose version 1 was sent, with changes since: one answer was changed, one added, one removed; one row was
/// added, one removed.
fn changed() -> Desk {
    let mut desk = Desk::with_project();
    let about = "Blood pressure is measured at rest and kept for five years.";
    desk.add("data_item", "a", json!({"name": line("Pressure"), "explanation": text(about)}));
    desk.add("data_item", "b", json!({"name": line("Shoe size"), "explanation": text("Left.")}));
    desk.add("data_item", "c", json!({"name": line("Weight"), "explanation": text("In kilos.")}));
    desk.ok("freeze_version", json!({"project": "p", "kind": "review", "by": "Kari"}));
    let about = "Blood pressure is measured at rest and kept for ten years.";
    desk.set("a", "explanation", text(about));
    desk.set("c", "explanation", Json::Null);
    desk.ok("trash_row", json!({"project": "p", "row": "b"}));
    desk.add("data_item", "d", json!({"name": line("Heart sounds")}));
    desk
}

fn export(desk: &mut Desk, name: &str, more: Json) -> PathBuf {
    let out = desk.path(name);
    let mut of = json!({"project": "p", "form": "dpia", "out": out, "date": "2026-11-22"});
    for (key, value) in more.as_object().unwrap() {
        of[key] = value.clone();
    }
    desk.ok("export", of);
    out
}

/// The words of a part of the report, from one heading to another.
fn between<'w>(words: &'w str, from: &str, to: &str) -> &'w str {
    // The first occurrence is in the table of contents.
    let from = words.rfind(from).unwrap_or_else(|| panic!("{from} is not in {words}"));
    let rest = &words[from..];
    &rest[..rest.find(to).unwrap_or(rest.len())]
}

#[test]
fn the_list_names_what_came_went_and_changed_with_the_words() {
    let mut desk = changed();
    let out = export(&mut desk, "since.pdf", json!({"since": 1}));
    let words = words_in_file_order(&out);
    assert!(words.contains("Changed since version 1 of 20 November 2026"), "{words}");
    let list = between(&words, "Words struck through went.", "Kidneys Version 0.1");
    for expected in [
        "1 answer was changed, 1 came in, 3 went. Rows: 1 new, 1 removed.",
        "D1 Pressure",
        "kept for five ten years.",
        "D2 Shoe size (row removed)",
        "Left.",
        "In kilos.",
        "D4 Heart sounds (new row)",
    ] {
        assert!(list.contains(expected), "{expected} is not in {list}");
    }
    // The report itself is the same as without the list.
    let body = &words[words.find(list).unwrap() + list.len()..];
    assert!(body.contains("kept for ten years.") && !body.contains("Shoe size"), "{body}");
    let again = export(&mut desk, "again.pdf", json!({"since": 1}));
    assert_eq!(std::fs::read(out).unwrap(), std::fs::read(again).unwrap());
    let docx = document_of(&export(&mut desk, "since.docx", json!({"since": 1, "format": "docx"})));
    assert!(docx.contains("Changed since version 1") && docx.contains("<w:strike/>"), "{docx}");
    assert!(!docx.contains("<w:del ") && !docx.contains("<w:ins "), "the list is no change");
}

#[test]
fn a_redline_marks_the_changes_in_the_report_itself() {
    let mut desk = changed();
    let asked = json!({"since": 1, "redline": true});
    let out = export(&mut desk, "red.pdf", asked.clone());
    let words = words_in_file_order(&out);
    let list = between(&words, "Words struck through went.", "Kidneys Version 0.1");
    let body = &words[words.find(list).unwrap() + list.len()..];
    for expected in ["kept for five ten years.", "Shoe size", "In kilos.", "Heart sounds"] {
        assert!(body.contains(expected), "{expected} is not in {body}");
    }
    let all = everything_in(&out);
    for expected in
        ["/LineThrough", "/Underline", "deleted: five", "inserted: ten", "deleted: Left."]
    {
        assert!(all.contains(expected), "{expected}");
    }
    let docx = json!({"since": 1, "redline": true, "format": "docx"});
    let (one, two) =
        (export(&mut desk, "one.docx", docx.clone()), export(&mut desk, "two.docx", docx));
    let xml = document_of(&one);
    assert!(xml.contains("w:author=\"Changed since version 1\" w:date=\"2026-11-22T00:00:00Z\""));
    assert!(xml.contains("<w:delText xml:space=\"preserve\"> five</w:delText>"), "{xml}");
    assert_eq!(std::fs::read(one).unwrap(), std::fs::read(&two).unwrap());
    // The marks of the export are not read as remarks.
    let look = desk.ok("look_at_remarks", json!({"project": "p", "path": two}));
    assert_eq!((&look["new"], &look["remarks"]), (&json!(0), &json!([])), "{look}");
    let preview = desk.ok("preview", json!({"project": "p", "form": "dpia", "since": 1}));
    let red = json!({"project": "p", "form": "dpia", "since": 1, "redline": true});
    assert_ne!(preview["svg"], Json::Null);
    assert!(desk.ok("preview", red)["pages"].as_u64() >= preview["pages"].as_u64());
}

#[test]
fn undone_changes_are_none_and_what_cannot_be_asked_is_refused() {
    let mut desk = Desk::with_project();
    desk.add("data_item", "a", json!({"name": line("Pressure")}));
    desk.ok("freeze_version", json!({"project": "p", "kind": "review", "by": "Kari"}));
    let plain = words_in_file_order(&export(&mut desk, "plain.pdf", json!({})));
    desk.set("a", "explanation", text("In the arm."));
    desk.ok("undo", json!({"project": "p"}));
    for redline in [false, true] {
        let asked = json!({"since": 1, "redline": redline});
        let words = words_in_file_order(&export(&mut desk, "none.pdf", asked));
        assert!(words.contains("Nothing changed in this report since version 1."), "{words}");
        assert!(!words.contains("struck through"), "no legend of marks that are not there");
    }
    assert!(!plain.contains("Nothing changed"));
    let out = desk.path("no.pdf");
    for (more, code) in [
        (json!({"since": 2}), ErrorCode::NotFound),
        (json!({"redline": true}), ErrorCode::WrongValue),
        (json!({"since": 1, "archival": true}), ErrorCode::WrongValue),
    ] {
        let mut of = json!({"project": "p", "form": "dpia", "out": out});
        of.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.refused("export", of, code);
    }
    assert!(!out.exists());
}

#[test]
fn citations_and_rows_that_answers_name_are_told_by_the_source_and_the_row() {
    let mut desk = Desk::with_project();
    desk.ok("cite", json!({"project": "p", "statement": "hunt-cloud/own-assessment", "id": "one"}));
    desk.add(
        "data_item",
        "a",
        json!({"name": line("Pressure"), "explanation": text("Kept in labs [x](cite:one).")}),
    );
    desk.ok("freeze_version", json!({"project": "p", "kind": "review", "by": "Kari"}));
    desk.set("a", "explanation", text("Kept in closed labs."));
    let out = export(&mut desk, "cited.pdf", json!({"since": 1, "redline": true}));
    let words = words_in_file_order(&out);
    assert!(words.contains("[source no longer cited]"), "{words}");
    // A citation that came in is one for those who hear the report, too.
    desk.ok("cite", json!({"project": "p", "statement": "hunt-cloud/own-assessment", "id": "two"}));
    desk.set("a", "explanation", text("Kept in labs [x](cite:one) and closed ones [y](cite:two)."));
    desk.ok("freeze_version", json!({"project": "p", "kind": "review", "by": "Kari"}));
    desk.set("a", "explanation", text("Kept in labs and closed ones."));
    desk.ok("freeze_version", json!({"project": "p", "kind": "review", "by": "Kari"}));
    desk.set("a", "explanation", text("Kept in labs [x](cite:one) and closed ones."));
    let out = export(&mut desk, "came.pdf", json!({"since": 3, "redline": true}));
    assert!(everything_in(&out).contains("inserted: [1]"));
}

fn sample() -> (Desk, Json) {
    let mut desk = Desk::new();
    desk.ok("sample", json!({}));
    desk.ok("freeze_version", json!({"project": "sample", "kind": "review", "by": "Kari"}));
    let dump = desk.dump();
    (desk, dump)
}

fn everything(desk: &mut Desk, cut: &str, more: &Json) -> String {
    let out = desk.path(&format!("{cut}.pdf"));
    let mut of = json!({
        "project": "sample", "form": "edpb-dpia", "cut": cut, "date": "2026-11-22", "out": out,
        "since": 2, "redline": true, "with_project": true,
    });
    for (key, value) in more.as_object().unwrap() {
        of[key] = value.clone();
    }
    desk.ok("export", of);
    everything_in(Path::new(&out))
}

#[test]
fn a_cut_holds_no_word_of_an_earlier_version_that_it_withholds() {
    let (mut desk, dump) = sample();
    let last =
        desk.ok("versions", json!({"project": "sample"}))["versions"].as_array().unwrap().len();
    let rows = dump["projects"][0]["rows"].as_array().unwrap();
    let ids = |register: &str| -> Vec<String> {
        let of = rows.iter().filter(|row| row["row"]["register"] == register);
        of.map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    };
    let set = |desk: &mut Desk, row: &str, field: &str, value: Json| {
        let of = json!({"project": "sample", "row": row, "field": field, "value": value});
        desk.ok("set_value", of);
    };
    let (risks, measures) = (ids("risk"), ids("measure"));
    // Words are removed and added, at places that a public summary withholds and at one that it shows.
    set(&mut desk, &risks[0], "title", line("Zebras overrun the archive"));
    set(&mut desk, &measures[0], "measure", text("Quagga guards stand watch."));
    set(&mut desk, &ids("data_item")[0], "name", line("Okapi genomes"));
    desk.ok("freeze_version", json!({"project": "sample", "kind": "review", "by": "Kari"}));
    set(&mut desk, &risks[0], "title", line("Gnus overrun the archive"));
    set(&mut desk, &measures[0], "measure", text("Tapir guards stand watch."));
    set(&mut desk, &ids("data_item")[0], "name", line("Ocelot genomes"));
    desk.ok("trash_row", json!({"project": "sample", "row": risks[0], "detach": true}));
    // A public summary carries no project.
    let since = json!({"since": last + 1, "with_project": false});
    let all = everything(&mut desk, "public", &since);
    for withheld in ["Zebras", "Gnus", "Quagga", "Tapir"] {
        assert!(!all.contains(withheld), "{withheld}");
    }
    assert!(all.contains("Okapi") && all.contains("Ocelot"), "it shows which data changed");
    // The whole report has all of these words; otherwise the search above would prove nothing.
    let all = everything(&mut desk, "full", &json!({"since": last + 1, "with_project": false}));
    for told in ["Zebras", "Quagga", "Tapir", "Okapi", "Ocelot"] {
        assert!(all.contains(told), "{told}");
    }
}

#[test]
fn a_version_keeps_the_reports_of_what_changed_with_it() {
    let mut desk = changed();
    let sent = json!({
        "project": "p", "kind": "review", "by": "Kari", "since": 1, "redline": true,
    });
    desk.ok("freeze_version", sent);
    let versions = desk.ok("versions", json!({"project": "p"}));
    let reports = versions["versions"][1]["reports"].as_array().unwrap().clone();
    let stored: Vec<(&Json, &Json)> = reports.iter().map(|r| (&r["form"], &r["since"])).collect();
    let (dpia, rar, none, one) = (&json!("edpb-dpia"), &json!("rar"), &Json::Null, &json!(1));
    assert_eq!(stored, [(dpia, none), (dpia, one), (rar, none), (rar, one)]);
    let written = |desk: &mut Desk, changes: bool| {
        let out = desk.path("kept.pdf");
        let of = json!({
            "project": "p", "version": 2, "form": "dpia", "out": out, "changes": changes,
        });
        desk.ok("export_version", of);
        (std::fs::read(&out).unwrap(), words_in_file_order(&out))
    };
    let (bytes, words) = written(&mut desk, true);
    assert!(words.contains("Changed since version 1") && words.contains("five ten"), "{words}");
    assert!(!written(&mut desk, false).1.contains("Changed since version"));
    desk.set("a", "explanation", text("Other words."));
    let mut desk = desk.reopened();
    assert_eq!(written(&mut desk, true).0, bytes);
    let of = json!({"project": "p", "version": 1, "form": "dpia", "out": desk.path("n.pdf"), "changes": true});
    desk.refused("export_version", of, ErrorCode::NotFound);
    let unknown = json!({"project": "p", "kind": "review", "by": "Kari", "since": 7});
    desk.refused("freeze_version", unknown, ErrorCode::NotFound);
}
