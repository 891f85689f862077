//! The runs of words of a text: the inlines of one paragraph, heading or cell. Within a run, words go on from one
//! inline to the next.

use std::ops::Range;

use super::{Block, Inline, RichText, TableCell};

/// Stands in a run for a citation or the end of a line, which are not words.
const NO_WORD: char = '\u{FFFC}';

impl RichText {
    /// Calls `visit` for each run of the text, in reading order.
    pub(crate) fn each_run(&self, visit: &mut dyn FnMut(&[Inline])) {
        self.content.iter().for_each(|block| runs_in(block, visit));
    }

    /// Calls `visit` for each run of the text, in reading order. `visit` may change the runs; then the text may have to
    /// be normalised.
    pub(crate) fn each_run_mut(&mut self, visit: &mut dyn FnMut(&mut Vec<Inline>)) {
        self.content.iter_mut().for_each(|block| runs_of(block, visit));
    }
}

fn runs_in(block: &Block, visit: &mut dyn FnMut(&[Inline])) {
    match block {
        Block::Paragraph { content } | Block::Heading { content, .. } => visit(content),
        Block::BulletList { content } | Block::OrderedList { content, .. } => {
            let blocks = content.iter().flat_map(|item| &item.content);
            blocks.for_each(|block| runs_in(block, visit));
        }
        Block::Table { content } => {
            for cell in content.iter().flat_map(|row| &row.content) {
                cell.content().iter().for_each(|block| runs_in(block, visit));
            }
        }
    }
}

fn runs_of(block: &mut Block, visit: &mut dyn FnMut(&mut Vec<Inline>)) {
    match block {
        Block::Paragraph { content } | Block::Heading { content, .. } => visit(content),
        Block::BulletList { content } | Block::OrderedList { content, .. } => {
            let blocks = content.iter_mut().flat_map(|item| &mut item.content);
            blocks.for_each(|block| runs_of(block, visit));
        }
        Block::Table { content } => {
            for cell in content.iter_mut().flat_map(|row| &mut row.content) {
                let (TableCell::TableHeader { content } | TableCell::TableCell { content }) = cell;
                content.iter_mut().for_each(|block| runs_of(block, visit));
            }
        }
    }
}

/// The words of a run, without their marks.
pub(crate) fn words_of(run: &[Inline]) -> String {
    let mut words = String::new();
    for inline in run {
        match inline {
            Inline::Text { text, .. } => words.push_str(text),
            Inline::HardBreak {} | Inline::Citation { .. } => words.push(NO_WORD),
        }
    }
    words
}

/// Replaces parts of a run by `with`. The parts are byte ranges in [`words_of`] the run, in order, and do not overlap.
/// New words get the marks of the first word that they replace. Citations and ends of lines stay.
pub(crate) fn replace_in(run: &mut Vec<Inline>, parts: &[Range<usize>], with: &str) {
    let mut at = 0;
    for inline in run.iter_mut() {
        let Inline::Text { text, .. } = inline else {
            at += NO_WORD.len_utf8();
            continue;
        };
        let (from, to) = (at, at + text.len());
        at = to;
        let mut new = String::new();
        let mut done = from;
        for part in parts.iter().filter(|part| part.start < to && part.end > from) {
            let (start, end) = (part.start.max(from), part.end.min(to));
            new.push_str(&text[done - from..start - from]);
            if part.start >= from {
                new.push_str(with);
            }
            done = end;
        }
        new.push_str(&text[done - from..]);
        *text = new;
    }
    run.retain(|inline| !matches!(inline, Inline::Text { text, .. } if text.is_empty()));
}
