//! Collects the TypeScript declarations of the types that commands take and give.
//!
//! The list of commands fills a [`WindowTypes`], and `bindings` writes the file from it, so that these two modules need
//! not know each other.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

/// The types that commands take and give. Each type is written once, although several commands may use it.
pub(crate) struct WindowTypes {
    config: Config,
    seen: HashSet<TypeId>,
    /// The declaration of each type, by its name.
    pub(crate) declarations: BTreeMap<String, String>,
    /// One line for each command: a member of the TypeScript interface `Commands`.
    pub(crate) commands: String,
}

impl WindowTypes {
    /// No types and no commands.
    pub(crate) fn new() -> Self {
        Self {
            config: Config::new().with_large_int("number"),
            seen: HashSet::new(),
            declarations: BTreeMap::new(),
            commands: String::new(),
        }
    }

    /// The configuration for writing types.
    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// Adds a command with the names of its arguments type and answer type.
    pub(crate) fn command(&mut self, name: &str, about: &str, arguments: String, answer: String) {
        // Writing to a String cannot fail.
        let _ = write!(
            self.commands,
            "  /** {about} */\n  {name}: {{ arguments: {arguments}; answer: {answer} }};\n"
        );
    }

    /// Adds a type, and all types that it consists of.
    pub(crate) fn take<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let mut text = T::docs().unwrap_or_default();
            let _ = writeln!(text, "export {}", T::decl(&self.config));
            self.declarations.insert(T::ident(&self.config), text);
        }
        T::visit_generics(self);
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for WindowTypes {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.take::<T>();
    }
}
