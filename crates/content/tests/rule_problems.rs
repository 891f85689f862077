//! A problem in `checks.yaml` is named with its line: a program with a rule that can never hold is not built.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use vurder_content::{Content, Files, Problem};

/// The problems of the program's own content with these rules in place of its own.
fn problems(rules: &str) -> Vec<String> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut files = Files::read(&dir).unwrap().named("content");
    files.insert("checks.yaml", rules);
    let found = Content::from_files(&files).map_or_else(|found| found, |_| Vec::new());
    let of_rules = |found: &&Problem| found.file.ends_with("checks.yaml");
    let in_words = |found: &Problem| format!("{}: {}", found.line, found.message);
    found.iter().filter(of_rules).map(in_words).collect()
}

/// The problems of one rule whose condition stands on line 9. Problems of functions without a rule are left out.
fn of_condition(condition: &str) -> Vec<String> {
    let rules = format!(
        "words:\n  all: {{en: [all], nb: [alle], da: [alle]}}\nrules:\n- id: item-without-purpose\n  severity: law\n  \
         law: [\"GDPR 5(1)(c)\"]\n  each: data_item\n  if:\n  - {condition}\n  at: name\n"
    );
    let without_functions = |told: &String| !told.contains("the function \"");
    problems(&rules).into_iter().filter(without_functions).collect()
}

#[test]
fn a_sound_condition_has_no_problem() {
    for condition in [
        "{empty: retention}",
        "{not: {named_by: {fields: [purpose.data_items]}}}",
        "{words: {in: [name], list: all}}",
        "{named_by: {fields: [purpose.data_items], where: [{chosen: {field: basis, is: [6-1-a]}}]}}",
        "{compare: {field: edpb-dpia.launch_date, is: below, to: today}}",
    ] {
        assert_eq!(of_condition(condition), Vec::<String>::new(), "{condition}");
    }
}

#[test]
fn a_name_that_is_not_there_is_told_with_its_line() {
    for (condition, told) in [
        ("{empty: colour}", "register \"data_item\" has no field \"colour\""),
        ("{empty: nowhere.colour}", "there is no register \"nowhere\""),
        ("{chosen: {field: special, is: [green]}}", "field \"special\" has no option \"green\""),
        ("{chosen: {field: special}}", "write either \"is\" or \"is_not\""),
        ("{rows: {register: nobody, at_least: 1}}", "there is no register \"nobody\""),
        ("{words: {in: [name], list: none}}", "there are no words \"none\""),
        (
            "{words: {in: [edpb-dpia.reasons.x], list: all}}",
            "register \"edpb-dpia\" has no field \"reasons.x\"",
        ),
        (
            "{named_by: {fields: [risk.assets]}}",
            "field \"risk.assets\" does not refer to rows of data_item",
        ),
        (
            "{compare: {field: edpb-dpia.launch_date, is: below, to: retention}}",
            "\"edpb-dpia.launch_date\" and \"retention\" cannot be compared",
        ),
        (
            "{level: {of: subjects_inherent, acceptable: false}}",
            "a level follows from the scores of a risk only",
        ),
        ("{answered: {field: name, yes: true}}", "field \"name\" is no yes or no"),
    ] {
        assert_eq!(of_condition(condition), [format!("9: {told}")], "{condition}");
    }
    let unknown = of_condition("{emptied: name}");
    assert!(unknown[0].starts_with("9: "), "{unknown:?}");
    assert!(unknown[0].contains("emptied"), "{unknown:?}");
}

#[test]
fn a_rule_needs_law_function_and_message() {
    let told = problems(
        "rules:\n- id: no-such-function\n  severity: law\n  law: [\"GDPR 199\"]\n  function: true\n  at: method.matrix\n",
    );
    let has = |words: &str| told.iter().any(|told| told.contains(words));
    assert!(has("2: there is no function \"no-such-function\""), "{told:?}");
    assert!(has("4: \"199\" is no article of the GDPR"), "{told:?}");
    assert!(has("rule \"no-such-function\" has no message \"check-no-such-function\""), "{told:?}");
    assert!(has("the function \"matrix-not-monotone\" has no rule"), "{told:?}");
}

#[test]
fn a_rule_that_reads_words_must_ask() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut files = Files::read(&dir).unwrap().named("content");
    files.insert(
        "locales/en/more.ftl",
        "check-vague = { $row } is vague\ncheck-plain = Is { $row } plain?\ncheck-of-all = { $row } of all, { $colour }\n",
    );
    let rule =
        |id: &str, rest: &str| format!("- id: {id}\n  severity: advice\n  law: [WP203]\n{rest}");
    let words = "  each: purpose\n  if: [{words: {in: [purpose], list: all}}]\n  at: purpose\n";
    let plain = "  each: purpose\n  if: [{empty: purpose}]\n  at: purpose\n";
    let whole = "  if: [{empty: method.priority}]\n  at: method.priority\n";
    files.insert(
        "checks.yaml",
        format!(
            "words:\n  all: {{en: [all], nb: [alle], da: [alle]}}\nrules:\n{}{}{}",
            rule("vague", words),
            rule("plain", plain),
            rule("of-all", whole)
        ),
    );
    let told: Vec<String> = Content::from_files(&files)
        .unwrap_err()
        .iter()
        .map(|found| found.message.clone())
        .collect();
    for expected in [
        "\"check-vague\" must be a question, since its rule reads words",
        "\"check-plain\" must be no question, since its rule reads no words",
        "\"check-of-all\" takes the argument \"row\", which its rule does not fill",
        "\"check-of-all\" takes the argument \"colour\", which its rule does not fill",
    ] {
        assert!(told.iter().any(|told| told == expected), "{expected}\n{told:#?}");
    }
}
