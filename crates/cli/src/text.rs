//! Answers as they are printed: JSON for programs, a few plain lines for people.

use serde::Serialize;
use serde_json::Value as Json;
use vurder_app::commands as all_commands;

use crate::print::{Refusal, complain, say};

pub(crate) fn print(answer: &impl Serialize) -> Result<(), Refusal> {
    let text = serde_json::to_string_pretty(answer).map_err(|e| Refusal::of(e.to_string()))?;
    say!("{text}")
}

pub(crate) fn commands(json: bool) -> Result<(), Refusal> {
    let commands = all_commands();
    if json {
        return print(&commands);
    }
    for command in commands {
        let fields = command.arguments["properties"].as_object();
        let required = command.arguments["required"].as_array();
        let is_required = |name: &str| required.is_some_and(|r| r.iter().any(|f| f == name));
        let names: Vec<String> = fields
            .into_iter()
            .flatten()
            .map(|(name, _)| if is_required(name) { name.clone() } else { format!("[{name}]") })
            .collect();
        say!("{:<16} {}", command.name, command.about)?;
        if !names.is_empty() {
            say!("{:<16} {}", "", names.join(" "))?;
        }
    }
    Ok(())
}

pub(crate) fn projects(projects: &Json, json: bool) -> Result<(), Refusal> {
    if json {
        return print(projects);
    }
    for project in projects.as_array().into_iter().flatten() {
        say!("{}  {}", words(&project["head"]["id"]), words(&project["head"]["title"]))?;
        forms(&project["forms"])?;
    }
    Ok(())
}

pub(crate) fn overviews(projects: &[Json], json: bool) -> Result<(), Refusal> {
    if json {
        return print(&projects);
    }
    for project in projects {
        say!("{}  {}", words(&project["head"]["id"]), words(&project["head"]["title"]))?;
        forms(&project["forms"])?;
        for gap in gaps(project) {
            say!("  {gap}")?;
        }
    }
    Ok(())
}

fn forms(forms: &Json) -> Result<(), Refusal> {
    for form in forms.as_array().into_iter().flatten() {
        let progress = &form["progress"];
        say!(
            "  {}: {} of {} parts filled",
            words(&form["short"]),
            progress["filled"],
            progress["required"]
        )?;
    }
    Ok(())
}

fn gaps(project: &Json) -> Vec<String> {
    let mut lines = Vec::new();
    for form in project["forms"].as_array().into_iter().flatten() {
        for gap in form["progress"]["gaps"].as_array().into_iter().flatten() {
            let lacks: Vec<&str> =
                gap["lacks"].as_array().into_iter().flatten().map(words).collect();
            let what = match words(&gap["kind"]) {
                "incomplete" => format!("without {}", lacks.join(" and ")),
                "off_scale" => "outside the scale".to_owned(),
                _ => "open".to_owned(),
            };
            lines.push(format!(
                "{} {}: {} ({} of {} {what})",
                words(&form["short"]),
                words(&gap["part"]),
                words(&gap["label"]),
                gap["missing"],
                gap["of"]
            ));
        }
    }
    lines
}

pub(crate) fn hits(result: &Json, json: bool) -> Result<(), Refusal> {
    if json {
        return print(result);
    }
    for hit in result["hits"].as_array().into_iter().flatten() {
        let pieces = hit["snippet"].as_array().into_iter().flatten();
        let snippet: String = pieces.map(words).collect();
        say!("{} · {}\n  {snippet}", words(&hit["context"]), words(&hit["title"]))?;
    }
    Ok(())
}

pub(crate) fn exported(written: &Json) -> Result<(), Refusal> {
    say!("{}: {} pages, {} bytes", words(&written["path"]), written["pages"], written["bytes"])?;
    let missing: Vec<&str> =
        written["missing_glyphs"].as_array().into_iter().flatten().map(words).collect();
    if !missing.is_empty() {
        complain(&format!(
            "No font has these characters; they are drawn as boxes: {}",
            missing.join(" ")
        ));
    }
    Ok(())
}

fn words(json: &Json) -> &str {
    json.as_str().unwrap_or_default()
}
