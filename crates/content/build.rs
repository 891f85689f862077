//! Reads the content with the code that reads it in the program, and fails the build with file and line if anything is
//! wrong: a program cannot be built that would refuse its own content.

#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    missing_docs,
    reason = "the modules are the library's"
)]

use std::path::Path;
use std::process::ExitCode;

#[path = "src/content.rs"]
mod content;
#[path = "src/files.rs"]
mod files;
#[path = "src/law.rs"]
mod law;
#[path = "src/pack/mod.rs"]
mod pack;
#[path = "src/problem.rs"]
mod problem;
#[path = "src/templates/mod.rs"]
mod templates;
#[path = "src/topics.rs"]
mod topics;
#[path = "src/yaml.rs"]
mod yaml;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    for part in ["topics.yaml", "providers", "templates", "locales"] {
        println!("cargo::rerun-if-changed={}", root.join(part).display());
    }
    println!("cargo::rerun-if-changed=src");
    // Named as a person in the project's folder knows them.
    let problems = match files::Files::read(&root) {
        Ok(files) => {
            content::Content::from_files(&files.named("content")).err().unwrap_or_default()
        }
        Err(problem) => vec![problem],
    };
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
