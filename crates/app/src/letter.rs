//! The letter with requests to a provider: which requests it has, and what it says about each.

use chrono::NaiveDate;
use vurder_content::{Messages, msg};
use vurder_model::id::RowId;
use vurder_model::project::Project;
use vurder_model::provider::{CoverageStatus, Pack, Statement, coverage};
use vurder_model::view::Numbers;
use vurder_report::{Letter, LetterGroup, LetterRequest, LetterSource};

use crate::error::{Fault, Outcome};
use crate::library::Library;
use crate::quoting::{names, shortened};
use crate::report_messages::MessagesOfReport;
use crate::request_state::RequestState;
use crate::requests::{Request, all_requests};

/// The most statements that the letter names for one request. Beyond these, it says how many more there are.
const MOST_STATEMENTS: usize = 3;

/// The requests that go into a letter.
pub(crate) struct LetterSelection {
    /// Name of the provider that the letter goes to.
    pub(crate) provider: String,
    /// The requests, in the order of their numbers.
    pub(crate) requests: Vec<RowId>,
}

/// The requests that were asked for, or else all drafts. `provider` is the id of a provider, or a name as requests have
/// it. A request keeps the name that its provider had when it was made.
///
/// # Errors
/// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound) if no request goes to the provider;
/// [`ErrorCode::WrongValue`](crate::ErrorCode::WrongValue) if no request is chosen, or a request goes to another
/// provider.
pub(crate) fn chosen(
    library: &Library,
    project: &Project,
    provider: &str,
    asked: Option<&[RowId]>,
) -> Outcome<LetterSelection> {
    let packs = library.read_packs(Some(&project.head));
    let find = |fits: fn(&Pack, &str) -> bool| packs.iter().find(|pack| fits(pack, provider));
    let pack = find(|pack, id| pack.provider == id)
        .or_else(|| find(|pack, name| pack.name == name))
        .or_else(|| find(Pack::is_named))
        .copied();
    let name = pack.map_or(provider, |pack| pack.name.as_str());
    let goes_there = |request: &Request<'_>| {
        request.to == name || pack.is_some_and(|pack| pack.is_named(request.to))
    };
    let all = all_requests(library, project);
    if !all.iter().any(goes_there) {
        let mut to: Vec<&str> = all.iter().map(|request| request.to).collect();
        to.sort_unstable();
        to.dedup();
        return Err(Fault::unknown_name(msg::error_no_request_to(shortened(name), names(to))));
    }
    let mut requests = Vec::new();
    for request in &all {
        let wanted = match asked {
            Some(asked) => asked.contains(&request.row.id),
            None => goes_there(request) && request.state == RequestState::Draft,
        };
        if wanted && !goes_there(request) {
            let message = msg::error_request_to_other(request.row.id.as_str(), shortened(name));
            return Err(Fault::wrong_value(message));
        }
        requests.extend(wanted.then(|| request.row.id.clone()));
    }
    if let Some(missing) = asked.and_then(|asked| asked.iter().find(|id| !requests.contains(id))) {
        return Err(Fault::not_found(msg::error_no_row(missing.as_str())));
    }
    if requests.is_empty() {
        return Err(Fault::wrong_value(msg::error_no_request_chosen()));
    }
    Ok(LetterSelection { provider: name.to_owned(), requests })
}

/// Calls `write` with the letter, in the language of the project if the program has that language.
pub(crate) fn with_letter<T>(
    library: &Library,
    project: &Project,
    chosen: &LetterSelection,
    date: NaiveDate,
    write: impl FnOnce(&Letter<'_>) -> T,
) -> T {
    // Topics and statements are found by the words of the requests, in the program's language. What is printed is
    // translated.
    let language = &project.head.language;
    let spoken = library.translated(language);
    let messages = MessagesOfReport(Messages::for_language(language));
    let registers = spoken.registers_of(&project.head);
    let numbers = Numbers::of(project, registers.all(), None);
    let all = all_requests(library, project);
    let picked = all.iter().filter(|request| chosen.requests.contains(&request.row.id));
    let mut groups: Vec<(usize, LetterGroup)> = Vec::new();
    for request in picked {
        let topic = request.topic(library, project).map(|topic| topic.id.as_str());
        let place = topic.and_then(|id| spoken.topics().iter().position(|topic| topic.id == id));
        let group = place.and_then(|place| spoken.topics().get(place)).map(|t| t.group.clone());
        let number = numbers.row(&request.row.id).map(|row| row.number.clone());
        let told = told(&Source { library, spoken: &spoken, project }, request, topic, number);
        match groups.iter_mut().find(|(_, known)| known.title == group) {
            Some((_, known)) => known.requests.push(told),
            None => {
                let order = place.unwrap_or(usize::MAX);
                groups.push((order, LetterGroup { title: group, requests: vec![told] }));
            }
        }
    }
    groups.sort_by_key(|(order, _)| *order);
    let controllers = spoken.roles().controllers(project);
    // Imported pages of which nobody made a statement count as not read.
    let packs = library.read_packs(Some(&project.head));
    let has_statements = |pack: &&Pack| !pack.statements.is_empty();
    let read = packs.into_iter().any(|p| p.name == chosen.provider && has_statements(&p))
        || groups.iter().flat_map(|(_, g)| &g.requests).any(|one| !one.published.is_empty());
    write(&Letter {
        provider: chosen.provider.clone(),
        project: project.head.title.clone(),
        senders: controllers,
        date,
        language: language.clone(),
        read,
        groups: groups.into_iter().map(|(_, group)| group).collect(),
        messages: &messages,
    })
}

/// What the words about a request are made from.
struct Source<'a> {
    /// The library in which the requests' words are found.
    library: &'a Library,
    /// The library in the language of the letter.
    spoken: &'a Library,
    project: &'a Project,
}

fn told(
    source: &Source<'_>,
    request: &Request<'_>,
    topic: Option<&str>,
    number: Option<String>,
) -> LetterRequest {
    let (published, more) = published(source, request, topic);
    LetterRequest {
        anchor: request.row.id.to_string(),
        number: number.unwrap_or_default(),
        about: request.about.to_owned(),
        question: request.question_in_words(),
        wanted: request.wanted_in_words(source.spoken),
        due: request.due,
        asked_by: request.asked_by.to_owned(),
        nothing_published: published.is_empty() && is_not_stated(source, request, topic),
        published,
        more,
    }
}

/// What the provider publishes on the matter, and how many more statements there are. This is the statement that the
/// request names, or the statements of its action, or those on its topic.
fn published(
    source: &Source<'_>,
    request: &Request<'_>,
    topic: Option<&str>,
) -> (Vec<LetterSource>, usize) {
    let project = source.project;
    let named: Vec<LetterSource> = request
        .published
        .iter()
        .filter_map(|id| project.citation(id))
        .map(|citation| {
            let at = citation.sources.first();
            LetterSource {
                words: citation.words.clone(),
                page: at.map(|at| at.page.clone()).unwrap_or_default(),
                heading: at.map(|at| at.heading.clone()).unwrap_or_default(),
                address: at.map(|at| at.address.clone()).unwrap_or_default(),
                captured: at.and_then(|at| at.captured),
            }
        })
        .collect();
    if !named.is_empty() {
        return (named, 0);
    }
    let Some(known) = request.pack(source.library, project) else { return (Vec::new(), 0) };
    let spoken = source.spoken.pack_at(&known.provider, &known.revision).unwrap_or(known);
    let on_it: Vec<&Statement> = match (request.action(Some(known)), topic) {
        (Some(action), _) => {
            action.statements.iter().filter_map(|id| spoken.statement(id)).collect()
        }
        (None, Some(topic)) if is_about_topic(source, request, topic) => {
            let on_topic = |statement: &&Statement| statement.topics.iter().any(|id| id == topic);
            spoken.statements.iter().filter(on_topic).collect()
        }
        _ => Vec::new(),
    };
    let more = on_it.len().saturating_sub(MOST_STATEMENTS);
    (on_it.into_iter().take(MOST_STATEMENTS).map(of_statement).collect(), more)
}

fn of_statement(statement: &Statement) -> LetterSource {
    let at = statement.sources.first();
    LetterSource {
        words: statement.words.clone(),
        page: at.map(|at| at.page_title.clone()).unwrap_or_default(),
        heading: at.map(|at| at.heading.clone()).unwrap_or_default(),
        address: at.map(|at| at.address.clone()).unwrap_or_default(),
        captured: at.and_then(|at| at.captured),
    }
}

/// Whether the request names the topic itself, and not only a statement or an action on the topic.
fn is_about_topic(source: &Source<'_>, request: &Request<'_>, topic: &str) -> bool {
    let known = source.library.topics().iter().find(|known| known.id == topic);
    known.is_some_and(|topic| request.is_about(topic))
}

/// Whether the request names a topic on which the provider's pages were read and state nothing.
fn is_not_stated(source: &Source<'_>, request: &Request<'_>, topic: Option<&str>) -> bool {
    let pack: Option<&Pack> = request.pack(source.library, source.project);
    let (Some(pack), Some(topic)) = (pack, topic) else { return false };
    if !is_about_topic(source, request, topic) {
        return false;
    }
    let covered = coverage(source.library.topics(), [pack]).topics;
    let of_topic = covered.iter().find(|covered| covered.topic.id == topic);
    let mut providers = of_topic.into_iter().flat_map(|covered| &covered.providers);
    providers.any(|provider| provider.status == CoverageStatus::NotStated)
}
