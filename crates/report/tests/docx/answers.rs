//! Every answer is in the file, each in its own content control.

use std::collections::BTreeMap;

use vurder_model::project::Project;
use vurder_model::provider::Coverage;
use vurder_model::report_address::{AnswerAddress, is_as_exported, split_tag};
use vurder_model::value::Value;
use vurder_model::view::{BlockView, CellView, FormSource, FormView, form_view};
use vurder_report::{Empty, to_docx};

use super::check::{Element, sound};
use super::sample;

fn view(content: &vurder_content::Content, project: &Project, form: &str) -> FormView {
    form_view(&FormSource {
        project,
        template: content.templates.template(form, "1.0.1").unwrap(),
        registers: &content.templates.registers,
        former: &[],
        coverage: &Coverage::default(),
        versions: &[],
        attachments: &[],
    })
}

/// The answers that a form shows, with their addresses.
fn answers(view: &FormView) -> Vec<(AnswerAddress, &CellView)> {
    let mut found = Vec::new();
    for block in view.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks) {
        match block {
            BlockView::Field(field) => {
                found.push((AnswerAddress::new(field.row.clone(), &field.field.id), &field.cell));
            }
            BlockView::Table(table) | BlockView::Rows { table, .. } => {
                for row in table.rows() {
                    for (column, cell) in table.columns.iter().zip(&row.cells) {
                        if let Some(field) = &column.field {
                            found.push((AnswerAddress::new(row.id.clone(), &field.id), cell));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    found.retain(|(_, cell)| cell.asked && cell.value.as_ref().is_some_and(|v| !v.is_empty()));
    found
}

/// Words for a comparison: letters and digits only.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The words of a person, without the ids of citations.
fn written(value: &Value) -> String {
    let ids = value.citations();
    ids.iter().fold(value.plain_text(), |text, id| text.replace(&format!("[{id}]"), " "))
}

/// The hashes in the tags, by the tags without them.
fn hashes(part: &Element) -> BTreeMap<String, String> {
    let tags = part.named("w:sdt");
    let tags = tags.map(|control| control.child("w:sdtPr").map_or("", |of| of.value("w:tag")));
    let split = tags.filter_map(|tag| split_tag(tag));
    split.filter_map(|(tag, hashes)| Some((tag.to_owned(), hashes?.to_owned()))).collect()
}

fn controls(part: &Element) -> BTreeMap<String, &Element> {
    let controls = part.named("w:sdt");
    controls
        .map(|control| {
            let tag = control.child("w:sdtPr").map_or("", |of| of.value("w:tag"));
            let (tag, hash) = split_tag(tag).unwrap();
            assert!(hash.is_some() || tag.len() > 55, "{tag} tells whether its words changed");
            (tag.to_owned(), control.child("w:sdtContent").unwrap())
        })
        .collect()
}

fn is_open(control: &Element) -> bool {
    control.child("w:sdtPr").is_some_and(|of| of.child("w:showingPlcHdr").is_some())
}

#[test]
fn each_answer_stands_in_its_control_and_each_control_holds_an_answer() {
    let content = sample::content();
    let project = sample::project(&content);
    for form in ["edpb-dpia", "rar"] {
        let document = sample::report(&content, &project, form, Empty::LeaveOut);
        let package = sound(form, &to_docx(&document, None).unwrap());
        let text = package.part("word/document.xml");
        let controls = controls(text);
        let all = text.words();
        let known = words(&all);
        let view = view(&content, &project, form);
        let (mut held, mut texts) = (0, 0);
        let hashes = hashes(text);
        for (address, cell) in answers(&view) {
            let Some(value) = &cell.value else { continue };
            let prose = matches!(value, Value::Text(_) | Value::YesNo { .. } | Value::Line(_));
            if !prose {
                continue;
            }
            texts += 1;
            let plain = written(value);
            if let (Value::Text(_) | Value::Line(_), Some(hashes)) =
                (value, hashes.get(&address.to_string()))
            {
                let cites = !value.citations().is_empty();
                let same = is_as_exported(hashes, &value.plain_text(), cites);
                assert_eq!(same, Some(true), "{address}: {}", value.plain_text());
            }
            match controls.get(&address.to_string()) {
                Some(control) => {
                    held += 1;
                    let mut got = words(&control.words()).into_iter();
                    for word in words(&plain) {
                        assert!(got.any(|got| got == word), "{address}: {word} of {plain}");
                    }
                }
                None => {
                    for word in words(&plain) {
                        assert!(known.contains(&word), "{address}: {word} of {plain}");
                    }
                }
            }
        }
        assert!(texts > 100, "{form}: {texts} texts");
        assert!(held * 100 >= texts * 90, "{form}: {held} of {texts} texts stand in a control");
        for tag in controls.keys() {
            let (address, _) = AnswerAddress::from_tag(tag).unwrap();
            let row = project.row(&address.row);
            // The single row of a register exists only after its first answer.
            let register = address.row.as_str().replace('-', "_");
            assert!(
                row.is_some()
                    || content.templates.registers.iter().any(|known| known.id == register),
                "{tag} names a row"
            );
        }
    }
}

#[test]
fn what_is_not_answered_is_a_prompt_that_can_be_typed_over() {
    let content = sample::content();
    let mut project = sample::project(&content);
    project.rows.clear();
    let document = sample::report(&content, &project, "edpb-dpia", Empty::Say);
    let package = sound("empty", &to_docx(&document, None).unwrap());
    let text = package.part("word/document.xml");
    let open: Vec<&Element> = text.named("w:sdt").filter(|control| is_open(control)).collect();
    assert!(open.len() > 40, "{} prompts", open.len());
    for control in open {
        assert_eq!(control.child("w:sdtContent").unwrap().words().trim(), "Not filled in.");
    }
}

#[test]
fn labels_stand_outside_of_the_answer() {
    let content = sample::content();
    let project = sample::project(&content);
    let document = sample::report(&content, &project, "edpb-dpia", Empty::LeaveOut);
    let package = sound("DPIA", &to_docx(&document, None).unwrap());
    let text = package.part("word/document.xml");
    for control in text.named("w:sdtContent") {
        let labels = control.named("w:rStyle").filter(|style| style.get("w:val") == "Label");
        assert_eq!(labels.count(), 0, "{}", control.words());
    }
    assert!(text.named("w:rStyle").any(|style| style.get("w:val") == "Label"));
}
