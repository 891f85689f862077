//! Reads, checks and embeds the content: packs of providers, templates of forms, topics, messages and translations.
//!
//! Content is data that a compliance person or a lawyer edits. `content/README.md` says how. Each mistake in it is a
//! [`Problem`] with file and line. The same code reads a folder ([`Content::read`]), the program's own content when it
//! is built (`build.rs`), and the embedded content when the program starts ([`Content::embedded`]).
//!
//! Code that needs content in a language calls [`Content::in_language`], and [`Messages::for_language`] for messages.
//! Both return the nearest of the languages that are complete ([`spoken_languages`]).

mod checks;
mod content;
mod cut_rules;
pub mod drift;
mod embed;
mod files;
mod labels;
mod language;
mod law;
mod located;
pub mod messages;
mod pack;
pub mod problem;
mod project_rules;
mod scales;
mod scenarios;
mod synonyms;
pub mod templates;
mod texts;
pub mod topic_words;
mod topics;
mod yaml;

pub use content::Content;
#[cfg(debug_assertions)]
pub use embed::use_language_folder;
pub use files::Files;
pub use labels::{Overlaid, overlay, written_overlay};
pub use language::{message_files, missing_words, spoken_language, spoken_languages};
pub use messages::{Argument, ENGLISH, Message, MessageId, Messages, msg};
pub use pack::words_hash;
pub use problem::Problem;
pub use project_rules::ProjectRules;
pub use texts::{TextKey, each_text};
pub use topic_words::TopicProposal;

/// The problems of a content folder and its message files; empty if the folder can be used.
#[must_use]
pub fn check(dir: &std::path::Path) -> Vec<Problem> {
    let files = match Files::read(dir) {
        Ok(files) => files,
        Err(problem) => return vec![problem],
    };
    let mut problems = Content::from_files(&files)
        .map_or_else(|problems| problems, |content| labels::check(&content, &files));
    let english = format!("locales/{ENGLISH}");
    if files.below(&english, ".ftl").next().is_none() {
        let message = "this folder is missing: it holds the words of the program in English";
        problems.push(Problem::new(files.name(&english), 1, message));
    }
    problems.extend(messages::check_messages(&files));
    problems.sort();
    problems
}
