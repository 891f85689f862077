//! What the person says about the pages that are imported.

use chrono::NaiveDate;

/// Whose pages they are, where they come from, and from which day. The files do not contain these facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Id of the provider: `a-z`, `0-9`, `-`.
    pub provider: String,
    /// Country from which the provider works, in English.
    pub name: String,
    /// Country that the provider works from, in English.
    pub country: String,
    /// The provider's web site.
    pub website: String,
    /// Address under which the pages are published: the root of the site. Empty if it is not known; then the address of
    /// a page is its path.
    pub address: String,
    /// The revision of the provider's repository from which the files were taken, if it is known.
    pub revision: Option<String>,
    /// Day on which the files were taken.
    pub date: NaiveDate,
}
