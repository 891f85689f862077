//! Writes a chart in words, one line for each bar or day. Readers of a Word file continue to write in it, and nobody
//! could change a drawing.

use super::story::{Place, Story};
use crate::document::{Chart, Drawing, Emphasis, Inline};

impl Story<'_> {
    pub(super) fn chart(&mut self, chart: &Chart, place: Place) {
        self.caption(&chart.caption, place);
        match &chart.drawing {
            Drawing::Bars { bars, .. } => {
                for bar in bars {
                    let segments = bar.segments.iter().filter(|segment| segment.count > 0);
                    let words: Vec<String> =
                        segments.map(|one| format!("{} {}", one.count, one.words)).collect();
                    self.chart_line(&bar.label, &words.join(", "), place);
                }
            }
            Drawing::Timeline(entries) => {
                for entry in entries {
                    self.chart_line(&entry.day.to_string(), &entry.label, place);
                }
            }
        }
    }

    fn chart_line(&mut self, label: &str, words: &str, place: Place) {
        let emphasis = Emphasis { bold: true, italic: false };
        let label = Inline::Text { text: label.to_owned(), emphasis };
        self.line(None, &[label, Inline::plain(format!(": {words}"))], place);
    }
}
