//! The views that forms give of a project.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::PathBuf;

use chrono::DateTime;
use vurder_content::templates::{TemplateFile, Templates, read_templates};
use vurder_model::field::Register;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::project::{FormChoice, Project, ProjectHead, Row};
use vurder_model::provider::Coverage;
use vurder_model::template::{Preset, Template};
use vurder_model::value::{Chosen, Value};
use vurder_model::view::{BlockView, FormSource, FormView, TableView, form_view};

fn templates() -> Templates {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../content/templates");
    let names = [
        "registers.yaml",
        "edpb-dpia-1.0.yaml",
        "edpb-dpia-1.0.1.yaml",
        "rar-1.0.yaml",
        "rar-1.0.1.yaml",
    ];
    let texts = names.map(|name| {
        // Other tests check topics.
        let text = fs::read_to_string(folder.join(name)).unwrap();
        text.lines()
            .map(|line| match line.split_once("topics: [") {
                Some((before, after)) => {
                    let rest = after.split_once(']').unwrap().1;
                    format!("{before}topics: []{rest}\n")
                }
                None => format!("{line}\n"),
            })
            .collect::<String>()
    });
    let files: Vec<TemplateFile<'_>> =
        names.iter().zip(&texts).map(|(name, text)| TemplateFile { name, text }).collect();
    read_templates(&files, []).unwrap()
}

fn project(rows: Vec<Row>) -> Project {
    Project {
        head: ProjectHead {
            id: ProjectId::new("p").unwrap(),
            title: "Cohort".to_owned(),
            language: "en".to_owned(),
            version: "0.1".to_owned(),
            forms: vec![FormChoice { template: "edpb-dpia".to_owned(), version: "1.0".to_owned() }],
            providers: Vec::new(),
            follows: Default::default(),
            created: DateTime::UNIX_EPOCH,
            trashed: None,
        },
        rows,
        citations: Vec::new(),
    }
}

fn view(templates: &Templates, form: &Template, rows: Vec<Row>) -> FormView {
    let project = project(rows);
    form_view(&FormSource {
        project: &project,
        template: form,
        registers: &templates.registers,
        former: &[],
        coverage: &Coverage::default(),
        versions: &[],
        attachments: &[],
    })
}

fn tables(view: &FormView) -> impl Iterator<Item = &TableView> {
    view.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks).filter_map(|b| match b {
        BlockView::Table(table) => Some(table),
        _ => None,
    })
}

/// A new row: it gets first the values of its register, then those of the table.
fn new_row(register: &Register, presets: &[Preset], id: &str) -> Row {
    let defaults = register.fields.iter().filter_map(|f| Some((f.id.clone(), f.default.clone()?)));
    let presets = presets.iter().map(|p| (p.field.clone(), p.value.clone()));
    Row {
        id: RowId::new(id).unwrap(),
        register: register.id.clone(),
        key: None,
        position: 1.0,
        number: None,
        trashed: None,
        values: defaults.chain(presets).collect(),
    }
}

fn rows_in(view: &FormView, table: &str) -> usize {
    let table = tables(view).find(|t| t.id == table).unwrap();
    table.groups.iter().map(|g| g.rows.len()).sum()
}

#[test]
fn a_row_added_in_a_table_stands_in_it() {
    let templates = templates();
    for form in &templates.templates {
        let empty = view(&templates, form, Vec::new());
        for table in tables(&empty) {
            for group in &table.groups {
                for add in &table.adds {
                    let register = templates.register(Some(form), &add.register).unwrap();
                    let row = new_row(&register, &group.new_row, "new");
                    let filled = view(&templates, form, vec![row]);
                    let shown = tables(&filled).find(|t| t.id == table.id).unwrap();
                    let under = shown.groups.iter().find(|g| g.id == group.id).unwrap();
                    assert_eq!(under.rows.len(), 1, "{} {} {}", form.id, table.id, group.id);
                }
            }
        }
    }
}

#[test]
fn a_row_added_without_any_values_stands_in_a_table() {
    let templates = templates();
    // These registers are shown elsewhere: by computed blocks, beside the subject or table of a note, in the lists of
    // findings and remarks, and beside the lines and sections of the forms.
    let elsewhere = [
        "request",
        "control_note",
        "subject_note",
        "waiver",
        "review_round",
        "returned_file",
        "remark",
        "own_note",
        "ready_section",
        "ignored_word",
    ];
    for register in templates.registers.iter().filter(|r| !r.single) {
        let row = new_row(register, &[], "new");
        let shown = templates.templates.iter().any(|form| {
            let filled = view(&templates, form, vec![row.clone()]);
            let here =
                |t: &TableView| !t.adds.is_empty() && t.groups.iter().any(|g| !g.rows.is_empty());
            tables(&filled).any(here)
        });
        assert!(shown || elsewhere.contains(&register.id.as_str()), "{} is lost", register.id);
    }
}

#[test]
fn an_empty_form_owes_something_in_every_section_that_is_written() {
    let templates = templates();
    for form in &templates.templates {
        for section in view(&templates, form, Vec::new()).sections {
            let written = !(form.id == "rar" && ["8", "9"].contains(&section.id.as_str()));
            let owes = section.progress.required > 0;
            assert_eq!(owes, written, "{} {}", form.id, section.id);
            assert_eq!(section.progress.filled, 0, "{} {}", form.id, section.id);
        }
    }
}

#[test]
fn a_data_item_is_entered_once_and_seen_where_it_matters() {
    let templates = templates();
    let dpia = templates.template("edpb-dpia", "1.0").unwrap();
    let item = |id: &str, special: &str| {
        let mut row = new_row(&templates.register(None, "data_item").unwrap(), &[], id);
        let chosen = vec![Chosen { option: special.to_owned(), note: String::new() }];
        row.values.insert("special".to_owned(), Value::Choices(chosen));
        row.values.insert("name".to_owned(), Value::Line(id.to_owned()));
        row
    };
    let view = view(&templates, dpia, vec![item("age", "none"), item("genome", "genetic")]);
    for table in ["data_items", "item_need", "item_retention", "item_quality"] {
        assert_eq!(rows_in(&view, table), 2, "{table} shows every item");
    }
    let special = tables(&view).find(|t| t.id == "special_items").unwrap();
    let row = &special.groups[0].rows[0];
    assert_eq!(special.groups[0].rows.len(), 1, "2.1.b shows special categories only");
    assert_eq!((row.number.as_str(), row.label.as_str()), ("D2", "genome"), "by their number");
}

#[test]
fn a_risk_that_concerns_both_sides_is_seen_from_both() {
    let templates = templates();
    let register = templates.register(None, "risk").unwrap();
    let both = vec![new_row(&register, &[], "both")];
    let dpia = view(&templates, templates.template("edpb-dpia", "1.0").unwrap(), both.clone());
    let rar = view(&templates, templates.template("rar", "1.0").unwrap(), both);
    for table in ["events", "inherent", "residual"] {
        assert_eq!(rows_in(&dpia, table), 1, "DPIA {table}");
    }
    assert_eq!(rows_in(&dpia, "impacts_as_designed"), 0, "an event is not as designed");
    for table in ["scenarios", "controls", "scores", "owners", "residual", "acceptance"] {
        assert_eq!(rows_in(&rar, table), 1, "RAR {table}");
    }
}

#[test]
fn joint_controllers_are_asked_who_does_what() {
    let templates = templates();
    let dpia = templates.template("edpb-dpia", "1.0").unwrap();
    let register = templates.register(None, "controller").unwrap();
    let rows: Vec<Row> = ["a", "b"].map(|id| new_row(&register, &[], id)).into();
    let asked = |rows: Vec<Row>| {
        let view = view(&templates, dpia, rows);
        let table = tables(&view).find(|t| t.id == "controllers").unwrap().clone();
        let at = table.columns.iter().position(|c| c.id == "tasks").unwrap();
        table.groups[0].rows[0].cells[at].asked
    };
    assert!(!asked(rows[..1].to_vec()), "a single controller shares no tasks");
    assert!(asked(rows), "joint controllers do");
}
