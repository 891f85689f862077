//! Converts stored answers to the kinds that their fields have today. A field may have changed its kind since an answer
//! was stored: where it took one option, it may now take several. The answer is converted when the program reads it.
//! The file is changed only when somebody answers again.

use vurder_model::field::{Field, FieldKind};
use vurder_model::project::{Project, ProjectHead, Row};
use vurder_model::template::Block;
use vurder_model::value::Value;

use crate::library::Library;

impl Library {
    /// Converts all answers of a project to the kinds of their fields.
    pub(crate) fn follow_fields(&self, project: &mut Project) {
        let Project { head, rows, .. } = project;
        for row in rows {
            self.follow_fields_of_row(head, row);
        }
    }

    /// Converts the answers of one row.
    pub(crate) fn follow_fields_of_row(&self, head: &ProjectHead, row: &mut Row) {
        for (id, value) in &mut row.values {
            // Only a choice can be converted, so the fields of most answers need not be looked up.
            if matches!(value, Value::Choice(_))
                && let Some(field) = self.field(head, &row.register, id)
                && field.kind != FieldKind::Choice
            {
                *value = field.follow(value.clone());
            }
        }
    }

    /// The field of a shared register, of a register of a form, or of a form itself, in the version that the project
    /// follows.
    fn field(&self, head: &ProjectHead, register: &str, field: &str) -> Option<&Field> {
        if let Some(shared) = self.registers().iter().find(|shared| shared.id == register) {
            return shared.field(field);
        }
        head.forms.iter().filter_map(|choice| self.template(choice)).find_map(|template| {
            if template.id != register {
                return template.registers.iter().find(|own| own.id == register)?.field(field);
            }
            let blocks = template.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks);
            blocks.into_iter().find_map(|block| match block {
                Block::Field(own) if own.id == field => Some(own),
                _ => None,
            })
        })
    }
}
