//! What reviewers say without words, and what is not to be taken over in silence.

use super::*;

#[test]
fn a_strike_out_with_words_of_its_own_is_not_taken_for_a_deletion() {
    let mut desk = Desk::sent();
    let five = ReturnedRemark { quoted: "ten".to_owned(), ..remark(Kind::StrikeOut, "five") };
    desk.take(ReturnedFile { remarks: vec![five], ..file_of("p", "1") }, None);
    let one = desk.row("five");
    assert!(one["hindrance"].as_str().unwrap().contains("words of their own"), "{one}");
    assert_eq!((&one["words"], &one["change"]), (&json!("five"), &Json::Null));
    desk.refused("accept_remark", json!({"project": "p", "remark": one["row"]}));
    assert!(desk.explanation().contains("ten years"));
}

#[test]
fn inserted_paragraphs_become_paragraphs_and_what_is_cut_is_not_taken_over() {
    let mut desk = Desk::sent();
    let insertion = |words: &str| ReturnedRemark {
        words: String::new(),
        new_words: Some(words.to_owned()),
        before: "They are read by nurses.".to_owned(),
        ..remark(Kind::Insertion, words)
    };
    let within = ReturnedRemark {
        before: "They are".to_owned(),
        after: "read by nurses.".to_owned(),
        ..insertion("not.\nThey are")
    };
    let long = insertion(&format!("\n{}", "x".repeat(30_000)));
    let remarks = vec![insertion("\nOne more.\nAnd another."), within, long];
    desk.take(ReturnedFile { remarks, ..file_of("p", "1") }, None);
    let told = desk.remarks();
    let [apart, within, long] = &told["remarks"].as_array().unwrap()[..] else { panic!("{told}") };
    assert_eq!(apart["new_words"], "One more.\nAnd another.");
    assert!(within["hindrance"].as_str().unwrap().contains("several paragraphs"), "{within}");
    assert!(long["hindrance"].as_str().unwrap().contains("too long"), "{}", long["hindrance"]);
    for refused in [within, long] {
        desk.refused("accept_remark", json!({"project": "p", "remark": refused["row"]}));
    }
    desk.ok("accept_remark", json!({"project": "p", "remark": apart["row"]}));
    let now = desk.explanation();
    assert!(now.ends_with("by nurses.\nOne more.\nAnd another."), "{now}");
}

#[test]
fn struck_words_that_a_program_copied_are_no_words_of_the_reviewer() {
    let mut desk = Desk::sent();
    let copied = ReturnedRemark {
        quoted: "for ten years".to_owned(),
        words: "for\nten  years".to_owned(),
        ..remark(Kind::StrikeOut, "copied")
    };
    let joined = ReturnedRemark {
        quoted: "They are read by nurses.".to_owned(),
        words: String::new(),
        paragraphs: Some(vurder_remarks::ParagraphChange::Joined),
        page: None,
        ..remark(Kind::Deletion, "joined")
    };
    desk.take(ReturnedFile { remarks: vec![copied, joined], ..file_of("p", "1") }, None);
    let told = desk.remarks();
    for one in told["remarks"].as_array().unwrap() {
        assert!(one["hindrance"].is_null(), "{one}");
        desk.ok("accept_remark", json!({"project": "p", "remark": one["row"]}));
    }
    assert_eq!(desk.explanation(), "The values are kept.");
}

#[test]
fn what_is_no_change_of_an_answer_is_told_at_it_and_proposes_nothing() {
    use vurder_remarks::ChangedPart::{AnswerGone, Note, RowAdded, RowRemoved};
    let mut desk = Desk::sent();
    let of = |part, kind, says: &str| ReturnedRemark {
        words: String::new(),
        quoted: "ten".to_owned(),
        new_words: Some("two".to_owned()),
        changes: Some(part),
        page: None,
        ..remark(kind, says)
    };
    let remarks = vec![
        of(Note, Kind::Replacement, "source"),
        of(RowAdded, Kind::Insertion, "row of a table was added"),
        of(RowRemoved, Kind::Deletion, "row of a table was removed"),
        of(AnswerGone, Kind::Untracked, "answer was removed"),
    ];
    desk.take(ReturnedFile { remarks: remarks.clone(), ..file_of("p", "1") }, None);
    let told = desk.remarks();
    for (one, returned) in told["remarks"].as_array().unwrap().iter().zip(&remarks) {
        let says = returned.key.trim_start_matches("key-");
        assert!(one["told"].as_str().unwrap().contains(says), "{one}");
        assert_eq!((&one["proposes"], &one["change"]), (&json!(false), &Json::Null), "{one}");
        assert_eq!((&one["at_row"], &one["at_field"]), (&json!("d"), &json!("explanation")));
        desk.refused("accept_remark", json!({"project": "p", "remark": one["row"]}));
    }
}

#[test]
fn a_remark_that_an_earlier_version_of_the_program_read_is_not_closed_again() {
    use vurder_remarks::RemarkState::Completed;
    let mut desk = Desk::sent();
    let of = |state| ReturnedFile {
        remarks: vec![ReturnedRemark { state, ..remark(Kind::Comment, "a comment") }],
        ..file_of("p", "1")
    };
    desk.take(of(Some(Completed)), None);
    let row = desk.row("a comment")["row"].clone();
    desk.ok("reopen_remark", json!({"project": "p", "remarks": [row]}));
    // What an earlier version stored has no states.
    let seen = {
        let (_, field) = desk.app.library.role(vurder_model::role::FieldRole::RemarkSeen);
        field.to_owned()
    };
    desk.ok("set_value", json!({"project": "p", "row": row, "field": seen}));
    for _ in 0..2 {
        desk.take(of(Some(Completed)), None);
        assert_eq!(desk.row("a comment")["state"], "open");
    }
    // One that was open when it was read is closed, with the day.
    let next = |state| ReturnedFile {
        remarks: vec![ReturnedRemark { state, ..remark(Kind::Comment, "another") }],
        ..file_of("p", "1")
    };
    desk.take(next(None), None);
    desk.take(next(Some(Completed)), None);
    let closed = desk.row("another");
    assert_eq!((&closed["state"], &closed["answered"]), (&json!("done"), &json!("2026-11-20")));
}

#[test]
fn a_draft_that_has_the_number_of_a_version_for_a_name_is_no_version() {
    let mut desk = Desk::sent();
    let named = |draft| {
        let mut file = file_of("p", "1");
        file.of.as_mut().unwrap().draft = draft;
        file
    };
    desk.take(named(true), None);
    desk.take(named(false), Some("Per Ås"));
    let files = desk.remarks()["files"].clone();
    assert_eq!((&files[0]["version"], &files[1]["version"]), (&Json::Null, &json!(1)), "{files}");
}

fn set(state: vurder_remarks::RemarkState, by: &str) -> ReturnedRemark {
    ReturnedRemark {
        key: format!("{state:?} by {by}"),
        reply_to: Some("key-a comment".to_owned()),
        state: Some(state),
        author: Some(by.to_owned()),
        words: String::new(),
        ..remark(Kind::State, "")
    }
}

#[test]
fn a_state_that_a_reviewer_set_is_told_with_who_set_it_in_a_later_file_too() {
    use vurder_remarks::RemarkState::{Accepted, Completed, Rejected};
    let mut desk = Desk::sent();
    let comment = |state| ReturnedRemark { state, ..remark(Kind::Comment, "a comment") };
    let file = |state, set: Vec<ReturnedRemark>| {
        let remarks = [vec![comment(state)], set].concat();
        ReturnedFile { remarks, ..file_of("p", "1") }
    };
    desk.take(file(Some(Accepted), vec![set(Accepted, "Siri")]), None);
    let reply = desk.row("Marked as accepted.");
    assert_eq!((&reply["by"], &reply["date"]), (&json!("Siri"), &json!("2026-11-24")));
    assert_eq!(reply["reply_to"], desk.row("a comment")["row"]);
    assert_eq!(desk.row("a comment")["state"], "open");
    assert_eq!(desk.remarks()["counts"]["open"], 1);

    let later = || file(Some(Completed), vec![set(Accepted, "Siri"), set(Completed, "Per")]);
    desk.take(later(), None);
    assert_eq!(desk.row("Marked as completed.")["by"], "Per");
    let one = desk.row("a comment");
    assert_eq!(one["state"], "done");
    // A person who opens it again is not overruled by the same state.
    desk.ok("reopen_remark", json!({"project": "p", "remarks": [one["row"]]}));
    desk.take(later(), None);
    assert_eq!(desk.row("a comment")["state"], "open");
    // A reviewer who disagrees with what was decided is heard.
    desk.ok("done_remark", json!({"project": "p", "remarks": [one["row"]]}));
    desk.take(file(Some(Rejected), vec![set(Rejected, "Siri")]), None);
    assert_eq!(desk.remarks()["counts"]["open"], 1);
}

#[test]
fn a_paragraph_that_was_divided_is_told_in_words() {
    let mut desk = Desk::sent();
    let divided = ReturnedRemark {
        paragraphs: Some(vurder_remarks::ParagraphChange::Split),
        new_words: Some("\n".to_owned()),
        words: String::new(),
        ..remark(Kind::Insertion, "")
    };
    let file = || ReturnedFile { remarks: vec![divided.clone()], ..file_of("p", "1") };
    desk.take(file(), None);
    let told = desk.remarks();
    let one = &told["remarks"][0];
    assert!(one["told"].as_str().unwrap().contains("divided here"), "{one}");
    assert_eq!(one["words"], "", "the reviewer wrote none");
    assert_eq!(one["proposes"], false);
    desk.take(file(), None);
    assert_eq!(desk.remarks()["all"], 1);
}

#[test]
fn an_own_note_is_no_place_for_a_remark() {
    let mut desk = Desk::sent();
    let words = "A sentence that stands in an own note and nowhere else.";
    desk.ok("add_own_note", json!({"project": "p", "row": "d", "words": words}));
    let one = ReturnedRemark {
        quoted: words.to_owned(),
        place: None,
        ..remark(Kind::Highlight, "about a note")
    };
    desk.take(ReturnedFile { remarks: vec![one], ..file_of("p", "1") }, None);
    assert!(desk.row("about a note")["place"].is_null());
}

#[test]
fn a_file_belongs_to_the_round_of_its_version_or_to_the_one_that_a_person_says() {
    let mut desk = Desk::sent();
    let word = |frozen, version: &str| {
        let mut file = file_of("p", version);
        file.kind = FileKind::Docx;
        file.of.as_mut().unwrap().frozen = frozen;
        file
    };
    let rounds = |desk: &mut Desk| {
        desk.remarks()["files"].as_array().unwrap().last().unwrap()["round"].clone()
    };
    desk.take(word(None, "1"), Some("Kari"));
    assert!(rounds(&mut desk).is_null(), "a person calls a draft what they like");
    desk.take(word(Some(1), "anything"), Some("Per Ås"));
    assert_eq!(rounds(&mut desk), 1);
    let file = word(None, "sent on paper");
    let read = || {
        let bytes = format!("{file:?}").into_bytes();
        FileRead { name: "dpia.docx".to_owned(), bytes, file: file.clone() }
    };
    let mut of = ReadRemarks {
        project: ProjectId::new("p").unwrap(),
        path: "dpia.docx".into(),
        password: None,
        from: Some("Siri Dahl".to_owned()),
        other_project: false,
        round: Some(7),
    };
    assert_eq!(take(&mut desk.app, &of, read()).unwrap_err().code, ErrorCode::NotFound);
    of.round = None;
    take(&mut desk.app, &of, read()).unwrap();
    assert!(rounds(&mut desk).is_null());
    of.round = Some(1);
    take(&mut desk.app, &of, read()).unwrap();
    assert_eq!(rounds(&mut desk), 1, "the file that was kept belongs to it");
    let review = desk.ok("project", json!({"project": "p"}))["review"].clone();
    assert_eq!(review["waiting_for"], json!([]));
}
