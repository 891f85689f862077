//! Finds the place in the forms that shows an answer.

use vurder_model::project::{ProjectHead, Row};
use vurder_model::role::FieldRole;
use vurder_model::template::{Block, Column, Template};

use crate::library::Library;

/// The first form of a project that shows an answer, and its section.
pub(crate) fn place_of(
    library: &Library,
    head: &ProjectHead,
    row: &Row,
    field: &str,
) -> Option<(String, String)> {
    head.forms.iter().find_map(|choice| {
        let template = library.template(choice)?;
        let section = section_of(template, row, field)
            .or_else(|| section_of_former(library, template, row, field))
            .or_else(|| section_of_note(library, template, row))?;
        Some((template.id.clone(), section))
    })
}

/// The first section of a form that shows the answer.
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

/// The section that still shows the answer to a question of another version of the form.
fn section_of_former(
    library: &Library,
    template: &Template,
    row: &Row,
    field: &str,
) -> Option<String> {
    if row.register != template.id {
        return None;
    }
    let former = library.former_fields(template).into_iter().find(|f| f.field.id == field)?;
    let asked = template.sections.iter().find(|s| s.parts.iter().any(|p| p.id == former.part));
    asked.or(template.sections.last()).map(|section| section.id.clone())
}

/// The section of the table whose note says why nothing is owed.
fn section_of_note(library: &Library, template: &Template, row: &Row) -> Option<String> {
    let (table, _) = row.key.as_deref()?.split_once(':')?;
    if row.register != library.role(FieldRole::SubjectNote).0 {
        return None;
    }
    let holds = |block: &Block| matches!(block, Block::Table(found) if found.id == table);
    let section =
        template.sections.iter().find(|s| s.parts.iter().any(|p| p.blocks.iter().any(holds)));
    section.map(|section| section.id.clone())
}
