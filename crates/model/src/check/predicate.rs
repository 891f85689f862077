//! The language of conditions: a closed set of questions about a row or a project.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::template::ComputedCell;

/// The place of an answer: `retention` is a field of the row that is checked, `edpb-dpia.decision` is a field of the
/// single register `edpb-dpia`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    /// The register; none for the row that is checked.
    pub register: Option<String>,
    /// The field; empty if only a register is meant.
    pub field: String,
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.register {
            Some(register) => write!(f, "{register}.{}", self.field),
            None => f.write_str(&self.field),
        }
    }
}

impl From<&str> for Path {
    fn from(written: &str) -> Self {
        match written.split_once('.') {
            Some((register, field)) => {
                Self { register: Some(register.to_owned()), field: field.to_owned() }
            }
            None => Self { register: None, field: written.to_owned() },
        }
    }
}

impl<'de> Deserialize<'de> for Path {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = String::deserialize(from)?;
        if written.trim().is_empty() {
            return Err(de::Error::custom("a field is expected here"));
        }
        Ok(Self::from(written.as_str()))
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// How the first answer of a comparison differs from the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Lower, or earlier.
    Below,
    /// Higher, or later.
    Above,
}

/// A question about a row, or about the project if its paths name a register. The answer is yes or no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Predicate {
    /// The answer is missing or says nothing.
    Empty(Path),
    /// The answer says something.
    Filled(Path),
    /// One of the options `is` is chosen; with `is_not`, an option that is not in that list.
    Chosen {
        /// The choice.
        field: Path,
        /// Any of these options.
        #[serde(default)]
        is: Vec<String>,
        /// Options that do not count.
        #[serde(default)]
        is_not: Vec<String>,
    },
    /// The number of chosen options within a list.
    ChosenCount {
        /// The choices.
        field: Path,
        /// The options that are counted.
        of: Vec<String>,
        /// The least number.
        #[serde(default)]
        at_least: usize,
        /// The greatest number.
        #[serde(default = "no_limit")]
        at_most: usize,
    },
    /// The answer to a question is yes, or no; or a risk is accepted, or refused.
    Answered {
        /// The question.
        field: Path,
        /// Which answer.
        yes: bool,
    },
    /// The level of risk that follows from two scores is acceptable, or it is not. The predicate does not hold if a
    /// score is missing.
    Level {
        /// Which level of risk. The scores in force count.
        of: ComputedCell,
        /// Whether it must be acceptable.
        acceptable: bool,
    },
    /// Compares a level or a day with another one, or with the day of the check (`today`). The predicate does not hold
    /// if one of them is missing.
    Compare {
        /// The answer.
        field: Path,
        /// How it must differ from the other answer.
        is: Order,
        /// The other answer, or `today`.
        to: Path,
        /// The difference must be greater than this number of steps or days. A negative number also allows a difference
        /// to the other side that is smaller than it.
        #[serde(default)]
        by: i64,
    },
    /// Another row refers to this row at one of these fields.
    NamedBy {
        /// The fields with the references.
        fields: Vec<Path>,
        /// All of these hold for the row that refers.
        #[serde(default, rename = "where")]
        holds: Vec<Predicate>,
    },
    /// The row refers to a row for which all of these hold.
    Refers {
        /// The field with the references.
        field: Path,
        /// What holds for the row that is referred to.
        #[serde(default, rename = "where")]
        holds: Vec<Predicate>,
    },
    /// The number of rows of a register.
    Rows {
        /// The register.
        register: String,
        /// Only rows for which all of these hold are counted.
        #[serde(default, rename = "where")]
        holds: Vec<Predicate>,
        /// The least number.
        #[serde(default)]
        at_least: usize,
        /// The greatest number.
        #[serde(default = "no_limit")]
        at_most: usize,
    },
    /// One of the texts has a word of a list.
    Words {
        /// The texts.
        #[serde(rename = "in")]
        texts: Vec<Path>,
        /// The list's name.
        list: String,
    },
    /// The text has a digit.
    Figure(Path),
    /// The text has fewer characters than this. The predicate does not hold for an empty text.
    Shorter {
        /// The text.
        field: Path,
        /// The number of characters.
        than: usize,
    },
    /// The text names a row of a register. Parts of a name are enough.
    Names {
        /// The text.
        field: Path,
        /// The register and the field with the names.
        of: Path,
        /// Whether the names are names of people. A person is named only by all words of the name.
        #[serde(default)]
        people: bool,
    },
    /// A text in the rows of a register names this row. Parts of the name are enough.
    NamedIn {
        /// The register.
        register: String,
        /// The fields whose texts are read.
        fields: Vec<String>,
        /// Only rows for which all of these hold are read.
        #[serde(default, rename = "where")]
        holds: Vec<Predicate>,
    },
    /// The same words stand at this field in several rows.
    Repeated {
        /// The field.
        field: Path,
        /// The least number of rows.
        at_least: usize,
    },
    /// The answers cite at least one statement.
    Cites(Vec<Path>),
    /// A file is attached to the row.
    Attached,
    /// Somebody gave a reason why nothing is required under a prescribed subject of a table.
    Excused {
        /// The id of the table.
        table: String,
        /// The id of the subject.
        subject: String,
    },
    /// One of these holds.
    Any(Vec<Predicate>),
    /// All of these hold.
    All(Vec<Predicate>),
    /// This does not hold.
    Not(Box<Predicate>),
}

fn no_limit() -> usize {
    usize::MAX
}

impl Predicate {
    /// Whether the predicate looks for words, which depend on the language of the text.
    pub fn reads_words(&self) -> bool {
        matches!(self, Predicate::Words { .. }) || self.inner().any(Predicate::reads_words)
    }

    /// The predicates that this one is made of.
    pub fn inner(&self) -> impl Iterator<Item = &Predicate> {
        let (many, one): (&[Predicate], Option<&Predicate>) = match self {
            Predicate::NamedBy { holds, .. }
            | Predicate::Refers { holds, .. }
            | Predicate::Rows { holds, .. }
            | Predicate::NamedIn { holds, .. } => (holds, None),
            Predicate::Any(all) | Predicate::All(all) => (all, None),
            Predicate::Not(inner) => (&[], Some(inner)),
            _ => (&[], None),
        };
        many.iter().chain(one)
    }
}
