//! The pages of a report as pictures, one at a time. The report is laid out when the first page is asked for. The other
//! pages are drawn from the same layout as long as the project does not change.

use vurder_content::msg;

use crate::app::App;
use crate::cutting::{CutChoice, chosen_sections};
use crate::error::{Fault, Outcome};
use crate::export::{fonts, missing};
use crate::previewed::{PreviewKey, Previewed};
use crate::report_answers::Preview;
use crate::report_arguments::OfReport;
use crate::report_source::{Draft, with_draft};
use crate::since::Since;

/// A page of a report, and how many there are.
pub(crate) fn preview(app: &mut App, of: OfReport) -> Outcome<Preview> {
    let page = of.page.unwrap_or(1);
    let revision = app.workspace.revision(&of.project)?;
    let since = Since::of(of.since, of.redline)?;
    let OfReport { project, form, date, empty, .. } = of;
    let choice = CutChoice {
        cut: of.cut,
        sections: chosen_sections(of.sections)?,
        without_summary: of.without_summary,
        with_summary: of.with_summary,
        with_answers: of.with_answers,
        provider: of.provider,
    };
    let key = PreviewKey { project, revision, form, date, empty, choice, since };
    // The first page is always laid out anew, since the content of providers may have changed, too.
    let previewed = match app.previewed.take() {
        Some(known) if page > 1 && known.key == key => known,
        _ => {
            let draft = Draft::of(&key.project, &key.form, date, empty, &key.choice).since(since);
            let laid = with_draft(app, &draft, |source| source.lay_out())?;
            Previewed { key, laid }
        }
    };
    let laid = &app.previewed.insert(previewed).laid;
    let found = page.checked_sub(1).and_then(|at| laid.pages.get(at));
    let found = found
        .ok_or_else(|| Fault::not_found(msg::error_no_page_of_report(page, laid.pages.len())))?;
    Ok(Preview {
        svg: vurder_report::page_preview(found, laid),
        pages: laid.pages.len(),
        missing_glyphs: missing(laid),
        fonts: fonts(laid),
    })
}
