//! Puts what a person should know about a returned file into words.

use vurder_content::{Message, Messages, msg};
use vurder_remarks::{Problem, RemarkKind, ReturnedFile};

use crate::quoting::shortened;
use crate::remark_lines::LONGEST_LINE;
use crate::returned::planned::Planned;

/// What a person should know before a file is read.
pub(crate) fn warnings(
    file: &ReturnedFile,
    planned: &Planned<'_>,
    messages: &Messages,
) -> Vec<String> {
    let mut all: Vec<Message> = Vec::new();
    match &file.of {
        None => all.push(msg::remarks_warning_unknown_report()),
        Some(of) if planned.other_project => {
            all.push(msg::remarks_warning_other_project(shortened(&of.project)));
        }
        Some(_) => match (planned.version, planned.last_version) {
            (Some(version), Some(last)) if version < last => {
                let (version, last) = (version.to_string(), last.to_string());
                all.push(msg::remarks_warning_older_version(version, last));
            }
            (None, Some(_)) => all.push(msg::remarks_warning_draft()),
            _ => {}
        },
    }
    let untracked = file.remarks.iter().filter(|remark| remark.kind == RemarkKind::Untracked);
    match untracked.count() {
        0 => {}
        count => all.push(msg::remarks_warning_untracked(count)),
    }
    if file.remarks.is_empty() {
        all.push(msg::remarks_warning_nothing());
    }
    all.iter().map(|message| messages.format(message)).collect()
}

/// What could not be read of a file.
pub(crate) fn problems(file: &ReturnedFile, messages: &Messages) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let is_cut = |words: &str| words.len() > LONGEST_LINE;
    let cut = |remark: &vurder_remarks::ReturnedRemark| {
        is_cut(&remark.quoted) || remark.new_words.as_deref().is_some_and(is_cut)
    };
    if file.remarks.iter().any(cut) {
        all.push(messages.format(&msg::remarks_problem_cut()));
    }
    for problem in &file.problems {
        let message = match problem {
            Problem::Reconstructed => msg::remarks_problem_reconstructed(),
            Problem::PageText { page } => msg::remarks_problem_page_text(page.to_string()),
            Problem::PageAnnotations { page } => {
                msg::remarks_problem_page_annotations(page.to_string())
            }
            Problem::Drawing { page, .. } => msg::remarks_problem_drawing(page.to_string()),
            Problem::ReplyToNothing { .. } => msg::remarks_problem_reply(),
            Problem::Part { name, .. } => msg::remarks_problem_part(shortened(name)),
            Problem::Cut { .. } => msg::remarks_problem_cut(),
            // These are listed among the remarks without a place.
            Problem::WithoutPlace { .. } => continue,
        };
        let words = messages.format(&message);
        if !all.contains(&words) {
            all.push(words);
        }
    }
    all
}
