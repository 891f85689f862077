//! The words of the program, from Fluent message files: `content/locales/<language>/*.ftl`.
//!
//! Code names a message by its function in [`msg`], which returns a [`Message`]. [`Messages::format`] puts the message
//! into words of a language. It formats every sentence that a person reads, except the sentences of the content.

mod check;
pub(crate) mod defined;
mod message;
pub mod msg;

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::files::Files;

pub use check::{ENGLISH, check_messages};
pub(crate) use check::{languages, missing};
pub use message::{Argument, Message, MessageId};

/// The messages of one language.
#[derive(Clone)]
pub struct Messages {
    language: String,
    /// `None` if the language has no message files. Every spoken language has some.
    bundle: Option<Arc<FluentBundle<FluentResource>>>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Messages {
    /// The messages that the files of exactly this language define.
    pub(crate) fn of_files(files: &Files, language: &str) -> Self {
        Self { language: language.to_owned(), bundle: bundle(files, language).map(Arc::new) }
    }

    /// The language of these messages.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether there is a message of this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.as_ref().is_some_and(|bundle| bundle.has_message(id))
    }

    /// The message in words. If the language has no such message: its id in brackets.
    #[must_use]
    pub fn format(&self, message: &Message) -> String {
        let mut values = FluentArgs::new();
        for (name, argument) in &message.arguments {
            let value = match argument {
                Argument::Text(text) => FluentValue::from(text.as_str()),
                Argument::Number(number) => FluentValue::from(*number),
                Argument::Message(inner) => FluentValue::from(self.format(inner)),
            };
            values.set(*name, value);
        }
        let id = message.id.as_str();
        if let Some(bundle) = &self.bundle
            && let Some(pattern) = bundle.get_message(id).and_then(|message| message.value())
        {
            return bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned();
        }
        format!("[{id}]")
    }
}

fn bundle(files: &Files, language: &str) -> Option<FluentBundle<FluentResource>> {
    let id: LanguageIdentifier = language.parse().ok()?;
    let folder = format!("locales/{language}");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The isolating marks of Unicode would get into files and into text that is searched.
    bundle.set_use_isolating(false);
    let mut found = false;
    for path in files.below(&folder, ".ftl") {
        if let Ok(Some(text)) = files.text(path) {
            let resource =
                FluentResource::try_new(text.to_owned()).unwrap_or_else(|(good, _)| good);
            // If two files define a message, the first words stay; `check_messages` reports the second.
            let _ = bundle.add_resource(resource);
            found = true;
        }
    }
    found.then_some(bundle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_that_the_files_lack_is_told_by_its_id() {
        let messages = Messages::of_files(&Files::new("content"), "en");
        let message = Message { id: MessageId::new("no-such-message"), arguments: Vec::new() };
        assert!(!messages.has("no-such-message"));
        assert_eq!(messages.format(&message), "[no-such-message]");
    }
}
