//! Puts what a person should know about a returned file into words.

use vurder_content::{Message, Messages, msg};
use vurder_remarks::{ChangedPart, MarkKind, Problem, RemarkKind, ReturnedFile};

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
    let (gone, untracked): (Vec<_>, Vec<_>) =
        untracked.partition(|one| one.changes == Some(ChangedPart::AnswerGone));
    if !untracked.is_empty() {
        all.push(msg::remarks_warning_untracked(untracked.len()));
    }
    if !gone.is_empty() {
        all.push(msg::remarks_warning_answers_gone(gone.len()));
    }
    for problem in &file.problems {
        match problem {
            Problem::OtherText => all.push(msg::remarks_warning_other_text()),
            Problem::AnswersUnmarked => all.push(msg::remarks_warning_answers_unmarked()),
            _ => {}
        }
    }
    let tells = |problem: &Problem| {
        matches!(
            problem,
            Problem::OtherText
                | Problem::AnswersUnmarked
                | Problem::Marks { .. }
                | Problem::Drawing { .. }
        )
    };
    if file.remarks.is_empty() && !file.problems.iter().any(tells) {
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
            Problem::Drawing { page, kind } => left_out(*page, kind),
            Problem::Marks { kind, count, near } => marks(*kind, *count, near),
            Problem::ReplyToNothing { .. } => msg::remarks_problem_reply(),
            Problem::Part { name, .. } => msg::remarks_problem_part(shortened(name)),
            Problem::Cut { .. } => msg::remarks_problem_cut(),
            // These are listed among the remarks without a place, and among the warnings.
            Problem::WithoutPlace { .. } | Problem::OtherText | Problem::AnswersUnmarked => {
                continue;
            }
        };
        let words = messages.format(&message);
        if !all.contains(&words) {
            all.push(words);
        }
    }
    all
}

/// An annotation that was left out.
fn left_out(page: u32, kind: &str) -> Message {
    let page = page.to_string();
    match kind {
        "Sound" => msg::remarks_problem_sound(page),
        "FileAttachment" => msg::remarks_problem_file(page),
        "Redact" => msg::remarks_problem_redaction(page),
        "Stamp" => msg::remarks_problem_stamp(page),
        _ => msg::remarks_problem_drawing(page),
    }
}

/// Marks of a Word document that are no words.
fn marks(kind: MarkKind, count: usize, near: &str) -> Message {
    match kind {
        MarkKind::Formatting => msg::remarks_problem_formatting(count, near),
        MarkKind::Highlighting => msg::remarks_problem_highlighting(count, near),
        MarkKind::Picture => msg::remarks_problem_picture(count, near),
        MarkKind::Equation => msg::remarks_problem_equation(count, near),
    }
}
