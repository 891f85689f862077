//! Checks that `build.rs`, the handlers and the capability file list the same commands of the shell.

use crate::offence::Offence;
use crate::{Outcome, house};
use serde_json::Value;
use std::collections::BTreeSet;

const LIST: &str = "src-tauri/build.rs";
const HANDLERS: &str = "src-tauri/src/main.rs";
const CAPABILITY: &str = "src-tauri/capabilities/main.json";

/// The permissions of Tauri itself that the window has.
const CORE: &[&str] =
    &["core:event:allow-listen", "core:event:allow-unlisten", "core:window:allow-destroy"];

/// A command that only one place has is dead code, or gives the window a right that nobody decided on.
pub(crate) fn one_list_of_shell_commands() -> Outcome<Vec<Offence>> {
    let list = between(&house::read(LIST)?, "SHELL_COMMANDS: &[&str] =", ";");
    let listed: BTreeSet<String> = quoted(&list).map(str::to_owned).collect();
    let handlers = between(&house::read(HANDLERS)?, "generate_handler![", "]");
    let handled: BTreeSet<String> = handlers
        .split(',')
        .filter_map(|path| path.trim().strip_prefix("commands::"))
        .map(str::to_owned)
        .collect();
    let capability: Value = serde_json::from_str(&house::read(CAPABILITY)?)
        .map_err(|error| format!("{CAPABILITY}: {error}"))?;
    let allowed: BTreeSet<String> = capability["permissions"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|permission| !CORE.contains(permission))
        .map(|permission| permission.trim_start_matches("allow-").replace('-', "_"))
        .collect();
    let mut offences = Vec::new();
    if listed.is_empty() {
        offences.push(format!("{LIST}: no list of commands found"));
    }
    for (place, names) in [(HANDLERS, &handled), (CAPABILITY, &allowed)] {
        for name in listed.difference(names) {
            offences.push(format!("{place}: lacks {name}, which {LIST} lists"));
        }
        for name in names.difference(&listed) {
            offences.push(format!("{place}: has {name}, which {LIST} does not list"));
        }
    }
    Ok(offences)
}

fn between(text: &str, start: &str, end: &str) -> String {
    let after = text.split_once(start).map_or("", |(_, after)| after);
    after.split_once(end).map_or("", |(inside, _)| inside).to_owned()
}

fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2)
}
