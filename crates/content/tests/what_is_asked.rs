//! The project's own forms: an incomplete answer is reported with what it lacks.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

mod answered_form;

use answered_form::form_with;
use serde_json::{Value as Json, json};
use vurder_model::answered::Lack;
use vurder_model::view::{Gap, GapKind};

/// The gaps of one part of a form, for a project with these rows (register and values).
fn open(form: &str, part: &str, rows: &[(&str, Json)]) -> Vec<Gap> {
    let sections = form_with(form, rows).sections;
    sections.into_iter().flat_map(|s| s.progress.gaps).filter(|g| g.part == part).collect()
}

/// The gap of one field: its kind and what it lacks.
fn of(gaps: &[Gap], field: &str) -> Option<(GapKind, Vec<Lack>)> {
    let gap = gaps.iter().find(|g| g.field.as_deref() == Some(field))?;
    Some((gap.kind, gap.lacks.clone()))
}

#[test]
fn an_acceptance_in_the_rar_has_name_role_and_date() {
    let accepted = |name: &str, role: &str, date: Option<&str>| {
        let risk = json!({
            "concerns": {"kind": "choices", "value": [{"option": "organisation"}]},
            "acceptance": {"kind": "acceptance", "value": {"accepted": true, "name": name, "role": role, "date": date}}
        });
        of(&open("rar", "7.2", &[("risk", risk)]), "acceptance")
    };
    let lacks = |all: &[Lack]| Some((GapKind::Incomplete, all.to_vec()));
    assert_eq!(accepted("", "", None), lacks(&[Lack::Name, Lack::Role, Lack::Date]));
    assert_eq!(accepted("Åse", "Director", None), lacks(&[Lack::Date]));
    assert_eq!(accepted("Åse", "Director", Some("2026-12-15")), None);
}

/// A transfer is explained with either answer ("how do you know"), cross-border processing only where there is some.
#[test]
fn a_yes_or_no_in_the_dpia_has_its_reason() {
    let asked = |field: &str, answer: bool, reason: &str| {
        let own = json!({field: {"kind": "yes_no", "value": {"answer": answer, "reason": reason}}});
        of(&open("edpb-dpia", "1.1.d", &[("edpb-dpia", own)]), field)
    };
    let owed = Some((GapKind::Incomplete, vec![Lack::Reason]));
    assert_eq!(asked("third_country_transfer", true, ""), owed);
    assert_eq!(asked("third_country_transfer", false, ""), owed);
    assert_eq!(asked("third_country_transfer", false, "<!-- -->"), owed);
    assert_eq!(asked("third_country_transfer", false, "Both clouds are in the EEA."), None);
    assert_eq!(asked("cross_border", true, ""), owed);
    assert_eq!(asked("cross_border", false, ""), None);
    assert_eq!(asked("cross_border", true, "Norway and Denmark; Datatilsynet."), None);
}

#[test]
fn whether_a_risk_is_acceptable_has_its_reason() {
    let acceptable = |field: &str, part: &str, reason: &str| {
        let risk = json!({
            "concerns": {"kind": "choices", "value": [{"option": "subjects"}]},
            field: {"kind": "yes_no", "value": {"answer": true, "reason": reason}}
        });
        of(&open("edpb-dpia", part, &[("risk", risk)]), field)
    };
    for (field, part) in [("ds_acceptable", "4.1.c"), ("ds_residual_acceptable", "4.2.b")] {
        assert_eq!(acceptable(field, part, ""), Some((GapKind::Incomplete, vec![Lack::Reason])));
        assert_eq!(acceptable(field, part, "Rare and slight."), None);
    }
}

#[test]
fn an_option_that_asks_why_or_which_is_answered_with_it() {
    let of_field = |field: &str, part: &str, value: Json| {
        of(&open("edpb-dpia", part, &[("edpb-dpia", json!({field: value}))]), field)
    };
    let owed = Some((GapKind::Incomplete, vec![Lack::Explanation]));
    let published = |note: &str| {
        of_field(
            "publication",
            "0.5",
            json!({"kind": "choice", "value": {"option": "published", "note": note}}),
        )
    };
    assert_eq!(published(""), owed);
    assert_eq!(published("A summary on the web page."), None);
    let reasons = |note: &str| {
        let all = json!([{"option": "large-scale"}, {"option": "national-law", "note": note}]);
        of_field("reasons", "0.5", json!({"kind": "choices", "value": all}))
    };
    assert_eq!(reasons(" "), owed);
    assert_eq!(reasons("Datatilsynet's list of 2019"), None);
}

#[test]
fn a_conditional_approval_has_conditions() {
    let decided = |option: &str, rows: &[(&str, Json)]| {
        let own = json!({
            "decision": {"kind": "choice", "value": {"option": option}},
            "decision_state": {"kind": "choice", "value": {"option": "taken", "note": "By the director, 1 May"}},
            "justification": {"kind": "text", "value": "It is needed."}
        });
        let rows: Vec<_> =
            std::iter::once(("edpb-dpia", own)).chain(rows.iter().cloned()).collect();
        let gaps = open("edpb-dpia", "6", &rows);
        gaps.iter().map(|g| (g.kind, g.label.clone())).collect::<Vec<_>>()
    };
    assert_eq!(decided("approved", &[]), []);
    assert_eq!(decided("conditional", &[]), [(GapKind::Rows, "Conditions".to_owned())]);
    let whole = json!({
        "condition": {"kind": "text", "value": "The agreement is signed."},
        "responsible": {"kind": "line", "value": "Director"},
        "deadline": {"kind": "date", "value": "2027-02-01"},
        "state": {"kind": "choice", "value": {"option": "open"}}
    });
    assert_eq!(decided("conditional", &[("condition", whole)]), []);
    let bare = json!({
        "condition": {"kind": "text", "value": "The agreement is signed."},
        "state": {"kind": "choice", "value": {"option": "met"}}
    });
    let open: Vec<String> =
        decided("conditional", &[("condition", bare)]).into_iter().map(|g| g.1).collect();
    assert_eq!(open, ["Responsible", "Deadline", "Evidence"], "one that is met shows it");
}

#[test]
fn a_matrix_that_no_longer_fits_the_scales_is_to_be_set_again() {
    let matrix = |likelihoods: usize| {
        let levels: Vec<Json> =
            (0..likelihoods).map(|n| json!({"label": format!("Level {n}")})).collect();
        let method = json!({
            "likelihood": {"kind": "scale", "value": levels},
            "matrix": {"kind": "matrix", "value": [[1, 1, 2, 3], [1, 2, 3, 4], [2, 3, 4, 4]]}
        });
        of(&open("rar", "3.1", &[("method", method)]), "matrix")
    };
    assert_eq!(matrix(3), None);
    assert_eq!(matrix(4), Some((GapKind::Field, vec![])), "the customary one stands in for it");
    assert_eq!(matrix(2), Some((GapKind::Field, vec![])));
}
