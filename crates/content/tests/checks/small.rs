//! A small project, written in YAML, and its findings.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::{DateTime, NaiveDate};
use serde_json::{Value as Json, json};
use vurder_content::Content;
use vurder_model::check::{CheckSource, Finding, LiveFindings};
use vurder_model::field::Register;
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::method::Method;
use vurder_model::project::{
    Citation, CitedAnswer, FormChoice, Project, ProjectHead, Row, SINGLE, answered_request,
};
use vurder_model::provider::{Coverage, Pack, Topic};
use vurder_model::template::Template;
use vurder_model::view::{FormSource, FormView, form_view};

use crate::written::value;

const BASE: &str = include_str!("base.yaml");

/// The day of all checks here.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()
}

/// A project, and the other data that is checked with it.
#[derive(Clone)]
pub(crate) struct Small {
    pub(crate) project: Project,
    registers: Vec<Register>,
    packs: Vec<Pack>,
    changed: HashSet<CitationId>,
    /// The rows that a file is attached to.
    attached: HashSet<RowId>,
    /// The number of rows that each register ever had.
    numbers: BTreeMap<String, usize>,
}

/// The newest version of each form.
fn templates() -> Vec<&'static Template> {
    let all = &Content::embedded().templates.templates;
    let ids: BTreeSet<&str> = all.iter().map(|template| template.id.as_str()).collect();
    ids.iter().filter_map(|id| all.iter().rfind(|template| template.id == *id)).collect()
}

impl Small {
    /// The project of `base.yaml`.
    pub(crate) fn sound() -> Self {
        let mut registers = Content::embedded().templates.registers.clone();
        for template in templates() {
            registers.extend(template.registers.iter().cloned());
            registers.push(template.own_register());
        }
        let form = |template: &&Template| FormChoice {
            template: template.id.clone(),
            version: template.version.clone(),
        };
        let head = ProjectHead {
            id: ProjectId::new("small").unwrap(),
            title: "Small".to_owned(),
            language: "en".to_owned(),
            version: "0.1".to_owned(),
            forms: templates().iter().map(form).collect(),
            providers: Vec::new(),
            follows: BTreeMap::new(),
            created: DateTime::from_timestamp(1_764_201_600, 0).unwrap(),
            trashed: None,
        };
        let project = Project { head, rows: Vec::new(), citations: Vec::new() };
        let mut small = Self {
            project,
            registers,
            packs: Vec::new(),
            changed: HashSet::new(),
            attached: HashSet::new(),
            numbers: BTreeMap::new(),
        };
        let base: serde_json::Map<String, Json> = serde_saphyr::from_str(BASE).unwrap();
        for (register, rows) in &base {
            for row in rows.as_array().unwrap() {
                small.add(register, row);
            }
        }
        small.cite(&json!({ "answer": "answer:request-1" }));
        small
    }

    /// Makes the changes of a case.
    pub(crate) fn change(&mut self, changes: &Json) {
        for (at, to) in changes.as_object().expect("a map of changes") {
            match at.split('.').collect::<Vec<_>>()[..] {
                ["@provider"] => self.packs.push(pack()),
                ["@judge"] => self.judge(to),
                ["@cite"] => self.cite(to),
                ["@attached"] => {
                    let rows = to.as_array().unwrap().iter();
                    let id = |row: &Json| {
                        let (register, number) = row.as_str().unwrap().split_once('.').unwrap();
                        row_id(register, number)
                    };
                    self.attached = rows.map(id).collect();
                }
                ["@changed"] => {
                    let ids = to.as_array().unwrap().iter();
                    self.changed =
                        ids.map(|id| CitationId::new(id.as_str().unwrap()).unwrap()).collect();
                }
                [register, "+"] => self.add(register, to),
                [register] if to.is_null() => {
                    self.project.rows.retain(|row| row.register != register);
                }
                [register, number] if to.is_null() && number.parse::<usize>().is_ok() => {
                    let id = row_id(register, number);
                    self.project.rows.retain(|row| row.id != id);
                }
                [register, number, field] => self.set(&row_id(register, number), field, to),
                [register, field] => self.set(&row_id(register, "1"), field, to),
                _ => panic!("{at} is no place"),
            }
        }
    }

    /// Adds a row.
    fn add(&mut self, register: &str, values: &Json) {
        let known = self.registers.iter().any(|known| known.id == register);
        assert!(known, "there is no register {register}");
        let number = self.numbers.entry(register.to_owned()).or_default();
        *number += 1;
        let id = row_id(register, &number.to_string());
        let single = self.registers.iter().any(|known| known.id == register && known.single);
        self.project.rows.push(Row {
            id: id.clone(),
            register: register.to_owned(),
            key: single.then(|| SINGLE.to_owned()),
            number: None,
            position: f64::from(u32::try_from(*number).unwrap()),
            trashed: None,
            values: BTreeMap::new(),
        });
        for (field, to) in values.as_object().unwrap() {
            self.set(&id, field, to);
        }
    }

    fn set(&mut self, row: &RowId, field: &str, to: &Json) {
        let row = self.project.rows.iter_mut().find(|known| known.id == *row);
        let row = row.unwrap_or_else(|| panic!("there is no such row for {field}"));
        let register = self.registers.iter().rfind(|known| known.id == row.register).unwrap();
        let known = register.field(field);
        let known = known.unwrap_or_else(|| panic!("{} has no field {field}", register.id));
        match value(known, to) {
            Some(value) => {
                assert!(known.takes(&value), "{field} cannot hold {value:?}");
                row.values.insert(field.to_owned(), value);
            }
            None => {
                row.values.remove(field);
            }
        }
    }

    fn cite(&mut self, cited: &Json) {
        for (id, statement) in cited.as_object().unwrap() {
            let statement = statement.as_str().unwrap();
            // The cited words of an answer to a request are those in the small project.
            let answer = answered_request(statement).map(|request| CitedAnswer {
                request,
                question: "Who has access?".to_owned(),
                on: None,
            });
            let words = match answer {
                Some(_) => "Two people".to_owned(),
                None => format!("What {statement} says."),
            };
            self.project.citations.push(Citation {
                id: CitationId::new(id.as_str()).unwrap(),
                provider: "small".to_owned(),
                provider_name: "Small Cloud".to_owned(),
                statement: statement.to_owned(),
                words,
                hash: "0".to_owned(),
                sources: Vec::new(),
                pinned: DateTime::from_timestamp(1_764_201_600, 0).unwrap(),
                revision: None,
                kept: None,
                renews: Vec::new(),
                answer,
            });
        }
    }

    /// Chooses the provider with a statement on the topic, and judges it.
    fn judge(&mut self, judgement: &Json) {
        let mut pack = pack();
        pack.statements[0].topics.push("weather".to_owned());
        self.add("control_note", &json!({ "judgement": judgement }));
        let note = self.project.rows.last_mut().unwrap();
        note.key = Some(pack.statements[0].id.clone());
        self.packs.push(pack);
    }

    /// Calls `check` with everything that the checks need.
    pub(crate) fn with_source<T>(&self, check: impl FnOnce(&CheckSource<'_>) -> T) -> T {
        let content = Content::embedded();
        let followed: Vec<&Template> = templates()
            .into_iter()
            .filter(|t| self.project.head.forms.iter().any(|form| form.template == t.id))
            .collect();
        let coverage = Coverage::default();
        let views: Vec<FormView> = followed
            .iter()
            .map(|template| {
                form_view(&FormSource {
                    project: &self.project,
                    template,
                    registers: &content.templates.registers,
                    former: &[],
                    coverage: &coverage,
                    versions: &[],
                    attachments: &[],
                })
            })
            .collect();
        let topics = [topic()];
        check(&CheckSource {
            project: &self.project,
            registers: &self.registers,
            method: &Method::of(&self.project, &self.registers),
            rules: &content.rules,
            templates: &followed,
            forms: &views.iter().collect::<Vec<_>>(),
            topics: &topics,
            packs: &self.packs.iter().collect::<Vec<_>>(),
            changed: &self.changed,
            attached: &self.attached,
            today: today(),
        })
    }

    pub(crate) fn findings(&self) -> Vec<Finding> {
        self.with_source(|source| LiveFindings::new(source).findings().to_vec())
    }
}

fn row_id(register: &str, number: &str) -> RowId {
    RowId::new(format!("{}-{number}", register.replace('_', "-"))).unwrap()
}

/// A topic on which the pack states nothing.
fn topic() -> Topic {
    serde_json::from_value(json!({
        "id": "weather", "title": "Weather", "question": "Does it rain?", "group": "Sky", "iso": [], "gdpr": [],
    }))
    .unwrap()
}

/// A provider with a claim, an assurance whose document has ended, and a duty that it leaves to the controller.
fn pack() -> Pack {
    let source = json!([{
        "page": "small/page", "page_title": "Page", "heading": "", "address": "https://small.example", "revision": "1",
        "captured": "2026-01-02",
    }]);
    let statement = |name: &str, kind: &str, side: &str| {
        json!({
            "id": format!("small/{name}"), "provider": "small", "words": format!("What {name} says."), "kind": kind,
            "side": side, "theme": "organisational", "topics": [], "sources": source, "iso": [], "hash": "0",
        })
    };
    serde_json::from_value(json!({
        "provider": "small", "name": "Small Cloud", "country": "NO", "website": "https://small.example",
        "revision": "1", "captured": "2026-01-02", "licence": "", "about": "", "pages": [], "actions": [],
        "statements": [
            statement("claim", "claim", "provided"),
            statement("assurance", "assurance", "provided"),
            statement("duty", "boundary", "controllers_duty"),
        ],
        "documents": [{
            "id": "small/certificate", "provider": "small", "title": "Certificate", "address": "https://small.example",
            "valid_until": "2026-06-30", "page": "small/page", "heading": "",
        }],
    }))
    .unwrap()
}
