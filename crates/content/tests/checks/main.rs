//! Each rule of the program fires on a small project where it should, and is silent on a similar one.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod small;
mod waivers;
mod written;

use std::collections::BTreeSet;

use serde_json::Value as Json;
use vurder_content::{Content, msg};
use vurder_model::check::{GAP_RULE, Severity};

use crate::small::Small;

const CASES: &str = include_str!("cases.yaml");

fn cases() -> serde_json::Map<String, Json> {
    serde_saphyr::from_str(CASES).unwrap()
}

/// The changes of a case under `key`: one, or several in a list.
fn changes<'c>(case: &'c Json, key: &str) -> &'c [Json] {
    match &case[key] {
        Json::Array(several) => several,
        one => std::slice::from_ref(one),
    }
}

/// The rules that fire on the small project after a change, without those of gaps.
fn fired(change: &Json) -> BTreeSet<String> {
    let mut small = Small::sound();
    small.change(change);
    small.findings().into_iter().map(|finding| finding.rule).filter(|rule| !is_gap(rule)).collect()
}

fn is_gap(rule: &str) -> bool {
    rule.starts_with(GAP_RULE)
}

#[test]
fn the_small_project_is_sound() {
    let found = Small::sound().findings();
    let found: Vec<_> = found.iter().filter(|finding| !is_gap(&finding.rule)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn each_rule_fires_where_it_should_and_is_silent_close_by() {
    let mut wrong = Vec::new();
    for (rule, case) in cases() {
        for change in changes(&case, "fires") {
            if !fired(change).contains(&rule) {
                wrong.push(format!("{rule} does not fire after {change}"));
            }
        }
        for change in changes(&case, "silent") {
            if fired(change).contains(&rule) {
                wrong.push(format!("{rule} is not silent after {change}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case() {
    let cases = cases();
    let rules: BTreeSet<&str> =
        Content::embedded().rules.rules.iter().map(|rule| rule.id.as_str()).collect();
    let tested: BTreeSet<&str> = cases.keys().map(String::as_str).collect();
    assert_eq!(rules, tested);
    assert!(rules.len() >= 70, "{} rules", rules.len());
}

#[test]
fn a_rule_that_reads_words_asks_and_is_silent_in_other_languages() {
    let rules = &Content::embedded().rules;
    let asking: Vec<_> = rules.rules.iter().filter(|rule| rule.asks()).collect();
    assert!(asking.len() > 40, "{}", asking.len());
    for rule in asking {
        let entry = msg::ALL.iter().find(|entry| entry.id.as_str() == rule.message()).unwrap();
        assert!(entry.english.ends_with('?'), "{}: {}", rule.id, entry.english);
        let mut small = Small::sound();
        small.change(&changes(&cases()[&rule.id], "fires")[0]);
        small.project.head.language = "fi".to_owned();
        let found = small.findings();
        assert!(found.iter().all(|finding| finding.rule != rule.id), "{}", rule.id);
    }
}

#[test]
fn words_are_looked_for_in_the_language_of_the_project() {
    let mut small = Small::sound();
    small.change(&serde_json::json!({
        "data_item.1.retention": "Så lenge det trengs", "edpb-dpia.nature": "Prøver kobles",
    }));
    let asks = |small: &Small, rule: &str| small.findings().iter().any(|found| found.rule == rule);
    small.project.head.language = "nb".to_owned();
    assert!(asks(&small, "retention-without-end"));
    assert!(asks(&small, "reason-matching-missing"));
    small.project.head.language = "da".to_owned();
    assert!(!asks(&small, "reason-matching-missing"), "other words in Danish");
}

#[test]
fn findings_that_weigh_most_come_first_and_bear_their_place() {
    let mut small = Small::sound();
    small.change(&serde_json::json!({
        "data_item.+": {"name": "Height"}, "measure.3.status": "planned", "measure.3.deadline": "2027-02-01",
        "asset.2.type": "premises",
    }));
    let found = small.findings();
    assert!(found.is_sorted_by_key(|finding| finding.severity));
    let of = |rule: &str| found.iter().find(|finding| finding.rule == rule).unwrap();
    let item = of("item-without-purpose");
    assert_eq!(item.severity, Severity::Law);
    assert_eq!((item.args.row.as_str(), item.args.name.as_str()), ("D3", "Height"));
    assert_eq!(item.key, "item-without-purpose/data-item-3");
    assert_eq!((item.place.form.as_str(), item.place.part.as_str()), ("edpb-dpia", "1.1.b"));
    let late = of("measure-after-launch");
    assert_eq!((late.place.part.as_str(), late.place.section.as_str()), ("4.2.c", "4"));
    assert_eq!(late.place.row.as_ref().unwrap().as_str(), "measure-3");
    assert_eq!(late.place.field.as_deref(), Some("deadline"));
}

#[test]
fn a_rule_tells_of_nothing_that_no_form_of_the_project_shows() {
    let mut small = Small::sound();
    small.change(
        &serde_json::json!({"edpb-dpia.dpo_followed": null, "rar.valid_until": "2026-11-26"}),
    );
    small.project.head.forms.retain(|form| form.template == "rar");
    let rules: BTreeSet<String> = small.findings().into_iter().map(|found| found.rule).collect();
    assert!(rules.contains("report-expired"));
    assert!(!rules.contains("dpo-advice-not-answered"), "{rules:?}");
}

#[test]
fn what_a_rule_tells_is_no_gap_too() {
    let mut small = Small::sound();
    small.change(&serde_json::json!({"purpose.1.basis": null, "secondary_use.1.basis": null}));
    let found = small.findings();
    let at_basis = |rule: &str| {
        found.iter().filter(|f| f.rule == rule && f.place.field.as_deref() == Some("basis")).count()
    };
    assert_eq!(at_basis("purpose-without-basis"), 1);
    assert_eq!(at_basis("gap-cells"), 0, "{found:#?}");
}

#[test]
fn what_is_empty_is_a_finding_with_the_law_behind_it() {
    let mut small = Small::sound();
    small.change(&serde_json::json!({"data_item.1.retention": null, "rar.next_review": null, "asset.1.type": null}));
    let found = small.findings();
    let of = |register: &str, field: &str| {
        let at = |found: &&vurder_model::check::Finding| {
            found.place.register == register && found.place.field.as_deref() == Some(field)
        };
        found.iter().filter(|found| is_gap(&found.rule)).find(at).unwrap()
    };
    assert_eq!(of("data_item", "retention").severity, Severity::Law);
    assert_eq!(of("data_item", "retention").law, ["GDPR 5(1)(e)"]);
    let kind = of("asset", "type");
    assert_eq!(kind.severity, Severity::Standard, "no article of the GDPR asks for it");
}

#[test]
fn a_measure_that_fills_a_gap_takes_up_its_topic() {
    let silent = |fills: &str| {
        let mut small = Small::sound();
        small.change(&serde_json::json!({ "@provider": "small", "measure.2.status": "planned" }));
        let measure =
            small.project.rows.iter_mut().find(|row| row.id.as_str() == "measure-2").unwrap();
        let chosen = serde_json::json!({ "kind": "choices", "value": [{ "option": fills }] });
        measure.values.insert("fills".to_owned(), serde_json::from_value(chosen).unwrap());
        small.findings().iter().all(|found| found.rule != "topic-not-stated-and-silent")
    };
    assert!(silent("weather"));
    assert!(!silent("backup"), "another topic");
}

#[test]
fn answers_that_take_a_duty_away_keep_its_rule_silent() {
    let excluded = ("secondary_use.1.position", "excluded");
    let dormant = ("processor.2.state", "dormant");
    let not_sought = ("edpb-dpia.consulted", "none");
    let same = ("data_item.1.art9_same_as", "data_item.2");
    let answers = [
        ("special-without-9-2", same),
        ("art9-without-national-law", same),
        ("art9-h-without-secrecy", same),
        ("one-art9-for-unlike-purposes", same),
        ("consent-as-ground-not-basis", same),
        ("special-without-9-2", ("data_item.1.special", "criminal")),
        ("secondary-use-without-basis", excluded),
        ("secondary-legitimate-interest-without-test", excluded),
        ("secondary-duty-or-task-without-law", excluded),
        ("secondary-use-of-consented-data", excluded),
        ("secondary-use-research-without-89", excluded),
        ("processor-not-in-measures", dormant),
        ("processor-not-recipient", ("processor.1.state", "dormant")),
        ("processor-without-asset", ("processor.1.state", "dormant")),
        ("agreement-after-launch", ("processor.1.state", "dormant")),
        ("transfer-denied-with-ground", ("processor.1.state", "dormant")),
        ("one-criterion-only", ("edpb-dpia.one_criterion_why", "Health data of many years")),
        ("condition-after-launch", ("condition.1.state", "met")),
        ("condition-open-at-launch", ("edpb-dpia.decision", "approved")),
        ("decision-without-official", ("edpb-dpia.decision_state", "proposed")),
        ("views-neither-sought-nor-excused", not_sought),
        ("proxy-for-views", not_sought),
        ("children-without-article-8", ("edpb-dpia.ages", "adults")),
    ];
    let cases = cases();
    for (rule, (at, answer)) in answers {
        let mut small = Small::sound();
        small.change(&changes(&cases[rule], "fires")[0]);
        let fires = |small: &Small| small.findings().iter().any(|found| found.rule == rule);
        assert!(fires(&small), "{rule} does not fire");
        small.change(&serde_json::json!({ at: answer }));
        assert!(!fires(&small), "{rule} is not silent with {at}: {answer}");
    }
}

#[test]
fn an_item_of_an_excluded_use_alone_has_no_purpose() {
    let mut small = Small::sound();
    small.change(&changes(&cases()["item-without-purpose"], "silent")[0]);
    let fires =
        |small: &Small| small.findings().iter().any(|found| found.rule == "item-without-purpose");
    assert!(!fires(&small));
    small.change(&serde_json::json!({"secondary_use.1.position": "excluded"}));
    assert!(fires(&small));
}

#[test]
fn a_control_is_named_by_its_number() {
    let mut small = Small::sound();
    small.change(&changes(&cases()["annex-implemented-without-evidence"], "fires")[0]);
    let found = small.findings();
    let found = found.iter().find(|found| found.rule == "annex-implemented-without-evidence");
    let found = found.unwrap();
    assert_eq!(found.args.name, "A.8.13");
    assert_eq!(found.args.row, "Control A.8.13");
}
