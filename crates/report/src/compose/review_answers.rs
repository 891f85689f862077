//! The answers to the remarks of reviewers, as an appendix. It shows the people who reviewed a version what became of
//! each remark.

use chrono::NaiveDate;

use super::date;
use super::form::Composer;
use crate::document::{Block, BlockKind, Pair};
use crate::messages::{Message, msg};

/// The remarks of a review round, with what became of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewAnswers {
    /// The version that was reviewed; `None` for a draft.
    pub version: Option<u32>,
    /// The remarks. A reply stands after the remark to which it replies.
    pub remarks: Vec<AnsweredRemark>,
}

/// A remark of a reviewer, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnsweredRemark {
    /// Identifies its place in the file.
    pub key: String,
    /// The place that it is about, in words; empty if it has no place.
    pub place: String,
    /// Who wrote it.
    pub by: String,
    /// The day on which it was written.
    pub on: Option<NaiveDate>,
    /// The words of the report that it covers.
    pub quoted: String,
    /// The remark itself.
    pub words: String,
    /// The words that it proposes; empty if the covered words should be removed. `None` if it proposes no change.
    pub proposes: Option<String>,
    /// Whether it is a reply to the remark before it.
    pub is_reply: bool,
    /// What became of it.
    pub outcome: RemarkOutcome,
    /// The answer, or the reason why the remark is not followed.
    pub answer: String,
    /// Who decided.
    pub decided_by: String,
    /// The day on which somebody decided.
    pub decided: Option<NaiveDate>,
}

/// What became of a remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkOutcome {
    /// Nobody has decided yet.
    Open,
    /// The proposed change was made.
    Accepted,
    /// It was answered.
    Answered,
    /// The remark is not followed.
    Declined,
    /// The work that it asks for was done.
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
    /// Adds the appendix of answers, if somebody asked for it.
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
        // The first remark of a thread has the answer.
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

    /// A name and a day, if they are known.
    fn who(&self, name: &str, day: Option<NaiveDate>) -> String {
        let day = day.map(|day| date(self.messages(), day));
        let parts = [Some(name.to_owned()).filter(|name| !name.is_empty()), day];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
