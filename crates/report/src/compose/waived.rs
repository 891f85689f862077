//! The findings of the checks that somebody waived, each with its reason, so that a reader can judge it.

use chrono::NaiveDate;

use super::date;
use super::form::Composer;
use crate::document::{Block, BlockKind, Pair};
use crate::messages::msg;

/// A finding that was waived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaivedFinding {
    /// The finding's key, which identifies its place in the file. It stays the same as long as the finding exists.
    pub key: String,
    /// The part of the form that it is about.
    pub part: String,
    /// Its message.
    pub says: String,
    /// The reason why it may stand.
    pub reason: String,
    /// The day on which it was waived, if it is known.
    pub on: Option<NaiveDate>,
}

impl Composer<'_> {
    /// The section of waived findings; nothing if there are none.
    pub(crate) fn waived(&mut self, blocks: &mut Vec<Block>) {
        let parts = self.from.form.sections.iter().flat_map(|section| &section.parts);
        let parts: Vec<&str> = parts.map(|part| part.id.as_str()).collect();
        let shown = |finding: &&WaivedFinding| parts.contains(&finding.part.as_str());
        let waived: Vec<&WaivedFinding> = self.from.waived.iter().filter(shown).collect();
        if waived.is_empty() {
            return;
        }
        let heading = Block::heading(1, "", self.say(msg::report_waived));
        blocks.push(heading.at("waived".to_owned()));
        blocks.push(Block::text(self.say(msg::report_waived_about)));
        let pairs = waived.iter().map(|finding| {
            let reason = match finding.on {
                Some(on) => msg::report_waived_on(
                    self.messages(),
                    &date(self.messages(), on),
                    &finding.reason,
                ),
                None => msg::report_waived_for(self.messages(), &finding.reason),
            };
            Pair {
                anchor: Some(format!("finding/{}", finding.key)),
                label: finding.part.clone(),
                value: vec![Block::text(&finding.says), Block::text(reason)],
            }
        });
        blocks.push(Block::new(BlockKind::KeyValue(pairs.collect())));
    }
}
