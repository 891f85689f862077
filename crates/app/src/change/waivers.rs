//! Waives findings for a reason, and takes waivers back.

use vurder_content::msg;
use vurder_model::bounds::Origin;
use vurder_model::project::Row;
use vurder_model::role::FieldRole;
use vurder_model::value::Value;
use vurder_workspace::{Op, Tx};

use crate::app::App;
use crate::change::answer_check::check;
use crate::change::rows::put_keyed;
use crate::changed::Changed;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::finding_arguments::{Unwaive, Waive};
use crate::quoting::shortened;

/// The most characters of a reason.
const LONGEST_REASON: usize = 2000;

/// Waives a finding for a reason. If the finding is waived already, the waiver gets the new reason and holds for the
/// finding as it is now.
pub(crate) fn waive(app: &mut App, of: Waive) -> Outcome<Changed> {
    let reason = reason(&of.reason)?;
    let (facts, context) = app.facts_to_tell(&of.project)?;
    let (library, today) = (context.library, context.today);
    let (fingerprint, words) = facts.finding_to_waive(context, &of.finding).ok_or_else(|| {
        Fault::not_found(msg::error_no_finding(shortened(&of.finding)))
            .with_help(msg::error_no_finding_help())
    })?;
    let register = library.role(FieldRole::WaiverReason).0.to_owned();
    let words: String = words.chars().take(LONGEST_REASON).collect();
    let values = [
        (FieldRole::WaiverReason, Value::Line(reason)),
        (FieldRole::WaiverWords, Value::Line(words)),
        (FieldRole::WaiverFingerprint, Value::Line(fingerprint)),
        (FieldRole::WaiverDate, Value::Date(today)),
    ];
    let values = values.map(|(role, value)| (library.role(role).1.to_owned(), value));
    for (field, value) in &values {
        let field = facts.registers.known_field(&register, field)?;
        check(value, field, facts)?;
    }
    let known = facts.row_with_key(&register, &of.finding).map(|row| row.id.clone());
    let fresh = app.row(&register, None)?;
    let row = Row { key: Some(of.finding.clone()), values: values.into_iter().collect(), ..fresh };
    let id = known.clone().unwrap_or_else(|| row.id.clone());
    let write = |tx: &mut Tx<'_, '_>| put_keyed(tx, known.as_ref(), row);
    let done = app.workspace.transact(Some(&of.project), Op::Waive, write)?;
    let mut changed = app.changed(&of.project, &done)?;
    changed.row = Some(id);
    Ok(changed)
}

/// Takes a waiver back: moves it to the trash. This works also if there is no such finding any more.
pub(crate) fn unwaive(app: &mut App, of: Unwaive) -> Outcome<Changed> {
    let register = app.library.role(FieldRole::WaiverReason).0.to_owned();
    let facts = app.facts(&of.project)?;
    let row = facts.row_with_key(&register, &of.finding).map(|row| row.id.clone());
    let row = row.ok_or_else(|| Fault::not_found(msg::error_not_waived(shortened(&of.finding))))?;
    let done = app.workspace.transact(Some(&of.project), Op::Unwaive, |tx| tx.trash_row(&row))?;
    app.changed(&of.project, &done)
}

fn reason(given: &str) -> Outcome<String> {
    let reason = given.split_whitespace().collect::<Vec<_>>().join(" ");
    let value = Value::Line(reason.clone());
    if value.is_empty() || value.violation_in_any_field(Origin::Entered).is_some() {
        return Err(Fault::wrong_value(msg::error_waiver_without_reason()));
    }
    if reason.chars().count() > LONGEST_REASON {
        let message = msg::error_waiver_reason_too_long(LONGEST_REASON);
        return Err(Fault::new(ErrorCode::TooLarge, message));
    }
    Ok(reason)
}
