//! Reads lines that open and close blocks of a dialect.

use super::super::boxes::{self, Colons, Directive};
use super::super::marks::Mark;
use super::{Fence, Kind, Open, Options, Preparation, indentation};
use crate::problem::Trouble;

impl Preparation<'_> {
    /// A line outside of code.
    pub(super) fn block(&mut self, line: &str, number: u32) {
        let trimmed = line.trim();
        let indent = indentation(line);
        if self.is_option(trimmed) {
            return;
        }
        if trimmed.is_empty() {
            self.emit("", number);
        } else if self.fence_line(line, trimmed, number)
            || self.boxed(trimmed, indent, number)
            || self.include_line(trimmed, indent, number)
            || self.left_out(trimmed, number)
            || self.label(trimmed, indent, number)
            || self.module_line(line, number)
        {
            // The line is complete.
        } else {
            self.words(line, number);
        }
    }

    /// Whether the line is an option at the beginning of a directive.
    fn is_option(&mut self, trimmed: &str) -> bool {
        let Some(open) = self.open.last_mut() else { return false };
        let (options, is_option) = options_after(open.options, trimmed);
        open.options = options;
        is_option
    }

    fn fence_line(&mut self, line: &str, trimmed: &str, number: u32) -> bool {
        let inner = without_containers(trimmed);
        let Some((mark, count, info)) = fence(inner) else { return false };
        let indent = indentation(line);
        if info.is_empty() && self.close_fenced(mark, count, number) {
            return true;
        }
        if self.around.syntax.directives
            && let Some((name, argument)) = info.strip_prefix('{').and_then(|i| i.split_once('}'))
            && inner.len() == trimmed.len()
        {
            self.directive(name.trim(), argument.trim(), (mark, count), indent, number);
            return true;
        }
        self.fence = Some(Fence { mark, count, hidden: false, options: Options::None, raw: false });
        self.emit(line, number);
        true
    }

    /// A line inside a block of code.
    pub(super) fn line_of_code(&mut self, line: &str, number: u32) {
        let Some(fence) = &mut self.fence else { return };
        let trimmed = line.trim();
        let inner = trimmed.trim_start_matches(['>', ' ']);
        if inner.len() >= fence.count && inner.chars().all(|c| c == fence.mark) {
            let shown = !fence.hidden && !fence.raw;
            let colons = (fence.mark == ':').then(|| "`".repeat(fence.count));
            self.fence = None;
            if shown {
                let spaces = &line[..indentation(line)];
                self.emit(&colons.map_or(line.to_owned(), |end| format!("{spaces}{end}")), number);
            }
            return;
        }
        let (options, is_option) = options_after(fence.options, trimmed);
        fence.options = options;
        if is_option || fence.hidden || self.snippet(trimmed, indentation(line), number) {
            return;
        }
        let verbatim = ["{% raw %}", "{% endraw %}", "{%- raw -%}", "{%- endraw -%}"];
        if trimmed.starts_with("{%") && verbatim.iter().any(|tag| trimmed.contains(tag)) {
            let without = verbatim.iter().fold(line.to_owned(), |line, tag| line.replace(tag, ""));
            if !without.trim().is_empty() {
                self.emit(&without, number);
            }
            return;
        }
        self.emit(line, number);
    }

    /// Closes the innermost box that is closed by this number of characters.
    fn close_fenced(&mut self, mark: char, count: usize, number: u32) -> bool {
        let closes =
            |open: &Open| matches!(open.kind, Kind::Fenced(m, c) if m == mark && c <= count);
        let Some(at) = self.open.iter().rposition(closes) else { return false };
        self.close_from(at, number, false);
        true
    }

    fn boxed(&mut self, trimmed: &str, indent: usize, number: u32) -> bool {
        let syntax = self.around.syntax;
        if syntax.indented
            && let Some(title) = boxes::indented(trimmed)
            && self.may_open()
        {
            self.open_box(Kind::Indented, &title, indent, number, trimmed);
            return true;
        }
        // The box is not written correctly. Its words are those of a paragraph.
        if syntax.indented
            && let Some(words) =
                trimmed.strip_prefix("!!! ").or_else(|| trimmed.strip_prefix("??? "))
        {
            self.words(&format!("{:indent$}{words}", ""), number);
            return true;
        }
        if syntax.colons && trimmed.starts_with("@tab") {
            return self.tab(trimmed, indent, number);
        }
        let mark = match trimmed.chars().next() {
            Some(':') if syntax.colons => ':',
            Some('/') if syntax.indented => '/',
            _ => return false,
        };
        match boxes::colons(trimmed, mark) {
            // A line that closes nothing shows nothing.
            Some(Colons::Close(count)) => {
                if !self.close_fenced(mark, count, number) {
                    self.emit_mark(Mark::Part, indent, number);
                }
            }
            Some(Colons::Open(count, title)) if self.may_open() => {
                self.open_box(Kind::Fenced(mark, count), &title, indent, number, trimmed);
            }
            Some(Colons::Directive(count, name, argument)) => {
                self.directive(&name, &argument, (mark, count), indent, number);
            }
            _ => return false,
        }
        true
    }

    /// A tab inside colons: `@tab Linux`.
    fn tab(&mut self, trimmed: &str, indent: usize, number: u32) -> bool {
        let rest = trimmed.trim_start_matches("@tab");
        let rest = rest.trim_start_matches(":active");
        let Some(at) = self.open.iter().rposition(|o| matches!(o.kind, Kind::Fenced(':', _)))
        else {
            return false;
        };
        if !(rest.is_empty() || rest.starts_with(' ')) || !self.may_open() {
            return false;
        }
        if matches!(self.open.get(at + 1), Some(Open { kind: Kind::Tab, .. })) {
            self.close_from(at + 1, number, false);
        }
        let title = rest.split('#').next().unwrap_or("").trim();
        self.open_box(Kind::Tab, title, indent, number, trimmed);
        true
    }

    pub(super) fn open_box(
        &mut self,
        kind: Kind,
        title: &str,
        indent: usize,
        number: u32,
        what: &str,
    ) {
        self.emit_mark(Mark::OpenBox(title.to_owned()), indent, number);
        self.push_open(Open {
            kind,
            indent,
            line: number,
            what: what.to_owned(),
            end: Some(Mark::CloseBox),
            options: Options::None,
        });
    }

    fn directive(
        &mut self,
        name: &str,
        argument: &str,
        (mark, count): (char, usize),
        indent: usize,
        number: u32,
    ) {
        let kind = boxes::directive(name);
        let what = format!("{{{name}}}");
        let spaces = format!("{:indent$}", "");
        let (title, words, end) = match &kind {
            Directive::Hidden | Directive::Raw | Directive::Code | Directive::Include => {
                let code = kind == Directive::Code;
                let html = kind == Directive::Raw && argument == "html";
                let literal = name == "literalinclude";
                if code {
                    let fence = mark_of_code(mark).to_string().repeat(count);
                    self.emit(&format!("{spaces}{fence}"), number);
                }
                if kind == Directive::Include || literal {
                    self.include(argument, indent, number);
                }
                self.fence = Some(Fence {
                    mark,
                    count,
                    hidden: !code && !html,
                    options: Options::Lines,
                    raw: html,
                });
                return;
            }
            Directive::Kind(title) => (title.clone(), argument.to_owned(), Mark::CloseBox),
            Directive::Titled => (argument.to_owned(), String::new(), Mark::CloseBox),
            Directive::Layout => (String::new(), argument.to_owned(), Mark::CloseBox),
            Directive::Figure => (String::new(), String::new(), Mark::CloseBox),
            Directive::ListTable => (argument.to_owned(), String::new(), Mark::CloseListTable),
            Directive::MadeBySite => {
                self.made_by_site(&format!("{what} {argument}"), number);
                (String::new(), String::new(), Mark::CloseBox)
            }
        };
        // The arguments of layouts are settings, such as the number of columns.
        let words = if kind == Directive::Layout && !words.contains(char::is_alphabetic) {
            String::new()
        } else {
            words
        };
        if kind == Directive::ListTable {
            self.list_table(&title, indent, number);
        } else {
            self.emit_mark(Mark::OpenBox(title), indent, number);
        }
        if !words.is_empty() {
            self.words(&format!("{spaces}{words}"), number);
        }
        let options = Options::Lines;
        let kind = Kind::Fenced(mark, count);
        self.push_open(Open { kind, indent, line: number, what, end: Some(end), options });
    }

    /// The number of head rows of a list that is shown as a table is in its options, which are read ahead.
    fn list_table(&mut self, title: &str, indent: usize, number: u32) {
        let mut heads = 0;
        let mut read = Vec::new();
        while read.len() < 12 {
            let Some((line, number)) = self.line_of_file() else { break };
            let trimmed = line.trim().to_owned();
            read.push((line, number));
            if let Some(rows) = trimmed.strip_prefix(":header-rows:") {
                heads = rows.trim().parse().unwrap_or(0);
            } else if !trimmed.starts_with(':') {
                break;
            }
        }
        self.ahead.extend(read.into_iter().rev());
        if !title.is_empty() {
            self.words(&format!("{:indent$}{title}", ""), number);
        }
        self.emit_mark(Mark::OpenListTable(heads), indent, number);
    }

    /// Lines that show nothing: tables of contents, explanations of abbreviations, comments.
    fn left_out(&mut self, trimmed: &str, number: u32) -> bool {
        let syntax = self.around.syntax;
        let contents = trimmed.eq_ignore_ascii_case("[[toc]]")
            || trimmed == "[TOC]"
            || (syntax.attributes && trimmed.starts_with("{:toc"))
            || trimmed.starts_with("{{< toc");
        let abbreviation = syntax.extensions && trimmed.starts_with("*[") && trimmed.contains("]:");
        let note = syntax.directives && (trimmed.starts_with("% ") || trimmed.starts_with("+++"));
        if trimmed.starts_with("{:toc") {
            // The table of contents replaces the list item above it.
            let above = self.done.text.trim_end_matches('\n').rfind('\n').map_or(0, |at| at + 1);
            let item = self.done.text[above..].trim();
            if matches!(item, "1. TOC" | "* TOC" | "- TOC" | "* toc" | "- toc" | "1. toc") {
                self.done.text.truncate(above);
                self.done.text.push('\n');
            }
        }
        if contents || abbreviation || note {
            self.emit("", number);
        }
        contents || abbreviation || note
    }

    /// The name of the next heading for links: `(backup)=`.
    fn label(&mut self, trimmed: &str, indent: usize, number: u32) -> bool {
        let label = trimmed.strip_prefix('(').and_then(|rest| rest.strip_suffix(")="));
        match label {
            Some(label) if self.around.syntax.directives && !label.contains(' ') => {
                self.emit_mark(Mark::Label(label.to_owned()), indent, number);
                true
            }
            _ => false,
        }
    }

    /// Reports a tag that was never closed.
    pub(super) fn never_closed(&mut self, what: &str, line: u32) {
        self.problem(line, Trouble::NeverClosed { what: what.to_owned() });
    }
}

fn mark_of_code(mark: char) -> char {
    if mark == ':' { '`' } else { mark }
}

/// Whether a line is an option of a directive, and whether options may follow it.
fn options_after(options: Options, trimmed: &str) -> (Options, bool) {
    match options {
        Options::None => (Options::None, false),
        Options::Lines if trimmed == "---" => (Options::Block, true),
        Options::Lines => {
            let name = trimmed.strip_prefix(':').and_then(|rest| rest.split_once(':'));
            let is = name.is_some_and(|(name, _)| {
                !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_".contains(c))
            });
            (if is { Options::Lines } else { Options::None }, is)
        }
        Options::Block if trimmed == "---" => (Options::None, true),
        Options::Block => (Options::Block, true),
    }
}

/// The fence at the beginning of a line: its character, their number, and the text after them.
fn fence(line: &str) -> Option<(char, usize, &str)> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = line.trim_start_matches(mark);
    let count = line.len() - rest.len();
    let info = rest.trim();
    (count >= 3 && !(mark == '`' && info.contains('`'))).then_some((mark, count, info))
}

/// The line without the marks of quotations and list items at its beginning.
fn without_containers(trimmed: &str) -> &str {
    let mut rest = trimmed;
    loop {
        let after = rest.trim_start();
        let digits = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let item = after
            .strip_prefix("- ")
            .or_else(|| after.strip_prefix("* "))
            .or_else(|| after.strip_prefix("+ "))
            .or_else(|| after.strip_prefix('>'))
            .or_else(|| {
                (digits.len() < after.len())
                    .then(|| digits.strip_prefix(". ").or_else(|| digits.strip_prefix(") ")))
                    .flatten()
            });
        match item {
            Some(item) => rest = item,
            None => return after,
        }
    }
}
