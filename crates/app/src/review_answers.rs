//! The appendix of a report with the answers to the remarks of the last review round.
//!
//! Remarks are no part of the draft. This appendix is the one exception, and it is made only when a person asks for it.

use std::collections::HashSet;

use vurder_content::{Messages, msg};
use vurder_model::id::RowId;
use vurder_model::project::Project;
use vurder_report::{AnsweredRemark, RemarkOutcome, ReviewAnswers};

use crate::error::{Fault, Outcome};
use crate::library::Library;
use crate::remark_place_words::PlaceWords;
use crate::remark_state::{RemarkKind, RemarkState};
use crate::remarks::{Remark, all_remarks};
use crate::review_rounds::{all_returned, all_rounds};
use crate::shown_places::ShownPlaces;

/// The remarks of the last round that has remarks, with their answers. If no round has any, the remarks on drafts. Only
/// remarks that belong to the report are there; a reply goes with the remark that it answers. None if no remark does.
///
/// # Errors
/// The project has no remark at all.
pub(crate) fn review_answers(
    library: &Library,
    project: &Project,
    messages: &Messages,
    shown: &ShownPlaces<'_>,
) -> Outcome<Option<ReviewAnswers>> {
    let all = all_remarks(library, project);
    if all.is_empty() {
        return Err(Fault::wrong_value(msg::error_no_remarks_to_answer())
            .with_help(msg::error_no_remarks_to_answer_help()));
    }
    let of_report = shown.remarks_of_report(library, project, &all);
    let belongs = |remark: &&Remark<'_>| {
        let first = beginning_of(remark, &all).unwrap_or(remark);
        of_report.contains(&first.row.id)
    };
    let remarks: Vec<&Remark<'_>> = all.iter().filter(belongs).collect();
    let returned = all_returned(library, project);
    let of_round = |round: Option<&RowId>| -> Vec<&Remark<'_>> {
        let files: HashSet<&RowId> =
            returned.iter().filter(|file| file.round == round).map(|file| &file.row.id).collect();
        remarks
            .iter()
            .filter(|one| one.file.is_some_and(|file| files.contains(file)))
            .copied()
            .collect()
    };
    let rounds = all_rounds(library, project);
    let last = rounds.iter().rev().map(|round| (round.version, of_round(Some(&round.row.id))));
    let found = last.chain([(None, of_round(None))]).find(|(_, remarks)| !remarks.is_empty());
    let Some((version, found)) = found else { return Ok(None) };
    let places = PlaceWords::of(library, messages, project);
    let answered = in_threads(&found).into_iter().map(|(remark, is_reply)| AnsweredRemark {
        key: remark.row.id.to_string(),
        place: places.of_remark(remark).unwrap_or_default(),
        by: remark.by.to_owned(),
        on: remark.date,
        quoted: remark.quoted.trim().to_owned(),
        words: told_and_words(remark, messages),
        proposes: proposed(remark),
        is_reply,
        outcome: match remark.state {
            RemarkState::Open => RemarkOutcome::Open,
            RemarkState::Accepted => RemarkOutcome::Accepted,
            RemarkState::Answered => RemarkOutcome::Answered,
            RemarkState::Declined => RemarkOutcome::Declined,
            RemarkState::Done => RemarkOutcome::Done,
        },
        // An answer from before the remark was opened again no longer counts.
        answer: match remark.state {
            RemarkState::Open => String::new(),
            _ => remark.answer_in_plain(),
        },
        decided_by: remark.answered_by.to_owned(),
        decided: remark.answered,
    });
    Ok(Some(ReviewAnswers { version, remarks: answered.collect() }))
}

/// The words of a remark, after what is told of it besides.
fn told_and_words(remark: &Remark<'_>, messages: &Messages) -> String {
    let both = [remark.told_in_words(messages), remark.words_in_plain()];
    both.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The words that a remark proposes; empty if it proposes to delete words.
fn proposed(remark: &Remark<'_>) -> Option<String> {
    let goes = matches!(remark.kind, RemarkKind::Deletion | RemarkKind::StrikeOut);
    let words = if goes { String::new() } else { remark.new_words_in_lines() };
    remark.proposes().then_some(words)
}

/// The remark with which the thread of this one begins; none if its file does not hold it, or if replies answer each
/// other in a circle.
fn beginning_of<'r, 'a>(remark: &'r Remark<'a>, all: &'r [Remark<'a>]) -> Option<&'r Remark<'a>> {
    let mut at = remark;
    for _ in 0..all.len() {
        let Some(to) = at.reply_to else { return Some(at) };
        at = all.iter().find(|other| other.row.id == *to)?;
    }
    None
}

/// Each remark, followed by its replies; the flag tells whether it is a reply. Replies in a circle stand last.
fn in_threads<'r, 'a>(remarks: &[&'r Remark<'a>]) -> Vec<(&'r Remark<'a>, bool)> {
    let known: HashSet<&RowId> = remarks.iter().map(|remark| &remark.row.id).collect();
    let is_reply = |remark: &Remark<'_>| remark.reply_to.is_some_and(|to| known.contains(to));
    let mut placed: HashSet<&RowId> = HashSet::new();
    let mut order = Vec::with_capacity(remarks.len());
    let firsts = remarks.iter().filter(|remark| !is_reply(remark)).chain(remarks.iter());
    for first in firsts {
        let mut open = vec![*first];
        while let Some(remark) = open.pop() {
            if !placed.insert(&remark.row.id) {
                continue;
            }
            order.push((remark, is_reply(remark)));
            let replies = remarks.iter().rev();
            open.extend(replies.filter(|one| one.reply_to == Some(&remark.row.id)).copied());
        }
    }
    order
}
