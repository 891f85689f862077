//! The report knows no field by its id: with other ids in templates and answers, its text is the same.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

mod sample;

use std::process::Command;

use serde_json::Value as Json;
use vurder_content::Content;
use vurder_model::project::Project;
use vurder_report::{Empty, render};

/// Fields that the program uses, and some others. They are renamed in each register that has them.
const RENAMED: [&str; 24] = [
    "name",
    "provider",
    "concerns",
    "title",
    "status",
    "evidence",
    "risks",
    "measure",
    "serves",
    "by",
    "org_likelihood",
    "org_severity",
    "org_residual_likelihood",
    "org_residual_severity",
    "ds_likelihood",
    "ds_severity",
    "ds_residual_likelihood",
    "ds_residual_severity",
    "basis_why",
    "org_likelihood_why",
    "statement",
    "judgement",
    "note",
    "special",
];

fn renamed(id: &str) -> Option<String> {
    RENAMED.contains(&id).then(|| format!("{id}-2"))
}

/// Renames fields of registers and all references to them. The fields of the method stay.
fn rename(json: &mut Json) {
    match json {
        Json::Array(all) => all.iter_mut().for_each(rename),
        Json::Object(map) => {
            for (key, value) in map.iter_mut() {
                let words = value.as_str().map(str::to_owned);
                let new = match (key.as_str(), words) {
                    ("field" | "by" | "label_field" | "reason_of", Some(id)) => renamed(&id),
                    ("named_by", Some(path)) => path.split_once('.').and_then(|(register, id)| {
                        renamed(id).map(|id| format!("{register}.{id}"))
                    }),
                    _ => None,
                };
                match new {
                    Some(new) => *value = Json::String(new),
                    None => rename(value),
                }
            }
            if let Some(Json::Array(fields)) = map.get_mut("fields") {
                for field in fields {
                    if let Some(new) = field["id"].as_str().and_then(renamed) {
                        field["id"] = Json::String(new);
                    }
                }
            }
        }
        _ => {}
    }
}

fn text(content: &Content, project: &Project, form: &str) -> String {
    let made = render(&sample::report(content, project, form, Empty::LeaveOut)).unwrap();
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), made.pdf).unwrap();
    let output = Command::new("pdftotext").arg("-layout").arg(file.path()).arg("-").output();
    String::from_utf8(output.expect("poppler").stdout).unwrap()
}

#[test]
fn other_ids_of_fields_change_nothing_in_the_reports() {
    let content = sample::content();
    let project = sample::project(&content);
    let mut other = content.clone();
    let change = |json: serde_json::Result<Json>| {
        let mut json = json.unwrap();
        rename(&mut json);
        json
    };
    other.templates.registers =
        serde_json::from_value(change(serde_json::to_value(&content.templates.registers))).unwrap();
    other.templates.templates =
        serde_json::from_value(change(serde_json::to_value(&content.templates.templates))).unwrap();
    let mut moved = project.clone();
    let single =
        |register: &str| register == "method" || register == "rar" || register == "edpb-dpia";
    for row in moved.rows.iter_mut().filter(|row| !single(&row.register)) {
        let values = std::mem::take(&mut row.values);
        row.values =
            values.into_iter().map(|(id, value)| (renamed(&id).unwrap_or(id), value)).collect();
    }
    assert!(other.templates.registers.iter().any(|r| r.field("concerns-2").is_some()));
    for form in ["edpb-dpia", "rar"] {
        let (before, after) = (text(&content, &project, form), text(&other, &moved, form));
        let differs = before.lines().zip(after.lines()).find(|(one, two)| one != two);
        assert_eq!(differs, None, "{form}");
        assert_eq!(before.lines().count(), after.lines().count(), "{form}");
    }
}
