//! Begins review rounds when a version is sent, changes and ends them.

use vurder_content::msg;
use vurder_model::id::RowId;
use vurder_model::project::Row;
use vurder_model::role::FieldRole;
use vurder_model::value::Value;
use vurder_workspace::{Op, RowPosition};

use crate::app::App;
use crate::change::rows::put_row;
use crate::changed::{Changed, Touched};
use crate::error::{Fault, Outcome};
use crate::remark_arguments::SetRound;
use crate::review_rounds::recipients_line;

/// Begins a round with the version that was just frozen, if the version has recipients. The answer tells both changes
/// as one.
pub(super) fn begin_round(
    app: &mut App,
    frozen: Changed,
    version: u32,
    recipients: &[String],
) -> Outcome<Changed> {
    let line = recipients_line(recipients);
    let Some(project) = frozen.project.clone().filter(|_| !line.is_empty()) else {
        return Ok(frozen);
    };
    let row = round_row(app, version, line)?;
    let id = row.id.clone();
    let done = app
        .workspace
        .transact(Some(&project), Op::ChangeRound, |tx| put_row(tx, row, &RowPosition::Last))?;
    let begun = app.changed(&project, &done)?;
    let touched = Touched { versions: frozen.touched.versions, ..begun.touched };
    // What the first change derived is of a state between the two changes, which no window showed.
    Ok(Changed { row: Some(id), touched, derived: None, ..begun })
}

/// Makes a row for a round that begins today.
pub(super) fn round_row(app: &mut App, version: u32, recipients: String) -> Outcome<Row> {
    let today = app.workspace.today();
    let register = app.library.role(FieldRole::RoundRecipients).0.to_owned();
    let mut row = app.row(&register, None)?;
    let values = [
        (FieldRole::RoundRecipients, Value::Line(recipients)),
        (FieldRole::RoundDate, Value::Date(today)),
        (FieldRole::RoundVersion, Value::Line(version.to_string())),
    ];
    let values = values.into_iter().filter(|(_, value)| !value.is_empty());
    row.values = values.map(|(role, value)| (app.library.role(role).1.to_owned(), value)).collect();
    Ok(row)
}

/// Gives a round other recipients, ends it, or opens it again.
pub(crate) fn set_round(app: &mut App, of: SetRound) -> Outcome<Changed> {
    let today = app.workspace.today();
    let (register, recipients) = app.library.role(FieldRole::RoundRecipients);
    let (register, recipients) = (register.to_owned(), recipients.to_owned());
    let closed = app.library.role(FieldRole::RoundClosed).1.to_owned();
    require(app, &of, &register)?;
    let mut written: Vec<(String, Option<Value>)> = Vec::new();
    if let Some(names) = &of.recipients {
        let line = Some(Value::Line(recipients_line(names)));
        written.push((recipients, line.filter(|line| !line.is_empty())));
    }
    if let Some(is_closed) = of.closed {
        let day = is_closed.then(|| Value::Date(of.on.unwrap_or(today)));
        written.push((closed, day));
    }
    let round: &RowId = &of.round;
    let done = app.workspace.transact(Some(&of.project), Op::ChangeRound, |tx| -> Outcome<()> {
        for (field, value) in written {
            tx.set_value(round, &field, value)?;
        }
        Ok(())
    })?;
    app.changed(&of.project, &done)
}

fn require(app: &mut App, of: &SetRound, register: &str) -> Outcome<()> {
    let row = app.facts(&of.project)?.row_in_use(&of.round)?;
    if row.register == register {
        return Ok(());
    }
    Err(Fault::not_found(msg::error_no_round(of.round.as_str())))
}
