//! Checks a condition: its fields, options, registers and lists of words exist and are of the right kind.

use vurder_model::check::TODAY;
use vurder_model::check::predicate::{Path, Predicate};
use vurder_model::field::{Field, FieldKind};
use vurder_model::role::Roles;
use vurder_model::template::Block;

use super::check::Checker;
use crate::located::At;

impl Checker<'_> {
    /// Checks a predicate. `own` is the register of the row that it reads.
    pub(super) fn predicate(&mut self, predicate: &Predicate, own: Option<&str>, at: At<'_>) {
        match predicate {
            Predicate::Empty(path) | Predicate::Filled(path) => {
                self.field(path, own, at);
            }
            Predicate::Figure(path) | Predicate::Shorter { field: path, .. } => {
                self.words_at(path, own, at);
            }
            Predicate::Repeated { field, at_least } => {
                self.words_at(field, own, at);
                if *at_least < 2 {
                    self.say(at, "words are repeated from two rows on");
                }
            }
            Predicate::Chosen { field, is, is_not } => {
                if let Some(field) = self.field(field, own, at) {
                    is.iter().chain(is_not).for_each(|option| self.option(&field, option, at));
                }
                if is.is_empty() == is_not.is_empty() {
                    self.say(at, "write either \"is\" or \"is_not\"");
                }
            }
            Predicate::ChosenCount { field, of, .. } => {
                if let Some(field) = self.field(field, own, at) {
                    of.iter().for_each(|option| self.option(&field, option, at));
                }
            }
            Predicate::Answered { field, .. } => {
                let kinds = [FieldKind::YesNo, FieldKind::Acceptance];
                self.kind(field, own, &kinds, "no yes or no", at);
            }
            Predicate::Level { of, .. } => self.level(*of, own, at),
            Predicate::Compare { field, to, .. } => self.compare(field, to, own, at),
            Predicate::NamedBy { fields, holds } => {
                for path in fields {
                    let register = path.register.as_deref().unwrap_or_default();
                    self.refers(register, &path.field, own, at);
                    holds.iter().for_each(|inner| self.predicate(inner, Some(register), at));
                }
            }
            Predicate::Refers { field, holds } => {
                let Some(field) = self.field(field, own, at) else { return };
                if field.to.is_empty() {
                    self.say(at, format!("field \"{}\" does not refer to rows", field.id));
                }
                for to in &field.to {
                    holds.iter().for_each(|inner| self.predicate(inner, Some(to), at));
                }
            }
            Predicate::Rows { register, holds, at_least, at_most } => {
                self.many_rows(register, at);
                holds.iter().for_each(|inner| self.predicate(inner, Some(register), at));
                if at_least > at_most {
                    self.say(at, "at_least is more than at_most");
                }
            }
            Predicate::Words { texts, list } => {
                texts.iter().for_each(|path| self.words_at(path, own, at));
                if !self.rules.words.contains_key(list) {
                    self.say(at, format!("there are no words \"{list}\""));
                }
            }
            Predicate::Names { field, of, .. } => {
                self.words_at(field, own, at);
                self.known(of, at);
            }
            Predicate::NamedIn { register, fields, holds } => {
                if own.is_none() {
                    self.say(at, "only a row can be named");
                }
                self.many_rows(register, at);
                for field in fields {
                    let path = Path { register: Some(register.clone()), field: field.clone() };
                    self.words_at(&path, own, at);
                }
                holds.iter().for_each(|inner| self.predicate(inner, Some(register), at));
            }
            Predicate::Cites(paths) => {
                for path in paths {
                    let kinds = [FieldKind::Text, FieldKind::YesNo, FieldKind::Citations];
                    self.kind(path, own, &kinds, "no text and no evidence", at);
                }
            }
            Predicate::Attached if own.is_none() => self.say(at, "only a row has files"),
            Predicate::Attached => {}
            Predicate::Excused { table, subject } => self.subject(table, subject, at),
            Predicate::Any(all) | Predicate::All(all) => {
                all.iter().for_each(|inner| self.predicate(inner, own, at));
            }
            Predicate::Not(inner) => self.predicate(inner, own, at),
        }
    }

    fn subject(&mut self, table: &str, subject: &str, at: At<'_>) {
        let sections = self.templates.templates.iter().flat_map(|template| &template.sections);
        let blocks = sections.flat_map(|section| &section.parts).flat_map(|part| &part.blocks);
        let mut groups = blocks.filter_map(|block| match block {
            Block::Table(known) if known.id == table => known.groups.as_ref(),
            _ => None,
        });
        if !groups.any(|groups| groups.subjects.iter().any(|known| known.id == subject)) {
            self.say(at, format!("no table \"{table}\" has the subject \"{subject}\""));
        }
    }

    fn level(&mut self, of: vurder_model::template::ComputedCell, own: Option<&str>, at: At<'_>) {
        let register = self.registers.iter().find(|register| Some(register.id.as_str()) == own);
        let has = register.is_some_and(|register| Roles::of([*register]).scores(of).is_some());
        if !has {
            self.say(at, "a level follows from the scores of a risk only");
        }
    }

    fn compare(&mut self, field: &Path, to: &Path, own: Option<&str>, at: At<'_>) {
        let kind = |field: &Field| match field.kind {
            FieldKind::Date | FieldKind::Acceptance => Some(FieldKind::Date),
            FieldKind::Level => Some(FieldKind::Level),
            _ => None,
        };
        let one = self.field(field, own, at).as_ref().and_then(kind);
        let other = if to.register.is_none() && to.field == TODAY {
            Some(FieldKind::Date)
        } else {
            self.field(to, own, at).as_ref().and_then(kind)
        };
        if one.is_none() || one != other {
            self.say(at, format!("\"{field}\" and \"{to}\" cannot be compared"));
        }
    }

    fn kind(&mut self, path: &Path, own: Option<&str>, kinds: &[FieldKind], is: &str, at: At<'_>) {
        if let Some(field) = self.field(path, own, at)
            && !kinds.contains(&field.kind)
        {
            self.say(at, format!("field \"{path}\" is {is}"));
        }
    }

    /// Checks that the path leads to an answer that holds words.
    fn words_at(&mut self, path: &Path, own: Option<&str>, at: At<'_>) {
        let wordless = [FieldKind::Refs, FieldKind::Level, FieldKind::Matrix, FieldKind::Citations];
        if let Some(field) = self.field(path, own, at)
            && wordless.contains(&field.kind)
        {
            self.say(at, format!("field \"{path}\" holds no words"));
        }
    }
}
