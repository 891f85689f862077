//! One page of a pack: front matter, then Markdown with marked statements, actions and documents.
//!
//! `content/README.md` says how such a page is written.

use chrono::{Datelike as _, NaiveDate};
use serde::Deserialize;
use serde_saphyr::Spanned;
use vurder_model::richtext::says_something;

use crate::problem::Problem;
use crate::yaml;

/// The word that stands instead of a day that is not known.
pub(crate) const UNDATED: &str = "undated";

/// The front matter of a page.
pub(crate) struct Front {
    pub(crate) title: String,
    pub(crate) address: String,
    pub(crate) revision: String,
    /// `None` if the page's file says that the day is not known.
    pub(crate) captured: Option<NaiveDate>,
    /// What became of the page later, as Markdown, with the line of its key.
    pub(crate) since_then: Option<String>,
    pub(crate) order: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFront {
    title: Option<Spanned<String>>,
    address: Option<Spanned<String>>,
    revision: Option<Spanned<String>>,
    captured: Option<Spanned<String>>,
    since_then: Option<Spanned<String>>,
    order: Option<Spanned<i64>>,
}

/// The file of a page, split after its front matter.
pub(crate) struct Cut<'a> {
    pub(crate) front: Option<Front>,
    pub(crate) body: &'a str,
    /// The number of lines above the body.
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
        let message = "missing source: a page starts with \"---\", its title, address, revision, captured and order, \
            and \"---\"";
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
    for (what, value) in [("title", &raw.title), ("revision", &raw.revision)] {
        if let Some(value) = value.as_ref().filter(|value| !says_something(&value.value)) {
            let message = format!("the page's {what} is empty");
            problems.push(Problem::new(file, 1 + yaml::line(value), message));
        }
    }
    let order = raw.order.as_ref().and_then(|order| u32::try_from(order.value).ok());
    if let (Some(raw), None) = (&raw.order, order) {
        let message = format!("\"{}\" is no order: write a whole number from 0 up", raw.value);
        problems.push(Problem::new(file, 1 + yaml::line(raw), message));
    }
    let address = raw.address?;
    if !is_address(&address.value) {
        let message = format!("missing source: \"{}\" is no http or https address", address.value);
        problems.push(Problem::new(file, 1 + yaml::line(&address), message));
    }
    let captured = raw.captured?;
    let captured = match captured.value.as_str() {
        UNDATED => None,
        written => match day(written) {
            Ok(day) => Some(day),
            Err(message) => {
                problems.push(Problem::new(file, 1 + yaml::line(&captured), message));
                return None;
            }
        },
    };
    if let Some(empty) = raw.since_then.as_ref().filter(|words| !says_something(&words.value)) {
        let message = "the page's since_then is empty: leave it out";
        problems.push(Problem::new(file, 1 + yaml::line(empty), message));
    }
    Some(Front {
        title: raw.title?.value,
        address: address.value,
        revision: raw.revision?.value,
        captured,
        since_then: raw.since_then.map(|words| words.value),
        order: order?,
    })
}

/// Whether an address can be a source: http or https, with a host that has a name.
pub(crate) fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.split_once(':').map_or(host, |(host, _port)| host);
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    host.contains('.') && host.split('.').all(is_label) && !text.contains(char::is_whitespace)
}

/// A day written as `2026-11-22`, or the message for a wrong one.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    let read = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    // Today's day is not used, so that a check of the same content always gives the same answer.
    match read.filter(|day| day.to_string() == text) {
        None => Err(format!("bad date: \"{text}\" is no day; write it as 2026-11-22")),
        Some(day) if !(2000..=2100).contains(&day.year()) => Err(format!(
            "bad date: \"{text}\" is no day of a page's state; write a year from 2000 to 2100"
        )),
        Some(day) => Ok(day),
    }
}
