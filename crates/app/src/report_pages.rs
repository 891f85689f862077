//! The pages of a report beside its form. The document is made on the thread that owns the workspace. Layout and
//! drawing need no workspace, so the thread that asked does them while the next command is answered.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

use vurder_model::report_address::AnswerAddress;
use vurder_report::{
    AnchorArea, Document, Laid, SystemFonts, lay_out_with, page_fingerprint, page_preview,
    page_words,
};

use crate::app::App;
use crate::cutting::CutChoice;
use crate::error::Outcome;
use crate::pages_beside::{LaidReport, PagesBeside, ReportState};
use crate::report_arguments::EmptyParts;
use crate::report_pages_answers::{DrawnPage, PagePlace, PageSpot, ReportPages, ReportPagesAnswer};
use crate::report_pages_arguments::OfReportPages;
use crate::report_source::{Draft, day_of_report, document_of, report};

/// The work that is left and needs no workspace.
pub(crate) struct PagesWork {
    shared: Arc<PagesBeside>,
    turn: u64,
    of: OfReportPages,
    state: ReportState,
    fonts: Arc<SystemFonts>,
    /// The report to lay out; none if its pages were laid out before.
    document: Option<Document>,
}

/// The pages of a report, in one call.
pub(crate) fn report_pages(app: &mut App, of: OfReportPages) -> Outcome<ReportPagesAnswer> {
    begin(app, of)?.finish()
}

/// Does the work that needs the workspace.
pub(crate) fn begin(app: &mut App, of: OfReportPages) -> Outcome<PagesWork> {
    let shared = Arc::clone(&app.pages_beside);
    let turn = shared.turn.fetch_add(1, Ordering::SeqCst) + 1;
    let state = ReportState {
        project: of.project.clone(),
        revision: app.workspace.revision(&of.project)?,
        form: of.form.clone(),
        day: day_of_report(app, None)?,
    };
    let is_there = |laid: &Option<LaidReport>| laid.as_ref().is_some_and(|laid| laid.of == state);
    let document = if shared.laid.try_lock().is_ok_and(|laid| is_there(&laid)) {
        None
    } else {
        let choice = CutChoice::default();
        let day = Some(state.day);
        let draft = Draft::of(&of.project, &of.form, day, EmptyParts::default(), &choice);
        Some(document_of(app, &draft)?.0)
    };
    let fonts = Arc::clone(&app.fonts);
    Ok(PagesWork { shared, turn, of, state, fonts, document })
}

impl PagesWork {
    fn is_overtaken(&self) -> bool {
        self.shared.turn.load(Ordering::SeqCst) != self.turn
    }

    /// Lays the report out, if needed, and draws the pages.
    pub(crate) fn finish(mut self) -> Outcome<ReportPagesAnswer> {
        let shared = Arc::clone(&self.shared);
        let mut cached = shared.laid.lock().unwrap_or_else(PoisonError::into_inner);
        let overtaken = Ok(ReportPagesAnswer { report: None });
        if self.is_overtaken() {
            return overtaken;
        }
        let known = cached.take().filter(|laid| laid.of == self.state);
        let laid = match (known, self.document.take()) {
            (Some(laid), _) => laid,
            (None, Some(document)) => {
                let laid = lay_out_with(&document, &self.fonts).map_err(report)?;
                LaidReport::of(self.state, laid)
            }
            // The pages that were laid out before now belong to a later question.
            (None, None) => return overtaken,
        };
        let laid = cached.insert(laid);
        if shared.turn.load(Ordering::SeqCst) != self.turn {
            return overtaken;
        }
        Ok(ReportPagesAnswer { report: Some(laid.answer(&self.of)) })
    }
}

impl LaidReport {
    fn of(of: ReportState, laid: Laid) -> Self {
        let places = places_on_pages(&laid);
        let fingerprints = laid.pages.iter().zip(&places).map(|(page, places)| {
            let mut hasher = DefaultHasher::new();
            page_fingerprint(page, &laid).hash(&mut hasher);
            for place in places {
                (&place.at, &place.section).hash(&mut hasher);
                let area = [place.x, place.y, place.width, place.height];
                area.map(f32::to_bits).hash(&mut hasher);
            }
            format!("{:016x}", hasher.finish())
        });
        let fingerprints = fingerprints.collect();
        Self { of, laid, places, fingerprints }
    }

    fn answer(&self, of: &OfReportPages) -> ReportPages {
        let at = of.at.iter().find_map(|at| {
            let area = self.laid.anchor_areas.get(&anchor_of(at))?.first()?;
            Some(PageSpot { page: area.page, y: area.rect.y })
        });
        let mut wanted = of.wanted.clone();
        wanted.extend(at.iter().flat_map(|spot| [spot.page, spot.page + 1]));
        wanted.sort_unstable();
        wanted.dedup();
        let drawn = wanted.into_iter().filter_map(|page| self.drawn(page, &of.known));
        ReportPages {
            revision: self.of.revision,
            pages: self.fingerprints.clone(),
            drawn: drawn.collect(),
            at,
        }
    }

    fn drawn(&self, page: usize, known: &[String]) -> Option<DrawnPage> {
        let index = page.checked_sub(1)?;
        let (found, fingerprint) = (self.laid.pages.get(index)?, self.fingerprints.get(index)?);
        if known.contains(fingerprint) {
            return None;
        }
        Some(DrawnPage {
            page,
            fingerprint: fingerprint.clone(),
            svg: page_preview(found, &self.laid),
            words: page_words(found, &self.laid),
            places: self.places.get(index).cloned().unwrap_or_default(),
        })
    }
}

/// The anchor of a place, given by the window's name of the place.
fn anchor_of(at: &str) -> String {
    if at.starts_with("part:") || at.starts_with("section:") {
        at.replacen(':', "/", 1)
    } else if at.contains('/') {
        format!("value/{at}")
    } else {
        format!("row/{at}")
    }
}

/// The window's name of the place of an anchor; none for places that no form shows.
fn place_of(anchor: &str) -> Option<String> {
    if let Some(address) = AnswerAddress::from_anchor(anchor) {
        return Some(address.to_string());
    }
    let first = anchor.split('@').next().unwrap_or(anchor);
    if first.starts_with("part/") || first.starts_with("section/") {
        return Some(first.replacen('/', ":", 1));
    }
    first.strip_prefix("row/").map(str::to_owned)
}

/// The places of the form on each page. Everything before the first section belongs to no form.
fn places_on_pages(laid: &Laid) -> Vec<Vec<PagePlace>> {
    let mut sections: Vec<(&AnchorArea, &str)> = Vec::new();
    for (anchor, areas) in &laid.anchor_areas {
        if let (Some(section), Some(area)) = (anchor.strip_prefix("section/"), areas.first()) {
            sections.push((area, section));
        }
    }
    let order = |area: &AnchorArea| (area.page, area.rect.y);
    sections.sort_by(|(one, _), (other, _)| {
        order(one).partial_cmp(&order(other)).unwrap_or(std::cmp::Ordering::Equal)
    });
    let mut places = vec![Vec::new(); laid.pages.len()];
    for (anchor, areas) in &laid.anchor_areas {
        let Some(at) = place_of(anchor) else { continue };
        for area in areas {
            let begun = sections.iter().take_while(|(section, _)| order(section) <= order(area));
            let Some((_, section)) = begun.last() else { continue };
            let Some(page) = area.page.checked_sub(1).and_then(|at| places.get_mut(at)) else {
                continue;
            };
            page.push(PagePlace {
                at: at.clone(),
                section: (*section).to_owned(),
                x: area.rect.x,
                y: area.rect.y,
                width: area.rect.width,
                height: area.rect.height,
            });
        }
    }
    places
}
