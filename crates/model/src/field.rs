//! Fields: what may be entered where, as templates and registers describe it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use crate::field_kind::FieldKind;
use crate::field_role::FieldRole;
use crate::filter::Filter;
use crate::project::Row;
use crate::screening_outcome::ScreeningOutcome;
use crate::value::Value;

/// A scale of the project's method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ScaleName {
    /// How likely.
    Likelihood,
    /// How severe, for the people concerned and for the organisation.
    Severity,
    /// The levels of risk that follow from both.
    Risk,
}

/// Which answer to a yes-or-no question needs a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReasonFor {
    /// Either.
    Both,
    /// A yes; a no speaks for itself.
    IfYes,
    /// A no; a yes speaks for itself.
    IfNo,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Stable id, stored in answers.
    pub id: String,
    /// What people read.
    pub label: String,
    /// Options under the same group are set together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub group: Option<String>,
    /// Asks for an explanation, under this prompt ("how", "why").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub explain: Option<String>,
    /// Rules the others out: "None".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub alone: bool,
}

/// When a field or part is asked at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(untagged, deny_unknown_fields)]
pub enum Condition {
    /// One of several conditions holds.
    Any {
        /// The conditions.
        any: Vec<Condition>,
    },
    /// The form's screening comes to one of these.
    Screening {
        /// Any of these outcomes.
        screening: Vec<ScreeningOutcome>,
    },
    /// A choice of the same row holds one of these options.
    Chosen {
        /// The field looked at, in the same row.
        field: String,
        /// Any of these options.
        is: Vec<String>,
    },
    /// A choice of the same row holds an option other than these.
    ChosenOther {
        /// The field looked at, in the same row.
        field: String,
        /// None of these options counts.
        is_not: Vec<String>,
    },
    /// A choice of the same row holds none of these options; it may be empty.
    NotChosen {
        /// The field looked at, in the same row.
        field: String,
        /// The options that rule it out.
        without: Vec<String>,
    },
    /// A question of the same row is answered with yes, or with no.
    Answer {
        /// The yes-or-no question looked at, in the same row.
        field: String,
        /// The answer.
        answer: bool,
    },
    /// A field of the same row has an answer, or has none.
    Answered {
        /// The field looked at, in the same row.
        field: String,
        /// Whether it has one.
        answered: bool,
    },
    /// All of these hold.
    All {
        /// The conditions.
        all: Vec<Condition>,
    },
    /// A register has more rows than this.
    Rows {
        /// The register counted.
        register: String,
        /// Asked when there are more.
        more_than: usize,
        /// Only rows for which all of these hold are counted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[ts(optional, as = "Option<Vec<Filter>>")]
        only: Vec<Filter>,
    },
}

/// Where the options of a choice come from, if they are not listed at the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum OptionsFrom {
    /// The topics that every assessment asks about.
    Topics,
}

impl Condition {
    /// Whether it holds, where it looks at choices of the row alone; nothing where it looks at more. Without a row,
    /// nothing is chosen.
    pub fn holds_in(&self, row: Option<&Row>) -> Option<bool> {
        let chosen = |field: &str| row.map(|row| row.chosen(field)).unwrap_or_default();
        match self {
            Condition::Chosen { field, is } => {
                Some(chosen(field).iter().any(|c| is.iter().any(|i| i == c)))
            }
            Condition::ChosenOther { field, is_not } => {
                Some(chosen(field).iter().any(|c| is_not.iter().all(|i| i != c)))
            }
            Condition::NotChosen { field, without } => {
                Some(chosen(field).iter().all(|c| without.iter().all(|w| w != c)))
            }
            Condition::Answer { field, answer: wanted } => Some(matches!(
                row.and_then(|row| row.values.get(field)),
                Some(Value::YesNo { answer, .. }) if answer == wanted
            )),
            Condition::Any { .. }
            | Condition::All { .. }
            | Condition::Answered { .. }
            | Condition::Screening { .. }
            | Condition::Rows { .. } => None,
        }
    }
}

/// A field of a register or of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Stable id; with the row's id the address of an answer.
    pub id: String,
    /// What people read above the field or column.
    pub label: String,
    /// What may stand in it.
    pub kind: FieldKind,
    /// Help in our own words.
    #[serde(default)]
    pub hint: String,
    /// The faint prompt in the empty field.
    #[serde(default)]
    pub prompt: String,
    /// Articles, guidelines or clauses the field answers.
    #[serde(default)]
    pub law: Vec<String>,
    /// Whether the section counts as incomplete without it.
    #[serde(default)]
    pub required: bool,
    /// Whether published statements of a provider belong here.
    #[serde(default)]
    pub cite: bool,
    /// For choices.
    #[serde(default)]
    pub options: Vec<ChoiceOption>,
    /// For choices: where the options come from; the content fills them in while it is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(skip)]
    pub options_from: Option<OptionsFrom>,
    /// For choices of several: what each chosen option is asked, once there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub explain_several: Option<String>,
    /// For references: the registers whose rows may be named.
    #[serde(default)]
    pub to: Vec<String>,
    /// For levels: which scale.
    #[serde(default)]
    #[ts(optional)]
    pub scale: Option<ScaleName>,
    /// For scales: the labels of the levels where a project has set none, lowest first. The
    /// window is given the method that follows from them, so it does not know them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(skip)]
    pub customary: Vec<String>,
    /// For yes or no: which answer counts as given only with its reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reason: Option<ReasonFor>,
    /// Asked only then.
    #[serde(default)]
    #[ts(optional)]
    pub when: Option<Condition>,
    /// What the program itself does with the field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub role: Option<FieldRole>,
    /// The field of the same row whose answer is enough: while it has one, none is owed here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub alternative: Option<String>,
    /// The field of the same row whose answer this one gives the reason for: both are printed as one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reason_of: Option<String>,
    /// What a new row is given where nothing else is said, so that it stands in some table from the start.
    #[serde(default)]
    #[ts(optional)]
    pub default: Option<Value>,
}

impl Field {
    /// A stored answer as the field holds it today. Where one choice stood and several may stand now, the choice is the
    /// one of them; any other answer is as it was.
    pub fn follow(&self, value: Value) -> Value {
        match (self.kind, value) {
            (FieldKind::Choices, Value::Choice(chosen)) if chosen.option.is_empty() => {
                Value::Choices(Vec::new())
            }
            (FieldKind::Choices, Value::Choice(chosen)) => Value::Choices(vec![chosen]),
            (_, value) => value,
        }
    }

    /// Whether `value` is of the kind this field takes and names only options it has.
    pub fn takes(&self, value: &Value) -> bool {
        let has = |id: &str| self.options.iter().any(|o| o.id == id);
        match (self.kind, value) {
            (FieldKind::Choice, Value::Choice(chosen)) => {
                chosen.option.is_empty() || has(&chosen.option)
            }
            (FieldKind::Choices, Value::Choices(all)) => all.iter().all(|c| has(&c.option)),
            (FieldKind::Text, Value::Text(_))
            | (FieldKind::Line, Value::Line(_))
            | (FieldKind::Date, Value::Date(_))
            | (FieldKind::YesNo, Value::YesNo { .. })
            | (FieldKind::Refs, Value::Refs(_))
            | (FieldKind::Level, Value::Level(_))
            | (FieldKind::Scale, Value::Scale(_))
            | (FieldKind::Matrix, Value::Matrix(_))
            | (FieldKind::Citations, Value::Citations(_))
            | (FieldKind::Acceptance, Value::Acceptance(_)) => true,
            _ => false,
        }
    }
}

/// A register: facts of a project that several forms show. Also the rows of one form's own tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Stable id, for example `data_item`.
    pub id: String,
    /// One of them, as people say it: "data item".
    pub one: String,
    /// Several of them: "data items".
    pub many: String,
    /// Letter before the number people see: `D` makes D1, D2 …; empty numbers plainly.
    #[serde(default)]
    pub prefix: String,
    /// The field that names a row in one line.
    #[serde(default)]
    pub label_field: String,
    /// Exactly one row, always there: the method, a form's own fields.
    #[serde(default)]
    pub single: bool,
    /// The fields of a row.
    pub fields: Vec<Field>,
}

impl Register {
    /// The field with this id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.id == id)
    }
}
