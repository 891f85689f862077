//! Facts about the passages of a page: how often they are cited, which statements were made from them, and what is new,
//! changed or gone since the revision before.

use std::collections::{BTreeMap, HashMap};

use vurder_content::drift::PassageChanges;
use vurder_model::drift::PassageChange;
use vurder_model::passage::{passage_name, passage_of};
use vurder_model::provider::{Page, PageBlock};

use crate::import_answers::{GonePassage, PassageFacts};

/// Facts about the passages of a page. `made` has the names of passages, each with the id of a statement that a person
/// made from it.
pub(super) fn facts(
    page: &Page,
    cited: &HashMap<String, usize>,
    made: &[(String, String)],
    followed: Option<&PassageChanges>,
) -> BTreeMap<u32, PassageFacts> {
    let mut facts: BTreeMap<u32, PassageFacts> = BTreeMap::new();
    let nothing = || PassageFacts { cited: 0, statements: Vec::new(), change: None, before: None };
    for block in &page.body {
        let PageBlock::Passage { passage } = block else { continue };
        if let Some(count) = cited.get(&passage_name(&page.id, passage.number)) {
            facts.entry(passage.number).or_insert_with(nothing).cited = *count;
        }
    }
    for (passage, statement) in made {
        if let Some((id, number)) = passage_of(passage)
            && id == page.id
        {
            facts.entry(number).or_insert_with(nothing).statements.push(statement.clone());
        }
    }
    for drift in followed.map(PassageChanges::changes).unwrap_or_default() {
        let before: Vec<&str> = drift.before.iter().map(|place| place.words.as_str()).collect();
        let before = (!before.is_empty()).then(|| before.join("\n"));
        for place in &drift.after {
            if let Some((id, number)) = passage_of(&place.passage)
                && id == page.id
            {
                let entry = facts.entry(number).or_insert_with(nothing);
                entry.change = Some(drift.change);
                entry.before = before.clone().filter(|before| *before != place.words);
            }
        }
    }
    facts
}

/// The passages that the page had in the revision before and that no page has now.
pub(super) fn gone(page: &Page, followed: &PassageChanges) -> Vec<GonePassage> {
    let gone = followed.changes().iter().filter(|drift| drift.change == PassageChange::Gone);
    gone.flat_map(|drift| &drift.before)
        .filter(|place| passage_of(&place.passage).is_some_and(|(id, _)| id == page.id))
        .map(|place| GonePassage { heading: place.heading.clone(), words: place.words.clone() })
        .collect()
}
