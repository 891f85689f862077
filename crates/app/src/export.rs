//! Writes reports as PDF or Word file.

use std::path::Path;

use vurder_content::msg;
use vurder_report::{Document, Origin, PdfOptions};

use crate::answers::{Exported, MissingCharacter};
use crate::app::App;
use crate::arguments::{Export, ReportFormat};
use crate::cutting::{CutChoice, Cutting};
use crate::error::{Fault, Outcome};
use crate::form_arguments::ExportConsultation;
use crate::report_file;
use crate::report_source::{Draft, document_of, report, with_draft};
use crate::since::Since;
use crate::written_file::outside;

/// Writes a report.
pub(crate) fn export(app: &mut App, of: Export) -> Outcome<Exported> {
    let choice = CutChoice {
        cut: of.cut,
        sections: of.sections,
        without_summary: of.without_summary,
        with_answers: of.with_answers,
        provider: of.provider,
    };
    let since = Since::of(of.since, of.redline)?;
    if since.is_some() && of.archival {
        return Err(Fault::wrong_value(msg::error_changes_in_final()));
    }
    let draft = Draft {
        finished: of.archival,
        ..Draft::of(&of.project, &of.form, of.date, of.empty, &choice).since(since)
    };
    if of.format == ReportFormat::Docx {
        if of.archival || of.with_project {
            return Err(Fault::wrong_value(msg::error_docx_for_pdf()));
        }
        let (document, origin) = document_of(app, &draft)?;
        return write_docx(app, &document, Some(&origin), &of.out);
    }
    let made = with_draft(app, &draft, |source| Ok((source.lay_out()?, source.origin()?)));
    let (laid, origin) = made?;
    let source = if of.with_project {
        let project = app.project(&of.project)?;
        let template = app.library.followed(&project.head, &of.form)?;
        let cutting = Cutting::of(&app.library, &project, template, &choice)?;
        let shown = cutting.as_ref().map(|cutting| &cutting.project);
        let without = app.library.beside_the_draft();
        let dump = app.workspace.project_dump(&of.project, shown, &without)?;
        Some(report_file::project_as_source(&dump, &laid.meta.language)?)
    } else {
        None
    };
    let options = PdfOptions { archival: of.archival, source, origin: Some(origin) };
    write_report(app, &laid, &options, &of.out)
}

/// Writes the pages of a report as PDF.
pub(crate) fn write_report(
    app: &mut App,
    laid: &vurder_report::Laid,
    options: &PdfOptions,
    out: &Path,
) -> Outcome<Exported> {
    let pdf = vurder_report::to_pdf(laid, options).map_err(report)?;
    app.workspace.write_file(out, &pdf).map_err(|e| outside(out, e))?;
    Ok(Exported {
        path: out.display().to_string(),
        pages: laid.pages.len(),
        bytes: pdf.len(),
        missing_glyphs: missing(laid),
        fonts: fonts(laid),
    })
}

/// Writes a document as Word file. The number of pages is 0, since the program that opens the file sets the pages.
pub(crate) fn write_docx(
    app: &mut App,
    document: &Document,
    origin: Option<&Origin>,
    out: &Path,
) -> Outcome<Exported> {
    let docx = vurder_report::to_docx(document, origin).map_err(report)?;
    app.workspace.write_file(out, &docx).map_err(|e| outside(out, e))?;
    Ok(Exported {
        path: out.display().to_string(),
        pages: 0,
        bytes: docx.len(),
        missing_glyphs: Vec::new(),
        fonts: Vec::new(),
    })
}

/// Writes a document without an attached project, in the given format.
pub(crate) fn write_document(
    app: &mut App,
    document: &Document,
    format: ReportFormat,
    out: &Path,
) -> Outcome<Exported> {
    match format {
        ReportFormat::Docx => write_docx(app, document, None, out),
        ReportFormat::Pdf => {
            let laid = vurder_report::lay_out_with(document, &app.fonts).map_err(report)?;
            write_report(app, &laid, &PdfOptions::default(), out)
        }
    }
}

/// Writes the file that the authority gets in a prior consultation. It carries no project: the authority gets what
/// Article 36(3) lists.
pub(crate) fn export_consultation(app: &mut App, of: ExportConsultation) -> Outcome<Exported> {
    let project = app.project(&of.project)?;
    let forms = project.head.forms.iter().filter_map(|choice| app.library.template(choice));
    let assessment = forms.into_iter().find(|form| {
        let mut parts = form.sections.iter().flat_map(|section| &section.parts);
        parts.any(|part| part.consultation.is_some())
    });
    let form =
        assessment.ok_or_else(|| Fault::wrong_value(msg::error_no_consultation()))?.id.clone();
    let draft = Draft {
        project: &of.project,
        form: &form,
        date: of.date,
        empty: of.empty,
        compose: vurder_report::compose_consultation,
        cut: None,
        since: None,
        finished: false,
    };
    let (document, origin) = document_of(app, &draft)?;
    match of.format {
        ReportFormat::Docx => write_docx(app, &document, Some(&origin), &of.out),
        ReportFormat::Pdf => write_document(app, &document, of.format, &of.out),
    }
}

/// The characters that no font has, each with its pages.
pub(crate) fn missing(laid: &vurder_report::Laid) -> Vec<MissingCharacter> {
    let mut found: Vec<MissingCharacter> = Vec::new();
    for missing in &laid.missing {
        let character = missing.character.to_string();
        let at = found.iter().position(|known| known.character == character);
        let at = at.unwrap_or_else(|| {
            let code = format!("U+{:04X}", u32::from(missing.character));
            found.push(MissingCharacter { character, code, pages: Vec::new() });
            found.len() - 1
        });
        if let Some(page) = missing.page
            && let Err(place) = found[at].pages.binary_search(&page)
        {
            found[at].pages.insert(place, page);
        }
    }
    found
}

/// Fonts of this computer that the report uses for characters that the bundled fonts lack.
pub(crate) fn fonts(laid: &vurder_report::Laid) -> Vec<String> {
    laid.faces.system_families().into_iter().map(str::to_owned).collect()
}
