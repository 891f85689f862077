//! The window's view of the commands: TypeScript types, written from the list of commands.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};
use vurder_content::msg;
use vurder_model::view::{FormView, SectionView};

use crate::answers::UndoState;
use crate::command;
use crate::error::AppError;

/// Gathers the types that commands take and give, each once.
pub(crate) struct Collector {
    config: Config,
    seen: HashSet<TypeId>,
    types: BTreeMap<String, String>,
    commands: String,
}

impl Collector {
    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    pub(crate) fn command(&mut self, name: &str, about: &str, arguments: String, answer: String) {
        // Writing to a String cannot fail.
        let _ = write!(
            self.commands,
            "  /** {about} */\n  {name}: {{ arguments: {arguments}; answer: {answer} }};\n"
        );
    }

    pub(crate) fn take<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let mut text = T::docs().unwrap_or_default();
            let _ = writeln!(text, "export {}", T::decl(&self.config));
            self.types.insert(T::ident(&self.config), text);
        }
        T::visit_generics(self);
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Collector {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.take::<T>();
    }
}

/// The text of the window's file of types: every type, and the map from a command's name to what it takes and gives.
pub fn bindings() -> String {
    let mut collector = Collector {
        config: Config::new().with_large_int("number"),
        seen: HashSet::new(),
        types: BTreeMap::new(),
        commands: String::new(),
    };
    command::collect(&mut collector);
    collector.take::<AppError>();
    collector.take::<UndoState>();
    // The fields of these stand in the answers of `form` and `section`, whose names are not theirs.
    collector.take::<FormView>();
    collector.take::<SectionView>();
    let mut text = String::from(
        "// Written by `cargo xtask bindings` from the list of commands. Do not edit.\n\n",
    );
    for (_, declaration) in collector.types {
        text.push_str(&declaration);
        text.push('\n');
    }
    let _ = write!(
        text,
        "/** Every command: what it takes and what it gives. */\nexport interface Commands {{\n{}}}\n",
        collector.commands
    );
    messages(&mut text);
    text
}

/// The message files that the window reads; `ui/src/words.ts` imports them.
const WINDOW_FILES: [&str; 2] = ["content", "ui"];

/// The ids and arguments of the window's messages, so that a wrong one does not compile there either.
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
