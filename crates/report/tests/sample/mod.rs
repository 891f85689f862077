//! The sample project, made from its script without a workspace, and its reports.
#![allow(dead_code, unreachable_pub, missing_docs, clippy::unwrap_used, clippy::expect_used)]

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value as Json;
use vurder_content::{Content, Messages, msg};
use vurder_model::check::Severity;
use vurder_model::cut::{Chapter, Cut, project_of_cut, reduced, shown_fields};
use vurder_model::frozen::{VersionKind, VersionLine};
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::method::Method;
use vurder_model::project::{
    Citation, FormChoice, PinnedSource, Project, ProjectHead, Row, SINGLE,
};
use vurder_model::provider::{Pack, coverage};
use vurder_model::report_address::AnswerAddress;
use vurder_model::role::subject_key;
use vurder_model::template::Template;
use vurder_model::value::{Chosen, Value};
use vurder_model::view::{FormSource, Numbers, assessed_coverage, form_view, risk_register};
use vurder_report::{
    Composition, Document, Earlier, Empty, OpenFinding, OpenRequest, ProjectFacts, ReportCut,
    ReportMessages, compose, compose_consultation, report_messages,
};

/// The messages of the report in one language.
pub struct InLanguage(pub Messages);

macro_rules! format_messages {
    ($($name:ident($($argument:ident: $kind:ty),*);)*) => {
        impl ReportMessages for InLanguage {
            $(
                fn $name(&self, $($argument: $kind),*) -> String {
                    self.0.format(&msg::$name($($argument),*))
                }
            )*
        }
    };
}

report_messages!(format_messages);

pub fn content() -> Content {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    Content::read(&dir).expect("the content is in order")
}

fn words(json: &Json, key: &str) -> String {
    json[key].as_str().unwrap_or_default().to_owned()
}

/// Reads the commands of the script. It understands only what the sample uses.
pub fn project(content: &Content) -> Project {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/samples/cohort.jsonl");
    let script = std::fs::read_to_string(file).expect("the sample's script");
    let now: DateTime<Utc> = "2026-11-22T08:00:00Z".parse().unwrap();
    let mut project = Project {
        head: ProjectHead {
            id: ProjectId::new("sample").unwrap(),
            title: String::new(),
            language: "en".into(),
            version: String::new(),
            forms: Vec::new(),
            providers: Vec::new(),
            follows: Default::default(),
            created: now,
            trashed: None,
        },
        rows: Vec::new(),
        citations: Vec::new(),
    };
    for line in script.lines().filter(|line| !line.trim().is_empty()) {
        let json: Json = serde_json::from_str(line).expect("a line of JSON");
        match json["command"].as_str().unwrap() {
            "create_project" => {
                project.head.title = words(&json, "title");
                project.head.language = words(&json, "language");
                project.head.forms =
                    vec![FormChoice { template: "edpb-dpia".into(), version: "1.0.1".into() }];
            }
            "change_project" => {
                project.head.version = words(&json, "version");
                project.head.providers =
                    serde_json::from_value(json["providers"].clone()).unwrap_or_default();
            }
            "add_row" => {
                let values: std::collections::BTreeMap<String, Value> =
                    serde_json::from_value(json["values"].clone()).unwrap_or_default();
                add(&mut project, &words(&json, "register"), &words(&json, "id"), None, values);
            }
            "set_value" => {
                let register = words(&json, "register");
                let row = if register.is_empty() { words(&json, "row") } else { register.clone() };
                let value: Value = serde_json::from_value(json["value"].clone()).expect("a value");
                let id = RowId::new(row.clone()).unwrap();
                if project.row(&id).is_none() {
                    add(&mut project, &register, &row, Some(SINGLE), Default::default());
                }
                let row = project.rows.iter_mut().find(|row| row.id == id).unwrap();
                row.values.insert(words(&json, "field"), value);
            }
            "cite" => {
                cite(content, &mut project, &words(&json, "statement"), &words(&json, "id"), now)
            }
            "note_subject" => {
                let key = subject_key(&words(&json, "table"), &words(&json, "subject"));
                let reason = ("reason".to_owned(), Value::Line(words(&json, "reason")));
                let id = format!("note-{}", project.rows.len());
                add(&mut project, "subject_note", &id, Some(&key), [reason].into());
            }
            "judge" => {
                let statement = words(&json, "statement");
                let id = format!("j{}", project.rows.len());
                cite(content, &mut project, &statement, &id, now);
                let values = [
                    (
                        "statement".to_owned(),
                        Value::Citations(vec![CitationId::new(id.clone()).unwrap()]),
                    ),
                    (
                        "judgement".to_owned(),
                        Value::Choice(Chosen {
                            option: words(&json, "judgement"),
                            note: String::new(),
                        }),
                    ),
                    ("note".to_owned(), Value::Text(words(&json, "note"))),
                ];
                add(&mut project, "control_note", &id, Some(&statement), values.into());
            }
            _ => {}
        }
    }
    project
}

fn add(
    project: &mut Project,
    register: &str,
    id: &str,
    key: Option<&str>,
    values: std::collections::BTreeMap<String, Value>,
) {
    let position = project.rows.len() as f64;
    project.rows.push(Row {
        id: RowId::new(id).unwrap(),
        register: register.to_owned(),
        key: key.map(str::to_owned),
        position,
        number: None,
        trashed: None,
        values,
    });
}

/// The packs of the revisions that the sample follows.
fn first_packs(content: &Content) -> impl Iterator<Item = &Pack> + Clone {
    content.packs.iter().filter(|pack| pack.follows.is_none())
}

fn cite(content: &Content, project: &mut Project, statement: &str, id: &str, now: DateTime<Utc>) {
    let found = first_packs(content).find_map(|pack| Some((pack, pack.statement(statement)?)));
    let Some((pack, statement)) = found else { return };
    project.citations.push(Citation {
        id: CitationId::new(id).unwrap(),
        provider: pack.provider.clone(),
        provider_name: pack.name.clone(),
        statement: statement.id.clone(),
        words: statement.words.clone(),
        hash: statement.hash.clone(),
        sources: statement
            .sources
            .iter()
            .map(|source| PinnedSource {
                page: source.page_title.clone(),
                heading: source.heading.clone(),
                address: source.address.clone(),
                revision: source.revision.clone(),
                captured: source.captured,
            })
            .collect(),
        pinned: now,
        revision: None,
        kept: None,
        renews: Vec::new(),
        answer: None,
    });
}

/// The report of one of the sample's forms.
pub fn report(content: &Content, project: &Project, form: &str, empty: Empty) -> Document {
    composed(content, project, form, empty, compose)
}

/// The document that the authority gets for the sample in a prior consultation.
#[allow(dead_code, reason = "not every test that reads the sample asks for it")]
pub fn consultation(content: &Content, project: &Project) -> Document {
    composed(content, project, "edpb-dpia", Empty::LeaveOut, compose_consultation)
}

/// The sample's screening.
#[allow(dead_code, reason = "not every test that reads the sample asks for it")]
pub fn screening(content: &Content, project: &Project) -> Document {
    report(content, project, "screening", Empty::LeaveOut)
}

/// The report of one of the sample's forms with the changes since an earlier state: every third text has other words,
/// every fifth answer was removed, every seventh row was removed, and every sixth row is new.
#[allow(dead_code, reason = "not every test that reads the sample asks for it")]
pub fn redline(content: &Content, project: &Project, form: &str) -> Document {
    let (mut was, mut is) = (project.clone(), project.clone());
    for (at, row) in is.rows.iter_mut().enumerate() {
        if row.key.is_none() && at % 7 == 3 {
            row.trashed = Some("2026-11-22T08:00:00Z".parse().unwrap());
        }
        let fields: Vec<String> = row.values.keys().cloned().collect();
        for (field, name) in fields.into_iter().enumerate() {
            match row.values.get_mut(&name) {
                Some(Value::Text(text) | Value::YesNo { reason: text, .. }) if field % 3 != 2 => {
                    *text = format!("New at the start. {}", text.replacen(" the ", " every ", 2));
                }
                Some(Value::Line(line)) if field % 3 == 1 => line.push_str(" and more"),
                Some(_) if (at + field) % 5 == 4 => drop(row.values.remove(&name)),
                _ => {}
            }
        }
    }
    let mut at = 0;
    was.rows.retain(|row| {
        at += 1;
        row.key.is_some() || at % 6 != 2
    });
    made(content, &is, form, Empty::LeaveOut, compose, Some(&was))
}

fn composed(
    content: &Content,
    project: &Project,
    form: &str,
    empty: Empty,
    compose: fn(&Composition<'_>) -> Document,
) -> Document {
    made(content, project, form, empty, compose, None)
}

fn made(
    content: &Content,
    project: &Project,
    form: &str,
    empty: Empty,
    compose: fn(&Composition<'_>) -> Document,
    before: Option<&Project>,
) -> Document {
    let version = if form == "screening" { "1.0" } else { "1.0.1" };
    let template = content.templates.template(form, version).expect("the form");
    let covered = coverage(&content.topics, first_packs(content));
    let view_of = |project: &Project| {
        form_view(&FormSource {
            project,
            template,
            registers: &content.templates.registers,
            former: &[],
            coverage: &covered,
            versions: &[],
            attachments: &[],
        })
    };
    let view = view_of(project);
    let line = VersionLine {
        number: 2,
        kind: VersionKind::Review,
        on: NaiveDate::from_ymd_opt(2026, 11, 3).unwrap(),
        by: "Kari Nordmann".into(),
        note: String::new(),
    };
    let listed: Vec<_> = before.iter().map(|was| (view_of(was), view.clone())).collect();
    let statements = first_packs(content).flat_map(|pack| &pack.statements);
    compose(&Composition {
        form: &view,
        project,
        method: Method::of(project, &content.templates.registers),
        providers: first_packs(content).map(|pack| pack.name.clone()).collect(),
        date: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        empty,
        statement_words: statements.map(|s| (s.id.as_str(), s.words.as_str())).collect(),
        changed_sources: Default::default(),
        issued: None,
        finished: false,
        rows_elsewhere: &std::collections::HashMap::new(),
        attachments: &[],
        pictures: &Default::default(),
        waived: Vec::new(),
        answers: None,
        facts: None,
        cut: None,
        summary: false,
        earlier: before.map(|was| Earlier {
            version: &line,
            project: was,
            form: &listed[0].0,
            listed: &listed,
            attachments: &[],
            marked: true,
        }),
        messages: &InLanguage(Messages::for_language("en")),
        words_language: "en",
    })
}

/// A cut of the sample's report, made in the same way as the program does. Requests and findings are written by hand.
#[allow(dead_code, reason = "not every test that reads the sample asks for it")]
pub fn cut(content: &Content, project: &Project, form: &str, cut: Cut) -> Document {
    let registers = &content.templates.registers;
    let covered = coverage(&content.topics, first_packs(content));
    let view = |project: &Project, template: &Template| {
        form_view(&FormSource {
            project,
            template,
            registers,
            former: &[],
            coverage: &covered,
            versions: &[],
            attachments: &[],
        })
    };
    let template = content.templates.template(form, "1.0.1").expect("the form");
    let whole = view(project, template);
    let numbers = Numbers::of(project, registers, None);
    let rule = content.cuts.rule(cut, form).expect("the cut");
    let reduced = reduced(template, rule);
    let topics: Vec<String> = content.topics.iter().map(|topic| topic.title.clone()).collect();
    let templates = std::slice::from_ref(&reduced);
    let shown = shown_fields(templates, &rule.chapters, &[], registers, &topics);
    let mut shown = project_of_cut(project, &shown, &numbers, &|_| true, &Default::default());
    if rule.chapters.contains(&Chapter::Statements) {
        shown.citations.clone_from(&project.citations);
    }
    let cut_view = view(&shown, &reduced);
    let method = Method::of(project, registers);
    let risks = risk_register(&shown, &method, registers);
    let request = risks.risks.first().map(|risk| risk.risk.clone());
    let facts = ProjectFacts {
        asked: vec![("What is asked".into(), "May the processing begin? ".repeat(40))],
        asked_of: vec!["The official".into()],
        decision: Vec::new(),
        risks,
        coverage: assessed_coverage(&covered, &shown, &numbers),
        requests: request
            .map(|request| OpenRequest { request, to: "A provider".into(), due: None })
            .into_iter()
            .collect(),
        findings: Some(vec![OpenFinding {
            key: "purpose-vague-1".into(),
            severity: Severity::Law,
            part: "0.1".into(),
            says: "Something is open. ".repeat(30),
        }]),
        in_place: (3, 7),
        rights: vec![("Information".into(), "GDPR 12".into())],
        statements: whole
            .cited
            .iter()
            .map(|id| (id.clone(), vec![AnswerAddress::new(RowId::new("one").unwrap(), "field")]))
            .collect(),
    };
    compose(&Composition {
        form: &cut_view,
        project: &shown,
        method,
        providers: first_packs(content).map(|pack| pack.name.clone()).collect(),
        date: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        empty: Empty::LeaveOut,
        statement_words: Default::default(),
        changed_sources: Default::default(),
        issued: None,
        finished: false,
        rows_elsewhere: &std::collections::HashMap::new(),
        attachments: &[],
        pictures: &Default::default(),
        waived: Vec::new(),
        answers: None,
        facts: Some(&facts),
        cut: Some(ReportCut {
            cut,
            chapters: &rule.chapters,
            chapters_last: rule.chapters_last,
            chosen_sections: false,
            whole: (&whole, project),
        }),
        summary: false,
        earlier: None,
        messages: &InLanguage(Messages::for_language("en")),
        words_language: "en",
    })
}
