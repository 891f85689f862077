//! Decides whether a question is answered: whether the answer holds all that the form asks for. That somebody touched
//! the field is not enough.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::field::{Field, FieldKind, ReasonFor};
use crate::placeholder::{is_markdown_placeholder, says};
use crate::richtext::{markdown_says_something, says_something};
use crate::value::{Acceptance, Chosen, Value};

/// What an answer lacks.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// The whole answer is missing, or says nothing.
    Answer,
    /// The name of who accepts or refuses.
    Name,
    /// The role in which it is done.
    Role,
    /// The day.
    Date,
    /// The reason for a yes or a no.
    Reason,
    /// The explanation that a chosen option asks for.
    Explanation,
    /// The meaning of a level of a scale.
    Meaning,
    /// The score lies outside the scale, because somebody shortened the scale after the score was given.
    Level,
}

impl Field {
    /// Lists what the value at this field lacks, in the order in which the form asks for it; empty if the answer is
    /// complete.
    ///
    /// `levels` is the number of levels of the field's scale. Only scores need it.
    pub fn lacks(&self, value: Option<&Value>, levels: usize) -> Vec<Lack> {
        let Some(value) = value.filter(|value| !value.is_empty()) else {
            return vec![Lack::Answer];
        };
        match value {
            Value::Text(words) if !markdown_says_something(words) => vec![Lack::Answer],
            Value::Text(words) if is_markdown_placeholder(words) => vec![Lack::Answer],
            Value::Line(line) if !says(line) => vec![Lack::Answer],
            Value::YesNo { answer, reason } => {
                let asked = self.reason.is_some_and(|reason| reason.asked(*answer));
                let there = markdown_says_something(reason) && !is_markdown_placeholder(reason);
                if asked && !there { vec![Lack::Reason] } else { Vec::new() }
            }
            Value::Choice(chosen) => self.lacks_explanation(std::slice::from_ref(chosen)),
            Value::Choices(chosen) => self.lacks_explanation(chosen),
            Value::Acceptance(given) => lacks_of_acceptance(given),
            Value::Level(level) if self.kind == FieldKind::Level => {
                let there = (1..=levels).contains(&usize::from(*level));
                if there { Vec::new() } else { vec![Lack::Level] }
            }
            Value::Scale(levels) if levels.iter().any(|l| !says_something(&l.label)) => {
                vec![Lack::Name]
            }
            Value::Scale(levels) if !levels.iter().all(|l| says(&l.meaning)) => vec![Lack::Meaning],
            _ => Vec::new(),
        }
    }

    fn lacks_explanation(&self, chosen: &[Chosen]) -> Vec<Lack> {
        let several = self.explain_several.is_some() && chosen.len() > 1;
        let owes = |chosen: &Chosen| {
            let option = self.options.iter().find(|o| o.id == chosen.option);
            let asked = option.is_some_and(|o| o.explain.is_some()) || several;
            asked && !says(&chosen.note)
        };
        if chosen.iter().any(owes) { vec![Lack::Explanation] } else { Vec::new() }
    }
}

impl ReasonFor {
    /// Whether this answer needs a reason.
    pub fn asked(self, answer: bool) -> bool {
        match self {
            ReasonFor::Both => true,
            ReasonFor::IfYes => answer,
            ReasonFor::IfNo => !answer,
        }
    }
}

/// An acceptance or a refusal is complete only with a name, a role and a day.
fn lacks_of_acceptance(given: &Acceptance) -> Vec<Lack> {
    let mut lacks = Vec::new();
    if !says(&given.name) {
        lacks.push(Lack::Name);
    }
    if !says(&given.role) {
        lacks.push(Lack::Role);
    }
    if given.date.is_none() {
        lacks.push(Lack::Date);
    }
    lacks
}
