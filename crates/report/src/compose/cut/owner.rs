//! The chapter for risk owners: every risk with its level before and after treatment, its treatment in one line, and
//! who accepts the residual risk.

use vurder_model::field::Register;
use vurder_model::risk::RiskSide;
use vurder_model::role::FieldRole;
use vurder_model::view::{LevelView, RiskView};

use super::super::cells::{paragraph, share};
use super::super::form::{Composer, row_anchor};
use super::ProjectFacts;
use super::risks::{levels_chart, of_side, residual};
use super::summary::number;
use crate::document::{Block, BlockKind, Cell, Column, ColumnKind, Inline, Table, TableRow};
use crate::messages::msg;

impl Composer<'_> {
    /// The risks of each side, those with the highest residual level first.
    pub(super) fn residual_risks(&mut self, facts: &ProjectFacts, blocks: &mut Vec<Block>) {
        blocks.push(Block::heading(2, "", self.say(msg::report_residual_risks)).at("residual"));
        let start = blocks.len();
        blocks.extend(levels_chart(self, &facts.risks, &RiskSide::ALL));
        for side in RiskSide::ALL {
            let mut risks: Vec<&RiskView> =
                facts.risks.risks.iter().filter(|risk| of_side(risk, side).is_some()).collect();
            if risks.is_empty() {
                continue;
            }
            // A risk without a level comes first, because nothing is known about it. Sorting keeps the order of the
            // register.
            risks.sort_by_key(|risk| {
                let level = of_side(risk, side).and_then(residual).map(|level| level.level);
                (level.is_some(), std::cmp::Reverse(level))
            });
            let head = self.say(match side {
                RiskSide::Subjects => msg::report_side_subjects,
                RiskSide::Organisation => msg::report_side_organisation,
            });
            let columns = vec![
                self.column(msg::report_number, ColumnKind::Number),
                Column::new(head, 2.2, ColumnKind::Text),
                self.column(msg::report_level_before, ColumnKind::Short),
                self.column(msg::report_level_after, ColumnKind::Short),
                Column { weight: 1.4, ..self.column(msg::report_treatment, ColumnKind::Text) },
                Column { weight: 1.6, ..self.column(msg::report_acceptance, ColumnKind::Text) },
            ];
            let rows = risks.iter().map(|risk| self.residual_risk(facts, risk, side)).collect();
            let table = Table { caption: None, columns, rows, inset: false };
            blocks.push(Block::new(BlockKind::Table(table)));
        }
        if blocks.len() == start {
            blocks.push(Block::new(BlockKind::Prompt(self.say(msg::report_no_residual_level))));
        }
    }

    fn residual_risk(&mut self, facts: &ProjectFacts, risk: &RiskView, side: RiskSide) -> TableRow {
        let scores = of_side(risk, side);
        let level = |level: Option<&LevelView>| match level {
            Some(level) => {
                let mut cell = Cell::text(&level.label);
                cell.level = Some(share(level.level, level.of));
                cell
            }
            None => Cell::text(self.say(msg::report_unscored)),
        };
        let before = level(scores.and_then(|scores| scores.before.level.as_ref()));
        let after = level(scores.and_then(residual));
        let treatment = vec![paragraph(self.treatment(facts, risk))];
        let cells = vec![
            Cell { blocks: vec![paragraph(vec![number(&risk.risk)])], ..Cell::default() },
            Cell {
                blocks: vec![Block::text(self.name(risk.risk.whole_label())).written()],
                ..Cell::default()
            },
            before,
            after,
            Cell { blocks: treatment, ..Cell::default() },
            Cell::text(self.accepted(risk, side)),
        ];
        let anchor = self.anchor(row_anchor(risk.risk.row.as_str()), side.option());
        TableRow::Cells { anchor, cells }
    }

    /// "Reduce: M40, M41", or that nothing treats the risk.
    fn treatment(&self, facts: &ProjectFacts, risk: &RiskView) -> Vec<Inline> {
        if risk.measures.is_empty() {
            return vec![Inline::plain(self.say(msg::report_not_treated))];
        }
        let measure = &facts.risks.frame.measure;
        let label = |option: &String| option_label(measure, FieldRole::MeasureOption, option);
        let options: Vec<String> = risk.options.iter().map(label).collect();
        let mut inlines = Vec::new();
        if !options.is_empty() {
            inlines.push(Inline::plain(format!("{}: ", options.join(", "))));
        }
        for (at, one) in risk.measures.iter().enumerate() {
            if at > 0 {
                inlines.push(Inline::plain(", "));
            }
            inlines.push(number(&one.measure));
        }
        inlines
    }

    /// The person who accepts the residual risk, and whether they accepted it.
    fn accepted(&self, risk: &RiskView, side: RiskSide) -> String {
        if let Some(given) = of_side(risk, side).and_then(|scores| scores.acceptance.as_ref()) {
            let by = if given.name.is_empty() { risk.owner.as_str() } else { given.name.as_str() };
            let word = self.say(match given.accepted {
                true => msg::report_accepted,
                false => msg::report_not_accepted,
            });
            let day = given.date.map(|day| super::date(self.messages(), day)).unwrap_or_default();
            let parts = [by, day.as_str()].into_iter().filter(|part| !part.is_empty());
            let parts = parts.collect::<Vec<_>>().join(", ");
            return if parts.is_empty() { word } else { format!("{word}: {parts}") };
        }
        match (side, risk.owner.as_str()) {
            (RiskSide::Subjects, _) => self.say(msg::report_accepted_by_decision),
            (RiskSide::Organisation, "") => self.say(msg::report_accepted_by_nobody),
            (RiskSide::Organisation, owner) => msg::report_not_yet(self.messages(), owner),
        }
    }
}

/// The label of an option of the field with this role.
fn option_label(register: &Register, role: FieldRole, option: &str) -> String {
    let field = register.fields.iter().find(|field| field.role == Some(role));
    let known = field.and_then(|field| field.options.iter().find(|known| known.id == option));
    known.map_or_else(|| option.to_owned(), |known| known.label.clone())
}
