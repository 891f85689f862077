//! The numbers and one-line names of rows. The numbers follow from the order of the rows until a version of the project
//! freezes them.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::field::Register;
use crate::id::RowId;
use crate::project::{Project, Row};
use crate::role::Roles;
use crate::template::Template;
use crate::value::Value;
use crate::view::RefView;

/// Longest one-line name of a row, in characters.
const LABEL_LENGTH: usize = 90;

/// The registers of a form, with the number and name of every row.
pub struct Numbers<'a> {
    registers: HashMap<&'a str, &'a Register>,
    rows: HashMap<&'a RowId, Numbered<'a>>,
    roles: Roles<'a>,
}

/// A row with its number. Its name is read from its answers only when somebody asks for it, because most parts of a
/// form name few rows.
struct Numbered<'a> {
    row: &'a Row,
    number: u32,
    named: OnceCell<RefView>,
}

impl<'a> Numbers<'a> {
    /// Numbers the rows of `project`, register by register, without those in the trash. A row with a frozen number
    /// keeps it. The others get numbers after the highest frozen one.
    pub fn of(
        project: &'a Project,
        shared: &'a [Register],
        template: Option<&'a Template>,
    ) -> Self {
        let own = template.map_or(&[][..], |t| t.registers.as_slice());
        let registers: HashMap<&str, &Register> =
            shared.iter().chain(own).map(|r| (r.id.as_str(), r)).collect();
        let rows = numbered(project)
            .map(|(row, number)| (&row.id, Numbered { row, number, named: OnceCell::new() }))
            .collect();
        Self { registers, rows, roles: Roles::of(shared.iter().chain(own)) }
    }

    /// The fields that have a role.
    pub fn roles(&self) -> &Roles<'a> {
        &self.roles
    }

    /// The register with this id.
    pub fn register(&self, id: &str) -> Option<&'a Register> {
        self.registers.get(id).copied()
    }

    /// The number and name of a row; `None` for a row that is in the trash or never existed.
    pub fn row(&self, id: &RowId) -> Option<&RefView> {
        let Numbered { row, number, named } = self.rows.get(id)?;
        Some(named.get_or_init(|| {
            let register = self.register(&row.register);
            let name = register.map_or_else(String::new, |register| row_name(row, register));
            let label = shortened(&name);
            let full_label = (label != name).then_some(name);
            let prefix = register.map_or("", |register| register.prefix.as_str());
            let (id, register) = (row.id.clone(), row.register.clone());
            let number = format!("{prefix}{number}");
            RefView { row: id, register, number, label, full_label }
        }))
    }
}

/// The number of every row that is not in the trash, without the letter of its register and without its name.
pub(crate) fn row_numbers(project: &Project) -> HashMap<&RowId, u32> {
    numbered(project).map(|(row, number)| (&row.id, number)).collect()
}

/// The rows that are not in the trash, each with its number.
fn numbered(project: &Project) -> impl Iterator<Item = (&Row, u32)> {
    let in_use = || project.rows.iter().filter(|row| row.trashed.is_none());
    let mut highest: HashMap<&str, u32> = HashMap::new();
    for row in in_use() {
        if let Some(number) = row.number {
            let highest = highest.entry(row.register.as_str()).or_default();
            *highest = number.max(*highest);
        }
    }
    in_use().map(move |row| {
        let number = row.number.unwrap_or_else(|| {
            let highest = highest.entry(row.register.as_str()).or_default();
            *highest += 1;
            *highest
        });
        (row, number)
    })
}

/// The row in one line: the first words of its naming field, or the option that is chosen there.
pub fn row_label(row: &Row, register: &Register) -> String {
    shortened(&row_name(row, register))
}

/// The whole name of a row in one line.
fn row_name(row: &Row, register: &Register) -> String {
    let text = match row.values.get(&register.label_field) {
        Some(Value::Choice(chosen)) => {
            let options = register.field(&register.label_field).map(|field| &field.options);
            let option = options.into_iter().flatten().find(|o| o.id == chosen.option);
            option.map_or_else(String::new, |option| option.label.clone())
        }
        value => value.map_or_else(String::new, Value::plain_text),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of a name, as many as stand in one line.
fn shortened(line: &str) -> String {
    if line.chars().count() <= LABEL_LENGTH {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LABEL_LENGTH - 1).collect();
    let at_word = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..at_word])
}
