//! Reads files of a pack as JSON. Lists are read entry by entry, so that an entry that cannot be read does not affect
//! others.

use serde::de::{DeserializeOwned, Error as _};
use serde_json::error::Category;
use serde_json::value::RawValue;

use crate::decode;
use crate::limits::PACK_FILE_BYTES;
use crate::problem::{Problem, Trouble};

/// Reads a JSON object. Serde would also accept a list with the values of the fields in their order.
pub(super) fn object<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    let first = text.trim_ascii_start().chars().next();
    if first.is_some_and(|first| first == '[') {
        return Err(serde_json::Error::custom("an object begins with {"));
    }
    serde_json::from_str(text)
}

/// An entry of a list, with the line on which it begins.
pub(super) struct Entry<T> {
    pub(super) line: u32,
    pub(super) value: T,
}

/// The text of a file. Problems go to `problems`.
pub(super) fn text(path: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Option<String> {
    let (text, trouble) = match decode::text_up_to(bytes, PACK_FILE_BYTES) {
        Ok((text, trouble)) => (Some(text), trouble),
        Err(trouble) => (None, Some(trouble)),
    };
    problems.extend(trouble.map(|trouble| Problem::new(path, 0, trouble)));
    text
}

/// Reads a whole file.
pub(super) fn whole<T: DeserializeOwned>(
    path: &str,
    bytes: &[u8],
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let text = text(path, bytes, problems)?;
    let read = object(&text);
    read.map_err(|error| problems.push(malformed(path, &error))).ok()
}

/// Reads the entries of a list.
pub(super) fn list<T: DeserializeOwned>(
    path: &str,
    bytes: &[u8],
    problems: &mut Vec<Problem>,
) -> Vec<Entry<T>> {
    let Some(text) = text(path, bytes, problems) else { return Vec::new() };
    let parts: Vec<&RawValue> = match serde_json::from_str(&text) {
        Ok(parts) => parts,
        Err(error) => {
            problems.push(malformed(path, &error));
            return Vec::new();
        }
    };
    let mut entries = Vec::with_capacity(parts.len());
    let mut at = text.find('[').map_or(0, |at| at + 1);
    let mut line = 1 + lines(&text[..at]);
    for part in parts {
        // Between entries there are only white space and commas.
        let begin = text[at..].find(|c: char| !c.is_whitespace() && c != ',').unwrap_or(0);
        line += lines(&text[at..at + begin]);
        match object(part.get()) {
            Ok(value) => entries.push(Entry { line, value }),
            Err(error) => {
                let line = line + u32::try_from(error.line()).unwrap_or(0).saturating_sub(1);
                let detail = detail(&error);
                problems.push(Problem::new(path, line, Trouble::BadEntry { detail }));
            }
        }
        at += begin + part.get().len();
        line += lines(part.get());
    }
    entries
}

fn lines(text: &str) -> u32 {
    u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX)
}

fn malformed(path: &str, error: &serde_json::Error) -> Problem {
    let line = u32::try_from(error.line()).unwrap_or(0);
    Problem::new(path, line, Trouble::Malformed { detail: detail(error) })
}

/// The message of the JSON reader, without the place.
pub(super) fn detail(error: &serde_json::Error) -> String {
    if error.classify() == Category::Eof {
        return "the file ends too early".to_owned();
    }
    let words = error.to_string();
    words.rsplit_once(" at line ").map_or(words.as_str(), |(words, _)| words).to_owned()
}
