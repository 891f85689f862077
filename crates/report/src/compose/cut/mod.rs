//! The frames of the cuts of a report, and the summary page before every whole report. The caller has already decided
//! what a cut shows: the form and the project contain only that.

mod chapters;
mod facts;
mod owner;
mod risks;
mod summary;

use vurder_model::cut::{Chapter, Cut};

pub use facts::{OpenFinding, OpenRequest, ProjectFacts, ReportCut};
pub(super) use risks::{in_words as bars_in_words, levels_chart};

use super::date;
use super::form::Composer;
use crate::document::{Block, BlockKind, Document, Pair};
use crate::messages::{Message, msg};

/// The name of a cut.
fn name_of(cut: Cut) -> Message {
    match cut {
        Cut::Full | Cut::Summary => msg::report_cut_summary,
        Cut::Owner => msg::report_cut_owner,
        Cut::Provider => msg::report_cut_provider,
        Cut::Public => msg::report_cut_public,
    }
}

impl<'a> Composer<'a> {
    /// A cut that consists of chapters and parts of forms.
    pub(crate) fn cut_document(mut self, cut: &ReportCut<'a>) -> Document {
        let mut meta = self.meta();
        meta.title = self.say(name_of(cut.cut));
        let mut blocks = Vec::new();
        if cut.cut == Cut::Summary {
            blocks = self.summary();
            self.list_of_changes(&mut blocks);
        } else {
            self.head_of_cut(cut.cut, &mut blocks);
            self.list_of_changes(&mut blocks);
            let form = self.from.form;
            let before = if cut.chapters_last { &[][..] } else { cut.chapters };
            let after = if cut.chapters_last { cut.chapters } else { &[][..] };
            for chapter in before {
                self.chapter(*chapter, &mut blocks);
            }
            for section in &form.sections {
                self.section(section, &mut blocks);
            }
            for chapter in after {
                self.chapter(*chapter, &mut blocks);
            }
            self.sources(&mut blocks);
        }
        self.review_answers(&mut blocks);
        Document { meta, words: self.words(), blocks }
    }

    /// Says at the top of the first page which cut the file is, and of which report.
    fn head_of_cut(&mut self, cut: Cut, blocks: &mut Vec<Block>) {
        blocks.push(Block::heading(1, "", self.say(name_of(cut))).at("cut"));
        let head = &self.project().head;
        let mut pairs = Vec::new();
        for (label, value) in [
            (msg::report_project as Message, head.title.clone()),
            (msg::report_controllers, self.controllers().join("; ")),
            (msg::report_providers, self.from.providers.join("; ")),
            (msg::report_version, head.version.clone()),
            (msg::report_date, date(self.messages(), self.from.date)),
            (msg::report_state, self.state()),
        ] {
            if !value.is_empty() {
                let value = vec![Block::text(value)];
                pairs.push(Pair { anchor: None, label: self.say(label), value });
            }
        }
        blocks.push(Block::new(BlockKind::KeyValue(pairs)));
    }

    fn chapter(&mut self, chapter: Chapter, blocks: &mut Vec<Block>) {
        let Some(facts) = self.from.facts else { return };
        match chapter {
            Chapter::Summary => blocks.append(&mut self.summary()),
            Chapter::Decision => self.decision(facts, usize::MAX, blocks),
            Chapter::ResidualRisks => self.residual_risks(facts, blocks),
            Chapter::RiskLevels => self.risk_levels(facts, blocks),
            Chapter::Statements => self.relied_on(facts, blocks),
            Chapter::NotStated => self.not_stated(facts, blocks),
            Chapter::Rights => self.rights(facts, blocks),
        }
    }
}
