//! The conclusions of the forms: only those that the answers support.
#![allow(clippy::unwrap_used, missing_docs, unused_crate_dependencies)]

mod answered_form;

use std::collections::BTreeSet;

use answered_form::{form_with, project_with, source};
use serde_json::{Value as Json, json};
use vurder_content::Content;
use vurder_model::view::{BlockView, FormView, LevelsView, LiveForm, MatrixView, TableView, Touch};

fn blocks(view: &FormView) -> impl Iterator<Item = &BlockView> {
    view.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks)
}

fn table(view: &FormView, id: &str) -> TableView {
    let mut tables =
        blocks(view).filter_map(|b| if let BlockView::Table(t) = b { Some(t) } else { None });
    tables.find(|t| t.id == id).unwrap().clone()
}

fn special_items(view: &FormView) -> TableView {
    table(view, "special_items")
}

fn item(special: &[&str]) -> (&'static str, Json) {
    let chosen: Vec<Json> =
        special.iter().map(|o| json!({"option": o, "note": "by diet"})).collect();
    ("data_item", json!({"special": {"kind": "choices", "value": chosen}}))
}

#[test]
fn that_no_item_is_of_a_special_category_is_said_only_when_every_item_says_so() {
    let none = "No data item of 1.1.a is of a special category.";
    let conclusion = |items: &[(&str, Json)]| special_items(&form_with("edpb-dpia", items)).empty;
    assert_ne!(conclusion(&[]), none, "without items nothing is known");
    assert_ne!(conclusion(&[item(&[])]), none, "an item that has not answered may be of one");
    assert_ne!(conclusion(&[item(&["none"]), item(&[])]), none, "one of two is open");
    assert_ne!(conclusion(&[item(&["none"]), ("data_item", json!({}))]), none, "never touched");
    assert_eq!(conclusion(&[item(&["none"]), item(&["none"])]), none);
}

#[test]
fn an_item_from_which_a_category_may_come_out_owes_a_position_and_no_ground() {
    let position = |view: &FormView| {
        let mut fields =
            blocks(view).filter_map(|b| if let BlockView::Field(f) = b { Some(f) } else { None });
        let field = fields.find(|f| f.field.id == "special_position").unwrap();
        (field.cell.asked, field.cell.missing)
    };
    let inferred = form_with("edpb-dpia", &[item(&["inferred"])]);
    assert_eq!(position(&inferred), (true, true));
    let table = special_items(&inferred);
    let row = &table.groups[0].rows[0];
    let cell = |id: &str| &row.cells[table.columns.iter().position(|c| c.id == id).unwrap()];
    assert!(!cell("art9").asked, "the prohibition does not apply to it by itself");
    assert!(cell("art9_why").missing, "why it does not is owed");
    let both = form_with("edpb-dpia", &[item(&["inferred", "health"])]);
    let row = special_items(&both).groups[0].rows[0].clone();
    let at = table.columns.iter().position(|c| c.id == "art9").unwrap();
    assert!(row.cells[at].missing, "of a category besides, it needs a ground");
    assert_eq!(position(&form_with("edpb-dpia", &[item(&["health"])])), (false, false));
    // Without "how", the answer is incomplete.
    let unsaid = json!({"special": {"kind": "choices", "value": [{"option": "inferred"}]}});
    let open = form_with("edpb-dpia", &[("data_item", unsaid)]);
    let gaps: Vec<_> = open.sections.iter().flat_map(|s| &s.progress.gaps).collect();
    assert!(gaps.iter().any(|g| g.part == "1.1.a" && g.field.as_deref() == Some("special")));
}

fn risk(before: u8, after: u8) -> (&'static str, Json) {
    let level = |n: u8| json!({"kind": "level", "value": n});
    let values = json!({
        "concerns": {"kind": "choices", "value": [{"option": "organisation"}]},
        "org_likelihood": level(before), "org_severity": level(before),
        "org_residual_likelihood": level(after), "org_residual_severity": level(after)
    });
    ("risk", values)
}

/// An additional measure that treats these risks.
fn measure(risks: &[&str]) -> (&'static str, Json) {
    let serves = json!({"kind": "choice", "value": {"option": "additional"}});
    ("measure", json!({"serves": serves, "risks": {"kind": "refs", "value": risks}}))
}

fn levels(rows: &[(&str, Json)]) -> LevelsView {
    let view = form_with("rar", rows);
    let mut levels =
        blocks(&view).filter_map(|b| if let BlockView::Levels(l) = b { Some(l) } else { None });
    levels.next().unwrap().clone()
}

#[test]
fn a_level_after_treatment_is_told_only_of_what_is_treated() {
    let untreated = levels(&[risk(4, 1), risk(2, 2)]);
    assert_eq!(untreated.before, [0, 1, 0, 1]);
    assert_eq!((untreated.after, untreated.highest_after), (None, None));

    let one = levels(&[risk(4, 1), risk(4, 1), measure(&["r0"])]);
    assert_eq!(one.after, Some(vec![1, 0, 0, 1]), "what nothing treats stays where it is");
    assert_eq!(one.highest_after.unwrap().label, "Very high");
    let numbers: Vec<&str> = one.untreated.iter().map(|r| r.number.as_str()).collect();
    assert_eq!(numbers, ["R2"], "and is named, since it was scored otherwise");

    let both = levels(&[risk(4, 1), risk(4, 1), measure(&["r0", "r1"])]);
    assert_eq!((both.after, both.untreated), (Some(vec![2, 0, 0, 0]), Vec::new()));
}

#[test]
fn nothing_is_concluded_of_a_register_that_is_scored_in_part() {
    let open = || {
        let concerns = json!({"kind": "choices", "value": [{"option": "organisation"}]});
        ("risk", json!({"concerns": concerns}))
    };
    let part = levels(&[risk(2, 2), open(), measure(&["r0"])]);
    assert_eq!((part.highest_before, part.highest_after), (None, None));
    let numbers: Vec<&str> = part.unscored.iter().map(|r| r.number.as_str()).collect();
    assert_eq!(numbers, ["R2"], "and the risk that is not scored is named");
    assert_eq!(part.before, [0, 1, 0, 0], "what is scored is counted");

    let level = |n: u8| json!({"kind": "level", "value": n});
    let mut before_only = risk(3, 3);
    for field in ["org_residual_likelihood", "org_residual_severity"] {
        before_only.1.as_object_mut().unwrap().remove(field);
    }
    before_only.1["org_likelihood"] = level(4);
    let half = levels(&[risk(2, 2), before_only, measure(&["r0", "r1"])]);
    assert!(half.highest_before.is_some(), "all are scored before treatment");
    assert_eq!(half.highest_after, None, "and one is not after it");
    assert_eq!(half.unscored_after.len(), 1);
}

#[test]
fn topics_name_law_that_is_about_them() {
    let topic = |id: &str| Content::embedded().topics.iter().find(|t| t.id == id).unwrap();
    // GDPR 28(5) and 32(3) are about approved codes of conduct and certifications under Articles 40 and 42, not about
    // certificates of ISO/IEC 27001.
    for article in ["28(5)", "32(3)"] {
        assert!(!topic("certification").gdpr.iter().any(|a| a == article), "{article}");
    }
    // These controls are about threat intelligence, contact with authorities, and perimeters of buildings.
    for (id, control) in
        [("risk-management", "A.5.7"), ("dialogue", "A.5.5"), ("perimeter", "A.7.1")]
    {
        assert!(!topic(id).iso.iter().any(|n| n == control), "{id} {control}");
    }
}

#[test]
fn registers_without_a_role_that_the_program_needs_are_refused() {
    let mut files = vurder_content::Files::new("c");
    let registers = include_str!("../../../content/templates/registers.yaml");
    let without = registers.replacen("    role: subject_note\n", "", 1);
    files.insert("templates/registers.yaml", without);
    let problems = Content::from_files(&files).err().unwrap();
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let missing = "c/templates/registers.yaml:1: no field has the role subject_note: write role: subject_note at the field meant";
    assert!(messages.iter().any(|problem| problem == missing), "{messages:?}");
}

fn matrices(rows: &[(&str, Json)]) -> MatrixView {
    let view = form_with("rar", rows);
    let mut matrices =
        blocks(&view).filter_map(|b| if let BlockView::Matrix(m) = b { Some(m) } else { None });
    matrices.find(|matrix| matrix.sides.len() == 2).unwrap().clone()
}

#[test]
fn a_risk_that_no_measure_treats_stands_in_the_second_matrix_where_it_stood_in_the_first() {
    let after = matrices(&[risk(4, 1), risk(4, 1), measure(&["r0"])]).sides[1].clone();
    let places: Vec<_> =
        after.entries.iter().map(|e| (e.risk.number.as_str(), e.likelihood, e.severity)).collect();
    assert_eq!(places, [("R1", 1, 1), ("R2", 4, 4)]);
    let numbers: Vec<&str> = after.untreated.iter().map(|r| r.number.as_str()).collect();
    assert_eq!(numbers, ["R2"], "it is named, since it was scored otherwise");
}

/// The levels after treatment in the columns of parts 7.1 and 7.2, row by row.
fn levels_after(view: &FormView, id: &str) -> Vec<String> {
    let table = table(view, id);
    let at = table.columns.iter().position(|c| c.id == "organisation_residual").unwrap();
    let rows = table.groups.iter().flat_map(|group| &group.rows);
    rows.map(|row| row.cells[at].level.clone().unwrap().label).collect()
}

#[test]
fn a_risk_that_no_measure_treats_has_the_same_level_before_and_after_in_the_tables() {
    let view = form_with("rar", &[risk(4, 1), risk(4, 1), measure(&["r0"])]);
    for id in ["residual", "acceptance"] {
        assert_eq!(levels_after(&view, id), ["Low", "Very high"], "R1 is treated, R2 is not: {id}");
    }
}

#[test]
fn a_measure_that_comes_to_treat_a_risk_changes_the_tables_of_levels() {
    let before = project_with("rar", &[risk(4, 1), measure(&[])]);
    let mut live = LiveForm::new(&source("rar", &before));
    assert_eq!(levels_after(live.view(), "residual"), ["Very high"]);
    let after = project_with("rar", &[risk(4, 1), measure(&["r0"])]);
    let fields = BTreeSet::from([("measure".to_owned(), "risks".to_owned())]);
    let measure = [after.rows[1].id.clone()];
    live.follow(&source("rar", &after), &Touch { fields, ..Touch::default() }, &measure);
    for id in ["residual", "acceptance"] {
        assert_eq!(levels_after(live.view(), id), ["Low"], "{id}");
    }
}

#[test]
fn a_table_tells_which_column_names_its_rows_and_what_its_headings_abbreviate() {
    let view = form_with("rar", &[]);
    let naming = |id: &str| -> Vec<String> {
        let columns = table(&view, id).columns.into_iter();
        columns.filter(|column| column.names_row).map(|column| column.id).collect()
    };
    assert_eq!(naming("treatment"), ["measure"], "though it is not the first column");
    assert_eq!(naming("requests"), ["question"]);
    let columns = table(&view, "assets").columns.into_iter();
    let abbreviated: Vec<(String, String)> =
        columns.filter_map(|column| Some((column.label, column.full_label?))).collect();
    let heads: Vec<&str> = abbreviated.iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(heads, ["C", "I", "A"]);
    assert!(abbreviated.iter().all(|(_, full)| full.starts_with("Need of ")), "{abbreviated:?}");
}
