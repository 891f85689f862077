//! The command `export`: writes a report as PDF or Word file, whole or cut, or tells what a cut leaves out.

use serde_json::{Value as Json, json};
use vurder_app::App;
use vurder_content::msg;

use crate::arguments::Report;
use crate::print::{Refusal, say, words};
use crate::text;

/// Writes a report, or with `--look` tells what its cut leaves out.
pub(crate) fn run(app: &mut App, of: &Report) -> Result<(), Refusal> {
    let sections = (!of.sections.is_empty()).then_some(&of.sections);
    let mut arguments = json!({
        "project": of.project, "form": of.form, "cut": of.cut, "sections": sections,
        "without_summary": of.without_summary, "with_summary": of.with_summary,
        "provider": of.provider,
    });
    if of.look {
        return look(&app.call("cut_contents", arguments)?);
    }
    for (key, value) in [
        ("out", json!(of.out)),
        ("date", json!(of.date)),
        ("empty", json!(of.empty.name())),
        ("format", json!(of.format.name())),
        ("archival", json!(of.archival)),
        ("with_project", json!(of.with_project)),
        ("with_answers", json!(of.with_answers)),
        ("since", json!(of.since)),
        ("redline", json!(of.redline)),
    ] {
        arguments[key] = value;
    }
    text::exported(&app.call("export", arguments)?)
}

fn look(contents: &Json) -> Result<(), Refusal> {
    let lists = [
        (msg::cut_left_sections(), "left_out_sections"),
        (msg::cut_left_registers(), "left_out_rows"),
        (msg::cut_left_answers(), "left_out_answers"),
        (msg::cut_left_besides(), "left_out_besides"),
        (msg::cut_goes_along(), "goes_along"),
        (msg::cut_names(), "names"),
    ];
    let mut nothing = true;
    for (heading, key) in lists {
        let lines: Vec<&str> =
            contents[key].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
        if !lines.is_empty() {
            nothing = false;
            say!("{}", words(&heading))?;
            for line in lines {
                say!("  {line}")?;
            }
        }
    }
    if nothing {
        say!("{}", words(&msg::cut_left_nothing()))?;
    }
    Ok(())
}
