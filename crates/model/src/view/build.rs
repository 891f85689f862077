//! Builds the parts of a form view from a template and a project.

use std::collections::HashSet;

use crate::field::{Field, FieldKind, Register};
use crate::frozen::{AttachmentLine, VersionLine};
use crate::id::{CitationId, RowId};
use crate::method::Method;
use crate::project::{Project, Row, SINGLE, single_id};
use crate::provider::Coverage;
use crate::role::{FieldRole, Roles};
use crate::screening::{ScreeningOutcome, screen};
use crate::template::{
    Block, Column, Computed, ComputedCell, FormerField, Part, Preset, Table, Template,
};
use crate::value::{Chosen, Value};
use crate::view::assessed_coverage::assessed_coverage;
use crate::view::cells::Cells;
use crate::view::depends::Depends;
use crate::view::progress::progress;
use crate::view::screening::screening_view;
use crate::view::treatment::Treatment;
use crate::view::{
    AddView, BlockView, CellView, ColumnView, FieldView, FormView, GroupView, Numbers, PartView,
    Progress, RowView, SectionView, TableView, computed,
};

/// A column's heading of no more letters than this is an abbreviation, where the field's own label is another.
const ABBREVIATION: usize = 3;

/// What a form view is built from.
pub struct FormSource<'a> {
    /// The project.
    pub project: &'a Project,
    /// The form's template.
    pub template: &'a Template,
    /// The registers that forms share.
    pub registers: &'a [Register],
    /// The questions of other versions of the form: their answers stay in sight as long as there are any.
    pub former: &'a [FormerField],
    /// What the project's providers state, topic by topic.
    pub coverage: &'a Coverage,
    /// The versions of the project that were frozen, oldest first.
    pub versions: &'a [VersionLine],
    /// The files attached to the project, without those in the trash.
    pub attachments: &'a [AttachmentLine],
}

/// A part that was built, with its place in the template.
pub(crate) struct BuiltPart {
    pub(crate) section: usize,
    pub(crate) part: usize,
    pub(crate) depends: Depends,
    /// The part, without the pages of its sources; [`fill_sources`] adds them.
    pub(crate) view: PartView,
    pub(crate) progress: Progress,
    /// The citations that stand in it, in reading order, also those that the project does not hold.
    pub(crate) cited: Vec<CitationId>,
}

/// Builds the parts of a form that are wanted, by the index of their section and their own.
pub(crate) fn form_parts(
    source: &FormSource<'_>,
    wanted: &mut dyn FnMut(usize, usize) -> bool,
) -> Vec<BuiltPart> {
    let numbers = Numbers::of(source.project, source.registers, Some(source.template));
    let method = Method::of(source.project, source.registers);
    let treatment = Treatment::of(source.project, numbers.roles());
    let cells = Cells {
        project: source.project,
        numbers: &numbers,
        method: &method,
        treatment: &treatment,
        outcome: outcome(source),
        bare: false,
    };
    let builder = Builder { source, cells };
    let mut built = Vec::new();
    for (section, parts) in source.template.sections.iter().map(|s| &s.parts).enumerate() {
        for (at, part) in parts.iter().enumerate().filter(|(at, _)| wanted(section, *at)) {
            let view = builder.part(part);
            built.push(BuiltPart {
                section,
                part: at,
                depends: Depends::of(part, source, &numbers),
                progress: progress(std::slice::from_ref(&view), &|table| builder.least(table)),
                cited: cited(&view),
                view,
            });
        }
    }
    built
}

/// What the form's screening comes to.
fn outcome(source: &FormSource<'_>) -> Option<ScreeningOutcome> {
    let own = source.project.keyed(&source.template.id, SINGLE);
    screen(source.template, own).and_then(|screened| screened.outcome)
}

/// The form with these parts, one list for each section. The caller fills in the progress, the controllers and the
/// citations.
pub(crate) fn form_of_parts(source: &FormSource<'_>, parts: Vec<Vec<PartView>>) -> FormView {
    let template = source.template;
    let sections = template.sections.iter().zip(parts);
    FormView {
        form: template.id.clone(),
        version: template.version.clone(),
        title: template.title.clone(),
        short: template.short.clone(),
        source: template.source.clone(),
        controllers: Vec::new(),
        sections: sections
            .map(|(section, parts)| SectionView {
                id: section.id.clone(),
                title: section.title.clone(),
                law: section.law.clone(),
                hint: section.hint.clone(),
                parts,
                progress: Progress::default(),
            })
            .collect(),
        cited: Vec::new(),
    }
}

/// Names of the controllers.
pub(crate) fn controllers_of(source: &FormSource<'_>) -> Vec<String> {
    let roles = Roles::of(source.registers.iter().chain(&source.template.registers));
    roles.controllers(source.project)
}

/// Writes the cited pages into the blocks of a part that list them.
pub(crate) fn fill_sources(part: &mut PartView, project: &Project, cited: &[CitationId]) {
    for block in &mut part.blocks {
        if let BlockView::Sources { pages } = block {
            *pages = computed::sources(project, cited);
        }
    }
}

/// The progress of each section of a form, in the order of the template. It equals the progress in
/// [`form_view`](crate::view::form_view), but this function does not build the texts of the form.
pub fn form_progress(source: &FormSource<'_>) -> Vec<Progress> {
    let numbers = Numbers::of(source.project, source.registers, Some(source.template));
    let method = Method::of(source.project, source.registers);
    let treatment = Treatment::of(source.project, numbers.roles());
    let cells = Cells {
        project: source.project,
        numbers: &numbers,
        method: &method,
        treatment: &treatment,
        outcome: outcome(source),
        bare: true,
    };
    let builder = Builder { source, cells };
    let sections = source.template.sections.iter();
    sections
        .map(|section| {
            let parts: Vec<PartView> = section.parts.iter().map(|p| builder.part(p)).collect();
            progress(&parts, &|table| builder.least(table))
        })
        .collect()
}

/// The identity that the row of a single register has or, before its first answer, will have.
pub fn single_row(project: &Project, register: &str) -> Option<RowId> {
    match project.keyed(register, SINGLE) {
        Some(row) => Some(row.id.clone()),
        None => single_id(register),
    }
}

struct Builder<'a> {
    source: &'a FormSource<'a>,
    cells: Cells<'a>,
}

impl Builder<'_> {
    /// The number of rows that a table owes.
    fn least(&self, table: &str) -> usize {
        let template = self.source.template;
        let blocks = template.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks);
        blocks
            .filter_map(|b| match b {
                Block::Table(t) if t.id == table => Some(t),
                _ => None,
            })
            .filter(|t| self.asked(t) && !self.cells.is_excused(&t.id, ""))
            .map(|t| t.at_least)
            .sum()
    }

    /// Whether a table is asked, by what the form's own fields say.
    fn asked(&self, table: &Table) -> bool {
        let own = self.source.project.keyed(&self.source.template.id, SINGLE);
        table.when.as_ref().is_none_or(|when| self.cells.holds(when, own))
    }

    fn part(&self, part: &Part) -> PartView {
        let blocks = part.blocks.iter().filter_map(|b| self.block(b));
        let former = self.source.template.former_in(part, self.source.former);
        let blocks: Vec<BlockView> = blocks.chain(former.filter_map(|f| self.former(f))).collect();
        PartView {
            id: part.id.clone(),
            title: part.title.clone(),
            law: part.law.clone(),
            hint: part.hint.clone(),
            optional: part.optional,
            consultation: part.consultation,
            empty: blocks.iter().all(is_empty),
            blocks,
        }
    }

    fn block(&self, block: &Block) -> Option<BlockView> {
        match block {
            Block::Field(field) => self.field(&self.source.template.id, field),
            Block::Shared { register, field } => {
                let field = self.cells.numbers.register(register)?.field(field)?;
                self.field(register, field)
            }
            Block::Table(table) => {
                let view = BlockView::Table(self.table(table));
                // A table that is no longer asked stays visible while it has rows.
                (self.asked(table) || !is_empty(&view)).then_some(view)
            }
            Block::Computed(what) => Some(self.computed(*what)),
        }
    }

    fn field(&self, register: &str, field: &Field) -> Option<BlockView> {
        let project = self.source.project;
        let row = project.keyed(register, SINGLE);
        Some(BlockView::Field(FieldView {
            row: single_row(project, register)?,
            register: register.to_owned(),
            field: field.clone(),
            options: self.cells.options(field),
            acceptors: self.cells.acceptors(field),
            cell: self.cells.answer(row, field, field.required),
        }))
    }

    /// The answer to a question that this version of the form does not ask; nothing where there is none.
    fn former(&self, field: &Field) -> Option<BlockView> {
        let own = self.source.project.keyed(&self.source.template.id, SINGLE);
        own?.values.get(&field.id).filter(|value| !value.is_empty())?;
        self.field(&self.source.template.id, field)
    }

    fn table(&self, table: &Table) -> TableView {
        self.table_of_rows(table, !table.derived)
    }

    /// A table. `entered` says whether this is the place of the rows, so that it shows what is attached to them also
    /// where no column holds their evidence.
    fn table_of_rows(&self, table: &Table, entered: bool) -> TableView {
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
                rows: rows.iter().map(|row| self.row(row, &table.columns, entered)).collect(),
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
                        rows: rows
                            .iter()
                            .filter(under)
                            .map(|r| self.row(r, &table.columns, entered))
                            .collect(),
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

    /// The words in place of rows. The words of an empty table hold only if every row of its registers has an answer in
    /// the fields that the table's conditions read.
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

    fn row(&self, row: &Row, columns: &[Column], entered: bool) -> RowView {
        let named = self.cells.numbers.row(&row.id);
        let mut cells: Vec<CellView> = columns.iter().map(|c| self.cells.column(row, c)).collect();
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

    /// The column that shows what is attached to a row: that of its evidence, or else, where the row is entered, the
    /// one that names it.
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

    fn computed(&self, what: Computed) -> BlockView {
        use ComputedCell::{
            OrganisationInherent, OrganisationResidual, SubjectsInherent, SubjectsResidual,
        };
        let matrix = |sides: &[ComputedCell]| BlockView::Matrix(self.cells.matrix(sides));
        match what {
            Computed::SubjectsMatrix => matrix(&[SubjectsInherent]),
            Computed::SubjectsMatrices => matrix(&[SubjectsInherent, SubjectsResidual]),
            Computed::OrganisationMatrix => matrix(&[OrganisationInherent]),
            Computed::OrganisationMatrices => matrix(&[OrganisationInherent, OrganisationResidual]),
            Computed::Levels => BlockView::Levels(computed::levels(
                self.source.project,
                self.cells.method,
                self.cells.numbers,
                self.cells.treatment,
            )),
            Computed::Coverage => BlockView::Coverage(assessed_coverage(
                self.source.coverage,
                self.source.project,
                self.cells.numbers,
            )),
            Computed::Requests => self.register_rows(what, FieldRole::RequestTo),
            Computed::Notes => self.register_rows(what, FieldRole::JudgedStatement),
            Computed::Sources => BlockView::Sources { pages: Vec::new() },
            Computed::Screening => {
                BlockView::Screening(screening_view(self.source.project, self.source.template))
            }
            Computed::Versions => BlockView::Versions { lines: self.source.versions.to_vec() },
        }
    }

    /// The rows of the register whose field has this role, all its fields side by side.
    fn register_rows(&self, what: Computed, role: FieldRole) -> BlockView {
        let register = self.cells.numbers.roles().register(role).unwrap_or_default();
        let fields = self.cells.numbers.register(register).map_or(&[][..], |r| r.fields.as_slice());
        let columns = fields
            .iter()
            .map(|f| Column { field: Some(f.id.clone()), read_only: true, ..Column::default() })
            .collect();
        let table = Table {
            id: register.to_owned(),
            title: String::new(),
            rows: vec![register.to_owned()],
            only: Vec::new(),
            new_row: Vec::new(),
            derived: true,
            groups: None,
            columns,
            at_least: 0,
            absence: false,
            each: None,
            when: None,
            empty: String::new(),
            undecided: String::new(),
        };
        BlockView::Rows { what, table: self.table_of_rows(&table, true) }
    }
}

fn is_empty(block: &BlockView) -> bool {
    match block {
        BlockView::Field(field) => field.cell.value.as_ref().is_none_or(Value::is_empty),
        BlockView::Table(table) | BlockView::Rows { table, .. } => {
            table.groups.iter().all(|g| g.rows.is_empty() && g.reason().is_none())
        }
        BlockView::Sources { .. } => true,
        BlockView::Versions { lines } => lines.is_empty(),
        BlockView::Matrix(matrix) => matrix.sides.iter().all(|s| s.entries.is_empty()),
        BlockView::Levels(levels) => levels.highest_before.is_none(),
        BlockView::Coverage(coverage) => coverage.topics.is_empty(),
        BlockView::Screening(screening) => screening.fired.is_empty(),
    }
}

/// Citations that stand in what a part shows, in reading order.
fn cited(part: &PartView) -> Vec<CitationId> {
    let mut found = Vec::new();
    let mut take = |cell: &CellView| {
        found.extend(cell.value.iter().filter(|_| cell.asked).flat_map(Value::citations));
    };
    for block in &part.blocks {
        match block {
            BlockView::Field(field) => take(&field.cell),
            BlockView::Table(table) | BlockView::Rows { table, .. } => {
                let rows = table.groups.iter().flat_map(|group| &group.rows);
                rows.flat_map(|row| &row.cells).for_each(&mut take);
            }
            _ => {}
        }
    }
    found
}

/// Those of the citations that the project holds, each once.
pub(crate) fn cited_of_project<'a>(
    project: &Project,
    all: impl Iterator<Item = &'a CitationId>,
) -> Vec<CitationId> {
    let known: HashSet<&CitationId> = project.citations.iter().map(|c| &c.id).collect();
    let mut seen = HashSet::new();
    all.filter(|id| known.contains(id) && seen.insert(*id)).cloned().collect()
}
