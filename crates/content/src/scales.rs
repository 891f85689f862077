//! The ready-made scales, from `scales.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_saphyr::Spanned;
use vurder_model::bounds::LEVELS;
use vurder_model::richtext::says_something;
use vurder_model::scenario::{ReadyScales, ScalesFault};
use vurder_model::value::ScaleLevel;

use crate::files::{Files, SCALES};
use crate::problem::Problem;
use crate::{pack, yaml};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YamlScale {
    id: Spanned<String>,
    title: Spanned<String>,
    about: Spanned<String>,
    likelihood: Spanned<Vec<ScaleLevel>>,
    severity: Spanned<Vec<ScaleLevel>>,
    risk: Spanned<Vec<ScaleLevel>>,
    matrix: Spanned<Vec<Vec<u8>>>,
}

/// Reads the scales, and adds the problems to `problems`. A content folder without the file has none.
pub(crate) fn read(files: &Files, problems: &mut Vec<Problem>) -> Vec<ReadyScales> {
    let file = files.name(SCALES);
    let Some(entries) = yaml::read_file::<Vec<YamlScale>>(files, SCALES, problems) else {
        return Vec::new();
    };
    let mut lines = BTreeMap::new();
    let mut scales = Vec::new();
    for entry in entries {
        let line = yaml::line(&entry.id);
        let id = entry.id.value.clone();
        if !pack::is_slug(&id) {
            problems.push(Problem::new(&file, line, pack::bad_slug("scales", &id)));
        }
        if let Some(first) = lines.insert(id.clone(), line) {
            let message = format!("duplicate id: scales \"{id}\" stand already in line {first}");
            problems.push(Problem::new(&file, line, message));
        }
        for (words, what) in
            [(&entry.title, "have no title"), (&entry.about, "do not say for whom they are")]
        {
            if !says_something(&words.value) {
                let message = format!("scales \"{id}\" {what}");
                problems.push(Problem::new(&file, yaml::line(words), message));
            }
        }
        for (scale, name) in [
            (&entry.likelihood, "likelihood"),
            (&entry.severity, "severity"),
            (&entry.risk, "risk"),
        ] {
            if !LEVELS.contains(&scale.value.len()) {
                let message = format!(
                    "{name} of scales \"{id}\" has {} levels: write {} to {}",
                    scale.value.len(),
                    LEVELS.start(),
                    LEVELS.end()
                );
                problems.push(Problem::new(&file, yaml::line(scale), message));
            }
        }
        let places = (yaml::line(&entry.risk), yaml::line(&entry.matrix));
        let ready = ReadyScales {
            id,
            title: entry.title.value,
            about: entry.about.value,
            likelihood: entry.likelihood.value,
            severity: entry.severity.value,
            risk: entry.risk.value,
            matrix: entry.matrix.value,
        };
        if let Some((fault, level)) = ready.fault() {
            let (line, what) = told(fault, level, line, places);
            let message = format!("scales \"{}\": {what}", ready.id);
            problems.push(Problem::new(&file, line, message));
        }
        scales.push(ready);
    }
    scales
}

/// The place of a fault and its message. `places` are the lines of the levels of risk and of the matrix.
fn told(
    fault: ScalesFault,
    level: usize,
    entry: usize,
    (risk, matrix): (usize, usize),
) -> (usize, String) {
    match fault {
        ScalesFault::NamelessLevel => (entry, format!("level {level} of a scale has no name")),
        ScalesFault::NoMeaning => (entry, format!("level {level} of a scale has no meaning")),
        ScalesFault::SameName => {
            (entry, format!("level {level} of a scale has the name of a lower one"))
        }
        ScalesFault::MatrixSize => {
            (matrix, "the matrix needs one level of risk for each pair of scores".to_owned())
        }
        ScalesFault::Hole => (matrix, format!("no cell of the matrix gives level {level} of risk")),
        ScalesFault::Falls => {
            (matrix, format!("the matrix falls to level {level} of risk where a score rises"))
        }
        ScalesFault::NoRole => (
            risk,
            format!("level {level} of risk may stay: say in accepted_by which role accepts it"),
        ),
        ScalesFault::AcceptableAbove => {
            (risk, format!("level {level} of risk may stay although a lower one may not"))
        }
    }
}
