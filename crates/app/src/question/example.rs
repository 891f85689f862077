//! The question for an example of an answer: what the sample project answers to the same question.

use vurder_content::{Messages, msg};
use vurder_model::field::Field;
use vurder_model::project::{Row, single_id};
use vurder_model::richtext::markdown_plain_text;
use vurder_model::value::{Chosen, Value};

use crate::app::App;
use crate::catalogue::Registers;
use crate::error::Outcome;
use crate::row_answers::AnswerExample;
use crate::row_arguments::OfAnswer;
use crate::sample_script::{ROWS, SampleRow};

/// What the sample answers to the same question, in the row that is most like the person's row. There is none where
/// the sample has no words, and where the person's answer has the same words, as in the sample itself.
pub(crate) fn example(app: &mut App, of: OfAnswer) -> Outcome<AnswerExample> {
    let messages = app.messages.clone();
    let facts = app.facts(&of.project)?;
    let row = facts.row(&of.row);
    // The row of a single register is made with its first answer.
    let single = || facts.registers.singles().find(|r| single_id(r).as_ref() == Some(&of.row));
    let none = AnswerExample { words: None };
    let Some(register) = row.map(|row| row.register.as_str()).or_else(single) else {
        return Ok(none);
    };
    let Some(field) = facts.registers.field(register, &of.field) else { return Ok(none) };
    let words = |value: &Value| words_of_example(field, value, &messages);
    let rows = ROWS.iter().filter(|sample| sample.register == register);
    let answered = rows.filter_map(|sample| Some((sample, words(sample.values.get(&of.field)?)?)));
    // Of rows that are equally like, the first: `max_by_key` takes the last.
    let like =
        |sample: &SampleRow| row.map_or(0, |row| same_choices(row, sample, &facts.registers));
    let nearest = answered.rev().max_by_key(|(sample, _)| like(sample)).map(|(_, words)| words);
    let own = row.and_then(|row| row.values.get(&of.field)).and_then(words);
    Ok(AnswerExample { words: nearest.filter(|words| Some(words) != own.as_ref()) })
}

/// How many questions both rows answer with the same option. Rows of one table have the subject of the table in common.
/// An answer that every new row begins with says nothing.
fn same_choices(row: &Row, sample: &SampleRow, registers: &Registers) -> usize {
    let same = |(field, value): (&String, &Value)| match (value, sample.values.get(field)) {
        (Value::Choice(own), Some(Value::Choice(other))) => {
            let known = registers.field(&row.register, field);
            own.option == other.option && known.is_none_or(|f| f.default.as_ref() != Some(value))
        }
        _ => false,
    };
    row.values.iter().filter(|pair| same(*pair)).count()
}

/// The words of an answer that help somebody else to answer. A level, a day, a person's acceptance, or a reference to a
/// row of the sample would not.
fn words_of_example(field: &Field, value: &Value, messages: &Messages) -> Option<String> {
    let option = |chosen: &Chosen| {
        let option = field.options.iter().find(|option| option.id == chosen.option)?;
        let note = Some(&chosen.note).filter(|note| !note.is_empty());
        Some(note.map_or_else(|| option.label.clone(), |note| format!("{}: {note}", option.label)))
    };
    let words = match value {
        Value::Text(markdown) => read_words(markdown),
        Value::Line(line) => line.clone(),
        Value::Choice(chosen) => option(chosen)?,
        Value::Choices(all) => all.iter().filter_map(option).collect::<Vec<_>>().join("\n"),
        Value::YesNo { answer, reason } => {
            let answer = if *answer { msg::answer_yes() } else { msg::answer_no() };
            format!("{}. {}", messages.format(&answer), read_words(reason)).trim_end().to_owned()
        }
        Value::Date(_)
        | Value::Refs(_)
        | Value::Level(_)
        | Value::Scale(_)
        | Value::Matrix(_)
        | Value::Citations(_)
        | Value::Acceptance(_) => return None,
    };
    Some(words).filter(|words| !words.trim().is_empty())
}

/// The words of a rich text. A citation that stood before a full stop or a comma leaves no space there.
fn read_words(markdown: &str) -> String {
    let words = markdown_plain_text(markdown);
    [".", ",", ";", ":", ")"]
        .iter()
        .fold(words, |words, mark| words.replace(&format!(" {mark}"), mark))
}
