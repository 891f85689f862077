//! Reads named destinations (ISO 32000-1, 12.3.2.3): the places that the export named.

use std::collections::{HashMap, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::objects::{array, dictionary, entries, follow, number};
use super::strings;

/// The greatest number of names, and of nodes of their tree, in one file.
const NAMES: usize = 200_000;

/// The tolerance when a place is compared with a point or with another place, in points (1/72 inch).
const ROOM: f64 = 1.0;

#[derive(Debug, Clone, PartialEq)]
struct Destination {
    name: String,
    left: f64,
    top: f64,
}

/// The destinations of a file, by page number.
#[derive(Debug, Default)]
pub(super) struct Destinations {
    pages: HashMap<u32, Vec<Destination>>,
}

impl Destinations {
    /// Reads the tree of names, and the dictionary of names that older files have.
    pub(super) fn read(
        pdf: &Document,
        catalog: &Dictionary,
        pages: &HashMap<ObjectId, u32>,
    ) -> Self {
        let mut found = Self::default();
        let mut count = 0;
        if let Some(old) = entries(pdf, catalog, "Dests") {
            for (name, target) in old.iter().take(NAMES) {
                found.add(pdf, String::from_utf8_lossy(name).into_owned(), target, pages);
            }
        }
        let root = entries(pdf, catalog, "Names").and_then(|names| names.get(b"Dests").ok());
        let mut open: Vec<&Object> = root.into_iter().collect();
        let mut seen = HashSet::new();
        while let Some(node) = open.pop() {
            if let Object::Reference(id) = node
                && !seen.insert(*id)
            {
                continue;
            }
            count += 1;
            if count > NAMES {
                break;
            }
            let Some(node) = dictionary(pdf, node) else { continue };
            open.extend(array(pdf, node, "Kids"));
            for pair in array(pdf, node, "Names").as_chunks::<2>().0 {
                count += 1;
                if let Some(Object::String(name, _)) = follow(pdf, &pair[0]) {
                    found.add(pdf, strings::text(name), &pair[1], pages);
                }
            }
        }
        for page in found.pages.values_mut() {
            page.sort_by(|one, other| one.name.cmp(&other.name));
        }
        found
    }

    fn add(
        &mut self,
        pdf: &Document,
        name: String,
        target: &Object,
        pages: &HashMap<ObjectId, u32>,
    ) {
        // Names of other programs contain no `/`. The names `heading/…` serve only the table of contents.
        if !name.contains('/') || name.starts_with("heading/") {
            return;
        }
        let target = match follow(pdf, target) {
            Some(Object::Dictionary(entry)) => array(pdf, entry, "D"),
            Some(Object::Array(target)) => target,
            _ => return,
        };
        let [Object::Reference(page), Object::Name(fit), place @ ..] = target else { return };
        let Some(page) = pages.get(page) else { return };
        let figure = |index: usize| place.get(index).and_then(|value| number(pdf, value));
        let (left, top) = match fit.as_slice() {
            b"XYZ" => (figure(0), figure(1)),
            b"FitH" | b"FitBH" => (None, figure(0)),
            b"FitR" => (figure(0), figure(3)),
            _ => (None, None),
        };
        let (left, top) = (left.unwrap_or(0.0), top.unwrap_or(f64::MAX));
        self.pages.entry(*page).or_default().push(Destination { name, left, top });
    }

    /// Returns the place that holds a point. On the page of the point, this is the lowest place that begins above the
    /// point and not to the right of it. If several begin at the same height, it is the one furthest to the right; if
    /// several remain, the narrowest. If the page has no such place, a place of an earlier page continues here.
    pub(super) fn holding(&self, page: u32, (x, y): (f64, f64)) -> Option<&str> {
        let own = self.lowest(page, |place| place.top + ROOM >= y && place.left <= x + ROOM);
        let before = || {
            let earlier = (1..page).rev().take(50);
            let mut found = earlier.filter_map(|page| {
                self.lowest(page, |place| place.left <= x + ROOM)
                    .or_else(|| self.lowest(page, |_| true))
            });
            found.next()
        };
        own.or_else(before).map(|place| place.name.as_str())
    }

    fn lowest(&self, page: u32, holds: impl Fn(&Destination) -> bool) -> Option<&Destination> {
        let places = || self.pages.get(&page).into_iter().flatten().filter(|place| holds(place));
        let low = places().map(|place| place.top).min_by(f64::total_cmp)?;
        let level = |place: &&Destination| place.top <= low + ROOM;
        places().filter(level).max_by(|one, other| {
            let left = |place: &Destination| (place.left / ROOM).round();
            left(one).total_cmp(&left(other)).then_with(|| narrow(one).cmp(&narrow(other)))
        })
    }
}

/// Ranks the kinds of places: a higher number is a narrower place.
fn narrow(place: &Destination) -> u8 {
    match place.name.split('/').next() {
        Some("value") => 3,
        Some("row") => 2,
        Some("part") => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(places: &[(&str, f64, f64)]) -> Destinations {
        let places = places.iter().map(|(name, left, top)| Destination {
            name: (*name).to_owned(),
            left: *left,
            top: *top,
        });
        Destinations { pages: HashMap::from([(2, places.collect())]) }
    }

    #[test]
    fn a_cell_of_a_row_is_told_by_its_column() {
        let places = page(&[
            ("part/2.3", 50.0, 760.0),
            ("row/a", 50.0, 700.0),
            ("value/a/name", 50.0, 700.0),
            ("value/a/why", 200.0, 700.0),
            ("row/b", 50.0, 600.0),
            ("value/b/why", 200.0, 600.0),
        ]);
        assert_eq!(places.holding(2, (60.0, 690.0)), Some("value/a/name"));
        assert_eq!(places.holding(2, (260.0, 610.0)), Some("value/a/why"));
        assert_eq!(places.holding(2, (60.0, 590.0)), Some("row/b"));
        assert_eq!(places.holding(2, (60.0, 740.0)), Some("part/2.3"));
        assert_eq!(places.holding(2, (60.0, 800.0)), None);
    }

    #[test]
    fn a_row_goes_on_on_the_next_page_in_its_columns() {
        let places = page(&[("value/a/name", 50.0, 100.0), ("value/a/why", 200.0, 100.0)]);
        assert_eq!(places.holding(3, (60.0, 790.0)), Some("value/a/name"));
        assert_eq!(places.holding(3, (260.0, 790.0)), Some("value/a/why"));
        assert_eq!(places.holding(1, (60.0, 790.0)), None);
    }
}
