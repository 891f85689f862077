//! Finds the field that has a role, as the registers declare it. Code asks for a role instead of the id of a field.

use crate::field::{Field, Register};
pub use crate::field_role::{FieldRole, subject_key};
use crate::project::{Project, Row};
use crate::template::ComputedCell;

/// The fields that have a role, by register and id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roles<'a> {
    /// In the order of [`FieldRole::ALL`].
    fields: Vec<Option<(&'a str, &'a Field)>>,
}

/// The two scores that give a level of risk, as fields of the register of risks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scores<'a> {
    /// The field with the likelihood.
    pub likelihood: &'a str,
    /// The field with the severity.
    pub severity: &'a str,
}

impl<'a> Roles<'a> {
    /// The roles that the fields of `registers` declare.
    pub fn of(registers: impl IntoIterator<Item = &'a Register>) -> Self {
        let mut fields = vec![None; FieldRole::ALL.len()];
        for register in registers {
            for field in &register.fields {
                if let Some(place) = field.role.and_then(|role| fields.get_mut(role as usize)) {
                    place.get_or_insert((register.id.as_str(), field));
                }
            }
        }
        Self { fields }
    }

    /// The id of the field that has the role.
    pub fn field(&self, role: FieldRole) -> Option<&'a str> {
        self.place(role).map(|(_, field)| field.id.as_str())
    }

    /// The id of the register whose field has the role.
    pub fn register(&self, role: FieldRole) -> Option<&'a str> {
        self.place(role).map(|(register, _)| register)
    }

    /// Whether the row is asked for the answer with this role; see [`Field::is_asked_in`].
    pub fn asks(&self, role: FieldRole, row: &Row) -> bool {
        self.place(role).is_some_and(|(_, field)| field.is_asked_in(row))
    }

    fn place(&self, role: FieldRole) -> Option<(&'a str, &'a Field)> {
        self.fields.get(role as usize).copied().flatten()
    }

    /// The fields that a computed level reads; `None` for a cell that is not a level.
    pub fn scores(&self, cell: ComputedCell) -> Option<Scores<'a>> {
        let (likelihood, severity) = match cell {
            ComputedCell::Label => return None,
            ComputedCell::SubjectsInherent => {
                (FieldRole::SubjectsLikelihood, FieldRole::SubjectsSeverity)
            }
            ComputedCell::SubjectsResidual => {
                (FieldRole::SubjectsResidualLikelihood, FieldRole::SubjectsResidualSeverity)
            }
            ComputedCell::OrganisationInherent => {
                (FieldRole::OrganisationLikelihood, FieldRole::OrganisationSeverity)
            }
            ComputedCell::OrganisationResidual => {
                (FieldRole::OrganisationResidualLikelihood, FieldRole::OrganisationResidualSeverity)
            }
        };
        Some(Scores { likelihood: self.field(likelihood)?, severity: self.field(severity)? })
    }

    /// The rows of the register whose field has the role, without those in the trash.
    pub fn rows<'p>(&self, project: &'p Project, role: FieldRole) -> impl Iterator<Item = &'p Row> {
        let register = self.register(role).unwrap_or_default().to_owned();
        project.rows.iter().filter(move |row| row.register == register && row.trashed.is_none())
    }

    /// The names of the project's controllers that are filled in.
    pub fn controllers(&self, project: &Project) -> Vec<String> {
        let Some(field) = self.field(FieldRole::Controller) else { return Vec::new() };
        self.rows(project, FieldRole::Controller)
            .filter_map(|row| row.values.get(field))
            .map(crate::value::Value::plain_text)
            .filter(|name| !name.is_empty())
            .collect()
    }
}
