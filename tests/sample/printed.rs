//! The text of a report as a reader sees it: lines and pages break it.

use chrono::NaiveDate;

/// A day as the English reports write it: "22 November 2026".
pub(crate) fn on_paper(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// The pages of a report, without white space, so that line breaks do not matter.
pub(crate) struct Printed {
    pages: Vec<String>,
    /// The same pages with single spaces.
    spaced: Vec<String>,
}

impl Printed {
    pub(crate) fn new(pages: &[String]) -> Self {
        Self {
            pages: pages.iter().map(|page| close(page)).collect(),
            spaced: pages.iter().map(|page| spaced(page)).collect(),
        }
    }

    /// Whether the words follow each other in the report. The end of a page may break them, once or several times. Then
    /// the foot of the page, the head of the next page and the other cells of the row stand between them.
    pub(crate) fn has(&self, words: &str) -> bool {
        let words: Vec<String> =
            words.split_whitespace().map(close).filter(|w| !w.is_empty()).collect();
        words.is_empty() || (0..self.pages.len()).any(|page| self.has_from(page, &words))
    }

    /// How often the words stand in the report as separate words, within a page.
    pub(crate) fn count(&self, words: &str) -> usize {
        let words = spaced(words);
        let is_word = |c: char| c.is_alphanumeric();
        let apart = |before: &str, after: &str| {
            !before.ends_with(is_word) && !after.starts_with(is_word) || words.is_empty()
        };
        let on_page = |page: &String| {
            page.match_indices(&words)
                .filter(|(at, _)| apart(&page[..*at], &page[at + words.len()..]))
                .count()
        };
        self.spaced.iter().map(on_page).sum()
    }

    fn has_from(&self, page: usize, words: &[String]) -> bool {
        let Some(text) = self.pages.get(page) else { return false };
        let begins = |count: usize| text.contains(&words[..count].concat());
        let whole = (1..=words.len()).take_while(|count| begins(*count)).last().unwrap_or(0);
        whole == words.len() || (1..=whole).rev().any(|at| self.has_from(page + 1, &words[at..]))
    }
}

/// The text without white space and hyphens: at the end of a line, nobody can tell whether a person wrote the hyphen.
fn close(text: &str) -> String {
    let gap = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{ad}' | '\u{200b}' | '\u{2060}');
    text.chars().filter(|c| !gap(*c)).collect()
}

/// The text with single spaces, with words joined that a line break divided, and without hyphens.
fn spaced(text: &str) -> String {
    let whole = text.replace("-\n", "").replace(['-', '\u{ad}', '\u{200b}', '\u{2060}'], "");
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_across_lines_and_pages_but_only_in_their_order() {
        let pages = ["Head\nthe consent re-\ngister is\nfoot 1", "Head\nkept in a safe\nfoot 2"];
        let printed = Printed::new(&pages.map(str::to_owned));
        assert!(printed.has("the consent register is kept in a  safe"));
        assert!(printed.has("register is"));
        assert!(!printed.has("is register"));
        assert!(!printed.has("kept the consent"));
        assert!(!printed.has("the consent register was kept"));
        assert_eq!(printed.count("consent register"), 1);
        assert_eq!(printed.count("in"), 1, "only words of their own");
        assert_eq!(printed.count("foot"), 2);
    }
}
