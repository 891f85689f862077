//! The list of changes since an earlier version: section by section, the answers and rows that were added, removed or
//! changed. Of long answers, it shows only the words around the changes.

use std::collections::HashSet;

use vurder_model::field::{Field, FieldKind};
use vurder_model::frozen::AttachmentLine;
use vurder_model::id::RowId;
use vurder_model::report_address::AnswerAddress;
use vurder_model::view::{BlockView, CellView, FormView, PartView, RowView, TableView};

use super::{AnswerChange, Changes};
use crate::compose::cells::paragraph;
use crate::compose::date;
use crate::compose::form::Composer;
use crate::document::{
    Block, BlockKind, Cell, Change, Column, Inline, List, Pair, Table, TableRow,
};
use crate::messages::{Message, msg};

/// The number of unchanged words on each side of a change.
const AROUND: usize = 12;
/// The longest name of a row in the heading of its changes, in characters.
const NAME: usize = 110;

/// The number of changes of each kind.
#[derive(Default)]
struct Counts {
    came: usize,
    went: usize,
    reworded: usize,
    rows_came: usize,
    rows_went: usize,
}

/// The rows and answers that the list has shown, so that an answer in two places is listed once.
#[derive(Default)]
struct AlreadyListed {
    answers: HashSet<AnswerAddress>,
    rows: HashSet<RowId>,
    counts: Counts,
}

impl<'a> Composer<'a> {
    /// Adds the changes since the earlier version as a part of the report; nothing if there is no earlier version.
    pub(in crate::compose) fn list_of_changes(&mut self, blocks: &mut Vec<Block>) {
        let Some(changes) = self.changes else { return };
        let marking = std::mem::replace(&mut self.marking, true);
        let (named, met) = (self.named.clone(), self.numbering.met().clone());
        let mut told = AlreadyListed::default();
        let mut listed = Vec::new();
        for form in &changes.listed {
            self.changes_of_form(form, &mut told, &mut listed);
        }
        self.changes_of_files(changes, &mut listed);
        self.named = named;
        self.numbering.meet_again(met);
        self.marking = marking;

        let messages = self.messages();
        let version = changes.earlier.version;
        let (number, day) = (version.number.to_string(), date(messages, version.on));
        let title = msg::report_changes(messages, &number, &day);
        blocks.push(Block::heading(1, "", title).at("changes"));
        if listed.is_empty() {
            let by_rule = self.from.cut.is_some_and(|cut| !cut.chosen_sections);
            blocks.push(Block::text(match by_rule {
                true => msg::report_changes_none_shown(messages, &number),
                false => msg::report_changes_none(messages, &number),
            }));
            return;
        }
        blocks.push(self.legend(changes));
        blocks.push(Block::text(self.counted(&told.counts)));
        blocks.append(&mut listed);
    }

    /// Explains the marks of changes with an example of each kind.
    fn legend(&self, changes: &Changes<'_>) -> Block {
        // A cut of chapters alone has no answer in which a change could be marked.
        let marks = changes.earlier.marked && !self.from.form.sections.is_empty();
        let about: Message =
            if marks { msg::report_changes_about_marked } else { msg::report_changes_about };
        let mark = |change: Change, message: Message| {
            let words = change.mark(vec![Inline::plain(self.say(message))]);
            words.into_iter().map(told)
        };
        let mut words: Vec<Inline> = mark(Change::Inserted, msg::report_changes_inserted).collect();
        words.push(Inline::plain("  "));
        words.extend(mark(Change::Deleted, msg::report_changes_deleted));
        words.push(Inline::plain("  "));
        words.push(Inline::plain(self.say(about)));
        Block::new(BlockKind::Note(words))
    }

    /// "3 answers changed, 2 are new, 1 is gone; …"
    fn counted(&self, counts: &Counts) -> String {
        let messages = self.messages();
        msg::report_changes_counted(
            messages,
            counts.reworded,
            counts.came,
            counts.went,
            counts.rows_came,
            counts.rows_went,
        )
    }

    fn changes_of_form(
        &mut self,
        form: &FormView,
        told: &mut AlreadyListed,
        blocks: &mut Vec<Block>,
    ) {
        for section in &form.sections {
            let mut found = Vec::new();
            for part in &section.parts {
                self.changes_of_part(part, told, &mut found);
            }
            if !found.is_empty() {
                let title = format!("{} {}", section.id, section.title);
                blocks.push(Block::subheading(2, title.trim()));
                blocks.append(&mut found);
            }
        }
    }

    fn changes_of_part(
        &mut self,
        part: &PartView,
        told: &mut AlreadyListed,
        blocks: &mut Vec<Block>,
    ) {
        let mut pairs = Vec::new();
        for block in &part.blocks {
            match block {
                BlockView::Field(field) => {
                    let label = if field.field.label == part.title {
                        format!("{} {}", part.id, part.title)
                    } else {
                        field.field.label.clone()
                    };
                    let at = (&field.row, &field.field);
                    pairs.extend(self.told_answer(at, &label, &field.cell, told));
                }
                BlockView::Table(table) | BlockView::Rows { table, .. } => {
                    flush(&mut pairs, part, blocks);
                    self.changes_of_table(table, part, told, blocks);
                }
                _ => {}
            }
        }
        flush(&mut pairs, part, blocks);
    }

    fn changes_of_table(
        &mut self,
        table: &TableView,
        part: &PartView,
        told: &mut AlreadyListed,
        blocks: &mut Vec<Block>,
    ) {
        for group in &table.groups {
            if let Some(note) = &group.note {
                let label = if group.label.is_empty() { &part.title } else { &group.label };
                let pair = self.told_answer((&note.row, &note.field), label, &note.cell, told);
                flush(&mut pair.into_iter().collect(), part, blocks);
            }
            for row in &group.rows {
                let mut pairs = Vec::new();
                let mut levels = false;
                for (column, cell) in table.columns.iter().zip(&row.cells) {
                    let Some(field) = &column.field else { continue };
                    let label = column.full_label.as_ref().unwrap_or(&column.label);
                    let pair = self.told_answer((&row.id, field), label, cell, told);
                    levels |= pair.is_some() && field.kind == FieldKind::Level;
                    pairs.extend(pair);
                }
                let change = self.change_of_row(&row.id);
                let first = told.rows.insert(row.id.clone());
                let counts = &mut told.counts;
                match change.filter(|_| first) {
                    Some(Change::Inserted) => counts.rows_came += 1,
                    Some(Change::Deleted) => counts.rows_went += 1,
                    None => {}
                }
                if !pairs.is_empty() || (change.is_some() && first) {
                    // A risk has scores in several parts, under the same labels. The part tells which ones changed.
                    let title = self.title_of(row);
                    let title = match levels || !first {
                        true => format!("{} {title}", part.id),
                        false => title,
                    };
                    blocks.push(Block::subheading(3, title));
                    if !pairs.is_empty() {
                        blocks.push(Block::new(BlockKind::KeyValue(pairs)));
                    }
                }
            }
        }
    }

    /// "R7 A laptop is lost (new row)"
    fn title_of(&self, row: &RowView) -> String {
        let name = self.name(&row.label);
        let mut title = row.number.clone();
        if !name.is_empty() {
            let short: String = name.chars().take(NAME).collect();
            let more = if short.len() < name.len() { "…" } else { "" };
            title = format!("{title} {short}{more}");
        }
        match self.row_remark(&row.id) {
            Some(remark) => format!("{} ({remark})", title.trim()),
            None => title.trim().to_owned(),
        }
    }

    /// A changed answer after its label; `None` if it did not change or was listed before.
    fn told_answer(
        &mut self,
        (row, field): (&RowId, &Field),
        label: &str,
        cell: &CellView,
        told: &mut AlreadyListed,
    ) -> Option<Pair> {
        let change = self.change_of(row, field, cell)?;
        if !told.answers.insert(AnswerAddress::new(row.clone(), &field.id)) {
            return None;
        }
        match change {
            AnswerChange::Came => told.counts.came += 1,
            AnswerChange::Went => told.counts.went += 1,
            AnswerChange::Reworded(_) => told.counts.reworded += 1,
        }
        let bare = CellView { attached: Vec::new(), missing: false, ..cell.clone() };
        let set = self.marked_answer(row, Some(field), &bare, true);
        let mut value = around_changes(told_blocks(set));
        if !value.iter().any(changes_in) {
            value = vec![Block::new(BlockKind::Paragraph(vec![Inline::italic(
                self.say(msg::report_change_without_words),
            )]))];
        }
        Some(Pair { anchor: None, label: label.to_owned(), value })
    }

    /// The files that were attached or removed. A cut does not list files.
    fn changes_of_files(&self, changes: &Changes<'_>, blocks: &mut Vec<Block>) {
        if self.from.cut.is_some() {
            return;
        }
        let (was, is) = (changes.earlier.attachments, self.from.attachments);
        let only = |all: &[AttachmentLine], other: &[AttachmentLine], change: Change| {
            let known = |file: &AttachmentLine| other.iter().any(|known| known.id == file.id);
            let only = all.iter().filter(|file| !known(file));
            let line = |file: &AttachmentLine| {
                let words = vec![Inline::plain(format!("{} {}", file.number, file.name))];
                vec![paragraph(change.mark(words).into_iter().map(told).collect())]
            };
            only.map(line).collect::<Vec<_>>()
        };
        let mut items = only(is, was, Change::Inserted);
        items.extend(only(was, is, Change::Deleted));
        if !items.is_empty() {
            blocks.push(Block::subheading(2, self.say(msg::report_attachments)));
            blocks.push(Block::new(BlockKind::List(List { start: None, items })));
        }
    }
}

/// Adds the pairs of a part, after its number and title.
fn flush(pairs: &mut Vec<Pair>, part: &PartView, blocks: &mut Vec<Block>) {
    if pairs.is_empty() {
        return;
    }
    let named = pairs.iter().any(|pair| pair.label == format!("{} {}", part.id, part.title));
    if !named {
        blocks.push(Block::subheading(3, format!("{} {}", part.id, part.title)));
    }
    blocks.push(Block::new(BlockKind::KeyValue(std::mem::take(pairs))));
}

/// A change in the list. Its citations are numbers, and its answers have no address here.
fn told(inline: Inline) -> Inline {
    match inline {
        Inline::Changed { change, content, .. } => {
            let content = content.into_iter().map(told).collect();
            Inline::Changed { change, told: true, content }
        }
        Inline::Citation { number, anchor } => Inline::SourceNumber { number, anchor },
        Inline::Link { href, content } => {
            Inline::Link { href, content: content.into_iter().map(told).collect() }
        }
        other => other,
    }
}

fn told_blocks(blocks: Vec<Block>) -> Vec<Block> {
    let told_all = |words: Vec<Inline>| words.into_iter().map(told).collect::<Vec<_>>();
    let each = blocks.into_iter().map(|block| {
        let kind = match block.kind {
            BlockKind::Paragraph(words) => BlockKind::Paragraph(told_all(words)),
            BlockKind::Note(words) => BlockKind::Note(told_all(words)),
            BlockKind::List(List { start, items }) => {
                BlockKind::List(List { start, items: items.into_iter().map(told_blocks).collect() })
            }
            BlockKind::Table(Table { caption, columns, rows, inset }) => {
                let columns = columns.into_iter();
                let columns = columns.map(|c| Column { head: told_all(c.head), ..c }).collect();
                let rows = rows.into_iter().map(|row| match row {
                    TableRow::Cells { cells, .. } => TableRow::Cells {
                        anchor: None,
                        cells: cells
                            .into_iter()
                            .map(|cell| Cell {
                                anchor: None,
                                blocks: told_blocks(cell.blocks),
                                ..cell
                            })
                            .collect(),
                    },
                    group @ TableRow::Group(_) => group,
                });
                BlockKind::Table(Table { caption, columns, rows: rows.collect(), inset })
            }
            other => other,
        };
        Block::new(kind)
    });
    each.collect()
}

/// Whether a block has a change.
fn changes_in(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph(words) | BlockKind::Note(words) => words.iter().any(is_change),
        BlockKind::List(list) => list.items.iter().flatten().any(changes_in),
        BlockKind::Table(table) => table.rows.iter().any(changes_in_row),
        _ => false,
    }
}

fn changes_in_row(row: &TableRow) -> bool {
    match row {
        TableRow::Cells { cells, .. } => cells.iter().flat_map(|c| &c.blocks).any(changes_in),
        TableRow::Group(_) => false,
    }
}

fn is_change(inline: &Inline) -> bool {
    matches!(inline, Inline::Changed { .. })
}

/// The blocks, with only the words around their changes. An ellipsis stands for what is left out.
fn around_changes(blocks: Vec<Block>) -> Vec<Block> {
    let ellipsis = || Block::text("…");
    let mut shown: Vec<Block> = Vec::new();
    for block in blocks {
        if !changes_in(&block) {
            if shown.last() != Some(&ellipsis()) {
                shown.push(ellipsis());
            }
            continue;
        }
        let kind = match block.kind {
            BlockKind::Paragraph(words) => BlockKind::Paragraph(words_around_changes(words)),
            BlockKind::List(List { start: _, items }) => {
                let mut short: Vec<Vec<Block>> = Vec::new();
                for item in items {
                    if item.iter().any(changes_in) {
                        short.push(around_changes(item));
                    } else if short.last() != Some(&vec![ellipsis()]) {
                        short.push(vec![ellipsis()]);
                    }
                }
                // Some items are left out, so that the numbers would be wrong.
                BlockKind::List(List { start: None, items: short })
            }
            BlockKind::Table(table) => {
                let rows = table.rows.into_iter().filter(changes_in_row).collect();
                BlockKind::Table(Table { rows, ..table })
            }
            other => other,
        };
        shown.push(Block::new(kind));
    }
    shown
}

/// Running text, with only the words around its changes.
fn words_around_changes(words: Vec<Inline>) -> Vec<Inline> {
    let count = words.len();
    let change: Vec<bool> = words.iter().map(is_change).collect();
    let mut shown: Vec<Inline> = Vec::new();
    for (at, inline) in words.into_iter().enumerate() {
        let before = change[..at].contains(&true);
        let after = at + 1 < count && change[at + 1..].contains(&true);
        match inline {
            Inline::Text { text, emphasis } => {
                shown.push(Inline::Text { text: shortened(&text, before, after), emphasis });
            }
            other => shown.push(other),
        }
    }
    shown
}

/// A text, shortened to the ends that are beside changes.
fn shortened(text: &str, change_before: bool, change_after: bool) -> String {
    let ends: Vec<usize> = text
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    if ends.len() <= 2 * AROUND + 4 {
        return text.to_owned();
    }
    let head = if change_before { ends[AROUND] } else { 0 };
    let tail = if change_after { ends[ends.len() - 1 - AROUND] } else { text.len() };
    format!("{} … {}", &text[..head], text[tail..].trim_start())
}
