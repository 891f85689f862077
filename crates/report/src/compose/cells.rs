//! Converts answers to blocks. Each kind of value has its own rule.

use vurder_model::field::Field;
use vurder_model::id::{CitationId, RowId};
use vurder_model::report_address::AnswerAddress;
use vurder_model::value::{Acceptance, Chosen, ScaleLevel, Value};
use vurder_model::view::{CellView, LevelView, RefView};

use super::form::{Composer, row_anchor};
use super::{date, matrix};
use crate::document::{
    Block, BlockKind, Cell, Column, ColumnKind, Inline, Level, List, Table, TableRow,
};
use crate::messages::{Message, msg};

/// If a cell refers to more rows than this, a row that the report named before is given only by its number.
const NAMED: usize = 1;

impl Composer<'_> {
    /// The blocks of a cell; empty if the cell is empty. With `roomy`, references stand with their names.
    pub(crate) fn cell(
        &mut self,
        row: &RowId,
        field: Option<&Field>,
        cell: &CellView,
        roomy: bool,
    ) -> Vec<Block> {
        let mut blocks = if self.marking {
            self.marked_answer(row, field, cell, roomy)
        } else {
            self.addressed_answer(row, field, cell, roomy)
        };
        blocks.extend(self.attached(&cell.attached));
        blocks
    }

    /// The blocks of an answer, without the files attached to its row. The blocks have the address of the answer.
    pub(super) fn addressed_answer(
        &mut self,
        row: &RowId,
        field: Option<&Field>,
        cell: &CellView,
        roomy: bool,
    ) -> Vec<Block> {
        let mut blocks = self.answer(field, cell, roomy);
        if let Some(field) = field {
            let address = AnswerAddress::new(row.clone(), &field.id);
            blocks.iter_mut().for_each(|block| block.address = Some(address.clone()));
        }
        blocks
    }

    /// The same, without an address.
    pub(super) fn answer(
        &mut self,
        field: Option<&Field>,
        cell: &CellView,
        roomy: bool,
    ) -> Vec<Block> {
        if !cell.asked {
            return Vec::new();
        }
        let Some(value) = cell.value.as_ref().filter(|value| !value.is_empty()) else {
            return self.computed(cell, roomy);
        };
        let mut blocks = self.value(field, value, cell, roomy);
        if is_written(value) {
            blocks.iter_mut().for_each(|block| block.written = true);
        }
        blocks
    }

    fn value(
        &mut self,
        field: Option<&Field>,
        value: &Value,
        cell: &CellView,
        roomy: bool,
    ) -> Vec<Block> {
        match value {
            Value::Text(markdown) => match &cell.doc {
                Some(doc) => self.rich(&doc.clone()),
                None => self.markdown(markdown),
            },
            Value::Line(line) => vec![Block::text(line)],
            Value::Date(day) => vec![Block::text(date(self.messages(), *day))],
            Value::Choice(chosen) => vec![paragraph(self.chosen(field, chosen))],
            Value::Choices(all) => self.choices(field, all, roomy),
            Value::YesNo { answer, reason } => {
                let doc = cell.doc.clone();
                let mut blocks = match doc {
                    Some(doc) => self.rich(&doc),
                    None => self.markdown(reason),
                };
                let word = self.say(if *answer { msg::report_yes } else { msg::report_no });
                let lead = Inline::bold(format!("{word}."));
                match blocks.first_mut().map(|block| &mut block.kind) {
                    Some(BlockKind::Paragraph(inlines)) => {
                        inlines.insert(0, Inline::plain(" "));
                        inlines.insert(0, lead);
                    }
                    _ => blocks.insert(0, paragraph(vec![lead])),
                }
                blocks
            }
            Value::Refs(_) => self.naming(cell, roomy, cell.refs.len() <= NAMED),
            Value::Level(level) => match &cell.level {
                Some(view) => vec![Block::text(level_words(view))],
                // Somebody shortened the scale after the score was given.
                None => vec![Block::text(format!("{level} ({})", self.say(msg::report_off_scale)))],
            },
            Value::Scale(levels) => vec![self.scale(levels)],
            // The matrix in force is printed, because the matrix that was set may no longer fit the scales.
            Value::Matrix(_) => {
                let matrix = matrix::empty_matrix(&self.from.method, self);
                vec![Block::new(BlockKind::RiskMatrix(matrix))]
            }
            Value::Citations(ids) => {
                let mut inlines: Vec<Inline> = Vec::new();
                for id in ids {
                    if !inlines.is_empty() {
                        inlines.push(Inline::plain(" "));
                    }
                    inlines.push(self.citation(id));
                }
                vec![paragraph(inlines)]
            }
            Value::Acceptance(given) => self.acceptance(given),
        }
    }

    /// The blocks of a cell without an answer: references to and from rows, or a computed level.
    fn computed(&mut self, cell: &CellView, roomy: bool) -> Vec<Block> {
        if let Some(level) = &cell.level {
            return vec![Block::text(level.label.clone())];
        }
        self.naming(cell, roomy, false)
    }

    /// References to rows: their numbers, with names for rows that the report has not named before, or, with `all`, for
    /// all rows. Where two versions are compared, all rows have names, and the separator does not depend on them.
    fn naming(&mut self, cell: &CellView, roomy: bool, all: bool) -> Vec<Block> {
        if cell.refs.is_empty() {
            return Vec::new();
        }
        let named = |row: &RefView| {
            let all = all || self.compared;
            roomy && !row.label.is_empty() && (all || !self.named.contains(&row.row))
        };
        let with_names: Vec<bool> = cell.refs.iter().map(named).collect();
        let apart = if self.compared || with_names.contains(&true) { "; " } else { ", " };
        let mut inlines = Vec::new();
        for (row, with_name) in cell.refs.iter().zip(with_names) {
            if !inlines.is_empty() {
                inlines.push(Inline::plain(apart));
            }
            inlines.push(reference(row));
            if with_name {
                // If the form shows the row, its whole name stands there.
                let short = row.full_label.is_none() || self.row_of_form(&row.row).is_some();
                let name = if short { row.label.as_str() } else { row.whole_label() };
                inlines.push(Inline::plain(format!("\u{a0}{}", self.name(name))));
                self.named.insert(row.row.clone());
            }
        }
        let names = paragraph(inlines);
        vec![if apart == "; " { names.written() } else { names }]
    }

    /// References to rows by number.
    pub(crate) fn refs(refs: &[RefView]) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for row in refs {
            if !inlines.is_empty() {
                inlines.push(Inline::plain(", "));
            }
            inlines.push(reference(row));
        }
        inlines
    }

    /// A row's one-line name without the ids of citations, which only the program uses.
    pub(crate) fn name(&self, label: &str) -> String {
        let mut out = String::with_capacity(label.len());
        let mut rest = label;
        while let Some(open) = rest.find('[') {
            let id = rest[open + 1..].find(']').map(|end| &rest[open + 1..open + 1 + end]);
            let citation = id.and_then(|id| CitationId::new(id).ok());
            match (id, citation.filter(|citation| self.project().citation(citation).is_some())) {
                (Some(id), Some(_)) => {
                    out.push_str(rest[..open].trim_end());
                    rest = &rest[open + id.len() + 2..];
                }
                _ => {
                    out.push_str(&rest[..=open]);
                    rest = &rest[open + 1..];
                }
            }
        }
        out + rest
    }

    /// The colour of a computed level of risk.
    pub(crate) fn tint(cell: &CellView) -> Option<Level> {
        let level = cell.level.as_ref().filter(|level| level.acceptable.is_some())?;
        Some(share(level.level, level.of))
    }

    fn chosen(&self, field: Option<&Field>, chosen: &Chosen) -> Vec<Inline> {
        let label = field
            .and_then(|field| field.options.iter().find(|option| option.id == chosen.option))
            .map_or(chosen.option.as_str(), |option| option.label.as_str());
        let mut inlines = vec![Inline::plain(label)];
        if !chosen.note.trim().is_empty() {
            inlines.push(Inline::plain(format!(": {}", chosen.note)));
        }
        inlines
    }

    fn choices(&self, field: Option<&Field>, all: &[Chosen], roomy: bool) -> Vec<Block> {
        let group_of = |chosen: &Chosen| {
            field
                .and_then(|field| field.options.iter().find(|option| option.id == chosen.option))
                .and_then(|option| option.group.clone())
                .unwrap_or_default()
        };
        let short = all.iter().all(|chosen| chosen.note.is_empty());
        if !roomy && short {
            let mut inlines = Vec::new();
            for chosen in all {
                if !inlines.is_empty() {
                    inlines.push(Inline::plain("; "));
                }
                inlines.extend(self.chosen(field, chosen));
            }
            return vec![paragraph(inlines)];
        }
        let mut groups: Vec<(String, Vec<Vec<Block>>)> = Vec::new();
        for chosen in all {
            let group = group_of(chosen);
            let item = vec![paragraph(self.chosen(field, chosen))];
            match groups.iter_mut().find(|(name, _)| *name == group) {
                Some((_, items)) => items.push(item),
                None => groups.push((group, vec![item])),
            }
        }
        let mut blocks = Vec::new();
        for (group, items) in groups {
            if !group.is_empty() {
                blocks.push(paragraph(vec![Inline::italic(group)]));
            }
            blocks.push(Block::new(BlockKind::List(List { start: None, items })));
        }
        blocks
    }

    fn acceptance(&self, given: &Acceptance) -> Vec<Block> {
        let by = [given.name.as_str(), given.role.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let message: Message =
            if given.accepted { msg::report_accepted } else { msg::report_not_accepted };
        let mut words = self.say(message);
        if !by.is_empty() {
            words = format!("{words}: {by}");
        }
        if let Some(day) = given.date {
            words = format!("{words}, {}", date(self.messages(), day));
        }
        vec![Block::text(words)]
    }

    fn scale(&self, levels: &[ScaleLevel]) -> Block {
        let of_risk = levels.iter().any(|level| level.acceptable || !level.accepted_by.is_empty());
        let mut columns = vec![
            self.column(msg::report_level_number, ColumnKind::Number),
            self.column(msg::report_level, ColumnKind::Short),
            self.column(msg::report_meaning, ColumnKind::Text),
        ];
        if of_risk {
            columns.push(self.column(msg::report_may_stay, ColumnKind::Short));
            columns.push(self.column(msg::report_accepted_by, ColumnKind::Text));
        }
        let count = u8::try_from(levels.len()).unwrap_or(u8::MAX);
        let rows = levels
            .iter()
            .zip(1_u8..=u8::MAX)
            .map(|(level, number)| {
                let mut name = Cell::text(&level.label);
                name.level = of_risk.then(|| share(number, count));
                let mut cells =
                    vec![Cell::text(number.to_string()), name, Cell::text(&level.meaning)];
                if of_risk {
                    let message: Message =
                        if level.acceptable { msg::report_yes } else { msg::report_no };
                    cells.push(Cell::text(self.say(message)));
                    cells.push(Cell::text(&level.accepted_by));
                }
                TableRow::Cells { anchor: None, cells }
            })
            .collect();
        Block::new(BlockKind::Table(Table { caption: None, columns, rows, inset: true }))
    }

    /// A column whose head is a message.
    pub(crate) fn column(&self, head: Message, kind: ColumnKind) -> Column {
        Column::new(self.say(head), 1.0, kind)
    }

    /// The words of a statement with its number, in a table about statements.
    pub(crate) fn statements(&mut self, cell: &CellView) -> Vec<Block> {
        let Some(Value::Citations(ids)) = &cell.value else { return Vec::new() };
        let mut blocks = Vec::with_capacity(ids.len());
        for id in ids {
            let words = self.project().citation(id).map_or("", |citation| &citation.words);
            let inlines = vec![Inline::plain(words), Inline::plain(" "), self.citation(id)];
            blocks.push(paragraph(inlines));
        }
        blocks
    }
}

/// A row by its number.
fn reference(row: &RefView) -> Inline {
    Inline::RowRef { label: row.number.clone(), anchor: row_anchor(row.row.as_str()) }
}

/// Whether the words of an answer are a person's. Options and levels are called as the program calls them.
fn is_written(value: &Value) -> bool {
    match value {
        Value::Text(_) | Value::Line(_) | Value::YesNo { .. } | Value::Acceptance(_) => true,
        Value::Choice(chosen) => !chosen.note.is_empty(),
        Value::Choices(all) => all.iter().any(|chosen| !chosen.note.is_empty()),
        Value::Date(_) | Value::Refs(_) | Value::Level(_) | Value::Scale(_) => false,
        Value::Matrix(_) | Value::Citations(_) => false,
    }
}

/// "2 Possible".
pub(crate) fn level_words(view: &LevelView) -> String {
    format!("{}\u{a0}{}", view.level, view.label)
}

/// The place of a level between the lowest and the highest.
pub(crate) fn share(level: u8, of: u8) -> Level {
    let steps = f32::from(of.saturating_sub(1)).max(1.0);
    Level(f32::from(level.saturating_sub(1)) / steps)
}

/// A paragraph.
pub(crate) fn paragraph(inlines: Vec<Inline>) -> Block {
    Block::new(BlockKind::Paragraph(inlines))
}
