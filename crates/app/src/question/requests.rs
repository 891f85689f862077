//! What an offer of a provider, or a topic it does not state, becomes as a request of the project.

use vurder_content::msg;
use vurder_model::richtext::RichText;
use vurder_model::role::FieldRole;
use vurder_model::template::Preset;
use vurder_model::value::Value;

use crate::answers::RequestDraft;
use crate::app::App;
use crate::arguments::RequestFor;
use crate::error::{Fault, Outcome};
use crate::places::place_of;
use crate::requests::open_request;

/// The request that is open on an offer or a topic, with its place; and what a new one begins with.
pub(crate) fn request_for(app: &mut App, of: RequestFor) -> Outcome<RequestDraft> {
    let project = app.project(&of.project)?;
    let pack = app.library.read_pack(Some(&project.head), &of.provider)?;
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
    let preset = |role: FieldRole, value: Value| Preset {
        field: app.library.role(role).1.to_owned(),
        value,
    };
    let open = open_request(&app.library, &project, &pack.name, title);
    let (_, words) = app.library.role(FieldRole::RequestWords);
    let (form, section) =
        open.and_then(|row| place_of(&app.library, &project.head, row, words)).unzip();
    // What the pages leave open on the topic is what there is to ask.
    let open_on_topic =
        pack.not_stated.iter().filter(|open| of.topic.as_ref() == Some(&open.topic));
    let asked: Vec<&str> = std::iter::once(question.as_str())
        .chain(open_on_topic.map(|open| open.what.as_str()))
        .collect();
    let question = RichText::from_plain(&asked.join("\n\n")).to_markdown();
    Ok(RequestDraft {
        row: open.map(|row| row.id.clone()),
        form,
        section,
        values: vec![
            preset(FieldRole::RequestTo, Value::Line(pack.name.clone())),
            preset(FieldRole::RequestAbout, Value::Line(title.clone())),
            preset(FieldRole::RequestWords, Value::Text(question)),
        ],
    })
}
