//! Reads a prepared page in one pass: the events of the Markdown reader become headings and passages.

mod code;
mod lists;
mod tokens;

use std::cell::RefCell;
use std::ops::Range;

use pulldown_cmark::{
    BlockQuoteKind, BrokenLink, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options,
    Parser, Tag, TagEnd,
};

use self::code::Code;
use self::lists::ListTable;
use super::marks::Mark;
use super::prepare::Prepared;
use crate::elements::Elements;
use crate::format::Dialect;
use crate::imported::DeadLink;
use crate::page::{PageContent, PageWriter};
use crate::problem::Problem;

/// The content of one page.
#[derive(Debug, Default)]
pub(super) struct Walked {
    pub(super) written: PageContent,
    /// The names by which links refer to a heading, with its words; the words are empty for the page itself.
    pub(super) labels: Vec<(String, String)>,
    /// Reference links whose names the page does not define.
    pub(super) undefined: Vec<DeadLink>,
}

struct Walk<'a> {
    page: PageWriter,
    elements: Elements,
    marks: &'a [Mark],
    dialect: Dialect,
    file: &'a str,
    problems: &'a mut Vec<Problem>,
    labels: Vec<(String, String)>,
    waiting_labels: Vec<String>,
    heading: Option<String>,
    html: Option<(String, Vec<u32>)>,
    code: Option<Code>,
    /// Components that have a title, each with the number of boxes that were open before it.
    components: Vec<(String, Option<usize>)>,
    list_tables: Vec<ListTable>,
    table_head: bool,
    line: u32,
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Reads a prepared page.
pub(super) fn walk(
    prepared: &Prepared,
    dialect: Dialect,
    file: &str,
    problems: &mut Vec<Problem>,
) -> Walked {
    let mut walk = Walk {
        page: PageWriter::default(),
        elements: Elements::default(),
        marks: &prepared.marks,
        dialect,
        file,
        problems,
        labels: Vec::new(),
        waiting_labels: Vec::new(),
        heading: None,
        html: None,
        code: None,
        components: Vec::new(),
        list_tables: Vec::new(),
        table_head: false,
        line: 1,
    };
    let mut undefined = Vec::new();
    walk.run(&prepared.text, &prepared.lines, 0, &mut undefined);
    walk.elements.finish(&mut walk.page, walk.line);
    let waiting = std::mem::take(&mut walk.waiting_labels);
    walk.labels.extend(waiting.into_iter().map(|label| (label, String::new())));
    Walked { written: walk.page.finish(), labels: walk.labels, undefined }
}

impl Walk<'_> {
    fn run(&mut self, text: &str, lines: &[u32], nested: usize, undefined: &mut Vec<DeadLink>) {
        let missing = RefCell::new(Vec::new());
        let note = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
            let full = matches!(link.link_type, LinkType::Reference | LinkType::ReferenceUnknown);
            if full && link.reference.starts_with(char::is_alphabetic) {
                missing.borrow_mut().push((link.span.start, link.reference.to_string()));
            }
            None
        };
        let starts: Vec<usize> =
            [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let line_at = |at: usize| {
            let row = starts.partition_point(|start| *start <= at).saturating_sub(1);
            lines.get(row).or(lines.last()).copied().unwrap_or(1)
        };
        let parser = Parser::new_with_broken_link_callback(text, options(), Some(note));
        for (event, at) in parser.into_offset_iter() {
            self.line = line_at(at.start);
            self.event(event, &at, &line_at, nested, undefined);
        }
        for (at, target) in missing.into_inner() {
            let target = format!("[{target}]");
            undefined.push(DeadLink { file: self.file.to_owned(), line: line_at(at), target });
        }
    }

    fn event(
        &mut self,
        event: Event<'_>,
        at: &Range<usize>,
        line_at: &impl Fn(usize) -> u32,
        nested: usize,
        undefined: &mut Vec<DeadLink>,
    ) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(TagEnd::CodeBlock) => self.end_code(nested, undefined),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                if let Some(code) = &mut self.code {
                    let rows = text.matches('\n').count().max(1);
                    code.lines.extend((0..rows).map(|_| self.line));
                    code.text.push_str(&text);
                } else if text.contains("**") {
                    // Emphasis marks without a partner show nothing.
                    self.text(&text.replace("**", ""));
                } else {
                    self.text(&text);
                }
            }
            Event::Code(code) => self.text(&code),
            Event::InlineMath(math) | Event::DisplayMath(math) => self.text(&math),
            Event::Html(html) => {
                if let Some((text, lines)) = &mut self.html {
                    for row in html.split_inclusive('\n') {
                        if text.is_empty() || text.ends_with('\n') {
                            lines.push(line_at(at.start));
                        }
                        text.push_str(row);
                    }
                }
            }
            Event::InlineHtml(html) => self.tokens(&html, &[self.line]),
            Event::FootnoteReference(label) => self.text(&format!("[{label}]")),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.page.hard_break(),
            Event::Rule => self.page.end_passage(),
            Event::TaskListMarker(done) => self.text(if done { "☑ " } else { "☐ " }),
        }
    }

    fn text(&mut self, text: &str) {
        if self.elements.hides() || self.elements.takes_code(text) {
            return;
        }
        let clean = text.contains('\u{E001}').then(|| text.replace('\u{E001}', ""));
        let text = clean.as_deref().unwrap_or(text);
        if let Some(heading) = &mut self.heading {
            heading.push_str(text);
        }
        self.page.text(text, self.line);
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.page.end_passage(),
            Tag::Heading { level, .. } => {
                self.page.open_heading(number(level));
                self.heading = Some(String::new());
            }
            Tag::BlockQuote(Some(kind)) => self.page.open_box(alert(kind)),
            Tag::BlockQuote(None) => self.page.open_quote(),
            Tag::CodeBlock(kind) => {
                let (title, indented) = match &kind {
                    CodeBlockKind::Fenced(info) => (code::title(info), false),
                    CodeBlockKind::Indented => (String::new(), true),
                };
                let line = self.line;
                let (text, lines) = (String::new(), Vec::new());
                self.code = Some(Code { text, line, title, indented, lines });
            }
            Tag::HtmlBlock => self.html = Some((String::new(), Vec::new())),
            Tag::List(first) => self.open_list(first),
            Tag::Item => self.open_item(),
            Tag::FootnoteDefinition(label) => self.page.open_note(&label),
            Tag::DefinitionListTitle => self.page.open_definition(true),
            Tag::DefinitionListDefinition => self.page.open_definition(false),
            Tag::TableHead => {
                self.page.open_row(self.line);
                self.table_head = true;
            }
            Tag::TableRow => self.page.open_row(self.line),
            Tag::TableCell => self.page.open_cell(self.table_head),
            Tag::Emphasis => self.page.open_em(),
            Tag::Strong => self.page.open_strong(),
            Tag::Link { dest_url, .. } => self.page.open_link(&dest_url, self.line),
            Tag::Image { .. }
            | Tag::DefinitionList
            | Tag::Table(_)
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                self.elements.end_block(&mut self.page);
                self.page.end_passage();
            }
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(Some(_)) => self.page.close_box(),
            TagEnd::BlockQuote(None) => self.page.close_quote(),
            TagEnd::HtmlBlock => {
                if let Some((html, lines)) = self.html.take() {
                    self.tokens(&html, &lines);
                    self.elements.end_block(&mut self.page);
                }
            }
            TagEnd::List(_) => self.close_list(),
            TagEnd::Item => self.close_item(),
            TagEnd::FootnoteDefinition => self.page.close_note(),
            TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition => {
                self.page.close_definition();
            }
            TagEnd::TableHead => {
                self.page.close_row();
                self.table_head = false;
            }
            TagEnd::TableRow => self.page.close_row(),
            TagEnd::TableCell => self.page.close_cell(),
            TagEnd::Emphasis => self.page.close_em(),
            TagEnd::Strong => self.page.close_strong(),
            TagEnd::Link => self.page.close_link(self.line),
            _ => {}
        }
    }

    fn end_heading(&mut self) {
        self.page.close_heading();
        let words = self.heading.take().unwrap_or_default();
        let words: Vec<&str> = words.split_whitespace().collect();
        let words = words.join(" ");
        let waiting = std::mem::take(&mut self.waiting_labels);
        self.labels.extend(waiting.into_iter().map(|label| (label, words.clone())));
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    }
}
