//! The command `content`: what the providers publish, and whether content files are correct.

use std::path::Path;
use std::process::ExitCode;

use serde_json::json;
use vurder_app::{App, RevisionView};
use vurder_content::{Content, Files, missing_words, msg};
use vurder_model::provider::PackOrigin;

use crate::arguments::{ContentVerb, PackFormat};
use crate::open;
use crate::print::{Refusal, say, words};
use crate::text;

pub(crate) fn run(what: ContentVerb) -> Result<ExitCode, Refusal> {
    match what {
        ContentVerb::List { workspace: Some(workspace), json } => {
            list_of_workspace(&mut open(&workspace)?, json)?;
        }
        ContentVerb::List { workspace: None, json } => list(json)?,
        ContentVerb::Export { format: PackFormat::Pack, project: Some(_), .. } => {
            return Err(Refusal::of(&msg::cli_content_export_no_remarks()));
        }
        ContentVerb::Export { workspace, provider, revision, format, project, out } => {
            let mut arguments =
                json!({ "provider": provider, "format": format.name(), "out": out });
            for (name, value) in [("revision", revision), ("project", project)] {
                if let Some(value) = value {
                    arguments[name] = json!(value);
                }
            }
            open(&workspace)?.call("export_pack", arguments)?;
        }
        ContentVerb::Check { dir } => {
            let Some(dir) = dir else {
                // The build has checked this content. Here it is read again.
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

/// Prints how much was read, so that nobody takes an empty folder for correct content.
fn nothing_wrong(content: &Content) -> Result<(), Refusal> {
    let statements: usize = content.newest_packs().map(|p| p.statements.len()).sum();
    let (providers, topics) = (content.newest_packs().count(), content.topics.len());
    let forms = content.templates.templates.len();
    say!("{}", words(&msg::cli_content_right(providers, statements, topics, forms)))
}

/// Prints what incomplete languages lack. This is no error: the program does not offer them yet.
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
        return text::print(&json!({ "providers": providers, "rules": vurder_app::rules() }));
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

/// Every revision in a workspace: those of the program and those that were imported. JSON has the providers as without
/// a workspace, and beside them all revisions.
fn list_of_workspace(app: &mut App, as_json: bool) -> Result<(), Refusal> {
    let revisions = app.call("revisions", json!({}))?;
    if as_json {
        let library = app.call("library", json!({}))?;
        let all = json!({
            "providers": library["providers"], "revisions": revisions, "rules": vurder_app::rules(),
        });
        return text::print(&all);
    }
    let revisions: Vec<RevisionView> = text::typed(revisions)?;
    for of_provider in revisions.chunk_by(|a, b| a.provider == b.provider) {
        for (i, revision) in of_provider.iter().enumerate() {
            if i == 0 {
                let (name, id) = (&revision.provider_name, &revision.provider);
                say!("{}", words(&msg::cli_provider_of_workspace(name, id)))?;
            }
            say!("  {}", revision_in_words(revision))?;
        }
    }
    Ok(())
}

fn revision_in_words(revision: &RevisionView) -> String {
    let origin = match revision.origin {
        PackOrigin::Bundled => msg::cli_revision_bundled(),
        PackOrigin::Imported => msg::cli_revision_imported(),
    };
    let day = revision.captured.map(|day| msg::cli_revision_of_day(day.to_string()));
    let (pages, passages, statements) = (revision.pages, revision.passages, revision.statements);
    let numbers = words(&msg::cli_revision_numbers(pages, passages, statements));
    let not_stated =
        revision.topics_not_stated.map(|count| words(&msg::cli_revision_not_stated(count)));
    let numbers: Vec<String> = std::iter::once(numbers).chain(not_stated).collect();
    let about = [Some(msg::cli_revision(&revision.revision)), Some(origin), day];
    let about: Vec<String> = about.iter().flatten().map(words).collect();
    format!("{}: {}", about.join(", "), numbers.join("; "))
}
