//! `content`: what the providers publish, and whether content files are in order.

use std::path::Path;
use std::process::ExitCode;

use serde_json::json;
use vurder_content::{Content, Files, missing_words, msg};

use crate::arguments::ContentVerb;
use crate::print::{Refusal, say, words};
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
                _ => return Err(Refusal::of(&msg::cli_content_wrong(problems.len()))),
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What was read, so that nobody takes an empty folder for one without mistakes.
fn nothing_wrong(content: &Content) -> Result<(), Refusal> {
    let statements: usize = content.newest_packs().map(|p| p.statements.len()).sum();
    let (providers, topics) = (content.newest_packs().count(), content.topics.len());
    let forms = content.templates.templates.len();
    say!("{}", words(&msg::cli_content_right(providers, statements, topics, forms)))
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
        let numbers = msg::cli_provider_numbers(p.pages.len(), p.statements, p.actions);
        let line = match p.captured {
            Some(day) => msg::cli_provider(p.name, p.id, day),
            None => msg::cli_provider_undated(p.name, p.id),
        };
        say!("{}", words(&line))?;
        say!("  {}", words(&numbers))?;
        say!("  {}", words(&msg::cli_not_stated(p.topics_not_stated.join(", "))))?;
    }
    Ok(())
}
