//! Packs, templates and message files: read, check, embed.
//!
//! Content is data that a compliance person or a lawyer edits; `content/README.md` tells how. Whatever is wrong in it is a
//! [`Problem`] with file and line. The same code reads a folder ([`Content::read`]), the program's own content when
//! it is built (`build.rs`), and the embedded content when the program starts ([`Content::embedded`]).

mod content;
mod embed;
mod files;
mod law;
pub mod messages;
mod pack;
pub mod problem;
pub mod templates;
mod topics;
mod yaml;

pub use content::Content;
pub use files::Files;
pub use messages::{Argument, Message, MessageId, Messages, msg};
pub use pack::words_hash;
pub use problem::Problem;

/// What is wrong in a content folder, its message files included; nothing, if it can be used.
#[must_use]
pub fn check(dir: &std::path::Path) -> Vec<Problem> {
    let files = match Files::read(dir) {
        Ok(files) => files,
        Err(problem) => return vec![problem],
    };
    let mut problems = Content::from_files(&files).err().unwrap_or_default();
    let english = format!("locales/{}", messages::FALLBACK);
    if files.below(&english, ".ftl").next().is_none() {
        let message = "this folder is missing: it holds the words of the program in English";
        problems.push(Problem::new(files.name(&english), 1, message));
    }
    problems.extend(messages::check_messages(&files));
    problems.sort();
    problems
}
