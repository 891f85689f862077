//! Decides which risks are treated by a measure, and which scores of a risk are in force after treatment.
//!
//! A risk that no measure treats keeps its level, because nothing was done that could lower it. Matrices, counts and
//! columns all use this module, so that they cannot differ.

use std::collections::HashSet;

use crate::id::RowId;
use crate::method::Method;
use crate::project::{Project, Row};
use crate::risk::{RiskSide, RiskTime};
use crate::role::{FieldRole, Roles};
use crate::template::ComputedCell;
use crate::value::{ScaleLevel, Value};

/// The risks that measures treat.
#[derive(Debug)]
pub struct Treatment<'a> {
    risks: HashSet<&'a RowId>,
}

/// The option of a measure that keeps the risk as it is, knowingly.
const RETAIN: &str = "retain";

impl<'a> Treatment<'a> {
    /// The roles of the answers that decide which risks are treated.
    pub(crate) const READS: [FieldRole; 3] =
        [FieldRole::MeasureTreats, FieldRole::MeasureOption, FieldRole::MeasureServes];

    /// Reads the measures of a project. Those in the trash treat nothing, and neither does the decision to retain a
    /// risk, or a measure that is not asked for risks any more and only keeps that answer.
    pub fn of(project: &'a Project, roles: &Roles<'_>) -> Self {
        let field = roles.field(FieldRole::MeasureTreats).unwrap_or_default();
        let option = roles.field(FieldRole::MeasureOption).unwrap_or_default();
        let risks = roles
            .rows(project, FieldRole::MeasureTreats)
            .filter(|measure| roles.asks(FieldRole::MeasureTreats, measure))
            .filter(|measure| !measure.chosen(option).contains(&RETAIN))
            .filter_map(|measure| match measure.values.get(field) {
                Some(Value::Refs(risks)) => Some(risks),
                _ => None,
            })
            .flatten()
            .collect();
        Self { risks }
    }

    /// Whether a measure treats the risk.
    pub fn treats(&self, risk: &Row) -> bool {
        self.risks.contains(&risk.id)
    }

    /// The level whose scores are in force when a form shows `level` of a risk. For a level after treatment of a risk
    /// that no measure treats, it is the level before treatment, even if scores after treatment were entered.
    pub(crate) fn level_in_force(&self, risk: &Row, level: ComputedCell) -> ComputedCell {
        if self.treats(risk) { level } else { level.before_treatment() }
    }

    /// The level of the residual risk for `side`, which an acceptance is about; `None` if a score is missing.
    pub(crate) fn accepted_level<'m>(
        &self,
        risk: &Row,
        side: RiskSide,
        roles: &Roles<'_>,
        method: &'m Method,
    ) -> Option<&'m ScaleLevel> {
        let scores = roles.scores(self.level_in_force(risk, side.level(RiskTime::After)))?;
        method.risk.get(usize::from(method.level_of(risk, scores)?).checked_sub(1)?)
    }
}
