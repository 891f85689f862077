//! The values that a field can have.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{CitationId, RowId};
use crate::richtext;

/// A chosen option, with the explanation that the option asks for (empty if it asks for none).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// The option's id in the field's list.
    pub option: String,
    /// The explanation why, how, or which, as plain text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub note: String,
}

/// One step of a scale, from the lowest up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ScaleLevel {
    /// The level's name, for example "likely".
    pub label: String,
    /// The meaning of the level, in words that two assessors would understand in the same way.
    #[serde(default)]
    pub meaning: String,
    /// For levels of risk only: whether a risk of this level may stay as it is.
    #[serde(default)]
    pub acceptable: bool,
    /// For levels of risk only: the role that may accept a risk of this level.
    #[serde(default)]
    pub accepted_by: String,
}

/// The acceptance of a residual risk by a person who may accept it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// Whether the risk is accepted.
    pub accepted: bool,
    /// Who accepts or refuses.
    #[serde(default)]
    pub name: String,
    /// The role in which the person accepts or refuses.
    #[serde(default)]
    pub role: String,
    /// The day.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub date: Option<NaiveDate>,
}

/// A value that a person entered at one field of one row.
///
/// The tag names the kind, so that the value can be read years later, or by another program, without the template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Value {
    /// Rich text, stored as Markdown; see [`crate::richtext`].
    Text(String),
    /// One line of plain text.
    Line(String),
    /// A day.
    Date(#[ts(as = "String")] NaiveDate),
    /// One of the field's options.
    Choice(Chosen),
    /// Any of the field's options.
    Choices(Vec<Chosen>),
    /// Yes or no, with the reason (rich text as Markdown).
    YesNo {
        /// The answer.
        answer: bool,
        /// The reason, as Markdown.
        #[serde(default)]
        reason: String,
    },
    /// The rows to which the answer refers, in the order in which they were chosen.
    Refs(Vec<RowId>),
    /// A level of a scale, counted from 1.
    Level(u8),
    /// The levels of a scale, lowest first.
    Scale(Vec<ScaleLevel>),
    /// For each likelihood (outer, lowest first) and severity (inner), the level of risk, counted from 1.
    Matrix(Vec<Vec<u8>>),
    /// Statements attached as evidence.
    Citations(Vec<CitationId>),
    /// Who accepts the residual risk.
    Acceptance(Acceptance),
}

impl Value {
    /// Whether a person would see nothing of the value. A visible value may still lack something that its field asks
    /// for: [`crate::field::Field::lacks`].
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Text(markdown) => richtext::markdown_shows_nothing(markdown),
            Value::Line(line) => richtext::shows_nothing(line),
            Value::Choice(chosen) => chosen.option.is_empty(),
            Value::Choices(chosen) => chosen.is_empty(),
            Value::Refs(rows) => rows.is_empty(),
            Value::Scale(levels) => levels.is_empty(),
            Value::Matrix(cells) => cells.is_empty(),
            Value::Citations(citations) => citations.is_empty(),
            Value::Acceptance(given) => *given == Acceptance::default(),
            Value::Date(_) | Value::YesNo { .. } | Value::Level(_) => false,
        }
    }

    /// The words of the value, for the search index and for one-line labels. Ids are not words.
    pub fn plain_text(&self) -> String {
        match self {
            Value::Text(markdown) => richtext::markdown_plain_text(markdown),
            Value::Line(line) => line.clone(),
            Value::Date(date) => date.to_string(),
            Value::Choice(chosen) => chosen.note.clone(),
            Value::Choices(chosen) => {
                chosen.iter().map(|c| c.note.as_str()).collect::<Vec<_>>().join("\n")
            }
            Value::YesNo { reason, .. } => richtext::markdown_plain_text(reason),
            Value::Scale(levels) => levels
                .iter()
                .map(|l| format!("{}: {}", l.label, l.meaning))
                .collect::<Vec<_>>()
                .join("\n"),
            Value::Acceptance(given) => format!("{} {}", given.name, given.role).trim().to_owned(),
            Value::Refs(_) | Value::Level(_) | Value::Matrix(_) | Value::Citations(_) => {
                String::new()
            }
        }
    }

    /// The citations in the value, in reading order.
    pub fn citations(&self) -> Vec<CitationId> {
        let of_markdown = |markdown: &str| {
            // Most answers cite nothing, and this test is a thousand times faster than parsing the text. An entity or a
            // backslash may hide the address of a citation.
            if !markdown.contains("cite:") && !markdown.contains(['&', '\\']) {
                return Vec::new();
            }
            richtext::RichText::from_markdown(markdown)
                .citations()
                .into_iter()
                .filter_map(|id| CitationId::new(id).ok())
                .collect()
        };
        match self {
            Value::Text(markdown) => of_markdown(markdown),
            Value::YesNo { reason, .. } => of_markdown(reason),
            Value::Citations(citations) => citations.clone(),
            _ => Vec::new(),
        }
    }

    /// Replaces the names of citations in the value by the names that `names` gives for them.
    pub fn replace_citations(&mut self, names: &BTreeMap<CitationId, CitationId>) {
        let of_markdown = |markdown: &mut String| {
            let mut text = richtext::RichText::from_markdown(markdown);
            text.each_citation_mut(&mut |id| {
                let known = CitationId::new(id.as_str()).ok();
                if let Some(new) = known.and_then(|known| names.get(&known)) {
                    new.as_str().clone_into(id);
                }
            });
            *markdown = text.to_markdown();
        };
        match self {
            Value::Text(markdown) => of_markdown(markdown),
            Value::YesNo { reason, .. } => of_markdown(reason),
            Value::Citations(citations) => {
                let mut named: Vec<CitationId> = Vec::with_capacity(citations.len());
                for id in citations.iter() {
                    let id = names.get(id).unwrap_or(id);
                    if !named.contains(id) {
                        named.push(id.clone());
                    }
                }
                *citations = named;
            }
            _ => {}
        }
    }
}
