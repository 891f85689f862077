//! Forms with a few answers.

use std::sync::LazyLock;

use serde_json::{Value as Json, json};
use vurder_content::Content;
use vurder_model::id::RowId;
use vurder_model::project::{Project, ProjectHead, Row};
use vurder_model::provider::Coverage;
use vurder_model::view::{FormSource, FormView, form_view};

/// A project with these rows (register and values) and nothing else.
pub(crate) fn project_with(form: &str, rows: &[(&str, Json)]) -> Project {
    let head: ProjectHead = serde_json::from_value(json!({
        "id": "p", "title": "P", "language": "en", "version": "0.1", "forms": [], "providers": [],
        "created": "2026-11-22T10:00:00Z", "trashed": null
    }))
    .unwrap();
    let rows = rows.iter().enumerate().map(|(at, (register, values))| Row {
        id: RowId::new(format!("r{at}")).unwrap(),
        register: (*register).to_owned(),
        key: (*register == form || *register == "method").then(|| "one".to_owned()),
        position: f64::from(u32::try_from(at).unwrap()),
        number: None,
        trashed: None,
        values: serde_json::from_value(values.clone()).unwrap(),
    });
    Project { head, rows: rows.collect(), citations: Vec::new() }
}

/// The source of the newest version of a form for this project.
pub(crate) fn source<'a>(form: &str, project: &'a Project) -> FormSource<'a> {
    static COVERAGE: LazyLock<Coverage> = LazyLock::new(Coverage::default);
    let content = Content::embedded();
    FormSource {
        project,
        template: content.templates.templates.iter().rfind(|t| t.id == form).unwrap(),
        registers: &content.templates.registers,
        former: &[],
        coverage: &COVERAGE,
        versions: &[],
        attachments: &[],
    }
}

/// The newest version of a form, for a project with these rows (register and values) and nothing else.
pub(crate) fn form_with(form: &str, rows: &[(&str, Json)]) -> FormView {
    form_view(&source(form, &project_with(form, rows)))
}
