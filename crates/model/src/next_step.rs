//! The next steps: the stages of an assessment in the order in which a person can work, and what is open in each stage.
//! Data says which part of a form belongs to which stage.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::check::Place;
use crate::id::RowId;
use crate::view::{Gap, Progress};

/// A stage of an assessment. The stages follow one another in this order.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Whether a DPIA is needed.
    Screening,
    /// The processing: what is done with which data.
    Facts,
    /// What the providers state, and whether it is enough.
    Coverage,
    /// Risks and measures.
    Risks,
    /// The requests to the providers.
    Requests,
    /// Advice, acceptance, decision.
    Decision,
}

impl Stage {
    /// All stages in order.
    pub const ALL: [Stage; 6] = [
        Stage::Screening,
        Stage::Facts,
        Stage::Coverage,
        Stage::Risks,
        Stage::Requests,
        Stage::Decision,
    ];
}

/// The sections and parts of a form that belong to a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StageRule {
    /// The stage.
    pub stage: Stage,
    /// Id of the form.
    pub form: String,
    /// Its sections, in the order in which they are worked on.
    #[serde(default)]
    pub sections: Vec<String>,
    /// Fields that belong to this stage although their section belongs to an earlier one, such as the day of approval.
    #[serde(default)]
    pub fields: Vec<String>,
}

/// What a person does in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Answer what is open in a section.
    Fill,
    /// Take the result of the screening over into the DPIA.
    CarryOver,
    /// Choose a provider.
    ChooseProvider,
    /// Judge what the providers state.
    Judge,
    /// Send the requests that are drafts.
    SendRequests,
    /// Write down the answers to requests when they come.
    AwaitAnswers,
    /// Settle the findings of the law that no empty answer explains: each would hold up the decision.
    SettleFindings,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NextStep {
    /// Its stage.
    pub stage: Stage,
    /// What a person does in it.
    pub kind: StepKind,
    /// Number of things that are open in it.
    pub open: usize,
    /// The form in which it is done; none if it is done elsewhere.
    #[ts(optional)]
    pub form: Option<String>,
    /// The section.
    #[ts(optional)]
    pub section: Option<String>,
    /// The title of the section.
    pub title: String,
    /// The first part in which something is open.
    #[ts(optional)]
    pub part: Option<String>,
    /// The row to go to.
    #[ts(optional)]
    pub row: Option<RowId>,
    /// The field to go to.
    #[ts(optional)]
    pub field: Option<String>,
}

/// A section of a form with its progress.
#[derive(Debug, Clone, Copy)]
pub struct SectionState<'a> {
    /// Id of the form.
    pub form: &'a str,
    /// Number of the section.
    pub section: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its progress.
    pub progress: &'a Progress,
}

/// The facts from which the steps are computed.
#[derive(Debug, Clone, Default)]
pub struct StepFacts<'a> {
    /// All sections of the project's forms.
    pub sections: Vec<SectionState<'a>>,
    /// Id of the form that need not be filled in, because the screening did not require a DPIA and none is made.
    pub not_made: Option<&'a str>,
    /// Id of the form into which the result of the screening can be taken over.
    pub carry_over: Option<&'a str>,
    /// Number of chosen providers.
    pub providers: usize,
    /// Number of statements of the chosen providers that nobody has judged.
    pub unjudged: usize,
    /// Number of requests that are not sent yet.
    pub drafts: usize,
    /// Number of requests that are sent and have no answer.
    pub waiting: usize,
    /// How many open findings of severity "law" are no gaps, with the place of the first of them.
    pub blocking: Option<(usize, Place)>,
}

/// Everything that is open, in the order in which a person can work on it; empty when all is done.
pub fn next_steps(facts: &StepFacts<'_>, rules: &[StageRule]) -> Vec<NextStep> {
    let mut steps = Vec::new();
    for stage in Stage::ALL {
        let simple = |kind, open: usize| NextStep {
            stage,
            kind,
            open,
            form: None,
            section: None,
            title: String::new(),
            part: None,
            row: None,
            field: None,
        };
        match stage {
            Stage::Coverage if facts.providers == 0 => {
                steps.push(simple(StepKind::ChooseProvider, 1));
            }
            Stage::Coverage if facts.unjudged > 0 => {
                steps.push(simple(StepKind::Judge, facts.unjudged));
            }
            Stage::Requests if facts.drafts > 0 => {
                let step = simple(StepKind::SendRequests, facts.drafts);
                steps.push(in_form(facts, rules, step));
            }
            Stage::Decision => {
                steps.extend(facts.blocking.clone().map(|(open, place)| NextStep {
                    form: Some(place.form),
                    section: Some(place.section),
                    part: Some(place.part),
                    row: place.row,
                    field: place.field,
                    ..simple(StepKind::SettleFindings, open)
                }));
            }
            _ => {}
        }
        for rule in rules.iter().filter(|rule| rule.stage == stage) {
            steps.extend(fill(facts, rules, rule));
        }
        match (stage, facts.carry_over) {
            (Stage::Screening, Some(form)) => {
                steps.push(NextStep {
                    form: Some(form.to_owned()),
                    ..simple(StepKind::CarryOver, 1)
                });
            }
            (Stage::Requests, _) if facts.waiting > 0 => {
                let step = simple(StepKind::AwaitAnswers, facts.waiting);
                steps.push(in_form(facts, rules, step));
            }
            _ => {}
        }
    }
    steps
}

/// The step with the first section of its stage, if a form of the project has one.
fn in_form(facts: &StepFacts<'_>, rules: &[StageRule], step: NextStep) -> NextStep {
    let mut rules = rules.iter().filter(|rule| rule.stage == step.stage);
    let section = rules.find_map(|rule| {
        let mut sections = facts.sections.iter().filter(|section| section.form == rule.form);
        sections.find(|section| rule.sections.iter().any(|id| id == section.section))
    });
    match section {
        Some(section) => NextStep {
            form: Some(section.form.to_owned()),
            section: Some(section.section.to_owned()),
            title: section.title.to_owned(),
            ..step
        },
        None => step,
    }
}

/// The sections of a form in which something of the stage is open: first the sections of the stage, then sections of
/// other stages with fields that belong to this stage.
fn fill(facts: &StepFacts<'_>, rules: &[StageRule], rule: &StageRule) -> Vec<NextStep> {
    if facts.not_made == Some(rule.form.as_str()) {
        return Vec::new();
    }
    let sections = || facts.sections.iter().filter(|section| section.form == rule.form);
    let own = rule.sections.iter().filter_map(|id| sections().find(|s| s.section == id.as_str()));
    let others = sections().filter(|s| !rule.sections.iter().any(|own| own == s.section));
    let step = |section: &SectionState<'_>| {
        let belongs = rule.sections.iter().any(|own| own == section.section);
        let mut gaps = section.progress.gaps.iter().filter(|gap| match later(rules, rule, gap) {
            Some(stage) => stage == rule.stage,
            None => belongs,
        });
        let first = gaps.next()?;
        Some(NextStep {
            stage: rule.stage,
            kind: StepKind::Fill,
            open: 1 + gaps.count(),
            form: Some(rule.form.clone()),
            section: Some(section.section.to_owned()),
            title: section.title.to_owned(),
            part: Some(first.part.clone()),
            row: first.row.clone(),
            field: first.field.clone(),
        })
    };
    own.chain(others).filter_map(step).collect()
}

/// The stage to which the field of a gap belongs, if a rule names the field.
fn later(rules: &[StageRule], of: &StageRule, gap: &Gap) -> Option<Stage> {
    let field = gap.field.as_ref()?;
    let names = |rule: &&StageRule| rule.form == of.form && rule.fields.contains(field);
    rules.iter().find(names).map(|rule| rule.stage)
}
