//! Reads YAML, and gives the line of a mistake.

use serde::de::DeserializeOwned;
use serde_saphyr::{Spanned, UserMessageFormatter};

use crate::files::Files;
use crate::problem::Problem;

/// Reads `text`. `lines_above` is the number of lines above it in `file`.
///
/// # Errors
/// The first mistake, with its line in the file.
pub(crate) fn read<T: DeserializeOwned>(
    file: &str,
    text: &str,
    lines_above: usize,
) -> Result<T, Problem> {
    serde_saphyr::from_str(text).map_err(|error| {
        let line = error.location().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1));
        let message = error.without_snippet().render_with_formatter(&UserMessageFormatter);
        // The message ends with the place in this piece. It is removed, because the problem names the line in the file.
        let message = match message.rsplit_once(" at line ") {
            Some((what, place)) if place.starts_with(|c: char| c.is_ascii_digit()) => what,
            _ => &message,
        };
        Problem::new(file, lines_above + line.max(1), message)
    })
}

/// Reads a file of a content folder; `None` if it is missing or has a mistake. The mistake goes to `problems`.
pub(crate) fn read_file<T: DeserializeOwned>(
    files: &Files,
    name: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let text = files.text(name).transpose()?;
    let found = text.and_then(|text| read(&files.name(name), text, 0));
    found.map_err(|problem| problems.push(problem)).ok()
}

/// The line of a value in its YAML text.
pub(crate) fn line<T>(value: &Spanned<T>) -> usize {
    usize::try_from(value.referenced.line()).unwrap_or(1).max(1)
}
