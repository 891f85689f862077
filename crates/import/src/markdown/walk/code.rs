//! Blocks of code, and text that only looks like code.

use super::Walk;
use crate::format::Dialect;
use crate::imported::DeadLink;

/// The greatest number of times that text inside such text is read as Markdown.
const NESTED: usize = 3;

/// A block of code that is being read.
#[derive(Debug)]
pub(super) struct Code {
    pub(super) text: String,
    pub(super) line: u32,
    pub(super) title: String,
    pub(super) indented: bool,
    pub(super) lines: Vec<u32>,
}

impl Walk<'_> {
    pub(super) fn end_code(&mut self, nested: usize, undefined: &mut Vec<DeadLink>) {
        let Some(code) = self.code.take() else { return };
        // Text that is indented more than its list is not code if the dialect has no indented code, or if it holds a
        // mark of the preparation.
        let marked = code.text.contains("<!--\u{E000}");
        let words = code.indented && self.dialect == Dialect::Docusaurus;
        if (marked || words) && nested < NESTED {
            return self.run(&code.text, &code.lines, nested + 1, undefined);
        }
        let text = if marked { without_marks(&code.text) } else { code.text };
        if code.title.is_empty() {
            self.page.code(&text, code.line);
        } else {
            self.page.open_box(&code.title);
            self.page.code(&text, code.line);
            self.page.close_box();
        }
    }
}

fn without_marks(code: &str) -> String {
    code.lines().filter(|line| !line.contains("<!--\u{E000}")).collect::<Vec<_>>().join("\n")
}

/// The title of a block of code: `title="config.yml"`, or `[npm]` in a group.
pub(super) fn title(info: &str) -> String {
    for quote in ['"', '\''] {
        if let Some((_, after)) = info.split_once(&format!("title={quote}")) {
            return after.split(quote).next().unwrap_or("").to_owned();
        }
    }
    let group = info.split_once('[').and_then(|(_, after)| after.split_once(']'));
    group.map(|(title, _)| title.to_owned()).unwrap_or_default()
}
