//! Reads tags in braces: variables, shortcodes, Liquid, expressions of components.

use super::super::boxes;
use super::super::marks::Mark;
use super::super::syntax::Braces;
use super::inline::Line;
use super::{Kind, Open, Options, Preparation};
use crate::tags;

impl Preparation<'_> {
    /// `{{ }}`, `{% %}`, `{# #}`, if the dialect has them.
    pub(super) fn braces(&mut self, line: &mut Line) -> bool {
        let kind = self.around.syntax.braces;
        let tags = matches!(kind, Braces::Jinja | Braces::Shortcodes | Braces::Liquid);
        let rest = line.rest();
        if tags && rest.starts_with("{%") {
            let Some(end) = self.until(line, '}', |rest| after_two(rest, "%}")) else {
                self.never_closed("{%", line.number);
                line.at += 2;
                return true;
            };
            let whole = line.rest()[..end + 2].to_owned();
            line.at += end + 2;
            let inner = whole[2..whole.len() - 2].trim_matches('-').trim().to_owned();
            self.tag_in_braces(&inner, &whole, line);
            return true;
        }
        if self.verbatim {
            return false;
        }
        if rest.starts_with("{{") && kind != Braces::Expressions {
            let Some(end) = self.until(line, '}', |rest| after_two(rest, "}}")) else {
                self.never_closed("{{", line.number);
                line.at += 2;
                return true;
            };
            let whole = line.rest()[..end + 2].to_owned();
            line.at += end + 2;
            let inner = whole[2..whole.len() - 2].trim_matches(['-', '<', '>']).trim();
            match self.value(inner) {
                Some(value) => line.push(&value.replace('\n', " ")),
                None => self.made_by_site(&whole, line.number),
            }
            return true;
        }
        let comment = rest.starts_with("{# ") || (rest.starts_with("{#") && rest.contains("#}"));
        let included = rest.starts_with("{!").then(|| after_two(rest, "!}")).flatten();
        if matches!(kind, Braces::Jinja | Braces::Shortcodes)
            && comment
            && let Some(end) = self.until(line, '}', |rest| rest.find("#}"))
        {
            line.at += end + 2;
            return true;
        }
        if kind == Braces::Jinja
            && let Some(end) = included
        {
            let target = line.rest()[2..end].trim().trim_matches(['"', '\'']).to_owned();
            line.at += end + 2;
            let (indent, number) = (line.indent, line.number);
            self.include(&target, indent, number);
            return true;
        }
        false
    }

    /// The value of an expression in the settings of page and site; `None` if only the site knows it.
    fn value(&self, expression: &str) -> Option<String> {
        let name = expression.split('|').next().unwrap_or("").trim();
        if name.len() > 1 && name.starts_with(['"', '\'']) && name.ends_with(['"', '\'']) {
            return Some(name.trim_matches(['"', '\'']).to_owned());
        }
        if matches!(name, "base_url" | "site.baseurl" | "site.url" | "config.base_url" | "$base") {
            return Some(String::new());
        }
        let page = ["page.", "$frontmatter.", "frontmatter.", "$page.frontmatter.", "$page."];
        if let Some(key) = page.iter().find_map(|start| name.strip_prefix(start)) {
            return self.around.front.text(key.strip_prefix("meta.").unwrap_or(key));
        }
        let site = ["site.", "config.extra.", "config.", "extra.", "$site."];
        let key = site.iter().find_map(|start| name.strip_prefix(start)).unwrap_or(name);
        self.around.variables.get(key).cloned()
    }

    fn tag_in_braces(&mut self, inner: &str, whole: &str, line: &mut Line) {
        let end = inner.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'));
        let (name, arguments) = inner.split_at(end.unwrap_or(inner.len()));
        let number = line.number;
        match (self.around.syntax.braces, name) {
            (_, "raw") => self.verbatim = true,
            (_, "endraw") => self.verbatim = false,
            _ if self.verbatim => line.push(whole),
            (
                Braces::Liquid | Braces::Jinja,
                "include" | "include_relative" | "include-markdown",
            ) => {
                let target = first_argument(arguments);
                self.include(&target, line.indent, number);
            }
            (Braces::Liquid, "link") => line.push(&format!("/{}", arguments.trim())),
            (Braces::Liquid, "post_url") => line.push(&format!("/_posts/{}.md", arguments.trim())),
            (Braces::Liquid, "highlight") => {
                let fence = format!("```{}", arguments.split_whitespace().next().unwrap_or(""));
                self.on_own_line(&fence, line);
            }
            (Braces::Liquid, "endhighlight") => self.on_own_line("```", line),
            (_, "comment") => self.skip_comment(line),
            (
                _,
                "assign" | "set" | "endcomment" | "capture" | "endcapture" | "macro" | "endmacro",
            ) => {}
            (Braces::Shortcodes, "end") => self.close_tag(None, line),
            (Braces::Shortcodes, _) => self.open_tag(name, arguments, whole, line),
            (
                _,
                "hint" | "tab" | "tabs" | "content-ref" | "expandable" | "alert" | "note" | "tip"
                | "warning" | "callout" | "details",
            ) => {
                self.open_tag(name, arguments, whole, line);
            }
            (_, closing) if closing.starts_with("end") => {
                let name = closing.trim_start_matches("end").trim_start_matches('-');
                self.close_tag(Some(name), line);
            }
            _ => self.made_by_site(whole, number),
        }
    }

    fn skip_comment(&mut self, line: &mut Line) {
        let ends = |rest: &str| {
            rest.find("endcomment").and_then(|at| Some(at + rest[at..].find("%}")? + 2))
        };
        match self.until(line, '}', ends) {
            Some(end) => line.at += end,
            None => self.never_closed("{% comment %}", line.number),
        }
    }

    fn open_tag(&mut self, name: &str, arguments: &str, whole: &str, line: &mut Line) {
        if !self.may_open() {
            return;
        }
        let given =
            ["title", "label", "summary", "header"].iter().find_map(|key| named(arguments, key));
        let kind = named(arguments, "style").or_else(|| named(arguments, "type"));
        let title = given
            .filter(|title| !title.is_empty())
            .or_else(|| kind.map(|kind| boxes::kind_title(&kind)).filter(|title| !title.is_empty()))
            .unwrap_or_else(|| boxes::kind_title(name));
        let open = Open {
            kind: Kind::Tag(name.to_owned()),
            indent: line.indent,
            line: line.number,
            what: whole.to_owned(),
            end: Some(Mark::CloseBox),
            options: Options::None,
        };
        self.put(Mark::OpenBox(title), line);
        self.push_open(open);
    }

    /// Closes the innermost tag; if a name is given, the innermost tag with this name.
    fn close_tag(&mut self, name: Option<&str>, line: &mut Line) {
        let closes = |open: &Open| match (&open.kind, name) {
            (Kind::Tag(_), None) => true,
            (Kind::Tag(tag), Some(name)) => tag == name,
            _ => false,
        };
        let Some(at) = self.open.iter().rposition(closes) else { return };
        self.close_from(at + 1, line.number, false);
        if let Some(open) = self.open.pop()
            && let Some(end) = open.end
        {
            self.put(end, line);
        }
    }

    /// An expression of a component: `{value}`. Words in quotes are text. The site generates the rest.
    pub(super) fn expression(&mut self, line: &mut Line) -> bool {
        let Some(end) = self.until(line, '}', tags::braces) else { return false };
        let whole = line.rest()[..end].to_owned();
        line.at += end;
        let inner = whole[1..whole.len() - 1].trim();
        if inner.is_empty() || (inner.starts_with("/*") && inner.ends_with("*/")) {
            return true;
        }
        let quote = inner.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
        match quote {
            Some(quote) if inner.len() > 1 && inner.ends_with(quote) && !inner.contains("${") => {
                line.push(&inner[1..inner.len() - 1].replace('\n', " "));
            }
            _ => self.made_by_site(&whole, line.number),
        }
        true
    }
}

/// The index of `end` after the first two bytes, which open a tag.
fn after_two(rest: &str, end: &str) -> Option<usize> {
    rest.get(2..)?.find(end).map(|at| at + 2)
}

/// The first word of the arguments of a tag, without quotes.
fn first_argument(arguments: &str) -> String {
    let arguments = arguments.trim();
    match arguments.chars().next() {
        Some(quote @ ('"' | '\'')) => arguments[1..].split(quote).next().unwrap_or("").to_owned(),
        _ => arguments.split_whitespace().next().unwrap_or("").to_owned(),
    }
}

/// The value of a named argument: `title="Words"`.
fn named(arguments: &str, key: &str) -> Option<String> {
    let mut rest = arguments;
    while let Some(at) = rest.find(key) {
        let before = rest[..at].chars().next_back();
        let after = rest[at + key.len()..].trim_start();
        rest = &rest[at + key.len()..];
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        if let Some(value) = after.strip_prefix(['=', ':']) {
            return Some(first_argument(value));
        }
    }
    None
}
