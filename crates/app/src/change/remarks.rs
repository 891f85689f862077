//! Reads the remarks of a returned file into a project in one step: the file becomes an attachment, and each remark
//! that the project does not have yet becomes a row.

use std::collections::{BTreeMap, HashMap};

use vurder_content::msg;
use vurder_model::bounds::{LONGEST, YEARS};
use vurder_model::id::{AttachmentId, RowId};
use vurder_model::project::Row;
use vurder_model::richtext::RichText;
use vurder_model::role::FieldRole;
use vurder_model::value::{Chosen, Value};
use vurder_workspace::{NewAttachment, Op, RowPosition};

use crate::app::App;
use crate::change::attachments::media_type;
use crate::change::remark_edits::{AnswerToWrite, NOT_DONE, done_since, edited};
use crate::change::review_rounds::round_row;
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::library::Library;
use crate::remark_arguments::ReadRemarks;
use crate::remark_lines::{LONGEST_LINE, in_one_line};
use crate::remark_state::{RemarkKind, RemarkState};
use crate::remark_told::Told;
use crate::remarks::all_remarks;
use crate::returned::{
    FileRead, Planned, PlannedRemark, RemarkPlace, file_with_bytes, is_done, plan, read_file,
};
use crate::review_rounds::all_rounds;

/// Reads the remarks of a returned file. A remark that the project already has is not added again. If the file brings
/// nothing new, nothing changes.
pub(crate) fn read_remarks(app: &mut App, of: ReadRemarks) -> Outcome<Changed> {
    let read = read_file(&of.path, of.password.as_deref())?;
    take(app, &of, read)
}

/// Writes the remarks of a file that was read.
pub(super) fn take(app: &mut App, of: &ReadRemarks, read: FileRead) -> Outcome<Changed> {
    let today = app.workspace.today();
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let planned = plan(&app.library, &app.messages, facts, &read.file);
    if planned.other_project && !of.other_project {
        return Err(Fault::wrong_value(msg::error_returned_other_project(&read.name))
            .with_help(msg::error_returned_other_project_help()));
    }
    let from = match of.from.as_deref().map(str::trim).filter(|from| !from.is_empty()) {
        Some(from) => one_line(from),
        None => planned.people.first().map(|name| one_line(name)).unwrap_or_default(),
    };
    let same_bytes = file_with_bytes(&app.library, facts, &read.bytes);
    let rounds = all_rounds(&app.library, &facts.project);
    let round = match of.round {
        Some(number) => {
            let chosen = rounds.iter().find(|round| round.number == number);
            let unknown = || Fault::not_found(msg::error_no_round(number.to_string()));
            Some(chosen.ok_or_else(unknown)?.row.id.clone())
        }
        None => rounds
            .iter()
            .rfind(|round| planned.version.is_some() && round.version == planned.version)
            .map(|round| round.row.id.clone()),
    };
    // A file that was kept without a round gets the one that a person says.
    let round_of_known_file = same_bytes.clone().zip(round.clone()).filter(|_| of.round.is_some());
    let new_round = match (&round, planned.version) {
        (None, Some(version)) => Some(round_row(app, version, String::new())?),
        _ => None,
    };
    let round = round.or_else(|| new_round.as_ref().map(|row| row.id.clone()));
    let file_row = match &same_bytes {
        Some(_) => None,
        None => {
            let register = app.library.role(FieldRole::ReturnedName).0.to_owned();
            let mut row = app.row(&register, None)?;
            let values = [
                (FieldRole::ReturnedName, Value::Line(one_line(&read.name))),
                (FieldRole::ReturnedFrom, Value::Line(from)),
                (FieldRole::ReturnedDate, Value::Date(today)),
                (FieldRole::ReturnedVersion, number(planned.version)),
                (FieldRole::ReturnedRound, Value::Refs(round.into_iter().collect())),
            ];
            row.values = stored(&app.library, values);
            Some(row)
        }
    };
    let file_id = same_bytes.or_else(|| file_row.as_ref().map(|row| row.id.clone()));
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let before = all_remarks(&app.library, &facts.project);
    let file_of = file_id.as_ref();
    let edits = planned.remarks.iter().filter_map(|one| {
        let before = before.iter().find(|remark| Some(&remark.row.id) == one.edits.as_ref())?;
        let new = values_of(&app.library, one, None, file_of);
        Some(edited(&app.library, before, one, new, today))
    });
    let mut edits: Vec<AnswerToWrite> = edits.flatten().collect();
    edits.extend(planned.remarks.iter().flat_map(|one| {
        let before = before.iter().find(|remark| Some(&remark.row.id) == one.known.as_ref());
        before.map(|before| done_since(&app.library, before, one, today)).unwrap_or_default()
    }));
    if let Some((file, round)) = round_of_known_file {
        let field = app.library.role(FieldRole::ReturnedRound).1.to_owned();
        edits.push((file, field, Some(Value::Refs(vec![round]))));
    }
    let rows = remark_rows(app, &planned, file_of)?;
    let media_type = media_type(&read.name).to_owned();
    let FileRead { name, bytes, .. } = read;
    let made: Vec<RowId> = rows.iter().map(|row| row.id.clone()).collect();
    let done = app.workspace.transact(Some(&of.project), Op::ReadRemarks, |tx| -> Outcome<()> {
        if let Some(row) = file_row {
            if let Some(round) = new_round {
                put_row(tx, round, &RowPosition::Last)?;
            }
            let row_id = row.id.clone();
            put_row(tx, row, &RowPosition::Last)?;
            let id = AttachmentId::new(tx.new_id()?).map_err(Fault::internal)?;
            tx.attach(NewAttachment { id, name, media_type, row: Some(row_id), bytes })?;
        }
        for row in rows {
            put_row(tx, row, &RowPosition::Last)?;
        }
        for (row, field, value) in edits {
            tx.set_value(&row, &field, value)?;
        }
        Ok(())
    })?;
    let changed = app.changed(&of.project, &done)?;
    Ok(Changed { row: file_id, rows: made, ..changed })
}

/// Makes rows for the remarks that the project does not have yet.
fn remark_rows(app: &mut App, planned: &Planned<'_>, file: Option<&RowId>) -> Outcome<Vec<Row>> {
    let register = app.library.role(FieldRole::RemarkWords).0.to_owned();
    let mut ids: HashMap<&str, RowId> = HashMap::new();
    let mut rows = Vec::new();
    for remark in &planned.remarks {
        if let Some(known) = remark.known.as_ref().or(remark.edits.as_ref()) {
            ids.insert(&remark.returned.key, known.clone());
            continue;
        }
        let mut row = app.row(&register, None)?;
        let parent = remark.returned.reply_to.as_deref().and_then(|parent| ids.get(parent));
        row.values = values_of(&app.library, remark, parent, file);
        row.key = Some(remark.key.clone());
        ids.insert(&remark.returned.key, row.id.clone());
        rows.push(row);
    }
    Ok(rows)
}

fn values_of(
    library: &Library,
    remark: &PlannedRemark<'_>,
    parent: Option<&RowId>,
    file: Option<&RowId>,
) -> BTreeMap<String, Value> {
    let of = remark.returned;
    let line = |words: &str| Value::Line(one_line(words));
    let chosen =
        |option: &str| Value::Choice(Chosen { option: option.to_owned(), note: String::new() });
    let (row, field, section) = match &remark.place {
        RemarkPlace::Answer(address) => {
            (address.row.to_string(), address.field.clone(), String::new())
        }
        RemarkPlace::Row(row) => (row.to_string(), String::new(), String::new()),
        RemarkPlace::Section { form, section } => {
            (String::new(), String::new(), format!("{form}/{section}"))
        }
        RemarkPlace::Nowhere => Default::default(),
    };
    // A state that a reviewer set is told in the thread. It asks for a decision only where the reviewer disagrees.
    let agrees = of.kind == vurder_remarks::RemarkKind::State
        && !matches!(
            of.state,
            Some(vurder_remarks::RemarkState::Rejected | vurder_remarks::RemarkState::TakenBack)
        );
    let state = if is_done(of) || agrees { RemarkState::Done } else { RemarkState::Open };
    let words = RichText::from_plain(&bounded(&remark.words, LONGEST / 4)).to_markdown();
    let new_words = Value::Line(in_one_line(of.new_words.as_deref().unwrap_or_default()));
    let day = of.at.map(|at| at.date_naive());
    let day = day.filter(|day| YEARS.contains(&chrono::Datelike::year(day)));
    let mut values = stored(
        library,
        [
            (FieldRole::RemarkWords, Value::Text(words)),
            (FieldRole::RemarkBy, line(of.author.as_deref().unwrap_or_default())),
            (FieldRole::RemarkKind, chosen(RemarkKind::from(of.kind).option())),
            (FieldRole::RemarkState, chosen(state.option())),
            (FieldRole::RemarkQuoted, line(&of.quoted)),
            (FieldRole::RemarkBefore, line(&of.before)),
            (FieldRole::RemarkAfter, line(&of.after)),
            (FieldRole::RemarkNewWords, new_words),
            (FieldRole::RemarkRow, Value::Line(row)),
            (FieldRole::RemarkField, Value::Line(field)),
            (FieldRole::RemarkSection, Value::Line(section)),
            (FieldRole::RemarkPage, number(of.page)),
            (FieldRole::RemarkReplyTo, Value::Refs(parent.cloned().into_iter().collect())),
            (FieldRole::RemarkFile, Value::Refs(file.cloned().into_iter().collect())),
            (FieldRole::RemarkIdentity, line(remark.identity.as_deref().unwrap_or_default())),
            (FieldRole::RemarkSeen, line(remark.done.as_deref().unwrap_or(NOT_DONE))),
            (FieldRole::RemarkTold, line(&Told::line(&remark.told))),
            (FieldRole::RemarkExported, line(of.exported.as_deref().unwrap_or_default())),
        ],
    );
    if let Some(day) = day {
        values.insert(library.role(FieldRole::RemarkDate).1.to_owned(), Value::Date(day));
    }
    values
}

/// The answers by field, without empty ones.
fn stored<const N: usize>(
    library: &Library,
    values: [(FieldRole, Value); N],
) -> BTreeMap<String, Value> {
    let values = values.into_iter().filter(|(_, value)| !value.is_empty());
    values.map(|(role, value)| (library.role(role).1.to_owned(), value)).collect()
}

fn number(number: Option<u32>) -> Value {
    Value::Line(number.map(|number| number.to_string()).unwrap_or_default())
}

/// Words of a file as one line. White space at the edges stays, since it tells whether a word begins there.
fn one_line(words: &str) -> String {
    let bounded = bounded(words, LONGEST_LINE);
    bounded.chars().map(|char| if char.is_control() { ' ' } else { char }).collect()
}

/// The beginning of `words`, at most `most` bytes, without characters that no answer takes.
fn bounded(words: &str, most: usize) -> String {
    let end = words.floor_char_boundary(most);
    words.get(..end).unwrap_or_default().replace('\0', "")
}

#[cfg(test)]
mod tests;
