//! Templates and registers: the forms as data. They are read and checked, and each problem has its file and line.

mod check;
mod check_field;
mod check_screening;
mod check_table;
mod read;
mod schema;
mod shape;
mod words;

use serde::{Deserialize, Serialize};
use vurder_model::field::Register;
use vurder_model::template::Template;

pub use read::{TemplateFile, read_templates};
pub use schema::template_schema;

/// Name of the file with the registers that all forms share. Every other file is one form.
pub const REGISTERS_FILE: &str = "registers.yaml";

/// The forms, and the registers that they share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Templates {
    /// Registers that several forms show.
    pub registers: Vec<Register>,
    /// The forms, in the order of their ids. Newer versions of a form stand after older ones.
    pub templates: Vec<Template>,
}

impl Templates {
    /// The form with this id and this version.
    pub fn template(&self, id: &str, version: &str) -> Option<&Template> {
        self.templates.iter().find(|t| t.id == id && t.version == version)
    }

    /// The register with this id: a shared one, one that only `template` uses, or the one that holds the form's own
    /// fields.
    pub fn register(&self, template: Option<&Template>, id: &str) -> Option<Register> {
        if let Some(template) = template {
            if template.id == id {
                return Some(template.own_register());
            }
            if let Some(own) = template.registers.iter().find(|r| r.id == id) {
                return Some(own.clone());
            }
        }
        self.registers.iter().find(|r| r.id == id).cloned()
    }
}
