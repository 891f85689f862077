//! Reads components in pages (MDX): their imports, and their tags with Markdown inside.

use super::super::marks::Mark;
use super::inline::Line;
use super::{CONSTRUCT_LINES, Kind, Open, Options, Preparation};
use crate::elements;
use crate::tags::{self, Token};

impl Preparation<'_> {
    /// `import` and `export` at the beginning of a paragraph, to the end of the statement.
    pub(super) fn module_line(&mut self, line: &str, number: u32) -> bool {
        let begins = line.starts_with("import ") || line.starts_with("export ");
        if !self.around.syntax.components || !self.after_blank || !begins {
            return false;
        }
        let import = line.starts_with("import ");
        let code = if import {
            line.contains(" from ")
                || line.contains('\'')
                || line.contains('"')
                || line.contains('{')
        } else {
            ["export const ", "export default ", "export function ", "export {", "export let "]
                .iter()
                .any(|start| line.starts_with(start))
        };
        if !code {
            return false;
        }
        let mut statement = line.to_owned();
        let mut read = 0;
        while !complete(&statement, import) && read < CONSTRUCT_LINES {
            let Some((next, at)) = self.line_of_file() else { break };
            if next.trim().is_empty() {
                self.ahead.push((next, at));
                break;
            }
            statement.push('\n');
            statement.push_str(&next);
            read += 1;
        }
        self.remember_import(&statement);
        self.emit("", number);
        true
    }

    fn remember_import(&mut self, statement: &str) {
        let Some((names, from)) = statement.split_once(" from ") else { return };
        let name = names.trim_start_matches("import").trim();
        let path = from.trim().trim_matches([';', '"', '\'']).trim_matches(['"', '\'']);
        if path.ends_with(".md") || path.ends_with(".mdx") {
            self.imports.insert(name.to_owned(), path.to_owned());
        }
    }

    /// An HTML tag or a component tag; `false` if it is not a tag.
    pub(super) fn tag(&mut self, line: &mut Line) -> bool {
        let begins = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '>' | '!');
        if !line.rest()[1..].starts_with(begins) {
            return false;
        }
        let length = |rest: &str| tags::markup(rest).map(|(_, length)| length);
        let Some(length) = self.until(line, '>', length) else { return false };
        let whole = line.rest()[..length].to_owned();
        line.at += length;
        match tags::markup(&whole) {
            Some((Token::Open(tag), _)) => self.tag_opens(tag.name, tag.closed, &whole, line),
            Some((Token::Close(name), _)) => {
                let closes =
                    |open: &Open| matches!(&open.kind, Kind::Component(open, _) if open == name);
                if let Some(at) = self.open.iter().rposition(closes) {
                    self.close_from(at + 1, line.number, false);
                    self.open.pop();
                }
                self.put_tag(name, &whole, line);
            }
            _ => {}
        }
        true
    }

    fn tag_opens(&mut self, name: &str, closed: bool, whole: &str, line: &mut Line) {
        if closed && let Some(path) = self.imports.get(name).cloned() {
            self.include(&path, line.indent, line.number);
            return;
        }
        let alone = line.is_at_start() && line.rest().trim().is_empty();
        let (indent, number) = (line.indent, line.number);
        self.put_tag(name, whole, line);
        let void = matches!(name, "hr" | "source" | "col" | "meta" | "link" | "embed");
        if alone && !closed && !void && !elements::is_inline(name) && self.may_open() {
            self.push_open(Open {
                kind: Kind::Component(name.to_owned(), None),
                indent,
                line: number,
                what: whole.to_owned(),
                end: None,
                options: Options::None,
            });
        }
    }

    /// Writes a tag. A tag inside a line of words must not begin a block.
    fn put_tag(&mut self, name: &str, whole: &str, line: &mut Line) {
        let alone = line.rest().trim().is_empty();
        let component = name.starts_with(char::is_uppercase);
        let within_words = elements::is_inline(name) || (component && !alone);
        if within_words && line.is_at_start() {
            line.push("\u{E001}");
        }
        self.put(Mark::Tag(whole.to_owned()), line);
    }
}

/// Whether a statement is complete: its braces are closed and, for an import, its file is named.
fn complete(statement: &str, import: bool) -> bool {
    let count = |c: char| statement.matches(c).count();
    let closed = count('{') <= count('}') && count('(') <= count(')') && count('[') <= count(']');
    let named = !import || statement.trim_end().ends_with([';', '\'', '"']);
    closed && named
}
