//! Cuts of a report: what each reader gets, and what the file does not have at all.

use std::path::Path;
use std::process::Command;

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, line, text};
use crate::printed::words;

/// The bytes of a PDF without compression, as qpdf writes it, and the words of its pages.
pub(crate) fn everything_in(file: &Path) -> String {
    let open = file.with_extension("qdf");
    let status = Command::new("qpdf")
        .args(["--qdf", "--object-streams=disable"])
        .args([file, &open])
        .status()
        .expect("qpdf (package qpdf)");
    assert!(status.success(), "qpdf reads {}", file.display());
    let bytes = std::fs::read(&open).unwrap();
    let utf16: Vec<u16> =
        bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    let shifted: Vec<u16> =
        bytes[1..].chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    let mut all = String::from_utf8_lossy(&bytes).into_owned();
    // Alternative texts and outlines may be in UTF-16, as bytes or as hexadecimal digits.
    all.push_str(&String::from_utf16_lossy(&utf16));
    all.push_str(&String::from_utf16_lossy(&shifted));
    all.push_str(&in_hexadecimal(&String::from_utf8_lossy(&bytes)));
    all.push_str(&words(file));
    all
}

/// The words of strings that a file has as hexadecimal digits.
fn in_hexadecimal(file: &str) -> String {
    let strings = file.split('<').filter_map(|rest| rest.split('>').next());
    let strings = strings.filter(|digits| {
        digits.len() > 8 && digits.len() % 4 == 0 && digits.bytes().all(|b| b.is_ascii_hexdigit())
    });
    let units = strings.flat_map(|digits| {
        let unit = |at: usize| u16::from_str_radix(&digits[at..at + 4], 16).unwrap_or_default();
        (0..digits.len()).step_by(4).map(unit).chain([0x20]).collect::<Vec<u16>>()
    });
    String::from_utf16_lossy(&units.collect::<Vec<u16>>())
}

/// The answer of the command `export`, and the path of the file.
fn export(desk: &mut Desk, form: &str, cut: &str, more: &Json) -> (Json, std::path::PathBuf) {
    let out = desk.path(&format!("{form}-{cut}.pdf"));
    let mut arguments = json!({
        "project": "sample", "form": form, "cut": cut, "date": "2026-11-22", "out": out,
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        arguments[key] = value.clone();
    }
    (desk.ok("export", arguments), out)
}

/// A desk with the sample project.
fn sample() -> Desk {
    let mut desk = Desk::new();
    desk.ok("sample", json!({}));
    desk
}

/// The words of the sample that a public summary withholds: names of people, risks, and details of measures.
fn withheld(desk: &mut Desk) -> Vec<String> {
    let dump = desk.path("dump.json");
    desk.ok("dump", json!({"out": dump}));
    let dump: Json = serde_json::from_slice(&std::fs::read(dump).unwrap()).unwrap();
    let mut words = Vec::new();
    for row in dump["projects"][0]["rows"].as_array().unwrap() {
        let register = row["row"]["register"].as_str().unwrap();
        let answer = |field: &str| {
            let value = row["values"][field]["value"]["value"].as_str().unwrap_or_default();
            value.to_owned()
        };
        match register {
            "risk" => words.extend([answer("title"), answer("owner")]),
            "measure" => words.extend([answer("measure"), answer("responsible")]),
            // "Kari Nordmann, adviser, the hospital; …": only the name.
            "role" => words.extend(
                answer("name")
                    .split(';')
                    .filter_map(|one| one.split(',').next())
                    .map(str::to_owned),
            ),
            "controller" => words.extend(answer("dpo").split(',').map(str::to_owned)),
            "request" => words.push(answer("question")),
            _ => {}
        }
    }
    // The first words of each answer are enough. A provider that is responsible for a measure is not withheld.
    let first = |words: &String| words.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    let mut first: Vec<String> = words.iter().map(first).filter(|w| w.len() > 7).collect();
    first.retain(|words| !words.contains("HUNT Cloud") && !words.contains("GenomeDK"));
    first.sort();
    first.dedup();
    assert!(first.len() > 60, "{first:?}");
    first
}

/// Whoever cites an answer shows the answer, and not the question to the provider.
#[test]
fn the_question_of_a_request_that_a_cut_withholds_is_not_in_the_sources_either() {
    let mut desk = Desk::with_project();
    let ask = json!({"project": "p", "provider": "hunt-cloud", "id": "q", "about": "Disks"});
    desk.ok("ask_provider", ask);
    desk.set("q", "question", text("Who of you holds the zebra keys?"));
    let answered =
        json!({"project": "p", "requests": ["q"], "status": "answered", "on": "2026-11-18"});
    desk.ok("set_request_status", answered);
    desk.set("q", "answer", text("Two of our administrators hold them."));
    desk.ok("cite", json!({"project": "p", "statement": "answer:q", "id": "c"}));
    desk.add("purpose", "p-1", json!({"purpose": text("Scans are kept under keys [a](cite:c)")}));
    let mut all = |cut: &str| {
        let out = desk.path(&format!("{cut}.pdf"));
        desk.ok("export", json!({"project": "p", "form": "dpia", "cut": cut, "out": out}));
        everything_in(&out)
    };
    let public = all("public");
    assert!(public.contains("Two of our administrators"), "the answer is cited");
    assert!(!public.contains("zebra"));
    assert!(all("full").contains("zebra"), "the whole report names the question");
}

/// Words that are published no more are kept for a reason, which is a matter of the project.
#[test]
fn the_reason_why_words_are_kept_is_in_no_cut() {
    let mut desk = Desk::new();
    let project = json!({"id": "p", "title": "Kidneys", "providers": ["genomedk"],
                         "follows": {"genomedk": "1"}, "forms": ["dpia", "rar"]});
    desk.ok("create_project", project);
    let cite = json!({"project": "p", "statement": "genomedk/gdpr-compliance", "id": "c"});
    desk.ok("cite", cite);
    let words = text("Scans are kept at a provider that follows the law [a](cite:c)");
    desk.add("purpose", "p-1", json!({"purpose": words}));
    let settle = json!({"project": "p", "citations": ["c"], "how": "keep_old_words",
                        "reason": "The zebra in charge said so."});
    desk.ok("settle", settle);
    let follow = json!({"project": "p", "provider": "genomedk", "revision": "2"});
    desk.ok("follow_revision", follow);
    let mut all = |form: &str, cut: &str| {
        let out = desk.path(&format!("{form}-{cut}.pdf"));
        desk.ok("export", json!({"project": "p", "form": form, "cut": cut, "out": out}));
        everything_in(&out)
    };
    assert!(all("dpia", "full").contains("zebra"), "the whole report tells the reason");
    let public = all("dpia", "public");
    assert!(public.contains("follows the law"), "the sentence is shown");
    assert!(!public.contains("zebra"));
    assert!(!all("rar", "provider").contains("zebra"));
}

#[test]
fn a_public_summary_holds_no_withheld_word_in_its_pages_and_structure_and_carries_no_project() {
    let mut desk = sample();
    let withheld = withheld(&mut desk);
    let (_, file) = export(&mut desk, "edpb-dpia", "public", &json!({}));
    let all = everything_in(&file);
    assert!(all.contains("Whole-genome sequences"), "it says which data");
    assert!(all.contains("forskningsdata@fjordby.example"), "and whom to write to");
    let found: Vec<&String> =
        withheld.iter().filter(|words| all.contains(words.as_str())).collect();
    assert!(found.is_empty(), "{}: {found:?}", file.display());
    // Its project would hold the scores of each risk, which the pages only count.
    let out = desk.path("carries.pdf");
    let export_it = json!({
        "project": "sample", "form": "dpia", "cut": "public", "out": out, "with_project": true,
    });
    let refused = desk.refused("export", export_it, ErrorCode::WrongValue);
    assert!(refused.message.contains("cannot carry its project"), "{}", refused.message);
    assert!(!out.exists());
    // The whole report has most of these words; otherwise the search above would prove nothing.
    let (_, whole) = export(&mut desk, "edpb-dpia", "full", &json!({"with_project": true}));
    let all = everything_in(&whole);
    let found = withheld.iter().filter(|words| all.contains(words.as_str())).count();
    assert!(found > withheld.len() * 9 / 10, "{found} of {}", withheld.len());
}

#[test]
fn the_summary_is_one_page_and_the_owner_reads_two() {
    let mut desk = sample();
    for form in ["edpb-dpia", "rar"] {
        assert_eq!(export(&mut desk, form, "summary", &json!({})).0["pages"], 1, "{form}");
        let (written, out) = export(&mut desk, form, "owner", &json!({}));
        assert!(written["pages"].as_u64().unwrap() <= 2, "{form}: {written}");
        let words = words(&out);
        for expected in ["Conditionally approved", "R7", "Accepted: Torbjørn Ølstad", "M34"] {
            assert!(words.contains(expected), "{form} {expected}: {words}");
        }
    }
    // The same page stands in front of a whole report, unless the person leaves it out.
    let (with, _) = export(&mut desk, "rar", "full", &json!({}));
    let (without, out) = export(&mut desk, "rar", "full", &json!({"without_summary": true}));
    assert_eq!(with["pages"].as_u64().unwrap(), without["pages"].as_u64().unwrap() + 1);
    assert!(!words(&out).contains("Summary on one page"));
}

#[test]
fn chosen_sections_keep_their_numbers_and_those_of_risks_and_sources() {
    let mut desk = sample();
    let (_, whole) = export(&mut desk, "rar", "full", &json!({}));
    let whole = words(&whole);
    let (_, out) =
        export(&mut desk, "rar", "full", &json!({"sections": ["7"], "without_summary": true}));
    let cut = words(&out);
    assert!(cut.contains("7.1 Residual risk") && !cut.contains("5.1 Scenarios"), "{cut}");
    assert!(cut.contains("Section 7 of the report, with its own number"), "{cut}");
    let last = "R21";
    assert!(whole.contains(last) && cut.contains(last), "a risk keeps its number");
    let refused = |desk: &mut Desk, more: Json| {
        let mut arguments = json!({"project": "sample", "form": "rar", "out": desk.path("no.pdf")});
        for (key, value) in more.as_object().unwrap() {
            arguments[key] = value.clone();
        }
        desk.refused("export", arguments, ErrorCode::WrongValue).message
    };
    let unknown = refused(&mut desk, json!({"sections": ["7", "77"]}));
    assert!(unknown.contains("77") && unknown.contains("10"), "{unknown}");
    assert!(refused(&mut desk, json!({"cut": "public"})).contains("owner"), "RAR has none");
    refused(&mut desk, json!({"cut": "owner", "sections": ["7"]}));
    assert!(refused(&mut desk, json!({"sections": []})).contains("at least one section"));
    refused(&mut desk, json!({"cut": "owner", "provider": "hunt-cloud"}));
}

#[test]
fn a_provider_is_given_its_own_requests_and_no_risk_or_decision() {
    let mut desk = sample();
    let provider = json!({"provider": "hunt-cloud", "with_project": true});
    let (_, out) = export(&mut desk, "rar", "provider", &provider);
    let all = everything_in(&out);
    for expected in ["Version 0.7 of both documents", "Encryption at rest"] {
        assert!(all.contains(expected), "{expected}");
    }
    let other = "May we see the log of that deletion";
    for hidden in [
        "GenomeDK",
        "genomedk",
        "Agreements under Article 28(3) with",
        "Conditionally approved",
        "account is taken over",
        "Birgitte Næsby",
        "Anders Kjærgaard",
        other,
    ] {
        assert!(!all.contains(hidden), "{hidden}");
    }
    let (_, of_other) = export(&mut desk, "rar", "provider", &json!({"provider": "genomedk"}));
    assert!(words(&of_other).contains("GenomeDK"), "the copy of the other provider is about it");
}

#[test]
fn the_project_of_a_cut_gives_that_cut_again_and_holds_nothing_else() {
    let mut desk = sample();
    for (form, cut) in [("edpb-dpia", "owner"), ("rar", "owner")] {
        let (_, out) = export(&mut desk, form, cut, &json!({"with_project": true}));
        let mut other = Desk::new();
        other.ok("load", json!({"from": out}));
        let (_, again) = export(&mut other, form, cut, &json!({"with_project": true}));
        assert_eq!(words(&out), words(&again), "{cut}");
        let form = other.ok("form", json!({"project": "sample", "form": "edpb-dpia"}));
        assert!(!form.to_string().contains("personvernombud@"), "{cut}");
    }
}

#[test]
fn what_a_cut_leaves_out_is_told_before_it_is_written() {
    let mut desk = Desk::with_project();
    desk.add("risk", "r", json!({"title": line("Keys are lost")}));
    desk.add("data_item", "d", json!({"name": line("Samples"), "explanation": text("Frozen.")}));
    let contents = |desk: &mut Desk, more: Json| {
        let mut arguments = json!({"project": "p", "form": "dpia"});
        for (key, value) in more.as_object().unwrap() {
            arguments[key] = value.clone();
        }
        desk.ok("cut_contents", arguments)
    };
    let whole = contents(&mut desk, json!({}));
    assert_eq!(whole["cuts"], json!(["full", "summary", "owner", "public"]));
    for list in ["left_out_sections", "left_out_rows", "left_out_answers", "left_out_besides"] {
        assert_eq!(whole[list], json!([]), "{list}");
    }
    let public = contents(&mut desk, json!({"cut": "public"}));
    let says = |list: &str, words: &str| public[list].to_string().contains(words);
    assert!(says("left_out_sections", "Section 3, Necessity and proportionality"), "{public}");
    assert!(says("left_out_answers", "Explanation"), "{public}");
    assert!(says("left_out_besides", "waived"), "{public}");
    let sections = contents(&mut desk, json!({"sections": ["4"]}));
    assert!(sections["left_out_sections"].to_string().contains("Section 1"), "{sections}");
    assert!(sections["left_out_rows"].to_string().contains("data items: 1 of 1"), "{sections}");
    // The program warns of names of people that a person typed into an answer which the cut shows.
    let person = json!({"role": {"kind": "choice", "value": {"option": "assessor"}}, "name": line("Kari Nordmann, adviser")});
    desk.add("role", "k", person);
    desk.set("d", "name", line("Samples that Kari Nordmann keeps"));
    let named = contents(&mut desk, json!({"cut": "public"}));
    assert_eq!(named["names"], json!(["Kari Nordmann"]), "{named}");
    // The answer of the export tells them, too.
    for (format, file) in [("pdf", "names.pdf"), ("docx", "names.docx")] {
        let export = json!({
            "project": "p", "form": "dpia", "cut": "public", "format": format,
            "out": desk.path(file),
        });
        assert_eq!(desk.ok("export", export)["names"], json!(["Kari Nordmann"]), "{format}");
    }
}

/// The rows of the project that a PDF carries, by register.
fn carried(file: &Path) -> Json {
    let bytes = std::fs::read(file).unwrap();
    let source = vurder_report::source_of(&bytes).unwrap().expect("a project");
    serde_json::from_slice(&source).unwrap()
}

#[test]
fn the_project_of_chosen_sections_holds_no_row_that_they_do_not_show() {
    let mut desk = sample();
    let dump = desk.path("dump.json");
    desk.ok("dump", json!({"out": dump}));
    let dump: Json = serde_json::from_slice(&std::fs::read(dump).unwrap()).unwrap();
    let whole = dump["projects"][0]["rows"].as_array().unwrap().clone();
    let words = |row: &Json, field: &str| {
        row["values"][field]["value"]["value"].as_str().unwrap_or_default().to_owned()
    };
    let concerns = |row: &Json, side: &str| {
        row["values"]["concerns"]["value"]["value"].to_string().contains(side)
    };
    let of = |register: &str| {
        let rows = whole.iter().filter(|row| row["row"]["register"] == register);
        rows.cloned().collect::<Vec<Json>>()
    };
    let subjects_only = of("risk");
    let subjects_only: Vec<String> = subjects_only
        .iter()
        .filter(|risk| !concerns(risk, "organisation"))
        .map(|risk| words(risk, "title"))
        .collect();
    assert!(subjects_only.len() > 2, "{subjects_only:?}");
    let with = |sections: &str| {
        json!({"sections": [sections], "with_project": true,
        "without_summary": true})
    };
    // Section 5 of the RAR has the risks to the organisation.
    for more in [with("5"), json!({"sections": ["5"], "with_project": true})] {
        let (_, out) = export(&mut desk, "rar", "full", &more);
        let carried = carried(&out).to_string();
        for title in &subjects_only {
            assert!(!carried.contains(title.as_str()), "{title}");
        }
        assert!(carried.contains("account is taken over"), "the risks that are shown are there");
    }
    // Section 2 of the DPIA has the measures under its prescribed subjects, and their reasons.
    let (_, out) = export(&mut desk, "edpb-dpia", "full", &with("2"));
    let carried_rows = carried(&out);
    let rows = carried_rows["projects"][0]["rows"].as_array().unwrap();
    let measures = rows.iter().filter(|row| row["row"]["register"] == "measure");
    let additional = |row: &&Json| row["values"]["serves"].to_string().contains("additional");
    assert_eq!(measures.filter(additional).count(), 0, "measures of 4.2.a are not shown");
    let notes = rows.iter().filter(|row| row["row"]["register"] == "subject_note");
    let notes: Vec<&str> = notes.filter_map(|row| row["row"]["key"].as_str()).collect();
    assert!(notes.iter().all(|key| !key.starts_with("annex_controls")), "{notes:?}");
    // The coverage shows judgements; the notes on statements stand in 8.2, which is shown with 8.1. Of requests and
    // measures, numbers are shown.
    let (_, out) = export(&mut desk, "rar", "full", &with("8"));
    let carried = carried(&out).to_string();
    for register in ["request", "measure"] {
        let field = if register == "request" { "question" } else { "measure" };
        for row in of(register) {
            let answer = words(&row, field);
            let answer: String = answer.chars().take(40).collect();
            assert!(answer.len() < 20 || !carried.contains(&answer), "{register}: {answer}");
        }
    }
}

#[test]
fn an_open_finding_of_the_summary_is_a_place_that_others_can_name() {
    let mut desk = Desk::with_project();
    let told = desk.ok("findings", json!({"project": "p"}));
    let keys: Vec<&str> = told["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["place"]["form"] == "edpb-dpia")
        .filter_map(|finding| finding["key"].as_str())
        .collect();
    let out = desk.path("summary.pdf");
    let export = json!({"project": "p", "form": "dpia", "cut": "summary", "out": out});
    desk.ok("export", export);
    let listed = Command::new("pdfinfo").arg("-dests").arg(&out).output().expect("pdfinfo");
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    let named = keys.iter().filter(|key| listed.contains(&format!("\"finding/{key}\"")));
    assert!(named.count() > 1, "{listed} {keys:?}");
}
