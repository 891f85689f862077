//! Templates: a form as data. A lawyer changes a hint, adds a question or brings a new version here
//! without touching a program.

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
    /// Version of the form, for example `1.0`. A project says which it follows.
    pub version: String,
    /// Full title, as on the title page.
    pub title: String,
    /// Short name, as in the window's margin and in file names: `DPIA`, `RAR`.
    pub short: String,
    /// What the form follows, and how far that source is settled.
    pub source: String,
    /// Whether it is worked on before the other forms of a project.
    #[serde(default)]
    pub first: bool,
    /// The sections in reading order.
    pub sections: Vec<Section>,
    /// Registers that only this form uses, besides the shared ones.
    #[serde(default)]
    pub registers: Vec<Register>,
    /// The rules by which its answers say whether a DPIA is needed, in a form that is screened with.
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

    /// The single register that holds the form's own fields. It is nowhere written: its fields are the fields of
    /// the form's parts, its id is the form's.
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
    /// What was asked; nothing is owed any more.
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

    /// The questions that `others`, versions of the same form, ask and this one does not; the words of the last one
    /// that asks it.
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

    /// Those of `former` whose answers stand in `part`: where they were asked, or in the last part if that is gone.
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
    /// The number people see, which is also the id: `1`.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Articles and guidelines the section answers.
    #[serde(default)]
    pub law: Vec<String>,
    /// What the section is for, in our own words.
    #[serde(default)]
    pub hint: String,
    /// The parts in reading order.
    pub parts: Vec<Part>,
}

/// A numbered part of a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The number people see, which is also the id: `1.1.a`.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Articles and guidelines the part answers.
    #[serde(default)]
    pub law: Vec<String>,
    /// Help in our own words.
    #[serde(default)]
    pub hint: String,
    /// Whether the form is complete without it.
    #[serde(default)]
    pub optional: bool,
    /// What the part tells the authority in a prior consultation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub consultation: Option<ConsultationPoint>,
    /// Fields, tables and computed blocks in reading order.
    pub blocks: Vec<Block>,
}

/// What Article 36(3) of the GDPR asks a controller to give the authority, as far as parts of a form hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConsultationPoint {
    /// Point (a): the responsibilities of the controller, joint controllers and processors.
    Responsibilities,
    /// Point (b): the purposes and means.
    Purposes,
    /// Point (c): the measures and safeguards.
    Measures,
    /// Point (f): what else the authority asks for or should know, such as the risks that stay high.
    Other,
}

/// What a part is made of. Exactly one of the four keys stands in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// A field of the form itself.
    Field(Field),
    /// A field of a single register shared by forms: `method.likelihood`.
    Shared {
        /// The single register.
        register: String,
        /// Its field.
        field: String,
    },
    /// A table: a view on the rows of one or more registers.
    Table(Table),
    /// Something the program works out.
    Computed(Computed),
}

/// A table: rows of registers, seen through columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Unique within the form.
    pub id: String,
    /// A heading of its own, where a part has several tables.
    #[serde(default)]
    pub title: String,
    /// The registers whose rows are shown, one after the other.
    pub rows: Vec<String>,
    /// Only rows for which all of these hold.
    #[serde(default)]
    pub only: Vec<Filter>,
    /// What a row added here is given, so that it stays in the table.
    #[serde(default)]
    pub new_row: Vec<Preset>,
    /// Whether rows are added, moved and deleted here; a table derived from another one only shows them.
    #[serde(default)]
    pub derived: bool,
    /// Rows set under prescribed subjects.
    #[serde(default)]
    #[ts(optional)]
    pub groups: Option<Groups>,
    /// The columns after the number.
    pub columns: Vec<Column>,
    /// Fewer rows than this leave the part open.
    #[serde(default)]
    pub at_least: usize,
    /// Whether "none, because …" can stand in place of rows. A table with subjects takes it for each subject.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub absence: bool,
    /// A choice of the rows: a row can be added for each of its options at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub each: Option<String>,
    /// Asked only then, and rows are owed only then; rows that are there stay in sight. It looks at the form's own
    /// fields.
    #[serde(default)]
    #[ts(optional)]
    pub when: Option<Condition>,
    /// What stands in place of rows when there are none: the one next step.
    #[serde(default)]
    pub empty: String,
    /// What stands there instead while that there are none proves nothing: a row of the registers has no answer yet at
    /// a field that `only` looks at, or there is no row at all.
    #[serde(default)]
    pub undecided: String,
}

impl Table {
    /// Whether "not applicable, because …" can stand in place of rows.
    pub fn takes_absence(&self) -> bool {
        self.absence || (self.groups.is_some() && !self.derived)
    }

    /// Whether the row stands in this table: of its registers, through its filters, under one of its subjects.
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

/// A value given to a new row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// The field.
    pub field: String,
    /// Its first value.
    pub value: Value,
}

/// Prescribed subjects of a table: the rows whose choice `by` holds a subject's id stand under it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    /// The choice field that says where a row belongs.
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
    /// What people read.
    pub label: String,
    /// Articles the subject comes from.
    #[serde(default)]
    pub law: Vec<String>,
    /// Help in our own words.
    #[serde(default)]
    pub hint: String,
    /// Topics of statements that fit here; the library opens on them.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Whether a row is owed.
    #[serde(default)]
    pub required: bool,
    /// Asked only then.
    #[serde(default)]
    #[ts(optional)]
    pub when: Option<Condition>,
}

/// A column. One of `field`, `computed` and `named_by` says what it shows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// A field of the row's register.
    #[serde(default)]
    #[ts(optional)]
    pub field: Option<String>,
    /// Something worked out from the row.
    #[serde(default)]
    #[ts(optional)]
    pub computed: Option<ComputedCell>,
    /// Rows of another register that name this row: `measure.risks`.
    #[serde(default)]
    #[ts(optional)]
    pub named_by: Option<String>,
    /// Another heading than the field's label.
    #[serde(default)]
    #[ts(optional)]
    pub label: Option<String>,
    /// Another hint than the field's own.
    #[serde(default)]
    #[ts(optional)]
    pub hint: Option<String>,
    /// Shown but not edited here.
    #[serde(default)]
    pub read_only: bool,
    /// Share of the width, 1 to 12; 0 lets the layout decide.
    #[serde(default)]
    pub width: u8,
    /// Whether the table counts as incomplete where it is empty.
    #[serde(default)]
    pub required: bool,
}

/// What a cell can work out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ComputedCell {
    /// The row in one line, where rows of several registers stand in one table.
    Label,
    /// Level of risk for data subjects before additional measures.
    SubjectsInherent,
    /// Level of risk for data subjects after them.
    SubjectsResidual,
    /// Level of risk for the organisation before treatment.
    OrganisationInherent,
    /// Level of risk for the organisation after it.
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

/// What a block can work out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Computed {
    /// Matrix of risks to data subjects, inherent.
    SubjectsMatrix,
    /// Matrices of risks to data subjects, before and after.
    SubjectsMatrices,
    /// Matrix of risks to the organisation, inherent.
    OrganisationMatrix,
    /// Matrices of risks to the organisation, before and after.
    OrganisationMatrices,
    /// The highest level that stands, before and after treatment, with counts per level.
    Levels,
    /// Per topic: what the chosen providers state, limit, leave to the controller, and do not state.
    Coverage,
    /// Requests to the providers with status, date and answer.
    Requests,
    /// Every cited page with its date.
    Sources,
    /// The controller's judgement and note on each statement.
    Notes,
    /// What the form's screening comes to, and why.
    Screening,
    /// The versions of the project that were frozen.
    Versions,
}
