//! A view that follows a change of an answer is the view that is built from nothing.
#![allow(clippy::unwrap_used, missing_docs, unused_crate_dependencies)]

mod answered_form;

use std::collections::BTreeSet;
use std::sync::Arc;

use answered_form::{form_with, project_with, source};
use serde_json::{Value as Json, json};
use vurder_content::Content;
use vurder_model::field::{Field, FieldKind, Register};
use vurder_model::id::RowId;
use vurder_model::project::{Project, Row};
use vurder_model::value::Value;
use vurder_model::view::{BlockView, FormView, LiveForm, RowView, Touch, form_view};

/// All registers that a form shows, with the form's own answers as the last one.
fn registers(form: &str) -> Vec<Register> {
    let content = Content::embedded();
    let template = content.templates.templates.iter().rfind(|t| t.id == form).unwrap();
    let shared = content.templates.registers.iter().chain(&template.registers);
    shared.cloned().chain([template.own_register()]).collect()
}

/// A project with two rows of each register, each with a name. Single registers have one.
fn project(form: &str, registers: &[Register]) -> Project {
    let mut rows: Vec<(&str, Json)> = Vec::new();
    for register in registers {
        let names = register.field(&register.label_field).map(|field| &field.kind);
        let name = match names {
            Some(FieldKind::Line) => json!({"kind": "line", "value": "A name"}),
            Some(FieldKind::Text) => json!({"kind": "text", "value": "A name"}),
            _ => Json::Null,
        };
        let mut values = json!({});
        if !name.is_null() {
            values[&register.label_field] = name;
        }
        let copies = if register.single { 1 } else { 2 };
        rows.extend((0..copies).map(|_| (register.id.as_str(), values.clone())));
    }
    let mut project = project_with(form, &rows);
    for row in &mut project.rows {
        let single = registers.iter().any(|known| known.id == row.register && known.single);
        row.key = single.then(|| "one".to_owned());
    }
    name_first_rows(&mut project, registers);
    project
}

/// Makes the last row of each register name the first row of each register that its fields can name.
fn name_first_rows(project: &mut Project, registers: &[Register]) {
    for register in registers {
        for field in register.fields.iter().filter(|field| field.kind == FieldKind::Refs) {
            let first = |to: &String| of_register(project, to).next().map(|row| row.id.clone());
            let named: Vec<RowId> = field.to.iter().filter_map(first).collect();
            if let Some(row) = project.rows.iter_mut().rfind(|row| row.register == register.id) {
                row.values.insert(field.id.clone(), Value::Refs(named));
            }
        }
    }
}

/// Answers for a field: they differ, and fit it.
fn answers(field: &Field, project: &Project) -> Vec<Value> {
    let of = |value: Json| serde_json::from_value(value).unwrap();
    let option = |at: usize| field.options.get(at).map(|option| option.id.clone());
    match field.kind {
        FieldKind::Text => vec![Value::Text("Ten years, and then it goes.".to_owned())],
        FieldKind::Line => vec![Value::Line("Another name".to_owned())],
        FieldKind::Date => vec![of(json!({"kind": "date", "value": "2026-11-22"}))],
        FieldKind::Choice => {
            let all = (0..field.options.len()).filter_map(option);
            all.map(|id| of(json!({"kind": "choice", "value": {"option": id}}))).collect()
        }
        FieldKind::Choices => {
            let all = (0..field.options.len()).filter_map(option);
            all.map(|id| of(json!({"kind": "choices", "value": [{"option": id}]}))).collect()
        }
        FieldKind::YesNo => [true, false]
            .map(|answer| Value::YesNo { answer, reason: "Because.".to_owned() })
            .into(),
        FieldKind::Refs => {
            let rows = project.rows.iter().filter(|row| field.to.contains(&row.register));
            rows.map(|row| Value::Refs(vec![row.id.clone()])).collect()
        }
        FieldKind::Level => vec![Value::Level(1), Value::Level(4)],
        FieldKind::Scale => vec![of(json!({"kind": "scale", "value": [
            {"label": "low", "meaning": "seldom", "acceptable": true},
            {"label": "high", "meaning": "often", "accepted_by": "Head"},
        ]}))],
        FieldKind::Matrix => vec![Value::Matrix(vec![vec![1, 1, 2, 2]; 4])],
        FieldKind::Citations => Vec::new(),
        FieldKind::Acceptance => vec![of(json!({"kind": "acceptance", "value": {
            "accepted": true, "name": "Kari", "role": "Head", "date": "2026-11-22",
        }}))],
    }
}

/// Changes one answer, follows it, and compares the view with one that is built from nothing.
fn follow(form: &str, live: &mut LiveForm, after: &Project, row: &RowId, field: &str) {
    let register = after.rows.iter().find(|known| known.id == *row).unwrap().register.clone();
    let fields = BTreeSet::from([(register.clone(), field.to_owned())]);
    let touch = Touch { fields, ..Touch::default() };
    live.follow(&source(form, after), &touch, std::slice::from_ref(row));
    let built = form_view(&source(form, after));
    assert!(*live.view() == built, "{form}: {register}.{field} of {row} changed");
}

/// Every field of every register changes, in a project in which measures treat risks, and back again.
fn every_answer_can_change(form: &str) {
    let registers = registers(form);
    let mut before = project(form, &registers);
    let risks: Vec<RowId> = of_register(&before, "risk").map(|row| row.id.clone()).collect();
    for row in before.rows.iter_mut().filter(|row| row.register == "measure").take(1) {
        row.values.insert("risks".to_owned(), Value::Refs(risks.clone()));
    }
    let mut live = LiveForm::new(&source(form, &before));
    let mut changes = 0;
    for register in &registers {
        let Some(at) = before.rows.iter().position(|row| row.register == register.id) else {
            continue;
        };
        let row = before.rows[at].id.clone();
        for field in &register.fields {
            for answer in answers(field, &before) {
                let mut after = before.clone();
                after.rows[at].values.insert(field.id.clone(), answer);
                follow(form, &mut live, &after, &row, &field.id);
                follow(form, &mut live, &before, &row, &field.id);
                changes += 1;
            }
        }
    }
    assert!(changes > 200, "{changes}");
}

fn of_register<'a>(project: &'a Project, register: &'a str) -> impl Iterator<Item = &'a Row> {
    project.rows.iter().filter(move |row| row.register == register)
}

#[test]
fn a_dpia_that_follows_a_change_is_the_one_that_is_built_from_nothing() {
    every_answer_can_change("edpb-dpia");
}

#[test]
fn a_risk_report_that_follows_a_change_is_the_one_that_is_built_from_nothing() {
    every_answer_can_change("rar");
}

fn rows(view: &FormView) -> Vec<Arc<RowView>> {
    let parts = view.sections.iter().flat_map(|section| &section.parts);
    let tables = parts.flat_map(|part| &part.blocks).filter_map(|block| match block {
        BlockView::Table(table) => Some(table),
        _ => None,
    });
    tables.flat_map(|table| &table.groups).flat_map(|group| group.rows.clone()).collect()
}

#[test]
fn rows_that_a_change_did_not_touch_are_shared_with_the_view_before() {
    let registers = registers("rar");
    let mut before = project("rar", &registers);
    let concerns = json!({"kind": "choices", "value": [{"option": "organisation"}]});
    for row in before.rows.iter_mut().filter(|row| row.register == "risk") {
        let concerns = serde_json::from_value(concerns.clone()).unwrap();
        row.values.insert("concerns".to_owned(), concerns);
    }
    assert!(rows(&form_with("rar", &[])).is_empty(), "all rows are those of the project");
    let mut live = LiveForm::new(&source("rar", &before));
    let earlier = rows(live.view());
    let risk = of_register(&before, "risk").next().unwrap().id.clone();
    let mut after = before.clone();
    let changed = after.rows.iter_mut().find(|row| row.id == risk).unwrap();
    changed.values.insert("org_severity".to_owned(), Value::Level(3));
    follow("rar", &mut live, &after, &risk, "org_severity");
    let now = rows(live.view());
    let built_anew: Vec<&RowId> = now
        .iter()
        .filter(|row| !earlier.iter().any(|was| Arc::ptr_eq(was, row)))
        .map(|row| &row.id)
        .collect();
    assert!(!built_anew.is_empty() && built_anew.iter().all(|id| **id == risk), "{built_anew:?}");
}
