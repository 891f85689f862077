//! The arguments of the commands on risks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::risk::{RiskSide, RiskTime};

use crate::command_types::arguments;

arguments! {
    /// A scenario of the catalogue to make a risk from.
    PickScenario {
        /// The project.
        project: ProjectId,
        /// Id of the scenario.
        scenario: String,
        /// The id of the new risk; the program makes one when left out.
        #[serde(default)] #[ts(optional)]
        id: Option<RowId>,
    }

    /// Scores of one side, for one or several risks.
    ScoreRisks {
        /// The project.
        project: ProjectId,
        /// The risks; each must concern the side.
        rows: Vec<RowId>,
        /// The side that is scored.
        side: RiskSide,
        /// Before additional measures or after them.
        when: RiskTime,
        /// Likelihood, counted from 1; unchanged when left out.
        #[serde(default)] #[ts(optional)]
        likelihood: Option<u8>,
        /// Severity, counted from 1; unchanged when left out.
        #[serde(default)] #[ts(optional)]
        severity: Option<u8>,
        /// The reason, as plain text: of the given scores, or of both scores if none is given. For data subjects after
        /// additional measures, this is the reason of the verdict, which must exist.
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

    /// A row to move to the trash.
    TrashRow {
        /// The project.
        project: ProjectId,
        /// The row.
        row: RowId,
        /// Whether answers that name the row lose the reference in the same step. Otherwise they name the row again
        /// when it comes back.
        #[serde(default)] #[ts(as = "Option<bool>", optional)]
        detach: bool,
    }
}
