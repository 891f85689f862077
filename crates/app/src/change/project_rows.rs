//! The rows of a new project: its controllers, and its providers as processors.

use vurder_content::msg;
use vurder_model::project::{Project, Row};
use vurder_model::role::FieldRole;
use vurder_model::value::Value;

use crate::app::App;
use crate::error::{Fault, Outcome};
use crate::library::Library;

/// The rows of a provider in the register of processors, in the trash or not.
pub(super) fn processors_of<'a>(
    library: &'a Library,
    project: &'a Project,
    provider: &'a str,
) -> impl Iterator<Item = &'a Row> {
    project.rows.iter().filter(move |row| is_processor_of(library, row, provider))
}

fn is_processor_of(library: &Library, row: &Row, provider: &str) -> bool {
    let (register, field) = library.role(FieldRole::LibraryProvider);
    row.register == register
        && matches!(row.values.get(field), Some(Value::Line(of)) if of == provider)
}

/// The id of a provider's row in the register of processors.
pub(super) fn processor_id(provider: &str) -> String {
    format!("processor-{provider}")
}

impl App {
    /// Makes a row for each controller that has a name.
    pub(super) fn controllers(&mut self, names: &[String]) -> Outcome<Vec<Row>> {
        let (register, field) = self.library.role(FieldRole::Controller);
        let (register, field) = (register.to_owned(), field.to_owned());
        let names = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
        let row = |(at, name): (usize, &str)| {
            let mut row = self.row(&register, Some(format!("controller-{}", at + 1)))?;
            if name.contains(['\n', '\r']) {
                return Err(Fault::wrong_value(msg::error_controller_name()));
            }
            row.values.insert(field.clone(), Value::Line(name.to_owned()));
            Ok(row)
        };
        names.enumerate().map(row).collect()
    }

    /// Whether one of `rows` is the provider's row in the register of processors.
    pub(super) fn has_processor(&self, rows: &[Row], provider: &str) -> bool {
        rows.iter().any(|row| is_processor_of(&self.library, row, provider))
    }

    /// Makes a row for a provider in the register of processors. If `taken`, another row has the usual id, so the row
    /// gets a new id.
    pub(super) fn processor(&mut self, provider: &str, taken: bool) -> Outcome<Row> {
        let name = self.library.pack(provider).map_or(provider, |p| p.name.as_str()).to_owned();
        let (register, name_field) = self.library.role(FieldRole::ProcessorName);
        let (register, name_field) = (register.to_owned(), name_field.to_owned());
        let provider_field = self.library.role(FieldRole::LibraryProvider).1.to_owned();
        let mut row = self.row(&register, (!taken).then(|| processor_id(provider)))?;
        row.values.insert(name_field, Value::Line(name));
        row.values.insert(provider_field, Value::Line(provider.to_owned()));
        Ok(row)
    }
}
