//! What an offer of a provider, or a topic it does not state, becomes as a request of the project.

use vurder_content::msg;
use vurder_model::project::{Project, Row};
use vurder_model::richtext::RichText;
use vurder_model::template::Preset;
use vurder_model::value::Value;

use crate::answers::RequestDraft;
use crate::app::App;
use crate::arguments::RequestFor;
use crate::error::{Fault, Outcome};
use crate::question::search::place_of;

/// The register of questions and requests to providers.
const REQUEST: &str = "request";
/// The states in which a request is over, so that a new one may follow it.
const OVER: [&str; 2] = ["answered", "declined"];

/// The request that is open on an offer or a topic, with its place; and what a new one begins with.
pub(crate) fn request_for(app: &mut App, of: RequestFor) -> Outcome<RequestDraft> {
    let project = app.project(&of.project)?;
    let pack = app.library.known_pack(&of.provider)?;
    let (title, question) = match (&of.action, &of.topic) {
        (Some(id), None) => {
            let action = pack.actions.iter().find(|action| action.id == *id);
            let action = action.ok_or_else(|| Fault::unknown_name(msg::error_no_action(id)))?;
            (&action.title, &action.words)
        }
        (None, Some(id)) => {
            let topic = app.library.topics().iter().find(|topic| topic.id == *id);
            let topic = topic.ok_or_else(|| Fault::unknown_name(msg::error_no_topic(id)))?;
            (&topic.title, &topic.question)
        }
        _ => {
            return Err(Fault::bad_arguments(msg::error_action_or_topic()));
        }
    };
    let line = |field: &str, words: &str| Preset {
        field: field.to_owned(),
        value: Value::Line(words.to_owned()),
    };
    let open = open_request(&project, &pack.name, title);
    let (form, section) =
        open.and_then(|row| place_of(app, &project.head, row, "question")).unzip();
    let question = RichText::from_plain(question).to_markdown();
    Ok(RequestDraft {
        row: open.map(|row| row.id.clone()),
        form,
        section,
        values: vec![
            line("provider", &pack.name),
            line("action", title),
            Preset { field: "question".to_owned(), value: Value::Text(question) },
        ],
    })
}

/// The request to this provider on this matter that is neither answered nor declined.
fn open_request<'a>(project: &'a Project, provider: &str, matter: &str) -> Option<&'a Row> {
    let says = |row: &Row, field: &str, words: &str| {
        let value = row.values.get(field);
        matches!(value, Some(Value::Line(line)) if line == words)
    };
    let over = |row: &Row| {
        let status = row.values.get("status");
        matches!(status, Some(Value::Choice(c)) if OVER.contains(&c.option.as_str()))
    };
    project
        .rows_of(REQUEST)
        .find(|row| says(row, "provider", provider) && says(row, "action", matter) && !over(row))
}
