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
    let mut above: Vec<(u8, &str)> = Vec::new();
    let mut heading = String::new();
    let mut found = Vec::new();
    for block in body {
        match block {
            PageBlock::Heading { level, text } => {
                above.retain(|(of, _)| of < level);
                above.push((*level, text));
                heading = above.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(" / ");
            }
            PageBlock::Passage { passage } => {
                found.push(HeadedPassage { heading: heading.clone(), passage });
            }
            _ => {}
        }
    }
    found
}

/// The passage of this number and the headings above it.
#[must_use]
pub fn headed_passage(body: &[PageBlock], number: u32) -> Option<HeadedPassage<'_>> {
    headed_passages(body).into_iter().find(|headed| headed.passage.number == number)
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
