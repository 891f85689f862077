//! The registers that a project can have, by the forms that it follows.

use std::sync::Arc;

use vurder_model::project::{FormChoice, ProjectHead};

use crate::catalogue::Registers;
use crate::library::Library;

impl Library {
    /// All registers that a project can have. Forms that the project does not follow now count, too, since their
    /// answers stay.
    pub(crate) fn registers_of(&self, head: &ProjectHead) -> Arc<Registers> {
        self.known_registers().get(&head.forms, || self.make_registers(&head.forms))
    }

    fn make_registers(&self, forms: &[FormChoice]) -> Registers {
        let mut all = self.registers().to_vec();
        let mut short_names = Vec::new();
        for template in self.templates() {
            let followed = forms.iter().find(|form| form.template == template.id);
            // If the project does not follow a form, the newest version says which registers the form has.
            let newest = self.newer_form(template).is_none();
            if followed.map_or(!newest, |followed| followed.version != template.version) {
                continue;
            }
            all.extend(template.registers.iter().cloned());
            let mut own = template.own_register();
            own.fields.extend(self.former_fields(template).into_iter().map(|former| former.field));
            all.push(own);
            short_names.push((template.short.clone(), template.id.clone()));
        }
        Registers::new(all, short_names)
    }
}
