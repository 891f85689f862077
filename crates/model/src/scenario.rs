//! The scenarios of the catalogue, and the scales that a project can take over.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::value::{ScaleLevel, Value};

/// A scenario that a person picks and adapts. It says nothing about a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Stable id.
    pub id: String,
    /// What happens, in one line.
    pub title: String,
    /// How the harm follows from the cause, in one or two sentences.
    pub how: String,
    /// Who or what causes it.
    pub sources: String,
    /// The usual weaknesses that let it happen.
    pub causes: Vec<String>,
    /// What the harm is for people.
    pub impact: String,
    /// Option of the field with the role `risk_origin`.
    pub origin: String,
    /// Option of the field with the role `risk_environment`.
    pub environment: String,
    /// Options of the field with the role `concerns`.
    pub concerns: Vec<String>,
    /// Options of the field with the role `risk_affected`.
    pub affected: Vec<String>,
    /// Topics on which a provider may state something that lowers the risk.
    pub topics: Vec<String>,
    /// Articles of the GDPR that it concerns: `32(1)(b)`.
    pub gdpr: Vec<String>,
    /// Other words by which people look for it, in all languages of the program.
    pub synonyms: Vec<String>,
    /// The measures that usually help.
    pub measures: Vec<SuggestedMeasure>,
}

/// A measure that usually helps against a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SuggestedMeasure {
    /// Option of the field with the role `measure_serves`: the requirement that the measure serves.
    pub serves: String,
    /// What is done.
    pub words: String,
}

/// Scales with meanings and a matrix, for projects that have no method of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadyScales {
    /// Stable id.
    pub id: String,
    /// The name that people read.
    pub title: String,
    /// The projects for which they are meant.
    pub about: String,
    /// Levels of likelihood, lowest first.
    pub likelihood: Vec<ScaleLevel>,
    /// Levels of severity, lowest first.
    pub severity: Vec<ScaleLevel>,
    /// Levels of risk, lowest first, with whether each is acceptable and who may accept it.
    pub risk: Vec<ScaleLevel>,
    /// Level of risk for each likelihood (outer) and severity (inner), counted from 1.
    pub matrix: Vec<Vec<u8>>,
}

/// A fault in ready-made scales.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScalesFault {
    /// A level has no name.
    NamelessLevel,
    /// A level has no meaning.
    NoMeaning,
    /// Two levels of a scale have the same name.
    SameName,
    /// The matrix does not have exactly one level of risk for each pair of scores.
    MatrixSize,
    /// No cell of the matrix gives this level of risk.
    Hole,
    /// The level of risk falls although a score rises.
    Falls,
    /// A level that is acceptable names no role that may accept it.
    NoRole,
    /// A level is acceptable although a lower level is not.
    AcceptableAbove,
}

impl ReadyScales {
    /// These scales as answers of the register of the method, by field.
    pub fn answers(&self) -> [(&'static str, Value); 4] {
        [
            ("likelihood", Value::Scale(self.likelihood.clone())),
            ("severity", Value::Scale(self.severity.clone())),
            ("risk", Value::Scale(self.risk.clone())),
            ("matrix", Value::Matrix(self.matrix.clone())),
        ]
    }

    /// The first fault, with the level of risk or the place in its scale, counted from 1.
    pub fn fault(&self) -> Option<(ScalesFault, usize)> {
        for scale in [&self.likelihood, &self.severity, &self.risk] {
            for (at, level) in scale.iter().enumerate() {
                let fault = if level.label.trim().is_empty() {
                    ScalesFault::NamelessLevel
                } else if level.meaning.trim().is_empty() {
                    ScalesFault::NoMeaning
                } else if scale[..at].iter().any(|other| other.label.trim() == level.label.trim()) {
                    ScalesFault::SameName
                } else {
                    continue;
                };
                return Some((fault, at + 1));
            }
        }
        for (at, level) in self.risk.iter().enumerate() {
            if level.acceptable && level.accepted_by.trim().is_empty() {
                return Some((ScalesFault::NoRole, at + 1));
            }
            if level.acceptable && at > 0 && !self.risk[at - 1].acceptable {
                return Some((ScalesFault::AcceptableAbove, at + 1));
            }
        }
        self.matrix_fault()
    }

    fn matrix_fault(&self) -> Option<(ScalesFault, usize)> {
        let levels = self.risk.len();
        let sized = |row: &Vec<u8>| row.len() == self.severity.len();
        let known = |level: &u8| (1..=levels).contains(&usize::from(*level));
        if self.matrix.len() != self.likelihood.len() || !self.matrix.iter().all(sized) {
            return Some((ScalesFault::MatrixSize, self.matrix.len()));
        }
        if let Some(level) = self.matrix.iter().flatten().find(|level| !known(level)) {
            return Some((ScalesFault::MatrixSize, usize::from(*level)));
        }
        let given = |level: usize| self.matrix.iter().flatten().any(|l| usize::from(*l) == level);
        if let Some(hole) = (1..=levels).find(|level| !given(*level)) {
            return Some((ScalesFault::Hole, hole));
        }
        for (l, row) in self.matrix.iter().enumerate() {
            for (s, level) in row.iter().enumerate() {
                let left = s > 0 && row[s - 1] > *level;
                let below = l > 0 && self.matrix[l - 1][s] > *level;
                if left || below {
                    return Some((ScalesFault::Falls, usize::from(*level)));
                }
            }
        }
        None
    }
}
