//! The letter with requests to a provider, as text.

use crate::app::App;
use crate::error::Outcome;
use crate::letter::{chosen, with_letter};
use crate::report_source::day_of_report;
use crate::request_answers::LetterView;
use crate::request_arguments::OfLetter;

/// The letter as plain text, and the subject for an e-mail.
pub(crate) fn letter(app: &mut App, of: OfLetter) -> Outcome<LetterView> {
    let date = day_of_report(app, of.date)?;
    let project = app.project(&of.project)?;
    let chosen = chosen(&app.library, &project, &of.provider, of.requests.as_deref())?;
    let (subject, text) = with_letter(&app.library, &project, &chosen, date, |letter| {
        (vurder_report::letter_subject(letter), vurder_report::letter_text(letter))
    });
    Ok(LetterView { provider: chosen.provider, subject, text, requests: chosen.requests })
}
