//! Rules on the gaps of the coverage.

use crate::check::facts::Facts;
use crate::check::functions::Hit;
use crate::check::rule::Rule;
use crate::coverage_gap::{CoverageAnswers, GapCause, GapState};
use crate::provider::Topic;

/// A provider states nothing on a topic. No measure fills the gap, and the provider has not been asked.
pub(super) fn topic_not_stated<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    open_gaps(facts, |cause| cause == GapCause::NotStated)
}

/// The controller judged insufficient what a provider states on a topic. No measure fills the gap, and the provider has
/// not been asked.
pub(super) fn topic_judged_insufficient<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    open_gaps(facts, |cause| cause == GapCause::Insufficient)
}

/// The controller judged sufficient in part what a provider states on a topic. No measure fills the gap, and the
/// provider has not been asked.
pub(super) fn topic_judged_partly<'a>(facts: &Facts<'a>, _: &Rule) -> Vec<Hit<'a>> {
    open_gaps(facts, |cause| cause == GapCause::Partly)
}

/// For each provider, the topics with a gap for which nothing is done.
fn open_gaps<'a>(facts: &Facts<'a>, counts: impl Fn(GapCause) -> bool) -> Vec<Hit<'a>> {
    let answers = CoverageAnswers::of(facts.source.project, &facts.roles);
    let coverage = facts.coverage();
    let mut hits = Vec::new();
    for (at, pack) in facts.source.packs.iter().enumerate() {
        let topics = coverage.topics.iter();
        let open: Vec<&Topic> = topics
            .filter_map(|of| Some((&of.topic, answers.gap(&of.topic, of.providers.get(at)?)?)))
            .filter(|(_, gap)| gap.state == GapState::Open && counts(gap.cause))
            .map(|(topic, _)| topic)
            .collect();
        if !open.is_empty() {
            let topics = open.iter().map(|topic| topic.id.clone()).collect();
            let open: Vec<String> = open.iter().map(|topic| topic.title.clone()).collect();
            hits.push(Hit {
                topics,
                key: pack.provider.clone(),
                word: pack.name.clone(),
                state: open.join("\n"),
                others: open,
                ..Hit::default()
            });
        }
    }
    hits
}
