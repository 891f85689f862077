//! Leaves pages out of an import, together with everything that only these pages bring: statements, problems, links.

use std::collections::HashSet;

use vurder_content::msg;
use vurder_import::{Counts, Imported};
use vurder_model::provider::{Pack, Page, PageBlock};
use vurder_model::richtext::{Inline, Mark};

use super::id_below;
use crate::error::{Fault, Outcome};
use crate::quoting::shortened;

/// Removes the pages with these ids from what was read. An id is the part below the provider's id.
///
/// # Errors
/// No page has one of the ids, or no page remains.
pub(crate) fn leave_out(imported: &mut Imported, left_out: &[String]) -> Outcome<()> {
    if left_out.is_empty() {
        return Ok(());
    }
    let pages = std::mem::take(&mut imported.pack.pages);
    if let Some(unknown) =
        left_out.iter().find(|id| pages.iter().all(|page| id_below(page) != **id))
    {
        return Err(Fault::unknown_name(msg::error_no_page(shortened(unknown))));
    }
    let leaves = |page: &Page| left_out.iter().any(|id| id == id_below(page));
    let sources = std::mem::take(&mut imported.sources);
    let (left_out, remaining): (Vec<_>, Vec<_>) =
        pages.into_iter().zip(sources).partition(|(page, _)| leaves(page));
    if remaining.is_empty() {
        return Err(Fault::wrong_value(msg::error_import_no_page()));
    }
    (imported.pack.pages, imported.sources) = remaining.into_iter().unzip();
    let files: HashSet<&String> = imported.sources.iter().collect();
    let left_out: HashSet<&String> =
        left_out.iter().map(|(_, file)| file).filter(|file| !files.contains(file)).collect();
    imported.problems.retain(|problem| !left_out.contains(&problem.file));
    imported.dead_links.retain(|link| !left_out.contains(&link.file));
    statements_without_page(&mut imported.pack);
    imported.counts = counts(&imported.pack, imported.dead_links.len());
    Ok(())
}

/// Removes statements that stand on no remaining page.
fn statements_without_page(pack: &mut Pack) {
    let pages: HashSet<&String> = pack.pages.iter().map(|page| &page.id).collect();
    for statement in &mut pack.statements {
        statement.sources.retain(|source| pages.contains(&source.page));
    }
    pack.statements.retain(|statement| !statement.sources.is_empty());
}

fn counts(pack: &Pack, dead_links: usize) -> Counts {
    let mut counts = Counts { pages: pack.pages.len(), dead_links, ..Counts::default() };
    let mut links = 0;
    for block in pack.pages.iter().flat_map(|page| &page.body) {
        match block {
            PageBlock::Heading { .. } => counts.headings += 1,
            PageBlock::Passage { passage } => {
                counts.passages += 1;
                links += passage.cells.iter().flatten().filter(|inline| is_link(inline)).count();
            }
            _ => {}
        }
    }
    // Dead links have no mark on the page, so they are added here.
    counts.links = links + dead_links;
    counts
}

fn is_link(inline: &Inline) -> bool {
    matches!(inline, Inline::Text { marks, .. } if marks.iter().any(|mark| matches!(mark, Mark::Link { .. })))
}
