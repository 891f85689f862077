//! Where the levels of a scale go when a person takes levels out of it or puts levels between others. A score is the
//! number of a level: it has to follow its level.

use crate::value::ScaleLevel;

/// The new number of each level of a scale, counted from 1; `None` for a level that the scale no longer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelMoves(Vec<Option<u8>>);

impl LevelMoves {
    /// Compares a scale with the one that replaces it. `None` if every level keeps its number: levels were renamed,
    /// added at the end, or the whole scale is another one.
    pub fn of(old: &[ScaleLevel], new: &[ScaleLevel]) -> Option<Self> {
        let same_start =
            old.iter().zip(new).take_while(|(old, new)| old.label == new.label).count();
        let rest = old.len().min(new.len()) - same_start;
        let same_end = old.iter().rev().zip(new.iter().rev()).take(rest);
        let same_end = same_end.take_while(|(old, new)| old.label == new.label).count();
        let kept = same_start + same_end;
        // Levels were only taken out, or only put in, if all levels of the shorter scale are in the longer one.
        if kept < old.len().min(new.len()) || old.len() == new.len() {
            return None;
        }
        let number = |at: usize| u8::try_from(at + 1).ok();
        let moved = (0..old.len()).map(|at| match at {
            _ if at < same_start => number(at),
            _ if at >= old.len() - same_end => number(at + new.len() - old.len()),
            _ => None,
        });
        let moves = Self(moved.collect());
        let stays = moves.0.iter().enumerate().all(|(at, to)| *to == number(at));
        (!stays).then_some(moves)
    }

    /// The new number of a level. A number outside the old scale stays as it is.
    pub fn level(&self, level: u8) -> Option<u8> {
        let at = usize::from(level).checked_sub(1);
        at.and_then(|at| self.0.get(at)).copied().unwrap_or(Some(level))
    }

    /// The number of the next higher level that the scale still has; the highest level if there is none above.
    pub fn level_or_higher(&self, level: u8) -> u8 {
        let at = usize::from(level).saturating_sub(1);
        let above = self.0.iter().skip(at).copied().flatten().next();
        above.or_else(|| self.0.iter().copied().flatten().max()).unwrap_or(level)
    }

    /// Things that stand in the order of the levels, without those of levels that the scale no longer has. `None` if
    /// the new scale has levels that the old one does not have, since nothing is known about them.
    pub fn keep<T: Clone>(&self, in_order: &[T]) -> Option<Vec<T>> {
        let kept = in_order.iter().zip(&self.0).filter(|(_, to)| to.is_some());
        let removes = self.0.iter().any(Option::is_none);
        removes.then(|| kept.map(|(thing, _)| thing.clone()).collect())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn scale(labels: &str) -> Vec<ScaleLevel> {
        let level = |label: &str| ScaleLevel {
            label: label.to_owned(),
            meaning: String::new(),
            acceptable: false,
            accepted_by: String::new(),
        };
        labels.split(' ').map(level).collect()
    }

    fn moved(old: &str, new: &str) -> Option<Vec<Option<u8>>> {
        LevelMoves::of(&scale(old), &scale(new)).map(|moves| moves.0)
    }

    #[test]
    fn scores_follow_their_level() {
        assert_eq!(
            moved("rare possible likely", "possible likely"),
            Some(vec![None, Some(1), Some(2)])
        );
        assert_eq!(
            moved("rare possible likely", "rare likely"),
            Some(vec![Some(1), None, Some(2)])
        );
        assert_eq!(
            moved("rare possible likely", "rare possible"),
            Some(vec![Some(1), Some(2), None])
        );
        assert_eq!(moved("rare likely", "rare possible likely"), Some(vec![Some(1), Some(3)]));
    }

    #[test]
    fn a_renamed_level_and_a_level_at_the_end_move_nothing() {
        assert_eq!(moved("rare possible likely", "seldom possible likely"), None);
        assert_eq!(moved("rare possible", "rare possible likely"), None);
        assert_eq!(
            moved("rare possible likely", "low high"),
            None,
            "the whole scale is another one"
        );
    }

    #[test]
    fn what_stands_in_the_order_of_the_levels_follows() {
        let moves = LevelMoves::of(&scale("a b c"), &scale("b c")).unwrap();
        assert_eq!(moves.keep(&[1, 2, 3]), Some(vec![2, 3]));
        assert_eq!((moves.level(3), moves.level(1), moves.level(9)), (Some(2), None, Some(9)));
        assert_eq!((moves.level_or_higher(1), moves.level_or_higher(3)), (1, 2));
        let without_the_highest = LevelMoves::of(&scale("a b c"), &scale("a b")).unwrap();
        assert_eq!(without_the_highest.level_or_higher(3), 2);
        let longer = LevelMoves::of(&scale("a c"), &scale("a b c")).unwrap();
        assert_eq!(longer.keep(&[1, 2]), None);
    }
}
