//! The form view: a project seen through a template.
#![allow(clippy::unwrap_used, clippy::panic)]

use serde_json::{Value as Json, json};
use vurder_model::field::Register;
use vurder_model::id::{CitationId, RowId};
use vurder_model::method::Method;
use vurder_model::project::{Citation, Project, ProjectHead, Row};
use vurder_model::provider::Coverage;
use vurder_model::template::Template;
use vurder_model::value::Value;
use vurder_model::view::{BlockView, FormSource, FormView, GapKind, TableView, form_view};

fn registers() -> Vec<Register> {
    serde_json::from_value(json!([
        {"id": "item", "one": "item", "many": "items", "prefix": "D", "label_field": "name", "fields": [
            {"id": "name", "label": "Item", "kind": "line", "required": true},
            {"id": "special", "label": "Special", "kind": "choices",
             "options": [{"id": "none", "label": "None"}, {"id": "health", "label": "Health"}]},
            {"id": "why", "label": "Why", "kind": "text",
             "when": {"field": "special", "is_not": ["none"]}},
            {"id": "kept", "label": "Retention", "kind": "line"}]},
        {"id": "risk", "one": "risk", "many": "risks", "prefix": "R", "label_field": "title", "fields": [
            {"id": "title", "label": "Risk", "kind": "line"},
            {"id": "concerns", "label": "Concerns", "kind": "choices", "role": "concerns",
             "options": [{"id": "subjects", "label": "People"}, {"id": "organisation", "label": "Us"}]},
            {"id": "ds_likelihood", "label": "Likelihood", "kind": "level", "scale": "likelihood", "role": "subjects_likelihood"},
            {"id": "ds_severity", "label": "Severity", "kind": "level", "scale": "severity", "role": "subjects_severity"}]},
        {"id": "measure", "one": "measure", "many": "measures", "prefix": "M", "label_field": "measure", "fields": [
            {"id": "measure", "label": "Measure", "kind": "text"},
            {"id": "serves", "label": "Serves", "kind": "choice", "options": [
                {"id": "fairness", "label": "Fairness"}, {"id": "accuracy", "label": "Accuracy"}]},
            {"id": "items", "label": "Items", "kind": "refs", "to": ["item"]},
            {"id": "risks", "label": "Risks", "kind": "refs", "to": ["risk"]}]},
        {"id": "method", "one": "method", "many": "methods", "single": true, "fields": [
            {"id": "likelihood", "label": "Likelihood", "kind": "scale", "scale": "likelihood", "customary": ["l1", "l2", "l3", "l4"]},
            {"id": "severity", "label": "Severity", "kind": "scale", "scale": "severity", "customary": ["s1", "s2", "s3", "s4"]},
            {"id": "risk", "label": "Risk", "kind": "scale", "scale": "risk", "customary": ["lav", "middels", "høy", "svært høy"]}]}
    ]))
    .unwrap()
}

fn template() -> Template {
    serde_json::from_value(json!({
        "id": "form", "version": "1.0", "title": "Form", "short": "F", "source": "none",
        "sections": [{"id": "1", "title": "One", "parts": [
            {"id": "1.1", "title": "Items", "blocks": [
                {"field": {"id": "scope", "label": "Scope", "kind": "text", "required": true}},
                {"table": {"id": "items", "rows": ["item"], "at_least": 1, "columns": [
                    {"field": "name"}, {"field": "special"}, {"field": "kept", "required": true},
                    {"named_by": "measure.items", "label": "Measures"}]}}]},
            {"id": "1.2", "title": "Special", "blocks": [
                {"table": {"id": "special", "rows": ["item"], "derived": true,
                           "only": [{"field": "special", "is_not": ["none"]}],
                           "columns": [{"field": "name", "read_only": true}, {"field": "why", "required": true}]}}]},
            {"id": "1.3", "title": "Principles", "blocks": [
                {"table": {"id": "principles", "rows": ["measure"],
                           "groups": {"by": "serves", "label": "Principle", "subjects": [
                               {"id": "fairness", "label": "Fairness", "required": true},
                               {"id": "accuracy", "label": "Accuracy", "required": true}]},
                           "columns": [{"field": "measure"}, {"field": "items"}]}}]},
            {"id": "1.4", "title": "Codes", "optional": true, "blocks": [
                {"field": {"id": "codes", "label": "Codes", "kind": "text", "required": true}}]},
            {"id": "1.5", "title": "Risks", "blocks": [
                {"table": {"id": "risks", "rows": ["risk"], "columns": [
                    {"field": "title"}, {"field": "ds_likelihood"}, {"computed": "subjects_inherent", "label": "Level"}]}},
                {"computed": "subjects_matrix"}, {"computed": "sources"}]}
        ]}]
    }))
    .unwrap()
}

fn project(rows: &[(&str, &str, Json)]) -> Project {
    let head: ProjectHead = serde_json::from_value(json!({
        "id": "p", "title": "P", "language": "en", "version": "0.1", "forms": [], "providers": [],
        "created": "2026-11-22T10:00:00Z", "trashed": null
    }))
    .unwrap();
    let rows = rows.iter().enumerate().map(|(at, (register, id, values))| Row {
        id: RowId::new(*id).unwrap(),
        register: (*register).to_owned(),
        key: (*register == "form" || *register == "method").then(|| "one".to_owned()),
        position: f64::from(u32::try_from(at).unwrap()),
        number: None,
        trashed: None,
        values: serde_json::from_value(values.clone()).unwrap(),
    });
    Project { head, rows: rows.collect(), citations: Vec::new() }
}

fn view(project: &Project) -> FormView {
    let (template, registers) = (template(), registers());
    form_view(&FormSource {
        project,
        template: &template,
        registers: &registers,
        former: &[],
        coverage: &Coverage::default(),
        versions: &[],
        attachments: &[],
    })
}

fn table<'a>(view: &'a FormView, id: &str) -> &'a TableView {
    let blocks = view.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks);
    let mut tables =
        blocks.filter_map(|b| if let BlockView::Table(t) = b { Some(t) } else { None });
    tables.find(|t| t.id == id).unwrap()
}

fn line(text: &str) -> Json {
    json!({"kind": "line", "value": text})
}

fn chosen(option: &str) -> Json {
    json!({"kind": "choices", "value": [{"option": option}]})
}

#[test]
fn a_frozen_number_stays_with_its_row_and_new_rows_go_on() {
    let mut project = project(&[
        ("item", "a", json!({"name": line("first")})),
        ("item", "b", json!({"name": line("second")})),
        ("item", "c", json!({"name": line("third")})),
    ]);
    // The second row was moved to the front. The fourth number belongs to no version yet.
    project.rows[0].number = Some(2);
    project.rows[2].number = Some(7);
    let registers = registers();
    let numbers = vurder_model::view::Numbers::of(&project, &registers, None);
    let of = |id: &str| numbers.row(&RowId::new(id).unwrap()).unwrap().number.clone();
    let prefix = &registers[0].prefix;
    assert_eq!(["a", "b", "c"].map(of), [2, 8, 7].map(|number| format!("{prefix}{number}")));
}

#[test]
fn what_is_attached_stands_with_the_row_where_it_is_entered() {
    let project = project(&[("item", "a", json!({"name": line("first")}))]);
    let (template, registers) = (template(), registers());
    let attachments = [vurder_model::frozen::AttachmentLine {
        id: vurder_model::id::AttachmentId::new("x").unwrap(),
        number: vurder_model::frozen::attachment_number(1),
        name: "plan.txt".to_owned(),
        media_type: "text/plain".to_owned(),
        size: 6,
        sha256: String::new(),
        row: Some(RowId::new("a").unwrap()),
    }];
    let view = form_view(&FormSource {
        project: &project,
        template: &template,
        registers: &registers,
        former: &[],
        coverage: &Coverage::default(),
        versions: &[],
        attachments: &attachments,
    });
    let blocks = view.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks);
    let tables = blocks.filter_map(|b| if let BlockView::Table(t) = b { Some(t) } else { None });
    let shown: Vec<(bool, String)> = tables
        .flat_map(|table| table.groups.iter().map(move |group| (table, group)))
        .flat_map(|(table, group)| group.rows.iter().map(move |row| (table, row)))
        .flat_map(|(table, row)| row.cells.iter().map(move |cell| (table, cell)))
        .flat_map(|(table, cell)| cell.attached.iter().map(move |file| (table, file)))
        .map(|(table, file)| (table.adds.is_empty(), file.number.clone()))
        .collect();
    assert_eq!(shown, [(false, "E1".to_owned())], "once, and in no derived table");
}

#[test]
fn numbers_follow_the_order_and_skip_the_trash() {
    let mut project = project(&[
        ("item", "a", json!({"name": line("first")})),
        ("item", "b", json!({"name": line("second")})),
        ("item", "c", json!({"name": line("third")})),
        (
            "measure",
            "m",
            json!({"serves": {"kind": "choice", "value": {"option": "fairness"}},
                                "items": {"kind": "refs", "value": ["c", "b"]}}),
        ),
    ]);
    let numbers = |p: &Project| -> Vec<String> {
        table(&view(p), "items").groups[0]
            .rows
            .iter()
            .map(|r| format!("{} {}", r.number, r.label))
            .collect()
    };
    assert_eq!(numbers(&project), ["D1 first", "D2 second", "D3 third"]);
    let refs = |p: &Project| -> Vec<String> {
        let view = view(p);
        table(&view, "principles").groups[0].rows[0].cells[1]
            .refs
            .iter()
            .map(|r| r.number.clone())
            .collect()
    };
    assert_eq!(refs(&project), ["D3", "D2"], "in the order they were named");
    project.rows[1].trashed = Some(project.head.created);
    assert_eq!(
        numbers(&project),
        ["D1 first", "D2 third"],
        "the row that moved up has a new number"
    );
    assert_eq!(
        refs(&project),
        ["D2"],
        "a reference follows its row, and one to the trash is out of sight"
    );
}

#[test]
fn a_derived_table_shows_the_same_rows_through_other_columns() {
    let project = project(&[
        ("item", "a", json!({"name": line("age"), "special": chosen("none")})),
        ("item", "b", json!({"name": line("diagnosis"), "special": chosen("health")})),
        ("item", "c", json!({"name": line("untold")})),
    ]);
    let view = view(&project);
    let special = &table(&view, "special").groups[0].rows;
    assert_eq!(special.len(), 1, "only what is of a special category");
    assert_eq!((special[0].id.as_str(), special[0].number.as_str()), ("b", "D2"));
    assert!(special[0].cells[1].missing, "the reason is owed");
    assert!(table(&view, "special").adds.is_empty(), "rows come from where they are derived");
}

#[test]
fn gaps_are_told_in_rows_and_columns_not_in_fields_touched() {
    let project = project(&[
        ("item", "a", json!({"name": line("x"), "kept": line("5 years")})),
        ("item", "b", json!({"name": line("y")})),
        (
            "measure",
            "m",
            json!({"measure": {"kind": "text", "value": "be fair"},
                                "serves": {"kind": "choice", "value": {"option": "fairness"}}}),
        ),
        ("form", "form", json!({"scope": {"kind": "text", "value": "  \n"}})),
    ]);
    let progress = &view(&project).sections[0].progress;
    let told: Vec<_> =
        progress.gaps.iter().map(|g| (g.kind, g.label.as_str(), g.missing, g.of)).collect();
    assert_eq!(
        told,
        [
            (GapKind::Field, "Scope", 1, 1),
            (GapKind::Cells, "Retention", 1, 2),
            (GapKind::Subjects, "Accuracy", 1, 2),
        ],
        "blank text is no answer; an optional part nobody began owes nothing"
    );
    assert_eq!(
        progress.gaps[1].row.as_ref().map(RowId::as_str),
        Some("b"),
        "leads to the open cell"
    );
    assert_eq!((progress.filled, progress.required), (0, 2));
}

#[test]
fn an_optional_part_once_begun_is_held_to_its_own_rules() {
    let nothing = project(&[]);
    let (before, gaps) = (view(&nothing).sections[0].progress.required, |p: &Project| {
        view(p).sections[0].progress.clone()
    });
    let begun = project(&[("form", "form", json!({"codes": {"kind": "text", "value": "A code"}}))]);
    assert_eq!(gaps(&begun).required, before + 1);
    assert!(gaps(&begun).gaps.iter().all(|g| g.part != "1.4"));
}

#[test]
fn an_answer_stays_in_sight_when_its_question_no_longer_applies() {
    let mut values =
        json!({"special": chosen("health"), "why": {"kind": "text", "value": "research"}});
    let registers = registers();
    let why = registers[0].field("why").unwrap();
    let asked = |values: &Json| {
        let project = project(&[("item", "a", values.clone())]);
        let mut template = template();
        let json = json!({"table": {"id": "all", "rows": ["item"], "columns": [{"field": "why", "required": true}]}});
        template.sections[0].parts[0].blocks = vec![serde_json::from_value(json).unwrap()];
        let view = form_view(&FormSource {
            project: &project,
            template: &template,
            registers: &registers,
            former: &[],
            coverage: &Coverage::default(),
            versions: &[],
            attachments: &[],
        });
        let cell = table(&view, "all").groups[0].rows[0].cells[0].clone();
        (cell.asked, cell.missing)
    };
    assert_eq!(why.label, "Why");
    assert_eq!(asked(&values), (true, false));
    values["special"] = chosen("none");
    assert_eq!(asked(&values), (true, false), "written words are never hidden");
    values["why"] = json!({"kind": "text", "value": ""});
    assert_eq!(asked(&values), (false, false), "and an empty one is not owed");
}

#[test]
fn levels_follow_the_method_and_open_scores_have_none() {
    let risk = |l: u8, s: Json| {
        json!({"title": line("r"), "concerns": chosen("subjects"),
        "ds_likelihood": {"kind": "level", "value": l}, "ds_severity": s})
    };
    let project = project(&[
        ("risk", "high", risk(4, json!({"kind": "level", "value": 4}))),
        ("risk", "low", risk(1, json!({"kind": "level", "value": 1}))),
    ]);
    let shown = view(&project);
    let level =
        |at: usize| table(&shown, "risks").groups[0].rows[at].cells[2].level.clone().unwrap();
    assert_eq!(
        (level(0).label.as_str(), level(0).acceptable),
        ("svært høy", Some(false)),
        "in the words of the registers"
    );
    assert_eq!((level(1).label.as_str(), level(1).acceptable), ("lav", Some(true)));
    let method = Method::of(&project, &registers());
    assert_eq!(method.level(5, 1), None, "outside the scale there is no level");
    assert_eq!(method.level(0, 1), None);
}

#[test]
fn a_matrix_of_the_wrong_size_gives_way_to_the_customary_one() {
    let scale: Vec<Json> = ["a", "b", "c"].iter().map(|l| json!({"label": l})).collect();
    let project = project(&[(
        "method",
        "method",
        json!({"likelihood": {"kind": "scale", "value": scale},
               "matrix": {"kind": "matrix", "value": [[1, 1], [1, 2]]}}),
    )]);
    let method = Method::of(&project, &registers());
    assert_eq!((method.matrix.len(), method.matrix[0].len()), (3, 4));
}

#[test]
fn citations_are_listed_once_in_the_order_they_are_read() {
    let mut project = project(&[
        (
            "measure",
            "m",
            json!({"measure": {"kind": "text", "value": "x [b](cite:b) and [a](cite:a)"},
                                "serves": {"kind": "choice", "value": {"option": "fairness"}}}),
        ),
        (
            "form",
            "form",
            json!({"scope": {"kind": "text", "value": "[a](cite:a) [gone](cite:gone)"}}),
        ),
    ]);
    for id in ["a", "b"] {
        project.citations.push(
            serde_json::from_value::<Citation>(json!({
                "id": id, "provider": "p", "provider_name": "P", "statement": format!("p/{id}"), "words": "w",
                "hash": "h", "pinned": "2026-11-22T10:00:00Z",
                "sources": [{"page": "Page", "heading": "H", "address": "https://p.example/", "revision": "none", "captured": "2026-11-01"}]
            }))
            .unwrap(),
        );
    }
    let view = view(&project);
    assert_eq!(view.cited.iter().map(CitationId::as_str).collect::<Vec<_>>(), ["a", "b"]);
    let sources = view.sections[0].parts.iter().flat_map(|p| &p.blocks).find_map(|b| match b {
        BlockView::Sources { pages } => Some(pages),
        _ => None,
    });
    let pages = sources.unwrap();
    assert_eq!(pages.len(), 1, "one page, cited twice");
    assert_eq!(pages[0].citations.len(), 2);
}

#[test]
fn every_kind_of_value_survives_json() {
    for value in [
        Value::Text("**x**".into()),
        Value::YesNo { answer: false, reason: String::new() },
        Value::Level(3),
        Value::Refs(vec![RowId::new("a").unwrap()]),
        Value::Matrix(vec![vec![1, 2]]),
    ] {
        let json = serde_json::to_string(&value).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
    }
}

#[test]
fn columns_that_are_worked_out_bear_the_names_that_templates_use() {
    use vurder_model::template::ComputedCell;
    for id in [
        "label",
        "subjects_inherent",
        "subjects_residual",
        "organisation_inherent",
        "organisation_residual",
    ] {
        let cell: ComputedCell = serde_json::from_value(json!(id)).unwrap();
        assert_eq!(cell.id(), id, "one spelling, in templates and on the wire");
    }
}
