//! The commands of `vurder-cli` and their arguments. `help.rs` adds what all of them share; `misuse.rs` explains
//! errors.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use vurder_app::import_formats;
use vurder_content::{Content, msg};

use crate::print::words;

/// The parsed command line.
#[derive(Debug, Parser)]
#[command(name = "vurder-cli", version, about = words(&msg::cli_about()))]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

// Paths in the arguments of an app command are `String`s: these commands are JSON, which cannot hold a path that is no
// text.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    #[command(about = words(&msg::cli_content()))]
    Content {
        #[command(subcommand)]
        what: ContentVerb,
    },
    #[command(about = words(&msg::cli_commands()))]
    Commands {
        #[arg(long, help = words(&msg::cli_commands_json()))]
        json: bool,
    },
    #[command(about = words(&msg::cli_sample()))]
    Sample {
        #[arg(long, help = words(&msg::cli_workspace_or_new()))]
        workspace: PathBuf,
    },
    #[command(about = words(&msg::cli_apply()), after_help = words(&msg::cli_apply_answers()))]
    Apply {
        #[arg(long, help = words(&msg::cli_apply_workspace()))]
        workspace: PathBuf,
        #[arg(help = words(&msg::cli_apply_file()))]
        file: Option<PathBuf>,
    },
    #[command(about = words(&msg::cli_projects()))]
    Projects {
        #[arg(long, help = words(&msg::cli_workspace()))]
        workspace: PathBuf,
        #[arg(long, help = words(&msg::cli_json()))]
        json: bool,
    },
    #[command(about = words(&msg::cli_show()))]
    Show {
        #[arg(long, help = words(&msg::cli_workspace()))]
        workspace: PathBuf,
        #[arg(long, help = words(&msg::cli_project()))]
        project: Option<String>,
        #[arg(long, requires = "project", help = words(&msg::cli_show_form(forms())))]
        form: Option<String>,
        // A form is always printed as JSON.
        #[arg(long, conflicts_with = "form", help = words(&msg::cli_json()))]
        json: bool,
    },
    #[command(about = words(&msg::cli_search()))]
    Search {
        #[arg(long, help = words(&msg::cli_workspace()))]
        workspace: PathBuf,
        #[arg(long, help = words(&msg::cli_search_project()))]
        project: Option<String>,
        #[arg(long, help = words(&msg::cli_json()))]
        json: bool,
        #[arg(required = true, help = words(&msg::cli_search_query()))]
        query: Vec<String>,
    },
    #[command(about = words(&msg::cli_import()), after_help = words(&msg::cli_import_answers()))]
    Import(ImportArguments),
    #[command(about = words(&msg::cli_drift()))]
    Drift {
        #[arg(long, help = words(&msg::cli_workspace()))]
        workspace: PathBuf,
        #[arg(long, help = words(&msg::cli_drift_project()))]
        project: Option<String>,
        #[arg(long, conflicts_with = "project", help = words(&msg::cli_drift_provider()))]
        provider: Option<String>,
        // If two arguments conflict, clap does not check what they require.
        #[arg(long, requires = "provider", conflicts_with = "project")]
        #[arg(help = words(&msg::cli_drift_from()))]
        from: Option<String>,
        #[arg(long, requires = "provider", conflicts_with = "project")]
        #[arg(help = words(&msg::cli_drift_to()))]
        to: Option<String>,
        #[arg(long, help = words(&msg::cli_json()))]
        json: bool,
    },
    #[command(about = words(&msg::cli_findings()))]
    Findings {
        #[arg(long, help = words(&msg::cli_workspace()))]
        workspace: PathBuf,
        #[arg(long, help = words(&msg::cli_project()))]
        project: String,
        #[arg(long, help = words(&msg::cli_json()))]
        json: bool,
        #[arg(long, value_enum, help = words(&msg::cli_findings_fail_on()))]
        fail_on: Option<FailOn>,
    },
    #[command(about = words(&msg::cli_remarks()))]
    Remarks {
        #[arg(long, help = words(&msg::cli_workspace()))]
        workspace: PathBuf,
        #[arg(long, help = words(&msg::cli_project()))]
        project: String,
        #[arg(help = words(&msg::cli_remarks_file()))]
        file: String,
        #[arg(long, help = words(&msg::cli_remarks_password()))]
        password: Option<String>,
        #[arg(long, help = words(&msg::cli_remarks_round()))]
        round: Option<u32>,
        #[arg(long, conflicts_with = "round", help = words(&msg::cli_remarks_look()))]
        look: bool,
        #[arg(long, help = words(&msg::cli_json()))]
        json: bool,
    },
    #[command(about = words(&msg::cli_undo()))]
    Undo {
        #[arg(long, help = words(&msg::cli_workspace()))]
        workspace: PathBuf,
        #[arg(long, help = words(&msg::cli_project()))]
        project: String,
    },
    #[command(about = words(&msg::cli_redo()))]
    Redo {
        #[arg(long, help = words(&msg::cli_workspace()))]
        workspace: PathBuf,
        #[arg(long, help = words(&msg::cli_project()))]
        project: String,
    },
    #[command(about = words(&msg::cli_export()))]
    Export {
        #[arg(long, help = words(&msg::cli_workspace()))]
        workspace: PathBuf,
        #[command(flatten)]
        report: Report,
    },
    #[command(about = words(&msg::cli_dump()))]
    Dump {
        #[arg(long, required_unless_present = "schema", help = words(&msg::cli_workspace()))]
        workspace: Option<PathBuf>,
        #[arg(required_unless_present = "schema", help = words(&msg::cli_dump_file()))]
        file: Option<String>,
        #[arg(long, conflicts_with_all = ["workspace", "file"], help = words(&msg::cli_dump_schema()))]
        schema: bool,
    },
    #[command(about = words(&msg::cli_load()))]
    Load {
        #[arg(long, help = words(&msg::cli_load_workspace()))]
        workspace: PathBuf,
        #[arg(long, help = words(&msg::cli_load_add()))]
        add: bool,
        #[arg(help = words(&msg::cli_load_file()))]
        file: String,
    },
    #[command(about = words(&msg::cli_backup()))]
    Backup {
        #[arg(long, help = words(&msg::cli_workspace()))]
        workspace: PathBuf,
        #[arg(help = words(&msg::cli_backup_file()))]
        file: String,
    },
    // Clap has its own command `help`, in English. This one replaces it.
    #[command(about = words(&msg::cli_help_command()))]
    Help {
        #[arg(help = words(&msg::cli_help_command_name()))]
        command: Vec<String>,
    },
    /// Prints the window's TypeScript types; for the build of the window, so the help does not show it.
    #[command(hide = true, about = None::<&str>)]
    Bindings,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ContentVerb {
    #[command(about = words(&msg::cli_content_list()))]
    List {
        #[arg(long, help = words(&msg::cli_content_list_workspace()))]
        workspace: Option<PathBuf>,
        #[arg(long, help = words(&msg::cli_json()))]
        json: bool,
    },
    #[command(about = words(&msg::cli_content_export()))]
    Export {
        #[arg(long, help = words(&msg::cli_workspace()))]
        workspace: PathBuf,
        #[arg(long, help = words(&msg::cli_content_export_provider()))]
        provider: String,
        #[arg(long, help = words(&msg::cli_content_export_revision()))]
        revision: Option<String>,
        #[arg(long, value_enum, help = words(&msg::cli_content_export_format()))]
        format: PackFormat,
        #[arg(long, help = words(&msg::cli_content_export_project()))]
        project: Option<String>,
        #[arg(long, help = words(&msg::cli_content_export_out()))]
        out: PathBuf,
    },
    #[command(about = words(&msg::cli_content_check()))]
    Check {
        #[arg(help = words(&msg::cli_content_check_dir()))]
        dir: Option<PathBuf>,
    },
}

/// The arguments of `import`.
#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    #[arg(long, help = words(&msg::cli_import_workspace()))]
    pub(crate) workspace: PathBuf,
    #[arg(long, value_parser = PossibleValuesParser::new(import_formats()))]
    #[arg(help = words(&msg::cli_import_dialect(import_formats().join(", "))))]
    pub(crate) dialect: Option<String>,
    #[arg(long, help = words(&msg::cli_import_provider()))]
    pub(crate) provider: Option<String>,
    #[arg(long, help = words(&msg::cli_import_title()))]
    pub(crate) title: Option<String>,
    #[arg(long, help = words(&msg::cli_import_address()))]
    pub(crate) address: Option<String>,
    #[arg(long, value_parser = day, help = words(&msg::cli_import_date()))]
    pub(crate) date: Option<NaiveDate>,
    #[arg(long, help = words(&msg::cli_import_left_out()))]
    pub(crate) left_out: Vec<String>,
    // No other argument changes what `--look` prints.
    #[arg(long, conflicts_with = "left_out", help = words(&msg::cli_import_look()))]
    pub(crate) look: bool,
    #[arg(long, help = words(&msg::cli_json()))]
    pub(crate) json: bool,
    #[arg(help = words(&msg::cli_import_path()))]
    pub(crate) path: String,
}

/// The short names of the forms, in lower case.
fn forms() -> String {
    let forms = &Content::embedded().templates.templates;
    let mut names: Vec<String> = forms.iter().map(|form| form.short.to_lowercase()).collect();
    names.dedup();
    names.join(", ")
}

fn number(written: &str) -> Result<u32, String> {
    written.parse().map_err(|_| words(&msg::expected_whole_number()))
}

fn day(written: &str) -> Result<NaiveDate, String> {
    written.parse().map_err(|_| words(&msg::expected_day()))
}

/// The format in which a provider's content is written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum PackFormat {
    /// Vurder's own pack.
    Pack,
    /// A component definition of OSCAL.
    Oscal,
}

impl PackFormat {
    /// The value on the command line, and in the arguments of the command `export_pack`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            PackFormat::Pack => "pack",
            PackFormat::Oscal => "oscal",
        }
    }
}

impl ValueEnum for PackFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[PackFormat::Pack, PackFormat::Oscal]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// The lowest severity at which findings make the exit code 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FailOn {
    /// Findings of law, which block a decision.
    Law,
    /// These, and findings of guidelines and standards.
    Standard,
    /// All findings.
    Advice,
}

impl ValueEnum for FailOn {
    fn value_variants<'a>() -> &'a [Self] {
        &[FailOn::Law, FailOn::Standard, FailOn::Advice]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            FailOn::Law => "law",
            FailOn::Standard => "standard",
            FailOn::Advice => "advice",
        }))
    }
}

/// The format in which a report is written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Format {
    /// A PDF.
    Pdf,
    /// A Word file.
    Docx,
}

impl Format {
    /// The value on the command line, and in the arguments of the command `export`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
        }
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Format::Pdf, Format::Docx]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// The arguments of `export`.
#[derive(Debug, clap::Args)]
pub(crate) struct Report {
    #[arg(long, help = words(&msg::cli_project()))]
    pub(crate) project: String,
    #[arg(long, help = words(&msg::cli_export_form(forms())))]
    pub(crate) form: String,
    #[arg(long, required_unless_present = "look", help = words(&msg::cli_export_out()))]
    pub(crate) out: Option<String>,
    #[arg(long, value_parser = day, help = words(&msg::cli_export_date()))]
    pub(crate) date: Option<NaiveDate>,
    #[arg(long, value_enum, default_value_t = Empty::LeaveOut)]
    #[arg(help = words(&msg::cli_export_empty(Empty::LeaveOut.written(), Empty::Say.written())))]
    pub(crate) empty: Empty,
    #[arg(long, value_enum, default_value_t = Format::Pdf)]
    #[arg(help = words(&msg::cli_export_format(Format::Pdf.name(), Format::Docx.name())))]
    pub(crate) format: Format,
    #[arg(long = "final", help = words(&msg::cli_export_final()))]
    pub(crate) archival: bool,
    #[arg(long, help = words(&msg::cli_export_with_answers()))]
    pub(crate) with_answers: bool,
    #[arg(long, help = words(&msg::cli_export_with_project()))]
    pub(crate) with_project: bool,
    #[arg(long, value_parser = vurder_app::cut_ids(), default_value = "full")]
    #[arg(help = words(&msg::cli_export_cut(vurder_app::cut_ids().join(", "))))]
    pub(crate) cut: String,
    #[arg(long, value_delimiter = ',', help = words(&msg::cli_export_sections()))]
    pub(crate) sections: Vec<String>,
    #[arg(long, help = words(&msg::cli_export_without_summary()))]
    pub(crate) without_summary: bool,
    #[arg(long, requires = "sections", conflicts_with = "without_summary")]
    #[arg(help = words(&msg::cli_export_with_summary()))]
    pub(crate) with_summary: bool,
    #[arg(long, help = words(&msg::cli_export_provider()))]
    pub(crate) provider: Option<String>,
    #[arg(long, value_parser = number, conflicts_with = "archival")]
    #[arg(help = words(&msg::cli_export_since()))]
    pub(crate) since: Option<u32>,
    #[arg(long, requires = "since", help = words(&msg::cli_export_redline()))]
    pub(crate) redline: bool,
    // What a cut leaves out does not depend on how the file is written.
    #[arg(long, conflicts_with_all = [
        "out", "date", "empty", "format", "archival", "with_answers", "with_project", "since",
        "redline",
    ])]
    #[arg(help = words(&msg::cli_export_look()))]
    pub(crate) look: bool,
}

/// What a report shows for optional parts without an answer.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Empty {
    /// Nothing.
    LeaveOut,
    /// That nothing is filled in.
    Say,
}

impl Empty {
    /// The value in the arguments of the command `export`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Empty::LeaveOut => "leave_out",
            Empty::Say => "say",
        }
    }

    /// The value on the command line.
    fn written(self) -> &'static str {
        match self {
            Empty::LeaveOut => "leave-out",
            Empty::Say => "say",
        }
    }
}

impl ValueEnum for Empty {
    fn value_variants<'a>() -> &'a [Self] {
        &[Empty::LeaveOut, Empty::Say]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.written()))
    }
}
