//! What a project can hold: its registers and their fields.

use vurder_model::field::{Field, Register};
use vurder_model::project::ProjectHead;

use crate::library::Library;

/// The register of judgements and notes on statements.
pub(crate) const CONTROL_NOTE: &str = "control_note";

/// The registers of a project: the shared ones, those of its forms, and one per form for the form's own fields.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Registers {
    all: Vec<Register>,
}

impl Registers {
    /// All that a project can hold. Forms that the project does not follow now are in it too: their answers stay.
    pub(crate) fn of(library: &Library, head: &ProjectHead) -> Self {
        let mut all = library.registers().to_vec();
        for template in library.templates() {
            let followed = head.forms.iter().find(|f| f.template == template.id);
            if followed.is_some_and(|f| f.version != template.version) {
                continue;
            }
            all.extend(template.registers.iter().cloned());
            all.push(template.own_register());
        }
        Self { all }
    }

    /// The register with this id.
    pub(crate) fn register(&self, id: &str) -> Option<&Register> {
        self.all.iter().find(|register| register.id == id)
    }

    /// A field of a register.
    pub(crate) fn field(&self, register: &str, field: &str) -> Option<&Field> {
        self.register(register)?.field(field)
    }

    /// Ids of the registers with exactly one row.
    pub(crate) fn singles(&self) -> impl Iterator<Item = &str> {
        self.all.iter().filter(|r| r.single).map(|r| r.id.as_str())
    }
}
