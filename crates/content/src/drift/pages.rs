//! Finds, for each page of the earlier revision, the same page in the later one.

use std::collections::{BTreeMap, HashMap, HashSet};

use vurder_model::drift::{PageChange, PageDrift};
use vurder_model::provider::Pack;

use super::place::{Placed, page_name};

/// For each page of the earlier revision, the page of the later one; `None` if it is gone.
pub(super) fn matched(
    before: &Pack,
    after: &Pack,
    old: &[Placed<'_>],
    new: &[Placed<'_>],
) -> Vec<Option<usize>> {
    let ids: HashMap<&str, usize> =
        after.pages.iter().enumerate().map(|(at, page)| (page.id.as_str(), at)).collect();
    let mut pages: Vec<Option<usize>> =
        before.pages.iter().map(|page| ids.get(page.id.as_str()).copied()).collect();
    let mut taken: HashSet<usize> = pages.iter().flatten().copied().collect();
    for (from, to) in by_words(old, new, &pages, &taken) {
        if pages[from].is_none() && taken.insert(to) {
            pages[from] = Some(to);
        }
    }
    pages
}

/// Pairs of pages that have no page with the same id. The later page must have at least half of the words of the
/// earlier one. The pair with the largest share is first.
fn by_words(
    old: &[Placed<'_>],
    new: &[Placed<'_>],
    pages: &[Option<usize>],
    taken: &HashSet<usize>,
) -> Vec<(usize, usize)> {
    let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
    for passage in new.iter().filter(|passage| !taken.contains(&passage.page)) {
        places.entry(passage.plain_number).or_default().push(passage.page);
    }
    let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
    let mut common: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for passage in old.iter().filter(|passage| pages[passage.page].is_none()) {
        *lengths.entry(passage.page).or_default() += passage.plain.len();
        let mut found = places.get(&passage.plain_number).cloned().unwrap_or_default();
        found.sort_unstable();
        found.dedup();
        for page in found {
            *common.entry((passage.page, page)).or_default() += passage.plain.len();
        }
    }
    let mut pairs: Vec<(usize, (usize, usize))> = common
        .into_iter()
        .filter_map(|(pair, length)| {
            let whole = lengths.get(&pair.0).copied().unwrap_or(0).max(1);
            (length * 2 >= whole).then_some((length * 1000 / whole, pair))
        })
        .collect();
    pairs.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

/// Pages that are new, gone, moved or have another title. `pages` gives the pairs of pages.
pub(super) fn drift(before: &Pack, after: &Pack, pages: &[Option<usize>]) -> Vec<PageDrift> {
    let mut drifts = Vec::new();
    for (page, to) in before.pages.iter().zip(pages) {
        let Some(to) = to.map(|at| &after.pages[at]) else {
            drifts.push(PageDrift {
                change: PageChange::Gone,
                before: Some(page_name(page)),
                after: None,
            });
            continue;
        };
        let change = if page.id != to.id {
            PageChange::Moved
        } else if page.title != to.title {
            PageChange::Retitled
        } else {
            continue;
        };
        drifts.push(PageDrift {
            change,
            before: Some(page_name(page)),
            after: Some(page_name(to)),
        });
    }
    let known: HashSet<usize> = pages.iter().flatten().copied().collect();
    let fresh = after.pages.iter().enumerate().filter(|(at, _)| !known.contains(at));
    drifts.extend(fresh.map(|(_, page)| PageDrift {
        change: PageChange::New,
        before: None,
        after: Some(page_name(page)),
    }));
    drifts
}
