//! What the preparation of a page leaves in the text for the walk over it: comments that no page has, with a number.

use crate::page::UNRESOLVED;

/// What a comment of the preparation stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// A box with this title begins; without a title it is none to be told.
    OpenBox(String),
    /// The innermost box ends.
    CloseBox,
    /// A tag of HTML or of a component, as it is written.
    Tag(String),
    /// A list that is a table begins; how many rows hold heads.
    OpenListTable(usize),
    /// It ends.
    CloseListTable,
    /// The name that links give the next heading.
    Label(String),
    /// Nothing that is shown; it only parts what is before from what is after.
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
