//! The names of the places of a form in a report. By these names, a file that comes back can be compared with the
//! project.
//!
//! An *anchor* is the name of a place within a report (`section/2`, `part/2.3`, `row/m-1`, `value/m-1/description`,
//! `finding/…`). In the PDF it is a named destination. A Word document has two other forms, because its names allow
//! fewer characters: a *bookmark* (40 letters, digits and `_`) for the same places, and a *tag* (64 characters) for the
//! content control that holds an answer.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::id::RowId;

/// The number of bytes of the hash by which a tag shows whether its words changed. It is enough to notice a change by a
/// reviewer, who does not try to hide it.
const HASHED: usize = 4;

/// The greatest number of characters in the name of a bookmark of a Word document.
pub const LONGEST_BOOKMARK: usize = 40;
/// The greatest number of characters in the tag of a content control of a Word document.
pub const LONGEST_TAG: usize = 64;

/// Names of the properties in which a Word document keeps what it was made from.
pub mod property {
    /// The project's id.
    pub const PROJECT: &str = "VurderProject";
    /// The form's id, as templates name it.
    pub const FORM: &str = "VurderForm";
    /// The version of the form.
    pub const FORM_VERSION: &str = "VurderFormVersion";
    /// The report's own version; missing if it has none.
    pub const REPORT_VERSION: &str = "VurderReportVersion";
    /// The number of the frozen version; not there for a draft.
    pub const VERSION: &str = "VurderVersion";
    /// The day on the report, as `YYYY-MM-DD`.
    pub const DATE: &str = "VurderDate";
    /// The author of the tracked changes that mark what changed since an earlier version; missing if nothing is marked.
    pub const MARKED_BY: &str = "VurderMarkedBy";
}

/// The tag with a hash of the words that the export wrote into the control. The hash shows whether somebody changed the
/// words without tracking. A tag that would become too long stays without the hash.
pub fn with_hash(tag: &str, words: &str) -> String {
    let hashed = format!("{tag}#{}", hash_of_words(words));
    if hashed.chars().count() <= LONGEST_TAG { hashed } else { tag.to_owned() }
}

/// A tag without the hash of its words, and the hash. `None` if the characters after `#` are not a hash.
pub fn split_tag(tag: &str) -> Option<(&str, Option<&str>)> {
    let Some((tag, hash)) = tag.split_once('#') else { return Some((tag, None)) };
    let is_hash = hash.len() == 2 * HASHED && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then_some((tag, Some(hash)))
}

/// The hash of words. Spaces, line ends and marks without ink do not count, and hyphens are one, since programs write
/// them in their own ways: what is a non-breaking hyphen comes back from LibreOffice as a plain one.
pub fn hash_of_words(words: &str) -> String {
    let without_ink = |c: &char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')
    };
    let hyphen = |c: char| if matches!(c, '\u{2010}' | '\u{2011}') { '-' } else { c };
    let letters: String = words.chars().filter(|c| !without_ink(c)).map(hyphen).collect();
    let hash = Sha256::digest(letters.as_bytes());
    hash.iter().take(HASHED).map(|byte| format!("{byte:02x}")).collect()
}

/// The answer that a piece of a report shows.
///
/// It is written as `ROW/FIELD`: the id of the row and the id of the field, as the registers name them. For facts of
/// the project as a whole, the row is the only row of their register.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AnswerAddress {
    /// The row.
    pub row: RowId,
    /// The field.
    pub field: String,
}

impl AnswerAddress {
    /// The address of a row's answer.
    pub fn new(row: RowId, field: impl Into<String>) -> Self {
        Self { row, field: field.into() }
    }

    /// The tag of the content control that shows the answer for the `nth` time, counted from 1: `ROW/FIELD`, or
    /// `ROW/FIELD@2` for the second time. `None` if the tag is longer than a Word document allows.
    pub fn tag(&self, nth: usize) -> Option<String> {
        let tag = if nth > 1 { format!("{self}@{nth}") } else { self.to_string() };
        (tag.chars().count() <= LONGEST_TAG).then_some(tag)
    }

    /// The address in a tag, and which occurrence of the answer it is, counted from 1. `None` for tags of other
    /// programs.
    pub fn from_tag(tag: &str) -> Option<(Self, usize)> {
        let (tag, _) = split_tag(tag)?;
        let (address, nth) = match tag.split_once('@') {
            Some((address, nth)) => (address, nth.parse().ok().filter(|nth| *nth > 1)?),
            None => (tag, 1),
        };
        Some((Self::parse(address)?, nth))
    }

    /// The anchor of the first place of the answer in a report: `value/ROW/FIELD`.
    pub fn anchor(&self) -> String {
        format!("value/{self}")
    }

    /// The address in an anchor, also in the anchor of a later place (`value/ROW/FIELD@PLACE`).
    pub fn from_anchor(anchor: &str) -> Option<Self> {
        let rest = anchor.strip_prefix("value/")?;
        Self::parse(rest.split('@').next().unwrap_or(rest))
    }

    fn parse(written: &str) -> Option<Self> {
        let (row, field) = written.split_once('/')?;
        let named = !field.is_empty()
            && field.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
        Some(Self { row: RowId::new(row).ok()?, field: named.then(|| field.to_owned())? })
    }
}

impl fmt::Display for AnswerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.row, self.field)
    }
}

/// The name of the bookmark for an anchor. Each character that a bookmark's name cannot have becomes `_` (`section/2.3`
/// is `section_2_3`, `row/m-1` is `row_m_1`). A name that is too long is cut and ends with the beginning of the
/// anchor's hash; so does the name of an anchor with characters that anchors of forms do not have. The name cannot be
/// converted back: a reader makes the bookmarks of all anchors of the project and compares.
pub fn bookmark(anchor: &str) -> String {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let usual = anchor.chars().all(|c| plain(c) || matches!(c, '/' | '-' | '.' | '_'));
    let name: String =
        anchor.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let name =
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("a{name}") };
    if usual && name.len() <= LONGEST_BOOKMARK {
        return name;
    }
    let hash = Sha256::digest(anchor.as_bytes());
    let hash: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let beginning: String = name.chars().take(LONGEST_BOOKMARK - 1 - hash.len()).collect();
    format!("{beginning}_{hash}")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn address(row: &str, field: &str) -> AnswerAddress {
        AnswerAddress { row: RowId::new(row).unwrap(), field: field.to_owned() }
    }

    #[test]
    fn a_tag_says_row_field_and_which_showing() {
        let of = address("m-1", "description");
        assert_eq!(of.tag(1).as_deref(), Some("m-1/description"));
        assert_eq!(of.tag(3).as_deref(), Some("m-1/description@3"));
        assert_eq!(AnswerAddress::from_tag("m-1/description@3"), Some((of, 3)));
        for strange in [
            "",
            "goog_rdk_1",
            "M/x",
            "m-1/",
            "m-1/a b",
            "m-1/a@",
            "m-1/a@1",
            "m-1/a@x",
            "/a",
            "m/a/b",
            "m-1/a#12",
            "m-1/a#1234567g",
        ] {
            assert_eq!(AnswerAddress::from_tag(strange), None, "{strange}");
        }
    }

    #[test]
    fn a_tag_tells_whether_its_words_changed() {
        let tag = with_hash("m-1/why@2", "Kept for  ten\nyears.");
        assert_eq!(AnswerAddress::from_tag(&tag), Some((address("m-1", "why"), 2)));
        let (bare, hash) = split_tag(&tag).unwrap();
        assert_eq!(bare, "m-1/why@2");
        assert_eq!(hash, Some(hash_of_words("Kept for ten years.").as_str()), "but for spaces");
        assert_ne!(hash, Some(hash_of_words("Kept for two years.").as_str()));
        assert_eq!(split_tag("m-1/why"), Some(("m-1/why", None)));
        let long = format!("m/{}", "a".repeat(60));
        assert_eq!(with_hash(&long, "Words."), long, "where it is too long for Word");
    }

    #[test]
    fn hyphens_and_marks_without_ink_do_not_count_as_changed_words() {
        let wrote = "non\u{2011}profit, e\u{2010}mail, health\u{ad}care\u{200b}, \u{feff}data";
        assert_eq!(hash_of_words(wrote), hash_of_words("non-profit, e-mail, healthcare, data"));
        assert_ne!(hash_of_words(wrote), hash_of_words("nonprofit, email, healthcare, data"));
    }

    #[test]
    fn an_anchor_of_a_later_place_names_the_same_answer() {
        let of = address("m-1", "description");
        assert_eq!(of.anchor(), "value/m-1/description");
        assert_eq!(AnswerAddress::from_anchor("value/m-1/description@measures"), Some(of));
        assert_eq!(AnswerAddress::from_anchor("row/m-1"), None);
    }

    #[test]
    fn bookmarks_keep_what_can_be_read() {
        assert_eq!(bookmark("section/2.3"), "section_2_3");
        assert_eq!(bookmark("row/m-1"), "row_m_1");
        assert_ne!(bookmark("row/m-1@measures"), bookmark("row/m-1"));
        assert_ne!(bookmark("finding/A"), bookmark("finding/a"));
    }

    proptest! {
        #[test]
        fn a_tag_is_read_back(row in "[a-z0-9-]{1,40}", field in "[a-z][a-z0-9_]{0,30}", nth in 1_usize..99) {
            let of = address(&row, &field);
            match of.tag(nth) {
                Some(tag) => {
                    prop_assert!(tag.len() <= LONGEST_TAG);
                    prop_assert_eq!(AnswerAddress::from_tag(&tag), Some((of, nth)));
                }
                None => prop_assert!(row.len() + field.len() > 60),
            }
        }

        #[test]
        fn a_bookmark_is_a_name_that_word_takes(anchor in ".{0,80}") {
            let name = bookmark(&anchor);
            prop_assert!((1..=LONGEST_BOOKMARK).contains(&name.len()));
            prop_assert!(name.starts_with(|c: char| c.is_ascii_alphabetic()));
            prop_assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
        }

        #[test]
        fn rows_have_bookmarks_of_their_own(one in "[a-z0-9-]{1,40}", two in "[a-z0-9-]{1,40}") {
            let of = |row: &str| bookmark(&format!("row/{row}"));
            prop_assert_eq!(one == two, of(&one) == of(&two));
        }
    }
}
