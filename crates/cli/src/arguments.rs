//! What can be said on the command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};
use vurder_content::msg;

use crate::print::words;

/// Vurder without a window: the same commands, for scripts, tests and support.
#[derive(Debug, Parser)]
#[command(name = "vurder-cli", version, about)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// One line each.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// What the providers publish.
    Content {
        #[command(subcommand)]
        what: ContentVerb,
    },
    /// Every command the app knows, with its fields.
    Commands {
        /// As JSON, with the JSON Schema of arguments and answer.
        #[arg(long)]
        json: bool,
    },
    /// Makes the sample project; prints its id.
    Sample {
        /// The workspace; made when it is not there yet.
        #[arg(long)]
        workspace: PathBuf,
    },
    /// Runs commands: JSON lines in, and after each commit one JSON line out; what is refused is also told on standard
    /// error as "line N: message".
    Apply {
        /// The workspace; made when it is not there yet, unless no line of the input can be done.
        #[arg(long)]
        workspace: PathBuf,
        /// A file of commands; standard input when left out, or "-".
        file: Option<PathBuf>,
    },
    /// The projects of a workspace.
    Projects {
        /// The workspace.
        #[arg(long)]
        workspace: PathBuf,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// A project at a glance, with what is missing; all projects when none is named.
    Show {
        /// The workspace.
        #[arg(long)]
        workspace: PathBuf,
        /// Id of the project.
        #[arg(long)]
        project: Option<String>,
        /// A form of the project, whole, as JSON.
        #[arg(long, requires = "project")]
        form: Option<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Looks through projects, answers, notes and statements.
    Search {
        /// The workspace.
        #[arg(long)]
        workspace: PathBuf,
        /// Only this project.
        #[arg(long)]
        project: Option<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// The words; the last may be a beginning.
        #[arg(required = true)]
        query: Vec<String>,
    },
    /// Undoes the last change of a project.
    Undo {
        /// The workspace.
        #[arg(long)]
        workspace: PathBuf,
        /// Id of the project.
        #[arg(long)]
        project: String,
    },
    /// Redoes the change undone last.
    Redo {
        /// The workspace.
        #[arg(long)]
        workspace: PathBuf,
        /// Id of the project.
        #[arg(long)]
        project: String,
    },
    /// Writes a report as PDF.
    Export {
        /// The workspace.
        #[arg(long)]
        workspace: PathBuf,
        /// Id of the project.
        #[arg(long)]
        project: String,
        /// The form: dpia or rar.
        #[arg(long)]
        form: String,
        /// The PDF.
        #[arg(long)]
        out: PathBuf,
        /// The day on the report, YYYY-MM-DD; today when left out.
        #[arg(long, value_parser = day)]
        date: Option<NaiveDate>,
        /// What happens to empty optional parts.
        #[arg(long, value_enum, default_value_t = Empty::LeaveOut)]
        empty: Empty,
    },
    /// Writes the whole workspace as JSON.
    Dump {
        /// The workspace.
        #[arg(long, required_unless_present = "schema")]
        workspace: Option<PathBuf>,
        /// The JSON file.
        #[arg(required_unless_present = "schema")]
        file: Option<PathBuf>,
        /// Prints instead what stands in such a JSON, as a JSON Schema, for programs that read it.
        #[arg(long, conflicts_with_all = ["workspace", "file"])]
        schema: bool,
    },
    /// Reads a workspace from JSON into a new one; a JSON that is refused leaves nothing behind.
    Load {
        /// The new workspace.
        #[arg(long)]
        workspace: PathBuf,
        /// The JSON file.
        file: PathBuf,
    },
    /// Writes a copy of the workspace.
    Backup {
        /// The workspace.
        #[arg(long)]
        workspace: PathBuf,
        /// The copy.
        file: PathBuf,
    },
    /// Prints the window's TypeScript types.
    #[command(hide = true)]
    Bindings,
}

fn day(written: &str) -> Result<NaiveDate, String> {
    written.parse().map_err(|_| words(&msg::cli_day(msg::expected_day())))
}

/// What can be asked of the content.
#[derive(Debug, Subcommand)]
pub(crate) enum ContentVerb {
    /// The providers with counts of pages, statements, actions, and the topics not stated.
    List {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Checks content files; prints file:line: message for each problem.
    Check {
        /// The folder; the content in the program when left out.
        dir: Option<PathBuf>,
    },
}

/// What happens to empty optional parts.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Empty {
    /// They are left out.
    LeaveOut,
    /// They stand as "Not filled in".
    Say,
}

impl Empty {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Empty::LeaveOut => "leave_out",
            Empty::Say => "say",
        }
    }
}
