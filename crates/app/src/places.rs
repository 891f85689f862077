//! Where in the forms an answer is shown.

use vurder_model::project::{ProjectHead, Row};
use vurder_model::template::{Block, Column, Template};

use crate::library::Library;

/// The first form of a project that shows an answer, and the section of it.
pub(crate) fn place_of(
    library: &Library,
    head: &ProjectHead,
    row: &Row,
    field: &str,
) -> Option<(String, String)> {
    head.forms.iter().find_map(|choice| {
        let template = library.template(choice)?;
        Some((template.id.clone(), section_of(template, row, field)?))
    })
}

/// The first section of a form in which the answer stands.
fn section_of(template: &Template, row: &Row, field: &str) -> Option<String> {
    let shows = |block: &Block| match block {
        Block::Field(own) => row.register == template.id && own.id == field,
        Block::Shared { register, field: shared } => row.register == *register && shared == field,
        Block::Table(table) => {
            let holds = |c: &Column| c.field.as_deref() == Some(field);
            table.columns.iter().any(holds) && table.shows(row)
        }
        Block::Computed(_) => false,
    };
    let section =
        template.sections.iter().find(|s| s.parts.iter().any(|p| p.blocks.iter().any(shows)));
    section.map(|s| s.id.clone())
}
