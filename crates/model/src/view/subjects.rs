//! The data beside the rows of a table: why no row is required under a subject, how many options have no row yet, and
//! who can accept.

use std::collections::BTreeSet;

use crate::field::{Field, FieldKind};
use crate::placeholder::says;
use crate::project::Row;
use crate::risk::RiskSide;
use crate::role::{FieldRole, subject_key};
use crate::template::Table;
use crate::value::Value;
use crate::view::cells::Cells;
use crate::view::{Acceptors, EachOption, NoteView, Person};

impl Cells<'_> {
    /// The note that says why no row is required under a subject of a table, or in the whole table; `None` if there is
    /// no note.
    pub(crate) fn subject_note(&self, table: &str, subject: &str) -> Option<NoteView> {
        let roles = self.numbers.roles();
        let register = self.numbers.register(roles.register(FieldRole::SubjectNote)?)?;
        let field = register.field(roles.field(FieldRole::SubjectNote)?)?;
        let row = self.project.keyed(&register.id, &subject_key(table, subject))?;
        let cell = self.answer(Some(row), field, false);
        Some(NoteView { row: row.id.clone(), field: field.clone(), cell })
    }

    /// Whether no row is required there, because somebody gave a reason.
    pub(crate) fn is_excused(&self, table: &str, subject: &str) -> bool {
        let reason = self.subject_note(table, subject).and_then(|note| note.cell.value);
        reason.is_some_and(|reason| says(&reason.plain_text()))
    }

    /// The number of options without a row, for the choice that the table names.
    pub(crate) fn each_option(&self, table: &Table, rows: &[&Row]) -> Option<EachOption> {
        let field = table.each.as_ref()?;
        let register = table.rows.first()?;
        let options = &self.numbers.register(register)?.field(field)?.options;
        let there: BTreeSet<&str> = rows.iter().flat_map(|row| row.chosen(field)).collect();
        let missing = options.iter().filter(|o| !there.contains(o.id.as_str())).count();
        Some(EachOption { register: register.clone(), field: field.clone(), missing })
    }

    /// Who can accept at `field`; `None` if the field is not an acceptance.
    pub(crate) fn acceptors(&self, field: &Field) -> Option<Acceptors> {
        if self.bare || field.kind != FieldKind::Acceptance {
            return None;
        }
        let mut roles: Vec<String> = Vec::new();
        for role in self.method.risk.iter().map(|level| level.accepted_by.trim()) {
            if !role.is_empty() && !roles.iter().any(|known| known == role) {
                roles.push(role.to_owned());
            }
        }
        Some(Acceptors { roles, people: self.people() })
    }

    /// The people named in the assessment, with their roles.
    fn people(&self) -> Vec<Person> {
        let roles = self.numbers.roles();
        let (Some(role), Some(name)) =
            (roles.field(FieldRole::PersonRole), roles.field(FieldRole::PersonName))
        else {
            return Vec::new();
        };
        let register = roles.register(FieldRole::PersonRole).unwrap_or_default();
        let options =
            self.numbers.register(register).and_then(|r| r.field(role)).map(|f| &f.options);
        let label = |row: &Row| {
            let chosen = row.chosen(role);
            let option = options.into_iter().flatten().find(|o| chosen.contains(&o.id.as_str()));
            option.map_or_else(String::new, |option| option.label.clone())
        };
        let people = roles.rows(self.project, FieldRole::PersonRole).filter_map(|row| {
            let name = row.values.get(name).map(Value::plain_text).filter(|name| says(name))?;
            Some(Person { name, role: label(row) })
        });
        people.collect()
    }

    /// The role that may accept the residual risk according to the method, for the side of the acceptance `field`.
    /// `None` for other fields, and as long as there is no level.
    pub(crate) fn may_accept(&self, row: &Row, field: &Field) -> Option<String> {
        let roles = self.numbers.roles();
        if roles.register(FieldRole::Concerns) != Some(row.register.as_str()) {
            return None;
        }
        let side = RiskSide::ALL.into_iter().find(|side| field.role == Some(side.acceptance()))?;
        let level = self.treatment.accepted_level(row, side, roles, self.method)?;
        let role = level.accepted_by.trim();
        (!role.is_empty()).then(|| role.to_owned())
    }
}
