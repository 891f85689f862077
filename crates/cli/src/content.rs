//! `content`: what the providers publish, and whether content files are in order.

use std::path::Path;
use std::process::ExitCode;

use serde_json::json;
use vurder_content::{Content, Files, missing_words};

use crate::arguments::ContentVerb;
use crate::print::{Refusal, say};
use crate::text;

pub(crate) fn run(what: ContentVerb) -> Result<ExitCode, Refusal> {
    match what {
        ContentVerb::List { json } => list(json)?,
        ContentVerb::Check { dir } => {
            let Some(dir) = dir else {
                // The content in the program was checked when it was built, and is read again here.
                nothing_wrong(Content::embedded())?;
                return Ok(ExitCode::SUCCESS);
            };
            let problems = vurder_content::check(&dir);
            for problem in &problems {
                say!("{problem}")?;
            }
            match Content::read(&dir) {
                Ok(content) if problems.is_empty() => {
                    nothing_wrong(&content)?;
                    missing(&content, &dir)?;
                }
                _ => return Err(Refusal::of(format!("{} to mend", problems.len()))),
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What was read, so that nobody takes an empty folder for one without mistakes.
fn nothing_wrong(content: &Content) -> Result<(), Refusal> {
    let statements: usize = content.packs.iter().map(|p| p.statements.len()).sum();
    say!(
        "{} providers, {statements} statements, {} topics, {} forms: nothing wrong",
        content.packs.len(),
        content.topics.len(),
        content.templates.templates.len()
    )
}

/// What the languages in the making lack. It is no mistake, and they are not offered yet.
fn missing(content: &Content, dir: &Path) -> Result<(), Refusal> {
    let Ok(files) = Files::read(dir) else { return Ok(()) };
    for problem in missing_words(content, &files) {
        say!("{problem}")?;
    }
    Ok(())
}

fn list(as_json: bool) -> Result<(), Refusal> {
    let providers = vurder_app::providers();
    if as_json {
        return text::print(&json!({ "providers": providers }));
    }
    for p in providers {
        say!("{} ({}), read {}", p.name, p.id, p.captured)?;
        say!("  {} pages, {} statements, {} actions", p.pages.len(), p.statements, p.actions)?;
        say!("  not stated: {}", p.topics_not_stated.join(", "))?;
    }
    Ok(())
}
