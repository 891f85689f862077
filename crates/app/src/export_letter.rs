//! The letter with requests to a provider, as a file.

use vurder_report::PdfOptions;

use crate::answers::Exported;
use crate::app::App;
use crate::error::Outcome;
use crate::export::{day_of_report, outside, report, write_report};
use crate::letter::{chosen, with_letter};
use crate::request_arguments::{ExportLetter, LetterFormat};

/// Writes the letter, as PDF or as plain text. A text has no pages: their number is 0.
pub(crate) fn export_letter(app: &mut App, of: ExportLetter) -> Outcome<Exported> {
    let date = day_of_report(app, of.date)?;
    let project = app.project(&of.project)?;
    let chosen = chosen(&app.library, &project, &of.provider, of.requests.as_deref())?;
    match of.format {
        LetterFormat::Pdf => {
            let compose = vurder_report::compose_letter;
            let document = with_letter(&app.library, &project, &chosen, date, compose);
            let laid = vurder_report::lay_out(&document).map_err(report)?;
            write_report(app, &laid, &PdfOptions::default(), &of.out)
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
            })
        }
    }
}
