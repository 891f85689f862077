//! Sets rows of a table as cards: decides which column names the row, which are short facts, and which are answers.

use vurder_model::field::FieldKind;
use vurder_model::template::ComputedCell;
use vurder_model::value::Value;
use vurder_model::view::{CellView, ColumnView, RowView, TableView};

use super::Empty;
use super::form::{Composer, row_anchor};
use super::measure::length;
use super::shape::explained;
use crate::document::{Block, BlockKind, Card, Change, Inline, Mark, Pair};
use crate::messages::msg;

/// The greatest length of an answer, in characters, in a card's line of facts.
const FACT: usize = 52;
/// The greatest length of a row's name, in characters.
const NAME: usize = 170;

impl Composer<'_> {
    pub(super) fn as_cards(&mut self, table: &TableView, shown: &[usize], blocks: &mut Vec<Block>) {
        // Either all cards of a table have a title, or none of them has.
        let naming =
            shown.iter().copied().find(|at| table.rows().all(|row| names(table, row, *at)));
        // Cards continue over pages. Therefore the meaning of their labels is explained before the first card.
        let columns = shown.iter().filter_map(|at| table.columns.get(*at));
        blocks.extend(explained(columns.map(|column| (column.label.as_str(), column))));
        for group in &table.groups {
            if self.is_left_out(group) {
                continue;
            }
            if !group.label.is_empty() {
                blocks.push(Block::subheading(3, &group.label).answering(&group.law));
            }
            if group.rows.is_empty() {
                blocks.append(&mut self.in_place_of_rows(group));
            }
            for row in &group.rows {
                let card = self.card(table, row, shown, naming);
                let anchor = self.anchor(row_anchor(row.id.as_str()), &table.id);
                blocks.push(Block { anchor, ..Block::new(BlockKind::Card(card)) });
            }
        }
    }

    fn card(
        &mut self,
        table: &TableView,
        row: &RowView,
        shown: &[usize],
        naming: Option<usize>,
    ) -> Card {
        self.named.insert(row.id.clone());
        let mut card = Card { number: row.number.clone(), ..Card::default() };
        let gone = self.change_of_row(&row.id) == Some(Change::Deleted);
        if let Some(remark) = self.row_remark(&row.id) {
            card.facts.push((self.say(msg::report_change), vec![Inline::plain(remark)]));
        }
        let columns: Vec<(&ColumnView, &CellView)> = shown
            .iter()
            .filter_map(|at| Some((table.columns.get(*at)?, row.cells.get(*at)?)))
            .collect();
        let mut reasoned: Option<Vec<Inline>> = None;
        for (index, (column, cell)) in columns.iter().copied().enumerate() {
            if shown.get(index).copied() == naming {
                // The attached files do not belong to the name.
                let bare = CellView { attached: Vec::new(), ..cell.clone() };
                card.title = first_line(self.content(row, column, &bare, false));
                if !cell.attached.is_empty() {
                    let files = Self::files(&cell.attached);
                    card.facts.push((self.say(msg::report_attached), files));
                }
                continue;
            }
            if let (None, Some(view), Some(level), false) =
                (&column.field, &cell.level, Self::tint(cell), gone)
            {
                let (label, words) = (column.label.clone(), view.label.clone());
                card.levels.push(Mark { label, words, level });
                continue;
            }
            let short = is_fact(column, cell);
            let refs = column.field.as_ref().is_some_and(|f| f.kind == FieldKind::Refs);
            let mut content = self.content(row, column, cell, !short || refs);
            if content.is_empty() {
                if !cell.asked || (!cell.missing && self.from.empty == Empty::LeaveOut) {
                    continue;
                }
                content.push(self.not_filled_in_at(row, column));
            }
            if let Some(what) = reasoned.take() {
                // The answer stands before its reason: "Likelihood 3 Possible. Two cases …"
                let label = columns[index - 1].0.label.clone();
                card.pairs.push(self.pair_of(table, row, column, label, after(what, content)));
                continue;
            }
            let next = columns
                .get(index + 1)
                .filter(|(next, cell)| gives_reason(next, column) && length(cell) > 0);
            if short && next.is_some() {
                reasoned = Some(first_line(content));
            } else if short {
                card.facts.push((column.label.clone(), first_line(content)));
            } else {
                let label = column.label.clone();
                card.pairs.push(self.pair_of(table, row, column, label, content));
            }
        }
        card
    }

    fn pair_of(
        &mut self,
        table: &TableView,
        row: &RowView,
        column: &ColumnView,
        label: String,
        value: Vec<Block>,
    ) -> Pair {
        let anchor = self.anchor(format!("value/{}/{}", row.id, column.id), &table.id);
        Pair { anchor, label, value }
    }
}

/// Whether the answers of a column are the reasons for those of another column.
fn gives_reason(column: &ColumnView, of: &ColumnView) -> bool {
    column.field.as_ref().and_then(|field| field.reason_of.as_deref()) == Some(of.id.as_str())
}

/// Puts an answer before the blocks of its reason. If the first block is a paragraph, both are one paragraph.
pub(super) fn after(mut what: Vec<Inline>, mut blocks: Vec<Block>) -> Vec<Block> {
    what.push(Inline::plain(". "));
    match blocks.first_mut().map(|block| &mut block.kind) {
        Some(BlockKind::Paragraph(inlines)) => inlines.insert(0, Inline::Lead(what)),
        _ => blocks.insert(0, Block::new(BlockKind::Paragraph(what))),
    }
    blocks
}

/// The words of blocks in one line. The words of an answer stay together.
pub(super) fn first_line(blocks: Vec<Block>) -> Vec<Inline> {
    let mut line = Vec::new();
    for block in blocks {
        let (missing, words) = match block.kind {
            BlockKind::Paragraph(inlines) => (false, inlines),
            BlockKind::Prompt(text) => (true, vec![Inline::italic(text)]),
            _ => continue,
        };
        let apart = (!line.is_empty() && !missing).then(|| Inline::plain(" "));
        match (block.address, line.last_mut()) {
            (Some(address), Some(Inline::Answer { address: last, content, .. }))
                if *last == address =>
            {
                content.extend(apart);
                content.extend(words);
            }
            (Some(address), _) => {
                line.extend(apart);
                line.push(Inline::Answer { address, missing, content: words });
            }
            (None, _) => {
                line.extend(apart);
                line.extend(words);
            }
        }
    }
    line
}

/// Whether a column gives the row its name. It then has the first line of words, and there are few of them.
fn names(table: &TableView, row: &RowView, at: usize) -> bool {
    let (Some(column), Some(cell)) = (table.columns.get(at), row.cells.get(at)) else {
        return false;
    };
    let one_paragraph = cell.doc.as_ref().is_none_or(|doc| {
        matches!(doc.content.as_slice(), [vurder_model::richtext::Block::Paragraph { .. }])
    });
    column.names_row && length(cell) > 0 && length(cell) <= NAME && one_paragraph
}

/// Whether an answer belongs in the card's line of facts.
fn is_fact(column: &ColumnView, cell: &CellView) -> bool {
    let kind = column.field.as_ref().map(|field| field.kind);
    match (kind, &cell.value) {
        (Some(FieldKind::Text | FieldKind::YesNo | FieldKind::Scale | FieldKind::Matrix), _) => {
            false
        }
        (Some(FieldKind::Refs | FieldKind::Citations), _) => true,
        (Some(FieldKind::Choices), Some(Value::Choices(all))) => {
            all.iter().all(|chosen| chosen.note.is_empty())
        }
        (None, _) if column.id != ComputedCell::Label.id() => true,
        _ => length(cell) <= FACT && (kind.is_some() || cell.refs.is_empty()),
    }
}
