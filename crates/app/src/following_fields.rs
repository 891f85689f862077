//! Answers as their fields hold them today. A field may have changed its kind since an answer was stored (several
//! grounds may stand where one stood); the answer follows it where the program reads it, and the file is written anew
//! only when somebody answers anew.

use vurder_model::field::{Field, FieldKind};
use vurder_model::project::{Project, ProjectHead, Row};
use vurder_model::template::Block;
use vurder_model::value::Value;

use crate::library::Library;

impl Library {
    /// Brings all answers of a project to the kinds of their fields.
    pub(crate) fn follow_fields(&self, project: &mut Project) {
        let Project { head, rows, .. } = project;
        for row in rows {
            self.follow_fields_of_row(head, row);
        }
    }

    /// The same for one row.
    pub(crate) fn follow_fields_of_row(&self, head: &ProjectHead, row: &mut Row) {
        for (id, value) in &mut row.values {
            // Only a choice can follow, so that most answers need no look at their field.
            if matches!(value, Value::Choice(_))
                && let Some(field) = self.field(head, &row.register, id)
                && field.kind != FieldKind::Choice
            {
                *value = field.follow(value.clone());
            }
        }
    }

    /// A field of a shared register, of a register of a form, or of a form itself, as the project sees it.
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
