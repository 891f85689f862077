//! `projects.yaml`: a problem in it is named with its line, and the program's own file is consistent.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use vurder_content::{Content, Files};
use vurder_model::field::FieldKind;
use vurder_model::next_step::Stage;

/// The problems of the program's own content when `from` is replaced by `to` in `projects.yaml`.
fn problems(from: &str, to: &str) -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let sound = fs::read_to_string(folder.join("projects.yaml")).unwrap();
    assert_eq!(sound.matches(from).count(), 1, "\"{from}\" stands in the file once");
    let line = sound[..sound.find(from).unwrap()].lines().count();
    let mut files = Files::read(&folder).unwrap().named("content");
    files.insert("projects.yaml", sound.replace(from, to));
    let problems = Content::from_files(&files).err().unwrap_or_default();
    let at = format!("content/projects.yaml:{line}: ");
    problems.iter().map(|problem| problem.to_string().replace(&at, "")).collect()
}

#[test]
fn names_that_lead_to_nothing_are_told_with_their_line() {
    for (from, to, problem) in [
        ("field: review_date}", "field: review}", "there is no field \"review\" of \"edpb-dpia\""),
        ("field: valid_until}", "field: valid_trigger}", "field \"valid_trigger\" is no day"),
        ("is: [implemented]", "is: [finished]", "field \"status\" has no option \"finished\""),
        (
            "{register: activity, field: deadline, whose: responsible, done:",
            "{register: activity, field: deadline, whose: who, done:",
            "there is no field \"who\" of \"activity\"",
        ),
        ("sections: [\"8\"]", "sections: [\"18\"]", "form \"rar\" has no section \"18\""),
        ("form: screening,", "form: screen,", "there is no form \"screen\""),
        ("registers: [role,", "registers: [wish,", "there is no register \"wish\""),
        ("source: [date]", "source: [day]", "there is no field \"day\" of \"source\""),
    ] {
        assert_eq!(problems(from, to), [problem], "{to}");
    }
    let unknown = problems("left_out:", "leave_out:");
    assert!(unknown.len() == 1 && unknown[0].contains("leave_out"), "{unknown:?}");
}

#[test]
fn each_section_of_each_form_belongs_to_one_stage() {
    let content = Content::embedded();
    for form in &content.templates.templates {
        for section in &form.sections {
            let stages = content.projects.stages.iter();
            let of =
                stages.filter(|rule| rule.form == form.id && rule.sections.contains(&section.id));
            assert_eq!(of.count(), 1, "{} {}", form.id, section.id);
        }
    }
    let told: BTreeSet<Stage> = content.projects.stages.iter().map(|rule| rule.stage).collect();
    assert_eq!(told.into_iter().collect::<Vec<_>>(), Stage::ALL);
}

/// A field that asks for a deadline must be in the list of duties, or the deadline would be forgotten.
#[test]
fn each_deadline_of_a_register_is_a_duty() {
    let content = Content::embedded();
    for register in &content.templates.registers {
        for field in register.fields.iter().filter(|field| field.kind == FieldKind::Date) {
            let is_past =
                ["date", "sent", "answered", "agreement_date", "checked", "closed", "edited"];
            let duties = content.projects.duties.iter();
            let mut of = duties.filter(|d| d.register == register.id && d.field == field.id);
            let is_duty = of.next().is_some();
            let past = is_past.contains(&field.id.as_str());
            assert!(
                is_duty != past,
                "{}.{} is a duty or a day that has passed",
                register.id,
                field.id
            );
        }
    }
}
