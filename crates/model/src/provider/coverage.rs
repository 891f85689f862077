//! Computes which topics a pack covers.

use std::collections::HashMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Pack, PackOrigin, Page, Side, Statement, Topic};

/// What the providers state on the topics, and the pages on which statements were looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// One entry per topic.
    pub topics: Vec<TopicCoverage>,
    /// One entry per provider. "Not stated" means that none of these pages states it.
    pub read: Vec<PagesRead>,
}

/// The pages of one provider from which its pack was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PagesRead {
    /// Id of the provider.
    pub provider: String,
    /// Name of the provider.
    pub provider_name: String,
    /// Its pages in reading order.
    pub pages: Vec<PageRead>,
}

/// A page that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PageRead {
    /// Title.
    pub title: String,
    /// Where it was published.
    pub address: String,
    /// Day of the state that was read; none if it is not known.
    #[ts(as = "Option<String>")]
    pub captured: Option<NaiveDate>,
    /// Number of statements on it.
    pub statements: usize,
}

/// What the providers state on one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct TopicCoverage {
    /// The topic.
    pub topic: Topic,
    /// One entry per provider, in the order of the packs.
    pub providers: Vec<ProviderCoverage>,
}

/// What one provider states on one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ProviderCoverage {
    /// Id of the provider.
    pub provider: String,
    /// Name of the provider.
    pub provider_name: String,
    /// Its names in other revisions.
    #[serde(skip)]
    pub other_names: Vec<String>,
    /// The kind of what it states on the topic.
    pub status: CoverageStatus,
    /// Ids of the statements on something that it provides.
    pub provided: Vec<String>,
    /// Ids of the statements on something that it limits.
    pub limitations: Vec<String>,
    /// Ids of the statements on something that it leaves to the controller.
    pub duties: Vec<String>,
    /// What its pages leave open on the topic, in words of the pack's own.
    #[serde(default)]
    pub missing: Vec<String>,
    /// Whether its pages leave something open: they state nothing on the topic, or not all that it asks.
    #[serde(default)]
    pub open: bool,
}

/// The kind of what a provider states on a topic.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum CoverageStatus {
    /// At least one statement on something provided.
    Stated,
    /// Nothing provided, at least one limitation.
    Limitation,
    /// Only duties of the controller.
    ControllersDuty,
    /// No statement at all.
    NotStated,
    /// The pages were imported, and nobody has made a statement on the topic from them. It is not known whether they
    /// state something.
    NotLookedAt,
}

impl CoverageStatus {
    /// Whether there is a statement on the topic.
    #[must_use]
    pub fn has_statement(self) -> bool {
        matches!(self, Self::Stated | Self::Limitation | Self::ControllersDuty)
    }
}

/// What the providers of `packs` state on each of `topics`. The answer keeps the order of both.
#[must_use]
pub fn coverage<'a>(
    topics: &[Topic],
    packs: impl IntoIterator<Item = &'a Pack> + Clone,
) -> Coverage {
    let by_topic: Vec<_> = packs.clone().into_iter().map(|pack| (pack, by_topic(pack))).collect();
    let of_topic = |topic: &Topic| {
        let of_provider = |(pack, by_topic): &(&Pack, HashMap<&str, Vec<&Statement>>)| {
            let statements = by_topic.get(topic.id.as_str());
            provider_coverage(topic, pack, statements.map_or(&[], Vec::as_slice))
        };
        TopicCoverage {
            topic: topic.clone(),
            providers: by_topic.iter().map(of_provider).collect(),
        }
    };
    Coverage {
        topics: topics.iter().map(of_topic).collect(),
        read: packs.clone().into_iter().map(pages_read).collect(),
    }
}

fn pages_read(pack: &Pack) -> PagesRead {
    let mut on_page: HashMap<&str, usize> = HashMap::new();
    for source in pack.statements.iter().flat_map(|statement| &statement.sources) {
        *on_page.entry(source.page.as_str()).or_default() += 1;
    }
    let read = |page: &Page| PageRead {
        statements: on_page.get(page.id.as_str()).copied().unwrap_or_default(),
        title: page.title.clone(),
        address: page.address.clone(),
        captured: page.captured,
    };
    PagesRead {
        provider: pack.provider.clone(),
        provider_name: pack.name.clone(),
        pages: pack.pages.iter().map(read).collect(),
    }
}

/// The statements of a pack by topic, in the order of the pack. Every change asks for the coverage, so that it would
/// take too long to read all statements for each topic.
fn by_topic(pack: &Pack) -> HashMap<&str, Vec<&Statement>> {
    let mut by_topic: HashMap<&str, Vec<&Statement>> = HashMap::new();
    for statement in &pack.statements {
        for topic in &statement.topics {
            let of_topic = by_topic.entry(topic.as_str()).or_default();
            // A topic that a statement names twice gets the statement only once.
            if of_topic.last().is_none_or(|last| !std::ptr::eq(*last, statement)) {
                of_topic.push(statement);
            }
        }
    }
    by_topic
}

/// What a provider states on a topic. `statements` are the statements of its pack on this topic.
fn provider_coverage(topic: &Topic, pack: &Pack, statements: &[&Statement]) -> ProviderCoverage {
    let on = |side: Side| -> Vec<String> {
        statements.iter().filter(|s| s.side == side).map(|s| s.id.clone()).collect()
    };
    let provided = on(Side::Provided);
    let limitations = on(Side::Limitation);
    let duties = on(Side::ControllersDuty);
    let status = if !provided.is_empty() {
        CoverageStatus::Stated
    } else if !limitations.is_empty() {
        CoverageStatus::Limitation
    } else if !duties.is_empty() {
        CoverageStatus::ControllersDuty
    } else if pack.origin == PackOrigin::Imported {
        CoverageStatus::NotLookedAt
    } else {
        CoverageStatus::NotStated
    };
    let missing = pack.not_stated.iter().filter(|missing| missing.topic == topic.id);
    let missing: Vec<String> = missing.map(|missing| missing.what.clone()).collect();
    ProviderCoverage {
        open: !status.has_statement() || !missing.is_empty(),
        missing,
        provider: pack.provider.clone(),
        provider_name: pack.name.clone(),
        other_names: pack.other_names.clone(),
        status,
        provided,
        limitations,
        duties,
    }
}
