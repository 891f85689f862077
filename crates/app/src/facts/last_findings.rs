//! The findings that were told last, with their words.

use chrono::NaiveDate;
use vurder_content::Messages;
use vurder_model::check::{Finding, LiveFindings, Place, Severity};

use crate::finding_answers::{FindingCounts, FindingView};
use crate::library::Library;

/// What is needed, besides the project, to find findings and put them into words.
#[derive(Clone, Copy)]
pub(crate) struct FindingContext<'a> {
    /// The content.
    pub(crate) library: &'a Library,
    /// The words.
    pub(crate) messages: &'a Messages,
    /// The day on which the findings are made.
    pub(crate) today: NaiveDate,
}

/// The findings that were told last.
#[derive(Debug)]
pub(super) struct LastFindings {
    /// The findings, kept from one change to the next.
    pub(super) live: LiveFindings,
    /// Each finding with its words.
    pub(super) told: Vec<(Finding, FindingView)>,
    /// The day of the check.
    pub(super) day: NaiveDate,
    /// The form that was not checked, because the screening says that it is not needed.
    pub(super) not_made: Option<String>,
}

impl LastFindings {
    /// Numbers of the findings.
    pub(super) fn counts(&self) -> FindingCounts {
        let mut counts = FindingCounts { law: 0, standard: 0, advice: 0, waived: 0 };
        for (finding, _) in &self.told {
            let of = match (finding.is_open(), finding.severity) {
                (false, _) => &mut counts.waived,
                (true, Severity::Law) => &mut counts.law,
                (true, Severity::Standard) => &mut counts.standard,
                (true, Severity::Advice) => &mut counts.advice,
            };
            *of += 1;
        }
        counts
    }

    /// How many open findings of severity "law" are no gaps, with the place of the first of them. None if there are
    /// none. Gaps are steps of their own.
    pub(super) fn blocking(&self) -> Option<(usize, Place)> {
        let mut blocking = self.told.iter().map(|(finding, _)| finding).filter(|finding| {
            finding.is_open() && finding.severity == Severity::Law && finding.gap.is_none()
        });
        let first = blocking.next()?.place.clone();
        Some((1 + blocking.count(), first))
    }

    /// The finding with this key.
    pub(super) fn finding(&self, key: &str) -> Option<&(Finding, FindingView)> {
        self.told.iter().find(|(finding, _)| finding.key == key)
    }
}
