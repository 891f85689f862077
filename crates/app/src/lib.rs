//! The commands: everything that a person can do, one function each.
//!
//! [`App::call`] runs a command by its name with arguments as JSON. The window, the command line and the tests all use
//! it. [`commands`] describes the commands, and [`bindings`] writes their types for the window.

mod answers;
mod app;
mod arguments;
mod backup_answers;
mod backups;
mod bindings;
mod catalogue;
mod change;
mod changed;
mod chosen_file;
mod citation_answers;
mod citation_arguments;
mod citation_drift;
mod citation_views;
mod citing;
mod command;
mod command_types;
mod compare_answers;
mod compare_arguments;
mod comparison;
mod coverage_answers;
mod coverage_arguments;
mod cut_answers;
mod cut_arguments;
mod cutting;
mod drift_answers;
mod drifted;
mod duties;
mod duty_answers;
mod earlier_version;
mod error;
mod export;
mod export_comparison;
mod export_letter;
mod export_pack;
mod export_stored;
mod facts;
mod fault;
mod find_answers;
mod find_arguments;
mod finding_answers;
mod finding_arguments;
mod findings_in_words;
mod followed_passages;
mod following_fields;
mod form_answers;
mod form_arguments;
mod form_move;
mod form_registers;
mod forms;
mod found_places;
mod import_answers;
mod import_arguments;
mod imported_packs;
mod importing;
mod known_registers;
mod language;
mod letter;
mod library;
mod listed;
mod loading;
mod named_place;
mod notices;
mod own_note_types;
mod own_notes;
mod own_statements;
mod pages_beside;
mod picture_arguments;
mod pinning;
mod places;
mod preview;
mod previewed;
mod project_answers;
mod project_arguments;
mod project_facts;
mod provider_answers;
mod provider_arguments;
mod published;
mod question;
mod quoting;
mod reading;
mod ready_sections;
mod ready_types;
mod refused_answer;
mod refused_record;
mod remark_answers;
mod remark_arguments;
mod remark_changes;
mod remark_lines;
mod remark_place_words;
mod remark_state;
mod remark_told;
mod remarks;
mod report_answers;
mod report_arguments;
mod report_file;
mod report_messages;
mod report_pages;
mod report_pages_answers;
mod report_pages_arguments;
mod report_source;
mod request_answers;
mod request_arguments;
mod request_draft;
mod request_state;
mod requests;
mod returned;
mod review_answers;
mod review_rounds;
mod risk_answers;
mod risk_arguments;
mod row_answers;
mod row_arguments;
mod sample_script;
mod screening;
mod shown_places;
mod since;
mod spelling;
mod spelling_types;
mod statement_indexes;
mod steps;
mod summaries;
mod unopened_workspace;
mod version_answers;
mod version_arguments;
mod version_comparison;
mod versions_and_files;
mod waived;
mod window_types;
mod workspace_files;
mod written_file;

pub use answers::*;
pub use app::{App, OpenOptions};
pub use arguments::*;
pub use backup_answers::*;
pub use bindings::bindings;
pub use changed::{Changed, Derived, FormChange, PartChange, SectionChange, Touched};
pub use citation_answers::*;
pub use citation_arguments::*;
pub use command::{BegunCommand, CommandInfo, CommandKind, RestOfCommand, commands};
pub use compare_answers::*;
pub use compare_arguments::*;
pub use coverage_answers::*;
pub use coverage_arguments::*;
pub use cut_answers::*;
pub use cut_arguments::*;
pub use drift_answers::*;
pub use duty_answers::*;
pub use error::{AppError, ErrorCode};
pub use find_answers::*;
pub use find_arguments::*;
pub use finding_answers::*;
pub use finding_arguments::*;
pub use form_answers::*;
pub use form_arguments::*;
pub use import_answers::*;
pub use import_arguments::*;
pub use language::program_language;
pub use own_note_types::*;
pub use picture_arguments::*;
pub use project_answers::*;
pub use project_arguments::*;
pub use provider_answers::*;
pub use provider_arguments::*;
pub use ready_types::*;
pub use remark_answers::*;
pub use remark_arguments::*;
pub use remark_state::{RemarkKind, RemarkState};
pub use report_answers::*;
pub use report_arguments::*;
pub use report_pages_answers::*;
pub use report_pages_arguments::*;
pub use request_answers::*;
pub use request_arguments::*;
pub use request_state::RequestState;
pub use risk_answers::*;
pub use risk_arguments::*;
pub use row_answers::*;
pub use row_arguments::*;
pub use spelling_types::*;
pub use unopened_workspace::{BackupToRestore, backup_to_restore, restore_newest_backup};
pub use version_answers::*;
pub use version_arguments::*;
pub use vurder_workspace::{belongs_to, dump_schema};

/// What each provider publishes, in numbers. This needs no workspace.
pub fn providers() -> Vec<ProviderSummary> {
    let library = library::Library::embedded();
    library.packs().map(|pack| summaries::provider_summary(&library, pack, None)).collect()
}

/// The rules that drafts are checked by. This needs no workspace.
pub fn rules() -> Vec<RuleSummary> {
    findings_in_words::rules(&library::Library::embedded())
}

/// The cuts of a report, as the commands take them.
pub fn cut_ids() -> [&'static str; 5] {
    vurder_model::cut::Cut::ALL.map(vurder_model::cut::Cut::id)
}

/// The ids of the formats that can be imported, as the commands take them.
pub fn import_formats() -> Vec<&'static str> {
    importing::formats::ids()
}
