//! Reads the constructs of a dialect inside lines: tags in braces, attributes, icons, roles. Code between backticks
//! stays.

use super::super::marks::Mark;
use super::super::syntax::Braces;
use super::{CONSTRUCT_LINES, Preparation, indentation};

/// The greatest number of constructs without an end in one line. After them, the rest of the line is text. Without this
/// limit, a hostile line would take minutes.
const FAILED: usize = 20;

/// A line that is being read and rewritten.
pub(super) struct Line {
    /// The text that is read. More lines are added if a construct continues on them.
    pub(super) text: String,
    /// The index of the next character.
    pub(super) at: usize,
    /// Its line number.
    pub(super) number: u32,
    /// Number of spaces before it.
    pub(super) indent: usize,
    /// The rewritten text.
    out: String,
    /// Whether something was removed that only concerns the appearance.
    looks: bool,
    /// Number of constructs whose end was not found.
    failed: usize,
}

impl Line {
    pub(super) fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    pub(super) fn push(&mut self, words: &str) {
        self.out.push_str(words);
    }

    /// Copies this number of bytes.
    fn copy(&mut self, bytes: usize) {
        let end = self.at + bytes;
        self.out.push_str(&self.text[self.at..end]);
        self.at = end;
    }

    /// Whether only spaces were written so far.
    pub(super) fn is_at_start(&self) -> bool {
        self.out.trim().is_empty()
    }
}

impl Preparation<'_> {
    /// A line of words.
    pub(super) fn words(&mut self, text: &str, number: u32) {
        let special =
            |byte: u8| matches!(byte, b'{' | b'`' | b'<' | b':' | b'=' | b'+' | b'^' | b'@');
        if !text.bytes().any(special) {
            return self.emit(text, number);
        }
        let mut line = Line {
            text: text.to_owned(),
            at: 0,
            number,
            indent: indentation(text),
            out: String::with_capacity(text.len()),
            looks: false,
            failed: 0,
        };
        while let Some(c) = line.rest().chars().next() {
            let bytes = match c {
                '`' => code_span(line.rest()),
                '\\' => 1 + line.rest()[1..].chars().next().map_or(0, char::len_utf8),
                '{' if self.brace(&mut line) => 0,
                '<' if self.around.syntax.components && self.tag(&mut line) => 0,
                '<' if line.rest().starts_with("<!--") => comment(line.rest()),
                ':' => self.icon(&mut line),
                '+' | '=' | '^' if self.around.syntax.extensions => pair(&mut line, c),
                c => c.len_utf8(),
            };
            line.copy(bytes);
        }
        let blank = line.out.trim().is_empty();
        if !(blank && line.looks) {
            let out = std::mem::take(&mut line.out);
            self.emit(if blank { "" } else { &out }, line.number);
        }
    }

    /// Reads further lines until `end` finds the end of a construct, whose last character is `last`; `None` if it has
    /// no end.
    pub(super) fn until<T>(
        &mut self,
        line: &mut Line,
        last: char,
        end: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if line.failed > FAILED {
            return None;
        }
        if let Some(found) = end(line.rest()) {
            return Some(found);
        }
        let length = line.text.len();
        let mut read = Vec::new();
        while read.len() < CONSTRUCT_LINES {
            let Some((next, number)) = self.line_of_file() else { break };
            line.text.push('\n');
            line.text.push_str(&next);
            let may_end = next.contains(last);
            read.push((next, number));
            if may_end && let Some(found) = end(line.rest()) {
                return Some(found);
            }
        }
        line.failed += 1;
        line.text.truncate(length);
        self.ahead.extend(read.into_iter().rev());
        None
    }

    /// Writes a mark: on a line of its own if nothing stands before it in the line.
    pub(super) fn put(&mut self, mark: Mark, line: &mut Line) {
        if line.is_at_start() {
            self.emit_mark(mark, line.indent, line.number);
            line.out = format!("{:1$}", "", line.indent);
            line.looks = true;
            let rest = line.rest();
            line.at += rest.len() - rest.trim_start_matches(' ').len();
        } else {
            let comment = self.mark(mark);
            line.push(&comment);
        }
    }

    /// Writes a line of its own, in which no dialect is read.
    pub(super) fn on_own_line(&mut self, text: &str, line: &mut Line) {
        if !line.is_at_start() {
            let before = std::mem::take(&mut line.out);
            self.emit(&before, line.number);
        }
        self.emit(&format!("{:1$}{text}", "", line.indent), line.number);
        line.out.clear();
        line.looks = true;
    }

    fn brace(&mut self, line: &mut Line) -> bool {
        let syntax = self.around.syntax;
        if syntax.directives && role(self, line) {
            return true;
        }
        if syntax.braces != Braces::Words && self.braces(line) {
            return true;
        }
        if syntax.attributes
            && let Some(length) = attributes(line.rest())
        {
            line.at += length;
            line.out.truncate(
                line.out.trim_end_matches(' ').len().max(line.indent.min(line.out.len())),
            );
            line.looks = true;
            return true;
        }
        if syntax.braces == Braces::Expressions {
            return self.expression(line);
        }
        false
    }

    /// Removes an icon between colons.
    fn icon(&mut self, line: &mut Line) -> usize {
        let before = line.text[..line.at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == ':' || c == '/') {
            return 1;
        }
        let inner = &line.rest()[1..];
        let Some(end) = inner.find(':') else { return 1 };
        let name = &inner[..end];
        let sets = ["material-", "octicons-", "fontawesome-", "simple-", "bootstrap-"];
        let icon = self.around.syntax.extensions && sets.iter().any(|set| name.starts_with(set));
        if icon && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)) {
            line.at += end + 2;
            line.looks = true;
            return 0;
        }
        if self.around.syntax.emoji
            && let Some(sign) = emoji(name)
        {
            line.push(sign);
            line.at += end + 2;
            return 0;
        }
        1
    }
}

/// The length of the code at the beginning of the text; if it has no end, the length of its backticks.
fn code_span(text: &str) -> usize {
    let count = text.len() - text.trim_start_matches('`').len();
    let mut at = count;
    while let Some(start) = text[at..].find('`') {
        let start = at + start;
        let run = text[start..].len() - text[start..].trim_start_matches('`').len();
        if run == count {
            return start + run;
        }
        at = start + run;
    }
    count
}

fn comment(text: &str) -> usize {
    text.find("-->").map_or(1, |end| end + 3)
}

/// Keys, highlighted words and inserted words. The signs around them are removed.
fn pair(line: &mut Line, sign: char) -> usize {
    let rest = line.rest();
    let run = rest.len() - rest.trim_start_matches(sign).len();
    if run != 2 {
        return run;
    }
    let double = [sign, sign].iter().collect::<String>();
    let Some(end) = rest[2..].find(&double) else { return 2 };
    let inner = rest[2..2 + end].to_owned();
    if inner.is_empty() || inner.starts_with(' ') || inner.ends_with(' ') {
        return 2;
    }
    if sign == '+' {
        let key = |c: char| c.is_alphanumeric() || "+-_\"' ".contains(c);
        if !inner.chars().all(key) {
            return 2;
        }
        line.push(&inner.split('+').map(|key| key.trim_matches('"')).collect::<Vec<_>>().join("+"));
    } else {
        line.push(&inner);
    }
    line.at += end + 4;
    0
}

/// The length of a list of attributes: `{: .x }`, `{#id}`, `{ width="300" }`.
fn attributes(text: &str) -> Option<usize> {
    let end = text.find('}')?;
    let inner = text[1..end].trim();
    let (inner, colon) = match inner.strip_prefix(':') {
        Some(inner) => (inner.trim(), true),
        None => (inner, false),
    };
    if inner.contains('{') || (inner.is_empty() && !colon) {
        return None;
    }
    let mut rest = inner;
    while !rest.is_empty() {
        let part = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let word = &rest[..part];
        let name = |name: &str| {
            let mut chars = name.chars();
            chars.next().is_some_and(char::is_alphanumeric)
                && chars.all(|c| c.is_alphanumeric() || "-_:.".contains(c))
        };
        if let Some((key, value)) = word.split_once('=') {
            if !name(key) {
                return None;
            }
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let start = key.len() + 1;
            let length = match quote {
                Some(quote) => start + 2 + rest[start + 1..].find(quote)?,
                None => part,
            };
            rest = rest[length..].trim_start();
            continue;
        }
        let is = match word.strip_prefix(['.', '#']) {
            Some(word) => name(word),
            None => colon || word == "markdown",
        };
        if !is {
            return None;
        }
        rest = rest[part..].trim_start();
    }
    Some(end + 1)
}

/// A role of MyST: `` {ref}`words <target>` ``.
fn role(preparation: &Preparation<'_>, line: &mut Line) -> bool {
    let rest = line.rest();
    let Some(end) = rest.find("}`") else { return false };
    let name = &rest[1..end];
    if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || "-_:.+".contains(c)) {
        return false;
    }
    let span = &rest[end + 1..];
    let length = code_span(span);
    let ticks = span.len() - span.trim_start_matches('`').len();
    if length <= ticks {
        return false;
    }
    let inner = span[ticks..length - ticks].to_owned();
    let total = end + 1 + length;
    let (words, target) = match inner.strip_suffix('>').and_then(|inner| inner.rsplit_once('<')) {
        Some((words, target)) => (words.trim(), target.trim()),
        None => ("", inner.trim()),
    };
    let name = name.rsplit(':').next().unwrap_or(name);
    let _ = preparation;
    match name {
        "ref" | "numref" | "eq" | "any" | "doc" | "download" => {
            let kind = if matches!(name, "doc" | "download") { "" } else { "label:" };
            let words = words.replace(['[', ']'], " ");
            line.push(&format!("[{words}](<{kind}{}>)", target.replace(['<', '>'], "")));
        }
        _ => {
            let words = if words.is_empty() { inner.as_str() } else { words };
            line.push(&format!("`{}`", words.replace('`', " ").trim()));
        }
    }
    line.at += total;
    true
}

/// The character for a name between colons. Only names that occur on pages of providers are known.
fn emoji(name: &str) -> Option<&'static str> {
    Some(match name {
        "warning" => "⚠",
        "white_check_mark" | "heavy_check_mark" | "check" | "ballot_box_with_check" => "✅",
        "x" | "cross_mark" | "no_entry" | "no_entry_sign" => "❌",
        "lock" | "closed_lock_with_key" => "🔒",
        "unlock" => "🔓",
        "key" => "🔑",
        "bulb" => "💡",
        "rocket" => "🚀",
        "information_source" => "ℹ",
        "exclamation" | "bangbang" | "heavy_exclamation_mark" => "❗",
        "question" => "❓",
        "tada" => "🎉",
        "star" => "⭐",
        "fire" => "🔥",
        "construction" => "🚧",
        "memo" | "pencil" => "📝",
        "book" | "books" => "📖",
        "link" => "🔗",
        "email" | "envelope" => "✉",
        "phone" | "telephone" => "☎",
        "smile" | "smiley" | "slightly_smiling_face" => "🙂",
        "wave" => "👋",
        "thumbsup" | "+1" => "👍",
        "thumbsdown" | "-1" => "👎",
        "heart" => "❤",
        "gear" => "⚙",
        "shield" => "🛡",
        "point_right" => "👉",
        "arrow_right" => "➡",
        "mag" => "🔍",
        "bell" => "🔔",
        "hourglass" => "⌛",
        "calendar" | "date" => "📅",
        "package" => "📦",
        "computer" => "💻",
        "bug" => "🐛",
        "sparkles" => "✨",
        "eyes" => "👀",
        _ => return None,
    })
}
