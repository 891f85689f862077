//! The language of conditions: a closed set of questions about a row or a project.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::template::ComputedCell;

/// The place of an answer: `retention` is a field of the row that is looked at, `edpb-dpia.decision` one of the single
/// register named.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    /// The register; none for the row that is looked at.
    pub register: Option<String>,
    /// The field; empty where only a register is meant.
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

/// How one answer stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Lower, or earlier.
    Below,
    /// Higher, or later.
    Above,
}

/// A question about a row (or, with paths that name a register, about the project). Each has one answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Predicate {
    /// Nothing is there that says anything.
    Empty(Path),
    /// Something is there that says something.
    Filled(Path),
    /// One of `is` is chosen; with `is_not`, an option other than these.
    Chosen {
        /// The choice.
        field: Path,
        /// Any of these.
        #[serde(default)]
        is: Vec<String>,
        /// None of these counts.
        #[serde(default)]
        is_not: Vec<String>,
    },
    /// How many of some options are chosen.
    ChosenCount {
        /// The choices.
        field: Path,
        /// The options counted.
        of: Vec<String>,
        /// No fewer than this.
        #[serde(default)]
        at_least: usize,
        /// No more than this.
        #[serde(default = "no_limit")]
        at_most: usize,
    },
    /// A question is answered with yes, or with no; a risk is accepted, or refused.
    Answered {
        /// The question.
        field: Path,
        /// Which answer.
        yes: bool,
    },
    /// The level that follows from two scores of a risk may stay, or may not. An open score answers neither.
    Level {
        /// Which level, as it is in force.
        of: ComputedCell,
        /// Which of the two.
        acceptable: bool,
    },
    /// A level or day compared with another one, or with `today`. An empty answer answers nothing.
    Compare {
        /// The answer.
        field: Path,
        /// How it stands to the other.
        is: Order,
        /// The other answer, or `today`.
        to: Path,
        /// By more than so many steps or days. Negative: even that much on the other side.
        #[serde(default)]
        by: i64,
    },
    /// A row refers to this row at one of these fields.
    NamedBy {
        /// The fields with the references.
        fields: Vec<Path>,
        /// All of these hold of the row that refers.
        #[serde(default, rename = "where")]
        holds: Vec<Predicate>,
    },
    /// The row refers to a row of which all of these hold.
    Refers {
        /// The field with the references.
        field: Path,
        /// What holds of the row referred to.
        #[serde(default, rename = "where")]
        holds: Vec<Predicate>,
    },
    /// How many rows of a register there are.
    Rows {
        /// The register.
        register: String,
        /// Only rows of which all of these hold are counted.
        #[serde(default, rename = "where")]
        holds: Vec<Predicate>,
        /// No fewer than this.
        #[serde(default)]
        at_least: usize,
        /// No more than this.
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
    /// The text has a figure.
    Figure(Path),
    /// The text is shorter than so many characters; an empty one answers nothing.
    Shorter {
        /// The text.
        field: Path,
        /// Characters.
        than: usize,
    },
    /// The text names a row of a register, however loosely.
    Names {
        /// The text.
        field: Path,
        /// The register and the field with the names.
        of: Path,
        /// The names are of people: all words of a name count.
        #[serde(default)]
        people: bool,
    },
    /// A text of a register's rows names this row, however loosely.
    NamedIn {
        /// The register.
        register: String,
        /// The fields looked through.
        fields: Vec<String>,
        /// Only rows of which all of these hold.
        #[serde(default, rename = "where")]
        holds: Vec<Predicate>,
    },
    /// The same words stand at this field in so many rows.
    Repeated {
        /// The field.
        field: Path,
        /// No fewer rows than this.
        at_least: usize,
    },
    /// The answers cite at least one statement.
    Cites(Vec<Path>),
    /// A file is attached to the row.
    Attached,
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
    /// Whether words are looked for, which depends on the language they are written in.
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
