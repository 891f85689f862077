//! `vurder-cli`: the commands of the app without a window, for scripts, tests and support.
//!
//! Exit codes: 0 done; 1 refused with a message on standard error, or a refused line of `apply`; 2 wrong usage;
//! 3 findings with `--fail-on`.
#![deny(clippy::print_stdout, clippy::print_stderr)]

mod apply;
mod arguments;
mod content;
mod drift;
mod export;
mod findings;
mod help;
mod import;
mod misuse;
mod print;
mod remarks;
mod text;

use std::path::Path;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;
use serde_json::{Value as Json, json};
use vurder_app::{App, OpenOptions, program_language};

use crate::arguments::{Arguments, Verb};
use crate::print::{Refusal, complain, finish, say};

fn main() -> ExitCode {
    let arguments = help::command_line()
        .try_get_matches()
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let ended = match arguments {
        Ok(arguments) => run(arguments.verb),
        Err(error) => not_run(&error),
    };
    match ended.and_then(|code| finish().map(|()| code)) {
        Ok(code) => code,
        Err(Refusal::Unread) => ExitCode::SUCCESS,
        Err(Refusal::Told(words)) => {
            complain(&words);
            ExitCode::from(1)
        }
    }
}

/// Prints the help or the version, or tells what is wrong with the command line.
fn not_run(error: &clap::Error) -> Result<ExitCode, Refusal> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            say!("{}", error.render().to_string().trim_end())?;
            return Ok(ExitCode::SUCCESS);
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            complain(error.render().to_string().trim_end());
        }
        _ => {
            let arguments = std::env::args_os().skip(1).map(|a| a.to_string_lossy().into_owned());
            complain(&misuse::told(error, &help::named_command(arguments)));
        }
    }
    Ok(ExitCode::from(2))
}

/// Opens a workspace that must exist: a mistyped name must not make a new workspace.
fn open(workspace: &Path) -> Result<App, Refusal> {
    open_with(OpenOptions::existing(workspace))
}

/// Opens a workspace, or makes it if it does not exist.
fn open_or_make(workspace: &Path) -> Result<App, Refusal> {
    open_with(OpenOptions::new(workspace))
}

fn open_with(options: OpenOptions) -> Result<App, Refusal> {
    Ok(App::open(OpenOptions { language: program_language().to_owned(), ..options })?)
}

fn run(verb: Verb) -> Result<ExitCode, Refusal> {
    match verb {
        Verb::Content { what } => return content::run(what),
        Verb::Help { command } => match help::help_of(&command) {
            Ok(help) => say!("{}", help.trim_end())?,
            Err(unknown) => {
                complain(&misuse::unknown_command(unknown));
                return Ok(ExitCode::from(2));
            }
        },
        Verb::Bindings => say!("{}", vurder_app::bindings().trim_end())?,
        Verb::Commands { json } => text::commands(json)?,
        Verb::Apply { workspace, file } => return apply::run(&workspace, file.as_deref()),
        Verb::Sample { workspace } => {
            let made = open_or_make(&workspace)?.call("sample", json!({}))?;
            say!("{}", made["project"].as_str().unwrap_or_default())?;
        }
        Verb::Projects { workspace, json } => {
            let projects = open(&workspace)?.call("projects", json!({}))?;
            text::projects(&projects, json)?;
        }
        Verb::Show { workspace, project, form, json } => {
            show(&mut open(&workspace)?, project, form, json)?;
        }
        Verb::Search { workspace, project, json, query } => {
            let arguments = json!({ "query": query.join(" "), "project": project });
            text::hits(&open(&workspace)?.call("search", arguments)?, json)?;
        }
        Verb::Import(import) => import::run(&import)?,
        Verb::Drift { workspace, provider: Some(provider), from, to, json, .. } => {
            drift::of_provider(&mut open(&workspace)?, &provider, from, to, json)?;
        }
        Verb::Drift { workspace, project, json, .. } => {
            drift::of_projects(&mut open(&workspace)?, project, json)?;
        }
        Verb::Findings { workspace, project, json, fail_on } => {
            return findings::run(&mut open(&workspace)?, &project, json, fail_on);
        }
        Verb::Remarks { workspace, project, file, password, round, look, json } => {
            let of = json!({ "project": project, "path": file, "password": password });
            remarks::run(&mut open(&workspace)?, &of, round, look, json)?;
        }
        Verb::Undo { workspace, project } => step(&workspace, "undo", &project)?,
        Verb::Redo { workspace, project } => step(&workspace, "redo", &project)?,
        Verb::Export { workspace, report } => export::run(&mut open(&workspace)?, &report)?,
        Verb::Dump { workspace: Some(workspace), file: Some(file), .. } => {
            open(&workspace)?.call("dump", json!({ "out": file }))?;
        }
        Verb::Dump { .. } => text::print(&vurder_app::dump_schema())?,
        Verb::Load { workspace, add: true, file } => {
            text::print(&open(&workspace)?.call("add_project", json!({ "from": file }))?)?;
        }
        Verb::Load { workspace, file, .. } => {
            let mut app = open_or_make(&workspace)?;
            if let Err(refused) = app.call("load", json!({ "from": file })) {
                app.unmake()?;
                return Err(refused.into());
            }
        }
        Verb::Backup { workspace, file } => {
            open(&workspace)?.call("backup", json!({ "out": file }))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn step(workspace: &Path, name: &str, project: &str) -> Result<(), Refusal> {
    let changed = open(workspace)?.call(name, json!({ "project": project }))?;
    text::print(&changed)
}

/// Prints the overview of a project, or one of its forms; without a project, the list of projects.
fn show(
    app: &mut App,
    project: Option<String>,
    form: Option<String>,
    json: bool,
) -> Result<(), Refusal> {
    let Some(project) = project else {
        let projects = app.call("projects", json!({}))?;
        let mut all = Vec::new();
        for summary in projects.as_array().into_iter().flatten() {
            all.push(app.call("project", json!({ "project": summary["head"]["id"] }))?);
        }
        return text::overviews(&all, json);
    };
    match form {
        Some(form) => {
            let view = app.call("form", json!({ "project": project, "form": form }))?;
            text::print(&view)
        }
        None => {
            let overview: Json = app.call("project", json!({ "project": project }))?;
            if json { text::print(&overview) } else { text::overviews(&[overview], false) }
        }
    }
}
