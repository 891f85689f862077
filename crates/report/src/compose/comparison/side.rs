//! The cell of what one side states on a topic: each statement with its page and day.

use vurder_model::comparison::{ComparedChange, ComparedCoverage, ComparedStatement};
use vurder_model::drift::StatementChange;
use vurder_model::provider::{CoverageStatus, Side, Source};

use super::Composer;
use crate::compose::cells::paragraph;
use crate::compose::date;
use crate::document::{Block, Cell, Inline};
use crate::messages::{Message, msg};

impl Composer<'_> {
    /// The cell of one side: what is provided, what is limited, what is left to the controller, and what is left open.
    pub(super) fn side(&self, covered: &ComparedCoverage) -> Cell {
        let mut blocks = Vec::new();
        match covered.status {
            CoverageStatus::NotStated => {
                blocks.push(paragraph(vec![Inline::bold(self.say(msg::report_not_stated))]));
            }
            CoverageStatus::NotLookedAt => {
                blocks.push(paragraph(vec![Inline::italic(self.say(msg::report_not_looked_at))]));
            }
            CoverageStatus::Stated
            | CoverageStatus::Limitation
            | CoverageStatus::ControllersDuty => {}
        }
        let kinds: [(Side, Message); 3] = [
            (Side::Provided, msg::report_compare_provided),
            (Side::Limitation, msg::report_compare_limits),
            (Side::ControllersDuty, msg::report_duty),
        ];
        for (side, label) in kinds {
            let on_side = covered.statements.iter().filter(|statement| statement.side == side);
            for (at, statement) in on_side.enumerate() {
                // The kind of statements stands in the first of them, so that it is not left behind at the end of a
                // page.
                let label = (at == 0).then(|| self.say(label));
                blocks.push(self.statement(statement, label));
            }
        }
        for missing in &covered.missing {
            blocks.push(paragraph(vec![
                Inline::bold(format!("{}: ", self.say(msg::report_left_open))),
                Inline::plain(missing),
            ]));
        }
        Cell { blocks, ..Cell::default() }
    }

    fn statement(&self, statement: &ComparedStatement, label: Option<String>) -> Block {
        let mut inlines = Vec::new();
        if let Some(label) = label {
            inlines.extend([Inline::bold(label), Inline::Break]);
        }
        let became = statement.became.as_ref();
        if let Some(became) = became.filter(|_| statement.is_changed()) {
            inlines.push(Inline::italic(format!("{} ", self.change(became))));
        }
        inlines.push(Inline::plain(&statement.words));
        if let Some(note) = became.map(|became| &became.note).filter(|note| !note.is_empty()) {
            inlines.extend([Inline::Break, Inline::italic(note)]);
        }
        if let Some(reason) = &statement.uncertain {
            let uncertain = msg::report_compare_uncertain(self.messages(), reason);
            inlines.extend([Inline::Break, Inline::italic(uncertain)]);
        }
        let mut below = self.sources(&statement.sources);
        if let Some(judgement) = &statement.judgement {
            let named = self.from.judgements.get(judgement.as_str()).copied();
            let named = named.unwrap_or(judgement.as_str());
            below.push(msg::report_compare_judged(self.messages(), named));
        }
        if !below.is_empty() {
            inlines.extend([Inline::Break, Inline::Remark(below.join(" · "))]);
        }
        paragraph(inlines)
    }

    /// The page of a statement with its day. If there are several pages, the others are given only by name.
    fn sources(&self, sources: &[Source]) -> Vec<String> {
        let Some((first, others)) = sources.split_first() else { return Vec::new() };
        let place = if first.heading.is_empty() {
            first.page_title.clone()
        } else {
            format!("{} / {}", first.page_title, first.heading)
        };
        let on = |page: &str, source: &Source| {
            msg::report_compare_source(self.messages(), page, &self.day(source.captured))
        };
        let mut told = vec![on(&place, first)];
        if !others.is_empty() {
            let others: Vec<String> =
                others.iter().map(|source| on(&source.page_title, source)).collect();
            told.push(msg::report_compare_also(self.messages(), &others.join("; ")));
        }
        told
    }

    /// "Promises less since 15 May 2025:".
    fn change(&self, became: &ComparedChange) -> String {
        let change = self.say(match became.change {
            StatementChange::Removed => msg::report_became_removed,
            StatementChange::Narrowed => msg::report_became_narrowed,
            StatementChange::Widened => msg::report_became_widened,
            StatementChange::Reworded => msg::report_became_reworded,
            StatementChange::Relinked => msg::report_became_relinked,
            StatementChange::Moved => msg::report_became_moved,
            StatementChange::New => msg::report_became_new,
            StatementChange::Unchanged => msg::report_became_unchanged,
        });
        match became.since {
            Some(day) => {
                let since = msg::report_since_day(self.messages(), &date(self.messages(), day));
                format!("{change} {since}:")
            }
            None => format!("{change}:"),
        }
    }
}
