//! Generated sites: the test made the changes itself, so it knows them.

use std::collections::BTreeMap;

use vurder_content::drift::{drift, follow};
use vurder_model::drift::{Drift, PageChange, PassageChange, PassageDrift, PassagePlace};
use vurder_model::provider::Pack;
use vurder_tests::site::Site;
use vurder_tests::site_edits::{Edit, Way, edited};

use crate::imported;
use crate::judged::{false_alarms, letters};

fn words(places: &[PassagePlace]) -> Vec<String> {
    places.iter().map(|place| letters(&place.words)).collect()
}

fn is_told(edit: &Edit, told: &PassageDrift) -> bool {
    let of = |words: &[String]| -> Vec<String> { words.iter().map(|w| letters(w)).collect() };
    edit.change == told.change
        && of(&edit.before) == words(&told.before)
        && of(&edit.after) == words(&told.after)
}

/// How many edits of one way were made, and how many of them the drift lists as such.
#[derive(Default)]
struct Counted {
    made: usize,
    told: usize,
}

struct Compared {
    by_way: BTreeMap<Way, Counted>,
    told: usize,
    /// Changes that the drift lists and nobody made.
    false_alarms: Vec<String>,
    missed: Vec<String>,
}

fn shown(told: &PassageDrift) -> String {
    let side = |places: &[PassagePlace]| {
        let places: Vec<String> =
            places.iter().map(|p| format!("{} [{}] {}", p.passage, p.heading, p.words)).collect();
        places.join(" & ")
    };
    format!("{:?}: {} -> {}", told.change, side(&told.before), side(&told.after))
}

fn compared(edits: &[Edit], drift: &Drift) -> Compared {
    let mut open: Vec<&PassageDrift> = drift.passages.iter().collect();
    let mut compared = Compared {
        by_way: BTreeMap::new(),
        told: drift.passages.len(),
        false_alarms: Vec::new(),
        missed: Vec::new(),
    };
    for edit in edits {
        let counted = compared.by_way.entry(edit.way).or_default();
        counted.made += 1;
        let mut take = |edit: &Edit| {
            let at = open.iter().position(|told| is_told(edit, told));
            at.map(|at| open.remove(at)).is_some()
        };
        let in_two = edit.way == Way::Replaced;
        let gone = Edit { change: PassageChange::Gone, after: Vec::new(), ..edit.clone() };
        let new = Edit { change: PassageChange::New, before: Vec::new(), ..edit.clone() };
        if take(edit) || (in_two && take(&gone) && take(&new)) {
            counted.told += 1;
        } else {
            compared.missed.push(format!("{edit:?}"));
        }
    }
    compared.false_alarms = open.into_iter().map(shown).collect();
    compared
}

fn states(pages: usize, passages: usize, seed: u64) -> (Pack, Pack, Vec<Edit>) {
    let before = Site::made(pages, passages, seed);
    let (after, edits) = edited(&before, seed + 1000);
    (imported(&before.files()), imported(&after.files()), edits)
}

#[test]
fn the_same_numbers_make_the_same_site() {
    assert_eq!(Site::made(3, 30, 7), Site::made(3, 30, 7));
    assert_ne!(Site::made(3, 30, 7), Site::made(3, 30, 8));
    let site = Site::made(3, 30, 7);
    let pack = imported(&site.files());
    let read: Vec<String> = pack
        .pages
        .iter()
        .flat_map(|page| &page.body)
        .filter_map(|block| match block {
            vurder_model::provider::PageBlock::Passage { passage } => Some(passage.words()),
            _ => None,
        })
        .collect();
    let made = site.pages.iter().flat_map(|p| &p.sections).flat_map(|s| &s.passages);
    assert_eq!(read, made.map(|passage| passage.words()).collect::<Vec<_>>());
    assert_eq!(read.len(), 3 * 30);
}

#[test]
fn every_change_made_is_told_and_next_to_nothing_else() {
    let mut all: BTreeMap<Way, Counted> = BTreeMap::new();
    let (mut told, mut alarms, mut missed) = (0, Vec::new(), Vec::new());
    for seed in 0..5 {
        let (before, after, edits) = states(40, 48, seed);
        let drift = drift(&before, &after, &[]);
        let compared = compared(&edits, &drift);
        for (way, counted) in compared.by_way {
            let sum = all.entry(way).or_default();
            sum.made += counted.made;
            sum.told += counted.told;
        }
        told += compared.told;
        alarms.extend(compared.false_alarms);
        missed.extend(compared.missed);

        let moved = drift.pages.iter().filter(|page| page.change == PageChange::Moved).count();
        assert_eq!((moved, drift.pages.len()), (6, 6), "every seventh page stands elsewhere");
        // `false_alarms` does not know the edits, and finds no more than a tenth either.
        let judged = false_alarms(&before, &after, &drift);
        assert!(judged.len() * 10 <= compared.told, "{judged:#?}");
    }
    println!("{:<20} {:>5} {:>5}", "", "made", "told");
    for (way, counted) in &all {
        println!("{:<20} {:>5} {:>5}", format!("{way:?}"), counted.made, counted.told);
    }
    println!("told in all {told}, of these not made {}", alarms.len());
    for line in missed.iter().chain(&alarms).take(40) {
        println!("{line}");
    }
    let ways: Vec<Way> = all.keys().copied().collect();
    let unchanged = [Way::MarksOnly, Way::Swapped];
    let changed: Vec<Way> = Way::ALL.into_iter().filter(|way| !unchanged.contains(way)).collect();
    assert_eq!(ways, changed, "each way was tried; other marks and another order are no change");
    assert!(all.values().all(|counted| counted.made >= 20), "often enough");
    assert!(missed.is_empty(), "{} missed", missed.len());
    assert!(alarms.len() * 10 <= told, "{} of {told}", alarms.len());
}

#[test]
fn what_did_not_change_is_followed_to_the_same_words() {
    let (before, after, _) = states(20, 40, 11);
    let followed = follow(&before, &after);
    let words = |pack: &Pack, name: &str| {
        vurder_content::drift::passage_place(pack, name).map(|place| letters(&place.words))
    };
    let mut as_they_were = 0;
    for page in &before.pages {
        for block in &page.body {
            let vurder_model::provider::PageBlock::Passage { passage } = block else { continue };
            let name = vurder_model::passage::passage_name(&page.id, passage.number);
            if followed.change(&name).is_none() {
                let [now] = &followed.now(&name)[..] else {
                    panic!("{name} goes on in one passage")
                };
                assert_eq!(words(&before, &name), words(&after, now), "{name}");
                as_they_were += 1;
            }
        }
    }
    assert!(as_they_were > 600, "{as_they_were}");
}
