//! Checks that only one function opens a connection to a file, so that a key can be given there.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn one_function_opens_a_connection() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let opening = files.into_iter().filter(|file| {
        let text = fs::read_to_string(file).unwrap();
        text.contains("Connection::open")
    });
    assert_eq!(opening.collect::<Vec<_>>(), [src.join("db.rs")]);
    let db = fs::read_to_string(src.join("db.rs")).unwrap();
    let connect = db.split("pub(crate) fn connect(").nth(1).unwrap().split("\n}\n").next().unwrap();
    assert_eq!(db.matches("Connection::open").count(), connect.matches("Connection::open").count());
}
