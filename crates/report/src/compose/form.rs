//! The frame of the report: cover, contents, sections, parts and fields.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use vurder_model::field::FieldKind;
use vurder_model::frozen::VersionKind;
use vurder_model::id::{CitationId, RowId};
use vurder_model::project::Project;
use vurder_model::report_address::AnswerAddress;
use vurder_model::risk::RiskSide;
use vurder_model::value::Value;
use vurder_model::view::{BlockView, FieldView, PartView, SectionView};

use super::changes::Changes;
use super::cut::levels_chart;
use super::{Composition, Empty, Numbering, date, day_of_state, words};
use crate::document::{Block, BlockKind, Cover, Document, Meta, Pair, Words};
use crate::messages::{Message, ReportMessages, msg};

/// The anchor of a row at its first place in the report.
pub(crate) fn row_anchor(row: &str) -> String {
    format!("row/{row}")
}

/// Composes one report.
pub(crate) struct Composer<'a> {
    pub(crate) from: &'a Composition<'a>,
    pub(crate) numbering: Numbering<'a>,
    /// Anchors that are already used. Each anchor stands at one place.
    anchors: BTreeSet<String>,
    /// Rows that the report has named.
    pub(crate) named: BTreeSet<RowId>,
    /// The changes since an earlier version; `None` if the report does not show changes.
    pub(crate) changes: Option<&'a Changes<'a>>,
    /// Whether changes are marked in the part that is being set.
    pub(crate) marking: bool,
    /// Whether an answer of the earlier version is being set.
    pub(crate) earlier: bool,
    /// Whether an answer is being set as it was and as it is, to be compared. Both must have the same form.
    pub(crate) compared: bool,
}

impl<'a> Composer<'a> {
    /// Begins a report. Its first sources are those of `cited`, in this order. In a cut, sources have the numbers of
    /// the whole report.
    pub(crate) fn new(
        from: &'a Composition<'a>,
        cited: &[CitationId],
        changes: Option<&'a Changes<'a>>,
    ) -> Self {
        let project = from.cut.map_or(from.project, |cut| cut.whole.1);
        let mut numbering = Numbering::new(project);
        for id in cited {
            numbering.number(id);
        }
        if from.cut.is_some() {
            numbering.meet_none();
        }
        Self {
            from,
            numbering,
            anchors: BTreeSet::new(),
            named: BTreeSet::new(),
            changes,
            marking: changes.is_some_and(|changes| changes.earlier.marked),
            earlier: false,
            compared: false,
        }
    }

    pub(crate) fn project(&self) -> &'a Project {
        self.from.project
    }

    /// The project of which a cut shows a part; without a cut, the project itself.
    pub(crate) fn whole(&self) -> &'a Project {
        self.from.cut.map_or(self.from.project, |cut| cut.whole.1)
    }

    /// The names of the controllers, even if a cut shows nothing else about them.
    pub(crate) fn controllers(&self) -> &'a [String] {
        &self.from.cut.map_or(self.from.form, |cut| cut.whole.0).controllers
    }

    /// The text of a message without arguments.
    pub(crate) fn say(&self, message: Message) -> String {
        message(self.messages())
    }

    /// The messages, for those with arguments.
    pub(crate) fn messages(&self) -> &'a dyn ReportMessages {
        self.from.messages
    }

    /// The day of the state of a page, or that it is not known.
    pub(crate) fn day_of_state(&self, day: Option<NaiveDate>) -> String {
        day_of_state(self.messages(), day)
    }

    /// The anchor if no block has it yet; otherwise an anchor that also contains the place.
    pub(crate) fn anchor(&mut self, wanted: String, place: &str) -> Option<String> {
        if self.anchors.insert(wanted.clone()) {
            return Some(wanted);
        }
        let second = format!("{wanted}@{place}");
        self.anchors.insert(second.clone()).then_some(second)
    }

    pub(crate) fn not_filled_in(&self) -> Block {
        Block::new(BlockKind::Prompt(self.say(msg::report_not_filled_in)))
    }

    pub(crate) fn document(&mut self) -> Document {
        let form = self.from.form;
        let mut blocks = vec![self.cover(), Block::new(BlockKind::PageBreak)];
        if self.from.summary && self.from.facts.is_some() {
            blocks.append(&mut self.summary());
            blocks.push(Block::new(BlockKind::PageBreak));
        }
        blocks.push(Block::new(BlockKind::Contents));
        blocks.push(Block::new(BlockKind::PageBreak));
        if self.changes.is_some() {
            self.list_of_changes(&mut blocks);
            blocks.push(Block::new(BlockKind::PageBreak));
        }
        for section in &form.sections {
            self.section(section, &mut blocks);
        }
        self.waived(&mut blocks);
        self.sources(&mut blocks);
        self.attachments(&mut blocks);
        self.review_answers(&mut blocks);
        Document { meta: self.meta(), words: self.words(), blocks }
    }

    /// The words that the layout sets, with the author of the marked changes.
    pub(super) fn words(&self) -> Words {
        let mut words = words(self.messages());
        if let Some(changes) = self.changes.filter(|_| self.marking) {
            let number = changes.earlier.version.number.to_string();
            words.marked_by = msg::report_changes_by(self.messages(), &number);
        }
        words
    }

    pub(super) fn meta(&self) -> Meta {
        let (form, head) = (self.from.form, &self.project().head);
        Meta {
            title: form.title.clone(),
            project: head.title.clone(),
            form: self.form_words(),
            version: match (self.from.issued, head.version.as_str()) {
                (Some(issued), _) => {
                    msg::report_version_header(self.messages(), &issued.number.to_string())
                }
                (None, "") => date(self.messages(), self.from.date),
                (None, version) => msg::report_version_header(self.messages(), version),
            },
            authors: self.controllers().to_vec(),
            date: self.from.date,
            language: head.language.clone(),
            words_language: self.from.words_language.to_owned(),
            draft: match self.from.issued {
                Some(issued) => issued.kind != VersionKind::Approved,
                None => !self.from.finished,
            },
        }
    }

    fn form_words(&self) -> String {
        let form = self.from.form;
        msg::report_form(self.messages(), &form.short, &form.version)
    }

    pub(super) fn cover(&self) -> Block {
        let head = &self.project().head;
        let pair = |message: Message, value: String| Pair {
            anchor: None,
            label: self.say(message),
            value: if value.is_empty() { Vec::new() } else { vec![Block::text(value)] },
        };
        let lines = |names: &[String]| names.join("\n");
        // A version is identified by its number and by the report's own version.
        let (version, state, by) = match self.from.issued {
            Some(issued) if head.version.is_empty() => {
                (issued.number.to_string(), self.state(), issued.by.clone())
            }
            Some(issued) => {
                let version = format!("{} ({})", issued.number, head.version);
                (version, self.state(), issued.by.clone())
            }
            None => (head.version.clone(), self.state(), String::new()),
        };
        let mut particulars = vec![
            pair(msg::report_controllers, lines(self.controllers())),
            pair(msg::report_providers, lines(&self.from.providers)),
            pair(msg::report_version, version),
            pair(msg::report_date, date(self.messages(), self.from.date)),
            pair(msg::report_state, state),
            pair(msg::report_version_by, by),
            pair(msg::report_follows, self.from.form.source.clone()),
            pair(msg::report_holds, self.chosen_sections()),
        ];
        particulars.retain(|pair| !pair.value.is_empty());
        Block::new(BlockKind::Cover(Cover {
            kicker: self.form_words(),
            title: self.from.form.title.clone(),
            subtitle: head.title.clone(),
            particulars,
        }))
    }

    /// "Sections 2, 4 of the report", if the report only has these sections.
    fn chosen_sections(&self) -> String {
        if self.from.cut.is_none_or(|cut| !cut.chosen_sections) {
            return String::new();
        }
        let sections: Vec<&str> = self.from.form.sections.iter().map(|s| s.id.as_str()).collect();
        msg::report_cut_sections(self.messages(), sections.len(), &sections.join(", "))
    }

    pub(super) fn section(&mut self, section: &SectionView, blocks: &mut Vec<Block>) {
        blocks.push(
            Block::heading(1, &section.id, &section.title)
                .answering(&section.law)
                .at(format!("section/{}", section.id)),
        );
        let start = blocks.len();
        for part in &section.parts {
            if part.optional && part.empty && self.from.empty == Empty::LeaveOut {
                continue;
            }
            // If a section is its own only part, its number stands once.
            let number = if part.id == section.id { "" } else { part.id.as_str() };
            self.part(part, number, blocks);
        }
        // A heading with nothing below it would look as if a page were missing.
        if blocks.len() == start {
            match self.from.cut.is_some_and(|cut| !cut.chosen_sections) {
                true => blocks.truncate(start - 1),
                false => blocks.push(self.not_filled_in()),
            }
        }
    }

    pub(super) fn part(&mut self, part: &PartView, number: &str, blocks: &mut Vec<Block>) {
        let mut heading = Block::heading(2, number, &part.title).answering(&part.law);
        heading.anchor = self.anchor(format!("part/{}", part.id), "again");
        blocks.push(heading);
        let start = blocks.len();
        let mut pairs: Vec<Pair> = Vec::new();
        for block in &part.blocks {
            if let BlockView::Field(field) = block
                && is_short(field)
            {
                pairs.extend(self.pair(field));
                continue;
            }
            flush(&mut pairs, blocks);
            match block {
                BlockView::Field(field) => self.field(field, part, blocks),
                BlockView::Table(table) => {
                    self.table(table, part, blocks);
                    blocks.extend(self.deadlines(table));
                }
                BlockView::Matrix(matrix) => blocks.append(&mut self.matrices(matrix)),
                BlockView::Levels(levels) => {
                    blocks.append(&mut self.levels(levels));
                    let risks = self.from.facts.map(|facts| &facts.risks);
                    blocks
                        .extend(risks.and_then(|risks| {
                            levels_chart(self, risks, &[RiskSide::Organisation])
                        }));
                }
                BlockView::Coverage(coverage) => self.coverage(coverage, blocks),
                BlockView::Rows { what, table } => self.register(*what, table, part, blocks),
                BlockView::Screening(screening) => self.screening(screening, blocks),
                BlockView::Sources { pages } => self.cited_pages(pages, blocks),
                BlockView::Versions { lines } => self.versions(lines, blocks),
            }
        }
        flush(&mut pairs, blocks);
        if blocks.len() == start {
            // If all blocks are optional and empty, but the part itself is required, the part says so once.
            blocks.push(self.not_filled_in());
        }
    }

    /// A short answer beside its label.
    fn pair(&mut self, field: &FieldView) -> Option<Pair> {
        // Options without notes stand in one line, also beside their label.
        let roomy = field.field.kind != FieldKind::Choices;
        let mut value = self.cell(&field.row, Some(&field.field), &field.cell, roomy);
        if value.is_empty() {
            if !field.cell.asked || (!field.cell.missing && self.from.empty == Empty::LeaveOut) {
                return None;
            }
            value.push(self.not_filled_in().answer(address_of(field)));
        }
        let anchor = self.field_anchor(field);
        Some(Pair { anchor, label: field.field.label.clone(), value })
    }

    fn field_anchor(&mut self, field: &FieldView) -> Option<String> {
        self.anchor(format!("value/{}/{}", field.row, field.field.id), "field")
    }

    /// A long answer below its label.
    fn field(&mut self, field: &FieldView, part: &PartView, blocks: &mut Vec<Block>) {
        let mut value = self.cell(&field.row, Some(&field.field), &field.cell, true);
        if value.is_empty() {
            if !field.cell.asked || (!field.cell.missing && self.from.empty == Empty::LeaveOut) {
                return;
            }
            value.push(self.not_filled_in().answer(address_of(field)));
        }
        let anchor = self.field_anchor(field);
        // A part that asks one thing with the same name as the part needs no second heading.
        if field.field.label != part.title {
            blocks.push(Block::subheading(3, &field.field.label).answering(&field.field.law));
        }
        for block in &mut value {
            if block.anchor.is_none() {
                block.anchor.clone_from(&anchor);
            }
        }
        blocks.append(&mut value);
    }
}

fn address_of(field: &FieldView) -> AnswerAddress {
    AnswerAddress::new(field.row.clone(), &field.field.id)
}

/// Whether an answer stands beside its label instead of below it.
fn is_short(field: &FieldView) -> bool {
    match field.field.kind {
        FieldKind::Line | FieldKind::Date | FieldKind::Level | FieldKind::Refs => true,
        FieldKind::Choice | FieldKind::Acceptance | FieldKind::Citations => true,
        FieldKind::Choices => {
            let grouped = field.field.options.iter().any(|option| option.group.is_some());
            let noted = match &field.cell.value {
                Some(Value::Choices(all)) => all.iter().any(|chosen| !chosen.note.is_empty()),
                _ => false,
            };
            !grouped && !noted
        }
        FieldKind::Text | FieldKind::YesNo | FieldKind::Scale | FieldKind::Matrix => false,
    }
}

fn flush(pairs: &mut Vec<Pair>, blocks: &mut Vec<Block>) {
    if !pairs.is_empty() {
        blocks.push(Block::new(BlockKind::KeyValue(std::mem::take(pairs))));
    }
}
