//! Where a project uses its citations, and how such a place is described.

use std::collections::BTreeMap;

use vurder_model::field::Register;
use vurder_model::id::CitationId;
use vurder_model::project::{Project, Row};
use vurder_model::richtext::RichText;
use vurder_model::value::Value;
use vurder_model::view::Numbers;

use crate::catalogue::Registers;
use crate::drift_answers::DriftPlace;
use crate::library::Library;
use crate::places::place_of;

/// The text before the id of a citation in Markdown.
const CITE: &str = "](cite:";

/// An answer that uses a citation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use<'a> {
    pub(super) row: &'a Row,
    pub(super) field: &'a str,
}

/// Finds the places of a project that use citations.
pub(super) struct Places<'a> {
    library: &'a Library,
    project: &'a Project,
    registers: &'a Registers,
    numbers: Numbers<'a>,
    /// Answers that may use a citation, by its id. [`Places::citing`] reads an answer to know for certain.
    uses: BTreeMap<&'a str, Vec<Use<'a>>>,
}

impl<'a> Places<'a> {
    pub(super) fn of(library: &'a Library, project: &'a Project, registers: &'a Registers) -> Self {
        let mut uses: BTreeMap<&str, Vec<Use<'_>>> = BTreeMap::new();
        for row in project.rows.iter().filter(|row| row.trashed.is_none()) {
            for (field, value) in &row.values {
                let mut named = named(value);
                named.sort_unstable();
                named.dedup();
                for id in named {
                    uses.entry(id).or_default().push(Use { row, field });
                }
            }
        }
        let numbers = Numbers::of(project, registers.all(), None);
        Self { library, project, registers, numbers, uses }
    }

    /// The answers that use a citation.
    pub(super) fn citing(&self, citation: &CitationId) -> Vec<Use<'a>> {
        let mut found = self.uses.get(citation.as_str()).cloned().unwrap_or_default();
        found.retain(|at| {
            at.row.values.get(at.field).is_some_and(|value| value.citations().contains(citation))
        });
        found
    }

    /// The description of a place, with the sentences that cite `citation`.
    pub(super) fn told(&self, at: &Use<'_>, citation: Option<&CitationId>) -> DriftPlace {
        let text = match at.row.values.get(at.field) {
            Some(Value::Text(markdown) | Value::YesNo { reason: markdown, .. }) => {
                markdown.as_str()
            }
            _ => "",
        };
        let sentences = citation
            .map(|citation| RichText::from_markdown(text).sentences_citing(citation.as_str()));
        DriftPlace { sentences: sentences.unwrap_or_default(), ..self.at(at.row, at.field) }
    }

    /// The field whose answer names a row.
    pub(super) fn label_field(&self, row: &Row) -> &str {
        self.registers.register(&row.register).map_or("", |register| register.label_field.as_str())
    }

    /// The description of an answer's place.
    pub(super) fn at(&self, row: &Row, field: &str) -> DriftPlace {
        let register = self.registers.register(&row.register);
        let known = register.and_then(|register| register.field(field));
        let (form, section) = place_of(self.library, &self.project.head, row, field).unzip();
        let several = |register: &&Register| !register.single;
        let named = register.filter(several).and_then(|_| self.numbers.row(&row.id));
        DriftPlace {
            row: row.id.clone(),
            register: row.register.clone(),
            one: register.map(|register| register.one.clone()).unwrap_or_default(),
            number: named
                .filter(|_| register.is_some_and(|register| !register.prefix.is_empty()))
                .map(|named| named.number.clone())
                .unwrap_or_default(),
            label: named.map(|named| named.label.clone()).unwrap_or_default(),
            field: field.to_owned(),
            field_label: known.map(|field| field.label.clone()).unwrap_or_default(),
            form,
            section,
            sentences: Vec::new(),
        }
    }
}

/// The ids of citations that a value may name. Its Markdown is searched, not parsed.
fn named(value: &Value) -> Vec<&str> {
    match value {
        Value::Citations(ids) => ids.iter().map(CitationId::as_str).collect(),
        Value::Text(markdown) | Value::YesNo { reason: markdown, .. } => {
            let ids = markdown.split(CITE).skip(1);
            ids.filter_map(|rest| rest.split_once(')').map(|(id, _)| id)).collect()
        }
        _ => Vec::new(),
    }
}
