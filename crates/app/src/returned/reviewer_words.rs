//! Puts into words what a reviewer says without words: a state of a remark, or a change of paragraphs.

use vurder_content::{Message, Messages, msg};
use vurder_remarks::{ParagraphChange, RemarkKind, RemarkState, ReturnedRemark};

/// The words of a remark.
pub(super) fn words_of(remark: &ReturnedRemark, messages: &Messages) -> String {
    let state = remark.state.filter(|_| remark.kind == RemarkKind::State).map(marked);
    let paragraphs = remark.paragraphs.map(changed);
    let told = state.into_iter().chain(paragraphs).map(|message| messages.format(&message));
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

fn changed(paragraphs: ParagraphChange) -> Message {
    match paragraphs {
        ParagraphChange::Split => msg::remarks_paragraph_split(),
        ParagraphChange::Joined => msg::remarks_paragraph_joined(),
    }
}
