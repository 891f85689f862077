//! Marks that the preparation of a page leaves in the text for the walk: comments with a number, which no page has
//! itself.

use crate::page::UNRESOLVED;

/// The meaning of a comment of the preparation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// A box with this title begins. A box without a title is not shown as one.
    OpenBox(String),
    /// The innermost box ends.
    CloseBox,
    /// An HTML tag or a component tag, as it is written.
    Tag(String),
    /// A list that is shown as a table begins. The number of its rows that hold heads.
    OpenListTable(usize),
    /// A list that is shown as a table ends.
    CloseListTable,
    /// The name by which links refer to the next heading.
    Label(String),
    /// Shows nothing, and only separates the text before it from the text after it.
    Part,
}

/// The comment for the mark with this number.
pub(super) fn comment(number: usize) -> String {
    format!("<!--{UNRESOLVED}{number}-->")
}

/// The number in a comment of the preparation.
pub(super) fn number(comment: &str) -> Option<usize> {
    comment.trim().strip_prefix(UNRESOLVED)?.parse().ok()
}
