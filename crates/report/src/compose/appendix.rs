//! What the program works out or collects: coverage, requests, notes on controls, cited pages, sources.

use vurder_model::field::FieldKind;
use vurder_model::provider::{CoverageStatus, ProviderCoverage, TopicCoverage};
use vurder_model::template::Computed;
use vurder_model::value::Value;
use vurder_model::view::{PartView, RowView, SourceView, TableView};

use super::cells::paragraph;
use super::form::{Composer, row_anchor};
use super::{Empty, source_anchor};
use crate::document::{
    Block, BlockKind, Cell, Column, ColumnKind, Inline, Source, SourcePlace, Table, TableRow,
};
use crate::layout::sources::revision;

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
        blocks.push(Block::new(BlockKind::Table(Table {
            caption: None,
            columns,
            rows,
            inset: false,
        })));
    }

    /// What a provider states on a topic: by number where the report cites it, for then the words stand in the
    /// sources; in words where it does not.
    fn covered(&mut self, provider: &ProviderCoverage) -> Vec<Block> {
        if provider.status == CoverageStatus::NotStated {
            return vec![paragraph(vec![Inline::bold(self.say("report-not-stated"))])];
        }
        let mut blocks = Vec::new();
        let kinds = [
            ("report-stated", &provider.provided),
            ("report-limitation", &provider.limitations),
            ("report-duty", &provider.duties),
        ];
        for (label, ids) in kinds {
            let mut inlines = vec![Inline::plain(self.say(label))];
            let mut uncited = Vec::new();
            for id in ids {
                match self.citation_of(id) {
                    Some(citation) => {
                        inlines.push(Inline::plain(" "));
                        inlines.push(citation);
                    }
                    None => uncited.push(
                        self.from
                            .statement_words
                            .get(id.as_str())
                            .unwrap_or(&id.as_str())
                            .to_string(),
                    ),
                }
            }
            if !ids.is_empty() {
                if !uncited.is_empty() {
                    let lead = if inlines.len() > 1 { "; " } else { ": " };
                    inlines.push(Inline::plain(format!("{lead}{}", uncited.join(" "))));
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
        let set = self.notes(table, &rows);
        blocks.push(set);
    }

    /// Notes on controls: each beside the words that it judges, provider by provider.
    fn notes(&mut self, table: &TableView, rows: &[&RowView]) -> Block {
        let columns = table
            .columns
            .iter()
            .map(|column| {
                let kind = match column.field.as_ref().map(|field| field.kind) {
                    Some(FieldKind::Choice) => ColumnKind::Short,
                    _ => ColumnKind::Text,
                };
                Column { head: column.label.clone(), weight: 1.0, kind }
            })
            .collect();
        let provider_of = |row: &RowView| -> String {
            let cited = row.cells.iter().find_map(|cell| match &cell.value {
                Some(Value::Citations(ids)) => ids.first(),
                _ => None,
            });
            cited
                .and_then(|id| self.project().citation(id))
                .map_or_else(String::new, |citation| citation.provider_name.clone())
        };
        let mut groups: Vec<(String, Vec<&RowView>)> = Vec::new();
        for row in rows {
            let provider = provider_of(row);
            match groups.iter_mut().find(|(name, _)| *name == provider) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((provider, vec![row])),
            }
        }
        let mut set = Vec::new();
        for (provider, rows) in groups {
            if !provider.is_empty() {
                set.push(TableRow::Group(provider));
            }
            for row in rows {
                let anchor = self.anchor(row_anchor(row.id.as_str()), &table.id);
                let mut cells = Vec::new();
                for (column, cell) in table.columns.iter().zip(&row.cells) {
                    let blocks = match cell.value {
                        Some(Value::Citations(_)) => self.statements(cell),
                        _ => self.content(column, cell, false),
                    };
                    let wanted = format!("value/{}/{}", row.id, column.id);
                    let anchor = self.anchor(wanted, &table.id);
                    cells.push(Cell { anchor, blocks, level: None });
                }
                set.push(TableRow::Cells { anchor, cells });
            }
        }
        Block::new(BlockKind::Table(Table { caption: None, columns, rows: set, inset: false }))
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
                let words = revision(&self.say("report-revision"), &page.revision);
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
        blocks.push(Block::new(BlockKind::Table(Table {
            caption: None,
            columns,
            rows,
            inset: false,
        })));
    }

    /// The appendix: each cited statement in its pinned words, by number.
    pub(crate) fn sources(&mut self, blocks: &mut Vec<Block>) {
        let mut sources = Vec::new();
        for (citation, number) in self.numbering.in_order().iter().zip(1_u32..) {
            let places = citation.sources.iter().map(|source| SourcePlace {
                page: source.page.clone(),
                heading: source.heading.clone(),
                address: source.address.clone(),
                revision: source.revision.clone(),
                captured: source.captured,
            });
            sources.push(Source {
                number,
                anchor: source_anchor(number),
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
