//! A project ten times the size of the sample, made by the commands that a person would give.

use std::collections::HashSet;
use std::io;

use serde_json::{Value as Json, json};
use vurder_app::App;

/// The commands of the sample, one a line.
const SAMPLE: &str = include_str!("../../content/samples/cohort.jsonl");

/// The id of the project that [`make`] makes. Each first sample of a workspace has it.
pub const PROJECT: &str = "sample";

/// Makes the sample, and adds each of its rows `times - 1` times more. A copy of a row refers to the copies of the rows
/// that the row refers to.
///
/// # Errors
/// When a command is refused.
pub fn make(app: &mut App, times: usize) -> io::Result<()> {
    let refused = |e: vurder_app::AppError| io::Error::other(format!("{e} {}", e.detail));
    app.call("sample", json!({})).map_err(refused)?;
    let rows: Vec<Json> = SAMPLE
        .lines()
        .map(serde_json::from_str)
        .filter(|line| line.as_ref().is_ok_and(|line: &Json| line["command"] == "add_row"))
        .collect::<Result<_, _>>()?;
    let ids: HashSet<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
    for copy in 2..=times {
        for row in &rows {
            let mut row = renamed(row, &ids, copy);
            if let Some(row) = row.as_object_mut() {
                row.remove("command");
                row.insert("project".to_owned(), PROJECT.into());
            }
            app.call("add_row", row).map_err(refused)?;
        }
    }
    Ok(())
}

/// Adds risks like those of the sample until the project has `count` risks. The added ones have no measures.
///
/// # Errors
/// When a command is refused.
pub fn more_risks(app: &mut App, count: usize) -> io::Result<()> {
    let lines: Vec<Json> = SAMPLE.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let risks: Vec<&Json> = lines
        .iter()
        .filter(|line| line["command"] == "add_row" && line["register"] == "risk")
        .collect();
    let ids: HashSet<&str> = risks.iter().filter_map(|row| row["id"].as_str()).collect();
    let more = risks.iter().cycle().skip(risks.len()).take(count.saturating_sub(risks.len()));
    for (at, risk) in more.enumerate() {
        let mut row = renamed(risk, &ids, at + 2);
        if let Some(row) = row.as_object_mut() {
            row.remove("command");
            row.insert("project".to_owned(), PROJECT.into());
        }
        app.call("add_row", row).map_err(|e| io::Error::other(format!("{e} {}", e.detail)))?;
    }
    Ok(())
}

/// The JSON with another name for each of these ids.
fn renamed(json: &Json, ids: &HashSet<&str>, copy: usize) -> Json {
    match json {
        Json::String(text) if ids.contains(text.as_str()) => format!("{text}-{copy}").into(),
        Json::Array(all) => all.iter().map(|one| renamed(one, ids, copy)).collect(),
        Json::Object(fields) => {
            fields.iter().map(|(name, value)| (name.clone(), renamed(value, ids, copy))).collect()
        }
        other => other.clone(),
    }
}
