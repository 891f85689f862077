//! Decides whether a predicate holds.

use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::check::facts::Facts;
use crate::check::predicate::{Order, Path, Predicate};
use crate::check::texts::cited_in;
use crate::field::Field;
use crate::id::RowId;
use crate::placeholder::says;
use crate::project::Row;
use crate::risk::RiskSide;
use crate::role::{FieldRole, subject_key};
use crate::value::Value;

/// The word that means the day of the check, where days are compared.
pub(crate) const TODAY: &str = "today";

/// What the predicates found while they were evaluated. The message of the finding names it.
#[derive(Debug, Default)]
pub(crate) struct Met {
    /// Words of the texts that are on a list.
    pub(crate) words: RefCell<Vec<String>>,
    /// The levels of risks that were compared with the method.
    pub(crate) levels: RefCell<Vec<u8>>,
    /// The ids and the numbers of the rows that were found.
    pub(crate) rows: RefCell<Vec<(RowId, String)>>,
}

/// A value that can be compared: a level or a day.
#[derive(Clone, Copy)]
enum Measure {
    Level(i64),
    Day(NaiveDate),
}

impl<'a> Facts<'a> {
    /// Whether all predicates hold for `row`, or for the project if there is no row.
    pub(crate) fn all(&self, predicates: &[Predicate], row: Option<&'a Row>, met: &Met) -> bool {
        predicates.iter().all(|predicate| self.holds(predicate, row, met))
    }

    fn holds(&self, predicate: &Predicate, row: Option<&'a Row>, met: &Met) -> bool {
        match predicate {
            Predicate::Empty(path) => {
                self.place(path, row).is_none_or(|(row, field)| self.is_empty(row, field))
            }
            Predicate::Filled(path) => {
                self.place(path, row).is_some_and(|(row, field)| !self.is_empty(row, field))
            }
            Predicate::Chosen { field, is, is_not } => {
                self.place(field, row).is_some_and(|(row, field)| {
                    let chosen = row.chosen(field);
                    let of = |options: &[String], option: &str| options.iter().any(|o| o == option);
                    (is.is_empty() || chosen.iter().any(|option| of(is, option)))
                        && (is_not.is_empty() || chosen.iter().any(|option| !of(is_not, option)))
                })
            }
            Predicate::ChosenCount { field, of, at_least, at_most } => {
                let count = self.place(field, row).map_or(0, |(row, field)| {
                    let chosen = row.chosen(field);
                    chosen.iter().filter(|option| of.iter().any(|o| o == *option)).count()
                });
                (*at_least..=*at_most).contains(&count)
            }
            Predicate::Answered { field, yes } => {
                self.place(field, row).is_some_and(|(row, field)| match row.values.get(field) {
                    Some(Value::YesNo { answer, .. }) => answer == yes,
                    Some(Value::Acceptance(given)) => given.accepted == *yes,
                    _ => false,
                })
            }
            Predicate::Level { of, acceptable } => row.is_some_and(|risk| {
                let Some(level) = self.level(risk, *of) else { return false };
                let holds = self.source.method.acceptable(level) == *acceptable;
                if holds {
                    met.levels.borrow_mut().push(level);
                }
                holds
            }),
            Predicate::Compare { field, is, to, by } => {
                let (one, other) = (self.measure(field, row), self.measure(to, row));
                let difference = match (one, other) {
                    (Some(Measure::Level(one)), Some(Measure::Level(other))) => one - other,
                    (Some(Measure::Day(one)), Some(Measure::Day(other))) => {
                        (one - other).num_days()
                    }
                    _ => return false,
                };
                match is {
                    Order::Above => difference > *by,
                    Order::Below => -difference > *by,
                }
            }
            Predicate::NamedBy { fields, holds } => row.is_some_and(|row| {
                let namers = fields.iter().flat_map(|path| {
                    let register = path.register.as_deref().unwrap_or_default();
                    self.namers(&row.id, register, &path.field)
                });
                namers.fold(false, |named, namer| {
                    let holds = self.all(holds, Some(namer), met);
                    if holds {
                        met.rows.borrow_mut().push((namer.id.clone(), self.number(namer)));
                    }
                    named || holds
                })
            }),
            Predicate::Refers { field, holds } => {
                let Some((row, field)) = self.place(field, row) else { return false };
                let Some(Value::Refs(rows)) = row.values.get(field) else { return false };
                rows.iter().filter_map(|id| self.row(id)).any(|named| {
                    let holds = self.all(holds, Some(named), met);
                    if holds {
                        met.rows.borrow_mut().push((named.id.clone(), self.number(named)));
                    }
                    holds
                })
            }
            Predicate::Rows { register, holds, at_least, at_most } => {
                let counted =
                    self.rows(register).iter().filter(|row| self.all(holds, Some(row), met));
                (*at_least..=*at_most).contains(&counted.count())
            }
            Predicate::Words { texts, list } => self.words(texts, list, row, met),
            Predicate::Figure(path) => {
                self.place(path, row).is_some_and(|(row, field)| self.text(row, field).figure)
            }
            Predicate::Shorter { field, than } => {
                self.place(field, row).is_some_and(|(row, field)| {
                    let length = self.text(row, field).length;
                    (1..*than).contains(&length)
                })
            }
            Predicate::Names { field, of, people } => {
                let Some((row, field)) = self.place(field, row) else { return false };
                let text = self.text(row, field);
                let register = of.register.as_deref().unwrap_or_default();
                let names = self.names(register, &of.field, *people);
                names.iter().any(|(named, name)| {
                    let stands = name.stands_in(&text.words);
                    if let (true, Some(named)) = (stands, self.row(named)) {
                        met.rows.borrow_mut().push((named.id.clone(), self.number(named)));
                    }
                    stands
                })
            }
            Predicate::NamedIn { register, fields, holds } => row.is_some_and(|row| {
                // A row without a name cannot be looked for.
                let Some(name) = self.name_of_row(row) else { return true };
                let mut others = self.rows(register).iter().filter(|other| other.id != row.id);
                others.any(|other| {
                    self.all(holds, Some(other), met)
                        && fields.iter().any(|field| name.stands_in(&self.text(other, field).words))
                })
            }),
            Predicate::Repeated { field, at_least } => {
                let Some((row, field)) = self.place(field, row) else { return false };
                let text = self.text(row, field);
                if text.length == 0 {
                    return false;
                }
                let same = self.rows(&row.register).iter().filter(|other| {
                    other.values.contains_key(field) && self.text(other, field).words == text.words
                });
                let same: Vec<(RowId, String)> =
                    same.map(|row| (row.id.clone(), self.number(row))).collect();
                let repeated = same.len() >= *at_least;
                met.rows.borrow_mut().extend(same);
                repeated
            }
            Predicate::Cites(paths) => {
                let mut cited = BTreeSet::new();
                for (row, field) in paths.iter().filter_map(|path| self.place(path, row)) {
                    row.values.get(field).into_iter().for_each(|value| cited_in(value, &mut cited));
                }
                !cited.is_empty()
            }
            Predicate::Attached => row.is_some_and(|row| self.source.attached.contains(&row.id)),
            Predicate::Excused { table, subject } => self.is_excused(table, subject),
            Predicate::Any(all) => all.iter().any(|one| self.holds(one, row, met)),
            Predicate::All(all) => self.all(all, row, met),
            // If a predicate does not hold, the message does not name what it found.
            Predicate::Not(inner) => !self.holds(inner, row, &Met::default()),
        }
    }

    fn words(&self, texts: &[Path], list: &str, row: Option<&'a Row>, met: &Met) -> bool {
        let Some(number) = self.lists.number(list) else { return false };
        texts.iter().filter_map(|path| self.place(path, row)).any(|(row, field)| {
            let text = self.text(row, field);
            let found = text.found.iter().find(|(list, _)| *list == number);
            if let Some((_, word)) = found {
                met.words.borrow_mut().push(word.clone());
            }
            found.is_some()
        })
    }

    fn is_excused(&self, table: &str, subject: &str) -> bool {
        let register = self.roles.register(FieldRole::SubjectNote).unwrap_or_default();
        let note = self.source.project.keyed(register, &subject_key(table, subject));
        let reason = note.and_then(|note| self.answer(note, FieldRole::SubjectNote));
        reason.is_some_and(|reason| says(&reason.plain_text()))
    }

    /// The level of a risk that is in force; `None` if one of the two scores is missing, or if the risk does not
    /// concern this side.
    pub(crate) fn level(&self, risk: &Row, of: crate::template::ComputedCell) -> Option<u8> {
        RiskSide::of(of).filter(|side| side.concerns(risk, &self.roles))?;
        let scores = self.roles.scores(self.treatment.level_in_force(risk, of))?;
        self.source.method.level_of(risk, scores)
    }

    /// The row and the field that a path leads to from a row; `None` if a single register has no answer yet, or if the
    /// row is not asked for the answer: no form shows an answer that was left over.
    pub(crate) fn place<'p>(
        &self,
        path: &'p Path,
        row: Option<&'a Row>,
    ) -> Option<(&'a Row, &'p str)> {
        let row = match &path.register {
            Some(register) => self.single(register)?,
            None => row?,
        };
        let asked = |field: &Field| field.is_asked_in(row);
        let asked = self.field(&row.register, &path.field).is_none_or(asked);
        asked.then_some((row, path.field.as_str()))
    }

    fn measure(&self, path: &Path, row: Option<&'a Row>) -> Option<Measure> {
        if path.register.is_none() && path.field == TODAY {
            return Some(Measure::Day(self.source.today));
        }
        let (row, field) = self.place(path, row)?;
        match row.values.get(field)? {
            Value::Level(level) => Some(Measure::Level(i64::from(*level))),
            Value::Date(day) => Some(Measure::Day(*day)),
            Value::Acceptance(given) => given.date.map(Measure::Day),
            _ => None,
        }
    }
}
