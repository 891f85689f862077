//! Makes requests to providers, and sets their status and days.

use chrono::NaiveDate;
use vurder_content::msg;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::Row;
use vurder_model::role::FieldRole;
use vurder_model::value::{Chosen, Value};
use vurder_workspace::{Op, RowPosition};

use crate::app::App;
use crate::change::answer_check::check;
use crate::change::new_row::{first_answers, made, require_free};
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::library::Library;
use crate::pinning::Pinning;
use crate::request_arguments::{AskProvider, RequestFor, SetRequestDue, SetRequestStatus};
use crate::request_draft::request_draft;
use crate::request_state::RequestState;

/// Makes a request as a draft and pins the statement that it is about. Refused if a request on the same matter is open.
pub(crate) fn ask_provider(app: &mut App, ask: AskProvider) -> Outcome<Changed> {
    let AskProvider { project, provider, action, topic, statement, about, sought, topics, id } =
        ask;
    let of = RequestFor { project, provider, action, topic, statement, about, sought, topics };
    let register = app.library.role(FieldRole::RequestTo).0.to_owned();
    let mut row = app.row(&register, id.as_ref().map(ToString::to_string))?;
    if let Some(statement) = &of.statement {
        app.library.read_pages_for(&app.workspace, statement)?;
    }
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    require_free(facts, id.as_ref())?;
    let draft = request_draft(&app.library, &facts.project, &of)?;
    if let Some(open) = &draft.row {
        return Err(Fault::new(ErrorCode::Taken, msg::error_request_open(open.as_str())));
    }
    let answers = draft.values.into_iter().map(|preset| (preset.field, preset.value));
    row.values = first_answers(facts, &register, answers.collect())?;
    let pinning = Pinning::of(&app.workspace, &app.library, &facts.project);
    let citation = of.statement.as_ref().map(|name| pinning.pin_named(name)).transpose()?;
    if let Some(citation) = &citation {
        let published = app.library.role(FieldRole::RequestPublished).1.to_owned();
        row.values.insert(published, Value::Citations(vec![citation.id.clone()]));
    }
    let id = row.id.clone();
    let done = app.workspace.transact(Some(&of.project), Op::AddRow, |tx| -> Outcome<()> {
        if let Some(citation) = citation {
            tx.put_citation(citation)?;
        }
        put_row(tx, row, &RowPosition::Last)
    })?;
    Ok(made(app.changed(&of.project, &done)?, id))
}

/// Sets the status of requests, and the day that belongs to it: of sending, or of the answer. A day that a request
/// already has stays unless another day is given. A draft has neither day.
pub(crate) fn set_request_status(app: &mut App, of: SetRequestStatus) -> Outcome<Changed> {
    let today = app.workspace.today();
    let leaves = of.status != RequestState::Draft;
    change_each(app, &of.project, &of.requests, leaves, |library, row| {
        answers_of(library, row, &of, today)
    })
}

/// Sets the day by which the answers to requests are needed, or removes it.
pub(crate) fn set_request_due(app: &mut App, of: SetRequestDue) -> Outcome<Changed> {
    let due = of.due.map(Value::Date);
    change_each(app, &of.project, &of.requests, false, |library, _| {
        vec![(library.role(FieldRole::RequestDue).1.to_owned(), due.clone())]
    })
}

/// Writes answers of several requests in one step. `answers` gives the answers of one request by field; `None` empties
/// the field. If `leaves` is true, the requests go to the provider, who names them by their numbers: all requests keep
/// theirs from then on.
fn change_each(
    app: &mut App,
    project: &ProjectId,
    requests: &[RowId],
    leaves: bool,
    answers: impl Fn(&Library, &Row) -> Vec<(String, Option<Value>)>,
) -> Outcome<Changed> {
    if requests.is_empty() {
        return Err(Fault::wrong_value(msg::error_no_request_chosen()));
    }
    let facts = app.open.facts(&app.workspace, &app.library, project)?;
    let register = app.library.role(FieldRole::RequestTo).0;
    let mut written: Vec<(RowId, String, Option<Value>)> = Vec::new();
    for id in requests {
        let row = facts.row_in_use(id)?;
        if row.register != register {
            let message = msg::error_other_register(row.id.as_str(), &row.register, register);
            return Err(Fault::wrong_value(message));
        }
        for (field, value) in answers(&app.library, row) {
            if let Some(value) = &value {
                check(value, facts.registers.known_field(register, &field)?, facts)?;
            }
            written.push((id.clone(), field, value));
        }
    }
    let done = app.workspace.transact(Some(project), Op::ChangeRequests, |tx| -> Outcome<()> {
        for (row, field, value) in written {
            tx.set_value(&row, &field, value)?;
        }
        if leaves {
            tx.number_register(register)?;
        }
        Ok(())
    })?;
    app.changed(project, &done)
}

/// The answers that set the status of a request: status, day of sending, day of the answer.
fn answers_of(
    library: &Library,
    row: &Row,
    of: &SetRequestStatus,
    today: NaiveDate,
) -> Vec<(String, Option<Value>)> {
    let field = |role| library.role(role).1.to_owned();
    let (sent, answered) = (field(FieldRole::RequestSent), field(FieldRole::RequestAnswered));
    let known = |field: &String| match of.on {
        Some(on) => Value::Date(on),
        None => row.values.get(field).cloned().unwrap_or(Value::Date(today)),
    };
    let status = Chosen { option: of.status.option().to_owned(), note: String::new() };
    let mut answers = vec![(field(FieldRole::RequestStatus), Some(Value::Choice(status)))];
    match of.status {
        RequestState::Draft => answers.extend([(sent, None), (answered, None)]),
        RequestState::Sent => {
            answers.extend([(sent.clone(), Some(known(&sent))), (answered, None)]);
        }
        RequestState::Answered | RequestState::Declined => {
            answers.push((answered.clone(), Some(known(&answered))));
        }
    }
    answers
}
