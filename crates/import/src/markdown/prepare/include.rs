//! Reads files that a page includes.

use super::super::front_matter;
use super::{Frame, Preparation};
use crate::encoding;
use crate::format::Dialect;
use crate::limits::{FILE_BYTES, INCLUDE_DEPTH, INCLUDED_BYTES};
use crate::paths::{folder, joined};
use crate::problem::Trouble;

impl Preparation<'_> {
    /// Lines outside of code that include a file.
    pub(super) fn include_line(&mut self, trimmed: &str, indent: usize, number: u32) -> bool {
        if self.snippet(trimmed, indent, number) {
            return true;
        }
        let comment = trimmed.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
        let include = comment.unwrap_or(trimmed).trim();
        if let Some(target) =
            include.strip_prefix("@include:").or_else(|| include.strip_prefix("@include "))
        {
            self.include(target.trim(), indent, number);
            return true;
        }
        if self.around.dialect != Dialect::VitePress {
            return false;
        }
        let code = trimmed.strip_prefix("<<<").or_else(|| {
            let rest = trimmed.strip_prefix("@[code")?;
            rest.split_once("](")?.1.strip_suffix(')')
        });
        let Some(target) = code else { return false };
        let target = target.trim().split(['{', '#', '[']).next().unwrap_or("").trim();
        let spaces = format!("{:indent$}", "");
        self.emit(&format!("{spaces}````"), number);
        match self.found(target) {
            Some((_, text)) => {
                for line in text.lines() {
                    self.emit(&format!("{spaces}{line}"), number);
                }
            }
            None => self.problem(number, Trouble::IncludeMissing { target: target.to_owned() }),
        }
        self.emit(&format!("{spaces}````"), number);
        true
    }

    /// A snippet of MkDocs, inside or outside of code: `--8<-- "file.md"`, or several files between two such marks.
    pub(super) fn snippet(&mut self, trimmed: &str, indent: usize, number: u32) -> bool {
        if self.around.dialect != Dialect::MkDocs {
            return false;
        }
        let mark = trimmed.trim_start_matches(';');
        let Some(rest) = mark.strip_prefix("--8<--").or_else(|| mark.strip_prefix("-8<-")) else {
            return false;
        };
        let target = rest.trim().trim_matches(['"', '\'']).to_owned();
        // The mark of a section, or a mark that is written to be shown.
        if trimmed.starts_with(';') || target.starts_with('[') {
            return target.starts_with('[');
        }
        if !target.is_empty() {
            self.include(&target, indent, number);
            return true;
        }
        let mut targets = Vec::new();
        while let Some((line, number)) = self.line_of_file() {
            let line = line.trim();
            if line.starts_with("--8<--") || targets.len() > 50 {
                break;
            }
            if !line.is_empty() {
                targets.push((line.to_owned(), number));
            }
        }
        for (target, number) in targets.into_iter().rev() {
            self.include(&target, indent, number);
        }
        true
    }

    /// Continues with the lines of another file.
    pub(super) fn include(&mut self, target: &str, indent: usize, number: u32) {
        let target = target.trim().trim_matches(['"', '\'', '<', '>']);
        let Some((path, text)) = self.found(target) else {
            self.problem(number, Trouble::IncludeMissing { target: target.to_owned() });
            return;
        };
        let circle = self.frames.iter().any(|frame| frame.path == path);
        self.included += text.len();
        if circle || self.frames.len() > INCLUDE_DEPTH || self.included > INCLUDED_BYTES {
            self.problem(number, Trouble::IncludeTooDeep { target: target.to_owned() });
            return;
        }
        let text = front_matter::part(&text).body.to_owned();
        let text = part_of(&text, target).replace(['\u{E000}', '\u{E001}', '\u{E002}'], "\u{FFFD}");
        // Lines that were read ahead come after the file.
        if !self.ahead.is_empty() {
            let rest: Vec<String> = self.ahead.drain(..).rev().map(|(line, _)| line).collect();
            let path = self.path().to_owned();
            self.frames.push(Frame {
                text: rest.join("\n"),
                at: 0,
                number,
                included_at: Some(number),
                indent: String::new(),
                path,
            });
        }
        self.frames.push(Frame {
            text,
            at: 0,
            number: 0,
            included_at: Some(number),
            indent: format!("{:indent$}", ""),
            path,
        });
    }

    /// The path of the included file, and its text.
    fn found(&self, target: &str) -> Option<(String, String)> {
        let plain = target.trim_start_matches("@/").trim_start_matches("@site/");
        let (plain, _) = plain.split_once('{').unwrap_or((plain, ""));
        let whole = plain.trim_start_matches('/').trim();
        let short = whole.split_once([':', '#']).map_or(whole, |(path, _)| path).trim();
        let root = self.around.root;
        // The parent of the folder of pages is the folder of the settings.
        let above = folder(root.trim_end_matches('/'));
        let here = folder(self.path());
        let includes = joined(above, "_includes");
        for target in [whole, short].into_iter().filter(|target| !target.is_empty()) {
            let folders = [here, root, above, "", &includes, "_includes", "includes", "snippets"];
            for folder in folders {
                let path = joined(folder, target);
                if let Some(bytes) = self.around.files.get(&path)
                    && let Ok((text, _)) = encoding::unstated(bytes, FILE_BYTES)
                {
                    return Some((path, text));
                }
            }
        }
        None
    }
}

/// The lines or the section of a file for which the target asks: `file.md:3:7`, `file.md:name`.
fn part_of(text: &str, target: &str) -> String {
    let (start, end) = ("[start:", "[end:");
    let is_mark =
        |line: &str| line.contains("--8<--") && (line.contains(start) || line.contains(end));
    let without_marks = || {
        let lines = text.split('\n').filter(|line| !is_mark(line));
        lines.collect::<Vec<_>>().join("\n")
    };
    let Some((_, part)) = target.split_once(':') else { return without_marks() };
    let numbers: Vec<Option<usize>> = part.split(':').map(|number| number.parse().ok()).collect();
    if let Some(Some(first)) = numbers.first() {
        let last = numbers.get(1).copied().flatten().unwrap_or(usize::MAX);
        let lines = text.split('\n').skip(first.saturating_sub(1));
        let lines = lines.take(last.saturating_sub(first.saturating_sub(1)));
        return lines.collect::<Vec<_>>().join("\n");
    }
    let (opens, closes) = (format!("{start}{part}]"), format!("{end}{part}]"));
    let lines = text.split('\n').skip_while(|line| !line.contains(&opens)).skip(1);
    let lines: Vec<&str> = lines.take_while(|line| !line.contains(&closes)).collect();
    if lines.is_empty() { without_marks() } else { lines.join("\n") }
}
