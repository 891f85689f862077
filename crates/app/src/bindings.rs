//! The window's view of the commands: TypeScript types, written from the list of commands.

use std::fmt::Write as _;

use vurder_content::msg;
use vurder_model::view::{FormView, SectionView};

use crate::answers::UndoState;
use crate::command;
use crate::error::AppError;
use crate::window_types::WindowTypes;

/// The text of the window's file of types: every type, and the map from a command's name to what it takes and gives.
pub fn bindings() -> String {
    let mut types = WindowTypes::new();
    command::collect(&mut types);
    types.take::<AppError>();
    types.take::<UndoState>();
    // The answers of `form` and `section` hold the fields of these views, so no command names the views themselves; the
    // window names them.
    types.take::<FormView>();
    types.take::<SectionView>();
    let mut text = String::from(
        "// Written by `cargo xtask bindings` from the list of commands. Do not edit.\n\n",
    );
    for (_, declaration) in types.declarations {
        text.push_str(&declaration);
        text.push('\n');
    }
    let _ = write!(
        text,
        "/** Every command: what it takes and what it gives. */\nexport interface Commands {{\n{}}}\n",
        types.commands
    );
    messages(&mut text);
    text
}

/// The message files that the window reads; `ui/src/words.ts` imports them.
const WINDOW_FILES: &[&str] = &[
    "content",
    "coverage",
    "findings",
    "forms",
    "help",
    "own-notes",
    "pages",
    "pictures",
    "remarks",
    "requests",
    "risk-register",
    "spelling",
    "ui",
    "versions",
];

/// Writes the ids and arguments of the window's messages, so that the window does not compile with a wrong id or
/// argument.
fn messages(text: &mut String) {
    text.push_str(
        "\n/** Every message of the window: its arguments; null where it takes none. */\n\
         export interface WindowMessages {\n",
    );
    for message in msg::ALL.iter().filter(|message| WINDOW_FILES.contains(&message.file)) {
        let names = message.arguments.iter().map(|name| format!("{name}: string | number"));
        let names: Vec<String> = names.collect();
        let arguments = if names.is_empty() {
            "null".to_owned()
        } else {
            format!("{{ {} }}", names.join("; "))
        };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  \"{}\": {arguments};", message.id);
    }
    text.push_str("}\n");
}
