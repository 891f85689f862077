//! Parts of a paragraph that have places of their own: links, words that came or went, labels in another language, and
//! words that the end of a line divides.

use super::set::Setter;
use crate::document::Change;
use crate::draw::{Role, SlotId, Target};
use crate::text::breaks::Line;
use crate::text::emit::{self, PartPlace};
use crate::text::shape::Shaped;
use crate::text::styled_text::RunStyle;

impl Setter<'_> {
    /// The places of a paragraph's links, and of the words in it that came or went, from its first line to its last. A
    /// link that came or went is a link within such a place.
    pub(crate) fn parts(&mut self, shaped: &Shaped, slot: SlotId) -> Vec<PartPlace> {
        let mut found: Vec<PartPlace> = Vec::new();
        // A label is told apart where it is in another language than the answer after it.
        let meta = &self.document.meta;
        let written = self.slots.get(slot.0 as usize).is_some_and(|place| place.written);
        let apart = written && meta.language != meta.words_language;
        let is_label = |style: &RunStyle| apart && style.label;
        let plain =
            |style: &RunStyle| style.target.is_none() && style.change.is_none() && !is_label(style);
        if slot == SlotId::ARTIFACT || shaped.styles.iter().all(plain) {
            return found;
        }
        let mut before = (None, None, false);
        for (index, cluster) in shaped.clusters.iter().enumerate() {
            let style = &shaped.styles[usize::from(cluster.style)];
            let here = (style.target.as_ref(), style.change, is_label(style));
            match found.last_mut().filter(|_| before == here) {
                Some(last) if here != (None, None, false) => last.clusters.end = index + 1,
                _ => {
                    let changed = style.change.map(|change| match change {
                        Change::Inserted => self.slot(Role::Inserted, slot),
                        Change::Deleted => self.slot(Role::Deleted, slot),
                    });
                    let link = |target| self.link_slot(target, changed.unwrap_or(slot));
                    let part = style.target.as_ref().map(link).or(changed);
                    let label = |setter: &mut Self| {
                        let label = setter.slot(Role::Span, slot);
                        if let Some(place) = setter.slots.last_mut() {
                            place.written = false;
                        }
                        label
                    };
                    let slot = part.or_else(|| is_label(style).then(|| label(self)));
                    found.extend(slot.map(|slot| PartPlace { clusters: index..index + 1, slot }));
                }
            }
            before = here;
        }
        self.say_changes(shaped, &found);
        found
    }

    /// Those who hear the report hear that words came or went. Of a link, the link itself says it, so that it stays
    /// one for them.
    fn say_changes(&mut self, shaped: &Shaped, parts: &[PartPlace]) {
        for part in parts {
            let first = shaped.clusters.get(part.clusters.start);
            let style = first.and_then(|cluster| shaped.styles.get(usize::from(cluster.style)));
            let pattern = match style.and_then(|style| style.change) {
                Some(Change::Inserted) => &self.document.words.inserted,
                Some(Change::Deleted) => &self.document.words.deleted,
                None => continue,
            };
            let Some(slot) = self.slots.get_mut(part.slot.0 as usize) else { continue };
            let words = emit::words_of(shaped, &part.clusters);
            let space = if words.starts_with(' ') { " " } else { "" };
            slot.actual = Some(format!("{space}{}", pattern.replace("{x}", words.trim_start())));
        }
    }

    /// The places of words that are broken at the ends of lines.
    pub(super) fn broken_words(
        &mut self,
        shaped: &Shaped,
        lines: &[Line],
        slot: SlotId,
        parts: &[PartPlace],
    ) -> Vec<PartPlace> {
        let mut found: Vec<PartPlace> = Vec::new();
        for line in lines.iter().filter(|line| line.hyphen && slot != SlotId::ARTIFACT) {
            let Some(clusters) = emit::broken_word(shaped, line) else { continue };
            // A word may be broken more than once.
            if found.last().is_some_and(|last| last.clusters == clusters) {
                continue;
            }
            let part = parts.iter().find(|part| part.clusters.contains(&clusters.start));
            let slot = self.slot(Role::Span, part.map_or(slot, |part| part.slot));
            if let Some(place) = self.slots.last_mut() {
                place.actual = Some(emit::words_of(shaped, &clusters));
            }
            found.push(PartPlace { clusters, slot });
        }
        found
    }

    /// The place of a link; one within the document is a reference, too.
    pub(crate) fn link_slot(&mut self, target: &Target, parent: SlotId) -> SlotId {
        let parent = match target {
            Target::Anchor(_) => self.slot(Role::Reference, parent),
            Target::Address(_) => parent,
        };
        self.slot(Role::Link, parent)
    }
}
