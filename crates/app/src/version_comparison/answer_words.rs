//! Puts an answer into the words that people read, so that two answers can be compared word by word.

use vurder_content::{Messages, msg};
use vurder_model::field::{Field, Register, ScaleName};
use vurder_model::id::RowId;
use vurder_model::method::Method;
use vurder_model::project::Project;
use vurder_model::value::{Chosen, ScaleLevel, Value};
use vurder_model::view::Numbers;

/// What is needed to put the answers of a project into words.
pub(super) struct AnswerWords<'a> {
    messages: &'a Messages,
    project: &'a Project,
    numbers: Numbers<'a>,
    method: Method,
}

impl<'a> AnswerWords<'a> {
    pub(super) fn of(
        messages: &'a Messages,
        project: &'a Project,
        registers: &'a [Register],
    ) -> Self {
        let numbers = Numbers::of(project, registers, None);
        Self { messages, project, numbers, method: Method::of(project, registers) }
    }

    /// The number of a row; none if the row does not exist.
    pub(super) fn number(&self, row: &RowId) -> Option<String> {
        self.numbers.row(row).map(|row| row.number.clone())
    }

    /// The words of an answer.
    pub(super) fn say(&self, field: &Field, value: &Value) -> String {
        match value {
            Value::Choice(chosen) => chosen_words(field, chosen),
            Value::Choices(all) => {
                let all = all.iter().map(|chosen| chosen_words(field, chosen));
                all.collect::<Vec<_>>().join("; ")
            }
            Value::YesNo { answer, .. } => {
                let answer = if *answer { msg::answer_yes() } else { msg::answer_no() };
                format!("{}. {}", self.messages.format(&answer), value.plain_text())
            }
            Value::Refs(rows) => {
                let named = rows.iter().filter_map(|row| self.numbers.row(row));
                named
                    .map(|row| format!("{} {}", row.number, row.label))
                    .collect::<Vec<_>>()
                    .join("; ")
            }
            Value::Level(level) => {
                let scale = match field.scale {
                    Some(ScaleName::Likelihood) => &self.method.likelihood,
                    Some(ScaleName::Severity) => &self.method.severity,
                    Some(ScaleName::Risk) | None => &self.method.risk,
                };
                let at = usize::from(*level).checked_sub(1).and_then(|at| scale.get(at));
                at.map_or_else(|| level.to_string(), |named| format!("{level} {}", named.label))
            }
            Value::Matrix(cells) => {
                let line =
                    |line: &Vec<u8>| line.iter().map(u8::to_string).collect::<Vec<_>>().join(" ");
                cells.iter().map(line).collect::<Vec<_>>().join(" / ")
            }
            Value::Citations(ids) => {
                let cited = ids.iter().filter_map(|id| self.project.citation(id));
                cited.map(|citation| citation.words.as_str()).collect::<Vec<_>>().join("\n")
            }
            Value::Acceptance(given) => {
                let answer = if given.accepted { msg::answer_yes() } else { msg::answer_no() };
                let day = given.date.map(|day| day.to_string()).unwrap_or_default();
                format!("{}. {} {day}", self.messages.format(&answer), value.plain_text())
            }
            Value::Scale(levels) => {
                let levels = levels.iter().map(|level| self.level_words(field, level));
                levels.collect::<Vec<_>>().join("\n")
            }
            Value::Text(_) | Value::Line(_) | Value::Date(_) => value.plain_text(),
        }
    }
}

impl AnswerWords<'_> {
    /// A level with its meaning. Of a level of risk, also whether it may stay, and who may accept it.
    fn level_words(&self, field: &Field, level: &ScaleLevel) -> String {
        let mut words = match level.meaning.is_empty() {
            true => level.label.clone(),
            false => format!("{}: {}", level.label, level.meaning),
        };
        if field.scale == Some(ScaleName::Risk) {
            let stays = match level.acceptable {
                true => msg::compared_level_acceptable(),
                false => msg::compared_level_not_acceptable(),
            };
            words = format!("{words} ({})", self.messages.format(&stays));
            if !level.accepted_by.is_empty() {
                let by = self.messages.format(&msg::compared_level_accepted_by(&level.accepted_by));
                words = format!("{words} {by}");
            }
        }
        words
    }
}

/// The label of the option, with its note.
fn chosen_words(field: &Field, chosen: &Chosen) -> String {
    let option = field.options.iter().find(|option| option.id == chosen.option);
    let label = option.map_or(chosen.option.as_str(), |option| option.label.as_str());
    if chosen.note.is_empty() { label.to_owned() } else { format!("{label}: {}", chosen.note) }
}
