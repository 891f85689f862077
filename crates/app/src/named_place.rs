//! A place of the draft that a command names: a row, an answer of it, or a section of a form.

use vurder_content::msg;
use vurder_model::id::RowId;

use crate::error::{Fault, Outcome};
use crate::facts::Facts;
use crate::library::Library;
use crate::quoting::names;

/// The place, in the strings in which rows store it. Strings that do not apply are empty.
pub(crate) struct NamedPlace {
    pub(crate) row: String,
    pub(crate) field: String,
    /// `form/section`.
    pub(crate) section: String,
}

impl NamedPlace {
    /// The place of a row, of a field of that row, or of a form's section. None if the arguments do not name exactly
    /// one place.
    ///
    /// # Errors
    /// There is no such row, field, form or section.
    pub(crate) fn of(
        library: &Library,
        facts: &Facts,
        named: (Option<&RowId>, Option<&str>, Option<&str>, Option<&str>),
    ) -> Outcome<Option<Self>> {
        let (row, field, section) = match named {
            (Some(row), field, None, None) => {
                let row = facts.row_in_use(row)?;
                if let Some(field) = field {
                    facts.registers.known_field(&row.register, field)?;
                }
                (row.id.to_string(), field.unwrap_or_default().to_owned(), String::new())
            }
            (None, None, Some(form), Some(section)) => {
                let template = library.followed(facts.head(), form)?;
                if !template.sections.iter().any(|known| known.id == *section) {
                    let sections = names(template.sections.iter().map(|known| known.id.as_str()));
                    return Err(Fault::unknown_name(msg::error_no_section(section, sections)));
                }
                (String::new(), String::new(), format!("{}/{section}", template.id))
            }
            _ => return Ok(None),
        };
        Ok(Some(Self { row, field, section }))
    }
}
