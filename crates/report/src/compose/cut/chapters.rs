//! The computed chapters of the cut for a provider and of the public summary.

use std::collections::BTreeSet;

use vurder_model::report_address::AnswerAddress;
use vurder_model::risk::RiskSide;
use vurder_model::view::RiskView;

use super::super::cells::paragraph;
use super::super::form::Composer;
use super::super::source_anchor;
use super::ProjectFacts;
use super::risks::{levels_chart, residual};
use super::summary::unstated_by_provider;
use crate::document::{Block, BlockKind, Cell, ColumnKind, Inline, List, Table, TableRow};
use crate::messages::msg;

impl Composer<'_> {
    /// The number of risks at each level and the number of measures in place. Only numbers are printed.
    pub(super) fn risk_levels(&mut self, facts: &ProjectFacts, blocks: &mut Vec<Block>) {
        blocks.push(Block::heading(1, "", self.say(msg::report_risks_handled)).at("levels"));
        if facts.risks.risks.is_empty() {
            blocks.push(Block::new(BlockKind::Prompt(self.say(msg::report_risks_none))));
        } else {
            let (levels, about) =
                (self.levels_so_far(facts), self.say(msg::report_risks_handled_about));
            blocks.push(Block::text(format!("{levels} {about}")));
            blocks.extend(levels_chart(self, &facts.risks, &RiskSide::ALL));
        }
        let (in_place, all) = facts.in_place;
        if all > 0 {
            blocks.push(Block::text(msg::report_measures_in_place(self.messages(), in_place, all)));
        }
    }

    /// How many of the risks have a level. It says that each has one before and after measures only where that is so.
    fn levels_so_far(&self, facts: &ProjectFacts) -> String {
        let risks = &facts.risks.risks;
        let has_levels = |risk: &&RiskView| {
            let mut sides = risk.sides.iter();
            !risk.sides.is_empty()
                && sides.all(|side| side.before.level.is_some() && residual(side).is_some())
        };
        let count = risks.iter().filter(has_levels).count();
        if count < risks.len() {
            return msg::report_risks_some_levels(self.messages(), count, risks.len());
        }
        let treated = risks.iter().flat_map(|risk| &risk.sides).any(|side| side.treated);
        self.say(match treated {
            true => msg::report_risks_all_levels,
            false => msg::report_risks_all_levels_untreated,
        })
    }

    /// The rights of people, each with its articles.
    pub(super) fn rights(&mut self, facts: &ProjectFacts, blocks: &mut Vec<Block>) {
        blocks.push(Block::heading(1, "", self.say(msg::report_rights)).at("rights"));
        blocks.push(Block::text(self.say(msg::report_rights_about)));
        let items = facts.rights.iter().map(|(right, law)| {
            let law = if law.is_empty() { String::new() } else { format!(" ({law})") };
            vec![paragraph(vec![Inline::plain(right), Inline::Remark(law)])]
        });
        let items = items.collect();
        blocks.push(Block::new(BlockKind::List(List { start: None, items })));
    }

    /// The statements on which the report relies, by page: their numbers, and how many answers cite them.
    pub(super) fn relied_on(&mut self, facts: &ProjectFacts, blocks: &mut Vec<Block>) {
        blocks.push(Block::heading(1, "", self.say(msg::report_relied_on)).at("statements"));
        blocks.push(Block::text(self.say(msg::report_relied_on_about)));
        // By provider and page, the numbers of the statements, and the answers that cite them. An answer that cites
        // several statements of a page is one answer.
        let mut pages: Vec<(String, String, Vec<u32>, BTreeSet<&AnswerAddress>)> = Vec::new();
        for (id, answers) in &facts.statements {
            let Some(citation) = self.whole().citation(id) else { continue };
            let Some(source) = citation.sources.first() else { continue };
            let Some(number) = self.numbering.number(id) else { continue };
            let at = pages
                .iter()
                .position(|(of, page, ..)| *of == citation.provider_name && *page == source.page)
                .unwrap_or_else(|| {
                    let (of, page) = (citation.provider_name.clone(), source.page.clone());
                    pages.push((of, page, Vec::new(), BTreeSet::new()));
                    pages.len() - 1
                });
            let (_, _, numbers, citing) = &mut pages[at];
            if !numbers.contains(&number) {
                numbers.push(number);
            }
            citing.extend(answers);
        }
        if pages.is_empty() {
            blocks.push(Block::new(BlockKind::Prompt(self.say(msg::report_no_sources))));
            return;
        }
        let columns = vec![
            self.column(msg::report_page, ColumnKind::Text),
            self.column(msg::report_cited_as, ColumnKind::Text),
            self.column(msg::report_answers_citing, ColumnKind::Figure),
        ];
        pages.sort_by(|a, b| a.0.cmp(&b.0));
        let mut rows = Vec::new();
        for of_provider in pages.chunk_by(|a, b| a.0 == b.0) {
            rows.push(TableRow::Group(of_provider[0].0.clone()));
            for (_, page, numbers, citing) in of_provider {
                let mut numbers = numbers.clone();
                numbers.sort_unstable();
                let mut cited = Vec::new();
                for number in numbers {
                    if !cited.is_empty() {
                        cited.push(Inline::plain(" "));
                    }
                    cited.push(Inline::Citation { number, anchor: source_anchor(number) });
                }
                let cited = Cell { blocks: vec![paragraph(cited)], ..Cell::default() };
                let cells = vec![Cell::text(page), cited, Cell::text(citing.len().to_string())];
                rows.push(TableRow::Cells { anchor: None, cells });
            }
        }
        blocks.push(Block::new(BlockKind::Table(Table {
            caption: None,
            columns,
            rows,
            inset: false,
        })));
    }

    /// For each provider, the topics that none of its pages states.
    pub(super) fn not_stated(&mut self, facts: &ProjectFacts, blocks: &mut Vec<Block>) {
        blocks.push(Block::heading(1, "", self.say(msg::report_not_stated_topics)).at("topics"));
        let all = facts.coverage.topics.len();
        for (provider, topics) in unstated_by_provider(facts) {
            let lead = msg::report_not_stated_of(self.messages(), &provider, topics.len(), all);
            blocks.push(Block::subheading(3, lead));
            let items = topics.iter().map(|topic| vec![Block::text(*topic)]).collect();
            blocks.push(Block::new(BlockKind::List(List { start: None, items })));
        }
    }
}
