//! Writes the letter with requests to a provider as a file.

use crate::app::App;
use crate::error::Outcome;
use crate::export::write_document;
use crate::letter::{chosen, with_letter};
use crate::report_answers::Exported;
use crate::report_arguments::ReportFormat;
use crate::report_source::day_of_report;
use crate::request_arguments::{ExportLetter, LetterFormat};
use crate::written_file::outside;

/// Writes the letter as PDF, Word file or plain text. The number of pages is 0 for a Word file and for text.
pub(crate) fn export_letter(app: &mut App, of: ExportLetter) -> Outcome<Exported> {
    let date = day_of_report(app, of.date)?;
    let project = app.project(&of.project)?;
    let chosen = chosen(&app.library, &project, &of.provider, of.requests.as_deref())?;
    match of.format {
        LetterFormat::Pdf | LetterFormat::Docx => {
            let compose = vurder_report::compose_letter;
            let document = with_letter(&app.library, &project, &chosen, date, compose);
            let format = match of.format {
                LetterFormat::Docx => ReportFormat::Docx,
                _ => ReportFormat::Pdf,
            };
            write_document(app, &document, format, &of.out)
        }
        LetterFormat::Text => {
            let write = vurder_report::letter_text;
            let text = with_letter(&app.library, &project, &chosen, date, write);
            app.workspace.write_file(&of.out, text.as_bytes()).map_err(|e| outside(&of.out, e))?;
            Ok(Exported {
                path: of.out.display().to_string(),
                pages: 0,
                bytes: text.len(),
                missing_glyphs: Vec::new(),
                fonts: Vec::new(),
                names: Vec::new(),
            })
        }
    }
}
