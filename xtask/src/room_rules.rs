//! Rules about which sources may use which names. A room is a part of the project. The rules read the text of the
//! sources.

use crate::offence::Offence;
use crate::{Outcome, bindings, house};

/// Names, and the only places that may use them.
struct Reserved {
    names: &'static [&'static str],
    /// The prefixes of the paths of these sources.
    sources: &'static [&'static str],
    /// The manifests that may depend on the names. The workspace's table of versions may always name them.
    manifests: &'static [&'static str],
}

const RESERVED: &[Reserved] = &[
    Reserved {
        names: &["tauri", "tauri_build", "tauri_plugin_dialog", "webkit2gtk"],
        sources: &["src-tauri/"],
        manifests: &["Cargo.toml"],
    },
    Reserved {
        names: &["rusqlite"],
        sources: &["crates/workspace/"],
        manifests: &["crates/workspace/Cargo.toml"],
    },
    Reserved {
        names: &["printpdf"],
        sources: &["crates/report/src/pdf", "crates/report/tests/"],
        manifests: &["crates/report/Cargo.toml"],
    },
    Reserved {
        names: &["lopdf"],
        sources: &[
            "crates/report/src/pdf",
            "crates/report/tests/",
            "crates/remarks/src/pdf",
            "crates/remarks/tests/",
            // A reviewer's marks on a report that the program exported.
            "crates/app/tests/flows/marked_pdf.rs",
        ],
        manifests: &[
            "crates/app/Cargo.toml",
            "crates/report/Cargo.toml",
            "crates/remarks/Cargo.toml",
        ],
    },
];

/// The names by which the model would do I/O, read a clock or draw a random number.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "thread::sleep",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "rand::",
    "getrandom",
];

/// Ways to show text as markup, or to run text as code.
const RAW_HTML: &[&str] = &[
    "{@html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
    "new Function(",
];

/// Ways to a network from the window. Only the bridge has one, for development in a browser.
const NETWORK: &[&str] =
    &["fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "importScripts"];

/// The only file of the interface that knows the shell.
const BRIDGE: &str = "ui/src/bridge.ts";

/// File names that say nothing about the content.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "manager", "common", "misc"];

const LONG_FILE: usize = 500;

/// The greatest width of a line of Rust, in columns. `rustfmt.toml` keeps code narrower. rustfmt does not change
/// comments and strings.
const WIDEST_LINE: usize = 120;

/// Checks that only the rooms in [`RESERVED`] use Tauri, SQLite and the PDF libraries.
pub(crate) fn names_stay_in_their_rooms() -> Outcome<Vec<Offence>> {
    let mut offences = Vec::new();
    for (path, text) in sources(&["crates", "src-tauri", "tests"], &["rs"])? {
        for reserved in RESERVED {
            if reserved.sources.iter().any(|room| path.starts_with(room)) {
                continue;
            }
            for (number, line) in code_lines(&text) {
                if let Some(name) = reserved.names.iter().find(|name| has_word(line, name)) {
                    let rooms = reserved.sources.join(" or ");
                    offences.push(format!("{path}:{number}: only {rooms} may name {name}"));
                }
            }
        }
    }
    for (path, text) in manifests()? {
        for reserved in
            RESERVED.iter().filter(|reserved| !reserved.manifests.contains(&path.as_str()))
        {
            // The workspace's table of versions in the root gives nobody the dependency.
            let text = if path == "Cargo.toml" {
                text.split("[workspace").next().unwrap_or("")
            } else {
                &text
            };
            for (index, line) in text.lines().enumerate() {
                let key = line.split(['=', '.']).next().unwrap_or("").trim().replace('-', "_");
                if reserved.names.contains(&key.as_str()) {
                    let number = index + 1;
                    offences.push(format!(
                        "{path}:{number}: only {} may depend on {key}",
                        reserved.manifests.join(" or ")
                    ));
                }
            }
        }
    }
    Ok(offences)
}

/// Checks that the model does no I/O, reads no clock and draws no random number.
pub(crate) fn model_stays_pure() -> Outcome<Vec<Offence>> {
    let mut offences = Vec::new();
    for (path, text) in sources(&["crates/model/src"], &["rs"])? {
        for (number, line) in code_lines(&text) {
            if let Some(word) = IMPURE.iter().find(|word| line.contains(**word)) {
                offences.push(format!("{path}:{number}: the model must not use {word}"));
            }
        }
    }
    Ok(offences)
}

/// Checks that no source of the interface writes raw HTML, and that only the bridge reaches the shell and a network.
pub(crate) fn interface_shows_no_raw_html() -> Outcome<Vec<Offence>> {
    let mut offences = Vec::new();
    for (path, text) in sources(&["ui/src"], &["ts", "svelte", "js"])? {
        if path.ends_with(".test.ts") {
            continue;
        }
        for (number, line) in code_lines(&text) {
            if let Some(word) = RAW_HTML.iter().find(|word| line.contains(**word)) {
                offences.push(format!("{path}:{number}: {word} would show or run raw text"));
            }
            if path != BRIDGE && line.contains("@tauri-apps") {
                offences.push(format!("{path}:{number}: only {BRIDGE} may import @tauri-apps"));
            }
            if path != BRIDGE
                && let Some(word) = NETWORK.iter().find(|word| line.contains(**word))
            {
                offences.push(format!("{path}:{number}: {word} is a way out of the window"));
            }
            if path.ends_with(".svelte") && line.contains(" style=\"") {
                offences.push(format!(
                    "{path}:{number}: the window blocks inline style=\"…\"; use a class or style:property"
                ));
            }
        }
    }
    Ok(offences)
}

/// Checks that names say what a file is about. Long files are mentioned, not refused.
pub(crate) fn files_are_well_named_and_short() -> Outcome<Vec<Offence>> {
    let mut offences = Vec::new();
    let rooms = &["crates", "src-tauri", "tests", "xtask", "ui/src"];
    for (path, text) in sources(rooms, &["rs", "ts", "svelte", "css", "sql"])? {
        for part in path.split('/') {
            let stem = part.split('.').next().unwrap_or(part);
            if EMPTY_NAMES.contains(&stem.to_lowercase().as_str()) {
                offences.push(format!("{path}: \"{stem}\" does not say what is in it"));
            }
        }
        let lines = text.lines().count();
        if lines > LONG_FILE && path != bindings::PATH {
            println!("Note: {path} has {lines} lines; could it be two subjects?");
        }
    }
    Ok(offences)
}

/// Checks that no line of Rust is too wide to fit beside another file, comments and strings included.
pub(crate) fn lines_are_not_too_wide() -> Outcome<Vec<Offence>> {
    let mut offences = Vec::new();
    for (path, text) in sources(&["crates", "src-tauri", "tests", "xtask"], &["rs"])? {
        // In these tests, a string is the content of a file or an expected text, and may be wider.
        let holds_data = path.starts_with("crates/") && path.contains("/tests/");
        for (number, line, columns) in too_wide(&text) {
            if !holds_data || line.trim_start().starts_with("//") {
                offences
                    .push(format!("{path}:{number}: {columns} columns; {WIDEST_LINE} is the most"));
            }
        }
    }
    Ok(offences)
}

/// The lines that are too wide, each with its number and its width.
fn too_wide(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let lines = text.lines().map(|line| (line, line.chars().count()));
    let numbered = (1..).zip(lines).map(|(number, (line, columns))| (number, line, columns));
    numbered.filter(|(_, _, columns)| *columns > WIDEST_LINE)
}

/// Checks that no path of one person's machine stands in the project.
pub(crate) fn nothing_names_a_machine() -> Outcome<Vec<Offence>> {
    let rooms =
        &["crates", "src-tauri", "tests", "ui/src", "ui/tests", "content", ".github", ".ci"];
    let kinds = &["rs", "ts", "svelte", "json", "yaml", "yml", "md", "toml", "ftl", "html", "txt"];
    let mut offences = Vec::new();
    let root = house::root();
    let root = root.to_string_lossy();
    for (path, text) in sources(rooms, kinds)? {
        for (index, line) in text.lines().enumerate() {
            let own = root.len() > 4 && line.contains(root.as_ref());
            if own || line.contains("/root/") || line.contains("C:\\Users\\") {
                offences.push(format!("{path}:{}: this names a folder of one machine", index + 1));
            }
        }
    }
    Ok(offences)
}

/// The text files of these rooms with these extensions, and their texts.
///
/// # Errors
/// A file that cannot be read as UTF-8.
pub(crate) fn sources(rooms: &[&str], endings: &[&str]) -> Outcome<Vec<(String, String)>> {
    let mut found = Vec::new();
    for room in rooms {
        for path in house::files_below(room)? {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            if endings.contains(&ending) {
                let text = house::read(&path)?;
                found.push((path, text));
            }
        }
    }
    Ok(found)
}

fn manifests() -> Outcome<Vec<(String, String)>> {
    let mut found = vec![("Cargo.toml".to_owned(), house::read("Cargo.toml")?)];
    found.extend(sources(&["crates", "tests", "xtask"], &["toml"])?);
    Ok(found)
}

/// Numbered lines without their comments: a rule is about code, and a comment may explain it.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(index, line)| {
        let code = match line.find("//") {
            // `https://` in a string is no comment.
            Some(at) if !line[..at].ends_with(':') => &line[..at],
            _ => line,
        };
        (index + 1, code)
    })
}

/// Whether the line has the word as a whole name.
fn has_word(line: &str, word: &str) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(part_of_name) && !line[at + word.len()..].starts_with(part_of_name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_only_as_a_name_of_its_own() {
        assert!(has_word("use rusqlite::Connection;", "rusqlite"));
        assert!(!has_word("let my_rusqlite = 1;", "rusqlite"));
        assert!(!has_word("src-tauri/src", "tauri"));
    }

    #[test]
    fn comments_are_not_code() {
        let lines: Vec<_> = code_lines("let a = 1; // lopdf\n\"https://x\"").collect();
        assert_eq!(lines, [(1, "let a = 1; "), (2, "\"https://x\"")]);
    }

    #[test]
    fn a_line_may_have_120_columns_whatever_letters_it_holds() {
        let text = format!("{}\n// {}\n{}", "ø".repeat(120), "a".repeat(118), "b".repeat(117));
        let numbers: Vec<_> =
            too_wide(&text).map(|(number, _, columns)| (number, columns)).collect();
        assert_eq!(numbers, [(2, 121)]);
    }
}
