//! The facts about a project over all its forms, for the summary of a report and for cuts.

use std::collections::HashMap;

use vurder_content::Messages;
use vurder_model::check::LiveFindings;
use vurder_model::cut::{AnswerAt, Chapter};
use vurder_model::field::Field;
use vurder_model::id::CitationId;
use vurder_model::method::Method;
use vurder_model::project::{Project, Row};
use vurder_model::provider::coverage;
use vurder_model::report_address::AnswerAddress;
use vurder_model::role::FieldRole;
use vurder_model::template::{Block, Template};
use vurder_model::value::Value;
use vurder_model::view::{FormView, Numbers, assessed_coverage, risk_register};
use vurder_report::{OpenFinding, OpenRequest, ProjectFacts, ReportMessages, day_in_words};

use crate::catalogue::Registers;
use crate::findings_in_words::text;
use crate::library::Library;
use crate::request_state::RequestState;

/// What the facts are made from.
pub(crate) struct FactsSource<'a> {
    pub(crate) library: &'a Library,
    /// The project, reduced to what is shown.
    pub(crate) project: &'a Project,
    /// The whole project and the view of its form, to count citations of statements.
    pub(crate) whole: (&'a Project, &'a FormView),
    pub(crate) template: &'a Template,
    /// The findings; none if the summary is not printed.
    pub(crate) findings: Option<&'a LiveFindings>,
    pub(crate) messages: &'a Messages,
    pub(crate) words: &'a dyn ReportMessages,
    /// Name of the provider that the report is for.
    pub(crate) provider: Option<&'a str>,
    /// The chapters that are printed.
    pub(crate) chapters: &'a [Chapter],
}

impl FactsSource<'_> {
    pub(crate) fn facts(&self) -> ProjectFacts {
        let (library, project) = (self.library, self.project);
        let registers = library.registers_of(&project.head);
        let numbers = Numbers::of(project, registers.all(), None);
        let method = Method::of(project, registers.all());
        let rules = library.cut_rules();
        let packs = library.chosen_packs(&project.head);
        let covered = coverage(library.topics(), packs);
        let mut coverage = assessed_coverage(&covered, project, &numbers);
        if let Some(provider) = self.provider {
            for topic in &mut coverage.topics {
                topic.providers.retain(|one| one.covered.provider_name == provider);
            }
        }
        ProjectFacts {
            asked: self.answers(&rules.asked, &registers),
            asked_of: self.people(&rules.asked_of, &numbers),
            decision: self.answers(&rules.decision, &registers),
            risks: risk_register(project, &method, registers.all()),
            coverage,
            requests: self.requests(&numbers),
            findings: self.findings(),
            in_place: self.in_place(&numbers, &rules.in_place),
            rights: self.rights(),
            statements: self.statements(),
        }
    }

    /// The answers at these places, each with its question. Missing answers are left out.
    fn answers(&self, at: &[AnswerAt], registers: &Registers) -> Vec<(String, String)> {
        let answer = |at: &AnswerAt| {
            let register = registers.all().iter().find(|known| known.id == at.register)?;
            let field = register.field(&at.field)?;
            let value = self.project.single(&at.register, &at.field)?;
            let words = self.in_words(field, value);
            (!words.trim().is_empty()).then(|| (field.label.clone(), words))
        };
        at.iter().filter_map(answer).collect()
    }

    fn in_words(&self, field: &Field, value: &Value) -> String {
        match value {
            Value::Choice(chosen) => {
                let known = field.options.iter().find(|option| option.id == chosen.option);
                let label = known.map_or(chosen.option.as_str(), |option| option.label.as_str());
                let note = chosen.note.trim();
                if note.is_empty() { label.to_owned() } else { format!("{label}: {note}") }
            }
            Value::Acceptance(given) => {
                let word = match given.accepted {
                    true => self.words.report_accepted(),
                    false => self.words.report_not_accepted(),
                };
                let day = given.date.map(|day| day_in_words(self.words, day)).unwrap_or_default();
                let by = [given.name.as_str(), given.role.as_str(), day.as_str()];
                let by: Vec<&str> = by.into_iter().filter(|part| !part.is_empty()).collect();
                if by.is_empty() { word } else { format!("{word}: {}", by.join(", ")) }
            }
            other => other.plain_text(),
        }
    }

    /// The people who have one of these roles.
    fn people(&self, of: &[String], numbers: &Numbers<'_>) -> Vec<String> {
        let roles = numbers.roles();
        let (Some(role), Some(name)) =
            (roles.field(FieldRole::PersonRole), roles.field(FieldRole::PersonName))
        else {
            return Vec::new();
        };
        let rows = roles.rows(self.project, FieldRole::PersonRole);
        let asked = rows.filter(|row| row.chosen(role).iter().any(|r| of.iter().any(|o| o == r)));
        let mut people: Vec<String> = Vec::new();
        for person in asked.filter_map(|row| row.values.get(name)).map(Value::plain_text) {
            if !person.is_empty() && !people.contains(&person) {
                people.push(person);
            }
        }
        people
    }

    /// The requests that wait for an answer.
    fn requests(&self, numbers: &Numbers<'_>) -> Vec<OpenRequest> {
        let roles = numbers.roles();
        let field = |role| roles.field(role).unwrap_or_default();
        let (to, status) = (field(FieldRole::RequestTo), field(FieldRole::RequestStatus));
        let due = field(FieldRole::RequestDue);
        let open = roles
            .rows(self.project, FieldRole::RequestTo)
            .filter(|row| !RequestState::of(&row.chosen(status)).is_over());
        let open = open.filter_map(|row| {
            let due = match row.values.get(due) {
                Some(Value::Date(day)) => Some(*day),
                _ => None,
            };
            let to = row.values.get(to).map(Value::plain_text).unwrap_or_default();
            Some(OpenRequest { request: numbers.row(&row.id)?.clone(), to, due })
        });
        open.collect()
    }

    /// The open findings about the form, law first; none if the checks did not look.
    fn findings(&self) -> Option<Vec<OpenFinding>> {
        let all = self.findings?.findings();
        let of_form = all.iter().filter(|finding| finding.place.form == self.template.id);
        let mut open: Vec<OpenFinding> = of_form
            .filter(|finding| finding.is_open())
            .map(|finding| OpenFinding {
                key: finding.key.clone(),
                severity: finding.severity,
                part: finding.place.part.clone(),
                says: text(finding, self.messages),
            })
            .collect();
        // Sorting keeps the order of the form among findings of one weight.
        open.sort_by_key(|finding| finding.severity);
        Some(open)
    }

    /// How many measures are in place, and how many measures there are.
    fn in_place(&self, numbers: &Numbers<'_>, in_place: &[String]) -> (usize, usize) {
        let roles = numbers.roles();
        let status = roles.field(FieldRole::MeasureStatus).unwrap_or_default();
        let measures: Vec<_> = roles.rows(self.project, FieldRole::MeasureStatus).collect();
        let stands = |chosen: &[&str]| chosen.iter().any(|one| in_place.iter().any(|s| s == one));
        let count = measures.iter().filter(|row| stands(&row.chosen(status))).count();
        (count, measures.len())
    }

    /// The rights that the form lists.
    fn rights(&self) -> Vec<(String, String)> {
        if !self.chapters.contains(&Chapter::Rights) {
            return Vec::new();
        }
        let rules = self.library.cut_rules();
        let table = rules.cuts.iter().find_map(|rule| rule.rights.as_ref());
        let Some(at) = table.filter(|at| at.form == self.template.id) else { return Vec::new() };
        let parts = self.template.sections.iter().flat_map(|section| &section.parts);
        let groups = parts.flat_map(|part| &part.blocks).find_map(|block| match block {
            Block::Table(table) if table.id == at.table => table.groups.as_ref(),
            _ => None,
        });
        let subjects = groups.into_iter().flat_map(|groups| &groups.subjects);
        subjects.map(|subject| (subject.label.clone(), subject.law.join(", "))).collect()
    }

    /// The published statements that the form cites, each with the answers of the project that cite it. Notes on
    /// published controls are about the statements themselves, and what stands beside the draft is no answer.
    fn statements(&self) -> Vec<(CitationId, Vec<AnswerAddress>)> {
        if !self.chapters.contains(&Chapter::Statements) {
            return Vec::new();
        }
        let (whole, view) = self.whole;
        let notes = self.library.role(FieldRole::JudgedStatement).0;
        let beside = self.library.beside_the_draft();
        let counts = |row: &&Row| {
            let register = row.register.as_str();
            row.trashed.is_none() && register != notes && !beside.contains(&register)
        };
        let mut citing: HashMap<CitationId, Vec<AnswerAddress>> = HashMap::new();
        for row in whole.rows.iter().filter(counts) {
            for (field, value) in &row.values {
                for citation in value.citations() {
                    let answers = citing.entry(citation).or_default();
                    answers.push(AnswerAddress::new(row.id.clone(), field));
                }
            }
        }
        let shown = view.cited.iter().filter(|id| self.project.citation(id).is_some());
        shown.map(|id| (id.clone(), citing.remove(id).unwrap_or_default())).collect()
    }
}
