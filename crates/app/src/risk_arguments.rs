//! What the commands of the register of risks take.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::risk::{RiskSide, RiskTime};

use crate::command_types::arguments;

arguments! {
    /// A scenario of the catalogue that becomes a risk of a project.
    PickScenario {
        /// The project.
        project: ProjectId,
        /// Id of the scenario.
        scenario: String,
        /// Identity of the new risk; drawn when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<RowId>,
    }

    /// Scores for one or several risks, of one side.
    ScoreRisks {
        /// The project.
        project: ProjectId,
        /// The risks; each must concern the side.
        rows: Vec<RowId>,
        /// The side that is scored.
        side: RiskSide,
        /// Before additional measures or after them.
        when: RiskTime,
        /// Likelihood, counted from 1; stays when left out.
        #[serde(default)] #[ts(optional)]
        likelihood: Option<u8>,
        /// Severity, counted from 1; stays when left out.
        #[serde(default)] #[ts(optional)]
        severity: Option<u8>,
        /// Why, as plain text: the reason of the scores that are given, or of both where none is. For data subjects
        /// after additional measures it is the reason of the verdict, which has to be there.
        #[serde(default)] #[ts(optional)]
        reason: Option<String>,
    }

    /// Risks of a project.
    OfRisks {
        /// The project.
        project: ProjectId,
        /// The risks.
        rows: Vec<RowId>,
    }

    /// Ready-made scales that a project takes over.
    UseScales {
        /// The project.
        project: ProjectId,
        /// Id of the scales.
        scales: String,
    }

    /// A row that goes into the trash.
    TrashRow {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// Whether the answers that name the row forget it in the same step. Otherwise they name it again when it
        /// comes back.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        detach: bool,
    }
}
