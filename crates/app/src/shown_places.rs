//! Which remarks of reviewers belong to a report: those on its form, at places that the report shows. A remark quotes
//! the words beside which it stands, so a reader from whom these are withheld is not shown the remark either.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use vurder_model::id::RowId;
use vurder_model::project::{Project, Row};
use vurder_model::role::{FieldRole, subject_key};
use vurder_model::template::{Block, Computed, Template};
use vurder_model::value::Value;
use vurder_model::view::{BlockView, FormView};

use crate::cutting::PrintedAnswers;
use crate::library::Library;
use crate::remarks::Remark;

/// What a report shows.
pub(crate) struct ShownPlaces<'a> {
    /// The project; for a cut, what the cut holds of it.
    pub(crate) project: &'a Project,
    /// The id of the form.
    pub(crate) form: &'a str,
    /// The form as the report shows it.
    pub(crate) view: &'a FormView,
    /// Whether a rule says what of each section is shown. Otherwise sections are shown whole.
    pub(crate) by_rule: bool,
    /// For a cut, the answers that its chapters print; none for a whole report.
    pub(crate) printed: Option<&'a PrintedAnswers>,
}

/// An answer as the row and the id of its field.
type Place<'a> = (&'a RowId, &'a str);

impl ShownPlaces<'_> {
    /// The rows of the remarks that belong to the report. `whole` is the project with the remarks.
    pub(crate) fn remarks_of_report(
        &self,
        library: &Library,
        whole: &Project,
        all: &[Remark<'_>],
    ) -> HashSet<RowId> {
        let forms = FormsOfRemarks::of(library, whole, all);
        let answers = self.printed.map(|_| self.answers());
        let belongs = |remark: &&Remark<'_>| {
            forms.has(remark, self.form)
                && answers.as_ref().is_none_or(|answers| self.shows(remark, answers))
        };
        all.iter().filter(belongs).map(|remark| remark.row.id.clone()).collect()
    }

    /// The answers that a cut shows, with their words.
    fn answers(&self) -> BTreeMap<Place<'_>, String> {
        let mut shown: BTreeMap<Place<'_>, String> = BTreeMap::new();
        let words =
            |value: Option<&Value>| in_one_line(&value.map(Value::plain_text).unwrap_or_default());
        for block in self.view.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks) {
            match block {
                BlockView::Field(field) => {
                    let at = (&field.row, field.field.id.as_str());
                    shown.insert(at, words(field.cell.value.as_ref()));
                }
                BlockView::Table(table) | BlockView::Rows { table, .. } => {
                    for note in table.groups.iter().filter_map(|group| group.note.as_ref()) {
                        let at = (&note.row, note.field.id.as_str());
                        shown.insert(at, words(note.cell.value.as_ref()));
                    }
                    for row in table.rows() {
                        for (column, cell) in table.columns.iter().zip(&row.cells) {
                            let Some(field) = &column.field else { continue };
                            shown.insert((&row.id, field.id.as_str()), words(cell.value.as_ref()));
                        }
                    }
                }
                _ => {}
            }
        }
        for (register, field) in self.printed.into_iter().flatten() {
            for row in self.project.rows_of(register) {
                let Some(value) = row.values.get(field) else { continue };
                shown.insert((&row.id, field.as_str()), words(Some(value)));
            }
        }
        shown
    }

    /// Whether a cut that shows these answers shows the place of the remark.
    fn shows(&self, remark: &Remark<'_>, answers: &BTreeMap<Place<'_>, String>) -> bool {
        let quoted = in_one_line(remark.quoted);
        match &remark.at_row {
            Some(row) if !remark.at_field.is_empty() => {
                answers.contains_key(&(row, remark.at_field))
            }
            // Beside a whole row, the remark may quote an answer of the row that is withheld.
            Some(row) => {
                let mut of_row = answers.iter().filter(|((of, _), _)| *of == row).peekable();
                of_row.peek().is_some() && of_row.any(|(_, words)| words.contains(&quoted))
            }
            None => {
                let section = remark.at_section.split_once('/');
                let there = section.is_some_and(|(form, id)| {
                    form == self.form && self.view.sections.iter().any(|one| one.id == id)
                });
                let mut words = answers.values();
                there && (!self.by_rule || words.any(|words| words.contains(&quoted)))
            }
        }
    }
}

fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The forms on which remarks were written. A returned file is a report of one form, and does not keep which: it is the
/// form that has the places of all its remarks.
struct FormsOfRemarks<'a> {
    /// By remark with a place, the forms that have the place.
    of_place: BTreeMap<&'a RowId, BTreeSet<String>>,
    /// By returned file, the forms that have the places of all its remarks.
    of_file: BTreeMap<&'a RowId, BTreeSet<String>>,
}

impl<'a> FormsOfRemarks<'a> {
    fn of(library: &Library, project: &Project, all: &'a [Remark<'_>]) -> Self {
        let chosen = project.head.forms.iter().filter_map(|choice| library.template(choice));
        let templates: Vec<&Template> = chosen.collect();
        let mut of_place: BTreeMap<&RowId, BTreeSet<String>> = BTreeMap::new();
        let mut of_file: BTreeMap<&RowId, BTreeSet<String>> = BTreeMap::new();
        for remark in all {
            let forms: BTreeSet<String> = match remark.place(project) {
                Some(row) => templates
                    .iter()
                    .filter(|form| has_answer(library, form, row, remark.at_field))
                    .map(|form| form.id.clone())
                    .collect(),
                None => match remark.section(library, project) {
                    Some((form, _)) => BTreeSet::from([form.to_owned()]),
                    None => continue,
                },
            };
            if let Some(file) = remark.file {
                let known = of_file.entry(file).or_insert_with(|| forms.clone());
                known.retain(|form| forms.contains(form));
            }
            of_place.insert(&remark.row.id, forms);
        }
        Self { of_place, of_file }
    }

    /// Whether the remark is one on the form. If a person moved remarks of one file to several forms, the place of each
    /// decides. A remark without a place, of a file that tells nothing, is one on every form.
    fn has(&self, remark: &Remark<'_>, form: &str) -> bool {
        let of_file = remark.file.and_then(|file| self.of_file.get(file));
        let known = of_file.filter(|forms| !forms.is_empty());
        let known = known.or_else(|| self.of_place.get(&remark.row.id));
        known.is_none_or(|forms| forms.contains(form))
    }
}

/// Whether the form shows this answer of a row, or, without a field, shows the row's register.
pub(crate) fn has_answer(library: &Library, form: &Template, row: &Row, field: &str) -> bool {
    let register = row.register.as_str();
    if register == form.id {
        return true;
    }
    let rows_of = |role: FieldRole| library.role(role).0 == register;
    let mut blocks = form.sections.iter().flat_map(|s| &s.parts).flat_map(|part| &part.blocks);
    blocks.any(|block| match block {
        Block::Field(_) => false,
        Block::Shared { register: shared, field: shown } => {
            shared == register && (field.is_empty() || shown == field)
        }
        Block::Table(table) if rows_of(FieldRole::SubjectNote) => {
            let of_table = subject_key(&table.id, "");
            row.key.as_deref().is_some_and(|key| key.starts_with(&of_table))
        }
        Block::Table(table) => {
            let mut columns = table.columns.iter().filter_map(|column| column.field.as_deref());
            table.rows.iter().any(|of| of == register)
                && (field.is_empty() || columns.any(|column| column == field))
        }
        Block::Computed(Computed::Requests) => rows_of(FieldRole::RequestTo),
        Block::Computed(Computed::Notes) => rows_of(FieldRole::JudgedStatement),
        Block::Computed(_) => false,
    })
}
