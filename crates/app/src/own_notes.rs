//! The own notes of a project, each with its place.

use vurder_content::{Messages, msg};
use vurder_model::id::RowId;
use vurder_model::project::{Project, Row};
use vurder_model::richtext::RichText;
use vurder_model::role::FieldRole;
use vurder_model::view::Numbers;

use crate::catalogue::Registers;
use crate::library::Library;
use crate::own_note_types::OwnNoteView;
use crate::places::place_of;
use crate::remarks::RowWords;

/// All own notes outside the trash, in the order in which they were made.
pub(crate) fn own_notes(
    library: &Library,
    messages: &Messages,
    registers: &Registers,
    project: &Project,
) -> Vec<OwnNoteView> {
    let register = library.role(FieldRole::OwnNoteWords).0;
    let mut rows = project.rows_of(register).peekable();
    if rows.peek().is_none() {
        return Vec::new();
    }
    let numbers = Numbers::of(project, registers.all(), None);
    let places = Places { library, messages, registers, project, numbers: &numbers };
    rows.map(|row| places.view(row)).collect()
}

/// The form and section that show the place of an own note.
pub(crate) fn place_of_note(
    library: &Library,
    registers: &Registers,
    project: &Project,
    note: &Row,
) -> Option<(String, String)> {
    let of = RowWords { library, row: note };
    let section = of.words(FieldRole::OwnNoteSection);
    if let Some((form, section)) = section.split_once('/') {
        let follows = project.head.forms.iter().find(|choice| choice.template == form);
        let template = library.template(follows?)?;
        let known = template.sections.iter().any(|known| known.id == section);
        return known.then(|| (form.to_owned(), section.to_owned()));
    }
    let row = beside(&of, project)?;
    let field = of.words(FieldRole::OwnNoteField);
    place_of(library, &project.head, row, field).or_else(|| {
        let register = registers.register(&row.register)?;
        register.fields.iter().find_map(|field| place_of(library, &project.head, row, &field.id))
    })
}

/// The row that a note stands beside, if it exists and is not in the trash.
fn beside<'a>(of: &RowWords<'_, '_>, project: &'a Project) -> Option<&'a Row> {
    let id = RowId::new(of.words(FieldRole::OwnNoteRow)).ok()?;
    project.row(&id).filter(|row| row.trashed.is_none())
}

struct Places<'a> {
    library: &'a Library,
    messages: &'a Messages,
    registers: &'a Registers,
    project: &'a Project,
    numbers: &'a Numbers<'a>,
}

impl Places<'_> {
    fn view(&self, row: &Row) -> OwnNoteView {
        let of = RowWords { library: self.library, row };
        let at = beside(&of, self.project);
        let shown = place_of_note(self.library, self.registers, self.project, row);
        let place = match (at, &shown) {
            (Some(at), _) => self.answer(at, of.words(FieldRole::OwnNoteField)),
            (None, Some((form, section))) => self.section(form, section),
            (None, None) => String::new(),
        };
        let (form, section) = shown.unzip();
        let doc = RichText::from_markdown(of.words(FieldRole::OwnNoteWords));
        let field = of.words(FieldRole::OwnNoteField);
        OwnNoteView {
            row: row.id.clone(),
            field: self.library.role(FieldRole::OwnNoteWords).1.to_owned(),
            at_row: at.map(|at| at.id.clone()),
            at_field: at.map(|_| field.to_owned()).filter(|field| !field.is_empty()),
            form,
            section,
            place,
            words: doc.plain_text().trim().to_owned(),
            doc,
            date: of.day(FieldRole::OwnNoteDate),
        }
    }

    fn answer(&self, row: &Row, field: &str) -> String {
        let Some(register) = self.registers.register(&row.register) else { return String::new() };
        let label = register.field(field).map(|field| field.label.as_str()).unwrap_or_default();
        let named = self.numbers.row(&row.id).filter(|_| !register.single);
        let (number, name) = match named {
            Some(named) => (named.number.as_str(), named.label.as_str()),
            None if label.is_empty() => (register.one.as_str(), ""),
            None => ("", ""),
        };
        let words = [number, name, label].into_iter().filter(|part| !part.is_empty());
        words.collect::<Vec<_>>().join(" · ")
    }

    fn section(&self, form: &str, section: &str) -> String {
        let template = self.library.template_by_name(form);
        let known = template.and_then(|t| Some((t, t.sections.iter().find(|s| s.id == section)?)));
        let Some((template, known)) = known else { return String::new() };
        let title = format!("{} {}", known.id, known.title);
        self.messages.format(&msg::remarks_place_section(&template.short, title))
    }
}
