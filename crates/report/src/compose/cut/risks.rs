//! The risks by level, counted and drawn.

use vurder_model::risk::RiskSide;
use vurder_model::view::{LevelView, RiskRegister, RiskScores, RiskView};

use super::super::cells::share;
use super::super::form::Composer;
use crate::document::{Bar, Block, BlockKind, Chart, Drawing, Ground, Segment};
use crate::messages::msg;

/// The level in force after treatment. If no measure treats the risk, it is the level before treatment.
pub(super) fn residual(scores: &RiskScores) -> Option<&LevelView> {
    if scores.treated { scores.after.level.as_ref() } else { scores.before.level.as_ref() }
}

/// The scores of a risk for one side.
pub(super) fn of_side(risk: &RiskView, side: RiskSide) -> Option<&RiskScores> {
    risk.sides.iter().find(|scores| scores.side == side)
}

/// The risks of each side by level, before and after treatment; empty if no risk has a level.
pub(crate) fn levels_chart(
    composer: &Composer<'_>,
    register: &RiskRegister,
    sides: &[RiskSide],
) -> Option<Block> {
    let levels = &register.frame.method.risk;
    let of = u8::try_from(levels.len()).unwrap_or(u8::MAX);
    let mut bars = Vec::new();
    for side in sides {
        let scores: Vec<&RiskScores> =
            register.risks.iter().filter_map(|risk| of_side(risk, *side)).collect();
        let after = scores.iter().any(|scores| scores.treated);
        let times = [(false, side_before(composer, *side)), (true, side_after(composer, *side))];
        for (later, label) in times.into_iter().filter(|(later, _)| !later || after) {
            let level = |scores: &&RiskScores| {
                let level = if later { residual(scores) } else { scores.before.level.as_ref() };
                level.map(|level| level.level)
            };
            let found: Vec<u8> = scores.iter().filter_map(level).collect();
            if found.is_empty() {
                continue;
            }
            let segments = levels.iter().zip(1_u8..=u8::MAX).map(|(level, number)| Segment {
                count: found.iter().filter(|found| **found == number).count(),
                words: level.label.clone(),
                ground: Ground::Level(share(number, of)),
            });
            bars.push(Bar { label, segments: segments.collect() });
        }
    }
    let legend = levels.iter().zip(1_u8..=u8::MAX);
    let legend =
        legend.map(|(level, number)| (Ground::Level(share(number, of)), level.label.clone()));
    let legend = legend.collect();
    let alternative = in_words(&bars);
    let caption = composer.say(msg::report_risks_by_level);
    let drawing = Drawing::Bars { bars, legend };
    let some = !alternative.is_empty();
    some.then(|| Block::new(BlockKind::Chart(Chart { caption, drawing, alternative })))
}

fn side_before(composer: &Composer<'_>, side: RiskSide) -> String {
    composer.say(match side {
        RiskSide::Subjects => msg::report_subjects_before,
        RiskSide::Organisation => msg::report_organisation_before,
    })
}

fn side_after(composer: &Composer<'_>, side: RiskSide) -> String {
    composer.say(match side {
        RiskSide::Subjects => msg::report_subjects_after,
        RiskSide::Organisation => msg::report_organisation_after,
    })
}

/// Bars in words: "Before: 3 Low, 2 High. After: 5 Low."
pub(crate) fn in_words(bars: &[Bar]) -> String {
    let sentence = |bar: &Bar| {
        let parts = bar.segments.iter().filter(|segment| segment.count > 0);
        let parts = parts.map(|segment| format!("{} {}", segment.count, segment.words));
        format!("{}: {}.", bar.label, parts.collect::<Vec<_>>().join(", "))
    };
    bars.iter().map(sentence).collect::<Vec<_>>().join(" ")
}
