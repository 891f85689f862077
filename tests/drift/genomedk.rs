//! Real pages: the drift between two states of GenomeDK's site is compared with a list of changes that a person made.
//! The environment variable `VURDER_CORPORA` names the folder with both states; the list is in
//! `reference/genomedk-drift.json` beside it. Where the variable is not set, nothing is tested.

use std::path::PathBuf;

use serde_json::Value as Json;
use vurder_content::drift::drift;
use vurder_model::drift::{Drift, PageChange, PassageChange};
use vurder_tests::page_files::files_below;

use crate::imported;
use crate::judged::false_alarms;

/// The day of the earlier state.
const EARLIER: &str = "2025-01-16";
/// The page of which the list names every change, sentence by sentence.
const FOLLOWED_PAGE: &str = "p/security";

/// The place at which the drift must list a change: a passage of the earlier state that changed, or a passage of the
/// later state that is new.
enum ExpectedChange {
    Was(&'static str),
    Is(&'static str),
    /// The title of the page.
    Title(&'static str),
    /// On a page that neither folder has.
    Nowhere,
}

use ExpectedChange::{Is, Nowhere, Title, Was};

/// The places by the ids of the list. For other pages, the id is made of page and day.
const EXPECTED: &[(&str, &[ExpectedChange])] = &[
    ("G14", &[Was("p/security#13")]),
    ("G18", &[Was("p/security#17")]),
    ("G19", &[Was("p/security#20")]),
    ("G20", &[Was("p/security#20")]),
    ("G21", &[Was("p/security#20")]),
    ("N01", &[Is("p/security#20")]),
    ("N02", &[Is("p/security#21")]),
    ("N03", &[Is("p/security#20"), Is("p/security#21")]),
    ("T01", &[Title(FOLLOWED_PAGE)]),
    ("data 2025-09-01", &[Was("p/docs/working-with-data#24"), Is("p/docs/working-with-data#32")]),
    ("transfers 2025-09-01", &[Is("p/docs/file-transfers-and-mounting#58")]),
    ("data 2026-01-15", &[Was("p/docs/working-with-data#98")]),
    (
        "terms 2026-06-26",
        &[
            Was("p/terms#1"),
            Is("p/terms#2"),
            Was("p/terms#12"),
            Is("p/terms#13"),
            Is("p/terms#15"),
            Is("p/terms#16"),
            Is("p/terms#17"),
            Is("p/terms#19"),
        ],
    ),
    (
        "zones 2026-08-19",
        &[Was("p/zones#6"), Was("p/zones#8"), Was("p/zones#9"), Was("p/zones#10")],
    ),
    ("news-2026-08 2026-08-20", &[Nowhere]),
    ("isae-2025 2025-10-07", &[Nowhere]),
];

/// Whether the drift may list a change of the kind `listed` as `told`.
fn fits(listed: &str, told: PassageChange) -> bool {
    use PassageChange::{Gone, New, Relinked, Reworded, Split};
    match listed {
        "relinked" => told == Relinked,
        "removed" | "narrowed" | "reworded" => matches!(told, Gone | Reworded | Split),
        "added" => matches!(told, New | Reworded | Split),
        // For other pages, the list names no kind.
        _ => matches!(told, Gone | New | Reworded | Split),
    }
}

/// A change of the list between the two states.
struct ListedChange {
    id: String,
    change: String,
}

/// The changes that were published after the earlier state.
fn listed(list: &Json) -> Vec<ListedChange> {
    let text = |json: &Json| json.as_str().unwrap_or_default().to_owned();
    let later = |json: &&Json| text(&json["date"])[..10] > *EARLIER;
    let versions = list["versions"].as_array().unwrap();
    let published = versions.iter().filter(later).filter(|version| version["published"] == true);
    let mut all: Vec<ListedChange> = published
        .flat_map(|version| version["changes"].as_array().unwrap())
        .map(|change| {
            let id = if change["seed"].is_null() { &change["id"] } else { &change["seed"] };
            ListedChange { id: text(id), change: text(&change["change"]) }
        })
        .collect();
    let others = list["other_pages"].as_array().unwrap().iter().filter(later);
    all.extend(others.map(|other| ListedChange {
        id: format!("{} {}", text(&other["page"]), text(&other["date"])),
        change: "other".to_owned(),
    }));
    all
}

/// The change that the drift lists at a place.
fn told(drift: &Drift, expected: &ExpectedChange) -> Option<PassageChange> {
    let passages = drift.passages.iter();
    match expected {
        Was(name) => passages
            .clone()
            .find(|told| told.before.iter().any(|place| place.passage == **name))
            .map(|told| told.change),
        Is(name) => passages
            .clone()
            .find(|told| told.after.iter().any(|place| place.passage == **name))
            .map(|told| told.change),
        Title(page) => drift
            .pages
            .iter()
            .find(|told| told.before.as_ref().is_some_and(|before| before.id == **page))
            .filter(|told| told.change == PageChange::Retitled)
            .map(|_| PassageChange::Reworded),
        Nowhere => None,
    }
}

#[test]
fn every_listed_change_of_genomedk_is_told_and_few_others() {
    let Some(folder) = std::env::var_os("VURDER_CORPORA").map(PathBuf::from) else { return };
    let list = std::fs::read(folder.join("../reference/genomedk-drift.json")).unwrap();
    let list: Json = serde_json::from_slice(&list).unwrap();
    let before = imported(&files_below(&folder.join("genomedk-2025-01-16")).unwrap());
    let after = imported(&files_below(&folder.join("genomedk-2026-08-20")).unwrap());
    let drift = drift(&before, &after, &[]);

    let mut missed = Vec::new();
    for ListedChange { id, change } in listed(&list) {
        let places = EXPECTED.iter().find(|(known, _)| *known == id);
        let (_, places) = places.unwrap_or_else(|| panic!("{id} has no place in this test"));
        for expected in *places {
            let told = told(&drift, expected);
            let name = match expected {
                Was(name) | Is(name) | Title(name) => *name,
                Nowhere => {
                    println!("{id:<24} {change:<9} in neither folder");
                    continue;
                }
            };
            println!("{id:<24} {change:<9} {name:<38} {told:?}");
            if !told.is_some_and(|told| fits(&change, told)) {
                missed.push(format!("{id} at {name}: {told:?}"));
            }
        }
    }
    // Passages that the list calls unchanged, on the page that it follows sentence by sentence.
    let changed = ["p/security#13", "p/security#17", "p/security#20"];
    let page = before.page(FOLLOWED_PAGE).unwrap();
    let wrong: Vec<&str> = drift
        .passages
        .iter()
        .flat_map(|told| &told.before)
        .map(|place| place.passage.as_str())
        .filter(|name| name.starts_with("p/security#") && !changed.contains(name))
        .collect();

    let alarms = false_alarms(&before, &after, &drift);
    println!("{} changes told, of these false {}", drift.passages.len(), alarms.len());
    for (told, reason) in &alarms {
        let words = told.before.iter().chain(&told.after).map(|place| place.words.as_str());
        println!("  {:?}, {reason}: {}", told.change, words.collect::<Vec<_>>().join(" -> "));
    }
    assert!(missed.is_empty(), "{missed:#?}");
    assert!(page.body.len() > 20 && wrong.is_empty(), "{wrong:?}");
    assert!(alarms.len() * 10 <= drift.passages.len());
}
