//! The report that was laid out last for the pages beside the form.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use chrono::NaiveDate;
use vurder_model::id::ProjectId;
use vurder_report::Laid;

use crate::report_pages_answers::PagePlace;

/// The report that was laid out last for the pages beside the form. The thread that lays out and the thread that owns
/// the workspace share it.
#[derive(Default)]
pub(crate) struct PagesBeside {
    /// Grows with every question and every change, so that work for an earlier one is dropped.
    pub(crate) turn: AtomicU64,
    pub(crate) laid: Mutex<Option<LaidReport>>,
}

/// What the pages depend on.
#[derive(PartialEq)]
pub(crate) struct ReportState {
    pub(crate) project: ProjectId,
    pub(crate) revision: u64,
    pub(crate) form: String,
    pub(crate) day: NaiveDate,
}

/// A report that was laid out, with the places and the fingerprint of each page.
pub(crate) struct LaidReport {
    pub(crate) of: ReportState,
    pub(crate) laid: Laid,
    pub(crate) places: Vec<Vec<PagePlace>>,
    pub(crate) fingerprints: Vec<String>,
}

impl PagesBeside {
    /// Stops the layout of pages that a change made out of date.
    pub(crate) fn overtake(&self) {
        self.turn.fetch_add(1, Ordering::SeqCst);
    }

    /// Forgets the pages, since the content of providers may have changed.
    pub(crate) fn forget(&self) {
        self.overtake();
        *self.laid.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
