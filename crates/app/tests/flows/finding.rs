//! Search: in projects, answers, notes and statements. Each result has the place to go to.

use serde_json::{Value as Json, json};

use crate::desk::{Desk, line, text};

fn hits(desk: &mut Desk, query: &str) -> Vec<Json> {
    desk.ok("search", json!({"query": query}))["hits"].as_array().unwrap().clone()
}

#[test]
fn a_hit_carries_the_form_and_section_where_the_answer_stands() {
    let mut desk = Desk::with_project();
    desk.add(
        "risk",
        "r",
        json!({"title": line("Frostskade"), "scenario": text("Kulden tar disken.")}),
    );
    let own = json!({"project": "p", "register": "rar", "field": "main_findings", "value": text("Ask about kjøling.")});
    desk.ok("set_value", own);
    for (query, kind, form, section, field) in [
        ("frostskade", "answer", "edpb-dpia", "4", "title"),
        ("disken", "answer", "rar", "5", "scenario"),
        ("kjøl", "answer", "rar", "1", "main_findings"),
    ] {
        let found = hits(&mut desk, query);
        let hit = found
            .iter()
            .find(|h| h["kind"] == kind)
            .unwrap_or_else(|| panic!("{query}: {found:?}"));
        assert_eq!((&hit["form"], &hit["section"]), (&json!(form), &json!(section)), "{query}");
        assert_eq!((&hit["project"], &hit["field"]), (&json!("p"), &json!(field)));
        let section = desk.ok("section", json!({"project": "p", "form": form, "section": section}));
        assert!(
            section.to_string().contains(hit["row"].as_str().unwrap()),
            "{query}: the row is there"
        );
    }
    let by_name = hits(&mut desk, "Kidneys");
    assert_eq!((&by_name[0]["kind"], &by_name[0]["project"]), (&json!("project"), &json!("p")));
}

#[test]
fn statements_and_notes_are_found_with_their_page() {
    let mut desk = Desk::with_project();
    let statement = "hunt-cloud/audit-report-on-request";
    desk.ok("judge", json!({"project": "p", "statement": statement, "note": "Årlig purring."}));
    let note = hits(&mut desk, "purring");
    assert_eq!((&note[0]["kind"], &note[0]["statement"]), (&json!("note"), &json!(statement)));
    let published = hits(&mut desk, "certification audits");
    let hit =
        published.iter().find(|h| h["statement"] == statement && h["kind"] == "statement").unwrap();
    assert_eq!(
        (&hit["provider"], &hit["page"]),
        (&json!("hunt-cloud"), &json!("hunt-cloud/certificates"))
    );
    let page = json!({"provider": "hunt-cloud", "page": hit["page"]});
    assert!(desk.ok("page", page)["statements"][statement].is_object());
}

#[test]
fn only_what_is_there_now_is_found_and_any_signs_may_be_typed() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({"title": line("Vintersol")}));
    assert_eq!(hits(&mut desk, "vintersol").len(), 1);
    desk.set("r", "title", line("Sommersol"));
    assert_eq!(hits(&mut desk, "vintersol").len(), 0);
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(hits(&mut desk, "VINTER").len(), 1, "undo reaches the index");
    desk.ok("trash_row", json!({"project": "p", "row": "r"}));
    assert_eq!(hits(&mut desk, "vintersol").len(), 0);
    for signs in ["", "   ", "\"", "AND", "a* OR (", "NEAR(", "' --", "–", "\u{e000}1"] {
        hits(&mut desk, signs);
    }
    desk.ok("create_project", json!({"id": "q", "title": "Sola", "forms": ["dpia"]}));
    let only = desk.ok("search", json!({"query": "sola", "project": "p"}));
    assert!(only["hits"].as_array().unwrap().iter().all(|h| h["project"] != "q"));
}

#[test]
fn a_damaged_index_is_put_right_at_opening_and_people_are_told() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({"title": line("Frostskade")}));
    assert_eq!(desk.ok("status", json!({}))["notices"], json!([]), "nothing to tell on most days");
    let before = desk.form("dpia");
    let mut desk = desk.reopened_after(|file| {
        // Only pages of the index have this mark of a project.
        let mut bytes = std::fs::read(file).unwrap();
        let marks = "\u{e000}".as_bytes();
        let at = bytes.windows(marks.len()).rposition(|w| w == marks).unwrap() / 4096 * 4096;
        bytes[at..at + 4096].fill(0);
        std::fs::write(file, bytes).unwrap();
    });
    let notice = desk.ok("status", json!({}))["notices"][0].clone();
    assert!(notice["message"].as_str().unwrap().contains("made anew"), "{notice}");
    assert!(notice["help"].as_str().unwrap().contains("backup"), "{notice}");
    assert_eq!(desk.form("dpia"), before, "nothing is lost");
    assert_eq!(hits(&mut desk, "frostskade").len(), 1, "and words are found again");
}
