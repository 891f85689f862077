//! The answers to what reviewers wrote, as an appendix: who reviewed a version sees what became of each remark.

use chrono::NaiveDate;

use super::date;
use super::form::Composer;
use crate::document::{Block, BlockKind, Pair};
use crate::messages::{Message, msg};

/// The remarks of a review round, with what became of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewAnswers {
    /// The version that was reviewed; none for a draft.
    pub version: Option<u32>,
    /// The remarks, a reply after what it answers.
    pub remarks: Vec<AnsweredRemark>,
}

/// A remark of a reviewer, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnsweredRemark {
    /// Names its place in the file.
    pub key: String,
    /// The place that it is about, in words; empty where it has none.
    pub place: String,
    /// Who wrote it.
    pub by: String,
    /// The day on which it was written.
    pub on: Option<NaiveDate>,
    /// The words of the report that it covers.
    pub quoted: String,
    /// What was written.
    pub words: String,
    /// The words that it proposes; empty where the covered ones should go. None where it proposes no change.
    pub proposes: Option<String>,
    /// Whether it is a reply to the remark before it.
    pub is_reply: bool,
    /// What became of it.
    pub outcome: RemarkOutcome,
    /// The answer, or the reason for which it is not followed.
    pub answer: String,
    /// Who decided.
    pub decided_by: String,
    /// The day on which somebody decided.
    pub decided: Option<NaiveDate>,
}

/// What became of a remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkOutcome {
    /// Nobody decided on it yet.
    Open,
    /// The change that it proposes was made.
    Accepted,
    /// It was answered.
    Answered,
    /// It is not followed.
    Declined,
    /// What it asks for was done.
    Done,
}

impl RemarkOutcome {
    fn message(self) -> Message {
        match self {
            Self::Open => msg::report_remark_open,
            Self::Accepted => msg::report_remark_accepted,
            Self::Answered => msg::report_remark_answered,
            Self::Declined => msg::report_remark_declined,
            Self::Done => msg::report_remark_done,
        }
    }
}

impl Composer<'_> {
    /// The appendix of answers; nothing where none is asked for.
    pub(crate) fn review_answers(&self, blocks: &mut Vec<Block>) {
        let Some(answers) = &self.from.answers else { return };
        let heading = Block::heading(1, "", self.say(msg::report_answers));
        blocks.push(heading.at("answers".to_owned()));
        blocks.push(Block::text(match answers.version {
            Some(version) => msg::report_answers_of_version(self.messages(), &version.to_string()),
            None => self.say(msg::report_answers_of_draft),
        }));
        let pairs = answers.remarks.iter().map(|remark| Pair {
            anchor: Some(format!("remark/{}", remark.key)),
            label: match remark.place.as_str() {
                "" => self.say(msg::report_remark_nowhere),
                place => place.to_owned(),
            },
            value: self.answered(remark),
        });
        blocks.push(Block::new(BlockKind::KeyValue(pairs.collect())));
    }

    fn answered(&self, remark: &AnsweredRemark) -> Vec<Block> {
        let who = self.who(&remark.by, remark.on);
        let mut lines = vec![match remark.is_reply {
            true => msg::report_remark_reply(self.messages(), &who),
            false => msg::report_remark_of(self.messages(), &who),
        }];
        if !remark.quoted.is_empty() {
            lines.push(msg::report_remark_on(self.messages(), &remark.quoted));
        }
        lines.extend(remark.words.lines().map(str::to_owned));
        match remark.proposes.as_deref() {
            Some("") => lines.push(self.say(msg::report_remark_proposes_nothing)),
            Some(words) => lines.push(msg::report_remark_proposes(self.messages(), words)),
            None => {}
        }
        // A thread is answered at its first remark.
        if !remark.is_reply || !remark.answer.is_empty() {
            let outcome = self.say(remark.outcome.message());
            let who = self.who(&remark.decided_by, remark.decided);
            lines.push(match who.as_str() {
                "" => outcome,
                who => msg::report_remark_decided(self.messages(), &outcome, who),
            });
            lines.extend(remark.answer.lines().map(str::to_owned));
        }
        let lines = lines.into_iter().filter(|line| !line.trim().is_empty());
        lines.map(Block::text).collect()
    }

    /// A name and a day, as far as they are known.
    fn who(&self, name: &str, day: Option<NaiveDate>) -> String {
        let day = day.map(|day| date(self.messages(), day));
        let parts = [Some(name.to_owned()).filter(|name| !name.is_empty()), day];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
