//! The text of a report as a reader meets it: words in lines, broken between lines and pages.

/// A report's pages, without the gaps between words, so that it does not matter where lines were broken.
pub(crate) struct Printed {
    pages: Vec<String>,
}

impl Printed {
    pub(crate) fn new(pages: &[String]) -> Self {
        Self { pages: pages.iter().map(|page| close(page)).collect() }
    }

    /// Whether these words stand in the report one after the other. They may be broken by the end of a page, once or
    /// several times: what stands between is the foot of the page, the head of the next, and the other cells of a row.
    pub(crate) fn has(&self, words: &str) -> bool {
        let words: Vec<String> =
            words.split_whitespace().map(close).filter(|w| !w.is_empty()).collect();
        words.is_empty() || (0..self.pages.len()).any(|page| self.has_from(page, &words))
    }

    fn has_from(&self, page: usize, words: &[String]) -> bool {
        let Some(text) = self.pages.get(page) else { return false };
        let begins = |count: usize| text.contains(&words[..count].concat());
        let whole = (1..=words.len()).take_while(|count| begins(*count)).last().unwrap_or(0);
        whole == words.len() || (1..=whole).rev().any(|at| self.has_from(page + 1, &words[at..]))
    }
}

/// The text without gaps, and without hyphens: at the end of a line it cannot be told whether somebody wrote them.
fn close(text: &str) -> String {
    let gap = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{ad}' | '\u{200b}' | '\u{2060}');
    text.chars().filter(|c| !gap(*c)).collect()
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
    }
}
