//! Puts into words the state of a remark that a reviewer sets without words.

use vurder_content::{Message, Messages, msg};
use vurder_remarks::{RemarkKind, RemarkState, ReturnedRemark};

/// The words of a remark.
pub(super) fn words_of(remark: &ReturnedRemark, messages: &Messages) -> String {
    let state = remark.state.filter(|_| remark.kind == RemarkKind::State).map(marked);
    let told = state.into_iter().map(|message| messages.format(&message));
    let words = Some(remark.words.clone()).filter(|words| !words.trim().is_empty());
    told.chain(words).collect::<Vec<_>>().join("\n")
}

fn marked(state: RemarkState) -> Message {
    match state {
        RemarkState::Accepted => msg::remarks_marked_accepted(),
        RemarkState::Rejected => msg::remarks_marked_rejected(),
        RemarkState::Completed => msg::remarks_marked_completed(),
        RemarkState::Cancelled => msg::remarks_marked_cancelled(),
        RemarkState::Marked => msg::remarks_marked_ticked(),
        RemarkState::TakenBack => msg::remarks_marked_taken_back(),
    }
}
