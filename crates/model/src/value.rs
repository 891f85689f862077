//! What can stand in a field.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{CitationId, RowId};
use crate::richtext;

/// One option taken, with the explanation the option asks for (empty where it asks for none).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// The option's id in the field's list.
    pub option: String,
    /// Why, how, or which: plain text.
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
    /// What the level means, in words that two assessors would read alike.
    #[serde(default)]
    pub meaning: String,
    /// For levels of risk only: whether a risk of this level may stay as it is.
    #[serde(default)]
    pub acceptable: bool,
    /// For levels of risk only: the role that may accept a risk of this level.
    #[serde(default)]
    pub accepted_by: String,
}

/// The acceptance of a residual risk by a person who may give it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// Whether the risk is accepted.
    pub accepted: bool,
    /// Who accepts or refuses.
    #[serde(default)]
    pub name: String,
    /// In which role.
    #[serde(default)]
    pub role: String,
    /// On which day.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub date: Option<NaiveDate>,
}

/// A value that a person entered at one field of one row.
///
/// The tag names the kind, so that a value read years later, or by another program, needs no template.
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
    /// Rows referred to, in the order they were named.
    Refs(Vec<RowId>),
    /// A level of a scale, counted from 1.
    Level(u8),
    /// The levels of a scale, lowest first.
    Scale(Vec<ScaleLevel>),
    /// For each likelihood (outer, lowest first) and severity (inner), the level of risk, counted from 1.
    Matrix(Vec<Vec<u8>>),
    /// Statements attached as evidence.
    Citations(Vec<CitationId>),
    /// Who accepts what remains.
    Acceptance(Acceptance),
}

impl Value {
    /// Whether nothing of the value can be seen. What can be seen may still lack what its field asks for:
    /// [`crate::field::Field::lacks`].
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

    /// The words of the value, for the search index and for one-line labels. Ids are no words.
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

    /// The citations that stand in the value, in reading order.
    pub fn citations(&self) -> Vec<CitationId> {
        let of_markdown = |markdown: &str| {
            // Most answers cite nothing, and taking a text apart takes a thousand times as long as this look. An
            // entity or a backslash may write the address of a citation in another way.
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

    /// Names the citations in the value anew, where `names` has another name for them.
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
