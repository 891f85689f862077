//! The sides and times for which a risk is scored: each side that it concerns, before and after treatment.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::project::Row;
use crate::role::{FieldRole, Roles};
use crate::template::ComputedCell;

/// Whom a risk concerns: the options of the field with the role [`FieldRole::Concerns`].
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum RiskSide {
    /// Data subjects.
    Subjects,
    /// The organisation.
    Organisation,
}

/// The time for which a risk is scored.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum RiskTime {
    /// Before additional measures.
    Before,
    /// After them.
    After,
}

impl RiskSide {
    /// Both sides.
    pub const ALL: [RiskSide; 2] = [RiskSide::Subjects, RiskSide::Organisation];

    /// The option that means that a risk concerns this side.
    pub fn option(self) -> &'static str {
        match self {
            RiskSide::Subjects => "subjects",
            RiskSide::Organisation => "organisation",
        }
    }

    /// The side of a computed level; `None` for a cell that is not a level.
    pub fn of(cell: ComputedCell) -> Option<Self> {
        match cell {
            ComputedCell::Label => None,
            ComputedCell::SubjectsInherent | ComputedCell::SubjectsResidual => {
                Some(RiskSide::Subjects)
            }
            ComputedCell::OrganisationInherent | ComputedCell::OrganisationResidual => {
                Some(RiskSide::Organisation)
            }
        }
    }

    /// The level for this side at this time.
    pub fn level(self, time: RiskTime) -> ComputedCell {
        match (self, time) {
            (RiskSide::Subjects, RiskTime::Before) => ComputedCell::SubjectsInherent,
            (RiskSide::Subjects, RiskTime::After) => ComputedCell::SubjectsResidual,
            (RiskSide::Organisation, RiskTime::Before) => ComputedCell::OrganisationInherent,
            (RiskSide::Organisation, RiskTime::After) => ComputedCell::OrganisationResidual,
        }
    }

    /// The field that says who accepts the residual risk for this side.
    pub fn acceptance(self) -> FieldRole {
        match self {
            RiskSide::Subjects => FieldRole::SubjectsAcceptance,
            RiskSide::Organisation => FieldRole::RiskAcceptance,
        }
    }

    /// Whether the risk concerns this side.
    pub fn concerns(self, risk: &Row, roles: &Roles<'_>) -> bool {
        let field = roles.field(FieldRole::Concerns).unwrap_or_default();
        risk.chosen(field).contains(&self.option())
    }

    /// The fields with the reasons for the likelihood and for the severity. They are the same field if one reason is
    /// asked for both.
    pub fn reasons(self, time: RiskTime) -> (FieldRole, FieldRole) {
        match (self, time) {
            (RiskSide::Subjects, RiskTime::Before) => {
                (FieldRole::SubjectsReason, FieldRole::SubjectsReason)
            }
            (RiskSide::Subjects, RiskTime::After) => {
                (FieldRole::SubjectsResidualAcceptable, FieldRole::SubjectsResidualAcceptable)
            }
            (RiskSide::Organisation, RiskTime::Before) => {
                (FieldRole::OrganisationLikelihoodReason, FieldRole::OrganisationSeverityReason)
            }
            (RiskSide::Organisation, RiskTime::After) => {
                (FieldRole::OrganisationResidualReason, FieldRole::OrganisationResidualReason)
            }
        }
    }
}
