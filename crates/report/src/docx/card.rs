//! Rows as cards: number and name with the levels at the end of the line, short facts, and each answer after its label.

use super::paragraph::Paragraph;
use super::run::Run;
use super::story::{BlockContext, Story};
use super::style_ids::{character, paragraph};
use super::table::ground;
use crate::document::{Card, Inline, Mark};

/// Space between a label and the words after it.
const AFTER_LABEL: &str = "\u{2002}";
/// Space between two facts.
const BETWEEN_FACTS: &str = "\u{2002}\u{2005}";

impl Story<'_> {
    pub(super) fn card(&mut self, anchor: Option<&str>, card: &Card) {
        let titled = !card.title.is_empty();
        let facts = facts(&card.facts);
        // The number of a row without a name stands beside its facts.
        let beside = !titled && !facts.is_empty();
        let of = if titled {
            let outline = Some(self.level_below());
            Paragraph { outline, ..Paragraph::of(paragraph::ROW_TITLE) }
        } else {
            Paragraph::of(paragraph::ROW_START)
        };
        // A row is named by a person.
        let around = self.written;
        self.written |= titled;
        self.open_paragraph(of, if beside { &facts } else { &card.title });
        self.marked(anchor, |story| {
            story.run(&card.number, Run { bold: !titled, ..Run::default() });
            if titled {
                story.tab();
                story.inlines(&card.title);
            }
        });
        if beside {
            self.tab();
            self.inlines(&facts);
        }
        self.language = self.program_speaks();
        self.marks(&card.levels);
        self.xml.close();
        self.written = around;
        if !facts.is_empty() && !beside {
            let of = Paragraph {
                keep_next: !card.pairs.is_empty(),
                ..Paragraph::of(paragraph::ROW_TEXT)
            };
            self.paragraph(of, &facts);
        }
        for pair in &card.pairs {
            let label = [Inline::Label(pair.label.clone()), Inline::plain(AFTER_LABEL)];
            self.labelled(&label, &pair.value, BlockContext::CARD);
        }
    }

    /// The levels at the end of the line, each on its colour.
    fn marks(&mut self, marks: &[Mark]) {
        for (at, mark) in marks.iter().enumerate() {
            if at == 0 {
                self.tab();
            } else {
                self.run(BETWEEN_FACTS, Run::default());
            }
            if !mark.label.is_empty() {
                self.run(&format!("{} ", mark.label), Run::styled(character::REMARK));
            }
            let fill = ground(mark.level);
            let look = Run { ground: Some(&fill), ..Run::styled(character::MARK) };
            self.run(&format!("\u{a0}{}\u{a0}", mark.words), look);
        }
    }
}

/// Facts one after the other: label, value, wide space.
fn facts(facts: &[(String, Vec<Inline>)]) -> Vec<Inline> {
    let mut line = Vec::new();
    for (label, value) in facts {
        if !line.is_empty() {
            line.push(Inline::plain(BETWEEN_FACTS));
        }
        line.push(Inline::Label(label.clone()));
        line.push(Inline::plain("\u{a0}"));
        line.extend(value.iter().cloned());
    }
    line
}
