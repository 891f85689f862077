//! The list of all answers in a report, as a Word document keeps it. By this list, a reader of the returned file knows
//! which answers somebody removed.

use std::fmt::Write as _;

/// The greatest number of characters of a line. Word shows and keeps properties of at most 255 characters.
const LONGEST_LINE: usize = 250;

/// The tags of answers in lines, with the row only once for all answers of a row: `ROW:FIELD,FIELD@2;ROW:FIELD`.
pub fn lines_of_tags(tags: &[String]) -> Vec<String> {
    let mut rows: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut places: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    for (row, field) in tags.iter().filter_map(|tag| tag.split_once('/')) {
        let place = *places.entry(row).or_insert(rows.len());
        match rows.get_mut(place) {
            Some((_, fields)) => fields.push(field),
            None => rows.push((row, vec![field])),
        }
    }
    let mut lines: Vec<String> = Vec::new();
    for (row, fields) in rows {
        let mut is_open = false;
        for field in fields {
            let more = if is_open { field.len() + 1 } else { row.len() + field.len() + 2 };
            if lines.last().is_none_or(|line| line.len() + more > LONGEST_LINE) {
                lines.push(String::new());
                is_open = false;
            }
            let Some(line) = lines.last_mut() else { continue };
            let _ = match (is_open, line.is_empty()) {
                (true, _) => write!(line, ",{field}"),
                (false, true) => write!(line, "{row}:{field}"),
                (false, false) => write!(line, ";{row}:{field}"),
            };
            is_open = true;
        }
    }
    lines
}

/// The tags in a line.
pub fn tags_of_line(line: &str) -> Vec<String> {
    let rows = line.split(';').filter_map(|row| row.split_once(':'));
    rows.flat_map(|(row, fields)| fields.split(',').map(move |field| format!("{row}/{field}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tags_of_many_answers_are_read_back_from_short_lines() {
        let mut tags = vec!["m-1/why".to_owned(), "m-1/how".to_owned(), "m-2/why@2".to_owned()];
        assert_eq!(lines_of_tags(&tags), ["m-1:why,how;m-2:why@2"]);
        tags.extend((0..60).map(|at| format!("m-3/field_{at}")));
        let lines = lines_of_tags(&tags);
        assert!(lines.iter().all(|line| line.len() <= LONGEST_LINE), "{lines:?}");
        let read: Vec<String> = lines.iter().flat_map(|line| tags_of_line(line)).collect();
        assert_eq!(read, tags);
    }
}
