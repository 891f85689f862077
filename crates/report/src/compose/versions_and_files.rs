//! The frozen versions of a project, and its attached files.

use vurder_model::frozen::{AttachmentLine, VersionKind, VersionLine};
use vurder_model::id::RowId;
use vurder_model::view::{BlockView, RowView, TableView};

use super::cells::paragraph;
use super::date;
use super::form::{Composer, row_anchor};
use crate::document::{Block, BlockKind, Cell, ColumnKind, Inline, Table, TableRow};
use crate::messages::msg;

/// The number of letters of a hash that are printed. They identify a file, and a person can compare them.
const HASH_LETTERS: usize = 16;

impl Composer<'_> {
    /// The frozen versions, as the beginning of the version log.
    pub(crate) fn versions(&mut self, lines: &[VersionLine], blocks: &mut Vec<Block>) {
        if lines.is_empty() {
            return;
        }
        let columns = vec![
            self.column(msg::report_version, ColumnKind::Number),
            self.column(msg::report_date, ColumnKind::Short),
            self.column(msg::report_state, ColumnKind::Short),
            self.column(msg::report_version_by, ColumnKind::Short),
            self.column(msg::report_version_note, ColumnKind::Text),
        ];
        let rows = lines.iter().map(|line| {
            let cells = vec![
                Cell::text(line.number.to_string()),
                Cell::text(date(self.messages(), line.on)),
                Cell::text(self.state_of(line)),
                Cell::text(&line.by),
                Cell::text(&line.note),
            ];
            TableRow::Cells { anchor: None, cells }
        });
        let rows = rows.collect();
        let table = Table { caption: None, columns, rows, inset: false };
        blocks.push(Block::new(BlockKind::Table(table)));
    }

    /// What the report is, in words: a version, final, or a draft.
    pub(crate) fn state(&self) -> String {
        match self.from.issued {
            Some(issued) => self.state_of(issued),
            None if self.from.finished => self.say(msg::report_state_final),
            None => self.say(msg::report_state_draft),
        }
    }

    /// What a version is, in words.
    pub(crate) fn state_of(&self, line: &VersionLine) -> String {
        self.say(match line.kind {
            VersionKind::Review => msg::report_state_review,
            VersionKind::Approved => msg::report_state_approved,
        })
    }

    /// The files attached to a row, each with a link to the list of all files.
    pub(crate) fn attached(&self, files: &[AttachmentLine]) -> Option<Block> {
        if files.is_empty() {
            return None;
        }
        let mut inlines = vec![Inline::Label(self.say(msg::report_attached)), Inline::plain(" ")];
        inlines.extend(Self::files(files));
        Some(paragraph(inlines))
    }

    /// Files by number and name.
    pub(crate) fn files(files: &[AttachmentLine]) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for (at, file) in files.iter().enumerate() {
            if at > 0 {
                inlines.push(Inline::plain("; "));
            }
            inlines.push(Inline::RowRef { label: file.number.clone(), anchor: anchor(file) });
            inlines.push(Inline::plain(format!("\u{a0}{}", file.name)));
        }
        inlines
    }

    /// The list of the files attached to the project. It stands after the text. A cut lists only files of rows that it
    /// shows. A form that shows no row with a file lists only files of the whole project.
    pub(crate) fn attachments(&mut self, blocks: &mut Vec<Block>) {
        let cut = self.from.cut.is_some();
        let of_form = |file: &AttachmentLine| {
            file.row.as_ref().is_some_and(|row| self.row_of_form(row).is_some())
        };
        let any = self.from.attachments.iter().any(of_form);
        let shown = |file: &&AttachmentLine| of_form(file) || (!cut && (any || file.row.is_none()));
        let files: Vec<&AttachmentLine> = self.from.attachments.iter().filter(shown).collect();
        if files.is_empty() {
            return;
        }
        let heading = Block::heading(1, "", self.say(msg::report_attachments));
        blocks.push(heading.at("attachments"));
        blocks.push(Block::new(BlockKind::Note(vec![Inline::plain(
            self.say(msg::report_attachments_about),
        )])));
        let columns = vec![
            self.column(msg::report_number, ColumnKind::Number),
            self.column(msg::report_file, ColumnKind::Text),
            self.column(msg::report_attached_to, ColumnKind::Short),
            self.column(msg::report_size, ColumnKind::Figure),
            self.column(msg::report_hash, ColumnKind::Short),
        ];
        let rows = files.iter().map(|file| {
            let row = file.row.as_ref().and_then(|id| match self.row_of_form(id) {
                Some(row) => {
                    let anchor = row_anchor(row.id.as_str());
                    Some(Inline::RowRef { label: name_of(row), anchor })
                }
                None => self.from.rows_elsewhere.get(id).map(Inline::plain),
            });
            let blocks = row.map(|row| paragraph(vec![row])).into_iter().collect();
            let kilobytes = file.size.div_ceil(1000).to_string();
            let hash: String = file.sha256.chars().take(HASH_LETTERS).collect();
            let cells = vec![
                Cell::text(&file.number),
                Cell::text(&file.name),
                Cell { blocks, ..Cell::default() },
                Cell::text(msg::report_kilobytes(self.messages(), &kilobytes)),
                Cell::text(hash),
            ];
            TableRow::Cells { anchor: Some(anchor(file)), cells }
        });
        let rows = rows.collect();
        let table = Table { caption: None, columns, rows, inset: false };
        blocks.push(Block::new(BlockKind::Table(table)));
    }

    /// The row, if the form shows it.
    pub(crate) fn row_of_form(&self, id: &RowId) -> Option<&RowView> {
        let parts = self.from.form.sections.iter().flat_map(|section| &section.parts);
        let tables = parts.flat_map(|part| &part.blocks).filter_map(|block| match block {
            BlockView::Table(table) | BlockView::Rows { table, .. } => Some(table),
            _ => None,
        });
        tables.flat_map(TableView::rows).find(|row| row.id == *id)
    }
}

/// The name of a row outside its table: its number, or its words if its register has no letter for numbers.
fn name_of(row: &RowView) -> String {
    let counted = row.number.chars().all(|c| c.is_ascii_digit());
    if counted && !row.label.is_empty() { row.label.clone() } else { row.number.clone() }
}

fn anchor(file: &AttachmentLine) -> String {
    format!("attachment/{}", file.number.to_lowercase())
}
