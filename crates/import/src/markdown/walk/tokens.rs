//! Reads HTML in a page: elements, components, and the marks of the preparation.

use pulldown_cmark::{Event, Parser};

use super::Walk;
use super::lists::ListTable;
use crate::elements::TokenEffect;
use crate::format::Dialect;
use crate::markdown::boxes;
use crate::markdown::marks::{self, Mark};
use crate::problem::{Problem, Trouble};
use crate::tags::{self, Token};

impl Walk<'_> {
    /// Reads HTML. `lines` has the line number of each of its lines.
    pub(super) fn tokens(&mut self, html: &str, lines: &[u32]) {
        let mut rest = html;
        let mut row = 0;
        while !rest.is_empty() {
            let (token, length) = tags::first(rest);
            let line = lines.get(row).or(lines.last()).copied().unwrap_or(self.line);
            self.token(token, &rest[..length], line);
            row += rest[..length].matches('\n').count();
            rest = &rest[length..];
        }
    }

    fn token(&mut self, token: Token<'_>, whole: &str, line: u32) {
        match token {
            Token::Comment(comment) => {
                if let Some(mark) = marks::number(comment).and_then(|n| self.marks.get(n)).cloned()
                {
                    self.mark(mark, line);
                }
                return;
            }
            Token::Close(name) => {
                if let Some(at) = self.components.iter().rposition(|(open, _)| open == name) {
                    let boxes = self.components[at..].iter().find_map(|(_, boxes)| *boxes);
                    self.components.truncate(at);
                    if let Some(boxes) = boxes {
                        self.page.close_boxes_to(boxes);
                    }
                    return;
                }
            }
            Token::Open(_) | Token::Words(_) => {}
        }
        match self.elements.token(token, &mut self.page, line) {
            TokenEffect::Known => {}
            TokenEffect::Elsewhere => self.made_by_site(whole, line),
            TokenEffect::Unknown => {
                if let Token::Open(tag) = token {
                    self.component(tag, whole, line);
                }
            }
        }
    }

    /// A tag that is not an HTML element: a component with words of its own, or words in angle brackets.
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
        let kind = tag.attribute("type").map(|kind| boxes::kind_title(&kind));
        let named = boxes::kind_title(tag.name);
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
            Mark::Tag(tag) => self.tokens(&tag, &[line]),
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

/// The words of a title, without the marks of emphasis, code and links.
fn plain(title: &str) -> String {
    let events = Parser::new(title).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        Event::SoftBreak | Event::HardBreak => Some(" ".into()),
        _ => None,
    });
    events.fold(String::new(), |all, token| all + &token)
}
