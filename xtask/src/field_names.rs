//! Checks that the program asks for a field by its role: no string of the code is the id of a register or of one of its
//! fields.

use std::collections::BTreeSet;

use crate::offence::Offence;
use crate::room_rules::sources;
use crate::{Outcome, house};

const REGISTERS: &str = "content/templates/registers.yaml";

/// The folders in which code reads, writes and shows values.
const ROOMS: &[&str] = &["crates/app/src", "crates/model/src/view", "crates/report/src/compose"];

/// Strings that equal an id and name something else.
const OTHER_MEANINGS: &[(&str, &[&str])] = &[
    // Kinds of answers, and keys of a JSON Schema.
    ("crates/app/src/reading.rs", &["acceptance", "date", "field", "kind", "matrix", "type"]),
    // A type of TypeScript.
    ("crates/app/src/window_types.rs", &["number"]),
    // An argument of a message.
    ("crates/report/src/compose/coverage.rs", &["provider"]),
    // An argument of the messages of rules.
    ("crates/app/src/findings_in_words.rs", &["field", "name", "row"]),
    // An option of the field with the role `remark_state`.
    ("crates/app/src/remark_state.rs", &["answered"]),
    // The kind of an anchor.
    ("crates/report/src/compose/form.rs", &["field"]),
    // The place in the document that the outline leads to.
    ("crates/report/src/compose/sources.rs", &["sources"]),
    // An option of the field with the role `measure_by`.
    ("crates/app/src/change/citations.rs", &["provider"]),
    ("crates/app/src/change/coverage.rs", &["controller"]),
    // Options of the fields with the roles `request_status` and `request_wanted`.
    ("crates/app/src/request_state.rs", &["answered", "sent"]),
    ("crates/app/src/request_draft.rs", &["answer"]),
];

/// Checks that no field is named by its id.
pub(crate) fn none_in_code() -> Outcome<Vec<Offence>> {
    let registers = house::read(REGISTERS)?;
    let ids = ids(&registers);
    if ids.is_empty() {
        return Err(format!("{REGISTERS}: no ids were found; did its layout change?"));
    }
    let mut offences = Vec::new();
    let all = sources(ROOMS, &["rs"])?;
    // Tests write answers by the ids of their fields, like scripts.
    for (path, text) in all.into_iter().filter(|(path, _)| !is_test(path)) {
        let other = OTHER_MEANINGS.iter().find(|(file, _)| *file == path);
        let other = other.map_or(&[][..], |(_, strings)| strings);
        for (line, id) in named(&text, &ids) {
            if !other.contains(&id) {
                offences.push(format!("{path}:{line}: \"{id}\" is the id of a register or field"));
            }
        }
    }
    Ok(offences)
}

/// Whether the file holds unit tests only.
fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// The ids of the registers and of their fields in `registers.yaml`.
fn ids(registers: &str) -> BTreeSet<&str> {
    let of_line = |line| {
        let line: &str = line;
        line.strip_prefix("- id: ").or_else(|| line.strip_prefix("  - id: "))
    };
    registers.lines().filter_map(of_line).map(str::trim).collect()
}

/// The strings of the code that are ids, with their line numbers. Tests, comments and attributes are left out.
fn named<'a>(code: &'a str, ids: &BTreeSet<&str>) -> Vec<(usize, &'a str)> {
    let before_tests = code.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for (index, line) in before_tests.lines().enumerate() {
        let start = line.trim_start();
        if start.starts_with("//") || start.starts_with("#[") {
            continue;
        }
        // Every second piece between quotes is a string. A string that contains quotes is no id.
        let strings = line.split('"').skip(1).step_by(2);
        found.extend(strings.filter(|string| ids.contains(string)).map(|id| (index + 1, id)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_is_named_by_its_id_is_found() {
        let ids =
            ids("- id: request\n  fields:\n  - id: status\n    options:\n    - {id: draft}\n");
        assert_eq!(ids, BTreeSet::from(["request", "status"]), "options are named by code");
        let code = "row.get(\"status\");\n// \"status\"\n#[serde(tag = \"status\")]\nsay(\"draft\");\n\
                    const R: &str = \"request\";\n#[cfg(test)]\nrow.get(\"status\");\n";
        assert_eq!(named(code, &ids), [(1, "status"), (5, "request")]);
    }
}
