//! Reads the Markdown of a page: headings, marked list items, and the text between them.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::problem::Problem;

/// A block of a page; the blocks are in reading order.
pub(crate) struct PageBlock {
    pub(crate) line: usize,
    pub(crate) kind: PageBlockKind,
}

pub(crate) enum PageBlockKind {
    Heading {
        level: u8,
        text: String,
    },
    Marked(Marked),
    /// Any other text, as Markdown.
    Text {
        markdown: String,
    },
}

/// A list item that starts with a marker: ``Statement `id`: words``.
pub(crate) struct Marked {
    pub(crate) marker: Marker,
    pub(crate) id: String,
    pub(crate) words: String,
    pub(crate) attributes: Vec<Attribute>,
}

/// The kind of a marked list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marker {
    Statement,
    /// A statement of another page that this page publishes, too.
    Again,
    Action,
    Document,
}

/// A `key: value` line below a marked item.
pub(crate) struct Attribute {
    pub(crate) line: usize,
    pub(crate) key: String,
    pub(crate) value: String,
}

/// A link in the words of the page.
pub(crate) struct Link {
    pub(crate) line: usize,
    pub(crate) target: String,
}

/// Everything in a page's Markdown.
#[derive(Default)]
pub(crate) struct Body {
    pub(crate) blocks: Vec<PageBlock>,
    pub(crate) links: Vec<Link>,
}

const MARKERS: [(&str, Marker); 4] = [
    ("Statement", Marker::Statement),
    ("Again", Marker::Again),
    ("Action", Marker::Action),
    ("Document", Marker::Document),
];

/// Reads the Markdown of a page. `lines_above` is the number of lines above it in `file`.
pub(crate) fn read(
    file: &str,
    source: &str,
    lines_above: usize,
    problems: &mut Vec<Problem>,
) -> Body {
    let events = Parser::new_ext(source, Options::ENABLE_TABLES).into_offset_iter().collect();
    let line_ends = source.match_indices('\n').map(|(at, _)| at).collect();
    let mut reader = Reader {
        file,
        source,
        lines_above,
        line_ends,
        events,
        at: 0,
        body: Body::default(),
        problems,
    };
    reader.read();
    reader.body
}

struct Reader<'a> {
    file: &'a str,
    source: &'a str,
    lines_above: usize,
    /// The indexes at which lines end in `source`.
    line_ends: Vec<usize>,
    events: Vec<(Event<'a>, Range<usize>)>,
    at: usize,
    body: Body,
    problems: &'a mut Vec<Problem>,
}

/// A list item as it is written, before its marker is read.
struct Item {
    line: usize,
    /// The words before the first code span, the code span, and the words after it.
    start: String,
    code: Option<String>,
    rest: String,
    attributes: Vec<Attribute>,
    /// Content that a marked item must not have: its line, and the message.
    surplus: Vec<(usize, &'static str)>,
}

impl<'a> Reader<'a> {
    fn line(&self, offset: usize) -> usize {
        1 + self.lines_above + self.line_ends.partition_point(|end| *end < offset)
    }

    fn refuse(&mut self, line: usize, message: impl Into<String>) {
        self.problems.push(Problem::new(self.file, line, message));
    }

    fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let (event, range) = self.events.get(self.at)?.clone();
        self.at += 1;
        if let Event::Start(Tag::Link { dest_url, .. }) = &event {
            let line = self.line(range.start);
            self.body.links.push(Link { line, target: dest_url.to_string() });
        }
        // The window and the PDF do not show HTML or images. The author should learn it from the build.
        let shown_nowhere = match &event {
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                Some("HTML is not shown: write Markdown")
            }
            Event::Start(Tag::Image { .. }) => {
                Some("images are not shown: say in words what they show")
            }
            _ => None,
        };
        if let Some(message) = shown_nowhere {
            self.refuse(self.line(range.start), message);
        }
        Some((event, range))
    }

    fn read(&mut self) {
        while let Some((event, range)) = self.next() {
            let line = self.line(range.start);
            let kind = match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    let text = self.words(|end| matches!(end, TagEnd::Heading(_)));
                    Some(PageBlockKind::Heading { level: level_of(level), text })
                }
                Event::Start(Tag::List(_)) => {
                    self.list(range);
                    None
                }
                Event::Start(tag) => {
                    let end = tag.to_end();
                    self.words(|tag| tag == end);
                    Some(PageBlockKind::Text { markdown: self.source[range].to_owned() })
                }
                Event::Html(_) | Event::Rule => None,
                _ => Some(PageBlockKind::Text { markdown: self.source[range].to_owned() }),
            };
            self.body.blocks.extend(kind.map(|kind| PageBlock { line, kind }));
        }
    }

    /// The words up to the first end tag for which `ends` is true.
    fn words(&mut self, ends: impl Fn(TagEnd) -> bool) -> String {
        let mut words = String::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::End(tag) if ends(tag) => break,
                Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                    words.push_str(&text);
                }
                Event::SoftBreak | Event::HardBreak => words.push(' '),
                _ => {}
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Reads a list. Either all its items are marked, or none of them.
    fn list(&mut self, range: Range<usize>) {
        let line = self.line(range.start);
        let mut items = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.item(range)),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        let looks_marked = |item: &Item| {
            let is_marker = MARKERS.iter().any(|(word, _)| *word == item.start.trim());
            let is_one_word = item.start.split_whitespace().count() == 1;
            item.code.is_some() && (is_marker || is_one_word && item.rest.starts_with(':'))
        };
        if !items.iter().any(looks_marked) {
            let markdown = self.source[range].to_owned();
            self.body.blocks.push(PageBlock { line, kind: PageBlockKind::Text { markdown } });
            return;
        }
        for item in items {
            let marker = MARKERS.iter().find(|(word, _)| *word == item.start.trim());
            match (marker, item.code) {
                (Some((_, marker)), Some(id)) => {
                    for (line, message) in item.surplus {
                        self.refuse(line, message);
                    }
                    let words = item.rest.strip_prefix(':').unwrap_or(&item.rest).trim();
                    let marked = Marked {
                        marker: *marker,
                        id,
                        words: words.to_owned(),
                        attributes: item.attributes,
                    };
                    self.body.blocks.push(PageBlock { line: item.line, kind: PageBlockKind::Marked(marked) });
                }
                _ => self.refuse(
                    item.line,
                    "this item has no marker, but others of its list have: start it with Statement, Again, Action or \
                     Document and an id in backticks",
                ),
            }
        }
    }

    fn item(&mut self, range: Range<usize>) -> Item {
        let line = self.line(range.start);
        let mut item = Item {
            line,
            start: String::new(),
            code: None,
            rest: String::new(),
            attributes: Vec::new(),
            surplus: Vec::new(),
        };
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(TagEnd::Item) => break,
                Event::Start(Tag::List(_)) => self.attributes(&mut item),
                Event::Code(code) if item.code.is_none() => item.code = Some(code.to_string()),
                Event::Text(words) | Event::Code(words) | Event::InlineHtml(words) => {
                    if item.code.is_none() {
                        item.start.push_str(&words);
                    } else {
                        item.rest.push_str(&words);
                    }
                }
                Event::SoftBreak | Event::HardBreak => item.rest.push(' '),
                Event::Start(Tag::Paragraph) if !item.rest.is_empty() => {
                    let message = "a marked item is one paragraph; write this as an item of its own, or do not \
                        indent it";
                    item.surplus.push((self.line(range.start), message));
                }
                _ => {}
            }
        }
        item.rest = item.rest.split_whitespace().collect::<Vec<_>>().join(" ");
        item
    }

    fn attributes(&mut self, item: &mut Item) {
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let line = self.line(range.start);
                    let words = self.words(|end| end == TagEnd::Item);
                    match words.split_once(':') {
                        Some((key, value)) => item.attributes.push(Attribute {
                            line,
                            key: key.trim().to_owned(),
                            value: value.trim().to_owned(),
                        }),
                        None => {
                            item.surplus.push((line, "below a marked item stands \"name: value\""))
                        }
                    }
                }
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        _ => 3,
    }
}
