//! Reads the settings at the top of a page: YAML between `---`, TOML between `+++`.

use serde_json::{Map, Value};

use crate::problem::Trouble;

/// The settings of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct FrontMatter {
    values: Map<String, Value>,
}

impl FrontMatter {
    /// A value as one line of words. Numbers and dates are converted, too.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        let mut value = self.values.get(key.split('.').next()?)?;
        for part in key.split('.').skip(1) {
            value = value.get(part)?;
        }
        plain(value)
    }

    /// A value that is a boolean.
    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        self.values.get(key)?.as_bool()
    }

    /// A value that is a number.
    pub(super) fn number(&self, key: &str) -> Option<f64> {
        match self.values.get(key)? {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }
}

/// A value as one line of words.
pub(super) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// A page, split into its front matter and the rest.
#[derive(Debug)]
pub(super) struct SplitPage<'a> {
    pub(super) front: FrontMatter,
    /// The page without its front matter.
    pub(super) body: &'a str,
    /// The number of lines above the body.
    pub(super) lines_above: u32,
    /// The problem of the front matter, with its line.
    pub(super) trouble: Option<(u32, Trouble)>,
}

/// Splits a page. Words are never lost: if the front matter has no end, it ends at the first line that cannot belong to
/// it.
pub(super) fn part(text: &str) -> SplitPage<'_> {
    let nothing =
        SplitPage { front: FrontMatter::default(), body: text, lines_above: 0, trouble: None };
    let first = text.split('\n').next().unwrap_or("");
    let mark = first.trim_end();
    if mark != "---" && mark != "+++" {
        return nothing;
    }
    let inner = text.get(first.len() + 1..).unwrap_or("");
    let mut at = 0;
    let mut lines = 1;
    let mut unlike = None;
    for line in inner.split_inclusive('\n') {
        lines += 1;
        let trimmed = line.trim_end();
        if trimmed == mark || (mark == "---" && trimmed == "...") {
            let (front, trouble) = values(mark, &inner[..at]);
            // An end mark far below may belong to something else. Then there are lines before it that are not settings.
            if let (Some(_), Some((unlike_at, unlike_lines))) = (&trouble, unlike) {
                return without_end(mark, inner, unlike_at, unlike_lines);
            }
            let trouble = trouble.map(|(line, trouble)| (line + 1, trouble));
            return SplitPage {
                front,
                body: &inner[at + line.len()..],
                lines_above: lines,
                trouble,
            };
        }
        if unlike.is_none() && !like_settings(line) {
            unlike = Some((at, lines - 1));
        }
        at += line.len();
    }
    // The page begins with a rule and has no front matter.
    let begins = inner.lines().next().is_some_and(|line| is_setting(line) || line.starts_with('['));
    if !begins {
        return nothing;
    }
    let (at, lines) = unlike.unwrap_or((inner.len(), lines));
    without_end(mark, inner, at, lines)
}

fn without_end<'a>(mark: &str, inner: &'a str, at: usize, lines: u32) -> SplitPage<'a> {
    let (front, _) = values(mark, &inner[..at]);
    let trouble = Some((1, Trouble::FrontMatterWithoutEnd));
    SplitPage { front, body: &inner[at..], lines_above: lines, trouble }
}

fn is_setting(line: &str) -> bool {
    let key = line.find([':', '=']).map(|end| line[..end].trim());
    key.is_some_and(|key| {
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "-_.\"'".contains(c))
    })
}

/// Whether a line can belong to settings: it is a key, a part of a value, or a comment.
fn like_settings(line: &str) -> bool {
    let heading = line.starts_with("# ") || line.starts_with("##");
    let blank = line.trim().is_empty();
    let deeper = line.starts_with([' ', '\t', '-', '[', ']', '}', '#']);
    !blank && !heading && (deeper || is_setting(line))
}

type Values = (FrontMatter, Option<(u32, Trouble)>);

fn values(mark: &str, text: &str) -> Values {
    if text.trim().is_empty() {
        return (FrontMatter::default(), None);
    }
    let read = if mark == "+++" { toml(text) } else { yaml(text) };
    match read {
        Ok(Value::Object(values)) => (FrontMatter { values }, None),
        Ok(_) => (by_lines(text), None),
        Err((line, detail)) => (by_lines(text), Some((line, Trouble::FrontMatter { detail }))),
    }
}

/// Reads YAML into a value. The error has the line and the problem.
pub(super) fn yaml(text: &str) -> Result<Value, (u32, String)> {
    serde_saphyr::from_str::<Value>(text).map_err(|error| {
        let line = error.location().and_then(|at| u32::try_from(at.line()).ok());
        let message = error.without_snippet().to_string();
        let message = message.lines().next().unwrap_or("").to_owned();
        (line.unwrap_or(1).max(1), message)
    })
}

fn toml(text: &str) -> Result<Value, (u32, String)> {
    toml::from_str::<Value>(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let lines = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count();
        (u32::try_from(lines).unwrap_or(0) + 1, error.message().to_owned())
    })
}

/// Reads settings that are not valid: every line with `key: value` counts.
fn by_lines(text: &str) -> FrontMatter {
    let mut values = Map::new();
    for line in text.lines().filter(|line| is_setting(line)) {
        if let Some((key, value)) = line.split_once([':', '=']) {
            let value = value.trim().trim_matches(['"', '\'']);
            let value = match value {
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                value => Value::String(value.to_owned()),
            };
            values.insert(key.trim().to_owned(), value);
        }
    }
    FrontMatter { values }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_toml_are_read_and_lines_counted() {
        let yaml = part("---\ntitle: Backup\nweight: 3\ndraft: true\n---\nWords");
        assert_eq!(yaml.front.text("title").as_deref(), Some("Backup"));
        assert_eq!(yaml.front.number("weight"), Some(3.0));
        assert_eq!(yaml.front.flag("draft"), Some(true));
        assert_eq!((yaml.body, yaml.lines_above), ("Words", 5));
        let toml = part("+++\ntitle = \"Backup\"\n[extra]\nowner = \"Ann\"\n+++\n\nWords");
        assert_eq!(toml.front.text("extra.owner").as_deref(), Some("Ann"));
        assert_eq!((toml.body, toml.lines_above), ("\nWords", 5));
    }

    #[test]
    fn settings_without_an_end_keep_the_words_below() {
        let page = part("---\ntitle: Backup\n\n# Heading\n\nWords");
        assert_eq!(page.trouble, Some((1, Trouble::FrontMatterWithoutEnd)));
        assert_eq!(page.front.text("title").as_deref(), Some("Backup"));
        assert_eq!((page.body, page.lines_above), ("\n# Heading\n\nWords", 2));
        let ended_by_a_rule = part("---\ntitle: Backup\n\n# Heading\n\nWords: [a\n\n---\n\nMore");
        assert_eq!(ended_by_a_rule.trouble, Some((1, Trouble::FrontMatterWithoutEnd)));
        assert!(ended_by_a_rule.body.contains("Words: [a"));
        let rule = part("---\n\nWords after a rule");
        assert_eq!((rule.trouble, rule.lines_above), (None, 0));
    }

    #[test]
    fn settings_that_cannot_be_read_are_told_by_line_and_the_title_is_kept() {
        let page = part("---\nlang: en\ntitle: FAQ: questions: [\n---\nWords");
        let (line, trouble) = page.trouble.unwrap_or((0, Trouble::Draft));
        assert_eq!(line, 3, "{trouble:?}");
        assert!(matches!(trouble, Trouble::FrontMatter { .. }));
        assert_eq!(page.front.text("title").as_deref(), Some("FAQ: questions: ["));
        assert_eq!(page.body, "Words");
    }
}
