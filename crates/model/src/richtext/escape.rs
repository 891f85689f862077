//! Writes the inlines of one paragraph, heading or table cell as Markdown.
//!
//! Two rules make it possible to write any sequence. Words with the same marks are one *segment* with delimiters of its
//! own, and neighbouring segments alternate between `*` and `_`, so that a delimiter never pairs with that of another
//! segment. If CommonMark's flanking rules would not recognise a delimiter, the character outside it is written as a
//! numeric entity (`&#98;`). It is read as the same character, but counts as punctuation. Ordinary text needs neither
//! rule.

use std::fmt::Write as _;

use super::{Inline, normalise::Marks, read::CITE};

/// The container in which inlines stand. It decides which characters Markdown would read as syntax at a line's start,
/// and how a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Paragraph,
    Heading,
    Cell,
}

enum Token {
    Char {
        c: char,
        /// Whether it is written as a numeric entity.
        entity: bool,
        in_link: bool,
    },
    /// Starts or ends a segment.
    Delimiter {
        mark: char,
        width: usize,
        opens: bool,
    },
    LinkOpen,
    LinkClose(String),
    Citation(String),
    Break,
}

/// The class of a character for CommonMark's flanking rules.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    /// Certainly punctuation.
    Punctuation,
    /// Certainly neither space nor punctuation.
    Word,
    /// Punctuation or a word: it depends on the Unicode tables of the reader.
    Unclear,
}

fn class(c: char) -> Class {
    if needs_entity(c) {
        Class::Punctuation
    } else if c.is_whitespace() {
        Class::Space
    } else if c.is_ascii_punctuation() {
        Class::Punctuation
    } else if c.is_alphanumeric()
        && !matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}')
    {
        Class::Word
    } else {
        Class::Unclear
    }
}

/// Characters that editors and Markdown readers do not keep as they are.
fn needs_entity(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Writes `content` as Markdown. `content` must be normalised.
pub(super) fn inlines(content: &[Inline], container: Container) -> String {
    let mut tokens = tokens(content);
    mark_flanks(&mut tokens);
    mark_edges(&mut tokens, container);
    let is_hash = |token: &&Token| matches!(token, Token::Char { c: '#', entity: false, .. });
    let closing_hashes = tokens.len() - tokens.iter().rev().take_while(is_hash).count();
    Writer { tokens: &tokens, container, out: String::new(), escape_at: None, closing_hashes }
        .write()
}

fn tokens(content: &[Inline]) -> Vec<Token> {
    let mut out = Vec::new();
    let mut now = Marks::default();
    for inline in content {
        match inline {
            Inline::Text { text, marks } => {
                let marks = Marks::of(marks);
                change(&mut out, &now, &marks);
                let in_link = marks.href.is_some();
                out.extend(text.chars().map(|c| Token::Char {
                    c,
                    entity: needs_entity(c),
                    in_link,
                }));
                now = marks;
            }
            Inline::HardBreak {} => {
                change(&mut out, &now, &Marks::default());
                now = Marks::default();
                out.push(Token::Break);
            }
            Inline::Citation { attrs } => {
                change(&mut out, &now, &Marks::default());
                now = Marks::default();
                out.push(Token::Citation(attrs.id.clone()));
            }
        }
    }
    change(&mut out, &now, &Marks::default());
    out
}

fn width(marks: &Marks) -> usize {
    2 * usize::from(marks.strong) + usize::from(marks.em)
}

/// Closes what `from` has open and opens what `to` needs.
fn change(out: &mut Vec<Token>, from: &Marks, to: &Marks) {
    if from == to {
        return;
    }
    if width(from) > 0 {
        let mark = out.iter().rev().find_map(|token| match token {
            Token::Delimiter { mark, opens: true, .. } => Some(*mark),
            _ => None,
        });
        let mark = mark.unwrap_or('*');
        out.push(Token::Delimiter { mark, width: width(from), opens: false });
    }
    if from.href != to.href {
        if let Some(href) = &from.href {
            out.push(Token::LinkClose(href.clone()));
        }
        if to.href.is_some() {
            out.push(Token::LinkOpen);
        }
    }
    if width(to) > 0 {
        let mark = match out.last() {
            Some(Token::Delimiter { mark: '*', .. }) => '_',
            _ => '*',
        };
        out.push(Token::Delimiter { mark, width: width(to), opens: true });
    }
}

fn class_at(tokens: &[Token], at: Option<usize>) -> Class {
    match at.and_then(|at| tokens.get(at)) {
        None | Some(Token::Break) => Class::Space,
        Some(Token::Char { entity: true, .. }) => Class::Punctuation,
        Some(Token::Char { c, .. }) => class(*c),
        Some(_) => Class::Punctuation,
    }
}

/// Turns the characters outside a delimiter into entities if the delimiter would otherwise not be recognised.
fn mark_flanks(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let Token::Delimiter { mark, opens, .. } = tokens[at] else { continue };
        let (outside, inside) = if opens {
            (at.checked_sub(1), Some(at + 1))
        } else {
            (Some(at + 1), at.checked_sub(1))
        };
        let exposed = matches!(class_at(tokens, outside), Class::Space | Class::Punctuation);
        let safe_inside_word = mark == '*' && class_at(tokens, inside) == Class::Word;
        if !exposed && !safe_inside_word {
            set_entity(tokens, outside);
        }
    }
}

/// Turns the spaces at a line's start and end into entities, because Markdown removes them there.
fn mark_edges(tokens: &mut [Token], container: Container) {
    let ends_line = |token: Option<&Token>| match token {
        None => true,
        Some(Token::Break) => container != Container::Cell,
        Some(_) => false,
    };
    let edges: Vec<usize> = (0..tokens.len())
        .filter(|at| {
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            class_at(tokens, Some(*at)) == Class::Space
                && !matches!(tokens[*at], Token::Break)
                && (ends_line(before) || ends_line(tokens.get(at + 1)))
        })
        .collect();
    for at in edges {
        set_entity(tokens, Some(at));
    }
}

fn set_entity(tokens: &mut [Token], at: Option<usize>) {
    if let Some(Token::Char { entity, .. }) = at.and_then(|at| tokens.get_mut(at)) {
        *entity = true;
    }
}

struct Writer<'a> {
    tokens: &'a [Token],
    container: Container,
    out: String,
    /// The place of the `.` or `)` that has to be escaped, because digits before it would be read as a list number.
    escape_at: Option<usize>,
    /// The index from which `#` would be read as the closing of a heading.
    closing_hashes: usize,
}

impl Writer<'_> {
    fn write(mut self) -> String {
        let mut line_start = self.container == Container::Paragraph;
        for (at, token) in self.tokens.iter().enumerate() {
            let starts_line = std::mem::take(&mut line_start);
            match token {
                Token::Char { c, entity: true, .. } => {
                    let _ = write!(self.out, "&#{};", u32::from(*c));
                }
                Token::Char { c, in_link, .. } => {
                    if starts_line {
                        self.escape_at = self.list_number(at);
                    }
                    if self.must_escape(*c, at, starts_line, *in_link) {
                        self.out.push('\\');
                    }
                    self.out.push(*c);
                }
                Token::Delimiter { mark, width, .. } => {
                    self.out.extend(std::iter::repeat_n(*mark, *width));
                }
                Token::LinkOpen => self.out.push('['),
                Token::LinkClose(href) => {
                    self.out.push_str("](");
                    destination(href, &mut self.out);
                    self.out.push(')');
                }
                Token::Citation(id) => citation(id, &mut self.out),
                Token::Break if self.container == Container::Cell => self.out.push_str("<br>"),
                Token::Break => {
                    self.out.push_str("\\\n");
                    line_start = true;
                }
            }
        }
        self.out
    }

    /// The character at `at`, if it is not written as an entity.
    fn plain(&self, at: Option<usize>) -> Option<char> {
        match at.and_then(|at| self.tokens.get(at)) {
            Some(Token::Char { c, entity: false, .. }) => Some(*c),
            _ => None,
        }
    }

    fn ends_line(&self, at: usize) -> bool {
        matches!(self.tokens.get(at), None | Some(Token::Break))
    }

    /// If the line starts with digits, the place of the `.` or `)` that would make them a list number.
    fn list_number(&self, at: usize) -> Option<usize> {
        let digits = (at..)
            .map_while(|at| self.plain(Some(at)))
            .take(10)
            .take_while(char::is_ascii_digit)
            .count();
        let delimiter = at + digits;
        let is_number = (1..=9).contains(&digits)
            && matches!(self.plain(Some(delimiter)), Some('.' | ')'))
            && (self.ends_line(delimiter + 1) || self.plain(Some(delimiter + 1)) == Some(' '));
        is_number.then_some(delimiter)
    }

    fn must_escape(&self, c: char, at: usize, starts_line: bool, in_link: bool) -> bool {
        let before = self.plain(at.checked_sub(1));
        let after = self.plain(Some(at + 1));
        let ends = self.ends_line(at + 1);
        let opens_line = |marks: &[char]| {
            starts_line && (ends || after.is_some_and(|c| c == ' ' || marks.contains(&c)))
        };
        match c {
            '\\' | '`' => true,
            '*' => !(before == Some(' ') && after == Some(' ')),
            '_' => {
                !(before.is_some_and(|c| class(c) == Class::Word)
                    && after.is_some_and(|c| class(c) == Class::Word))
            }
            '[' => in_link,
            ']' => in_link || after.is_none_or(|c| matches!(c, '(' | '[' | ':')),
            '!' => {
                matches!(self.tokens.get(at + 1), Some(Token::LinkOpen | Token::Citation(_)))
            }
            '<' => !after.is_some_and(|c| c == ' ' || c == '=' || c.is_ascii_digit()),
            '&' => self.reads_as_entity(at),
            '~' => before == Some('~') || after == Some('~'),
            '|' => self.container == Container::Cell || starts_line,
            '#' => {
                opens_line(&['#'])
                    || self.container == Container::Heading && at >= self.closing_hashes
            }
            '-' => opens_line(&['-', '|', ':']),
            '+' => opens_line(&[]),
            '=' => opens_line(&['=']),
            ':' => opens_line(&['-']),
            '>' => starts_line,
            '.' | ')' => self.escape_at == Some(at),
            _ => false,
        }
    }

    fn reads_as_entity(&self, at: usize) -> bool {
        let name = (at + 1..)
            .map_while(|at| self.plain(Some(at)))
            .take_while(char::is_ascii_alphanumeric)
            .count();
        let end = self.plain(Some(at + 1 + name));
        if name == 0 { end == Some('#') } else { end == Some(';') }
    }
}

/// Writes a citation as a link whose label is its id.
fn citation(id: &str, out: &mut String) {
    out.push('[');
    for c in id.chars() {
        if c.is_control() || c == '|' {
            let _ = write!(out, "&#{};", u32::from(c));
        } else {
            if c.is_ascii_punctuation() && !matches!(c, '-' | '.' | '/' | ':') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out.push_str("](");
    out.push_str(CITE);
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'/' | b'_' | b':') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out.push(')');
}

/// Writes a link's address, between `<` and `>` if Markdown would not read it otherwise.
fn destination(href: &str, out: &mut String) {
    let bare = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                '-' | '.' | '/' | '_' | ':' | '?' | '#' | '=' | '@' | '%' | '+' | ',' | '~'
            )
    };
    if href.chars().all(bare) {
        out.push_str(href);
        return;
    }
    out.push('<');
    for c in href.chars() {
        match c {
            '<' | '>' | '\\' | '|' | '&' | '`' => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('>');
}
