//! The registers by the forms that projects follow, kept from one question to the next.

use std::sync::{Arc, Mutex, PoisonError};

use vurder_model::project::FormChoice;

use crate::catalogue::Registers;

/// The registers by the forms that projects follow. They depend on nothing else of a project. Making them takes half a
/// millisecond: too long for each hit of a search and for each change.
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
    pub(crate) fn get(
        &self,
        forms: &[FormChoice],
        make: impl FnOnce() -> Registers,
    ) -> Arc<Registers> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registers_are_made_once_for_a_choice_of_forms() {
        let known = KnownRegisters::default();
        let forms =
            |form: &str| vec![FormChoice { template: form.to_owned(), version: "1".to_owned() }];
        let empty = || Registers::new(Vec::new(), Vec::new());
        let first = known.get(&forms("rar"), empty);
        assert!(Arc::ptr_eq(&first, &known.get(&forms("rar"), empty)));
        assert!(!Arc::ptr_eq(&first, &known.get(&forms("dpia"), empty)), "other forms");
        for at in 0..KnownRegisters::MOST {
            known.get(&forms(&at.to_string()), empty);
        }
        assert!(!Arc::ptr_eq(&first, &known.get(&forms("rar"), empty)), "the oldest is forgotten");
        assert!(known.by_forms.lock().is_ok_and(|known| known.len() == KnownRegisters::MOST));
    }
}
