//! Details of reports that a reader notices: where words of a person stand, how files and changes are told, and what is
//! said where something is missing.

use std::io::Read as _;
use std::path::PathBuf;

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::cuts::everything_in;
use crate::desk::{Desk, line, text};
use crate::printed::{words, words_in_file_order};
use crate::returned::document_of;

fn export(desk: &mut Desk, more: &Json) -> PathBuf {
    let docx = more["format"] == "docx";
    let out = desk.path(if docx { "out.docx" } else { "out.pdf" });
    let mut of = json!({"project": "p", "form": "dpia", "out": out, "date": "2026-11-22"});
    of.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.ok("export", of);
    out
}

fn level(level: u8) -> Json {
    json!({"kind": "level", "value": level})
}

fn refs(rows: &[&str]) -> Json {
    json!({"kind": "refs", "value": rows})
}

/// A part of a Word file.
fn part(path: &std::path::Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut xml = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
    xml
}

#[test]
fn a_source_that_only_a_heading_or_the_head_of_a_table_cites_is_listed() {
    let mut desk = Desk::with_project();
    let mut listed = desk.ok("statements", json!({"provider": "hunt-cloud", "project": "p"}));
    let listed = listed.as_array_mut().unwrap();
    let mut cited = Vec::new();
    for (id, one) in ["one", "two"].iter().zip(listed.iter()) {
        let statement = &one["statement"]["id"];
        desk.ok("cite", json!({"project": "p", "statement": statement, "id": id}));
        let words = one["statement"]["words"].as_str().unwrap();
        cited.push(words.split_whitespace().take(6).collect::<Vec<_>>().join(" "));
    }
    let explanation = "### Where *they* are kept [x](cite:one)\n\nIn a room.\n\n\
        | Room [y](cite:two) | [Who](https://example.org/who) |\n| --- | --- |\n| B12 | Two people |";
    let item = json!({"name": line("Pressure"), "explanation": text(explanation)});
    desk.add("data_item", "a", item);
    let whole = json!({"without_summary": true});
    let out = export(&mut desk, &whole);
    let pages = words_in_file_order(&out);
    assert!(pages.contains("Where they are kept [1]"), "{pages}");
    assert!(pages.contains("Room [2]"), "{pages}");
    let sources = &pages[pages.rfind("Sources").unwrap()..];
    for words in &cited {
        assert!(sources.contains(words.as_str()), "{words} is not in {sources}");
    }
    assert!(everything_in(&out).contains("https://example.org/who"), "the link stays a link");
    let out = export(&mut desk, &json!({"without_summary": true, "format": "docx"}));
    let notes = part(&out, "word/endnotes.xml");
    for words in &cited {
        assert!(notes.contains(words.as_str()), "{words} is no note");
    }
}

#[test]
fn the_owner_reads_the_whole_name_of_each_risk() {
    let mut desk = Desk::with_project();
    let title = "The keys of the archive are copied by somebody who left the project years ago, \
        and nobody notices before the next audit of the room";
    let concerns = json!({"kind": "choices", "value": [{"option": "organisation"}]});
    let risk = json!({"title": line(title), "concerns": concerns, "org_likelihood": level(2),
                      "org_severity": level(2)});
    desk.add("risk", "r", risk);
    let owner = words_in_file_order(&export(&mut desk, &json!({"form": "rar", "cut": "owner"})));
    assert!(owner.contains(title), "{owner}");
}

/// The sources of a cut have the numbers of the whole report. A word processor would number notes anew.
#[test]
fn the_word_file_of_a_cut_lists_its_sources_in_the_order_of_their_numbers() {
    let mut desk = Desk::new();
    desk.ok("sample", json!({}));
    let out = desk.path("provider.docx");
    desk.ok(
        "export",
        json!({"project": "sample", "form": "rar", "cut": "provider", "format": "docx",
                             "provider": "hunt-cloud", "out": out}),
    );
    let document = document_of(&out);
    assert!(!document.contains("w:endnoteReference "), "no note");
    assert!(document.contains("with the numbers that they have in the whole report"));
    let mut numbers = Vec::new();
    for paragraph in document.split("<w:p>").filter(|p| p.contains("w:val=\"EndnoteText\"")) {
        let from = paragraph.find('[').unwrap() + 1;
        let number = &paragraph[from..from + paragraph[from..].find(']').unwrap()];
        numbers.push(number.parse::<u32>().unwrap());
    }
    assert!(numbers.len() > 10 && numbers.is_sorted(), "{numbers:?}");
}

#[test]
fn the_list_of_files_says_to_which_row_of_which_form_a_file_belongs() {
    let mut desk = Desk::with_project();
    desk.add("data_item", "d", json!({"name": line("Pressure")}));
    desk.add("risk", "r", json!({"title": line("Keys are lost")}));
    let attach = |desk: &mut Desk, row: Option<&str>, name: &str| {
        desk.ok("attach", json!({"project": "p", "row": row, "name": name, "text": "x"}));
    };
    attach(&mut desk, Some("d"), "pressure.txt");
    attach(&mut desk, None, "contract.txt");
    let files = |desk: &mut Desk, form: &str| {
        let pages = words(&export(desk, &json!({"form": form, "without_summary": true})));
        let from = pages.rfind("Attachments").unwrap_or(pages.len());
        pages[from..].to_owned()
    };
    let rar = files(&mut desk, "rar");
    assert!(rar.contains("contract.txt"), "{rar}");
    assert!(!rar.contains("pressure.txt"), "the RAR shows no row with a file: {rar}");
    attach(&mut desk, Some("r"), "keys.txt");
    let rar = files(&mut desk, "rar");
    assert!(rar.contains("D1, in the DPIA") && rar.contains("R1"), "{rar}");
    assert!(!files(&mut desk, "dpia").contains("in the DPIA"));
}

#[test]
fn a_redline_of_named_rows_marks_only_the_row_that_came() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r-1", json!({"title": line("Keys are lost")}));
    desk.add("risk", "r-2", json!({"title": line("Doors stand open")}));
    let serves = json!({"kind": "choice", "value": {"option": "additional"}});
    let measure = json!({"measure": text("A lock"), "serves": serves, "risks": refs(&["r-1"])});
    desk.add("measure", "m", measure);
    desk.ok("freeze_version", json!({"project": "p", "kind": "review", "by": "Kari"}));
    desk.set("m", "risks", refs(&["r-1", "r-2"]));
    let of = json!({"since": 1, "redline": true, "format": "docx", "without_summary": true});
    let xml = document_of(&export(&mut desk, &of));
    let deleted: Vec<&str> = xml.split("<w:delText").skip(1).collect();
    assert!(deleted.is_empty(), "nothing went: {deleted:?}");
    assert!(xml.contains("<w:ins "), "a row came");
    // Words that were replaced as a whole stand before the new ones.
    desk.add("data_item", "d", json!({"name": line("A"), "explanation": text("Stored in Oslo.")}));
    desk.ok("freeze_version", json!({"project": "p", "kind": "review", "by": "Kari"}));
    desk.set("d", "explanation", text("- Every lab holds some"));
    let of = json!({"since": 2, "redline": true, "without_summary": true});
    let pages = words_in_file_order(&export(&mut desk, &of));
    let (old, new) = (pages.rfind("Stored in Oslo."), pages.rfind("Every lab holds some"));
    assert!(old.unwrap() < new.unwrap(), "{pages}");
}

/// A risk has a likelihood in several parts of a form. The list says which one changed.
#[test]
fn the_list_of_changes_says_in_which_part_a_score_changed() {
    let mut desk = Desk::with_project();
    let concerns = json!({"kind": "choices", "value": [{"option": "subjects"}]});
    let risk = json!({"title": line("Keys are lost"), "concerns": concerns, "ds_likelihood": level(2),
                      "ds_severity": level(2)});
    desk.add("risk", "r", risk);
    desk.add("measure", "m", json!({"measure": text("A lock"), "risks": refs(&["r"])}));
    desk.ok("freeze_version", json!({"project": "p", "kind": "review", "by": "Kari"}));
    desk.set("r", "ds_likelihood", level(3));
    desk.set("r", "ds_residual_likelihood", level(1));
    let pages =
        words_in_file_order(&export(&mut desk, &json!({"since": 1, "without_summary": true})));
    let from = pages.find("Words struck through went.").unwrap();
    let list = &pages[from..from + 700];
    let told = list.matches(" R1 Keys are lost").count();
    let numbered = list.split(" R1 Keys are lost").take(told);
    let parts: Vec<&str> = numbered.map(|before| before.rsplit(' ').next().unwrap()).collect();
    let is_part =
        |part: &&str| part.starts_with(|c: char| c.is_ascii_digit()) && part.contains('.');
    assert!(told >= 2 && parts.iter().all(is_part), "{parts:?}: {list}");
}

#[test]
fn no_heading_stands_above_nothing() {
    let mut desk = Desk::with_project();
    let owner = words_in_file_order(&export(&mut desk, &json!({"form": "rar", "cut": "owner"})));
    assert!(owner.contains("Residual risks No risk has a level yet."), "{owner}");
    // The public summary of an empty project has no section of which no part is filled.
    let public = export(&mut desk, &json!({"cut": "public"}));
    let listed = std::process::Command::new("pdfinfo").arg("-dests").arg(&public).output().unwrap();
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    for section in listed.lines().filter(|line| line.contains("\"section/")) {
        let id = section.split("section/").nth(1).unwrap().trim_end_matches('"');
        assert!(listed.contains(&format!("\"part/{id}")), "section {id} has no part: {listed}");
    }
}

#[test]
fn a_long_title_in_the_header_ends_with_a_sign() {
    let mut desk = Desk::new();
    let title = "A long-term study of the kidneys of people in four counties and of everything \
        that their general practitioners noted about them before the study began";
    let project = json!({"id": "p", "title": title, "controllers": ["Fjordby"], "providers": [],
                         "forms": ["dpia"]});
    desk.ok("create_project", project);
    let pages = words_in_file_order(&export(&mut desk, &json!({})));
    assert!(pages.contains('…'), "{pages}");
    let cut = pages.matches('…').count();
    assert!(cut > 5, "one in the header of each page: {cut}");
}

#[test]
fn a_word_file_lists_no_minor_headings_and_sets_very_wide_tables_row_by_row() {
    let mut desk = Desk::with_project();
    let columns = 40;
    let row = |word: &str| format!("|{}", format!(" {word} |").repeat(columns));
    let table = format!("{}\n{}\n{}", row("head"), row("---"), row("zebra"));
    desk.add("data_item", "a", json!({"name": line("A"), "explanation": text(&table)}));
    desk.ok("freeze_version", json!({"project": "p", "kind": "review", "by": "Kari"}));
    desk.set("a", "name", line("B"));
    let of = json!({"since": 1, "format": "docx", "without_summary": true});
    let out = export(&mut desk, &of);
    let document = document_of(&out);
    assert!(document.matches("zebra").count() >= columns, "every cell is there");
    let widest = document.split("<w:tblGrid>").skip(1);
    let widest =
        widest.map(|t| t.split("</w:tblGrid>").next().unwrap().matches("<w:gridCol ").count());
    assert!(widest.max().unwrap() < columns, "no table of {columns} columns");
    // Headings in the list of changes are not in the contents, also when a program makes these anew.
    assert!(document.contains("w:val=\"Subheading2\""));
    assert!(part(&out, "word/styles.xml").contains("Subheading 2"));
}

#[test]
fn a_final_file_does_not_call_itself_a_draft() {
    let mut desk = Desk::with_project();
    let draft = everything_in(&export(&mut desk, &json!({})));
    assert!(draft.contains("/VurderDraft (yes)"), "a draft says so");
    let last = everything_in(&export(&mut desk, &json!({"archival": true})));
    assert!(last.contains("/VurderDraft (no)") && !last.contains("/VurderDraft (yes)"));
}

#[test]
fn the_file_for_the_authority_can_be_final_and_says_what_it_is_made_from() {
    let mut desk = Desk::with_project();
    desk.add("data_item", "d", json!({"name": line("Pressure")}));
    desk.ok("attach", json!({"project": "p", "row": "d", "name": "pressure.txt", "text": "x"}));
    let out = desk.path("consultation.pdf");
    let of = |out: &PathBuf, more: &Json| {
        let mut of = json!({"project": "p", "out": out, "date": "2026-11-27"});
        of.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        of
    };
    desk.ok("export_consultation", of(&out, &json!({})));
    let draft = everything_in(&out);
    assert!(draft.contains("Draft for review") && draft.contains("/VurderProject (p)"));
    assert!(draft.contains("pressure.txt"), "the files are listed");
    desk.ok("export_consultation", of(&out, &json!({"archival": true})));
    let last = everything_in(&out);
    assert!(!last.contains("Draft for review") && last.contains("/VurderDraft (no)"));
    let docx = of(&desk.path("c.docx"), &json!({"archival": true, "format": "docx"}));
    desk.refused("export_consultation", docx, ErrorCode::WrongValue);
    // The sections of the assessment stand below point (e).
    let docx = desk.path("consultation.docx");
    desk.ok("export_consultation", of(&docx, &json!({"format": "docx"})));
    let xml = document_of(&docx);
    let first = xml.matches("<w:pStyle w:val=\"Heading1\"/>").count();
    assert!((6..=9).contains(&first), "only the points and the lists at the end: {first}");
}

#[test]
fn days_stand_in_one_form_in_a_report() {
    let mut desk = Desk::with_project();
    let approval = json!({"kind": "acceptance", "value": {
        "accepted": true, "name": "Kari Nordmann", "role": "", "date": "2026-11-22"}});
    desk.set("rar", "plan_approval", approval);
    desk.ok("cite", json!({"project": "p", "statement": "hunt-cloud/own-assessment", "id": "c"}));
    desk.add("asset", "a", json!({"name": line("Disk"), "explanation": text("Kept [x](cite:c)")}));
    let pages = words_in_file_order(&export(&mut desk, &json!({"form": "rar"})));
    assert!(pages.contains("Accepted: Kari Nordmann, 22 November 2026"), "{pages}");
    let iso = pages
        .split_whitespace()
        .find(|word| word.len() == 10 && word.as_bytes()[4] == b'-' && word.as_bytes()[7] == b'-');
    assert_eq!(iso, None, "{pages}");
}

/// The statements of a provider on a topic are items, and not one paragraph over several pages.
#[test]
fn what_a_provider_states_on_a_topic_is_a_list() {
    let mut desk = Desk::with_project();
    let of = json!({"form": "rar", "sections": ["8"], "format": "docx"});
    let xml = document_of(&export(&mut desk, &of));
    let from = xml.find("Topics that are stated").expect("the coverage");
    let items = xml[from..].matches("<w:numPr>").count();
    assert!(items > 50, "{items}");
}
