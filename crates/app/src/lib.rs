//! What a person can do, one function each; the only list of commands.
//!
//! [`App::call`] runs a command by name with its arguments as JSON. The window, the command line and the tests all
//! come in there. [`commands`] describes them, [`bindings`] writes the window's types.

mod answers;
mod app;
mod arguments;
mod bindings;
mod catalogue;
mod change;
mod command;
mod derived;
mod error;
mod export;
mod facts;
mod fault;
mod library;
mod loading;
mod misfit;
mod notices;
mod question;
mod reading;

pub use answers::*;
pub use app::{App, OpenOptions};
pub use arguments::*;
pub use bindings::bindings;
pub use command::{CommandInfo, CommandKind, commands};
pub use derived::{
    Derived, FormAnswer, FormChange, PartChange, SectionAnswer, SectionChange, Touched,
};
pub use error::{AppError, ErrorCode};
pub use vurder_workspace::{belongs_to, dump_schema};

/// What each provider publishes, in numbers, without a workspace.
pub fn providers() -> Vec<ProviderSummary> {
    let library = library::Library::embedded();
    let packs = library.packs().iter();
    packs.map(|pack| question::provider_summary(&library, pack, None)).collect()
}
