//! Finds the place of a remark among the present answers.

use vurder_model::report_address::AnswerAddress;

use crate::remark::ReturnedRemark;

/// Where a remark belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placement {
    /// At the answer that the file names. The words that the remark covers still stand there, or it covers no words.
    Exact(AnswerAddress),
    /// At the answer that the file names. That answer has other words now, and the covered words stand in no other
    /// answer.
    Changed(AnswerAddress),
    /// At the only answer in which its words stand. The file names another answer, or no answer.
    Moved(AnswerAddress),
    /// At one of several answers in which its words stand.
    Ambiguous(Vec<AnswerAddress>),
    /// At no answer: its words stand in no answer, and the file names no present answer.
    Nowhere,
}

/// The least number of letters of a quotation that is looked for in answers other than the one that the file names. A
/// shorter quotation stands somewhere by chance.
const DISTINCT: usize = 12;
/// The number of letters of the context that are compared, on each side.
const CONTEXT: usize = 16;

/// Answers among which remarks are placed. What a page shows otherwise than an answer is left out of their words once,
/// not for each remark.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    words: Vec<(AnswerAddress, String)>,
}

impl Answers {
    /// The answers with their words as the report prints them.
    #[must_use]
    pub fn of(texts: impl IntoIterator<Item = (AnswerAddress, String)>) -> Self {
        let words = texts.into_iter().map(|(address, words)| (address, letters(&words)));
        Self { words: words.collect() }
    }

    /// Finds the answer that a remark belongs to.
    #[must_use]
    pub fn locate(&self, remark: &ReturnedRemark) -> Placement {
        let named = remark.place.as_deref().and_then(answer_of);
        let named =
            named.and_then(|named| self.words.iter().find(|(address, _)| *address == named));
        let quoted = letters(&remark.quoted);
        let (before, after) = (letters(&remark.before), letters(&remark.after));
        let before = tail(&before, CONTEXT);
        let after = head(&after, CONTEXT);
        let in_context = format!("{before}{quoted}{after}");
        if let Some((address, words)) = named
            && words.contains(&quoted)
        {
            return Placement::Exact(address.clone());
        }
        let elsewhere = |wanted: &str| -> Vec<&AnswerAddress> {
            let others = self.words.iter().filter(|(_, words)| words.contains(wanted));
            others.map(|(address, _)| address).collect()
        };
        let wanted = if quoted.is_empty() { &in_context } else { &quoted };
        let long = |words: &str| words.chars().count() >= DISTINCT;
        let mut found = if long(wanted) { elsewhere(wanted) } else { Vec::new() };
        // What stands around it tells which of several is meant; few words are found with it alone.
        if found.len() != 1 && long(&in_context) {
            for context in [&in_context, &format!("{before}{quoted}"), &format!("{quoted}{after}")]
            {
                let narrowed = if long(context) { elsewhere(context) } else { Vec::new() };
                if !narrowed.is_empty() && (found.is_empty() || narrowed.len() < found.len()) {
                    found = narrowed;
                    break;
                }
            }
        }
        if found.len() > 1
            && let Some(row) = remark.place.as_deref().and_then(row_of)
        {
            let of_row = |address: &&&AnswerAddress| address.row.to_string() == row;
            let narrowed: Vec<_> = found.iter().filter(of_row).copied().collect();
            if !narrowed.is_empty() {
                found = narrowed;
            }
        }
        match (&found[..], named) {
            ([one], _) => Placement::Moved((*one).clone()),
            ([], Some((address, _))) => Placement::Changed(address.clone()),
            ([], None) => Placement::Nowhere,
            (several, _) => Placement::Ambiguous(several.iter().copied().cloned().collect()),
        }
    }
}

/// Whether a page would show the same letters for both.
#[must_use]
pub fn reads_the_same(one: &str, other: &str) -> bool {
    letters(one) == letters(other)
}

/// The answer that a tag or an anchor names.
fn answer_of(place: &str) -> Option<AnswerAddress> {
    let by_anchor = AnswerAddress::from_anchor(place);
    by_anchor.or_else(|| AnswerAddress::from_tag(place).map(|(address, _)| address))
}

/// The row that an anchor names.
fn row_of(place: &str) -> Option<&str> {
    let row = place.strip_prefix("row/").or_else(|| place.strip_prefix("value/"))?;
    row.split(['@', '/']).next()
}

/// The words without everything that differs between a page and an answer: white space, hyphens, ligatures, the shape
/// of quotation marks, and invisible marks.
fn letters(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
            '‘' | '’' | '‚' | '‹' | '›' => out.push('\''),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {}
            '•' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_whitespace() || c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

fn tail(words: &str, count: usize) -> &str {
    let from = words.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    words.get(from..).unwrap_or_default()
}

fn head(words: &str, count: usize) -> &str {
    let to = words.char_indices().nth(count).map_or(words.len(), |(at, _)| at);
    words.get(..to).unwrap_or_default()
}
