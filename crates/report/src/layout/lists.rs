//! Lists.

use super::piece::{Body, Piece};
use super::set::{BlockContext, LEAST, Setter};
use crate::document::{Block, BlockKind, Inline, List};
use crate::draw::Role;
use crate::text::{breaks, direction, emit};

/// Whether a block is a paragraph that is written from right to left.
fn runs_left(block: &Block) -> bool {
    let BlockKind::Paragraph(inlines) = &block.kind else { return false };
    direction::runs_left(&words(inlines))
}

/// The words of inlines that decide the direction.
fn words(inlines: &[Inline]) -> String {
    let of = |inline: &Inline| match inline {
        Inline::Text { text, .. } | Inline::Label(text) | Inline::Remark(text) => text.clone(),
        Inline::Link { content, .. } | Inline::Answer { content, .. } | Inline::Lead(content) => {
            words(content)
        }
        _ => String::new(),
    };
    inlines.iter().map(of).collect()
}

impl Setter<'_> {
    pub(crate) fn list(&mut self, list: &List, ctx: BlockContext) -> Vec<Piece> {
        let ty = ctx.text_type();
        let slot = self.slot(Role::List { ordered: list.start.is_some() }, ctx.slot);
        let digits = match list.start {
            Some(start) => (start as usize + list.items.len()).to_string().len().max(1),
            None => 1,
        };
        let indent =
            ty.size * if list.start.is_some() { 0.75 + 0.55 * digits as f32 } else { 1.15 };
        let mut pieces = Vec::new();
        for (index, item) in list.items.iter().enumerate() {
            let label = match list.start {
                Some(start) => format!("{}.", start.saturating_add(index as u32)),
                None => "•".to_owned(),
            };
            let item_slot = self.slot(Role::ListItem, slot);
            let label_slot = self.slot(Role::ListLabel, item_slot);
            let body_slot = self.slot(Role::ListBody, item_slot);
            // In very deep lists there is no space. Then the label stands in a line of its own above the item.
            let deep = ctx.width - indent < LEAST;
            let leftwards = item.first().is_some_and(runs_left);
            let inner = match (deep, leftwards) {
                (true, _) => ctx,
                (_, true) => BlockContext { width: ctx.width - indent, ..ctx },
                _ => ctx.indented(indent),
            };
            let mut set = self.blocks(item, BlockContext { slot: body_slot, ..inner });
            if deep {
                let mut above = Piece::whole(ty.leading, (ctx.x, ctx.width), Vec::new());
                above.keep = true;
                set.insert(0, above);
            }
            if set.is_empty() {
                set.push(Piece::whole(ty.leading, (inner.x, inner.width), Vec::new()));
            }
            let shaped = self.shape(&[Inline::plain(&label)], ty);
            if let Some(line) = breaks::lines(&shaped, f32::MAX).first()
                && let Some(Body::Whole(draws)) = set.first_mut().map(|first| &mut first.body)
            {
                let mut marker = Vec::new();
                // Numbers are aligned to the right before the text, so that 9 and 10 line up.
                let right = inner.x + inner.width;
                let x = match list.start {
                    _ if leftwards && deep => right - line.width,
                    // A text that is read from the right has its label there.
                    Some(_) if leftwards => right + ty.size * 0.45,
                    None if leftwards => right + indent - ty.size * 0.2 - line.width,
                    Some(_) if deep => ctx.x,
                    Some(_) => inner.x - ty.size * 0.45 - line.width,
                    None => ctx.x + ty.size * 0.2,
                };
                emit::line(&shaped, line, x, ty.ascent(), label_slot, &mut marker);
                marker.append(draws);
                *draws = marker;
            }
            // The items of a list stand close. The list as a whole has the space of a paragraph around it.
            let tight = ty.leading * 0.18;
            let count = set.len();
            if let Some(first) = set.first_mut() {
                first.before = if index == 0 { ty.leading * 0.35 } else { tight };
            }
            if let Some(last) = set.get_mut(count - 1) {
                last.after = if index + 1 == list.items.len() { ty.leading * 0.4 } else { tight };
            }
            pieces.append(&mut set);
        }
        pieces
    }
}
