//! Sets the pictures that a person attached to the rows of a table, each with its number and caption.

use std::sync::Arc;

use vurder_model::role::FieldRole;
use vurder_model::value::Value;
use vurder_model::view::{ColumnView, RowView, TableView};

use super::form::{Composer, row_anchor};
use crate::document::{Block, BlockKind, Figure};
use crate::messages::{ReportMessages, msg};
use crate::picture::PictureFault;

impl Composer<'_> {
    /// The rows of a table of pictures. If a picture cannot be drawn, a sentence says so.
    pub(crate) fn pictures(&mut self, table: &TableView, blocks: &mut Vec<Block>) {
        for row in table.rows() {
            let caption = answer(table, row, FieldRole::PictureCaption);
            let alternative = answer(table, row, FieldRole::PictureAlternative);
            let words = msg::report_picture(self.messages(), &row.number, &caption);
            let drawn = self.picture_of(row);
            let kind = match drawn {
                Ok(picture) => {
                    let alternative =
                        if alternative.is_empty() { words.clone() } else { alternative.clone() };
                    BlockKind::Figure(Figure { picture, caption: words, alternative })
                }
                Err(why) => {
                    BlockKind::Prompt(msg::report_picture_not_drawn(self.messages(), &words, &why))
                }
            };
            let mut block = Block::new(kind).written();
            block.anchor = self.anchor(row_anchor(row.id.as_str()), &table.id);
            blocks.push(block);
        }
    }

    /// The first file of a row that can be drawn, or the reason why none can.
    fn picture_of(&self, row: &RowView) -> Result<Arc<crate::Picture>, String> {
        let files = row.cells.iter().flat_map(|cell| &cell.attached);
        let mut why = self.say(msg::report_picture_no_file);
        for file in files {
            match self.from.pictures.get(&file.id) {
                Some(Ok(picture)) => return Ok(Arc::clone(picture)),
                Some(Err(fault)) => {
                    let fault = why_not_drawn(self.messages(), fault);
                    why = format!("{}: {fault}", file.name);
                }
                None => {}
            }
        }
        Err(why)
    }
}

/// The reason why a picture is not drawn, in words.
fn why_not_drawn(messages: &dyn ReportMessages, fault: &PictureFault) -> String {
    match fault {
        PictureFault::Empty => msg::report_picture_empty(messages),
        PictureFault::Format => msg::report_picture_format(messages),
        PictureFault::Svg => msg::report_picture_svg(messages),
        PictureFault::Pixels { width, height } => {
            msg::report_picture_pixels(messages, &width.to_string(), &height.to_string())
        }
        PictureFault::Cmyk => msg::report_picture_cmyk(messages),
        PictureFault::Broken(_) => msg::report_picture_broken(messages),
    }
}

/// Whether a table is about pictures.
pub(crate) fn holds_pictures(table: &TableView) -> bool {
    table.columns.iter().any(|column| has(column, FieldRole::PictureCaption))
}

fn has(column: &ColumnView, role: FieldRole) -> bool {
    column.field.as_ref().is_some_and(|field| field.role == Some(role))
}

fn answer(table: &TableView, row: &RowView, role: FieldRole) -> String {
    let cells = table.columns.iter().zip(&row.cells);
    let cell = cells.into_iter().find(|(column, _)| has(column, role)).map(|(_, cell)| cell);
    cell.and_then(|cell| cell.value.as_ref()).map(Value::plain_text).unwrap_or_default()
}
