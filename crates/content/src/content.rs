//! All content together. It is checked while it is read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};
use vurder_model::check::Rules;
use vurder_model::cut::CutRules;
use vurder_model::field::{ChoiceOption, OptionsFrom, Register};
use vurder_model::project::ProjectHead;
use vurder_model::provider::{Pack, Topic};
use vurder_model::role::{FieldRole, Roles};
use vurder_model::scenario::{ReadyScales, Scenario};

use crate::cut_rules;
use crate::files::Files;
use crate::problem::Problem;
use crate::project_rules::{self, ProjectRules};
use crate::templates::{REGISTERS_FILE, TemplateFile, Templates, read_templates};
use crate::topic_words::{TopicProposal, TopicWords};
use crate::{checks, pack, scales, scenarios, topics};

/// The packs, the topics, the scenarios, and the forms with the registers that they share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// The packs, sorted by the provider's name. Of each provider, all revisions, oldest first.
    pub packs: Vec<Pack>,
    /// The topics, in the order in which assessments ask about them.
    pub topics: Vec<Topic>,
    /// The words by which topics are proposed for a text.
    pub topic_words: TopicWords,
    /// For each topic, other words by which people look for what is stated on it.
    pub topic_synonyms: BTreeMap<String, Vec<String>>,
    /// The forms and the registers that they share.
    pub templates: Templates,
    /// The rules by which drafts are checked.
    pub rules: Rules,
    /// The scenarios, in the order of the catalogue.
    pub scenarios: Vec<Scenario>,
    /// Scales that a project can take over.
    pub scales: Vec<ReadyScales>,
    /// The rules for what the program does with a project's answers besides showing them.
    pub projects: ProjectRules,
    /// The cuts of a report: which parts each kind of reader gets.
    pub cuts: CutRules,
}

impl Content {
    /// Reads a content folder: `topics.yaml`, `scenarios.yaml`, `scales.yaml`, `checks.yaml`, `providers/`,
    /// `templates/`.
    ///
    /// # Errors
    /// All problems of the files, with file and line.
    pub fn read(dir: &Path) -> Result<Self, Vec<Problem>> {
        Self::from_files(&Files::read(dir).map_err(|problem| vec![problem])?)
    }

    /// Reads content from files in memory.
    ///
    /// # Errors
    /// All problems of the files, with file and line.
    pub fn from_files(files: &Files) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let topics::Read { topics, words: topic_words, synonyms: topic_synonyms } =
            topics::read(files, &mut problems);
        // A problem in topics.yaml is reported once, and not again at every place that names a topic.
        let known = topics.iter().filter(|_| problems.is_empty());
        let ids: BTreeSet<&str> = known.map(|topic| topic.id.as_str()).collect();
        let packs = pack::read(files, &ids, &mut problems);
        let mut templates = read_templates_of(files, &ids, &mut problems);
        // Rules and scenarios may name the options that come from elsewhere, too.
        if let Some(templates) = &mut templates {
            fill_options(&mut templates.registers, &topics);
        }
        // If the forms and registers cannot be read, every name in a rule would be unknown.
        let rules = templates.as_ref().and_then(|known| checks::read(files, known, &mut problems));
        if let Some(rules) = &rules {
            problems.extend(checks::check_messages_of_rules(rules, files));
        }
        let rules = rules.unwrap_or_default();
        let registers = templates.as_ref().map(|templates| templates.registers.as_slice());
        let known = scenarios::Known { topics: &ids, registers };
        let scenarios = scenarios::read(files, &known, &mut problems);
        let scales = scales::read(files, &mut problems);
        let projects = project_rules::read(files, templates.as_ref(), &mut problems);
        let cuts = cut_rules::read(files, templates.as_ref(), &mut problems);
        problems.sort();
        problems.dedup();
        match templates {
            Some(templates) if problems.is_empty() => Ok(Self {
                packs,
                topics,
                topic_words,
                topic_synonyms,
                templates,
                rules,
                scenarios,
                scales,
                projects,
                cuts,
            }),
            _ => Err(problems),
        }
    }

    /// Sets the options of fields whose options come from elsewhere, in the words of this content.
    pub(crate) fn fill_options(&mut self) {
        fill_options(&mut self.templates.registers, &self.topics);
    }

    /// The newest pack of each provider, by the provider's name.
    pub fn newest_packs(&self) -> impl Iterator<Item = &Pack> + Clone {
        self.packs.chunk_by(|a, b| a.provider == b.provider).filter_map(<[Pack]>::last)
    }

    /// The newest pack of a provider.
    #[must_use]
    pub fn pack(&self, provider: &str) -> Option<&Pack> {
        self.packs.iter().rfind(|pack| pack.provider == provider)
    }

    /// The pack of a provider in one of its revisions.
    #[must_use]
    pub fn pack_at(&self, provider: &str, revision: &str) -> Option<&Pack> {
        self.packs.iter().find(|pack| pack.provider == provider && pack.revision == revision)
    }

    /// The pack of a provider for a project: the revision that the project follows, or the first one if the project
    /// names none.
    #[must_use]
    pub fn followed_pack(&self, head: &ProjectHead, provider: &str) -> Option<&Pack> {
        match head.follows.get(provider) {
            Some(revision) => self.pack_at(provider, revision).or_else(|| self.pack(provider)),
            None => self.packs.iter().find(|pack| pack.provider == provider),
        }
    }

    /// The topic with this id.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// The scenario with this id.
    #[must_use]
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    /// The topics that `text` is probably about, the most probable first, each with the words of the text that led to
    /// it. The rules are in [`crate::topic_words`].
    #[must_use]
    pub fn propose_topics(&self, text: &str) -> Vec<TopicProposal> {
        self.topic_words.propose(text)
    }
}

fn fill_options(registers: &mut [Register], topics: &[Topic]) {
    let topics: Vec<ChoiceOption> = topics
        .iter()
        .map(|topic| ChoiceOption {
            id: topic.id.clone(),
            label: topic.title.clone(),
            group: Some(topic.group.clone()),
            explain: None,
            alone: false,
        })
        .collect();
    for field in registers.iter_mut().flat_map(|register| &mut register.fields) {
        match field.options_from {
            Some(OptionsFrom::Topics) => field.options.clone_from(&topics),
            None => {}
        }
    }
}

fn read_templates_of(
    files: &Files,
    topics: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) -> Option<Templates> {
    if files.below("templates", "").next().is_none() {
        let message = "this folder is missing: it holds the forms and their registers";
        problems.push(Problem::new(files.name("templates"), 1, message));
        return None;
    }
    let mut sources = Vec::new();
    for path in files.below("templates", ".yaml") {
        match files.text(path) {
            Ok(text) => sources.push((files.name(path), text.unwrap_or_default())),
            Err(problem) => problems.push(problem),
        }
    }
    let sources: Vec<TemplateFile<'_>> =
        sources.iter().map(|(name, text)| TemplateFile { name, text }).collect();
    match read_templates(&sources, topics.iter().copied()) {
        Ok(templates) => {
            problems.extend(missing_roles(files, &templates));
            Some(templates)
        }
        Err(found) => {
            problems.extend(found);
            None
        }
    }
}

/// Roles that no field has. The program needs a field for each role.
fn missing_roles(files: &Files, templates: &Templates) -> Vec<Problem> {
    let roles = Roles::of(&templates.registers);
    let missing = FieldRole::ALL.iter().filter(|role| roles.field(**role).is_none());
    let file = files.name(&format!("templates/{REGISTERS_FILE}"));
    missing
        .map(|role| {
            let id = role.id();
            let message =
                format!("no field has the role {id}: write role: {id} at the field meant");
            Problem::new(&file, 1, message)
        })
        .collect()
}
