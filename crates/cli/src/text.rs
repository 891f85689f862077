//! Prints answers: JSON for programs, plain lines for people.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use vurder_app::commands as all_commands;
use vurder_content::msg;

use crate::print::{Refusal, complain, say, words};

pub(crate) fn print(answer: &impl Serialize) -> Result<(), Refusal> {
    let text = serde_json::to_string_pretty(answer).map_err(|e| Refusal::Told(e.to_string()))?;
    say!("{text}")
}

/// Converts the answer of a command into its type.
pub(crate) fn typed<T: DeserializeOwned>(answer: Json) -> Result<T, Refusal> {
    serde_json::from_value(answer).map_err(|e| Refusal::Told(e.to_string()))
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
        say!("{}  {}", string(&project["head"]["id"]), string(&project["head"]["title"]))?;
        forms(&project["forms"])?;
    }
    Ok(())
}

pub(crate) fn overviews(projects: &[Json], json: bool) -> Result<(), Refusal> {
    if json {
        return print(&projects);
    }
    for project in projects {
        say!("{}  {}", string(&project["head"]["id"]), string(&project["head"]["title"]))?;
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
        let line = msg::cli_progress(
            string(&form["short"]),
            number(&progress["filled"]),
            number(&progress["required"]),
        );
        say!("  {}", words(&line))?;
    }
    Ok(())
}

fn gaps(project: &Json) -> Vec<String> {
    let mut lines = Vec::new();
    for form in project["forms"].as_array().into_iter().flatten() {
        for gap in form["progress"]["gaps"].as_array().into_iter().flatten() {
            let lacks: Vec<&str> =
                gap["lacks"].as_array().into_iter().flatten().map(string).collect();
            let what = match string(&gap["kind"]) {
                "incomplete" => msg::cli_gap_without(lacks.join(", ")),
                "off_scale" => msg::cli_gap_off_scale(),
                _ => msg::cli_gap_open(),
            };
            lines.push(words(&msg::cli_gap(
                string(&form["short"]),
                string(&gap["part"]),
                string(&gap["label"]),
                number(&gap["missing"]),
                number(&gap["of"]),
                what,
            )));
        }
    }
    lines
}

pub(crate) fn hits(result: &Json, json: bool) -> Result<(), Refusal> {
    if json {
        return print(result);
    }
    if result["hits"].as_array().is_none_or(Vec::is_empty) {
        return say!("{}", words(&msg::cli_search_nothing()));
    }
    for hit in result["hits"].as_array().into_iter().flatten() {
        let pieces = hit["snippet"].as_array().into_iter().flatten();
        let snippet: String = pieces.map(string).collect();
        say!("{} · {}\n  {snippet}", string(&hit["context"]), string(&hit["title"]))?;
    }
    Ok(())
}

pub(crate) fn exported(written: &Json) -> Result<(), Refusal> {
    let (pages, bytes) = (number(&written["pages"]), number(&written["bytes"]));
    let path = string(&written["path"]);
    let words_of_it = match pages {
        0 => msg::cli_exported_docx(path, bytes),
        _ => msg::cli_exported(path, pages, bytes),
    };
    say!("{}", words(&words_of_it))?;
    let list = |key: &str| written[key].as_array().into_iter().flatten();
    let missing: Vec<String> = list("missing_glyphs").map(missing_character).collect();
    if !missing.is_empty() {
        complain(&words(&msg::cli_missing_glyphs(missing.join(", "))));
    }
    let fonts: Vec<&str> = list("fonts").map(string).collect();
    if !fonts.is_empty() {
        complain(&words(&msg::cli_fonts_of_computer(fonts.join(", "))));
    }
    let names: Vec<&str> = list("names").map(string).collect();
    if !names.is_empty() {
        complain(&words(&msg::cli_names_in_cut(names.join(", "))));
    }
    Ok(())
}

/// A character without a font: "🌲 (U+1F332, page 3)".
fn missing_character(missing: &Json) -> String {
    let pages = missing["pages"].as_array().into_iter().flatten();
    let pages: Vec<String> = pages.map(|page| number(page).to_string()).collect();
    let (character, code) = (string(&missing["character"]), string(&missing["code"]));
    words(&msg::cli_missing_glyph(pages.len(), character, code, pages.join(", ")))
}

fn string(json: &Json) -> &str {
    json.as_str().unwrap_or_default()
}

fn number(json: &Json) -> u64 {
    json.as_u64().unwrap_or_default()
}
