//! The outcome of a screening, in the words of its form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::RowId;
use crate::project::{Project, SINGLE};
use crate::screening::{ScreeningOutcome, screen};
use crate::template::{Block, Template};
use crate::view::single_row;

/// The outcome of a screening, and the reasons for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ScreeningView {
    /// The outcome; none as long as an open question could change it.
    #[ts(optional)]
    pub outcome: Option<ScreeningOutcome>,
    /// The rules that hold.
    pub fired: Vec<FiredView>,
    /// The questions that nobody has answered.
    pub open: Vec<OpenQuestion>,
    /// The exemption, if the answers claim it.
    #[ts(optional)]
    pub exemption: Option<FiredView>,
    /// Whether a DPIA is made; none as long as that is not decided.
    #[ts(optional)]
    pub made: Option<bool>,
    /// Whether the law does not allow the decision.
    pub unlawful: bool,
}

/// A rule that holds, with the reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FiredView {
    /// Id of the rule.
    pub rule: String,
    /// What it says.
    pub label: String,
    /// Articles and guidelines that it comes from.
    pub law: Vec<String>,
    /// Its other source.
    pub source: String,
    /// Whether a person has to look at the authority's own list.
    pub check: bool,
    /// The outcome that follows from this rule alone.
    pub outcome: ScreeningOutcome,
    /// The labels of the answers because of which it holds.
    pub answers: Vec<String>,
}

/// A question of the form that nobody has answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct OpenQuestion {
    /// The row of the answer.
    pub row: RowId,
    /// Its field.
    pub field: String,
    /// The section in which it stands.
    pub section: String,
    /// The question.
    pub label: String,
}

/// The outcome of the screening with this form. In a form without rules, no rule holds.
pub(crate) fn screening_view(project: &Project, template: &Template) -> ScreeningView {
    let own = project.keyed(&template.id, SINGLE);
    let (Some(screened), Some(rules)) = (screen(template, own), &template.screening) else {
        return ScreeningView::default();
    };
    let fired = screened.fired.iter().map(|fired| FiredView {
        rule: fired.rule.id.clone(),
        label: fired.rule.label.clone(),
        law: fired.rule.law.clone(),
        source: fired.rule.source.clone(),
        check: fired.rule.check,
        outcome: fired.rule.outcome,
        answers: fired.answers.iter().map(|option| option.label.clone()).collect(),
    });
    let exemption = screened.exempt.then(|| FiredView {
        rule: rules.exemption.when.field.clone(),
        label: rules.exemption.label.clone(),
        law: rules.exemption.law.clone(),
        source: String::new(),
        check: false,
        outcome: ScreeningOutcome::NotRequired,
        answers: Vec::new(),
    });
    let row = single_row(project, &template.id);
    let open = screened.open.iter().filter_map(|field| {
        let section = template.sections.iter().find(|section| {
            let mut blocks = section.parts.iter().flat_map(|part| &part.blocks);
            blocks.any(|b| matches!(b, Block::Field(own) if own.id == field.id))
        })?;
        Some(OpenQuestion {
            row: row.clone()?,
            field: field.id.clone(),
            section: section.id.clone(),
            label: field.label.clone(),
        })
    });
    ScreeningView {
        outcome: screened.outcome,
        fired: fired.collect(),
        open: open.collect(),
        exemption,
        made: screened.made,
        unlawful: screened.is_unlawful(),
    }
}
