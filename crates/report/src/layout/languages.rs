//! The language of each place, where it is another than that around it: the program's own words may be in another
//! language than the answers, and an answer may be in another one than the report (ISO 14289-1, 7.2).

use crate::document::Meta;
use crate::draw::{Page, Role, Shape, Slot, SlotId};
use crate::text::hyphens::tag_of;

/// Writes the languages into the places of the words on the pages.
pub(super) fn mark(slots: &mut [Slot], pages: &[Page], meta: &Meta) {
    let mut texts = vec![String::new(); slots.len()];
    for draw in pages.iter().flat_map(|page| &page.draws) {
        let Shape::Glyphs(run) = &draw.shape else { continue };
        if draw.slot.is_artifact() {
            continue;
        }
        if let Some(text) = texts.get_mut(paragraph_of(slots, draw.slot)) {
            text.push_str(&run.text);
            text.push(' ');
        }
    }
    let document = &meta.language;
    // By place, the language of its words. A place stands behind the one that holds it.
    let mut spoken: Vec<String> = Vec::with_capacity(slots.len());
    for at in 0..slots.len() {
        let slot = &slots[at];
        let around = slot.parent.and_then(|parent| spoken.get(parent.0 as usize));
        let around = around.unwrap_or(document).clone();
        let mut words = texts[at].clone();
        words.extend(slot.alternative.iter().map(String::as_str));
        if !words.chars().any(char::is_alphabetic) {
            spoken.push(around);
            continue;
        }
        let base = if slot.written { document } else { &meta.words_language };
        let language = tag_of(&words, base);
        slots[at].language = (language != around).then(|| language.clone());
        spoken.push(language);
    }
}

/// The place of the paragraph whose words stand at `slot`: links and marked words are spoken as what is around them,
/// unless one is written by a person and the other is not.
fn paragraph_of(slots: &[Slot], slot: SlotId) -> usize {
    let mut at = slot.0 as usize;
    while let Some(place) = slots.get(at) {
        let within = matches!(
            place.role,
            Role::Span | Role::Inserted | Role::Deleted | Role::Link | Role::Reference
        );
        let parent = place.parent.map(|parent| parent.0 as usize);
        let same = |above: &usize| slots.get(*above).is_some_and(|a| a.written == place.written);
        match parent.filter(|above| within && same(above)) {
            Some(above) => at = above,
            None => break,
        }
    }
    at
}
