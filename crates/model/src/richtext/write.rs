//! Writes the tree as Markdown.

use super::{
    Block, ListItem, RichText, TableCell, TableRow,
    escape::{Container, inlines},
};

impl RichText {
    /// The text as Markdown (CommonMark with tables), without a line end at its end. Ordinary words stay as they are.
    /// Characters are escaped only where they would be read as syntax.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let normalised = self.normalise();
        let mut lines = Vec::new();
        blocks(&normalised.content, 0, &mut lines);
        lines.join("\n")
    }
}

/// Adds the lines of `content`, with an empty line between blocks. A list at its start has the marker with the index
/// `first`.
fn blocks(content: &[Block], first: usize, lines: &mut Vec<String>) {
    let mut before: Option<(&Block, usize)> = None;
    for block in content {
        // A list directly after a list of the same kind would continue it. Therefore it gets a different marker.
        let marker_index = match (before, block) {
            (Some((Block::BulletList { .. }, marker_index)), Block::BulletList { .. })
            | (Some((Block::OrderedList { .. }, marker_index)), Block::OrderedList { .. }) => {
                marker_index + 1
            }
            (None, _) => first,
            _ => 0,
        };
        if before.is_some() {
            lines.push(String::new());
        }
        one_block(block, marker_index, lines);
        before = Some((block, marker_index));
    }
}

fn one_block(block: &Block, marker_index: usize, lines: &mut Vec<String>) {
    match block {
        Block::Paragraph { content } => {
            lines.extend(inlines(content, Container::Paragraph).split('\n').map(str::to_owned));
        }
        Block::Heading { attrs, content } => {
            let hashes = "#".repeat(usize::from(attrs.level));
            lines.push(format!("{hashes} {}", inlines(content, Container::Heading)));
        }
        Block::BulletList { content } => {
            let marker = if marker_index.is_multiple_of(2) { "-" } else { "+" };
            list(content, marker_index, |_| marker.to_owned(), lines);
        }
        Block::OrderedList { attrs, content } => {
            let end = if marker_index.is_multiple_of(2) { '.' } else { ')' };
            let start = usize::try_from(attrs.start).unwrap_or(0);
            let marker = |number: usize| format!("{}{end}", (start + number).min(999_999_999));
            list(content, marker_index, marker, lines);
        }
        Block::Table { content } => table(content, lines),
    }
}

fn list(
    items: &[ListItem],
    marker_index: usize,
    marker: impl Fn(usize) -> String,
    lines: &mut Vec<String>,
) {
    let tight = items.iter().all(is_tight);
    for (number, item) in items.iter().enumerate() {
        if number > 0 && !tight {
            lines.push(String::new());
        }
        let marker = marker(number);
        let mut inner = Vec::new();
        match item.content.split_first() {
            // A list on the line of its parent gets the other marker, because `- - -` would be a rule.
            Some((first, rest)) if first.is_blank() => blocks(rest, marker_index + 1, &mut inner),
            Some((first, rest)) if tight => {
                one_block(first, 0, &mut inner);
                blocks(rest, 0, &mut inner);
            }
            _ => blocks(&item.content, 0, &mut inner),
        }
        let indent = " ".repeat(marker.len() + 1);
        for (line, words) in inner.iter().enumerate() {
            lines.push(match (line, words.as_str()) {
                (0, words) => format!("{marker} {words}"),
                (_, "") => String::new(),
                (_, words) => format!("{indent}{words}"),
            });
        }
        if inner.is_empty() {
            lines.push(marker);
        }
    }
}

/// Whether an item can stand directly below the item before it: it has one line of words, and after them at most a list
/// that needs no empty line before it.
fn is_tight(item: &ListItem) -> bool {
    match item.content.as_slice() {
        [_] => true,
        [first, Block::BulletList { content }] => !first.is_blank() && interrupts(content),
        [first, Block::OrderedList { attrs, content }] => {
            !first.is_blank() && attrs.start == 1 && interrupts(content)
        }
        _ => false,
    }
}

/// Whether a list can follow a paragraph without an empty line between them.
fn interrupts(items: &[ListItem]) -> bool {
    items.iter().all(is_tight)
        && items
            .first()
            .is_some_and(|item| item.content.first().is_some_and(|first| !first.is_blank()))
}

fn table(rows: &[TableRow], lines: &mut Vec<String>) {
    for (number, row) in rows.iter().enumerate() {
        let mut line = String::from("|");
        for cell in &row.content {
            line.push(' ');
            line.push_str(&cell_words(cell));
            line.push_str(" |");
        }
        lines.push(line);
        if number == 0 {
            lines.push(format!("|{}", " --- |".repeat(row.content.len())));
        }
    }
}

fn cell_words(cell: &TableCell) -> String {
    match cell.content() {
        [Block::Paragraph { content }] => inlines(content, Container::Cell),
        _ => String::new(),
    }
}
