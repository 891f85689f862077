//! The result of a screening: the outcome, and the rules that hold, with the answers because of which they hold.

use vurder_model::screening::ScreeningOutcome;
use vurder_model::view::{FiredView, ScreeningView};

use super::cells::paragraph;
use super::form::Composer;
use crate::document::{Block, BlockKind, Cell, Column, ColumnKind, Inline, Table, TableRow};
use crate::messages::{Message, msg};

impl Composer<'_> {
    /// The outcome, the exemption, the rules that hold, and what the decision lacks.
    pub(crate) fn screening(&self, screening: &ScreeningView, blocks: &mut Vec<Block>) {
        let Some(outcome) = screening.outcome else {
            blocks.push(Block::new(BlockKind::Prompt(self.say(msg::report_screening_open))));
            blocks.extend(self.fired(screening));
            return;
        };
        let words: Message = match outcome {
            ScreeningOutcome::Required => msg::report_screening_required,
            ScreeningOutcome::RequiredUnlessReason => msg::report_screening_required_unless_reason,
            ScreeningOutcome::Recommended => msg::report_screening_recommended,
            ScreeningOutcome::NotRequired => msg::report_screening_not_required,
        };
        blocks.push(paragraph(vec![Inline::bold(self.say(words))]));
        if let Some(exemption) = &screening.exemption {
            let words = msg::report_screening_exempt(self.messages(), &exemption.label);
            blocks.push(paragraph(vec![Inline::plain(words), remark(&exemption.law.join(" · "))]));
        }
        if screening.fired.is_empty() {
            blocks.push(Block::text(self.say(msg::report_screening_no_rule)));
        }
        blocks.extend(self.fired(screening));
        if screening.unlawful {
            blocks.push(paragraph(vec![Inline::bold(self.say(msg::report_screening_unlawful))]));
        }
    }

    fn fired(&self, screening: &ScreeningView) -> Option<Block> {
        if screening.fired.is_empty() {
            return None;
        }
        let text = |message, weight| Column::new(self.say(message), weight, ColumnKind::Text);
        let columns =
            vec![text(msg::report_screening_rule, 1.3), text(msg::report_screening_answers, 1.0)];
        let rows = screening
            .fired
            .iter()
            .map(|fired| TableRow::Cells { anchor: None, cells: self.fired_cells(fired) })
            .collect();
        let table = Table { caption: None, columns, rows, inset: false };
        Some(Block::new(BlockKind::Table(table)))
    }

    fn fired_cells(&self, fired: &FiredView) -> Vec<Cell> {
        let mut from = fired.law.clone();
        from.extend((!fired.source.is_empty()).then(|| fired.source.clone()));
        let mut blocks =
            vec![paragraph(vec![Inline::plain(&fired.label), remark(&from.join(" · "))])];
        if fired.check {
            blocks.push(Block::text(self.say(msg::report_screening_check)));
        }
        let answers =
            fired.answers.iter().map(|answer| paragraph(vec![Inline::plain(answer)])).collect();
        vec![Cell { blocks, ..Cell::default() }, Cell { blocks: answers, ..Cell::default() }]
    }
}

/// The law or the list from which the words before it come.
fn remark(from: &str) -> Inline {
    Inline::Remark(format!(" {from}"))
}
