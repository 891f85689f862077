//! What a project can hold: its registers and their fields.

use std::collections::BTreeMap;

use vurder_content::msg;
use vurder_model::field::{Field, Register};
use vurder_model::role::{FieldRole, Roles};

use crate::error::{Fault, Outcome};
use crate::quoting::names;

/// The registers of a project: the shared ones, those of its forms, and one per form for the form's own fields.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Registers {
    all: Vec<Register>,
    /// The short names of the forms, each with the form's own register.
    short_names: Vec<(String, String)>,
    /// Register and field of each role.
    roles: BTreeMap<FieldRole, (String, String)>,
}

impl Registers {
    /// The registers `all`, of which the forms with these short names have their own ones.
    pub(crate) fn new(all: Vec<Register>, short_names: Vec<(String, String)>) -> Self {
        let declared = Roles::of(&all);
        let place = |role| {
            let (register, field) = (declared.register(role)?, declared.field(role)?);
            Some((role, (register.to_owned(), field.to_owned())))
        };
        let roles = FieldRole::ALL.iter().copied().filter_map(place).collect();
        Self { all, short_names, roles }
    }

    /// All registers.
    pub(crate) fn all(&self) -> &[Register] {
        &self.all
    }

    /// The register with the id `name`, or the own register of the form with the short name `name`. Short names match
    /// in upper and lower case, as in all commands.
    pub(crate) fn register(&self, name: &str) -> Option<&Register> {
        let of_id = |id: &str| self.all.iter().find(|register| register.id == id);
        of_id(name).or_else(|| {
            let form = self.short_names.iter().find(|(short, _)| short.eq_ignore_ascii_case(name));
            of_id(&form?.1)
        })
    }

    /// The register with this id or this short name of a form.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound) where there is none.
    pub(crate) fn known_register(&self, name: &str) -> Outcome<&Register> {
        self.register(name).ok_or_else(|| Fault::unknown_name(msg::error_no_register(name)))
    }

    /// The field with this id.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound); the message lists the known fields.
    pub(crate) fn known_field(&self, register: &str, field: &str) -> Outcome<&Field> {
        let known = self.known_register(register)?;
        known.field(field).ok_or_else(|| {
            let fields = names(known.fields.iter().map(|field| field.id.as_str()));
            Fault::unknown_name(msg::error_no_field(register, field, fields))
        })
    }

    /// A field of a register.
    pub(crate) fn field(&self, register: &str, field: &str) -> Option<&Field> {
        self.register(register)?.field(field)
    }

    /// Ids of the register and of the field with this role. Content in which a role has no field is refused.
    pub(crate) fn role(&self, role: FieldRole) -> (&str, &str) {
        let place = self.roles.get(&role);
        place.map(|(register, field)| (register.as_str(), field.as_str())).unwrap_or_default()
    }

    /// Ids of the registers with exactly one row.
    pub(crate) fn singles(&self) -> impl Iterator<Item = &str> {
        self.all.iter().filter(|r| r.single).map(|r| r.id.as_str())
    }
}
