//! The catalogue of scenarios and the prepared scales: what the program has, and the problems of wrong files.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};

use vurder_content::{Content, Files, Problem, each_text};
use vurder_model::role::{FieldRole, Roles};

const TOPICS: &str = "- id: backup\n  title: Backup\n  question: What is backed up?\n  group: Operation\n  iso: [A.8.13]\n  gdpr: [\"32(1)(c)\"]\n";
const SCENARIO: &str = r#"- id: lost
  title: Data are lost
  how: A disk fails.
  sources: The disk.
  causes: [No copy]
  impact: People are asked again.
  origin: disappearance
  environment: technical
  concerns: [subjects]
  affected: [availability]
  topics: [backup]
  gdpr: ["32(1)(c)"]
  measures:
  - {serves: restoring, words: Keep a copy.}
"#;
const SCALES: &str = r#"- id: two
  title: Two levels
  about: For tests.
  likelihood: [{label: Rare, meaning: Seldom.}, {label: Often, meaning: Each week.}]
  severity: [{label: Small, meaning: Passes.}, {label: Large, meaning: Stays.}]
  risk: [{label: Low, meaning: May stay., acceptable: true, accepted_by: Leader}, {label: High, meaning: May not.}]
  matrix: [[1, 1], [1, 2]]
"#;

/// The problems of the content with other words in one of its files.
fn wrong(path: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = Files::new("c");
    let registers = include_str!("../../../content/templates/registers.yaml");
    files.insert("templates/registers.yaml", registers);
    for (name, text) in
        [("topics.yaml", TOPICS), ("scenarios.yaml", SCENARIO), ("scales.yaml", SCALES)]
    {
        if name == path {
            assert!(text.contains(from), "{from}");
            files.insert(name, text.replacen(from, to, 1));
        } else {
            files.insert(name, text);
        }
    }
    let problems = Content::from_files(&files).err().unwrap_or_default();
    // The small content has no packs, and lacks topics that the registers name.
    let elsewhere = |p: &&Problem| !p.file.contains("templates") && !p.file.contains("providers");
    problems.iter().filter(elsewhere).map(Problem::to_string).collect()
}

fn scenario(from: &str, to: &str) -> Vec<String> {
    wrong("scenarios.yaml", from, to)
}

fn scales(from: &str, to: &str) -> Vec<String> {
    wrong("scales.yaml", from, to)
}

#[test]
fn a_scenario_that_names_what_is_not_there_is_refused_with_its_line() {
    assert_eq!(scenario("lost", "lost"), Vec::<String>::new());
    assert_eq!(
        scenario("[backup]", "[backup, food]"),
        ["c/scenarios.yaml:11: unknown topic \"food\": topics.yaml lists them"]
    );
    assert_eq!(
        scenario("origin: disappearance", "origin: magic"),
        [
            "c/scenarios.yaml:7: \"magic\" is no option of origin: write one of as-designed, access, modification, \
          disappearance, other-event"
        ]
    );
    assert_eq!(
        scenario("environment: technical", "environment: sea"),
        [
            "c/scenarios.yaml:8: \"sea\" is no option of environment: write one of organisational, technical, services"
        ]
    );
    assert!(scenario("serves: restoring", "serves: hope")[0].starts_with(
        "c/scenarios.yaml:14: \"hope\" is no option of serves: write one of fairness, transparency"
    ));
    assert!(scenario("32(1)(c)", "132")[0].starts_with("c/scenarios.yaml:12: "));
}

#[test]
fn a_scenario_that_says_too_little_is_refused_with_its_line() {
    assert_eq!(
        scenario("title: Data are lost", "title: \"\""),
        ["c/scenarios.yaml:2: scenario \"lost\" has no title"]
    );
    assert_eq!(
        scenario("topics: [backup]", "topics: []"),
        ["c/scenarios.yaml:1: scenario \"lost\" names no topic"]
    );
    assert_eq!(
        scenario("  measures:\n  - {serves: restoring, words: Keep a copy.}\n", "  measures: []\n"),
        ["c/scenarios.yaml:1: scenario \"lost\" suggests no measure"]
    );
    let listed = |synonyms: &str| {
        scenario("  measures:", &format!("  synonyms: {{en: [{synonyms}]}}\n  measures:"))
    };
    assert_eq!(
        listed("loss, loss"),
        ["c/scenarios.yaml:13: scenario \"lost\" has the synonym \"loss\" twice"]
    );
    assert_eq!(
        listed("\" \""),
        ["c/scenarios.yaml:13: a synonym of scenario \"lost\" says nothing"]
    );
    let twice = format!("{SCENARIO}{SCENARIO}");
    assert_eq!(
        scenario(SCENARIO, &twice),
        ["c/scenarios.yaml:15: duplicate id: scenario \"lost\" stands already in line 1"]
    );
}

#[test]
fn scales_with_holes_or_without_a_role_are_refused_with_their_line() {
    assert_eq!(scales("two", "two"), Vec::<String>::new());
    assert_eq!(
        scales("[[1, 1], [1, 2]]", "[[1, 1], [1, 1]]"),
        ["c/scales.yaml:7: scales \"two\": no cell of the matrix gives level 2 of risk"]
    );
    assert_eq!(
        scales("[[1, 1], [1, 2]]", "[[1, 2], [1, 1]]"),
        [
            "c/scales.yaml:7: scales \"two\": the matrix falls to level 1 of risk where a score rises"
        ]
    );
    assert_eq!(
        scales("[[1, 1], [1, 2]]", "[[1, 1]]"),
        [
            "c/scales.yaml:7: scales \"two\": the matrix needs one level of risk for each pair of scores"
        ]
    );
    assert_eq!(
        scales(", accepted_by: Leader", ""),
        [
            "c/scales.yaml:6: scales \"two\": level 1 of risk may stay: say in accepted_by which role accepts it"
        ]
    );
    assert_eq!(
        scales("meaning: Seldom.", "meaning: \" \""),
        ["c/scales.yaml:1: scales \"two\": level 1 of a scale has no meaning"]
    );
    assert_eq!(
        scales("[{label: Rare, meaning: Seldom.}, ", "["),
        [
            "c/scales.yaml:4: likelihood of scales \"two\" has 1 levels: write 2 to 5",
            "c/scales.yaml:7: scales \"two\": the matrix needs one level of risk for each pair of scores"
        ]
    );
}

#[test]
fn the_catalogue_covers_every_topic_and_kind_of_risk() {
    let content = Content::embedded();
    assert!(content.scenarios.len() >= 40, "{} scenarios", content.scenarios.len());
    let topics: BTreeSet<&str> =
        content.scenarios.iter().flat_map(|s| &s.topics).map(String::as_str).collect();
    // What a provider says about itself mitigates nothing.
    let none = ["improvement", "nonconformities", "risk-management"];
    for topic in content.topics.iter().filter(|topic| !none.contains(&topic.id.as_str())) {
        assert!(topics.contains(topic.id.as_str()), "no scenario is mitigated by {}", topic.id);
    }
    let roles = Roles::of(&content.templates.registers);
    for role in [FieldRole::RiskOrigin, FieldRole::RiskEnvironment] {
        let register = roles.register(role).unwrap();
        let field = content.templates.register(None, register).unwrap();
        let field = field.field(roles.field(role).unwrap()).unwrap().clone();
        for option in field.options {
            let with = |s: &&vurder_model::scenario::Scenario| {
                s.origin == option.id || s.environment == option.id
            };
            assert!(content.scenarios.iter().filter(with).count() >= 3, "{}", option.id);
        }
    }
    let titles: BTreeSet<&str> = content.scenarios.iter().map(|s| s.title.as_str()).collect();
    assert_eq!(titles.len(), content.scenarios.len(), "two scenarios have the same title");
    for scenario in &content.scenarios {
        assert!(scenario.title.chars().count() <= 90, "{} is cut in lists", scenario.title);
    }
}

#[test]
fn there_are_scales_of_three_four_and_five_levels() {
    let sizes = |scales: &vurder_model::scenario::ReadyScales| {
        (scales.likelihood.len(), scales.severity.len())
    };
    let found: Vec<_> = Content::embedded().scales.iter().map(sizes).collect();
    assert_eq!(found, [(3, 3), (4, 4), (5, 5)]);
}

#[test]
fn the_words_of_scenarios_and_scales_can_be_translated() {
    let mut content = Content::embedded().clone();
    let mut files: BTreeMap<String, usize> = BTreeMap::new();
    each_text(&mut content, &mut |key, text| {
        *files.entry(key.file.clone()).or_default() += 1;
        if key.file == "scenarios.yaml" || key.file == "scales.yaml" {
            *text = format!("«{text}»");
        }
    });
    assert!(files["scenarios.yaml"] > 400 && files["scales.yaml"] > 60, "{files:?}");
    for scenario in &content.scenarios {
        let words = [&scenario.title, &scenario.how, &scenario.sources, &scenario.impact];
        let measures = scenario.measures.iter().map(|measure| &measure.words);
        for words in words.into_iter().chain(&scenario.causes).chain(measures) {
            assert!(words.starts_with('«'), "{words}");
        }
    }
    let level = &content.scales[0].risk[0];
    assert!([&level.label, &level.meaning, &level.accepted_by].iter().all(|w| w.starts_with('«')));
}
