//! Prepares a page: constructs of its dialect become Markdown and marks, and each line keeps its number. The Markdown
//! reader does the rest in one pass.

mod block;
mod braces;
mod component;
mod include;
mod inline;

use std::collections::BTreeMap;

use super::front_matter::FrontMatter;
use super::marks::{Mark, comment};
use super::syntax::Syntax;
use crate::files::Files;
use crate::format::Dialect;
use crate::page::{UNRESOLVED, WORDS_OF_TARGET};
use crate::problem::{Problem, Trouble};

/// The greatest number of boxes and components that may be open at the same time. Deeper ones are ignored.
const OPEN: usize = 64;

/// The greatest number of lines of one construct.
const CONSTRUCT_LINES: usize = 100;

/// The surroundings of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct PageContext<'a> {
    pub(super) files: &'a Files,
    pub(super) dialect: Dialect,
    pub(super) syntax: Syntax,
    pub(super) front: &'a FrontMatter,
    /// The values of `{{ name }}` in the settings of the site.
    pub(super) variables: &'a BTreeMap<String, String>,
    /// The folder of the pages, with `/` at its end, or empty.
    pub(super) root: &'a str,
    /// The file of the page.
    pub(super) file: &'a str,
}

/// A page that the Markdown reader can read.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    pub(super) text: String,
    /// For each line of the text, its line in the file of the page.
    pub(super) lines: Vec<u32>,
    /// The meanings of the comments in the text.
    pub(super) marks: Vec<Mark>,
}

/// A construct that is open.
#[derive(Debug)]
struct Open {
    kind: Kind,
    /// Number of spaces before it.
    indent: usize,
    line: u32,
    /// The text that opened it, for the problem that nothing closes it.
    what: String,
    /// The mark for its end.
    end: Option<Mark>,
    /// Whether options of a directive may still follow.
    options: Options,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// Closed by at least this number of the character.
    Fenced(char, usize),
    /// Closed by a line that is indented less.
    Indented,
    /// A tab inside colons: closed by the next tab or by the colons.
    Tab,
    /// Closed by `{% end %}` or by its own tag.
    Tag(String),
    /// A component, with the number of spaces by which its content is indented.
    Component(String, Option<usize>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Options {
    /// No options may follow.
    None,
    /// Lines of the form `:name: value`.
    Lines,
    /// Lines until `---`.
    Block,
}

/// A block of code that is open.
#[derive(Debug)]
struct Fence {
    mark: char,
    count: usize,
    hidden: bool,
    options: Options,
    /// Whether its lines are text and not code.
    raw: bool,
}

/// The lines that are being read: those of the page, or of a file that it includes.
#[derive(Debug)]
struct Frame {
    text: String,
    at: usize,
    number: u32,
    /// The line of the page that includes the file.
    included_at: Option<u32>,
    indent: String,
    path: String,
}

#[derive(Debug)]
struct Preparation<'a> {
    around: PageContext<'a>,
    problems: &'a mut Vec<Problem>,
    done: Prepared,
    open: Vec<Open>,
    fence: Option<Fence>,
    frames: Vec<Frame>,
    /// Lines that were read ahead. The next one is the last of the list.
    ahead: Vec<(String, u32)>,
    /// Names of components that are Markdown files.
    imports: BTreeMap<String, String>,
    included: usize,
    /// Whether tags in braces are text: between `{% raw %}` and `{% endraw %}`.
    verbatim: bool,
    after_blank: bool,
}

/// Prepares the page below its front matter.
pub(super) fn prepare(
    body: &str,
    lines_above: u32,
    around: PageContext<'_>,
    problems: &mut Vec<Problem>,
) -> Prepared {
    let reserved = |c: char| (UNRESOLVED..='\u{E002}').contains(&c);
    debug_assert!(WORDS_OF_TARGET.chars().all(reserved));
    let text =
        if body.contains(reserved) { body.replace(reserved, "\u{FFFD}") } else { body.to_owned() };
    let page = Frame {
        text,
        at: 0,
        number: lines_above,
        included_at: None,
        indent: String::new(),
        path: around.file.to_owned(),
    };
    let mut preparation = Preparation {
        around,
        problems,
        done: Prepared::default(),
        open: Vec::new(),
        fence: None,
        frames: vec![page],
        ahead: Vec::new(),
        imports: BTreeMap::new(),
        included: 0,
        verbatim: false,
        after_blank: true,
    };
    let mut last = lines_above;
    while let Some((line, number)) = preparation.next_line() {
        last = number;
        preparation.line(&line, number);
    }
    preparation.close_from(0, last, true);
    preparation.done
}

impl Preparation<'_> {
    fn next_line(&mut self) -> Option<(String, u32)> {
        loop {
            if let Some(line) = self.line_of_file() {
                return Some(line);
            }
            self.frames.pop();
            if self.frames.is_empty() {
                return None;
            }
        }
    }

    /// The next line of the file that is being read. Reading ahead does not go beyond this file, so that lines which
    /// are put back belong to it. Otherwise a file that includes itself could not be recognised among the open files.
    fn line_of_file(&mut self) -> Option<(String, u32)> {
        if let Some(ahead) = self.ahead.pop() {
            return Some(ahead);
        }
        let frame = self.frames.last_mut()?;
        if frame.at >= frame.text.len() {
            return None;
        }
        let rest = &frame.text[frame.at..];
        let end = rest.find('\n').unwrap_or(rest.len());
        let line = format!("{}{}", frame.indent, &rest[..end]);
        frame.at += end + 1;
        frame.number += 1;
        Some((line, frame.included_at.unwrap_or(frame.number)))
    }

    /// The file that is being read.
    fn path(&self) -> &str {
        self.frames.last().map_or(self.around.file, |frame| &frame.path)
    }

    fn problem(&mut self, line: u32, trouble: Trouble) {
        self.problems.push(Problem::new(self.around.file, line, trouble));
    }

    fn made_by_site(&mut self, what: &str, line: u32) {
        self.problem(line, Trouble::MadeBySite { what: short(what) });
    }

    fn emit(&mut self, line: &str, number: u32) {
        self.done.text.push_str(line);
        self.done.text.push('\n');
        self.done.lines.push(number);
        self.after_blank = line.trim().is_empty();
    }

    fn mark(&mut self, mark: Mark) -> String {
        self.done.marks.push(mark);
        comment(self.done.marks.len() - 1)
    }

    /// Writes a mark on a line of its own.
    fn emit_mark(&mut self, mark: Mark, indent: usize, number: u32) {
        let comment = self.mark(mark);
        self.emit(&format!("{:indent$}{comment}", ""), number);
        self.after_blank = true;
    }

    fn push_open(&mut self, open: Open) {
        self.open.push(open);
    }

    /// Whether another construct may be opened.
    fn may_open(&self) -> bool {
        self.open.len() < OPEN
    }

    /// Closes the constructs from the index `at` on.
    fn close_from(&mut self, at: usize, number: u32, at_end: bool) {
        if let Some(fence) = self.fence.take()
            && !fence.hidden
            && !fence.raw
            && at < self.open.len()
        {
            let indent = self.open.last().map_or(0, |open| open.indent);
            let mark = fence.mark.to_string().repeat(fence.count);
            self.emit(&format!("{:indent$}{mark}", ""), number);
        }
        while self.open.len() > at {
            let Some(open) = self.open.pop() else { return };
            let needs_end = matches!(open.kind, Kind::Fenced(..) | Kind::Tag(_));
            if at_end && needs_end {
                self.problem(open.line, Trouble::NeverClosed { what: short(&open.what) });
            }
            if let Some(end) = open.end {
                self.emit_mark(end, open.indent, number);
            }
        }
    }

    fn line(&mut self, raw: &str, number: u32) {
        let line = self.stripped(raw, number);
        if self.fence.is_some() {
            self.line_of_code(&line, number);
        } else {
            self.block(&line, number);
        }
    }

    /// The line without the indentation of the open constructs. Closes the constructs that ended above it.
    fn stripped(&mut self, raw: &str, number: u32) -> String {
        let mut line = if self.open.is_empty() { raw.to_owned() } else { without_tabs(raw) };
        if line.trim().is_empty() {
            return line;
        }
        let mut at = 0;
        while let Some(open) = self.open.get_mut(at) {
            let indent = indentation(&line);
            match &mut open.kind {
                Kind::Indented if indent >= open.indent + 4 => line = line[4..].to_owned(),
                Kind::Indented => {
                    self.close_from(at, number, false);
                    break;
                }
                Kind::Component(_, more) => {
                    let more = *more.get_or_insert(indent.saturating_sub(open.indent));
                    line = line[more.min(indent)..].to_owned();
                }
                Kind::Fenced(..) | Kind::Tab | Kind::Tag(_) => {}
            }
            at += 1;
        }
        line
    }
}

/// The number of spaces at the beginning of the line.
fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The line with spaces instead of the tabs at its beginning.
fn without_tabs(line: &str) -> String {
    let rest = line.trim_start_matches([' ', '\t']);
    let start = &line[..line.len() - rest.len()];
    if !start.contains('\t') {
        return line.to_owned();
    }
    let columns = start.chars().fold(0, |at, c| if c == '\t' { (at / 4 + 1) * 4 } else { at + 1 });
    format!("{:columns$}{rest}", "")
}

/// The text in one line, shortened.
fn short(what: &str) -> String {
    let words: Vec<&str> = what.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() > 80 { line.chars().take(79).chain(['…']).collect() } else { line }
}
