//! Numbering: the bullets and numbers of lists.

use super::paragraph::Paragraph;
use super::story::{BlockContext, Story};
use super::xml::Xml;
use crate::document::{BlockKind, Inline, List};

/// The deepest level of a list, counted from 0.
const DEEPEST: usize = 8;
/// The indent of each level.
const STEP: u32 = 300;
/// The number of the list of bullets. Each numbered list has its own number after it.
const BULLETS: usize = 1;

/// The lists of the document.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The first number of each numbered list, with the level of the list.
    numbered: Vec<(u32, usize)>,
    /// How deep this place is inside lists.
    depth: usize,
}

impl Story<'_> {
    /// A list. Its items may have any blocks.
    pub(super) fn list(&mut self, list: &List, ctx: BlockContext) {
        let depth = self.lists.depth.min(DEEPEST);
        let number = match list.start {
            Some(start) => {
                self.lists.numbered.push((start, depth));
                BULLETS + self.lists.numbered.len()
            }
            None => BULLETS,
        };
        let step = if list.start.is_some() { STEP + 80 } else { STEP };
        let inner = ctx.indented(step);
        let of = Paragraph {
            list: Some((number, depth)),
            indent: Some((inner.left, step)),
            ..Paragraph::of(ctx.style)
        };
        self.lists.depth += 1;
        for (at, item) in list.items.iter().enumerate() {
            let (words, rest): (&[Inline], _) = match item.split_first() {
                Some((first, rest)) if first.address.is_none() => match &first.kind {
                    BlockKind::Paragraph(words) => (words, rest),
                    _ => (&[], item.as_slice()),
                },
                _ => (&[], item.as_slice()),
            };
            self.paragraph(Paragraph { close: at + 1 < list.items.len(), ..of }, words);
            self.blocks(rest, inner);
        }
        self.lists.depth -= 1;
    }
}

/// The part.
pub(super) fn write(lists: &Lists) -> String {
    let mut xml = Xml::part();
    xml.open("w:numbering", &[("xmlns:w", super::MAIN)]);
    let kinds = [("0", "bullet"), ("1", "decimal")];
    for (id, format) in kinds {
        xml.open("w:abstractNum", &[("w:abstractNumId", id)]);
        xml.value("w:multiLevelType", "multilevel");
        for level in 0..=DEEPEST {
            let (at, count) = (level.to_string(), u32::try_from(level + 1).unwrap_or(1));
            xml.open("w:lvl", &[("w:ilvl", &at)]);
            xml.value("w:start", "1");
            xml.value("w:numFmt", format);
            let text = if format == "bullet" { "•".to_owned() } else { format!("%{count}.") };
            xml.value("w:lvlText", &text);
            xml.value("w:lvlJc", "left");
            xml.open("w:pPr", &[]);
            let (left, hanging) = ((STEP * count).to_string(), STEP.to_string());
            xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
            xml.close();
            xml.close();
        }
        xml.close();
    }
    xml.open("w:num", &[("w:numId", &BULLETS.to_string())]);
    xml.value("w:abstractNumId", "0");
    xml.close();
    for (at, (start, depth)) in lists.numbered.iter().enumerate() {
        xml.open("w:num", &[("w:numId", &(BULLETS + 1 + at).to_string())]);
        xml.value("w:abstractNumId", "1");
        xml.open("w:lvlOverride", &[("w:ilvl", &depth.to_string())]);
        // The standard limits numbers to 31 bits.
        xml.value("w:startOverride", &(*start).min(i32::MAX as u32).to_string());
        xml.close();
        xml.close();
    }
    xml.finish()
}
