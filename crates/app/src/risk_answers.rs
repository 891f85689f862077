//! The answers of the questions on risks.

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
        /// The risks with the highest levels, ordered by the level after measures, then by the level before. Risks
        /// without a level are left out.
        risks: Vec<HighestRisk>,
    }

    /// A risk with its highest levels of both sides.
    HighestRisk {
        /// The risk.
        risk: RefView,
        /// Before additional measures.
        before: LevelView,
        /// After measures; none if a treated side has no score after measures yet.
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
        /// The words of the statements on topics of scenarios, by id.
        statements: BTreeMap<String, String>,
        /// Ready-made scales that a project can take over.
        scales: Vec<ReadyScales>,
    }

    /// A scenario, and the risks that were made from it.
    ScenarioView {
        /// The scenario.
        scenario: Scenario,
        /// Risks of the project that were made from the scenario.
        risks: Vec<RefView>,
        /// Topics of the scenario on which a provider of the project states nothing.
        not_stated: Vec<String>,
        /// All words by which the scenario is found, in small letters: its own and its synonyms.
        found_by: String,
    }

    /// The rows whose answers name a row.
    NamedBy {
        /// The rows, in the order of their registers.
        rows: Vec<RefView>,
    }
}
