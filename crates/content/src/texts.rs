//! Lists every text of the content that people read, with the place of its translation.
//!
//! This is the only such list. Overlays are applied by it, missing words are found by it, and a test language is made
//! by it. A new field of the content that people read is added here and nowhere else.
//!
//! Ids, numbers, addresses, days and the names of providers are facts. They are the same in every language and are
//! not listed.

use std::collections::BTreeMap;

use vurder_model::field::{Field, Register};
use vurder_model::provider::{Pack, Page, PageBlock, Topic};
use vurder_model::richtext::{RichText, says_something};
use vurder_model::scenario::{ReadyScales, Scenario};
use vurder_model::screening::ScreeningRules;
use vurder_model::template::{Block, Column, Part, Section, Table, Template};
use vurder_model::value::ScaleLevel;

use crate::content::Content;

/// The place of the translation of a text below `labels/<language>/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextKey {
    /// The file: `registers.yaml`, `providers/hunt-cloud.yaml`.
    pub file: String,
    /// The keys that lead to it in that file, outermost first: `controller`, `fields`, `name`, `label`.
    pub keys: Vec<String>,
}

/// Gives every text of `content` to `visit`, which may change it. Texts that are joined from other texts, such as the
/// path of headings above a statement, are joined again from the changed ones.
pub fn each_text(content: &mut Content, visit: &mut dyn FnMut(&TextKey, &mut String)) {
    let mut walk = Walk { key: TextKey { file: String::new(), keys: Vec::new() }, visit };
    walk.file("topics.yaml", |walk| content.topics.iter_mut().for_each(|topic| walk.topic(topic)));
    walk.file("scenarios.yaml", |walk| {
        content.scenarios.iter_mut().for_each(|scenario| walk.scenario(scenario));
    });
    walk.file("scales.yaml", |walk| {
        content.scales.iter_mut().for_each(|scales| walk.scales(scales));
    });
    walk.file("registers.yaml", |walk| walk.registers(&mut content.templates.registers));
    for template in &mut content.templates.templates {
        walk.file(&format!("{}-{}.yaml", template.id, template.version), |walk| {
            walk.template(template);
        });
    }
    for rule in &mut content.rules.rules {
        walk.law(&mut rule.law);
    }
    for pack in &mut content.packs {
        walk.file(&format!("providers/{}.yaml", pack.provider), |walk| walk.provider(pack));
        // In another revision, the same id has other words.
        let file = format!("providers/{}/{}.yaml", pack.provider, pack.revision);
        walk.file(&file, |walk| walk.pack(pack));
    }
}

/// Goes through the content and knows the place of each text.
struct Walk<'a> {
    key: TextKey,
    visit: &'a mut dyn FnMut(&TextKey, &mut String),
}

impl Walk<'_> {
    fn file(&mut self, name: &str, walk: impl FnOnce(&mut Self)) {
        name.clone_into(&mut self.key.file);
        walk(self);
    }

    fn below(&mut self, key: &str, walk: impl FnOnce(&mut Self)) {
        self.key.keys.push(key.to_owned());
        walk(self);
        self.key.keys.pop();
    }

    /// A text under a key. Empty texts are left out: if English has no words, nothing is translated.
    fn text(&mut self, key: &str, text: &mut String) {
        if says_something(text) {
            self.below(key, |walk| (walk.visit)(&walk.key, text));
        }
    }

    /// A rich text under a key.
    fn markdown(&mut self, key: &str, text: &mut RichText) {
        let before = text.to_markdown();
        let mut markdown = before.clone();
        self.text(key, &mut markdown);
        if markdown != before {
            *text = RichText::from_markdown(&markdown);
        }
    }

    /// References to laws and standards. The same reference stands in many places. Therefore they have a file of their
    /// own, with the English words as keys.
    fn law(&mut self, law: &mut [String]) {
        for reference in law {
            let mut key =
                TextKey { file: "law.yaml".to_owned(), keys: vec![reference.trim().to_owned()] };
            std::mem::swap(&mut key, &mut self.key);
            (self.visit)(&self.key, reference);
            std::mem::swap(&mut key, &mut self.key);
        }
    }

    fn topic(&mut self, topic: &mut Topic) {
        self.below("topics", |walk| {
            walk.below(&topic.id, |walk| {
                walk.text("title", &mut topic.title);
                walk.text("question", &mut topic.question);
            });
        });
        self.grouped(&mut topic.group);
    }

    fn scenario(&mut self, scenario: &mut Scenario) {
        self.below(&scenario.id, |walk| {
            walk.text("title", &mut scenario.title);
            walk.text("how", &mut scenario.how);
            walk.text("sources", &mut scenario.sources);
            walk.numbered("causes", scenario.causes.iter_mut());
            walk.text("impact", &mut scenario.impact);
            walk.numbered("measures", scenario.measures.iter_mut().map(|m| &mut m.words));
        });
    }

    fn scales(&mut self, scales: &mut ReadyScales) {
        self.below(&scales.id, |walk| {
            walk.text("title", &mut scales.title);
            walk.text("about", &mut scales.about);
            walk.below("likelihood", |walk| walk.levels(&mut scales.likelihood));
            walk.below("severity", |walk| walk.levels(&mut scales.severity));
            walk.below("risk", |walk| walk.levels(&mut scales.risk));
        });
    }

    fn levels(&mut self, levels: &mut [ScaleLevel]) {
        for (at, level) in levels.iter_mut().enumerate() {
            self.below(&(at + 1).to_string(), |walk| {
                walk.text("label", &mut level.label);
                walk.text("meaning", &mut level.meaning);
                walk.text("accepted_by", &mut level.accepted_by);
            });
        }
    }

    /// Texts of a list, with their numbers as keys.
    fn numbered<'t>(&mut self, key: &str, texts: impl Iterator<Item = &'t mut String>) {
        self.below(key, |walk| {
            for (at, text) in texts.enumerate() {
                walk.text(&(at + 1).to_string(), text);
            }
        });
    }

    /// A heading that several entries share. Its key is the English heading, so that they still share it.
    fn grouped(&mut self, group: &mut String) {
        let english = group.trim().to_owned();
        self.below("groups", |walk| walk.text(&english, group));
    }

    fn registers(&mut self, registers: &mut [Register]) {
        for register in registers {
            self.below(&register.id, |walk| {
                // A single register has one row, and nobody uses these words for it.
                if !register.single {
                    walk.text("one", &mut register.one);
                    walk.text("many", &mut register.many);
                }
                walk.below("fields", |walk| register.fields.iter_mut().for_each(|f| walk.field(f)));
            });
        }
    }

    fn field(&mut self, field: &mut Field) {
        self.below(&field.id, |walk| {
            walk.text("label", &mut field.label);
            walk.text("hint", &mut field.hint);
            walk.text("prompt", &mut field.prompt);
            walk.below("customary", |walk| {
                for (at, label) in field.customary.iter_mut().enumerate() {
                    walk.text(&(at + 1).to_string(), label);
                }
            });
            if let Some(explain) = &mut field.explain_several {
                walk.text("explain_several", explain);
            }
            // The words of options that come from elsewhere are translated there.
            let listed = field.options.iter_mut().filter(|_| field.options_from.is_none());
            for option in listed {
                walk.below("options", |walk| {
                    walk.below(&option.id, |walk| {
                        walk.text("label", &mut option.label);
                        if let Some(explain) = &mut option.explain {
                            walk.text("explain", explain);
                        }
                    });
                });
                if let Some(group) = &mut option.group {
                    walk.grouped(group);
                }
            }
        });
        self.law(&mut field.law);
    }

    fn template(&mut self, template: &mut Template) {
        self.text("title", &mut template.title);
        self.text("short", &mut template.short);
        self.text("source", &mut template.source);
        template.sections.iter_mut().for_each(|section| self.section(section));
        self.below("registers", |walk| walk.registers(&mut template.registers));
        if let Some(rules) = &mut template.screening {
            self.below("screening", |walk| walk.screening(rules));
        }
    }

    fn screening(&mut self, rules: &mut ScreeningRules) {
        self.below("exemption", |walk| walk.text("label", &mut rules.exemption.label));
        self.law(&mut rules.exemption.law);
        for rule in &mut rules.rules {
            self.below("rules", |walk| {
                walk.below(&rule.id, |walk| {
                    walk.text("label", &mut rule.label);
                    walk.text("source", &mut rule.source);
                });
            });
            self.law(&mut rule.law);
        }
    }

    fn section(&mut self, section: &mut Section) {
        self.below("sections", |walk| {
            walk.below(&section.id, |walk| {
                walk.text("title", &mut section.title);
                walk.text("hint", &mut section.hint);
            });
        });
        self.law(&mut section.law);
        section.parts.iter_mut().for_each(|part| self.part(part));
    }

    fn part(&mut self, part: &mut Part) {
        self.below("parts", |walk| {
            walk.below(&part.id, |walk| {
                walk.text("title", &mut part.title);
                walk.text("hint", &mut part.hint);
            });
        });
        self.law(&mut part.law);
        for block in &mut part.blocks {
            match block {
                Block::Field(field) => self.below("fields", |walk| walk.field(field)),
                Block::Table(table) => self.below("tables", |walk| walk.table(table)),
                // The words of a shared field are translated with its register. The words of a computed block are
                // messages.
                Block::Shared { .. } | Block::Computed(_) => {}
            }
        }
    }

    fn table(&mut self, table: &mut Table) {
        self.below(&table.id, |walk| {
            walk.text("title", &mut table.title);
            walk.text("empty", &mut table.empty);
            walk.text("undecided", &mut table.undecided);
            walk.below("columns", |walk| table.columns.iter_mut().for_each(|c| walk.column(c)));
            if let Some(groups) = &mut table.groups {
                walk.text("subject", &mut groups.label);
                for subject in &mut groups.subjects {
                    walk.below("subjects", |walk| {
                        walk.below(&subject.id, |walk| {
                            walk.text("label", &mut subject.label);
                            walk.text("hint", &mut subject.hint);
                        });
                    });
                    walk.law(&mut subject.law);
                }
            }
        });
    }

    fn column(&mut self, column: &mut Column) {
        let computed = column.computed.map(|cell| cell.id().to_owned());
        let shown = column.field.clone().or(computed).or_else(|| column.named_by.clone());
        self.below(&shown.unwrap_or_default(), |walk| {
            if let Some(label) = &mut column.label {
                walk.text("label", label);
            }
            if let Some(hint) = &mut column.hint {
                walk.text("hint", hint);
            }
        });
    }

    /// The texts that are the same in all revisions of a provider.
    fn provider(&mut self, pack: &mut Pack) {
        self.text("country", &mut pack.country);
        self.text("licence", &mut pack.licence);
        self.text("about", &mut pack.about);
    }

    fn pack(&mut self, pack: &mut Pack) {
        for page in &mut pack.pages {
            self.below("pages", |walk| walk.below(&slug(&page.id), |walk| walk.page(page)));
        }
        self.below("statements", |walk| {
            for statement in &mut pack.statements {
                walk.text(&slug(&statement.id), &mut statement.words);
            }
        });
        self.below("uncertain", |walk| {
            for statement in &mut pack.statements {
                if let Some(reason) = &mut statement.uncertain {
                    walk.text(&slug(&statement.id), reason);
                }
            }
        });
        self.below("became", |walk| {
            for became in &mut pack.became {
                walk.text(&slug(&became.statement), &mut became.note);
            }
        });
        let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
        for missing in &mut pack.not_stated {
            let number = numbers.entry(missing.topic.clone()).or_default();
            *number += 1;
            let number = number.to_string();
            self.below("not_stated", |walk| {
                walk.below(&missing.topic, |walk| walk.text(&number, &mut missing.what));
            });
        }
        for action in &mut pack.actions {
            self.below("actions", |walk| {
                walk.below(&slug(&action.id), |walk| {
                    walk.text("title", &mut action.title);
                    walk.text("how", &mut action.words);
                    if let Some(condition) = &mut action.condition {
                        walk.text("condition", condition);
                    }
                });
            });
        }
        self.below("documents", |walk| {
            for document in &mut pack.documents {
                walk.text(&slug(&document.id), &mut document.title);
            }
        });
        name_places(pack);
    }

    fn page(&mut self, page: &mut Page) {
        self.text("title", &mut page.title);
        self.text("revision", &mut page.revision);
        if let Some(since_then) = &mut page.since_then {
            self.markdown("since_then", since_then);
        }
        let mut number = 0;
        for block in &mut page.body {
            match block {
                PageBlock::Heading { text, .. } => {
                    let english = text.clone();
                    self.below("headings", |walk| walk.text(&english, text));
                }
                PageBlock::Text { text } => {
                    number += 1;
                    self.below("texts", |walk| walk.markdown(&number.to_string(), text));
                }
                PageBlock::Statement { .. }
                | PageBlock::Action { .. }
                | PageBlock::Document { .. }
                | PageBlock::Passage { .. } => {}
            }
        }
    }
}

/// The id of a statement, page, action or document without the id of its provider.
fn slug(id: &str) -> String {
    id.rsplit('/').next().unwrap_or(id).to_owned()
}

/// Copies the titles of pages and the headings to the statements, actions and documents that name them.
fn name_places(pack: &mut Pack) {
    for page in &pack.pages {
        let mut headings = crate::pack::Headings::default();
        for block in &page.body {
            let heading = headings.path(&page.title);
            match block {
                PageBlock::Heading { level, text } => headings.enter(*level, text),
                PageBlock::Statement { id } => {
                    let statement = pack.statements.iter_mut().find(|s| s.id == *id);
                    let sources = statement.into_iter().flat_map(|s| &mut s.sources);
                    for source in sources.filter(|source| source.page == page.id) {
                        source.page_title.clone_from(&page.title);
                        source.revision.clone_from(&page.revision);
                        source.heading.clone_from(&heading);
                    }
                }
                PageBlock::Action { id } => {
                    let actions = pack.actions.iter_mut().filter(|action| action.id == *id);
                    actions.for_each(|action| action.heading.clone_from(&heading));
                }
                PageBlock::Document { id } => {
                    let documents = pack.documents.iter_mut().filter(|d| d.id == *id);
                    documents.for_each(|document| document.heading.clone_from(&heading));
                }
                PageBlock::Text { .. } | PageBlock::Passage { .. } => {}
            }
        }
    }
}
