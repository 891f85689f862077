//! Templates: a form as data. A lawyer can change a hint, add a question or add a new version without changing code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::field::{Condition, Field, Register};
pub use crate::filter::Filter;
use crate::project::Row;
use crate::screening_rules::ScreeningRules;
use crate::value::Value;

/// A form: DPIA or RAR, in one version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Stable id, for example `edpb-dpia`. Also the id of the register that holds the form's own fields.
    pub id: String,
    /// Version of the form, for example `1.0`. A project names the version that it follows.
    pub version: String,
    /// Full title, as on the title page.
    pub title: String,
    /// Short name, as in the window's margin and in file names: `DPIA`, `RAR`.
    pub short: String,
    /// The published document that the form follows, and how final that document is.
    pub source: String,
    /// Whether people fill it in before the other forms of a project.
    #[serde(default)]
    pub first: bool,
    /// The sections in reading order.
    pub sections: Vec<Section>,
    /// Registers that only this form uses, in addition to the shared ones.
    #[serde(default)]
    pub registers: Vec<Register>,
    /// The rules that decide from its answers whether a DPIA is needed; only the screening form has them.
    #[serde(default)]
    #[ts(optional)]
    pub screening: Option<ScreeningRules>,
}

impl Template {
    /// The form's own fields in reading order.
    pub fn own_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields_by_part().map(|(_, field)| field)
    }

    /// The form's own field with this id.
    pub fn own_field(&self, id: &str) -> Option<&Field> {
        self.own_fields().find(|field| field.id == id)
    }

    /// The single register that holds the form's own fields. No file describes it: its fields are the fields of the
    /// form's parts, and its id is the id of the form.
    pub fn own_register(&self) -> Register {
        Register {
            id: self.id.clone(),
            one: self.short.clone(),
            many: self.short.clone(),
            prefix: String::new(),
            label_field: String::new(),
            single: true,
            fields: self.own_fields().cloned().collect(),
        }
    }
}

/// A question of another version of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormerField {
    /// The part in which it was asked.
    pub part: String,
    /// The question. It is no longer required.
    pub field: Field,
}

impl Template {
    /// The form's own fields, each with its part.
    pub fn fields_by_part(&self) -> impl Iterator<Item = (&Part, &Field)> {
        self.sections.iter().flat_map(|section| &section.parts).flat_map(|part| {
            part.blocks.iter().filter_map(move |block| match block {
                Block::Field(field) => Some((part, field)),
                _ => None,
            })
        })
    }

    /// The questions that `others`, versions of the same form, ask and this version does not. If several versions ask a
    /// question, it has the words of the last one.
    pub fn former_fields<'t>(
        &self,
        others: impl IntoIterator<Item = &'t Template>,
    ) -> Vec<FormerField> {
        let mut former: Vec<FormerField> = Vec::new();
        for (part, field) in others.into_iter().flat_map(Template::fields_by_part) {
            if self.own_field(&field.id).is_some() {
                continue;
            }
            former.retain(|known| known.field.id != field.id);
            let field = Field { required: false, when: None, ..field.clone() };
            former.push(FormerField { part: part.id.clone(), field });
        }
        former
    }

    /// The questions of `former` whose answers stand in `part`: the part in which they were asked, or the last part if
    /// that part no longer exists.
    pub(crate) fn former_in<'f>(
        &self,
        part: &Part,
        former: &'f [FormerField],
    ) -> impl Iterator<Item = &'f Field> {
        let parts = || self.sections.iter().flat_map(|section| &section.parts);
        let last = parts().last().is_some_and(|last| last.id == part.id);
        let here = |former: &&FormerField| {
            former.part == part.id || (last && parts().all(|part| part.id != former.part))
        };
        former.iter().filter(here).map(|former| &former.field).collect::<Vec<_>>().into_iter()
    }
}

/// A numbered section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The number that people see. It is also the id: `1`.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Articles and guidelines for which the section asks.
    #[serde(default)]
    pub law: Vec<String>,
    /// The purpose of the section, in words of the project's own.
    #[serde(default)]
    pub hint: String,
    /// The parts in reading order.
    pub parts: Vec<Part>,
}

/// A numbered part of a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The number that people see. It is also the id: `1.1.a`.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Articles and guidelines for which the part asks.
    #[serde(default)]
    pub law: Vec<String>,
    /// Help, in words of the project's own.
    #[serde(default)]
    pub hint: String,
    /// Whether the form is complete without it.
    #[serde(default)]
    pub optional: bool,
    /// The point of a prior consultation for which the part has the information.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub consultation: Option<ConsultationPoint>,
    /// Fields, tables and computed blocks in reading order.
    pub blocks: Vec<Block>,
}

/// The information that Article 36(3) of the GDPR asks a controller to give to the authority, if parts of a form hold
/// it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConsultationPoint {
    /// Point (a): the responsibilities of the controller, joint controllers and processors.
    Responsibilities,
    /// Point (b): the purposes and means.
    Purposes,
    /// Point (c): the measures and safeguards.
    Measures,
    /// Point (f): other information that the authority asks for or should have, such as the risks that stay high.
    Other,
}

/// A piece of a part. The file has exactly one of the four keys.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// A field of the form itself.
    Field(Field),
    /// A field of a single register that forms share: `method.likelihood`.
    Shared {
        /// The single register.
        register: String,
        /// Its field.
        field: String,
    },
    /// A table: a view on the rows of one or more registers.
    Table(Table),
    /// A block that the program computes.
    Computed(Computed),
}

/// A table: rows of registers, shown in columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Unique within the form.
    pub id: String,
    /// Its own heading, if a part has several tables.
    #[serde(default)]
    pub title: String,
    /// The registers whose rows are shown, one register after the other.
    pub rows: Vec<String>,
    /// Only rows for which all of these conditions hold are shown.
    #[serde(default)]
    pub only: Vec<Filter>,
    /// The first values of a row that is added here, so that it stays in the table.
    #[serde(default)]
    pub new_row: Vec<Preset>,
    /// Whether the table only shows rows of another table. Otherwise rows are added, moved and deleted here.
    #[serde(default)]
    pub derived: bool,
    /// The prescribed subjects under which the rows stand.
    #[serde(default)]
    #[ts(optional)]
    pub groups: Option<Groups>,
    /// The columns after the number.
    pub columns: Vec<Column>,
    /// The least number of rows. With fewer rows, the part has a gap.
    #[serde(default)]
    pub at_least: usize,
    /// Whether "none, because …" can stand instead of rows. A table with subjects allows it for each subject.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub absence: bool,
    /// A choice of the rows. A person can add a row for each of its options in one step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub each: Option<String>,
    /// The condition under which the table is asked and rows are required. Rows that exist stay visible. The condition
    /// reads the form's own fields.
    #[serde(default)]
    #[ts(optional)]
    pub when: Option<Condition>,
    /// The text that stands in place of rows if there are none: the next step.
    #[serde(default)]
    pub empty: String,
    /// The text that stands there instead as long as an empty table proves nothing: a row of the registers has no
    /// answer yet at a field that `only` reads, or the registers have no row.
    #[serde(default)]
    pub undecided: String,
}

impl Table {
    /// Whether "not applicable, because …" can stand instead of rows.
    pub fn takes_absence(&self) -> bool {
        self.absence || (self.groups.is_some() && !self.derived)
    }

    /// Whether the table shows the row: the row is of one of its registers, passes its filters, and has one of its
    /// subjects.
    pub fn shows(&self, row: &Row) -> bool {
        let under = |groups: &Groups| {
            let chosen = row.chosen(&groups.by);
            groups.subjects.iter().any(|s| chosen.contains(&s.id.as_str()))
        };
        self.rows.contains(&row.register)
            && self.only.iter().all(|only| only.passes(row))
            && self.groups.as_ref().is_none_or(under)
    }
}

/// The first value of a field of a new row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// The field.
    pub field: String,
    /// Its first value.
    pub value: Value,
}

/// Prescribed subjects of a table. A row stands under a subject if the subject's id is chosen in its field `by`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    /// The choice that holds the subjects of a row.
    pub by: String,
    /// The heading of the subjects' column.
    pub label: String,
    /// The subjects in order.
    pub subjects: Vec<Subject>,
}

/// One prescribed subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// An option of the field `by`.
    pub id: String,
    /// The text that people read.
    pub label: String,
    /// Articles from which the subject comes.
    #[serde(default)]
    pub law: Vec<String>,
    /// Help, in words of the project's own.
    #[serde(default)]
    pub hint: String,
    /// Topics of statements that fit here. The library opens with them.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Whether at least one row is required.
    #[serde(default)]
    pub required: bool,
    /// The condition under which it is asked.
    #[serde(default)]
    #[ts(optional)]
    pub when: Option<Condition>,
}

/// A column. It has one of `field`, `computed` and `named_by`, which says what it shows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// A field of the row's register.
    #[serde(default)]
    #[ts(optional)]
    pub field: Option<String>,
    /// A value that the program computes from the row.
    #[serde(default)]
    #[ts(optional)]
    pub computed: Option<ComputedCell>,
    /// Rows of another register that refer to this row: `measure.risks`.
    #[serde(default)]
    #[ts(optional)]
    pub named_by: Option<String>,
    /// The heading; none if it is the label of the field.
    #[serde(default)]
    #[ts(optional)]
    pub label: Option<String>,
    /// The hint; none if it is the hint of the field.
    #[serde(default)]
    #[ts(optional)]
    pub hint: Option<String>,
    /// Whether it is shown but cannot be edited here.
    #[serde(default)]
    pub read_only: bool,
    /// Share of the width, 1 to 12; 0 lets the layout decide.
    #[serde(default)]
    pub width: u8,
    /// Whether the table has a gap if a cell of the column is empty.
    #[serde(default)]
    pub required: bool,
}

/// A value that the program can compute in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ComputedCell {
    /// The row in one line, for tables with rows of several registers.
    Label,
    /// Level of risk for data subjects before additional measures.
    SubjectsInherent,
    /// Level of risk for data subjects after additional measures.
    SubjectsResidual,
    /// Level of risk for the organisation before treatment.
    OrganisationInherent,
    /// Level of risk for the organisation after treatment.
    OrganisationResidual,
}

impl ComputedCell {
    /// Its name in templates, which is also the id of its column in a view.
    pub fn id(self) -> &'static str {
        match self {
            ComputedCell::Label => "label",
            ComputedCell::SubjectsInherent => "subjects_inherent",
            ComputedCell::SubjectsResidual => "subjects_residual",
            ComputedCell::OrganisationInherent => "organisation_inherent",
            ComputedCell::OrganisationResidual => "organisation_residual",
        }
    }

    /// The level of the same side before treatment; any other cell is itself.
    pub(crate) fn before_treatment(self) -> Self {
        match self {
            ComputedCell::SubjectsResidual => ComputedCell::SubjectsInherent,
            ComputedCell::OrganisationResidual => ComputedCell::OrganisationInherent,
            other => other,
        }
    }
}

/// A block that the program can compute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Computed {
    /// Matrix of risks to data subjects before additional measures.
    SubjectsMatrix,
    /// Matrices of risks to data subjects, before and after additional measures.
    SubjectsMatrices,
    /// Matrix of risks to the organisation before treatment.
    OrganisationMatrix,
    /// Matrices of risks to the organisation, before and after treatment.
    OrganisationMatrices,
    /// The highest level of risk before and after treatment, with the number of risks at each level.
    Levels,
    /// For each topic: what the chosen providers state, limit, leave to the controller, and do not state.
    Coverage,
    /// Requests to the providers with status, day and answer.
    Requests,
    /// Every cited page with its day.
    Sources,
    /// The controller's judgement and note on each statement.
    Notes,
    /// The outcome of the form's screening, and the reasons for it.
    Screening,
    /// The versions of the project that were frozen.
    Versions,
}
