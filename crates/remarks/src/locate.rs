//! The place of a remark among the answers as they stand now.

use vurder_model::report_address::AnswerAddress;

use crate::remark::ReturnedRemark;

/// Where a remark belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placement {
    /// At the answer that the file names, whose words are still there or were not asked for.
    Exact(AnswerAddress),
    /// Its words stand in one other answer alone.
    Moved(AnswerAddress),
    /// Its words stand in several answers.
    Ambiguous(Vec<AnswerAddress>),
    /// Its words stand nowhere any more, and the file names no answer.
    Nowhere,
}

/// Finds the answer that a remark belongs to, among the answers with their words as the report prints them.
#[must_use]
pub fn locate(remark: &ReturnedRemark, texts: &[(AnswerAddress, String)]) -> Placement {
    let _ = (remark, texts);
    Placement::Nowhere
}
