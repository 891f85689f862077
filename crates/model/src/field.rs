//! Fields: the questions of forms and registers, as templates and registers describe them.

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
    /// A yes needs a reason; a no does not.
    IfYes,
    /// A no needs a reason; a yes does not.
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
    /// Options of the same group stand together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub group: Option<String>,
    /// If this option is chosen, an explanation is asked for, under this prompt ("how", "why").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub explain: Option<String>,
    /// Excludes the other options: "None".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub alone: bool,
}

/// The condition under which a field or part is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(untagged, deny_unknown_fields)]
pub enum Condition {
    /// One of several conditions holds.
    Any {
        /// The conditions.
        any: Vec<Condition>,
    },
    /// The outcome of the form's screening is one of these.
    Screening {
        /// The outcomes.
        screening: Vec<ScreeningOutcome>,
    },
    /// A choice of the same row holds one of these options.
    Chosen {
        /// The field looked at, in the same row.
        field: String,
        /// Any of these options.
        is: Vec<String>,
    },
    /// A choice of the same row holds an option that is not in this list.
    ChosenOther {
        /// The field looked at, in the same row.
        field: String,
        /// The options that do not count.
        is_not: Vec<String>,
    },
    /// A choice of the same row holds none of these options. The choice may be empty.
    NotChosen {
        /// The field looked at, in the same row.
        field: String,
        /// The options that must not be chosen.
        without: Vec<String>,
    },
    /// A question of the same row is answered with yes, or with no.
    Answer {
        /// The yes-or-no question looked at, in the same row.
        field: String,
        /// The answer.
        answer: bool,
    },
    /// A field of the same row has an answer, or has no answer.
    Answered {
        /// The field looked at, in the same row.
        field: String,
        /// Whether it must have an answer.
        answered: bool,
    },
    /// All of these hold.
    All {
        /// The conditions.
        all: Vec<Condition>,
    },
    /// A register has more rows than this number.
    Rows {
        /// The register whose rows are counted.
        register: String,
        /// The number that must be exceeded.
        more_than: usize,
        /// Only rows for which all of these hold are counted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[ts(optional, as = "Option<Vec<Filter>>")]
        only: Vec<Filter>,
    },
}

/// Where the options of a choice come from, if the field does not list them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum OptionsFrom {
    /// The topics that every assessment asks about.
    Topics,
}

impl Condition {
    /// The fields of the same row that the condition reads.
    pub fn fields_of_row(&self) -> Vec<&str> {
        match self {
            Condition::Chosen { field, .. }
            | Condition::ChosenOther { field, .. }
            | Condition::NotChosen { field, .. }
            | Condition::Answer { field, .. }
            | Condition::Answered { field, .. } => vec![field.as_str()],
            Condition::Any { any: several } | Condition::All { all: several } => {
                several.iter().flat_map(Condition::fields_of_row).collect()
            }
            Condition::Screening { .. } | Condition::Rows { .. } => Vec::new(),
        }
    }

    /// Whether the condition holds, if choices and questions of the row decide that; `None` if other answers could. If
    /// there is no row, nothing is chosen.
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
            Condition::Any { any } => {
                let mut all_fail = true;
                for condition in any {
                    match condition.holds_in(row) {
                        Some(true) => return Some(true),
                        Some(false) => {}
                        None => all_fail = false,
                    }
                }
                all_fail.then_some(false)
            }
            Condition::All { all } => {
                let mut all_hold = true;
                for condition in all {
                    match condition.holds_in(row) {
                        Some(false) => return Some(false),
                        Some(true) => {}
                        None => all_hold = false,
                    }
                }
                all_hold.then_some(true)
            }
            Condition::Answered { .. } | Condition::Screening { .. } | Condition::Rows { .. } => {
                None
            }
        }
    }
}

/// A field of a register or of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Stable id. Together with the row's id it is the address of an answer.
    pub id: String,
    /// What people read above the field or column.
    pub label: String,
    /// The kind of value that it takes.
    pub kind: FieldKind,
    /// Help, in words of the project's own.
    #[serde(default)]
    pub hint: String,
    /// The faint prompt in the empty field.
    #[serde(default)]
    pub prompt: String,
    /// The articles, guidelines or clauses for which the field asks.
    #[serde(default)]
    pub law: Vec<String>,
    /// Whether the section is incomplete without an answer.
    #[serde(default)]
    pub required: bool,
    /// Whether statements of a provider can be cited here.
    #[serde(default)]
    pub cite: bool,
    /// For choices: the options.
    #[serde(default)]
    pub options: Vec<ChoiceOption>,
    /// For choices: where the options come from. The program fills them in when it reads the content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(skip)]
    pub options_from: Option<OptionsFrom>,
    /// For choices of several options: the explanation that each chosen option needs, if several are chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub explain_several: Option<String>,
    /// For references: the registers to whose rows the answer can refer.
    #[serde(default)]
    pub to: Vec<String>,
    /// For levels: the scale.
    #[serde(default)]
    #[ts(optional)]
    pub scale: Option<ScaleName>,
    /// For scales: the labels of the levels if a project has set none, lowest first. The window does not need them: it
    /// gets the method in force.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(skip)]
    pub customary: Vec<String>,
    /// For yes or no: the answer that needs a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reason: Option<ReasonFor>,
    /// The condition under which it is asked.
    #[serde(default)]
    #[ts(optional)]
    pub when: Option<Condition>,
    /// What the program does with the field besides showing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub role: Option<FieldRole>,
    /// A field of the same row whose answer is enough: if it has one, none is required here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub alternative: Option<String>,
    /// The field of the same row for whose answer this field gives the reason. Both are printed as one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reason_of: Option<String>,
    /// The first value of a new row, if nothing else is set. With it, the row stands in some table from the start.
    #[serde(default)]
    #[ts(optional)]
    pub default: Option<Value>,
}

impl Field {
    /// Whether the question is asked in the row. It counts as asked where other rows decide that, and as long as nobody
    /// has answered what decides it. An answer to a question that is no longer asked is kept, and no form shows it.
    #[must_use]
    pub fn is_asked_in(&self, row: &Row) -> bool {
        let Some(when) = &self.when else { return true };
        let decided = when.fields_of_row().iter().any(|field| row.values.contains_key(*field));
        !decided || when.holds_in(Some(row)) != Some(false)
    }

    /// Converts a stored answer to what the field takes today. If the field took one option before and takes several
    /// now, the option becomes the only one of several. Other answers stay as they are.
    pub fn follow(&self, value: Value) -> Value {
        match (self.kind, value) {
            (FieldKind::Choices, Value::Choice(chosen)) if chosen.option.is_empty() => {
                Value::Choices(Vec::new())
            }
            (FieldKind::Choices, Value::Choice(chosen)) => Value::Choices(vec![chosen]),
            (_, value) => value,
        }
    }

    /// Whether `value` has the kind that this field takes, and names only options of the field.
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

/// A register: facts of a project that several forms show, or the rows of a form's own tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Stable id, for example `data_item`.
    pub id: String,
    /// The name of one of its rows, as people say it: "data item".
    pub one: String,
    /// The name of several rows: "data items".
    pub many: String,
    /// The letter before the number that people see: `D` makes D1, D2 …; empty for numbers without a letter.
    #[serde(default)]
    pub prefix: String,
    /// The field whose answer names a row in one line.
    #[serde(default)]
    pub label_field: String,
    /// Whether it has exactly one row: the method, the own fields of a form.
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
