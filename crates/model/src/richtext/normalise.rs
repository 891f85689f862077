//! The normal form of a text: a tree that Markdown can express. Texts that look the same have the same normal form.

use super::{
    Block, HeadingAttrs, Inline, ListItem, MAX_LIST_DEPTH, Mark, OrderedListAttrs, RichText,
    TableCell, TableRow, is_blank_inline,
};

/// The largest number a Markdown list can start with.
const MAX_START: u32 = 999_999_999;

impl RichText {
    /// The normal form of this tree. It looks the same to a reader and has the same words:
    ///
    /// - neighbouring words with the same marks are one text; marks have one order, and each stands once; white space
    ///   at the edge of bold or italic words is neither bold nor italic; line ends in words are hard breaks, and a
    ///   paragraph does not begin or end with one;
    /// - a link has an allowed address ([`allowed_href`]), otherwise only its words stay;
    /// - blank paragraphs, headings, and lists and tables without content are gone; blank cells and blank items are
    ///   empty;
    /// - headings have levels 1 to 3 and no hard breaks; inside lists they become paragraphs;
    /// - an item starts with a paragraph; lists nest at most [`MAX_LIST_DEPTH`] deep;
    /// - a table's rows are equally long, only its first row is the header, and each cell is one paragraph.
    #[must_use]
    pub fn normalise(&self) -> Self {
        Self { content: blocks(&self.content, 0) }
    }
}

/// Whether a link may lead to `href`: http, https, mailto, or `#place` inside the program.
#[must_use]
pub fn allowed_href(href: &str) -> bool {
    let scheme = |scheme: &str| {
        href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && href.len() > scheme.len()
    };
    scheme("http://") || scheme("https://") || scheme("mailto:") || scheme("#")
}

fn blocks(source: &[Block], depth: usize) -> Vec<Block> {
    let mut out = Vec::new();
    for block in source {
        match block {
            Block::Paragraph { content } => push_paragraph(&mut out, inlines(content)),
            Block::Heading { attrs, content } => {
                let content = inlines(content);
                if depth > 0 {
                    push_paragraph(&mut out, content);
                } else if !content.is_empty() {
                    let level = attrs.level.clamp(1, 3);
                    let content = inlines(&without_breaks(content));
                    out.push(Block::Heading { attrs: HeadingAttrs { level }, content });
                }
            }
            Block::BulletList { content } | Block::OrderedList { content, .. }
                if depth == MAX_LIST_DEPTH =>
            {
                for item in content {
                    out.extend(blocks(&item.content, depth));
                }
            }
            Block::BulletList { content } => {
                let content = items(content, depth + 1);
                if !content.is_empty() {
                    out.push(Block::BulletList { content });
                }
            }
            Block::OrderedList { attrs, content } => {
                let content = items(content, depth + 1);
                if !content.is_empty() {
                    let attrs = OrderedListAttrs { start: attrs.start.min(MAX_START) };
                    out.push(Block::OrderedList { attrs, content });
                }
            }
            Block::Table { content } => out.extend(table(content)),
        }
    }
    out
}

fn push_paragraph(out: &mut Vec<Block>, content: Vec<Inline>) {
    if !content.is_empty() {
        out.push(Block::Paragraph { content });
    }
}

fn without_breaks(content: Vec<Inline>) -> Vec<Inline> {
    content
        .into_iter()
        .map(|inline| if inline == (Inline::HardBreak {}) { Inline::text(" ") } else { inline })
        .collect()
}

fn items(source: &[ListItem], depth: usize) -> Vec<ListItem> {
    source
        .iter()
        .map(|item| {
            let mut content = blocks(&item.content, depth);
            if !matches!(content.first(), Some(Block::Paragraph { .. })) {
                content.insert(0, Block::paragraph([]));
            }
            ListItem { content }
        })
        .collect()
}

fn table(rows: &[TableRow]) -> Option<Block> {
    let width = rows.iter().map(|row| row.content.len()).max().filter(|width| *width > 0)?;
    let content = rows
        .iter()
        .enumerate()
        .map(|(number, row)| {
            let cells = (0..width).map(|column| {
                let content = vec![cell(row.content.get(column).map_or(&[], TableCell::content))];
                if number == 0 {
                    TableCell::TableHeader { content }
                } else {
                    TableCell::TableCell { content }
                }
            });
            TableRow { content: cells.collect() }
        })
        .collect();
    Some(Block::Table { content })
}

/// Makes one paragraph of a cell's blocks. Each paragraph inside them gets a line of its own.
fn cell(source: &[Block]) -> Block {
    let mut content: Vec<Inline> = Vec::new();
    let mut lines: Vec<&[Inline]> = Vec::new();
    each_line(source, &mut lines);
    for line in lines {
        if !content.is_empty() && !line.is_empty() {
            content.push(Inline::HardBreak {});
        }
        content.extend_from_slice(line);
    }
    Block::Paragraph { content: inlines(&content) }
}

fn each_line<'a>(source: &'a [Block], lines: &mut Vec<&'a [Inline]>) {
    for block in source {
        match block {
            Block::Paragraph { content } | Block::Heading { content, .. } => lines.push(content),
            Block::BulletList { content } | Block::OrderedList { content, .. } => {
                content.iter().for_each(|item| each_line(&item.content, lines));
            }
            Block::Table { content } => {
                for cell in content.iter().flat_map(|row| &row.content) {
                    each_line(cell.content(), lines);
                }
            }
        }
    }
}

/// The marks of a text in normal form.
#[derive(Clone, PartialEq, Eq, Default)]
pub(super) struct Marks {
    pub(super) strong: bool,
    pub(super) em: bool,
    pub(super) href: Option<String>,
}

impl Marks {
    /// The marks of `source`, each once. Of several links, the first with an allowed address counts.
    pub(super) fn of(source: &[Mark]) -> Self {
        let mut marks = Self::default();
        for mark in source {
            match mark {
                Mark::Strong {} => marks.strong = true,
                Mark::Em {} => marks.em = true,
                Mark::Link { attrs } => {
                    let href: String = attrs.href.chars().filter(|c| !c.is_control()).collect();
                    let href = href.trim();
                    if marks.href.is_none() && allowed_href(href) {
                        marks.href = Some(href.to_owned());
                    }
                }
            }
        }
        marks
    }

    fn into_marks(self) -> Vec<Mark> {
        let mut out = Vec::new();
        if self.strong {
            out.push(Mark::Strong {});
        }
        if self.em {
            out.push(Mark::Em {});
        }
        out.extend(self.href.map(Mark::link));
        out
    }

    fn unstyled(&self) -> Self {
        Self { href: self.href.clone(), ..Self::default() }
    }
}

/// A part of a line: words with the same marks, or an inline without words.
enum Segment {
    Words(String, Marks),
    Atom(Inline),
}

fn push_words(out: &mut Vec<Segment>, text: &str, marks: Marks) {
    if text.is_empty() {
        return;
    }
    match out.last_mut() {
        Some(Segment::Words(words, last)) if *last == marks => words.push_str(text),
        _ => out.push(Segment::Words(text.to_owned(), marks)),
    }
}

/// The inlines of one paragraph in normal form; empty if a reader would see nothing.
fn inlines(source: &[Inline]) -> Vec<Inline> {
    let mut segments = Vec::new();
    for inline in source {
        match inline {
            Inline::Text { text, marks } => {
                let marks = Marks::of(marks);
                let text = text.replace("\r\n", "\n").replace('\0', "\u{fffd}");
                for (number, line) in text.split(['\n', '\r']).enumerate() {
                    if number > 0 {
                        segments.push(Segment::Atom(Inline::HardBreak {}));
                    }
                    push_words(&mut segments, line, marks.clone());
                }
            }
            Inline::Citation { attrs } if attrs.id.is_empty() => {}
            Inline::Citation { .. } | Inline::HardBreak {} => {
                segments.push(Segment::Atom(inline.clone()));
            }
        }
    }
    let mut expelled = Vec::new();
    for segment in segments {
        match segment {
            Segment::Words(words, marks) if marks.strong || marks.em => {
                let core = words.trim();
                let before = words.len() - words.trim_start().len();
                let after = if core.is_empty() { words.len() } else { before + core.len() };
                push_words(&mut expelled, &words[..before], marks.unstyled());
                push_words(&mut expelled, core, marks.clone());
                push_words(&mut expelled, &words[after..], marks.unstyled());
            }
            Segment::Words(words, marks) => push_words(&mut expelled, &words, marks),
            atom @ Segment::Atom(_) => expelled.push(atom),
        }
    }
    let mut out: Vec<Inline> = expelled
        .into_iter()
        .map(|segment| match segment {
            Segment::Words(words, marks) => Inline::marked(words, marks.into_marks()),
            Segment::Atom(atom) => atom,
        })
        .collect();
    if out.iter().all(is_blank_inline) {
        return Vec::new();
    }
    let is_break = |inline: Option<&Inline>| matches!(inline, Some(Inline::HardBreak {}));
    while is_break(out.last()) {
        out.pop();
    }
    let first = out.iter().position(|inline| !is_break(Some(inline))).unwrap_or(0);
    out.drain(..first);
    out
}
