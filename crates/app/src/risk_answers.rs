//! What the questions of the register of risks give back.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::provider::TopicCoverage;
use vurder_model::scenario::{ReadyScales, Scenario};
use vurder_model::view::{LevelView, RefView, RiskDetail, RiskRegister};

use crate::command_types::answers;

answers! {
    /// The register of risks of a project.
    RisksAnswer {
        /// The project's revision.
        revision: u64,
        /// All risks with scores, measures and what is open.
        register: RiskRegister,
    }

    /// The risks of a project with the highest levels.
    HighestRisks {
        /// The highest first: by what remains, then by what was. Risks without a level are left out.
        risks: Vec<HighestRisk>,
    }

    /// A risk with its highest levels of both sides.
    HighestRisk {
        /// The risk.
        risk: RefView,
        /// Before additional measures.
        before: LevelView,
        /// What remains; none where a side that is treated has no score after measures yet.
        after: Option<LevelView>,
    }

    /// A risk of a project.
    RiskAnswer {
        /// The project's revision.
        revision: u64,
        /// The risk with its answers and those of its measures.
        detail: RiskDetail,
    }

    /// The catalogue of scenarios.
    Scenarios {
        /// The scenarios in the order of the catalogue.
        scenarios: Vec<ScenarioView>,
        /// What the providers state on the topics that scenarios name.
        topics: Vec<TopicCoverage>,
        /// The words of the statements that bear on a scenario, by id.
        statements: BTreeMap<String, String>,
        /// Scales that a project can take over.
        scales: Vec<ReadyScales>,
    }

    /// A scenario, and the risks that were begun with it.
    ScenarioView {
        /// The scenario.
        scenario: Scenario,
        /// Risks of the project that were begun with it.
        risks: Vec<RefView>,
        /// Its topics on which a provider of the project states nothing.
        not_stated: Vec<String>,
    }

    /// The rows whose answers name a row.
    NamedBy {
        /// In the order of their registers.
        rows: Vec<RefView>,
    }
}
