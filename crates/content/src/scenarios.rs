//! The catalogue of scenarios, from `scenarios.yaml`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_saphyr::Spanned;
use vurder_model::field::{Field, Register};
use vurder_model::richtext::says_something;
use vurder_model::role::{FieldRole, Roles};
use vurder_model::scenario::{Scenario, SuggestedMeasure};

use crate::files::{Files, SCENARIOS};
use crate::problem::Problem;
use crate::synonyms::Synonyms;
use crate::{law, pack, yaml};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YamlScenario {
    id: Spanned<String>,
    title: Spanned<String>,
    how: Spanned<String>,
    sources: Spanned<String>,
    causes: Vec<Spanned<String>>,
    impact: Spanned<String>,
    origin: Spanned<String>,
    environment: Spanned<String>,
    concerns: Vec<Spanned<String>>,
    affected: Vec<Spanned<String>>,
    topics: Vec<Spanned<String>>,
    gdpr: Vec<Spanned<String>>,
    #[serde(default)]
    synonyms: Synonyms,
    measures: Vec<YamlMeasure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YamlMeasure {
    serves: Spanned<String>,
    words: Spanned<String>,
}

/// The ids that scenarios may name.
pub(crate) struct Known<'a> {
    /// Ids of the topics; empty if `topics.yaml` itself has problems.
    pub(crate) topics: &'a BTreeSet<&'a str>,
    /// The registers with the options of origin, environment and so on; `None` if the registers themselves have
    /// problems.
    pub(crate) registers: Option<&'a [Register]>,
}

/// Reads the scenarios, and adds the problems to `problems`. A content folder without the file has no catalogue.
pub(crate) fn read(files: &Files, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<Scenario> {
    let file = files.name(SCENARIOS);
    let Some(entries) = yaml::read_file::<Vec<YamlScenario>>(files, SCENARIOS, problems) else {
        return Vec::new();
    };
    let mut check = Check { file: &file, known, problems, lines: BTreeMap::new() };
    entries.iter().for_each(|entry| check.entry(entry));
    entries.into_iter().map(|entry| scenario(entry, &file, problems)).collect()
}

struct Check<'a> {
    file: &'a str,
    known: &'a Known<'a>,
    problems: &'a mut Vec<Problem>,
    /// The line of each id.
    lines: BTreeMap<String, usize>,
}

impl Check<'_> {
    fn entry(&mut self, entry: &YamlScenario) {
        let id = entry.id.value.as_str();
        if !pack::is_slug(id) {
            self.tell(&entry.id, pack::bad_slug("scenario", id));
        }
        if let Some(first) = self.lines.insert(id.to_owned(), yaml::line(&entry.id)) {
            let message = format!("duplicate id: scenario \"{id}\" stands already in line {first}");
            self.tell(&entry.id, message);
        }
        for (words, what) in [
            (&entry.title, "has no title"),
            (&entry.how, "does not say how it comes about"),
            (&entry.sources, "names no source"),
            (&entry.impact, "says nothing of the impact on people"),
        ] {
            self.words(id, words, what);
        }
        for cause in &entry.causes {
            self.words(id, cause, "has an empty cause");
        }
        for (list, what) in [
            (&entry.causes, "names no cause"),
            (&entry.concerns, "concerns nobody"),
            (&entry.affected, "affects nothing"),
            (&entry.topics, "names no topic"),
            (&entry.gdpr, "names no article of the GDPR"),
        ] {
            if list.is_empty() {
                self.tell(&entry.id, format!("scenario \"{id}\" {what}"));
            }
        }
        if entry.measures.is_empty() {
            self.tell(&entry.id, format!("scenario \"{id}\" suggests no measure"));
        }
        self.option(FieldRole::RiskOrigin, &entry.origin);
        self.option(FieldRole::RiskEnvironment, &entry.environment);
        entry.concerns.iter().for_each(|option| self.option(FieldRole::Concerns, option));
        entry.affected.iter().for_each(|option| self.option(FieldRole::RiskAffected, option));
        for topic in &entry.topics {
            let topics = self.known.topics;
            if !topics.is_empty() && !topics.contains(topic.value.as_str()) {
                let message = format!("unknown topic \"{}\": topics.yaml lists them", topic.value);
                self.tell(topic, message);
            }
        }
        for article in entry.gdpr.iter().filter(|article| !law::is_gdpr_article(&article.value)) {
            self.tell(article, law::bad_gdpr_article(&article.value));
        }
        for measure in &entry.measures {
            self.words(id, &measure.words, "suggests a measure without words");
            self.option(FieldRole::MeasureServes, &measure.serves);
        }
    }

    fn words(&mut self, id: &str, words: &Spanned<String>, what: &str) {
        if !says_something(&words.value) {
            self.tell(words, format!("scenario \"{id}\" {what}"));
        }
    }

    /// Checks that the field with the role has the option.
    fn option(&mut self, role: FieldRole, option: &Spanned<String>) {
        let Some(field) = self.known.registers.and_then(|registers| field_of(registers, role))
        else {
            return;
        };
        if field.options.iter().all(|known| known.id != option.value) {
            let known: Vec<&str> = field.options.iter().map(|known| known.id.as_str()).collect();
            let message = format!(
                "\"{}\" is no option of {}: write one of {}",
                option.value,
                field.id,
                known.join(", ")
            );
            self.tell(option, message);
        }
    }

    fn tell<T>(&mut self, at: &Spanned<T>, message: String) {
        self.problems.push(Problem::new(self.file, yaml::line(at), message));
    }
}

/// The field of the registers that has the role.
fn field_of(registers: &[Register], role: FieldRole) -> Option<&Field> {
    let roles = Roles::of(registers);
    let register = registers.iter().find(|r| Some(r.id.as_str()) == roles.register(role))?;
    register.field(roles.field(role)?)
}

fn scenario(written: YamlScenario, file: &str, problems: &mut Vec<Problem>) -> Scenario {
    let of = format!("scenario \"{}\"", written.id.value);
    let all = |list: Vec<Spanned<String>>| list.into_iter().map(|item| item.value).collect();
    let measure = |measure: YamlMeasure| SuggestedMeasure {
        serves: measure.serves.value,
        words: measure.words.value,
    };
    Scenario {
        id: written.id.value,
        title: written.title.value,
        how: written.how.value,
        sources: written.sources.value,
        causes: all(written.causes),
        impact: written.impact.value,
        origin: written.origin.value,
        environment: written.environment.value,
        concerns: all(written.concerns),
        affected: all(written.affected),
        topics: all(written.topics),
        gdpr: all(written.gdpr),
        synonyms: written.synonyms.read(file, &of, problems),
        measures: written.measures.into_iter().map(measure).collect(),
    }
}
