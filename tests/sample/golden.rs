//! The text of the reports, line by line. When a report changes on purpose, read the difference, and then run:
//!
//!     UPDATE_GOLDEN=1 cargo test -p vurder-tests --test sample

use std::path::PathBuf;

use crate::made::sample;

#[test]
fn the_dpia_reads_as_before() {
    as_before("dpia");
}

#[test]
fn the_rar_reads_as_before() {
    as_before("rar");
}

#[test]
fn the_screening_reads_as_before() {
    as_before("screening");
}

fn as_before(name: &str) {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample/golden").join(format!("{name}.txt"));
    let now = text(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, now).unwrap();
        return;
    }
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    if now == before {
        return;
    }
    let beside = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.txt"));
    std::fs::write(&beside, &now).unwrap();
    let (at, was, is) = first_difference(&before, &now);
    panic!(
        "the sample's {name} does not read as before, first in line {at}:\n  before: {was}\n  now:    {is}\n\
         Look at it with:\n  diff {} {}\nIf it is meant, take it over with:\n  \
         UPDATE_GOLDEN=1 cargo test -p vurder-tests --test sample",
        path.display(),
        beside.display()
    );
}

/// The text of the pages, each below its number, without spaces at the ends of lines and without empty lines. The
/// number of empty lines depends on the version of pdftotext.
fn text(name: &str) -> String {
    let mut text = String::new();
    for (at, page) in sample().pages(name, "-layout").iter().enumerate() {
        text.push_str(&format!("=== page {}\n", at + 1));
        for line in page.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

fn first_difference(before: &str, now: &str) -> (usize, String, String) {
    let mut was = before.lines();
    let mut is = now.lines();
    for at in 1.. {
        match (was.next(), is.next()) {
            (Some(was), Some(is)) if was == is => {}
            (was, is) => {
                let words = |line: Option<&str>| line.unwrap_or("(the end)").trim().to_owned();
                return (at, words(was), words(is));
            }
        }
    }
    (0, String::new(), String::new())
}
