//! The file for the authority in a prior consultation (Article 36 of the GDPR). It has the facts that the third
//! paragraph lists, in the order of its points. The whole assessment stands at point (e). The parts for other points
//! are repeated under these points, so that each point can be read on its own.

use vurder_model::role::FieldRole;
use vurder_model::template::ConsultationPoint;
use vurder_model::value::Value;
use vurder_model::view::{BlockView, RowView, TableView};

use super::form::Composer;
use super::{Composition, in_reading_order, words};
use crate::document::{Block, BlockKind, Document, Pair};
use crate::messages::{Message, msg};

/// The law of a point.
fn law(point: &str) -> Vec<String> {
    vec![format!("GDPR 36(3)({point})")]
}

pub(super) fn compose(composition: &Composition<'_>) -> Document {
    in_reading_order(composition, None, Composer::consultation).0
}

impl Composer<'_> {
    fn consultation(&mut self) -> Document {
        let mut cover = self.cover();
        if let BlockKind::Cover(cover) = &mut cover.kind {
            cover.kicker = self.say(msg::report_consultation_kicker);
            cover.title = self.say(msg::report_consultation_title);
        }
        let mut blocks = vec![
            cover,
            Block::new(BlockKind::PageBreak),
            Block::new(BlockKind::Contents),
            Block::new(BlockKind::PageBreak),
        ];
        let points: [(&str, Message, ConsultationPoint); 3] = [
            ("a", msg::report_consultation_responsibilities, ConsultationPoint::Responsibilities),
            ("b", msg::report_consultation_purposes, ConsultationPoint::Purposes),
            ("c", msg::report_consultation_measures, ConsultationPoint::Measures),
        ];
        for (letter, heading, point) in points {
            self.point(letter, heading, &mut blocks);
            self.parts_of(point, &mut blocks);
        }
        self.point("d", msg::report_consultation_officer, &mut blocks);
        self.officers(&mut blocks);
        self.point("e", msg::report_consultation_assessment, &mut blocks);
        let form = self.from.form;
        let start = blocks.len();
        for section in &form.sections {
            self.section(section, &mut blocks);
        }
        // The sections of the form stand below the point.
        for block in blocks.iter_mut().skip(start) {
            if let BlockKind::Heading { level, .. } = &mut block.kind {
                *level = level.saturating_add(1).min(4);
            }
        }
        self.point("f", msg::report_consultation_other, &mut blocks);
        blocks.push(Block::text(self.say(msg::report_consultation_asked)));
        self.parts_of(ConsultationPoint::Other, &mut blocks);
        self.waived(&mut blocks);
        self.attachments(&mut blocks);
        self.sources(&mut blocks);
        let mut meta = self.meta();
        meta.title = self.say(msg::report_consultation_title);
        Document { meta, words: words(self.messages()), blocks }
    }

    fn point(&self, letter: &str, heading: Message, blocks: &mut Vec<Block>) {
        let heading = Block::heading(1, format!("({letter})"), self.say(heading));
        blocks.push(heading.answering(&law(letter)).at(format!("point/{letter}")));
    }

    /// The parts of the form that belong to a point.
    fn parts_of(&mut self, point: ConsultationPoint, blocks: &mut Vec<Block>) {
        let form = self.from.form;
        let parts = form.sections.iter().flat_map(|section| &section.parts);
        for part in parts.filter(|part| part.consultation == Some(point)) {
            self.part(part, &part.id, blocks);
        }
    }

    /// For each controller, the data protection officer and how to reach them.
    fn officers(&mut self, blocks: &mut Vec<Block>) {
        let form = self.from.form;
        let parts = form.sections.iter().flat_map(|section| &section.parts);
        let tables = parts.flat_map(|part| &part.blocks).filter_map(|block| match block {
            BlockView::Table(table) => Some(table),
            _ => None,
        });
        let mut pairs = Vec::new();
        for table in tables {
            let (Some(name), Some(officer)) = (
                column(table, FieldRole::Controller),
                column(table, FieldRole::DataProtectionOfficer),
            ) else {
                continue;
            };
            for row in table.rows() {
                let officer = words_of(row, officer);
                let value = match officer.is_empty() {
                    true => self.not_filled_in(),
                    false => Block::text(officer),
                };
                pairs.push(Pair { anchor: None, label: words_of(row, name), value: vec![value] });
            }
        }
        blocks.push(match pairs.is_empty() {
            true => self.not_filled_in(),
            false => Block::new(BlockKind::KeyValue(pairs)),
        });
    }
}

/// The column that shows the field with this role.
fn column(table: &TableView, role: FieldRole) -> Option<usize> {
    table.columns.iter().position(|c| c.field.as_ref().is_some_and(|f| f.role == Some(role)))
}

fn words_of(row: &RowView, column: usize) -> String {
    let value = row.cells.get(column).and_then(|cell| cell.value.as_ref());
    value.map_or_else(String::new, Value::plain_text)
}
