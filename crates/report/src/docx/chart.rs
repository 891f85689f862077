//! Writes a chart in words, one line for each bar or day. Readers of a Word file continue to write in it, and nobody
//! could change a drawing.

use chrono::Datelike;

use super::story::{BlockContext, Story};
use crate::document::{Chart, Drawing, Emphasis, Inline};

impl Story<'_> {
    pub(super) fn chart(&mut self, chart: &Chart, ctx: BlockContext) {
        self.caption(&chart.caption, ctx);
        match &chart.drawing {
            Drawing::Bars { bars, .. } => {
                for bar in bars {
                    let segments = bar.segments.iter().filter(|segment| segment.count > 0);
                    let words: Vec<String> =
                        segments.map(|one| format!("{} {}", one.count, one.words)).collect();
                    self.chart_line(&bar.label, &words.join(", "), ctx);
                }
            }
            Drawing::Timeline { entries, .. } => {
                for entry in entries {
                    let day = format!("{} {}", entry.words, entry.day.year());
                    self.chart_line(&day, &entry.label, ctx);
                }
            }
        }
    }

    fn chart_line(&mut self, label: &str, words: &str, ctx: BlockContext) {
        let emphasis = Emphasis { bold: true, italic: false };
        let label = Inline::Text { text: label.to_owned(), emphasis };
        self.line(None, &[label, Inline::plain(format!(": {words}"))], ctx);
    }
}
