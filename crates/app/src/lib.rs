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
mod error;
mod export;
mod fault;
mod loading;
mod notices;
mod question;
mod reading;
mod standing;

pub use answers::*;
pub use app::{App, OpenOptions};
pub use arguments::*;
pub use bindings::bindings;
pub use command::{CommandInfo, CommandKind, commands};
pub use error::{AppError, ErrorCode};
pub use vurder_workspace::{belongs_to, dump_schema};

/// What each provider publishes, in numbers, without a workspace.
pub fn providers() -> Vec<ProviderSummary> {
    let content = vurder_content::Content::embedded();
    content.packs.iter().map(|pack| question::provider_summary(content, pack, None)).collect()
}
