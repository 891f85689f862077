//! The one pass over a prepared page: events of the Markdown reader, written down as headings and passages.

use std::cell::RefCell;
use std::ops::Range;

use pulldown_cmark::{
    BlockQuoteKind, BrokenLink, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options,
    Parser, Tag, TagEnd,
};

use super::marks::{self, Mark};
use super::prepare::Prepared;
use crate::elements::{Elements, Seen};
use crate::format::Dialect;
use crate::imported::DeadLink;
use crate::page::{PageWriter, Written};
use crate::problem::{Problem, Trouble};
use crate::tags::{self, Piece};

/// How often what was taken for code is read as Markdown.
const NESTED: usize = 3;

/// What was read of one page.
#[derive(Debug, Default)]
pub(super) struct Walked {
    pub(super) written: Written,
    /// Names that links give a heading, with its words; empty for the page itself.
    pub(super) labels: Vec<(String, String)>,
    /// Links by reference to names that the page does not define.
    pub(super) undefined: Vec<DeadLink>,
}

#[derive(Debug)]
struct Code {
    text: String,
    line: u32,
    title: String,
    indented: bool,
    lines: Vec<u32>,
}

#[derive(Debug)]
struct ListTable {
    heads: usize,
    rows: usize,
    lists: usize,
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
    /// Components that have a title, and the boxes that were open before them.
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
                    // Signs of emphasis that found no partner say nothing.
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
            Event::InlineHtml(html) => self.pieces(&html, &[self.line]),
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
                    CodeBlockKind::Fenced(info) => (code_title(info), false),
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
                    self.pieces(&html, &lines);
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

    fn end_code(&mut self, nested: usize, undefined: &mut Vec<DeadLink>) {
        let Some(code) = self.code.take() else { return };
        // Content that stands deeper than its list is words where the dialect has no indented code, and wherever it
        // has a mark of the preparation.
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

    fn open_list(&mut self, first: Option<u64>) {
        if let Some(table) = self.list_tables.last_mut() {
            table.lists += 1;
            if table.lists <= 2 {
                return self.page.end_passage();
            }
        }
        self.page.open_list(first);
    }

    fn close_list(&mut self) {
        if let Some(table) = self.list_tables.last_mut() {
            table.lists = table.lists.saturating_sub(1);
            if table.lists < 2 {
                return self.page.end_passage();
            }
        }
        self.page.close_list();
    }

    fn open_item(&mut self) {
        match self.list_tables.last_mut() {
            Some(table) if table.lists == 1 => {
                table.rows += 1;
                self.page.open_row(self.line);
            }
            Some(table) if table.lists == 2 => {
                let head = table.rows <= table.heads;
                self.page.open_cell(head);
            }
            _ => self.page.open_item(),
        }
    }

    fn close_item(&mut self) {
        match self.list_tables.last() {
            Some(table) if table.lists == 1 => self.page.close_row(),
            Some(table) if table.lists == 2 => self.page.close_cell(),
            _ => self.page.close_item(),
        }
    }

    /// HTML, with the line of each of its rows.
    fn pieces(&mut self, html: &str, lines: &[u32]) {
        let mut rest = html;
        let mut row = 0;
        while !rest.is_empty() {
            let (piece, length) = tags::first(rest);
            let line = lines.get(row).or(lines.last()).copied().unwrap_or(self.line);
            self.piece(piece, &rest[..length], line);
            row += rest[..length].matches('\n').count();
            rest = &rest[length..];
        }
    }

    fn piece(&mut self, piece: Piece<'_>, whole: &str, line: u32) {
        match piece {
            Piece::Comment(comment) => {
                if let Some(mark) = marks::number(comment).and_then(|n| self.marks.get(n)).cloned()
                {
                    self.mark(mark, line);
                }
                return;
            }
            Piece::Close(name) => {
                if let Some(at) = self.components.iter().rposition(|(open, _)| open == name) {
                    let boxes = self.components[at..].iter().find_map(|(_, boxes)| *boxes);
                    self.components.truncate(at);
                    if let Some(boxes) = boxes {
                        self.page.close_boxes_to(boxes);
                    }
                    return;
                }
            }
            Piece::Open(_) | Piece::Words(_) => {}
        }
        match self.elements.piece(piece, &mut self.page, line) {
            Seen::Known => {}
            Seen::Elsewhere => self.made_by_site(whole, line),
            Seen::Unknown => {
                if let Piece::Open(tag) = piece {
                    self.component(tag, whole, line);
                }
            }
        }
    }

    /// A tag that is no element: a component with words of its own, or words in angle brackets.
    fn component(&mut self, tag: tags::Tag<'_>, whole: &str, line: u32) {
        let capital = tag.name.starts_with(|c: char| c.is_ascii_uppercase());
        let component =
            capital || tag.name.contains(['-', '.']) || self.dialect == Dialect::Docusaurus;
        if !component {
            return self.page.text(whole, line);
        }
        let words = ["title", "label", "summary", "text", "alt"];
        let words = words.iter().filter_map(|name| tag.attribute(name));
        let mut words = words.filter(|words| !words.trim().is_empty());
        let first = words.next();
        if tag.closed {
            match first {
                Some(words) => self.page.text(&format!(" {words} "), line),
                None => self.made_by_site(whole, line),
            }
            return;
        }
        let kind = tag.attribute("type").map(|kind| super::boxes::kind_title(&kind));
        let named = super::boxes::kind_title(tag.name);
        let title = first.or(kind).unwrap_or(named);
        let boxes = (!title.is_empty()).then(|| self.page.boxes());
        if boxes.is_some() {
            self.page.open_box(&title);
        }
        self.components.push((tag.name.to_owned(), boxes));
    }

    fn made_by_site(&mut self, what: &str, line: u32) {
        let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
        let what = what.chars().take(80).collect();
        self.problems.push(Problem::new(self.file, line, Trouble::MadeBySite { what }));
    }

    fn mark(&mut self, mark: Mark, line: u32) {
        match mark {
            Mark::OpenBox(title) => self.page.open_box(&plain(&title)),
            Mark::CloseBox => self.page.close_box(),
            Mark::Tag(tag) => self.pieces(&tag, &[line]),
            Mark::OpenListTable(heads) => {
                self.page.end_passage();
                self.list_tables.push(ListTable { heads, rows: 0, lists: 0 });
            }
            Mark::CloseListTable => {
                self.page.end_passage();
                self.list_tables.pop();
            }
            Mark::Label(label) => self.waiting_labels.push(label),
            Mark::Part => self.page.end_passage(),
        }
    }
}

/// The words of a title, without the signs of emphasis, code and links.
fn plain(title: &str) -> String {
    let events = Parser::new(title).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        Event::SoftBreak | Event::HardBreak => Some(" ".into()),
        _ => None,
    });
    events.fold(String::new(), |all, piece| all + &piece)
}

fn without_marks(code: &str) -> String {
    code.lines().filter(|line| !line.contains("<!--\u{E000}")).collect::<Vec<_>>().join("\n")
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

/// The title of a block of code: `title="config.yml"`, or `[npm]` in a group.
fn code_title(info: &str) -> String {
    for quote in ['"', '\''] {
        if let Some((_, after)) = info.split_once(&format!("title={quote}")) {
            return after.split(quote).next().unwrap_or("").to_owned();
        }
    }
    let group = info.split_once('[').and_then(|(_, after)| after.split_once(']'));
    group.map(|(title, _)| title.to_owned()).unwrap_or_default()
}
