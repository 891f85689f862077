//! Finds the sections that are marked ready for review, and whether their answers have changed since.

use vurder_model::project::Project;
use vurder_model::role::FieldRole;
use vurder_model::section_state::section_state;
use vurder_model::value::Value;
use vurder_model::view::FormView;

use crate::library::Library;
use crate::ready_types::ReadySection;
use crate::remarks::RowWords;

/// The key of the row that marks a section as ready.
pub(crate) fn ready_key(form: &str, section: &str) -> String {
    format!("{form}/{section}")
}

/// The marks on sections of these forms, in the order of the forms.
pub(crate) fn ready_sections<'f>(
    library: &Library,
    project: &Project,
    forms: impl IntoIterator<Item = &'f FormView>,
) -> Vec<ReadySection> {
    let register = library.role(FieldRole::ReadyBy).0;
    if project.rows_of(register).next().is_none() {
        return Vec::new();
    }
    let mut ready = Vec::new();
    for form in forms {
        for section in &form.sections {
            let key = ready_key(&form.form, &section.id);
            let Some(row) = project.keyed(register, &key) else { continue };
            let of = RowWords { library, row };
            ready.push(ReadySection {
                form: form.form.clone(),
                section: section.id.clone(),
                by: of.words(FieldRole::ReadyBy).to_owned(),
                date: of.day(FieldRole::ReadyDate),
                changed: of.words(FieldRole::ReadyFingerprint) != section_state(section),
            });
        }
    }
    ready
}

/// The people who have a role in the assessment, each once. They can mark a section as ready.
pub(crate) fn people(library: &Library, project: &Project) -> Vec<String> {
    let (register, name) = library.role(FieldRole::PersonName);
    let mut people: Vec<String> = Vec::new();
    for row in project.rows_of(register) {
        let name = row.values.get(name).map(Value::plain_text).unwrap_or_default();
        let name = name.trim();
        if !name.is_empty() && !people.iter().any(|known| known == name) {
            people.push(name.to_owned());
        }
    }
    people
}
