//! One page of a pack: front matter, then Markdown with marked statements, actions and documents.
//!
//! See `content/README.md` for how such a page is written.

use chrono::NaiveDate;
use serde::Deserialize;
use serde_saphyr::Spanned;

use crate::problem::Problem;
use crate::yaml;

/// What a page's file says of the page.
pub(crate) struct Front {
    pub(crate) title: String,
    pub(crate) address: String,
    pub(crate) revision: String,
    pub(crate) captured: NaiveDate,
    pub(crate) order: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFront {
    title: Option<String>,
    address: Option<Spanned<String>>,
    revision: Option<String>,
    captured: Option<Spanned<String>>,
    order: Option<u32>,
}

/// A page's file, cut after its front matter.
pub(crate) struct Cut<'a> {
    pub(crate) front: Option<Front>,
    pub(crate) body: &'a str,
    /// How many lines stand above the body.
    pub(crate) lines_above: usize,
}

/// Reads the front matter of a page.
pub(crate) fn cut<'a>(file: &str, text: &'a str, problems: &mut Vec<Problem>) -> Cut<'a> {
    let mut lines = text.split_inclusive('\n');
    let opens = lines.next().is_some_and(|line| line.trim_end() == "---");
    let mut length = text.split_inclusive('\n').next().map_or(0, str::len);
    let start = length;
    let mut count = 1;
    let closes = opens
        && lines.any(|line| {
            length += line.len();
            count += 1;
            line.trim_end() == "---"
        });
    if !closes {
        let message = "missing source: a page starts with \"---\", its title, address, revision, captured and order, and \"---\"";
        problems.push(Problem::new(file, 1, message));
        return Cut { front: None, body: text, lines_above: 0 };
    }
    let yaml_text = &text[start..length];
    let yaml_text = yaml_text.trim_end().strip_suffix("---").unwrap_or(yaml_text);
    let front = match yaml::read::<RawFront>(file, yaml_text, 1) {
        Ok(raw) => front(file, raw, problems),
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    Cut { front, body: &text[length..], lines_above: count }
}

fn front(file: &str, raw: RawFront, problems: &mut Vec<Problem>) -> Option<Front> {
    let mut missing = |present: bool, message: &str| {
        if !present {
            problems.push(Problem::new(file, 1, message));
        }
    };
    missing(raw.title.is_some(), "the page has no title");
    missing(raw.address.is_some(), "missing source: the page has no address");
    missing(
        raw.revision.is_some(),
        "missing source: the page has no revision (write what the page states, or that it states none)",
    );
    missing(raw.captured.is_some(), "missing source: the page has no captured date");
    missing(raw.order.is_some(), "the page has no order");
    let address = raw.address?;
    if !is_address(&address.value) {
        let message = format!("missing source: \"{}\" is no http or https address", address.value);
        problems.push(Problem::new(file, 1 + yaml::line(&address), message));
    }
    let captured = raw.captured?;
    let date = date(&captured.value);
    if date.is_none() {
        let message = format!("bad date: \"{}\" is no day; write it as 2026-11-22", captured.value);
        problems.push(Problem::new(file, 1 + yaml::line(&captured), message));
    }
    Some(Front {
        title: raw.title?,
        address: address.value,
        revision: raw.revision?,
        captured: date?,
        order: raw.order?,
    })
}

/// Whether a published address can stand as a source.
pub(crate) fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !text.contains(char::is_whitespace))
}

fn date(text: &str) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (date.to_string() == text).then_some(date)
}
