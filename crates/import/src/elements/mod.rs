//! The meaning of HTML elements on a page: which of them begin a passage, and which are lists, rows, links and boxes.

mod names;

pub(crate) use names::is_inline;

use self::names::is_element;
use crate::page::PageWriter;
use crate::tags::{Tag, Token, decoded};

/// The greatest number of elements that may be open at the same time. Of deeper elements, only the words are read.
const OPEN: usize = 400;

/// The effect of an element on the page while it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effect {
    Nothing,
    Passage,
    Strong,
    Em,
    Link,
    /// A list, an item, a quotation, a row and so on, with the number of containers that were open before it.
    Container(usize),
    Cell,
    Heading,
    Code,
    Summary,
    /// A box, with the number of boxes that were open before it.
    Box(usize),
    Table,
    Hidden,
}

#[derive(Debug)]
struct Open {
    name: String,
    effect: Effect,
}

/// The result of reading a token of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum TokenEffect {
    /// It was understood.
    Known,
    /// An opening tag that is not an HTML element.
    Unknown,
    /// It shows something that is not in the files: a video, a form.
    Elsewhere,
}

/// The elements that are open on a page.
#[derive(Debug, Default)]
pub(crate) struct Elements {
    open: Vec<Open>,
    hidden: usize,
    code: Option<(String, u32)>,
    first_row: bool,
}

impl Elements {
    /// Whether words are hidden, as inside scripts and styles.
    pub(crate) fn hides(&self) -> bool {
        self.hidden > 0
    }

    /// Adds words to open preformatted lines as they are; `false` if no such lines are open.
    pub(crate) fn takes_code(&mut self, text: &str) -> bool {
        if let Some((code, _)) = &mut self.code {
            code.push_str(text);
        }
        self.code.is_some()
    }

    /// Reads one piece.
    pub(crate) fn token(
        &mut self,
        token: Token<'_>,
        page: &mut PageWriter,
        line: u32,
    ) -> TokenEffect {
        match token {
            Token::Words(words) => {
                let words = decoded(words);
                if !self.hides() && !self.takes_code(&words) {
                    page.text(&words, line);
                }
                TokenEffect::Known
            }
            Token::Comment(_) => TokenEffect::Known,
            Token::Open(tag) => self.open(tag, page, line),
            Token::Close(name) => {
                self.close(&name.to_ascii_lowercase(), page, line);
                TokenEffect::Known
            }
        }
    }

    fn open(&mut self, tag: Tag<'_>, page: &mut PageWriter, line: u32) -> TokenEffect {
        let name = tag.name.to_ascii_lowercase();
        // The names of components begin with a capital letter. They are not elements, even if an element has the same
        // name.
        if tag.name.starts_with(|c: char| c.is_ascii_uppercase())
            && tag.name != tag.name.to_ascii_uppercase()
        {
            return TokenEffect::Unknown;
        }
        if self.hides() && !matches!(name.as_str(), "script" | "style" | "template" | "svg") {
            return TokenEffect::Known;
        }
        match name.as_str() {
            "br" => {
                if !self.takes_code("\n") {
                    page.hard_break();
                }
                return TokenEffect::Known;
            }
            "hr" => {
                page.end_passage();
                return TokenEffect::Known;
            }
            "img" => {
                if let Some(alt) = tag.attribute("alt") {
                    page.text(&alt, line);
                }
                return TokenEffect::Known;
            }
            "wbr" | "col" | "input" | "meta" | "link" | "source" | "area" | "base" | "param"
            | "track" => {
                return TokenEffect::Known;
            }
            "iframe" | "video" | "audio" | "object" | "embed" => return elsewhere(tag, page, line),
            _ => {}
        }
        self.close_what_ends(&name, page, line);
        if tag.closed {
            return if is_element(&name) { TokenEffect::Known } else { TokenEffect::Unknown };
        }
        if !is_element(&name) {
            return TokenEffect::Unknown;
        }
        if self.open.len() < OPEN {
            let effect = self.effect(&name, tag, page, line);
            self.open.push(Open { name, effect });
        }
        TokenEffect::Known
    }

    fn effect(&mut self, name: &str, tag: Tag<'_>, page: &mut PageWriter, line: u32) -> Effect {
        let depth = page.depth();
        match name {
            "strong" | "b" => page.open_strong(),
            "em" | "i" | "cite" | "dfn" => page.open_em(),
            "a" => match tag.attribute("href") {
                Some(target) => {
                    page.open_link(&target, line);
                    return Effect::Link;
                }
                None => return Effect::Nothing,
            },
            "ul" | "menu" => page.open_list(None),
            "ol" => {
                let first = tag.attribute("start").and_then(|start| start.parse().ok());
                page.open_list(Some(first.unwrap_or(1)));
            }
            "li" => page.open_item(),
            "blockquote" => page.open_quote(),
            "dt" => page.open_definition(true),
            "dd" => page.open_definition(false),
            "table" => {
                page.end_passage();
                self.first_row = true;
                return Effect::Table;
            }
            "tr" => page.open_row(line),
            "td" | "th" => {
                let heads =
                    self.first_row && (name == "th" || self.open.iter().any(|o| o.name == "thead"));
                page.open_cell(heads);
                return Effect::Cell;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                page.open_heading(name.as_bytes()[1] - b'0');
                return Effect::Heading;
            }
            "pre" => {
                page.end_passage();
                self.code = Some((String::new(), line));
                return Effect::Code;
            }
            "summary" => {
                page.end_passage();
                return Effect::Summary;
            }
            "details" => {
                page.end_passage();
                return Effect::Box(page.boxes());
            }
            "script" | "style" | "template" | "svg" | "head" => {
                self.hidden += 1;
                return Effect::Hidden;
            }
            _ if is_inline(name) => return Effect::Nothing,
            _ => {
                page.end_passage();
                return Effect::Passage;
            }
        }
        match name {
            "strong" | "b" => Effect::Strong,
            "em" | "i" | "cite" | "dfn" => Effect::Em,
            _ => Effect::Container(depth),
        }
    }

    /// Items, cells and rows end when the next one begins, even if nothing closes them.
    fn close_what_ends(&mut self, name: &str, page: &mut PageWriter, line: u32) {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            _ => return,
        };
        let stop = |open: &Open| within.contains(&open.name.as_str());
        let inner = self.open.iter().rposition(stop).map_or(0, |at| at + 1);
        let found = self.open[inner..].iter().position(|open| ends.contains(&open.name.as_str()));
        if let Some(at) = found {
            self.close_to(inner + at, page, line);
        }
    }

    fn close(&mut self, name: &str, page: &mut PageWriter, line: u32) {
        if let Some(at) = self.open.iter().rposition(|open| open.name == name) {
            self.close_to(at, page, line);
        } else if !is_inline(name) && is_element(name) {
            page.end_passage();
        }
    }

    fn close_to(&mut self, at: usize, page: &mut PageWriter, line: u32) {
        while self.open.len() > at {
            let Some(open) = self.open.pop() else { return };
            match open.effect {
                Effect::Nothing => {}
                Effect::Passage => page.end_passage(),
                Effect::Strong => page.close_strong(),
                Effect::Em => page.close_em(),
                Effect::Link => page.close_link(line),
                Effect::Container(depth) => {
                    page.close_to(depth);
                    self.first_row &= open.name != "tr";
                }
                Effect::Cell => page.close_cell(),
                Effect::Heading => page.close_heading(),
                Effect::Code => self.end_code(page),
                Effect::Summary => {
                    let title = page.take_words();
                    if self.open.iter().any(|open| open.name == "details") {
                        page.open_box(&title);
                    } else {
                        page.text(&title, line);
                        page.end_passage();
                    }
                }
                Effect::Box(boxes) => page.close_boxes_to(boxes),
                Effect::Table => {
                    page.end_passage();
                    self.first_row = false;
                }
                Effect::Hidden => self.hidden = self.hidden.saturating_sub(1),
            }
        }
    }

    fn end_code(&mut self, page: &mut PageWriter) {
        if let Some((code, line)) = self.code.take() {
            page.code(&code, line);
        }
    }

    /// Ends a paragraph or a block of HTML. An element that hides words ends with it, so that no words are lost after a
    /// script that is never closed.
    pub(crate) fn end_block(&mut self, page: &mut PageWriter) {
        self.hidden = 0;
        self.end_code(page);
    }

    /// Ends the page.
    pub(crate) fn finish(&mut self, page: &mut PageWriter, line: u32) {
        self.close_to(0, page, line);
    }
}

fn elsewhere(tag: Tag<'_>, page: &mut PageWriter, line: u32) -> TokenEffect {
    let title = tag.attribute("title").filter(|title| !title.trim().is_empty());
    let Some(title) = title else { return TokenEffect::Elsewhere };
    match tag.attribute("src").or_else(|| tag.attribute("data")) {
        Some(target) => {
            page.open_link(&target, line);
            page.text(&title, line);
            page.close_link(line);
        }
        None => page.text(&title, line),
    }
    TokenEffect::Known
}
