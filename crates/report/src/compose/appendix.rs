//! What the program works out or collects: coverage, requests, notes on controls, cited pages, sources.

use vurder_model::provider::{CoverageStatus, ProviderCoverage, TopicCoverage};
use vurder_model::template::Computed;
use vurder_model::value::Value;
use vurder_model::view::{PartView, RowView, SourceView, TableView};

use super::cells::paragraph;
use super::form::{Composer, row_anchor};
use super::{Empty, source_anchor};
use crate::document::{
    Block, BlockKind, Card, Cell, Column, ColumnKind, Inline, Pair, Source, SourcePlace, Table,
    TableRow,
};

impl Composer<'_> {
    /// Per topic, what each provider states: with the words, so that the reader need not look them up.
    pub(crate) fn coverage(&mut self, topics: &[TopicCoverage], blocks: &mut Vec<Block>) {
        let Some(first) = topics.first() else { return };
        let text = |head: String, weight| Column { head, weight, kind: ColumnKind::Text };
        let mut columns = vec![text(self.say("report-topic"), 0.8)];
        columns.extend(first.providers.iter().map(|p| text(p.provider_name.clone(), 2.0)));
        let mut rows = Vec::new();
        let mut group = "";
        for covered in topics {
            if covered.topic.group != group {
                group = &covered.topic.group;
                rows.push(TableRow::Group(group.to_owned()));
            }
            let mut cells = vec![Cell::text(&covered.topic.title)];
            for provider in &covered.providers {
                let blocks = self.covered(provider);
                cells.push(Cell { blocks, ..Cell::default() });
            }
            let anchor = self.anchor(format!("topic/{}", covered.topic.id), "coverage");
            rows.push(TableRow::Cells { anchor, cells });
        }
        blocks.push(Block::new(BlockKind::Table(Table { caption: None, columns, rows })));
    }

    fn covered(&mut self, provider: &ProviderCoverage) -> Vec<Block> {
        let status = self.say(match provider.status {
            CoverageStatus::Stated => "report-stated",
            CoverageStatus::Limitation => "report-limitation",
            CoverageStatus::ControllersDuty => "report-duty",
            CoverageStatus::NotStated => "report-not-stated",
        });
        if provider.status == CoverageStatus::NotStated {
            return vec![paragraph(vec![Inline::bold(status)])];
        }
        let mut blocks = Vec::new();
        let kinds = [
            ("report-stated", &provider.provided),
            ("report-limitation", &provider.limitations),
            ("report-duty", &provider.duties),
        ];
        for (label, ids) in kinds {
            for (index, id) in ids.iter().enumerate() {
                let mut inlines = Vec::new();
                if index == 0 {
                    inlines.push(Inline::bold(format!("{}. ", self.say(label))));
                }
                let words = self.from.statement_words.get(id.as_str()).copied();
                inlines.push(Inline::plain(words.unwrap_or(id)));
                if let Some(citation) = self.citation_of(id) {
                    inlines.push(Inline::plain(" "));
                    inlines.push(citation);
                }
                blocks.push(paragraph(inlines));
            }
        }
        blocks
    }

    /// The number under which the report cites a statement, if it does.
    fn citation_of(&mut self, statement: &str) -> Option<Inline> {
        let cited = self.from.form.cited.iter().find(|id| {
            self.project().citation(id).is_some_and(|citation| citation.statement == statement)
        })?;
        Some(self.citation(cited))
    }

    /// Requests and notes on controls.
    pub(crate) fn register(
        &mut self,
        what: Computed,
        table: &TableView,
        part: &PartView,
        blocks: &mut Vec<Block>,
    ) {
        let rows: Vec<&RowView> = table.groups.iter().flat_map(|group| &group.rows).collect();
        if rows.is_empty() {
            if !part.optional || self.from.empty == Empty::Say {
                let id = if what == Computed::Requests {
                    "report-no-requests"
                } else {
                    "report-no-notes"
                };
                blocks.push(Block::new(BlockKind::Prompt(self.say(id))));
            }
            return;
        }
        if what != Computed::Notes {
            self.table(table, part, blocks);
            return;
        }
        // A note is read beside the words it judges, so these head its card.
        for row in rows {
            let mut card = Card {
                number: String::new(),
                title: Vec::new(),
                facts: Vec::new(),
                pairs: Vec::new(),
            };
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                if matches!(cell.value, Some(Value::Citations(_))) {
                    let words =
                        self.statements(cell).into_iter().filter_map(|block| match block.kind {
                            BlockKind::Paragraph(inlines) => Some(inlines),
                            _ => None,
                        });
                    card.title = words.flatten().collect();
                    continue;
                }
                let value = self.content(column, cell, true);
                if !value.is_empty() {
                    let anchor = self.anchor(format!("value/{}/{}", row.id, column.id), &table.id);
                    card.pairs.push(Pair { anchor, label: column.label.clone(), value });
                }
            }
            let anchor = self.anchor(row_anchor(row.id.as_str()), &table.id);
            blocks.push(Block { anchor, kind: BlockKind::Card(card) });
        }
    }

    /// The pages on which cited statements stand.
    pub(crate) fn cited_pages(&mut self, pages: &[SourceView], blocks: &mut Vec<Block>) {
        if pages.is_empty() {
            blocks.push(Block::new(BlockKind::Prompt(self.say("report-no-sources"))));
            return;
        }
        let column = |id: &str, kind, weight| Column { head: self.say(id), weight, kind };
        let columns = vec![
            column("report-provider", ColumnKind::Short, 1.0),
            column("report-page", ColumnKind::Text, 2.0),
            column("report-captured-on", ColumnKind::Short, 1.0),
            column("report-cited-as", ColumnKind::Text, 1.0),
        ];
        let mut rows = Vec::new();
        for page in pages {
            let mut cited: Vec<Inline> = Vec::new();
            for id in &page.citations {
                if !cited.is_empty() {
                    cited.push(Inline::plain(" "));
                }
                cited.push(self.citation(id));
            }
            let mut lines = vec![Block::text(&page.page)];
            if !page.address.is_empty() {
                let content = vec![Inline::plain(&page.address)];
                lines.push(Block::new(BlockKind::Note(vec![Inline::Link {
                    href: page.address.clone(),
                    content,
                }])));
            }
            if !page.revision.is_empty() {
                let words = format!("{} {}", self.say("report-revision"), page.revision);
                lines.push(Block::new(BlockKind::Note(vec![Inline::plain(words)])));
            }
            let cells = vec![
                Cell::text(&page.provider_name),
                Cell { blocks: lines, ..Cell::default() },
                Cell::text(&page.captured),
                Cell { blocks: vec![paragraph(cited)], ..Cell::default() },
            ];
            rows.push(TableRow::Cells { anchor: None, cells });
        }
        blocks.push(Block::new(BlockKind::Table(Table { caption: None, columns, rows })));
    }

    /// The appendix: each cited statement in its pinned words, by number.
    pub(crate) fn sources(&mut self, blocks: &mut Vec<Block>) {
        let order = self.numbering.in_order().to_vec();
        let mut sources = Vec::with_capacity(order.len());
        for id in &order {
            let Some(citation) = self.project().citation(id) else { continue };
            let places = citation.sources.iter().map(|source| SourcePlace {
                page: source.page.clone(),
                heading: source.heading.clone(),
                address: source.address.clone(),
                revision: source.revision.clone(),
                captured: source.captured,
            });
            sources.push(Source {
                number: self.numbering.number(id),
                anchor: source_anchor(id),
                words: citation.words.clone(),
                provider: citation.provider_name.clone(),
                places: places.collect(),
            });
        }
        if sources.is_empty() {
            return;
        }
        blocks.push(Block::new(BlockKind::PageBreak));
        blocks.push(Block::heading(1, "", self.say("report-sources")).at("sources"));
        blocks.push(Block::new(BlockKind::Note(vec![Inline::plain(
            self.say("report-sources-about"),
        )])));
        blocks.push(Block::new(BlockKind::Sources(sources)));
    }
}
