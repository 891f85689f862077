//! Shows, topic by topic, what the providers state, and what none of them states.

use std::collections::HashMap;

use vurder_model::coverage_gap::{CoverageGap, GapState};
use vurder_model::provider::{CoverageStatus, PagesRead, ProviderCoverage, Topic};
use vurder_model::view::{AssessedCoverage, AssessedProvider, AssessedTopic};

use super::cells::paragraph;
use super::form::Composer;
use super::source_anchor;
use crate::document::{
    Block, BlockKind, Card, Cell, Column, ColumnKind, Inline, List, Pair, Table, TableRow,
    plain_words,
};
use crate::messages::{Message, msg};

/// The number of columns for topics on which nobody states anything.
const ACROSS: usize = 3;
/// The number of pages of a provider up to which all pages are listed. Beyond it, only pages with statements are
/// listed.
const LISTED: usize = 100;

/// The most letters on one topic in a table, where the columns are narrow.
const MOST_IN_A_TABLE: usize = 600;

/// What is printed on a topic.
struct StatedTopic<'a> {
    of: &'a AssessedTopic,
    /// What each provider states.
    providers: Vec<Vec<Block>>,
    judged: Vec<Block>,
    /// What is done about the gaps.
    taken_up: Vec<Inline>,
    anchor: Option<String>,
}

impl StatedTopic<'_> {
    /// The number of letters of what the providers state.
    fn letters(&self) -> usize {
        self.providers.iter().map(|blocks| letters(blocks)).sum()
    }
}

fn letters(blocks: &[Block]) -> usize {
    let of_block = |block: &Block| match &block.kind {
        BlockKind::Paragraph(words) => plain_words(words).chars().count(),
        BlockKind::List(list) => list.items.iter().map(|item| letters(item)).sum(),
        _ => 0,
    };
    blocks.iter().map(of_block).sum()
}

impl Composer<'_> {
    /// The pages that were read come first, because "not stated" is about these pages only. Then follow the names of
    /// the topics that no page states, each with what is done about it. Then follow the statements of each provider,
    /// topic by topic, with the judgement on them and the measure that fills the gaps.
    pub(crate) fn coverage(&mut self, coverage: &AssessedCoverage, blocks: &mut Vec<Block>) {
        let topics = &coverage.topics;
        if topics.iter().all(|covered| covered.providers.is_empty()) {
            blocks.push(Block::new(BlockKind::Prompt(self.say(msg::report_no_provider))));
            return;
        }
        blocks.append(&mut self.coverage_charts(coverage));
        blocks.push(Block::subheading(3, self.say(msg::report_pages_read)));
        blocks.push(self.pages_read(&coverage.read));
        let unstated = |covered: &&AssessedTopic| {
            covered.providers.iter().all(|p| p.covered.status == CoverageStatus::NotStated)
        };
        let (missing, stated): (Vec<_>, Vec<_>) = topics.iter().partition(unstated);
        if !missing.is_empty() {
            let providers: Vec<String> = coverage
                .read
                .iter()
                .map(|read| {
                    msg::report_pages_of(self.messages(), &read.provider_name, read.pages.len())
                })
                .collect();
            let heading = msg::report_not_on_pages(
                self.messages(),
                missing.len(),
                topics.len(),
                &providers.join(", "),
            );
            blocks.push(Block::subheading(3, heading));
            blocks.push(self.missing_topics(&missing));
        }
        if stated.is_empty() {
            return;
        }
        blocks.push(Block::subheading(3, self.say(msg::report_stated_topics)));
        self.stated_topics(&stated, coverage, blocks);
    }

    /// The pages that were read, by provider, each with the day of the state that was read.
    fn pages_read(&self, read: &[PagesRead]) -> Block {
        let columns = vec![
            self.column(msg::report_title, ColumnKind::Text),
            self.column(msg::report_captured_on, ColumnKind::Short),
        ];
        let mut rows = Vec::new();
        for provider in read {
            rows.push(TableRow::Group(provider.provider_name.clone()));
            let all = provider.pages.len() <= LISTED;
            let listed = provider.pages.iter().filter(|page| all || page.statements > 0);
            let others = provider.pages.len() - listed.clone().count();
            for page in listed {
                let title = Inline::Link {
                    href: page.address.clone(),
                    content: vec![Inline::plain(&page.title)],
                };
                let title =
                    if page.address.is_empty() { Inline::plain(&page.title) } else { title };
                let cells = vec![
                    Cell { blocks: vec![paragraph(vec![title])], ..Cell::default() },
                    Cell::text(self.day_of_state(page.captured)),
                ];
                rows.push(TableRow::Cells { anchor: None, cells });
            }
            if others > 0 {
                let others = msg::report_other_pages(self.messages(), others);
                let cells = vec![Cell::text(&others), Cell::default()];
                rows.push(TableRow::Cells { anchor: None, cells });
            }
        }
        Block::new(BlockKind::Table(Table { caption: None, columns, rows, inset: false }))
    }

    /// Topics on which no provider states anything. Several stand in one line, because only their names and what is
    /// done about them are printed.
    fn missing_topics(&mut self, topics: &[&AssessedTopic]) -> Block {
        let head = |_| Column::new(String::new(), 1.0, ColumnKind::Text);
        let mut rows = Vec::new();
        for group in topics.chunk_by(|a, b| a.topic.group == b.topic.group) {
            rows.push(TableRow::Group(group[0].topic.group.clone()));
            for line in group.chunks(ACROSS) {
                let mut cells: Vec<Cell> = line
                    .iter()
                    .map(|covered| {
                        let mut inlines =
                            vec![Inline::plain(format!("{} · ", covered.topic.title))];
                        inlines.extend(self.taken_up(covered));
                        let anchor = self.anchor(topic_anchor(&covered.topic), "coverage");
                        Cell { anchor, blocks: vec![paragraph(inlines)], ..Cell::default() }
                    })
                    .collect();
                cells.resize_with(ACROSS, Cell::default);
                rows.push(TableRow::Cells { anchor: None, cells });
            }
        }
        let columns = (0..ACROSS).map(head).collect();
        Block::new(BlockKind::Table(Table { caption: None, columns, rows, inset: false }))
    }

    /// The topics that are stated, in a table. If much is stated on one of them, columns beside one another would be
    /// too narrow, so each topic is set in the full width.
    fn stated_topics(
        &mut self,
        topics: &[&AssessedTopic],
        coverage: &AssessedCoverage,
        blocks: &mut Vec<Block>,
    ) {
        // Statements whose words are already printed, each with the title and anchor of its topic.
        let mut printed = HashMap::new();
        let stated: Vec<StatedTopic<'_>> = topics
            .iter()
            .map(|covered| StatedTopic {
                of: covered,
                providers: covered
                    .providers
                    .iter()
                    .map(|provider| self.covered(&covered.topic, &provider.covered, &mut printed))
                    .collect(),
                judged: self.judged(covered, coverage),
                taken_up: self.taken_up(covered),
                anchor: self.anchor(topic_anchor(&covered.topic), "coverage"),
            })
            .collect();
        if stated.iter().any(|topic| topic.letters() > MOST_IN_A_TABLE) {
            self.stated_topics_in_full_width(stated, blocks);
        } else {
            blocks.push(self.stated_topics_in_a_table(stated));
        }
    }

    fn stated_topics_in_a_table(&self, topics: Vec<StatedTopic<'_>>) -> Block {
        let text = |head: String, weight| Column::new(head, weight, ColumnKind::Text);
        let mut columns = vec![text(self.say(msg::report_topic), 0.9)];
        if let Some(first) = topics.first() {
            let providers = &first.of.providers;
            columns.extend(providers.iter().map(|p| text(p.covered.provider_name.clone(), 1.6)));
        }
        columns.push(text(self.say(msg::report_judgement), 1.0));
        columns.push(text(self.say(msg::report_gap_measure), 0.7));
        let mut rows = Vec::new();
        let mut group = "";
        for topic in topics {
            if topic.of.topic.group != group {
                group = &topic.of.topic.group;
                rows.push(TableRow::Group(group.to_owned()));
            }
            let mut cells = vec![Cell::text(&topic.of.topic.title)];
            let of_provider = |blocks| Cell { blocks, ..Cell::default() };
            cells.extend(topic.providers.into_iter().map(of_provider));
            cells.push(Cell { blocks: topic.judged, ..Cell::default() });
            cells.push(Self::taken_up_cell(topic.taken_up));
            rows.push(TableRow::Cells { anchor: topic.anchor, cells });
        }
        Block::new(BlockKind::Table(Table { caption: None, columns, rows, inset: false }))
    }

    fn stated_topics_in_full_width(&self, topics: Vec<StatedTopic<'_>>, blocks: &mut Vec<Block>) {
        let mut group = "";
        for topic in topics {
            if topic.of.topic.group != group {
                group = &topic.of.topic.group;
                blocks.push(Block::subheading(4, group));
            }
            let pair = |label: String, value: Vec<Block>| Pair { anchor: None, label, value };
            let mut pairs: Vec<Pair> = Vec::new();
            for (provider, value) in topic.of.providers.iter().zip(topic.providers) {
                pairs.push(pair(provider.covered.provider_name.clone(), value));
            }
            let taken_up = Self::taken_up_cell(topic.taken_up).blocks;
            for (label, value) in [
                (msg::report_judgement as Message, topic.judged),
                (msg::report_gap_measure, taken_up),
            ] {
                if !value.is_empty() {
                    pairs.push(pair(self.say(label), value));
                }
            }
            let title = vec![Inline::plain(&topic.of.topic.title)];
            let card = Card { title, pairs, ..Card::default() };
            blocks.push(Block { anchor: topic.anchor, ..Block::new(BlockKind::Card(card)) });
        }
    }

    /// A provider's statements on a topic, each kind after its label. A statement that the report cites is given by its
    /// number, because the list of sources has its words. The words of other statements are printed once, each as an
    /// item if there are several.
    fn covered(
        &mut self,
        topic: &Topic,
        provider: &ProviderCoverage,
        printed: &mut HashMap<String, (String, String)>,
    ) -> Vec<Block> {
        if provider.status == CoverageStatus::NotLookedAt {
            return vec![paragraph(vec![Inline::plain(self.say(msg::report_not_looked_at))])];
        }
        if provider.status == CoverageStatus::NotStated {
            let mut blocks = vec![paragraph(vec![Inline::bold(self.say(msg::report_not_stated))])];
            blocks.extend(self.left_open(provider));
            return blocks;
        }
        let kinds: [(Message, _); 3] = [
            (msg::report_stated, &provider.provided),
            (msg::report_limitation, &provider.limitations),
            (msg::report_duty, &provider.duties),
        ];
        let mut blocks = Vec::new();
        for (label, ids) in kinds.into_iter().filter(|(_, ids)| !ids.is_empty()) {
            let mut numbers = Vec::new();
            let mut words: Vec<&str> = Vec::new();
            let mut elsewhere: Vec<(String, String)> = Vec::new();
            for id in ids {
                if let Some(number) = self.citation_of(id) {
                    numbers.push(number);
                } else if let Some(place) = printed.get(id) {
                    if !elsewhere.contains(place) {
                        elsewhere.push(place.clone());
                    }
                } else {
                    words.push(self.from.statement_words.get(id.as_str()).unwrap_or(&id.as_str()));
                    printed.insert(id.clone(), (topic.title.clone(), topic_anchor(topic)));
                }
            }
            let mut line = vec![Inline::Label(self.say(label))];
            numbers.sort_unstable();
            numbers.dedup();
            for number in numbers {
                line.push(Inline::plain(" "));
                line.push(Inline::Citation { number, anchor: source_anchor(number) });
            }
            let see = format!(" {} ", self.say(msg::report_see));
            let mut lead = see.as_str();
            for (title, anchor) in elsewhere {
                line.push(Inline::plain(lead));
                line.push(Inline::RowRef { label: title, anchor });
                lead = ", ";
            }
            if let [only] = words.as_slice() {
                line.push(Inline::plain(format!(" {only}")));
                words.clear();
            }
            blocks.push(paragraph(line));
            if !words.is_empty() {
                let items = words.into_iter().map(|words| vec![Block::text(words)]).collect();
                blocks.push(Block::new(BlockKind::List(List { start: None, items })));
            }
        }
        blocks.extend(self.left_open(provider));
        blocks
    }

    /// For each provider that states something on a topic, the worst judgement of it.
    fn judged(&self, topic: &AssessedTopic, coverage: &AssessedCoverage) -> Vec<Block> {
        let stating = topic.providers.iter().filter(|one| one.covered.status.has_statement());
        let several = topic.providers.len() > 1;
        let line = |one: &AssessedProvider| {
            let words = match &one.judgement {
                Some(worst) => coverage.judgement_label(&worst.judgement).to_owned(),
                None => self.say(msg::report_not_judged),
            };
            let mut inlines = Vec::new();
            if several {
                inlines.push(Inline::Label(one.covered.provider_name.clone()));
                inlines.push(Inline::plain(" "));
            }
            inlines.push(Inline::plain(words));
            paragraph(inlines)
        };
        stating.map(line).collect()
    }

    /// What is done about the gaps on a topic: the measures that fill it and the requests about it, or that nothing is
    /// done. Empty if no provider has a gap and no measure fills one.
    fn taken_up(&self, topic: &AssessedTopic) -> Vec<Inline> {
        let mut inlines = Self::refs(&topic.measures);
        for request in topic.providers.iter().filter_map(|one| one.request.as_ref()) {
            if !inlines.is_empty() {
                inlines.push(Inline::plain(", "));
            }
            inlines.extend(Self::refs(std::slice::from_ref(request)));
        }
        let open = |one: &AssessedProvider| {
            matches!(one.gap, Some(CoverageGap { state: GapState::Open, .. }))
        };
        if topic.providers.iter().any(open) {
            if !inlines.is_empty() {
                inlines.push(Inline::plain(", "));
            }
            let open: Vec<&str> = topic
                .providers
                .iter()
                .filter(|one| open(one))
                .map(|one| one.covered.provider_name.as_str())
                .collect();
            let words = if open.len() == topic.providers.len() {
                self.say(msg::report_gap_open)
            } else {
                msg::report_gap_open_of(self.messages(), &open.join(", "))
            };
            inlines.push(Inline::italic(words));
        }
        inlines
    }

    fn taken_up_cell(inlines: Vec<Inline>) -> Cell {
        if inlines.is_empty() {
            return Cell::default();
        }
        Cell { blocks: vec![paragraph(inlines)], ..Cell::default() }
    }

    /// What the pages leave open on a topic. It stands after what they state.
    fn left_open(&self, provider: &ProviderCoverage) -> Option<Block> {
        let label = Inline::Label(self.say(msg::report_left_open));
        let words = Inline::plain(format!(" {}", provider.missing.join(" ")));
        (!provider.missing.is_empty()).then(|| paragraph(vec![label, words]))
    }

    /// The number by which the report cites a statement; `None` if it does not.
    fn citation_of(&mut self, statement: &str) -> Option<u32> {
        let cited = self.from.form.cited.iter().find(|id| {
            self.project().citation(id).is_some_and(|citation| citation.statement == statement)
        })?;
        self.numbering.number(cited)
    }
}

fn topic_anchor(topic: &Topic) -> String {
    format!("topic/{}", topic.id)
}
