//! The passages of a page with the headings that they stand under.

use crate::passage::Passage;
use crate::provider::PageBlock;

/// A passage and the headings above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadedPassage<'p> {
    /// The headings above it, outermost first, joined by ` / `; empty before the first heading of the page.
    pub heading: String,
    /// The passage.
    pub passage: &'p Passage,
}

/// The passages of a page in their order.
#[must_use]
pub fn headed_passages(body: &[PageBlock]) -> Vec<HeadedPassage<'_>> {
    let mut heading = String::new();
    let mut found = Vec::new();
    each_passage(body, |above, new, passage| {
        if new {
            heading = joined(above);
        }
        found.push(HeadedPassage { heading: heading.clone(), passage });
        false
    });
    found
}

/// The passage of this number and the headings above it.
#[must_use]
pub fn headed_passage(body: &[PageBlock], number: u32) -> Option<HeadedPassage<'_>> {
    let mut found = None;
    each_passage(body, |above, _, passage| {
        if passage.number == number {
            found = Some(HeadedPassage { heading: joined(above), passage });
        }
        found.is_some()
    });
    found
}

/// Calls `each` with the passages in their order until it returns `true`. `each` gets the levels and words of the
/// headings above the passage, and whether they differ from those of the passage before.
fn each_passage<'p>(
    body: &'p [PageBlock],
    mut each: impl FnMut(&[(u8, &'p str)], bool, &'p Passage) -> bool,
) {
    let mut above: Vec<(u8, &str)> = Vec::new();
    let mut new = true;
    for block in body {
        match block {
            PageBlock::Heading { level, text } => {
                above.retain(|(of, _)| of < level);
                above.push((*level, text));
                new = true;
            }
            PageBlock::Passage { passage } => {
                if each(&above, new, passage) {
                    return;
                }
                new = false;
            }
            _ => {}
        }
    }
}

fn joined(above: &[(u8, &str)]) -> String {
    above.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::PassageShape;
    use crate::richtext::Inline;

    #[test]
    fn a_passage_stands_under_the_headings_above_it_and_under_none_that_ended() {
        let heading = |level, text: &str| PageBlock::Heading { level, text: text.to_owned() };
        let passage = |number| PageBlock::Passage {
            passage: Passage {
                number,
                shape: PassageShape::Paragraph {},
                cells: vec![vec![Inline::text("words")]],
                boxes: Vec::new(),
                line: 1,
            },
        };
        let body = [
            passage(1),
            heading(1, "Backup"),
            heading(3, "Home folders"),
            passage(2),
            heading(2, "Projects"),
            passage(3),
            heading(1, "Access"),
            passage(4),
        ];
        let headings: Vec<String> =
            headed_passages(&body).into_iter().map(|headed| headed.heading).collect();
        assert_eq!(headings, ["", "Backup / Home folders", "Backup / Projects", "Access"]);
        assert_eq!(headed_passage(&body, 3).map(|found| found.heading), Some(headings[2].clone()));
        assert_eq!(headed_passage(&body, 5), None);
    }
}
