//! Builds a table of a form view: its columns, the rows under their subjects, and what can be added.

use std::sync::Arc;

use crate::field::{Field, FieldKind};
use crate::frozen::AttachmentLine;
use crate::project::Row;
use crate::template::{Column, ComputedCell, Preset, Table};
use crate::value::{Chosen, Value};
use crate::view::build::Builder;
use crate::view::depends::Depends;
use crate::view::earlier_rows::EarlierRows;
use crate::view::{
    AddView, BlockView, CellView, ColumnView, GroupView, Numbers, RowView, TableView,
};

/// A column heading with at most this number of letters is an abbreviation, if the field's own label differs from it.
const ABBREVIATION: usize = 3;

/// For each register of a table, the fields that its columns show.
struct ColumnsOf<'a> {
    by_register: Vec<(&'a str, Vec<Option<&'a Field>>)>,
}

impl<'a> ColumnsOf<'a> {
    fn of(table: &'a Table, numbers: &Numbers<'a>) -> Self {
        let fields = |register: &'a String| {
            let known = numbers.register(register);
            let field = |column: &Column| known?.field(column.field.as_deref()?);
            (register.as_str(), table.columns.iter().map(field).collect())
        };
        Self { by_register: table.rows.iter().map(fields).collect() }
    }

    /// The fields of a row that the columns show: `None` for a column whose field the row's register does not have.
    fn fields(&self, row: &Row) -> &[Option<&'a Field>] {
        let found = self.by_register.iter().find(|(register, _)| *register == row.register);
        found.map_or(&[][..], |(_, fields)| fields)
    }
}

impl Builder<'_> {
    pub(super) fn table(&self, table: &Table) -> TableView {
        let earlier = self.earlier_rows(table, |block| match block {
            BlockView::Table(earlier) if earlier.id == table.id => Some(earlier),
            _ => None,
        });
        self.table_of_rows(table, !table.derived, &earlier)
    }

    /// The rows of the table in the earlier view, without those that the change may have altered.
    pub(super) fn earlier_rows(
        &self,
        table: &Table,
        of: impl Fn(&BlockView) -> Option<&TableView>,
    ) -> EarlierRows<'_> {
        let Some(earlier) = &self.earlier else { return EarlierRows::new() };
        let numbers = self.cells.numbers;
        let others = Depends::of_other_rows(table, self.source.template, numbers);
        if others.on(earlier.touch) { EarlierRows::new() } else { earlier.untouched(of) }
    }

    /// Builds a table. `entered` says whether its rows are entered here; then it shows their attached files even if no
    /// column holds their evidence. Rows of `earlier` are taken over.
    pub(super) fn table_of_rows(
        &self,
        table: &Table,
        entered: bool,
        earlier: &EarlierRows<'_>,
    ) -> TableView {
        let columns = ColumnsOf::of(table, self.cells.numbers);
        let view = |row: &Row| match earlier.get(&row.id) {
            Some(earlier) => Arc::clone(earlier),
            None => Arc::new(self.row(row, &table.columns, columns.fields(row), entered)),
        };
        let rows: Vec<&Row> = table
            .rows
            .iter()
            .flat_map(|register| self.source.project.rows_of(register))
            .filter(|row| table.only.iter().all(|only| only.passes(row)))
            .collect();
        let groups = match &table.groups {
            None => vec![GroupView {
                id: String::new(),
                label: String::new(),
                law: Vec::new(),
                hint: String::new(),
                topics: Vec::new(),
                required: false,
                new_row: table.new_row.clone(),
                note: self.cells.subject_note(&table.id, ""),
                rows: rows.iter().map(|row| view(row)).collect(),
            }],
            Some(groups) => groups
                .subjects
                .iter()
                .map(|subject| {
                    let under = |row: &&&Row| row.chosen(&groups.by).contains(&subject.id.as_str());
                    let in_force = subject.when.as_ref().is_none_or(|w| self.cells.holds(w, None));
                    GroupView {
                        id: subject.id.clone(),
                        label: subject.label.clone(),
                        law: subject.law.clone(),
                        hint: subject.hint.clone(),
                        topics: subject.topics.clone(),
                        required: subject.required
                            && in_force
                            && !self.cells.is_excused(&table.id, &subject.id),
                        new_row: self.subject_preset(table, &groups.by, &subject.id),
                        note: self.cells.subject_note(&table.id, &subject.id),
                        rows: rows.iter().filter(under).map(|row| view(row)).collect(),
                    }
                })
                .collect(),
        };
        TableView {
            id: table.id.clone(),
            title: table.title.clone(),
            columns: table.columns.iter().map(|c| self.column(table, c)).collect(),
            subjects_label: table.groups.as_ref().map(|g| g.label.clone()),
            groups,
            adds: if table.derived { Vec::new() } else { self.adds(table) },
            empty: self.empty_words(table, rows.is_empty()),
            absence: table.takes_absence(),
            each: self.cells.each_option(table, &rows),
        }
    }

    /// The text that stands in place of rows. The text of an empty table is right only if every row of its registers
    /// has an answer in the fields that the table's conditions read.
    fn empty_words(&self, table: &Table, none_shown: bool) -> String {
        if !none_shown || table.undecided.is_empty() {
            return table.empty.clone();
        }
        let mut all = table.rows.iter().flat_map(|r| self.source.project.rows_of(r)).peekable();
        let decided = all.peek().is_some()
            && all.all(|row| table.only.iter().all(|only| !row.chosen(&only.field).is_empty()));
        if decided { table.empty.clone() } else { table.undecided.clone() }
    }

    fn subject_preset(&self, table: &Table, by: &str, subject: &str) -> Vec<Preset> {
        let many = table.rows.iter().any(|register| {
            self.cells
                .numbers
                .register(register)
                .and_then(|r| r.field(by))
                .is_some_and(|f| f.kind == FieldKind::Choices)
        });
        let chosen = Chosen { option: subject.to_owned(), note: String::new() };
        let value = if many { Value::Choices(vec![chosen]) } else { Value::Choice(chosen) };
        let mut presets = table.new_row.clone();
        presets.retain(|p| p.field != by);
        presets.push(Preset { field: by.to_owned(), value });
        presets
    }

    fn adds(&self, table: &Table) -> Vec<AddView> {
        table
            .rows
            .iter()
            .filter_map(|id| self.cells.numbers.register(id))
            .map(|register| AddView {
                register: register.id.clone(),
                one: register.one.clone(),
                values: table.new_row.clone(),
            })
            .collect()
    }

    fn column(&self, table: &Table, column: &Column) -> ColumnView {
        let field = column.field.as_deref().and_then(|id| {
            table.rows.iter().find_map(|r| self.cells.numbers.register(r)?.field(id)).cloned()
        });
        let id = match (&column.field, column.computed, &column.named_by) {
            (Some(field), _, _) => field.clone(),
            (_, Some(computed), _) => computed.id().to_owned(),
            (_, _, named_by) => named_by.clone().unwrap_or_default(),
        };
        let own = |text: &Option<String>, of_field: fn(&Field) -> &String| {
            text.clone().or_else(|| field.as_ref().map(|f| of_field(f).clone())).unwrap_or_default()
        };
        let read_only = column.read_only || field.is_none();
        let edited = field.as_ref().filter(|_| !read_only);
        let label = own(&column.label, |f| &f.label);
        let abbreviated = label.chars().count() <= ABBREVIATION;
        let names = |register: &String| {
            let register = self.cells.numbers.register(register);
            register.is_some_and(|r| column.field.as_ref() == Some(&r.label_field))
        };
        ColumnView {
            id,
            full_label: field
                .as_ref()
                .filter(|f| abbreviated && f.label != label)
                .map(|f| f.label.clone()),
            label,
            hint: own(&column.hint, |f| &f.hint),
            options: edited.map_or_else(Vec::new, |field| self.cells.options(field)),
            acceptors: edited.and_then(|field| self.cells.acceptors(field)),
            names_row: column.computed == Some(ComputedCell::Label) || table.rows.iter().all(names),
            read_only,
            width: column.width,
            required: !column.read_only
                && (column.required || field.as_ref().is_some_and(|f| f.required)),
            field,
        }
    }

    /// Builds a row. `fields` are the fields that the columns show.
    fn row(
        &self,
        row: &Row,
        columns: &[Column],
        fields: &[Option<&Field>],
        entered: bool,
    ) -> RowView {
        let named = self.cells.numbers.row(&row.id);
        let shown = columns.iter().zip(fields);
        let mut cells: Vec<CellView> =
            shown.map(|(column, field)| self.cells.column(row, column, *field)).collect();
        let attached = self.source.attachments.iter().filter(|a| a.row.as_ref() == Some(&row.id));
        let attached: Vec<AttachmentLine> = attached.cloned().collect();
        if !attached.is_empty()
            && let Some(at) = self.evidence_column(&row.register, columns, entered)
        {
            cells[at].attached = attached;
        }
        RowView {
            id: row.id.clone(),
            register: row.register.clone(),
            number: named.map_or_else(String::new, |n| n.number.clone()),
            label: named.map_or_else(String::new, |n| n.label.clone()),
            cells,
        }
    }

    /// The column that shows the files of a row: the column of its evidence. If there is none and the row is entered
    /// here, it is the column that names the row.
    fn evidence_column(&self, register: &str, columns: &[Column], entered: bool) -> Option<usize> {
        let register = self.cells.numbers.register(register)?;
        let field = |column: &Column| register.field(column.field.as_deref()?);
        let evidence =
            |column: &Column| field(column).is_some_and(|f| f.kind == FieldKind::Citations);
        let names =
            |column: &Column| field(column).is_some_and(|field| field.id == register.label_field);
        let named = || columns.iter().position(names).filter(|_| entered);
        columns.iter().position(evidence).or_else(named)
    }
}
