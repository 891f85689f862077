//! What changed since it was cited: it is listed with its places, and settled in one step that can be undone.

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, line, text};

/// This statement promised that user data is never shared; later it has exceptions.
const SHARED: &str = "genomedk/user-data-not-shared";
/// Another report stands behind this statement, and its words tell which.
const REPORT: &str = "genomedk/isae-3000-report";
/// The certificate itself no longer stands on the page.
const CERTIFICATE: &str = "genomedk/iso-27001-certificate";
/// This claim was removed from the page; two other statements replace it.
const CLAIM: &str = "genomedk/gdpr-compliance";

/// The project `p`, which reads GenomeDK at its first revision, with a risk `r`.
fn drafted() -> Desk {
    let mut desk = Desk::new();
    desk.ok(
        "create_project",
        json!({"id": "p", "title": "Kidneys", "providers": ["genomedk"], "follows": {"genomedk": "1"},
               "forms": ["dpia", "rar"]}),
    );
    desk.add("risk", "r", json!({"title": line("Data is passed on")}));
    desk
}

fn cite(desk: &mut Desk, statement: &str) -> String {
    let made = desk.ok("cite", json!({"project": "p", "statement": statement}));
    made["citation"].as_str().unwrap().to_owned()
}

fn drift(desk: &mut Desk) -> Json {
    desk.ok("project_drift", json!({"project": "p"}))
}

fn items(desk: &mut Desk) -> Vec<Json> {
    drift(desk)["items"].as_array().unwrap().clone()
}

fn open(desk: &mut Desk) -> u64 {
    let open = drift(desk)["open"].as_u64().unwrap();
    let overview = desk.ok("project", json!({"project": "p"}));
    assert_eq!(overview["drifted"], open, "the overview counts the same");
    open
}

fn settle(citation: &str, how: &str) -> Json {
    json!({"project": "p", "citations": [citation], "how": how, "reason": "Read by Kari."})
}

fn value(desk: &mut Desk, row: &str, field: &str) -> Json {
    let state = desk.state("p");
    let rows = state["rows"].as_array().unwrap();
    let row = rows.iter().find(|found| found["id"] == row).unwrap();
    row["values"][field]["value"].clone()
}

#[test]
fn a_change_is_told_with_its_words_its_day_and_the_places_that_cite_it() {
    let mut desk = drafted();
    let cited = cite(&mut desk, SHARED);
    desk.set(
        "r",
        "how",
        text(&format!("We looked. Data is never shared. [x](cite:{cited}) So be it.")),
    );
    let told = items(&mut desk);
    assert_eq!(told.len(), 1, "{told:?}");
    let item = &told[0];
    assert_eq!((&item["kind"], &item["change"]), (&json!("citation"), &json!("narrowed")));
    assert_eq!(item["since"], "2025-05-15", "the pack knows the day");
    assert!(item["note"].as_str().unwrap().contains("legal duty"), "and what changed: {item}");
    assert_eq!(
        (&item["from"]["revision"], &item["from"]["day"]),
        (&json!("1"), &json!("2025-01-16"))
    );
    assert_eq!(
        (&item["newest"]["revision"], &item["newest"]["day"]),
        (&json!("2"), &json!("2026-08-20"))
    );
    let now: Vec<_> = item["now"].as_array().unwrap().iter().map(|now| &now["statement"]).collect();
    assert_eq!(
        now,
        ["genomedk/user-data-shared-by-law-or-consent", "genomedk/user-data-recipients"]
    );
    let place = &item["places"][0];
    assert_eq!(
        (&place["number"], &place["field"], &place["form"]),
        (&json!("R1"), &json!("how"), &json!("edpb-dpia"))
    );
    assert!(place["section"].is_string(), "a section to go to");
    assert_eq!(place["sentences"], json!(["Data is never shared."]));
    assert_eq!(open(&mut desk), 1);
}

#[test]
fn what_is_as_it_was_is_not_open_and_what_nobody_uses_is_not_told() {
    let mut desk = drafted();
    let (same, noted) =
        (cite(&mut desk, "genomedk/compliance-validated"), cite(&mut desk, "genomedk/two-factor"));
    cite(&mut desk, SHARED);
    desk.set(
        "r",
        "how",
        text(&format!("Checked. [x](cite:{same}) Two factors. [y](cite:{noted})")),
    );
    let told = items(&mut desk);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((&told[0]["change"], &told[0]["open"]), (&json!("unchanged"), &json!(false)));
    assert!(told[0]["note"].as_str().unwrap().contains("once a week"), "another page qualifies it");
    assert_eq!(open(&mut desk), 0);
    desk.refused("settle", settle(&same, "still_true"), ErrorCode::WrongValue);
    desk.refused("settle", settle("nobody", "still_true"), ErrorCode::NotFound);
}

#[test]
fn still_true_puts_the_newest_words_everywhere_in_one_step() {
    let mut desk = drafted();
    let old = cite(&mut desk, REPORT);
    desk.set("r", "how", text(&format!("Audited [x](cite:{old}).")));
    desk.ok(
        "use_statements",
        json!({"project": "p", "statements": [REPORT], "serves": "accuracy"}),
    );
    desk.ok(
        "judge",
        json!({"project": "p", "statement": REPORT, "judgement": "partly", "note": "Read it."}),
    );
    assert_eq!(open(&mut desk), 2, "the citation and the judgement");
    let before = desk.state("p");

    let mut settled = settle(&old, "still_true");
    let new = desk.ok("settle", settled.clone())["citation"].as_str().unwrap().to_owned();
    assert_ne!(new, old, "the old one goes on to mean what it meant");
    let after = desk.state("p");
    let uses = |state: &Json, id: &str| {
        let rows = state["rows"].to_string();
        (
            rows.matches(&format!("(cite:{id})")).count(),
            rows.matches(&format!("[\"{id}\"]")).count(),
        )
    };
    assert_eq!(uses(&before, &old), (2, 2), "two texts, evidence and judgement");
    assert_eq!((uses(&after, &old), uses(&after, &new)), ((0, 0), (2, 2)));
    let citations = desk.ok("citations", json!({"project": "p"}))["citations"].clone();
    assert_eq!(citations[&new]["citation"]["revision"], "2");
    assert_ne!(citations[&new]["citation"]["sources"], citations[&old]["citation"]["sources"]);
    let renewal = &citations[&new]["citation"]["renews"][0];
    assert_eq!((&renewal["citation"], &renewal["reason"]), (&json!(old), &json!("Read by Kari.")));
    assert_eq!(renewal["on"], "2026-11-20");
    assert_eq!(open(&mut desk), 0);
    let (undo, _) = desk.undo_state();
    assert!(undo.as_str().unwrap().contains("since it was cited"), "{undo}");

    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.state("p"), before, "one step");
    assert_eq!(open(&mut desk), 2);
    desk.ok("redo", json!({"project": "p"}));
    assert_eq!(desk.state("p"), after);
    settled["citations"] = json!([new]);
    desk.refused("settle", settled, ErrorCode::WrongValue);
}

#[test]
fn what_stands_in_several_places_now_is_cited_only_where_a_person_chooses() {
    let mut desk = drafted();
    let old = cite(&mut desk, SHARED);
    desk.set("r", "how", text(&format!("Data is never shared. [x](cite:{old})")));
    let mut settled = settle(&old, "still_true");
    let refused = desk.refused("settle", settled.clone(), ErrorCode::WrongValue);
    let parts = ["genomedk/user-data-shared-by-law-or-consent", "genomedk/user-data-recipients"];
    for part in parts {
        assert!(refused.message.contains(part), "{}", refused.message);
    }
    assert_eq!(open(&mut desk), 1, "nothing was settled");
    settled["statement"] = json!(parts[1]);
    let new = desk.ok("settle", settled)["citation"].as_str().unwrap().to_owned();
    let citations = desk.ok("citations", json!({"project": "p"}))["citations"].clone();
    assert_eq!(citations[&new]["citation"]["statement"], parts[1]);
}

#[test]
fn an_answer_of_before_comes_back_with_the_citation_it_had() {
    let mut desk = drafted();
    let old = cite(&mut desk, REPORT);
    desk.set("r", "how", text(&format!("Audited [x](cite:{old}).")));
    desk.ok("settle", settle(&old, "still_true"));
    let asked = json!({"project": "p", "row": "r", "field": "how"});
    let versions = desk.ok("history", asked.clone())["versions"].as_array().unwrap().clone();
    assert_eq!(versions.len(), 2, "settling is a version of the answer");
    let mut restore = asked;
    restore["version"] = versions[1]["version"].clone();
    desk.ok("restore_answer", restore);
    assert!(value(&mut desk, "r", "how").to_string().contains(&format!("(cite:{old})")));
    assert_eq!(open(&mut desk), 1, "it stands on the old words again");
}

#[test]
fn the_name_of_a_renewed_citation_never_comes_to_mean_another_revision() {
    let mut desk = drafted();
    let old = cite(&mut desk, REPORT);
    desk.set("r", "how", text(&format!("Audited [x](cite:{old}).")));
    let new = desk.ok("settle", settle(&old, "still_true"))["citation"].clone();
    desk.ok("undo", json!({"project": "p"}));
    let taken = json!({"project": "p", "statement": SHARED, "id": new});
    desk.refused("cite", taken, ErrorCode::Taken);
    let other = json!({"project": "p", "statement": REPORT, "id": new});
    desk.refused("cite", other, ErrorCode::Taken);
    assert_eq!(
        desk.ok("settle", settle(&old, "still_true"))["citation"],
        new,
        "the same again may"
    );
}

#[test]
fn a_judgement_goes_on_under_the_statement_that_stands_for_the_old_one() {
    let mut desk = drafted();
    desk.ok(
        "judge",
        json!({"project": "p", "statement": CLAIM, "judgement": "partly", "note": "A bare claim."}),
    );
    let before = desk.state("p");
    let cited = before["citations"][0]["id"].as_str().unwrap().to_owned();
    let told = items(&mut desk);
    assert_eq!((&told[0]["kind"], &told[0]["change"]), (&json!("judgement"), &json!("removed")));
    let mut settled = settle(&cited, "still_true");
    settled["statement"] = json!("genomedk/privacy-policy-for-gdpr");
    desk.ok("settle", settled);
    let judged = |desk: &mut Desk, statement: &str| {
        let all = desk.ok("statements", json!({"project": "p", "provider": "genomedk"}));
        let all = all.as_array().unwrap().clone();
        let found = all.into_iter().find(|found| found["statement"]["id"] == statement);
        found.map(|found| (found["judgement"].clone(), found["note_row"].clone()))
    };
    assert_eq!(judged(&mut desk, CLAIM).unwrap().0, json!(null));
    desk.ok("follow_revision", json!({"project": "p", "provider": "genomedk", "revision": "2"}));
    let (judgement, row) = judged(&mut desk, "genomedk/privacy-policy-for-gdpr").unwrap();
    assert_eq!(judgement, "partly");
    assert_eq!(value(&mut desk, row.as_str().unwrap(), "note")["value"], "A bare claim.");
    assert_eq!(open(&mut desk), 0);
    desk.ok("undo", json!({"project": "p"}));
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.state("p"), before);
}

#[test]
fn a_note_on_a_statement_that_is_judged_already_stays() {
    let mut desk = drafted();
    desk.ok("judge", json!({"project": "p", "statement": CLAIM, "judgement": "partly"}));
    let cited = desk.state("p")["citations"][0]["id"].as_str().unwrap().to_owned();
    desk.ok("follow_revision", json!({"project": "p", "provider": "genomedk", "revision": "2"}));
    let now = "genomedk/privacy-policy-for-gdpr";
    desk.ok("judge", json!({"project": "p", "statement": now, "judgement": "insufficient"}));
    let mut settled = settle(&cited, "still_true");
    settled["statement"] = json!(now);
    desk.ok("settle", settled);
    assert_eq!(open(&mut desk), 1, "two judgements can't be one: a person decides");
    desk.ok("settle", settle(&cited, "keep_old_words"));
    assert_eq!(open(&mut desk), 0);
}

#[test]
fn words_are_kept_for_a_reason() {
    let mut desk = drafted();
    let cited = cite(&mut desk, CLAIM);
    desk.set("r", "how", text(&format!("Compliant [x](cite:{cited}).")));
    let mut without = settle(&cited, "keep_old_words");
    without["reason"] = json!("  ");
    desk.refused("settle", without, ErrorCode::WrongValue);
    let mut other = settle(&cited, "keep_old_words");
    other["statement"] = json!("genomedk/privacy-policy-for-gdpr");
    desk.refused("settle", other, ErrorCode::BadArguments);
    let before = desk.state("p");
    desk.ok("settle", settle(&cited, "keep_old_words"));
    let told = items(&mut desk);
    assert_eq!(
        (&told[0]["open"], &told[0]["kept"]["reason"]),
        (&json!(false), &json!("Read by Kari."))
    );
    assert_eq!(
        (&told[0]["kept"]["revision"], &told[0]["kept"]["on"]),
        (&json!("2"), &json!("2026-11-20"))
    );
    let out = desk.path("kept.pdf");
    desk.ok("export", json!({"project": "p", "form": "dpia", "out": out}));
    let printed = crate::printed::words(&out);
    let (_, sentence) = printed.split_once("No longer published in these words").unwrap();
    let sentence: String = sentence.chars().take(120).collect();
    assert!(sentence.contains("Kept because: Read by Kari."), "{sentence}");
    assert_eq!(open(&mut desk), 0);
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.state("p"), before);
}

#[test]
fn several_citations_are_settled_in_one_step() {
    let mut desk = drafted();
    let (report, certificate) = (cite(&mut desk, REPORT), cite(&mut desk, CERTIFICATE));
    desk.set(
        "r",
        "how",
        text(&format!("Audited [x](cite:{report}), certified [y](cite:{certificate}).")),
    );
    let before = desk.state("p");
    let mut both = settle(&report, "still_true");
    both["citations"] = json!([report, certificate, report]);
    desk.ok("settle", both);
    assert_eq!(open(&mut desk), 0);
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.state("p"), before);
}

#[test]
fn words_cited_again_at_a_later_revision_are_another_source_where_something_changed() {
    let mut desk = drafted();
    let (report, same) =
        (cite(&mut desk, REPORT), cite(&mut desk, "genomedk/compliance-validated"));
    desk.ok("follow_revision", json!({"project": "p", "provider": "genomedk", "revision": "2"}));
    assert_ne!(cite(&mut desk, REPORT), report, "another report is published");
    assert_eq!(
        cite(&mut desk, "genomedk/compliance-validated"),
        same,
        "the same words are one source"
    );
    desk.ok("undo", json!({"project": "p"}));
    desk.ok("undo", json!({"project": "p"}));
    let follows = desk.ok("project", json!({"project": "p"}))["head"]["follows"].clone();
    assert_eq!(follows["genomedk"], "1", "moving is one step");
    let unknown = json!({"project": "p", "provider": "genomedk", "revision": "7"});
    desk.refused("follow_revision", unknown, ErrorCode::NotFound);
}

#[test]
fn a_request_on_a_topic_hears_that_something_is_stated_on_it_now() {
    let mut desk = drafted();
    let asked = json!({"provider": line("GenomeDK"), "action": line("Backup and restore"), "question": text("How long?")});
    desk.add("request", "q", asked);
    let told = drift(&mut desk);
    let topics = told["topics"].as_array().unwrap();
    let backup = topics.iter().find(|topic| topic["topic"] == "backup").unwrap();
    assert!(!backup["statements"].as_array().unwrap().is_empty());
    assert_eq!(backup["waiting"][0]["row"], "q", "the request waits for it");
    let item = &told["items"][0];
    assert_eq!(
        (&item["kind"], &item["change"], &item["row"]),
        (&json!("request"), &json!("new"), &json!("q"))
    );
    let answered = json!({"kind": "choice", "value": {"option": "answered"}});
    desk.set("q", "status", answered);
    assert_eq!(open(&mut desk), 0, "what is answered waits no more");
    desk.ok("follow_revision", json!({"project": "p", "provider": "genomedk", "revision": "2"}));
    assert_eq!(drift(&mut desk)["topics"], json!([]), "the project reads it now");
}

#[test]
fn measures_that_fill_a_gap_and_risks_of_scenarios_hear_that_something_is_stated_now() {
    let mut desk = drafted();
    desk.add("risk", "treated", json!({"title": line("Files are lost")}));
    let scenario =
        json!({"title": line("A disk fails"), "catalogue": line("backups-never-restored")});
    desk.add("risk", "begun", scenario);
    let measure = json!({
        "measure": text("We keep a copy of our own"), "risks": {"kind": "refs", "value": ["treated"]},
        "fills": {"kind": "choices", "value": [{"option": "backup"}]},
    });
    desk.add("measure", "copy", measure);
    let told = drift(&mut desk);
    let topics = told["topics"].as_array().unwrap();
    let backup = topics.iter().find(|topic| topic["topic"] == "backup").unwrap();
    let rows: Vec<&str> = backup["waiting"]
        .as_array()
        .unwrap()
        .iter()
        .map(|at| at["row"].as_str().unwrap())
        .collect();
    assert_eq!(rows, ["copy", "treated", "begun"]);
}

#[test]
fn two_revisions_are_compared_by_what_their_keepers_say() {
    let mut desk = Desk::new();
    let told = desk.ok("drift", json!({"provider": "genomedk"}));
    assert_eq!((&told["from"]["revision"], &told["to"]["revision"]), (&json!("1"), &json!("2")));
    let statements = told["drift"]["statements"].as_array().unwrap();
    let of = |id: &str| statements.iter().find(|s| s["statement"] == id).unwrap();
    assert_eq!(of(SHARED)["change"], "narrowed");
    assert_eq!(of(REPORT)["change"], "reworded");
    assert_eq!(of(CLAIM)["change"], "removed");
    let same = desk.ok("drift", json!({"provider": "genomedk", "from": "2", "to": "2"}));
    assert_eq!(same["drift"]["statements"], json!([]));
    desk.refused("drift", json!({"provider": "genomedk", "from": "9"}), ErrorCode::NotFound);
}
