//! Finds where a form shows an answer, and the order of such places.

use crate::check::facts::CheckSource;
use crate::check::finding::Place;
use crate::project::Row;
use crate::template::{Block, Table, Template};

/// How well a block fits. The first block with the best fit is the place where a person mends a finding.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The table shows the row, but not the field.
    Row,
    /// The table shows the field, but a person enters it elsewhere.
    Shown,
    /// A person enters the field here.
    Entered,
}

/// The place at which a form of the project shows a field of `row`, or of rows like it; `None` if no form shows it.
pub(crate) fn place_of(
    source: &CheckSource<'_>,
    register: &str,
    row: Option<&Row>,
    field: &str,
) -> Option<Place> {
    let mut best: Option<(Fit, Place)> = None;
    for template in source.templates {
        for section in &template.sections {
            for part in &section.parts {
                for block in &part.blocks {
                    let Some(fit) = fit(block, template, register, row, field) else { continue };
                    if best.as_ref().is_none_or(|(known, _)| fit > *known) {
                        let place = Place {
                            form: template.id.clone(),
                            section: section.id.clone(),
                            part: part.id.clone(),
                            register: register.to_owned(),
                            row: None,
                            field: (!field.is_empty()).then(|| field.to_owned()),
                        };
                        best = Some((fit, place));
                    }
                }
            }
        }
    }
    best.map(|(_, place)| place)
}

fn fit(
    block: &Block,
    template: &Template,
    register: &str,
    row: Option<&Row>,
    field: &str,
) -> Option<Fit> {
    match block {
        Block::Field(own) => (register == template.id && own.id == field).then_some(Fit::Entered),
        Block::Shared { register: of, field: own } => {
            (of == register && own == field).then_some(Fit::Entered)
        }
        Block::Table(table) => fit_of_table(table, register, row, field),
        Block::Computed(_) => None,
    }
}

fn fit_of_table(table: &Table, register: &str, row: Option<&Row>, field: &str) -> Option<Fit> {
    let shows = match row {
        Some(row) => table.shows(row),
        None => table.rows.iter().any(|shown| shown == register),
    };
    if !shows {
        return None;
    }
    let column = table.columns.iter().find(|column| column.field.as_deref() == Some(field));
    Some(match column {
        Some(column) if !column.read_only => Fit::Entered,
        Some(_) => Fit::Shown,
        None => Fit::Row,
    })
}

/// The order of places in the project's forms: by form, section and part.
pub(crate) fn order_of(source: &CheckSource<'_>, place: &Place) -> (usize, usize, usize) {
    let last = usize::MAX;
    let Some(form) = source.templates.iter().position(|t| t.id == place.form) else {
        return (last, last, last);
    };
    let sections = &source.templates[form].sections;
    let Some(section) = sections.iter().position(|s| s.id == place.section) else {
        return (form, last, last);
    };
    let part = sections[section].parts.iter().position(|p| p.id == place.part);
    (form, section, part.unwrap_or(last))
}
