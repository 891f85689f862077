//! Writes a comparison of providers as a file.

use vurder_content::{Messages, spoken_language};
use vurder_report::{ComparisonReport, compose_comparison};

use crate::app::App;
use crate::compare_arguments::ExportComparison;
use crate::comparison;
use crate::error::Outcome;
use crate::export::write_document;
use crate::report_answers::Exported;
use crate::report_messages::MessagesOfReport;
use crate::report_source::day_of_report;

/// Writes a comparison.
pub(crate) fn export_comparison(app: &mut App, of: ExportComparison) -> Outcome<Exported> {
    let project = of.project.map(|id| app.project(&id)).transpose()?;
    let head = project.as_ref().map(|project| &project.head);
    let asked = of.language.as_deref().or(head.map(|head| head.language.as_str()));
    let language = spoken_language(asked.unwrap_or(app.messages.language()));
    let library = app.library.translated(language);
    let left = library.asked_pack(head, &of.left.provider, of.left.revision.as_ref())?;
    let right = library.asked_pack(head, &of.right.provider, of.right.revision.as_ref())?;
    let compared = comparison::compare(&library, project.as_ref(), (left, right))?;
    let document = compose_comparison(&ComparisonReport {
        comparison: &compared,
        project: head.map(|head| head.title.as_str()),
        judgements: library.judgement_labels(),
        date: day_of_report(app, of.date)?,
        language,
        messages: &MessagesOfReport(Messages::for_language(language)),
    });
    write_document(app, &document, of.format, &of.out)
}
