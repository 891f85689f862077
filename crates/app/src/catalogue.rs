//! What a project can hold: its registers and their fields.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use vurder_content::msg;
use vurder_model::field::{Field, Register};
use vurder_model::project::{FormChoice, ProjectHead};
use vurder_model::role::{FieldRole, Roles};

use crate::error::{Fault, Outcome};
use crate::library::Library;
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

/// The registers by the forms that projects follow. They depend on nothing else of a project, and making them takes half
/// a millisecond: too long for each hit of a search and for each change.
#[derive(Debug, Clone, Default)]
pub(crate) struct KnownRegisters {
    /// Shared by all copies of a library.
    by_forms: Arc<Mutex<Vec<OfForms>>>,
}

/// A choice of forms with its registers.
type OfForms = (Vec<FormChoice>, Arc<Registers>);

impl KnownRegisters {
    /// How many choices of forms are kept. Few are used at the same time.
    const MOST: usize = 16;

    /// The registers for this choice of forms. `make` makes them if they are not known.
    fn get(&self, forms: &[FormChoice], make: impl FnOnce() -> Registers) -> Arc<Registers> {
        let mut known = self.by_forms.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, registers)) = known.iter().find(|(of, _)| of == forms) {
            return Arc::clone(registers);
        }
        if known.len() == Self::MOST {
            known.remove(0);
        }
        let registers = Arc::new(make());
        known.push((forms.to_vec(), Arc::clone(&registers)));
        registers
    }
}

impl Registers {
    /// All registers that a project can have. Forms that the project does not follow now count, too, since their
    /// answers stay.
    pub(crate) fn of(library: &Library, head: &ProjectHead) -> Arc<Self> {
        library.known_registers().get(&head.forms, || Self::for_forms(library, &head.forms))
    }

    fn for_forms(library: &Library, forms: &[FormChoice]) -> Self {
        let mut all = library.registers().to_vec();
        let mut short_names = Vec::new();
        for template in library.templates() {
            let followed = forms.iter().find(|f| f.template == template.id);
            // If the project does not follow a form, the newest version says which registers the form has.
            let newest = library.newer_form(template).is_none();
            if followed.map_or(!newest, |f| f.version != template.version) {
                continue;
            }
            all.extend(template.registers.iter().cloned());
            let mut own = template.own_register();
            own.fields.extend(library.former_fields(template).into_iter().map(|f| f.field));
            all.push(own);
            short_names.push((template.short.clone(), template.id.clone()));
        }
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

#[cfg(test)]
mod tests {
    use vurder_model::template::Template;

    use super::*;

    #[test]
    fn registers_are_made_once_for_a_choice_of_forms() {
        let library = Library::embedded();
        let choice = |form: &Template| FormChoice {
            template: form.id.clone(),
            version: form.version.clone(),
        };
        let of = |forms: &[FormChoice]| {
            library.known_registers().get(forms, || Registers::for_forms(&library, forms))
        };
        let choices: Vec<FormChoice> = library.templates().iter().map(choice).collect();
        let (first, second) = (of(&choices[..1]), of(&choices[1..2]));
        assert_ne!(first, second, "another version of a form has other fields");
        assert!(Arc::ptr_eq(&first, &of(&choices[..1])));
        for at in 0..KnownRegisters::MOST {
            of(&vec![choices[0].clone(); at + 2]);
        }
        let known = library.known_registers().by_forms.lock();
        assert!(known.is_ok_and(|known| known.len() == KnownRegisters::MOST));
        assert_eq!(first, of(&choices[..1]), "what was forgotten is made again");
    }
}
