//! Remarks of made-up files on their way into a project. The readers of real files have tests of their own.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value as Json, json};
use vurder_model::id::ProjectId;
use vurder_remarks::{FileKind, RemarkKind as Kind, ReportIdentity, ReturnedFile, ReturnedRemark};
use vurder_workspace::{SeededIds, StepClock};

use crate::app::{App, OpenOptions};
use crate::change::remarks::take;
use crate::changed::Changed;
use crate::error::ErrorCode;
use crate::remark_arguments::ReadRemarks;
use crate::returned::FileRead;

mod marked_states;
mod written_over;

struct Desk {
    app: App,
    _folder: tempfile::TempDir,
}

impl Desk {
    /// A project with one data item, sent for review as version 1 to two people.
    fn sent() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let start: DateTime<Utc> = "2026-11-20T09:00:00Z".parse().unwrap();
        let app = App::open(OpenOptions {
            clock: Some(Box::new(StepClock::new(start, TimeDelta::minutes(1)))),
            ids: Some(Box::new(SeededIds::new(7))),
            ..OpenOptions::new(folder.path().join("w.vurder"))
        });
        let mut desk = Self { app: app.unwrap(), _folder: folder };
        desk.ok(
            "create_project",
            json!({"id": "p", "title": "Kidneys", "controllers": ["Fjordby"],
            "providers": [], "forms": ["dpia", "rar"]}),
        );
        desk.set(
            "dpia",
            "Blood pressure",
            "The values are kept for ten years. They are read by nurses.",
        );
        desk.ok(
            "freeze_version",
            json!({"project": "p", "kind": "review", "by": "Kari",
            "recipients": ["Per Ås", "Siri Dahl"]}),
        );
        desk
    }

    fn set(&mut self, _form: &str, name: &str, explanation: &str) {
        let values = json!({"name": {"kind": "line", "value": name},
            "explanation": {"kind": "text", "value": explanation}});
        self.ok(
            "add_row",
            json!({"project": "p", "register": "data_item", "id": "d", "values": values}),
        );
    }

    fn ok(&mut self, name: &str, arguments: Json) -> Json {
        self.app.call(name, arguments).unwrap_or_else(|e| panic!("{name}: {e} {}", e.detail))
    }

    fn refused(&mut self, name: &str, arguments: Json) -> String {
        self.app.call(name, arguments).expect_err(name).message
    }

    fn take(&mut self, file: ReturnedFile, from: Option<&str>) -> Changed {
        self.try_take(file, from, false).unwrap()
    }

    fn try_take(
        &mut self,
        file: ReturnedFile,
        from: Option<&str>,
        other_project: bool,
    ) -> Result<Changed, ErrorCode> {
        let of = ReadRemarks {
            project: ProjectId::new("p").unwrap(),
            path: "dpia.pdf".into(),
            password: None,
            from: from.map(str::to_owned),
            other_project,
            round: None,
        };
        let bytes = format!("{file:?}").into_bytes();
        let read = FileRead { name: "dpia.pdf".to_owned(), bytes, file };
        take(&mut self.app, &of, read).map_err(|fault| fault.code)
    }

    fn remarks(&mut self) -> Json {
        self.ok("remarks", json!({"project": "p"}))
    }

    /// The row of the remark with these words; of one without words, by its kind.
    fn row(&mut self, words: &str) -> Json {
        let kind = words.split_once(' ').map_or("", |(_, kind)| kind).replace('-', "_");
        let all = self.remarks();
        let mut all = all["remarks"].as_array().unwrap().iter();
        let is_it = |one: &&Json| match one["words"].as_str() {
            Some("") => one["kind"] == kind.as_str(),
            other => other == Some(words),
        };
        all.find(is_it).unwrap_or_else(|| panic!("{words}")).clone()
    }

    fn explanation(&mut self) -> String {
        let facts = self.app.facts(&ProjectId::new("p").unwrap()).unwrap();
        let row = facts.project.rows.iter().find(|row| row.id.as_str() == "d").unwrap();
        row.values["explanation"].plain_text()
    }
}

fn remark(kind: Kind, words: &str) -> ReturnedRemark {
    ReturnedRemark {
        key: format!("key-{words}"),
        identity: None,
        reply_to: None,
        kind,
        state: None,
        author: Some("Per Ås".to_owned()),
        at: Some("2026-11-24T10:00:00+01:00".parse().unwrap()),
        words: words.to_owned(),
        quoted: String::new(),
        before: String::new(),
        after: String::new(),
        new_words: None,
        paragraphs: None,
        place: Some("value/d/explanation".to_owned()),
        page: Some(7),
        exported: None,
        changes: None,
    }
}

/// A file with one remark of each kind.
fn file_of(project: &str, version: &str) -> ReturnedFile {
    let about = |kind, words: &str, quoted: &str| ReturnedRemark {
        quoted: quoted.to_owned(),
        words: if matches!(kind, Kind::Highlight | Kind::Underline) {
            words.to_owned()
        } else {
            String::new()
        },
        ..remark(kind, words)
    };
    let reply = ReturnedRemark {
        reply_to: Some("key-a comment".to_owned()),
        author: Some("Siri Dahl".to_owned()),
        place: None,
        ..remark(Kind::Comment, "a reply")
    };
    let replacement = ReturnedRemark {
        new_words: Some("five years".to_owned()),
        before: "kept for ".to_owned(),
        after: ". They".to_owned(),
        ..about(Kind::Replacement, "a replacement", "ten years")
    };
    let insertion = ReturnedRemark {
        new_words: Some("only".to_owned()),
        before: "They are read ".to_owned(),
        after: "by nurses.".to_owned(),
        ..remark(Kind::Insertion, "an insertion")
    };
    ReturnedFile {
        kind: FileKind::Pdf,
        of: Some(ReportIdentity {
            project: project.to_owned(),
            form: "edpb-dpia".to_owned(),
            report_version: version.to_owned(),
            ..ReportIdentity::default()
        }),
        remarks: vec![
            remark(Kind::Comment, "a comment"),
            reply,
            about(Kind::Highlight, "a highlight", "values"),
            about(Kind::Underline, "an underline", "values"),
            about(Kind::StrikeOut, "a strike-out", "gone words"),
            insertion,
            about(Kind::Deletion, "a deletion", "are"),
            replacement,
            ReturnedRemark {
                place: Some("part/none".to_owned()),
                ..remark(Kind::FreeText, "free text")
            },
        ],
        answers: Vec::new(),
        problems: Vec::new(),
    }
}

#[test]
fn each_kind_of_remark_becomes_a_row_and_the_same_file_adds_nothing_twice() {
    let mut desk = Desk::sent();
    let done = desk.take(file_of("p", "1"), None);
    assert_eq!(done.rows.len(), 9);
    let told = desk.remarks();
    let kinds: Vec<&str> = told["remarks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].as_str().unwrap())
        .collect();
    let all = [
        "comment",
        "comment",
        "highlight",
        "underline",
        "strike_out",
        "insertion",
        "deletion",
        "replacement",
        "free_text",
    ];
    assert_eq!(kinds, all);
    assert_eq!(
        told["counts"],
        json!({"open": 8, "without_place": 1}),
        "the reply does not count twice"
    );
    assert_eq!(told["people"], json!(["Per Ås", "Siri Dahl"]));
    assert_eq!(told["files"][0]["number"], "E1", "the file is attached");
    let reply = desk.row("a reply");
    assert_eq!(reply["reply_to"], desk.row("a comment")["row"]);
    assert_eq!(reply["at_row"], "d", "a reply stands where its remark stands");
    let free = desk.row("free text");
    assert!(free["place"].is_null() && free["page"] == 7, "{free}");

    let again = desk.take(file_of("p", "1"), None);
    assert!(again.rows.is_empty());
    let after = desk.remarks();
    assert_eq!(after["remarks"], told["remarks"]);
    assert_eq!(after["files"].as_array().unwrap().len(), 1, "and the file is kept once");

    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.remarks()["all"], 0, "reading is one step");
    desk.ok("redo", json!({"project": "p"}));
    assert_eq!(desk.remarks()["remarks"], told["remarks"]);
}

#[test]
fn an_accepted_change_stands_in_the_answer_and_undo_takes_both_back() {
    let mut desk = Desk::sent();
    desk.take(file_of("p", "1"), None);
    let one = desk.row("a replacement");
    let went: Vec<&Json> =
        one["change"].as_array().unwrap().iter().filter(|run| run["side"] != "both").collect();
    assert_eq!((&went[0]["words"], &went[1]["words"]), (&json!("ten"), &json!("five")), "{one}");
    desk.ok("accept_remark", json!({"project": "p", "remark": one["row"], "by": "Kari"}));
    assert_eq!(desk.explanation(), "The values are kept for five years. They are read by nurses.");
    let accepted = desk.row("a replacement");
    assert_eq!(
        (&accepted["state"], &accepted["answered_by"]),
        (&json!("accepted"), &json!("Kari"))
    );
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.explanation(), "The values are kept for ten years. They are read by nurses.");
    assert_eq!(desk.row("a replacement")["state"], "open");
    desk.ok("redo", json!({"project": "p"}));
    let insertion = desk.row("an insertion");
    desk.ok("accept_remark", json!({"project": "p", "remark": insertion["row"]}));
    assert_eq!(
        desk.explanation(),
        "The values are kept for five years. They are read only by nurses."
    );
}

#[test]
fn a_change_of_words_that_are_gone_or_there_twice_is_refused_and_told_beforehand() {
    let mut desk = Desk::sent();
    desk.take(file_of("p", "1"), None);
    for (words, says) in [("a strike-out", "any more"), ("a deletion", "more than once")] {
        let one = desk.row(words);
        assert!(one["hindrance"].as_str().unwrap().contains(says), "{one}");
        let message = desk.refused("accept_remark", json!({"project": "p", "remark": one["row"]}));
        assert!(message.contains(says), "{message}");
    }
    let comment = desk.row("a comment");
    let message = desk.refused("accept_remark", json!({"project": "p", "remark": comment["row"]}));
    assert!(message.contains("proposes no change"), "{message}");
    assert_eq!(desk.explanation(), "The values are kept for ten years. They are read by nurses.");
}

#[test]
fn a_remark_is_answered_declined_for_a_reason_done_and_put_at_a_place() {
    let mut desk = Desk::sent();
    desk.take(file_of("p", "1"), None);
    let comment = desk.row("a comment")["row"].clone();
    desk.refused("answer_remark", json!({"project": "p", "remark": comment, "answer": " "}));
    desk.ok("answer_remark", json!({"project": "p", "remark": comment, "answer": "Yes, *now*."}));
    let answered = desk.row("a comment");
    assert_eq!(
        (&answered["state"], &answered["answer"]),
        (&json!("answered"), &json!("Yes, *now*."))
    );
    assert_eq!(desk.row("a reply")["state"], "done", "the thread is over");
    let highlight = desk.row("a highlight")["row"].clone();
    desk.refused("decline_remark", json!({"project": "p", "remark": highlight, "reason": ""}));
    desk.ok("decline_remark", json!({"project": "p", "remark": highlight, "reason": "It is so."}));
    let underline = desk.row("an underline")["row"].clone();
    desk.ok("done_remark", json!({"project": "p", "remarks": [underline]}));
    assert_eq!(desk.remarks()["counts"]["open"], 5);
    desk.ok("reopen_remark", json!({"project": "p", "remarks": [underline]}));
    assert_eq!(desk.row("an underline")["state"], "open");

    let free = desk.row("free text")["row"].clone();
    desk.ok(
        "place_remark",
        json!({"project": "p", "remark": free, "form": "dpia", "section": "1"}),
    );
    assert!(desk.row("free text")["place"].as_str().unwrap().contains("DPIA"));
    desk.ok("place_remark", json!({"project": "p", "remark": free, "row": "d", "field": "name"}));
    let placed = desk.row("free text");
    assert_eq!((&placed["at_row"], &placed["at_field"]), (&json!("d"), &json!("name")));
    desk.refused(
        "place_remark",
        json!({"project": "p", "remark": free, "row": "d", "form": "dpia"}),
    );
    assert_eq!(desk.remarks()["counts"]["without_place"], 0);
    desk.ok("trash_row", json!({"project": "p", "row": "d"}));
    assert_eq!(desk.row("free text")["place"], Json::Null, "its row is gone, the remark is not");
}

#[test]
fn a_file_of_another_project_is_read_only_when_asked_and_finds_no_place() {
    let mut desk = Desk::sent();
    assert_eq!(desk.try_take(file_of("q", "1"), None, false).unwrap_err(), ErrorCode::WrongValue);
    assert_eq!(desk.remarks()["all"], 0);
    desk.try_take(file_of("q", "1"), None, true).unwrap();
    let told = desk.remarks();
    assert_eq!(told["counts"]["without_place"], told["counts"]["open"]);
}

#[test]
fn a_round_begins_with_what_is_sent_and_tells_who_has_sent_nothing_back() {
    let mut desk = Desk::sent();
    let review = desk.ok("project", json!({"project": "p"}))["review"].clone();
    assert_eq!(review["waiting_for"], json!(["Per Ås", "Siri Dahl"]));
    let only_per =
        ReturnedFile { remarks: vec![remark(Kind::Comment, "mine")], ..file_of("p", "1") };
    desk.take(only_per, None);
    let review = desk.ok("project", json!({"project": "p"}))["review"].clone();
    assert_eq!((&review["waiting_for"], &review["round"]), (&json!(["Siri Dahl"]), &json!(1)));
    assert_eq!(review["counts"]["open"], 1);
    // A file of the older version belongs to the older round.
    desk.ok(
        "freeze_version",
        json!({"project": "p", "kind": "review", "by": "Kari", "recipients": ["Siri Dahl"]}),
    );
    desk.take(file_of("p", "1"), Some("Siri Dahl"));
    let rounds = desk.remarks()["rounds"].clone();
    assert_eq!((&rounds[0]["files"], &rounds[1]["files"]), (&json!(2), &json!(0)), "{rounds}");
    let of_first = desk.ok("remarks", json!({"project": "p", "round": 1}));
    assert_eq!(of_first["remarks"].as_array().unwrap().len(), 10);
    desk.ok("set_round", json!({"project": "p", "round": rounds[1]["row"], "closed": true}));
    let review = desk.ok("project", json!({"project": "p"}))["review"].clone();
    assert_eq!(review["waiting_for"], json!([]), "an ended round waits for nobody");
}

#[test]
fn thousands_of_remarks_are_read_and_listed() {
    let mut desk = Desk::sent();
    let many = (0..1000).map(|at| remark(Kind::Comment, &format!("remark {at}"))).collect();
    desk.take(ReturnedFile { remarks: many, ..file_of("p", "1") }, None);
    assert_eq!(desk.remarks()["counts"]["open"], 1000);
}

#[test]
fn a_remark_is_edited_only_where_its_former_words_are_gone_from_the_file() {
    let mut desk = Desk::sent();
    let named = |words: &str, quoted: &str| ReturnedRemark {
        key: "NM-1".to_owned(),
        identity: Some("NM-1".to_owned()),
        quoted: quoted.to_owned(),
        ..remark(Kind::Highlight, words)
    };
    let of = |remarks: Vec<ReturnedRemark>| ReturnedFile { remarks, ..file_of("p", "1") };
    desk.take(of(vec![named("first", "values")]), None);
    desk.take(of(vec![named("first", "values"), named("second", "values")]), None);
    assert_eq!(desk.remarks()["all"], 2, "both are in the file: two remarks");

    desk.take(of(vec![named("first", "values"), named("third", "values")]), None);
    assert_eq!(desk.remarks()["all"], 2);
    let third = desk.row("third");
    assert_eq!((&third["earlier"], &third["state"]), (&json!("second"), &json!("open")));

    // Nobody can tell which of the two remarks was meant, so neither takes the new words.
    desk.take(of(vec![named("fourth", "other words")]), None);
    assert_eq!(desk.remarks()["all"], 3);
    // In a report of another version, the names of remarks begin anew.
    let newer = ReturnedFile { remarks: vec![named("fifth", "values")], ..file_of("p", "") };
    desk.take(newer, None);
    assert_eq!(desk.remarks()["all"], 4);
}

#[test]
fn an_older_file_that_comes_late_does_not_put_old_words_over_new_ones() {
    let mut desk = Desk::sent();
    let on = |words: &str, day: &str| ReturnedRemark {
        identity: Some("NM-1".to_owned()),
        at: Some(format!("{day}T10:00:00+01:00").parse().unwrap()),
        ..remark(Kind::Comment, words)
    };
    let of = |one: ReturnedRemark| ReturnedFile { remarks: vec![one], ..file_of("p", "1") };
    desk.take(of(on("new words", "2026-11-25")), None);
    let row = desk.row("new words")["row"].clone();
    desk.ok("done_remark", json!({"project": "p", "remarks": [row]}));
    desk.take(of(on("old words", "2026-11-24")), None);
    let one = desk.row("new words");
    assert_eq!((&one["earlier"], &one["state"]), (&json!("old words"), &json!("done")));
    assert_eq!(desk.remarks()["all"], 1);
}
