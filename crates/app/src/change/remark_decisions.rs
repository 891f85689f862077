//! Decisions on a remark: accept its change, answer it, decline it, call it done, open it again, or give it another
//! place.

use std::collections::HashSet;

use vurder_content::{Message, msg};
use vurder_model::id::{ProjectId, RowId};
use vurder_model::richtext::RichText;
use vurder_model::role::FieldRole;
use vurder_model::value::{Chosen, Value};
use vurder_workspace::Op;

use crate::app::App;
use crate::change::answer_check::check_from;
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::facts::Facts;
use crate::library::Library;
use crate::named_place::NamedPlace;
use crate::remark_arguments::{
    AcceptRemark, AnswerRemark, DeclineRemark, PlaceRemark, SettleRemarks,
};
use crate::remark_changes::{NotAccepted, hindrance};
use crate::remark_state::RemarkState;
use crate::remarks::{Remark, all_remarks};
use crate::request_draft::assessor;

/// An answer to write: row, field and value.
type AnswerToWrite = (RowId, String, Option<Value>);

/// Makes the change that a remark proposes in the answer as it stands now.
pub(crate) fn accept_remark(app: &mut App, of: AcceptRemark) -> Outcome<Changed> {
    let decision = Decision::made_by(app, &of.project, of.by.as_deref())?;
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let library = &app.library;
    let remarks = all_remarks(library, &facts.project);
    let remark = known(&remarks, &of.remark)?;
    if remark.state != RemarkState::Open {
        return Err(Fault::wrong_value(msg::error_remark_decided())
            .with_help(msg::error_remark_decided_help()));
    }
    let reworded = remark.reworded(facts).map_err(not_accepted)?;
    let row =
        remark.place(&facts.project).ok_or_else(|| not_accepted(NotAccepted::WithoutPlace))?;
    let field = facts.registers.known_field(&row.register, &reworded.field)?;
    check_from(&reworded.after, field, facts, Some(&reworded.before))?;
    let after = Some(reworded.after).filter(|after| !after.is_empty());
    let mut written = vec![(row.id.clone(), reworded.field, after)];
    written.extend(decision.answers(library, &remarks, remark, RemarkState::Accepted, None));
    write(app, &of.project, Op::AcceptRemark, written)
}

fn not_accepted(why: NotAccepted) -> Fault {
    let help = match why {
        NotAccepted::ProposesNothing => msg::error_remark_proposes_nothing_help(),
        NotAccepted::WithoutPlace => msg::error_remark_without_place_help(),
        NotAccepted::Same => msg::error_remark_same_words_help(),
        NotAccepted::NoText
        | NotAccepted::Lines
        | NotAccepted::ChangedSince
        | NotAccepted::Cut
        | NotAccepted::OwnWords
        | NotAccepted::Words(_) => msg::error_remark_words_help(),
    };
    Fault::wrong_value(hindrance(why)).with_help(help)
}

/// Answers a remark.
pub(crate) fn answer_remark(app: &mut App, of: AnswerRemark) -> Outcome<Changed> {
    let AnswerRemark { project, remark, answer, by } = of;
    let without = msg::error_remark_without_answer();
    with_words(app, &project, &remark, by.as_deref(), (RemarkState::Answered, &answer, without))
}

/// Declines a remark with a reason.
pub(crate) fn decline_remark(app: &mut App, of: DeclineRemark) -> Outcome<Changed> {
    let DeclineRemark { project, remark, reason, by } = of;
    let without = msg::error_remark_without_reason();
    with_words(app, &project, &remark, by.as_deref(), (RemarkState::Declined, &reason, without))
}

fn with_words(
    app: &mut App,
    project: &ProjectId,
    id: &RowId,
    by: Option<&str>,
    (state, words, without): (RemarkState, &str, Message),
) -> Outcome<Changed> {
    let decision = Decision::made_by(app, project, by)?;
    let answer = Value::Text(RichText::from_plain(words).to_markdown());
    if answer.is_empty() {
        return Err(Fault::wrong_value(without).with_help(msg::error_remark_answer_help()));
    }
    let facts = app.open.facts(&app.workspace, &app.library, project)?;
    let (register, field) = app.library.role(FieldRole::RemarkAnswer);
    check_from(&answer, facts.registers.known_field(register, field)?, facts, None)?;
    let remarks = all_remarks(&app.library, &facts.project);
    let remark = known(&remarks, id)?;
    let written = decision.answers(&app.library, &remarks, remark, state, Some(answer));
    write(app, project, Op::AnswerRemark, written)
}

/// Marks remarks as done.
pub(crate) fn done_remark(app: &mut App, of: SettleRemarks) -> Outcome<Changed> {
    settle(app, &of, RemarkState::Done)
}

/// Opens remarks again. Their answers stay.
pub(crate) fn reopen_remark(app: &mut App, of: SettleRemarks) -> Outcome<Changed> {
    settle(app, &of, RemarkState::Open)
}

fn settle(app: &mut App, of: &SettleRemarks, state: RemarkState) -> Outcome<Changed> {
    if of.remarks.is_empty() {
        return Err(Fault::wrong_value(msg::error_no_remark_chosen()));
    }
    let decision = Decision::made_by(app, &of.project, of.by.as_deref())?;
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let remarks = all_remarks(&app.library, &facts.project);
    let mut written = Vec::new();
    for id in &of.remarks {
        let remark = known(&remarks, id)?;
        written.extend(decision.answers(&app.library, &remarks, remark, state, None));
    }
    write(app, &of.project, Op::AnswerRemark, written)
}

/// Puts a remark at an answer, a row or a section.
pub(crate) fn place_remark(app: &mut App, of: PlaceRemark) -> Outcome<Changed> {
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let library = &app.library;
    let remarks = all_remarks(library, &facts.project);
    let remark = known(&remarks, &of.remark)?;
    let named = (of.row.as_ref(), of.field.as_deref(), of.form.as_deref(), of.section.as_deref());
    let place = NamedPlace::of(library, facts, named)?;
    let NamedPlace { row, field, section } =
        place.ok_or_else(|| Fault::bad_arguments(msg::error_remark_place()))?;
    let id = &remark.row.id;
    let line = |role, words: String| -> AnswerToWrite {
        let value = Some(Value::Line(words)).filter(|value| !value.is_empty());
        (id.clone(), library.role(role).1.to_owned(), value)
    };
    let written = vec![
        line(FieldRole::RemarkRow, row),
        line(FieldRole::RemarkField, field),
        line(FieldRole::RemarkSection, section),
    ];
    write(app, &of.project, Op::PlaceRemark, written)
}

/// Who decides, and on which day.
struct Decision {
    by: String,
    on: chrono::NaiveDate,
}

impl Decision {
    fn made_by(app: &mut App, project: &ProjectId, by: Option<&str>) -> Outcome<Self> {
        let on = app.workspace.today();
        let facts: &mut Facts = app.open.facts(&app.workspace, &app.library, project)?;
        let by = match by.map(|by| by.split_whitespace().collect::<Vec<_>>().join(" ")) {
            Some(by) if !by.is_empty() => by,
            _ => assessor(&app.library, &facts.project),
        };
        Ok(Self { by, on })
    }

    /// The answers that set a remark to `state`. Open replies to the remark become done with it, so that a thread that
    /// is over does not count as open. A reply that comes later is open again.
    fn answers(
        &self,
        library: &Library,
        remarks: &[Remark<'_>],
        remark: &Remark<'_>,
        state: RemarkState,
        answer: Option<Value>,
    ) -> Vec<AnswerToWrite> {
        let field = |role| library.role(role).1.to_owned();
        let chosen = |state: RemarkState| {
            Value::Choice(Chosen { option: state.option().to_owned(), note: String::new() })
        };
        let id = &remark.row.id;
        let is_open = state == RemarkState::Open;
        let by = Some(Value::Line(self.by.clone())).filter(|by| !is_open && !by.is_empty());
        let on = (!is_open).then_some(Value::Date(self.on));
        let mut written = vec![
            (id.clone(), field(FieldRole::RemarkState), Some(chosen(state))),
            (id.clone(), field(FieldRole::RemarkAnsweredBy), by),
            (id.clone(), field(FieldRole::RemarkAnswered), on),
        ];
        if let Some(answer) = answer {
            written.push((id.clone(), field(FieldRole::RemarkAnswer), Some(answer)));
        }
        if !is_open {
            let mut thread: HashSet<&RowId> = HashSet::from([id]);
            for reply in remarks {
                let belongs = reply.reply_to.is_some_and(|parent| thread.contains(parent));
                if belongs && thread.insert(&reply.row.id) && reply.state == RemarkState::Open {
                    let done = Some(chosen(RemarkState::Done));
                    written.push((reply.row.id.clone(), field(FieldRole::RemarkState), done));
                }
            }
        }
        written
    }
}

fn known<'r, 'a>(remarks: &'r [Remark<'a>], id: &RowId) -> Outcome<&'r Remark<'a>> {
    let found = remarks.iter().find(|remark| remark.row.id == *id);
    found.ok_or_else(|| Fault::not_found(msg::error_no_remark(id.as_str())))
}

fn write(
    app: &mut App,
    project: &ProjectId,
    op: Op,
    written: Vec<AnswerToWrite>,
) -> Outcome<Changed> {
    let done = app.workspace.transact(Some(project), op, |tx| -> Outcome<()> {
        for (row, field, value) in written {
            tx.set_value(&row, &field, value)?;
        }
        Ok(())
    })?;
    app.changed(project, &done)
}
