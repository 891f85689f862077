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
use crate::richtext::without_source_numbers;

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
    /// Says whether the report is a draft: `yes`, or `no` for a report that is final without being one of a frozen
    /// version; not there for a frozen version.
    pub const DRAFT: &str = "VurderDraft";
    /// The beginning of the names of properties that list the tags of all answers in a Word document.
    pub const ANSWERS: &str = "VurderAnswers";
    /// The hash of the text of a Word document that belongs to no answer.
    pub const OUTSIDE: &str = "VurderOutside";
    /// The day on the report, as `YYYY-MM-DD`.
    pub const DATE: &str = "VurderDate";
    /// The author of the tracked changes that mark what changed since an earlier version; missing if nothing is marked.
    pub const MARKED_BY: &str = "VurderMarkedBy";
}

/// The tag with two hashes of the words that the export wrote into the control: of the words as they stand there, and
/// of the words without the numbers of sources. The first shows whether somebody changed the words without tracking,
/// the second whether the answer has changed since the export. A tag that would become too long stays without the
/// second hash, or without both.
pub fn with_hash(tag: &str, words: &str) -> String {
    let printed = format!("{tag}#{}", hash_of_words(words));
    let both = format!("{printed}{}", hash_of_words(&without_source_numbers(words)));
    let fits = |tag: &String| tag.chars().count() <= LONGEST_TAG;
    [both, printed].into_iter().find(fits).unwrap_or_else(|| tag.to_owned())
}

/// A tag without the hashes of its words, and the hashes. `None` if the characters after `#` are not hashes.
pub fn split_tag(tag: &str) -> Option<(&str, Option<&str>)> {
    let Some((tag, hashes)) = tag.split_once('#') else { return Some((tag, None)) };
    let length = [2 * HASHED, 4 * HASHED].contains(&hashes.len());
    let are_hashes = length && hashes.bytes().all(|byte| byte.is_ascii_hexdigit());
    are_hashes.then_some((tag, Some(hashes)))
}

/// Whether a control still has the words that the export wrote into it; `hashes` are those of its tag.
pub fn has_exported_words(hashes: &str, words: &str) -> bool {
    let printed = hashes.get(..2 * HASHED).unwrap_or(hashes);
    printed == hash_of_words(words) || printed == earlier_hash_of_words(words)
}

/// Whether an answer still has the words with which it was exported. `words` are its words without citations, and
/// `cites` tells whether it has some. `None` if the hashes of an older file do not tell.
pub fn is_as_exported(hashes: &str, words: &str, cites: bool) -> Option<bool> {
    if let Some(bare) = hashes.get(2 * HASHED..).filter(|bare| !bare.is_empty()) {
        return Some(bare == hash_of_words(&without_source_numbers(words)));
    }
    // The only hash is of the words with the numbers of sources, which the answer does not have.
    let same = has_exported_words(hashes, words);
    (same || !cites).then_some(same)
}

/// The hash of words. Spaces, line ends and marks without ink do not count, and hyphens are one, since programs write
/// them in their own ways: what is a non-breaking hyphen comes back from LibreOffice as a plain one.
pub fn hash_of_words(words: &str) -> String {
    let without_ink = |c: &char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')
    };
    let hyphen = |c: char| if matches!(c, '\u{2010}' | '\u{2011}') { '-' } else { c };
    hash_of_letters(&words.chars().filter(|c| !without_ink(c)).map(hyphen).collect::<String>())
}

/// The hash that earlier versions of the program wrote: hyphens and marks without ink counted.
fn earlier_hash_of_words(words: &str) -> String {
    let letters = words.chars().filter(|c| !c.is_whitespace() && !c.is_control());
    hash_of_letters(&letters.collect::<String>())
}

fn hash_of_letters(letters: &str) -> String {
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
    let kept: String = name.chars().take(LONGEST_BOOKMARK - 1 - hash.len()).collect();
    format!("{kept}_{hash}")
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
        let (bare, hashes) = split_tag(&tag).unwrap();
        assert_eq!(bare, "m-1/why@2");
        let same = |words: &str| has_exported_words(hashes.unwrap(), words);
        assert!(same("Kept for ten years."), "but for spaces");
        assert!(!same("Kept for two years."));
        assert_eq!(split_tag("m-1/why"), Some(("m-1/why", None)));
        let long = format!("m/{}", "a".repeat(60));
        assert_eq!(with_hash(&long, "Words."), long, "where it is too long for Word");
        let one = format!("m/{}", "a".repeat(50));
        assert_eq!(with_hash(&one, "Words.").len(), one.len() + 9, "where there is room for one");
    }

    #[test]
    fn a_tag_tells_whether_the_answer_changed_since() {
        let tag = with_hash("m-1/why", "Kept[] for ten years [12], since [2019].");
        let (_, hashes) = split_tag(&tag).unwrap();
        let as_exported = |words: &str| is_as_exported(hashes.unwrap(), words, true);
        assert_eq!(as_exported("Kept for ten years, since [2019]."), Some(true));
        assert_eq!(as_exported("Kept for two years, since [2019]."), Some(false));
        let older = hash_of_words("Kept for ten years.");
        assert_eq!(is_as_exported(&older, "Kept for ten years.", true), Some(true));
        assert_eq!(is_as_exported(&older, "Kept for two years.", false), Some(false));
        assert_eq!(is_as_exported(&older, "Kept for two years.", true), None);
    }

    #[test]
    fn a_file_of_an_earlier_version_has_the_words_that_it_was_exported_with() {
        let wrote = "non\u{2011}profit, health\u{ad}care";
        assert!(has_exported_words(&earlier_hash_of_words(wrote), wrote));
        assert!(has_exported_words(&hash_of_words(wrote), "non-profit, healthcare"));
        assert!(!has_exported_words(&earlier_hash_of_words(wrote), "non-profit, wealth"));
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
