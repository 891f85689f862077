//! The questions for the draft of a request, for all requests of a project, and for answers that can be cited.

use std::collections::HashMap;

use chrono::NaiveDate;
use vurder_model::project::answer_name;
use vurder_model::role::FieldRole;
use vurder_model::view::Numbers;

use crate::app::App;
use crate::citing::times_cited;
use crate::error::Outcome;
use crate::facts::Facts;
use crate::library::Library;
use crate::places::place_of;
use crate::project_arguments::OfProject;
use crate::request_answers::{AnswerView, RequestDraft, RequestView, Requests};
use crate::request_arguments::{OfAnswers, RequestFor};
use crate::request_draft::request_draft;
use crate::requests::{Request, all_requests};

/// The open request on an action, a topic or a statement, with its place; and the first values of a new request.
pub(crate) fn request_for(app: &mut App, of: RequestFor) -> Outcome<RequestDraft> {
    if let Some(statement) = &of.statement {
        app.library.read_pages_for(&app.workspace, statement)?;
    }
    let project = app.project(&of.project)?;
    request_draft(&app.library, &project, &of)
}

/// The requests of a project.
pub(crate) fn requests(app: &mut App, of: OfProject) -> Outcome<Requests> {
    let today = app.workspace.today();
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let (library, project) = (&app.library, &facts.project);
    let numbers = Numbers::of(project, facts.registers.all(), None);
    let cited = times_cited(library, project);
    let all = all_requests(library, project);
    let view = |request: &Request<'_>| view(library, facts, &numbers, &cited, request, today);
    Ok(Requests { revision: facts.revision, today, requests: all.iter().map(view).collect() })
}

fn view(
    library: &Library,
    facts: &Facts,
    numbers: &Numbers<'_>,
    cited: &HashMap<String, usize>,
    request: &Request<'_>,
    today: NaiveDate,
) -> RequestView {
    let (project, row) = (&facts.project, &request.row.id);
    let (_, words) = library.role(FieldRole::RequestWords);
    let (form, section) = place_of(library, &project.head, request.row, words).unzip();
    RequestView {
        row: row.clone(),
        number: numbers.row(row).map(|row| row.number.clone()).unwrap_or_default(),
        provider: request.to.to_owned(),
        provider_id: request.pack(library, project).map(|pack| pack.provider.clone()),
        about: request.about.to_owned(),
        group: request.topic(library, project).map(|t| t.group.clone()).unwrap_or_default(),
        question: request.question_in_words(),
        wanted: request.wanted_in_words(library),
        asked_by: request.asked_by.to_owned(),
        status: request.state,
        sent: request.sent,
        due: request.due,
        overdue: !request.state.is_over() && request.due.is_some_and(|due| due < today),
        answered: request.answered,
        answer: request.answer_in_words(),
        files: facts.files.of_row(row),
        cited: cited.get(&answer_name(row)).copied().unwrap_or_default(),
        form,
        section,
    }
}

/// The answers of providers that can be cited, the newest first. With a query, only those that have all its words.
pub(crate) fn answers(app: &mut App, of: OfAnswers) -> Outcome<Vec<AnswerView>> {
    let project = app.project(&of.project)?;
    let registers = app.library.registers_of(&project.head);
    let numbers = Numbers::of(&project, registers.all(), None);
    let sought = of.query.unwrap_or_default().to_lowercase();
    let sought: Vec<&str> = sought.split_whitespace().collect();
    let answered = all_requests(&app.library, &project);
    let mut answers: Vec<AnswerView> = answered
        .iter()
        .filter_map(|request| request.given_answer(&app.library, &project))
        .map(|answer| AnswerView {
            number: numbers
                .row(&answer.to.request)
                .map(|row| row.number.clone())
                .unwrap_or_default(),
            name: answer.name,
            row: answer.to.request,
            provider: answer.provider_name,
            question: answer.to.question,
            words: answer.words,
            on: answer.to.on,
        })
        .filter(|answer| {
            let text =
                [&answer.provider, &answer.question, &answer.words].map(|w| w.to_lowercase());
            sought.iter().all(|word| text.iter().any(|text| text.contains(word)))
        })
        .collect();
    answers.sort_by_key(|answer| std::cmp::Reverse(answer.on));
    Ok(answers)
}
