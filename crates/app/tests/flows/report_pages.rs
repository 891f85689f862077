//! The pages of a report beside its form.

use serde_json::{Value as Json, json};
use vurder_app::{BegunCommand, RestOfCommand};

use crate::desk::{Desk, line, text};

#[path = "../../../report/tests/test_font/mod.rs"]
mod test_font;

fn ask(desk: &mut Desk, more: Json) -> Json {
    let mut of = json!({"project": "sample", "form": "dpia"});
    of.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.ok("report_pages", of)["report"].clone()
}

fn sample() -> Desk {
    let mut desk = Desk::new();
    desk.ok("sample", json!({}));
    desk
}

fn write(desk: &mut Desk, words: &str) {
    let own =
        json!({"project": "sample", "row": "r-account", "field": "how", "value": text(words)});
    desk.ok("set_value", own);
}

fn left(desk: &mut Desk) -> RestOfCommand {
    match desk
        .app
        .begin("report_pages", json!({"project": "sample", "form": "dpia", "wanted": [1]}))
    {
        Ok(BegunCommand::Unfinished(work)) => work,
        Ok(BegunCommand::Answered(answer)) => panic!("nothing is left to do: {answer}"),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn after_a_change_only_pages_that_look_otherwise_have_another_fingerprint() {
    let mut desk = sample();
    let at = json!(["r-account/how", "r-account"]);
    let before = ask(&mut desk, json!({"at": at}));
    let count = before["pages"].as_array().unwrap().len();
    assert!(count > 20, "{count}");
    let page = before["at"]["page"].as_u64().unwrap();
    let known: Vec<&Json> =
        before["drawn"].as_array().unwrap().iter().map(|one| &one["fingerprint"]).collect();
    assert_eq!(known.len(), 2, "the page of the place, and the next one");
    let again = ask(&mut desk, json!({"at": at, "known": known}));
    assert_eq!(again["pages"], before["pages"]);
    assert_eq!(again["drawn"], json!([]), "what the window has is not drawn again");

    write(&mut desk, "Because of xylophones.");
    let after = ask(&mut desk, json!({"at": at, "known": known, "wanted": [1, 2, 999, 0]}));
    assert!(after["revision"].as_u64() > before["revision"].as_u64());
    let (then, now) = (before["pages"].as_array().unwrap(), after["pages"].as_array().unwrap());
    assert_eq!(then.len(), now.len());
    let other = then.iter().zip(now).filter(|(then, now)| then != now).count();
    assert!((1..count / 2).contains(&other), "{other} of {count} pages look otherwise");
    let with_words = (1..=count).find(|page| {
        let drawn = ask(&mut desk, json!({"wanted": [page]}))["drawn"][0].clone();
        drawn["words"].as_str().unwrap().contains("xylophones")
    });
    let with_words = with_words.expect("a page says the new words") as u64;
    assert!((page..=page + 2).contains(&with_words), "{page} and {with_words}");
    assert_ne!(then[with_words as usize - 1], now[with_words as usize - 1]);
}

#[test]
fn the_pages_are_those_of_the_preview_before_the_export() {
    let mut desk = sample();
    write(&mut desk, "Because of xylophones.");
    let pages = ask(&mut desk, json!({}))["pages"].as_array().unwrap().len();
    for page in [1, 2, pages / 2, pages] {
        let preview =
            desk.ok("preview", json!({"project": "sample", "form": "dpia", "page": page}));
        let beside = ask(&mut desk, json!({"wanted": [page]}));
        assert_eq!(preview["pages"], pages);
        assert!(beside["drawn"][0]["svg"] == preview["svg"], "page {page}");
    }
}

#[test]
fn a_report_of_the_project_in_memory_is_that_of_a_fresh_reading() {
    let mut desk = sample();
    let export = |desk: &mut Desk, name: &str| {
        let out = desk.path(name);
        desk.ok(
            "export",
            json!({"project": "sample", "form": "dpia", "date": "2026-11-20", "out": out}),
        );
        std::fs::read(&out).unwrap()
    };
    desk.ok("form", json!({"project": "sample", "form": "dpia"}));
    desk.ok("findings", json!({"project": "sample"}));
    write(&mut desk, "Because of xylophones.");
    let values = json!({"title": line("A risk that nobody has scored")});
    desk.ok("add_row", json!({"project": "sample", "register": "risk", "values": values}));
    let held = export(&mut desk, "held.pdf");
    let mut desk = desk.reopened();
    assert!(held == export(&mut desk, "fresh.pdf"), "the same report, byte for byte");
}

#[test]
fn pages_that_a_change_or_another_question_overtakes_are_dropped() {
    let mut desk = sample();
    let work = left(&mut desk);
    write(&mut desk, "Because of xylophones.");
    assert_eq!(work().unwrap(), json!({"report": null}), "a change came before they were laid out");

    let (earlier, later) = (left(&mut desk), left(&mut desk));
    assert_eq!(earlier().unwrap(), json!({"report": null}), "a later question came");
    let answer = later().unwrap();
    assert_eq!(answer["report"]["drawn"][0]["page"], 1);
    assert_eq!(answer["report"]["revision"], ask(&mut desk, json!({}))["revision"]);
}

#[test]
fn each_place_on_a_page_leads_to_its_section() {
    let mut desk = sample();
    let report = ask(&mut desk, json!({"at": ["nowhere/at_all", "part:4.1.a", "section:4"]}));
    let page = report["at"]["page"].as_u64().unwrap();
    let drawn = report["drawn"].as_array().unwrap();
    assert_eq!(drawn[0]["page"], page);
    let places = drawn[0]["places"].as_array().unwrap();
    let part = places
        .iter()
        .find(|place| place["at"] == "part:4.1.a")
        .expect("the part that was asked for");
    assert_eq!(part["section"], "4");
    assert!((part["y"].as_f64().unwrap() - report["at"]["y"].as_f64().unwrap()).abs() < 1.0);
    for place in places {
        assert!(["3", "4"].contains(&place["section"].as_str().unwrap()), "{place}");
    }
}

#[test]
fn letters_stand_in_the_fonts_that_an_export_would_take() {
    let fonts = tempfile::tempdir().unwrap();
    let letters = "\u{5d2}\u{5d3}";
    let font = test_font::TestFont { family: "Boxes", letters, drawn: true, forbidden: 0 };
    std::fs::write(fonts.path().join("boxes.ttf"), font.bytes()).unwrap();
    let first_page = |mut desk: Desk| {
        let project = json!({"id": "p", "title": letters, "controllers": ["Fjordby"],
            "providers": ["hunt-cloud"], "forms": ["dpia"]});
        desk.ok("create_project", project);
        let of = json!({"project": "p", "form": "dpia", "wanted": [1]});
        desk.ok("report_pages", of)["report"]["drawn"][0]["svg"].as_str().unwrap().to_owned()
    };
    let in_the_font = first_page(Desk::with_fonts(vec![fonts.path().to_owned()]));
    assert_ne!(in_the_font, first_page(Desk::new()), "without the font there are boxes");
}
