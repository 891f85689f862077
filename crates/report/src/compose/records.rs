//! Requests to the providers, and control notes: one line for each row, provider by provider.

use vurder_model::field::FieldKind;
use vurder_model::role::FieldRole;
use vurder_model::template::Computed;
use vurder_model::value::Value;
use vurder_model::view::{CellView, ColumnView, PartView, RowView, TableView};

use super::Empty;
use super::card::{after, first_line};
use super::cells::paragraph;
use super::form::{Composer, row_anchor};
use crate::document::{Block, BlockKind, Cell, Column, ColumnKind, Inline, Table, TableRow};
use crate::messages::{Message, msg};

impl Composer<'_> {
    /// Requests or control notes.
    pub(crate) fn register(
        &mut self,
        what: Computed,
        table: &TableView,
        part: &PartView,
        blocks: &mut Vec<Block>,
    ) {
        let rows: Vec<&RowView> = table.rows().collect();
        if rows.is_empty() {
            if !part.optional || self.from.empty == Empty::Say {
                let message: Message = if what == Computed::Requests {
                    msg::report_no_requests
                } else {
                    msg::report_no_notes
                };
                blocks.push(Block::new(BlockKind::Prompt(self.say(message))));
            }
            return;
        }
        blocks.push(match what {
            Computed::Notes => self.notes(table, &rows),
            _ => self.requests(table, &rows),
        });
    }

    /// Requests, grouped by provider: the question with its answer, and the status.
    pub(crate) fn requests(&mut self, table: &TableView, rows: &[&RowView]) -> Block {
        let label = |kind| {
            let column = table.columns.iter().find(|column| kind_of(column) == Some(kind));
            column.map_or_else(String::new, |column| column.label.clone())
        };
        let status = table.columns.iter().find(|column| is(column, FieldRole::RequestStatus));
        let status = status.map_or_else(String::new, |column| column.label.clone());
        let columns = vec![
            self.column(msg::report_number, ColumnKind::Number),
            Column::new(label(FieldKind::Text), 1.0, ColumnKind::Text),
            Column::new(status, 1.0, ColumnKind::Short),
        ];
        let whom = |row: &RowView| {
            let cell =
                table.columns.iter().zip(&row.cells).find(|(column, _)| is_request_to(column));
            let value = cell.and_then(|(_, cell)| cell.value.as_ref());
            value.map_or_else(String::new, Value::plain_text)
        };
        let mut set = Vec::new();
        for (provider, rows) in by_provider(rows, whom) {
            if !provider.is_empty() {
                set.push(TableRow::Group(provider));
            }
            for row in rows {
                let anchor = self.anchor(row_anchor(row.id.as_str()), &table.id);
                let cells = self.request(table, row);
                set.push(TableRow::Cells { anchor, cells });
            }
        }
        Block::new(BlockKind::Table(Table { caption: None, columns, rows: set, inset: false }))
    }

    fn request(&mut self, table: &TableView, row: &RowView) -> Vec<Cell> {
        let mut offer = Vec::new();
        let mut words = Vec::new();
        let mut status = Vec::new();
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            if is_request_to(column) {
                continue;
            }
            let mut content = self.content(row, column, cell, false);
            match kind_of(column) {
                Some(FieldKind::Line) if is(column, FieldRole::RequestAbout) => {
                    let label = |inline| match inline {
                        Inline::Text { text, .. } => Inline::Label(text),
                        other => other,
                    };
                    offer.extend(first_line(bare(content)).into_iter().map(label));
                }
                Some(FieldKind::Choice | FieldKind::Date | FieldKind::Line) => {
                    status.push((column, first_line(bare(content))));
                }
                _ => {
                    if content.is_empty() && cell.missing {
                        content.push(self.not_filled_in_at(row, column));
                    }
                    if !words.is_empty() && !content.is_empty() {
                        content = lead(vec![Inline::Label(column.label.clone())], content);
                    }
                    words.append(&mut content);
                }
            }
        }
        // The provider's offer stands before the question, even if its column comes later.
        let words = lead(offer, words);
        let status = status_lines(&status);
        let number = self.marked_number(row);
        let mut at = |role| {
            let column = table.columns.iter().find(|column| is(column, role))?;
            self.anchor(format!("value/{}/{}", row.id, column.id), &table.id)
        };
        vec![
            Cell { blocks: number, ..Cell::default() },
            Cell { anchor: at(FieldRole::RequestWords), blocks: words, level: None },
            Cell { anchor: at(FieldRole::RequestStatus), blocks: status, level: None },
        ]
    }

    /// Control notes. Each stands beside the words that it judges.
    fn notes(&mut self, table: &TableView, rows: &[&RowView]) -> Block {
        let (judged, rest): (Vec<&ColumnView>, Vec<&ColumnView>) =
            table.columns.iter().partition(|c| kind_of(c) == Some(FieldKind::Citations));
        let head = |columns: &[&ColumnView]| {
            columns.iter().map(|c| c.label.as_str()).collect::<Vec<_>>().join(" · ")
        };
        let columns = vec![
            Column::new(head(&judged), 1.0, ColumnKind::Text),
            Column::new(head(&rest), 1.0, ColumnKind::Text),
        ];
        let cited = |row: &RowView| {
            row.cells.iter().find_map(|cell| match &cell.value {
                Some(Value::Citations(ids)) => ids.first().cloned(),
                _ => None,
            })
        };
        let project = self.project();
        let provider = |row: &RowView| {
            cited(row)
                .and_then(|id| project.citation(&id))
                .map_or_else(String::new, |citation| citation.provider_name.clone())
        };
        let mut set = Vec::new();
        for (provider, rows) in by_provider(rows, provider) {
            if !provider.is_empty() {
                set.push(TableRow::Group(provider));
            }
            for row in rows {
                let anchor = self.anchor(row_anchor(row.id.as_str()), &table.id);
                let mut cells = vec![Cell::default(), Cell::default()];
                let mut judgement = Vec::new();
                for (column, cell) in table.columns.iter().zip(&row.cells) {
                    match kind_of(column) {
                        Some(FieldKind::Citations) => cells[0].blocks = self.statements(cell),
                        Some(FieldKind::Choice) => judgement = self.strongly(row, column, cell),
                        _ => {
                            let content = self.content(row, column, cell, false);
                            let judgement = std::mem::take(&mut judgement);
                            cells[1].blocks.extend(if judgement.is_empty() {
                                content
                            } else if content.is_empty() {
                                vec![paragraph(judgement)]
                            } else {
                                after(judgement, content)
                            });
                            let wanted = format!("value/{}/{}", row.id, column.id);
                            cells[1].anchor = self.anchor(wanted, &table.id);
                        }
                    }
                }
                set.push(TableRow::Cells { anchor, cells });
            }
        }
        Block::new(BlockKind::Table(Table { caption: None, columns, rows: set, inset: false }))
    }

    fn strongly(&mut self, row: &RowView, column: &ColumnView, cell: &CellView) -> Vec<Inline> {
        let words = first_line(bare(self.content(row, column, cell, false)));
        let strong = |inline| match inline {
            Inline::Text { text, .. } => Inline::bold(text),
            other => other,
        };
        words.into_iter().map(strong).collect()
    }
}

fn kind_of(column: &ColumnView) -> Option<FieldKind> {
    column.field.as_ref().map(|field| field.kind)
}

/// Whether a column names the receiver of a request.
pub(super) fn is_request_to(column: &ColumnView) -> bool {
    is(column, FieldRole::RequestTo)
}

/// Whether a column shows the field with this role.
fn is(column: &ColumnView, role: FieldRole) -> bool {
    column.field.as_ref().is_some_and(|field| field.role == Some(role))
}

/// The rows of each provider. Providers and rows keep the order of `rows`.
fn by_provider<'r>(
    rows: &[&'r RowView],
    provider: impl Fn(&RowView) -> String,
) -> Vec<(String, Vec<&'r RowView>)> {
    let mut groups: Vec<(String, Vec<&RowView>)> = Vec::new();
    for row in rows {
        let provider = provider(row);
        match groups.iter_mut().find(|(name, _)| *name == provider) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((provider, vec![row])),
        }
    }
    groups
}

/// Puts words before the first of the blocks, as their name.
fn lead(mut words: Vec<Inline>, mut blocks: Vec<Block>) -> Vec<Block> {
    if words.is_empty() {
        return blocks;
    }
    words.push(Inline::plain("\u{2002}"));
    match blocks.first_mut().map(|block| &mut block.kind) {
        Some(BlockKind::Paragraph(inlines)) => inlines.insert(0, Inline::Lead(words)),
        _ => blocks.insert(0, paragraph(words)),
    }
    blocks
}

/// The blocks without the address of their answer, for words that are set together with those of other answers.
fn bare(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.iter_mut().for_each(|block| block.address = None);
    blocks
}

/// The status of a request, and below it a line for each short fact after its label: "Sent 20 November 2026". The
/// status has no line of its own if the line of a day begins with the same word.
fn status_lines(status: &[(&ColumnView, Vec<Inline>)]) -> Vec<Block> {
    let is_date = |column: &ColumnView| kind_of(column) == Some(FieldKind::Date);
    let mut lines = Vec::new();
    for (column, words) in status.iter().filter(|(_, words)| !words.is_empty()) {
        let told_by_date = status.iter().any(|(other, date)| {
            is_date(other) && !date.is_empty() && words[..] == [Inline::plain(&other.label)]
        });
        if !is(column, FieldRole::RequestStatus) {
            let mut line = vec![Inline::plain(format!("{}\u{a0}", column.label))];
            line.extend(words.iter().cloned());
            lines.push(line);
        } else if !told_by_date {
            lines.insert(0, words.clone());
        }
    }
    let mut all = Vec::new();
    for mut line in lines {
        if !all.is_empty() {
            all.push(Inline::Break);
        }
        all.append(&mut line);
    }
    if all.is_empty() { Vec::new() } else { vec![paragraph(all)] }
}
