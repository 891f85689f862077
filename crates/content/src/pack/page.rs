//! One page of a pack: front matter, then Markdown with marked statements, actions and documents.
//!
//! See `content/README.md` for how such a page is written.

use chrono::{Datelike as _, NaiveDate};
use serde::Deserialize;
use serde_saphyr::Spanned;
use vurder_model::richtext::says_something;

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
    title: Option<Spanned<String>>,
    address: Option<Spanned<String>>,
    revision: Option<Spanned<String>>,
    captured: Option<Spanned<String>>,
    order: Option<Spanned<i64>>,
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
    let date = date(&captured.value);
    let wrong = match date {
        None => Some("is no day; write it as 2026-11-22"),
        Some(day) if !(2000..=2100).contains(&day.year()) => {
            Some("is no day on which the page was read; write a year from 2000 to 2100")
        }
        Some(_) => None,
    };
    if let Some(wrong) = wrong {
        // What day it is today is not known here: the same content gives the same answer whenever it is checked.
        let message = format!("bad date: \"{}\" {wrong}", captured.value);
        problems.push(Problem::new(file, 1 + yaml::line(&captured), message));
    }
    Some(Front {
        title: raw.title?.value,
        address: address.value,
        revision: raw.revision?.value,
        captured: date?,
        order: order?,
    })
}

/// Whether a published address can stand as a source: http or https, and a host with a name.
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

fn date(text: &str) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (date.to_string() == text).then_some(date)
}
