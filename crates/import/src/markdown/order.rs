//! Sorts the pages: by the navigation, otherwise by weights and paths.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::front_matter::FrontMatter;
use super::site::Site;
use crate::paths::folder;

/// Sorts pages. `stem` gives the path of a page below the root.
pub(super) fn sort<T>(
    pages: &mut Vec<T>,
    site: &Site,
    fronts: &HashMap<String, FrontMatter>,
    stem: impl Fn(&T) -> &str,
) {
    let mut places = HashMap::new();
    for (place, path) in site.navigation.iter().enumerate() {
        places.entry(path.as_str()).or_insert(place);
    }
    let mut keyed: Vec<(Option<usize>, Vec<Step>, T)> = pages
        .drain(..)
        .map(|page| {
            let path = stem(&page).to_owned();
            (places.get(path.as_str()).copied(), steps(&path, site, fronts), page)
        })
        .collect();
    keyed.sort_by(|(place, steps, _), (other_place, other_steps, _)| {
        // Pages that the navigation does not name come after the others.
        let place = place.unwrap_or(usize::MAX).cmp(&other_place.unwrap_or(usize::MAX));
        place.then_with(|| steps.cmp(other_steps))
    });
    pages.extend(keyed.into_iter().map(|(.., page)| page));
}

/// One part of a path, with its weight among its neighbours.
#[derive(Debug, PartialEq)]
struct Step {
    is_index: bool,
    weight: f64,
    name: String,
}

impl Eq for Step {}

impl PartialOrd for Step {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Step {
    fn cmp(&self, other: &Self) -> Ordering {
        other
            .is_index
            .cmp(&self.is_index)
            .then_with(|| self.weight.total_cmp(&other.weight))
            .then_with(|| self.name.cmp(&other.name))
    }
}

fn steps(path: &str, site: &Site, fronts: &HashMap<String, FrontMatter>) -> Vec<Step> {
    let mut steps = Vec::new();
    let weight = |stem: &str| fronts.get(stem).and_then(|front| site.weight(front));
    let mut end = 0;
    for part in path.split('/') {
        end += part.len() + usize::from(end > 0);
        let here = &path[..end];
        let last = end == path.len();
        let index =
            |part: &str| ["index", "readme", "_index"].contains(&part.to_lowercase().as_str());
        let is_index = last && index(part);
        let own = if last {
            weight(here)
        } else {
            let indexes = ["_index", "index", "README"];
            indexes.iter().find_map(|index| weight(&format!("{here}/{index}")))
        };
        steps.push(Step {
            is_index,
            weight: own.unwrap_or(f64::INFINITY),
            name: part.to_lowercase(),
        });
    }
    debug_assert!(path.starts_with(folder(path)));
    steps
}
