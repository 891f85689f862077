//! Requests to providers: made in one step, with status and day, sent as a letter, and their answers cited.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, cell, choice, line, rows, text};
use crate::printed::words;

const CERTIFICATE: &str = "hunt-cloud/iso-27001-certificate";

fn ask(desk: &mut Desk, id: &str, of: &Json) -> Json {
    let mut arguments = json!({"project": "p", "provider": "hunt-cloud", "id": id});
    arguments.as_object_mut().unwrap().extend(of.as_object().unwrap().clone());
    desk.ok("ask_provider", arguments)
}

fn request(desk: &mut Desk, row: &str) -> Json {
    let all = desk.ok("requests", json!({"project": "p"}));
    let found = all["requests"].as_array().unwrap().iter().find(|one| one["row"] == row).cloned();
    found.unwrap_or_else(|| panic!("no request {row}"))
}

/// An answered request `q` on a topic.
fn answered(desk: &mut Desk) {
    ask(desk, "q", &json!({"topic": "encryption-rest"}));
    let status =
        json!({"project": "p", "requests": ["q"], "status": "answered", "on": "2026-11-18"});
    desk.ok("set_request_status", status);
    desk.set("q", "answer", text("Yes, *all* disks are encrypted."));
}

/// Whoever finds nothing in the search asks the provider, from the search.
#[test]
fn words_that_were_sought_in_vain_become_a_request_that_is_whole() {
    let mut desk = Desk::with_project();
    let of = json!({"project": "p", "provider": "hunt-cloud", "sought": " quantum\nkeys "});
    let draft = desk.ok("request_for", of.clone());
    let values = draft["values"].as_array().unwrap().iter();
    let values: serde_json::Map<String, Json> = values
        .map(|one| (one["field"].as_str().unwrap().to_owned(), one["value"].clone()))
        .collect();
    desk.add("request", "q", Json::Object(values));
    let made = request(&mut desk, "q");
    assert!(made["question"].as_str().unwrap().contains("“quantum keys”"), "{made}");
    assert_eq!(made["wanted"], "Answer");
    assert_eq!(desk.ok("request_for", of)["row"], "q", "asking again leads to it");
    let nothing = json!({"project": "p", "provider": "hunt-cloud", "sought": " "});
    desk.refused("request_for", nothing, ErrorCode::BadArguments);
    let unknown =
        json!({"project": "p", "provider": "hunt-cloud", "about": "x", "topics": ["none"]});
    desk.refused("request_for", unknown, ErrorCode::NotFound);
}

#[test]
fn a_request_is_made_in_one_step_of_an_action_a_topic_a_statement_or_anything_else() {
    let mut desk = Desk::with_project();
    desk.add("role", "o", json!({"role": choice("assessor"), "name": line("Kari Lie, adviser")}));
    let before = desk.state("p");
    ask(&mut desk, "q-action", &json!({"action": "hunt-cloud/request-audit-report"}));
    ask(&mut desk, "q-topic", &json!({"topic": "encryption-rest"}));
    ask(&mut desk, "q-statement", &json!({"statement": CERTIFICATE}));
    ask(&mut desk, "q-finding", &json!({"about": "The  processors have\nno measure"}));
    ask(&mut desk, "q-own", &json!({"about": ""}));

    let topic = request(&mut desk, "q-topic");
    assert_eq!((&topic["status"], &topic["wanted"]), (&json!("draft"), &json!("Answer")));
    assert_eq!(topic["asked_by"], "Kari Lie, adviser", "the provider knows whom to turn to");
    assert!(!topic["group"].as_str().unwrap().is_empty() && topic["question"] != "");
    let statement = request(&mut desk, "q-statement");
    assert_eq!(statement["wanted"], "Confirmation or correction");
    assert!(statement["question"].as_str().unwrap().starts_with("Please confirm, or correct"));
    let rar = desk.form("rar");
    let pinned = cell(&rar, "requests", "q-statement", "published")["value"]["value"].clone();
    let citations = desk.ok("citations", json!({"project": "p"}))["citations"].clone();
    let pinned = &citations[pinned[0].as_str().unwrap()]["citation"];
    assert_eq!(pinned["statement"], CERTIFICATE, "the statement is pinned with the question");
    assert_eq!(request(&mut desk, "q-finding")["about"], "The processors have no measure");
    assert_eq!(request(&mut desk, "q-action")["provider_id"], "hunt-cloud");

    for of in [json!({"topic": "encryption-rest"}), json!({"statement": CERTIFICATE})] {
        let mut again = json!({"project": "p", "provider": "hunt-cloud"});
        again.as_object_mut().unwrap().extend(of.as_object().unwrap().clone());
        desk.refused("ask_provider", again, ErrorCode::Taken);
    }
    ask(&mut desk, "q-own-2", &json!({"about": ""}));
    let taken = json!({"project": "p", "provider": "hunt-cloud", "id": "q-own", "about": "Else"});
    desk.refused("ask_provider", taken, ErrorCode::Taken);
    let unknown = json!({"project": "p", "provider": "hunt-cloud", "statement": "hunt-cloud/none"});
    desk.refused("ask_provider", unknown, ErrorCode::NotFound);
    let of_other =
        json!({"project": "p", "provider": "hunt-cloud", "statement": "genomedk/two-factor"});
    desk.refused("ask_provider", of_other, ErrorCode::NotFound);

    for _ in 0..6 {
        desk.ok("undo", json!({"project": "p"}));
    }
    assert_eq!(desk.state("p"), before, "each was one step, with what it pinned");
}

#[test]
fn status_and_day_are_one_step_and_a_request_goes_to_the_answered_ones() {
    let mut desk = Desk::with_project();
    ask(&mut desk, "q-1", &json!({"topic": "encryption-rest"}));
    ask(&mut desk, "q-2", &json!({"topic": "backup"}));
    let set =
        |status: &str, rows: &[&str]| json!({"project": "p", "requests": rows, "status": status});
    desk.ok("set_request_status", set("sent", &["q-1", "q-2"]));
    let first = request(&mut desk, "q-1");
    assert_eq!((&first["status"], &first["sent"]), (&json!("sent"), &json!("2026-11-20")));
    desk.ok("undo", json!({"project": "p"}));
    for row in ["q-1", "q-2"] {
        let row = request(&mut desk, row);
        assert_eq!((&row["status"], &row["sent"]), (&json!("draft"), &Json::Null));
    }
    desk.ok("redo", json!({"project": "p"}));
    let on = json!({"project": "p", "requests": ["q-1"], "status": "answered", "on": "2026-11-25"});
    desk.ok("set_request_status", on);
    let first = request(&mut desk, "q-1");
    assert_eq!((&first["sent"], &first["answered"]), (&json!("2026-11-20"), &json!("2026-11-25")));
    let rar = desk.form("rar");
    let ids = |table: &str| -> Vec<String> {
        rows(&rar, table).iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        (ids("requests"), ids("answered_requests")),
        (vec!["q-2".into()], vec!["q-1".into()])
    );
    // The status is set again without a day: the request keeps its day.
    desk.ok("set_request_status", set("declined", &["q-1"]));
    assert_eq!(request(&mut desk, "q-1")["answered"], "2026-11-25");
    desk.ok("set_request_status", set("draft", &["q-1"]));
    let first = request(&mut desk, "q-1");
    assert_eq!((&first["sent"], &first["answered"]), (&Json::Null, &Json::Null));

    desk.add("risk", "r", json!({"title": line("Fire")}));
    desk.refused("set_request_status", set("sent", &["q-1", "r"]), ErrorCode::WrongValue);
    desk.refused("set_request_status", set("sent", &[]), ErrorCode::WrongValue);
    desk.refused("set_request_status", set("sent", &["none"]), ErrorCode::NotFound);
    assert_eq!(request(&mut desk, "q-1")["status"], "draft", "a refused change leaves nothing");
}

/// The provider answers "to your Q2": its number must name the same request for good, also before a version is frozen.
#[test]
fn a_request_that_was_sent_keeps_its_number() {
    let mut desk = Desk::with_project();
    for (row, topic) in [("a", "encryption-rest"), ("b", "backup"), ("c", "logging")] {
        ask(&mut desk, row, &json!({"topic": topic}));
    }
    let number = |desk: &mut Desk, row: &str| request(desk, row)["number"].clone();
    desk.ok("trash_row", json!({"project": "p", "row": "a"}));
    assert_eq!(number(&mut desk, "b"), "Q1", "drafts are counted in their order");
    desk.ok("undo", json!({"project": "p"}));

    let sent = json!({"project": "p", "requests": ["b"], "status": "sent"});
    desk.ok("set_request_status", sent);
    desk.ok("trash_row", json!({"project": "p", "row": "a"}));
    assert_eq!((number(&mut desk, "b"), number(&mut desk, "c")), (json!("Q2"), json!("Q3")));
    ask(&mut desk, "d", &json!({"topic": "incidents"}));
    assert_eq!(number(&mut desk, "d"), "Q4", "no new request gets the number of another one");
    for _ in 0..3 {
        desk.ok("undo", json!({"project": "p"}));
    }
    desk.ok("trash_row", json!({"project": "p", "row": "a"}));
    assert_eq!(number(&mut desk, "b"), "Q1", "what was not sent is counted in its order again");

    // The same where the status is chosen in the form.
    desk.ok("undo", json!({"project": "p"}));
    desk.set("b", "status", choice("sent"));
    desk.ok("trash_row", json!({"project": "p", "row": "a"}));
    assert_eq!(number(&mut desk, "b"), "Q2");
}

#[test]
fn the_end_of_a_providers_certificate_is_a_duty() {
    let mut desk = Desk::with_project();
    let told = desk.ok("duties", json!({"project": "p"}))["duties"].clone();
    let ends = told.as_array().unwrap().iter().filter(|duty| !duty["document"].is_null());
    let days: Vec<&str> = ends.map(|duty| duty["day"].as_str().unwrap()).collect();
    assert_eq!(days, ["2027-02-14", "2027-02-14", "2028-03-13"]);
}

#[test]
fn a_day_that_is_due_is_a_duty_until_there_is_an_answer() {
    let mut desk = Desk::with_project();
    ask(&mut desk, "q", &json!({"topic": "encryption-rest"}));
    desk.ok("set_request_due", json!({"project": "p", "requests": ["q"], "due": "2026-11-19"}));
    // The days on which the provider's certificates end are duties of every project.
    let duties = |desk: &mut Desk| {
        let told = desk.ok("duties", json!({"project": "p"}))["duties"].clone();
        let own = told.as_array().unwrap().iter().filter(|duty| duty["document"].is_null());
        own.cloned().collect::<Json>()
    };
    let told = duties(&mut desk);
    assert_eq!((&told[0]["what"], &told[0]["whose"]), (&json!("Due"), &json!("HUNT Cloud")));
    assert_eq!(told[0]["place"]["row"], "q");
    assert_eq!(
        (&told[0]["overdue"], request(&mut desk, "q")["overdue"].clone()),
        (&json!(true), json!(true))
    );
    let found = desk.ok("findings", json!({"project": "p"}));
    let past = |found: &Json| found.to_string().contains("request-past-due");
    assert!(past(&found), "and a finding");
    desk.ok("set_request_status", json!({"project": "p", "requests": ["q"], "status": "answered"}));
    assert_eq!(duties(&mut desk), json!([]));
    assert_eq!(request(&mut desk, "q")["overdue"], false);
    assert!(!past(&desk.ok("findings", json!({"project": "p"}))));
    desk.ok("undo", json!({"project": "p"}));
    desk.ok("set_request_due", json!({"project": "p", "requests": ["q"]}));
    assert_eq!(
        (duties(&mut desk), request(&mut desk, "q")["due"].clone()),
        (json!([]), Json::Null)
    );
}

#[test]
fn an_answer_is_cited_like_a_statement_and_pinned_in_its_words() {
    let mut desk = Desk::with_project();
    ask(&mut desk, "q", &json!({"topic": "encryption-rest"}));
    let answers = |desk: &mut Desk, query: &str| {
        desk.ok("answers", json!({"project": "p", "query": query})).as_array().unwrap().clone()
    };
    let cite = json!({"project": "p", "statement": "answer:q"});
    assert_eq!(answers(&mut desk, ""), [] as [Json; 0]);
    desk.refused("cite", cite.clone(), ErrorCode::NotFound);
    desk.ok("undo", json!({"project": "p"}));
    answered(&mut desk);
    let found = answers(&mut desk, "disks ENCRYPTED hunt");
    assert_eq!(found.len(), 1);
    assert_eq!(answers(&mut desk, "tapes"), [] as [Json; 0]);
    assert_eq!((&found[0]["name"], &found[0]["number"]), (&json!("answer:q"), &json!("Q1")));

    let id = desk.ok("cite", cite.clone())["citation"].as_str().unwrap().to_owned();
    assert_eq!(desk.ok("cite", cite.clone())["citation"], id.as_str(), "the same words once");
    let pinned = desk.ok("citations", json!({"project": "p"}))["citations"][&id].clone();
    let (current, pinned) = (&pinned["current"], &pinned["citation"]);
    assert_eq!((&pinned["words"], current), (&json!("Yes, all disks are encrypted."), &Json::Null));
    assert_eq!(
        (&pinned["provider"], &pinned["provider_name"]),
        (&json!("hunt-cloud"), &json!("HUNT Cloud"))
    );
    assert_eq!(
        (&pinned["answer"]["request"], &pinned["answer"]["on"]),
        (&json!("q"), &json!("2026-11-18"))
    );
    let question = request(&mut desk, "q")["question"].clone();
    assert_eq!(pinned["answer"]["question"], question);

    let own = json!({"project": "p", "register": "rar", "field": "main_findings",
                     "value": text(&format!("Disks are encrypted [answer](cite:{id})."))});
    desk.ok("set_value", own);
    assert_eq!(request(&mut desk, "q")["cited"], 1);
    let drift = desk.ok("project_drift", json!({"project": "p"}));
    assert_eq!(drift["items"], json!([]), "what a provider answered does not drift");
    let other = |desk: &mut Desk| {
        let found = desk.ok("findings", json!({"project": "p"}));
        found.to_string().contains("cited-answer-changed")
    };
    assert!(!other(&mut desk));
    desk.set("q", "answer", text("Only new disks are encrypted."));
    assert!(other(&mut desk), "the answer is cited in other words than it has now");
    let anew = desk.ok("cite", cite)["citation"].as_str().unwrap().to_owned();
    assert_ne!(anew, id, "other words are another source");

    let out = desk.path("rar.pdf");
    desk.ok("export", json!({"project": "p", "form": "rar", "out": out, "date": "2026-11-20"}));
    let printed = words(&out);
    let source = "Yes, all disks are encrypted. answer of HUNT Cloud, 18 November 2026, to";
    assert!(printed.contains(source), "{printed}");
}

#[test]
fn an_answer_is_written_into_a_measure_and_under_a_chosen_identity() {
    let mut desk = Desk::with_project();
    answered(&mut desk);
    let cite = json!({"project": "p", "statement": "answer:q", "id": "disks"});
    assert_eq!(desk.ok("cite", cite.clone())["citation"], "disks");
    assert_eq!(desk.ok("cite", cite)["citation"], "disks");
    let other = json!({"project": "p", "statement": CERTIFICATE, "id": "disks"});
    desk.refused("cite", other, ErrorCode::Taken);
    let used = json!({"project": "p", "statements": ["answer:q"], "serves": "confidentiality"});
    let made = desk.ok("use_statements", used)["rows"][0].as_str().unwrap().to_owned();
    let dpia = desk.form("dpia");
    let evidence = cell(&dpia, "security", &made, "evidence");
    assert_eq!(evidence["value"]["value"], json!(["disks"]));
    let judged = json!({"project": "p", "statement": "answer:q", "judgement": "sufficient"});
    desk.refused("judge", judged, ErrorCode::NotFound);
}

#[test]
fn a_cited_answer_goes_with_dump_and_load_and_into_a_project_made_like_this_one() {
    let mut desk = Desk::with_project();
    answered(&mut desk);
    let id = desk.ok("cite", json!({"project": "p", "statement": "answer:q"}))["citation"].clone();
    let named = text(&format!("Encrypted [answer](cite:{}).", id.as_str().unwrap()));
    desk.add("source", "s", json!({"title": line("Answer"), "note": named}));
    let (before, out) = (desk.state("p"), desk.path("whole.json"));
    desk.ok("dump", json!({"out": out}));
    let mut other = Desk::new();
    other.ok("load", json!({"from": out}));
    assert_eq!(other.state("p"), before);

    desk.ok(
        "create_project",
        json!({"id": "o", "title": "Like", "forms": ["dpia", "rar"], "like": "p"}),
    );
    let state = desk.state("o");
    let citations = state["citations"].as_array().unwrap();
    assert_eq!(citations.len(), 1, "the source stays though the request stays behind");
    assert_eq!(citations[0]["answer"]["request"], "q");
    assert!(!state["rows"].to_string().contains("\"request\""));
}

#[test]
fn a_request_tells_the_files_that_came_with_its_answer() {
    let mut desk = Desk::with_project();
    answered(&mut desk);
    ask(&mut desk, "other", &json!({"topic": "backup"}));
    let letter = json!({"project": "p", "row": "q", "name": "answer.txt", "text": "Yes"});
    desk.ok("attach", letter);
    assert_eq!(request(&mut desk, "q")["files"][0]["name"], "answer.txt");
    assert_eq!(request(&mut desk, "q")["files"][0]["number"], "E1");
    assert_eq!(request(&mut desk, "other")["files"], json!([]));
}

#[test]
fn the_letter_takes_the_drafts_or_the_chosen_ones_grouped_by_topic() {
    let mut desk = Desk::with_project();
    ask(&mut desk, "q-backup", &json!({"topic": "backup"}));
    ask(&mut desk, "q-own", &json!({"about": "Our visit"}));
    desk.set("q-own", "question", text("May we *visit* you?\n\nTwo people."));
    ask(&mut desk, "q-audit", &json!({"action": "hunt-cloud/request-audit-report"}));
    ask(&mut desk, "q-statement", &json!({"statement": CERTIFICATE}));
    let approval = json!({"kind": "choice", "value": {"option": "approval", "note": "before the test starts"}});
    desk.set("q-own", "wanted", approval);
    desk.ok("set_request_due", json!({"project": "p", "requests": ["q-own"], "due": "2026-12-15"}));
    let of = json!({"project": "p", "provider": "hunt-cloud"});
    let letter = desk.ok("letter", of.clone());
    assert_eq!(letter["requests"].as_array().unwrap().len(), 4);
    let text_of = letter["text"].as_str().unwrap();
    for told in [
        "To: HUNT Cloud\nFrom: Fjordby\nDate: 20\u{a0}November 2026",
        "Dear colleagues at HUNT Cloud,",
        "ask for your help with 4 points",
        "Q2  Our visit\n    May we visit you?\n    Two people.\n    Asked for: Approval, before the test starts\n    Needed by: 15\u{a0}December 2026",
        "OTHER POINTS",
        "What we read on your pages:",
    ] {
        assert!(text_of.contains(told), "{told}:\n{text_of}");
    }
    let certificate = desk.ok("statements", json!({"provider": "hunt-cloud", "project": "p"}));
    let certificate = certificate
        .as_array()
        .unwrap()
        .iter()
        .find(|s| s["statement"]["id"] == CERTIFICATE)
        .unwrap();
    let source = &certificate["statement"]["sources"][0];
    for published in [&certificate["statement"]["words"], &source["page_title"], &source["address"]]
    {
        assert!(text_of.contains(published.as_str().unwrap()), "{published}: {text_of}");
    }
    let at = |number: &str| text_of.find(number).unwrap();
    assert!(at("OTHER POINTS") < at("Q2  "), "a question of its own comes last");
    assert!(at("Q1  ") < at("Q2  ") && at("Q3  ") < at("Q2  "));

    // When all requests have the same day, the letter names it once.
    let all = ["q-backup", "q-own", "q-audit", "q-statement"];
    desk.ok("set_request_due", json!({"project": "p", "requests": all, "due": "2026-12-15"}));
    let letter = desk.ok("letter", of.clone());
    let text_of = letter["text"].as_str().unwrap();
    assert!(
        text_of.contains("We need your answers by 15\u{a0}December 2026.")
            && !text_of.contains("Needed by")
    );

    desk.ok("set_request_status", json!({"project": "p", "requests": ["q-own"], "status": "sent"}));
    assert_eq!(desk.ok("letter", of.clone())["requests"].as_array().unwrap().len(), 3);
    let chosen = json!({"project": "p", "provider": "HUNT Cloud", "requests": ["q-own"]});
    let letter = desk.ok("letter", chosen);
    assert_eq!(letter["requests"], json!(["q-own"]));
    assert!(
        letter["text"].as_str().unwrap().contains("with one point"),
        "a sent one goes again when chosen"
    );

    desk.add("request", "q-else", json!({"provider": line("Skarn"), "question": text("Who?")}));
    let mixed = json!({"project": "p", "provider": "hunt-cloud", "requests": ["q-own", "q-else"]});
    desk.refused("letter", mixed, ErrorCode::WrongValue);
    desk.refused("letter", json!({"project": "p", "provider": "Nobody"}), ErrorCode::NotFound);
    let gone = json!({"project": "p", "provider": "hunt-cloud", "requests": ["none"]});
    desk.refused("letter", gone, ErrorCode::NotFound);
    desk.ok("set_request_status", json!({"project": "p", "requests": all, "status": "sent"}));
    desk.refused("letter", of, ErrorCode::WrongValue);
}

#[test]
fn the_letter_is_a_pdf_and_a_text_that_say_the_same() {
    let mut desk = Desk::with_project();
    ask(&mut desk, "q-1", &json!({"topic": "backup"}));
    ask(&mut desk, "q-2", &json!({"statement": CERTIFICATE}));
    let letter = desk.ok("letter", json!({"project": "p", "provider": "hunt-cloud"}));
    let (pdf, txt) = (desk.path("letter.pdf"), desk.path("letter.txt"));
    let export = |format: &str, out: &std::path::Path| json!({"project": "p", "provider": "hunt-cloud", "format": format, "out": out, "date": "2026-11-20"});
    let written = desk.ok("export_letter", export("text", &txt));
    assert_eq!((&written["pages"], &written["missing_glyphs"]), (&json!(0), &json!([])));
    let read = std::fs::read_to_string(&txt).unwrap();
    assert_eq!(read, letter["text"].as_str().unwrap());
    let written = desk.ok("export_letter", export("pdf", &pdf));
    assert!(written["pages"].as_u64().unwrap() >= 1);
    assert_eq!(written["missing_glyphs"], json!([]));
    let bytes = std::fs::read(&pdf).unwrap();
    desk.ok("export_letter", export("pdf", &pdf));
    assert_eq!(std::fs::read(&pdf).unwrap(), bytes, "the same letter is the same file");
    let printed = words(&pdf);
    for row in ["q-1", "q-2"] {
        let question = request(&mut desk, row)["question"].as_str().unwrap().to_owned();
        let question = question.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(printed.contains(&question), "{question}: {printed}");
    }
    for told in ["Q1", "Q2", "Dear colleagues at HUNT Cloud,", "Thank you for your help."] {
        assert!(printed.contains(told), "{told}: {printed}");
    }
    let nowhere = desk.path("no-such-folder").join("letter.txt");
    desk.refused("export_letter", export("text", &nowhere), ErrorCode::File);
}

#[test]
fn a_letter_to_somebody_whose_pages_nobody_read_does_not_say_that_they_were_read() {
    let mut desk = Desk::with_project();
    ask(&mut desk, "q-1", &json!({"topic": "backup"}));
    desk.add("request", "q-2", json!({"provider": line("Skarn"), "question": text("Who?")}));
    let mut text_to = |provider: &str| {
        let letter = desk.ok("letter", json!({"project": "p", "provider": provider}));
        letter["text"].as_str().unwrap().to_owned()
    };
    assert!(text_to("hunt-cloud").contains("We have read what you publish"));
    let unread = text_to("Skarn");
    assert!(!unread.contains("We have read") && !unread.contains("leaves open"), "{unread}");
    assert!(unread.contains("ask for your help with one point."), "{unread}");
}
