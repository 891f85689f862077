//! The templates of the program: complete, without problems, and described by their schema.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use vurder_content::templates::{TemplateFile, Templates, read_templates, template_schema};
use vurder_model::field::Field;
use vurder_model::template::{Block, Computed, Table, Template};

const FILES: [&str; 6] = [
    "registers.yaml",
    "edpb-dpia-1.0.yaml",
    "edpb-dpia-1.0.1.yaml",
    "rar-1.0.yaml",
    "rar-1.0.1.yaml",
    "screening-1.0.yaml",
];

/// All versions of each form, the newest last.
const VERSIONS: [&str; 2] = ["1.0", "1.0.1"];

/// The ids of the topics. The tests of packs check the file itself.
fn topics() -> Vec<String> {
    let text = fs::read_to_string(folder().join("../topics.yaml")).unwrap();
    let ids = text.lines().filter_map(|line| {
        let id = line.trim_start_matches("- ").trim_start_matches('{').strip_prefix("id: ")?;
        Some(id.split(',').next().unwrap().trim().to_owned())
    });
    ids.collect()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../content/templates")
}

fn templates() -> Templates {
    let texts = FILES.map(|name| fs::read_to_string(folder().join(name)).unwrap());
    let files: Vec<TemplateFile<'_>> =
        FILES.iter().zip(&texts).map(|(name, text)| TemplateFile { name, text }).collect();
    let topics = topics();
    read_templates(&files, topics.iter().map(String::as_str)).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

#[test]
fn the_files_are_sound() {
    let templates = templates();
    assert_eq!(templates.registers.len(), 27);
    let versions = |form: &str| -> Vec<&str> {
        let of_form = templates.templates.iter().filter(|template| template.id == form);
        of_form.map(|template| template.version.as_str()).collect()
    };
    assert_eq!(versions("edpb-dpia"), VERSIONS, "a newer version stands after an older one");
    assert_eq!(versions("rar"), VERSIONS);
}

fn dpia(templates: &Templates) -> &Template {
    templates.template("edpb-dpia", "1.0.1").unwrap()
}

fn rar(templates: &Templates) -> &Template {
    templates.template("rar", "1.0.1").unwrap()
}

fn blocks(form: &Template) -> impl Iterator<Item = &Block> {
    form.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks)
}

fn tables(form: &Template) -> impl Iterator<Item = &Table> {
    blocks(form).filter_map(|b| match b {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

#[test]
fn the_dpia_has_every_section_and_part_of_the_edpb_template() {
    let templates = templates();
    for version in VERSIONS {
        let form = templates.template("edpb-dpia", version).unwrap();
        let sections: Vec<&str> = form.sections.iter().map(|s| s.id.as_str()).collect();
        assert_eq!(sections, ["0", "1", "2", "3", "4", "5", "6"]);
        let parts: Vec<&str> =
            form.sections.iter().flat_map(|s| &s.parts).map(|p| p.id.as_str()).collect();
        assert_eq!(
            parts,
            [
                "0.1", "0.2", "0.3", "0.4", "0.5", //
                "1.1.a", "1.1.b", "1.1.c", "1.1.d", "1.2", "1.3", "1.4", //
                "2.1.a", "2.1.b", "2.2.a", "2.2.b", "2.3.a", "2.3.b", "2.3.c", "2.3.d",
                "2.3.e", //
                "3.1", "3.2", "3.3", //
                "4.1.a", "4.1.b", "4.1.c", "4.2.a", "4.2.b", "4.2.c", //
                "5.1", "5.2", //
                "6",
            ]
        );
    }
}

#[test]
fn a_newer_version_asks_all_that_the_older_one_asked() {
    let templates = templates();
    for form in ["edpb-dpia", "rar"] {
        let fields = |version: &str| -> Vec<(String, vurder_model::field::FieldKind)> {
            let template = templates.template(form, version).unwrap();
            template.own_fields().map(|field| (field.id.clone(), field.kind)).collect()
        };
        let [older, newer] = VERSIONS.map(fields);
        for (id, kind) in &older {
            let carried = newer.iter().find(|(other, _)| other == id);
            assert_eq!(carried.map(|(_, kind)| kind), Some(kind), "{form}: {id} carries over");
        }
        assert!(newer.len() > older.len());
    }
}

#[test]
fn what_a_prior_consultation_tells_has_parts_for_each_point() {
    use vurder_model::template::ConsultationPoint::{Measures, Other, Purposes, Responsibilities};
    let templates = templates();
    let of = |point| -> Vec<&str> {
        let parts = dpia(&templates).sections.iter().flat_map(|s| &s.parts);
        parts.filter(|p| p.consultation == Some(point)).map(|p| p.id.as_str()).collect()
    };
    assert_eq!(of(Responsibilities), ["0.1", "0.2"]);
    assert_eq!(of(Purposes), ["1.1.b", "1.1.c", "1.2", "1.3"]);
    assert_eq!(of(Other), ["4.2.b", "6"]);
    assert_eq!(of(Measures), ["1.4", "2.3.a", "2.3.b", "2.3.c", "2.3.d", "2.3.e", "4.2.a"]);
}

#[test]
fn annex_a_has_its_ninety_three_numbers_and_no_titles() {
    let templates = templates();
    let register = templates.register(None, "annex_control").unwrap();
    let options = &register.field("number").unwrap().options;
    assert_eq!(options.len(), 93);
    for option in options {
        assert_eq!(option.label.to_lowercase(), option.id, "a number stands for itself");
    }
}

#[test]
fn the_law_that_is_named_is_the_law_that_is_meant() {
    let templates = templates();
    let own = |id: &str| dpia(&templates).own_fields().find(|f| f.id == id).unwrap().clone();
    let transfer = own("third_country_transfer");
    for article in ["GDPR 45", "GDPR 46", "GDPR 49"] {
        assert!(transfer.law.iter().any(|law| law == article), "{article}");
    }
    assert!(!transfer.hint.contains("Remote access from outside the EEA is a transfer"));
    assert!(own("cross_border").law.iter().any(|law| law == "GDPR 55(2)"));
    let data_item = templates.register(None, "data_item").unwrap();
    assert!(data_item.field("art9").unwrap().law.contains(&"GDPR 9(3)".to_owned()));
    let special = data_item.field("special").unwrap();
    assert!(special.law.contains(&"GDPR 10".to_owned()));
    assert!(special.options.iter().any(|o| o.id == "criminal"), "Article 10 has its answer");
    let others = tables(dpia(&templates)).find(|t| t.id == "other_requirements").unwrap();
    let subjects = &others.groups.as_ref().unwrap().subjects;
    assert!(subjects.iter().all(|s| s.required), "2.3.c has three fixed rows");
    assert!(subjects.iter().any(|s| s.id == "transfers" && s.law.contains(&"GDPR 49".to_owned())));
    let rows: Vec<&str> = blocks(dpia(&templates))
        .filter_map(|b| match b {
            Block::Field(f) => Some(f.id.as_str()),
            _ => None,
        })
        .collect();
    let at = |id: &str| rows.iter().position(|row| *row == id).unwrap();
    assert!(at("reasons") < at("dpia_scope"), "reasons stand before the scope, as in the template");
}

#[test]
fn the_rar_has_its_ten_sections_and_what_they_work_out() {
    let templates = templates();
    let form = rar(&templates);
    let sections: Vec<&str> = form.sections.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(sections, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    let computed = |section: &str| -> Vec<Computed> {
        let section = form.sections.iter().find(|s| s.id == section).unwrap();
        let blocks = section.parts.iter().flat_map(|p| &p.blocks);
        blocks
            .filter_map(|b| match b {
                Block::Computed(what) => Some(*what),
                _ => None,
            })
            .collect()
    };
    assert_eq!(computed("1"), [Computed::Levels]);
    assert_eq!(computed("2"), [Computed::Sources, Computed::Versions]);
    assert_eq!(computed("5"), [Computed::OrganisationMatrix]);
    assert_eq!(computed("7"), [Computed::OrganisationMatrices]);
    assert_eq!(computed("8"), [Computed::Coverage, Computed::Notes]);
    let requests = tables(form).find(|t| t.id == "requests").unwrap();
    assert!(requests.columns.iter().any(|c| c.field.as_deref() == Some("action")));
    assert_eq!(requests.rows, ["request"], "requests can be written where they are shown");
}

#[test]
fn the_prescribed_subjects_of_2_3_and_4_1_a_are_there() {
    let templates = templates();
    let subjects = |id: &str| -> Vec<String> {
        let table = tables(dpia(&templates)).find(|t| t.id == id).unwrap();
        let groups = table.groups.as_ref().unwrap();
        groups.subjects.iter().map(|s| s.id.clone()).collect()
    };
    assert_eq!(
        subjects("principles"),
        [
            "fairness",
            "transparency",
            "purpose-limitation",
            "data-minimisation",
            "accuracy",
            "storage-limitation",
            "integrity-confidentiality",
            "accountability",
        ]
    );
    assert_eq!(
        subjects("rights"),
        [
            "information",
            "access-portability",
            "rectification-erasure",
            "objection-restriction",
            "automated-decisions",
        ]
    );
    assert_eq!(subjects("other_requirements"), ["consent", "processors", "transfers"]);
    assert_eq!(subjects("by_design"), ["by-design"]);
    assert_eq!(
        subjects("security"),
        [
            "pseudonymisation-encryption",
            "confidentiality",
            "integrity",
            "availability-resilience",
            "restoring",
            "other-security",
        ]
    );
    assert_eq!(subjects("events"), ["access", "modification", "disappearance", "other-event"]);
}

#[test]
fn a_measure_stands_in_exactly_one_table_of_the_dpia_that_takes_rows() {
    let templates = templates();
    let measure = templates.register(None, "measure").unwrap();
    for option in &measure.field("serves").unwrap().options {
        let takes = |table: &&Table| {
            let grouped = table.groups.iter().flat_map(|g| &g.subjects).any(|s| s.id == option.id);
            let filtered = table.only.iter().any(|f| f.is.contains(&option.id));
            !table.derived && table.rows.contains(&"measure".to_owned()) && (grouped || filtered)
        };
        let at: Vec<&str> = tables(dpia(&templates)).filter(takes).map(|t| t.id.as_str()).collect();
        assert_eq!(at.len(), 1, "a measure that serves {} stands in {at:?}", option.id);
    }
}

#[test]
fn every_field_of_a_register_is_shown_by_a_form() {
    // The program itself sets these fields. A note on a subject stands below the subject, a waiver at its finding.
    // Remarks of reviewers, own notes and marks of sections stand beside the draft and are no part of it.
    let beside_the_draft =
        ["review_round", "returned_file", "remark", "own_note", "ready_section", "ignored_word"];
    let waiver = ["reason", "said", "state", "date"].map(|field| ("waiver", field));
    let others = [("processor", "provider"), ("subject_note", "reason"), ("risk", "catalogue")];
    let hidden: BTreeSet<_> = waiver.into_iter().chain(others).collect();
    let templates = templates();
    let mut shown: BTreeSet<(String, String)> = BTreeSet::new();
    for form in &templates.templates {
        for block in blocks(form) {
            match block {
                Block::Shared { register, field } => {
                    shown.insert((register.clone(), field.clone()));
                }
                Block::Table(table) => {
                    for field in table.columns.iter().filter_map(|c| c.field.clone()) {
                        shown.extend(table.rows.iter().map(|r| (r.clone(), field.clone())));
                    }
                }
                // These two blocks show all fields of their register.
                Block::Computed(Computed::Requests) => {
                    let register = templates.register(None, "request").unwrap();
                    shown.extend(register.fields.iter().map(|f| ("request".into(), f.id.clone())));
                }
                Block::Computed(Computed::Notes) => {
                    let register = templates.register(None, "control_note").unwrap();
                    let fields = register.fields.iter();
                    shown.extend(fields.map(|f| ("control_note".into(), f.id.clone())));
                }
                Block::Field(_) | Block::Computed(_) => {}
            }
        }
    }
    // A field by which a table filters or groups is shown by the place of the row.
    for table in templates.templates.iter().flat_map(tables) {
        let by = table.groups.iter().map(|g| &g.by).chain(table.only.iter().map(|o| &o.field));
        for field in by {
            shown.extend(table.rows.iter().map(|r| (r.clone(), field.clone())));
        }
    }
    let missing: Vec<String> = templates
        .registers
        .iter()
        .flat_map(|r| r.fields.iter().map(move |f| (r.id.as_str(), f.id.as_str())))
        .filter(|(r, f)| {
            !beside_the_draft.contains(r)
                && !hidden.contains(&(*r, *f))
                && !shown.contains(&((*r).to_owned(), (*f).to_owned()))
        })
        .map(|(r, f)| format!("{r}.{f}"))
        .collect();
    assert!(missing.is_empty(), "no form shows {missing:?}");
}

/// All fields with their places: those of registers, and the own fields of forms.
fn fields(templates: &Templates) -> Vec<(String, Field)> {
    let own: Vec<_> = templates.templates.iter().map(Template::own_register).collect();
    templates
        .registers
        .iter()
        .chain(&own)
        .flat_map(|r| r.fields.iter().map(|f| (format!("{}.{}", r.id, f.id), f.clone())))
        .collect()
}

#[test]
fn every_field_says_what_to_write() {
    use vurder_model::field::FieldKind::{Line, Text, YesNo};
    let by_program = [
        "processor.provider",
        "risk.catalogue",
        "waiver.said",
        "waiver.state",
        "review_round.version",
        "returned_file.name",
        "returned_file.version",
        "remark.quoted",
        "remark.before",
        "remark.after",
        "remark.new_words",
        "remark.row",
        "remark.field",
        "remark.section",
        "remark.page",
        "remark.identity",
        "remark.seen",
        "remark.earlier",
        "remark.exported",
        "remark.told",
        "own_note.row",
        "own_note.field",
        "own_note.section",
        "ready_section.state",
    ];
    for (place, field) in fields(&templates()) {
        assert!(!field.hint.is_empty(), "{place} has a hint");
        assert!(field.hint.len() <= 260, "{place}: a hint is read in a glance");
        let writes =
            matches!(field.kind, Text | Line | YesNo) && !by_program.contains(&place.as_str());
        assert_eq!(writes, !field.prompt.is_empty(), "{place}: what is written has a prompt");
        assert!(field.prompt.len() <= 60, "{place}: a prompt is a few words");
    }
}

#[test]
fn the_columns_of_a_table_share_its_width() {
    for form in &templates().templates {
        for table in tables(form) {
            let width: u32 = table.columns.iter().map(|c| u32::from(c.width)).sum();
            assert_eq!(width, 12, "{} {}", form.id, table.id);
        }
    }
}

#[test]
fn a_derived_table_adds_nothing_and_its_rows_are_made_elsewhere() {
    for form in &templates().templates {
        for derived in tables(form).filter(|t| t.derived) {
            for register in &derived.rows {
                let makes = |t: &&Table| !t.derived && t.rows.contains(register);
                assert!(
                    tables(form).any(|t| makes(&t)),
                    "{} {}: {register} can be added somewhere in the same form",
                    form.id,
                    derived.id
                );
            }
        }
    }
}

#[test]
fn a_form_is_its_own_single_register() {
    let templates = templates();
    let form = dpia(&templates);
    let own = templates.register(Some(form), "edpb-dpia").unwrap();
    assert!(own.single);
    assert!(own.field("necessity").is_some());
    assert!(own.field("decision").is_some());
    assert!(templates.register(None, "edpb-dpia").is_none(), "it is implied by the form");
    assert!(templates.register(Some(form), "risk").is_some(), "shared ones are seen by each form");
    assert!(templates.register(None, "method").unwrap().single);
}

#[test]
fn the_schema_beside_the_templates_is_current() {
    let path = folder().join("template.schema.json");
    let current = format!("{}\n", serde_json::to_string_pretty(&template_schema()).unwrap());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &current).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(golden == current, "write it anew with UPDATE_GOLDEN=1");
}

#[test]
fn every_file_names_the_schema_to_the_editor() {
    for name in FILES {
        let text = fs::read_to_string(folder().join(name)).unwrap();
        assert!(
            text.starts_with("# yaml-language-server: $schema=./template.schema.json"),
            "{name} begins with its schema"
        );
    }
}

#[test]
fn a_part_that_is_its_whole_section_does_not_say_the_law_again() {
    for template in &templates().templates {
        for section in &template.sections {
            for part in section.parts.iter().filter(|part| part.id == section.id) {
                assert!(
                    section.law.is_empty() || part.law.is_empty(),
                    "{} {}",
                    template.id,
                    part.id
                );
            }
        }
    }
}
