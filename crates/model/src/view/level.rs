//! The levels of a scale, as cells and computed blocks show them.

use crate::field::ChoiceOption;
use crate::value::ScaleLevel;
use crate::view::LevelView;

/// The level with its name; `None` if the scale does not have the level.
pub(crate) fn level_view(level: u8, scale: &[ScaleLevel], of_risk: bool) -> Option<LevelView> {
    let at = scale.get(usize::from(level).checked_sub(1)?)?;
    Some(LevelView {
        level,
        of: u8::try_from(scale.len()).unwrap_or(u8::MAX),
        label: at.label.clone(),
        acceptable: of_risk.then_some(at.acceptable),
    })
}

/// The levels of a scale as options of a choice.
pub(crate) fn level_options(scale: &[ScaleLevel]) -> Vec<ChoiceOption> {
    scale
        .iter()
        .enumerate()
        .map(|(at, level)| ChoiceOption {
            id: (at + 1).to_string(),
            label: level.label.clone(),
            group: None,
            explain: None,
            alone: false,
        })
        .collect()
}
