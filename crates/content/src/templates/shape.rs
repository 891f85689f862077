//! All that is wrong with the shape of a file, not only what is wrong first: an item of a list that cannot be read is
//! set aside, and the reading goes on without it.

use serde::de::DeserializeOwned;

use crate::located::Node;

/// Mistakes after which nobody wants to hear of more.
const MOST: usize = 20;

/// Reads a file.
///
/// # Errors
/// What is wrong with it, each in an item of a list of its own. A file that is no YAML has one mistake, since what
/// follows can't be told from it.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Vec<serde_saphyr::Error>> {
    let mut errors: Vec<serde_saphyr::Error> = Vec::new();
    let mut rest = text.to_owned();
    loop {
        let error = match serde_saphyr::from_str::<T>(&rest) {
            Ok(value) if errors.is_empty() => return Ok(value),
            Ok(_) => return Err(errors),
            Err(error) => error,
        };
        let line = error.location().and_then(|at| usize::try_from(at.line()).ok());
        errors.push(error);
        let without = line.and_then(|line| without_item(&rest, line));
        match without {
            // Something else may lean on what was set aside; then the file is no YAML any more, and that is no mistake
            // of whoever wrote it.
            Some(without)
                if errors.len() < MOST && serde_saphyr::from_str::<Node>(&without).is_ok() =>
            {
                rest = without;
            }
            _ => return Err(errors),
        }
    }
}

/// The text with empty lines in place of the smallest item of a list that holds the line and is not the only one of its
/// list: without that one, the list would be missing.
fn without_item(text: &str, line: usize) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut at = line.checked_sub(1)?;
    let mut deepest = usize::MAX;
    loop {
        let indent = indent(lines.get(at)?);
        if let Some(indent) = indent.filter(|indent| *indent < deepest) {
            if is_item(lines[at]) {
                let end = block_end(&lines, at, indent);
                if end > line - 1 && has_neighbour(&lines, at, end, indent) {
                    let keep = |(number, line): (usize, &&str)| match (at..end).contains(&number) {
                        true => String::new(),
                        false => (*line).to_owned(),
                    };
                    let kept: Vec<String> = lines.iter().enumerate().map(keep).collect();
                    return Some(kept.join("\n"));
                }
            }
            deepest = indent;
        }
        at = at.checked_sub(1)?;
    }
}

/// How far a line is indented; none where nothing stands on it.
fn indent(line: &str) -> Option<usize> {
    let words = line.trim_start();
    (!words.is_empty() && !words.starts_with('#')).then(|| line.len() - words.len())
}

fn is_item(line: &str) -> bool {
    line.trim_start().starts_with("- ")
}

/// The line after an item: the next one that is indented no deeper.
fn block_end(lines: &[&str], start: usize, depth: usize) -> usize {
    let ends = |line: &&str| indent(line).is_some_and(|indent| indent <= depth);
    lines[start + 1..].iter().position(ends).map_or(lines.len(), |more| start + 1 + more)
}

fn has_neighbour(lines: &[&str], start: usize, end: usize, depth: usize) -> bool {
    let same = |line: &&&str| indent(line).is_some_and(|indent| indent <= depth);
    let item = |line: &&str| indent(line) == Some(depth) && is_item(line);
    lines.get(end).is_some_and(item) || lines[..start].iter().rev().find(same).is_some_and(item)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TEXT: &str = "a:\n- id: 1\n  list:\n  - x\n  - y\n- id: 2\n  list:\n  - z\n";

    #[test]
    fn the_smallest_item_with_a_neighbour_is_set_aside() {
        let without = |line| without_item(TEXT, line);
        assert_eq!(without(5).unwrap(), "a:\n- id: 1\n  list:\n  - x\n\n- id: 2\n  list:\n  - z");
        assert_eq!(
            without(8).unwrap(),
            "a:\n- id: 1\n  list:\n  - x\n  - y\n\n\n",
            "a list keeps its only item: the one around it goes"
        );
        assert_eq!(without(1), None, "the file itself cannot be set aside");
    }
}
