//! The layout of the report that was shown last.

use chrono::NaiveDate;
use vurder_model::id::ProjectId;
use vurder_report::Laid;

use crate::cutting::CutChoice;
use crate::report_arguments::EmptyParts;
use crate::since::Since;

/// What the layout depends on.
#[derive(PartialEq)]
pub(crate) struct PreviewKey {
    pub(crate) project: ProjectId,
    pub(crate) revision: u64,
    pub(crate) form: String,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) empty: EmptyParts,
    pub(crate) choice: CutChoice,
    pub(crate) since: Option<Since>,
}

/// The layout that was shown last.
pub(crate) struct Previewed {
    pub(crate) key: PreviewKey,
    pub(crate) laid: Laid,
}
