//! The summary: one page with the question to the readers, the decision, the highest residual risks, and what is open.

use std::cmp::Reverse;

use vurder_model::check::Severity;
use vurder_model::provider::CoverageStatus;
use vurder_model::risk::RiskSide;
use vurder_model::view::{RefView, RiskView};

use super::super::cells::{paragraph, share};
use super::super::form::{Composer, row_anchor};
use super::super::words;
use super::risks::{levels_chart, of_side, residual};
use super::{OpenFinding, ProjectFacts};
use crate::document::{
    Block, BlockKind, Cell, ColumnKind, Document, Inline, List, Pair, Table, TableRow,
};
use crate::layout::lay_out;
use crate::messages::{Message, msg};

/// Possible sizes of the page: the number of lines of each list, and whether the risks are drawn. The first size with
/// which the summary fits on one page is used.
const FITS: [(usize, bool); 9] = [
    (8, true),
    (6, true),
    (5, true),
    (4, true),
    (3, true),
    (4, false),
    (3, false),
    (2, false),
    (1, false),
];
/// The number of letters of an answer that are printed for each line of the lists, and their greatest number.
const LETTERS: usize = 90;
const MOST_LETTERS: usize = 270;

impl Composer<'_> {
    /// The page, with as much as fits on it.
    pub(crate) fn summary(&mut self) -> Vec<Block> {
        let Some(facts) = self.from.facts else { return Vec::new() };
        let mut blocks = Vec::new();
        for (most, drawn) in FITS {
            blocks = self.summary_of(facts, most, drawn);
            let (meta, words) = (self.meta(), words(self.messages()));
            let document = Document { meta, words, blocks };
            let one_page = lay_out(&document).is_ok_and(|laid| laid.pages.len() == 1);
            blocks = document.blocks;
            if one_page {
                break;
            }
        }
        blocks
    }

    fn summary_of(&mut self, facts: &ProjectFacts, most: usize, drawn: bool) -> Vec<Block> {
        let heading = Block::heading(1, "", self.say(msg::report_cut_summary));
        let mut blocks = vec![heading.at("summary")];
        blocks.push(Block::new(BlockKind::Note(vec![Inline::plain(
            self.project().head.title.clone(),
        )])));
        self.decision(facts, (most * LETTERS).min(MOST_LETTERS), &mut blocks);
        let residual = Block::subheading(3, self.say(msg::report_highest_residual));
        blocks.push(residual);
        let start = blocks.len();
        for side in RiskSide::ALL {
            blocks.extend(self.highest(facts, side, most));
        }
        if blocks.len() == start {
            blocks.push(Block::new(BlockKind::Prompt(self.say(msg::report_no_residual_level))));
        } else if drawn {
            blocks.extend(levels_chart(self, &facts.risks, &RiskSide::ALL));
        }
        let mut open: Vec<(Message, Vec<Block>)> = vec![
            (msg::report_not_stated_topics, self.unstated(facts, most)),
            (msg::report_open_requests, vec![self.open_requests(facts, most)]),
        ];
        if let Some(findings) = &facts.findings {
            open.push((msg::report_open_findings, self.open_findings(findings, most)));
        }
        let pair = |(label, value)| Pair { anchor: None, label: self.say(label), value };
        blocks.push(Block::new(BlockKind::KeyValue(open.into_iter().map(pair).collect())));
        blocks
    }

    /// The question to the readers, and the decision. `letters` is the greatest number of letters of an answer.
    pub(super) fn decision(
        &mut self,
        facts: &ProjectFacts,
        letters: usize,
        blocks: &mut Vec<Block>,
    ) {
        let value = |words: &str| vec![Block::text(beginning(words, letters))];
        let mut pairs: Vec<Pair> = Vec::new();
        for (label, words) in &facts.asked {
            pairs.push(Pair { anchor: None, label: label.clone(), value: value(words) });
        }
        if !facts.asked_of.is_empty() {
            let label = self.say(msg::report_asked_of);
            pairs.push(Pair { anchor: None, label, value: value(&facts.asked_of.join("; ")) });
        }
        for (label, words) in &facts.decision {
            pairs.push(Pair { anchor: None, label: label.clone(), value: value(words) });
        }
        if facts.decision.is_empty() {
            let (label, none) = (self.say(msg::report_decision), self.say(msg::report_no_decision));
            let value = vec![Block::new(BlockKind::Prompt(none))];
            pairs.push(Pair { anchor: None, label, value });
        }
        blocks.push(Block::new(BlockKind::KeyValue(pairs)));
    }

    /// The risks of one side with the highest residual levels, in a table with one line for each risk.
    fn highest(&mut self, facts: &ProjectFacts, side: RiskSide, most: usize) -> Option<Block> {
        let level = |risk: &&RiskView| {
            let scores = of_side(risk, side)?;
            let before = scores.before.level.as_ref().map(|level| level.level);
            Some((residual(scores)?.level, before))
        };
        let mut risks: Vec<&RiskView> =
            facts.risks.risks.iter().filter(|risk| level(risk).is_some()).collect();
        // Sorting keeps the order of the register for risks with the same levels.
        risks.sort_by_key(|risk| Reverse(level(risk)));
        let all = risks.len();
        risks.truncate(most);
        let head = self.say(match side {
            RiskSide::Subjects => msg::report_side_subjects,
            RiskSide::Organisation => msg::report_side_organisation,
        });
        let head = msg::report_highest_of(self.messages(), &head, risks.len(), all);
        let columns = vec![
            self.column(msg::report_number, ColumnKind::Number),
            crate::document::Column::new(head, 4.0, ColumnKind::Text),
            self.column(msg::report_level_before, ColumnKind::Short),
            self.column(msg::report_level_after, ColumnKind::Short),
        ];
        let rows = risks.iter().map(|risk| {
            let scores = of_side(risk, side);
            let cell = |level: Option<&vurder_model::view::LevelView>| {
                let mut cell = Cell::text(level.map_or("", |level| level.label.as_str()));
                cell.level = level.map(|level| share(level.level, level.of));
                cell
            };
            let cells = vec![
                Cell { blocks: vec![paragraph(vec![number(&risk.risk)])], ..Cell::default() },
                Cell {
                    blocks: vec![Block::text(self.name(&risk.risk.label)).written()],
                    ..Cell::default()
                },
                cell(scores.and_then(|scores| scores.before.level.as_ref())),
                cell(scores.and_then(residual)),
            ];
            TableRow::Cells { anchor: None, cells }
        });
        let rows: Vec<TableRow> = rows.collect();
        let table = Table { caption: None, columns, rows, inset: false };
        (all > 0).then(|| Block::new(BlockKind::Table(table)))
    }

    /// For each provider, the topics on which it states nothing.
    fn unstated(&self, facts: &ProjectFacts, most: usize) -> Vec<Block> {
        let mut lines = Vec::new();
        for (provider, topics) in unstated_by_provider(facts) {
            let all = facts.coverage.topics.len();
            let lead = msg::report_not_stated_of(self.messages(), &provider, topics.len(), all);
            let mut words = topics.iter().take(most * 2).copied().collect::<Vec<_>>().join(", ");
            if topics.len() > most * 2 {
                let more = msg::report_and_more(self.messages(), topics.len() - most * 2);
                words = format!("{words} {more}");
            }
            let words = if words.is_empty() { words } else { format!(" {words}") };
            lines.push(vec![paragraph(vec![Inline::bold(lead), Inline::plain(words)])]);
        }
        if lines.is_empty() {
            return vec![Block::new(BlockKind::Prompt(self.say(msg::report_no_provider)))];
        }
        vec![Block::new(BlockKind::List(List { start: None, items: lines }))]
    }

    /// The requests that wait for an answer, the one with the earliest due day first.
    fn open_requests(&self, facts: &ProjectFacts, most: usize) -> Block {
        let mut requests: Vec<_> = facts.requests.iter().collect();
        requests.sort_by_key(|request| (request.due.is_none(), request.due));
        if requests.is_empty() {
            return Block::text(self.say(msg::report_no_open_request));
        }
        let most = most.div_ceil(2).max(2);
        let mut items: Vec<Vec<Block>> = Vec::new();
        for request in requests.iter().take(most) {
            let mut inlines = vec![number(&request.request)];
            let words = beginning(&request.request.label, LETTERS);
            inlines.push(Inline::plain(format!(" {}: {words}", request.to)));
            if let Some(due) = request.due {
                let due = msg::report_due(self.messages(), &super::date(self.messages(), due));
                inlines.push(Inline::Remark(format!(" {due}")));
            }
            items.push(vec![paragraph(inlines)]);
        }
        if requests.len() > most {
            let more = msg::report_and_more(self.messages(), requests.len() - most);
            items.push(vec![Block::text(more)]);
        }
        Block::new(BlockKind::List(List { start: None, items }))
    }

    /// The number of open findings of each severity, and the first of them, law first.
    fn open_findings(&self, findings: &[OpenFinding], most: usize) -> Vec<Block> {
        if findings.is_empty() {
            return vec![Block::text(self.say(msg::report_no_open_finding))];
        }
        let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
        let counts = msg::report_findings_counted(
            self.messages(),
            count(Severity::Law),
            count(Severity::Standard),
            count(Severity::Advice),
        );
        let items = findings.iter().take(most.div_ceil(2)).map(|finding| {
            let weight: Message = match finding.severity {
                Severity::Law => msg::report_finding_law,
                Severity::Standard => msg::report_finding_standard,
                Severity::Advice => msg::report_finding_advice,
            };
            let says = beginning(&finding.says, 2 * LETTERS);
            let lead = format!("{}, {}: ", self.say(weight), finding.part);
            let says = paragraph(vec![Inline::bold(lead), Inline::plain(says)]);
            vec![says.at(format!("finding/{}", finding.key))]
        });
        let items = items.collect();
        vec![Block::text(counts), Block::new(BlockKind::List(List { start: None, items }))]
    }
}

/// For each provider, in the order of the project, the names of the topics on which it states nothing.
pub(super) fn unstated_by_provider(facts: &ProjectFacts) -> Vec<(String, Vec<&str>)> {
    let mut found: Vec<(String, Vec<&str>)> = Vec::new();
    for topic in &facts.coverage.topics {
        for one in &topic.providers {
            let name = &one.covered.provider_name;
            let at = found.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
                found.push((name.clone(), Vec::new()));
                found.len() - 1
            });
            if one.covered.status == CoverageStatus::NotStated {
                found[at].1.push(&topic.topic.title);
            }
        }
    }
    found
}

/// A row by its number.
pub(super) fn number(row: &RefView) -> Inline {
    Inline::RowRef { label: row.number.clone(), anchor: row_anchor(row.row.as_str()) }
}

/// The first letters of a text, up to the end of a word.
pub(super) fn beginning(words: &str, letters: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= letters {
        return line;
    }
    let cut: String = line.chars().take(letters.saturating_sub(1)).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':']))
}
