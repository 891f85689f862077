//! What cuts, whole reports and letters must not tell: answers that are withheld, remarks on other forms, and
//! statements that are not true of the project.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::cuts::everything_in;
use crate::desk::{Desk, line, text};
use crate::printed::{words, words_in_file_order};

fn choice(option: &str) -> Json {
    json!({"kind": "choice", "value": {"option": option}})
}

fn choices(options: &[&str]) -> Json {
    let chosen: Vec<Json> = options.iter().map(|option| json!({"option": option})).collect();
    json!({"kind": "choices", "value": chosen})
}

fn level(level: u8) -> Json {
    json!({"kind": "level", "value": level})
}

fn refs(rows: &[&str]) -> Json {
    json!({"kind": "refs", "value": rows})
}

/// The arguments of the export of the project `p`, with more.
fn arguments(desk: &mut Desk, more: &Json) -> Json {
    let mut of = json!({"project": "p", "form": "dpia", "out": desk.path("out.pdf")});
    of.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    of
}

/// The words of the pages of an export, and everything else that the file holds.
fn exported(desk: &mut Desk, more: Json) -> (String, String) {
    let of = arguments(desk, &more);
    let out = desk.path("out.pdf");
    desk.ok("export", of);
    (words_in_file_order(&out), everything_in(&out))
}

fn refused(desk: &mut Desk, more: Json) -> String {
    let of = arguments(desk, &more);
    desk.refused("export", of, ErrorCode::WrongValue).message
}

/// A project with a scored risk, of which version 1 was sent; since then, one score is another.
fn with_other_score() -> Desk {
    let mut desk = Desk::with_project();
    let risk = json!({
        "title": line("Zebras overrun the archive"), "concerns": choices(&["subjects"]),
        "ds_likelihood": level(2), "ds_severity": level(2),
    });
    desk.add("risk", "r", risk);
    desk.ok("freeze_version", json!({"project": "p", "kind": "review", "by": "Kari"}));
    desk.set("r", "ds_likelihood", level(3));
    desk
}

/// A public summary counts risks by level. A list of changes must not tell the score of each.
#[test]
fn a_public_summary_tells_no_score_of_a_risk_as_a_change() {
    let mut desk = with_other_score();
    for redline in [false, true] {
        let since = json!({"cut": "public", "since": 1, "redline": redline});
        let (pages, all) = exported(&mut desk, since);
        for withheld in ["R1", "Likelihood", "Severity", "Zebras"] {
            assert!(!all.contains(withheld), "{withheld}: {pages}");
        }
        assert!(pages.contains("Levels, sums and drawings are worked out anew"), "{pages}");
        assert!(!pages.contains("Nothing changed"), "a level may have changed: {pages}");
    }
    // Whoever accepts the risk is told which score changed, and before which measures.
    let (pages, _) = exported(&mut desk, json!({"cut": "owner", "since": 1, "redline": true}));
    assert!(pages.contains("R1 Zebras overrun the archive"), "{pages}");
    assert!(pages.contains("Likelihood"), "{pages}");
    assert!(!pages.contains("The same marks stand in the report below"), "{pages}");
}

/// The summary and the owner's page read more answers than they print: which option a measure has, for example.
#[test]
fn a_summary_lists_only_changes_of_answers_that_it_prints() {
    let mut desk = with_other_score();
    let measure = json!({"measure": text("Quagga guards stand watch."), "option": choice("modify"),
                         "risks": refs(&["r"])});
    desk.add("measure", "m", measure);
    let (pages, all) = exported(&mut desk, json!({"cut": "summary", "since": 1}));
    assert!(pages.contains("Likelihood") && !all.contains("Quagga"), "{pages}");
    assert!(!pages.contains("M1 (new row)"), "{pages}");
    let (pages, all) = exported(&mut desk, json!({"cut": "owner", "since": 1}));
    assert!(pages.contains("Likelihood") && !all.contains("Quagga"), "{pages}");
}

#[test]
fn an_excluded_use_is_no_purpose_in_a_public_summary() {
    let mut desk = Desk::with_project();
    desk.add("purpose", "p-1", json!({"purpose": text("Okapi research")}));
    for (id, use_of, position) in [
        ("u-1", "Gnu statistics", Some("planned")),
        ("u-2", "Insurance scores of zebras", Some("excluded")),
        ("u-3", "Tapir marketing", None),
    ] {
        let mut row = json!({"use": text(use_of)});
        if let Some(position) = position {
            row["position"] = choice(position);
        }
        desk.add("secondary_use", id, row);
    }
    let (_, all) = exported(&mut desk, json!({"cut": "public"}));
    assert!(all.contains("Okapi research") && all.contains("Gnu statistics"));
    assert!(!all.contains("zebras"), "an excluded use is named as a purpose");
    assert!(!all.contains("Tapir"), "nobody has taken a position on this use");
}

#[test]
fn a_public_summary_says_of_the_risks_only_what_is_so() {
    let mut desk = Desk::with_project();
    let public = |desk: &mut Desk| exported(desk, json!({"cut": "public"})).0;
    let none = public(&mut desk);
    assert!(none.contains("No risk is listed yet.") && !none.contains("Each risk"), "{none}");
    assert!(!none.contains("Measures in place"), "{none}");
    let scored = json!({"title": line("One"), "concerns": choices(&["subjects"]),
                        "ds_likelihood": level(2), "ds_severity": level(2)});
    desk.add("risk", "r", scored);
    let one = public(&mut desk);
    assert!(one.contains("Each risk was given a level. No measure counts"), "{one}");
    // A risk of which nobody said whom it concerns has no level either.
    desk.add("risk", "s", json!({"title": line("Two"), "concerns": choices(&[])}));
    let some = public(&mut desk);
    assert!(some.contains("1 of 2 risks have all their levels so far."), "{some}");
    assert!(!some.contains("Each risk was given"), "{some}");
    desk.ok("trash_row", json!({"project": "p", "row": "s"}));
    desk.add(
        "measure",
        "m",
        json!({"measure": text("A lock"), "serves": choice("additional"),
                                    "option": choice("modify"), "risks": refs(&["r"])}),
    );
    assert!(public(&mut desk).contains("0 of 1 risks have all their levels so far."));
    desk.set("r", "ds_residual_likelihood", level(1));
    desk.set("r", "ds_residual_severity", level(1));
    let all = public(&mut desk);
    assert!(all.contains("Each risk was given a level before and after measures."), "{all}");
    assert!(all.contains("Measures in place: 0 of 1."), "{all}");
}

/// Chosen sections stand alone. The summary tells of the whole project, so a person has to ask for it.
#[test]
fn chosen_sections_have_the_summary_of_the_whole_project_only_if_asked() {
    let mut desk = with_other_score();
    let sections = json!({"sections": ["1"]});
    let (pages, all) = exported(&mut desk, sections);
    assert!(!pages.contains("Summary on one page") && !all.contains("Zebras"), "{pages}");
    let with = json!({"sections": ["1"], "with_summary": true});
    let (pages, _) = exported(&mut desk, with);
    assert!(pages.contains("Summary on one page") && pages.contains("Zebras"), "{pages}");
    let contents = |desk: &mut Desk, with: bool| {
        let of = json!({"project": "p", "form": "dpia", "sections": ["1"], "with_summary": with});
        desk.ok("cut_contents", of)
    };
    let alone = contents(&mut desk, false);
    assert!(alone["left_out_besides"].to_string().contains("The summary on one page"));
    assert_eq!(alone["goes_along"], json!([]));
    let with = contents(&mut desk, true);
    assert_eq!(with["left_out_besides"], json!([]));
    assert!(with["goes_along"].to_string().contains("summary of the whole project"), "{with}");
}

#[test]
fn the_days_of_requests_stand_only_where_the_requests_do() {
    let mut desk = Desk::with_project();
    for (at, day) in ["2027-01-10", "2027-02-10", "2027-03-10"].iter().enumerate() {
        let deadline = json!({"kind": "date", "value": day});
        let measure = json!({"measure": text("A lock"), "serves": choice("additional"),
                             "deadline": deadline});
        desk.add("measure", &format!("m-{at}"), measure);
    }
    desk.ok(
        "ask_provider",
        json!({"project": "p", "provider": "hunt-cloud", "id": "q", "about": "Disks"}),
    );
    desk.ok("set_request_due", json!({"project": "p", "requests": ["q"], "due": "2027-04-10"}));
    let mut days = |form: &str, more: Json| {
        let mut of = json!({"form": form, "without_summary": true});
        of.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        exported(&mut desk, of).0
    };
    let rar = days("rar", json!({}));
    assert!(rar.contains("Deadlines of the plan") && rar.contains("10 Apr"), "{rar}");
    for (form, more) in [("dpia", json!({})), ("rar", json!({"sections": ["6"]}))] {
        let pages = days(form, more);
        if pages.contains("Deadlines of the plan") {
            assert!(!pages.contains("10 Apr") && !pages.contains("Q1"), "{form}: {pages}");
        }
    }
}

#[test]
fn a_copy_for_a_provider_names_its_provider() {
    let mut desk = Desk::new();
    desk.ok("sample", json!({}));
    let of = |desk: &Desk, more: &Json| {
        let mut of = json!({"project": "sample", "form": "rar", "out": desk.path("out.pdf")});
        of.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        of
    };
    // One file with the questions to all providers would show each what the others are asked.
    let all = of(&desk, &json!({"cut": "provider"}));
    let refused = desk.refused("export", all, ErrorCode::WrongValue);
    assert!(refused.message.contains("hunt-cloud"), "{}", refused.message);
    // Without the cut, the report would be whole.
    let whole = of(&desk, &json!({"provider": "hunt-cloud"}));
    desk.refused("export", whole, ErrorCode::WrongValue);
    assert!(!desk.path("out.pdf").exists());
    // What would be left out can be asked before the provider is chosen.
    desk.ok("cut_contents", json!({"project": "sample", "form": "rar", "cut": "provider"}));
    let mut one = Desk::with_project();
    let cut = json!({"form": "rar", "cut": "provider"});
    assert!(exported(&mut one, cut).0.contains("For the provider"), "there is only one");
}

/// An answer that cites two statements of a page is one answer; a note on a published control is none.
#[test]
fn the_copy_for_a_provider_counts_each_answer_once() {
    let mut desk = Desk::with_project();
    let listed = desk.ok("statements", json!({"provider": "hunt-cloud", "project": "p"}));
    let of_page = |one: &Json| one["statement"]["sources"][0]["page"].clone();
    let all = listed.as_array().unwrap();
    let (one, two) = all
        .iter()
        .enumerate()
        .find_map(|(at, one)| {
            let rest = &all[at + 1..];
            Some((one, rest.iter().find(|two| of_page(one) == of_page(two))?))
        })
        .expect("two statements of a page");
    for (id, of) in [("one", one), ("two", two)] {
        let statement = &of["statement"]["id"];
        desk.ok("cite", json!({"project": "p", "statement": statement, "id": id}));
    }
    let words_of = "Kept [a](cite:one) under [b](cite:two) locks";
    desk.ok(
        "add_row",
        json!({"project": "p", "register": "asset", "id": "a",
                              "values": {"explanation": text(words_of)}}),
    );
    let judged = json!({"project": "p", "statement": one["statement"]["id"],
                        "judgement": "sufficient", "note": "Good [a](cite:one)."});
    desk.ok("judge", judged);
    let (pages, _) = exported(&mut desk, json!({"form": "rar", "cut": "provider"}));
    let from = pages.find("Answers that cite them").expect("the table");
    let table: String = pages[from..].chars().take(400).collect();
    assert!(table.contains("] 1 "), "one answer: {table}");
    assert!(!table.contains("] 2 ") && !table.contains("] 3 "), "{table}");
}

/// The remark of a reviewer on the DPIA is answered in the DPIA.
#[test]
fn answers_to_remarks_stand_in_the_report_on_which_the_remarks_were_written() {
    let (mut desk, path) = crate::returned::with_returned_file();
    desk.ok("read_remarks", json!({"project": "p", "path": path}));
    let (pages, _) = exported(&mut desk, json!({"with_answers": true}));
    assert!(pages.contains("Siri Dahl"), "{pages}");
    let told = refused(&mut desk, json!({"form": "rar", "with_answers": true}));
    assert!(told.contains("None of the remarks stands at a place"), "{told}");
    // The owner's page and the summary do not show the answer that the remark quotes.
    for cut in ["owner", "summary"] {
        let told = refused(&mut desk, json!({"cut": cut, "with_answers": true}));
        assert!(told.contains("None of the remarks"), "{cut}: {told}");
    }
    let sections = json!({"sections": ["1"], "with_answers": true});
    assert!(exported(&mut desk, sections).0.contains("Siri Dahl"), "section 1 shows the answer");
    refused(&mut desk, json!({"sections": ["2"], "with_answers": true}));
    // A version has a report of each form, and the appendix stands in the one that it is about.
    let sent = json!({"project": "p", "kind": "review", "by": "Kari", "with_answers": true});
    desk.ok("freeze_version", sent);
    let mut report = |form: &str| {
        let out = desk.path("version.pdf");
        desk.ok("export_version", json!({"project": "p", "version": 2, "form": form, "out": out}));
        words(&out)
    };
    assert!(report("dpia").contains("Answers to reviewers"));
    assert!(!report("rar").contains("Answers to reviewers"));
    // The Word file of the version has what its PDF has, and stays as it was whatever is decided later.
    let word_file = |desk: &mut Desk| {
        let out = desk.path("version.docx");
        let of =
            json!({"project": "p", "version": 2, "form": "dpia", "format": "docx", "out": out});
        desk.ok("export_version", of);
        std::fs::read(out).unwrap()
    };
    let before = word_file(&mut desk);
    let xml = crate::returned::document_of(&desk.path("version.docx"));
    assert!(xml.contains("Answers to reviewers") && xml.contains("Siri Dahl"));
    let findings = desk.ok("findings", json!({"project": "p"}));
    let key = findings["findings"][0]["key"].clone();
    desk.ok("waive", json!({"project": "p", "finding": key, "reason": "The zebra said so."}));
    assert!(word_file(&mut desk) == before, "the file of the version is that of its day");
}
