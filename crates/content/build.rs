//! Reads the content and writes it as JSON for the program. The build fails with file and line if the content has a
//! problem. Therefore no program is built that would refuse its own content.

#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    missing_docs,
    reason = "the modules are the library's"
)]

use std::path::Path;
use std::process::ExitCode;

#[path = "build_messages.rs"]
mod build_messages;
#[path = "src/checks/mod.rs"]
mod checks;
#[path = "src/content.rs"]
mod content;
#[path = "src/files.rs"]
mod files;
#[path = "src/labels.rs"]
mod labels;
#[path = "src/law.rs"]
mod law;
#[path = "src/located.rs"]
mod located;
#[path = "src/messages"]
mod messages {
    pub(crate) mod check;
    pub(crate) mod defined;
    pub(crate) use check::{ENGLISH, check_messages};
}
#[path = "src/cut_rules.rs"]
mod cut_rules;
#[path = "src/pack/mod.rs"]
mod pack;
#[path = "src/problem.rs"]
mod problem;
#[path = "src/project_rules.rs"]
mod project_rules;
#[path = "src/scales.rs"]
mod scales;
#[path = "src/scenarios.rs"]
mod scenarios;
#[path = "src/synonyms.rs"]
mod synonyms;
#[path = "src/templates/mod.rs"]
mod templates;
#[path = "src/texts.rs"]
mod texts;
#[path = "src/topic_words/mod.rs"]
mod topic_words;
#[path = "src/topics.rs"]
mod topics;
#[path = "src/yaml.rs"]
mod yaml;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    for part in files::SINGLE_FILES.iter().chain(&files::FOLDERS) {
        println!("cargo::rerun-if-changed={}", root.join(part).display());
    }
    println!("cargo::rerun-if-changed=src");
    // Named as a person in the project's folder knows them.
    let problems = match files::Files::read(&root) {
        Ok(files) => {
            let files = files.named("content");
            let mut problems = content::Content::from_files(&files).map_or_else(
                |problems| problems,
                |content| {
                    let mut problems = labels::check(&content, &files);
                    problems.extend(write_content(&content));
                    problems
                },
            );
            problems.extend(messages::check_messages(&files));
            if problems.is_empty() {
                problems.extend(write_messages(&files));
            }
            problems
        }
        Err(problem) => vec![problem],
    };
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Writes the content to where `src/embed.rs` includes it from.
fn write_content(content: &content::Content) -> Option<problem::Problem> {
    let refuse = |reason: String| Some(problem::Problem::new("content", 1, reason));
    let Some(folder) = std::env::var_os("OUT_DIR") else {
        return refuse("the build has no folder for generated files".to_owned());
    };
    let text = match serde_json::to_vec(content) {
        Ok(text) => text,
        Err(error) => return refuse(format!("cannot be written as JSON: {error}")),
    };
    match serde_json::from_slice::<content::Content>(&text) {
        Ok(read) if read == *content => {}
        Ok(_) => return refuse("is another content when read back from JSON".to_owned()),
        Err(error) => return refuse(format!("cannot be read back from JSON: {error}")),
    }
    let written = std::fs::write(Path::new(&folder).join("content.json"), text);
    written.err().and_then(|error| refuse(error.to_string()))
}

/// Writes the functions of the messages to where `src/messages/msg.rs` includes them from.
fn write_messages(files: &files::Files) -> Option<problem::Problem> {
    let refuse = |reason: String| Some(problem::Problem::new("content/locales/en", 1, reason));
    let Some(folder) = std::env::var_os("OUT_DIR") else {
        return refuse("the build has no folder for generated files".to_owned());
    };
    let text = build_messages::functions(files, messages::ENGLISH);
    let written = std::fs::write(Path::new(&folder).join("msg.rs"), text);
    written.err().and_then(|error| refuse(error.to_string()))
}
