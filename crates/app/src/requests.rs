//! Reads the requests to providers from the rows of a project.

use chrono::NaiveDate;
use vurder_model::id::{CitationId, RowId};
use vurder_model::project::{CitedAnswer, Project, Row, answer_name, answered_request};
use vurder_model::provider::{Action, Pack, Topic};
use vurder_model::role::FieldRole;
use vurder_model::value::{Chosen, Value};

use crate::library::Library;
use crate::request_state::RequestState;

/// How many requests are drafts, and how many are sent and neither answered nor declined.
pub(crate) fn requests_by_state(library: &Library, project: &Project) -> (usize, usize) {
    let requests = all_requests(library, project);
    let count = |state| requests.iter().filter(|request| request.state == state).count();
    (count(RequestState::Draft), count(RequestState::Sent))
}

/// The request to this provider on this action or topic that is neither answered nor declined.
pub(crate) fn open_request<'a>(
    library: &'a Library,
    project: &'a Project,
    pack: &'a Pack,
    title: &str,
) -> Option<&'a Row> {
    open_requests(library, project, pack).find(|r| r.about == title).map(|r| r.row)
}

/// The request to this provider on this topic, by its title or among the topics that it names, that is neither answered
/// nor declined.
pub(crate) fn open_request_on_topic<'a>(
    library: &'a Library,
    project: &'a Project,
    pack: &'a Pack,
    topic: &Topic,
) -> Option<&'a Row> {
    let mut open = open_requests(library, project, pack);
    open.find(|request| request.is_about(topic)).map(|request| request.row)
}

/// The request to this provider on this statement that is neither answered nor declined.
pub(crate) fn open_request_on_statement<'a>(
    library: &'a Library,
    project: &'a Project,
    pack: &'a Pack,
    statement: &str,
) -> Option<&'a Row> {
    let names = |id: &CitationId| project.citation(id).is_some_and(|c| c.statement == statement);
    let mut open = open_requests(library, project, pack);
    open.find(|request| request.published.iter().any(names)).map(|request| request.row)
}

/// The requests to the provider of this pack that are neither answered nor declined.
pub(crate) fn open_requests<'a>(
    library: &'a Library,
    project: &'a Project,
    pack: &'a Pack,
) -> impl Iterator<Item = Request<'a>> {
    let all = all_requests(library, project).into_iter();
    all.filter(move |request| pack.is_named(request.to) && !request.state.is_over())
}

/// A request, read from the fields of its row by their roles.
#[derive(Debug, Clone)]
pub(crate) struct Request<'a> {
    pub(crate) row: &'a Row,
    /// Name of the provider when the request was made.
    pub(crate) to: &'a str,
    /// The title of the action or topic; may be empty.
    pub(crate) about: &'a str,
    /// The ids of the topics that the request names.
    pub(crate) topics: Vec<&'a str>,
    /// Citations of the published statements that the request is about.
    pub(crate) published: &'a [CitationId],
    /// The words of the request, as Markdown.
    pub(crate) question: &'a str,
    /// What the request wants.
    pub(crate) wanted: Option<&'a Chosen>,
    /// Who asks.
    pub(crate) asked_by: &'a str,
    pub(crate) state: RequestState,
    pub(crate) sent: Option<NaiveDate>,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) answered: Option<NaiveDate>,
    /// The answer, as Markdown.
    pub(crate) answer: &'a str,
}

/// All requests of a project outside the trash, in order.
pub(crate) fn all_requests<'a>(library: &'a Library, project: &'a Project) -> Vec<Request<'a>> {
    let register = library.role(FieldRole::RequestTo).0;
    let roles = library.roles();
    let read = |row: &'a Row| {
        let value = |role| row.values.get(roles.field(role)?);
        let words = |role| match value(role) {
            Some(Value::Line(words) | Value::Text(words)) => words.as_str(),
            _ => "",
        };
        let day = |role| match value(role) {
            Some(Value::Date(day)) => Some(*day),
            _ => None,
        };
        let status = roles.field(FieldRole::RequestStatus).unwrap_or_default();
        Request {
            row,
            to: words(FieldRole::RequestTo),
            about: words(FieldRole::RequestAbout),
            topics: row.chosen(roles.field(FieldRole::RequestTopics).unwrap_or_default()),
            published: match value(FieldRole::RequestPublished) {
                Some(Value::Citations(ids)) => ids,
                _ => &[],
            },
            question: words(FieldRole::RequestWords),
            wanted: match value(FieldRole::RequestWanted) {
                Some(Value::Choice(chosen)) if !chosen.option.is_empty() => Some(chosen),
                _ => None,
            },
            asked_by: words(FieldRole::RequestAskedBy),
            state: RequestState::of(&row.chosen(status)),
            sent: day(FieldRole::RequestSent),
            due: day(FieldRole::RequestDue),
            answered: day(FieldRole::RequestAnswered),
            answer: words(FieldRole::RequestAnswer),
        }
    };
    project.rows_of(register).map(read).collect()
}

/// The answer of a provider to a request, as a citation takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GivenAnswer {
    /// The name by which `cite` takes the answer.
    pub(crate) name: String,
    /// The id of the provider; empty if the library does not have the provider.
    pub(crate) provider: String,
    /// The name of the provider, as the request has it.
    pub(crate) provider_name: String,
    /// The answer, as plain text on one or several lines.
    pub(crate) words: String,
    pub(crate) to: CitedAnswer,
}

impl Request<'_> {
    /// Whether the request asks about the topic itself, and not only about a statement or an action on the topic.
    pub(crate) fn is_about(&self, topic: &Topic) -> bool {
        self.about == topic.title || self.topics.contains(&topic.id.as_str())
    }

    /// The chosen option of what the request wants, with its note: "Approval, before the test starts". Empty if nothing
    /// is chosen.
    pub(crate) fn wanted_in_words(&self, library: &Library) -> String {
        let Some(chosen) = self.wanted else { return String::new() };
        let (register, field) = library.role(FieldRole::RequestWanted);
        let register = library.registers().iter().find(|known| known.id == register);
        let options = register.and_then(|known| known.field(field)).map(|field| &field.options);
        let option = options.into_iter().flatten().find(|option| option.id == chosen.option);
        let label = option.map_or(chosen.option.as_str(), |option| option.label.as_str());
        match chosen.note.trim() {
            "" => label.to_owned(),
            note => format!("{label}, {note}"),
        }
    }

    /// The words of the request, as plain text.
    pub(crate) fn question_in_words(&self) -> String {
        Value::Text(self.question.to_owned()).plain_text().trim().to_owned()
    }

    /// The answer, as plain text.
    pub(crate) fn answer_in_words(&self) -> String {
        Value::Text(self.answer.to_owned()).plain_text().trim().to_owned()
    }

    /// The provider's pack in the revision that the project follows; none if the library does not have the provider.
    pub(crate) fn pack<'l>(&self, library: &'l Library, project: &Project) -> Option<&'l Pack> {
        let packs = library.read_packs(Some(&project.head));
        let now = packs.iter().find(|pack| pack.name == self.to);
        now.or_else(|| packs.iter().find(|pack| pack.is_named(self.to))).copied()
    }

    /// The action that the request is about.
    pub(crate) fn action<'l>(&self, pack: Option<&'l Pack>) -> Option<&'l Action> {
        pack?.actions.iter().find(|action| action.title == self.about)
    }

    /// The topic that the request is about, or else the first topic of the statements that it is about.
    pub(crate) fn topic<'l>(&self, library: &'l Library, project: &Project) -> Option<&'l Topic> {
        let mut topics = library.topics().iter();
        if let Some(topic) = topics.clone().find(|topic| topic.title == self.about) {
            return Some(topic);
        }
        if let Some(named) = self.topics.first() {
            return topics.find(|topic| topic.id == *named);
        }
        let pack = self.pack(library, project);
        let cited = self.published.iter().filter_map(|id| project.citation(id));
        let cited = cited.map(|citation| &citation.statement);
        let offered = self.action(pack).into_iter().flat_map(|action| &action.statements);
        let first = cited.chain(offered).find_map(|id| pack?.statement(id)?.topics.first())?;
        topics.find(|topic| topic.id == *first)
    }

    /// The provider's answer; none if the request has no answer yet, or an answer without words.
    pub(crate) fn given_answer(&self, library: &Library, project: &Project) -> Option<GivenAnswer> {
        let words = self.answer_in_words();
        if !self.state.is_over() || words.is_empty() {
            return None;
        }
        let pack = self.pack(library, project);
        Some(GivenAnswer {
            name: answer_name(&self.row.id),
            provider: pack.map(|pack| pack.provider.clone()).unwrap_or_default(),
            provider_name: self.to.to_owned(),
            words,
            to: CitedAnswer {
                request: self.row.id.clone(),
                question: self.question_in_words(),
                on: self.answered,
            },
        })
    }
}

/// The request of this row.
pub(crate) fn request<'a>(
    library: &'a Library,
    project: &'a Project,
    row: &RowId,
) -> Option<Request<'a>> {
    all_requests(library, project).into_iter().find(|request| request.row.id == *row)
}

/// The answer with this name; none if it is no name of an answer.
pub(crate) fn answer_named(
    library: &Library,
    project: &Project,
    name: &str,
) -> Option<GivenAnswer> {
    let row = answered_request(name)?;
    request(library, project, &row)?.given_answer(library, project)
}
