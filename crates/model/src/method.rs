//! The method of a project: its scales, the matrix that combines them, and the acceptable levels of risk.

use crate::bounds::LEVELS_BEFORE;
use crate::field::{Register, ScaleName};
use crate::project::{Project, Row};
use crate::role::Scores;
use crate::value::{ScaleLevel, Value};

/// The register that holds the method.
pub const METHOD: &str = "method";

/// The field of the method that holds the matrix.
pub const MATRIX: &str = "matrix";

/// The scales and the matrix that the project has set, or the customary ones if it has set none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// Levels of likelihood, lowest first.
    pub likelihood: Vec<ScaleLevel>,
    /// Levels of severity, lowest first.
    pub severity: Vec<ScaleLevel>,
    /// Levels of risk, lowest first, with whether each is acceptable and who may accept it.
    pub risk: Vec<ScaleLevel>,
    /// Level of risk for each likelihood (outer) and severity (inner), counted from 1.
    pub matrix: Vec<Vec<u8>>,
}

impl Method {
    /// Reads the method of a project. A scale that is not set, or that has too few or too many levels, gets the
    /// customary levels that the register of the method names. A matrix whose size does not fit the scales is computed
    /// anew. Therefore every pair of scores has a level.
    pub fn of(project: &Project, registers: &[Register]) -> Method {
        let set = |field: &str| match project.single(METHOD, field) {
            Some(Value::Scale(levels)) if LEVELS_BEFORE.contains(&levels.len()) => {
                Some(levels.clone())
            }
            _ => None,
        };
        let customary = |field: &str| customary_levels(registers, field);
        let likelihood = set("likelihood").unwrap_or_else(|| customary("likelihood"));
        let severity = set("severity").unwrap_or_else(|| customary("severity"));
        let risk = set("risk").unwrap_or_else(|| {
            let mut risk = customary("risk");
            let line = risk.len() / 2;
            for level in &mut risk[..line] {
                level.acceptable = true;
            }
            risk
        });
        let matrix = customary_matrix(likelihood.len(), severity.len(), risk.len());
        let mut method = Method { likelihood, severity, risk, matrix };
        if let Some(Value::Matrix(cells)) = project.single(METHOD, MATRIX)
            && method.fits(cells)
        {
            method.matrix.clone_from(cells);
        }
        method
    }

    /// The scale in force that a field of the method holds; `None` for the other fields of the method.
    pub fn scale_at(&self, field: &str) -> Option<(ScaleName, &[ScaleLevel])> {
        match field {
            "likelihood" => Some((ScaleName::Likelihood, &self.likelihood)),
            "severity" => Some((ScaleName::Severity, &self.severity)),
            "risk" => Some((ScaleName::Risk, &self.risk)),
            _ => None,
        }
    }

    /// Whether a matrix has one level of risk for each pair of scores, and only levels of the scale. A matrix that was
    /// set before a scale changed may not fit.
    pub fn fits(&self, cells: &[Vec<u8>]) -> bool {
        cells.len() == self.likelihood.len()
            && cells.iter().all(|row| {
                row.len() == self.severity.len()
                    && row.iter().all(|&l| l >= 1 && usize::from(l) <= self.risk.len())
            })
    }

    /// The level of risk, counted from 1; `None` if a score is outside its scale.
    pub fn level(&self, likelihood: u8, severity: u8) -> Option<u8> {
        let row = self.matrix.get(usize::from(likelihood).checked_sub(1)?)?;
        row.get(usize::from(severity).checked_sub(1)?).copied()
    }

    /// The level of risk for two scores of a risk; `None` if one of them is missing.
    pub fn level_of(&self, risk: &Row, scores: Scores<'_>) -> Option<u8> {
        self.level(risk.level(scores.likelihood)?, risk.level(scores.severity)?)
    }

    /// Whether a risk of this level may stay as it is.
    pub fn acceptable(&self, level: u8) -> bool {
        usize::from(level)
            .checked_sub(1)
            .and_then(|at| self.risk.get(at))
            .is_some_and(|level| level.acceptable)
    }
}

/// The levels that a scale has if the project has not set it, in the language of the registers.
fn customary_levels(registers: &[Register], field: &str) -> Vec<ScaleLevel> {
    let method = registers.iter().find(|register| register.id == METHOD);
    let field = method.and_then(|method| method.field(field));
    let labels = field.map(|field| field.customary.as_slice()).unwrap_or_default();
    labels
        .iter()
        .map(|label| ScaleLevel {
            label: label.clone(),
            meaning: String::new(),
            acceptable: false,
            accepted_by: String::new(),
        })
        .collect()
}

/// The matrix for scales of any size: the level grows evenly from the lowest corner to the highest.
pub fn customary_matrix(likelihood: usize, severity: usize, risk: usize) -> Vec<Vec<u8>> {
    let steps = (likelihood + severity).saturating_sub(1).max(1);
    (0..likelihood)
        .map(|l| {
            (0..severity)
                .map(|s| {
                    let level = 1 + (l + s) * risk / steps;
                    u8::try_from(level.min(risk.max(1))).unwrap_or(u8::MAX)
                })
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matrix_never_falls_when_a_score_rises() {
        for (l, s, r) in [(2, 2, 2), (4, 4, 4), (5, 5, 4), (5, 5, 5), (3, 4, 3)] {
            let cells = customary_matrix(l, s, r);
            assert_eq!(cells[0][0], 1, "the lowest corner is the lowest level");
            assert_eq!(usize::from(cells[l - 1][s - 1]), r, "the highest corner is the highest");
            for row in 0..l {
                for col in 0..s {
                    if row > 0 {
                        assert!(cells[row][col] >= cells[row - 1][col]);
                    }
                    if col > 0 {
                        assert!(cells[row][col] >= cells[row][col - 1]);
                    }
                }
            }
        }
    }
}
