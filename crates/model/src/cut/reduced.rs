//! The template of a cut: the whole template with fewer sections, parts, columns and questions.

use crate::cut::{CutPart, CutRule};
use crate::template::{Block, Column, Section, Table, Template};

/// The form with only these sections, named by the numbers that it prints.
#[must_use]
pub fn of_sections(template: &Template, sections: &[String]) -> Template {
    let mut cut = template.clone();
    cut.sections.retain(|section| sections.contains(&section.id));
    cut
}

/// The form with the parts, fields and columns that the rule shows. It requires no answers, because the cut may
/// withhold them. Its questions have no conditions, because the answers that the conditions read may be withheld.
#[must_use]
pub fn reduced(template: &Template, rule: &CutRule) -> Template {
    let mut cut = template.clone();
    cut.screening = None;
    cut.sections.retain_mut(|section| keep_section(section, &template.id, rule));
    cut
}

fn keep_section(section: &mut Section, form: &str, rule: &CutRule) -> bool {
    section.parts.retain_mut(|part| {
        let shown = rule.parts.iter().find(|shown| shown.form == form && shown.part == part.id);
        let Some(shown) = shown else { return false };
        part.optional = true;
        part.blocks.retain_mut(|block| keep_block(block, shown));
        !part.blocks.is_empty()
    });
    !section.parts.is_empty()
}

fn keep_block(block: &mut Block, shown: &CutPart) -> bool {
    match block {
        Block::Field(field) if shown.fields.contains(&field.id) => {
            field.required = false;
            field.when = None;
            true
        }
        Block::Table(table) => match shown.tables.get(&table.id) {
            Some(columns) => keep_columns(table, columns),
            None => false,
        },
        Block::Field(_) | Block::Shared { .. } | Block::Computed(_) => false,
    }
}

fn keep_columns(table: &mut Table, columns: &[String]) -> bool {
    table.columns.retain_mut(|column| {
        column.required = false;
        column_id(column).is_some_and(|id| columns.iter().any(|shown| shown == id))
    });
    table.derived = true;
    table.at_least = 0;
    table.absence = false;
    table.groups = None;
    table.each = None;
    table.when = None;
    !table.columns.is_empty()
}

/// The id by which a rule names a column.
fn column_id(column: &Column) -> Option<&str> {
    column.field.as_deref().or_else(|| column.computed.map(crate::template::ComputedCell::id))
}
