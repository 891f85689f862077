//! YAML with the line of what is wrong.

use serde::de::DeserializeOwned;
use serde_saphyr::{Spanned, UserMessageFormatter};

use crate::files::Files;
use crate::problem::Problem;

/// Reads `text`, which stands in `file` below `lines_above` other lines.
///
/// # Errors
/// What is wrong first, with its line in the file.
pub(crate) fn read<T: DeserializeOwned>(
    file: &str,
    text: &str,
    lines_above: usize,
) -> Result<T, Problem> {
    serde_saphyr::from_str(text).map_err(|error| {
        let line = error.location().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1));
        let message = error.without_snippet().render_with_formatter(&UserMessageFormatter);
        // The place stands before the message, counted in the file and not in this piece of it.
        let message = match message.rsplit_once(" at line ") {
            Some((what, place)) if place.starts_with(|c: char| c.is_ascii_digit()) => what,
            _ => &message,
        };
        Problem::new(file, lines_above + line.max(1), message)
    })
}

/// Reads a file of a content folder; none where it is missing, or where it is wrong, which goes to `problems`.
pub(crate) fn read_file<T: DeserializeOwned>(
    files: &Files,
    name: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let text = files.text(name).transpose()?;
    let found = text.and_then(|text| read(&files.name(name), text, 0));
    found.map_err(|problem| problems.push(problem)).ok()
}

/// The line of a value within its YAML text.
pub(crate) fn line<T>(value: &Spanned<T>) -> usize {
    usize::try_from(value.referenced.line()).unwrap_or(1).max(1)
}
