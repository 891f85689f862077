//! Reads Markdown into the tree.

use std::borrow::Cow;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::blank::is_empty_address;
use super::{
    Block, HeadingAttrs, Inline, ListItem, MAX_LIST_DEPTH, Mark, OrderedListAttrs, RichText,
    TableCell, TableRow,
};

/// The scheme of a citation's address.
pub(super) const CITE: &str = "cite:";

impl RichText {
    /// Reads Markdown (CommonMark with tables). Every input is a text; the module comment says what is read only as
    /// words. The result is normalised.
    #[must_use]
    pub fn from_markdown(markdown: &str) -> Self {
        let mut reader = Reader::default();
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
            reader.event(event);
        }
        reader.finish().normalise()
    }
}

/// The Markdown without links that have no address. Their words are left out, too.
pub(super) fn without_empty_links(markdown: &str) -> Cow<'_, str> {
    if !markdown.contains("](") {
        return Cow::Borrowed(markdown);
    }
    let mut rest = String::with_capacity(markdown.len());
    let mut from = 0;
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        if let Event::Start(Tag::Link { dest_url, .. }) = event
            && is_empty_address(&dest_url)
            && range.start >= from
        {
            rest.push_str(&markdown[from..range.start]);
            from = range.end;
        }
    }
    rest.push_str(&markdown[from..]);
    Cow::Owned(rest)
}

/// A container that is being read.
enum Open {
    Bullets(Vec<ListItem>),
    Numbers(u32, Vec<ListItem>),
    Item(Vec<Block>),
    Table(Vec<TableRow>),
    Row(Vec<TableCell>),
}

#[derive(Default)]
struct Reader {
    done: Vec<Block>,
    open: Vec<Open>,
    /// Number of open lists, including those that are flattened.
    lists: usize,
    line: Vec<Inline>,
    heading: Option<u8>,
    strong: usize,
    em: usize,
    hrefs: Vec<String>,
    in_cell: bool,
    /// Whether the reader is inside a citation's label, which is not text.
    in_citation: bool,
    /// The address of an image, and the length of the line before the image.
    image: Option<(String, usize)>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        if self.in_citation {
            if matches!(event, Event::End(TagEnd::Link)) {
                self.in_citation = false;
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::InlineHtml(html) if self.in_cell && is_break(&html) => {
                self.line.push(Inline::HardBreak {});
            }
            Event::Text(text)
            | Event::Code(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => self.words(&text),
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.line.push(Inline::HardBreak {}),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn words(&mut self, text: &str) {
        let mut marks = Vec::new();
        if self.strong > 0 {
            marks.push(Mark::Strong {});
        }
        if self.em > 0 {
            marks.push(Mark::Em {});
        }
        marks.extend(self.hrefs.last().map(Mark::link));
        self.line.push(Inline::marked(text, marks));
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.em += 1,
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, link_type, .. } => match dest_url.strip_prefix(CITE) {
                Some(id) if !id.is_empty() => {
                    self.line.push(Inline::citation(percent_decode(id)));
                    self.in_citation = true;
                }
                _ if link_type == LinkType::Email => self.hrefs.push(format!("mailto:{dest_url}")),
                _ => self.hrefs.push(dest_url.into_string()),
            },
            Tag::Image { dest_url, .. } => {
                self.image = Some((dest_url.into_string(), self.line.len()));
            }
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                });
            }
            Tag::List(start) => {
                self.flush();
                self.lists += 1;
                if self.lists <= MAX_LIST_DEPTH {
                    self.open.push(match start {
                        None => Open::Bullets(Vec::new()),
                        Some(start) => {
                            Open::Numbers(u32::try_from(start).unwrap_or(u32::MAX), Vec::new())
                        }
                    });
                }
            }
            Tag::Item => {
                self.flush();
                if self.lists <= MAX_LIST_DEPTH {
                    self.open.push(Open::Item(Vec::new()));
                }
            }
            Tag::Table(_) => {
                self.flush();
                self.open.push(Open::Table(Vec::new()));
            }
            Tag::TableHead | Tag::TableRow => self.open.push(Open::Row(Vec::new())),
            Tag::TableCell => self.in_cell = true,
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.em = self.em.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => {
                self.hrefs.pop();
            }
            TagEnd::Image => {
                if let Some((address, start)) = self.image.take()
                    && self.line.len() == start
                {
                    self.words(&address);
                }
            }
            TagEnd::List(_) => {
                self.flush();
                if self.lists <= MAX_LIST_DEPTH {
                    self.close();
                }
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::Item => {
                self.flush();
                if self.lists <= MAX_LIST_DEPTH {
                    self.close();
                }
            }
            TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow => self.close(),
            TagEnd::TableCell => {
                self.in_cell = false;
                let content = vec![Block::paragraph(std::mem::take(&mut self.line))];
                if let Some(Open::Row(cells)) = self.open.last_mut() {
                    cells.push(TableCell::TableCell { content });
                }
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                if let Some(Inline::Text { text, .. }) = self.line.last_mut() {
                    text.truncate(text.trim_end_matches('\n').len());
                }
                self.flush();
            }
            _ => self.flush(),
        }
    }

    /// Ends the paragraph or heading that is being read.
    fn flush(&mut self) {
        let content = std::mem::take(&mut self.line);
        let heading = self.heading.take();
        if content.is_empty() {
            return;
        }
        self.push(match heading {
            Some(level) => Block::Heading { attrs: HeadingAttrs { level }, content },
            None => Block::Paragraph { content },
        });
    }

    fn push(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(Open::Item(blocks)) => blocks.push(block),
            _ => self.done.push(block),
        }
    }

    /// Ends the innermost container.
    fn close(&mut self) {
        match self.open.pop() {
            Some(Open::Bullets(content)) => self.push(Block::BulletList { content }),
            Some(Open::Numbers(start, content)) => {
                self.push(Block::OrderedList { attrs: OrderedListAttrs { start }, content });
            }
            Some(Open::Item(content)) => {
                if let Some(Open::Bullets(items) | Open::Numbers(_, items)) = self.open.last_mut() {
                    items.push(ListItem { content });
                }
            }
            Some(Open::Table(content)) => self.push(Block::Table { content }),
            Some(Open::Row(content)) => {
                if let Some(Open::Table(rows)) = self.open.last_mut() {
                    rows.push(TableRow { content });
                }
            }
            None => {}
        }
    }

    fn finish(mut self) -> RichText {
        self.flush();
        while !self.open.is_empty() {
            self.close();
        }
        RichText { content: self.done }
    }
}

/// Whether an inline tag is the one that means a line end in a table cell.
fn is_break(html: &str) -> bool {
    matches!(html.to_ascii_lowercase().as_str(), "<br>" | "<br/>" | "<br />")
}

/// Decodes `%20` and other percent codes. Text that would not be valid UTF-8 stays unchanged.
fn percent_decode(id: &str) -> String {
    let bytes = id.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%')
            .then(|| id.get(at + 1..at + 3))
            .flatten()
            .filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| id.to_owned())
}
