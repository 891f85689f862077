//! Reads a provider's own pages: from the disk, through the readers of formats, to words for people. Nothing in here
//! writes to the workspace.

mod disk;
pub(crate) mod formats;
pub(crate) mod left_out;
pub(crate) mod problems;
mod proposals;
mod refused;

use std::path::Path;

use chrono::NaiveDate;
use vurder_content::Messages;
use vurder_import::{About, Counts, DeadLink as FoundDeadLink, Imported, read};
use vurder_model::provider::Page;

use crate::error::Outcome;
use crate::import_answers::{DeadLink, ImportCounts};

/// The id of the provider as long as nobody has named it.
pub(crate) const NOBODY: &str = "nobody";

/// The result of reading pages.
pub(crate) struct PagesRead {
    /// The pages, and what could not be read.
    pub(crate) imported: Imported,
    /// Proposed name of the provider.
    pub(crate) name: String,
    /// Proposed address of the site; empty if no settings give one.
    pub(crate) address: String,
    /// Day on which the newest file was changed.
    pub(crate) newest: Option<NaiveDate>,
}

/// Reads the pages at `path`, in the given format or else in the format that is recognised.
///
/// # Errors
/// Nothing can be read, or there is more than the limits allow.
pub(crate) fn read_pages(
    path: &str,
    format: Option<&str>,
    about: &About,
    messages: &Messages,
) -> Outcome<PagesRead> {
    let format = format.map(formats::known).transpose()?;
    let path = Path::new(path);
    let on_disk = disk::files_at(path)?;
    let mut imported = read(&on_disk.files, format, about)
        .map_err(|refused| refused::with_problems(&refused, messages))?;
    imported.problems.extend(on_disk.problems);
    imported.problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    Ok(PagesRead {
        imported,
        name: proposals::name(path),
        address: proposals::address(&on_disk.files),
        newest: on_disk.newest,
    })
}

/// The id of a page below that of its provider.
pub(crate) fn id_below(page: &Page) -> &str {
    page.id.split_once('/').map_or(page.id.as_str(), |(_, below)| below)
}

/// How much was read.
pub(crate) fn counts(counts: Counts, statements: usize) -> ImportCounts {
    ImportCounts {
        pages: counts.pages,
        headings: counts.headings,
        passages: counts.passages,
        statements,
        links: counts.links,
        dead_links: counts.dead_links,
    }
}

/// Links to pages that do not exist.
pub(crate) fn dead_links(links: &[FoundDeadLink]) -> Vec<DeadLink> {
    let link = |link: &FoundDeadLink| DeadLink {
        file: link.file.clone(),
        line: link.line,
        target: link.target.clone(),
    };
    links.iter().map(link).collect()
}
