//! Text from right to left: the order in which the parts of a line stand on paper (Unicode Standard Annex #9).

use unicode_bidi::{BidiClass, BidiInfo, Direction, Level, bidi_class, get_base_direction_full};

/// The direction of each byte of a text as a level: even is left to right, odd is right to left.
pub(super) struct Directions(Vec<Level>);

impl Directions {
    /// `None` if the whole text is from left to right, as nearly every text is.
    pub(super) fn of(text: &str) -> Option<Self> {
        let turns = |c: char| {
            use BidiClass::{AL, AN, R, RLE, RLI, RLO};
            c > '\u{58f}' && matches!(bidi_class(c), R | AL | AN | RLE | RLO | RLI)
        };
        if !text.chars().any(turns) {
            return None;
        }
        // The layout engine also uses the first letter of the whole text.
        let base = if runs_left(text) { Level::rtl() } else { Level::ltr() };
        Some(Self(BidiInfo::new(text, Some(base)).levels))
    }

    pub(super) fn level(&self, at: usize) -> u8 {
        self.0.get(at).map_or(0, Level::number)
    }
}

/// Whether a text as a whole is from right to left. Its first letter decides.
pub(crate) fn runs_left(text: &str) -> bool {
    get_base_direction_full(text) == Direction::Rtl
}

/// The order, from left to right, in which the parts of a line with these levels stand.
pub(super) fn from_left(levels: &[u8]) -> Vec<usize> {
    let level = |number: &u8| Level::new(*number).unwrap_or_else(|_| Level::ltr());
    BidiInfo::reorder_visual(&levels.iter().map(level).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_without_letters_that_run_left_has_no_levels() {
        assert!(Directions::of("Ærlig 12 (3) – Ελληνικά, Кириллица, 漢字.").is_none());
    }

    #[test]
    #[allow(clippy::unwrap_used)]
    fn numbers_within_hebrew_keep_their_own_direction() {
        let text = "ab אב 12 גד";
        let directions = Directions::of(text).unwrap();
        let levels: Vec<u8> = text.char_indices().map(|(at, _)| directions.level(at)).collect();
        assert_eq!(levels, [0, 0, 0, 1, 1, 1, 2, 2, 1, 1, 1]);
        let shown: String =
            from_left(&levels).into_iter().filter_map(|at| text.chars().nth(at)).collect();
        assert_eq!(shown, "ab דג 12 בא");
        assert!(!runs_left(text) && runs_left("אב ab"));
    }
}
