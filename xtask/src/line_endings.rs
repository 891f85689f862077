//! Checks that texts end their lines with a line feed, also where they were written on Windows. `.gitattributes` sets
//! that in Git, and generated types and golden texts are compared byte for byte.

use crate::offence::Offence;
use crate::{Outcome, house};

const ATTRIBUTES: &str = ".gitattributes";

/// The attribute that Git has for all texts.
const ASKED: &str = "* text=auto eol=lf";

/// The folders of the project's own texts.
const FOLDERS: &[&str] =
    &[".github", "content", "crates", "docs", "packaging", "src-tauri", "tests", "ui", "xtask"];

/// Finds texts with line ends of Windows, and a `.gitattributes` that would let Git write such.
pub(crate) fn are_line_feeds() -> Outcome<Vec<Offence>> {
    let attributes = house::read(ATTRIBUTES)?;
    let mut offences = Vec::new();
    if !attributes.lines().any(|line| line == ASKED) {
        offences.push(format!("{ATTRIBUTES}: the line `{ASKED}` is missing"));
    }
    let left_alone: Vec<&str> =
        attributes.lines().filter_map(|line| line.strip_suffix(" -text")).collect();
    for folder in FOLDERS {
        for path in house::files_below(folder)? {
            if left_alone.contains(&path.as_str()) {
                continue;
            }
            let bytes = std::fs::read(house::root().join(&path))
                .map_err(|error| format!("{path}: {error}"))?;
            offences.extend(
                windows_line(&bytes)
                    .map(|line| format!("{path}:{line}: the line ends with a carriage return")),
            );
        }
    }
    Ok(offences)
}

/// The number of the first line with a line end of Windows; `None` where there is none, or where the file is not a
/// text.
fn windows_line(bytes: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(bytes).ok()?;
    if text.contains('\0') {
        return None;
    }
    text.split('\n').position(|line| line.ends_with('\r')).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_ends_otherwise_is_named() {
        assert_eq!(windows_line(b"one\ntwo\r\nthree\r\n"), Some(2));
        assert_eq!(windows_line(b"one\ntwo\n"), None);
        assert_eq!(windows_line(b"\x00\r\n"), None, "no text");
        assert_eq!(windows_line(b"\xff\r\n"), None, "no text");
    }
}
