//! Workspaces that an earlier version of the program left in a state that cannot arise now. A person can still work in
//! them.

use serde_json::json;
use vurder_app::ErrorCode;
use vurder_model::id::{ProjectId, RowId};
use vurder_model::value::{ScaleLevel, Value};
use vurder_workspace::{Op, OpenOptions, Tx, Workspace};

use crate::desk::{Desk, text};

/// Writes without the checks of the app, as an earlier version may have done.
fn written_earlier(
    desk: Desk,
    write: impl FnOnce(&mut Tx<'_, '_>) -> vurder_workspace::Result<()>,
) -> Desk {
    desk.reopened_after(|file| {
        let mut workspace = Workspace::open(file, OpenOptions::default()).unwrap();
        workspace.transact(Some(&ProjectId::new("p").unwrap()), Op::SetValue, write).unwrap();
    })
}

#[test]
fn a_form_whose_row_went_into_the_trash_takes_answers_again() {
    let mut desk = Desk::with_project();
    let answer = |words: &str| json!({"project": "p", "register": "edpb-dpia", "field": "scope", "value": text(words)});
    desk.ok("set_value", answer("First."));
    let row = RowId::new("edpb-dpia").unwrap();
    let mut desk = written_earlier(desk, |tx| tx.trash_row(&row));
    assert_eq!(desk.ok("trash", json!({"project": "p"}))["rows"][0]["row"], "edpb-dpia");
    desk.ok("set_value", answer("Second."));
    assert_eq!(desk.ok("trash", json!({"project": "p"}))["rows"], json!([]), "the row is back");
    assert!(desk.form("dpia").to_string().contains("Second."));
    desk.ok("undo", json!({"project": "p"}));
    assert_eq!(desk.ok("trash", json!({"project": "p"}))["rows"][0]["row"], "edpb-dpia");
}

#[test]
fn a_scale_beyond_all_bounds_is_shown_and_exported_and_can_be_shortened() {
    let mut desk = Desk::with_project();
    let method = json!({"project": "p", "register": "method", "field": "priority", "value": {"kind": "line", "value": "x"}});
    desk.ok("set_value", method);
    let level = |n: usize| ScaleLevel {
        label: format!("Level {n}"),
        meaning: String::new(),
        acceptable: true,
        accepted_by: String::new(),
    };
    let row = RowId::new("method").unwrap();
    let mut desk = written_earlier(desk, |tx| {
        let levels = |many: usize| Some(Value::Scale((1..=many).map(level).collect()));
        tx.set_value(&row, "likelihood", levels(5000))?;
        tx.set_value(&row, "severity", levels(8))?;
        tx.set_value(&row, "risk", levels(5000))
    });
    for form in ["dpia", "rar"] {
        desk.form(form);
        let out = desk.path("report.pdf");
        let export = json!({"project": "p", "form": form, "out": out});
        desk.ok("export", export);
    }
    let shortened = |many: usize| {
        let levels: Vec<ScaleLevel> = (1..=many).map(level).collect();
        json!({"project": "p", "register": "method", "field": "severity", "value": Value::Scale(levels)})
    };
    desk.refused("set_value", shortened(9), ErrorCode::WrongValue);
    desk.ok("set_value", shortened(7));
    desk.ok("set_value", shortened(5));
    desk.refused("set_value", shortened(6), ErrorCode::WrongValue);
}

#[test]
fn options_that_rule_each_other_out_can_be_annotated_and_parted() {
    let mut desk = Desk::with_project();
    desk.add("data_item", "d", json!({}));
    let chosen = |options: &[&str], note: &str| {
        let chosen: Vec<_> =
            options.iter().map(|option| json!({"option": option, "note": note})).collect();
        json!({"kind": "choices", "value": chosen})
    };
    let row = RowId::new("d").unwrap();
    let mix = serde_json::from_value(chosen(&["none", "genetic"], "")).unwrap();
    let mut desk = written_earlier(desk, |tx| tx.set_value(&row, "special", Some(mix)));
    desk.set("d", "special", chosen(&["none", "genetic"], "Saliva."));
    let set = |value| json!({"project": "p", "row": "d", "field": "special", "value": value});
    let refused = [
        chosen(&["none", "genetic", "health"], ""),
        chosen(&["none", "genetic"], "a\0b"),
        chosen(&["none", "genetic"], &"long ".repeat(300_000)),
    ];
    desk.refused("set_value", set(refused[0].clone()), ErrorCode::WrongValue);
    assert!(desk.app.call("set_value", set(refused[1].clone())).is_err());
    desk.refused("set_value", set(refused[2].clone()), ErrorCode::TooLarge);
    desk.set("d", "special", chosen(&["genetic"], "Saliva."));
    desk.refused("set_value", set(chosen(&["none", "genetic"], "")), ErrorCode::WrongValue);
}
