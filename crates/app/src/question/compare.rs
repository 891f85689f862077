//! The questions that compare what providers state.

use vurder_content::msg;
use vurder_model::comparison::Comparison;

use crate::app::App;
use crate::compare_answers::TopicView;
use crate::compare_arguments::{Compare, OfTopic};
use crate::comparison;
use crate::error::{Fault, Outcome};

/// Compares two providers, or two revisions of one provider, by topic.
pub(crate) fn compare(app: &mut App, of: Compare) -> Outcome<Comparison> {
    let project = of.project.map(|id| app.project(&id)).transpose()?;
    let head = project.as_ref().map(|project| &project.head);
    let left = app.library.asked_pack(head, &of.left.provider, of.left.revision.as_ref())?;
    let right = app.library.asked_pack(head, &of.right.provider, of.right.revision.as_ref())?;
    comparison::compare(&app.library, project.as_ref(), (left, right))
}

/// All that the providers state on a topic.
pub(crate) fn topic(app: &mut App, of: OfTopic) -> Outcome<TopicView> {
    let project = of.project.map(|id| app.project(&id)).transpose()?;
    let topic = app.library.topics().iter().find(|topic| topic.id == of.topic);
    let topic = topic.ok_or_else(|| Fault::unknown_name(msg::error_no_topic(&of.topic)))?;
    Ok(TopicView {
        topic: topic.clone(),
        providers: comparison::topic(&app.library, project.as_ref(), topic),
    })
}
