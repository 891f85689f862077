//! Finds all mistakes in the shape of a file, not only the first one: an item of a list that cannot be read is removed,
//! and the rest is read again.

use serde::de::DeserializeOwned;

use crate::located::Node;

/// The greatest number of mistakes that are reported.
const MOST: usize = 20;

/// Reads a file.
///
/// # Errors
/// The mistakes of the file, at most one in each item of a list. A file that is not YAML has one mistake, because the
/// text after it cannot be understood.
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
            // Another part of the file may need the removed item. Then the rest is not YAML, and that is not a mistake
            // of the author.
            Some(without)
                if errors.len() < MOST && serde_saphyr::from_str::<Node>(&without).is_ok() =>
            {
                rest = without;
            }
            _ => return Err(errors),
        }
    }
}

/// The text with empty lines instead of the smallest list item that has the line. The item must not be the only one of
/// its list: without it, the list would be missing.
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
                    let blanked = |(number, line): (usize, &&str)| match (at..end).contains(&number)
                    {
                        true => String::new(),
                        false => (*line).to_owned(),
                    };
                    let lines_left: Vec<String> = lines.iter().enumerate().map(blanked).collect();
                    return Some(lines_left.join("\n"));
                }
            }
            deepest = indent;
        }
        at = at.checked_sub(1)?;
    }
}

/// The indentation of a line; `None` for an empty line or a comment.
fn indent(line: &str) -> Option<usize> {
    let words = line.trim_start();
    (!words.is_empty() && !words.starts_with('#')).then(|| line.len() - words.len())
}

fn is_item(line: &str) -> bool {
    line.trim_start().starts_with("- ")
}

/// The line after an item: the next line that is not indented more than the item.
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
