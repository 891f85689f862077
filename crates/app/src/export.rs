//! Writes reports as PDF or Word file.

use std::path::Path;

use vurder_content::msg;
use vurder_model::cut::Cut;
use vurder_model::id::ProjectId;
use vurder_model::role::FieldRole;
use vurder_report::{Document, Origin, PdfOptions, Picture};
use vurder_workspace::{DumpOf, FilesOf};

use crate::app::App;
use crate::cutting::{CutChoice, Cutting, chosen_sections};
use crate::error::{Fault, Outcome};
use crate::form_arguments::ExportConsultation;
use crate::report_answers::{Exported, MissingCharacter};
use crate::report_arguments::{Export, ReportFormat};
use crate::report_file;
use crate::report_source::{Draft, document_of, report, with_draft};
use crate::since::Since;
use crate::written_file::outside;

/// Writes a report.
pub(crate) fn export(app: &mut App, of: Export) -> Outcome<Exported> {
    let choice = CutChoice {
        cut: of.cut,
        sections: chosen_sections(of.sections)?,
        without_summary: of.without_summary,
        with_summary: of.with_summary,
        with_answers: of.with_answers,
        provider: of.provider,
    };
    let since = Since::of(of.since, of.redline)?;
    if since.is_some() && of.archival {
        return Err(Fault::wrong_value(msg::error_changes_in_final()));
    }
    if of.with_project && choice.cut == Cut::Public {
        return Err(Fault::wrong_value(msg::error_public_with_project()));
    }
    let draft = Draft {
        finished: of.archival,
        ..Draft::of(&of.project, &of.form, of.date, of.empty, &choice).since(since)
    };
    let names = names_left(app, &of.project, &of.form, &choice)?;
    if of.format == ReportFormat::Docx {
        if of.archival || of.with_project {
            return Err(Fault::wrong_value(msg::error_docx_for_pdf()));
        }
        let (document, origin) = document_of(app, &draft)?;
        let written = write_docx(app, &document, Some(&origin), &of.out)?;
        return Ok(Exported { names, ..written });
    }
    let made = with_draft(app, &draft, |source| Ok((source.lay_out()?, source.origin()?)));
    let (laid, origin) = made?;
    let source = if of.with_project {
        let project = app.project(&of.project)?;
        let template = app.library.followed(&project.head, &of.form)?;
        let cutting = Cutting::of(&app.library, &project, template, &choice)?;
        // Only whole sections show pictures. What a camera wrote into their files stays here, as it does of the pages.
        let (register, _) = app.library.role(FieldRole::PictureCaption);
        let bytes = &|bytes: Vec<u8>| Picture::bare_file(&bytes).ok();
        let dump = DumpOf {
            shown: cutting.as_ref().map(|cutting| &cutting.project),
            without: &app.library.beside_the_draft(),
            files: (choice.cut == Cut::Full).then_some(FilesOf { register, bytes }),
            pages: cutting.as_ref().is_none_or(Cutting::shows_coverage),
        };
        let dump = app.workspace.project_dump(&of.project, dump)?;
        Some(report_file::project_as_source(&dump, &laid.meta.language)?)
    } else {
        None
    };
    let options = PdfOptions { archival: of.archival, source, origin: Some(origin) };
    let written = write_report(app, &laid, &options, &of.out)?;
    Ok(Exported { names, ..written })
}

/// The names of people that still stand in a report whose cut withholds names.
fn names_left(
    app: &App,
    project: &ProjectId,
    form: &str,
    choice: &CutChoice,
) -> Outcome<Vec<String>> {
    if choice.is_whole() {
        return Ok(Vec::new());
    }
    let project = app.project(project)?;
    let template = app.library.followed(&project.head, form)?;
    let cutting = Cutting::of(&app.library, &project, template, choice)?;
    let registers = app.library.registers_of(&project.head);
    let left = cutting.map(|cutting| cutting.left_out(&project, registers.all(), template));
    Ok(left.map(|left| left.names).unwrap_or_default())
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
        names: Vec::new(),
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
        names: Vec::new(),
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
        finished: of.archival,
    };
    if of.archival && of.format == ReportFormat::Docx {
        return Err(Fault::wrong_value(msg::error_docx_for_pdf()));
    }
    let (document, origin) = document_of(app, &draft)?;
    match of.format {
        ReportFormat::Docx => write_docx(app, &document, Some(&origin), &of.out),
        ReportFormat::Pdf => {
            let laid = vurder_report::lay_out_with(&document, &app.fonts).map_err(report)?;
            let options = PdfOptions { archival: of.archival, source: None, origin: Some(origin) };
            write_report(app, &laid, &options, &of.out)
        }
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
