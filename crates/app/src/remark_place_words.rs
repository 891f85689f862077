//! The places of remarks in words: number of the row and label of the field, or form and section.

use std::collections::HashMap;

use vurder_content::{Messages, msg};
use vurder_model::field::Register;
use vurder_model::id::RowId;
use vurder_model::project::Project;
use vurder_model::view::Numbers;

use crate::library::Library;
use crate::remarks::Remark;
use crate::returned::RemarkPlace;

/// The names of all places of a project.
pub(crate) struct PlaceWords<'a> {
    library: &'a Library,
    project: &'a Project,
    registers: Vec<Register>,
    numbers: HashMap<RowId, String>,
    sections: HashMap<String, String>,
}

impl<'a> PlaceWords<'a> {
    pub(crate) fn of(library: &'a Library, messages: &Messages, project: &'a Project) -> Self {
        let registers = library.registers_of(&project.head).all().to_vec();
        let counted = Numbers::of(project, &registers, None);
        let rows = project.rows.iter();
        let numbers =
            rows.filter_map(|row| Some((row.id.clone(), counted.row(&row.id)?.number.clone())));
        let numbers = numbers.collect();
        let mut sections = HashMap::new();
        for choice in &project.head.forms {
            let Some(template) = library.template(choice) else { continue };
            for section in &template.sections {
                let title = format!("{} {}", section.id, section.title);
                let words = messages.format(&msg::remarks_place_section(&template.short, title));
                sections.insert(format!("{}/{}", template.id, section.id), words);
            }
        }
        Self { library, project, registers, numbers, sections }
    }

    /// The name of the place that a remark of a file would have.
    pub(crate) fn of_plan(&self, place: &RemarkPlace) -> Option<String> {
        match place {
            RemarkPlace::Answer(address) => self.answer(&address.row, &address.field),
            RemarkPlace::Row(row) => self.answer(row, ""),
            RemarkPlace::Section { form, section } => {
                self.sections.get(&format!("{form}/{section}")).cloned()
            }
            RemarkPlace::Nowhere => None,
        }
    }

    /// The name of the place that a remark of the project has; none if it has no place.
    pub(crate) fn of_remark(&self, remark: &Remark<'_>) -> Option<String> {
        if let Some(row) = remark.place(self.project) {
            return self.answer(&row.id, remark.at_field);
        }
        remark.section(self.library, self.project)?;
        self.sections.get(remark.at_section).cloned()
    }

    fn answer(&self, row: &RowId, field: &str) -> Option<String> {
        let found = self.project.row(row)?;
        let register = self.registers.iter().find(|register| register.id == found.register)?;
        let label = register.field(field).map(|field| field.label.as_str()).unwrap_or_default();
        let number = match self.numbers.get(row) {
            Some(number) if !register.single && !number.is_empty() => number.as_str(),
            _ if label.is_empty() => register.one.as_str(),
            _ => "",
        };
        let words: Vec<&str> =
            [number, label].into_iter().filter(|part| !part.is_empty()).collect();
        Some(words.join(" "))
    }
}
