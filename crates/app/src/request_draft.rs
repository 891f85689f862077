//! The first values of a request to a provider: on an action, on a topic, on a statement, on words that were
//! looked for in vain, or on anything else.

use vurder_content::{Messages, msg};
use vurder_model::project::Project;
use vurder_model::richtext::RichText;
use vurder_model::role::FieldRole;
use vurder_model::template::Preset;
use vurder_model::value::{Chosen, Value};

use crate::error::{Fault, Outcome};
use crate::library::Library;
use crate::places::place_of;
use crate::quoting::shortened;
use crate::request_answers::RequestDraft;
use crate::request_arguments::RequestFor;
use crate::requests::{open_request, open_request_on_statement, open_request_on_topic};

/// What a request begins with.
struct Beginning {
    /// The title of the action or topic, or the place of the statement.
    about: String,
    /// The paragraphs of the question.
    asked: Vec<String>,
    /// Id of the option for what the request wants.
    wanted: &'static str,
}

/// The open request on an action, a topic or a statement, with its place; and the first values of a new request. The
/// pages of the statement must have been read.
pub(crate) fn request_draft(
    library: &Library,
    project: &Project,
    of: &RequestFor,
) -> Outcome<RequestDraft> {
    let pack = library.read_pack(Some(&project.head), &of.provider)?;
    let mut open = None;
    let known = |id: &String| library.topics().iter().any(|topic| topic.id == *id);
    if let Some(unknown) = of.topics.iter().find(|id| !known(id)) {
        return Err(Fault::unknown_name(msg::error_no_topic(unknown)));
    }
    let mut topics = of.topics.clone();
    let begins = match (&of.action, &of.topic, &of.statement, &of.about, &of.sought) {
        (Some(id), None, None, None, None) => {
            let action = pack.actions.iter().find(|action| action.id == *id);
            let action = action.ok_or_else(|| Fault::unknown_name(msg::error_no_action(id)))?;
            open = open_request(library, project, pack, &action.title);
            let mut asked = vec![action.words.clone()];
            if let Some(condition) = &action.condition {
                let messages = Messages::for_language(&project.head.language);
                asked.push(messages.format(&msg::request_condition(condition)));
            }
            Beginning { about: action.title.clone(), asked, wanted: "" }
        }
        (None, Some(id), None, None, None) => {
            let topic = library.topics().iter().find(|topic| topic.id == *id);
            let topic = topic.ok_or_else(|| Fault::unknown_name(msg::error_no_topic(id)))?;
            open = open_request_on_topic(library, project, pack, topic);
            topics.push(topic.id.clone());
            // The question asks for what the pages leave open on the topic.
            let left = pack.not_stated.iter().filter(|left| left.topic == topic.id);
            let mut asked = vec![topic.question.clone()];
            asked.extend(left.map(|left| left.what.clone()));
            Beginning { about: topic.title.clone(), asked, wanted: "answer" }
        }
        (None, None, Some(name), None, None) => {
            let (of_statement, published) = library.published(Some(&project.head), name)?;
            if of_statement.provider != pack.provider {
                return Err(Fault::unknown_name(msg::error_no_statement(shortened(name))));
            }
            open = open_request_on_statement(library, project, pack, name);
            let statement = of_statement.statement(name);
            topics.extend(
                statement.into_iter().flat_map(|statement| statement.topics.iter().cloned()),
            );
            let place = published.sources.first().map(|source| match source.heading.as_str() {
                "" => source.page.clone(),
                heading => format!("{}: {heading}", source.page),
            });
            // The provider reads the question, so it is in the language of the project.
            let messages = Messages::for_language(&project.head.language);
            let asked = vec![messages.format(&msg::request_confirm(published.words.trim()))];
            Beginning { about: place.unwrap_or_default(), asked, wanted: "confirmation" }
        }
        (None, None, None, None, Some(sought)) => {
            let about = sought.split_whitespace().collect::<Vec<_>>().join(" ");
            if about.is_empty() {
                return Err(Fault::bad_arguments(msg::error_action_or_topic()));
            }
            open = open_request(library, project, pack, &about);
            let messages = Messages::for_language(&project.head.language);
            let asked = vec![messages.format(&msg::request_sought(about.as_str()))];
            Beginning { about, asked, wanted: "answer" }
        }
        (None, None, None, Some(about), None) => {
            let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
            // Every free question without words counts as a new one.
            if !about.is_empty() {
                open = open_request(library, project, pack, &about);
            }
            Beginning { about, asked: Vec::new(), wanted: "answer" }
        }
        _ => return Err(Fault::bad_arguments(msg::error_action_or_topic())),
    };
    let (_, words) = library.role(FieldRole::RequestWords);
    let (form, section) = open.and_then(|row| place_of(library, &project.head, row, words)).unzip();
    let question = RichText::from_plain(&begins.asked.join("\n\n")).to_markdown();
    let wanted = Chosen { option: begins.wanted.to_owned(), note: String::new() };
    let option = |id: String| Chosen { option: id, note: String::new() };
    let values = [
        (FieldRole::RequestTo, Value::Line(pack.name.clone())),
        (FieldRole::RequestAbout, Value::Line(begins.about)),
        (FieldRole::RequestTopics, Value::Choices(topics.into_iter().map(option).collect())),
        (FieldRole::RequestWords, Value::Text(question)),
        (FieldRole::RequestWanted, Value::Choice(wanted)),
        (FieldRole::RequestAskedBy, Value::Line(assessor(library, project))),
    ];
    let values = values.into_iter().filter(|(_, value)| !value.is_empty());
    Ok(RequestDraft {
        row: open.map(|row| row.id.clone()),
        form,
        section,
        values: values
            .map(|(role, value)| Preset { field: library.role(role).1.to_owned(), value })
            .collect(),
    })
}

/// Name of the person who leads the assessment, by the roles of people; the provider answers to this person. Empty if
/// nobody is named.
pub(crate) fn assessor(library: &Library, project: &Project) -> String {
    let (people, role) = library.role(FieldRole::PersonRole);
    let (_, name) = library.role(FieldRole::PersonName);
    let mut people = project.rows_of(people);
    let assessor = people.find(|row| row.chosen(role).contains(&"assessor"));
    let name = assessor.and_then(|row| row.values.get(name));
    name.map(Value::plain_text).unwrap_or_default()
}
