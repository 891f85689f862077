//! Compares two states of a project, answer by answer: which answers were added or removed, and which words changed.

mod answer_words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use vurder_content::drift::changed_words;
use vurder_content::msg;
use vurder_model::drift::{ChangedWords, WordSide};
use vurder_model::field::{Field, Register};
use vurder_model::frozen::{AttachmentLine, VersionLine};
use vurder_model::id::RowId;
use vurder_model::project::{Project, Row};
use vurder_model::value::Value;
use vurder_model::view::row_label;

use crate::app::App;
use crate::catalogue::Registers;
use crate::earlier_version::no_version;
use crate::error::{Fault, Outcome};
use crate::places::place_of;
use crate::version_answers::{
    AnswerChange, AnswerComparison, AttachmentComparison, RegisterComparison, RowComparison,
    VersionComparison,
};
use crate::version_arguments::CompareVersions;
use crate::version_comparison::answer_words::AnswerWords;
use crate::versions_and_files::{VersionsAndFiles, in_use};

/// One of the two states.
struct State<'a> {
    project: &'a Project,
    rows: BTreeMap<&'a RowId, &'a Row>,
    words: AnswerWords<'a>,
}

impl<'a> State<'a> {
    fn of(app: &'a App, project: &'a Project, registers: &'a Registers) -> Self {
        let rows = project.rows.iter().filter(|row| row.trashed.is_none());
        Self {
            project,
            rows: rows.map(|row| (&row.id, row)).collect(),
            words: AnswerWords::of(&app.messages, project, registers.all()),
        }
    }
}

/// Compares a version with a later one, or with the draft.
pub(crate) fn compare(app: &mut App, of: &CompareVersions) -> Outcome<VersionComparison> {
    let versions = app.workspace.versions(&of.project)?;
    let line = |number: u32| -> Outcome<VersionLine> {
        let found = versions.iter().find(|version| version.number == number);
        Ok(found.ok_or_else(|| no_version(number, &versions))?.line())
    };
    let last_but = of.to.map_or(u32::MAX, |to| to.saturating_sub(1));
    let from = match of.from {
        Some(from) => line(from)?,
        None => {
            let last = versions.iter().rfind(|version| version.number <= last_but);
            last.ok_or_else(|| Fault::not_found(msg::error_nothing_frozen()))?.line()
        }
    };
    let to = of.to.map(line).transpose()?;
    let before = app.version_state(&of.project, from.number)?;
    let after = match &to {
        Some(to) => {
            let state = app.version_state(&of.project, to.number)?;
            (state.project, in_use(&state.attachments))
        }
        None => {
            let files = VersionsAndFiles::of(&app.workspace, &of.project)?;
            (app.facts(&of.project)?.project.clone(), files.attachments)
        }
    };
    let before = (before.project, in_use(&before.attachments));
    let registers = [&before.0, &after.0].map(|of| app.library.registers_of(&of.head));
    let earlier = State::of(app, &before.0, &registers[0]);
    let later = State::of(app, &after.0, &registers[1]);
    let compared = registers_of(app, &registers, &earlier, &later);
    let answers = || compared.iter().flat_map(|of| &of.rows).flat_map(|row| &row.answers);
    let count = |change| answers().filter(|answer| answer.change == change).count();
    Ok(VersionComparison {
        from,
        to,
        added: count(AnswerChange::Added),
        removed: count(AnswerChange::Removed),
        changed: count(AnswerChange::Changed),
        attachments: attachments(&before.1, &after.1),
        registers: compared,
    })
}

/// The registers in which something differs. The answers of the forms themselves stand first.
fn registers_of(
    app: &App,
    registers: &[Arc<Registers>; 2],
    earlier: &State<'_>,
    later: &State<'_>,
) -> Vec<RegisterComparison> {
    let [before, after] = registers;
    let gone = before.all().iter().filter(|register| after.register(&register.id).is_none());
    let mut all: Vec<&Register> = after.all().iter().chain(gone).collect();
    let beside = app.library.beside_the_draft();
    all.retain(|register| !beside.contains(&register.id.as_str()));
    all.sort_by_key(|register| !register.single);
    let mut compared = Vec::new();
    for register in all {
        let ids: BTreeSet<&RowId> = [earlier, later]
            .iter()
            .flat_map(|state| state.rows.values())
            .filter(|row| row.register == register.id)
            .map(|row| &row.id)
            .collect();
        let mut rows: Vec<(u32, RowComparison)> = Vec::new();
        for id in ids {
            let pair = (earlier.rows.get(id).copied(), later.rows.get(id).copied());
            let Some(row) = row(app, register, pair, earlier, later) else { continue };
            let number = row.number.as_deref().map(|n| n.trim_start_matches(char::is_alphabetic));
            rows.push((number.and_then(|n| n.parse().ok()).unwrap_or(0), row));
        }
        rows.sort_by_key(|(number, _)| *number);
        if !rows.is_empty() {
            let form = app.library.templates().iter().find(|form| form.id == register.id);
            let title = form.map_or(&register.many, |form| &form.title).clone();
            let rows = rows.into_iter().map(|(_, row)| row).collect();
            compared.push(RegisterComparison { register: register.id.clone(), title, rows });
        }
    }
    compared
}

/// How a row differs; none if the row is the same.
fn row(
    app: &App,
    register: &Register,
    (before, after): (Option<&Row>, Option<&Row>),
    earlier: &State<'_>,
    later: &State<'_>,
) -> Option<RowComparison> {
    let shown = after.or(before)?;
    let answers: Vec<AnswerComparison> = register
        .fields
        .iter()
        .filter_map(|field| answer(field, (before, after), earlier, later))
        .collect();
    let number_in = |state: &State<'_>| state.words.number(&shown.id);
    let number =
        if register.single { None } else { number_in(later).or_else(|| number_in(earlier)) };
    let number_before = number_in(earlier).filter(|earlier| {
        before.is_some() && number.as_ref().is_some_and(|number| number != earlier)
    });
    let change = match (before, after) {
        (None, _) => AnswerChange::Added,
        (_, None) => AnswerChange::Removed,
        _ if answers.is_empty() && number_before.is_none() => return None,
        _ => AnswerChange::Changed,
    };
    if register.single && answers.is_empty() {
        return None;
    }
    let first = answers.first().map_or(register.label_field.as_str(), |a| a.field.as_str());
    let head = &if after.is_some() { later } else { earlier }.project.head;
    let (form, section) = place_of(&app.library, head, shown, first).unzip();
    Some(RowComparison {
        change,
        row: shown.id.clone(),
        number,
        number_before,
        label: if register.single { String::new() } else { row_label(shown, register) },
        form,
        section,
        answers,
    })
}

/// How an answer differs; none if the answer is the same.
fn answer(
    field: &Field,
    rows: (Option<&Row>, Option<&Row>),
    earlier: &State<'_>,
    later: &State<'_>,
) -> Option<AnswerComparison> {
    let given = |row: Option<&'_ Row>| -> Option<Value> {
        row?.values.get(&field.id).filter(|value| !value.is_empty()).cloned()
    };
    let (before, after) = (given(rows.0), given(rows.1));
    let alone = |side, words: String| vec![ChangedWords { side, words }];
    let (change, words) = match (&before, &after) {
        (None, None) => return None,
        (Some(before), Some(after)) if before == after => return None,
        (None, Some(after)) => {
            (AnswerChange::Added, alone(WordSide::After, later.words.say(field, after)))
        }
        (Some(before), None) => {
            (AnswerChange::Removed, alone(WordSide::Before, earlier.words.say(field, before)))
        }
        (Some(before), Some(after)) => {
            let words = (earlier.words.say(field, before), later.words.say(field, after));
            (AnswerChange::Changed, changed_words(&words.0, &words.1))
        }
    };
    Some(AnswerComparison { change, field: field.id.clone(), label: field.label.clone(), words })
}

fn attachments(before: &[AttachmentLine], after: &[AttachmentLine]) -> Vec<AttachmentComparison> {
    let only_in = |one: &[AttachmentLine], other: &[AttachmentLine], change| {
        let known: BTreeSet<_> = other.iter().map(|file| file.id.clone()).collect();
        let only = one.iter().filter(|file| !known.contains(&file.id)).cloned();
        only.map(|attachment| AttachmentComparison { change, attachment }).collect::<Vec<_>>()
    };
    let mut all = only_in(after, before, AnswerChange::Added);
    all.extend(only_in(before, after, AnswerChange::Removed));
    all
}
