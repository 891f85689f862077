//! Waivers: they hold as long as what they waive stays the same, and none is lost.

use serde_json::json;
use vurder_model::check::{Finding, LiveFindings};
use vurder_model::view::Touch;

use crate::changes;
use crate::small::Small;

fn of(found: &[Finding], rule: &str) -> Finding {
    found
        .iter()
        .find(|finding| finding.rule == rule)
        .cloned()
        .unwrap_or_else(|| panic!("no {rule}"))
}

/// The project with a finding that is waived now.
fn waived(changes: &serde_json::Value, rule: &str) -> (Small, String) {
    let mut small = Small::sound();
    small.change(changes);
    let finding = of(&small.findings(), rule);
    small.change(
        &json!({"waiver.+": {"reason": "Agreed", "state": finding.fingerprint, "said": "It"}}),
    );
    small.project.rows.last_mut().unwrap().key = Some(finding.key.clone());
    (small, finding.key)
}

#[test]
fn a_waived_finding_is_not_open_until_what_it_waived_changes() {
    let (mut small, key) =
        waived(&json!({"data_item.+": {"name": "Height"}}), "item-without-purpose");
    let finding = of(&small.findings(), "item-without-purpose");
    assert_eq!(finding.key, key);
    assert!(!finding.is_open());
    assert_eq!(finding.waiver.unwrap().reason, "Agreed");
    // A change of answers that the rule does not read leaves the waiver.
    small.change(&json!({"data_item.1.need": "Other words", "edpb-dpia.scope": "1000 people"}));
    assert!(!of(&small.findings(), "item-without-purpose").is_open());
}

#[test]
fn a_waiver_falls_when_the_answer_changes() {
    let late = json!({"measure.3.status": "planned", "measure.3.deadline": "2027-02-01"});
    let (mut small, _) = waived(&late, "measure-after-launch");
    assert!(!of(&small.findings(), "measure-after-launch").is_open());
    small.change(&json!({"measure.3.deadline": "2027-05-01"}));
    let finding = of(&small.findings(), "measure-after-launch");
    assert!(finding.is_open());
    assert!(finding.waiver.unwrap().fell);
    small.change(&json!({"measure.3.deadline": "2027-02-01"}));
    assert!(!of(&small.findings(), "measure-after-launch").is_open(), "as it was, it is waived");
}

#[test]
fn a_waiver_of_a_gap_falls_when_more_is_open() {
    let (mut small, _) = waived(&json!({"data_item.1.need": null}), "gap-cells");
    assert!(!of(&small.findings(), "gap-cells").is_open());
    small.change(&json!({"data_item.2.need": null}));
    assert!(of(&small.findings(), "gap-cells").is_open());
}

/// The same field of the same register is asked for in several parts: each part has its own rows.
#[test]
fn gaps_of_several_parts_are_several_findings_and_one_waiver_is_none_of_the_other() {
    let empty = json!({"measure.1.effectiveness": null, "measure.3.effectiveness": null});
    let (mut small, key) = waived(&empty, "gap-cells");
    let gaps = |small: &Small| -> Vec<Finding> {
        let all = small.findings().into_iter();
        let of = |finding: &Finding| {
            finding.rule == "gap-cells" && finding.place.field.as_deref() == Some("effectiveness")
        };
        all.filter(of).collect()
    };
    let found = gaps(&small);
    let parts: Vec<&str> = found.iter().map(|finding| finding.place.part.as_str()).collect();
    assert_eq!(parts.len(), 2, "{parts:?}");
    assert_ne!(parts[0], parts[1]);
    assert_ne!(found[0].key, found[1].key);
    let open: Vec<&Finding> = found.iter().filter(|finding| finding.is_open()).collect();
    assert_eq!(open.len(), 1, "one of them is waived");
    assert_ne!(open[0].key, key);
    // Another row with the same number of gaps is another gap.
    small
        .change(&json!({"measure.1.effectiveness": "Signed", "measure.3.effectiveness": "Tested"}));
    assert!(gaps(&small).is_empty());
}

#[test]
fn a_waiver_falls_when_another_row_is_open_in_place_of_the_first() {
    let two = json!({"risk.1.how": null, "risk.2.how": null});
    let (mut small, key) = waived(&two, "gap-cells");
    let found = |small: &Small| small.findings().into_iter().find(|one| one.key == key).unwrap();
    assert!(!found(&small).is_open());
    small.change(&json!({"risk.2.how": "A wrong label", "risk.3.how": null}));
    assert!(found(&small).is_open(), "as many are open, and not the same");
}

#[test]
fn a_waiver_of_a_word_does_not_hold_for_another_word() {
    let named = json!({"asset.1.explanation": "Runs in the USA"});
    let (mut small, key) = waived(&named, "transfer-denied-but-named");
    let found = |small: &Small| small.findings().into_iter().find(|one| one.key == key).unwrap();
    assert!(!found(&small).is_open());
    small.change(&json!({"asset.1.explanation": "Runs in India"}));
    assert!(found(&small).is_open());
}

#[test]
fn a_waiver_without_a_finding_is_told_and_kept() {
    let (mut small, key) =
        waived(&json!({"data_item.+": {"name": "Height"}}), "item-without-purpose");
    small.change(&json!({"purpose.1.data_items": ["data_item.1", "data_item.3"]}));
    small.change(
        &json!({"waiver.+": {"reason": "Of a later version", "state": "0", "said": "Unknown"}}),
    );
    small.project.rows.last_mut().unwrap().key = Some("rule-of-tomorrow/x".to_owned());
    let idle = small.with_source(|source| LiveFindings::new(source).idle().to_vec());
    assert_eq!(idle.len(), 2);
    assert_eq!((idle[0].key.as_str(), idle[0].rule_known), (key.as_str(), true));
    assert_eq!((idle[1].said.as_str(), idle[1].rule_known), ("Unknown", false));
}

#[test]
fn what_follows_a_change_is_what_a_fresh_look_finds() {
    let cases: serde_json::Map<String, serde_json::Value> =
        serde_saphyr::from_str(include_str!("cases.yaml")).unwrap();
    let sound = Small::sound();
    // Only every third rule: all of them would take a minute.
    for (rule, case) in cases.iter().step_by(3) {
        let all = changes(case, "fires").iter().chain(changes(case, "silent"));
        // The scores before treatment are in force while no measure treats the risk.
        let untreated = json!({"risk.2.ds_likelihood": 3, "risk.2.ds_severity": 3});
        for change in all.chain([&untreated]) {
            let mut small = sound.clone();
            let before = small.project.clone();
            let mut live = small.with_source(LiveFindings::new);
            small.change(change);
            let (touch, rows) = touched(&before, &small.project);
            small.with_source(|source| live.follow(source, &touch, &rows));
            assert_eq!(live.findings(), small.findings(), "{rule}: {change}");
            // The same for the way back.
            let mut back = sound.clone();
            back.project.citations = before.citations.clone();
            back.with_source(|source| live.follow(source, &touch, &rows));
            assert_eq!(live.findings(), back.findings(), "{rule} taken back");
        }
    }
}

/// What a change touched, in the form that the program uses: added and removed rows, and single answers.
fn touched(
    before: &vurder_model::project::Project,
    after: &vurder_model::project::Project,
) -> (Touch, Vec<vurder_model::id::RowId>) {
    let mut touch = Touch { everything: before.citations != after.citations, ..Touch::default() };
    let mut rows = Vec::new();
    let all = before.rows.iter().chain(&after.rows);
    for row in all {
        match (before.row(&row.id), after.row(&row.id)) {
            (Some(was), Some(is)) => {
                let fields = was.values.keys().chain(is.values.keys());
                for field in fields.filter(|field| was.values.get(*field) != is.values.get(*field))
                {
                    touch.fields.insert((row.register.clone(), field.clone()));
                    rows.push(row.id.clone());
                }
            }
            _ => {
                touch.rows.insert(row.register.clone());
                rows.push(row.id.clone());
            }
        }
    }
    // A change of packs or citations touches everything.
    touch.everything |= rows.is_empty();
    (touch, rows)
}

#[test]
fn a_waiver_of_a_high_risk_falls_when_the_method_calls_it_very_high() {
    let risk = ["Low|a|yes|Owner", "Medium|b|yes|Owner", "High|c|no|", "Very high|d|no|"];
    let high = json!({
        "method.1.risk": risk, "method.1.matrix": [[1, 1, 2], [1, 2, 3], [2, 3, 3]],
        "risk.1.ds_residual_likelihood": 3,
    });
    let (mut small, _) = waived(&high, "residual-verdict-against-method");
    assert!(!of(&small.findings(), "residual-verdict-against-method").is_open());
    small.change(&json!({"method.1.matrix": [[1, 1, 2], [1, 2, 3], [2, 3, 4]]}));
    assert!(of(&small.findings(), "residual-verdict-against-method").is_open());
}

#[test]
fn a_waiver_of_a_missing_subject_is_none_of_another_subject() {
    let serves = |small: &mut Small, subject: &str| {
        small.change(&json!({"measure.+": {"measure": "We do it", "serves": subject}}));
    };
    let bare = |small: &Small| {
        let found = small.findings();
        let key = "gap-subjects/edpb-dpia.2.3.a";
        found.into_iter().find(|finding| finding.key == key).unwrap()
    };
    let mut small = Small::sound();
    serves(&mut small, "fairness");
    let finding = bare(&small);
    small.change(
        &json!({"waiver.+": {"reason": "Agreed", "state": finding.fingerprint, "said": "It"}}),
    );
    small.project.rows.last_mut().unwrap().key = Some(finding.key);
    assert!(!bare(&small).is_open());
    // As many subjects are bare as before, and one of them is another one.
    let last = small.project.rows.iter_mut().rfind(|row| row.register == "measure").unwrap();
    let other = json!({"kind": "choice", "value": {"option": "transparency"}});
    last.values.insert("serves".to_owned(), serde_json::from_value(other).unwrap());
    assert!(bare(&small).is_open(), "fairness has no measure now, and nobody waived that");
}
