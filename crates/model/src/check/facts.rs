//! The data that rules read: the rows of a project by register, their texts, and which rows refer to which.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::answered::Lack;
use crate::check::names::Name;
use crate::check::rule::Rules;
use crate::check::texts::{RowTexts, Texts};
use crate::check::words::{Lists, Text};
use crate::field::{Field, Register};
use crate::id::{CitationId, RowId};
use crate::method::Method;
use crate::project::{Project, Row, SINGLE};
use crate::provider::{Coverage, Pack, Topic, coverage};
use crate::role::{FieldRole, Roles};
use crate::template::Template;
use crate::value::Value;
use crate::view::{FormView, Treatment, row_label, row_numbers};

/// The input of a check.
pub struct CheckSource<'a> {
    /// The project.
    pub project: &'a Project,
    /// All its registers, also those that hold the own fields of its forms.
    pub registers: &'a [Register],
    /// Scales and matrix in force.
    pub method: &'a Method,
    /// The rules.
    pub rules: &'a Rules,
    /// The templates of the project's forms, in the project's order.
    pub templates: &'a [&'a Template],
    /// The forms as people see them. They hold the gaps.
    pub forms: &'a [&'a FormView],
    /// All topics.
    pub topics: &'a [Topic],
    /// The packs of the chosen providers, at the revisions that the project follows.
    pub packs: &'a [&'a Pack],
    /// The citations whose words the provider no longer publishes as they were, and which nobody has settled.
    pub changed: &'a HashSet<CitationId>,
    /// The rows that have an attached file.
    pub attached: &'a HashSet<RowId>,
    /// The day of the check.
    pub today: NaiveDate,
}

/// For each row, the rows that refer to it at one field.
type Namers<'a> = FxHashMap<&'a RowId, Vec<&'a Row>>;

/// A project, prepared for the rules.
pub(crate) struct Facts<'a> {
    pub(crate) source: &'a CheckSource<'a>,
    pub(crate) lists: &'a Lists,
    pub(crate) roles: Roles<'a>,
    pub(crate) treatment: Treatment<'a>,
    texts: &'a Texts,
    rows: FxHashMap<&'a str, Vec<&'a Row>>,
    by_id: FxHashMap<&'a RowId, &'a Row>,
    registers: FxHashMap<&'a str, &'a Register>,
    /// The numbers of the rows. They are counted only when a rule needs them: few rules without a finding do.
    numbers: OnceCell<HashMap<&'a RowId, u32>>,
    namers: RefCell<FxHashMap<(String, String), Arc<Namers<'a>>>>,
    names: RefCell<FxHashMap<(String, String, bool), Names>>,
    coverage: OnceCell<Coverage>,
    citing: OnceCell<Vec<Citing<'a>>>,
}

/// A row with the names of the citations in its answers.
pub(crate) type Citing<'a> = (&'a Row, &'a BTreeSet<String>);

/// The names of the rows of a register, prepared for a search in texts.
type Names = Arc<Vec<(RowId, Name)>>;

impl<'a> Facts<'a> {
    pub(crate) fn of(source: &'a CheckSource<'a>, lists: &'a Lists, texts: &'a Texts) -> Self {
        let mut rows: FxHashMap<&str, Vec<&Row>> = FxHashMap::default();
        let mut by_id = FxHashMap::default();
        for row in source.project.rows.iter().filter(|row| row.trashed.is_none()) {
            rows.entry(&row.register).or_default().push(row);
            by_id.insert(&row.id, row);
        }
        let roles = Roles::of(source.registers);
        Self {
            treatment: Treatment::of(source.project, &roles),
            roles,
            registers: source.registers.iter().map(|r| (r.id.as_str(), r)).collect(),
            numbers: OnceCell::new(),
            source,
            lists,
            texts,
            rows,
            by_id,
            namers: RefCell::default(),
            names: RefCell::default(),
            coverage: OnceCell::new(),
            citing: OnceCell::new(),
        }
    }

    /// The rows of a register that are not in the trash, in order.
    pub(crate) fn rows(&self, register: &str) -> &[&'a Row] {
        self.rows.get(register).map(Vec::as_slice).unwrap_or_default()
    }

    /// A row that is not in the trash.
    pub(crate) fn row(&self, id: &RowId) -> Option<&'a Row> {
        self.by_id.get(id).copied()
    }

    /// The rows of the register whose field has the role.
    pub(crate) fn rows_with(&self, role: FieldRole) -> &[&'a Row] {
        self.rows(self.roles.register(role).unwrap_or_default())
    }

    /// The answer of a row at the field that has the role.
    pub(crate) fn answer(&self, row: &'a Row, role: FieldRole) -> Option<&'a Value> {
        row.values.get(self.roles.field(role)?)
    }

    /// The one row of a single register.
    pub(crate) fn single(&self, register: &str) -> Option<&'a Row> {
        self.rows(register).iter().find(|row| row.key.as_deref() == Some(SINGLE)).copied()
    }

    pub(crate) fn register(&self, id: &str) -> Option<&'a Register> {
        self.registers.get(id).copied()
    }

    /// A field of a register.
    pub(crate) fn field(&self, register: &str, field: &str) -> Option<&'a Field> {
        self.register(register)?.field(field)
    }

    /// How people name a row: `D3`. In a register without a letter `Processor 2`; `Control A.5.4` if an option is the
    /// name of the row.
    pub(crate) fn number(&self, row: &Row) -> String {
        let numbers = self.numbers.get_or_init(|| row_numbers(self.source.project));
        let number = numbers.get(&row.id);
        match self.register(&row.register) {
            Some(register) if register.prefix.is_empty() => {
                let mut letters = register.one.chars();
                let first: String =
                    letters.next().into_iter().flat_map(char::to_uppercase).collect();
                let name = format!("{first}{}", letters.as_str());
                let chosen =
                    matches!(row.values.get(&register.label_field), Some(Value::Choice(_)));
                match (register.single, chosen) {
                    (true, _) => name,
                    (false, true) => format!("{name} {}", row_label(row, register)),
                    (false, false) => match number {
                        Some(number) => format!("{name} {number}"),
                        None => name,
                    },
                }
            }
            register => {
                let prefix = register.map_or("", |register| register.prefix.as_str());
                number.map_or_else(String::new, |number| format!("{prefix}{number}"))
            }
        }
    }

    /// The row in one line.
    pub(crate) fn label(&self, row: &Row) -> String {
        self.register(&row.register).map_or_else(String::new, |register| row_label(row, register))
    }

    /// Whether the answer at a field is missing or says nothing.
    pub(crate) fn is_empty(&self, row: &Row, field: &str) -> bool {
        let value = row.values.get(field);
        match (self.field(&row.register, field), value) {
            (_, Some(Value::Refs(rows))) => rows.iter().all(|id| self.row(id).is_none()),
            (Some(known), _) if !known.is_asked_in(row) => true,
            // A level outside its scale is an answer. That it lies outside is a gap.
            (Some(known), _) => known.lacks(value, usize::MAX).first() == Some(&Lack::Answer),
            (None, _) => value.is_none_or(Value::is_empty),
        }
    }

    /// The words at a field.
    pub(crate) fn text(&self, row: &Row, field: &str) -> Cow<'a, Text> {
        match row.values.get(field) {
            Some(Value::Text(_) | Value::Line(_) | Value::YesNo { .. }) => {
                let read = self.read(row).and_then(|read| read.at(field));
                read.map_or_else(Cow::default, Cow::Borrowed)
            }
            Some(value) => Cow::Owned(self.lists.read(&value.plain_text())),
            None => Cow::default(),
        }
    }

    /// The written answers of a row (texts, lines and reasons), in the order of the ids of their fields.
    pub(crate) fn written(&self, row: &Row) -> &'a [(String, Text)] {
        self.read(row).map_or(&[], |read| &read.written)
    }

    fn read(&self, row: &Row) -> Option<&'a RowTexts> {
        self.texts.of(&row.id)
    }

    /// What the chosen providers state, topic by topic, in the order of the packs.
    pub(crate) fn coverage(&self) -> &Coverage {
        let packs = self.source.packs.iter().copied();
        self.coverage.get_or_init(|| coverage(self.source.topics, packs))
    }

    /// The rows that refer to `row` at a field of this register.
    pub(crate) fn namers(&self, row: &RowId, register: &str, field: &str) -> Vec<&'a Row> {
        let key = (register.to_owned(), field.to_owned());
        let known = self.namers.borrow().get(&key).cloned();
        let namers = known.unwrap_or_else(|| {
            let mut namers: Namers<'a> = FxHashMap::default();
            let known = self.field(register, field);
            let asked = |row: &&&Row| known.is_none_or(|known| known.is_asked_in(row));
            for namer in self.rows(register).iter().filter(asked) {
                if let Some(Value::Refs(rows)) = namer.values.get(field) {
                    rows.iter().for_each(|named| namers.entry(named).or_default().push(namer));
                }
            }
            let namers = Arc::new(namers);
            self.namers.borrow_mut().insert(key, Arc::clone(&namers));
            namers
        });
        namers.get(row).cloned().unwrap_or_default()
    }

    /// The names that stand at a field of a register, with their rows.
    pub(crate) fn names(&self, register: &str, field: &str, people: bool) -> Names {
        let key = (register.to_owned(), field.to_owned(), people);
        if let Some(known) = self.names.borrow().get(&key) {
            return Arc::clone(known);
        }
        let common = &self.source.rules.common_in_names;
        let names = self.rows(register).iter().filter_map(|row| {
            let written = row.values.get(field)?.plain_text();
            let name = if people {
                Name::of_person(&written)
            } else {
                Name::of_organisation(&written, common)
            };
            Some((row.id.clone(), name?))
        });
        let names = Arc::new(names.collect::<Vec<_>>());
        self.names.borrow_mut().insert(key, Arc::clone(&names));
        names
    }

    /// The name by which texts name a row. It is the answer at the field that names the rows of the register.
    pub(crate) fn name_of_row(&self, row: &Row) -> Option<Name> {
        let written = row.values.get(&self.register(&row.register)?.label_field)?.plain_text();
        Name::of_organisation(&written, &self.source.rules.common_in_names)
    }

    /// The ids of the statements that answers of the project cite.
    pub(crate) fn cited_statements(&self) -> BTreeSet<&'a str> {
        let used: HashSet<&str> =
            self.citing().iter().flat_map(|(_, ids)| ids.iter()).map(String::as_str).collect();
        let citations = &self.source.project.citations;
        let cited = citations.iter().filter(|citation| used.contains(citation.id.as_str()));
        cited.map(|citation| citation.statement.as_str()).collect()
    }

    /// The rows that cite something, in the order of the project.
    pub(crate) fn citing(&self) -> &[Citing<'a>] {
        self.citing.get_or_init(|| {
            let live = self.source.project.rows.iter().filter(|row| row.trashed.is_none());
            let citing = live.filter_map(|row| Some((row, &self.read(row)?.cited)));
            citing.filter(|(_, cited)| !cited.is_empty()).collect()
        })
    }
}
