//! What the person says about the pages that come in.

use chrono::NaiveDate;

/// Whose pages they are and from where and when: what the files do not say themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Id of the provider: `a-z`, `0-9`, `-`.
    pub provider: String,
    /// Name of the provider.
    pub name: String,
    /// Country that the provider works from, in English.
    pub country: String,
    /// The provider's site.
    pub website: String,
    /// Address under which the pages are published: that of the root of the site. Empty, if it is not known; then pages
    /// have their path as address.
    pub address: String,
    /// The revision of the provider's repository that the files were taken from, where it is known.
    pub revision: Option<String>,
    /// Day the files were taken.
    pub date: NaiveDate,
}
