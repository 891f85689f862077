//! Makes a document of a comparison: a cover, an overview, and for each group of topics a table with a column for each
//! side.

mod side;

use std::collections::HashMap;

use chrono::NaiveDate;
use vurder_model::comparison::{
    ComparedCoverage, ComparedState, ComparedTopic, Comparison, CoverageSums,
};
use vurder_model::provider::{CoverageStatus, PackOrigin};

use super::cells::paragraph;
use super::{date, day_of_state, words};
use crate::document::{
    Block, BlockKind, Cell, Column, ColumnKind, Cover, Document, Inline, Meta, Pair, Table,
    TableRow,
};
use crate::messages::{Message, ReportMessages, msg};

/// The greatest number of letters of a name that is never broken.
const SHORT_NAME: usize = 24;

/// The input of a comparison's report.
pub struct ComparisonReport<'a> {
    /// The two states, with the judgements of the project if there is one.
    pub comparison: &'a Comparison,
    /// Title of the project whose judgements are printed; `None` for a comparison without a project.
    pub project: Option<&'a str>,
    /// The label of each judgement, by its id.
    pub judgements: HashMap<&'a str, &'a str>,
    /// The date on the report.
    pub date: NaiveDate,
    /// Language of the words, as BCP 47.
    pub language: &'a str,
    /// The report's messages, in that language.
    pub messages: &'a dyn ReportMessages,
}

/// Composes the report of a comparison.
#[must_use]
pub fn compose_comparison(report: &ComparisonReport<'_>) -> Document {
    let composer = Composer { from: report };
    let mut blocks = vec![composer.cover(), composer.sums()];
    blocks.extend(composer.notes());
    blocks.push(Block::new(BlockKind::Contents));
    composer.overview(&mut blocks);
    composer.topics(&mut blocks);
    Document { meta: composer.meta(), words: words(report.messages), blocks }
}

/// Composes one report of a comparison.
struct Composer<'a> {
    from: &'a ComparisonReport<'a>,
}

impl<'a> Composer<'a> {
    fn messages(&self) -> &'a dyn ReportMessages {
        self.from.messages
    }

    fn say(&self, message: Message) -> String {
        message(self.messages())
    }

    fn states(&self) -> [&'a ComparedState; 2] {
        [&self.from.comparison.left, &self.from.comparison.right]
    }

    fn day(&self, day: Option<NaiveDate>) -> String {
        day_of_state(self.messages(), day)
    }

    fn is_of_one_provider(&self) -> bool {
        self.from.comparison.earlier.is_some()
    }

    fn meta(&self) -> Meta {
        let [left, right] = self.states();
        Meta {
            title: self.say(msg::report_compare_what),
            project: if self.is_of_one_provider() {
                left.provider_name.clone()
            } else {
                let names = (&left.provider_name, &right.provider_name);
                msg::report_compare_names(self.messages(), names.0, names.1)
            },
            form: String::new(),
            version: date(self.messages(), self.from.date),
            authors: Vec::new(),
            date: self.from.date,
            language: self.from.language.to_owned(),
            words_language: self.from.language.to_owned(),
            // It assesses nothing, so there is nothing to review or to approve.
            draft: false,
        }
    }

    fn cover(&self) -> Block {
        let [left, right] = self.states();
        let pair = |label: String, value: String| Pair {
            anchor: None,
            label,
            value: vec![Block::text(value)],
        };
        let mut particulars: Vec<Pair> = self
            .states()
            .into_iter()
            .map(|state| pair(state.provider_name.clone(), self.state_in_words(state)))
            .collect();
        if let Some(project) = self.from.project {
            particulars.push(pair(self.say(msg::report_compare_judgements), project.to_owned()));
        }
        particulars.push(pair(self.say(msg::report_date), date(self.messages(), self.from.date)));
        let title = if self.is_of_one_provider() {
            msg::report_compare_revisions_title(self.messages(), &left.provider_name)
        } else {
            let names = (&left.provider_name, &right.provider_name);
            msg::report_compare_providers_title(self.messages(), names.0, names.1)
        };
        Block::new(BlockKind::Cover(Cover {
            kicker: self.say(msg::report_compare_kicker),
            title,
            subtitle: String::new(),
            particulars,
        }))
    }

    /// "State of 28 April 2026, revision 2: 68 pages with 247 statements".
    fn state_in_words(&self, of: &ComparedState) -> String {
        let (messages, revision) = (self.messages(), &of.revision);
        match of.day {
            Some(day) => {
                let day = date(messages, day);
                msg::report_compare_state(messages, &day, revision, of.pages, of.statements)
            }
            None => msg::report_compare_state_undated(messages, revision, of.pages, of.statements),
        }
    }

    /// The head of the column of a state: the provider with the day, or with the revision if no day is known.
    fn head(&self, of: &ComparedState) -> String {
        let state = match of.day {
            Some(day) => date(self.messages(), day),
            None => msg::report_compare_revision(self.messages(), &of.revision),
        };
        msg::report_compare_side(self.messages(), &of.provider_name, &state)
    }

    /// Explains who wrote the words, and what "not stated" means.
    fn notes(&self) -> Vec<Block> {
        let of = |origin: PackOrigin| {
            let [left, right] = self
                .states()
                .map(|state| (state.origin == origin).then_some(state.provider_name.as_str()));
            match (left, right) {
                (Some(left), Some(right)) if left != right => {
                    msg::report_compare_names(self.messages(), left, right)
                }
                (one, other) => one.or(other).unwrap_or_default().to_owned(),
            }
        };
        let (bundled, imported) = (of(PackOrigin::Bundled), of(PackOrigin::Imported));
        let mut notes = Vec::new();
        if !bundled.is_empty() {
            notes.push(msg::report_compare_own_words(self.messages(), &bundled));
        }
        if !imported.is_empty() {
            notes.push(msg::report_compare_imported_words(self.messages(), &imported));
        }
        notes.push(self.say(msg::report_compare_not_stated_means));
        notes.into_iter().map(Block::text).collect()
    }

    /// The numbers of both states.
    fn sums(&self) -> Block {
        let [left, right] = self.states();
        type Sum = fn(&CoverageSums) -> usize;
        let sums: [(Message, Sum); 6] = [
            (msg::report_compare_topics_stated, |sums| sums.stated),
            (msg::report_compare_topics_limited, |sums| sums.limitation),
            (msg::report_compare_topics_duty, |sums| sums.controllers_duty),
            (msg::report_compare_topics_not_stated, |sums| sums.not_stated),
            (msg::report_compare_topics_not_looked_at, |sums| sums.not_looked_at),
            (msg::report_compare_topics_left_open, |sums| sums.left_open),
        ];
        let row = |label: Message, left: String, right: String| TableRow::Cells {
            anchor: None,
            cells: vec![Cell::text(self.say(label)), Cell::text(left), Cell::text(right)],
        };
        let count = |label, of: fn(&ComparedState) -> usize| {
            row(label, of(left).to_string(), of(right).to_string())
        };
        let mut rows = vec![
            row(msg::report_captured_on, self.day(left.day), self.day(right.day)),
            count(msg::report_pages_read, |state| state.pages),
            count(msg::report_compare_statements, |state| state.statements),
        ];
        // A line with 0 on both sides is left out.
        let told = sums.into_iter().filter(|(_, of)| of(&left.sums) + of(&right.sums) > 0);
        rows.extend(told.map(|(label, of)| {
            row(label, of(&left.sums).to_string(), of(&right.sums).to_string())
        }));
        let mut columns = vec![Column::new(String::new(), 1.0, ColumnKind::Text)];
        columns.extend(
            self.states().map(|state| {
                Column::new(in_one_line(&state.provider_name), 1.0, ColumnKind::Figure)
            }),
        );
        table(columns, rows)
    }

    /// For each topic, how much is stated, with a link to the details.
    fn overview(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::heading(1, "", self.say(msg::report_compare_overview)).at("overview"));
        let mut rows = Vec::new();
        for group in self.groups() {
            rows.push(TableRow::Group(group[0].topic.group.clone()));
            for topic in group {
                let title = Inline::RowRef {
                    label: topic.topic.title.clone(),
                    anchor: topic_anchor(topic),
                };
                let cells = vec![
                    Cell { blocks: vec![paragraph(vec![title])], ..Cell::default() },
                    self.status(&topic.left),
                    self.status(&topic.right),
                ];
                rows.push(TableRow::Cells { anchor: None, cells });
            }
        }
        let topic = self.say(msg::report_compare_topic_counted);
        let mut columns = vec![Column::new(topic, 1.0, ColumnKind::Text)];
        columns.extend(self.sides());
        blocks.push(table(columns, rows));
    }

    fn status(&self, covered: &ComparedCoverage) -> Cell {
        let counted = |label: Message| {
            let count = covered.statements.len();
            Inline::plain(msg::report_compare_counted(self.messages(), &self.say(label), count))
        };
        let mut inlines = vec![match covered.status {
            CoverageStatus::Stated => counted(msg::report_stated),
            CoverageStatus::Limitation => counted(msg::report_compare_limits),
            CoverageStatus::ControllersDuty => counted(msg::report_duty),
            CoverageStatus::NotStated => Inline::bold(self.say(msg::report_not_stated)),
            CoverageStatus::NotLookedAt => Inline::italic(self.say(msg::report_not_looked_at)),
        }];
        if covered.status.has_statement() && !covered.missing.is_empty() {
            let open = self.say(msg::report_compare_something_open);
            inlines.push(Inline::plain(format!(" · {open}")));
        }
        Cell { blocks: vec![paragraph(inlines)], ..Cell::default() }
    }

    /// A column of text for each side.
    fn sides(&self) -> [Column; 2] {
        self.states().map(|state| Column::new(self.head(state), 1.0, ColumnKind::Text))
    }

    fn groups(&self) -> impl Iterator<Item = &'a [ComparedTopic]> {
        self.from.comparison.topics.chunk_by(|a, b| a.topic.group == b.topic.group)
    }

    /// A section for each group of topics, with a table of everything that both sides state on them.
    fn topics(&self, blocks: &mut Vec<Block>) {
        for (group, number) in self.groups().zip(1..) {
            let heading = Block::heading(1, number.to_string(), &group[0].topic.group);
            blocks.push(heading.at(format!("group/{number}")));
            let mut rows = Vec::new();
            for topic in group {
                rows.push(TableRow::Group(topic.topic.title.clone()));
                let cells = [&topic.left, &topic.right].map(|covered| self.side(covered));
                rows.push(TableRow::Cells {
                    anchor: Some(topic_anchor(topic)),
                    cells: cells.into(),
                });
            }
            blocks.push(table(self.sides().into(), rows));
        }
    }
}

fn table(columns: Vec<Column>, rows: Vec<TableRow>) -> Block {
    Block::new(BlockKind::Table(Table { caption: None, columns, rows, inset: false }))
}

/// A name. If it is short, it is not broken over lines above columns of figures.
fn in_one_line(name: &str) -> String {
    if name.chars().count() <= SHORT_NAME { name.replace(' ', "\u{a0}") } else { name.to_owned() }
}

fn topic_anchor(topic: &ComparedTopic) -> String {
    format!("topic/{}", topic.topic.id)
}
