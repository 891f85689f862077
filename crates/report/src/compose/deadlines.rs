//! Draws the deadlines of a plan on a timeline.

use chrono::{Datelike, Months, NaiveDate};
use vurder_model::role::FieldRole;
use vurder_model::value::Value;
use vurder_model::view::TableView;

use super::date;
use super::form::{Composer, row_anchor};
use crate::document::{Block, BlockKind, Chart, Drawing, TimelineEntry};
use crate::messages::{ReportMessages, msg};

/// The least number of deadlines for which a timeline is drawn.
const LEAST: usize = 3;

impl Composer<'_> {
    /// The deadlines of the measures of a table, with those of the open requests that the form shows; `None` for other
    /// tables, or if there are too few deadlines.
    pub(crate) fn deadlines(&self, table: &TableView) -> Option<Block> {
        let column = table.columns.iter().position(|column| {
            let role = column.field.as_ref().and_then(|field| field.role);
            role == Some(FieldRole::MeasureDeadline)
        })?;
        let mut due = Vec::new();
        for row in table.rows() {
            if let Some(Value::Date(day)) = row.cells.get(column).and_then(|c| c.value.as_ref()) {
                let (label, anchor) = (row.number.clone(), row_anchor(row.id.as_str()));
                due.push((*day, label, anchor));
            }
        }
        for request in self.from.facts.iter().flat_map(|facts| &facts.requests) {
            let of = &request.request;
            if let Some(day) = request.due.filter(|_| self.row_of_form(&of.row).is_some()) {
                let (label, anchor) = (of.number.clone(), row_anchor(of.row.as_str()));
                due.push((day, label, anchor));
            }
        }
        due.sort_by_key(|(day, ..)| *day);
        let entries: Vec<TimelineEntry> = due
            .into_iter()
            .map(|(day, label, anchor)| {
                let words = day_of_month(self.messages(), day);
                TimelineEntry { day, words, label, anchor }
            })
            .collect();
        let days = entries.chunk_by(|a, b| a.day == b.day);
        if days.clone().count() < LEAST {
            return None;
        }
        let alternative = days.map(|same| {
            let labels: Vec<&str> = same.iter().map(|entry| entry.label.as_str()).collect();
            let day =
                same.first().map(|entry| date(self.messages(), entry.day)).unwrap_or_default();
            format!("{day}: {}", labels.join(", "))
        });
        let alternative = alternative.collect::<Vec<_>>().join(". ");
        let caption = self.say(msg::report_deadlines);
        let months = months(self.messages(), &entries);
        let drawing = Drawing::Timeline { entries, months };
        Some(Block::new(BlockKind::Chart(Chart { caption, drawing, alternative })))
    }
}

/// The months from the first entry's to the last one's.
fn months(messages: &dyn ReportMessages, entries: &[TimelineEntry]) -> Vec<(NaiveDate, String)> {
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return Vec::new() };
    let starts = std::iter::successors(first.day.with_day(1), |month| {
        month.checked_add_months(Months::new(1)).filter(|next| *next <= last.day)
    });
    let named = starts.map(|start| {
        let name = msg::report_month_short(messages, start.month() as usize);
        (start, msg::report_month(messages, &name, &start.year().to_string()))
    });
    named.collect()
}

/// "1 Mar".
fn day_of_month(messages: &dyn ReportMessages, day: NaiveDate) -> String {
    let month = msg::report_month_short(messages, day.month() as usize);
    msg::report_day_of_month(messages, &day.day().to_string(), &month)
}
