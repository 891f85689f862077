//! Builds the parts of a form view from a template and a project.

use std::collections::HashSet;

use crate::field::{Field, Register};
use crate::frozen::{AttachmentLine, VersionLine};
use crate::id::{CitationId, RowId};
use crate::method::Method;
use crate::project::{Project, SINGLE, single_id};
use crate::provider::Coverage;
use crate::role::{FieldRole, Roles};
use crate::screening::{ScreeningOutcome, screen};
use crate::template::{Block, Column, Computed, ComputedCell, FormerField, Part, Table, Template};
use crate::value::Value;
use crate::view::assessed_coverage::assessed_coverage;
use crate::view::cells::Cells;
use crate::view::depends::Depends;
use crate::view::earlier_rows::EarlierPart;
use crate::view::progress::progress;
use crate::view::screening::screening_view;
use crate::view::treatment::Treatment;
use crate::view::{
    BlockView, CellView, FieldView, FormView, Numbers, PartView, Progress, SectionView, computed,
};

/// The input of a form view.
pub struct FormSource<'a> {
    /// The project.
    pub project: &'a Project,
    /// The form's template.
    pub template: &'a Template,
    /// The registers that forms share.
    pub registers: &'a [Register],
    /// The questions that only other versions of the form ask. An answer to them stays visible.
    pub former: &'a [FormerField],
    /// What the project's providers state on each topic.
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
    /// The part without the pages that it cites. [`fill_sources`] adds them.
    pub(crate) view: PartView,
    pub(crate) progress: Progress,
    /// The citations in the part, in reading order, including those that the project does not have.
    pub(crate) cited: Vec<CitationId>,
}

/// How a part of a form is built.
pub(crate) enum Wanted<'v> {
    /// It is not built.
    No,
    /// It is built from nothing.
    New,
    /// It is built from the part that it replaces.
    Instead(EarlierPart<'v>),
}

/// Builds the wanted parts of a form. `wanted` gets the index of the section and the index of the part.
pub(crate) fn form_parts<'v>(
    source: &FormSource<'_>,
    wanted: &dyn Fn(usize, usize) -> Wanted<'v>,
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
    let mut builder = Builder { source, cells, earlier: None };
    let mut built = Vec::new();
    for (section, parts) in source.template.sections.iter().map(|s| &s.parts).enumerate() {
        for (at, part) in parts.iter().enumerate() {
            builder.earlier = match wanted(section, at) {
                Wanted::No => continue,
                Wanted::New => None,
                Wanted::Instead(earlier) => Some(earlier),
            };
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

/// The outcome of the form's screening.
fn outcome(source: &FormSource<'_>) -> Option<ScreeningOutcome> {
    let own = source.project.keyed(&source.template.id, SINGLE);
    screen(source.template, own).and_then(|screened| screened.outcome)
}

/// The form with these parts, one list for each section. The caller adds the progress, the controllers and the
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

/// The progress of each section of a form, in the order of the template. It is the same as in
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
    let builder = Builder { source, cells, earlier: None };
    let sections = source.template.sections.iter();
    sections
        .map(|section| {
            let parts: Vec<PartView> = section.parts.iter().map(|p| builder.part(p)).collect();
            progress(&parts, &|table| builder.least(table))
        })
        .collect()
}

/// The identity of the row of a single register. If the row has no answer yet, it is the identity that it will get.
pub fn single_row(project: &Project, register: &str) -> Option<RowId> {
    match project.keyed(register, SINGLE) {
        Some(row) => Some(row.id.clone()),
        None => single_id(register),
    }
}

/// Builds the parts of one form.
pub(super) struct Builder<'a> {
    pub(super) source: &'a FormSource<'a>,
    pub(super) cells: Cells<'a>,
    /// The earlier state of the part that is built next.
    pub(super) earlier: Option<EarlierPart<'a>>,
}

impl Builder<'_> {
    /// The number of rows that a table requires.
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

    /// Whether a table is asked, according to the form's own fields.
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

    /// The answer to a question that this version of the form does not ask; `None` if there is no answer.
    fn former(&self, field: &Field) -> Option<BlockView> {
        let own = self.source.project.keyed(&self.source.template.id, SINGLE);
        own?.values.get(&field.id).filter(|value| !value.is_empty())?;
        self.field(&self.source.template.id, field)
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

    /// The rows of the register whose field has this role, with a column for each of its fields.
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
        let earlier = self.earlier_rows(&table, |block| match block {
            BlockView::Rows { what: of, table } if *of == what => Some(table),
            _ => None,
        });
        let table = self.table_of_rows(&table, true, &earlier);
        BlockView::Rows { what, table }
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

/// Citations in a part, in reading order.
fn cited(part: &PartView) -> Vec<CitationId> {
    let mut found = Vec::new();
    let mut take = |cell: &CellView| {
        found.extend(cell.value.iter().filter(|_| cell.asked).flat_map(Value::citations));
    };
    for block in &part.blocks {
        match block {
            BlockView::Field(field) => take(&field.cell),
            BlockView::Table(table) | BlockView::Rows { table, .. } => {
                let rows = table.rows();
                rows.flat_map(|row| &row.cells).for_each(&mut take);
            }
            _ => {}
        }
    }
    found
}

/// The citations that the project has, each once.
pub(crate) fn cited_of_project<'a>(
    project: &Project,
    all: impl Iterator<Item = &'a CitationId>,
) -> Vec<CitationId> {
    let known: HashSet<&CitationId> = project.citations.iter().map(|c| &c.id).collect();
    let mut seen = HashSet::new();
    all.filter(|id| known.contains(id) && seen.insert(*id)).cloned().collect()
}
