//! The script of the sample project: the commands that make it, and the answers that they write.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use vurder_model::id::RowId;
use vurder_model::project::single_id;
use vurder_model::value::Value;

/// The commands of the sample, one in each line.
pub(crate) const COHORT: &str = include_str!("../../../content/samples/cohort.jsonl");

/// A row of the sample with its answers.
#[derive(Debug)]
pub(crate) struct SampleRow {
    /// Its register.
    pub(crate) register: String,
    /// Its answers by field.
    pub(crate) values: BTreeMap<String, Value>,
}

/// The rows of the sample in the order in which the script makes them. The tests of this file prove that every line is
/// read.
pub(crate) static ROWS: LazyLock<Vec<SampleRow>> = LazyLock::new(|| {
    let mut rows: Vec<(RowId, SampleRow)> = Vec::new();
    for line in COHORT.lines().filter_map(read_line) {
        let Some(id) = line.id.or(line.row).or_else(|| single_id(line.register.as_deref()?)) else {
            continue;
        };
        let at = rows.iter().position(|(known, _)| *known == id).unwrap_or_else(|| {
            let register = line.register.unwrap_or_default();
            rows.push((id, SampleRow { register, values: BTreeMap::new() }));
            rows.len() - 1
        });
        let values = &mut rows[at].1.values;
        values.extend(line.values);
        values.extend(line.field.zip(line.value));
    }
    rows.into_iter().map(|(_, row)| row).collect()
});

/// A line that writes answers: `add_row` or `set_value`.
#[derive(Debug, Deserialize)]
struct ScriptLine {
    command: String,
    id: Option<RowId>,
    row: Option<RowId>,
    register: Option<String>,
    #[serde(default)]
    values: BTreeMap<String, Value>,
    field: Option<String>,
    value: Option<Value>,
}

/// The line, if it writes answers.
fn read_line(line: &str) -> Option<ScriptLine> {
    let read: ScriptLine = serde_json::from_str(line).ok()?;
    matches!(read.command.as_str(), "add_row" | "set_value").then_some(read)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_answer_of_the_script_is_read() {
        let lines =
            || COHORT.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let writes = |name: &str| lines().filter(|line| line["command"] == name).count();
        let read = |name: &str| {
            COHORT.lines().filter_map(read_line).filter(|line| line.command == name).count()
        };
        for name in ["add_row", "set_value"] {
            assert_eq!(read(name), writes(name), "lines of `{name}` that are not read as answers");
        }
        assert!(ROWS.iter().all(|row| !row.register.is_empty()), "a row without its register");
        let screening = ROWS.iter().find(|row| row.register == "screening").unwrap();
        assert!(screening.values.contains_key("decision"));
    }
}
