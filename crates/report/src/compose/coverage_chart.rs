//! Charts of the coverage: for each group, the number of topics that a provider states, limits, leaves to the
//! controller, or does not state.

use vurder_model::provider::CoverageStatus;
use vurder_model::view::AssessedCoverage;

use super::cut::bars_in_words;
use super::form::Composer;
use crate::document::{Bar, Block, BlockKind, Chart, Drawing, Ground, Segment};
use crate::messages::{Message, msg};

/// The kinds of segments, each with its label and ground, in the order of the segments.
const STATES: [(CoverageStatus, Message, Ground); 4] = [
    (CoverageStatus::Stated, msg::report_stated, Ground::Strong),
    (CoverageStatus::Limitation, msg::report_limitation, Ground::Lined),
    (CoverageStatus::ControllersDuty, msg::report_duty, Ground::Light),
    (CoverageStatus::NotStated, msg::report_not_stated, Ground::Empty),
];

impl Composer<'_> {
    /// The charts of the coverage: one for each provider for whose pages it is known what they state.
    pub(crate) fn coverage_charts(&self, coverage: &AssessedCoverage) -> Vec<Block> {
        let providers = coverage.topics.first().map_or(0, |topic| topic.providers.len());
        (0..providers).filter_map(|at| self.coverage_chart(coverage, at)).collect()
    }

    fn coverage_chart(&self, coverage: &AssessedCoverage, at: usize) -> Option<Block> {
        let name = &coverage.topics.first()?.providers.get(at)?.covered.provider_name;
        let mut bars = Vec::new();
        for group in coverage.topics.chunk_by(|a, b| a.topic.group == b.topic.group) {
            let status = |topic: &vurder_model::view::AssessedTopic| {
                topic.providers.get(at).map(|one| one.covered.status)
            };
            let segments = STATES.iter().map(|(state, words, ground)| Segment {
                count: group.iter().filter(|topic| status(topic) == Some(*state)).count(),
                words: self.say(*words),
                ground: *ground,
            });
            let segments: Vec<Segment> = segments.collect();
            if segments.iter().any(|segment| segment.count > 0) {
                bars.push(Bar { label: group.first()?.topic.group.clone(), segments });
            }
        }
        if bars.is_empty() {
            return None;
        }
        let legend = STATES.iter().map(|(_, words, ground)| (*ground, self.say(*words)));
        let caption = msg::report_coverage_by_group(self.messages(), name);
        let alternative = format!("{caption}. {}", bars_in_words(&bars));
        let drawing = Drawing::Bars { bars, legend: legend.collect() };
        Some(Block::new(BlockKind::Chart(Chart { caption, drawing, alternative })))
    }
}
